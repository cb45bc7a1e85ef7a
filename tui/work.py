"""The work on one article while it is open: what was done, what of it is saved, how to undo it.

Knows nothing of screens.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from padanan.errors import PadananError
from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.translate.bilingual import Entry, State
from padanan.tui.changes import Change, made, rewritten, work
from padanan.tui.hindsight import over, without
from padanan.tui.keeping import Kept, Snapshot, finish
from padanan.tui.merging import Merged, merge
from padanan.tui.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Tally:
    """What a person has done.

    Attributes:
        articles: Articles they changed something in.
        approved: Segments they approved.
        edited: Segments they changed otherwise.
        behind: Why the English texts and pages of some do not follow, in sentences.
    """

    articles: int = 0
    approved: int = 0
    edited: int = 0
    behind: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.articles + other.articles,
            self.approved + other.approved,
            self.edited + other.edited,
            tuple(dict.fromkeys((*self.behind, *other.behind))),
        )


class Work:
    """An open article.

    Attributes:
        snapshot: Its bilingual file as last read or written.
        pending: Changes that are not in the file yet, in order.
        behind: Why the English text or the page does not follow the file; empty if they do.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.pending: list[Change] = []
        self._sheet = Sheet(snapshot.bilingual.entries)
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._before: dict[str, Entry | None] = {}
        self._wanted: dict[str, Entry] = {}
        self._told: set[Change] = set()
        self._trouble = ""
        self.behind = ""

    @property
    def entries(self) -> list[Entry]:
        """The entries as the person sees them: with their changes, saved or not."""
        return self._sheet.entries

    def index(self, entry_id: str) -> int:
        """The place of an entry; -1 when it is not in the article."""
        return self._sheet.index(entry_id)

    def do(self, change: Change) -> Change | None:
        """Make a change, to be saved and perhaps undone.

        Returns:
            The change as it was made. None when there was nothing to do, or it was a decision
            about text that is another by now.
        """
        done = self._make(change)
        if done is not None:
            self._done.append(done)
            self._undone.clear()
        return done

    def undo(self) -> Change | None:
        """Take the last change back that still can be: others may have changed the text since.

        Returns:
            The change that does so; None when there is none.
        """
        while self._done:
            last = self._done.pop()
            back = self._make(last.back)
            if back is not None:
                self._undone.append(replace(back.back, typed=last.typed))
                return back
        return None

    def redo(self) -> Change | None:
        """Do again what was undone last; gives that change, None when there is none."""
        while self._undone:
            again = self._make(self._undone.pop())
            if again is not None:
                self._done.append(again)
                return again
        return None

    def _make(self, change: Change) -> Change | None:
        done = made(self._sheet, change)
        if done is None and change.typed and self._homeless(change):
            # It is kept at the end of the file, and the person told so, when it is saved.
            self.pending.append(change)
            return change
        if done is None:
            return None
        self.pending.append(done)
        before = {entry.id: entry for entry in done.seen}
        for entry in done.seen:
            self._before.setdefault(entry.id, entry)
        for entry in done.new:
            self._before.setdefault(entry.id, before.get(entry.id))
            self._wanted[entry.id] = entry
        return done

    def keep_text(self, entry_id: str, source: str, text: str) -> Change | None:
        """Keep a text that somebody was typing: as a draft of its segment, or at the end of the
        file where that is no longer in the article.

        Args:
            entry_id: The segment's id then.
            source: Its source then.
            text: The text.

        Returns:
            The change that does so; None where the segment has the text already.
        """
        place = self.index(entry_id)
        if place >= 0 and self.entries[place].source == source:
            entry = self.entries[place]
        else:
            id_ = entry_id if place < 0 else f"{entry_id}-typed"
            entry = Entry(id_, source, "", State.EMPTY)
        if not text or text == entry.target:
            return None
        new = rewritten(entry, text, approved=False)
        return self.do(Change.of(entry, new, typed=True))

    def _homeless(self, change: Change) -> bool:
        """Whether an entry that was written in has gone from the article meanwhile."""
        return any(self.index(entry.id) < 0 for entry in change.seen)

    def resume(self, changes: Sequence[Change]) -> list[str]:
        """Take in changes of an earlier session that may not have come into the file.

        Returns:
            Sentences about what the person should know.
        """
        merged = merge(self.snapshot.bilingual, changes)
        self._done += changes
        now = self.snapshot.bilingual
        if (merged.entries, merged.obsolete) != (now.entries, now.obsolete):
            self.pending += changes
        self._see_anew()
        return self._news(merged)

    def settle(self, saved: Sequence[Change], kept: Kept) -> list[str]:
        """Take in that changes are saved, and what the file says by now.

        Args:
            saved: The changes given to `keep`; none of them for a look at the file (`catch_up`).
            kept: What came of it.

        Returns:
            Sentences about what the person should know: the work of other programs.
        """
        if not kept.written and kept.known is not self.snapshot:
            return []  # the look began before the last save
        self.snapshot = kept.snapshot
        if kept.written:
            # Told by themselves: what was seen of others meanwhile may have changed their number.
            done = set(saved)
            self.pending = [change for change in self.pending if change not in done]
        news = _file_news(kept) + self._news(kept.merged)
        self._adapt(kept.merged)
        if kept.met or kept.merged.declined or kept.merged.homeless:
            self._see_anew()
        if kept.trouble and kept.trouble != self._trouble:
            trouble = kept.trouble
            news.append(
                _("What you approve is not stored in the memory. {trouble}").format(trouble=trouble)
            )
        self._trouble = kept.trouble
        return news + (self._follow(kept.behind) if kept.written else [])

    def finish(self) -> list[str]:
        """Bring the English text and the page along as far as they do not follow yet, when the
        article is left; nothing is written where the person has done nothing, or what they did
        cannot be saved.

        Returns:
            Sentences about what the person should know.
        """
        if self.pending or not (self._done or self._wanted):
            return []
        try:
            return self._follow(finish(self.snapshot))
        except PadananError as error:
            return self._follow(error.message)

    def _follow(self, behind: str) -> list[str]:
        """Take in why something does not follow the bilingual file, if so; told once."""
        known, self.behind = self.behind, behind
        if behind in ("", known):
            return []
        return [
            _("Something beside the bilingual file stays as it is. {reason}").format(reason=behind)
        ]

    def _see_anew(self) -> None:
        """See the entries as they will be in the file."""
        merged = merge(self.snapshot.bilingual, self.pending)
        if merged.overruled or merged.declined:
            # What is left of the pending changes may go in otherwise.
            self._adapt(merged)
            merged = merge(self.snapshot.bilingual, self.pending)
        self._sheet = Sheet(merged.entries)

    def _adapt(self, merged: Merged) -> None:
        """See the history in the light of what others did.

        Undoing typing that went over another program's text brings that text back. Undoing what
        was never done would do something else.
        """
        if not (merged.overruled or merged.declined):
            return
        for _change, theirs in merged.overruled:
            self._before[theirs.id] = theirs
        instead: dict[Change, Change | None] = {}
        for history in (self.pending, self._done):
            instead |= over(history, merged.overruled)
        void: dict[Change, set[str]] = {}
        for change, entry_id in merged.declined:
            void.setdefault(change, set()).add(entry_id)
        for change, ids in void.items():
            # Typing stays until it is among the obsolete entries of the file.
            if not (change.recut and change.typed):
                instead[change] = without(instead.get(change) or change, ids)
        self._done = list(_replaced(self._done, instead))
        self.pending = list(_replaced(self.pending, instead))

    def _news(self, merged: Merged) -> list[str]:
        """What the person is to know about their changes, said once."""
        news: list[str] = []
        if self._untold(change for change, _theirs in merged.overruled):
            news.append(
                _(
                    "Another program has written in a segment that you wrote in. Your text stands; "
                    "undo brings back the other."
                )
            )
        if self._untold(change for change, _id in merged.declined):
            news.append(
                _(
                    "Another program has changed a segment that you decided on, so your decision "
                    "was left out. Look at its new text."
                )
            )
        if self._untold(merged.homeless):
            news.append(
                _(
                    "The sentence you worked on is no longer in the article. Your text is kept at "
                    "the end of the file, and returns if the sentence does."
                )
            )
        return news

    def _untold(self, changes: Iterable[Change]) -> bool:
        """Whether the person has not been told about any of these changes; now they are."""
        new = set(changes) - self._told
        self._told |= new
        return bool(new)

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
        behind = (self.behind,) if self.behind else ()
        return Tally(int(bool(changed)), approved, len(changed) - approved, behind)


def _same(one: Entry, other: Entry | None) -> bool:
    return other is not None and work(one) == work(other)


def _replaced(
    history: Iterable[Change], instead: Mapping[Change, Change | None]
) -> Iterator[Change]:
    for change in history:
        found = instead.get(change, change)
        if found is not None:
            yield found


def _file_news(kept: Kept) -> list[str]:
    """What the person is to know about the file."""
    news: list[str] = []
    if kept.restored and kept.written:
        news.append(_("The bilingual file had gone. It was made again, with all of your work."))
    elif kept.restored:
        news.append(
            _(
                "The bilingual file has gone. Your next change makes it again, with all of your "
                "work."
            )
        )
    if kept.foreign:
        news.append(
            ngettext(
                "Another program has changed a segment of this article meanwhile.",
                "Another program has changed {n} segments of this article meanwhile.",
                kept.foreign,
            ).format(n=number(kept.foreign))
        )
    return news
