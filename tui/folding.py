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
    start, count, before = 0, len(entries), -1
    while start < count:
        entry = entries[start]
        if not unfolded and _is_left_out(entry):
            end = start + 1
            while end < count and _is_left_out(entries[end]):
                end += 1
            yield Row(start, folded=end - start, parted=True)
            start, before = end, -1
            continue
        parted = start == 0 or entry.line != before
        yield Row(start, 0, parted, parted and entry.kind is not BlockKind.PARAGRAPH)
        start, before = start + 1, entry.line


def chosen(entries: Sequence[Entry], indices: Sequence[int]) -> Iterator[Row]:
    """The rows for some of the entries.

    In the article's order they are parted where another block begins; in another order there are
    no blocks to be seen, and only their kinds are told.
    """
    in_order = all(one < other for one, other in pairwise(indices))
    before = None
    for index in indices:
        entry = entries[index]
        named = entry.kind is not BlockKind.PARAGRAPH
        if in_order:
            parted = entry.line != before
            yield Row(index, 0, parted, parted and named)
        else:
            yield Row(index, 0, named, named)
        before = entry.line


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


def _is_left_out(entry: Entry) -> bool:
    return entry.state is State.SKIPPED and not entry.target
