"""Which of several like texts in an article is which of them in an earlier version of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

Place = tuple[str, int]
"""A text, and the line of its block."""

_COMPARISONS = 1_000_000
"""Up to which neighbours are looked at: the work grows with the square of how often a text
stands. An article with more repetitions than that is none, and is paired in order."""


def pair(now: Sequence[Place], then: Sequence[Place]) -> dict[int, int]:
    """For the index of each text that stood there before, its index then.

    A text that stands as often as before is paired in order. Where a repeated one has come or
    gone, its neighbours tell which.
    """
    places, before = _places(text for text, _ in now), _places(text for text, _ in then)
    pairs: dict[int, int] = {}
    for text, here in places.items():
        earlier = before.get(text, [])
        if len(here) == len(earlier):
            pairs.update(zip(here, earlier, strict=True))
        elif earlier:
            pairs.update(_by_neighbours(now, then, here, earlier))
    return pairs


def _by_neighbours(
    now: Sequence[Place], then: Sequence[Place], here: Sequence[int], earlier: Sequence[int]
) -> dict[int, int]:
    """Pair the places of one text with its earlier places, the best neighbours first."""
    if len(here) * len(earlier) > _COMPARISONS:
        return dict(zip(here, earlier, strict=False))
    ranked = sorted(
        (-_likeness(now, place, then, at), abs(n - m), place, at)
        for n, place in enumerate(here)
        for m, at in enumerate(earlier)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, place, at in ranked:
        if place not in pairs and at not in taken:
            pairs[place] = at
            taken.add(at)
    return pairs


def _likeness(now: Sequence[Place], place: int, then: Sequence[Place], at: int) -> int:
    """How many neighbours are the same; one in the same block counts for two."""
    score = 0
    for step in (-1, 1):
        if 0 <= place + step < len(now) and 0 <= at + step < len(then):
            (text, line), (text_then, line_then) = now[place + step], then[at + step]
            if text == text_then:
                same_block = line == now[place][1] and line_then == then[at][1]
                score += 2 if same_block else 1
    return score


def _places(texts: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        places[text].append(place)
    return places
