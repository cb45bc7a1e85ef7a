"""Entries in reading order, which are found by their ids at once however many there are."""

from collections.abc import Iterable, Sequence

from padanan.translate.bilingual import Entry


class Sheet:
    """Entries in order.

    Attributes:
        entries: The entries; to be changed by this class only.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = list(entries)
        self._places: dict[str, int] = {}
        self._count()

    def _count(self, start: int = 0) -> None:
        """Note the places from `start` on."""
        for place in range(start, len(self.entries)):
            self._places[self.entries[place].id] = place

    def index(self, id_: str) -> int:
        """The place of an entry; -1 when there is none of this id."""
        return self._places.get(id_, -1)

    def get(self, id_: str) -> Entry | None:
        """The entry of an id."""
        place = self._places.get(id_)
        return None if place is None else self.entries[place]

    def put(self, entry: Entry) -> None:
        """Put an entry in the place of the one with the same id."""
        self.entries[self._places[entry.id]] = entry

    def run(self, ids: Sequence[str]) -> int:
        """Where entries of these ids stand one after the other; -1 if nowhere."""
        start = self.index(ids[0]) if ids else -1
        found = self.entries[start : start + len(ids)] if start >= 0 else []
        return start if [entry.id for entry in found] == list(ids) else -1

    def splice(self, start: int, count: int, new: Sequence[Entry]) -> None:
        """Put entries in the place of `count` others."""
        for gone in self.entries[start : start + count]:
            del self._places[gone.id]
        self.entries[start : start + count] = new
        self._count(start)
