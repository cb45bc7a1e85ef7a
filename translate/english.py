"""The English text of an article: what a reader gets, one block a line."""

from collections.abc import Sequence

from padanan.translate.article import SegmentedArticle
from padanan.translate.bilingual import Entry, State


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
