"""Indonesian in the English: all of it, or a word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import ClassVar

from padanan.glossary import Concept, PartOfSpeech
from padanan.glossary.english import spellings
from padanan.glossary.lexicon import is_english
from padanan.glossary.stopwords import ENGLISH, INDONESIAN
from padanan.glossary.words import fold
from padanan.translate.adherence import Held
from padanan.translate.article import BlockKind
from padanan.translate.checks.check import Check, Limits, Seen
from padanan.translate.checks.frequent import FREQUENT
from padanan.translate.checks.indonesian import ALSO_ENGLISH, WORDS, vocabulary
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.checks.words import WORD, is_capitalised, is_headline, listed, span


class Identical(Check):
    """The source in the place of its translation."""

    id = "identical"
    name = "Same as the source"
    severity = Severity.WARNING
    description = (
        "The translation is the source itself, although that is no mere name, number or term that "
        "stays as it is."
    )

    _NAMES: ClassVar[frozenset[BlockKind]] = frozenset({BlockKind.BYLINE, BlockKind.DATELINE})

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        if _squeezed(pair.source) != _squeezed(pair.target):
            return
        written = (word for word in pair.source.split() if not _MARKED.search(word))
        words = WORD.findall(" ".join(written))
        small = [word for word in words if word.islower()]
        indonesian = any(word.lower() in WORDS for word in words)
        missing = any(use.held is Held.MISSING for use in pair.uses)
        if indonesian or missing or (len(small) > 1 and pair.kind not in self._NAMES):
            yield Seen(
                "The translation is the same as the source.",
                (Span(0, len(pair.source)),),
                (Span(0, len(pair.target)),),
            )


_MARKED = re.compile(r"[@/]|.\.\w")
"""What is in a word that is written together with marks: an address, an account, a path."""


@lru_cache(maxsize=16)
def _squeezed(text: str) -> str:
    return " ".join(fold(text).split())


_QUOTED = re.compile(r"""["“«](?:[^"“”«»]{1,40})["”»]|[‘'(](?:[^'’‘()]{1,40})[’')]""")
"""What is marked as not being English, or explained: a few words in quotation marks or brackets."""


