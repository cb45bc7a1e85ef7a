"""How far an article has come while one works on it, without counting all of it at every key."""

from collections.abc import Sequence

from padanan.translate.bilingual import Entry, State
from padanan.tui.overview import Progress


class Running:
    """A count that is brought up to date by what has changed.

    Attributes:
        progress: How far the article has come; findings are not counted.
    """

    def __init__(self) -> None:
        self.progress = Progress()
        self._counted: list[Entry] = []

    def count(self, entries: Sequence[Entry]) -> list[Entry]:
        """Count entries; gives those that are others than when they were last counted.

        Those that are the same objects as then are told by their place: it costs little beyond
        that, however long the article is.
        """
        before, self._counted = self._counted, list(entries)
        if len(before) != len(entries):
            before = []
            self.progress = Progress()
        changed: list[Entry] = []
        approved = total = words = 0
        for place, entry in enumerate(entries):
            if before and before[place] is entry:
                continue
            changed.append(entry)
            for one, sign in ((entry, 1), *(((before[place], -1),) if before else ())):
                if one.state is State.SKIPPED:
                    continue
                total += sign
                approved += sign * (one.state is State.APPROVED)
                if one.state is not State.APPROVED:
                    words += sign * len(one.source.split())
        self.progress += Progress(approved=approved, total=total, words=words)
        return changed
