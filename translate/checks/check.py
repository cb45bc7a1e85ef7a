"""What a check is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from padanan.translate.checks.pair import Pair, Severity, Span


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of a check that a desk may set.

    Attributes:
        name: What `padanan.toml` calls it.
        default: Its value where the desk sets none.
        least: The lowest it can be.
        most: The highest it can be.
        about: What it says, in a few words.
    """

    name: str
    default: float
    least: float
    most: float
    about: str


Limits = Mapping[str, float]
"""The numbers a check goes by, by their names."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a check sees in a pair; with the check's id and severity it is a `Finding`.

    Attributes:
        message: As of `Finding`, and so are the spans and the fix.
        minor: Whether it is a note, however much the check's findings matter otherwise.
    """

    message: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    fix: str | None = None
    minor: bool = False


class Rule(ABC):
    """What every check has.

    Attributes:
        id: Its name in settings, flags and reports; in small letters, with hyphens.
        name: Its name for people.
        severity: How much its findings matter, where the desk does not say otherwise.
        description: What it finds, in a sentence or two for translators.
        limits: The numbers it goes by.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    description: ClassVar[str]
    limits: ClassVar[tuple[Limit, ...]] = ()


class Check(Rule):
    """A check of one pair by itself.

    Attributes:
        of_empty: Whether it has something to say of a segment that has no target.
    """

    of_empty: ClassVar[bool] = False

    @abstractmethod
    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        """What is the matter with a pair; it never raises, whatever the texts hold."""


class WideCheck(Rule):
    """A check of pairs beside each other: those of an article, or of all that are given."""

    @abstractmethod
    def look(self, pairs: Sequence[Pair], limits: Limits) -> Iterator[tuple[Pair, Seen]]:
        """What is the matter between pairs, each with the pair it is told of."""
