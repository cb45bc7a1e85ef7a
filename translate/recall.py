"""The memory, as a run and the desk use it: asked for drafts, told what a person approved.

Whatever is wrong with it costs nothing but its help: the work goes on without it.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from padanan.address import Place
from padanan.desk import Desk
from padanan.errors import PadananError
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.memory import Choice, Hit, HitKind, Memory, Unit, now, person
from padanan.translate.memory.store import PATIENCE

MADE = frozenset({"memory", "adapted"})
"""What the bilingual file says of drafts that come from the memory (`Entry.how`)."""

THRESHOLD = 70.0
"""The score of a similar source, in percent, below which a hit seldom saves work."""


class Recall:
    """The memory of a desk. It is opened if it is there, and made when there is something to keep.

    Args:
        place: Its file, or its address on a server.
        learning: Whether anything is to be stored.
        patience: Seconds that each call waits for another padanan that is writing, and for a
            server that is gone.

    Attributes:
        place: Its file or address.
        trouble: What was wrong with it, in a sentence; empty while all is well. After that it is
            not asked any more.
    """

    def __init__(self, place: Place, *, learning: bool = True, patience: float = PATIENCE) -> None:
        self.place = place
        self._learning = learning
        self._patience = patience
        self.trouble = ""
        self._memory: Memory | None = None
        try:
            self._memory = Memory.find(place, patience)
        except PadananError as error:
            self._fail(error)

    def close(self) -> None:
        """Close the memory."""
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    def ask(self, source: str, *, adapt: bool) -> Hit | None:
        """What the memory has for a source: an exact hit, or an adapted one if that will do."""
        if self._memory is None:
            return None
        try:
            hit = self._memory.exact(source)
        except PadananError as error:
            self._fail(error)
            return None
        return hit if hit is not None and (adapt or hit.kind is HitKind.EXACT) else None

    def similar(self, source: str) -> Hit | None:
        """The closest hit for a source that is not the same: a fuzzy one of `THRESHOLD` or more,
        or an adapted one."""
        if self._memory is None:
            return None
        try:
            hits = self._memory.fuzzy(source, threshold=THRESHOLD)
        except PadananError as error:
            self._fail(error)
            return None
        return next((hit for hit in hits if hit.kind is not HitKind.EXACT), None)

    def learn(self, units: Collection[Unit]) -> None:
        """Store what it does not have yet of an article's units.

        Args:
            units: What is approved in one article.
        """
        if not (units and self._learning) or self.trouble:
            return
        if self._memory is None:
            self._open()
        try:
            if self._memory is not None and (new := _unknown(self._memory, units)):
                self._memory.store(new)
        except PadananError as error:
            self._fail(error)

    def forget(self, units: Collection[Unit]) -> None:
        """Take out what is approved no more of an article's units, if it is there as they say.

        Args:
            units: What was approved in one article.
        """
        if not units or self._memory is None:
            return
        gone = {_pair(unit) for unit in units}
        try:
            self._memory.remove(
                number for number, unit in _there(self._memory, units) if _pair(unit) in gone
            )
        except PadananError as error:
            self._fail(error)

    def _open(self) -> None:
        try:
            self._memory = Memory.open(self.place, self._patience)
        except PadananError as error:
            self._fail(error)

    def _fail(self, error: PadananError) -> None:
        self.trouble = error.message
        self.close()


def _unknown(memory: Memory, units: Collection[Unit]) -> list[Unit]:
    """Those of an article's units that the memory does not have.

    Stored are only those: storing keeps others waiting, and looks at each.
    """
    known = {_pair(unit) for _, unit in _there(memory, units)}
    return [unit for unit in units if _pair(unit) not in known]


def _there(memory: Memory, units: Collection[Unit]) -> Iterator[tuple[int, Unit]]:
    """What the memory has of the segments that an article's units are of, by number."""
    article = next(iter(units)).article
    segments = {unit.segment for unit in units}
    return memory.numbered(memory.choose(Choice(article=article, segments=segments)))


def _pair(unit: Unit) -> tuple[str, str, str]:
    return unit.segment, unit.source.strip(), unit.target.strip()


def tell(
    path: Path,
    content: Bilingual,
    before: Iterable[Entry],
    after: Iterable[Entry],
    patience: float = PATIENCE,
) -> str:
    """Tell the memory of a desk what a person has changed in a bilingual file: what they approved
    is stored, what is approved no more is taken out.

    Args:
        path: The bilingual file.
        content: What it holds.
        before: The entries that were changed, as they were.
        after: The same, as they are in the file.
        patience: Seconds to wait for another padanan that is writing in the memory.

    Returns:
        What went wrong, if anything. Of what is in the bilingual file nothing depends on it.
    """
    new = approved(content, after, person())
    kept = {unit.segment for unit in new}
    gone = approved(content, (entry for entry in before if entry.id not in kept))
    if not (new or gone):
        return ""
    try:
        memory = Recall(Desk.find(path.parent).memory, patience=patience)
    except PadananError as error:
        return error.message
    memory.learn(new)
    memory.forget(gone)
    memory.close()
    return memory.trouble


def approved(bilingual: Bilingual, entries: Iterable[Entry], who: str = "") -> list[Unit]:
    """What is approved among entries of a bilingual file, as units of the memory.

    Args:
        bilingual: The file.
        entries: Entries of it.
        who: Who approved them; by default the file's last translator, or who is at work now.
    """
    time = now()
    who = who or bilingual.last_translator or person()
    return [
        Unit(entry.source, entry.target, bilingual.article, entry.id, time, who)
        for entry in entries
        if entry.state is State.APPROVED
    ]