class IndonesianLeft(Check):
    """A word that nobody has translated."""

    id = "indonesian-left"
    name = "Indonesian left"
    severity = Severity.WARNING
    description = (
        "The translation has Indonesian words that are not names: frequent ones (“namun”), words "
        "of the source that look Indonesian and are in no English lexicon, or the name of a place "
        "or a term of several words as the source has it. A few words in quotation marks or "
        "brackets are taken to be meant."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        if _squeezed(pair.source) == _squeezed(pair.target):
            return  # `identical` tells
        found = [
            match
            for match in _unquoted(pair.target, list(_suspects(pair)))
            if _is_left(match, pair) and not _is_rendering(match, pair)
        ]
        terms = list(_terms_left(pair))
        inside = {place for term in terms for place in range(*term.span())}
        found = sorted(
            (*terms, *(match for match in found if match.start() not in inside)), key=re.Match.start
        )
        if found:
            several = dict.fromkeys(match[0] for match in found)
            what = "looks Indonesian" if len(several) == 1 else "look Indonesian"
            yield Seen(
                f"{listed(several)} {what}.",
                _in_source(pair.source, several),
                tuple(span(match) for match in found),
            )


_SHAPE = re.compile(
    r"""(?:me|ber|ter|di|pe|se|ke)[a-z]{4,}         # menular, berkemah, kebocoran
      | [a-z]{3,}(?:kan|nya|lah|an|asi|isi|itas|isme)
      | [a-z]*(?:ngg|ngk|ngs|sy|ny)[a-z]*           # anggun, masyhur
      | [a-z]+(?:[aiu]h|[aeiou]k|ng|au|ai)          # ambruk, hening""",
    re.VERBOSE,
)
"""How Indonesian words look, by their affixes and letters."""


_ENGLISH_SHAPE = re.compile("^(?:over|under)|(?:ing|tor|ter|er|gram|sis|ism)$")
"""How words begin and end that English makes or takes as easily."""


@cache
def _is_strange(word: str) -> bool:
    """Whether a word is Indonesian, or looks so, and is in no English lexicon."""
    if len(word) < 4 or word in ENGLISH or word in ALSO_ENGLISH:
        return False
    if word not in vocabulary() and (not _SHAPE.fullmatch(word) or _ENGLISH_SHAPE.search(word)):
        return False
    return not is_english(word) and word not in spellings()


def _suspects(pair: Pair) -> Iterator[re.Match[str]]:
    """The words of the target that are worth a closer look (`_is_left`)."""
    copied, headline = _words(pair.source), is_headline(pair.source)
    for match in WORD.finditer(pair.target):
        word = match[0].casefold()
        if (
            word in WORDS
            or word in FREQUENT
            or (word in copied and (headline or match[0].islower()))
        ):
            yield match


def _is_left(match: re.Match[str], pair: Pair) -> bool:
    """Whether a word of the target (one of `_suspects`) is Indonesian, and no part of a name."""
    word = match[0].casefold()
    copied = word in _words(pair.source)
    if word not in WORDS and word not in FREQUENT:  # so it is copied
        shouted = match[0].istitle() and is_headline(pair.source) and _VERB.fullmatch(word)
        small = match[0].islower() or shouted
        if not small or not _is_strange(word):
            return False
    return not _is_in_name(match, pair.target) or (copied and _is_no_name(match, word, pair))


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    """The words of a text, in small letters; each word of its translation asks for them."""
    return frozenset(word.casefold() for word in WORD.findall(text))


def _is_no_name(match: re.Match[str], word: str, pair: Pair) -> bool:
    """Whether a word of the source that has a capital, or names beside it, is no name's.

    A function word at the beginning has its capital from there ("Namun Putin"). What has a capital
    in a headline, or none at all, is taken for a name only with the neighbours it has there.
    """
    if word in _FUNCTION_WORDS and match.start() == 0:
        return True
    if is_capitalised(match[0]) and not is_headline(pair.source):
        return False
    return _beside(match, pair.target).isdisjoint(
        neighbour
        for one in WORD.finditer(pair.source)
        if one[0].casefold() == word
        for neighbour in _beside(one, pair.source)
    )


_VERB = re.compile(r"(?:me[lmnrwy]|ber|di)[a-z]{4,}|[a-z]{4,}kan")
"""Verbs by their shape, which no names have: menyerang, Lanjutkan."""

_FUNCTION_WORDS = INDONESIAN - ALSO_ENGLISH - {"demi", "yang"}
"""Words that no name begins with; Demi Moore and Yang Jiechi are people."""


def _terms_left(pair: Pair) -> Iterator[re.Match[str]]:
    """Where the target has terms as the source has them, and English has them otherwise.

    Of single words only the names of places are looked for: others may be English words.
    """
    terms: dict[str, list[Concept]] = {}
    for use in pair.uses:
        senses = terms.setdefault(pair.source[use.match.start : use.match.end], [])
        senses += (use.match.concept, *use.match.homonyms)
    for term, senses in terms.items():
        several = re.search(r"\s", term) is not None
        place = any(sense.pos is PartOfSpeech.NAME and sense.domain == "place" for sense in senses)
        if (several or (place and term.istitle())) and not _is_as_in_english(term, senses):
            if term.casefold() not in pair.target.casefold():
                continue  # the usual case, without a pattern to compile
            words = re.escape(term)
            pattern = re.compile(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE if several else 0)
            yield from _unquoted(pair.target, list(pattern.finditer(pair.target)))


def _is_as_in_english(term: str, senses: Iterable[Concept]) -> bool:
    """Whether all words of a term are English, or in what English has for it: Al Qaeda."""
    english = {
        word.casefold()
        for sense in senses
        for rendering in sense.renderings
        for word in WORD.findall(rendering)
    }
    return all(word.casefold() in english | ENGLISH for word in WORD.findall(term))


def _is_rendering(match: re.Match[str], pair: Pair) -> bool:
    """Whether a word is part of what the glossary has for a term."""
    return any(
        use.rendering.start <= match.start() < use.rendering.end
        for use in pair.uses
        if use.rendering is not None
    )


def _unquoted(text: str, matches: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those of the matches in a text that are not marked as being no English."""
    if not matches:
        return  # most sentences have none
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    quoted += [word.span() for word in re.finditer(r"\S+", text) if _MARKED.search(word[0])]
    for match in matches:
        if not any(start <= match.start() < end for start, end in quoted):
            yield match


_BEFORE = re.compile(r"([\w'’]+)[-\s]+$")
_AFTER = re.compile(r"[-\s]+([\w'’]+)")


def _is_in_name(match: re.Match[str], text: str) -> bool:
    """Whether a word is part of a name: has a capital inside a sentence, or names around it."""
    before, after = _neighbours(match, text)
    beside = [one is not None and is_capitalised(one[1]) for one in (before, after)]
    if is_capitalised(match[0]):
        return before is not None or any(beside)
    return all(beside)


def _beside(match: re.Match[str], text: str) -> set[str]:
    """The words before and after a word, in small letters."""
    return {one[1].casefold() for one in _neighbours(match, text) if one is not None}


def _neighbours(
    match: re.Match[str], text: str
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The words before and after a word, near as they are: a text may have very many words."""
    start, end = match.span()
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _BEFORE.search(before), _AFTER.match(after)


_NEAR = 120
"""Characters in which a word beside another is looked for."""


def _in_source(source: str, words: Sequence[str] | dict[str, None]) -> tuple[Span, ...]:
    found = (
        match
        for word in words
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", source, re.IGNORECASE)
    )
    return tuple(sorted(map(span, found), key=lambda one: one.start))
