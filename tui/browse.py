"""The screen with the list of articles."""

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer
from textual.worker import get_current_worker

from padanan.errors import InputError
from padanan.tui import keys
from padanan.tui.articles import Articles
from padanan.tui.heading import Heading
from padanan.tui.keeping import Snapshot, take
from padanan.tui.overview import Overview, Progress, find, look, overview
from padanan.tui.review import Review
from padanan.tui.text import inert
from padanan.tui.work import Tally, Work

_PAUSE = 0.1
"""Seconds between additions to the list while a large folder is being read."""


class Browse(Screen[None]):
    """The bilingual files below a folder, to choose one from."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.CHOOSING]

    class Found(Message):
        """Some articles were read: the first of the folder, or more of them."""

        def __init__(self, articles: Sequence[tuple[str, Overview]], *, first: bool) -> None:
            super().__init__()
            self.articles = articles
            self.first = first

    class Ready(Message):
        """An article was read to be reviewed."""

        def __init__(self, name: str, snapshot: Snapshot) -> None:
            super().__init__()
            self.name = name
            self.snapshot = snapshot

    class Refused(Message):
        """An article could not be read."""

        def __init__(self, overview: Overview) -> None:
            super().__init__()
            self.overview = overview

    class Left(Message):
        """The person is done with an article."""

        def __init__(self, tally: Tally) -> None:
            super().__init__()
            self.tally = tally

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._heading = Heading(str(folder))
        self._articles = Articles()

    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._articles
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self._articles.focus()
        self._read()

    def action_read(self) -> None:
        """Read the folder again."""
        self._read()

    @work(thread=True, exclusive=True, group="read")
    def _read(self) -> None:
        worker = get_current_worker()
        found: list[tuple[str, Overview]] = []
        first, last = True, monotonic()
        for path in find(self._folder):
            if worker.is_cancelled:
                return
            found.append((_name(path, self._folder), look(path)))
            if monotonic() - last > _PAUSE:
                self.post_message(self.Found(found, first=first))
                found, first, last = [], False, monotonic()
        self.post_message(self.Found(found, first=first))

    @on(Found)
    def _add(self, event: Found) -> None:
        if event.first:
            self._articles.show(event.articles)
        else:
            self._articles.add(event.articles)
        self._show_progress()

    def _show_progress(self) -> None:
        known = [one.progress for _, one in self._articles.overviews if one.progress is not None]
        total = Progress(
            sum(one.approved for one in known),
            sum(one.total for one in known),
            sum(one.words for one in known),
        )
        count = len(self._articles.overviews)
        self._heading.say(f"{count:,} {'article' if count == 1 else 'articles'} · {total}")

    @on(Articles.Opened)
    def action_open(self) -> None:
        """Review the article under the cursor."""
        if (chosen := self._articles.current) is not None:
            self._open(chosen.path)

    @work(thread=True, exclusive=True, group="open")
    def _open(self, path: Path) -> None:
        worker = get_current_worker()
        message: Message
        try:
            message = self.Ready(_name(path, self._folder), take(path))
        except InputError as error:
            message = self.Refused(Overview(path, "", None, error.message))
        if not worker.is_cancelled:
            self.post_message(message)

    @on(Ready)
    def _review(self, event: Ready) -> None:
        if self.is_current:
            self.app.push_screen(Review(event.name, event.snapshot, leads_back=True), self._back)

    @on(Refused)
    def _refuse(self, event: Refused) -> None:
        self._articles.update_one(event.overview)
        self.notify(inert(event.overview.error), severity="error", markup=False)

    def _back(self, work: Work | None) -> None:
        if work is not None:
            snapshot = work.snapshot
            self._articles.update_one(overview(snapshot.path, snapshot.bilingual.entries))
            self._show_progress()
            self.post_message(self.Left(work.tally()))


def _name(path: Path, folder: Path) -> str:
    return inert(path.relative_to(folder).with_suffix("").as_posix())
