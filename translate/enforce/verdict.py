"""What a candidate lacks of what the glossary asks for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from padanan.glossary import Concept, Glossary, Match
from padanan.translate.adherence import Held, Use, uses
from padanan.translate.enforce.polish import polished


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
    def faults(self) -> tuple[int, int]:
        """What is to be as low as can be: terms that are missing, and those not agreed."""
        return self.missing, len(self.wrong)


class Judge:
    """Looks for the renderings of the concepts that some sources have.

    Building what recognises renderings takes time by the concept: only those of the sources are.
    """

    def __init__(self, matches: Iterable[Match]) -> None:
        """A judge for these terms."""
        concepts: dict[Concept, None] = {}
        for match in matches:
            concepts |= dict.fromkeys((match.concept, *match.homonyms))
        self._glossary = Glossary(concepts)

    def look(self, source: str, text: str, matches: Sequence[Match]) -> Verdict:
        """What became of the terms of `source` in `text`."""
        return Verdict(uses(self._glossary, source, text, matches))

    def polish(self, source: str, text: str, matches: Sequence[Match]) -> tuple[str, Verdict]:
        """A candidate with its renderings in the shape of their places, and the verdict on it."""
        verdict = self.look(source, text, matches)
        better = polished(source, text, verdict.uses)
        return (text, verdict) if better == text else (better, self.look(source, better, matches))
