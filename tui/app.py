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
from padanan.language import gettext as _
from padanan.language import marked
from padanan.tui.browse import Browse
from padanan.tui.help import Help
from padanan.tui.opening import Opened, open_article
from padanan.tui.overview import find
from padanan.tui.places import Places
from padanan.tui.prompt import Choose
from padanan.tui.review import Review
from padanan.tui.segments import MARKS
from padanan.tui.themes import THEMES
from padanan.tui.tools import Tools
from padanan.tui.unsaved import Unsaved
from padanan.tui.work import Tally

_THEME_NAMES = {
    "dark": marked("Dark"),
    "light": marked("Light"),
    "dark-contrast": marked("Dark, high contrast"),
    "light-contrast": marked("Light, high contrast"),
}


class Desk(App[None]):
    """The desk.

    Args:
        start: The folder to choose an article from, or the article to review.
        tools: The glossary, the memory, the model and the keys.
    """

    TITLE = "padanan"
    CSS = """
    * {
        scrollbar-background: $background;
        scrollbar-color: $foreground 30%;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, start: Path | Opened, tools: Tools) -> None:
        super().__init__()
        self._start = start
        self.tools = tools
        self.keys = tools.keys
        self.places = Places.load()
        self.tally = Tally()
        """What the person has done so far; complete when the desk is closed."""
        self.set_keymap(self.keys.keymap)

    def on_mount(self) -> None:
        for theme in THEMES.values():
            self.register_theme(theme)
        self._colour(self.tools.desk.theme or self.places.preference("theme", "dark"))
        loop = asyncio.get_running_loop()
        # Windows has neither the one nor the other.
        with suppress(NotImplementedError, AttributeError):
            loop.add_signal_handler(signal.SIGTERM, self._end, signal.SIGTERM)
            loop.add_signal_handler(signal.SIGHUP, self._end, signal.SIGHUP)
        if isinstance(self._start, Path):
            self.push_screen(Browse(self._start, self.tools))
        else:
            name = self._start.snapshot.path.stem
            self.push_screen(Review(name, self._start, self.tools, leads_back=False))

    @property
    def review(self) -> Review | None:
        """The article being reviewed, below any dialogue."""
        return next((one for one in self.screen_stack if isinstance(one, Review)), None)

    @on(Browse.Left)
    def _count(self, event: Browse.Left) -> None:
        self.tally += event.tally

    async def action_quit(self) -> None:
        """Quit as soon as everything is saved."""
        if self.review is None:
            self.exit()
        elif not isinstance(self.screen, Unsaved):
            self.review.when_saved(self._exit_from)

    def _exit_from(self) -> None:
        if self.review is not None:
            self.tally += self.review.work.tally()
            self.review.close()
        self.exit()

    def action_help(self) -> None:
        """Show all keys."""
        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.keys, MARKS))

    def action_theme(self) -> None:
        """Choose the colours."""
        names = list(THEMES)
        current = [THEMES[name].name for name in names].index(self.theme)

        def chosen(place: int | None) -> None:
            if place is not None:
                self._colour(names[place])
                self.places.prefer("theme", names[place])

        self.push_screen(
            Choose(_("Colours"), [_(_THEME_NAMES[name]) for name in names], first=current), chosen
        )

    def _colour(self, name: str) -> None:
        self.theme = THEMES[name if name in THEMES else "dark"].name

    def _end(self, number: signal.Signals) -> None:
        """Save what is on the desk before the process is ended from outside."""
        if self.review is not None:
            self.review.save_now()
        if number is signal.SIGTERM:
            self.exit()
            return
        # The terminal is gone: whatever is written to it now would only block.
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


def run(path: Path, tools: Tools) -> Tally:
    """Open the desk on a folder of bilingual files, or on one of them, until it is closed.

    Raises:
        InputError: There is none, or the one named cannot be used; or the settings of the keys
            say something they cannot say.
    """
    desk = Desk(_start(path), tools)
    desk.run()
    if desk.return_code:
        sys.exit(desk.return_code)  # it broke down, and Textual has printed how
    return desk.tally


_HINT = "Bilingual files (.po) are made by padanan translate, in out/ unless its -o says otherwise."


def _start(path: Path) -> Path | Opened:
    if not path.exists():
        raise InputError(f"{path}: there is no such file or folder. {_HINT}")
    if not path.is_dir():
        if path.suffix != ".po":
            raise InputError(f"{path}: this is not a bilingual file. {_HINT}")
        return open_article(path)
    if next(find(path), None) is None:
        raise InputError(f"{path}: no bilingual files in this folder. {_HINT}")
    return path
