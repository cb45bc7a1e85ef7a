"""What becomes of the glossary's terms in a set of translations: the measures of terminology.py."""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from padanan.glossary import Concept, Glossary, Match, PartOfSpeech
from padanan.translate.adherence import Held, Use

UNUSUAL = 200
"""Concepts whose preferred rendering the unusual glossary changes."""

_STEM = 4
"""Letters that words of one stem have in common at their beginning, as a rule of thumb."""
_OF_A_PLACE = re.compile(r"(?:an|ish|ese|sh|ch|ss|ai|i|ic|er|man|on)$")
"""How English adjectives of places and names of peoples end: British, Dutch, Thai, Briton."""
_POS = {
    PartOfSpeech.NOUN: "NOUN",
    PartOfSpeech.VERB: "VERB",
    PartOfSpeech.ADJECTIVE: "ADJ",
    PartOfSpeech.ADVERB: "ADV",
}


def may_be_variant(concept: Concept, rendering: str) -> bool:
    """Whether a rendering may be the preferred one in another form or part of speech.

    German beside Germany, constitutional beside constitution, legal beside law: which of them is
    right the sentence says, so none of them is to be made the preferred one. A rule of thumb that
    says yes where it is in doubt, oftener than the glossary's own: a common stem, an ending of
    adjectives of places, or a single word that is no base form of the concept's part of speech.
    """
    from lemminflect import getAllLemmas

    one, other = (
        re.findall(r"[^\W_]+", text.casefold()) for text in (concept.preferred, rendering)
    )
    if "".join(one) == "".join(other):
        return True  # U.S. beside US
    left = [word for word in one if word not in other]
    right = [word for word in other if word not in one]
    if left and len(left) == len(right):
        stems = [(first[:_STEM], second[:_STEM]) for first, second in zip(left, right, strict=True)]
        if all(first == second and len(first) == _STEM for first, second in stems):
            return True
    if concept.domain == "place" and _OF_A_PLACE.search(rendering):
        return True
    known = {pos for pos, lemmas in getAllLemmas(rendering).items() if rendering in lemmas}
    return bool(known) and concept.pos in _POS and _POS[concept.pos] not in known


def unusual(
    glossary: Glossary, matches: Sequence[Sequence[Match]], count: int = UNUSUAL
) -> tuple[Glossary, frozenset[Concept]]:
    """The glossary with another rendering preferred for the concepts most frequent in `matches`.

    It is the second of the accepted renderings, or the next that is no variant of the first. (A
    third one is too rare: of the concepts in a thousand sentences, fewer than 200 have it.) Names
    of CLDR stay as they are, because their other renderings are mostly adjectives.

    Returns:
        The glossary, and those of its concepts that are not as they were.
    """
    found = Counter(match.concept for each in matches for match in each)
    curated = set(glossary.concepts)
    changed: dict[Concept, Concept] = {}
    for concept in sorted(found, key=lambda one: (-found[one], one.terms)):
        others = [other for other in concept.admitted if not may_be_variant(concept, other)]
        if concept in curated and others and len(changed) < count:
            rest = tuple(one for one in concept.renderings if one != others[0])
            changed[concept] = replace(concept, renderings=(others[0], *rest))
    concepts = [changed.get(concept, concept) for concept in glossary.concepts]
    return Glossary(concepts, cldr=bool(glossary.builtin)), frozenset(changed.values())


@dataclass(frozen=True, slots=True)
class Adherence:
    """How the outputs of one system hold the terms of the sources. Shares are of 1.

    Attributes:
        terms: Occurrences of terms in the sources.
        preferred: Share of them held by the preferred rendering.
        agreed: The same, and by an admitted one that is the preferred one in the shape the sentence
            wants (`Use.agreed`).
        accepted: Share held by any accepted rendering.
        strict: As preferred, but a term's second occurrence in a segment needs a second rendering.
        avoided: Occurrences per 1,000 beside which a rendering stands that is to be avoided.
        repeated: Concepts that occur at least twice in all.
        consistent: Share of them rendered alike throughout (shapes of the preferred one are alike).
        majority: Mean over them of the share that their commonest rendering has.
    """

    terms: int
    preferred: float
    agreed: float
    accepted: float
    strict: float
    avoided: float
    repeated: int
    consistent: float
    majority: float


def adherence(
    segments: Sequence[Sequence[Use]], only: Collection[Concept] | None = None
) -> Adherence:
    """Sum up what became of the terms of each segment.

    Args:
        segments: The uses of each segment.
        only: Look at these concepts' terms alone.
    """
    kept = [
        [use for use in segment if only is None or use.match.concept in only]
        for segment in segments
    ]
    every = [use for segment in kept for use in segment]
    terms = max(len(every), 1)
    held = Counter(use.held for use in every)
    places = {
        (number, use.concept, use.rendering.start)
        for number, segment in enumerate(kept)
        for use in segment
        if use.rendering is not None and use.held is Held.PREFERRED
    }
    repeated, consistent, majority = consistency(every)
    return Adherence(
        terms=len(every),
        preferred=held[Held.PREFERRED] / terms,
        agreed=sum(use.agreed for use in every) / terms,
        accepted=1 - held[Held.MISSING] / terms,
        strict=len(places) / terms,
        avoided=1000 * sum(bool(use.avoided) for use in every) / terms,
        repeated=repeated,
        consistent=consistent,
        majority=majority,
    )


def consistency(every: Sequence[Use]) -> tuple[int, float, float]:
    """(concepts that occur at least twice, share rendered alike, mean share of the commonest).

    A term that is not held agrees with nothing, not even with another that is not.
    """
    renderings: dict[Concept, Counter[str]] = defaultdict(Counter)
    occurrences = Counter(use.concept for use in every)
    for use in every:
        if use.rendering is not None:
            alike = use.concept.preferred if use.agreed else use.rendering.rendering
            renderings[use.concept][alike] += 1
    shares = [
        max(renderings[concept].values(), default=0) / count
        for concept, count in occurrences.items()
        if count > 1
    ]
    if not shares:
        return 0, 0.0, 0.0
    return len(shares), sum(share == 1 for share in shares) / len(shares), statistics.mean(shares)
