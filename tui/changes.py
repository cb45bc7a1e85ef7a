"""Changes that a person makes to entries, and how they are put together with the work of others.

Other programs work on the file as well. What they and the person changed is put together field by
field, and only where both decided on one text is there a choice to make: typing goes over another
text, a decision about a text that is another by now is void.
"""

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Self

from padanan.translate.bilingual import Entry, State, fingerprint
from padanan.tui.sheet import Sheet

_TEXT = (
    *("target", "state", "how", "memory", "score", "confidence", "terms", "findings", "offer"),
    *("made_from", "fingerprint", "machine", "segmented"),
)
"""The text of an entry, and what is known about it."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One thing a person did; doing the same once more is another change.

    Attributes:
        seen: The entries as they saw them.
        new: The entries as they want them: the same ones, each in its place. Others (ids or
            sources) take the place of `seen`, which must stand one after the other: a split or
            a join.
        typed: Whether `new` holds typing of theirs, which must not be lost; otherwise it is a
            decision about the text they saw, and void when that text is another by now.
    """

    seen: tuple[Entry, ...]
    new: tuple[Entry, ...]
    typed: bool = False

    @classmethod
    def of(cls, seen: Entry, new: Entry, *, typed: bool = False) -> Self:
        """A change of one entry."""
        return cls((seen,), (new,), typed)

    @property
    def recut(self) -> bool:
        """Whether it splits or joins entries."""
        return list(map(key, self.seen)) != list(map(key, self.new))

    @property
    def back(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.new, self.seen)


def rewritten(entry: Entry, target: str, *, approved: bool) -> Entry:
    """`entry` with the target a person gave it; without one it counts as not translated.

    What the machine wrote is remembered as long as the text is another. What the checks found in
    it is not said of that other text.
    """
    target = target if target.strip() else ""
    drafted = fingerprint(entry.target) == entry.fingerprint
    machine = entry.target if drafted else entry.machine
    changed = replace(
        entry,
        target=target,
        machine=machine if machine != target else "",
        findings=entry.findings if target == entry.target else (),
    )
    if entry.state is State.SKIPPED:
        return changed
    filled = State.APPROVED if approved else State.DRAFT
    return replace(changed, state=filled if target else State.EMPTY)


def key(entry: Entry) -> tuple[str, str]:
    """What makes an entry the same one: a target belongs to its source."""
    return entry.id, entry.source


def work(entry: Entry) -> tuple[str, str, State]:
    """What of an entry a person decides on."""
    return entry.source, entry.target, entry.state


