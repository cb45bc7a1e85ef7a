"""The aids under test: a glossary, a segment, and the panel beside a text one types in."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from deskside import entry
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import TextArea

from padanan.desk import Desk as Settings
from padanan.translate.bilingual import Entry
from padanan.tui.aids.beside import ListAndAids
from padanan.tui.aids.item import Page, View
from padanan.tui.aids.panel import Aids
from padanan.tui.looking import look
from padanan.tui.tools import Tools

TERMS = """\
id\ten\tavoid\tpos\tdomain\tflags\tnote
bank\tbank\t\tnoun\teconomy\t\t
bank|tepi sungai\triverbank\t\tnoun\tnature\t\tWhere the river ends.
jaminan keamanan\tsecurity guarantee|security assurance\tsecurity warranty\tnoun\tdiplomacy\t\t
menutup\tclose\t\tverb\t\t\t
sekutu\tally\t\tnoun\tdiplomacy\t\t
"""

SOURCE = "Para sekutu meminta jaminan keamanan dari Rusia."


def tools(folder: Path, terms: str = TERMS) -> Tools:
    """The tools of a desk in a folder, with a glossary."""
    glossary = folder / "terms.tsv"
    glossary.write_text(terms, encoding="utf-8")
    return Tools(Settings(memory=folder / "memory.sqlite"), glossary)


def view(tools: Tools, source: str, text: str, cursor: int | None = None, **more: object) -> View:
    """A view of a segment, looked at."""
    its = entry("s1", source, text, **more)
    looked = look(its, text, tools.glossary(), tools.checks)
    return View(its, text, len(text) if cursor is None else cursor, looked)


def lines(page: Page) -> list[str]:
    """What a page says, item by item."""
    return ["".join(piece.text for piece in item.pieces) for item in page.items]


class Beside(App[object]):
    """A screen with the panel below a text; what is clicked or finished is kept.

    Args:
        tools: The tools.
        entries: The segments of the article.
    """

    def __init__(self, tools: Tools, entries: Sequence[Entry] = ()) -> None:
        super().__init__()
        self.aids = Aids(tools, lambda: entries)
        self.text = TextArea()
        self.taken: list[int] = []
        self.completed: list[Aids.Completed] = []

    def compose(self) -> ComposeResult:
        with ListAndAids():
            yield self.text
            yield self.aids

    def on_mount(self) -> None:
        self.text.focus()

    def on_aids_taken(self, event: Aids.Taken) -> None:
        self.taken.append(event.number)

    def on_aids_completed(self, event: Aids.Completed) -> None:
        self.completed.append(event)

    def shown(self) -> str:
        """What is on the screen, line by line."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def settled(pilot: Pilot[object]) -> None:
    """Wait until workers are done and what they found is shown."""
    await pilot.pause()
    while True:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        if all(worker.is_finished for worker in pilot.app.workers):
            return


def using(
    app: App[object],
    scenario: Callable[[Pilot[object]], Awaitable[None]],
    size: tuple[int, int] = (100, 30),
) -> None:
    """Let a scenario use an app."""

    async def session() -> None:
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            await scenario(pilot)

    asyncio.run(session())
