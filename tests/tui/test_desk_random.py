"""Hours at the desk, in a minute: whatever one presses, the file says what the screen says."""

import asyncio
import queue
import random
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from deskside import Hands, article, entry, states
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from padanan.desk import Desk as Settings
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import State, save
from padanan.tui.app import Desk
from padanan.tui.opening import open_article
from padanan.tui.review import Review
from padanan.tui.tools import Tools

Order = Callable[[Hands], Awaitable[None]]

KEYS = (
    *("a", "n", "p", "d", "u", "U", "down", "up", "home", "end", "pagedown", "e", "l", "s", "o"),
    *(
        "v",
        "plus",
        "minus",
        "m",
        "y",
        "1",
        "2",
        "r",
        "f2",
        "f5",
        "f6",
        "f8",
        "right_square_bracket",
    ),
    *("enter", "enter", "enter", "escape", "ctrl+s", "ctrl+n", "ctrl+z", "ctrl+y"),
    *("x", "space", "left", "right", "backspace", "ctrl+w", "tab", "delete", "漢", "?", "."),
)
"""Those that ask the model are left out, for the time it takes, and those that end the desk."""

SENTENCES = (
    ("Sungai Meluap Lagi", "River Floods Again", BlockKind.HEADLINE, 1),
    ("Senin, 3 Maret 2025", "Monday, 3 March 2025", BlockKind.DATELINE, 2),
    ("Warga diminta mengungsi sebelum malam; air naik.", "People were asked to leave.", None, 3),
    ("Air naik cepat.", "The water rose fast.", None, 3),
    ("“Kami siap,” kata lurah 5.000 warga itu.", "", None, 4),
    ("Hujan reda besok.", "The rain eases [b]tomorrow[/b].", None, 4),
)


SOURCES = " ".join((*(source for source, *_ in SENTENCES), "loading..."))
"""All that is to be translated, however it is cut."""


def made(path: Path) -> Path:
    """An article to press keys on."""
    entries = [
        entry(f"a{number}", source, target, kind=kind or BlockKind.PARAGRAPH, line=line)
        for number, (source, target, kind, line) in enumerate(SENTENCES)
    ]
    skipped = entry("skip-1", "loading...", kind=BlockKind.FURNITURE, line=9, state=State.SKIPPED)
    save(path, article([*entries, skipped]))
    return path


class Session(Thread):
    """A desk in a thread of its own, so that keys can be pressed one by one from outside.

    Args:
        path: The article.
        size: Columns and lines.
    """

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        super().__init__(daemon=True)
        self.path = path
        self._size = size
        self._orders: queue.Queue[tuple[Order, Future[None]] | None] = queue.Queue()
        self.start()

    def run(self) -> None:
        asyncio.run(self._session())

    async def _session(self) -> None:
        desk = Desk(open_article(self.path), Tools(Settings.find(self.path.parent)))
        async with desk.run_test(size=self._size) as pilot:
            hands = Hands(desk, pilot)
            await hands.settle()
            while (order := await asyncio.to_thread(self._orders.get)) is not None:
                act, done = order
                try:
                    done.set_result(await act(hands))
                except BaseException as error:
                    done.set_exception(error)
            hands.app.review.save_now()  # type: ignore[union-attr]

    def do(self, act: Order) -> None:
        """Have something done, and wait until it is.

        Raises:
            Exception: Whatever it raises.
        """
        done: Future[None] = Future()
        self._orders.put((act, done))
        done.result(timeout=60)

    def end(self) -> None:
        """Close the desk."""
        self._orders.put(None)
        self.join(timeout=60)


async def agree(hands: Hands) -> None:
    """What the desk shows is what the file says; what is typed is in the editor alone."""
    review = hands.app.review
    assert review is not None
    assert not review.work.pending
    path = review.work.snapshot.path
    assert states(path) == {one.id: (one.state, one.target) for one in review.work.entries}
    assert review.segments.entries == review.work.entries
    assert " ".join(one.source for one in review.work.entries) == SOURCES
    if isinstance(hands.app.screen, Review):
        assert review.editing == review.editor.display
        assert review.editing == review.editor.has_focus
        text = hands.text()
        for entry in review.segments.in_sight()[:1]:
            assert review.editing or (entry.target or entry.source)[:9].split("[")[0] in text


class Desking(RuleBasedStateMachine):
    """A person who presses any key."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        path = made(Path(self._folder.name, "berita.po"))
        self.session = Session(path, (100, 30))

    @rule(key=st.sampled_from(KEYS))
    def press(self, key: str) -> None:
        self.session.do(lambda hands: hands.press(key))

    @rule(words=st.text("ab 漢.\u200b", min_size=1, max_size=6))
    def type(self, words: str) -> None:
        async def typing(hands: Hands) -> None:
            if isinstance(hands.app.screen, Review) and hands.review.editing:
                await hands.type(words)

        self.session.do(typing)

    @invariant()
    def the_file_says_what_the_screen_says(self) -> None:
        self.session.do(agree)

    def teardown(self) -> None:
        self.session.end()
        self._folder.cleanup()


TestAnyKeys = Desking.TestCase
TestAnyKeys.settings = settings(
    max_examples=1, stateful_step_count=200, suppress_health_check=list(HealthCheck)
)


async def recorded(hands: Hands) -> None:
    """Two hundred keys, the same each time."""
    for key in random.Random(1945).choices(KEYS, k=200):
        await hands.press(key)
        await agree(hands)


def test_two_hundred_recorded_keys_in_a_narrow_window(tmp_path: Path) -> None:
    session = Session(made(tmp_path / "berita.po"), (60, 24))
    try:
        session.do(recorded)
    finally:
        session.end()
