"""The screen for reviewing one article."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.translate.bilingual import Entry, State
from padanan.tui.actions import Place
from padanan.tui.aids.beside import ListAndAids
from padanan.tui.aids.item import Taking, View
from padanan.tui.aids.panel import Aids
from padanan.tui.counting import Running
from padanan.tui.deeds.all import DEEDS
from padanan.tui.deeds.deciding import UNREVIEWED
from padanan.tui.deeds.helping import take
from padanan.tui.editor import Editor
from padanan.tui.footer import Footer
from padanan.tui.heading import Heading
from padanan.tui.journal import Typing
from padanan.tui.keeping import Change, rewritten
from padanan.tui.looker import Looker
from padanan.tui.looking import Looked
from padanan.tui.opening import Opened
from padanan.tui.query import Seen, Test
from padanan.tui.registry import BY_ID
from padanan.tui.risk import risk, seen
from padanan.tui.saving import Saving
from padanan.tui.segments import Segments
from padanan.tui.spread import Spread
from padanan.tui.tools import Tools

if TYPE_CHECKING:
    from padanan.tui.app import Desk

LONG = 2_000
"""Segments from which an article is laid down once when it is opened, so that the first save, which
has to lay down each segment, is as quick as those after it."""

Answer = TypeVar("Answer")


class Review(Saving):
    """Source and target side by side, to be approved or corrected.

    What a key does is a deed (`padanan.tui.deeds`); deeds ask and change the work through the
    attributes and methods of this screen.

    Args:
        name: What the heading calls the article.
        opened: Its bilingual file, who has it open, and what was not saved last time.
        tools: The glossary, the memory and the model.
        leads_back: Whether there is a list of articles to go back to.
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
        """What was searched for last."""
        self.filtered: tuple[str, Test] | None = None
        """The filter: as it was written, and its test."""
        self.by_risk = False
        """Whether the most doubtful segments come first."""
        self._tallied = Running()
        self._recovered = opened.recovered
        self._heading = Heading(name)
        self._footer = Footer(Place.LIST, tools.keys)

    def compose(self) -> ComposeResult:
        yield self._heading
        with ListAndAids():
            yield Spread(self.segments, self.editor)
            yield self.aids
        yield self._footer

    # What deeds ask

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
            self._tell_holder()
        return self.presence.mine

    def _tell_holder(self) -> None:
        holder = self.presence.holder
        who = f"{holder.who}, {holder.host}" if holder is not None else _("another desk")
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

    # What deeds do

    def able(self) -> Place:
        """Where keys are pressed by now."""
        return Place.EDITOR if self.editing else Place.LIST

    async def action_do(self, id_: str) -> None:
        """Do what an action of the registry says."""
        if not BY_ID[id_].changes or self.writable:
            done = DEEDS[id_](self)
            if done is not None:
                await done

    def ask(self, screen: Screen[Answer], then: Callable[[Answer | None], object]) -> None:
        """Open a dialogue; keys that are pressed before it stands there are for it."""
        self.desk.hold_keys()

        def answered(answer: Answer | None) -> None:
            then(answer)

        standing = self.app.push_screen(screen, answered)

        async def release() -> None:
            await standing
            if screen.focused is None and screen.focus_chain:
                screen.set_focus(screen.focus_chain[0], scroll_visible=False)
            self.app.call_later(self.desk.release_keys)

        self.run_worker(release(), group="ask")

    def put(self, taking: Taking) -> None:
        """Put text into the target that is being edited; the editor is opened if it is not."""
        if not self.editing and (entry := self.segments.current) is not None:
            self.edit(entry)
        if self.editing:
            self.editor.put(taking)

    def edit(self, entry: Entry, text: str | None = None) -> None:
        """Open the editor on an entry; `text` is what was typed there before."""
        self.editor.open(entry, text)
        # At once: keys pressed since are text.
        self.set_focus(self.editor)
        self._footer.at(Place.EDITOR)
        self._see()

    def stop_editing(self) -> None:
        """Close the editor; what was typed is kept by whoever calls this, or dropped."""
        self.editor.close()
        self._footer.at(Place.LIST)
        self.set_focus(self.segments)
        self._see()

    def others_changed(self) -> None:
        typed = self.editor.entry
        if typed is None:
            return
        place = self.work.index(typed.id)
        if place < 0:
            self.finish_typing()
            return
        now = self.work.entries[place]
        if (now.target, now.state) == (typed.target, typed.state):
            self.editor.entry = now
        elif self.editor.target == typed.target:
            self.edit(now)
            self.say(
                _("Another program has changed the segment you are in: this is its new text."),
                warn=True,
            )
        else:
            self.editor.entry = now
            self.say(
                _(
                    "Another program has written in the segment you are writing in: “{text}”. "
                    "Yours will stand; undo brings theirs back."
                ).format(text=now.target),
                warn=True,
            )

    def remember_place(self) -> None:
        if (entry := self.segments.current) is not None:
            self.desk.places.set(self.work.snapshot.path, entry.id)

    def resume_typing(self, typing: Typing) -> None:
        entry = self.segments.current if self.go(typing.entry_id) else None
        if entry is None or entry.source != typing.source:
            return
        self.edit(entry, typing.text)
        self.journal.typing(typing.entry_id, typing.source, typing.text, typing.cursor)
        self.say(_("What you were typing when the desk ended is back in the editor."))

    def go_back(self) -> None:
        """Back to the list of articles."""
        self.close()
        self.dismiss(self.work)

    def close(self) -> None:
        self.looker.close()
        super().close()

    def finish_typing(self) -> None:
        entry, target = self.editor.entry, self.editor.target
        if entry is None:
            return
        self.stop_editing()
        if target != entry.target:
            self.change(Change.of(entry, rewritten(entry, target, approved=False), typed=True))
        self.journal.typing_done()

    def go(self, entry_id: str) -> bool:
        """Put the cursor on an entry; whether it is in the article. A filter that hides it goes."""
        place = self.work.index(entry_id)
        if place < 0:
            return False
        if not self.segments.shows(place):
            self.filtered = None
            self.rearrange()
        self.segments.go(place)
        return True

    def seek(self, test: Test, direction: int) -> bool:
        """To the nearest other entry that passes, beyond the end if need be; whether there is one.

        Args:
            test: The test; skipped lines that are folded away never pass.
            direction: 1 for those below, -1 for those above.
        """
        shown = self.shown()
        current = self.segments.current
        here = shown.index(self.work.index(current.id)) if current is not None else -direction
        for distance in range(1, len(shown)):
            place = (here + direction * distance) % len(shown)
            if test(self.seen(self.work.entries[shown[place]])):
                if (place - here) * direction < 0:
                    self.say(
                        _("Went on from the top.") if direction > 0 else _("Went on from the end.")
                    )
                self.segments.go(shown[place])
                return True
        return False

    def rearrange(self) -> None:
        """Show the entries that the filter lets pass, in the order that is chosen."""
        entries = self.work.entries
        shown: list[int] | None = None
        if self.filtered is not None or self.by_risk:
            test = self.filtered[1] if self.filtered is not None else None
            shown = [
                place
                for place, entry in enumerate(entries)
                if (entry.state is not State.SKIPPED if test is None else test(self.seen(entry)))
            ]
        if shown is not None and self.by_risk:
            shown.sort(key=lambda place: risk(self.seen(entries[place])))
        self.segments.show_only(shown)
        self._say_progress()

    # Showing

    def on_mount(self) -> None:
        self.segments.focus()
        self._begin_at(self.desk.places.get(self.work.snapshot.path))
        self.looker.all_of(self._tallied.count(self.work.entries))
        self._say_progress()
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
        self._see()
        self.app.call_later(self.desk.release_keys)
        self.begin_watching()
        if len(self.work.entries) > LONG:
            self.warm()
        if self.tools.trouble:
            self.say(self.tools.trouble, warn=True)
        if not self.presence.mine:
            self._tell_holder()
        elif self._recovered is not None:
            self.resume(self._recovered)

    def show_work(self) -> None:
        self.segments.show(self.work.entries)
        self.looker.all_of(self._tallied.count(self.work.entries))
        self._say_progress()
        self._see()

    def _say_progress(self) -> None:
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

    def _see(self) -> None:
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

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        # Somebody clicked into the list.
        if event.widget is self.segments and self.focused is self.segments:
            self.finish_typing()

    @on(Segments.Moved)
    @on(Segments.Scrolled)
    def _moved(self) -> None:
        self._see()

    @on(LookedAt)
    def _show_looked(self, event: "Review.LookedAt") -> None:
        self.segments.looked_anew(event.ids)
        if self.entry is not None and self.entry.id in event.ids:
            self._see()

    @on(Segments.Opened)
    async def _opened(self) -> None:
        await self.action_do("edit")

    @on(Aids.Taken)
    def _clicked(self, event: Aids.Taken) -> None:
        if self.writable:
            take(event.number)(self)

    @on(Aids.Completed)
    def _completed(self, event: Aids.Completed) -> None:
        entry = self.editor.entry
        before = self.editor.text[: self.editor.cursor_offset]
        if event.trouble:
            self.say(event.trouble, warn=True)
        elif event.taking is None:
            self.say(_("The model has nothing to add after these words."))
        elif entry is not None and entry.id == event.entry_id and before == event.begun:
            self.put(event.taking)

    @on(Editor.Typed)
    def _typed(self) -> None:
        entry = self.editor.entry
        if entry is not None:
            text = self.editor.target
            self.journal.typing(entry.id, entry.source, text, self.editor.cursor_offset)
            self.looker.typing(entry, text)
            self._see()
