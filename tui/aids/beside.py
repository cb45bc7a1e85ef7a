"""Where the panel stands on the screen."""

from textual import events
from textual.containers import Container

BESIDE = 170
"""The width of the screen from which the panel stands beside the list, not below it. On a narrower
one that would leave less to the columns of text than they have at 120."""


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
                width: 48;
                height: 1fr;
                max-height: 100%;
                border-left: vkey $panel;
            }
        }
    }
    """

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= BESIDE, "-wide")
