"""A line of words of which one, or several, can be chosen by keyboard."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget


class Options(Widget, can_focus=True):
    """A line of options: arrows go along, Space chooses where several can be.

    Args:
        options: Each value with the words that are shown for it.
        chosen: The values that are chosen to begin with.
        several: Whether several can be chosen, or none; else there is always one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("space", "choose", show=False),
    ]
    DEFAULT_CSS = """
    Options {
        height: auto;
        padding-left: 1;
        border-left: blank;
        &:focus { border-left: thick $accent; }
    }
    """

    class Chosen(Message):
        """Something else is chosen."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        chosen: Iterable[str] = (),
        *,
        several: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._options = options
        self._several = several
        values = [value for value, _ in options]
        wanted = set(chosen)
        self._chosen = {value for value in values if value in wanted}
        self._here = next((i for i, value in enumerate(values) if value in self._chosen), 0)
        if not several:
            self._chosen = {values[self._here]}

    @property
    def values(self) -> frozenset[str]:
        """What is chosen."""
        return frozenset(self._chosen)

    @property
    def value(self) -> str:
        """The one that is chosen."""
        return next(iter(self._chosen), "")

    def action_move(self, direction: int) -> None:
        """To the next option, or the one before; where there is one to choose, choose it."""
        self._here = (self._here + direction) % len(self._options)
        if not self._several:
            self._chosen = {self._options[self._here][0]}
            self.post_message(self.Chosen())
        self.refresh()

    def action_choose(self) -> None:
        """Choose what one is at; where several can be, leave it again."""
        if self._several:
            self._chosen ^= {self._options[self._here][0]}
            self.post_message(self.Chosen())
            self.refresh()
        else:
            self.action_move(1)

    def watch_has_focus(self, _focused: bool) -> None:
        self.refresh()

    def render(self) -> Text:
        shown = Text()
        for place, (value, words) in enumerate(self._options):
            there = value in self._chosen
            mark = ("[x] " if there else "[ ] ") if self._several else ""
            option = f" {mark}{words} ".replace(" ", "\N{NO-BREAK SPACE}")  # on one line
            here = self.has_focus and place == self._here
            style = "reverse" if here or (there and not self._several) else ""
            shown.append(option, f"{style} bold".strip() if there else style)
            shown.append(" ")
        return shown
