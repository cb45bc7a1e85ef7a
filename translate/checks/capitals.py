"""Capitals at the beginning, and throughout."""

import re
from collections.abc import Iterator

from padanan.translate.checks.check import Check, Limits, Seen
from padanan.translate.checks.pair import Pair, Severity, Span

_FIRST = re.compile(r"[^\W_]")

_ENOUGH = 12
"""Letters from which on it says something that all of them are capitals, or none."""


class Capitalisation(Check):
    """A sentence that begins small, or shouts."""

    id = "capitalisation"
    name = "Capitals"
    severity = Severity.WARNING
    description = (
        "The translation begins with a small letter though the source begins with a capital, or "
        "it is all in capitals, or has none at all, and the source is not so."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        source, target = pair.source, pair.target
        whole = (Span(0, len(target)),)
        if target.isupper() and _is_long(target) and not source.isupper():
            yield Seen("The translation is all in capitals.", target_spans=whole)
        elif target.islower() and _is_long(target) and _capitals(source) > 1:
            yield Seen("The translation has no capitals.", target_spans=whole)
        elif place := _begins_small(source, target):
            yield Seen(
                "The translation begins with a small letter, the source with a capital.",
                target_spans=(place,),
                fix=target[: place.start] + target[place.start].upper() + target[place.end :],
            )


def _is_long(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _ENOUGH


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def _begins_small(source: str, target: str) -> Span | None:
    """The small letter that a target begins with where its source begins with a capital."""
    first, begun = _FIRST.search(source), _FIRST.search(target)
    if begun is not None and target[: begun.start()].endswith("&"):
        return None  # &quot;
    if first is None or begun is None or not first[0].isupper() or not begun[0].islower():
        return None
    word = re.match(r"\w+", target[begun.start() :])
    # iPhone, eBay; al-Qaeda, d'Ivoire; a word that the source has in the same letters.
    if word is None or not word[0].islower():
        return None
    after = target[begun.start() + len(word[0]) :]
    if re.match(r"['’-][A-Z]|\.\w|@|/", after) or begun[0].upper().lower() != begun[0]:
        return None
    capital = begun[0].upper()
    has_one = len(capital) == 1 and capital != begun[0]
    return Span(begun.start(), begun.end()) if has_one else None
