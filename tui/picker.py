"""Choosing words of a text by keyboard."""

import re
from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from padanan.tui.text import inert

Span = tuple[int, int]
"""Characters from the first to before the second."""

_WORD = re.compile(r"\w+(?:[-'’./&]\w+)*")

_AROUND = 160
"""Characters shown on either side of the chosen words; of a longer text the rest is left out."""


def words(text: str) -> list[Span]:
    """The words of a text; a hyphen, an apostrophe or a point inside one parts nothing."""
    return [found.span() for found in _WORD.finditer(text)]


def covering(spans: Sequence[Span], start: int, end: int) -> tuple[int, int] | None:
    """The first and the last of the words that have characters between `start` and `end`."""
    there = [place for place, (a, b) in enumerate(spans) if a < end and b > start]
    return (there[0], there[-1]) if there else None


class Picker(Widget, can_focus=True):
    """A text of which words can be chosen: arrows go from word to word, with Shift or after Space
    they take in more.

    Args:
        text: The text.
        chosen: What is chosen to begin with, in characters; None for nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("shift+left", "extend(-1)", show=False),
        Binding("shift+right", "extend(1)", show=False),
        Binding("space", "stretch", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
    ]
    DEFAULT_CSS = """
    Picker {
        height: auto;
        padding-left: 1;
        border-left: blank;
        &:focus { border-left: thick $accent; }
    }
    """

    class Picked(Message):
        """Other words are chosen.

        Attributes:
            picker: The widget.
            words: They, as the text has them.
        """

        def __init__(self, picker: "Picker", words: str) -> None:
            super().__init__()
            self.picker = picker
            self.words = words

        @property
        def control(self) -> "Picker":
            """The widget."""
            return self.picker

    def __init__(self, text: str, chosen: Span | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._text = text
        self._words = words(text)
        found = covering(self._words, *chosen) if chosen is not None else None
        self._first, self._last = found or (0, -1)
        self._stretching = False

    @property
    def span(self) -> Span | None:
        """The characters that are chosen; None where none are."""
        if self._last < self._first or not self._words:
            return None
        return self._words[self._first][0], self._words[self._last][1]

    @property
    def words(self) -> str:
        """The words that are chosen."""
        span = self.span
        return self._text[slice(*span)] if span is not None else ""

    def action_move(self, direction: int) -> None:
        """To the next word, or the one before; after Space, take it in."""
        if self._stretching:
            self.action_extend(direction)
            return
        if self._last < self._first:
            place = 0 if direction > 0 else len(self._words) - 1
        else:
            place = (self._last if direction > 0 else self._first) + direction
        self._choose(place, place)

    def action_extend(self, direction: int) -> None:
        """Take in the next word, or let go of the last one."""
        if self._last < self._first:
            self.action_end(-1)
        else:
            self._choose(self._first, max(self._last + direction, self._first))

    def action_stretch(self) -> None:
        """From now on arrows take words in; and after another Space, no longer."""
        self._stretching = not self._stretching
        if self._last < self._first:
            self.action_end(-1)

    def action_end(self, direction: int) -> None:
        """To the first word, or the last; after Space, take in all up to there."""
        last = len(self._words) - 1
        if self._stretching and self._last >= self._first:
            self._choose(self._first, last if direction > 0 else self._first)
        else:
            place = last if direction > 0 else 0
            self._choose(place, place)

    def _choose(self, first: int, last: int) -> None:
        if self._words and 0 <= first <= last < len(self._words):
            self._first, self._last = first, last
            self.refresh(layout=True)
            self.post_message(self.Picked(self, self.words))

    def render(self) -> Text:
        # What is made inert has as many characters as before.
        shown = Text(inert(self._text), overflow="fold")
        span = self.span
        if span is not None:
            shown.stylize("reverse bold", *span)
        start = max((span[0] if span else 0) - _AROUND, 0)
        end = min((span[1] if span else 0) + _AROUND, len(self._text))
        if end - start < len(self._text):
            start = start if start > _AROUND // 4 else 0
            parts = (Text("…" if start else ""), shown[start:end], Text("…"))
            return Text.assemble(*(parts if end < len(self._text) else parts[:2]))
        return shown
