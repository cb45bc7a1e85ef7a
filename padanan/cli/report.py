"""`padanan report`: where a desk stands, as a page and as JSON."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.glossary import files
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, progress, say
from padanan.errors import ExitCode, OutputError, UsageError

if TYPE_CHECKING:
    from padanan.translate.report.gather import Gathered, Wish

RESULTS = Path("out")
"""Where `padanan translate` puts its results unless it is told otherwise."""


@click.command(
    cls=ManualCommand,
    about={"FOLDER": "A folder of bilingual files.  [default: out]"},
    examples={
        "padanan report": "Where out/ stands, into out/report.html.",
        "padanan report out/ -o today.html": "Into another file.",
        "padanan report --json": "All of it, for a program.",
    },
    exit_codes={ExitCode.BAD_INPUT: "Some files could not be read; the report is of the others."},
    files={
        "padanan.toml": "Settings of the desk.",
        "terms.tsv": "The glossary, in the current folder.",
    },
    see=("docs/report.md", "padanan status", "padanan check"),
)
@click.argument("folder", default=RESULTS, type=files.PATH)
@click.option(
    "-o",
    "--output",
    type=files.PATH,
    help="Where the page goes; - is standard output.  [default: report.html in FOLDER]",
)
@files.to_read
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON, and write no page.")
def report(folder: Path, output: Path | None, file: Path | None, as_json: bool) -> ExitCode:
    """Write a page that tells where the translations stand.

    The page tells how far the work has come, what to do next, what has changed since the last
    report, what the checks find, how the glossary is held, which terms are rendered in several
    ways, and how sure the drafts are, with links to the segments. It is one file that loads nothing
    and runs no script: look at it, print it, send it.

    With --json nothing is written, so that the next page tells what has changed since the last.
    """
    from padanan.translate.report.gather import gather

    if as_json and output is not None:
        raise UsageError("--json prints, and --output is where a page goes. Choose one.")
    place = folder / _name() if output is None else output
    if not as_json:
        _expect_free(place)
    with progress("Looking at articles") as show:
        gathered = gather(wish(folder, file), show)
    for one in gathered.report.unread:
        say(one.message)
    if as_json:
        from padanan.translate.report.plain import as_json as pieces

        for piece in pieces(gathered.report):
            data(piece, nl=False)
    else:
        _write(folder, place, gathered)
    return ExitCode.BAD_INPUT if gathered.report.unread else ExitCode.DONE


def wish(folder: Path, glossary: Path | None, most: int | None = None) -> "Wish":
    """What a report of a desk is to be about, by its settings.

    Args:
        folder: The folder of results.
        glossary: What --glossary says.
        most: How many articles are looked at anew at most.

    Raises:
        InputError: The settings say something they cannot say, or there is no such glossary.
        UsageError: The glossary is to be standard input.
    """
    from padanan.cli.resources import glossary_name, glossary_path, termbase
    from padanan.desk import Desk
    from padanan.translate.checks import CheckSettings
    from padanan.translate.report.gather import Wish

    desk = Desk.find(folder)
    path = glossary_path(desk, glossary)
    return Wish(
        folder=folder,
        termbase=termbase(path),
        glossary=glossary_name(path),
        settings=CheckSettings.from_table(desk.checks, str(desk.file)),
        time=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        most=most,
    )


def _name() -> str:
    from padanan.translate.report.mark import NAME

    return NAME


def _expect_free(place: Path) -> None:
    """See that no page takes the place of anything but an earlier one.

    Raises:
        OutputError: Something else is there.
    """
    from padanan.translate.report.mark import is_report

    if place != files.STANDARD and os.path.lexists(place) and not is_report(place):
        raise OutputError(
            f"{place}: there is something else of this name, which a report would overwrite. "
            "Choose another name with --output."
        )


def _write(folder: Path, place: Path, gathered: "Gathered") -> None:
    """Write the page, and what the next one asks of it."""
    from padanan.files import write_atomic
    from padanan.translate.report.page import render

    here = place.parent if place != files.STANDARD else Path()
    page = render(gathered.report, _way(here, folder)).encode("utf-8", "replace")
    if place == files.STANDARD:
        data(page, nl=False)
    else:
        write_atomic(place, page)
    try:
        gathered.past.save(folder, gathered.snapshot)
    except OutputError as error:
        say(f"warning: {error.message} The next report cannot tell what has changed since this.")
    if place != files.STANDARD:
        made = gathered.report
        say(
            f"{files.name(place)}: {count(len(made.articles), 'article')}, "
            f"{count(made.totals.errors, 'error')}, {count(made.totals.warnings, 'warning')}. "
            "Open it in a browser."
        )


def _way(here: Path, folder: Path) -> str:
    """The way from the page's folder to the folder of results, with `/`; empty if they are one."""
    try:
        way = Path(os.path.relpath(os.path.realpath(folder), os.path.realpath(here))).as_posix()
    except ValueError:  # another drive
        return Path(os.path.realpath(folder)).as_posix()
    return "" if way == "." else way
