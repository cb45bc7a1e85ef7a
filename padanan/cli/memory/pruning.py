"""`padanan memory prune`: units taken out of the memory, and kept in a file."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.address import Place
from padanan.cli.glossary import files
from padanan.cli.manual import ManualCommand
from padanan.cli.memory.places import memory_place, open_there
from padanan.cli.memory.showing import as_dict, as_text
from padanan.cli.talk import count, data, data_json, say
from padanan.errors import ExitCode, OutputError, UsageError

if TYPE_CHECKING:
    from padanan.translate.memory import Unit


def _begin(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """A day, or a number of days before today, as the time at which it begins (UTC)."""
    from padanan.translate.memory.unit import TIME

    if value is None:
        return None
    try:
        if re.fullmatch(r"[0-9]{1,5}", value):
            today = datetime.now(UTC).replace(hour=0, minute=0, second=0)
            return (today - timedelta(days=int(value))).strftime(TIME)
        return datetime.strptime(value, "%Y-%m-%d").strftime(TIME)
    except ValueError:
        raise click.BadParameter(
            f"{value!r} is neither a day (2025-01-31) nor a number of days (365)."
        ) from None


@click.command(
    cls=ManualCommand,
    examples={
        "padanan memory prune --who ani --older-than 365 --dry-run": (
            "See first what of Ani's is more than a year old."
        ),
        "padanan memory prune --duplicates": "Of units that say the same, only the latest stays.",
        "padanan memory prune --article news.txt --yes": "All of one article, without being asked.",
    },
    exit_codes={
        ExitCode.FINDINGS: "There is none to remove.",
        ExitCode.USAGE: (
            "The command line was wrong, or nobody was there to be asked; nothing was done."
        ),
        ExitCode.BAD_INPUT: "The memory is damaged, or cannot be read.",
    },
    files={"out/memory.sqlite": "The memory, where padanan.toml names no other."},
    see=("docs/memory.md",),
)
@click.option(
    "--older-than",
    "before",
    callback=_begin,
    metavar="DATE|DAYS",
    help="Approved before a day (2025-01-31), or more than so many days ago.",
)
@click.option("--article", help="Of this article, named as search shows it.")
@click.option("--who", help="Approved by this person.")
@click.option("--duplicates", is_flag=True, help="With the same source and target as a later unit.")
@click.option(
    "--keep-as",
    type=files.PATH,
    help="The TMX file that gets what is removed.  [default: beside the memory, or "
    "here if that is on a server; named by the time]",
)
@files.dry_run
@files.yes
@memory_place
@files.as_json
def prune(
    before: str | None,
    article: str | None,
    who: str | None,
    duplicates: bool,
    keep_as: Path | None,
    dry_run: bool,
    yes: bool,
    where: Place | None,
    as_json: bool,
) -> ExitCode:
    """Remove units from the memory.

    Removed are the units for which all the options hold that are given: --who ani --older-than 365
    are Ani's of more than a year ago. They are written to a TMX file first, so that padanan memory
    import brings them back. Units that were approved at an unknown time are not older than any.
    """
    from padanan.translate.memory import Choice

    choice = Choice(before or "", article, who=who, duplicates=duplicates)
    if choice == Choice():
        raise UsageError(
            "say what is to be removed: --older-than, --article, --who or --duplicates."
        )
    with open_there(where) as memory:
        numbers = memory.choose(choice)
        if dry_run:
            _show((unit for _, unit in memory.numbered(numbers)), as_json=as_json)
        if not numbers or dry_run:
            say(f"{count(len(numbers), 'unit')} to remove.")
            return ExitCode.DONE if numbers else ExitCode.FINDINGS
        files.check_confirmable(yes=yes, dry_run=dry_run, as_json=as_json)
        kept = keep_as or _beside(memory.place)
        if os.path.lexists(kept):
            raise OutputError(f"{kept}: is there already. Name another file with --keep-as.")
        question = f"Remove {count(len(numbers), 'unit')}, and keep them in {files.name(kept)}?"
        if not yes and not click.confirm(question, err=True):
            say("Nothing was removed.")
            return ExitCode.DONE
        removed = memory.prune(choice, lambda units: _keep(kept, units))
    if as_json:
        data_json({"removed": removed, "kept_as": str(kept)})
    say(f"{count(removed, 'unit')} removed, and kept in {files.name(kept)}.")
    return ExitCode.DONE


def _show(units: "Iterator[Unit]", *, as_json: bool) -> None:
    if as_json:
        data_json([as_dict(unit) for unit in units])
    else:
        for number, unit in enumerate(units):
            data(("\n" if number else "") + as_text(unit))


def _keep(path: Path, units: "Iterator[Unit]") -> None:
    from padanan.files import replacing
    from padanan.translate.memory.tmx_writer import write_tmx

    with replacing(path) as out:
        write_tmx(out, units)


def _beside(memory: Place) -> Path:
    path = memory if isinstance(memory, Path) else Path(f"{memory.schema}-memory")
    return path.with_name(f"{path.stem}-pruned-{datetime.now(UTC):%Y%m%d-%H%M%S}.tmx")
