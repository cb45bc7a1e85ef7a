"""What a memory is kept in, as the memory asks it.

Two stores answer it, a file of SQLite (`sqlite`) and a database on a PostgreSQL server
(`postgres`); neither knows the other. What is an exact or a similar source, and which unit stays,
is decided above them (`lookup`, `storing`), so that both give the same answers.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

from padanan.address import Place
from padanan.translate.memory.choice import Choice, Stats
from padanan.translate.memory.unit import Unit

PATIENCE = 10.0
"""Seconds to wait for another padanan that is writing, or for a server that is gone."""

Slot: TypeAlias = tuple[str, str, int]
"""What no two units of a memory have in common: article, segment, and, where there is no segment, a
hash of the pair."""

BEFORE_ALL: Slot = ("", "", -(2**63))
"""A slot before all others."""


class Source(NamedTuple):
    """One of the different sources of a memory.

    Attributes:
        number: Of two, the one that was stored later has the higher one. It is never given to
            another.
        text: The source, normalised.
    """

    number: int
    text: str


class Reader(Protocol):
    """What a store is asked. Each answer is of one moment."""

    def same(self, text: str, limit: int) -> list[Unit]:
        """The units of a normalised source, those stored last first; so many at the most."""

    def of(self, numbers: Sequence[int], limit: int) -> Mapping[int, list[Unit]]:
        """The units of sources, each as `same` has them; less the sources that have gone."""

    def bare(self, skeleton: int, limit: int) -> list[Source]:
        """The sources with a hash of what is left without values, those stored last first."""

    def alike(self, text: str, threshold: float) -> list[Source]:
        """The sources whose score with a normalised one may be a threshold or more (0 to 100)."""

    def at(self, slots: Collection[Slot]) -> Mapping[Slot, tuple[int, Unit]]:
        """The units in some slots, with their numbers; less the slots that are free."""

    def page(self, after: Slot, size: int, words: Collection[str]) -> list[tuple[Slot, Unit]]:
        """The next units after a slot, by article, segment and pair; fewer than the size only
        where there are no more. Those that do not have all the words (casefolded), be it in the
        source or in the target, may be left out."""

    def chosen(self, choice: Choice) -> tuple[int, ...]:
        """The numbers of the units that are meant, by article, segment and pair."""

    def numbered(self, numbers: Sequence[int]) -> Mapping[int, Unit]:
        """The units with some numbers, less those that have gone."""

    def stats(self) -> Stats:
        """What is there, in figures."""


class Writer(Reader, Protocol):
    """What a store does; nobody else writes meanwhile."""

    def add(self, units: Sequence[tuple[Slot, Unit]]) -> None:
        """Put units into slots that are free."""

    def remove(self, numbers: Collection[int]) -> int:
        """Take out the units with some numbers, and the sources that no other unit has.

        Returns:
            How many of them were there.
        """


Answer = TypeVar("Answer")


class Store(Protocol):
    """A file or a database, which threads may share.

    What it is asked may be asked twice, if the server was lost in between; so it has to have the
    same effect twice.

    Every method raises:
        InputError: It is damaged, or of a later version of padanan.
        OutputError: It cannot be reached, read or written, or another padanan keeps it busy.
    """

    @property
    def place(self) -> Place:
        """Where it is."""

    def read(self, work: Callable[[Reader], Answer]) -> Answer:
        """Ask something."""

    def write(self, work: Callable[[Writer], Answer]) -> Answer:
        """Change something, wholly or, on any error, not at all."""

    def sweep(self) -> None:
        """Give back the room of what was taken out."""

    def close(self) -> None:
        """Close it. Nothing more can be asked of it."""
