"""The part of the review screen that shows: the list, the editor, the panel, the progress."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.translate.bilingual import Entry, State
from padanan.tui.actions import Place
from padanan.tui.aids.beside import ListAndAids
from padanan.tui.aids.item import View
from padanan.tui.aids.panel import Aids
from padanan.tui.counting import Running
from padanan.tui.editor import Editor
from padanan.tui.footer import Footer
from padanan.tui.heading import Heading
from padanan.tui.looker import Looker
from padanan.tui.looking import Looked
from padanan.tui.opening import Opened
from padanan.tui.query import Seen, Test
from padanan.tui.risk import seen
from padanan.tui.saving import Saving
from padanan.tui.segments import Segments
from padanan.tui.spread import Spread
from padanan.tui.tools import Tools

if TYPE_CHECKING:
    from padanan.tui.app import Desk

LONG = 2_000
"""Segments from which an article is laid down once when it is opened, so that the first save, which
has to lay down each segment, is as quick as those after it."""

UNREVIEWED = frozenset({State.DRAFT, State.EMPTY})
"""What is left to review."""


class Showing(Saving):
    """Shows an article, and what there is to see in it.

    Args:
        name: What the heading calls the article.
        opened: Its bilingual file, who has it open, and what was not saved last time.
        tools: The glossary, the memory and the model.
        leads_back: Whether there is a list of articles to go back to.

    Attributes:
        tools: The glossary, the memory and the model.
        leads_back: Whether there is a list of articles to go back to.
        looker: Looks at the entries.
        segments: The list.
        editor: The editor, over the list.
        aids: The panel.
        searched: What was searched for last.
        filtered: The filter, as it was written, and its test; None shows all.
        by_risk: Whether the most doubtful segments come first.
        warned: The segment, and its text, that an error was told of when it was to be approved.
        unlooked: The id of the segment that was approved before it was looked at; empty for none.
    """

    class LookedAt(Message):
        """Some entries were looked at."""

        def __init__(self, ids: Sequence[str]) -> None:
            super().__init__()
            self.ids = ids

    def __init__(
        self,
        name: str,
        opened: Opened,
        tools: Tools,
        *,
        leads_back: bool,
    ) -> None:
        super().__init__(opened)
        self.tools = tools
        self.leads_back = leads_back
        self.looker = Looker(tools, lambda ids: self.post_message(self.LookedAt(ids)))
        self.segments = Segments(self.work.entries, self.looker.known, tools.keys)
        self.editor = Editor()
        self.aids = Aids(tools, lambda: self.work.entries)
        self.searched = ""
        self.filtered: tuple[str, Test] | None = None
        self.by_risk = False
        self.warned = ("", "")
        self.unlooked = ""
        self._tallied = Running()
        self._recovered = opened.recovered
        self._heading = Heading(name)
        self.keys_at_hand = Footer(Place.LIST, tools.keys)

    def compose(self) -> ComposeResult:
        yield self._heading
        with ListAndAids():
            yield Spread(self.segments, self.editor)
            yield self.aids
        yield self.keys_at_hand

    # What there is

    @property
    def desk(self) -> "Desk":
        """The program."""
        return cast("Desk", self.app)

    @property
    def entry(self) -> Entry | None:
        """The entry being edited, else the one under the cursor."""
        return self.editor.entry or self.segments.current

    @property
    def text(self) -> str:
        """Its target: what is being typed, else what is in the article."""
        if self.editor.entry is not None:
            return self.editor.target
        return self.segments.current.target if self.segments.current else ""

    @property
    def looked(self) -> Looked | None:
        """What there is to see in that text, as far as it is known by now."""
        entry = self.entry
        return None if entry is None else self.looker.known_typed(entry, self.text)

    @property
    def editing(self) -> bool:
        """Whether a target is being edited."""
        return self.editor.entry is not None

    @property
    def writable(self) -> bool:
        """Whether the article can be changed here; if not, the person is told who has it."""
        if not self.presence.mine:
            self.tell_holder()
        return self.presence.mine

    def tell_holder(self) -> None:
        holder = self.presence.holder
        who = str(holder) if holder is not None else _("another desk")
        self.say(
            _(
                "{who} has this article open, so it can only be read here. You can change it as "
                "soon as they have left it."
            ).format(who=who),
            warn=True,
        )

    def seen(self, entry: Entry) -> Seen:
        """An entry with what is known of it, for searching and filtering."""
        return seen(entry, self.looker.known(entry))

    def shown(self) -> list[int]:
        """The places in the article of the entries that are shown, in the order of the list."""
        return self.segments.order()

    # Showing it

    def on_mount(self) -> None:
        self.segments.focus()
        self._begin_at(self.desk.places.get(self.work.snapshot.path))
        self.looker.all_of(self._tallied.count(self.work.entries))
        self.say_progress()
        self.call_after_refresh(self._begin)

    def _begin_at(self, last: str) -> None:
        """Go where the person was last, or to the first segment to review."""
        place = self.work.index(last) if last else -1
        if place < 0:
            states = (entry.state for entry in self.work.entries)
            place = next((i for i, state in enumerate(states) if state in UNREVIEWED), -1)
        if place >= 0:
            self.segments.go(place)

    def _begin(self) -> None:
        self.see()
        self.app.call_later(self.desk.release_keys)
        self.begin_watching()
        if len(self.work.entries) > LONG:
            self.warm()
        if self.tools.trouble:
            self.say(self.tools.trouble, warn=True)
        if not self.presence.mine:
            self.tell_holder()
        elif self._recovered is not None:
            self.resume(self._recovered)

    def show_work(self) -> None:
        self.segments.show(self.work.entries)
        self.looker.all_of(self._tallied.count(self.work.entries))
        self.say_progress()
        self.see()

    def say_progress(self) -> None:
        parts = []
        if self.unsaved:
            parts.append(
                ngettext("{n} not saved", "{n} not saved", self.unsaved).format(
                    n=number(self.unsaved)
                )
            )
        if not self.presence.mine:
            parts.append(_("read only"))
        if self.filtered is not None:
            parts.append(_("filter: {query}").format(query=self.filtered[0]))
        if self.by_risk:
            parts.append(_("by risk"))
        parts.append(str(self._tallied.progress))
        self._heading.say(" · ".join(parts))

    def see(self) -> None:
        """Look at what is in sight, and show the help for what one is at."""
        self.looker.sight(self.segments.in_sight())
        entry = self.entry
        if entry is None:
            return
        looked = self.looked
        if self.editing:
            self.editor.marked(looked, self.text)
        self.aids.show(
            View(entry, self.text, self.editor.cursor_offset, looked, typed=self.editing)
        )

    @on(Segments.Moved)
    @on(Segments.Scrolled)
    def _moved(self) -> None:
        self.see()

    @on(LookedAt)
    def _show_looked(self, event: LookedAt) -> None:
        self.segments.looked_anew(event.ids)
        if self.unlooked in event.ids:
            self._tell_error(self.work.index(self.unlooked))
        if self.entry is not None and self.entry.id in event.ids:
            self.see()

    def _tell_error(self, place: int) -> None:
        """Tell of an error in a segment that was approved before it was looked at."""
        looked = self.looker.known(self.work.entries[place]) if place >= 0 else None
        if looked is not None:
            self.unlooked = ""
            if error := looked.errors:
                self.say(_("Approved, though: {finding}").format(finding=error), warn=True)

    @on(Editor.Typed)
    def _typed(self) -> None:
        entry = self.editor.entry
        if entry is not None:
            text = self.editor.target
            self.journal.typing(entry.id, entry.source, text, self.editor.cursor_offset)
            self.looker.typing(entry, text)
            self.see()
