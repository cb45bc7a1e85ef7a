"""Where the panel stands on the screen."""

from textual import events
from textual.containers import Container

BESIDE = 150
"""The width of the screen from which the panel stands beside the list, not below it."""


class ListAndAids(Container):
    """Holds the list and the aids: below it, or beside it where the screen is wide."""

    DEFAULT_CSS = """
    ListAndAids {
        layout: vertical;
        height: 1fr;
        & > Aids { height: 33%; min-height: 4; max-height: 11; }
        &.-wide {
            layout: horizontal;
            & > Aids {
                width: 33%;
                min-width: 44;
                height: 1fr;
                max-height: 100%;
                border-left: vkey $panel;
            }
        }
    }
    """

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= BESIDE, "-wide")
