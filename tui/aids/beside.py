"""Where the panel stands on the screen."""

from textual import events
from textual.containers import Container

from padanan.tui.aids.panel import Aids

BESIDE = 170
"""The width of the screen from which the panel stands beside the list, not below it. On a narrower
one that would leave less to the columns of text than they have at 120."""

ROOM = 16
"""The lines that list and panel need together. With fewer, a panel below the list would leave it
too few: there is none until one asks for it."""


class ListAndAids(Container):
    """Holds the list and the aids: below it, or beside it where the screen is wide."""

    DEFAULT_CSS = """
    ListAndAids {
        layout: vertical;
        height: 1fr;
        & > Aids { height: 33%; min-height: 4; max-height: 11; }
        &.-low > Aids { display: none; height: 50%; min-height: 0; }
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
        wide, low = event.size.width >= BESIDE, event.size.height < ROOM
        appears = self.has_class("-low")
        self.set_class(wide, "-wide")
        self.set_class(low and not wide, "-low")
        if appears and not self.has_class("-low"):
            self.call_after_refresh(self.query_one(Aids).renew)
