"""Taking another glossary's concepts into ours, and saying beforehand what that does.

A concept of theirs is one of ours if both have a term in the same domain. Where none of ours has
it there, it is one that shares a term and is in no domain, or any if theirs is in none. Where that
fails too, it is one that shares a term and a rendering: one concept under two names of a domain.
Otherwise it is new.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from padanan.glossary.compare import Change, Changes
from padanan.glossary.concept import Concept, Flag
from padanan.glossary.problem import Severity
from padanan.glossary.row import SEPARATOR, concept_row
from padanan.glossary.rules import read_row
from padanan.glossary.table import GlossaryFile


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
        ours: Those of ours that it contradicts; several only for `Kind.SEVERAL`.
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
    theirs = tuple(theirs)
    rows = _Rows(ours, theirs)
    conflicts: list[Conflict] = []
    same = 0
    for concept in theirs:
        partners = rows.partners(concept)
        if not partners:
            rows.add(concept if concept.domain else replace(concept, domain=domain))
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
    return Plan(rows.added(), rows.changed(), tuple(conflicts), same)


class _Rows:
    """Our concepts as they come to be, found by their terms."""

    def __init__(self, concepts: Iterable[Concept], theirs: Iterable[Concept]) -> None:
        self._before = tuple(concepts)
        # Ours that theirs may be though the domain is another, with the domain of theirs.
        self._claimed: dict[int, str] = {}
        # Terms of theirs with their domains.
        self._theirs = {key for concept in theirs for key in _in_domain(concept)}
        self.now = list(self._before)
        # Each term with capitals ignored: the numbers of the concepts that have it, or had it.
        self._by_term: dict[str, list[int]] = {}
        for number, concept in enumerate(self.now):
            self._note(number, concept)

    def add(self, concept: Concept) -> None:
        self.now.append(concept)
        self._note(len(self.now) - 1, concept)

    def change(self, number: int, new: Concept) -> None:
        self.now[number] = new
        self._note(number, new)

    def added(self) -> tuple[Concept, ...]:
        return tuple(self.now[len(self._before) :])

    def changed(self) -> tuple[Change, ...]:
        pairs = zip(self._before, self.now, strict=False)
        return tuple(Change(old, new) for old, new in pairs if old != new)

    def partners(self, theirs: Concept) -> list[int]:
        """Which of ours theirs may be (see the module), in the order of ours."""
        sharing = self._sharing(theirs)
        domain = theirs.domain.casefold()
        there = [number for number in sharing if self.now[number].domain.casefold() == domain]
        if there:
            return there
        # One of ours is not in two domains: what another of theirs is, or may be, is not this one.
        free = [
            number
            for number in sharing
            if self._theirs.isdisjoint(_in_domain(self.now[number]))
            and (not domain or self._claimed.get(number, domain) == domain)
        ]
        loose = [number for number in free if not domain or not self.now[number].domain]
        loose = loose or [n for n in free if _share_rendering(self.now[n], theirs)]
        for number in loose:
            self._claimed.setdefault(number, domain)
        return loose

    def clash(self, number: int, new: Concept) -> str:
        """What stands against a concept's becoming `new`: a term that another row has already."""
        for other in self._sharing(new):
            ours = self.now[other]
            if other != number and ours.domain.casefold() == new.domain.casefold():
                return f"“{ours.terms[0]}” of the same domain would have a term in common with it."
        return ""

    def _sharing(self, concept: Concept) -> list[int]:
        numbers = {
            number for term in concept.terms for number in self._by_term.get(term.casefold(), ())
        }
        return sorted(number for number in numbers if _share_term(self.now[number], concept))

    def _note(self, number: int, concept: Concept) -> None:
        for term in concept.terms:
            numbers = self._by_term.setdefault(term.casefold(), [])
            if number not in numbers:
                numbers.append(number)


def _share_term(one: Concept, other: Concept) -> bool:
    """Whether a term is the same, as rows of one domain may not have it (see `reading`)."""
    if Flag.CASE in one.flags and Flag.CASE in other.flags:
        return not set(one.terms).isdisjoint(other.terms)
    return not _keys(one.terms).isdisjoint(_keys(other.terms))


def _in_domain(concept: Concept) -> list[tuple[str, str]]:
    return [(term.casefold(), concept.domain.casefold()) for term in concept.terms]


def _share_rendering(one: Concept, other: Concept) -> bool:
    return not _keys(one.renderings).isdisjoint(_keys(other.renderings))


def _keys(texts: Iterable[str]) -> set[str]:
    return {text.casefold() for text in texts}


def _says(ours: Concept, theirs: Concept, prefer: Side | None) -> bool:
    """Whether ours says all that theirs says already."""
    if prefer is None and any(_differences(ours, theirs)):
        return False
    return _together(ours, theirs, prefer) == ours


def _differences(ours: Concept, theirs: Concept) -> Iterator[Difference]:
    if ours.preferred != theirs.preferred:
        yield Difference(Kind.PREFERRED, ours.preferred, theirs.preferred)
    refused = _keys(ours.avoided)
    for rendering in theirs.renderings:
        if rendering.casefold() in refused:
            yield Difference(Kind.AVOIDED, f"avoids {rendering}", f"accepts {rendering}")
    accepted = _keys(ours.renderings)
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
    keys = _keys(unwanted)
    return tuple(text for text in texts if text.casefold() not in keys)


def _broken_rule(concept: Concept) -> str:
    """What the rules of the table have against a row; empty if nothing."""
    _, problems = read_row(1, concept_row(concept))
    return " ".join(problem.message for problem in problems if problem.severity is Severity.ERROR)


def _several(theirs: Concept, ours: tuple[Concept, ...]) -> Difference:
    names = (f"{one.terms[0]} ({one.domain})" if one.domain else one.terms[0] for one in ours)
    return Difference(Kind.SEVERAL, "; ".join(names), theirs.terms[0])


def _listed(flags: Iterable[Flag]) -> str:
    return SEPARATOR.join(sorted(flags))
