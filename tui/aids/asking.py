"""What is found out about a segment for the aids, by workers."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from padanan.errors import PadananError
from padanan.language import gettext as _
from padanan.translate.bilingual import Entry
from padanan.tui.aids.item import Aid
from padanan.tui.tools import Tools

_KEPT = 50
"""Segments of which an aid keeps what was found out."""


@dataclass(frozen=True, slots=True)
class Question:
    """A segment that something is to be found out about.

    Attributes:
        entry: The segment.
        entries: All segments of its article.
        tools: Whom to ask.
        dropped: Whether nobody waits for the answer any more.
    """

    entry: Entry
    entries: Sequence[Entry]
    tools: Tools
    dropped: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something could not be found out, in a sentence."""

    sentence: str


def found_out(job: Callable[[Question], Any], question: Question) -> Any:
    """What a job finds out, or a `Trouble`. Help at hand is no reason to bring the desk down."""
    try:
        return job(question)
    except PadananError as error:
        return Trouble(error.message)
    except Exception as error:
        sentence = _("This could not be found out ({error}).")
        return Trouble(sentence.format(error=f"{type(error).__name__}: {error}"))


def about(entry: Entry) -> Hashable:
    """What is found out about an entry holds as long as this does not change."""
    return entry.id, entry.source, entry.kind, entry.how


class Known:
    """What was found out, by aid and segment; of the segments one was at last."""

    def __init__(self) -> None:
        self._found: dict[Aid, dict[Hashable, Any]] = {aid: {} for aid in Aid}

    def of(self, aid: Aid, entry: Entry) -> Any:
        """What was found out about an entry for an aid; None where nothing was."""
        return self._found[aid].get(about(entry))

    def put(self, aid: Aid, entry: Entry, found: object) -> None:
        """Take in what was found out."""
        kept = self._found[aid]
        kept.pop(about(entry), None)
        kept[about(entry)] = found
        while len(kept) > _KEPT:
            kept.pop(next(iter(kept)))

    def forget(self) -> None:
        """Glossary, memory or model have changed."""
        for kept in self._found.values():
            kept.clear()
