"""How alike two sources are, in percent, as translators know it from other tools."""

from collections.abc import Sequence

from padanan.translate.memory.normal import folded, normalised

FORM = 0.05
"""The share of the score that capitals and punctuation have."""

ALMOST = 99.0
"""The most that a source which is not the same can have."""


def score(one: str, other: str) -> float:
    """How alike two sources are: 0 to 100, the same both ways round.

    100 is for sources that are the same once normalised (`normal.normalised`), and for those only.
    Otherwise 95 % of the score are the words: 1 - d/n, where d is the Levenshtein distance between
    the two in lower case and without punctuation, and n the characters of the longer. 5 % are the
    same figure for the texts as they are, so that other capitals or punctuation cost little. What
    is not the same has 99 at the most.
    """
    one, other = normalised(one), normalised(other)
    return 100.0 if one == other else _unlike(one, other, _alike(folded(one), folded(other)))


def enough(threshold: float) -> float:
    """How alike the words alone must be, 0 to 1, for a score; with a little room for the rounding
    of floats."""
    return max((threshold / 100 - FORM) / (1 - FORM) - 1e-6, 0.0)


def closest(source: str, others: Sequence[str], threshold: float) -> list[tuple[int, float]]:
    """Which of other sources are alike enough, all of them normalised.

    Returns:
        Places in `others` with their scores, those of `threshold` or more, in no order.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    near = process.extract(
        folded(source),
        [folded(other) for other in others],
        scorer=Levenshtein.normalized_similarity,
        processor=None,
        limit=None,
        score_cutoff=enough(threshold),
    )
    scored = (
        (place, 100.0 if others[place] == source else _unlike(source, others[place], words))
        for _, words, place in near
    )
    return [(place, percent) for place, percent in scored if percent >= threshold]


def _unlike(one: str, other: str, words: float) -> float:
    return min(100 * ((1 - FORM) * words + FORM * _alike(one, other)), ALMOST)


def _alike(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)
