"""The panel with the aids, and where it stands on the screen.

It is worked by keys while the list or the editor has the focus, and shows what the screen tells it
one is at (`Aids.show`). What takes time is found out by workers, once one has rested on a segment.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from padanan.errors import PadananError
from padanan.glossary import Concept
from padanan.language import gettext as _
from padanan.translate.bilingual import Entry
from padanan.tui.aids import findings, terms
from padanan.tui.aids.asking import Question, Trouble
from padanan.tui.aids.body import Body
from padanan.tui.aids.headings import Headings
from padanan.tui.aids.item import Act, Aid, Look, Page, View, said
from padanan.tui.looking import look
from padanan.tui.tools import Tools

BESIDE = 150
"""The width of the screen from which the panel stands beside the list, not below it."""

REST = 0.15
"""Seconds that one rests on a segment until anything is found out about it."""

_KEPT = 50
"""Segments of which an aid keeps what was found out."""

_ASKED: Mapping[Aid, Callable[[Question], Any]] = {Aid.TERMS: terms.gather}
"""What is found out for an aid."""

_ALWAYS = frozenset({Aid.TERMS, Aid.MEMORY})
"""Aids that are asked about every segment one rests on; the others only while they are shown."""

_PAGES: Mapping[Aid, Callable[[View, Any], Page]] = {
    Aid.TERMS: terms.page,
    Aid.FINDINGS: lambda view, _found: findings.page(view),
}


class ListAndAids(Container):
    """Holds the list and the aids: below it, or beside it where the screen is wide."""

    DEFAULT_CSS = """
    ListAndAids {
        layout: vertical;
        height: 1fr;
        & > Aids { height: 33%; min-height: 4; max-height: 11; }
        &.-wide {
            layout: horizontal;
            & > Aids {
                width: 33%;
                min-width: 44;
                height: 1fr;
                max-height: 100%;
                border-left: vkey $panel;
            }
        }
    }
    """

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= BESIDE, "-wide")


class Aids(Widget, can_focus=False):
    """Help at hand for the segment one is at.

    Args:
        tools: The tools of the desk.
        entries: The segments of the article as they are now.
    """

    DEFAULT_CSS = """
    Aids { layout: vertical; }
    """

    class Taken(Message):
        """A numbered line was clicked; it is to be taken.

        Attributes:
            number: Its number, from 1.
        """

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Chosen(Message):
        """Another aid is shown, or the panel was shown or hidden."""

    class _Gathered(Message):
        """Something was found out."""

        def __init__(self, aid: Aid, about: Hashable, found: object) -> None:
            super().__init__()
            self.aid = aid
            self.about = about
            self.found = found

    def __init__(self, tools: Tools, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__()
        self.aid = Aid.TERMS
        """What is shown."""
        self.view: View | None = None
        self._tools = tools
        self._entries = entries
        self._headings = Headings()
        self._body = Body()
        self._pages: dict[Aid, Page] = {}
        self._known: dict[Aid, dict[Hashable, Any]] = {aid: {} for aid in Aid}
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self._headings
        yield self._body

    def on_mount(self) -> None:
        self._draw(anew=True)

    # What the screen asks for

    def show(self, view: View | None) -> None:
        """Show help for what one is at; None where that is nothing."""
        before, self.view = self.view, view
        if not self.display or view == before:
            return
        anew = view is None or before is None or _about(view.entry) != _about(before.entry)
        if anew:
            self._rest()
        if anew or (view is not None and view.looked is not None):
            self._draw(anew=anew)

    def choose(self, aid: Aid) -> None:
        """Show an aid, also if the panel is hidden."""
        anew = aid is not self.aid
        self.aid = aid
        if self.display:
            self._draw(anew=anew)
            self._gather()
        else:
            self.toggle()
        self.post_message(self.Chosen())

    def toggle(self) -> None:
        """Hide the panel, or show it again."""
        self.display = not self.display
        if self.display:
            self._draw(anew=True)
            self._gather()
        self.post_message(self.Chosen())

    def mark_next(self) -> None:
        """Mark the next line that can be taken, or scroll where there is none."""
        self._body.mark(1)

    def mark_previous(self) -> None:
        """Mark the line before it."""
        self._body.mark(-1)

    def taking(self, number: int | None = None) -> Act | None:
        """What taking a line does to the target as it is now.

        Args:
            number: The line's number, from 1; None is the marked line.

        Returns:
            Text to put somewhere, or a place to go to. None where there is no such line, or it has
            nothing to do with the target any more.
        """
        item = self._body.item(number) if self.display else None
        view = self.view
        if item is None or view is None:
            return None
        if view.looked is None:
            # It has been typed since the page was made: places in it are not what they were.
            glossary = self._tools.glossary()
            looked = look(view.entry, view.text, glossary, self._tools.checks)
            view = View(view.entry, view.text, view.cursor, looked, view.typed)
        page = self._page(self.aid, view)
        return next((one.act for one in page.numbered if one.key == item.key), None)

    @property
    def concept(self) -> Concept | None:
        """The concept of the marked line; failing that, of the page's first line with one."""
        item = self._body.item(None)
        if item is not None and item.concept is not None:
            return item.concept
        items = self._pages.get(Aid.TERMS, Page()).items
        return next((one.concept for one in items if one.concept is not None), None)

    def renew(self) -> None:
        """Forget what was found out: the glossary or the memory has changed."""
        for known in self._known.values():
            known.clear()
        self._draw(anew=False)
        self._gather()

    # Drawing

    def _draw(self, *, anew: bool) -> None:
        """Show the page of the present aid, and what the others count."""
        if not self.is_attached or not self.display:
            return
        view = self.view
        if view is None:
            self._pages = {}
            nothing = Page((said(_("No segment is chosen.")),))
            self._body.show(nothing, anew=True)
        else:
            self._pages = {aid: self._page(aid, view) for aid in Aid}
            self._body.show(self._pages[self.aid], anew=anew)
        counts = {aid: (page.count, page.urgent) for aid, page in self._pages.items()}
        self._headings.show(self.aid, counts)

    def _page(self, aid: Aid, view: View) -> Page:
        found = self._known[aid].get(_about(view.entry))
        if isinstance(found, Trouble):
            return Page((said(found.sentence, Look.BAD),))
        return _PAGES[aid](view, found) if aid in _PAGES else Page()

    # Finding out

    def _rest(self) -> None:
        """Find out about the segment once one has rested on it."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._gather)

    def _gather(self) -> None:
        """Find out about the segment what the aids shown need and do not know."""
        view = self.view
        if view is None or not self.display:
            return
        about = _about(view.entry)
        for aid in _ASKED:
            if (aid is self.aid or aid in _ALWAYS) and self._wants(aid, about):
                self.run_worker(
                    partial(self._find_out, aid, about, view.entry, tuple(self._entries())),
                    group=f"aids-{aid.name}",
                    thread=True,
                    exclusive=True,
                )

    def _wants(self, aid: Aid, about: Hashable) -> bool:
        known = self._known[aid].get(about)
        return known is None or isinstance(known, Trouble)

    def _find_out(self, aid: Aid, about: Hashable, entry: Entry, entries: Sequence[Entry]) -> None:
        worker = get_current_worker()
        question = Question(entry, entries, self._tools, lambda: worker.is_cancelled)
        try:
            found = _ASKED[aid](question)
        except PadananError as error:
            found = Trouble(error.message)
        except Exception as error:
            # Not foreseen, but help at hand is no reason to bring the desk down.
            sentence = _("This could not be found out ({error}).")
            found = Trouble(sentence.format(error=f"{type(error).__name__}: {error}"))
        if not worker.is_cancelled:
            self.post_message(self._Gathered(aid, about, found))

    @on(_Gathered)
    def _take_in(self, event: _Gathered) -> None:
        known = self._known[event.aid]
        known[event.about] = event.found
        while len(known) > _KEPT:
            known.pop(next(iter(known)))
        if self.view is not None and _about(self.view.entry) == event.about:
            self._draw(anew=False)

    # The mouse

    @on(Headings.Chosen)
    def _choose_clicked(self, event: Headings.Chosen) -> None:
        event.stop()
        self.choose(event.aid)

    @on(Body.Taken)
    def _take_clicked(self, event: Body.Taken) -> None:
        event.stop()
        self.post_message(self.Taken(event.number))


def _about(entry: Entry) -> Hashable:
    """What is found out about an entry holds as long as this does not change."""
    return entry.id, entry.source, entry.kind
