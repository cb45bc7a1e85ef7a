"""Knowing a translation that has run away from one that merely repeats a word."""

from collections.abc import Sequence
from operator import eq

_LONGEST_PERIOD = 12
"""Pieces in the longest phrase whose repetition is looked for."""

_TIMES = 4
"""How often a phrase may follow on itself in a row before it counts as a loop. "Ha ha ha" and
"very, very" are language; no English sentence says the same thing four times running unless its
source does."""


def runs_away(target: Sequence[str], source: Sequence[str], limit: int) -> bool:
    """Whether decoding fell into a loop.

    Args:
        target: The pieces of the translation.
        source: The pieces of the source; what repeats there may repeat in the target.
        limit: The number of pieces at which decoding was stopped by force.
    """
    if len(target) >= limit:
        return True
    times = repetitions(target)
    return times >= _TIMES and times >= repetitions(source) + 2


def repetitions(pieces: Sequence[str]) -> int:
    """How often the most repeated phrase of up to 12 pieces follows on itself in a row.

    Digits do not count: "1,000,000,000,000" is a number.
    """
    most = 1 if pieces else 0
    twice = len(pieces) - len(set(pieces))  # a phrase that repeats has all its pieces again
    for period in range(1, min(_LONGEST_PERIOD, len(pieces) // 2, twice) + 1):
        if twice < most * period or sum(map(eq, pieces[period:], pieces)) < most * period:
            continue  # too few for more; this spares nearly every sentence the slower look
        same = 0  # pieces in a row that equal the one a period before
        for here, before in zip(pieces[period:], pieces, strict=False):
            same = same + 1 if here == before and not _has_digit(here) else 0
            most = max(most, same // period + 1)
    return most


def without_loops(pieces: Sequence[str]) -> list[str]:
    """`pieces` with every phrase that repeats four times or more in a row said once."""
    kept = list(pieces)
    for period in range(1, _LONGEST_PERIOD + 1):
        start = 0
        while start + period < len(kept):
            phrase = kept[start : start + period]
            end = start + period
            while kept[end : end + period] == phrase:
                end += period
            if (end - start) // period >= _TIMES and not any(map(_has_digit, phrase)):
                del kept[start + period : end]
            start += 1
    return kept


def _has_digit(piece: str) -> bool:
    return any(character.isdigit() for character in piece)
