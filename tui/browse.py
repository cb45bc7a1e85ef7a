"""The screen with the list of articles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from padanan.errors import InputError
from padanan.language import gettext as _
from padanan.tui.actions import Place
from padanan.tui.arranging import Order, Query, arranged
from padanan.tui.articles import Articles
from padanan.tui.asking import QueryLine
from padanan.tui.footer import Footer
from padanan.tui.heading import Heading
from padanan.tui.opening import Opened, open_article
from padanan.tui.overview import Overview, severities
from padanan.tui.review import Review
from padanan.tui.shelf import Shelf
from padanan.tui.sorting import Sorting
from padanan.tui.text import inert
from padanan.tui.tools import Tools
from padanan.tui.totals import totals, why_nothing
from padanan.tui.work import Tally, Work

if TYPE_CHECKING:
    from padanan.tui.app import Desk

_PAUSE = 0.25
"""Seconds between additions to the list while a large folder is being read."""

_LOOK = 3.0
"""Seconds after which the folder is looked at again."""


class Browse(Screen[None]):
    """The bilingual files below a folder, to choose one from.

    The files are read in a thread, and again when they have changed.

    Args:
        folder: The folder.
        tools: What the desk works with.
    """

    DEFAULT_CSS = """
    Browse > .nothing {
        display: none;
        padding: 1 4;
        color: $text-muted;
    }
    """

    class Listed(Message):
        """The files of the folder are known, or are others than before."""

        def __init__(self, overviews: Sequence[Overview]) -> None:
            super().__init__()
            self.overviews = overviews

    class Looked(Message):
        """Some of them were read."""

        def __init__(self, overviews: Sequence[Overview]) -> None:
            super().__init__()
            self.overviews = overviews

    class Held(Message):
        """Other desks have articles open, or have left them."""

        def __init__(self, held: Mapping[Path, str]) -> None:
            super().__init__()
            self.held = held

    class Ready(Message):
        """An article was opened, to be reviewed."""

        def __init__(self, name: str, opened: Opened) -> None:
            super().__init__()
            self.name = name
            self.opened = opened

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

    def __init__(self, folder: Path, tools: Tools) -> None:
        super().__init__()
        self.folder = folder
        """The folder."""
        self._tools = tools
        self._shelf = Shelf(folder, severities(tools.checks))
        self._heading = Heading(str(folder))
        self._articles = Articles()
        self._nothing = Static(classes="nothing", markup=False)
        self._line = QueryLine()
        self._known: dict[Path, Overview] = {}
        self._held: Mapping[Path, str] = {}
        self._query = Query()
        self._listed = False
        self._reading = False

    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._articles.header
        yield self._nothing
        yield self._articles
        yield self._line
        yield Footer(Place.ARTICLES, self._tools.keys)

    def on_mount(self) -> None:
        places = self.desk.places
        order = places.preference("order", Order.NAME.name)
        self._articles.order = Order.__members__.get(order, Order.NAME)
        self._articles.backwards = places.preference("backwards", False)
        self._articles.focus()
        self.set_interval(_LOOK, self._look_again)

    def on_screen_resume(self) -> None:
        self._read()

    @property
    def desk(self) -> "Desk":
        """The program."""
        return cast("Desk", self.app)

    def able(self) -> Place:
        """Where keys are pressed: the articles."""
        return Place.ARTICLES

    async def action_do(self, action: str) -> None:
        """Do what the registry calls `action`."""
        match action:
            case "open":
                self._open_current()
            case "sort":
                self.desk.ask(Sorting(self._articles.order), self._sort)
            case "filter-articles":
                self._line.ask()
            case "leave-filter":
                self._leave_filter()
            case "read":
                self._read(afresh=True)
            case "export":
                self.notify(_("Open an article: what is exported is one article."), markup=False)
            case _:
                await self.app.run_action(f"app.{action}")

    # Reading

    def _look_again(self) -> None:
        if self.is_current:
            self._read()

    def _read(self, *, afresh: bool = False) -> None:
        """Read what is new in the folder; of what is being read already, nothing twice."""
        if not self._reading:
            self._reading = True
            self._read_folder(frozenset(self._known), afresh=afresh)

    @work(thread=True, group="read")
    def _read_folder(self, known: frozenset[Path], *, afresh: bool) -> None:
        try:
            self._read_through(known, afresh=afresh)
        finally:
            self._reading = False

    def _read_through(self, known: frozenset[Path], *, afresh: bool) -> None:
        worker = get_current_worker()
        if afresh:
            self._shelf.forget()
        paths = self._shelf.paths()
        if known != frozenset(paths) or not self._listed:
            self.post_message(self.Listed([self._shelf.unread(path) for path in paths]))
        self.post_message(self.Held(self._shelf.held(paths)))
        found: list[Overview] = []
        last = monotonic()
        for overview in self._shelf.look(self._shelf.stale(paths)):
            if worker.is_cancelled:
                return
            found.append(overview)
            if monotonic() - last > _PAUSE:
                self.post_message(self.Looked(found))
                found, last = [], monotonic()
        self.post_message(self.Looked(found))

    @on(Listed)
    def _list(self, event: Listed) -> None:
        self._listed = True
        self._known = {one.path: self._known.get(one.path, one) for one in event.overviews}
        self._show()

    @on(Held)
    def _see_others(self, event: Held) -> None:
        if event.held != self._held:
            self._held = event.held
            self._show()

    @on(Looked)
    def _take_in(self, event: Looked) -> None:
        self._learn(event.overviews)

    def _learn(self, overviews: Iterable[Overview]) -> None:
        """Show how far articles have come by now."""
        # One that has gone meanwhile is no longer in the list.
        new = {one.path: one for one in overviews if one.path in self._known}
        if new:
            self._known |= new
            self._show()

    # Showing

    def _show(self) -> None:
        known = [
            replace(one, held=self._held[one.path]) if one.path in self._held else one
            for one in self._known.values()
        ]
        found = [one for one in known if self._query.finds(one)]
        self._articles.show(
            arranged(found, self._articles.order, backwards=self._articles.backwards)
        )
        width = self.size.width - 4
        self._heading.say(totals(found, known, width, filtered=bool(self._query)))
        self._nothing.display = not found and self._listed
        if not found:
            self._nothing.update(Text(why_nothing(self._query)))

    # Sorting and filtering

    def _sort(self, order: Order | None) -> None:
        if order is None:
            return
        articles = self._articles
        articles.backwards = not articles.backwards if order is articles.order else False
        articles.order = order
        self.desk.places.prefer("order", order.name)
        self.desk.places.prefer("backwards", articles.backwards)
        self._show()
        articles.reveal(articles.cursor)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self._query = Query.parse(event.value)
        self._show()
        self._articles.reveal(self._articles.cursor)

    @on(QueryLine.Stepped)
    def _step(self, event: QueryLine.Stepped) -> None:
        if event.down:
            self._articles.action_down()
        else:
            self._articles.action_up()

    @on(QueryLine.Left)
    def _back_to_list(self, event: QueryLine.Left) -> None:
        if event.opens:
            self._open_current()
        self._articles.focus()

    def _leave_filter(self) -> None:
        """Show all articles again."""
        self._line.clear_away()
        self._articles.focus()

    # Opening

    @on(Articles.Opened)
    def _open_current(self) -> None:
        """Review the article under the cursor."""
        if (chosen := self._articles.current) is not None:
            self.desk.hold_keys()  # for the article
            self._open(chosen.path)

    @work(thread=True, exclusive=True, group="open")
    def _open(self, path: Path) -> None:
        worker = get_current_worker()
        message: Message
        try:
            message = self.Ready(self._shelf.name(path), open_article(path))
        except InputError as error:
            message = self.Refused(self._shelf.damaged(path, error.message))
        if not worker.is_cancelled:
            self.post_message(message)
        elif isinstance(message, self.Ready):
            message.opened.presence.release()

    @on(Ready)
    def _review(self, event: Ready) -> None:
        if self.is_current:
            review = Review(event.name, event.opened, self._tools, leads_back=True)
            self.app.push_screen(review, self._back)
        else:
            event.opened.presence.release()
            self.app.call_later(self.desk.release_keys)

    @on(Refused)
    def _refuse(self, event: Refused) -> None:
        self.app.call_later(self.desk.release_keys)
        self._learn([event.overview])
        self.notify(inert(event.overview.error), severity="error", markup=False)

    def _back(self, work: Work | None) -> None:
        if work is not None:
            snapshot = work.snapshot
            self._learn([self._shelf.of(snapshot.path, snapshot.bilingual.entries)])
            self.post_message(self.Left(work.tally()))
