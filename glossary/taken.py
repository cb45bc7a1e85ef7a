"""Which terms are taken: one Indonesian term is one concept's in a domain."""

from padanan.glossary.concept import Concept, Flag


class TakenTerms:
    """The terms of concepts met so far.

    The same term in two domains is two concepts (a bank's bunga, a garden's bunga); in one domain
    only capitals may tell two concepts apart, and only if both are flagged so (AS, as).
    """

    def __init__(self) -> None:
        # Each term and domain with capitals ignored: how the term is written, whether capitals
        # count, and its line.
        self._terms: dict[tuple[str, str], list[tuple[str, bool, int]]] = {}

    def take(self, concept: Concept, line: int) -> list[tuple[str, int]]:
        """Take a concept's terms, unless one is taken.

        Args:
            concept: The concept.
            line: Where it stands.

        Returns:
            The terms that were taken already, with the lines that have them; then none is taken.
        """
        case = Flag.CASE in concept.flags
        domain = concept.domain.casefold()
        keys = [(term, (term.casefold(), domain)) for term in concept.terms]
        clashes = [
            (term, other_line)
            for term, key in keys
            for other, other_case, other_line in self._terms.get(key, ())
            if term == other or not (case and other_case)
        ]
        if not clashes:
            for term, key in keys:
                self._terms.setdefault(key, []).append((term, case, line))
        return clashes
