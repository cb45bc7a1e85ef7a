"""What becomes of an entry when its segment comes back from another tool."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint
from padanan.translate.export.document import state_of
from padanan.translate.export.xliff import note_mark
from padanan.translate.export.xliff_reader import Unit, Verdict


@dataclass(frozen=True, slots=True)
class Options:
    """How segments are to be taken back.

    Attributes:
        approve: Whether all that come back with a target are approved, whatever the tool says.
        overwrite: Whether what came back goes over what a person did here meanwhile.
    """

    approve: bool = False
    overwrite: bool = False


class Trouble(StrEnum):
    """Why a segment was not taken."""

    CONFLICT = "conflict"
    """A person has changed it here since the export, and it comes back changed as well."""

    SOURCE = "source"
    """Its source is another here."""

    UNKNOWN = "unknown"
    """There is no such segment."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A segment that was not taken.

    Attributes:
        segment: Its id.
        trouble: Why not.
        here: What the bilingual file has: the target, for another source that; empty if nothing.
        there: What came back in its place.
        line: The line of the file that came back.
    """

    segment: str
    trouble: Trouble
    here: str
    there: str
    line: int


@dataclass(frozen=True, slots=True)
class Merged:
    """A bilingual file with what came back.

    Attributes:
        content: The file.
        before: The entries that have changed, as they were.
        after: The same, as they are.
        problems: The segments that were not taken.
        blank: How many came back without the target they were exported with.
    """

    content: Bilingual
    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    blank: int

    @property
    def retargeted(self) -> int:
        """How many have another target."""
        return sum(old.target != new.target for old, new in self._pairs())

    @property
    def approved(self) -> int:
        """How many are approved that were not."""
        return sum(
            state_of(new) is State.APPROVED is not state_of(old) for old, new in self._pairs()
        )

    @property
    def reopened(self) -> int:
        """How many are approved no more."""
        return sum(
            state_of(old) is State.APPROVED is not state_of(new) for old, new in self._pairs()
        )

    @property
    def waiting(self) -> int:
        """How many have another target, and nobody has approved it."""
        return sum(
            old.target != new.target and state_of(new) is State.DRAFT for old, new in self._pairs()
        )

    @property
    def commented(self) -> int:
        """How many have another comment."""
        return sum(old.comment != new.comment for old, new in self._pairs())

    def _pairs(self) -> Iterator[tuple[Entry, Entry]]:
        return zip(self.before, self.after, strict=True)


def merge(content: Bilingual, units: Iterable[Unit], options: Options) -> Merged:
    """Put what has come back into a bilingual file, as far as nobody's work is lost by it."""
    was = {entry.id: entry for entry in content.entries}
    now = dict(was)
    problems: list[Problem] = []
    blank = 0
    for unit in units:
        entry = now.get(unit.id)
        if entry is None:
            problems.append(_problem(unit, Trouble.UNKNOWN, ""))
            continue
        if not same_source(entry, unit):
            problems.append(_problem(unit, Trouble.SOURCE, entry.source))
            continue
        target = _fit(unit.target, entry)
        blank += bool(entry.target) and not target and not _exported_blank(unit)
        decided = _decided(entry, target, unit, options)
        if decided is None:
            problems.append(_problem(unit, Trouble.CONFLICT, entry.target))
            decided = entry
        now[unit.id] = _noted(decided, unit)
    changed = [id_ for id_, entry in now.items() if entry != was[id_]]
    return Merged(
        replace(content, entries=tuple(now.values())) if changed else content,
        tuple(was[id_] for id_ in changed),
        tuple(now[id_] for id_ in changed),
        tuple(problems),
        blank,
    )


def same_source(entry: Entry, unit: Unit) -> bool:
    """Whether a unit is of an entry's sentence, whatever a tool has made of its white space."""
    return entry.source == unit.source or entry.source.split() == unit.source.split()


def worked_on(unit: Unit, options: Options) -> bool:
    """Whether a unit comes back otherwise than it was exported, as far as one can tell."""
    base = unit.base
    if base is None or (unit.target and base.target != fingerprint(unit.target)):
        return bool(unit.target)
    if options.approve or unit.verdict is Verdict.ACCEPTED:
        return base.state is not State.APPROVED
    return unit.verdict is Verdict.DOUBTED and base.state is State.APPROVED


def _exported_blank(unit: Unit) -> bool:
    return unit.base is not None and unit.base.state is State.EMPTY


def _problem(unit: Unit, trouble: Trouble, here: str) -> Problem:
    there = unit.source if trouble is Trouble.SOURCE else unit.target
    return Problem(unit.id, trouble, here, there, unit.line)


def _fit(target: str, entry: Entry) -> str:
    """A target as a bilingual file has it: on one line, unless the entry's are not; empty if it is
    blank."""
    if "\n" in target and "\n" not in entry.source + entry.target:
        target = re.sub(r"\s*\n\s*", " ", target).strip()
    return target if target.strip() else ""


def _decided(entry: Entry, target: str, unit: Unit, options: Options) -> Entry | None:
    """The entry as it is to be; None if two people have changed it."""
    approved = options.approve or unit.verdict is Verdict.ACCEPTED
    if not target:
        return entry
    if target == entry.target:
        return _judged(entry, unit, approved=approved)
    free = _is_free(entry, unit)
    unchanged = unit.base is not None and unit.base.target == fingerprint(target)
    if unchanged and not (free and approved):
        return entry  # it has changed here only
    if free or options.overwrite:
        return _rewritten(entry, target, approved=approved)
    return None


def _is_free(entry: Entry, unit: Unit) -> bool:
    """Whether no work of a person's is lost by another target."""
    if not entry.target or not (entry.touched or entry.state is State.SKIPPED):
        return True
    base = unit.base
    return (
        base is not None
        and base.target == fingerprint(entry.target)
        and base.state is state_of(entry)
    )


def _judged(entry: Entry, unit: Unit, *, approved: bool) -> Entry:
    """An entry whose target came back as it is here."""
    if approved:
        return _rewritten(entry, entry.target, approved=True)
    was_approved = unit.base is not None and unit.base.state is State.APPROVED
    if unit.verdict is Verdict.DOUBTED and was_approved:
        return _rewritten(entry, entry.target, approved=False)
    return entry


def _rewritten(entry: Entry, target: str, *, approved: bool) -> Entry:
    """An entry with the target that a person gave it in the other tool.

    The machine's own draft is kept, and what was found in it is not said of another text.
    """
    if target != entry.target:
        drafted = bool(entry.target) and fingerprint(entry.target) == entry.fingerprint
        machine = entry.target if drafted else entry.machine
        entry = replace(entry, target=target, machine=machine, findings=())
        if entry.machine == target:
            entry = replace(entry, machine="")
    if entry.state is not State.SKIPPED:
        return replace(entry, state=State.APPROVED if approved else State.DRAFT)
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return replace(entry, flags=flags if approved else ("fuzzy", *flags))


def _noted(entry: Entry, unit: Unit) -> Entry:
    """An entry with the notes that are new put under its comment."""
    comment = entry.comment
    for note in unit.notes:
        exported = unit.base is not None and unit.base.comment == note_mark(note)
        tidy = "\n".join(filter(None, (" ".join(line.split()) for line in note.splitlines())))
        if not exported and " ".join(tidy.split()) not in " ".join(comment.split()):
            comment = f"{comment}\n{tidy}" if comment else tidy
    return entry if comment == entry.comment else replace(entry, comment=comment)
