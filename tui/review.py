"""The screen for reviewing one article."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Footer

from padanan.errors import OutputError, PadananError
from padanan.translate.bilingual import Entry, State
from padanan.tui import keys
from padanan.tui.editor import Editor
from padanan.tui.heading import Heading
from padanan.tui.keeping import Change, Kept, Snapshot, keep, rewritten
from padanan.tui.overview import progress
from padanan.tui.segments import Segments
from padanan.tui.text import inert
from padanan.tui.unsaved import Unsaved
from padanan.tui.work import Work

RETRY = 3.0
"""Seconds until a save that failed is tried again."""

_UNREVIEWED = {State.DRAFT, State.EMPTY}


class Review(Screen[Work]):
    """Source and target side by side, to be approved or corrected.

    Every change is saved at once, in a thread; one that cannot be saved stays and is tried again.

    Args:
        name: What the heading calls the article.
        snapshot: Its bilingual file.
        leads_back: Whether there is a list of articles to go back to.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.REVIEWING]

    class Saved(Message):
        """Changes are in the file."""

        def __init__(self, changes: Sequence[Change], kept: Kept) -> None:
            super().__init__()
            self.changes = changes
            self.kept = kept

    class NotSaved(Message):
        """Changes could not be written."""

        def __init__(self, error: PadananError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, name: str, snapshot: Snapshot, *, leads_back: bool) -> None:
        super().__init__()
        self.work = Work(snapshot)
        self._leads_back = leads_back
        self._heading = Heading(name)
        self._segments = Segments(self.work.entries)
        self._editor = Editor()
        self._saving = False
        self._trouble = ""
        self._leave: Callable[[], object] | None = None

    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._segments
        yield self._editor
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self._segments.focus()
        if (first := next(self._unreviewed(), None)) is not None:
            self._segments.go(first)
        self._show_progress()

    def _unreviewed(self) -> Iterator[int]:
        """The places of the entries to review."""
        return (i for i, entry in enumerate(self.work.entries) if entry.state in _UNREVIEWED)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "back" or self._leads_back

    def _say(self, sentence: str, *, warn: bool = False) -> None:
        # Sentences quote files: nothing in them is markup, or moves the cursor.
        severity: SeverityLevel = "warning" if warn else "information"
        self.notify(inert(sentence), severity=severity, markup=False)

    def _show_progress(self) -> None:
        unsaved = f"{len(self.work.pending):,} not saved · " if self._trouble else ""
        self._heading.say(unsaved + str(progress(self.work.entries)))

    # Deciding

    def action_approve(self) -> None:
        """Approve the current segment and go to the next to review."""
        entry = self._segments.current
        if entry is not None and self._approve(entry, entry.target):
            self._go_on(entry, 1)

    def _approve(self, entry: Entry, target: str) -> bool:
        """Approve `target` for an entry; whether that could be done."""
        if not target:
            self._say("There is nothing to approve yet: press Enter and write it.", warn=True)
            return False
        if entry.state is not State.SKIPPED or target != entry.target:
            new = rewritten(entry, target, approved=True)
            self._change(entry, new, typed=target != entry.target)
        return True

    def action_draft(self) -> None:
        """Take the approval of the current segment back."""
        entry = self._segments.current
        if entry is not None and entry.state is State.APPROVED:
            self._change(entry, replace(entry, state=State.DRAFT))

    def action_undo(self) -> None:
        """Take the last approval or edit back."""
        change = self.work.undo()
        if change is None:
            self._say("There is nothing to undo.")
            return
        self._changed()
        self._segments.go(self.work.index(change.new.id))

    def _change(self, seen: Entry, new: Entry, *, typed: bool = False) -> None:
        if new != seen:
            self.work.do(Change(seen, new, typed))
            self._changed()

    def _changed(self) -> None:
        self._segments.show(self.work.entries)
        self._save()
        self._show_progress()

    # Going about

    def action_next(self) -> None:
        """To the next segment to review."""
        if (entry := self._segments.current) is not None:
            self._go_on(entry, 1)

    def action_previous(self) -> None:
        """To the segment to review before this one."""
        if (entry := self._segments.current) is not None:
            self._go_on(entry, -1)

    def _go_on(self, entry: Entry, direction: int) -> bool:
        """To the nearest segment to review, beyond the end if need be; whether there is one."""
        here, count = self.work.index(entry.id), len(self.work.entries)
        for distance in range(1, count):
            index = (here + direction * distance) % count
            if self.work.entries[index].state in _UNREVIEWED:
                if (index - here) * direction < 0:
                    self._say(f"Went on from the {'top' if direction > 0 else 'end'}.")
                self._segments.go(index)
                return True
        if entry.state in _UNREVIEWED and self.work.entries[here].state in _UNREVIEWED:
            self._say("This is the only segment left to review.")
        else:
            self._say("Every segment of this article is approved.")
        return False

    def action_furniture(self) -> None:
        """Show the skipped lines, or fold them away."""
        if any(entry.state is State.SKIPPED for entry in self.work.entries):
            self._segments.fold(unfolded=not self._segments.unfolded)
        else:
            self._say("No line of this article was left out.")

    # Editing

    @on(Segments.Opened)
    def action_edit(self) -> None:
        """Edit the target of the current segment."""
        if (entry := self._segments.current) is not None:
            self._editor.open(entry)

    @on(Editor.Closed)
    def close_editor(self) -> None:
        """Keep what was typed, as a draft, and close the editor."""
        entry, target = self._editor.entry, self._editor.target
        if entry is None:
            return
        self._editor.close()
        self._segments.focus()
        if target != entry.target:
            self._change(entry, rewritten(entry, target, approved=False), typed=True)

    @on(Editor.Approved)
    def _approve_typed(self) -> None:
        entry, target = self._editor.entry, self._editor.target
        if entry is None or not self._approve(entry, target):
            return
        following = self._segments.current if self._go_on(entry, 1) else None
        if following is not None:
            self._editor.open(following)
        else:
            self._editor.close()
            self._segments.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        # Somebody clicked into the list, or pressed Tab.
        if event.widget is self._segments:
            self.close_editor()

    # Saving

    def _save(self) -> None:
        """Save what is pending, unless that is under way; `Saved` or `NotSaved` follows."""
        if self.work.pending and not self._saving:
            self._saving = True
            self._write(self.work.snapshot, tuple(self.work.pending))

    @work(thread=True)
    def _write(self, snapshot: Snapshot, changes: tuple[Change, ...]) -> None:
        try:
            self.post_message(self.Saved(changes, keep(snapshot, changes)))
        except PadananError as error:
            self.post_message(self.NotSaved(error))
        except Exception as error:
            # Not foreseen, but a person's work hangs on it: keep the desk open and say so.
            sentence = f"{snapshot.path}: cannot be saved ({type(error).__name__}: {error})."
            self.post_message(self.NotSaved(OutputError(sentence)))

    @on(Saved)
    def _settle(self, event: Saved) -> None:
        self._saving = False
        if self._trouble:
            self._say("Everything is saved again.")
            self._trouble = ""
        if news := self.work.settle(event.changes, event.kept):
            self._say(" ".join(news), warn=True)
        self._segments.show(self.work.entries)
        self._show_progress()
        self._save()
        if not self._saving and self._leave is not None:
            self._leave()

    @on(NotSaved)
    def _try_again(self, event: NotSaved) -> None:
        self._saving = False
        reason = event.error.message
        if reason != self._trouble:
            self._say(f"Not saved yet: {reason} Your work is kept here and tried again.", warn=True)
        self._trouble = reason
        self._show_progress()
        leave, self._leave = self._leave, None
        if leave is None:
            self.set_timer(RETRY, self._save)
            return

        def answered(again: bool | None) -> None:
            if again is None:
                self._save()
            elif again:
                self.leave(leave)
            else:
                leave()

        self.app.push_screen(Unsaved(len(self.work.pending), reason), answered)

    # Leaving

    def action_back(self) -> None:
        """Back to the list of articles."""
        self.leave(lambda: self.dismiss(self.work))

    def leave(self, then: Callable[[], object]) -> None:
        """Do `then` when everything is saved, or the person does not mind."""
        self.close_editor()
        self._leave = then
        self._save()
        if not self._saving:
            then()

    def save_now(self) -> None:
        """Save before the process is ended from outside; there is nobody left to tell."""
        self.close_editor()
        with suppress(PadananError):
            if self.work.pending:
                keep(self.work.snapshot, self.work.pending)
