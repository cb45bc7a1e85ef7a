"""A line to ask in, and what is found for it below: what concordance and lookup have in common."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from padanan.errors import PadananError
from padanan.language import gettext as _
from padanan.language import marked
from padanan.tui.aids.body import Body
from padanan.tui.aids.item import Item, Page
from padanan.tui.line import Line
from padanan.tui.text import inert

Result = TypeVar("Result")

REST = 0.2
"""Seconds without a key until it is looked for what is written."""

_PAUSE = 0.1
"""Seconds between additions to what is shown."""


class Finder(ModalScreen[Result | None], Generic[Result]):
    """Looks for what is written while it is being written.

    Args:
        title: What it is.
        hint: What may be written.
        words: What stands there to begin with, selected.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", marked("Close")),
        Binding("down", "mark(1)", marked("Next")),
        Binding("up", "mark(-1)", marked("Previous")),
        Binding("pagedown", "page(1)", marked("Page down"), priority=True),
        Binding("pageup", "page(-1)", marked("Page up"), priority=True),
        Binding("ctrl+r", "take(0)", marked("Take"), priority=True),
        *(Binding(f"alt+{n}", f"take({n})", marked("Take")) for n in range(1, 10)),
    ]
    DEFAULT_CSS = """
    Finder {
        align: center middle;
        & > Vertical {
            width: 100%;
            max-width: 120;
            height: 90%;
            padding: 0 1;
            background: $surface;
            border: round $accent;
            border-title-color: $text-accent;
        }
        & Input { border: none; height: 1; padding: 0; background: $boost; }
        & Input:focus { border: none; }
        & Body { height: 1fr; background: $surface; margin: 1 0 0 0; }
        & Static { height: auto; color: $text-muted; }
        & Static.-error { color: $text-error; }
    }
    """

    class _Found(Message):
        """Something was found.

        Attributes:
            asked: Which of the questions this answers.
            items: What is to be shown of it.
            says: What the line below says.
            error: Whether that is why nothing could be looked for.
        """

        def __init__(
            self, asked: int, items: Sequence[Item], says: str, *, error: bool = False
        ) -> None:
            super().__init__()
            self.asked = asked
            self.items = items
            self.says = says
            self.error = error

    def __init__(self, title: str, hint: str, words: str) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._words = words
        self._body = Body()
        self._status = Static(Text(hint))
        self._resting: Timer | None = None
        self._asked = 0
        self._fresh = True

    # What subclasses say

    @abstractmethod
    def look(self, line: str, dropped: Callable[[], bool]) -> Iterator[Sequence[Item]]:
        """What is found for a line, hit by hit. Called in a worker.

        Args:
            line: What is written; not empty.
            dropped: Whether something else is looked for by now.

        Raises:
            PadananError: The line means nothing.
        """

    @abstractmethod
    def summary(self, hits: int, *, done: bool) -> str:
        """What to say of a number of hits, while it is being looked for more and at the end."""

    @abstractmethod
    def taken(self, item: Item) -> Result | None:
        """What taking an item gives; None where it has nothing to take."""

    def entered(self, item: Item) -> Result | None:  # noqa: ARG002
        """What Enter gives on an item: in a line to ask in it asks, and takes nothing."""
        return None

    @property
    def keys(self) -> str:
        """What the keys do."""
        return _("Ctrl+R takes the marked line, Esc closes")

    # Asking

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = inert(self._title)
            box.border_subtitle = inert(self.keys)
            yield Line(self._words, select_on_focus=True)
            yield self._body
            yield self._status

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._ask()

    @on(Input.Changed)
    def _rest(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._ask)

    def _ask(self) -> None:
        line = self.query_one(Input).value.strip()
        if line == self._words and self._asked:
            return
        self._words = line
        self._asked += 1
        asked, self._fresh = self._asked, True
        if not line:
            self.workers.cancel_group(self, "look")
            self._take_in(self._Found(asked, (), self._hint))
            return
        self.run_worker(lambda: self._look(asked, line), group="look", thread=True, exclusive=True)

    def _look(self, asked: int, line: str) -> None:
        worker = get_current_worker()
        hits, last = 0, monotonic()
        waiting: list[Item] = []
        try:
            for items in self.look(line, lambda: worker.is_cancelled):
                waiting += items
                hits += 1
                if monotonic() - last > _PAUSE:
                    says = self.summary(hits, done=False)
                    self.post_message(self._Found(asked, waiting, says))
                    waiting, last = [], monotonic()
        except PadananError as error:
            self.post_message(self._Found(asked, waiting, error.message, error=True))
            return
        self.post_message(self._Found(asked, waiting, self.summary(hits, done=True)))

    @on(_Found)
    def _take_in(self, event: "Finder._Found") -> None:
        if event.asked != self._asked:
            return
        if self._fresh:
            self._body.show(Page(tuple(event.items)), anew=True)
            self._fresh = False
        else:
            self._body.add(event.items)
        self._status.set_class(event.error, "-error")
        self._status.update(Text(inert(event.says)))

    # Taking

    @on(Input.Submitted)
    def _enter(self) -> None:
        """Look for what is written, if that has not been looked for; else what Enter gives."""
        if self.query_one(Input).value.strip() != self._words:
            self._ask()
        elif (item := self._body.item(None)) is not None and not self._fresh:
            self._give(self.entered(item))

    @on(Body.Taken)
    def _clicked(self, event: Body.Taken) -> None:
        event.stop()
        if (item := self._body.item(event.number)) is not None:
            self._give(self.entered(item))

    def action_take(self, number: int) -> None:
        """Take a numbered line; 0 is the marked one."""
        if (item := self._body.item(number or None)) is not None:
            self._give(self.taken(item))

    def _give(self, result: Result | None) -> None:
        if result is not None:
            self.dismiss(result)

    def action_mark(self, step: int) -> None:
        """Mark the next line, or the one before."""
        self._body.mark(step)

    def action_page(self, direction: int) -> None:
        """Scroll by a screenful."""
        height = self._body.scrollable_content_region.height
        self._body.scroll_relative(y=direction * max(height - 1, 1), animate=False)

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)
