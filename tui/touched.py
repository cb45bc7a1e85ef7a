"""The list of segments that a changed glossary concerns."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from padanan.language import gettext as _
from padanan.translate.bilingual import Entry, State
from padanan.tui.rows import Rows
from padanan.tui.text import inert, shorten, wrap

_GUTTER = 4


@dataclass(frozen=True, slots=True)
class Touch:
    """A segment that is concerned.

    Attributes:
        path: The bilingual file.
        name: What the article is called.
        entry: The segment as it was when it was found.
        stays: Whether its target is a person's or the memory's, and stays.
        new: Its new draft; None while there is none.
    """

    path: Path
    name: str
    entry: Entry
    stays: bool = False
    new: str | None = None


class Touched(Rows):
    """Each segment with its article, its source, its target and the new draft, once it is there."""

    PARTS = "touched"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "touched--current",
        "touched--cursor",
        "touched--text",
        "touched--name",
        "touched--quiet",
        "touched--new",
        "touched--stays",
    }
    DEFAULT_CSS = """
    Touched {
        & > .touched--current { background: $panel; }
        & > .touched--cursor { color: $accent; text-style: bold; }
        & > .touched--name { text-style: bold; }
        & > .touched--quiet { color: $text-muted; }
        & > .touched--new { color: $text-success; }
        & > .touched--stays { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.touches: list[Touch] = []
        """What is shown."""

    def add(self, touches: Iterable[Touch]) -> None:
        """Show more."""
        self.touches += touches
        if self.cursor < 0 and self.touches:
            self.cursor = 0
        self.lay_out()

    def redrafted(self, path: Path, drafts: dict[str, str]) -> None:
        """Show new drafts of an article, by the ids of its segments."""
        self.touches = [
            replace(one, new=drafts[one.entry.id])
            if one.path == path and one.entry.id in drafts and not one.stays
            else one
            for one in self.touches
        ]
        self.lay_out()

    def count(self) -> int:
        return len(self.touches)

    def guess(self, width: int) -> list[int]:  # noqa: ARG002
        return [3] * self.count()

    def measure(self, row: int, width: int) -> int:
        return len(self._lines(self.touches[row], width))

    def draw(self, row: int, width: int, *, current: bool) -> list[Strip]:
        back = self._style("text", current=current)
        strips: list[Strip] = []
        for place, (style, text) in enumerate(self._lines(self.touches[row], width)):
            bar = "▌" if current else " "
            gutter = f"{bar}{' ' * (_GUTTER - 1 if place else 1)}"
            strips.append(
                Strip(
                    [
                        Segment(gutter, self._style("cursor", current=current)),
                        Segment(text, self._style(style, current=current)),
                    ]
                ).adjust_cell_length(width, back)
            )
        return strips

    def _lines(self, one: Touch, width: int) -> list[tuple[str, str]]:
        """The lines of a row, each with the name of its style."""
        room = max(width - _GUTTER - 1, 2)
        head = f"{one.name} · {inert(one.entry.source)}"
        lines = [("name", shorten(head, max(width - 3, 2)))]
        if one.stays:
            lines.append(("stays", shorten(_why(one.entry), room)))
        lines += [
            ("quiet" if one.new is not None else "text", line)
            for line in _wrapped(one.entry.target, room)
        ]
        if one.new is not None:
            same = one.new == one.entry.target
            text = _("(the same again)") if same else one.new
            lines += [("quiet" if same else "new", line) for line in _wrapped(f"→ {text}", room)]
        return lines


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(inert(text), width)


def _why(entry: Entry) -> str:
    """Why a target stays."""
    if entry.state is State.APPROVED:
        return _("! approved: it stays")
    if entry.touched:
        return _("! changed by a person: it stays")
    return _("! from the memory or by rule: it stays")
