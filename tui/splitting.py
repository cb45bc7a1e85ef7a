"""Choosing where to split a segment: a cut in the source and one in the target."""

import re
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from padanan.language import gettext as _
from padanan.language import marked
from padanan.translate.bilingual import Entry
from padanan.tui.text import inert

_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
"""Where a text can be cut: between words."""

_CLAUSE = re.compile(r"[.!?;:,”\"»)—–-]$")
"""What stands before a good place to cut."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Where to cut, in characters: the second half begins there.

    Attributes:
        source: In the source.
        target: In the target; its length where nothing is to be in the second half.
    """

    source: int
    target: int


def places(text: str) -> list[int]:
    """Where a text can be cut."""
    return [found.end() for found in _GAP.finditer(text)]


def likely(text: str, share: float = 0.5) -> int:
    """The most likely place to cut a text: after a mark, near a share of its length.

    Gives -1 where the text has one word only.
    """
    able = places(text)
    if not able:
        return -1
    aim = share * len(text)

    def cost(place: int) -> float:
        before = text[:place].rstrip()
        found = _CLAUSE.search(before)
        mark = found[0] if found else ""
        bonus = 0.35 if mark in (".", "!", "?", ";") and mark else 0.15 if mark else 0.0
        return abs(place - aim) / max(len(text), 1) - bonus

    return min(able, key=cost)


class Split(ModalScreen[Cut | None]):
    """Shows source and target with a cut in each; arrows move it word by word.

    Args:
        entry: The segment.
        at: Where the cursor stood in the target, when it was being edited.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", marked("Left")),
        Binding("right", "move(1)", marked("Right")),
        Binding("tab,up,down,shift+tab", "other", marked("Other text")),
        Binding("enter", "cut", marked("Split")),
        Binding("escape", "leave", marked("Leave it")),
    ]
    DEFAULT_CSS = """
    Split {
        align: center middle;
        & > Vertical {
            width: 90%;
            max-width: 110;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            background: $surface;
            border: round $accent;
            border-title-color: $text-accent;
        }
        & Static { margin-bottom: 1; padding-left: 1; border-left: blank; }
        & .here { border-left: thick $accent; }
    }
    """

    def __init__(self, entry: Entry, at: int | None = None) -> None:
        super().__init__()
        self._texts = [entry.source, entry.target]
        self._able = [places(text) for text in self._texts]
        source = likely(entry.source)
        share = source / max(len(entry.source), 1)
        target = likely(entry.target, share)
        if at is not None and self._able[1]:
            target = min(self._able[1], key=lambda place: abs(place - at))
        self._cuts = [source, target]
        self._here = 0

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = _("Split the segment")
            box.border_subtitle = _("← → move the cut, Tab changes sides, Enter splits, Esc leaves")
            yield Static(id="side-0")
            yield Static(id="side-1")

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        for side, (text, cut) in enumerate(zip(self._texts, self._cuts, strict=True)):
            shown = Text()
            if cut < 0:
                shown.append(inert(text) or _("(not translated)"), "dim" if not text else "")
            else:
                shown.append(inert(text[:cut].rstrip()))
                shown.append(" ┃ ", "bold reverse")
                shown.append(inert(text[cut:]))
            widget = self.query_one(f"#side-{side}", Static)
            widget.update(shown)
            widget.set_class(side == self._here, "here")

    def action_move(self, direction: int) -> None:
        """Move the cut of this side by a word."""
        able, cut = self._able[self._here], self._cuts[self._here]
        if able:
            place = able.index(cut) + direction
            self._cuts[self._here] = able[min(max(place, 0), len(able) - 1)]
            self._show()

    def action_other(self) -> None:
        """To the other side."""
        self._here = 1 - self._here
        self._show()

    def action_cut(self) -> None:
        """Split here."""
        source, target = self._cuts
        if source < 0:
            self.notify(_("A segment of one word cannot be split."), severity="warning")
            return
        self.dismiss(Cut(source, target if target >= 0 else len(self._texts[1])))

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(None)
