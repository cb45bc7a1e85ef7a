"""How quickly the desk opens a long article and answers: `python bench/desk.py [SEGMENTS ...]`.

Prints, for articles of 1,000, 5,000 and 50,000 segments (or of as many as said) on a screen of
120x40 and one of 60x20, the milliseconds a person waits: for the screen of an article that has been
read, and from a key until its effect is painted, the median of many. The desk is the real one, with
the glossary and the checks at work in its thread; only what it writes goes nowhere.

Beside it, the same texts in Textual's own lists, where one can wait for them.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rich.text import Text
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import DataTable, ListItem, ListView, Static

from padanan.desk import Desk as Settings
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, save
from padanan.tui.app import Desk
from padanan.tui.opening import Opened, open_article
from padanan.tui.review import Review
from padanan.tui.tools import Tools

GLOSSARY = Path(__file__).parent.parent / "terms.tsv"
SIZES = ((120, 40), (60, 20))
FIRST = ("pemerintah ", "warga ")
"""Words one of which is in the first texts."""

MOVES = 30
FEW = 20
TEXT = (
    "pemerintah warga telah mengatakan bahwa sungai di kota itu meluap “kami” siap — pada "
    "hari Senin sehingga jalan utama ditutup dan ratusan orang mengungsi ke balai desa"
)


class Painted(HeadlessDriver):
    """Stands where a terminal would, and notes when something was written to it."""

    last = 0.0
    first: float | None = None

    @property
    def is_headless(self) -> bool:
        """Otherwise Textual would not make what is written at all."""
        return False

    def write(self, data: str) -> None:  # noqa: ARG002
        """Note the time."""
        Painted.last = time.perf_counter()
        Painted.first = Painted.first or Painted.last


def article(segments: int) -> Bilingual:
    """An article of sentences of 5 to 35 words, three to a block."""
    random.seed(segments)
    words = TEXT.split()

    def sentence() -> str:
        return " ".join(random.choices(words, k=random.randint(5, 35))) + "."

    entries = []
    for number in range(segments):
        target = sentence()
        entries.append(
            Entry(
                f"{number:08x}",
                sentence(),
                target,
                State.DRAFT,
                BlockKind.PARAGRAPH,
                rule="running-text",
                line=number // 3 + 1,
                how="model",
                score=-0.5,
                fingerprint=fingerprint(target),
            )
        )
    return Bilingual("../seeds/long.txt", "0" * 64, "engine", "recipe", "", tuple(entries))


async def press(pilot: Pilot[None], keys: Iterable[str]) -> float:
    """The median of the milliseconds from a key to the first that is painted after it."""
    waits = []
    for key in keys:
        Painted.first = None
        started = time.perf_counter()
        await pilot.press(key)
        waits.append((Painted.first or time.perf_counter()) - started)
    return statistics.median(waits) * 1000


async def show(pilot: Pilot[None], make: Callable[[], Screen[object]]) -> float:
    """Milliseconds until a screen stands there with the first texts in it."""
    started = time.perf_counter()
    screen = make()
    await pilot.app.push_screen(screen)
    while not any(any(words in line for words in FIRST) for line in lines(screen)):
        await asyncio.sleep(0.001)
    waited = (time.perf_counter() - started) * 1000
    await pilot.pause()
    return waited


def lines(screen: Screen[object]) -> list[str]:
    """What a screen shows."""
    strips = screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def resize(pilot: Pilot[None], width: int, height: int) -> float:
    """Milliseconds until the screen fits another size."""
    started = time.perf_counter()
    await pilot.resize_terminal(width, height)
    await pilot.pause()
    return (Painted.last - started) * 1000


def run(app: App[None], size: tuple[int, int], steps: Callable[[Pilot[None]], object]) -> None:
    """Run a program and do something with it."""

    async def session(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await steps(pilot)  # type: ignore[misc]
        app.exit()

    app.driver_class = Painted
    asyncio.run(app.run_async(headless=False, size=size, auto_pilot=session))


def desk(opened: Opened, folder: Path, size: tuple[int, int]) -> dict[str, float]:
    """Milliseconds for each thing a person waits for at the desk."""
    waits: dict[str, float] = {}
    empty = folder / "empty"
    empty.mkdir(exist_ok=True)
    tools = Tools(Settings.find(folder), GLOSSARY)
    tools.glossary()

    async def steps(pilot: Pilot[None]) -> None:
        waits["open"] = await show(
            pilot,
            lambda: Review("long", opened, tools, leads_back=True),  # type: ignore[return-value]
        )
        for key in ("down", "up", "pagedown", "pageup"):
            waits[key] = await press(pilot, [key] * MOVES)
        waits["end, home"] = await press(pilot, ["end", "home"] * 5)
        waits["approve"] = await press(pilot, ["a"] * FEW)
        await pilot.press("enter")
        waits["type a letter"] = await press(pilot, "abcde fghi jklm nopq")
        await pilot.press("escape")
        width, height = size
        sizes = [(width + 20, height), (width, height)] * 3
        waits["resize"] = statistics.median([await resize(pilot, *one) for one in sizes])

    run(Desk(empty, tools), size, steps)
    return waits


class Table(Screen[object]):
    """The same texts in a `DataTable`, each row as high as its text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """One table."""
        table: DataTable[Text] = DataTable(cursor_type="row")
        room = self.app.size.width // 2 - 4
        table.add_column("source", width=room)
        table.add_column("target", width=room)
        for entry in self._entries:
            table.add_row(Text(entry.source), Text(entry.target), height=None)
        yield table


