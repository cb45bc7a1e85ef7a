"""What has changed between two glossaries."""

from collections.abc import Iterable
from dataclasses import dataclass

from padanan.glossary.concept import Concept
from padanan.glossary.row import COLUMNS, concept_cells


@dataclass(frozen=True, slots=True)
class Change:
    """One concept before and after.

    Attributes:
        old: As it was.
        new: As it is.
    """

    old: Concept
    new: Concept

    @property
    def columns(self) -> tuple[str, ...]:
        """The table's columns that differ, in its order."""
        old, new = cells(self.old), cells(self.new)
        return tuple(column for column in COLUMNS if old[column] != new[column])


@dataclass(frozen=True, slots=True)
class Changes:
    """What leads from one glossary to another.

    Attributes:
        added: Concepts that only the new one has, in its order.
        removed: Concepts that only the old one has, in its order.
        changed: Concepts that both have, but not alike, in the order of the new one.
    """

    added: tuple[Concept, ...] = ()
    removed: tuple[Concept, ...] = ()
    changed: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def cells(concept: Concept) -> dict[str, str]:
    """What each column of the table says of a concept, entries with bars between them."""
    return dict(zip(COLUMNS, concept_cells(concept), strict=True))


def compare(old: Iterable[Concept], new: Iterable[Concept]) -> Changes:
    """What was added, removed and changed.

    A concept is taken for the same one, changed, if it has the first term and the domain of the
    old one; failing that, any of its terms in the domain; failing that, one of its terms and one of
    its renderings in whatever domain.
    """
    before, after = list(old), list(new)
    both = set(before) & set(after)
    gone = dict.fromkeys(concept for concept in before if concept not in both)
    come = [concept for concept in after if concept not in both]
    partners: dict[Concept, Concept] = {}
    for keys in (_by_first_term, _by_term, _by_term_and_rendering):
        known: dict[tuple[str, ...], Concept] = {}
        for concept in gone:
            for key in keys(concept):
                known.setdefault(key, concept)
        for concept in come:
            if concept in partners:
                continue
            found = (known.get(key) for key in keys(concept))
            partner = next((old for old in found if old is not None and old in gone), None)
            if partner is not None:
                partners[concept] = partner
                del gone[partner]
    return Changes(
        tuple(concept for concept in come if concept not in partners),
        tuple(gone),
        tuple(Change(partners[concept], concept) for concept in come if concept in partners),
    )


def _by_first_term(concept: Concept) -> list[tuple[str, ...]]:
    return [(concept.sort_key, concept.domain.casefold())]


def _by_term(concept: Concept) -> list[tuple[str, ...]]:
    return [(term.casefold(), concept.domain.casefold()) for term in concept.terms]


def _by_term_and_rendering(concept: Concept) -> list[tuple[str, ...]]:
    return [
        (term.casefold(), rendering.casefold())
        for term in concept.terms
        for rendering in concept.renderings
    ]
