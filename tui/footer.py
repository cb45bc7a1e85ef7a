"""The line at the bottom: the keys one needs most, from the registry of actions."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from padanan.language import gettext as _
from padanan.tui.actions import Action, Place
from padanan.tui.keymap import Keys
from padanan.tui.registry import ACTIONS

_GAP = "  "


class Footer(Widget):
    """One line of keys with their labels; what does not fit is in the help.

    Args:
        place: Where the keys are pressed to begin with.
        keys: The keys as the desk has them.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key"}
    DEFAULT_CSS = """
    Footer {
        dock: bottom;
        height: 1;
        background: $panel;
        color: $foreground;
        & > .footer--key { color: $text-accent; text-style: bold; background: $panel; }
    }
    """

    def __init__(self, place: Place, keys: Keys) -> None:
        super().__init__()
        self.place = place
        self._keys = keys

    def at(self, place: Place) -> None:
        """Show the keys of another place."""
        if place is not self.place:
            self.place = place
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is only one
        width = self.size.width
        key_style = self.get_component_rich_style("footer--key")
        line = [Segment(" ", self.rich_style)]
        for action in self._fitting(width - 1):
            key = self._keys.shown(action, self.place)
            line += [Segment(key, key_style), Segment(f" {_(action.label)}{_GAP}", self.rich_style)]
        return Strip(line).adjust_cell_length(width, self.rich_style)

    def _fitting(self, width: int) -> list[Action]:
        """As many actions as fit, by their rank.

        The last two, help and quit, are what a newcomer looks for: there is always room for them.
        """
        able = sorted(
            (one for one in ACTIONS if one.footer and self._keys.of(one, self.place)),
            key=lambda one: one.footer,
        )
        lengths = {one.id: self._length(one) for one in able}
        room = width - sum(lengths[one.id] for one in able[-2:])
        fitting: list[Action] = []
        for action in able[:-2]:
            if lengths[action.id] <= room:
                room -= lengths[action.id]
                fitting.append(action)
        return [*fitting, *able[-2:]]

    def _length(self, action: Action) -> int:
        key = self._keys.shown(action, self.place)
        return cell_len(f"{key} {_(action.label)}{_GAP}")