class Widgets(Screen[object]):
    """The same texts in a `ListView`, a widget for each."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """One list."""
        yield ListView(
            *(
                ListItem(Horizontal(self._text(entry.source), self._text(entry.target)))
                for entry in self._entries
            )
        )

    def _text(self, text: str) -> Static:
        static = Static(text, markup=False)
        static.styles.width = "1fr"
        return static


def rival(screen: Callable[[], Screen[object]], size: tuple[int, int]) -> dict[str, float]:
    """Milliseconds for opening and moving in one of Textual's own lists."""
    waits: dict[str, float] = {}

    async def steps(pilot: Pilot[None]) -> None:
        waits["open"] = await show(pilot, screen)
        waits["down"] = await press(pilot, ["down"] * FEW)

    run(App(), size, steps)
    return waits


def tell(name: str, waits: dict[str, float]) -> None:
    """Print what was measured."""
    print(name, flush=True)
    for what, wait in waits.items():
        print(f"  {what:14} {wait:8.1f} ms", flush=True)


def of_desk(segments: int, size: tuple[int, int]) -> None:
    """Measure the desk with an article of so many segments, and print it."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "long.po")
        save(path, article(segments))
        opened = open_article(path)
        waits = desk(opened, Path(name), size)
        opened.presence.release()
    tell(f"padanan, {segments:,} segments, {size[0]}x{size[1]}", waits)


def of_rival(kind: type[Table] | type[Widgets], segments: int) -> None:
    """Measure one of Textual's own lists, and print it."""
    entries = article(segments).entries
    waits = rival(lambda: kind(entries), SIZES[0])
    name = "DataTable" if kind is Table else "ListView"
    tell(f"{name}, {segments:,} segments, 120x40", waits)


def main() -> None:
    """Measure and print, each in a process of its own, as people open it."""
    lengths = [int(argument) for argument in sys.argv[1:]] or [1_000, 5_000, 50_000]
    spawn = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as processes:
        for segments in lengths:
            for size in SIZES:
                processes.submit(of_desk, segments, size).result()
        processes.submit(of_rival, Table, 1_000).result()
        processes.submit(of_rival, Table, 5_000).result()
        processes.submit(of_rival, Widgets, 1_000).result()


if __name__ == "__main__":
    main()
