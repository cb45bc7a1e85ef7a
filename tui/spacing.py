"""Where things stand on the lines of an article: source beside target, or above it."""

from typing import NamedTuple

SIDE_BY_SIDE = 89
"""The width from which source and target stand side by side: 90 columns with the scrollbar."""

_NUMBERED = 50
"""The width from which segments have their number before them."""

GAP = 3
"""Cells between source and target."""

_INDENTED = 40
"""The width from which a target that stands below its source is indented."""

_INDENT = 2
"""Cells such a target is indented by: colours alone do not tell the two languages apart."""

FREE = 2
"""Cells that stay free at the right edge: there the editor has room for a space and its cursor, so
that it folds the text as the list does."""


class Columns(NamedTuple):
    """Where things stand on a line, in cells.

    Attributes:
        digits: Of the segments' numbers; 0 where they are not shown.
        gutter: Before the text.
        source: Of the source.
        target: Of the target.
        indent: Before the target where that stands below the source.
        stacked: Whether it does.
    """

    digits: int
    gutter: int
    source: int
    target: int
    indent: int
    stacked: bool

    @classmethod
    def of(cls, width: int, segments: int) -> "Columns":
        """The columns of a list `width` cells wide with so many segments."""
        digits = len(str(segments)) if width >= _NUMBERED else 0
        # The cursor, the number and a blank, three signs and a blank.
        before = 1 + digits + bool(digits) + 3 + 1
        room = max(width - before - FREE, 2)
        if width < SIDE_BY_SIDE:
            indent = _INDENT if width >= _INDENTED else 0
            return cls(digits, before, room, room - indent, indent, stacked=True)
        left = (room - GAP) // 2
        return cls(digits, before, left, room - GAP - left, 0, stacked=False)

    @property
    def target_at(self) -> int:
        """Where the target begins."""
        return self.gutter + (self.indent if self.stacked else self.source + GAP)
