"""Lines to write in: in a form, and below the list of articles to say which of them to show."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from padanan.language import gettext as _
from padanan.tui.text import one_line


class Field(Input):
    """A line to write in. What is pasted into it, or put there from a file, is made harmless."""

    def validate_value(self, value: str) -> str:
        """Every change of the text passes here."""
        return one_line(value)


class QueryLine(Field):
    """A line to ask in; it is there while something is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear_away", show=False),
        Binding("down", "step(True)", show=False),
        Binding("up", "step(False)", show=False),
    ]
    DEFAULT_CSS = """
    QueryLine {
        display: none;
        height: 1;
        border: none;
        padding: 0 1;
        background: $surface;
        &:focus { border: none; background: $panel; }
    }
    """

    class Left(Message):
        """The person is done asking.

        Attributes:
            opens: Whether they want to open the article under the cursor.
        """

        def __init__(self, *, opens: bool) -> None:
            super().__init__()
            self.opens = opens

    class Stepped(Message):
        """The person wants the cursor on another article, without leaving the line."""

        def __init__(self, *, down: bool) -> None:
            super().__init__()
            self.down = down

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)

    def ask(self) -> None:
        """Let the person ask."""
        self.placeholder = _("Words of name or headline, is:new begun done damaged, has:findings")
        self.display = True
        self.focus()

    def clear_away(self) -> None:
        """Ask for nothing any more."""
        self.value = ""
        self.display = False

    def action_clear_away(self) -> None:
        """Ask for nothing, and go back to the list."""
        self.clear_away()
        self.post_message(self.Left(opens=False))

    async def action_submit(self) -> None:
        """Open what was found."""
        self.post_message(self.Left(opens=bool(self.value)))

    def action_step(self, down: bool) -> None:
        """To the next article, or the one before."""
        self.post_message(self.Stepped(down=down))

    def on_blur(self, _event: events.Blur) -> None:
        self.display = bool(self.value)
