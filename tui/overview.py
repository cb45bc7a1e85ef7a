"""Which articles lie in a desk, and how far the work on each has come."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from padanan.errors import InputError
from padanan.translate import bilingual
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State

_MARKS = (b"X-Padanan-", b"\n#. fingerprint: ", b'\nmsgctxt "skip-')
"""What padanan's bilingual files hold and other PO files do not; damaged ones keep some of it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work on some entries has come.

    Attributes:
        approved: How many segments are approved.
        total: How many segments there are; furniture is none.
        words: Source words of the segments that are not approved yet.
    """

    approved: int
    total: int
    words: int

    def __str__(self) -> str:
        if self.approved == self.total:
            return f"{self.approved:,}/{self.total:,} approved"
        noun = "word" if self.words == 1 else "words"
        return f"{self.approved:,}/{self.total:,} approved, {self.words:,} {noun} left"


@dataclass(frozen=True, slots=True)
class Overview:
    """An article as the list of articles shows it.

    Attributes:
        path: Its bilingual file.
        headline: Its headline, in English where there is any.
        progress: How far it has come; None when the file cannot be used.
        error: Why it cannot be used; else empty.
    """

    path: Path
    headline: str
    progress: Progress | None
    error: str = ""


def progress(entries: Iterable[Entry]) -> Progress:
    """How far the work on `entries` has come."""
    approved = total = words = 0
    for entry in entries:
        if entry.state is State.SKIPPED:
            continue
        total += 1
        if entry.state is State.APPROVED:
            approved += 1
        else:
            words += len(entry.source.split())
    return Progress(approved, total, words)


def overview(path: Path, entries: Iterable[Entry]) -> Overview:
    """The overview of an article from its entries."""
    entries = tuple(entries)
    headlines = [entry for entry in entries if entry.kind is BlockKind.HEADLINE]
    headline = " ".join(entry.target or entry.source for entry in headlines[:1])
    return Overview(path, headline, progress(entries))


def find(folder: Path) -> Iterator[Path]:
    """The bilingual files below a folder, sorted; hidden files and folders are passed over.

    PO files of other programs are passed over too, damaged ones of padanan's are not.
    """
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if path.suffix == ".po" and not name.startswith(".") and _is_ours(path):
                yield path


def _is_ours(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return True  # look will say what is wrong with it
    return not data.strip() or any(mark in data for mark in _MARKS)


def look(path: Path) -> Overview:
    """Read a bilingual file for its overview; a damaged one gives an overview with its error."""
    try:
        content = bilingual.load(path)
    except InputError as error:
        return Overview(path, "", None, error.message)
    if content is None:
        return Overview(path, "", None, f"{path}: this bilingual file has gone.")
    return overview(path, content.entries)
