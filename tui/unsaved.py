"""What is asked when work cannot be saved and the person wants to leave."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from padanan.tui import keys
from padanan.tui.text import inert


class Unsaved(ModalScreen[bool | None]):
    """Says why work is not saved; gives True to try again, False to lose it, None to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.ASKING]
    DEFAULT_CSS = """
    Unsaved {
        align: center middle;
        & > Vertical {
            width: 70;
            max-width: 100%;
            height: auto;
            padding: 1 2;
            background: $surface;
            border: round $error;
            border-title-color: $text-error;
        }
    }
    """

    def __init__(self, changes: int, reason: str) -> None:
        super().__init__()
        self._changes = changes
        self._reason = reason

    def compose(self) -> ComposeResult:
        what = "One change is" if self._changes == 1 else f"{self._changes:,} changes are"
        with Vertical() as box:
            box.border_title = "Not saved"
            yield Static(Text(f"{what} not in the file yet.\n\n{inert(self._reason)}"))
        yield Footer(show_command_palette=False, compact=True)

    def action_retry(self) -> None:
        """Try to save again."""
        self.dismiss(True)

    def action_lose(self) -> None:
        """Leave without saving."""
        self.dismiss(False)

    def action_stay(self) -> None:
        """Go on working."""
        self.dismiss(None)
