"""The list of articles, with how far the work on each has come."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip
from textual.widget import Widget

from padanan.tui.actions import Place
from padanan.tui.arranging import Order
from padanan.tui.columns import GAP, Column, Key, cell, columns
from padanan.tui.overview import Overview, Stage
from padanan.tui.registry import bindings
from padanan.tui.rows import Rows
from padanan.tui.text import inert, shorten, wrap

_GUTTER = 4

_MARKS = {
    Stage.NEW: "–",
    Stage.BEGUN: "~",
    Stage.DONE: "✓",
    Stage.DAMAGED: "!",
    Stage.UNREAD: "…",
}


class Articles(Rows):
    """One row for each bilingual file below a folder; damaged ones say what is wrong with them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ARTICLES)]
    PARTS = "articles"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "articles--current",
        "articles--cursor",
        "articles--text",
        "articles--name",
        "articles--quiet",
        "articles--done",
        "articles--begun",
        "articles--new",
        "articles--unread",
        "articles--damaged",
        "articles--warned",
    }
    DEFAULT_CSS = """
    Articles {
        & > .articles--current { background: $panel; }
        & > .articles--cursor { color: $accent; text-style: bold; }
        & > .articles--name { text-style: bold; }
        & > .articles--quiet { color: $text-muted; }
        & > .articles--done { color: $text-success; text-style: bold; }
        & > .articles--begun { color: $text-warning; text-style: bold; }
        & > .articles--new { color: $text-muted; text-style: bold; }
        & > .articles--unread { color: $text-muted; }
        & > .articles--damaged { color: $text-error; text-style: bold; }
        & > .articles--warned { color: $text-warning; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.overviews: list[Overview] = []
        """The articles shown, in order."""
        self.columns: list[Column] = []
        """How the list is laid out."""
        self.order = Order.NAME
        """What it is sorted by, and so says above the column."""
        self.backwards = False
        """Whether it is sorted the other way round."""
        self.header = Header(self)
        """The line above the list, which names the columns."""

    @property
    def current(self) -> Overview | None:
        """The article under the cursor."""
        return self.overviews[self.cursor] if 0 <= self.cursor < len(self.overviews) else None

    def show(self, overviews: Iterable[Overview]) -> None:
        """Show other articles.

        The cursor stays on its article, else in its place; and what is in sight stays there.
        """
        before = self.current
        still, line = self._still()
        self.overviews = list(overviews)
        places = {one.path: row for row, one in enumerate(self.overviews)}
        row = places.get(before.path, self.cursor) if before is not None else 0
        self.cursor = min(max(row, 0), len(self.overviews) - 1)
        self.lay_out(places.get(still.path) if still is not None else None, line)

    def _still(self) -> tuple[Overview | None, int]:
        """An article in sight, the one under the cursor if it is; and its line from the top."""
        rows = self.rows_in_sight()
        row = self.cursor if self.cursor in rows else next(iter(rows), -1)
        if not 0 <= row < len(self.overviews):
            return None, 0
        return self.overviews[row], self.extent(row).start

    def lay_out(self, anchor: int | None = None, place: int = 0) -> None:
        width = self.text_width - _GUTTER - 1
        self.columns = columns(width, self.overviews, self.order, backwards=self.backwards)
        super().lay_out(anchor, place)
        self.header.refresh()

    def count(self) -> int:
        return len(self.overviews)

    def measure(self, row: int, width: int) -> int:
        note = self.overviews[row].note
        return 1 + len(_sentence(note, width)) if note else 1

    def draw(self, row: int, width: int, *, current: bool) -> list[Strip]:
        overview = self.overviews[row]
        back = self._style("text", current=current)
        stage = self._style(overview.stage, current=current)
        line = [
            Segment("▌" if current else " ", self._style("cursor", current=current)),
            Segment(f" {_MARKS[overview.stage]} ", stage),
        ]
        for place, column in enumerate(self.columns):
            text = column.place(shorten(cell(column.key, overview), column.width))
            style = self._style(_style_of(column.key, overview), current=current)
            line += [Segment(" " * GAP if place else "", back), Segment(text, style)]
        quiet = self._style("quiet", current=current)
        lines = [line, *self._note(overview, width, back, quiet)]
        return [Strip(segments).adjust_cell_length(width, back) for segments in lines]

    def _note(
        self, overview: Overview, width: int, back: Style, quiet: Style
    ) -> Iterator[list[Segment]]:
        """What is wrong with the article's file, or who has it open, below its line."""
        if overview.note:
            for text in _sentence(overview.note, width):
                yield [Segment(" " * _GUTTER, back), Segment(text, quiet)]


class Header(Widget):
    """The headings of the columns."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Header {
        height: 1;
        color: $text-muted;
    }
    """

    def __init__(self, articles: Articles) -> None:
        super().__init__()
        self._articles = articles

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is only one
        texts = (one.place(shorten(one.heading, one.width)) for one in self._articles.columns)
        line = " " * _GUTTER + (" " * GAP).join(texts)
        return Strip([Segment(line, self.rich_style)]).adjust_cell_length(
            self.size.width, self.rich_style
        )


def _sentence(note: str, width: int) -> list[str]:
    return wrap(inert(note), max(width - _GUTTER - 1, 2))


def _style_of(key: Key, overview: Overview) -> str:
    """The name of the style of a cell."""
    found = overview.progress
    if key is Key.NAME:
        return "name"
    if key is Key.PROGRESS:
        return overview.stage
    if found is None:
        return "quiet"
    if key in (Key.ERRORS, Key.TERMS):
        return "damaged" if (found.errors if key is Key.ERRORS else found.terms) else "quiet"
    if key is Key.WARNINGS:
        return "warned" if found.warnings else "quiet"
    return "text" if key is Key.WORDS else "quiet"
