"""What a translation has of its source by values and terms, however it is written there."""

from collections.abc import Iterable

from padanan.translate.adherence import Held, Use
from padanan.translate.checks.builtin import builtin_uses
from padanan.translate.checks.pair import Pair
from padanan.translate.values import Found


def is_said(pair: Pair, start: int, end: int) -> bool:
    """Whether the translation has all that the source has in a place.

    "on Thursday (27/1/2022)" is ", 27 January 2022", and "Amerika Serikat (AS)" the United States.

    Args:
        pair: The source and its translation.
        start: Where the place begins in the source.
        end: Where it ends.
    """
    places = {place for place in range(start, end) if pair.source[place].isalnum()}
    for use in pair.values:
        if use.found is Found.HELD:
            places.difference_update(range(use.value.start, use.value.end))
    places -= _held(pair.uses)
    return not places or places <= _held(builtin_uses(pair.source, pair.target))


def _held(uses: Iterable[Use]) -> set[int]:
    """The places of the source that held terms cover."""
    return {
        place
        for use in uses
        if use.held is not Held.MISSING
        for place in range(use.match.start, use.match.end)
    }
