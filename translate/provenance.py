"""What a draft was made from, as a fingerprint: a draft is stale when that would be another now.

A fingerprint is sixteen hex digits in two halves, so that a change of the glossary can be told
from all others: the first half stands for what was translated and by what, the second for what
the glossary says of the terms in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from padanan.glossary import Concept, Match
from padanan.translate.enforce import VERSION

NO_TERMS = "00000000"
"""The second half where no term of the glossary is in the segment, or none was looked for."""

_HALF = 4
"""Bytes of a half. That a change goes unnoticed has a chance of 1 in 4,000,000,000."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a draft is made from.

    Attributes:
        draft: First half: the source and the engine, or the ready text.
        terms: Second half: the terms in the source.
    """

    draft: str
    terms: str = NO_TERMS

    def __str__(self) -> str:
        return self.draft + self.terms


def of_model(spoken: str, recipe: str) -> Origin:
    """The origin of a model's draft, the terms of its source aside.

    Args:
        spoken: What the model is given.
        recipe: The engine's recipe: package and beam.
    """
    return Origin(_hash(("model", recipe, spoken)))


def of_text(how: str, text: str) -> Origin:
    """The origin of a draft that was there ready-made, by a rule or from the memory.

    Args:
        how: What made it ("rule", "memory", ...).
        text: The draft.
    """
    return Origin(_hash((how, text)))


def of_terms(source: str, matches: Sequence[Match]) -> str:
    """The half that stands for the terms in `source`: what they look like and what is said of them.

    A concept's other terms, its domain and its note have no part in it: they change no draft.
    """
    if not matches:
        return NO_TERMS
    parts = [str(VERSION)]  # enforcement drafts segments without terms as the model does
    for match in matches:
        parts += (source[match.start : match.end], *match.clitics, "+" if match.plural else "")
        parts += map(_concept, (match.concept, *match.homonyms))
    return _hash(parts)


def terms_of(made_from: str) -> str:
    """The second half of a recorded fingerprint; empty if there is none."""
    return made_from[2 * _HALF :]


def with_terms(made_from: str, terms: str) -> str:
    """A recorded fingerprint with another second half; of an unknown origin the first is zeros."""
    return (made_from[: 2 * _HALF] or "0" * 2 * _HALF) + terms


@lru_cache(maxsize=100_000)
def _concept(concept: Concept) -> str:
    return _hash(
        (
            *concept.renderings,
            "",
            *concept.avoided,
            "",
            *sorted(concept.flags),
            concept.pos or "",
        )
    )


def _hash(parts: Iterable[str]) -> str:
    """Eight hex digits that change when one of the parts does."""
    text = "\0".join(parts)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HALF).hexdigest()
