"""The question what the list of articles is to be sorted by."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from padanan.language import gettext as _
from padanan.tui.arranging import Order


class Sorting(ModalScreen[Order | None]):
    """Gives what to sort by, None to leave the list as it is.

    Args:
        order: What it is sorted by now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("o", "again", show=False),
        *(
            Binding(f"{place}", f"choose({place})", show=False)
            for place in range(1, len(Order) + 1)
        ),
    ]
    DEFAULT_CSS = """
    Sorting {
        align: center middle;
        & > Vertical {
            width: 46;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 1;
            background: $surface;
            border: round $accent;
            border-title-color: $text-accent;
            border-subtitle-color: $text-muted;
        }
        & OptionList { height: auto; background: $surface; }
        & OptionList, & OptionList:focus { border: none; }
    }
    """

    def __init__(self, order: Order) -> None:
        super().__init__()
        self._order = order

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = _("Sort by")
            box.border_subtitle = _("the same again: the other way round")
            orders = OptionList(
                *(Option(f"{place} {_(order.value)}") for place, order in enumerate(Order, 1)),
                markup=False,
            )
            orders.highlighted = list(Order).index(self._order)
            yield orders

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(list(Order)[event.option_index])

    def action_choose(self, place: int) -> None:
        """Choose by number."""
        self.dismiss(list(Order)[place - 1])

    def action_again(self) -> None:
        """Turn the order round."""
        self.dismiss(self._order)

    def action_leave(self) -> None:
        """Leave the order as it is."""
        self.dismiss(None)
