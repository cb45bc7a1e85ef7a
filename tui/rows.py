"""A list whose rows are as high as their text, and that stays quick at any length.

Textual's own lists make a widget of each row or measure every cell through its layout. Here the
height of a row is guessed until it comes near sight; then it is measured by counting the lines it
folds to, and drawn. What is in sight stays where it is when a guess is put right.
"""

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from padanan.language import marked
from padanan.tui.heights import Heights

_CACHED = 2_000
"""How many drawn rows are kept."""

_FOLLOWING = 2
"""Rows after the cursor's that are to be seen, as far as a third of the list has room for them: who
goes on through a text wants to know what follows."""

_FOLLOWING_LINES = 4
"""Lines there are for them in a list so low that a third of it is less."""

_BEFORE_LINES = 2
"""Lines to be seen before the cursor's row."""

MOVING = (
    Binding("up", "up", marked("Up"), show=False),
    Binding("down", "down", marked("Down"), show=False),
    Binding("pageup", "page_up", marked("Page up"), show=False),
    Binding("pagedown", "page_down", marked("Page down"), show=False),
    Binding("home", "first", marked("First"), show=False),
    Binding("end", "last", marked("Last"), show=False),
)


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    """Base of the desk's lists: layout, scrolling and the cursor.

    A subclass counts, measures and draws; it calls `lay_out` when its rows have changed as a
    whole and `redraw` when one of them has.
    """

    PARTS: ClassVar[str] = ""
    """What the names of its component classes begin with ("articles" for "articles--current")."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*MOVING]
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

    class Moved(Message):
        """The cursor is on another row."""

    class Scrolled(Message):
        """Other rows are in sight."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Rows.Scrolled)

    def __init__(self) -> None:
        super().__init__()
        self.cursor = -1
        self._heights = Heights()
        self._cache: dict[tuple[int, bool], list[Strip]] = {}
        self._measured_width = 0
        self._viewport = 0

    # What subclasses say

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def guess(self, width: int) -> list[int]:  # noqa: ARG002
        """About how high each row is: quickly, for rows far from sight."""
        return [1] * self.count()

    def measure(self, row: int, width: int) -> int:
        """The height of a row in lines when the list is `width` cells wide."""
        raise NotImplementedError

    def draw(self, row: int, width: int, *, current: bool) -> list[Strip]:
        """The lines of a row, as many as `measure` said."""
        raise NotImplementedError

    def _style(self, name: str, *, current: bool = False) -> Style:
        """The style of a component, in the current row on that row's background."""
        style = self.get_component_rich_style(f"{self.PARTS}--{name}")
        if not current:
            return style
        back = self.get_component_rich_style(f"{self.PARTS}--current").bgcolor
        return style + Style(bgcolor=back)

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

    def rows_in_sight(self) -> range:
        """The rows of which something is in sight."""
        top = self.scroll_offset.y
        last = self._heights.row_at(top + max(self.text_height, 1) - 1)
        return range(max(self._heights.row_at(top), 0), last + 1)

    def extent(self, row: int) -> range:
        """The lines of a row, counted from the first line in sight; none before it is laid out."""
        lines, top = self._heights.lines(row), self.scroll_offset.y
        return range(lines.start - top, lines.stop - top)

    def lay_out(self, anchor: int | None = None, place: int = 0) -> None:
        """Measure and draw all rows again.

        Args:
            anchor: A row that is to begin `place` lines below the top. None keeps what is in sight
                where it is: the current row, or else the first one there.
            place: See `anchor`.
        """
        width = self.text_width
        if width <= 0:
            return  # not on the screen yet; the first resize comes back here
        if anchor is None:
            anchor = self._anchor()
            place = self.extent(anchor).start
        self._measured_width = width
        self._heights = Heights(self.guess(width), lambda row: self.measure(row, width))
        self._cache.clear()
        if 0 <= anchor < self.row_count:
            self._heights.measure_around(anchor, *self._near)
            self._put(anchor, place)
        else:
            self._put(0, 0)
        self._measure_in_sight()
        self.post_message(self.Scrolled())

    def redraw(self, *rows: int) -> None:
        """Draw rows anew; their heights may have changed."""
        self.repaint(rows)
        if self._heights.measure_again(list(rows)):
            self._put_right()
            self._measure_in_sight()

    def repaint(self, rows: Iterable[int]) -> None:
        """Draw rows anew whose heights are the same."""
        sight = self.rows_in_sight()
        for row in rows:
            self._cache.pop((row, True), None)
            self._cache.pop((row, False), None)
            if row in sight:
                self._refresh_row(row)

    def _refresh_row(self, row: int) -> None:
        if lines := self.extent(row):
            self.refresh(Region(0, lines.start, self.size.width, len(lines)))

    @property
    def _near(self) -> tuple[int, int]:
        """How many lines before the first one in sight, and after it, are to be measured."""
        page = max(self.text_height, 1)
        return page, 2 * page

    def _put(self, row: int, place: int) -> None:
        """Give rows their places by what is known of their heights.

        Args:
            row: The row that stands firm.
            place: Where it begins, in lines below the first one in sight.
        """
        self._heights.place()
        size = Size(self._measured_width, self._heights.total)
        if size != self.virtual_size:
            self.virtual_size = size
        self.scroll_to(y=self._heights.lines(row).start - place, animate=False)
        self.refresh()

    def _put_right(self) -> None:
        anchor = self._anchor()
        self._put(anchor, self.extent(anchor).start)

    def _measure_around(self, row: int) -> None:
        if self._heights.measure_around(row, *self._near):
            self._put_right()

    def _measure_in_sight(self) -> None:
        if self.row_count:
            self._measure_around(self._heights.row_at(self.scroll_offset.y))

    def _anchor(self) -> int:
        """The row that stays in its place: the current one if it is in sight, else the top one."""
        lines = self.extent(self.cursor)
        if lines and lines.start < self.text_height and lines.stop > 0:
            return self.cursor
        return self._heights.row_at(self.scroll_offset.y)

    def on_resize(self, _: events.Resize) -> None:
        # Where somebody has scrolled away from the cursor, they go on looking at what they see.
        lines = self.extent(self.cursor)
        seen = not lines or (lines.start < self._viewport and lines.stop > 0)
        if self.text_width != self._measured_width:
            self.lay_out()
            if seen:
                self.reveal(self.cursor, around=False)
        if self.text_height != self._viewport:
            self._viewport = self.text_height
            self._measure_in_sight()
            if seen:
                self.reveal(self.cursor)
            self.post_message(self.Scrolled())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._measure_in_sight()
            self.post_message(self.Scrolled())

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._cache.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        width = self.text_width
        row = self._heights.row_at(line)
        lines = self._heights.lines(row)
        if line not in lines:
            return Strip.blank(width, self.rich_style)
        key = (row, row == self.cursor)
        if key not in self._cache:
            if len(self._cache) >= _CACHED:
                self._cache.clear()
            style = self.rich_style
            self._cache[key] = [
                strip.adjust_cell_length(width, style)
                for strip in self.draw(row, self._measured_width, current=row == self.cursor)
            ]
        strips = self._cache[key]
        place = line - lines.start
        # A row whose height is still a guess is in sight for one picture at most.
        return strips[place] if place < len(strips) else Strip.blank(width, self.rich_style)

    # The cursor

    def move_to(self, row: int, *, around: bool = True) -> None:
        """Put the cursor on a row and bring it into sight, as `reveal` does."""
        if not (0 <= row < self.count() and self.selectable(row)):
            return
        before, self.cursor = self.cursor, row
        self.reveal(row, around=around)
        self._refresh_row(before)
        self._refresh_row(row)
        if row != before:
            self.post_message(self.Moved())

    def reveal(self, row: int, *, around: bool = True) -> None:
        """Scroll as little as needed to see a row; of one that is too long, its beginning.

        Args:
            row: The row.
            around: Whether something of what stands before and after it is to be seen as well.
        """
        if not 0 <= row < self.row_count:
            return
        self._measure_around(row)
        lines = self._heights.lines(row)
        top, height = self.scroll_offset.y, self.text_height
        above, below = self._around(row) if around else (0, 0)
        if lines.start - above < top or len(lines) > height:
            self.scroll_to(y=lines.start - above, animate=False)
        elif lines.stop + below > top + height:
            self.scroll_to(y=lines.stop + below - height, animate=False)

    def _around(self, row: int) -> tuple[int, int]:
        """The lines before a row, and those after it, that are to be seen along with it."""
        lines, height = self._heights.lines(row), self.text_height
        room = max(height - len(lines), 0)
        last = min(row + _FOLLOWING, self.row_count - 1)
        below = self._heights.lines(last).stop - lines.stop
        below = min(below, max(height // 3, _FOLLOWING_LINES), room)
        return min(lines.start, _BEFORE_LINES, room - below), below

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
        lines = self.extent(self.cursor)
        if lines and lines.start <= 0 and lines.stop > height:
            self.scroll_to(y=top + min(height - 1, lines.stop - height), animate=False)
        else:
            self.move_to(self.step(self.cursor + 1, 1))

    def action_up(self) -> None:
        """One row up, or further up in a row that is longer than the screen."""
        top, height = self.scroll_offset.y, self.text_height
        lines = self.extent(self.cursor)
        if lines and lines.start < 0 < lines.stop:
            self.scroll_to(y=top + max(1 - height, lines.start), animate=False)
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
        if not 0 <= self.cursor < self.row_count:
            return
        self._measure_around(self.cursor)
        direction = 1 if lines > 0 else -1
        row = self._heights.row_at(max(self._heights.lines(self.cursor).start + lines, 0))
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
        row = self._heights.row_at(line)
        if line in self._heights.lines(row) and self.selectable(row):
            # Nothing moves below the mouse: its next click is for the same row.
            self.move_to(row, around=False)
            if event.chain == 2:
                self.post_message(self.Opened())
