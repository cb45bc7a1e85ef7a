"""Indonesian sentence boundaries by rule, in one pass over the text."""

import re
from collections.abc import Iterator

from padanan.translate.segment.marks import LOOK, around, candidates
from padanan.translate.segment.rules import ends, may_begin

_SIGNATURE = re.compile(r"\s(\([a-z]{2,4}(?:/[a-z]{2,4})+\))\s*\Z")


def split(text: str) -> list[tuple[int, int]]:
    """Sentence spans of `text`.

    White space, line breaks included, never decides: `text` is one block of an article. Time is
    linear in its length.

    Args:
        text: Any text.

    Returns:
        Pairs (start, end) in order, not overlapping. Everything outside them is white space and no
        span has white space at either end, so spans and gaps together give the text back. Empty
        for a text of white space only. Two spans may touch, where a writer left the space out.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in (*_cuts(text), len(text)):
        piece = text[start:cut]
        body = piece.strip()
        if body:
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(body)))
        start = cut
    return spans


def _cuts(text: str) -> Iterator[int]:
    """Offsets at which one sentence ends and another begins, ascending."""
    sentence = item = 0
    for match, quoted in candidates(text):
        if match.end() == len(text) or not may_begin(text, match.end()):
            continue
        mark = around(match, sentence, quoted)
        number = _item(mark.token) if mark.marks == "." and not mark.closers else 0
        if number and (mark.leads or (number == 1 and mark.before.endswith(":"))):
            item = number
        elif item and number == item + 1 and mark.upcoming[:1].isupper():
            # Items of a list run on in one line: each is a sentence, full stop or not.
            item = number
            sentence = mark.start - len(mark.token)
            yield sentence
        elif ends(mark):
            yield mark.end
            sentence = mark.after
    signature = _SIGNATURE.search(text, max(sentence, len(text) - LOOK))
    if signature:
        yield signature.start(1)


def _item(token: str) -> int:
    """The place in its list that a marker stands for ("3" and "c" are 3), 0 if it is none."""
    if token.isascii() and token.isdigit() and len(token) < 3:
        return int(token)
    return ord(token) - ord("a") + 1 if len(token) == 1 and "a" <= token <= "z" else 0
