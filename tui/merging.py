"""Many changes, put into what a bilingual file says by now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count

from padanan.translate.bilingual import Bilingual, Entry
from padanan.translate.entry import set_aside
from padanan.tui.changes import Change, Line, key, recut
from padanan.tui.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of changes that met the work of another program.

    Attributes:
        entries: The entries with the changes in.
        obsolete: The obsolete ones; typing that has no place any more is added to them.
        overruled: Changes that put typing in place of what another program had written meanwhile,
            each with the entry it replaced. Of several that follow from one another, each.
        declined: Changes left out, since they were decisions about text that has changed, each
            with the id of the entry.
        homeless: Changes whose entry has gone from the file; their targets are in `obsolete`.
    """

    entries: tuple[Entry, ...]
    obsolete: tuple[Entry, ...]
    overruled: tuple[tuple[Change, Entry], ...] = ()
    declined: tuple[tuple[Change, str], ...] = ()
    homeless: tuple[Change, ...] = ()


_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Step:
    """What a change did to one entry, or the split or join that it was.

    Attributes:
        number: Its place among all steps.
        change: The change.
        seen: The entries before.
        new: The entries after.
        cut: Whether it is a split or a join.
    """

    number: int
    change: Change
    seen: tuple[Entry, ...]
    new: tuple[Entry, ...]
    cut: bool = False


def merge(now: Bilingual, changes: Iterable[Change]) -> Merged:
    """Put changes, in order, into what a bilingual file says now.

    Some of them may be in it already.
    """
    merging = _Merging(now)
    for strand in _strands(changes):
        merging.put(strand)
    return merging.merged()


def outstanding(now: Bilingual, changes: Iterable[Change]) -> list[Change]:
    """Those of the changes that, with what follows from them, are not in the file yet."""
    changes = list(changes)
    merging = _Merging(now)
    found: set[Change] = set()
    for strand in _strands(changes):
        before = merging.state(strand)
        merging.put(strand)
        if merging.state(strand) != before:
            found.update(step.change for step in strand)
    return [change for change in changes if change in found]


def _strands(changes: Iterable[Change]) -> Iterable[list[_Step]]:
    """Steps that have to do with one another, through the entries they are about, in order."""
    strands: dict[str, list[_Step]] = {}
    for step in _steps(changes):
        ids = {entry.id for entry in (*step.seen, *step.new)}
        parts = {id(strands[one]): strands[one] for one in ids if one in strands}
        strand = max(parts.values(), key=len, default=[])
        for part in parts.values():
            if part is not strand:
                strand.extend(part)
                ids.update(entry.id for old in part for entry in (*old.seen, *old.new))
        strand.append(step)
        strands.update(dict.fromkeys(ids, strand))
    whole = {id(strand): strand for strand in strands.values()}
    return [sorted(strand, key=lambda step: step.number) for strand in whole.values()]


def _steps(changes: Iterable[Change]) -> Iterator[_Step]:
    numbers = count()
    for change in changes:
        if change.recut:
            yield _Step(next(numbers), change, change.seen, change.new, cut=True)
        else:
            for seen, new in zip(change.seen, change.new, strict=True):
                yield _Step(next(numbers), change, (seen,), (new,))


class _Stage:
    """The steps of a strand up to a split or a join, and that one.

    Attributes:
        layout: What entries there are before it.
        edits: The steps.
        cut: The split or join; none at the end of a strand.
    """

    def __init__(self) -> None:
        self.layout: set[_Key] = set()
        self.edits: list[_Step] = []
        self.cut: _Step | None = None


def _stages(strand: Iterable[_Step]) -> list[_Stage]:
    """The stages of a strand. Each but the last ends with a split or a join."""
    stages = [_Stage()]
    for step in strand:
        for entry in step.seen:
            if key(entry) not in stages[-1].layout:
                # It has been there all the time.
                for stage in stages:
                    stage.layout.add(key(entry))
        if step.cut:
            stages[-1].cut = step
            stages.append(_Stage())
            stages[-1].layout = stages[-2].layout - set(map(key, step.seen))
            stages[-1].layout |= set(map(key, step.new))
        else:
            stages[-1].edits.append(step)
    return stages


