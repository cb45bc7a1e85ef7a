"""The desk under test: articles made up for it, and a way to press its keys."""

from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from textual.events import Key
from textual.keys import _character_to_key as _key
from textual.keys import key_to_character
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, load, save
from padanan.tui.app import Desk
from padanan.tui.editor import Editor
from padanan.tui.review import Review
from padanan.tui.segments import Segments

Scenario = Callable[["Hands"], Awaitable[None]]


def entry(id_: str, source: str, target: str = "", **more: object) -> Entry:
    """An entry; a draft when it has a target and nothing else is said."""
    state = more.pop("state", State.DRAFT if target else State.EMPTY)
    made = Entry(id_, source, target, state, how="model", score=-0.5, rule="running-text")  # type: ignore[arg-type]
    return replace(made, fingerprint=fingerprint(target), **more)  # type: ignore[arg-type]


def article(entries: Iterable[Entry], name: str = "berita.txt") -> Bilingual:
    """A bilingual file's content."""
    return Bilingual(f"../seeds/{name}", "0" * 64, "engine 1", "recipe 1", "", tuple(entries))


SAMPLE = (
    entry("a1", "Sungai Meluap Lagi", "River Floods Again", kind=BlockKind.HEADLINE, line=1),
    entry(
        "a2",
        "Senin, 3 Maret 2025 - 08:10 WIB",
        "Monday, 3 March 2025 - 8:10 a.m. Western Indonesia Time",
        kind=BlockKind.DATELINE,
        line=2,
        state=State.APPROVED,
    ),
    entry("skip-1", "loading...", kind=BlockKind.FURNITURE, line=3, state=State.SKIPPED),
    entry("skip-2", "A A A", kind=BlockKind.FURNITURE, line=4, state=State.SKIPPED),
    entry(
        "a3",
        "Warga di tepi sungai [bold]diminta[/bold] mengungsi ke balai desa sebelum malam tiba.",
        "People by the river were [red]asked[/red] to move to the village hall before nightfall.",
        line=5,
    ),
    entry("a4", "Air naik cepat.", "The water rose fast.", line=5),
    entry("a5", "“Kami siap,” kata lurah.", "", line=6),
    entry("a6", "Hujan diperkirakan reda besok.", "Rain is expected to ease tomorrow.", line=7),
)


_MOMENT = 0.005


class Hands:
    """A person's hands on the desk."""

    def __init__(self, app: Desk, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until everything asked for has been done.

        A moment is said, since without one the pilot waits until the process is idle: it never is
        while a thread looks at the article.
        """
        while True:
            await self.pilot.pause(_MOMENT)
            with suppress(WorkerCancelled):  # the desk has been closed
                await self.app.workers.wait_for_complete()
            await self.pilot.pause(_MOMENT)
            done = all(worker.is_finished for worker in self.app.workers)
            if done and not self.app.busy and await self._still():
                return

    async def _still(self) -> bool:
        """Whether the screen stands still: a dialogue that grows is laid out in several steps."""
        if isinstance(self.app.screen, Review):
            return True
        before = self.text()
        await self.pilot.pause(_MOMENT)
        return self.text() == before

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until each has had its effect."""
        for key in keys:
            self.app.post_message(Key(key, key_to_character(key)))
            await self.settle()

    async def type(self, text: str) -> None:
        """Type into the editor."""
        for character in text:
            self.app.post_message(Key(_key(character), character))
        await self.settle()

    @property
    def review(self) -> Review:
        """The screen, which must be that of an article."""
        assert isinstance(self.app.screen, Review)
        return self.app.screen

    @property
    def editor(self) -> Editor:
        """The editor of the article."""
        return self.review.query_one(Editor)

    @property
    def current(self) -> str:
        """The id of the entry under the cursor."""
        entry = self.review.query_one(Segments).current
        assert entry is not None
        return entry.id

    @property
    def said(self) -> str:
        """All that the desk has told the person."""
        return "\n".join(one.message for one in self.app._notifications)

    def text(self) -> str:
        """What is on the screen, line by line."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def states(path: Path) -> dict[str, tuple[State, str]]:
    """State and target of each entry of a bilingual file."""
    content = load(path)
    assert content is not None
    return {entry.id: (entry.state, entry.target) for entry in content.entries}


def rewrite(path: Path, **targets: tuple[State, str]) -> None:
    """Change entries of a bilingual file as another program would."""
    content = load(path)
    assert content is not None
    entries = tuple(
        replace(entry, state=targets[entry.id][0], target=targets[entry.id][1])
        if entry.id in targets
        else entry
        for entry in content.entries
    )
    save(path, replace(content, entries=entries))
