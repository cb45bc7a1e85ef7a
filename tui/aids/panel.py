"""The panel with the aids.

It is worked by keys while the list or the editor has the focus, and shows what the screen tells it
one is at (`Aids.show`). What takes time is found out by workers, once one has rested on a segment.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from padanan.glossary import Concept
from padanan.language import gettext as _
from padanan.translate.bilingual import Entry
from padanan.tui.aids import alternatives, terms
from padanan.tui.aids.asking import Known, Question, Trouble, about, found_out
from padanan.tui.aids.body import Body
from padanan.tui.aids.headings import Headings
from padanan.tui.aids.item import Act, Aid, Count, Look, Page, Taking, Unfold, View, said
from padanan.tui.aids.pages import ALWAYS, ASKED, COUNTS, PAGES
from padanan.tui.looking import look
from padanan.tui.tools import Tools

REST = 0.15
"""Seconds that one rests on a segment until anything is found out about it."""


class Aids(Widget, can_focus=False):
    """Help at hand for the segment one is at.

    Args:
        tools: The tools of the desk.
        entries: The segments of the article as they are now. A headline is given to the model as
            these spell its words.
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

    class Completed(Message):
        """The model was asked to finish the target one is at.

        Attributes:
            entry_id: The segment's id.
            begun: The beginning that it was given.
            taking: What puts the best end into the target; None where it has found none. Others
                are on the page of alternatives.
            trouble: Why it could not be asked, in a sentence; else empty.
        """

        def __init__(
            self, entry_id: str, begun: str, taking: Taking | None, trouble: str = ""
        ) -> None:
            super().__init__()
            self.entry_id = entry_id
            self.begun = begun
            self.taking = taking
            self.trouble = trouble

    class _Gathered(Message):
        """Something was found out."""

        def __init__(self, aid: Aid, entry: Entry, found: object, begun: str | None) -> None:
            super().__init__()
            self.aid = aid
            self.entry = entry
            self.found = found
            self.begun = begun

    def __init__(self, tools: Tools, entries: Callable[[], Sequence[Entry]] = tuple) -> None:
        super().__init__()
        self.aid = Aid.TERMS
        """What is shown."""
        self.view: View | None = None
        self._tools = tools
        self._entries = entries
        self._headings = Headings()
        self._body = Body()
        self._known = Known()
        self._unfolded: Hashable = None
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
        anew = view is None or before is None or about(view.entry) != about(before.entry)
        if anew:
            self._unfolded = None
            self._rest()
        if anew or (view is not None and view.looked is not None):
            self._draw(anew=anew)

    def choose(self, aid: Aid) -> None:
        """Show an aid, also if the panel is hidden."""
        anew = aid is not self.aid or not self.display
        if anew:
            self._unfolded = None
        self.aid = aid
        self.display = True
        self._draw(anew=anew)
        self._gather()

    def toggle(self) -> None:
        """Hide the panel, or show it again."""
        if self.display:
            self.display = False
        else:
            self.choose(self.aid)

    def mark_next(self) -> None:
        """Mark the next line that can be taken, or scroll where there is none."""
        self._mark(1)

    def mark_previous(self) -> None:
        """Mark the line before it."""
        self._mark(-1)

    def _mark(self, step: int) -> None:
        """Mark another line; one that is folded is shown in full."""
        before = self._body.item(None)
        self._body.mark(step)
        item = self._body.item(None)
        if item is not None and item is not before and isinstance(item.act, Unfold):
            self.unfold(item.act, last=step < 0)

    def unfold(self, act: Unfold, *, last: bool = False) -> None:
        """Show a folded line in full, and mark the first of what it shows, or the last."""
        before = {item.key for item in self._body.page.numbered}
        self._unfolded = act.key
        self._draw(anew=False)
        shown = [item for item in self._body.page.numbered if item.key not in before]
        # What was shown in full before is one of them, and folded now.
        keys = [item.key for item in shown if not isinstance(item.act, Unfold)]
        self._body.mark_key(keys, last=last)

    def act(self, number: int | None = None, cursor: int | None = None) -> Act | None:
        """What taking a line does to the target as it is now.

        Args:
            number: The line's number, from 1; None is the marked line.
            cursor: Where the cursor stands by now, in characters; None where it has not moved.

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
            view = replace(view, looked=looked)
        if cursor is not None:
            view = replace(view, cursor=cursor)
        page = self._page(self.aid, view)
        return next((one.act for one in page.numbered if one.key == item.key), None)

    @property
    def concept(self) -> Concept | None:
        """The concept of the marked line; failing that, of the first term."""
        item = self._body.item(None)
        if item is not None and item.concept is not None:
            return item.concept
        return terms.first(self.view) if self.view is not None else None

    def complete(self, entry: Entry, begun: str) -> None:
        """Ask the model to finish a target that has been begun; `Completed` follows.

        Args:
            entry: The segment.
            begun: Its target up to the cursor.
        """
        asked = alternatives.Found(None, begun, asked=True)
        known = self._known.of(Aid.ALTERNATIVES, entry)
        self._known.put(Aid.ALTERNATIVES, entry, alternatives.merged(known, asked))
        self._ask(Aid.ALTERNATIVES, entry, partial(alternatives.finish, begun=begun), begun)
        self.choose(Aid.ALTERNATIVES)
        self._draw(anew=True)

    def renew(self) -> None:
        """Forget what was found out: the glossary or the memory has changed."""
        self._known.forget()
        self._draw(anew=False)
        self._gather()

    # Drawing

    def _draw(self, *, anew: bool) -> None:
        """Show the page of the present aid, and what the others count."""
        view = self.view
        if not self.is_attached or not self.display:
            return
        if view is None:
            self._body.show(Page((said(_("No segment is chosen.")),)), anew=True)
            self._headings.show(self.aid, {})
        else:
            self._body.show(self._page(self.aid, view), anew=anew)
            self._headings.show(self.aid, {aid: self._count(aid, view) for aid in Aid})

    def _page(self, aid: Aid, view: View) -> Page:
        found = self._known.of(aid, view.entry)
        if isinstance(found, Trouble):
            return Page((said(found.sentence, Look.BAD),))
        return PAGES[aid](replace(view, unfolded=self._unfolded), found)

    def _count(self, aid: Aid, view: View) -> Count:
        found = self._known.of(aid, view.entry)
        return Count() if isinstance(found, Trouble) else COUNTS[aid](view, found)

    # Finding out

    def _rest(self) -> None:
        """Find out about the segment once one has rested on it."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, partial(self._gather, rested=True))

    def _gather(self, *, rested: bool = False) -> None:
        """Find out about the segment what the aids that are shown need and do not know.

        Args:
            rested: Whether one has just come to the segment. The memory is asked anew then: more
                has been approved since.
        """
        view = self.view
        if view is None or not self.display:
            return
        for aid, job in ASKED.items():
            if aid is not self.aid and aid not in ALWAYS:
                continue
            found = self._known.of(aid, view.entry)
            others = aid is Aid.ALTERNATIVES and getattr(found, "others", found) is None
            anew = rested and aid is Aid.MEMORY
            if found is None or isinstance(found, Trouble) or others or anew:
                self._ask(aid, view.entry, job)

    def _ask(
        self, aid: Aid, entry: Entry, job: Callable[[Question], Any], begun: str | None = None
    ) -> None:
        """Let a worker do a job; what it finds out about a segment one has left is dropped."""
        entries = tuple(self._entries())

        def ask() -> None:
            worker = get_current_worker()
            question = Question(entry, entries, self._tools, lambda: worker.is_cancelled)
            found = found_out(job, question)
            if not worker.is_cancelled:
                self.post_message(self._Gathered(aid, entry, found, begun))

        group = f"aids-{aid.name}" if begun is None else "aids-finish"
        self.run_worker(ask, group=group, thread=True, exclusive=True)

    @on(_Gathered)
    def _take_in(self, event: _Gathered) -> None:
        entry, found = event.entry, event.found
        here = self.view is not None and about(self.view.entry) == about(entry)
        if isinstance(found, alternatives.Found):
            found = alternatives.merged(self._known.of(event.aid, entry), found)
        if event.begun is not None and isinstance(found, Trouble):
            # The screen says why; the page has what it had.
            known = self._known.of(event.aid, entry)
            self._known.put(event.aid, entry, alternatives.merged(known, alternatives.Found()))
        else:
            self._known.put(event.aid, entry, found)
        if here:
            # How a sentence goes on stands at the top, and is what the person waits for.
            self._draw(anew=event.begun is not None and self.aid is event.aid)
        if here and event.begun is not None:
            self._tell(entry, event.begun, found)

    def _tell(self, entry: Entry, begun: str, found: object) -> None:
        """Tell the screen that the model was asked to finish a target, if it still begins so."""
        text = self.view.text if self.view is not None else ""
        if isinstance(found, Trouble):
            self.post_message(self.Completed(entry.id, begun, None, found.sentence))
        elif isinstance(found, alternatives.Found) and text.startswith(begun.strip()):
            best = next((one.text for one in found.finished), None)
            taking = None if best is None else alternatives.taking(text, begun, best)
            self.post_message(self.Completed(entry.id, begun, taking))

    # The mouse

    @on(Headings.Chosen)
    def _choose_clicked(self, event: Headings.Chosen) -> None:
        event.stop()
        self.choose(event.aid)

    @on(Body.Taken)
    def _take_clicked(self, event: Body.Taken) -> None:
        event.stop()
        self.post_message(self.Taken(event.number))
