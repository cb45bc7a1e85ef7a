"""Asking for a line, for a text, for one of several things, or for a yes."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from padanan.errors import InputError
from padanan.language import gettext as _
from padanan.language import marked
from padanan.tui.asking import Field
from padanan.tui.text import inert

_BOX = """
    {name} {{
        align: center bottom;
        & > Vertical {{
            width: 100%;
            max-width: 110;
            height: auto;
            max-height: 80%;
            padding: 0 1;
            background: $surface;
            border: round $accent;
            border-title-color: $text-accent;
        }}
        & .hint {{ color: $text-muted; }}
        & .error {{ color: $text-error; display: none; }}
        & Input, & Input:focus {{ border: none; height: 1; padding: 0; background: $surface; }}
        & TextArea, & TextArea:focus {{
            border: none; height: 6; padding: 0; background: $surface;
        }}
        & OptionList, & OptionList:focus {{
            border: none; height: auto; max-height: 16; background: $surface;
        }}
    }}
"""

_LEAVE = Binding("escape", "leave", marked("Leave it"))


class Line(ModalScreen[str | None]):
    """Asks for one line; gives it, or None when the person leaves it.

    Args:
        title: What is asked.
        text: What stands there to begin with, selected.
        hint: What may be written.
        check: Raises an `InputError` for a line that will not do; its sentence is shown, and the
            person may go on.
    """

    BINDINGS: ClassVar[list[BindingType]] = [_LEAVE]
    DEFAULT_CSS = _BOX.format(name="Line")

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        hint: str = "",
        check: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint
        self._check = check

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = inert(self._title)
            yield Field(self._text, select_on_focus=True)
            yield Static(Text(""), classes="error")
            if self._hint:
                yield Static(Text(self._hint), classes="hint")

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        try:
            if self._check is not None:
                self._check(event.value)
        except InputError as error:
            wrong = self.query_one(".error", Static)
            wrong.update(Text(inert(error.message)))
            wrong.display = True
        else:
            self.dismiss(event.value)

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(None)


class Lines(TextArea):
    """A text of several lines, of which nothing reaches the terminal as it is."""

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: inert text has as many characters."""
        return Text(inert(super().get_line(line_index).plain), end="", no_wrap=True)


class Note(ModalScreen[str | None]):
    """Asks for a text of several lines; gives it, or None when the person leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", marked("Keep"), priority=True),
        _LEAVE,
    ]
    DEFAULT_CSS = _BOX.format(name="Note")

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = inert(self._title)
            box.border_subtitle = _("Ctrl+S keeps it, Escape leaves it")
            area = Lines(self._text, soft_wrap=True)
            area.move_cursor(area.document.end)
            yield area

    def action_keep(self) -> None:
        """Keep what is written."""
        self.dismiss(self.query_one(TextArea).text.strip())

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(None)


class Choose(ModalScreen[int | None]):
    """Asks for one of several things; gives its place, or None when the person leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [_LEAVE]
    DEFAULT_CSS = _BOX.format(name="Choose")

    def __init__(self, title: str, choices: Sequence[str], *, first: int = 0) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._first = first

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = inert(self._title)
            box.border_subtitle = _("Enter chooses, Escape leaves it")
            yield OptionList(*(Option(Text(inert(one))) for one in self._choices))

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = self._first

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(None)
