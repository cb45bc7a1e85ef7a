"""The lines of a page: folded, numbered, one of them marked."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
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


_ROOMY = 16
"""Lines from which there is room for all of what is folded to one."""


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
        scrollbar-gutter: stable;
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
        & > .body--marked { background: $foreground 15%; }
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
        self._numbered: list[Item] = []
        self._folded: list[list[Strip]] = []
        self._lines: list[tuple[int, int]] = []
        self._folded_to = 0
        self._inks: dict[bool, dict[str, Style]] = {}

    # What the panel asks for

    def show(self, page: Page, *, anew: bool) -> None:
        """Show a page.

        Args:
            page: The page.
            anew: Whether it is another one, of which the first line is marked. Otherwise it is the
                same one in its present state, and the marked line stays marked.
        """
        if not anew and page == self.page:
            return
        self.marked = 0 if anew else self._again(page)
        self.page = page
        self._numbered = list(page.numbered)
        self._fold()
        if anew:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def add(self, items: Iterable[Item]) -> None:
        """Show more items below those that are shown."""
        more = tuple(items)
        self.page = Page((*self.page.items, *more))
        self._numbered += [item for item in more if item.act is not None]
        self._fold(len(self._folded))

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
        return self._numbered[place] if 0 <= place < len(self._numbered) else None

    def mark_key(self, keys: Sequence[Hashable], *, last: bool = False) -> None:
        """Mark the first item with one of some keys, or the last."""
        places = [at for at, item in enumerate(self._numbered) if item.key in keys]
        if places:
            self._mark(places[-1 if last else 0])
            self._reveal()

    def mark(self, step: int) -> None:
        """Mark the next item (1) or the one before (-1); where there is none, scroll."""
        place = self.marked + step
        if not 0 <= place < len(self._numbered):
            self.scroll_relative(y=step, animate=False)
            return
        self._mark(place)
        self._reveal()

    def _mark(self, place: int) -> None:
        changed = {self.marked, place}
        self.marked = place
        at = -1
        for index, item in enumerate(self.page.items if self._folded else ()):
            at += item.act is not None
            if item.act is not None and at in changed:
                self._folded[index] = self._strips(item, self._folded_to, at)
        self.refresh()

    # Drawing

    def on_resize(self, _: events.Resize) -> None:
        if self.scrollable_content_region.width != self._folded_to:
            self._fold()
            self._reveal()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_attached:
            # The styles of the pieces are renewed only after this.
            self.call_next(self._fold)

    def _fold(self, known: int = 0) -> None:
        """Fold the items to the width; the first `known` of them have been folded already."""
        width = self.scrollable_content_region.width
        if width <= _GUTTER:
            return
        self._folded_to = width
        if not known:
            self._mix()
            self._folded, self._lines = [], []
        place = sum(item.act is not None for item in self.page.items[:known])
        for index, item in enumerate(self.page.items[known:], known):
            at = place if item.act is not None else -1
            self._folded.append(self._strips(item, width, at))
            self._lines += [(index, line) for line in range(len(self._folded[-1]))]
            place += item.act is not None
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def _strips(self, item: Item, width: int, place: int) -> list[Strip]:
        """The lines of an item.

        Args:
            item: The item.
            width: Cells to a line.
            place: Its place among those that can be taken; -1 if it cannot.
        """
        marked = place == self.marked
        ink = self._inks[marked]
        edge = "▌" if marked else " "
        gutter = 1 if item.indent < 0 else _GUTTER + item.indent
        label = f"{place + 1}" if 0 <= place < _MOST_NUMBERED else "·" if place >= 0 else ""
        head = Segment((edge + label).ljust(gutter), ink["number"])
        later = Segment(edge.ljust(gutter), ink["number"])
        strips = []
        for line in self._wrapped(item, max(width - gutter, 2), ink):
            strips.append(Strip([head, *line]).adjust_cell_length(width, ink["text"]))
            head = later
        return strips

    def _wrapped(
        self, item: Item, room: int, ink: Mapping[str, Style]
    ) -> Iterator[Iterable[Segment]]:
        """An item's text, folded to lines of at most `room` cells."""
        marks = _PLAIN_MARKS if self.app.no_color else _MARKS
        pieces = [
            Segment(
                marks.get(piece.look, "{}").format(inert(piece.text[:_LONGEST])), ink[piece.look]
            )
            for piece in item.pieces
        ]
        if sum(piece.cell_length for piece in pieces) <= room:  # nearly always
            yield pieces
            return
        text = Text(style=ink["text"], end="")
        for piece in pieces:
            text.append(piece.text, piece.style)
        if item.folded and self.scrollable_content_region.height < _ROOMY:
            text.truncate(room, overflow="ellipsis")
        for line in text.wrap(self.app.console, room, overflow="fold"):
            yield [
                Segment(one.text, one.style or ink["text"]) for one in line.render(self.app.console)
            ]

    def _mix(self) -> None:
        """Have the styles ready, of unmarked and of marked items."""
        self._inks = {}
        for marked in (False, True):
            base = self.get_component_rich_style("body--marked") if marked else self.rich_style
            back = Style(bgcolor=base.bgcolor)
            names = (*Look, "number")
            self._inks[marked] = {
                "text": base,
                **{name: self.get_component_rich_style(f"body--{name}") + back for name in names},
            }

    def _reveal(self) -> None:
        """Scroll as little as needed to see the marked item."""
        item = self.item(None)
        own = [at for at, (index, _) in enumerate(self._lines) if self.page.items[index] is item]
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
        at = y + round(self.scroll_offset.y)
        if 0 <= at < len(self._lines):
            index, line = self._lines[at]
            return self._folded[index][line]
        return Strip.blank(self.scrollable_content_region.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        at = event.y + round(self.scroll_offset.y)
        item = self.page.items[self._lines[at][0]] if 0 <= at < len(self._lines) else None
        if item is None or item.act is None:
            return
        place = next(place for place, one in enumerate(self._numbered) if one is item)
        self._mark(place)
        self.post_message(self.Taken(place + 1))


_MARKS = {Look.GONE: "[-{}-]"}
"""What stands around a piece, as wdiff has it: not every terminal strikes through."""

_PLAIN_MARKS = {Look.GONE: "[-{}-]", Look.NEW: "{{+{}+}}"}
"""The same where there are no colours."""
