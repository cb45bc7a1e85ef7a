"""`padanan memory import` and `export`: units from other tools, and for them."""

import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.address import Place
from padanan.cli.glossary.files import PATH, STANDARD, as_json, name
from padanan.cli.manual import ManualCommand
from padanan.cli.memory.places import memory_place, open_there, place
from padanan.cli.places import place_name
from padanan.cli.talk import count, data, data_json, progress, read_stdin, say
from padanan.errors import ExitCode, InputError, OutputError, UsageError

if TYPE_CHECKING:
    from padanan.translate.memory import Memory, Unit
    from padanan.translate.memory.refused import Refused

_SCREENFUL = 20
"""Entries of a file that were left out, of which a person is told one by one."""


@dataclass(slots=True)
class _Report:
    """What became of one file.

    Attributes:
        file: Its name.
        pairs: The pairs in it.
        stored: Those that changed the memory; the others it had, or had later ones in their place.
        refused: What could not be used.
        drafts: How many pairs are drafts of padanan's.
        error: Why the file, or the rest of it, could not.
    """

    file: str
    pairs: int = 0
    stored: int = 0
    refused: "list[Refused]" = field(default_factory=list)
    drafts: int = 0
    error: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "pairs": self.pairs,
            "stored": self.stored,
            "refused": [{"line": one.line, "reason": one.reason} for one in self.refused],
            "drafts": self.drafts,
            "error": self.error or None,
        }


@click.command(
    name="import",
    cls=ManualCommand,
    about={
        "FILES": (
            "TMX files (from OmegaT, Trados, memoQ and others), bilingual files "
            "(.po), or folders of them; - is TMX on standard input."
        ),
    },
    examples={
        "padanan memory import project.tmx": "What was translated elsewhere.",
        "padanan memory import out/": (
            "What is approved in bilingual files, as after a loss of the memory."
        ),
    },
    exit_codes={
        ExitCode.BAD_INPUT: "Some units or files could not be used; all else was taken in."
    },
    files={"out/memory.sqlite": "The memory, where padanan.toml names no other."},
    see=("docs/memory.md",),
)
@click.argument("paths", metavar="FILES...", nargs=-1, required=True, type=PATH)
@memory_place
@as_json
def import_(paths: tuple[Path, ...], where: Place | None, as_json: bool) -> ExitCode:
    """Take in units from TMX files and from bilingual files.

    Of bilingual files the approved segments are taken. Of one segment of one article the later unit
    stays; what is known already stays as it is, so that the same file can be imported twice. Drafts
    in the TMX files of padanan export are counted and not taken. What cannot be used is listed with
    file and line.
    """
    from padanan.translate.memory import Memory
    from padanan.translate.memory.importing import collect

    if paths.count(STANDARD) > 1:
        raise UsageError("- is standard input, which can be read only once.")
    reports: list[_Report] = []
    with Memory.open(place(where)) as memory, progress("Importing") as show:
        for one in paths:
            for found in [one] if one == STANDARD else collect([one]):
                if isinstance(found, InputError):
                    reports.append(_Report(name(one), error=found.message))
                else:
                    reports.append(_take_in(memory, found, lambda done: show(done, None)))
                _tell(reports[-1])
    if as_json:
        data_json([report.as_dict() for report in reports])
    else:
        stored = count(sum(one.stored for one in reports), "unit")
        say(f"{place_name(memory.place)}: {stored} stored.")
    bad = any(report.error or report.refused for report in reports)
    return ExitCode.BAD_INPUT if bad else ExitCode.DONE


def _take_in(memory: "Memory", path: Path, show: Any) -> _Report:
    """Store what a file holds."""
    from padanan.translate.memory import Unit
    from padanan.translate.memory.importing import read

    report = _Report(name(path))

    def units() -> Iterator[Unit]:
        for one in _standard_input() if path == STANDARD else read(path):
            if isinstance(one, Unit):
                report.pairs += 1
                if report.pairs % 1_000 == 0:
                    show(report.pairs)
                yield one
            elif one.draft:
                report.drafts += 1
            else:
                report.refused.append(one)

    try:
        report.stored = memory.merge(units())
    except InputError as error:
        report.error = error.message
    return report


