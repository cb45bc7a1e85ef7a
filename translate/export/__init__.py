"""Bilingual files in the formats that others read; XLIFF comes back, too (`taking`).

A format's module is imported only when it is written. docs/export.md tells translators what each
format is for and how it shows what is a draft.
"""

import importlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from padanan import language
from padanan.errors import InputError, OutputError, UsageError
from padanan.files import write_atomic
from padanan.translate import bilingual, outputs
from padanan.translate.export.document import Document, Writer, Writing, wanted
from padanan.translate.lock import make_folder

__all__ = [
    "FORMATS",
    "Document",
    "Format",
    "Writing",
    "by_name",
    "export",
    "place",
    "put",
    "read",
]


@dataclass(frozen=True, slots=True)
class Format:
    """One format of export.

    Attributes:
        name: What a user calls it ("docx").
        title: What it is, in a few words, for lists to choose from; a message (`language.marked`).
        ending: The end of its files' names, in place of the bilingual file's `.po`.
        also: Other ends that its files may have.
        module: The module that writes it.
        extra: The optional part of padanan it takes (`uv sync --extra docx`); empty if none.
        joins: Whether one file can hold several articles.
        runs: Whether it is running text, in which marks of drafts can be left out.
    """

    name: str
    title: str
    ending: str
    module: str
    also: tuple[str, ...] = ()
    extra: str = ""
    joins: bool = False
    runs: bool = False

    @property
    def suffixes(self) -> frozenset[str]:
        """The last parts of the ends that its files may have."""
        return frozenset(Path(f"x{end}").suffix for end in (self.ending, *self.also))

    def write(self, documents: Iterable[Document], *, marked: bool = True) -> Writing:
        """A file of this format.

        Args:
            documents: The articles; one, unless the format joins.
            marked: Whether drafts and gaps are to be told from what is approved.

        Raises:
            PadananError: The optional library it takes is not installed.
            UsageError: It always tells them.
        """
        if not (marked or self.runs):
            raise UsageError(
                f"{self.name} always tells drafts from what is approved. Leave the mark out only "
                f"where there is running text: {_names(f for f in FORMATS if f.runs)}."
            )
        return cast("Writer", importlib.import_module(self.module)).write(
            tuple(documents), marked=marked
        )


FORMATS = (
    Format(
        "text",
        language.marked("English text"),
        ".en.txt",
        "padanan.translate.export.text",
        runs=True,
    ),
    Format(
        "html",
        language.marked("side-by-side web page"),
        ".bilingual.html",
        "padanan.translate.export.html_page",
        also=(".htm",),
    ),
    Format(
        "docx",
        language.marked("Word document in English"),
        ".docx",
        "padanan.translate.export.docx_text",
        extra="docx",
        runs=True,
    ),
    Format(
        "docx-table",
        language.marked("Word document, source and target in two columns"),
        ".bilingual.docx",
        "padanan.translate.export.docx_table",
        extra="docx",
    ),
    Format(
        "xliff",
        language.marked("XLIFF 1.2, for OmegaT, Trados, memoQ and other CAT tools"),
        ".xlf",
        "padanan.translate.export.xliff12",
        also=(".xliff",),
        joins=True,
    ),
    Format(
        "xliff2",
        language.marked("XLIFF 2.1, for newer CAT tools"),
        ".xliff",
        "padanan.translate.export.xliff21",
        also=(".xlf",),
        joins=True,
    ),
    Format(
        "tmx",
        language.marked("translation memory (TMX 1.4b)"),
        ".tmx",
        "padanan.translate.export.tmx",
        joins=True,
    ),
    Format(
        "csv",
        language.marked("table for spreadsheets"),
        ".csv",
        "padanan.translate.export.csv_table",
        joins=True,
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
    raise UsageError(f"“{name}” is no format of export. Formats are: {_names(FORMATS)}.")


def read(path: Path, name: str = "", *, approved_only: bool = False) -> Document:
    """An article to export.

    Args:
        path: Its bilingual file.
        name: What the export calls it; the file's name without its ending if empty.
        approved_only: Whether drafts are to be left out.

    Raises:
        InputError: There is no such file, or it cannot be read.
    """
    content = bilingual.load(path)
    if content is None:
        raise InputError(f"{path}: there is no such bilingual file.")
    return Document(name or path.stem, wanted(content, approved_only=approved_only), approved_only)


def export(
    path: Path,
    format_name: str,
    destination: Path,
    *,
    approved_only: bool = False,
    marked: bool = True,
    force: bool = False,
) -> Path:
    """Export one article.

    Args:
        path: Its bilingual file, as it is on the disk.
        format_name: The name of a format.
        destination: The file to write, or the folder to write it in (`place`).
        approved_only: Whether drafts are to be left out; their segments stay as visible gaps.
        marked: Whether drafts and gaps are to be told from what is approved.
        force: Whether a file that is there, and holds something else, is to be overwritten.

    Returns:
        The file that was written, or was there already as it was to be.

    Raises:
        InputError: The bilingual file cannot be read.
        OutputError: The export cannot be written, or something else is there.
        PadananError: An optional library is not installed.
        UsageError: There is no such format, or it cannot leave marks out.
    """
    chosen = by_name(format_name)
    document = read(path, approved_only=approved_only)
    target = place(destination, chosen, Path(path.name))
    put(target, chosen.write([document], marked=marked), [path], force=force)
    return target


def place(destination: Path, chosen: Format, relative: Path) -> Path:
    """Where the export of an article goes.

    Args:
        destination: A file if its name has an end that the format's have; else a folder.
        chosen: The format.
        relative: The bilingual file's path within what is exported, which the folder repeats.

    Raises:
        UsageError: Its name has the end of another format.
    """
    end = destination.suffix.casefold()
    if end in chosen.suffixes and not destination.is_dir():
        return destination
    if any(end in other.suffixes for other in FORMATS) and not destination.is_dir():
        raise UsageError(
            f"{destination}: {chosen.name} has another end. Name a file that ends in "
            f"{chosen.ending}, or a folder."
        )
    return destination / relative.with_name(relative.stem + chosen.ending)


def put(target: Path, writing: Writing, sources: Sequence[Path], *, force: bool = False) -> bool:
    """Write an export in one step, and its folder if need be.

    Args:
        target: The file.
        writing: What it is to hold.
        sources: The bilingual files it is made from, which it must not take the place of; nor that
            of their articles, nor of the English texts that `padanan translate` keeps.
        force: Whether a file that is there, and holds something else, is to be overwritten.

    Returns:
        Whether it was written: it is not if it holds the same already.

    Raises:
        OutputError: It cannot be written, or something else is there.
    """
    if os.path.lexists(target):
        if _holds(target, writing.data):
            return False
        _expect_export(target, sources)
        if not force:
            raise OutputError(f"{target}: is there already. Say --force to overwrite it.")
    make_folder(target.parent)
    write_atomic(target, writing.data)
    return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _expect_export(target: Path, sources: Iterable[Path]) -> None:
    """See that no work is overwritten, whoever asks for it.

    Raises:
        OutputError: It would be.
    """
    real = os.path.realpath(target)
    for path in sources:
        content = bilingual.load(path)
        kept = {path: "the bilingual file", path.with_suffix(".en.txt"): "padanan translate's text"}
        if content is not None:
            kept[outputs.article(path, content)] = "the article"
        for other, what in kept.items():
            if real == os.path.realpath(other):
                raise OutputError(
                    f"{target}: is {what}, which is never overwritten by an export. Choose "
                    "another place with -o."
                )


def _names(formats: Iterable[Format]) -> str:
    return ", ".join(known.name for known in formats)