class _Merging:
    """What a bilingual file says, with more and more of the changes in it."""

    def __init__(self, now: Bilingual) -> None:
        self._sheet = Sheet(now.entries)
        self._obsolete = list(now.obsolete)
        self._overruled: list[tuple[Change, Entry]] = []
        self._declined: list[tuple[Change, str]] = []
        self._homeless: list[Change] = []

    def put(self, strand: list[_Step]) -> None:
        """Put a strand in."""
        stages = _stages(strand)
        reached = self._reached(stages)
        if reached < 0 and _idle(strand):
            return
        lines: dict[_Key, Line] = {}
        shelf: dict[_Key, Entry] = {}
        cut: set[_Key] = set()
        for number, stage in enumerate(stages):
            for step in stage.edits:
                _note(lines, step)
            if number < reached:
                if stage.cut is not None:
                    cut.update(one for one in map(key, stage.cut.new) if one not in lines)
                    _note(lines, stage.cut)
                continue
            for one, line in lines.items():
                if number > reached or one in stage.layout:
                    self._put(line, shelf, cut=one in cut)
            lines = {}
            if stage.cut is not None:
                self._cut(stage.cut.change, shelf)
        self._shelve(shelf.values())

    def state(self, strand: Iterable[_Step]) -> tuple[object, ...]:
        """All that putting a strand in can change."""
        ids = {entry.id: None for step in strand for entry in (*step.seen, *step.new)}
        told = (len(self._overruled), len(self._declined), len(self._homeless))
        return [*map(self._sheet.get, ids)], len(self._obsolete), *told

    def _reached(self, stages: list[_Stage]) -> int:
        """The last stage whose entries are those of the file; -1 when none is."""
        for number in reversed(range(len(stages))):
            if len(stages) == 1 or all(map(self._has, stages[number].layout)):
                return number
        return -1

    def _has(self, one: _Key) -> bool:
        entry = self._sheet.get(one[0])
        return entry is not None and key(entry) == one

    def _put(self, line: Line, shelf: dict[_Key, Entry], *, cut: bool) -> None:
        """Put the changes of one entry in.

        Args:
            line: The changes.
            shelf: Where typing goes that has no place.
            cut: Whether a split or a join that is in the file has made the entry.
        """
        wanted = line.versions[-1]
        theirs = self._sheet.get(wanted.id)
        if theirs is None or key(theirs) != key(wanted):
            if not line.idle:
                self._homeless += line.changes
            if line.is_work:
                shelf[key(wanted)] = wanted
            return
        then = line.onto(theirs)
        self._sheet.put(then)
        if cut and not (line.overruled or any(map(partial(_same_text, theirs), line.versions))):
            # Another desk has made the same cut, of another text; or has changed it since.
            self._homeless += line.changes
            shelf[key(wanted)] = wanted
        if line.overruled:
            self._overruled += ((change, theirs) for change in line.changes)
        if line.declined:
            self._declined += ((change, wanted.id) for change in line.changes)

    def _cut(self, change: Change, shelf: dict[_Key, Entry]) -> None:
        if not recut(self._sheet, change):
            self._declined += ((change, entry.id) for entry in change.seen)
            if change.typed:
                shelf |= {key(entry): entry for entry in change.new if entry.target}

    def _shelve(self, entries: Iterable[Entry]) -> None:
        """Add work that has no place to the obsolete entries."""
        for entry in entries:
            if any(_same_text(entry, old) for old in self._obsolete):
                continue
            self._obsolete.append(set_aside(entry, self._taken))

    def _taken(self, id_: str) -> bool:
        there = self._sheet.index(id_) >= 0
        return there or any(old.id == id_ for old in self._obsolete)

    def merged(self) -> Merged:
        """What became of it all."""
        return Merged(
            tuple(self._sheet.entries),
            tuple(self._obsolete),
            tuple(self._overruled),
            tuple(self._declined),
            tuple(self._homeless),
        )


def _note(lines: dict[_Key, Line], step: _Step) -> None:
    """Note a step in the lines of its entries."""
    for entry in (*step.seen, *step.new):
        lines.setdefault(key(entry), Line()).add(entry, step.change)


def _idle(strand: Iterable[_Step]) -> bool:
    """Whether all of a strand comes to nothing."""
    first: dict[_Key, Entry] = {}
    last: dict[_Key, Entry] = {}
    for step in strand:
        for entry in step.seen:
            if last.pop(key(entry), None) is None:
                first[key(entry)] = entry
        last |= {key(entry): entry for entry in step.new}
    return first == last


def _same_text(one: Entry, other: Entry) -> bool:
    return (one.source, one.target, one.comment) == (other.source, other.target, other.comment)
