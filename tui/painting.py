"""Text with marks in it, folded to lines and painted: pure data, no widgets."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from padanan.tui.looking import Kind, Mark, resolved
from padanan.tui.text import folds, graphemes, inert

Spans = Sequence[tuple[int, int]]
"""Places in a text: characters from the first to before the second of each pair."""


class Palette(NamedTuple):
    """How text is painted.

    Attributes:
        base: What it looks like.
        marks: What is added to that where there is a mark.
        hit: What is added where something was searched for.
    """

    base: Style
    marks: Mapping[Kind, Style]
    hit: Style


def paint(
    text: str, marks: Sequence[Mark], hits: Spans, width: int, palette: Palette
) -> list[list[Segment]]:
    """The lines of a text, each painted.

    Args:
        text: Anyone's text; what could do harm in it is shown as a sign.
        marks: Places in it.
        hits: Other places in it.
        width: Cells to a line.
        palette: How they look.

    Returns:
        As many lines as `height` says, of segments none of which is empty. What ends inside of
        what a person takes for one character (é, 👩‍🌾) is drawn to that character's end.
    """
    shown = inert(text)
    lines = folds(shown, width)
    if not marks and not hits:
        return [
            [Segment(shown[start:end], palette.base)] if start < end else [] for start, end in lines
        ]
    runs = list(_runs(shown, marks, hits, palette))
    return [[Segment(shown[a:b], style) for a, b, style in _cut(runs, *line)] for line in lines]


def height(text: str, width: int) -> int:
    """How many lines a text takes."""
    return len(folds(inert(text), width))


def _runs(
    text: str, marks: Sequence[Mark], hits: Spans, palette: Palette
) -> Iterator[tuple[int, int, Style]]:
    """The whole text in pieces of one look each."""
    spans = _snapped([(mark.start, mark.end) for mark in marks], text)
    seen = [Mark(start, end, mark.kind) for mark, (start, end) in zip(marks, spans, strict=True)]
    plain = list(resolved(tuple(seen), len(text)))
    found = _snapped(hits, text)
    edges = {0, len(text)}
    for start, end in [*found, *((mark.start, mark.end) for mark in plain)]:
        edges |= {start, end}
    for start, end in pairwise(sorted(edges)):
        style = palette.base
        for mark in plain:
            if mark.start <= start < mark.end:
                style += palette.marks[mark.kind]
        if any(first <= start < last for first, last in found):
            style += palette.hit
        yield start, end, style


def _snapped(spans: Spans, text: str) -> list[tuple[int, int]]:
    """Spans inside of a text that begin and end where a person sees a character begin and end."""
    size = len(text)
    spans = [(min(start, size), min(max(start, end), size)) for start, end in spans]
    if text.isascii() or not spans:
        return spans
    starts, ends = list(range(size)), list(range(1, size + 1))
    for start, end in graphemes(text):
        starts[start:end] = [start] * (end - start)
        ends[start:end] = [end] * (end - start)
    return [(starts[start], ends[end - 1]) if start < end else (start, end) for start, end in spans]


def _cut(
    runs: list[tuple[int, int, Style]], start: int, end: int
) -> Iterator[tuple[int, int, Style]]:
    """The part of the pieces that is on a line."""
    for begin, stop, style in runs:
        first, last = max(begin, start), min(stop, end)
        if first < last:
            yield first, last, style
