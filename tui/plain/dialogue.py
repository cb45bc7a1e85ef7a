"""An article that is reviewed by commands, a line each: the work on it, and where one is in it."""

from typing import TYPE_CHECKING

from padanan.errors import PadananError
from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.translate.bilingual import Entry, State
from padanan.tui.changes import Change
from padanan.tui.journal import Journal, Recovered, recover
from padanan.tui.keeping import catch_up, changed, keep
from padanan.tui.looking import Looked, look
from padanan.tui.opening import Opened
from padanan.tui.places import Places
from padanan.tui.plain import telling
from padanan.tui.plain.lines import Lines
from padanan.tui.text import one_line
from padanan.tui.work import Work

if TYPE_CHECKING:
    from padanan.tui.tools import Tools

UNREVIEWED = (State.DRAFT, State.EMPTY)


class Dialogue:
    """An article, and where a person is in it. Every change of theirs is saved at once.

    Args:
        opened: The article's bilingual file, who has it open, and what was not saved last time.
        places: Where the person was in each article.
        tools: The glossary, the memory and the checks.
        lines: To the person and from them.
        name: What the article is called.
        leads_back: Whether there is a list of articles to go back to.

    Attributes:
        work: What the person has done.
        name: What the article is called.
        leads_back: Whether there is a list to go back to.
        search: What was searched for last.
        left: Whether the person has left the article.
        quits: Whether they have left the desk.
    """

    def __init__(
        self,
        opened: Opened,
        places: Places,
        tools: "Tools",
        lines: Lines,
        *,
        name: str,
        leads_back: bool,
    ) -> None:
        self.work = Work(opened.snapshot)
        self.tools = tools
        self.lines = lines
        self.name = name
        self.leads_back = leads_back
        self.search = ""
        self.left = False
        self.quits = False
        self._path = opened.snapshot.path
        self._presence = opened.presence
        self._recovered = opened.recovered
        self._journal = Journal(self._path)
        self._places = places
        self._id = ""
        self._place = 0
        self._looked: tuple[Entry, Looked] | None = None
        self._trouble = ""

    # Where one is

    @property
    def segments(self) -> list[Entry]:
        """What is to be translated, in the order of the article."""
        return [entry for entry in self.work.entries if entry.state is not State.SKIPPED]

    @property
    def place(self) -> int:
        """Where one is among the segments; near there, if the segment has gone meanwhile."""
        ids = [entry.id for entry in self.segments]
        if self._id not in ids:
            self._id = ids[min(self._place, len(ids) - 1)]
        self._place = ids.index(self._id)
        return self._place

    @property
    def entry(self) -> Entry:
        """The segment one is at."""
        return self.segments[self.place]

    def begin(self) -> None:
        """Bring back what an earlier desk has left, and go where the person was last, or else to
        the first segment to review."""
        if self._presence.trouble:
            self.lines.say(self._presence.trouble)
        if not self._presence.mine:
            self._tell_holder()
        else:
            self._bring_back(self._recovered)
        segments = self.segments
        last = self._places.get(self._path)
        states = (entry.state for entry in segments)
        first = next((i for i, state in enumerate(states) if state in UNREVIEWED), 0)
        if segments:
            self.go(next((i for i, entry in enumerate(segments) if entry.id == last), first))

    def end(self) -> None:
        """Let the article go, for other desks."""
        if self.segments:
            self._places.set(self._path, self.entry.id)
        if self._presence.mine:
            self.work.finish()
        self._journal.close()
        self._presence.release()

    def go(self, place: int) -> None:
        """Go to a segment, and tell it."""
        self._id = self.segments[place].id
        self.show()

    def go_on(self, direction: int = 1) -> None:
        """Go to the nearest segment to review in a direction, beyond the end if need be, and tell
        it, or that there is none."""
        segments, here = self.segments, self.place
        for distance in range(1, len(segments)):
            place = (here + direction * distance) % len(segments)
            if segments[place].state in UNREVIEWED:
                if (place - here) * direction < 0:
                    top, end = _("Went on from the top."), _("Went on from the end.")
                    self.lines.say(top if direction > 0 else end)
                self.go(place)
                return
        only = segments[here].state in UNREVIEWED
        self.lines.say(
            _("This is the only segment left to review.")
            if only
            else _("Every segment of this article is approved.")
        )

    def show(self) -> None:
        """Tell the segment one is at."""
        segments, place = self.segments, self.place
        entry = segments[place]
        begins = place == 0 or segments[place - 1].line != entry.line
        findings = self.look(entry).findings
        self.lines.say(*telling.segment(place + 1, len(segments), entry, findings, begins=begins))

    def look(self, entry: Entry) -> Looked:
        """What there is to see in a segment."""
        if self._looked is None or self._looked[0] != entry:
            known = self.tools.trouble
            glossary = self.tools.glossary()
            if self.tools.trouble != known:
                self.lines.say(self.tools.trouble)
            self._looked = entry, look(entry, entry.target, glossary, self.tools.checks)
        return self._looked[1]

    # Changing and saving

    @property
    def writable(self) -> bool:
        """Whether the article can be changed here; if not, the person is told who has it."""
        if not self._presence.mine:
            self._tell_holder()
        return self._presence.mine

    def _tell_holder(self) -> None:
        holder = self._presence.holder
        who = str(holder) if holder is not None else _("another desk")
        self.lines.say(
            _(
                "{who} has this article open, so it can only be read here. You can change it as "
                "soon as they have left it."
            ).format(who=who)
        )

    def change(self, new: Entry, *, typed: bool = False) -> None:
        """Change the segment one is at, and save that.

        Args:
            new: What it is to be.
            typed: Whether the person has typed some of it.
        """
        if new != self.entry:
            self._keep(self.work.do(Change.of(self.entry, new, typed=typed)))

    def _keep(self, done: Change | None) -> None:
        """Note what was done, and save it."""
        if done is not None:
            self._journal.note(done)
            self.save()

    def undo(self, *, again: bool = False) -> None:
        """Take back what was done last, or do again what was taken back last; go there."""
        change = self.work.redo() if again else self.work.undo()
        if change is None:
            again_, back = _("There is nothing to redo."), _("There is nothing to undo.")
            self.lines.say(again_ if again else back)
            return
        self._keep(change)
        self._id = change.new[0].id
        self.show()

    def _bring_back(self, recovered: Recovered | None) -> None:
        """Do again what was not saved when a desk came to a sudden end; what was being typed then
        becomes a draft."""
        if recovered is None:
            return
        news = [recovered.trouble, *self.work.resume(recovered.changes)]
        count = len(recovered.changes)
        typing = recovered.typing
        if typing is not None:
            text = one_line(typing.text).strip()
            count += self.work.keep_text(typing.entry_id, typing.source, text) is not None
        if count:
            news.append(
                ngettext(
                    "The desk had ended before {n} change was in the file. It is back.",
                    "The desk had ended before {n} changes were in the file. They are back.",
                    count,
                ).format(n=number(count))
            )
        self.lines.say(*filter(None, news))
        self._journal.saved(self.work.pending)
        self.save()

    def save(self) -> bool:
        """Save what is not saved yet; whether that went well."""
        pending = tuple(self.work.pending)
        self._journal.flush()  # the next desk is to know what to tell the memory, were this to end
        try:
            kept = keep(self.work.snapshot, pending)
        except PadananError as error:
            self._fail(error.message)
            return False
        except Exception as error:
            # Not foreseen, but a person's work hangs on it: go on, and say so.
            self._fail(f"{self._path}: cannot be saved ({type(error).__name__}: {error}).")
            return False
        if self._trouble:
            self._trouble = ""
            self.lines.say(_("Everything is saved again."))
        self.lines.say(*self.work.settle(pending, kept))
        self._journal.saved(self.work.pending)
        return True

    def _fail(self, reason: str) -> None:
        self._trouble = reason
        self.lines.say(
            _("Not saved yet: {reason} It is tried again with your next change.").format(
                reason=reason
            )
        )

    def catch_up(self) -> None:
        """Take in what other programs have written meanwhile."""
        if not self._presence.mine and self._presence.try_again():
            self.lines.say(_("The other desk has left this article: you can change it now."))
            self._bring_back(recover(self._path))
        try:
            if not changed(self.work.snapshot):
                return
            kept = catch_up(self.work.snapshot, self.work.pending)
        except (PadananError, OSError):
            return  # what is wrong with the file is told when it is to be written
        self.lines.say(*self.work.settle((), kept))

    def unsaved(self) -> str:
        """That work is not saved, and why; empty while it is."""
        count = len(self.work.pending)
        if not count:
            return ""
        return ngettext(
            "{n} change is not in the file yet. {reason}",
            "{n} changes are not in the file yet. {reason}",
            count,
        ).format(n=number(count), reason=self._trouble)
