"""A line to write in, as searches and forms have it."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from padanan.tui.asking import Field


class Line(Field):
    """A line of which Ctrl+A selects all. What is put into it from outside has the cursor after
    it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    def put(self, text: str) -> None:
        """Write a text in the place of what is there."""
        self.value = text
        self.cursor_position = len(self.value)
