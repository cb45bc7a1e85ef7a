"""Taking another glossary's concepts into ours, and saying beforehand what that does.

Which concept of theirs is which of ours, `partners` says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from padanan.glossary.compare import Change, Changes
from padanan.glossary.concept import Concept, Flag
from padanan.glossary.partners import Rows, folded
from padanan.glossary.problem import Severity
from padanan.glossary.row import SEPARATOR, concept_row
from padanan.glossary.rules import read_row
from padanan.glossary.table import GlossaryFile

_MOST_TURNS = 4
"""How often theirs are looked at; what still changes then contradicts itself."""


class Side(StrEnum):
    """Who is right where the two glossaries contradict each other."""

    OURS = "ours"
    THEIRS = "theirs"


class Kind(StrEnum):
    """What two concepts contradict each other in."""

    PREFERRED = "preferred"
    """They prefer different renderings."""

    AVOIDED = "avoided"
    """One accepts what the other avoids."""

    POS = "pos"
    DOMAIN = "domain"
    FLAGS = "flags"
    NOTE = "note"

    SEVERAL = "several"
    """Theirs has terms of several of our concepts: nobody can say which one it is."""

    RULE = "rule"
    """What would come of it breaks a rule of the table."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two concepts contradict each other.

    Attributes:
        kind: What.
        ours: What ours says.
        theirs: What theirs says; for `Kind.RULE` the rule that is broken.
    """

    kind: Kind
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A concept of theirs that was left alone because it contradicts ours.

    Attributes:
        theirs: The concept.
        ours: Those of ours that it contradicts: several only for `Kind.SEVERAL`, none where it
            cannot be a row of its own (`Kind.RULE`).
        differences: In what.
    """

    theirs: Concept
    ours: tuple[Concept, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking theirs in does to ours.

    Attributes:
        added: New concepts.
        changed: Concepts of ours that get something of theirs.
        conflicts: What is left as it is, for a person to decide.
        same: How many of theirs say nothing new.
    """

    added: tuple[Concept, ...]
    changed: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    same: int

    @property
    def changes(self) -> Changes:
        """What is added and changed, as `compare` tells it."""
        return Changes(added=self.added, changed=self.changed)

    def apply(self, file: GlossaryFile) -> None:
        """Make the changes in the file whose concepts the plan was made for.

        Raises:
            InputError: See `GlossaryFile.update`.
        """
        file.update(self.added, {change.old: change.new for change in self.changed})


def plan(
    ours: Iterable[Concept],
    theirs: Iterable[Concept],
    prefer: Side | None = None,
    *,
    domain: str = "",
) -> Plan:
    """What is to be added and changed so that ours says what theirs says too.

    Terms, admitted and avoided renderings are put together, and what ours leaves open (part of
    speech, domain, note) is taken from theirs. Nothing of ours is lost unless theirs are preferred,
    and then only what theirs contradict.

    Args:
        ours: The concepts of a glossary.
        theirs: Those to be taken in. What they leave open (flags too) is no contradiction.
        prefer: Whose word counts where they contradict each other. If None, a concept that does
            is left alone and listed. One that could be several of ours always is.
        domain: The domain of new concepts that come without one.
    """
    ours, theirs = tuple(ours), tuple(theirs)
    now: tuple[Concept, ...] = ours
    same = 0
    # What one of theirs does to ours may make another of theirs one of ours, which it was not
    # before: all are looked at again until nothing comes of it.
    for turn in range(_MOST_TURNS):
        rows = Rows(now, theirs)
        conflicts, there = _take(rows, theirs, prefer, domain)
        if turn == 0:
            same = there
        if tuple(rows.now) == now:
            break
        now = tuple(rows.now)
    pairs = zip(ours, now, strict=False)
    changed = tuple(Change(old, new) for old, new in pairs if old != new)
    return Plan(now[len(ours) :], changed, tuple(conflicts), same)


def _take(
    rows: Rows, theirs: Iterable[Concept], prefer: Side | None, domain: str
) -> tuple[list[Conflict], int]:
    """Take theirs into the rows, one after another; what contradicts, and how many are there."""
    conflicts: list[Conflict] = []
    same = 0
    for concept in theirs:
        partners = rows.partners(concept)
        if not partners:
            new = concept if concept.domain else replace(concept, domain=domain)
            broken = _broken_rule(new)
            if broken:
                conflicts.append(Conflict(concept, (), (Difference(Kind.RULE, "", broken),)))
            else:
                rows.add(new)
            continue
        found = tuple(rows.now[number] for number in partners)
        if any(_says(mine, concept, prefer) for mine in found):
            same += 1
            continue
        if len(found) > 1:
            conflicts.append(Conflict(concept, found, (_several(concept, found),)))
            continue
        mine = found[0]
        differences = tuple(_differences(mine, concept))
        if differences and prefer is None:
            conflicts.append(Conflict(concept, (mine,), differences))
            continue
        new = _together(mine, concept, prefer)
        broken = _broken_rule(new) or rows.clash(partners[0], new)
        if broken:
            rule = Difference(Kind.RULE, "", broken)
            conflicts.append(Conflict(concept, (mine,), (*differences, rule)))
            continue
        rows.change(partners[0], new)
    return conflicts, same


def _says(ours: Concept, theirs: Concept, prefer: Side | None) -> bool:
    """Whether ours says all that theirs says already."""
    if prefer is None and any(_differences(ours, theirs)):
        return False
    return _together(ours, theirs, prefer) == ours


def _differences(ours: Concept, theirs: Concept) -> Iterator[Difference]:
    if ours.preferred != theirs.preferred:
        yield Difference(Kind.PREFERRED, ours.preferred, theirs.preferred)
    refused = folded(ours.avoided)
    for rendering in theirs.renderings:
        if rendering.casefold() in refused:
            yield Difference(Kind.AVOIDED, f"avoids {rendering}", f"accepts {rendering}")
    accepted = folded(ours.renderings)
    for rendering in theirs.avoided:
        if rendering.casefold() in accepted:
            yield Difference(Kind.AVOIDED, f"accepts {rendering}", f"avoids {rendering}")
    if ours.pos and theirs.pos and ours.pos is not theirs.pos:
        yield Difference(Kind.POS, ours.pos, theirs.pos)
    if ours.domain and theirs.domain and ours.domain.casefold() != theirs.domain.casefold():
        yield Difference(Kind.DOMAIN, ours.domain, theirs.domain)
    if theirs.flags and ours.flags != theirs.flags:
        yield Difference(Kind.FLAGS, _listed(ours.flags), _listed(theirs.flags))
    if ours.note not in theirs.note and theirs.note not in ours.note:
        yield Difference(Kind.NOTE, ours.note, theirs.note)


def _together(ours: Concept, theirs: Concept, prefer: Side | None) -> Concept:
    """One concept of two; where they contradict each other, ours is right unless theirs is."""
    first, second = (theirs, ours) if prefer is Side.THEIRS else (ours, theirs)
    flags = (theirs.flags or ours.flags) if first is theirs else ours.flags
    # A note that holds the other says all of it.
    note = first.note if first.note not in second.note else second.note
    return Concept(
        _union(first.terms, second.terms, case=Flag.CASE in flags),
        _union(first.renderings, _without(second.renderings, first.avoided)),
        _union(first.avoided, _without(second.avoided, first.renderings)),
        first.pos or second.pos,
        first.domain or second.domain,
        flags,
        note,
    )


def _union(
    first: tuple[str, ...], second: tuple[str, ...], *, case: bool = False
) -> tuple[str, ...]:
    """The entries of both, each once; capitals alone tell entries apart only if `case`."""
    entries: dict[str, str] = {}
    for text in first + second:
        entries.setdefault(text if case else text.casefold(), text)
    return tuple(entries.values())


def _without(texts: tuple[str, ...], unwanted: tuple[str, ...]) -> tuple[str, ...]:
    keys = folded(unwanted)
    return tuple(text for text in texts if text.casefold() not in keys)


def _broken_rule(concept: Concept) -> str:
    """What stands against a concept's being a row of the table; empty if nothing does."""
    row = concept_row(concept)
    if row.startswith(("#", '"#')):
        return "A row that begins with “#” is a comment. Begin with another character."
    read, problems = read_row(1, row)
    if read == concept:
        return ""
    reasons = [problem.message for problem in problems if problem.severity is Severity.ERROR]
    return " ".join(reasons) or "No text may hold a tab, a line break or a bar (|)."


def _several(theirs: Concept, ours: tuple[Concept, ...]) -> Difference:
    names = (f"{one.terms[0]} ({one.domain})" if one.domain else one.terms[0] for one in ours)
    return Difference(Kind.SEVERAL, "; ".join(names), theirs.terms[0])


def _listed(flags: Iterable[Flag]) -> str:
    return SEPARATOR.join(sorted(flags))
