"""The list of articles, with how far the work on each has come."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from padanan.tui.overview import Overview
from padanan.tui.rows import Rows
from padanan.tui.text import inert, shorten, wrap

_ROOMY = 75
"""The width from which there is room for headlines."""

_GUTTER = 4


class Articles(Rows):
    """One row for each bilingual file below a folder; damaged ones say what is wrong with them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "articles--current",
        "articles--cursor",
        "articles--text",
        "articles--name",
        "articles--quiet",
        "articles--done",
        "articles--begun",
        "articles--new",
        "articles--damaged",
    }
    DEFAULT_CSS = """
    Articles {
        & > .articles--current { background: $surface-lighten-2; }
        & > .articles--cursor { color: $accent; text-style: bold; }
        & > .articles--name { text-style: bold; }
        & > .articles--quiet { color: $text-muted; }
        & > .articles--done { color: $text-success; text-style: bold; }
        & > .articles--begun { color: $text-warning; text-style: bold; }
        & > .articles--new { color: $text-muted; text-style: bold; }
        & > .articles--damaged { color: $text-error; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.overviews: list[tuple[str, Overview]] = []
        """Each article's name, as the list shows it, and its overview."""

    @property
    def current(self) -> Overview | None:
        """The article under the cursor."""
        return self.overviews[self.cursor][1] if self.cursor >= 0 else None

    def show(self, articles: Iterable[tuple[str, Overview]]) -> None:
        """Show other articles; the cursor keeps its place as far as it can."""
        self.overviews = list(articles)
        self.cursor = min(max(self.cursor, 0), len(self.overviews) - 1)
        self.lay_out()

    def add(self, articles: Iterable[tuple[str, Overview]]) -> None:
        """Put articles at the end."""
        self.show([*self.overviews, *articles])

    def update_one(self, overview: Overview) -> None:
        """Show how far an article has come by now."""
        for row, (name, old) in enumerate(self.overviews):
            if old.path == overview.path:
                self.overviews[row] = (name, overview)
                self.redraw(row)

    def count(self) -> int:
        return len(self.overviews)

    def measure(self, row: int, width: int) -> int:
        error = self.overviews[row][1].error
        return 1 + len(_sentence(error, width)) if error else 1

    def draw(self, row: int, width: int, *, current: bool) -> list[Strip]:
        name, overview = self.overviews[row]
        back = self._style("text", current=current)
        mark, state = _mark(overview)
        tail = "damaged" if overview.progress is None else str(overview.progress)
        room = max(width - _GUTTER - cell_len(tail) - 3, 8)
        roomy = width >= _ROOMY
        title = shorten(name, room // 2 if roomy else room)
        headline = shorten(inert(overview.headline), room - cell_len(title) - 2) if roomy else ""
        text = [
            Segment(title, self._style("name", current=current)),
            Segment(f"  {headline}", self._style("quiet", current=current)),
        ]
        line = [
            Segment("▌" if current else " ", self._style("cursor", current=current)),
            Segment(f" {mark} ", self._style(state, current=current)),
            *Strip(text).adjust_cell_length(room + 2, back),
            Segment(tail, back),
        ]
        indent = Segment(" " * _GUTTER, back)
        quiet = self._style("quiet", current=current)
        strips = [Strip(line)]
        if overview.error:
            strips += [
                Strip([indent, Segment(text, quiet)]) for text in _sentence(overview.error, width)
            ]
        return [strip.adjust_cell_length(width, back) for strip in strips]

    def _style(self, name: str, *, current: bool = False) -> Style:
        style = self.get_component_rich_style(f"articles--{name}")
        if not current:
            return style
        back = self.get_component_rich_style("articles--current").bgcolor
        return style + Style(bgcolor=back)


def _sentence(error: str, width: int) -> list[str]:
    return wrap(inert(error), max(width - _GUTTER - 1, 2))


def _mark(overview: Overview) -> tuple[str, str]:
    """The mark of an article and the name of its style."""
    if overview.progress is None:
        return "!", "damaged"
    if overview.progress.approved == overview.progress.total:
        return "✓", "done"
    return ("~", "begun") if overview.progress.approved else ("–", "new")
