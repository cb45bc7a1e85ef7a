"""Looks at the entries of an article beside the person's work: what they type first, then what is
in sight, then the rest.
"""

from collections.abc import Callable, Iterable, Sequence
from threading import Condition, Thread
from time import monotonic

from padanan.translate.bilingual import Entry
from padanan.tui.looking import Looked, look
from padanan.tui.tools import Tools

REST = 5_000
"""Entries of an article up to which all are looked at; of a longer one, those that are in sight."""

_TELL = 0.05
"""Seconds between two messages about what was looked at."""

_PAUSE = 0.15
"""Seconds since the last key during which the rest waits, so that the screen has the processor."""


class Looker:
    """One thread that looks at entries, and remembers what it saw.

    Args:
        tools: The glossary and the settings of the checks.
        tell: Called in the thread with the ids of entries that were looked at anew.
    """

    def __init__(self, tools: Tools, tell: Callable[[list[str]], object]) -> None:
        self._tools = tools
        self._tell = tell
        self._known: dict[str, tuple[Entry, Looked]] = {}
        self._typed: tuple[Entry, str] | None = None
        self._typed_known: tuple[Entry, str, Looked] | None = None
        self._sight: list[Entry] = []
        self._rest: list[Entry] = []
        self._changed = Condition()
        self._busy = False
        self._closed = False
        self._key = 0.0
        self._thread = Thread(target=self._run, name="looker", daemon=True)
        self._thread.start()

    # What the screen asks

    def known(self, entry: Entry) -> Looked | None:
        """What there is to see in an entry, if it was looked at as it is."""
        found = self._known.get(entry.id)
        return found[1] if found is not None and _same(found[0], entry) else None

    def known_typed(self, entry: Entry, text: str) -> Looked | None:
        """What there is to see in an entry with a text that is being typed, if it is known."""
        found = self._typed_known
        if found is not None and _same(found[0], entry) and found[1] == text:
            return found[2]
        return self.known(entry) if text == entry.target else None

    def sight(self, entries: Iterable[Entry]) -> None:
        """These are in sight: look at them before others."""
        wanted = [entry for entry in entries if self.known(entry) is None]
        with self._changed:
            self._sight = wanted
            self._key = monotonic()
            self._changed.notify()

    def typing(self, entry: Entry, text: str) -> None:
        """This is being typed: look at it first."""
        with self._changed:
            self._typed = (entry, text)
            self._key = monotonic()
            self._changed.notify()

    def all_of(self, entries: Sequence[Entry]) -> None:
        """Look at entries of the article, when nothing else is asked."""
        if len(entries) > REST:
            return
        with self._changed:
            self._rest += [entry for entry in reversed(entries) if self.known(entry) is None]
            self._changed.notify()

    def forget(self) -> None:
        """The glossary is another: nothing is known any more."""
        with self._changed:
            self._known = {}
            self._typed_known = None
            self._rest = []

    def close(self) -> None:
        """Stop; the thread ends by itself."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, timeout: float = 30.0) -> bool:
        """Wait until all is looked at; whether that came about (for tests, and for export)."""
        with self._changed:
            return self._changed.wait_for(lambda: self._closed or not self._pending(), timeout)

    def _pending(self) -> bool:
        return bool(self._busy or self._typed or self._sight or self._rest)

    # The thread

    def _run(self) -> None:
        told: list[str] = []
        last = monotonic()
        while True:
            with self._changed:
                self._busy = False
                if not self._pending():
                    self._changed.notify_all()
                    if told:
                        self._tell(told)
                        told = []
                    self._changed.wait_for(lambda: self._closed or self._pending())
                if self._closed:
                    self._changed.notify_all()
                    return
                entry, text = self._take()
                if entry is None:
                    self._changed.wait(_PAUSE)
                    continue
                self._busy = True
                known = self._known
            looked = look(entry, text, self._tools.glossary(), self._tools.checks)
            with self._changed:
                if known is not self._known:
                    continue  # seen with a glossary that is another by now
                if text == entry.target:
                    self._known[entry.id] = (entry, looked)
                else:
                    self._typed_known = (entry, text, looked)
            told.append(entry.id)
            if monotonic() - last > _TELL or text != entry.target:
                self._tell(told)
                told, last = [], monotonic()

    def _take(self) -> tuple[Entry | None, str]:
        """The next to look at, with its text; none while only the rest is left, and the person
        is pressing keys."""
        if self._typed is not None:
            entry, text = self._typed
            self._typed = None
            return entry, text
        if self._sight:
            entry = self._sight.pop(0)
            return entry, entry.target
        if monotonic() - self._key < _PAUSE:
            return None, ""
        while self._rest:
            entry = self._rest.pop()
            if self.known(entry) is None:
                return entry, entry.target
        return None, ""


def _same(one: Entry, other: Entry) -> bool:
    """Whether there is the same to see in two states of an entry."""
    return one is other or (
        one.target == other.target
        and one.source == other.source
        and one.state is other.state
        and one.comment == other.comment
        and one.flags == other.flags
        and one.kind is other.kind
    )
