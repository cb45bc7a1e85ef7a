"""What a candidate lacks of what the glossary asks for."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from padanan.glossary import Concept, Flag, Glossary, Match
from padanan.translate.adherence import Held, Use, senses, uses
from padanan.translate.enforce.aligned import Aligned
from padanan.translate.enforce.polish import touches


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of each term of a source in a candidate.

    Attributes:
        uses: One for each term, in the order of the source.
    """

    uses: tuple[Use, ...]

    @property
    def wrong(self) -> list[int]:
        """The places among the terms of those that are not as the glossary has them."""
        return [at for at, use in enumerate(self.uses) if not use.agreed or use.avoided]

    @property
    def missing(self) -> int:
        """How many terms are not rendered at all, or by words that are to be avoided."""
        return sum(use.held is Held.MISSING or bool(use.avoided) for use in self.uses)

    @property
    def avoided(self) -> frozenset[tuple[int, int]]:
        """Where words stand that are to be avoided."""
        return frozenset((one.start, one.end) for use in self.uses for one in use.avoided)

    @property
    def faults(self) -> tuple[int, int, int]:
        """What is to be as low as can be: terms that are missing, those not agreed, and words to be
        avoided."""
        return self.missing, len(self.wrong), len(self.avoided)

    def keeps(self, other: "Verdict", but: int) -> bool:
        """Whether every term that `other` renders is rendered here as well, or better.

        Args:
            other: The verdict on the candidate to beat.
            but: The place of the term that is being worked on.
        """
        return all(
            at == but
            or ((new.rendering is not None or old.rendering is None) and new.agreed >= old.agreed)
            for at, (new, old) in enumerate(zip(self.uses, other.uses, strict=True))
        )


class Judge:
    """Looks for the renderings of the concepts that some sources have.

    Building what recognises renderings takes time by the concept: only those of the sources are.
    """

    def __init__(self, matches: Iterable[Match]) -> None:
        """A judge for these terms."""
        self._glossary = Glossary(senses(matches))

    def look(self, source: str, text: str, matches: Sequence[Match]) -> Verdict:
        """What became of the terms of `source` in `text`."""
        found = uses(self._glossary, source, text, matches)
        agreed = {use.rendering.start for use in found if use.rendering and use.agreed}
        seen: set[int] = set()
        return Verdict(tuple(_strictly(source, text, use, agreed, seen) for use in found))

    def polish(
        self,
        source: str,
        text: str,
        matches: Sequence[Match],
        put: Collection[int],
        aligned: Aligned | None = None,
    ) -> tuple[str, Verdict, Aligned | None]:
        """A candidate with its renderings in the shape of their places.

        Args:
            source: The source.
            text: The candidate.
            matches: The terms of the source.
            put: The places among them of those whose renderings are not the model's own.
            aligned: The candidate's alignment, if it has one.

        Returns:
            The text, the verdict on it, and its alignment.
        """
        verdict = self.look(source, text, matches)
        better = text
        ours = [
            use
            for at, use in enumerate(verdict.uses)
            if at in put or Flag.KEEP in use.concept.flags
        ]
        for start, end, words in touches(source, text, ours):
            better = better[:start] + words + better[end:]
            aligned = aligned and aligned.edited(start, end, words)
        if better == text:
            return text, verdict, aligned
        return better, self.look(source, better, matches), aligned


def _strictly(source: str, text: str, use: Use, agreed: set[int], seen: set[int]) -> Use:
    """A term's use, missing where all it has is another term's rendering.

    So it is where a short form in brackets stands in for the full name before it, and where a term
    that stands twice was translated once and left as it is once.

    Args:
        source: The source.
        text: Its translation.
        use: The use.
        agreed: Where renderings begin that some term could not have better.
        seen: Where renderings of terms before it begin; its own is added.
    """
    if use.rendering is None:
        return use
    start = use.rendering.start
    if is_apposed(source, use.match) and (start in seen or use.agreed):
        return use  # the short form of what stands before it may stay: Health Agency (Dinkes)
    lent = not use.agreed and start in agreed
    words = source[use.match.start : use.match.end]
    left = untranslated(text, words, use.concept)
    within = any(first <= start < last for first, last in left)  # the Soviet of Uni Soviet
    lent |= within or (start in seen and bool(left))
    seen.add(start)
    if lent:
        return replace(use, held=Held.MISSING, rendering=None, agreed=False)
    return use


def is_apposed(source: str, match: Match) -> bool:
    """Whether a term stands alone in brackets, as the short form of what is before it."""
    return source[: match.start].endswith("(") and source.startswith(")", match.end)


def untranslated(text: str, term: str, concept: Concept) -> list[tuple[int, int]]:
    """Where a draft has the words of a term as the source has them, and they are no rendering."""
    if term.casefold() not in text.casefold():  # the usual case, without a pattern to compile
        return []
    if term.casefold() in {rendering.casefold() for rendering in concept.renderings}:
        return []
    found = re.finditer(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)
    return [one.span() for one in found]
