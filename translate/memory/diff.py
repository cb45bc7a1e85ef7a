"""What changed from one text to another, word by word."""

import re
from enum import StrEnum
from typing import NamedTuple

_TOKEN = re.compile(r"\w+(?:[-'’.,:]\w+)*|\s+|.", re.DOTALL)
"""A word or number with the marks inside it, white space, or one other character."""


class Op(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    """It stands in both texts."""

    GONE = "gone"
    """Only the earlier text has it."""

    NEW = "new"
    """Only the present text has it."""


class Piece(NamedTuple):
    """A piece of two compared texts."""

    op: Op
    text: str


def word_diff(then: str, now: str) -> tuple[Piece, ...]:
    """The way from one text to another.

    The pieces SAME and GONE put together are `then`, SAME and NEW are `now`. Where something was
    replaced, what is gone comes before what is new. There are no empty pieces, and no two of one
    kind beside each other.
    """
    from rapidfuzz.distance import Indel

    old, new = _TOKEN.findall(then), _TOKEN.findall(now)
    steps = [
        (
            step.tag == "equal",
            "".join(old[step.src_start : step.src_end]),
            "".join(new[step.dest_start : step.dest_end]),
        )
        for step in Indel.opcodes(old, new)
    ]
    pieces: list[Piece] = []
    gone = come = ""
    for at, (same, before, after) in enumerate(steps):
        # A blank between two changed words is no more the same than they are.
        inside = same and before.isspace() and 0 < at < len(steps) - 1
        if same and not inside:
            pieces += _changed(gone, come)
            pieces.append(Piece(Op.SAME, before))
            gone = come = ""
        else:
            gone += before
            come += after
    return (*pieces, *_changed(gone, come))


def marked_diff(then: str, now: str) -> str:
    """The way from one text to another, marked as wdiff does: [-only then-] {+only now+}."""
    return "".join(_MARKS[op].format(text) for op, text in word_diff(then, now))


_MARKS = {Op.SAME: "{}", Op.GONE: "[-{}-]", Op.NEW: "{{+{}+}}"}


def _changed(gone: str, come: str) -> list[Piece]:
    both = (Piece(Op.GONE, gone), Piece(Op.NEW, come))
    return [piece for piece in both if piece.text]
