"""Which concept of another glossary is which of ours.

A concept of theirs is one of ours if both have a term in the same domain. Where none of ours has
it there, it is one that shares a term and is in no domain, or any if theirs is in none. Where that
fails too, it is one that shares a term and a rendering: one concept under two names of a domain.
Otherwise it is new.
"""

from collections.abc import Iterable

from padanan.glossary.concept import Concept, Flag


class Rows:
    """Our concepts as they come to be while theirs are taken in, found by their terms.

    Attributes:
        now: The concepts, ours first, then what was added.
    """

    now: list[Concept]

    def __init__(self, concepts: Iterable[Concept], theirs: Iterable[Concept]) -> None:
        """Our concepts, and all of theirs that are to be taken in."""
        # Ours that theirs may be though the domain is another, with the domain of theirs.
        self._claimed: dict[int, str] = {}
        # Terms of theirs with their domains.
        self._theirs = {key for concept in theirs for key in _in_domain(concept)}
        self.now = list(concepts)
        # Each term with capitals ignored: the numbers of the concepts that have it, or had it.
        self._by_term: dict[str, list[int]] = {}
        for number, concept in enumerate(self.now):
            self._note(number, concept)

    def add(self, concept: Concept) -> None:
        """Put a new concept at the end."""
        self.now.append(concept)
        self._note(len(self.now) - 1, concept)

    def change(self, number: int, new: Concept) -> None:
        """Put `new` in the place of a concept, which is named by its place in `now`."""
        self.now[number] = new
        self._note(number, new)

    def partners(self, theirs: Concept) -> list[int]:
        """Which of ours one of theirs may be (see the module), by their places in `now`."""
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
    return not folded(one.terms).isdisjoint(folded(other.terms))


def _in_domain(concept: Concept) -> list[tuple[str, str]]:
    return [(term.casefold(), concept.domain.casefold()) for term in concept.terms]


def _share_rendering(one: Concept, other: Concept) -> bool:
    return not folded(one.renderings).isdisjoint(folded(other.renderings))


def folded(texts: Iterable[str]) -> set[str]:
    """Texts without capitals."""
    return {text.casefold() for text in texts}
