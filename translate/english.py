"""The English text of an article: what a reader gets, one block a line."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from padanan.errors import OutputError
from padanan.files import write_atomic
from padanan.translate.article import SegmentedArticle
from padanan.translate.bilingual import Entry, State, fingerprint


def compose(segmented: SegmentedArticle, entries: Sequence[Entry]) -> str:
    """The English of an article: blocks parted by an empty line, segments by a space.

    Furniture is left out, unless a person gave it a target. A segment without a target shows its
    source in square brackets, so that a gap cannot pass for a finished text.

    Args:
        segmented: The article.
        entries: Its entries in reading order, as `keep.assemble` gives them.
    """
    return "".join(f"{block}\n\n" for block in blocks(segmented, entries))[:-1]


def blocks(segmented: SegmentedArticle, entries: Sequence[Entry]) -> list[str]:
    """The English of each block that has any, in reading order."""
    by_line: dict[int, list[str]] = {block.first_line: [] for block in segmented.article.blocks}
    for entry in entries:
        text = entry.target.strip()
        if entry.state is State.EMPTY:
            text = f"[{entry.source}]"
        if text:
            by_line[entry.line].append(text)
    return [" ".join(texts) for texts in by_line.values() if texts]


class Saved(Enum):
    """What became of an English text that was to be saved."""

    WRITTEN = auto()
    """It was written."""

    ALIKE = auto()
    """The file held it already."""

    LEFT = auto()
    """The file holds something that is not ours, and was left alone."""


def save(path: Path, text: str, last: str) -> Saved:
    """Write an English text, unless a person has changed the file by hand.

    Args:
        path: The file.
        text: The English text.
        last: `fingerprint` of what padanan last wrote there; empty when it never has.

    Raises:
        OutputError: The file cannot be read or written.
    """
    data = text.encode("utf-8")
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        there = None
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    if there == data:
        return Saved.ALIKE
    if there is not None and fingerprint(there.decode("utf-8", "surrogateescape")) != last:
        return Saved.LEFT
    write_atomic(path, data)
    return Saved.WRITTEN
