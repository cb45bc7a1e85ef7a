"""The translation memory: approved pairs, found again exactly, adapted and by likeness."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from padanan.address import Address, Place, place
from padanan.errors import InputError, OutputError, how_to_add
from padanan.translate.memory import lookup, storing
from padanan.translate.memory.choice import Choice, Stats, matching
from padanan.translate.memory.normal import storable
from padanan.translate.memory.store import BEFORE_ALL, PATIENCE, Reader, Slot, Store, Writer
from padanan.translate.memory.unit import Hit, Unit

if TYPE_CHECKING:
    from padanan.translate.memory.postgres import Server

_PAGE = 2_000
"""Units that are read at a time; between two pages others can write."""


class Memory:
    """A translation memory in a file, or on a server.

    Several processes may work with one memory: each call waits until others are done with theirs,
    and what it does is done wholly or not at all, whatever kills it. Threads may share a Memory.

    Every method raises:
        InputError: The file is damaged.
        OutputError: It cannot be read or written, another padanan keeps it busy, or the server is
            gone, and could not be reached again.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, where: Place | str, patience: float = PATIENCE) -> Self:
        """Open a memory; where there is none, make it, and the folder or schema it lies in.

        Args:
            where: The file, or the address of a database.
            patience: Seconds that every call waits for another padanan that is writing, and for a
                server that is gone.

        Raises:
            InputError: The file is damaged, not a memory, or of a later version of padanan.
            OutputError: It cannot be opened, or another padanan keeps it busy.
        """
        where = place(where) if isinstance(where, str) else where
        if isinstance(where, Address):
            return cls(_server(where).made(where, patience))
        from padanan.translate.memory.sqlite import File

        return cls(File(where, patience))

    @classmethod
    def find(cls, where: Place | str, patience: float = PATIENCE) -> Self | None:
        """Open a memory if there is one; nothing is made.

        Args:
            where: As for `open`.
            patience: The same.

        Raises:
            InputError: As `open`.
            OutputError: As `open`.
        """
        where = place(where) if isinstance(where, str) else where
        if isinstance(where, Address):
            server = _server(where).found(where, patience)
            return None if server is None else cls(server)
        return cls.open(where, patience) if _is_there(where) else None

    @property
    def place(self) -> Place:
        """Where it is; fit to be shown."""
        return self._store.place

    def close(self) -> None:
        """Close it. Nothing more can be asked of it."""
        self._store.close()

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
        return self._take(units, older=True)

    def merge(self, units: Iterable[Unit]) -> int:
        """Store units of another memory: as `store`, but of one segment the later unit stays."""
        return self._take(units, older=False)

    def _take(self, units: Iterable[Unit], *, older: bool) -> int:
        tidy = (one for unit in units if (one := storing.tidy(unit)) is not None)
        changed = 0
        while batch := list(islice(tidy, storing.BATCH)):
            if self._store.read(partial(storing.any_news, units=batch, older=older)):
                changed += self._store.write(partial(storing.store, units=batch, older=older))
        return changed

    def exact(self, source: str) -> Hit | None:
        """The latest unit of the same source (EXACT); failing that, the latest whose source
        differs in its values only, with these put into its target (ADAPTED)."""
        return self._store.read(lambda reader: lookup.exact(reader, source))

    def fuzzy(self, source: str, limit: int = 5, threshold: float = 70.0) -> tuple[Hit, ...]:
        """The units whose sources are alike, the best first: exact ones, adapted ones, then by
        score and by time. Each is another pair of source and target.

        Args:
            source: The source.
            limit: Hits at most.
            threshold: The score that a fuzzy hit must have, 0 to 100. Below 50 many are missed.
        """
        return self._store.read(lambda reader: lookup.fuzzy(reader, source, limit, threshold))

    def search(self, words: str, limit: int = 20) -> tuple[Unit, ...]:
        """The latest units that have all the words, or parts of words, in source or target.

        Args:
            words: Words with blanks between them; capitals do not count.
            limit: Units at most.
        """
        return matching(self.units(words.casefold().split()), words, limit)

    def stats(self) -> Stats:
        """What is in the memory, in figures."""
        return self._store.read(lambda reader: reader.stats())

    def units(self, words: Collection[str] = ()) -> Iterator[Unit]:
        """All units, by article and segment.

        They are read as they are asked for, so that what others store meanwhile may be among them
        or not.

        Args:
            words: Parts of words, casefolded. A server leaves out most of the units that do not
                have all of them, be it in the source or in the target.
        """
        after = BEFORE_ALL
        while True:
            page = self._store.read(partial(_page, after=after, words=words))
            yield from (unit for _, unit in page)
            if len(page) < _PAGE:
                return
            after = page[-1][0]

    def choose(self, choice: Choice) -> tuple[int, ...]:
        """The numbers of the units that a choice means, to be given to `numbered` and `remove`.

        A number stays with its unit, and is never given to another.
        """
        meant = replace(
            choice,
            article=None if choice.article is None else storing.named(choice.article),
            segments=None if choice.segments is None else {*map(storing.named, choice.segments)},
            who=None if choice.who is None else storable(choice.who),
        )
        return self._store.read(lambda reader: reader.chosen(meant))

    def numbered(self, numbers: Iterable[int]) -> Iterator[tuple[int, Unit]]:
        """The units with some numbers, each with its own, less those that have gone."""
        rest = iter(numbers)
        while page := list(islice(rest, _PAGE)):
            units = self._store.read(partial(_numbered, numbers=page))
            yield from ((number, units[number]) for number in page if number in units)

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
            removed += self._store.write(partial(_remove, numbers=page))
        if removed:
            self._store.sweep()
        return removed


def _server(address: Address) -> "type[Server]":
    """What opens memories on servers.

    Raises:
        InputError: It is not installed.
    """
    try:
        from padanan.translate.memory.postgres import Server
    except ModuleNotFoundError as error:
        raise InputError(
            f"{address}: a memory on a server needs more than is installed: "
            f"{how_to_add('postgres')}."
        ) from error
    return Server


def _page(reader: Reader, after: Slot, words: Collection[str]) -> list[tuple[Slot, Unit]]:
    return reader.page(after, _PAGE, words)


def _numbered(reader: Reader, numbers: Sequence[int]) -> Mapping[int, Unit]:
    return reader.numbered(numbers)


def _remove(writer: Writer, numbers: Collection[int]) -> int:
    return writer.remove(numbers)


def _is_there(path: Path) -> bool:
    """Whether there is a file.

    Raises:
        OutputError: That cannot be seen.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    return True
