"""Choosing units: by words, by who approved them and when; and counting them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from heapq import nlargest

from padanan.translate.memory.unit import Unit


@dataclass(frozen=True, slots=True)
class Choice:
    """Some of a memory's units: those for which everything holds that is said here.

    Attributes:
        before: Approved before this time (as `Unit.time`); units without a time are not.
        article: Of this article.
        segments: Of the segments with one of these ids.
        who: Approved by this person.
        duplicates: The same source and the same target as a later unit.
    """

    before: str = ""
    article: str | None = None
    segments: Collection[str] | None = None
    who: str | None = None
    duplicates: bool = False


@dataclass(frozen=True, slots=True)
class Stats:
    """A memory in figures.

    Attributes:
        units: Pairs of source and target.
        sources: Different sources (normalised).
        articles: Articles they come from.
        people: How many units each person approved, most first; "" is nobody known.
        first: The earliest time; empty if none is known.
        last: The latest.
        size: Bytes of the file, or of the tables with their indexes on a server.
    """

    units: int
    sources: int
    articles: int
    people: tuple[tuple[str, int], ...]
    first: str
    last: str
    size: int


def matching(units: Iterable[Unit], words: str, limit: int) -> tuple[Unit, ...]:
    """The latest units with all the words in their source or in their target."""
    wanted = words.casefold().split()

    def has_all(text: str) -> bool:
        text = text.casefold()
        return all(word in text for word in wanted)

    found = (unit for unit in units if has_all(unit.source) or has_all(unit.target))
    return tuple(nlargest(limit, found, key=lambda unit: unit.time))
