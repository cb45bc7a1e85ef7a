"""The line at the top: what one is looking at, and how far the work on it has come."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from padanan.tui.text import inert, shorten


class Heading(Widget):
    """One line: a title on the left, cut if need be, and a status on the right."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Heading {
        height: 1;
        background: $panel;
        color: $foreground;
        text-style: bold;
    }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = inert(title)
        self.status = ""

    def say(self, status: str) -> None:
        """Show another status."""
        self.status = inert(status)
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is only one
        width = self.size.width
        status = shorten(self.status, width - 2)
        room = max(width - cell_len(status) - 3, 0)
        title = [Segment(" " + shorten(self.title, room - 1), self.rich_style)]
        line = [
            *Strip(title).adjust_cell_length(room + 2, self.rich_style),
            Segment(status, self.rich_style),
        ]
        return Strip(line).adjust_cell_length(width, self.rich_style)
