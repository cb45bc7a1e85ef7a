"""What a worker is asked to find out about a segment for one of the aids."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from padanan.translate.bilingual import Entry
from padanan.tui.tools import Tools


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
