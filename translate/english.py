"""The English text of an article: what a reader gets, one block a line."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from padanan.errors import OutputError
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


class There(Enum):
    """What a file that an English text is to be written to holds now."""

    SAME = auto()
    """The text itself."""

    OURS = auto()
    """Nothing, or what padanan wrote there before."""

    FOREIGN = auto()
    """Something else: a person has changed it, or put it there."""


def look(path: Path, text: str, ours: Sequence[str]) -> There:
    """What the file at `path` holds, compared with an English text.

    Args:
        path: The file.
        text: The English text it is to hold.
        ours: `fingerprint`s of what padanan has written there.

    Line ends do not count: an editor that changes nothing else has changed nothing.

    Raises:
        OutputError: The file cannot be read.
    """
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return There.OURS
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    found = there.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    if found == text:
        return There.SAME
    return There.OURS if fingerprint(found) in ours else There.FOREIGN
