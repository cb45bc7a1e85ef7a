"""Indonesian in the English: all of it, or a word."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import ClassVar

from padanan.glossary.english import spellings
from padanan.glossary.stopwords import ENGLISH
from padanan.glossary.words import fold
from padanan.translate.adherence import Held
from padanan.translate.article import BlockKind
from padanan.translate.checks.check import Check, Limits, Seen
from padanan.translate.checks.indonesian import ALSO_ENGLISH, WORDS, vocabulary
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.checks.words import WORD, is_capitalised, listed, span


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

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:  # noqa: ARG002
        if _squeezed(pair.source) != _squeezed(pair.target):
            return
        words = WORD.findall(_ADDRESS.sub(" ", pair.source))
        small = [word for word in words if word.islower()]
        indonesian = any(word.lower() in WORDS for word in words)
        missing = any(use.held is Held.MISSING for use in pair.uses)
        if indonesian or missing or (len(small) > 1 and pair.kind not in self._NAMES):
            yield Seen(
                "The translation is the same as the source.",
                (Span(0, len(pair.source)),),
                (Span(0, len(pair.target)),),
            )


_ADDRESS = re.compile(r"\S*[@/]\S*|\S+\.\w\S*")
"""What is written together with marks in it: an address, an account, a path."""


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
        "The translation has Indonesian words that are not names: frequent ones (“namun”), or "
        "words of the source that look Indonesian and are in no English lexicon. A few words in "
        "quotation marks or brackets are taken to be meant."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:  # noqa: ARG002
        if _squeezed(pair.source) == _squeezed(pair.target):
            return  # `identical` tells
        copied = {word for word in WORD.findall(pair.source) if word.islower()}
        kept = [use.rendering for use in pair.uses if use.rendering is not None]
        found = [
            match
            for match in _unquoted(pair.target)
            if (match[0].casefold() in WORDS or (match[0] in copied and _is_strange(match[0])))
            and not _is_in_name(match, pair.target)
            and not any(one.start <= match.start() < one.end for one in kept)
        ]
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


_ENGLISH_SHAPE = re.compile("(?:ing|tor|ter|er|gram|sis|ism)$")
"""Endings of words that English makes or takes as easily."""


@cache
def _is_strange(word: str) -> bool:
    """Whether a word is Indonesian, or looks so, and is in no English lexicon."""
    if len(word) < 4 or word in ENGLISH or word in ALSO_ENGLISH:
        return False
    if word not in vocabulary() and (not _SHAPE.fullmatch(word) or _ENGLISH_SHAPE.search(word)):
        return False
    from lemminflect import getAllInflections, getAllLemmas

    known = getAllLemmas(word) or any(getAllInflections(word).values())
    return not known and word not in spellings()


def _unquoted(text: str) -> Iterator[re.Match[str]]:
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for match in WORD.finditer(text):
        if not any(start <= match.start() < end for start, end in quoted):
            yield match


def _is_in_name(match: re.Match[str], text: str) -> bool:
    """Whether a word is part of a name: has a capital inside a sentence, or names around it."""
    before = re.search(r"([\w'’]+)[-\s]+$", text[: match.start()])
    after = re.match(r"[-\s]+([\w'’]+)", text[match.end() :])
    beside = [one is not None and is_capitalised(one[1]) for one in (before, after)]
    if is_capitalised(match[0]):
        return before is not None or any(beside)
    return all(beside)


def _in_source(source: str, words: Sequence[str] | dict[str, None]) -> tuple[Span, ...]:
    wanted = {word.casefold() for word in words}
    return tuple(span(one) for one in WORD.finditer(source) if one[0].casefold() in wanted)
