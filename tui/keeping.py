"""Keeping a person's work: each change goes into the bilingual file at once, and only that change.

The file may be open in another program as well (Poedit, a second desk, a run of `padanan
translate`). So it is read again whenever it is written, and changes are put into what it says by
then: an entry that this desk has not changed is never touched.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from padanan.desk import Desk
from padanan.errors import InputError
from padanan.translate import bilingual
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.lock import hold
from padanan.translate.memory import person
from padanan.translate.recall import Recall, approved

PATIENCE = 2.0
"""Seconds to wait for another padanan that is working in the same folder."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A bilingual file as it was when last read or written.

    Attributes:
        path: Where it is.
        bilingual: Its content.
        digest: Hash of its bytes, to tell whether another program has changed it since.
    """

    path: Path
    bilingual: Bilingual
    digest: bytes


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
        return [(e.id, e.source) for e in self.seen] != [(e.id, e.source) for e in self.new]


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of changes that met the work of another program.

    Attributes:
        entries: The entries with the changes in.
        obsolete: The obsolete ones; work on entries that have gone is added to them.
        overruled: Changes that put typing in place of what another program had written meanwhile,
            each with the entry it replaced.
        declined: Changes left out, since they were decisions about text that has changed.
        homeless: Changes whose entry has gone from the file; their targets are in `obsolete`.
    """

    entries: tuple[Entry, ...]
    obsolete: tuple[Entry, ...]
    overruled: tuple[tuple[Change, Entry], ...] = ()
    declined: tuple[Change, ...] = ()
    homeless: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A save that went well.

    Attributes:
        snapshot: The file as it is now.
        merged: How the changes went in.
        foreign: How many entries another program had changed, added or removed meanwhile.
        restored: Whether the file had gone and was made again.
        trouble: Why what was approved could not be stored in the memory; empty if it could.
    """

    snapshot: Snapshot
    merged: Merged
    foreign: int
    restored: bool
    trouble: str = ""


def take(path: Path) -> Snapshot:
    """Read a bilingual file.

    Raises:
        InputError: It is missing, damaged, or not one of padanan's.
    """
    # The digest first: if the file changes in between, it will look changed, never the reverse.
    digest = _digest(path)
    content = bilingual.load(path)
    if content is None:
        raise InputError(f"{path}: there is no such bilingual file.")
    return Snapshot(path, content, digest)


def keep(known: Snapshot, changes: Sequence[Change]) -> Kept:
    """Put changes into the bilingual file and write it in one step; what they approve goes into
    the memory of the desk as well.

    Raises:
        InputError: Another program has damaged the file.
        OutputError: It cannot be written, or another padanan is working in the folder.
    """
    path = known.path
    with hold(path.resolve().parent, PATIENCE):
        now, foreign = known.bilingual, 0
        digest = _digest(path)
        if digest and digest != known.digest:
            now = take(path).bilingual
            foreign = _differences(known.bilingual.entries, now.entries)
        merged = merge(now, changes)
        now = replace(now, entries=merged.entries, obsolete=merged.obsolete)
        bilingual.save(path, now)
        kept = Kept(Snapshot(path, now, _digest(path)), merged, foreign, restored=not digest)
    return replace(kept, trouble=_learn(kept.snapshot, changes))


def _learn(snapshot: Snapshot, changes: Iterable[Change]) -> str:
    """Store in the memory what was approved, and take out what is no more; what went wrong, if
    anything. Of what is in the bilingual file nothing depends on it.
    """
    content = snapshot.bilingual
    now = {entry.id: entry for entry in content.entries}
    seen = {entry.id: entry for change in changes for entry in change.seen}
    seen |= {entry.id: entry for change in changes for entry in change.new if entry.id not in seen}
    new = approved(content, (now[id_] for id_ in seen if id_ in now), person())
    kept = {unit.segment for unit in new}
    gone = approved(content, (entry for id_, entry in seen.items() if id_ not in kept))
    if not (new or gone):
        return ""
    try:
        memory = Recall(Desk.find(snapshot.path.parent).memory, patience=PATIENCE)
    except InputError as error:
        return error.message
    memory.learn(new)
    memory.forget(gone)
    memory.close()
    return memory.trouble


def merge(now: Bilingual, changes: Iterable[Change]) -> Merged:
    """Apply changes, in order, to what a bilingual file says now."""
    entries = {entry.id: entry for entry in now.entries}
    obsolete = {entry.id: entry for entry in now.obsolete}
    overruled: list[tuple[Change, Entry]] = []
    declined: list[Change] = []
    homeless: list[Change] = []
    pairs = [(one, *both) for one in changes for both in zip(one.seen, one.new, strict=False)]
    for change, seen, new in pairs:
        theirs = entries.get(new.id)
        if theirs is None:
            homeless.append(change)
            if new.target:
                obsolete[new.id] = new
            continue
        if _work(theirs) not in (_work(seen), _work(new)):
            if not change.typed or theirs.source != seen.source:
                declined.append(change)
                continue
            overruled.append((change, theirs))
        entries[theirs.id] = replace(theirs, target=new.target, state=new.state)
    return Merged(
        tuple(entries.values()),
        tuple(obsolete.values()),
        tuple(overruled),
        tuple(declined),
        tuple(homeless),
    )


def rewritten(entry: Entry, target: str, *, approved: bool) -> Entry:
    """`entry` with the target a person gave it; without one it counts as not translated."""
    if entry.state is State.SKIPPED:
        return replace(entry, target=target)
    filled = State.APPROVED if approved else State.DRAFT
    return replace(entry, target=target, state=filled if target else State.EMPTY)


def _work(entry: Entry) -> tuple[str, str, State]:
    """What of an entry a person decides on."""
    return entry.source, entry.target, entry.state


def _differences(before: Iterable[Entry], after: Iterable[Entry]) -> int:
    old = {entry.id: _work(entry) for entry in before}
    new = {entry.id: _work(entry) for entry in after}
    return sum(old.get(id_) != new.get(id_) for id_ in old.keys() | new.keys())


def _digest(path: Path) -> bytes:
    """Hash of a file's bytes; empty when the file is not there.

    Raises:
        InputError: It cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
