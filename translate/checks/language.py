"""Indonesian in the English: all of it, or a word."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from padanan.glossary.words import fold
from padanan.translate.adherence import Held
from padanan.translate.article import BlockKind
from padanan.translate.checks.check import Check, Limits, Seen
from padanan.translate.checks.indonesian import WORDS
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
        "The translation has Indonesian words that are not names: “the skuadron”. A few words "
        "in quotation marks or brackets are taken to be meant."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:  # noqa: ARG002
        if _squeezed(pair.source) == _squeezed(pair.target):
            return  # `identical` tells
        found = [
            match
            for match in _unquoted(pair.target)
            if match[0].casefold() in WORDS and not _is_in_name(match, pair.target)
        ]
        if found:
            several = dict.fromkeys(match[0] for match in found)
            what = "is Indonesian" if len(several) == 1 else "are Indonesian"
            yield Seen(
                f"{listed(several)} {what}.",
                _in_source(pair.source, several),
                tuple(span(match) for match in found),
            )


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
