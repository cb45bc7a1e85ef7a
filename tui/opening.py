"""Opening an article: its file, who else has it open, and what an ended desk left unsaved."""

from dataclasses import dataclass
from pathlib import Path

from padanan.tui.journal import Recovered, recover
from padanan.tui.keeping import Snapshot, take
from padanan.tui.presence import Presence


@dataclass(frozen=True, slots=True)
class Opened:
    """An article that is open.

    Attributes:
        snapshot: Its bilingual file.
        presence: Who has it open.
        recovered: What was not saved when the desk that had it last came to an end; None where
            everything was, and where another desk has it.
    """

    snapshot: Snapshot
    presence: Presence
    recovered: Recovered | None = None


def open_article(path: Path) -> Opened:
    """Open an article; may take a moment.

    Raises:
        InputError: Its file is missing, damaged, or not one of padanan's.
    """
    presence = Presence.take(path)
    try:
        recovered = recover(path) if presence.mine else None
        return Opened(take(path), presence, recovered)
    except BaseException:
        presence.release()
        raise
