"""The signs before a segment: how far it has come, what is wrong with it."""

from collections.abc import Mapping

from padanan.language import marked
from padanan.translate.bilingual import Entry, State
from padanan.translate.checks import Severity
from padanan.tui.looking import Looked
from padanan.tui.query import is_doubtful

_STATES = {State.DRAFT: "~", State.APPROVED: "✓", State.EMPTY: "–", State.SKIPPED: "·"}

_FINDINGS = {Severity.ERROR: "!", Severity.WARNING: "?"}

MARKS: Mapping[str, str] = {
    "✓": marked("Approved."),
    "~": marked("A draft."),
    "≈": marked("A draft from the memory: how the same sentence was translated before."),
    "↓": marked("A draft that is likely to be wrong."),
    "–": marked("Not translated yet."),
    "·": marked("Left out as page furniture."),
    "!": marked("The checks have found an error."),
    "?": marked("The checks have found something to look at."),
    "¶": marked("There is a comment."),
}
"""The signs, and what they mean, for the help."""


def state(entry: Entry) -> tuple[str, str]:
    """The sign for how far an entry has come, and the name of its style."""
    if entry.state is State.DRAFT and not entry.touched:
        if is_doubtful(entry):
            return "↓", "doubtful"
        if entry.how in {"memory", "adapted"}:
            return "≈", "draft"
    return _STATES[entry.state], entry.state.value


def finding(looked: Looked | None) -> tuple[str, str]:
    """The sign for the gravest finding, and the name of its style."""
    worst = looked.worst if looked is not None else None
    return (" ", "text") if worst is None else (_FINDINGS[worst], worst.value)


def comment(entry: Entry) -> tuple[str, str]:
    """The sign for a comment, and the name of its style."""
    return ("¶", "remark") if entry.comment else (" ", "text")
