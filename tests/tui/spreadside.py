"""The list and the editor alone, without the desk around them, under test."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from padanan.translate.bilingual import Entry, State, fingerprint
from padanan.tui.editor import Editor
from padanan.tui.looking import Looked
from padanan.tui.segments import Segments
from padanan.tui.spread import Spread

Scenario = Callable[["Table"], Awaitable[None]]


def entry(id_: str, source: str, target: str = "", **more: object) -> Entry:
    """An entry; a draft of the model when it has a target and nothing else is said."""
    state = more.pop("state", State.DRAFT if target else State.EMPTY)
    made = Entry(id_, source, target, state, how="model", line=1)  # type: ignore[arg-type]
    return replace(made, fingerprint=fingerprint(target), **more)  # type: ignore[arg-type]


class Desk(Screen[None]):
    """A screen with nothing but the list and its editor."""

    def __init__(self, entries: Sequence[Entry], looked: Callable[[Entry], Looked | None]) -> None:
        super().__init__()
        self.segments = Segments(entries, looked)
        self.editor = Editor()
        self.heard: list[object] = []
        """The messages of the two, as they came."""

    def compose(self) -> ComposeResult:
        yield Spread(self.segments, self.editor)

    def on_mount(self) -> None:
        self.segments.focus()

    def action_do(self, id_: str) -> None:
        """What the screen of the desk does, as far as it is about these two."""
        if id_ == "edit" and self.segments.current is not None:
            self.editor.open(self.segments.current)
        elif id_ == "close":
            self.editor.close()
            self.segments.focus()
        elif id_ in ("up", "down", "page-up", "page-down", "first", "last"):
            getattr(self.segments, f"action_{id_.replace('-', '_')}")()

    def on_segments_moved(self, message: Segments.Moved) -> None:
        self.heard.append(message)

    def on_rows_moved(self, message: Segments.Moved) -> None:
        self.heard.append(message)

    def on_rows_opened(self, message: Segments.Opened) -> None:
        self.heard.append(message)
        self.action_do("edit")

    def on_editor_typed(self, message: Editor.Typed) -> None:
        self.heard.append(message)


class Table:
    """What a test has in front of it."""

    def __init__(self, app: App[None], pilot: Pilot[None], desk: Desk) -> None:
        self.app = app
        self.pilot = pilot
        self.desk = desk
        self.segments = desk.segments
        self.editor = desk.editor

    async def settle(self) -> None:
        """Wait until everything has been done and drawn."""
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for their effect."""
        await self.pilot.press(*keys)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def wheel(self, widget: Widget, *, down: bool) -> None:
        """Turn the wheel of the mouse over a widget."""
        kind = MouseScrollDown if down else MouseScrollUp
        widget.post_message(kind(widget, 1, 0, 0, 1 if down else -1, 0, False, False, False))
        await self.settle()
        await self.app.animator.wait_until_complete()
        await self.settle()

    @property
    def current(self) -> str:
        """The id of the entry under the cursor; empty when there is none."""
        return self.segments.current.id if self.segments.current else ""

    def lines(self) -> list[str]:
        """What is on the screen."""
        strips = self.desk._compositor.render_strips()
        return ["".join(segment.text for segment in line).rstrip() for line in strips]

    def text(self) -> str:
        """What is on the screen, in one."""
        return "\n".join(self.lines())

    def segments_at(self, words: str) -> list[Segment]:
        """The segments of the line with these words."""
        for line in self.desk._compositor.render_strips():
            if words in "".join(segment.text for segment in line):
                return list(line)
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text()}")

    def drawn(self, word: str) -> Segment:
        """The segment that is this word."""
        return next(one for one in self.segments_at(word) if one.text.strip() == word)

    def editor_place(self) -> Region:
        """Where the editor lies, in the list."""
        return self.editor.region.translate(-self.segments.region.offset)


def nothing_seen(_: Entry) -> Looked | None:
    """What is known when nothing has been looked at."""
    return None


def at(
    entries: Sequence[Entry],
    scenario: Scenario,
    size: tuple[int, int] = (100, 24),
    looked: Callable[[Entry], Looked | None] = nothing_seen,
) -> None:
    """Run a scenario with the list of these entries in front of it."""

    async def session() -> None:
        app: App[None] = App()
        async with app.run_test(size=size) as pilot:
            desk = Desk(entries, looked)
            await app.push_screen(desk)
            table = Table(app, pilot, desk)
            await table.settle()
            await scenario(table)

    asyncio.run(session())
