"""What is asked when work cannot be saved and the person wants to leave."""

from enum import StrEnum
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.tui.text import inert


class Answer(StrEnum):
    """What the person wants."""

    RETRY = "retry"
    """Try again."""

    ANEW = "anew"
    """Put the file aside, and write it anew with all that the desk has."""

    LEAVE = "leave"
    """Leave without saving."""

    STAY = "stay"
    """Go on working."""


class Unsaved(ModalScreen[Answer]):
    """Says why work is not saved, and asks what to do.

    Args:
        changes: How many changes are not in the file.
        reason: Why, in a sentence.
        damaged: Whether it is because another program has damaged the file.
        kept: Whether the changes are noted beside the file, and come back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "answer('retry')"),
        Binding("w", "answer('anew')"),
        Binding("l", "answer('leave')"),
        Binding("escape", "answer('stay')"),
    ]
    DEFAULT_CSS = """
    Unsaved {
        align: center middle;
        & > Vertical {
            width: 76;
            max-width: 100%;
            height: auto;
            padding: 1 2;
            background: $surface;
            border: round $error;
            border-title-color: $text-error;
        }
    }
    """

    def __init__(self, changes: int, reason: str, *, damaged: bool, kept: bool) -> None:
        super().__init__()
        self._changes = changes
        self._reason = reason
        self._damaged = damaged
        self._kept = kept

    def compose(self) -> ComposeResult:
        what = ngettext(
            "{n} change is not in the file yet.",
            "{n} changes are not in the file yet.",
            self._changes,
        ).format(n=number(self._changes))
        keys = [("r", _("try again"))]
        if self._damaged:
            keys.append(("w", _("put the file aside and write it anew, with all your work")))
        leaving = (
            _("leave: they come back when the article is opened again")
            if self._kept
            else _("leave, and lose them")
        )
        keys += [("Esc", _("go on working")), ("l", leaving)]
        text = Text(f"{what}\n\n{inert(self._reason)}\n")
        for key, meaning in keys:
            text.append(f"\n{key:>5}", "bold")
            text.append(f"  {meaning}")
        with Vertical() as box:
            box.border_title = _("Not saved")
            yield Static(text)

    def action_answer(self, answer: str) -> None:
        """Give an answer; writing anew is one only where the file is damaged."""
        if answer != Answer.ANEW or self._damaged:
            self.dismiss(Answer(answer))
