"""The part of the review screen that keeps a person's work: saving, and the work of others."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic
from typing import TypeVar

from textual import on, work
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen

from padanan.errors import InputError, OutputError, PadananError
from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.translate import bilingual
from padanan.tui.journal import Journal, Recovered, Typing, recover
from padanan.tui.keeping import Change, Kept, Snapshot, catch_up, changed, keep
from padanan.tui.opening import Opened
from padanan.tui.text import inert
from padanan.tui.unsaved import Answer, Unsaved
from padanan.tui.work import Work

RETRY = 3.0
"""Seconds until a save that failed is tried again."""

STANDS = 5.0
"""Seconds for which a sentence can be read, and is not said again."""

WATCH = 1.0
"""Seconds between two looks at the file, for the work of other programs."""

Given = TypeVar("Given")


class Saving(Screen[Work]):
    """Saves every change at once, in a thread; one that cannot be saved stays and is tried again.

    What is not in the file yet is in a journal beside it, so that nothing hangs on the file's being
    written quickly. A subclass says how the work is shown.

    Args:
        opened: The article: its bilingual file, and who has it open.
    """

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

    class Foreign(Message):
        """Another program has changed the file."""

        def __init__(self, kept: Kept) -> None:
            super().__init__()
            self.kept = kept

    class Free(Message):
        """The other desk that had the article has left it.

        Attributes:
            recovered: What it left unsaved, if it came to a sudden end.
        """

        def __init__(self, recovered: Recovered | None) -> None:
            super().__init__()
            self.recovered = recovered

    class NoJournal(Message):
        """The journal cannot be written."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.work = Work(opened.snapshot)
        self.presence = opened.presence
        self.journal = Journal(
            opened.snapshot.path, lambda sentence: self.post_message(self.NoJournal(sentence))
        )
        self._said: dict[str, float] = {}
        self._saving = False
        self._catching_up = False
        self._trouble = ""
        self._then: Callable[[], object] | None = None
        self._leaving = True

    # What a subclass says

    def ask(self, screen: Screen[Given], then: Callable[[Given | None], object]) -> None:
        """Open a dialogue."""
        raise NotImplementedError

    def show_work(self) -> None:
        """Show the work as it is now."""
        raise NotImplementedError

    def finish_typing(self) -> None:
        """Take what is being typed into the work."""
        raise NotImplementedError

    def others_changed(self) -> None:
        """See whether what is being typed is still about the same text: others have changed it."""
        raise NotImplementedError

    def remember_place(self) -> None:
        """Remember where in the article the person is."""
        raise NotImplementedError

    # Changing

    @property
    def unsaved(self) -> int:
        """How many changes could not be saved; 0 while all is well."""
        return len(self.work.pending) if self._trouble else 0

    def say(self, sentence: str, *, warn: bool = False) -> None:
        """Tell the person something."""
        # Sentences quote files: nothing in them is markup, or moves the cursor.
        if monotonic() - self._said.get(sentence, -STANDS) < STANDS:
            return  # it can still be read
        self._said[sentence] = monotonic()
        severity: SeverityLevel = "warning" if warn else "information"
        self.notify(inert(sentence), severity=severity, markup=False)

    def change(self, *changes: Change) -> None:
        """Make changes, show them and save them."""
        done = [made for change in changes if (made := self.work.do(change)) is not None]
        for made in done:
            self.journal.note(made)
        if done:
            self.after_change()

    def after_change(self) -> None:
        """Show and save what has been changed."""
        self.show_work()
        self._save()

    def _save(self) -> None:
        """Save what is pending, unless that is under way; `Saved` or `NotSaved` follows."""
        if self.work.pending and not self._saving:
            self._saving = True
            self._write(self.work.snapshot, tuple(self.work.pending))

    @work(thread=True, group="warm", description="warm")
    def warm(self) -> None:
        """Lay the file down without writing it: what is unchanged is not laid down again."""
        bilingual.dumps(self.work.snapshot.bilingual)

    # Described, since Textual would else describe it by all that the snapshot holds.
    @work(thread=True, description="save")
    def _write(self, snapshot: Snapshot, changes: tuple[Change, ...]) -> None:
        # What is not noted yet would be in the file and nowhere else, were the desk to end there
        # and then, and the next one would not know that the memory has to be told of it.
        self.journal.flush()
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
            self.say(_("Everything is saved again."))
            self._trouble = ""
        if news := self.work.settle(event.changes, event.kept):
            self.say(" ".join(news), warn=True)
        self.journal.saved(self.work.pending)
        if event.kept.met:
            self.others_changed()
        self.show_work()
        self._save()
        if not self._saving and self._then is not None:
            then, self._then = self._then, None
            then()

    @on(NotSaved)
    def _try_again(self, event: NotSaved) -> None:
        self._saving = False
        reason = event.error.message
        if reason != self._trouble:
            self.say(
                _("Not saved yet: {reason} Your work is kept here and tried again.").format(
                    reason=reason
                ),
                warn=True,
            )
        self._trouble = reason
        self.show_work()
        then, self._then = self._then, None
        if then is None:
            self.set_timer(RETRY, self._save)
            return

        if not self._leaving:
            self.say(_("It was not done: first everything has to be saved."), warn=True)
            self.set_timer(RETRY, self._save)
            return

        def answered(answer: Answer | None) -> None:
            if answer is Answer.LEAVE:
                then()  # the journal keeps what is not saved
                return
            if answer is Answer.ANEW:
                self._put_aside()
            if answer in (Answer.ANEW, Answer.RETRY):
                self.when_saved(then)
            else:
                self._save()

        noted = self.journal.flush()
        dialogue = Unsaved(
            len(self.work.pending),
            reason,
            damaged=isinstance(event.error, InputError),
            kept=noted,
        )
        self.ask(dialogue, answered)

    def _put_aside(self) -> None:
        """Put the damaged file aside: a file that has gone is made again with all that is known."""
        path = self.work.snapshot.path
        aside = path.with_name(f"{path.name}.damaged")
        try:
            path.replace(aside)
        except OSError as error:
            self.say(f"{path}: {error.strerror or error}", warn=True)
        else:
            self.say(_("The damaged file is {path} now.").format(path=aside))

    # The work of others

    def begin_watching(self) -> None:
        """Begin to look at the file for the work of other programs."""
        self.set_interval(WATCH, self._look_at_file)

    def _look_at_file(self) -> None:
        if not self._saving and not self._catching_up:
            self._catching_up = True
            self._catch_up(self.work.snapshot, tuple(self.work.pending))
            self.remember_place()

    @work(thread=True, group="watch", description="watch")
    def _catch_up(self, snapshot: Snapshot, pending: tuple[Change, ...]) -> None:
        # What is wrong with the file is told when it is to be written.
        with suppress(PadananError, OSError):
            if changed(snapshot):
                self.post_message(self.Foreign(catch_up(snapshot, pending)))
                return
            if not self.presence.mine and self.presence.try_again():
                self.post_message(self.Free(recover(snapshot.path)))
        self._catching_up = False

    @on(Free)
    def _take_over(self, event: Free) -> None:
        self.say(_("The other desk has left this article: you can change it now."))
        self.resume(event.recovered)
        self.show_work()

    @on(NoJournal)
    def _tell_trouble(self, event: NoJournal) -> None:
        self.say(event.sentence, warn=True)

    def resume(self, recovered: Recovered | None) -> None:
        """Bring back what was not saved when the desk that had the article came to its end."""
        if recovered is None:
            return
        told = [recovered.trouble] if recovered.trouble else []
        told += self.work.resume(recovered.changes)
        if count := len(self.work.pending):
            told.append(
                ngettext(
                    "The desk had ended before {n} change was in the file. It is back.",
                    "The desk had ended before {n} changes were in the file. They are back.",
                    count,
                ).format(n=number(count))
            )
        self.after_change()
        if told:
            self.say(" ".join(told))
        if recovered.typing is not None:
            # Before the journal is cleared: it is noted again.
            self.resume_typing(recovered.typing)
        self.journal.saved(self.work.pending)

    def resume_typing(self, typing: Typing) -> None:
        """Bring back what was being typed."""
        raise NotImplementedError

    @on(Foreign)
    def _take_in(self, event: Foreign) -> None:
        self._catching_up = False
        if self._saving:
            return  # it may be our own save; the next look tells
        if news := self.work.settle((), event.kept):
            self.say(" ".join(news), warn=True)
        self.others_changed()
        self.show_work()

    # Leaving

    def when_saved(self, then: Callable[[], object], *, leaving: bool = True) -> None:
        """Do something when everything is saved.

        Args:
            then: What.
            leaving: Whether that is leaving the article: then the person may do so all the same.
        """
        self.finish_typing()
        self._leaving = leaving
        self._save()
        if self._saving:
            self._then = then
        else:
            then()

    def save_now(self) -> None:
        """Save before the process is ended from outside; there is nobody left to tell."""
        self.finish_typing()
        # Whatever goes wrong: the journal has it, and the article must be let go.
        with suppress(Exception):
            self.journal.flush()
            if pending := tuple(self.work.pending):
                self.work.settle(pending, keep(self.work.snapshot, pending))
                self.journal.saved(())
        self.close()

    def close(self) -> None:
        """Let the article go: what had to be saved is saved."""
        self.remember_place()
        if self.presence.mine and (news := self.work.finish()):
            self.say(" ".join(news), warn=True)
        self.journal.close()
        self.presence.release()
