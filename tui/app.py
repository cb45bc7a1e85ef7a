"""The desk as a program in the terminal."""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType

from padanan.errors import InputError
from padanan.tui import keys
from padanan.tui.browse import Browse
from padanan.tui.help import Help
from padanan.tui.keeping import Snapshot, take
from padanan.tui.overview import find
from padanan.tui.review import Review
from padanan.tui.unsaved import Unsaved
from padanan.tui.work import Tally


class Desk(App[None]):
    """The desk.

    Args:
        start: The folder to choose an article from, or the article to review.
    """

    TITLE = "padanan"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    * {
        scrollbar-background: $background;
        scrollbar-color: $foreground 30%;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*keys.EVERYWHERE]

    def __init__(self, start: Path | Snapshot) -> None:
        super().__init__()
        self._start = start
        self.tally = Tally()
        """What the person has done so far; complete when the desk is closed."""

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        # Windows has neither the one nor the other.
        with suppress(NotImplementedError, AttributeError):
            loop.add_signal_handler(signal.SIGTERM, self._end, signal.SIGTERM)
            loop.add_signal_handler(signal.SIGHUP, self._end, signal.SIGHUP)
        if isinstance(self._start, Path):
            self.push_screen(Browse(self._start))
        else:
            name = self._start.path.stem
            self.push_screen(Review(name, self._start, leads_back=False))

    @property
    def _review(self) -> Review | None:
        """The article being reviewed, below any dialogue."""
        return next((one for one in self.screen_stack if isinstance(one, Review)), None)

    @on(Browse.Left)
    def _count(self, event: Browse.Left) -> None:
        self.tally += event.tally

    async def action_quit(self) -> None:
        """Quit as soon as everything is saved."""
        review = self._review
        if review is None:
            self.exit()
        elif not isinstance(self.screen, Unsaved):
            review.leave(self._exit_from)

    def _exit_from(self) -> None:
        if self._review is not None:
            self.tally += self._review.work.tally()
        self.exit()

    def action_help(self) -> None:
        """Show all keys."""
        if not isinstance(self.screen, Help):
            self.push_screen(Help())

    def _end(self, number: signal.Signals) -> None:
        """Save what is on the desk before the process is ended from outside."""
        if self._review is not None:
            self._review.save_now()
        if number is signal.SIGTERM:
            self.exit()
            return
        # The terminal is gone: whatever is written to it now would only block.
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


def run(path: Path) -> Tally:
    """Open the desk on a folder of bilingual files, or on one of them, until it is closed.

    Raises:
        InputError: There is none, or the one named cannot be used.
    """
    desk = Desk(_start(path))
    desk.run()
    if desk.return_code:
        sys.exit(desk.return_code)  # it broke down, and Textual has printed how
    return desk.tally


_HINT = "Bilingual files (.po) are made by padanan translate, in out/ unless its -o says otherwise."


def _start(path: Path) -> Path | Snapshot:
    if not path.exists():
        raise InputError(f"{path}: there is no such file or folder. {_HINT}")
    if not path.is_dir():
        if path.suffix != ".po":
            raise InputError(f"{path}: this is not a bilingual file. {_HINT}")
        return take(path)
    if next(find(path), None) is None:
        raise InputError(f"{path}: no bilingual files in this folder. {_HINT}")
    return path
