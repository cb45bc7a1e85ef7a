"""The lines of a page: folded, numbered, one of them marked."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from padanan.tui.aids.item import Item, Look, Page
from padanan.tui.text import inert

_GUTTER = 3
"""Cells before the text: the mark, and the number of what can be taken."""

_MOST_NUMBERED = 9
"""Numbers that are keys; what comes after them is taken by marking it."""

_LONGEST = 20_000
"""Characters of a piece that are shown: what is longer would hold up the desk, and no one."""


class Body(ScrollView, can_focus=False):
    """Shows one page. It never takes the focus: the list or the editor keeps it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"body--{look}" for look in Look),
        "body--number",
        "body--marked",
    }
    DEFAULT_CSS = """
    Body {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        background: $background;
        & > .body--quiet { color: $text-muted; }
        & > .body--strong { text-style: bold; }
        & > .body--good { color: $text-success; }
        & > .body--doubtful { color: $text-warning; }
        & > .body--bad { color: $text-error; text-style: bold; }
        & > .body--gone { color: $text-error; text-style: strike; }
        & > .body--new { color: $text-success; text-style: underline; }
        & > .body--hit { text-style: reverse; }
        & > .body--number { color: $text-accent; text-style: bold; }
        & > .body--marked { background: $surface-lighten-2; }
    }
    """

    class Taken(Message):
        """A numbered line was clicked.

        Attributes:
            number: Its number, from 1.
        """

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.marked = 0
        """The place of the marked item among those that can be taken."""
        self._lines: list[tuple[int, Strip]] = []
        self._folded_to = 0

    # What the panel asks for

    def show(self, page: Page, *, anew: bool) -> None:
        """Show a page.

        Args:
            page: The page.
            anew: Whether it is another one, of which the first line is marked. Otherwise it is the
                same one in its present state, and the marked line stays marked.
        """
        if anew:
            self.marked = 0
        elif page != self.page:
            self.marked = self._again(page)
        if anew or page != self.page:
            self.page = page
            self._fold()
            if anew:
                self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def _again(self, page: Page) -> int:
        """Where the marked item stands in the present state of the page."""
        item = self.item(None)
        keys = [one.key for one in page.numbered]
        if item is not None and item.key in keys:
            return keys.index(item.key)
        return max(0, min(self.marked, len(keys) - 1))

    def item(self, number: int | None) -> Item | None:
        """The item with a number, or the marked one."""
        place = self.marked if number is None else number - 1
        numbered = self.page.numbered
        return numbered[place] if 0 <= place < len(numbered) else None

    def mark(self, step: int) -> None:
        """Mark the next item (1) or the one before (-1); where there is none, scroll."""
        count = len(self.page.numbered)
        if not 0 <= self.marked + step < count:
            self.scroll_relative(y=step, animate=False)
            return
        self.marked += step
        self._fold()
        self._reveal()

    # Drawing

    def on_resize(self, _: events.Resize) -> None:
        if self.scrollable_content_region.width != self._folded_to:
            self._fold()
            self._reveal()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_attached:
            self._fold()

    def _fold(self) -> None:
        width = self.scrollable_content_region.width
        if width <= _GUTTER:
            return
        self._folded_to = width
        self._lines = []
        place = 0
        for item in self.page.items:
            taken = item.act is not None
            at = place if taken else -1
            marked = taken and place == self.marked
            self._lines += [(at, line) for line in self._strips(item, width, at, marked=marked)]
            place += taken
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def _strips(self, item: Item, width: int, place: int, *, marked: bool) -> list[Strip]:
        base = self.get_component_rich_style("body--marked") if marked else self.rich_style
        number = self.get_component_rich_style("body--number") + Style(bgcolor=base.bgcolor)
        edge = "▌" if marked else " "
        gutter = 1 if item.indent < 0 else _GUTTER + item.indent
        label = f"{place + 1}" if 0 <= place < _MOST_NUMBERED else "·" if place >= 0 else ""
        head = Segment((edge + label).ljust(gutter), number)
        later = Segment(edge.ljust(gutter), number)
        text = self._text(item, base)
        room = max(width - gutter, 2)
        strips = []
        for line in text.wrap(self.app.console, room, overflow="fold"):
            segments = [
                Segment(one.text, one.style or base) for one in line.render(self.app.console)
            ]
            strip = Strip([head, *segments])
            strips.append(strip.adjust_cell_length(width, base))
            head = later
        return strips

    def _text(self, item: Item, base: Style) -> Text:
        """An item's text in its colours; with marks for what is gone and new where there are none
        to be seen."""
        text = Text(style=base, end="")
        for piece in item.pieces:
            shown = inert(piece.text[:_LONGEST])
            if self.app.no_color:
                shown = _MARKS.get(piece.look, "{}").format(shown)
            style = self.get_component_rich_style(f"body--{piece.look}")
            text.append(shown, style + Style(bgcolor=base.bgcolor))
        return text

    def _reveal(self) -> None:
        """Scroll as little as needed to see the marked item."""
        own = [at for at, (place, _) in enumerate(self._lines) if place == self.marked]
        if not own:
            return
        top, height = round(self.scroll_offset.y), self.scrollable_content_region.height
        # The first item's title stands above it.
        first = 0 if self.marked == 0 else own[0]
        if first < top or own[-1] - first >= height:
            self.scroll_to(y=first, animate=False)
        elif own[-1] >= top + height:
            self.scroll_to(y=own[-1] - height + 1, animate=False)

    def render_line(self, y: int) -> Strip:
        line = y + round(self.scroll_offset.y)
        if 0 <= line < len(self._lines):
            return self._lines[line][1]
        return Strip.blank(self.scrollable_content_region.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        line = event.y + round(self.scroll_offset.y)
        place = self._lines[line][0] if 0 <= line < len(self._lines) else -1
        if place >= 0:
            self.marked = place
            self._fold()
            self.post_message(self.Taken(place + 1))


_MARKS = {Look.GONE: "[-{}-]", Look.NEW: "{{+{}+}}"}
