"""Deeds of editing: the text of a target, and where segments begin and end."""

from dataclasses import replace
from typing import TYPE_CHECKING

from padanan.errors import InputError
from padanan.language import gettext as _
from padanan.translate.bilingual import Entry, State, fingerprint
from padanan.translate.resegment import join, split
from padanan.tui.aids.item import Taking
from padanan.tui.keeping import Change, rewritten
from padanan.tui.registry import BY_ID
from padanan.tui.splitting import Cut, Split

if TYPE_CHECKING:
    from padanan.tui.review import Review


def edit(review: "Review") -> None:
    """Edit the current target."""
    if not review.editing and (entry := review.segments.current) is not None:
        review.edit(entry)


def close(review: "Review") -> None:
    """Keep what was typed as a draft, and close the editor."""
    review.finish_typing()


def machine(review: "Review") -> None:
    """Go back to what the machine wrote."""
    entry = review.entry
    if entry is None:
        return
    if not entry.machine:
        if review.editing and review.text != entry.target:
            _whole(review, entry.target)
        else:
            review.say(_without_machine(review, entry))
        return
    if review.editing:
        _whole(review, entry.machine)
    else:
        new = replace(entry, target=entry.machine, machine="", state=State.DRAFT)
        review.change(Change.of(entry, new))


def _without_machine(review: "Review", entry: Entry) -> str:
    """Why there is no draft of the machine to go back to."""
    if fingerprint(entry.target) == entry.fingerprint:
        return _("This is the machine's draft.")
    if entry.segmented:
        return _("This segment was cut anew: the machine has not drafted it.")
    if not entry.fingerprint:
        return _("The machine has not drafted this segment.")
    key = review.tools.keys.shown(BY_ID["alternatives"], review.able())
    return _(
        "The machine's draft was not kept, since this segment was changed in another program. "
        "{key} asks the model anew."
    ).format(key=key)


def source(review: "Review") -> None:
    """Put the source in the target's place, as a draft."""
    entry = review.entry
    if entry is None:
        return
    if review.editing:
        _whole(review, entry.source)
    else:
        new = rewritten(entry, entry.source, approved=False)
        review.change(Change.of(entry, new, typed=True))


def _whole(review: "Review", text: str) -> None:
    """Put a text in the place of the whole target being typed, as one edit."""
    review.editor.put(Taking(text, 0, len(review.editor.text)))


def split_segment(review: "Review") -> None:
    """Ask where to split the current segment, and do."""
    at = review.editor.cursor_offset if review.editing else None
    review.finish_typing()
    entry = review.segments.current
    if entry is None or entry.state is State.SKIPPED:
        return

    def cut(place: Cut | None) -> None:
        if place is None:
            return
        try:
            pair = split(entry, place.source, place.target, _ids(review))
        except InputError as error:
            review.say(error.message, warn=True)
            return
        review.change(Change((entry,), pair, typed=True))
        review.go(pair[0].id)

    review.ask(Split(entry, at), cut)


def join_next(review: "Review") -> None:
    """Join the current segment with the next one."""
    review.finish_typing()
    if (entry := review.segments.current) is not None:
        _join(review, review.work.index(entry.id))


def join_previous(review: "Review") -> None:
    """Join the current segment with the one before it."""
    review.finish_typing()
    if (entry := review.segments.current) is not None:
        _join(review, review.work.index(entry.id) - 1)


def _join(review: "Review", first: int) -> None:
    entries = review.work.entries
    if not 0 <= first < len(entries) - 1:
        review.say(_("There is no segment to join with."))
        return
    pair = (entries[first], entries[first + 1])
    try:
        joined = join(*pair, _ids(review))
    except InputError as error:
        review.say(error.message, warn=True)
        return
    review.change(Change(pair, (joined,), typed=True))
    review.go(joined.id)


def _ids(review: "Review") -> set[str]:
    content = review.work.snapshot.bilingual
    entries: list[Entry] = [*review.work.entries, *content.obsolete]
    return {entry.id for entry in entries}
