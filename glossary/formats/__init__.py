"""Exchange formats of the glossary: what other tools of the trade read and write.

A format is named by the caller or found by a file's name and content; its module is imported only
when it reads or writes. docs/formats.md says what each format carries and what it loses.
"""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from padanan.errors import InputError, UsageError
from padanan.files import write_atomic
from padanan.glossary.concept import Concept
from padanan.glossary.formats.base import (
    MAX_SIZE,
    LeftOut,
    Reader,
    Reading,
    Writer,
    Writing,
)

__all__ = [
    "FORMATS",
    "Format",
    "LeftOut",
    "Reading",
    "Writing",
    "by_name",
    "for_path",
    "read_path",
    "write_path",
]


@dataclass(frozen=True, slots=True)
class Format:
    """One exchange format.

    Attributes:
        name: What a user calls it ("tbx").
        description: What it is and who reads it, in a few words.
        extensions: Ends of file names, with their dots, the usual one first. A format without any
            must be named.
        module: The module that reads and writes it.
        readable: Whether it can be imported from.
        writable: Whether it can be exported to.
    """

    name: str
    description: str
    extensions: tuple[str, ...]
    module: str
    readable: bool = True
    writable: bool = True

    def read(self, data: bytes) -> Reading:
        """What the bytes of a file of this format hold.

        Raises:
            InputError: They are no file of this format at all, or too many.
            PadananError: An optional library it takes is not installed.
            UsageError: The format can only be written.
        """
        if not self.readable:
            raise UsageError(
                f"{self.name} can only be exported to. Formats to import from: "
                f"{_names(known for known in FORMATS if known.readable)}."
            )
        if len(data) > MAX_SIZE:
            raise InputError(_too_large(len(data)))
        return cast("Reader", importlib.import_module(self.module)).read(data)

    def write(self, concepts: Iterable[Concept]) -> Writing:
        """A file of this format that holds `concepts`.

        Raises:
            PadananError: An optional library it takes is not installed.
            UsageError: The format can only be read.
        """
        if not self.writable:
            raise UsageError(
                f"{self.name} can only be imported from. Formats to export to: "
                f"{_names(known for known in FORMATS if known.writable)}."
            )
        return cast("Writer", importlib.import_module(self.module)).write(concepts)


FORMATS = (
    Format(
        "tsv",
        "padanan's own table (terms.tsv)",
        (".tsv",),
        "padanan.glossary.formats.tsv",
    ),
    Format(
        "csv",
        "comma-separated pairs with Weblate's columns; reads memoQ's and plain tables too",
        (".csv",),
        "padanan.glossary.formats.csv_table",
    ),
    Format(
        "xlsx",
        "Excel workbook, one concept a row (needs openpyxl)",
        (".xlsx",),
        "padanan.glossary.formats.xlsx_table",
    ),
    Format(
        "tbx",
        "TermBase eXchange 3, dialect TBX-Basic (ISO 30042:2019)",
        (".tbx",),
        "padanan.glossary.formats.tbx3",
    ),
    Format(
        "tbx2",
        "TermBase eXchange 2 (martif) for OmegaT, Weblate and Trados",
        (".tbx", ".xml"),
        "padanan.glossary.formats.tbx2",
    ),
    Format(
        "tmx",
        "Translation Memory eXchange 1.4b, one pair a unit",
        (".tmx",),
        "padanan.glossary.formats.tmx",
    ),
    Format(
        "po",
        "gettext PO as Weblate keeps glossaries",
        (".po",),
        "padanan.glossary.formats.po",
    ),
    Format(
        "omegat",
        "OmegaT glossary: source, target and comment between tabs",
        (".txt", ".tab", ".utf8"),
        "padanan.glossary.formats.omegat",
    ),
    Format(
        "deepl",
        "DeepL glossary, tab-separated, preferred renderings only",
        (),
        "padanan.glossary.formats.deepl",
        readable=False,
    ),
    Format(
        "markdown",
        "Markdown tables to read",
        (".md",),
        "padanan.glossary.formats.markdown_page",
        readable=False,
    ),
    Format(
        "html",
        "web page to read and print, indexed both ways",
        (".html", ".htm"),
        "padanan.glossary.formats.html_page",
        readable=False,
    ),
)
"""Every format there is."""


def by_name(name: str) -> Format:
    """The format called `name`, capitals ignored.

    Raises:
        UsageError: There is none.
    """
    for known in FORMATS:
        if known.name == name.casefold():
            return known
    raise UsageError(f"“{name}” is not a format. Formats are: {_names(FORMATS)}.")


def for_path(path: Path, data: bytes | None = None) -> Format:
    """The format of a file, by the end of its name and, if it is to be read, by its content.

    Several formats share `.tbx`, `.xml`, `.tsv`, `.txt`.

    Args:
        path: The file.
        data: Its bytes if it is to be read; None if it is to be written.

    Raises:
        InputError: The content is of a format that is known, but not as a glossary's.
        UsageError: The name's end is no format's.
    """
    from padanan.glossary.formats.sniffing import sniff

    end = path.suffix.casefold()
    for known in FORMATS:
        if end in known.extensions:
            return known if data is None else by_name(sniff(data, known.name))
    ends = " ".join(sorted({end for known in FORMATS for end in known.extensions}))
    raise UsageError(
        f"{path}: the end of the name says no format of a glossary. Name the format "
        f"({_names(FORMATS)}), or give the file one of these ends: {ends}."
    )


def read_path(path: Path, as_format: Format | None = None) -> Reading:
    """Read a file of another tool.

    Args:
        path: The file.
        as_format: Its format; found out if None.

    Raises:
        InputError: There is no such file, it cannot be read, is too large, or is no file of the
            format at all; the message names the file.
        UsageError: The name's end is no format's, or the format can only be written.
    """
    try:
        size = path.stat().st_size
        if size > MAX_SIZE:
            raise InputError(_too_large(size))
        data = path.read_bytes()
        return (as_format or for_path(path, data)).read(data)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    except InputError as error:
        raise InputError(f"{path}: {error.message}") from error


def write_path(
    path: Path, concepts: Iterable[Concept], as_format: Format | None = None
) -> tuple[LeftOut, ...]:
    """Write a file for another tool, in one step.

    Args:
        path: The file; what is there is replaced.
        concepts: What it is to hold.
        as_format: Its format; by the end of its name if None.

    Returns:
        What the file does not hold.

    Raises:
        OutputError: The file cannot be written.
        PadananError: An optional library is not installed.
        UsageError: The name's end is no format's, or the format can only be read.
    """
    writing = (as_format or for_path(path)).write(concepts)
    write_atomic(path, writing.data)
    return writing.left_out


def _names(formats: Iterable[Format]) -> str:
    return ", ".join(known.name for known in formats)


def _too_large(size: int) -> str:
    return (
        f"is too large for a glossary ({size // 1024 // 1024:,} MiB; the limit is "
        f"{MAX_SIZE // 1024 // 1024} MiB). Split it."
    )
