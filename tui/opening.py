"""Opening an article: its file, who else has it open, and what an ended desk left unsaved."""

import gc
from dataclasses import dataclass
from pathlib import Path

from padanan.errors import InputError
from padanan.tui.journal import Recovered, recover
from padanan.tui.keeping import Snapshot, take
from padanan.tui.overview import find
from padanan.tui.presence import Presence

_HINT = "Bilingual files (.po) are made by padanan translate, in out/ unless its -o says otherwise."


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
        return Opened(_take(path), presence, recovered)
    except BaseException:
        presence.release()
        raise


def _take(path: Path) -> Snapshot:
    """Read an article, and spare the garbage collector from looking through it.

    A long one has hundreds of thousands of objects, none of which refer to each other in a circle;
    looking through them all would hold up any key for a second.
    """
    gc.disable()
    try:
        return take(path)
    finally:
        gc.enable()
        gc.freeze()


def expect(path: Path) -> None:
    """See that there is something to review: a bilingual file, or a folder with some.

    Raises:
        InputError: There is not.
    """
    if not path.exists():
        raise InputError(f"{path}: there is no such file or folder. {_HINT}")
    if not path.is_dir() and path.suffix != ".po":
        raise InputError(f"{path}: this is not a bilingual file. {_HINT}")
    if path.is_dir() and next(find(path), None) is None:
        raise InputError(f"{path}: no bilingual files in this folder. {_HINT}")
