"""A list whose rows are as high as their text, and that stays quick at any length.

Textual's own lists make a widget of each row or measure every cell through its layout. Here a row
is measured by counting the lines it folds to, and drawn only when it comes into sight.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from padanan.tui import keys

_CACHED = 2_000
"""How many drawn rows are kept."""


class Rows(ScrollView, can_focus=True):
    """Base of the desk's lists: layout, scrolling and the cursor.

    A subclass counts, measures and draws; it calls `lay_out` when its rows have changed as a
    whole and `redraw` when one of them has.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*keys.MOVING]
    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    class Opened(Message):
        """A row was double-clicked: the person wants to work on it."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor = -1
        self._heights: list[int] = []
        self._starts = [0]
        self._cache: dict[tuple[int, bool], list[Strip]] = {}
        self._measured_width = 0
        self._viewport = 0

    # What subclasses say

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def measure(self, row: int, width: int) -> int:
        """The height of a row in lines when the list is `width` cells wide."""
        raise NotImplementedError

    def draw(self, row: int, width: int, *, current: bool) -> list[Strip]:
        """The lines of a row, as many as `measure` said."""
        raise NotImplementedError

    def selectable(self, row: int) -> bool:  # noqa: ARG002
        """Whether the cursor can stand on a row."""
        return True

    # Layout

    @property
    def row_count(self) -> int:
        """How many rows are laid out."""
        return len(self._heights)

    @property
    def text_width(self) -> int:
        """Cells to a line."""
        return self.scrollable_content_region.width

    @property
    def text_height(self) -> int:
        """Lines in sight."""
        return self.scrollable_content_region.height

    def lay_out(self) -> None:
        """Measure all rows again and draw them, keeping what is in sight where it is."""
        width = self.text_width
        if width <= 0:
            return  # not on the screen yet; the first resize comes back here
        anchor = self._anchor()
        offset = self._starts[anchor] - self.scroll_offset.y if anchor >= 0 else 0
        self._measured_width = width
        self._heights = [self.measure(row, width) for row in range(self.count())]
        self._cache.clear()
        self._place()
        if 0 <= anchor < self.row_count:
            self.scroll_to(y=self._starts[anchor] - offset, animate=False)
        self.refresh()

    def redraw(self, row: int) -> None:
        """Draw a row anew; its height may have changed."""
        if not 0 <= row < self.row_count:
            return
        self._cache.pop((row, True), None)
        self._cache.pop((row, False), None)
        height = self.measure(row, self._measured_width)
        if height != self._heights[row]:
            self._heights[row] = height
            self._place()
        self.refresh()

    def _place(self) -> None:
        self._starts = [0, *accumulate(self._heights)]
        self.virtual_size = Size(self._measured_width, self._starts[-1])

    def _anchor(self) -> int:
        """The row that stays in its place: the current one if it is in sight, else the top one."""
        top = self.scroll_offset.y
        if 0 <= self.cursor < self.row_count:
            start, end = self._starts[self.cursor : self.cursor + 2]
            if start < top + self.text_height and end > top:
                return self.cursor
        return self._row_at(top)

    def _row_at(self, line: int) -> int:
        """The row a line belongs to; -1 when there are no rows."""
        return min(bisect_right(self._starts, line) - 1, self.row_count - 1)

    def on_resize(self, _: events.Resize) -> None:
        if self.text_width != self._measured_width:
            self.lay_out()
        if self.text_height != self._viewport:
            self._viewport = self.text_height
            self.reveal(self.cursor)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._cache.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        width = self.text_width
        if not 0 <= line < self._starts[-1]:
            return Strip.blank(width, self.rich_style)
        row = self._row_at(line)
        key = (row, row == self.cursor)
        if key not in self._cache:
            if len(self._cache) >= _CACHED:
                self._cache.clear()
            self._cache[key] = [
                strip.adjust_cell_length(width, self.rich_style)
                for strip in self.draw(row, self._measured_width, current=row == self.cursor)
            ]
        return self._cache[key][line - self._starts[row]]

    # The cursor

    def move_to(self, row: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        if 0 <= row < self.count() and self.selectable(row):
            self.cursor = row
            self.reveal(row)
            self.refresh()

    def reveal(self, row: int) -> None:
        """Scroll as little as needed to see a row; of one that is too long, its beginning."""
        if not 0 <= row < self.row_count:
            return
        start, end = self._starts[row : row + 2]
        top, height = self.scroll_offset.y, self.text_height
        if start < top or end - start > height:
            self.scroll_to(y=start, animate=False)
        elif end > top + height:
            self.scroll_to(y=end - height, animate=False)

    def step(self, row: int, direction: int) -> int:
        """The first row from `row` on, in a direction, where the cursor can stand; else -1."""
        while 0 <= row < self.count():
            if self.selectable(row):
                return row
            row += direction
        return -1

    def action_down(self) -> None:
        """One row down, or further down in a row that is longer than the screen."""
        top, height = self.scroll_offset.y, self.text_height
        end = self._starts[self.cursor + 1] if self.cursor >= 0 else 0
        if self._starts[self.cursor] <= top and end > top + height:
            self.scroll_to(y=min(top + height - 1, end - height), animate=False)
        else:
            self.move_to(self.step(self.cursor + 1, 1))

    def action_up(self) -> None:
        """One row up, or further up in a row that is longer than the screen."""
        top, height = self.scroll_offset.y, self.text_height
        start = self._starts[self.cursor] if self.cursor >= 0 else 0
        if start < top < self._starts[self.cursor + 1]:
            self.scroll_to(y=max(top - height + 1, start), animate=False)
        else:
            self.move_to(self.step(self.cursor - 1, -1))
            if self.cursor <= self.step(0, 1):
                self.scroll_to(y=0, animate=False)  # rows above where the cursor cannot stand

    def action_page_down(self) -> None:
        """About a screenful down."""
        self._leap(self.text_height)

    def action_page_up(self) -> None:
        """About a screenful up."""
        self._leap(-self.text_height)

    def _leap(self, lines: int) -> None:
        if self.cursor < 0:
            return
        direction = 1 if lines > 0 else -1
        row = self._row_at(max(self._starts[self.cursor] + lines, 0))
        if row == self.cursor:  # a row longer than the screen
            row += direction
        row = self.step(row, direction)
        if row >= 0:
            self.move_to(row)
        elif lines > 0:
            self.action_last()
        else:
            self.action_first()

    def action_first(self) -> None:
        """To the first row."""
        self.move_to(self.step(0, 1))
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """To the last row."""
        self.move_to(self.step(self.row_count - 1, -1))

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        row = self._row_at(line) if line < self._starts[-1] else -1
        if row >= 0 and self.selectable(row):
            self.move_to(row)
            if event.chain == 2:
                self.post_message(self.Opened())
