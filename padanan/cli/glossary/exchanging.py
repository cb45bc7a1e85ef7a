"""`padanan glossary export` and `diff`: a glossary for other tools, two beside each other."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from padanan.cli.glossary import files
from padanan.cli.glossary.filters import Filter, filters
from padanan.cli.glossary.showing import changes_dict, put_changes
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, say
from padanan.errors import ExitCode, OutputError, UsageError


@click.command(
    cls=ManualCommand,
    about={"FILES": "What to write: terms.tbx, terms.csv, terms.html ...; - is standard output."},
    examples={
        "padanan glossary export terms.tsv": (
            "Your own glossary to change, a copy of the one here or padanan's."
        ),
        "padanan glossary export terms.tbx terms.html --domain law": (
            "One subject field, for another tool and to print."
        ),
        "padanan glossary export - --format csv | head": "To standard output.",
    },
    exit_codes={
        ExitCode.FINDINGS: "No concept is chosen; nothing was written.",
        ExitCode.BAD_INPUT: "The glossary could not be read, or a file not be written.",
    },
    files=files.HERE_IS,
    see=("docs/formats.md", "padanan glossary import"),
)
@click.argument("paths", metavar="FILES...", nargs=-1, required=True, type=files.PATH)
@files.format_name
@filters
@click.option("--cldr", is_flag=True, help="Also the names of places, languages, ... from CLDR.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@files.to_read
@files.as_json
def export(
    paths: tuple[Path, ...],
    format_: str | None,
    domains: tuple[str, ...],
    pos: tuple[str, ...],
    flags: tuple[str, ...],
    pattern: str | None,
    cldr: bool,
    force: bool,
    file: Path | None,
    as_json: bool,
) -> ExitCode:
    """Write the glossary, or some of it, for other tools.

    The end of a file's name says the format: terms.tbx terms.csv terms.html. With - the glossary
    goes to standard output, in the format that --format names. What a format could not hold is
    listed with the reason. The glossary itself is never overwritten.
    """
    from padanan.files import write_atomic
    from padanan.glossary import formats

    piped = files.STANDARD in paths
    if piped and (len(paths) > 1 or as_json or format_ is None):
        raise UsageError(
            "- is standard output. Name its format with --format, and neither other files nor "
            "--json."
        )
    named = formats.by_name(format_) if format_ else None
    targets = {path: named or formats.for_path(path) for path in paths}
    source = files.readable(file)
    wanted = Filter(domains, pos, flags, pattern)
    content = files.content(source)
    loaded = files.load(source, cldr=cldr, content=content)
    concepts = wanted.chosen((*loaded.concepts, *loaded.builtin))
    if not concepts:
        say(f"No concept {f'matches {wanted}' if wanted else 'is there'}; nothing was written.")
        if as_json:
            data_json([])
        return ExitCode.FINDINGS
    # All is made before anything is written, and the glossary itself never is.
    writings: dict[Path, formats.Writing] = {}
    for path, format_of_file in targets.items():
        if format_of_file.name == "tsv" and not (wanted or cldr):
            writing = formats.Writing(content)  # with its comments
        else:
            writing = format_of_file.write(concepts)
        if _is_itself(path, source):
            if writing.data != content:
                raise UsageError(
                    f"{files.name(path)}: is the glossary that is exported, and would not be the "
                    "same afterwards. Name another file."
                )
            say(f"{files.name(path)}: is the glossary itself; there is nothing to do.")
        else:
            writings[path] = writing
    if not (force or piped):
        _expect_free(writings)
    reports: list[dict[str, Any]] = []
    for path, writing in writings.items():
        if piped:
            data(writing.data, nl=False)
        else:
            write_atomic(path, writing.data)
        name, left_out = files.name(path, "standard output"), writing.left_out
        for one in left_out:
            say(f"{name}: “{one.text}” is left out. {one.reason}")
        lost = f", without {len(left_out):,} of their terms or pairs" if left_out else ""
        say(f"{name}: {count(len(concepts), 'concept')} as {targets[path].name}{lost}.")
        reports.append(
            {
                "file": name,
                "format": targets[path].name,
                "concepts": len(concepts),
                "left_out": [{"text": one.text, "reason": one.reason} for one in left_out],
            }
        )
    if as_json:
        data_json(reports)
    return ExitCode.FINDINGS if any(report["left_out"] for report in reports) else ExitCode.DONE


@click.command(
    cls=ManualCommand,
    about={
        "OLD": "A glossary, in any format that import reads.",
        "NEW": "Another, or a later state of it.",
    },
    examples={"padanan glossary diff last-week.tsv terms.tsv": "What has changed since."},
    exit_codes={
        ExitCode.DONE: "The two say the same.",
        ExitCode.FINDINGS: "They do not.",
        ExitCode.BAD_INPUT: "One of them could not be read.",
    },
    see=("docs/glossary.md", "padanan glossary impact", "padanan glossary merge"),
)
@click.argument("old", type=files.PATH)
@click.argument("new", type=files.PATH)
@files.format_name
@files.as_json
def diff(old: Path, new: Path, format_: str | None, as_json: bool) -> ExitCode:
    """Show what leads from the glossary OLD to the glossary NEW.

    Both may be of any format that import reads. A line begins with - for a concept that is gone, +
    for a new one, ~ for one that has changed.
    """
    from padanan.glossary.compare import compare

    before, after = files.read_any(old, format_), files.read_any(new, format_)
    changes = compare(before.concepts, after.concepts)
    if as_json:
        data_json(changes_dict(changes))
    else:
        put_changes(changes)
    parts = f"{len(changes.added):,} added, {len(changes.removed):,} removed, "
    say(f"{parts}{len(changes.changed):,} changed.")
    files.tell_problems(old, before.problems)
    files.tell_problems(new, after.problems)
    if files.has_errors(before.problems) or files.has_errors(after.problems):
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if changes else ExitCode.DONE


def _is_itself(path: Path, source: Path) -> bool:
    """Whether the two are one file, by whatever names."""
    try:
        return path != files.STANDARD and path.samefile(source)
    except OSError:
        return False  # not there yet, or writing says what is the matter


def _expect_free(paths: Iterable[Path]) -> None:
    """See that nothing would be overwritten.

    Raises:
        OutputError: A file is there.
    """
    for path in paths:
        if os.path.lexists(path):
            raise OutputError(f"{path}: is there already. Say --force to overwrite it.")
