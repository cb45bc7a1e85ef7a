"""The help: every key there is, from the registry the widgets are bound by."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from padanan.tui import keys
from padanan.tui.segments import MARKS


class Help(ModalScreen[None]):
    """All keys, by what they are for, and the marks of the states."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.CLOSING]
    DEFAULT_CSS = """
    Help {
        align: center middle;
        & > VerticalScroll {
            width: 76;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            margin-bottom: 1;
            padding: 0 2;
            background: $surface;
            border: round $accent;
            border-title-color: $text-accent;
        }
    }
    """

    def compose(self) -> ComposeResult:
        with VerticalScroll() as box:
            box.border_title = "Help"
            yield Static(self._page())
        yield Footer(show_command_palette=False, compact=True)

    def _page(self) -> Group:
        sections = [
            _section(title, ((self._names(one), one.tooltip) for one in bindings))
            for title, bindings in keys.SECTIONS
        ]
        marks = ((mark, f"{state.value}.".capitalize()) for state, mark in MARKS.items())
        return Group(*sections, _section("Marks", marks))

    def _names(self, binding: Binding) -> str:
        """A binding's keys as people write them."""
        return " ".join(
            self.app.get_key_display(Binding(key, "", "")) for key in binding.key.split(",")
        )

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()


def _section(title: str, rows: Iterable[Sequence[str]]) -> Group:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, min_width=7)
    table.add_column()
    for names, sentence in rows:
        table.add_row(Text(names, "bold"), Text(sentence))
    return Group(Text(title, "bold underline"), table, Text())
