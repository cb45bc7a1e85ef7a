"""The segments of an article, source beside target (or above it, where there is little room)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.tui.rows import Rows
from padanan.tui.text import inert, wrap

SIDE_BY_SIDE = 89
"""The width from which source and target stand side by side: 90 columns with the scrollbar."""

MARKS = {State.DRAFT: "~", State.APPROVED: "✓", State.EMPTY: "–", State.SKIPPED: "·"}

_GUTTER = 4
"""Cells before the text: the cursor, the state's mark, and space around it."""

_GAP = 3
"""Cells between source and target."""

_QUIET = {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.FURNITURE}
_LOUD = {BlockKind.HEADLINE, BlockKind.SUBHEADING}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list.

    Attributes:
        entry: Index of its entry; of the first one when it stands for several.
        folded: How many skipped lines it stands for; 0 for a segment.
        begins: Whether a block begins with it.
    """

    entry: int
    folded: int = 0
    begins: bool = False


def arrange(entries: Sequence[Entry], *, unfolded: bool) -> Iterator[Row]:
    """The rows for entries; runs of skipped lines become one, unless they are unfolded.

    A skipped line that a person has translated is in the English text, so it is never folded.
    """
    start = 0
    while start < len(entries):
        end = start
        while not unfolded and end < len(entries) and _is_left_out(entries[end]):
            end += 1
        if end > start:
            yield Row(start, folded=end - start, begins=True)
            start = end
            continue
        begins = start == 0 or entries[start].line != entries[start - 1].line
        yield Row(start, begins=begins)
        start += 1


def _is_left_out(entry: Entry) -> bool:
    return entry.state is State.SKIPPED and not entry.target


class Segments(Rows):
    """The list of an article's segments."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "segments--current",
        "segments--cursor",
        "segments--text",
        "segments--loud",
        "segments--source",
        "segments--quiet",
        "segments--folded",
        "segments--rule",
        "segments--approved",
        "segments--draft",
        "segments--empty",
        "segments--skipped",
    }
    DEFAULT_CSS = """
    Segments {
        & > .segments--current { background: $surface-lighten-2; }
        & > .segments--cursor { color: $accent; text-style: bold; }
        & > .segments--loud { text-style: bold; }
        & > .segments--source { color: $foreground 75%; }
        & > .segments--quiet { color: $text-muted; }
        & > .segments--folded { color: $text-muted; text-style: italic; }
        & > .segments--rule { color: $text-disabled; }
        & > .segments--approved { color: $text-success; text-style: bold; }
        & > .segments--draft { color: $text-warning; text-style: bold; }
        & > .segments--empty { color: $text-error; text-style: bold; }
        & > .segments--skipped { color: $text-muted; }
    }
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.entries = list(entries)
        self.unfolded = False
        self._rows: list[Row] = []
        self._arrange()
        self.cursor = self.step(0, 1)

    # What the screen asks for

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self._rows[self.cursor].entry] if self.cursor >= 0 else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the cursor stays on its entry, or near its place."""
        changed = [i for i, e in enumerate(entries) if self.entries[i : i + 1] != [e]]
        same = [e.id for e in entries] == [e.id for e in self.entries]
        folding = any(entries[i].state is State.SKIPPED for i in changed)
        current = self.current
        self.entries = list(entries)
        if same and not folding:
            for index in changed:
                self.redraw(self._row_of(index))
        else:
            self._rearrange(current)

    def fold(self, *, unfolded: bool) -> None:
        """Show the skipped lines, or fold them away."""
        current = self.current
        self.unfolded = unfolded
        self._rearrange(current)

    def go(self, index: int) -> None:
        """Put the cursor on an entry."""
        self.move_to(self._row_of(index))

    # Rows

    def _arrange(self) -> None:
        self._rows = list(arrange(self.entries, unfolded=self.unfolded))

    def _rearrange(self, current: Entry | None) -> None:
        self._arrange()
        places = {self.entries[row.entry].id: i for i, row in enumerate(self._rows)}
        near = min(self.cursor, len(self._rows) - 1)
        row = places.get(current.id, near) if current is not None else 0
        row = self.step(row, 1) if self.step(row, 1) >= 0 else self.step(row, -1)
        self.cursor = row
        self.lay_out()
        self.reveal(row)

    def _row_of(self, index: int) -> int:
        return next((i for i, row in enumerate(self._rows) if row.entry == index), -1)

    def count(self) -> int:
        return len(self._rows)

    def selectable(self, row: int) -> bool:
        return not self._rows[row].folded

    # Measuring and drawing

    def measure(self, row: int, width: int) -> int:
        if self._rows[row].folded:
            return 2 if row else 1
        source, target = self._fold(row, width)
        text = len(source) + len(target) if _stacked(width) else max(len(source), len(target))
        return text + self._has_rule(row, width)

    def _fold(self, row: int, width: int) -> tuple[list[str], list[str]]:
        """Source and target of a row, folded to the columns of a list `width` cells wide."""
        entry = self.entries[self._rows[row].entry]
        left, right = _columns(width)
        target = wrap(inert(entry.target), right) if entry.target else []
        return wrap(inert(entry.source), left), target

    def _has_rule(self, row: int, width: int) -> bool:
        """Whether a line stands above the row's text: it parts blocks and names their kind."""
        if row == 0:
            return self._kind_shown(row)
        return self._rows[row].begins or _stacked(width)

    def _kind_shown(self, row: int) -> bool:
        kind = self.entries[self._rows[row].entry].kind
        return self._rows[row].begins and kind is not BlockKind.PARAGRAPH

    def draw(self, row: int, width: int, *, current: bool) -> list[Strip]:
        strips = [self._rule(row)] if self._has_rule(row, width) else []
        if folded := self._rows[row].folded:
            return [*([Strip([])] if row else []), self._folded(folded)]
        back = self._style("text", current=current)
        cursor = Segment("▌" if current else " ", self._style("cursor", current=current))
        mark = self._mark(row, current=current)
        for line in self._lines(row, width, current=current):
            strips.append(Strip([cursor, mark, *line]).adjust_cell_length(width, back))
            mark = Segment(" " * (_GUTTER - 1), back)
        return strips

    def _folded(self, lines: int) -> Strip:
        mark = Segment(f" {MARKS[State.SKIPPED]} ".rjust(_GUTTER), self._style("skipped"))
        noun = "line" if lines == 1 else "lines"
        shows = "(f shows it)" if lines == 1 else "(f shows them)"
        text = f"{lines:,} {noun} of page furniture left out {shows}"
        return Strip([mark, Segment(text, self._style("folded"))])

    def _mark(self, row: int, *, current: bool) -> Segment:
        state = self.entries[self._rows[row].entry].state
        return Segment(f" {MARKS[state]} ", self._style(state.value, current=current))

    def _rule(self, row: int) -> Strip:
        if not self._kind_shown(row):
            return Strip([])
        kind = self.entries[self._rows[row].entry].kind
        indent = Segment(" " * _GUTTER, self.rich_style)
        return Strip([indent, Segment(kind.value, self._style("rule"))])

    def _lines(self, row: int, width: int, *, current: bool) -> Iterator[list[Segment]]:
        """The lines of a row's text, without the gutter."""
        entry = self.entries[self._rows[row].entry]
        source, target = self._fold(row, width)
        quiet = self._style("quiet", current=current)
        text = self._style("text", current=current)
        if entry.kind in _QUIET:
            text = quiet
        elif entry.kind in _LOUD:
            text = self._style("loud", current=current)
        if _stacked(width):
            above = quiet if entry.kind in _QUIET else self._style("source", current=current)
            yield from ([Segment(line, above)] for line in source)
            yield from ([Segment(line, text)] for line in target)
            return
        left, _ = _columns(width)
        rule = Segment("│".center(_GAP), self._style("rule", current=current))
        for ours, theirs in zip_longest(source, target, fillvalue=""):
            side = Strip([Segment(ours, text)]).adjust_cell_length(left, text)
            yield [*side, rule, Segment(theirs, text)]

    def _style(self, name: str, *, current: bool = False) -> Style:
        style = self.get_component_rich_style(f"segments--{name}")
        if not current:
            return style
        back = self.get_component_rich_style("segments--current").bgcolor
        return style + Style(bgcolor=back)


def _stacked(width: int) -> bool:
    return width < SIDE_BY_SIDE


def _columns(width: int) -> tuple[int, int]:
    """Cells for the source and for the target."""
    room = max(width - _GUTTER - 1, 2)  # one cell stays free at the right edge
    if _stacked(width):
        return room, room
    left = (room - _GAP) // 2
    return left, room - _GAP - left
