"""The work on one article while it is open: what was done, what of it is saved, how to undo it.

Knows nothing of screens.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from padanan.translate.bilingual import Entry, State
from padanan.tui.keeping import Change, Kept, Snapshot, merge


@dataclass(frozen=True, slots=True)
class Tally:
    """What a person has done.

    Attributes:
        articles: Articles they changed something in.
        approved: Segments they approved.
        edited: Segments they changed otherwise.
    """

    articles: int = 0
    approved: int = 0
    edited: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.articles + other.articles,
            self.approved + other.approved,
            self.edited + other.edited,
        )


class Work:
    """An open article.

    Attributes:
        snapshot: Its bilingual file as last read or written.
        entries: Its entries as the person sees them: with their changes, saved or not.
        pending: Changes that are not in the file yet, in order.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.entries = list(snapshot.bilingual.entries)
        self.pending: list[Change] = []
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._before: dict[str, Entry] = {}
        self._wanted: dict[str, Entry] = {}
        self._trouble = ""

    def index(self, entry_id: str) -> int:
        """The place of an entry; -1 when it is not in the article."""
        return next((i for i, entry in enumerate(self.entries) if entry.id == entry_id), -1)

    def do(self, change: Change) -> None:
        """Make a change, to be saved and perhaps undone."""
        self._done.append(change)
        self._undone.clear()
        self._apply(change)

    def undo(self) -> Change | None:
        """Take the last change back; gives the change that does so, None when there is none."""
        if not self._done:
            return None
        last = self._done.pop()
        self._undone.append(last)
        back = Change(seen=last.new, new=last.seen)
        self._apply(back)
        return back

    def redo(self) -> Change | None:
        """Do again what was undone last; gives that change, None when there is none."""
        if not self._undone:
            return None
        again = replace(self._undone.pop())
        self._done.append(again)
        self._apply(again)
        return again

    def _apply(self, change: Change) -> None:
        self.pending.append(change)
        for seen, new in zip(change.seen, change.new, strict=False):
            self._before.setdefault(seen.id, seen)
            self._wanted[new.id] = new
            index = self.index(new.id)
            if index >= 0:
                self.entries[index] = new

    def settle(self, saved: Sequence[Change], kept: Kept) -> list[str]:
        """Take in that changes are saved, and what the file says by now.

        Returns:
            Sentences about what the person should know: the work of other programs.
        """
        self.snapshot = kept.snapshot
        self.pending = self.pending[len(saved) :]
        self.entries = list(merge(kept.snapshot.bilingual, self.pending).entries)
        # Undoing typing that went over another program's text brings that text back. Undoing what
        # was never done would do something else.
        over = dict(kept.merged.overruled)
        self._before |= {theirs.id: theirs for theirs in over.values()}
        void = {*kept.merged.declined, *kept.merged.homeless}
        self._done = [
            replace(change, seen=(over[change],) if change in over else change.seen)
            for change in self._done
            if change not in void
        ]
        news = _news(kept)
        if kept.trouble and kept.trouble != self._trouble:
            news.append(f"What you approve is not stored in the memory. {kept.trouble}")
        self._trouble = kept.trouble
        return news

    def tally(self) -> Tally:
        """What the person has done to this article since it was opened."""
        changed = [
            entry
            for entry in self.snapshot.bilingual.entries
            if entry.id in self._wanted
            and _same(entry, self._wanted[entry.id])
            and not _same(entry, self._before[entry.id])
        ]
        approved = sum(entry.state is State.APPROVED for entry in changed)
        return Tally(int(bool(changed)), approved, len(changed) - approved)


def _same(one: Entry, other: Entry) -> bool:
    return (one.target, one.state) == (other.target, other.state)


def _news(kept: Kept) -> list[str]:
    news: list[str] = []
    if kept.restored:
        news.append("The bilingual file had gone. It was made again, with all of your work.")
    if kept.foreign:
        segments = "a segment" if kept.foreign == 1 else f"{kept.foreign:,} segments"
        news.append(f"Another program has changed {segments} of this article meanwhile.")
    if kept.merged.overruled:
        news.append(
            "Among them is the one you wrote in. Your text stands; undo brings back the other."
        )
    if kept.merged.declined:
        news.append(
            "Among them is the one you decided on, so your decision was left out. Look at its new "
            "text."
        )
    if kept.merged.homeless:
        news.append(
            "The sentence you worked on is no longer in the article. Your text is kept at the end "
            "of the file, and returns if the sentence does."
        )
    return news
