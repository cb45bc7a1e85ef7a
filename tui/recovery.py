"""Bringing back what was not saved when a desk came to a sudden end."""

from typing import TYPE_CHECKING

from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.tui.journal import Recovered

if TYPE_CHECKING:
    from padanan.tui.review import Review


def recover(review: "Review", recovered: Recovered) -> None:
    """Do again what is not in the file, and open the editor on what was being typed."""
    told: list[str] = []
    if recovered.changes:
        review.change(*recovered.changes)
        count = len(recovered.changes)
        told.append(
            ngettext(
                "The desk had ended before {n} change was in the file. It is back.",
                "The desk had ended before {n} changes were in the file. They are back.",
                count,
            ).format(n=number(count))
        )
    typing = recovered.typing
    if typing is not None and review.go(typing.entry_id):
        entry = review.segments.current
        if entry is not None and entry.source == typing.source:
            review.edit(entry, typing.text)
            told.append(_("What you were typing when the desk ended is back in the editor."))
    if told:
        review.say(" ".join(told))
