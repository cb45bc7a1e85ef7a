"""The desk as a program in the terminal."""

import asyncio
import os
import signal
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import App
from textual.binding import BindingType
from textual.command import CommandPalette, Provider
from textual.screen import Screen
from textual.widget import Widget

from padanan.language import gettext as _
from padanan.language import marked
from padanan.tui.browse import Browse
from padanan.tui.help import Help
from padanan.tui.opening import Opened, expect, open_article
from padanan.tui.palette import Commands
from padanan.tui.places import Places
from padanan.tui.prompt import Choose
from padanan.tui.review import Review
from padanan.tui.segments import MARKS
from padanan.tui.terminal import has_gone, read_alt
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


Answer = TypeVar("Answer")

SWITCH = 0.001
"""Seconds after which a thread that looks at segments or loads a model lets the screen go on; by
default each would have five times as long, at every turn."""


_WATCH = 1.0
"""Seconds between two looks at whether the terminal is still there."""

_LONGEST = 0.5
"""Seconds to wait for a key to be taken in."""


class Desk(App[None]):
    """The desk.

    Args:
        start: The folder to choose an article from, or the article to review.
        tools: The glossary, the memory, the model and the keys.
    """

    TITLE = "padanan"
    # Opened by a key of the registry, which can be another; and with our actions alone.
    ENABLE_COMMAND_PALETTE = False
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Commands}
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
        self._holding = False
        self._keys: deque[events.Event] = deque()
        self._taking: asyncio.Task[None] | None = None
        self.set_keymap(self.keys.keymap)
        read_alt(self.keys.all())

    def on_mount(self) -> None:
        sys.setswitchinterval(SWITCH)
        for theme in THEMES.values():
            self.register_theme(theme)
        self._colour(self.tools.desk.theme or self.places.preference("theme", "dark"))
        loop = asyncio.get_running_loop()
        # Windows has neither the one nor the other; and only a program's main thread can.
        with suppress(NotImplementedError, AttributeError, RuntimeError):
            loop.add_signal_handler(signal.SIGTERM, self._end, signal.SIGTERM)
            loop.add_signal_handler(signal.SIGINT, self._end, signal.SIGINT)
            loop.add_signal_handler(signal.SIGHUP, self._end, signal.SIGHUP)
        if not self.is_headless and sys.__stdin__ is not None and sys.__stdin__.isatty():
            self.set_interval(_WATCH, self._see_terminal)
        if isinstance(self._start, Path):
            self.push_screen(Browse(self._start, self.tools))
        else:
            name = self._start.snapshot.path.stem
            self.push_screen(Review(name, self._start, self.tools, leads_back=False))

    # Keys in quick succession

    @property
    def busy(self) -> bool:
        """Whether a key has not had its effect yet."""
        return bool(self._keys or self._taking)

    def hold_keys(self) -> None:
        """Keep keys back: they are for a screen that does not stand there yet."""
        self._holding = True

    async def release_keys(self) -> None:
        """Give the keys that were kept back to the screen, which stands there now."""
        self._holding = False
        await self._give_next()

    def ask(
        self, screen: Screen[Answer], then: Callable[[Answer | None], object] = lambda _: None
    ) -> None:
        """Open a dialogue; keys that are pressed before it stands there are for it.

        Args:
            screen: The dialogue.
            then: Called with its answer; with None when the person leaves it.
        """
        self.hold_keys()

        def answered(answer: Answer | None) -> None:
            then(answer)

        standing = self.push_screen(screen, answered)

        async def release() -> None:
            await standing
            if screen.focused is None and screen.focus_chain:
                screen.set_focus(screen.focus_chain[0], scroll_visible=False)
            self.call_later(self.release_keys)

        self.run_worker(release(), group="ask")

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._keys.append(event)
            await self._give_next()
        else:
            await super().on_event(event)

    async def _give_next(self) -> None:
        """Give the next key to whom it is for, unless one is still being taken in.

        Each widget has a queue of its own. Were a key given before the one before it has had its
        effect, a deed would overtake the letters typed before it, and letters typed right after
        Enter would be taken for keys of the list.
        """
        if self._keys and not self._holding and self._taking is None:
            taking = self.focused or self.screen
            self._taking = asyncio.create_task(self._take_in(taking))
            await super().on_event(self._keys.popleft())

    async def _take_in(self, taking: Widget) -> None:
        """Wait until a key has had its effect on the widget it was given to, and on all above."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST):
                # What a key sets going in a widget reaches the screen, and what that does the
                # program, in a second round.
                for node in (*taking.ancestors_with_self, *taking.ancestors_with_self):
                    done = asyncio.Event()
                    if node.call_later(done.set):
                        await done.wait()
        self._taking = None
        self.call_later(self._give_next)

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
            self.review.close()
            self.tally += self.review.work.tally()
        self.exit()

    def action_help(self) -> None:
        """Show all keys."""
        if not isinstance(self.screen, Help):
            self.ask(Help(self.keys, MARKS))

    def action_palette(self) -> None:
        """Show all that one can do, to be searched by name."""
        if not isinstance(self.screen, CommandPalette):
            self.ask(CommandPalette(placeholder=_("What to do?")))

    def action_theme(self) -> None:
        """Choose the colours."""
        names = list(THEMES)
        current = [THEMES[name].name for name in names].index(self.theme)

        def chosen(place: int | None) -> None:
            if place is not None:
                self._colour(names[place])
                self.places.prefer("theme", names[place])

        self.ask(
            Choose(_("Colours"), [_(_THEME_NAMES[name]) for name in names], first=current), chosen
        )

    def _colour(self, name: str) -> None:
        self.theme = THEMES[name if name in THEMES else "dark"].name

    def _see_terminal(self) -> None:
        """End where the terminal has gone and no signal has told of it: a desk that nobody can see
        would keep its article from all others."""
        if sys.__stdin__ is not None and has_gone(sys.__stdin__.fileno()):
            self._end(signal.SIGHUP)

    def _end(self, number: signal.Signals) -> None:
        """Save what is on the desk before the process is ended from outside."""
        if self.review is not None:
            self.review.save_now()
        if number is not signal.SIGHUP:
            self.exit()
            return
        # The terminal is gone: whatever is written to it now would only block.
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


def run(path: Path, tools: Tools, segment: str | None = None) -> Tally:
    """Open the desk on a folder of bilingual files, or on one of them, until it is closed.

    Args:
        path: The folder, or the file.
        tools: The glossary, the memory, the model and the keys.
        segment: The segment of the file to begin at; None for where the person was last.

    Raises:
        InputError: There is none, or the one named cannot be used; or the settings of the keys
            say something they cannot say.
    """
    expect(path)
    desk = Desk(path if path.is_dir() else open_article(path), tools)
    if segment is not None:
        desk.places.set(path, segment)
    desk.run()
    if desk.return_code:
        sys.exit(desk.return_code)  # it broke down, and Textual has printed how
    return desk.tally
