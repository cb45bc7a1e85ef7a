"""Punctuation: brackets, quotation marks, the end of a sentence, spaces."""

import re
from collections.abc import Iterator
from html import unescape
from typing import ClassVar

from padanan.glossary.problem import shown
from padanan.translate.article import BlockKind
from padanan.translate.checks.check import Check, Limits, Seen
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.checks.said import is_said
from padanan.translate.checks.words import span

_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = {close: open_ for open_, close in _BRACKETS.items()}


class Brackets(Check):
    """A bracket without its partner."""

    id = "brackets"
    name = "Brackets"
    severity = Severity.WARNING
    description = (
        "A bracket of the translation has no partner, though those of the source do; or the "
        "source has something in brackets and the translation has no brackets, where it is not a "
        "value or a term that the translation has all the same (“Amerika Serikat (AS)”)."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        alone = _unpaired(pair.target)
        if alone:
            if not _unpaired(pair.source):
                marks = " ".join(pair.target[one.start] for one in alone)
                yield Seen(
                    f"A bracket of the translation has no partner: {marks}", target_spans=alone
                )
            return
        if any(mark in pair.target for mark in _BRACKETS):
            return
        for inner in re.finditer(r"\([^()]*[^\W_][^()]*\)", pair.source):
            if not is_said(pair, inner.start(), inner.end()):
                yield Seen(
                    "The source has something in brackets, the translation has no brackets.",
                    source_spans=(span(inner),),
                )
                return


_ITEM = re.compile(r"(?:^|[;,:.]\s*|\b(?:dan|atau|and|or)\s)(?:[a-zA-Z]|\d{1,2})$")
"""What comes before the bracket of a list's item: a) and 1)."""


def _unpaired(text: str) -> tuple[Span, ...]:
    """The brackets without a partner. Those after a list's item, as in "a)" and "1)", need none."""
    opened: list[tuple[str, int]] = []
    alone: list[int] = []
    for match in re.finditer(r"[()\[\]{}]", text):
        mark, place = match[0], match.start()
        if mark in _BRACKETS:
            opened.append((mark, place))
        elif opened and opened[-1][0] == _CLOSING[mark]:
            opened.pop()
        elif not _ITEM.search(text[max(0, place - 10) : place]):
            alone.append(place)
    alone += [place for _, place in opened]
    return tuple(Span(place, place + 1) for place in sorted(alone))


_DOUBLE = re.compile('(?<!€)["“”„«»‟]')
"""Quotation marks. After a euro sign they are what is left of a dash in a wrong encoding."""

_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)|(?<=[\w.,!?])['’](?!\w)")
"""What may be a quotation mark and may be an apostrophe."""


class Quotes(Check):
    """A quotation that is not opened, not closed, or gone."""

    id = "quotes"
    name = "Quotation marks"
    severity = Severity.WARNING
    description = (
        "A quotation of the translation is not closed though that of the source is, or the "
        "source has a quotation and the translation has none, or the other way round."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        if any(entities(pair.target)):
            return  # told by `entities`, and quotation marks are among them
        source = tuple(span(mark) for mark in _DOUBLE.finditer(pair.source))
        target = tuple(span(mark) for mark in _DOUBLE.finditer(pair.target))
        if len(source) % 2 == 0 and len(target) % 2:
            yield Seen(
                "A quotation of the translation is opened and not closed, or the other way round.",
                target_spans=target[-1:],
            )
        elif source and not target and not _SINGLE.search(pair.target):
            yield Seen(
                "The source has quotation marks, the translation has none.", source_spans=source
            )
        elif target and not source and not _SINGLE.search(pair.source):
            yield Seen(
                "The translation has quotation marks, the source has none.", target_spans=target
            )


_AFTER = """.?!…:;,"'“”’»)]}–—-""" + "".join(filter(str.isspace, map(chr, range(0x3001))))
"""What comes after the last word: marks, what closes quotations and brackets, and spaces."""

_ENDS = ("?", ":", "…", ".")
_NAMES = {"?": "a question mark", ":": "a colon", "…": "three dots", ".": "a full stop"}


class EndPunctuation(Check):
    """Another mark at the end."""

    id = "end-punctuation"
    name = "Punctuation at the end"
    severity = Severity.WARNING
    description = (
        "The source ends with a question mark, a colon, three dots or a full stop, and the "
        "translation does not, or the other way round. An exclamation mark may become a full "
        "stop, the order of full stop and quotation mark is free, and a full stop is too many "
        "in headings only."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        wanted, there = _end(pair.source), _end(pair.target)
        if wanted == there or not pair.source.strip() or any(entities(pair.target)):
            return
        if not wanted and there == "." and pair.kind not in _HEADINGS:
            return  # the source may lack what a sentence needs
        start = len(pair.target) - len(_tail(pair.target))
        spans = (Span(start, len(pair.target)),) if start < len(pair.target) else ()
        first = len(pair.source) - len(_tail(pair.source))
        source_spans = (Span(first, len(pair.source)),) if first < len(pair.source) else ()
        ends = f"with {_NAMES[there]}" if there else "without a mark"
        should = f"with {_NAMES[wanted]}" if wanted else "without one"
        yield Seen(
            f"The translation ends {ends}, the source {should}.",
            source_spans,
            spans,
            _mended_end(pair, wanted, there),
        )


def _tail(text: str) -> str:
    return text[len(text.rstrip(_AFTER)) :]


def _end(text: str) -> str:
    """The mark a text ends with: the strongest in its tail; empty if there is none.

    An exclamation mark counts as a full stop, a comma and a dash as nothing.
    """
    tail = _tail(text).replace("...", "…").replace("!", ".")
    return next((mark for mark in _ENDS if mark in tail), "")


def _mended_end(pair: Pair, wanted: str, there: str) -> str | None:
    """The target with a full stop put at its end, or taken from a headline's."""
    tail = _tail(pair.target)
    body = pair.target[: len(pair.target) - len(tail)]
    if wanted == "." and not there and set(tail) <= set("\"”'’"):
        # American usage: inside the quotation.
        return f"{body}.{tail}"
    if not wanted and tail == "." and pair.kind in _HEADINGS and "." not in body:
        return body
    return None


_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})


class DoubleSpace(Check):
    """A space too many."""

    id = "double-space"
    name = "Spaces"
    severity = Severity.WARNING
    description = (
        "Two spaces where one should be, a space before a comma or a full stop, inside brackets, "
        "or at either end of the translation."
    )

    _EXTRA: ClassVar[re.Pattern[str]] = re.compile(
        r"""\A\s+ | \s+\Z
          | (?<=\S)\s(\s+)(?=\S)
          | (?<=[^\s.,;:!?])[ \u00a0\u202f]+(?=[,;](?!\S)|[,;]["”])
          | (?<=[^\s.,;:!?])[ \u00a0\u202f]+(?=[.](?:\s|\Z)|[!?:](?:\s|\Z))
          | (?<=[(\[])[ \u00a0]+(?=\w) | (?<=\w)[ \u00a0]+(?=[)\]])""",
        re.VERBOSE,
    )

    _SUSPECT: ClassVar[tuple[str, ...]] = (*(f" {mark}" for mark in ",;.!?:)]"), "( ", "[ ")
    """One of these is in every text that has a single space too many inside."""

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        # What the source has at its ends is its own, in other tools' files.
        first = len(pair.target) - len(pair.target.lstrip()) if pair.source[:1].isspace() else 0
        last = len(pair.target.rstrip()) if pair.source[-1:].isspace() else len(pair.target)
        body = pair.target[first:last]
        # Nearly every target is in order, which is seen more quickly so than by the pattern.
        if " ".join(body.split()) == body and not any(one in body for one in self._SUSPECT):
            return
        found = list(self._EXTRA.finditer(body))
        if found:
            what = "a space" if len(found) == 1 else "spaces"
            yield Seen(
                f"The translation has {what} too many.",
                target_spans=tuple(
                    Span(first + match.start(), first + match.end()) for match in found
                ),
                fix=pair.target[:first] + self._mended(body) + pair.target[last:],
            )

    def _mended(self, text: str) -> str:
        # One pass may bring two gaps together.
        while (again := self._EXTRA.sub(lambda m: " " if m[1] else "", text)) != text:
            text = again
        return text


_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,5}|#x[0-9a-fA-F]{1,4});")


class Entities(Check):
    """A character as web pages write it."""

    id = "entities"
    name = "HTML characters"
    severity = Severity.WARNING
    description = "The translation has characters as web pages write them, such as &quot; or &#39;."

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        found = list(entities(pair.target))
        if found and not _ENTITY.search(pair.source):
            mended = _ENTITY.sub(lambda match: unescape(match[0]), pair.target)
            yield Seen(
                f"{shown(found[0][0])} should be {shown(unescape(found[0][0]))}.",
                target_spans=tuple(span(match) for match in found),
                fix=mended if not _ENTITY.search(mended) else None,
            )


def entities(text: str) -> Iterator[re.Match[str]]:
    """The character references in a text that are some."""
    if "&" not in text:
        return iter(())
    return (match for match in _ENTITY.finditer(text) if unescape(match[0]) != match[0])
