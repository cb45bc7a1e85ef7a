"""Figures and names of a source: what no candidate may lose for the sake of a term."""

import re
from collections.abc import Sequence

from padanan.glossary import Match
from padanan.translate.engine.protocol import Candidate
from padanan.translate.values import Found, value_uses

_NAME = re.compile(r"(?<![\w-])[A-Z][\w-]{2,}|(?<!\w)\d[\d.,]*\d|(?<!\w)\d(?!\w)")
"""What stands in both languages alike: names and figures."""

_DIGIT = re.compile(r"\d")

CLOSE = 0.1
"""By how much, in log-probability per token, a candidate with all the figures may be less likely
than one without."""


def fullest_first(source: str, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """The model's candidates, with one before the likeliest that has more of the source's values,
    if there is one that is hardly less likely."""
    if len(candidates) < 2 or _DIGIT.search(source) is None:
        return candidates
    least = _missing(source, candidates[0].text)
    best = 0
    for at, candidate in enumerate(candidates[1:], 1):
        if not least or candidates[0].score - candidate.score > CLOSE:
            break
        if (missing := _missing(source, candidate.text)) < least:
            best, least = at, missing
    if not best:
        return candidates
    return [candidates[best], *candidates[:best], *candidates[best + 1 :]]


def loses(source: str, matches: Sequence[Match], before: str, after: str) -> bool:
    """Whether a candidate lacks a name or a value that the one to beat has.

    Args:
        source: The source.
        matches: Its terms, which are no names here.
        before: The candidate to beat.
        after: The candidate.
    """
    outside = [
        one[0]
        for one in _NAME.finditer(source)
        if not any(match.start < one.end() and one.start() < match.end for match in matches)
    ]
    kept = set(_NAME.findall(before)).intersection(outside)
    if not kept <= set(_NAME.findall(after)):
        return True
    if _DIGIT.search(source) is None:
        return False
    return _missing(source, after) > _missing(source, before)


def _missing(source: str, target: str) -> int:
    return sum(use.found is not Found.HELD for use in value_uses(source, target))
