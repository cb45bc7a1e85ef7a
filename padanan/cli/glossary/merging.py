"""`padanan glossary import` and `merge`: what others have, taken into ours."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.cli.glossary import files
from padanan.cli.glossary.showing import (
    as_dict,
    as_line,
    changes_dict,
    problem_dicts,
    put_changes,
)
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, inert, say
from padanan.errors import ExitCode, InputError

if TYPE_CHECKING:
    from padanan.glossary import GlossaryFile
    from padanan.glossary.formats import Reading
    from padanan.glossary.merge import Conflict, Difference, Plan, Side

_prefer = click.option(
    "--prefer",
    type=click.Choice(["ours", "theirs"]),
    help="Whose word counts where the two contradict each other.",
)


@click.command(
    name="import",
    cls=ManualCommand,
    about={"FILES": "TBX, CSV, TMX, PO, OmegaT's and other formats; - is standard input."},
    examples={
        "padanan glossary import from-memoq.csv --dry-run": (
            "See first what would be added and changed."
        ),
        "padanan glossary import theirs.tbx --prefer ours --yes": (
            "In a script; what contradicts ours is passed over."
        ),
        "padanan glossary import - --format tbx < theirs.xml": "From standard input.",
    },
    exit_codes={
        ExitCode.FINDINGS: "Done, but some concepts contradict ours, and were left.",
        ExitCode.USAGE: files.NOBODY_ASKED,
        ExitCode.BAD_INPUT: "Some entries could not be used; the others were taken in.",
    },
    files=files.HERE_IS,
    see=("docs/formats.md", "padanan glossary merge", "padanan glossary export"),
)
@click.argument("paths", metavar="FILES...", nargs=-1, required=True, type=files.PATH)
@files.format_name
@_prefer
@click.option(
    "--domain", default="", help="The subject field of new concepts that come without one."
)
@files.yes
@files.dry_run
@files.to_write
@files.as_json
def import_(
    paths: tuple[Path, ...],
    format_: str | None,
    prefer: str | None,
    domain: str,
    yes: bool,
    dry_run: bool,
    file: Path,
    as_json: bool,
) -> ExitCode:
    """Take in terms from files of other tools.

    What is added (+) and changed (~) is shown, and on a terminal asked about, before anything is
    written; --json needs --yes there. Terms and renderings are put together with those that are
    there. A concept that contradicts one of ours is left as it is and listed (!), unless --prefer
    says whose word counts. Entries that cannot be used are listed with file and line; those without
    a translation yet are listed, too. With - the file is read from standard input, in the format
    that --format names.
    """
    files.check_unasked(yes=yes, dry_run=dry_run, as_json=as_json)
    readings, failed = _read(paths, format_)
    code = _take_in(
        readings, prefer, file, domain=domain, yes=yes, dry_run=dry_run, as_json=as_json
    )
    return ExitCode.BAD_INPUT if failed else code


@click.command(
    cls=ManualCommand,
    about={"OTHER": "A glossary, in any format that import reads."},
    examples={"padanan glossary merge colleague.tsv": "Take over what is new, after being asked."},
    exit_codes={
        ExitCode.FINDINGS: "Done, but some concepts contradict ours, and were left.",
        ExitCode.USAGE: files.NOBODY_ASKED,
        ExitCode.BAD_INPUT: "Some entries could not be used; the others were taken in.",
    },
    files=files.HERE_IS,
    see=("docs/glossary.md", "padanan glossary import", "padanan glossary diff"),
)
@click.argument("other", type=files.PATH)
@_prefer
@files.yes
@files.dry_run
@files.to_write
@files.as_json
def merge(
    other: Path, prefer: str | None, yes: bool, dry_run: bool, file: Path, as_json: bool
) -> ExitCode:
    """Take in another glossary, such as a colleague's terms.tsv.

    The same as import, for one file.
    """
    files.check_unasked(yes=yes, dry_run=dry_run, as_json=as_json)
    readings = {other: files.read_any(other, None)}
    return _take_in(readings, prefer, file, yes=yes, dry_run=dry_run, as_json=as_json)


def _read(paths: Sequence[Path], format_: str | None) -> "tuple[dict[Path, Reading], bool]":
    """What the files hold, and whether some could not be read, which is told."""
    readings: dict[Path, Reading] = {}
    failed = False
    for path in paths:
        try:
            readings[path] = files.read_any(path, format_)
        except InputError as error:
            failed = True
            say(f"padanan: {error.message}")
    return readings, failed


def _take_in(
    readings: "dict[Path, Reading]",
    prefer: str | None,
    file: Path,
    *,
    domain: str = "",
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    """Plan, show and do it, one file after another."""
    from padanan.glossary.merge import Side, plan
    from padanan.glossary.rules import clean

    side = Side(prefer) if prefer else None
    plans: dict[Path, Plan] = {}

    def work(glossary: "GlossaryFile") -> bool:
        for path, reading in readings.items():
            done = plan(glossary.concepts, reading.concepts, side, domain=clean(domain))
            done.apply(glossary)
            plans[path] = done
            if not as_json:
                _put(path, reading, done, side)
            files.tell_problems(path, reading.problems)
        return any(done.added or done.changed for done in plans.values())

    files.change(file, work, dry_run=dry_run, question=None if yes else "Make these changes?")
    if as_json:
        data_json([_as_dict(path, done, readings[path]) for path, done in plans.items()])
    if any(files.has_errors(reading.problems) for reading in readings.values()):
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if any(done.conflicts for done in plans.values()) else ExitCode.DONE


def _put(path: Path, reading: "Reading", done: "Plan", prefer: "Side | None") -> None:
    """What comes of a file: on stdout what changes and what cannot, on stderr how much."""
    if not (reading.concepts or reading.problems):
        say(f"{files.name(path)}: holds no entries.")
        return
    put_changes(done.changes)
    for conflict in done.conflicts:
        data(f"! {as_line(conflict.theirs)}")
        for difference in conflict.differences:
            data(inert(f"    {_in_words(difference)}"))
    say(
        f"{files.name(path)}: {len(done.added):,} added, {len(done.changed):,} changed, "
        f"{done.same:,} there already, {count(len(done.conflicts), 'conflict')}."
    )
    if done.conflicts:
        say(_advice(done.conflicts, prefer))


def _advice(conflicts: "Sequence[Conflict]", prefer: "Side | None") -> str:
    """What to do about conflicts, --prefer only where it would help."""
    from padanan.glossary.merge import Kind

    kinds = {difference.kind for one in conflicts for difference in one.differences}
    advice = "What is marked ! was left as it is. Decide with padanan glossary edit"
    if prefer is None and kinds - {Kind.SEVERAL, Kind.RULE}:
        advice += ", or for all that can be decided so with --prefer ours or --prefer theirs"
    if Kind.SEVERAL in kinds:
        advice += "; or, where theirs could be any of ours, give theirs the domain of the one it is"
    return f"{advice}."


def _in_words(difference: "Difference") -> str:
    from padanan.glossary.merge import Kind

    if difference.kind is Kind.RULE:
        return difference.theirs
    if difference.kind is Kind.SEVERAL:
        return f"could be any of ours: {difference.ours}"
    return f"{difference.kind}: ours “{difference.ours}”, theirs “{difference.theirs}”"


def _as_dict(path: Path, done: "Plan", reading: "Reading") -> dict[str, Any]:
    return {
        "file": files.name(path),
        **changes_dict(done.changes),
        "same": done.same,
        "conflicts": [_conflict_dict(conflict) for conflict in done.conflicts],
        "problems": problem_dicts(files.name(path), reading.problems),
    }


def _conflict_dict(conflict: "Conflict") -> dict[str, Any]:
    return {
        "theirs": as_dict(conflict.theirs),
        "ours": [as_dict(concept) for concept in conflict.ours],
        "differences": [
            {"kind": difference.kind, "ours": difference.ours, "theirs": difference.theirs}
            for difference in conflict.differences
        ],
    }
