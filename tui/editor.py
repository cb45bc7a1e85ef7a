"""The editor of one target, below the list."""

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from padanan.translate.bilingual import Entry
from padanan.tui import keys
from padanan.tui.text import one_line


class Editor(TextArea):
    """Edits one target. It is hidden while no entry is being edited.

    A target stands on one line: whatever is typed or pasted is brought onto it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.EDITING]
    DEFAULT_CSS = """
    Editor {
        display: none;
        height: auto;
        min-height: 3;
        max-height: 50%;
        border: none;
        border-top: solid $accent;
        border-title-color: $text-muted;
        padding: 0 1;
        background: $surface;
        &:focus { border: none; border-top: solid $accent; }
    }
    """

    class Closed(Message):
        """The person is done typing; what they wrote is to be kept."""

    class Approved(Message):
        """The person approves what they wrote."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.border_title = "English"
        self.entry: Entry | None = None
        """The entry being edited, as it was when the editor opened on it."""

    def open(self, entry: Entry) -> None:
        """Edit the target of an entry."""
        self.entry = entry
        self.load_text(one_line(entry.target))
        self.move_cursor(self.document.end)
        self.display = True
        self.focus()

    def close(self) -> None:
        """Hide; nothing is being edited any more."""
        self.entry = None
        self.display = False

    @property
    def target(self) -> str:
        """The target as it is to be kept: as it was, unless the person has changed it."""
        if self.entry is None or self.text == one_line(self.entry.target):
            return self.entry.target if self.entry else ""
        return self.text.strip()

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text passes here: typing, pasting, cutting, dropping."""
        return super().edit(replace(edit, text=one_line(edit.text)))

    def action_close(self) -> None:
        """Done typing."""
        self.post_message(self.Closed())

    def action_approve(self) -> None:
        """Approve what is written."""
        self.post_message(self.Approved())
