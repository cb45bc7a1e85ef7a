"""What becomes of a text and of the marks in it when a part of it is replaced."""

from collections.abc import Sequence

from rapidfuzz.distance import Postfix, Prefix

from padanan.tui.looking import Mark


def moved(marks: Sequence[Mark], before: str, after: str) -> tuple[Mark, ...]:
    """Marks of a text in what became of it by one edit; those of what is gone are left out."""
    if before == after:
        return tuple(marks)
    head = Prefix.similarity(before, after)
    tail = min(Postfix.similarity(before, after), min(len(before), len(after)) - head)
    end, further = len(before) - tail, len(after) - len(before)
    first = [mark for mark in marks if mark.end <= head]
    later = [
        Mark(mark.start + further, mark.end + further, mark.kind)
        for mark in marks
        if mark.start >= end and mark.end > head
    ]
    return (*first, *later)


_OPENING = "([{“‘«$€£¥"
_CLOSING = ",.;:!?)]}”…%»"
_CLOSING_OR_BLANK = f"{_CLOSING} "


def fitted(text: str, start: int, end: int, words: str, *, blanks: bool) -> tuple[int, int, str]:
    """Words for the place of a span of a text, with the blanks they need there.

    Args:
        text: The text.
        start: Where the span begins.
        end: The character after its last; may be `start`, to insert.
        words: What is to stand there.
        blanks: Whether blanks that are missing between words are to be put in.

    Returns:
        The span that is to be replaced, and what by. Nothing else of the text changes.
    """
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    before, after = text[:start], text[end:]
    if not before and not after:
        return start, end, words
    if before.endswith(" ") or not before:
        words = words.lstrip(" ")
    if after.startswith(" "):
        words = words.rstrip(" ")
    closes = not words or (words[0] in _CLOSING and not words[1:2].isalnum())
    follows = words or after
    if before.endswith(" ") and closes and (follows[:1] in _CLOSING_OR_BLANK or not follows):
        start -= 1  # the blank before it is one too many now
    elif blanks and _parted(before, words):
        words = f" {words}"
    elif not words and not before and after.startswith(" "):
        end += 1
    if blanks and _parted(words, after):
        words = f"{words} "
    return start, end, words


def _parted(one: str, other: str) -> bool:
    """Whether a blank belongs between two pieces of text."""
    first, last = one[-1:], other[:1]
    return bool(first and last) and (
        (first.isalnum() or first in _CLOSING) and (last.isalnum() or last in _OPENING)
    )
