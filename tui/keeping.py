"""Keeping a person's work: each change goes into the bilingual file at once, and only that change.

The file may be open in another program as well (Poedit, a second desk, a run of `padanan
translate`). So it is read again whenever it is written, and changes are put into what it says by
then: an entry that this desk has not changed is never touched. The English text beside it follows
with each save, the page when the article is left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from padanan.errors import InputError
from padanan.files import replacing
from padanan.translate import bilingual
from padanan.translate.bilingual import Bilingual
from padanan.translate.following import Following, follow
from padanan.translate.lock import hold
from padanan.translate.recall import tell
from padanan.tui.changes import Change, rewritten, work
from padanan.tui.merging import Merged, merge
from padanan.tui.noticing import Stamp, digest

__all__ = [
    "PATIENCE",
    "Change",
    "Kept",
    "Merged",
    "Snapshot",
    "bring_along",
    "catch_up",
    "changed",
    "finish",
    "keep",
    "merge",
    "rewritten",
    "take",
]

PATIENCE = 2.0
"""Seconds to wait for another padanan that is working in the same folder."""

_TRIES = 5
"""How often a save begins anew because another program has saved in that moment."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A bilingual file as it was when last read or written.

    Attributes:
        path: Where it is.
        bilingual: Its content.
        digest: Hash of its bytes, to tell whether another program has changed it since; empty
            when it had gone.
        stamp: Tells the same with less reading.
    """

    path: Path
    bilingual: Bilingual
    digest: bytes
    stamp: Stamp = field(compare=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """A save that went well, or a look at what another program has saved.

    Attributes:
        known: The file as it was known before.
        snapshot: The file as it is now.
        merged: How the changes go in.
        foreign: How many entries another program had changed, added or removed meanwhile.
        met: Whether it had changed anything in the file.
        written: Whether the changes are in the file now.
        restored: Whether the file had gone, and is made again when the changes are written.
        trouble: Why what was approved could not be stored in the memory; empty if it could.
        behind: Why the English text or the page does not follow; empty if it does.
    """

    known: Snapshot
    snapshot: Snapshot
    merged: Merged
    foreign: int = 0
    met: bool = False
    written: bool = True
    restored: bool = False
    trouble: str = ""
    behind: str = ""


class _OvertakenError(Exception):
    """Another program has saved the file while it was being written here."""


def take(path: Path) -> Snapshot:
    """Read a bilingual file.

    Raises:
        InputError: It is missing, damaged, or not one of padanan's.
    """
    # The stamp first: if the file changes in between, it will look changed, never the reverse.
    stamp = Stamp.of(path)
    content = bilingual.load(path)
    if content is None:
        raise InputError(f"{path}: there is no such bilingual file.")
    return Snapshot(path, content, stamp.digest, stamp)


def changed(snapshot: Snapshot) -> bool:
    """Whether another program has changed the file since. Cheap enough for every second.

    Raises:
        InputError: It cannot be read.
    """
    return snapshot.stamp.differs(snapshot.path)


def catch_up(known: Snapshot, pending: Sequence[Change]) -> Kept:
    """Read what another program has made of the file, and how pending changes go into that;
    nothing is written.

    Raises:
        InputError: It has damaged the file.
    """
    stamp = Stamp.of(known.path)
    if not stamp.digest:
        now = replace(known, digest=b"", stamp=stamp)
        return Kept(known, now, merge(now.bilingual, pending), written=False, restored=True)
    now = _whole(known, take(known.path))
    return Kept(
        known,
        now,
        merge(now.bilingual, pending),
        _differences(known.bilingual, now.bilingual),
        met=True,
        written=False,
    )


def keep(known: Snapshot, changes: Sequence[Change], *, page: bool = False) -> Kept:
    """Put changes into the bilingual file and write it in one step. The English text follows; what
    they approve goes into the memory of the desk as well.

    Args:
        known: The file as it was when last read or written.
        changes: The changes.
        page: Whether the side-by-side page is to follow too, where there is one. That of a long
            article takes longer than all the rest.

    Raises:
        InputError: Another program has damaged the file.
        OutputError: It cannot be written, or another padanan is working in the folder.
    """
    with hold(known.path.resolve().parent, PATIENCE):
        for attempt in range(_TRIES):
            try:
                kept, following = _kept(known, changes, last=attempt == _TRIES - 1)
                break
            except _OvertakenError:
                continue
        behind = following.write(page=page)
    return replace(kept, behind=behind, trouble=_tell(kept.snapshot, changes))


def finish(known: Snapshot) -> str:
    """Bring along what does not follow the bilingual file yet, when an article is left.

    Returns:
        Why something stays as it is, in a sentence; else empty.

    Raises:
        InputError: Another program has damaged the file.
        OutputError: The file cannot be written, or another padanan is working in the folder.
    """
    if not Stamp.of(known.path).digest:
        return ""  # nothing can follow a file that has gone
    return keep(known, (), page=True).behind


def bring_along(path: Path, changes: Sequence[Change]) -> None:
    """Bring along what follows changes that are in a bilingual file: a desk may have come to its
    end after it had saved them, before the English text was written and the memory was told.

    Raises:
        InputError: The file is damaged.
        OutputError: Something cannot be written, or another padanan is working in the folder.
    """
    snapshot = take(path)
    finish(snapshot)
    _tell(snapshot, changes)


def _kept(known: Snapshot, changes: Sequence[Change], *, last: bool) -> tuple[Kept, Following]:
    """Save once.

    Returns:
        What came of it, and what is to be written now that the file is.

    Raises:
        _OvertakenError: Another program, which asks for no lock, was quicker; not when it is the
            last try.
    """
    path = known.path
    stamp = Stamp.of(path)
    gone = not stamp.digest
    met = not gone and stamp.digest != known.digest
    now = _whole(known, take(path)) if met else known
    merged = merge(now.bilingual, changes)
    content = replace(
        now.bilingual,
        entries=merged.entries,
        obsolete=merged.obsolete,
        glossary=_glossary(now.bilingual, merged),
    )
    following = follow(path, content)
    content = following.content
    foreign = _differences(known.bilingual, now.bilingual) if met else 0
    if content == now.bilingual and not gone:
        return Kept(known, now, merged, foreign, met), following
    data = bilingual.dumps(content).encode("utf-8")
    before = now.stamp if met else stamp
    with replacing(path) as file:
        file.write(data)
        if not last and before.differs(path):
            raise _OvertakenError
    written = digest(data)
    after = Snapshot(path, content, written, Stamp(written))
    return Kept(known, after, merged, foreign, met, restored=gone), following


def _whole(known: Snapshot, now: Snapshot) -> Snapshot:
    """A file that another program has saved, unless it is cut off.

    A file may be cut off where PO allows it to end: its disk was full, or it is still writing.

    Raises:
        InputError: Segments are missing though the article is the same, and none has come.
    """
    was, content = known.bilingual, now.bilingual
    old = {entry.id for entry in was.entries}
    new = {entry.id for entry in content.entries}
    aside = {entry.id for entry in content.obsolete}
    missing = len(old - new - aside)
    come = (new | (aside - {entry.id for entry in was.obsolete})) - old
    if missing and not come and was.sha256 == content.sha256:
        raise InputError(
            f"{now.path}: {missing:,} of the {len(old):,} segments are missing, though the article "
            "is the same. Another program may have cut the file off."
        )
    return now


def _glossary(before: Bilingual, merged: Merged) -> str:
    """What tells which glossary the recorded terms are of; nothing does where drafts made with
    another one have come in.
    """
    was = {entry.id: entry.made_from for entry in before.entries}
    same = all(was.get(entry.id, entry.made_from) == entry.made_from for entry in merged.entries)
    return before.glossary if same else ""


def _tell(snapshot: Snapshot, changes: Iterable[Change]) -> str:
    """Tell the memory what has become of changed entries; what went wrong, if anything."""
    content = snapshot.bilingual
    before = [entry for change in changes for entry in change.seen]
    ids = {entry.id for change in changes for entry in (*change.seen, *change.new)}
    after = (entry for entry in content.entries if entry.id in ids)
    return tell(snapshot.path, content, before, after, PATIENCE)


def _differences(before: Bilingual, after: Bilingual) -> int:
    """How many entries are not what they were, come or gone."""
    old = {entry.id: (work(entry), entry.comment) for entry in before.entries}
    new = {entry.id: (work(entry), entry.comment) for entry in after.entries}
    return sum(old.get(id_) != new.get(id_) for id_ in old.keys() | new.keys())
