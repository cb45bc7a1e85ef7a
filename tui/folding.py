"""Which rows the list of segments has: one for each entry, one for a run of skipped lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State


class Row(NamedTuple):
    """One row of the list.

    Attributes:
        entry: Index of its entry; of the first one when it stands for several.
        folded: How many skipped lines it stands for; 0 for a segment.
        parted: Whether it is parted from the row before it: a block begins with it.
        named: Whether the kind of its block is told above it.
    """

    entry: int
    folded: int = 0
    parted: bool = False
    named: bool = False


def arrange(entries: Sequence[Entry], *, unfolded: bool) -> Iterator[Row]:
    """The rows for entries; runs of skipped lines become one, unless they are unfolded.

    A skipped line that a person has translated is in the English text, so it is never folded.
    """
    start, count = 0, len(entries)
    before: Entry | None = None
    while start < count:
        entry = entries[start]
        if entry.state is State.SKIPPED and not entry.target and not unfolded:
            end = start + 1
            while end < count and entries[end].state is State.SKIPPED and not entries[end].target:
                end += 1
            yield Row(start, folded=end - start, parted=True)
            start, before = end, None
            continue
        if before is not None and before.line == entry.line:
            yield Row(start)
        else:
            yield Row(start, 0, *_heading(before, entry))
        start, before = start + 1, entry


def _heading(before: Entry | None, entry: Entry) -> tuple[bool, bool]:
    """Whether an entry is parted from the one before it, and whether its kind is told there."""
    if before is not None and before.kind is entry.kind is BlockKind.FURNITURE:
        return False, False
    return True, entry.kind is not BlockKind.PARAGRAPH


def chosen(entries: Sequence[Entry], indices: Sequence[int]) -> Iterator[Row]:
    """The rows for some of the entries.

    In the article's order they are parted where another block begins; in another order there are
    no blocks to be seen, and only their kinds are told.
    """
    in_order = all(one < other for one, other in pairwise(indices))
    before: Entry | None = None
    for index in indices:
        entry = entries[index]
        if not in_order:
            named = entry.kind is not BlockKind.PARAGRAPH
            yield Row(index, 0, named, named)
        elif before is not None and before.line == entry.line:
            yield Row(index)
        else:
            yield Row(index, 0, *_heading(before, entry))
        before = entry


def numbered(entries: Sequence[Entry]) -> list[int]:
    """The number of each entry: segments are counted from 1, skipped lines have 0."""
    numbers, number = [], 0
    for entry in entries:
        if entry.state is State.SKIPPED:
            numbers.append(0)
        else:
            number += 1
            numbers.append(number)
    return numbers
