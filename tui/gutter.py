"""The signs before a segment: how far it has come, what is wrong with it."""

import os
import re
import sys
from collections.abc import Mapping

from padanan.language import marked
from padanan.translate.bilingual import Entry, State
from padanan.translate.checks import Severity
from padanan.tui.looking import Looked
from padanan.tui.query import is_doubtful

_INSTEAD = {"✓": "+", "≈": "=", "↓": "v", "–": "-", "·": ".", "¶": "#", "▌": ">", "│": "|"}
"""What stands for a sign where a terminal may lack it."""

_SIMPLE = re.compile(r"linux|console|vt\d+|ansi|dumb")
"""The names of terminals with the few characters of their time."""


def simple(terminal: str, encoding: str) -> bool:
    """Whether a terminal may lack signs.

    Args:
        terminal: Its name (`TERM`).
        encoding: What it is written to in.
    """
    try:
        "".join(_INSTEAD).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return True
    return _SIMPLE.match(terminal) is not None


_HERE = simple(os.environ.get("TERM", ""), getattr(sys.__stderr__, "encoding", "") or "utf-8")
"""Whether this terminal may; Textual writes to it by the standard error."""


def drawn(sign: str, *, simply: bool = _HERE) -> str:
    """What is drawn for a sign."""
    return _INSTEAD.get(sign, sign) if simply else sign


_STATES = {State.DRAFT: "~", State.APPROVED: "✓", State.EMPTY: "–", State.SKIPPED: "·"}

_FINDINGS = {Severity.ERROR: "!", Severity.WARNING: "?"}

_MARKS = {
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

MARKS: Mapping[str, str] = {drawn(sign): meaning for sign, meaning in _MARKS.items()}
"""The signs, and what they mean, for the help."""


def state(entry: Entry) -> tuple[str, str]:
    """The sign for how far an entry has come, and the name of its style."""
    if entry.state is State.DRAFT and not entry.touched:
        if is_doubtful(entry):
            return drawn("↓"), "doubtful"
        if entry.how in {"memory", "adapted"}:
            return drawn("≈"), "draft"
    return drawn(_STATES[entry.state]), entry.state.value


def finding(looked: Looked | None) -> tuple[str, str]:
    """The sign for the gravest finding, and the name of its style."""
    worst = looked.worst if looked is not None else None
    return (" ", "text") if worst is None else (_FINDINGS[worst], worst.value)


def comment(entry: Entry) -> tuple[str, str]:
    """The sign for a comment, and the name of its style."""
    return (drawn("¶"), "remark") if entry.comment else (" ", "text")
