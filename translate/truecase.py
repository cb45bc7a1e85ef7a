"""Headlines in the letter case of sentences, as the model has learnt to read.

Indonesian headlines capitalise most words ("NATO Serahkan Tanggapan Tertulis") or all of them. A
model takes capitalised words for names and leaves them alone. The article itself tells which words
are names: those that keep their capital in the middle of its sentences.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from padanan.translate.article import BlockKind, SegmentedArticle
from padanan.translate.dates import names

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})
_SHARE = 0.6
"""Capitalised words in a headline, of all its words, from which capitals mean nothing. Sentences of
the five articles in seeds/ have at most half, their headlines three quarters and more."""

_ACRONYM = 5
"""Letters up to which a word in capitals that the article does not know is left as an acronym."""


@cache
def _calendar() -> frozenset[str]:
    """The names of months and weekdays, but for *Minggu* and *Ahad*, which are a week too."""
    known = names()
    return frozenset({*known.days, *known.months} - {"minggu", "ahad"})


def truecased(segmented: SegmentedArticle) -> dict[str, str]:
    """For each title of the article that needs it, the text to be given to the model."""
    titles = {
        segment.source
        for block, segments in segmented.by_block()
        if block.kind in _TITLES
        for segment in segments
    }
    if not titles:
        return {}
    known = _spellings(
        segment.source
        for block, segments in segmented.by_block()
        if block.kind is BlockKind.PARAGRAPH
        for segment in segments
        if not segment.lead
    )
    changed = {title: _sentence_case(title, known) for title in titles}
    return {title: text for title, text in changed.items() if text != title}


def _spellings(sentences: Iterable[str]) -> dict[str, str]:
    """How each word is mostly written inside sentences, by its lower-case form."""
    seen: dict[str, Counter[str]] = {}
    for sentence in sentences:
        words = _WORD.findall(sentence)
        # The first word is capitalised whatever it is, and so are words of titles and of shouting.
        for word in words[1:]:
            seen.setdefault(word.lower(), Counter())[word] += 1
    return {lower: counts.most_common(1)[0][0] for lower, counts in seen.items()}


def _sentence_case(title: str, known: dict[str, str]) -> str:
    words = _WORD.findall(title)
    if len(words) < 3 or sum(word[0].isupper() for word in words) < _SHARE * len(words):
        return title
    shouting = all(word.isupper() for word in words)

    def spelt(match: re.Match[str]) -> str:
        word = match[0]
        usual = known.get(word.lower())
        if usual is not None:
            text = usual
        elif word.lower() in _calendar():
            text = word.capitalize()
        elif word.isupper() and (not shouting and len(word) <= _ACRONYM):
            text = word
        else:
            text = word.lower()
        return text[0].upper() + text[1:] if match.start() == first else text

    opening = _WORD.search(title)
    first = opening.start() if opening else 0
    return _WORD.sub(spelt, title)
