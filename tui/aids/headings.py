"""The line of headings above the panel: one for each aid, with what it counts."""

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from padanan.language import gettext as _
from padanan.language import number
from padanan.tui.aids.item import Aid, Count
from padanan.tui.text import inert, shorten

_PART = "│"


class Headings(Widget):
    """One line of headings; a click chooses one."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "headings--chosen",
        "headings--urgent",
        "headings--part",
    }
    DEFAULT_CSS = """
    Headings {
        height: 1;
        background: $panel;
        color: $foreground;
        & > .headings--chosen { text-style: bold reverse; }
        & > .headings--urgent { color: $text-error; text-style: bold; }
        & > .headings--part { color: $text-disabled; }
    }
    """

    class Chosen(Message):
        """A heading was clicked."""

        def __init__(self, aid: Aid) -> None:
            super().__init__()
            self.aid = aid

    def __init__(self) -> None:
        super().__init__()
        self._chosen = Aid.TERMS
        self._counts: Mapping[Aid, Count] = {}

    def show(self, chosen: Aid, counts: Mapping[Aid, Count]) -> None:
        """Show other counts, or another heading as the chosen one.

        Args:
            chosen: The aid that is shown.
            counts: For each aid what it counts.
        """
        if (chosen, counts) != (self._chosen, self._counts):
            self._chosen, self._counts = chosen, dict(counts)
            self.refresh()

    def _labels(self, width: int) -> list[tuple[Aid, str, str]]:
        """Each aid with its heading and with how much is urgent, made to fit a width."""
        pad = " "
        longest = width
        while True:
            labels = [
                (aid, *self._label(aid, longest if aid is not self._chosen else width, pad))
                for aid in Aid
            ]
            taken = sum(cell_len(label + urgent) for _aid, label, urgent in labels)
            if taken + len(Aid) - 1 <= width or longest <= 1:
                return labels
            # First the blanks go, then the ends of names that are not chosen.
            pad, longest = "", longest if pad else min(longest, 12) - 1

    def _label(self, aid: Aid, longest: int, pad: str) -> tuple[str, str]:
        count, urgent = self._counts.get(aid, Count())
        name = shorten(inert(_(aid.value)), longest)
        counted = "" if count is None else f" {number(count)}"
        if not urgent:
            return f"{pad}{name}{counted}{pad}", ""
        return f"{pad}{name}{counted} ", f"!{number(urgent)}{pad}"

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is only one
        width = self.size.width
        plain = self.rich_style
        chosen = self.get_component_rich_style("headings--chosen")
        urgency = self.get_component_rich_style("headings--urgent")
        part = Segment(_PART, self.get_component_rich_style("headings--part"))
        line: list[Segment] = []
        for aid, label, urgent in self._labels(width):
            is_chosen = aid is self._chosen
            line += [part] if line else []
            line += [
                Segment(label, chosen if is_chosen else plain),
                Segment(urgent, chosen if is_chosen else urgency),
            ]
        return Strip(line).adjust_cell_length(width, plain)

    def on_click(self, event: events.Click) -> None:
        end = 0
        for aid, label, urgent in self._labels(self.size.width):
            end += cell_len(label + urgent) + 1
            if event.x < end:
                self.post_message(self.Chosen(aid))
                return
