"""Deeds of reviewing: approve, go on, take back, comment, silence."""

from dataclasses import replace
from typing import TYPE_CHECKING

from padanan.language import gettext as _
from padanan.translate.bilingual import Entry, State
from padanan.tui.actions import Place
from padanan.tui.keeping import Change, rewritten
from padanan.tui.prompt import Choose, Note
from padanan.tui.registry import BY_ID
from padanan.tui.showing import UNREVIEWED

if TYPE_CHECKING:
    from padanan.tui.review import Review


def approve(review: "Review") -> None:
    """Approve the current target, typed or as it is, and go on to the next to review."""
    entry, target, editing = review.entry, review.text, review.editing
    if entry is None:
        return
    if not target:
        review.say(_("There is nothing to approve yet: press Enter and write it."), warn=True)
        return
    error = review.looked.errors if review.looked is not None else ""
    done = entry.state is State.APPROVED and target == entry.target
    if error and not done and review.warned != (entry.id, target):
        # Once for a text: the finding may be wrong, and the person knows better.
        review.warned = (entry.id, target)
        review.say(
            _("Not approved yet: {finding} The same key again approves it all the same.").format(
                finding=error
            ),
            warn=True,
        )
        return
    review.unlooked = entry.id if review.looked is None else ""
    if editing:
        review.stop_editing()
    if entry.state is not State.SKIPPED or target != entry.target:
        new = rewritten(entry, target, approved=True)
        review.change(Change.of(entry, new, typed=target != entry.target))
    if editing:
        review.journal.typing_done()
    _go_on(review, entry, 1, editing=editing)


def following(review: "Review") -> None:
    """Leave the segment as it is, and go on to the next to review."""
    _leave_for(review, 1)


def previous(review: "Review") -> None:
    """To the segment to review before this one."""
    _leave_for(review, -1)


def _leave_for(review: "Review", direction: int) -> None:
    entry, editing = review.entry, review.editing
    if entry is not None:
        review.finish_typing()
        _go_on(review, entry, direction, editing=editing)


def _go_on(review: "Review", entry: Entry, direction: int, *, editing: bool) -> None:
    """To the nearest segment to review; the editor opens there if it was open here."""
    if review.seek(lambda one: one.entry.state in UNREVIEWED, direction):
        here = review.segments.current
        if editing and here is not None:
            review.edit(here)
        return
    place = review.work.index(entry.id)
    if place >= 0 and review.work.entries[place].state in UNREVIEWED:
        review.say(_("This is the only segment left to review."))
    elif review.filtered is not None:
        review.say(_("Every segment that is shown is approved. Escape shows all."))
    else:
        _tell_all_done(review)


def _tell_all_done(review: "Review") -> None:
    told = [_("Every segment of this article is approved.")]
    if not review.work.behind:
        told.append(_("Its English text follows."))
    if key := review.tools.keys.shown(BY_ID["export"], Place.LIST):
        told.append(_("{key} exports it in other formats.").format(key=key))
    review.say(" ".join(told))


def draft(review: "Review") -> None:
    """Take the approval of the current segment back."""
    review.finish_typing()
    entry = review.segments.current
    if entry is not None and entry.state is State.APPROVED:
        review.change(Change.of(entry, replace(entry, state=State.DRAFT)))


def undo(review: "Review") -> None:
    """Take the last deed back, and go where it was done."""
    _history(review, review.work.undo(), _("There is nothing to undo."))


def redo(review: "Review") -> None:
    """Do again what was taken back last."""
    _history(review, review.work.redo(), _("There is nothing to redo."))


def _history(review: "Review", change: Change | None, nothing: str) -> None:
    if change is None:
        review.say(nothing)
        return
    review.journal.note(change)
    review.after_change()
    review.go(change.new[0].id)


def comment(review: "Review") -> None:
    """Write a comment on the current segment."""
    entry = review.entry
    if entry is None:
        return

    def written(text: str | None) -> None:
        if text is not None:
            replaced(review, entry, replace(entry, comment=text))

    review.ask(Note(_("Comment"), entry.comment), written)


def silence(review: "Review") -> None:
    """Silence a check for the current segment, or let it speak again."""
    entry, looked = review.entry, review.looked
    if entry is None or looked is None:
        return
    silent = [flag for flag in entry.flags if flag.startswith("ignore-")]
    loud = list(dict.fromkeys(one.check for one in looked.findings))
    if not silent and not loud:
        review.say(_("No check finds anything in this segment."))
        return
    choices = [_("Silence {check}").format(check=check) for check in loud]
    choices += [_("Let {check} speak again").format(check=flag[7:]) for flag in silent]

    def chosen(place: int | None) -> None:
        if place is None:
            return
        flags = entry.flags
        if place < len(loud):
            flags = (*flags, f"ignore-{loud[place]}")
        else:
            flags = tuple(flag for flag in flags if flag != silent[place - len(loud)])
        replaced(review, entry, replace(entry, flags=flags))

    review.ask(Choose(_("Checks"), choices), chosen)


def replaced(review: "Review", entry: Entry, new: Entry) -> None:
    """Change what is not the target; an editor that is open on the entry goes on with it."""
    review.change(Change.of(entry, new))
    if review.editor.entry is not None and review.editor.entry.id == entry.id:
        review.editor.entry = new
