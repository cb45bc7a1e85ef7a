"""The translation memory: approved pairs, found again exactly, adapted and by likeness."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from padanan.translate.memory import index, lookup, storing
from padanan.translate.memory.choice import Choice, Stats, chosen, count, matching, numbered
from padanan.translate.memory.database import PATIENCE, Database
from padanan.translate.memory.unit import Hit, Unit

_PAGE = 2_000
"""Units that are read at a time; between two pages others can write."""


class Memory:
    """A translation memory in a file.

    Several processes may work with one file: each call waits until others are done with theirs,
    and what it does is done wholly or not at all, whatever kills it. Threads may share a Memory.

    Every method raises:
        InputError: The file is damaged.
        OutputError: It cannot be read or written, or another padanan keeps it busy.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path, patience: float = PATIENCE) -> Self:
        """Open a memory; where there is none, make it and the folder it lies in.

        Args:
            path: The file.
            patience: Seconds that every call waits for another padanan that is writing.

        Raises:
            InputError: The file is damaged, not a memory, or of a later version of padanan.
            OutputError: It cannot be opened, or another padanan keeps it busy.
        """
        return cls(Database(path, patience))

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def close(self) -> None:
        """Close the file. Nothing more can be asked of it."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def store(self, units: Iterable[Unit]) -> int:
        """Store what was approved; each takes the place of an earlier unit of its segment.

        What the memory says already is left as it is, with its time and person. Units without a
        source or a target are passed over.

        Returns:
            How many units changed the memory.
        """
        return self._store(units, older=True)

    def merge(self, units: Iterable[Unit]) -> int:
        """Store units of another memory: as `store`, but of one segment the later unit stays."""
        return self._store(units, older=False)

    def _store(self, units: Iterable[Unit], *, older: bool) -> int:
        tidy = (one for unit in units if (one := storing.tidy(unit)) is not None)
        changed = 0
        while batch := list(islice(tidy, storing.BATCH)):
            with self._database.reading() as connection:
                if not storing.any_news(connection, batch, older=older):
                    continue
            with self._database.writing() as connection:
                changed += storing.store(connection, batch, older=older)
        return changed

    def exact(self, source: str) -> Hit | None:
        """The latest unit of the same source (EXACT); failing that, the latest whose source
        differs in its values only, with these put into its target (ADAPTED)."""
        with self._database.reading() as connection:
            return lookup.exact(connection, source)

    def fuzzy(self, source: str, limit: int = 5, threshold: float = 70.0) -> tuple[Hit, ...]:
        """The units whose sources are alike, the best first: exact ones, adapted ones, then by
        score and by time. Each is another pair of source and target.

        Args:
            source: The source.
            limit: Hits at most.
            threshold: The score that a fuzzy hit must have, 0 to 100. Below 50 many are missed.
        """
        with self._database.reading() as connection:
            return lookup.fuzzy(connection, source, limit, threshold)

    def search(self, words: str, limit: int = 20) -> tuple[Unit, ...]:
        """The latest units that have all the words, or parts of words, in source or target.

        Args:
            words: Words with blanks between them; capitals do not count.
            limit: Units at most.
        """
        return matching(self.units(), words, limit)

    def stats(self) -> Stats:
        """What is in the memory, in figures."""
        with self._database.reading() as connection:
            return count(connection, self.path)

    def units(self) -> Iterator[Unit]:
        """All units, by article and segment.

        They are read as they are asked for, so that what others store meanwhile may be among them
        or not.
        """
        after = ("", "", -(2**63))
        while True:
            with self._database.reading() as connection:
                rows = connection.execute(
                    f"SELECT {lookup.COLUMNS}, pair FROM {lookup.JOINED}"
                    " WHERE (article, segment, pair) > (?, ?, ?)"
                    " ORDER BY article, segment, pair LIMIT ?",
                    (*after, _PAGE),
                ).fetchall()
            for *fields, _ in rows:
                yield Unit(*fields)
            if len(rows) < _PAGE:
                return
            _, _, article, segment, *_, pair = rows[-1]
            after = (article, segment, pair)

    def choose(self, choice: Choice) -> tuple[int, ...]:
        """The numbers of the units that a choice means, to be given to `numbered` and `remove`.

        A number stays with its unit, and is never given to another.
        """
        with self._database.reading() as connection:
            return chosen(connection, choice)

    def numbered(self, numbers: Iterable[int]) -> Iterator[tuple[int, Unit]]:
        """The units with some numbers, each with its own, less those that have gone."""
        rest = iter(numbers)
        while page := list(islice(rest, _PAGE)):
            with self._database.reading() as connection:
                units = numbered(connection, page)
            yield from units

    def prune(self, choice: Choice, keep: Callable[[Iterator[Unit]], None] | None = None) -> int:
        """Remove units.

        Args:
            choice: Which.
            keep: Called with the units before they are removed, to keep them elsewhere.

        Returns:
            How many were removed. Those that are replaced meanwhile stay.
        """
        numbers = self.choose(choice)
        if keep is not None and numbers:
            keep(unit for _, unit in self.numbered(numbers))
        return self.remove(numbers)

    def remove(self, numbers: Iterable[int]) -> int:
        """Remove the units with some numbers; how many of them were there."""
        removed = 0
        rest = iter(numbers)
        while page := list(islice(rest, _PAGE)):
            with self._database.writing() as connection:
                for number in page:
                    row = connection.execute(
                        "SELECT source_id FROM unit WHERE id = ?", (number,)
                    ).fetchone()
                    if row is not None:
                        storing.remove(connection, number, row[0])
                        removed += 1
        if removed:
            with self._database.writing() as connection:
                index.sweep(connection)
            self._database.compact()
        return removed
