"""How checks cut texts, and name parts of them in messages."""

import re
from collections.abc import Iterable
from functools import lru_cache

from padanan.glossary.problem import shown
from padanan.translate.checks.pair import Span

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word: letters, apostrophes inside."""


def span(match: re.Match[str]) -> Span:
    """Where a match stands."""
    return Span(*match.span())


def listed(texts: Iterable[str]) -> str:
    """Texts in quotation marks, the last after "and"."""
    *most, last = map(shown, texts)
    return f"{', '.join(most)} and {last}" if most else last


def is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[:1].isupper()


_MOST = 0.75
"""From which share of capitalised words on a segment counts as a headline."""


@lru_cache(maxsize=64)
def is_headline(text: str) -> bool:
    """Whether so many words have capitals that a capital says nothing: Harga Beras Naik Tajam."""
    words = WORD.findall(text)
    return sum(map(is_capitalised, words)) > max(3, _MOST * len(words))