class Line:
    """How one entry came to be as a person wants it, over one change or several.

    What the file says may be any of these versions: some of the changes may be in it already.

    Attributes:
        versions: The entry as it was, one after the other; the last is what is wanted.
        changes: The changes that made it so.
        typed: Whether its text is typing of the person's.
        overruled: After `onto`: whether that went over the work of another program.
        declined: After `onto`: whether a decision was void.
    """

    def __init__(self) -> None:
        self.versions: list[Entry] = []
        self.changes: list[Change] = []
        self.typed = False
        self.overruled = False
        self.declined = False

    def add(self, entry: Entry, change: Change) -> None:
        """Note a version: an entry that a change saw or made."""
        if self.versions and self.versions[-1].target != entry.target:
            self.typed = change.typed
        self.versions.append(entry)
        if not self.changes or self.changes[-1] is not change:
            self.changes.append(change)

    @property
    def idle(self) -> bool:
        """Whether all comes to nothing."""
        return self.versions[0] == self.versions[-1]

    @property
    def is_work(self) -> bool:
        """Whether it has something of a person's that must not be lost."""
        last = self.versions[-1]
        noted = bool(last.comment) and last.comment != self.versions[0].comment
        return not self.idle and (self.typed or last.touched or noted)

    def onto(self, theirs: Entry) -> Entry:
        """What the file says by now, with the changes in."""
        if theirs == self.versions[0]:
            return self.versions[-1]
        return self._decide(theirs, self._annotate(theirs))

    def _annotate(self, theirs: Entry) -> Entry:
        """Comment and flags, which stand beside the text whatever that is."""
        first, last = self.versions[0], self.versions[-1]
        comment = theirs.comment
        if any(version.comment == comment for version in self.versions):
            comment = last.comment
        elif first.comment != last.comment:
            comment = last.comment
            self.overruled = True
        flags = theirs.flags
        if any(version.flags == flags for version in self.versions):
            flags = last.flags
        else:
            gone = set(first.flags) - set(last.flags)
            new = (flag for flag in last.flags if flag not in (*first.flags, *flags))
            flags = (*(flag for flag in flags if flag not in gone), *new)
        if (comment, flags) == (theirs.comment, theirs.flags):
            return theirs
        return replace(theirs, comment=comment, flags=flags)

    def _decide(self, theirs: Entry, entry: Entry) -> Entry:
        """The text, and what is known about it."""
        first, last = self.versions[0], self.versions[-1]
        texts = [text(version) for version in self.versions]
        if all(text == texts[0] for text in texts):
            return entry
        known = [version for version in self.versions if work(version) == work(theirs)]
        same = [version for version in known if text(version) == text(theirs)]
        if known:
            return _carried(entry, (same or known)[-1], last)
        if texts[0] == texts[-1]:
            return entry
        if not self.typed or last.target == first.target:
            self.declined = True
            return entry
        self.overruled = True
        return imposed(entry, first, last)


text = attrgetter(*_TEXT)
"""The text of an entry and what is known about it, to be compared."""


def _carried(entry: Entry, seen: Entry, new: Entry) -> Entry:
    """An entry with what is different between two others."""
    values = zip(_TEXT, text(seen), text(new), strict=True)
    changed = {name: value for name, before, value in values if value != before}
    return replace(entry, **changed) if changed else entry


def imposed(theirs: Entry, seen: Entry, new: Entry) -> Entry:
    """What a person would have made of another text than they saw, had they wanted to write the
    same."""
    entry = theirs if new.comment == seen.comment else replace(theirs, comment=new.comment)
    if text(seen) == text(new):
        return entry
    return replace(
        _carried(entry, seen, new), target=new.target, state=new.state, findings=new.findings
    )


def retold(entry: Entry, other: Entry) -> Entry:
    """An entry with the text of another, and what is known about it."""
    return replace(entry, **dict(zip(_TEXT, text(other), strict=True)))


def made(sheet: Sheet, change: Change) -> Change | None:
    """Make a change among the entries as a person sees them.

    Returns:
        The change as it was made, from what the entries were to what they are; None when there
        was nothing to do, or it was void.
    """
    if change.recut:
        return change if recut(sheet, change) else None
    pairs: list[tuple[Entry, Entry]] = []
    for seen, new in zip(change.seen, change.new, strict=True):
        now = sheet.get(seen.id)
        if now is None or key(now) != key(seen):
            continue
        then = new
        if now != seen:
            line = Line()
            line.add(seen, change)
            line.add(new, change)
            then = line.onto(now)
        if then != now:
            sheet.put(then)
            pairs.append((now, then))
    if not pairs:
        return None
    before, after = zip(*pairs, strict=True)
    return Change(before, after, change.typed)


def recut(sheet: Sheet, change: Change) -> bool:
    """Split or join entries, if they are as the person saw them; whether that was so."""
    start = sheet.run([entry.id for entry in change.seen])
    if start < 0 or not change.new:
        return False
    count = len(change.seen)
    now = sheet.entries[start : start + count]
    gone = {entry.id for entry in now}
    if [(work(e), e.comment) for e in now] != [(work(e), e.comment) for e in change.seen]:
        return False
    ids = [entry.id for entry in change.new]
    if len(set(ids)) < len(ids) or any(id_ not in gone and sheet.index(id_) >= 0 for id_ in ids):
        return False
    sheet.splice(start, count, change.new)
    return True
