"""What a translation memory holds, and what it answers."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Unit:
    """One approved pair.

    Attributes:
        source: The Indonesian.
        target: The English.
        article: The article it was approved in; empty when nothing says.
        segment: The segment's id in that article; empty when nothing says. Of one segment of one
            article a memory holds one unit; a unit that names no segment is told by its pair.
        time: When it was approved: ISO 8601, UTC, whole seconds ("2022-01-27T03:50:00Z"); empty
            when nothing says.
        who: Who approved it; empty when nothing says.
    """

    source: str
    target: str
    article: str = ""
    segment: str = ""
    time: str = ""
    who: str = ""


class HitKind(StrEnum):
    """How close a hit is."""

    EXACT = "exact"
    """The same source, but for white space and the shapes of quotation marks and dashes."""

    ADAPTED = "adapted"
    """The same source but for its numbers and dates, which were put into the target."""

    FUZZY = "fuzzy"
    """A similar source."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that was found for a source.

    Attributes:
        unit: The latest unit with that source and target.
        kind: How close it is.
        score: How alike the sources are, 0 to 100 (`padanan.translate.memory.score`); 100 only for
            EXACT, and 99 for ADAPTED.
        target: The unit's target; for ADAPTED with the values of the source that was asked for.
        others: How many other targets the memory has for the unit's source.
    """

    unit: Unit
    kind: HitKind
    score: float
    target: str
    others: int = 0


TIME = "%Y-%m-%dT%H:%M:%SZ"
"""How `Unit.time` is written (`datetime.strftime`); later times sort after earlier ones."""


def now() -> str:
    """The present time, as `Unit.time` has it."""
    return datetime.now(UTC).strftime(TIME)
