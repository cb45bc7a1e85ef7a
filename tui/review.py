"""The screen for reviewing one article."""

from collections.abc import Callable
from typing import TypeVar

from textual import events, on
from textual.screen import Screen

from padanan.language import gettext as _
from padanan.translate.bilingual import Entry, State
from padanan.tui.actions import Place
from padanan.tui.aids.item import Taking
from padanan.tui.aids.panel import Aids
from padanan.tui.deeds.all import DEEDS
from padanan.tui.deeds.helping import take
from padanan.tui.journal import Typing
from padanan.tui.keeping import Change, rewritten
from padanan.tui.query import Test
from padanan.tui.registry import BY_ID
from padanan.tui.risk import risk
from padanan.tui.segments import Segments
from padanan.tui.showing import Showing

Answer = TypeVar("Answer")


class Review(Showing):
    """Source and target side by side, to be approved or corrected.

    What a key does is a deed (`padanan.tui.deeds`); deeds ask and change the work through the
    attributes and methods of this screen.

    Args:
        name: What the heading calls the article.
        opened: Its bilingual file, who has it open, and what was not saved last time.
        tools: The glossary, the memory and the model.
        leads_back: Whether there is a list of articles to go back to.
    """

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
        """Open a dialogue (`Desk.ask`)."""
        self.desk.ask(screen, then)

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
        self.keys_at_hand.at(Place.EDITOR)
        self.see()

    def stop_editing(self) -> None:
        """Close the editor; what was typed is kept by whoever calls this, or dropped."""
        self.editor.close()
        self.keys_at_hand.at(Place.LIST)
        self.set_focus(self.segments)
        self.see()

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
            # Its sentence has gone meanwhile: it is kept at the end of the file, and told so.
            kept = self.work.keep_text(typing.entry_id, typing.source, typing.text.strip())
            if kept is not None:
                self.journal.note(kept)
                self.after_change()
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
            self.by_risk &= self.work.entries[place].state is not State.SKIPPED
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

    def show_work(self) -> None:
        count = len(self.segments.entries)
        super().show_work()
        if count != len(self.work.entries) and (self.filtered is not None or self.by_risk):
            self.rearrange()  # segments were split or joined, or have come

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
        self.say_progress()

    # What widgets say

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        # Somebody clicked into the list.
        if event.widget is self.segments and self.focused is self.segments:
            self.finish_typing()

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