def _standard_input() -> "Iterator[Unit | Refused]":
    """The units in the TMX file on standard input.

    Raises:
        InputError: It is closed, cannot be read, or is no TMX file.
    """
    from padanan.translate.memory.importing import read_stream

    return read_stream(io.BytesIO(read_stdin()), "standard input")


def _tell(report: _Report) -> None:
    for one in report.refused[:_SCREENFUL]:
        line = f":{one.line}" if one.line else ""
        say(f"{report.file}{line}: {one.reason}.")
    if len(report.refused) > _SCREENFUL:
        say(f"{report.file}: and {len(report.refused) - _SCREENFUL:,} more that cannot be used.")
    if report.error:
        say(report.error)
    else:
        known = report.pairs - report.stored
        drafts = f"{count(report.drafts, 'draft')} that nobody has approved left out"
        say(
            f"{report.file}: {count(report.pairs, 'pair')}, {report.stored:,} stored"
            + (f", {known:,} known already or older" if known else "")
            + (f", {drafts}" if report.drafts else "")
            + (f", {len(report.refused):,} left out" if report.refused else "")
            + "."
        )


@click.command(
    cls=ManualCommand,
    about={"FILE": "What to write; - is standard output."},
    examples={
        "padanan memory export memory.tmx": "The whole memory, for another tool.",
        "padanan memory export - | gzip > memory.tmx.gz": "To standard output.",
    },
    exit_codes={
        ExitCode.FINDINGS: "The memory is empty; nothing was written.",
        ExitCode.BAD_INPUT: "The memory cannot be read, or the file not be written.",
    },
    files={"out/memory.sqlite": "The memory, where padanan.toml names no other."},
    see=("docs/memory.md",),
)
@click.argument("path", metavar="FILE", type=PATH)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@memory_place
def export(path: Path, force: bool, where: Place | None) -> ExitCode:
    """Write the memory as a TMX file, which other tools read.

    TMX 1.4b, by article and segment.
    """
    from padanan.files import replacing
    from padanan.translate.memory.tmx_writer import write_tmx

    with open_there(where) as memory:
        if path != STANDARD:
            _expect_free(path, memory.place, force=force)
        units = _at_least_one(memory.units())
        if units is None:
            say(f"{place_name(memory.place)}: is empty; nothing was written.")
            return ExitCode.FINDINGS
        if path == STANDARD:
            with io.BufferedWriter(_StandardOutput(), 1 << 16) as out:
                written, replaced = write_tmx(out, units)
        else:
            with replacing(path) as out:
                written, replaced = write_tmx(out, units)
    say(f"{name(path, 'standard output')}: {count(written, 'unit')} as TMX.")
    if replaced:
        say(
            f"In {count(replaced, 'unit')} there were characters that XML cannot hold; they are "
            "U+FFFD in the file."
        )
    return ExitCode.DONE


class _StandardOutput(io.RawIOBase):
    """Where results go, as a file."""

    def writable(self) -> bool:
        return True

    def write(self, some: Any) -> int:
        data(bytes(some), nl=False)
        return len(some)


def _at_least_one(units: "Iterator[Unit]") -> "Iterable[Unit] | None":
    """The units, None if there is none."""
    from itertools import chain

    first = next(units, None)
    return None if first is None else chain([first], units)


def _expect_free(path: Path, memory: Place, *, force: bool) -> None:
    """See that nothing is overwritten that should not be.

    Raises:
        UsageError: The file is the memory itself.
        OutputError: A file is there.
    """
    if not os.path.lexists(path):
        return
    if isinstance(memory, Path) and path.exists() and path.samefile(memory):
        raise UsageError(f"{path}: is the memory that is exported. Name another file.")
    if not force:
        raise OutputError(f"{path}: is there already. Say --force to overwrite it.")
