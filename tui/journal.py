"""The journal: what a person did that is not in the bilingual file yet, on disk within a second.

Writing a large bilingual file takes longer than that. So each deed, and what is being typed, is
first added to a hidden file beside it, by a thread of its own: nobody waits for the disk. Only the
desk that has the article open (`presence`) writes its journal.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from padanan.errors import InputError, OutputError, PadananError
from padanan.files import write_atomic
from padanan.language import gettext as _
from padanan.translate import bilingual
from padanan.tui import journal_lines
from padanan.tui.beside import beside
from padanan.tui.changes import Change
from padanan.tui.journal_file import LineFile, see_plain, why
from padanan.tui.journal_lines import HEADER, Typing
from padanan.tui.keeping import bring_along
from padanan.tui.merging import outstanding

__all__ = ["Journal", "Recovered", "Typing", "recover"]

PAUSE = 0.3
"""Seconds in which keystrokes are gathered before they are written."""

_PATIENCE = 5.0
"""Seconds to wait for a disk when the article is closed."""

_KIND = "journal"


class Journal:
    """The journal of an open article. Nothing is written before there is something to note.

    Args:
        path: The bilingual file.
        tell: Called once, from the journal's thread, with a sentence if it cannot be written.

    Attributes:
        path: The journal's file.
        trouble: Why it cannot be written, in a sentence; empty while all is well.
    """

    def __init__(self, path: Path, tell: Callable[[str], object] | None = None) -> None:
        self.path = beside(path, _KIND)
        self.trouble = ""
        self._tell = tell
        self._told = False
        self._file = LineFile(self.path, HEADER)
        self._thread: threading.Thread | None = None
        # What follows is shared with the thread.
        self._news = threading.Condition()
        self._deeds: list[Change] = []
        self._written = 0
        self._anew = False
        self._typing: Typing | None = None
        self._typing_written: Typing | None = None
        self._due: float | None = None
        self._busy = False
        self._closing = False

    def note(self, change: Change) -> None:
        """Note a deed that is not in the file yet."""
        with self._news:
            self._deeds.append(change)
            self._wake()

    def typing(self, entry_id: str, source: str, text: str, cursor: int) -> None:
        """Note what is being typed; the last of several within a moment is enough."""
        with self._news:
            self._typing = Typing(entry_id, source, text, cursor)
            if self._due is None:
                self._due = time.monotonic() + PAUSE
            self._wake()

    def typing_done(self) -> None:
        """Note that nothing is being typed any more: it was noted as a deed, or given up."""
        with self._news:
            self._typing = None
            self._due = None if self._thread is None else time.monotonic()
            self._news.notify_all()

    def saved(self, pending_left: Iterable[Change]) -> None:
        """Note that all is in the file but these changes."""
        with self._news:
            self._deeds = list(pending_left)
            self._anew = True
            self._wake()

    def flush(self) -> bool:
        """Wait until everything is on the disk or could not be written; some seconds at most.

        Returns:
            Whether it is on the disk.
        """
        with self._news:
            if self._closing:
                return not self._waiting() and not self.trouble
            if self._due is not None:
                self._due = time.monotonic()
                self._wake()
            done = self._news.wait_for(lambda: not self._busy and not self._waiting(), _PATIENCE)
            return done and not self.trouble

    def close(self) -> None:
        """Write what there is to write and let the file go; with nothing in it, it is removed."""
        with self._news:
            self._closing = True
            if self._due is not None:
                self._due = time.monotonic()
            self._news.notify_all()
        if self._thread is None:
            return
        self._thread.join(_PATIENCE)
        if not self._thread.is_alive():
            self._file.close(remove=not self._deeds and self._typing is None)

    def _wake(self) -> None:
        """Have the thread look; it is started when there is something to write at all."""
        if self._closing:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
            self._thread.start()
        self._news.notify_all()

    def _waiting(self) -> bool:
        """Whether something is to be written now."""
        due = self._due is not None and self._due <= time.monotonic()
        return self._anew or due or self._written < len(self._deeds)

    def _run(self) -> None:
        while True:
            with self._news:
                self._busy = False
                self._news.notify_all()
                while not self._waiting():
                    if self._closing:
                        return
                    left = None if self._due is None else max(0.0, self._due - time.monotonic())
                    self._news.wait(left)
                self._busy = True
                anew = self._anew or bool(self.trouble) or self._file.lost
                deeds = self._deeds[0 if anew else self._written :]
                typing = self._typing
                self._anew, self._due = False, None
                self._written = len(self._deeds)
            self._write(deeds, typing, anew=anew)

    def _write(self, deeds: Sequence[Change], typing: Typing | None, *, anew: bool) -> None:
        """Write changes and what is being typed; `anew` is in place of all there is."""
        lines = [line for change in deeds for line in journal_lines.did(change)]
        if typing is not None if anew else typing != self._typing_written:
            lines.append(journal_lines.types(typing))
        data = b"".join(lines)
        try:
            if not anew:
                self._file.add(data)
            elif data:
                self._file.replace(data)
            else:
                self._file.empty()
            self._typing_written = typing
            self.trouble = ""
        except Exception as error:
            # A full disk, or something not foreseen: the work goes on, and is saved all the same.
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        self.trouble = _(
            "What you do cannot be noted beside the file until it is saved, so a sudden end would "
            "lose the last seconds of it. {reason}"
        ).format(reason=why(error))
        if not self._told and self._tell is not None:
            self._told = True
            self._tell(self.trouble)


@dataclass(frozen=True, slots=True)
class Recovered:
    """What an earlier desk had noted that is not in the file.

    Attributes:
        changes: The changes, in order.
        typing: What was being typed; None when nothing was.
        trouble: What could not be read, in a sentence; empty when all could.
    """

    changes: tuple[Change, ...] = ()
    typing: Typing | None = None
    trouble: str = ""


def recover(path: Path) -> Recovered | None:
    """Read what an earlier desk had noted, if it came to an end before that was in the file.

    It stays noted until `Journal.saved`. What is in the file by now is brought along, since that
    desk may not have come to it. Only the desk that has the article open may call this.

    Args:
        path: The bilingual file.
    """
    file = beside(path, _KIND)
    try:
        see_plain(file)
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return Recovered(
            trouble=_(
                "{file}: what an earlier desk has noted here cannot be read {reason}. It was left "
                "as it is."
            ).format(file=file, reason=why(error))
        )
    found = journal_lines.read(data)
    trouble = "" if found.sound else _set_aside(file, data, found)
    changes = _outstanding(path, found.changes)
    if len(changes) < len(found.changes):
        with suppress(PadananError):  # what is wrong with the file is told when it is opened
            bring_along(path, found.changes)
    if not (changes or found.typing or trouble):
        with suppress(OSError):
            file.unlink()
        return None
    return Recovered(changes, found.typing, trouble)


def _outstanding(path: Path, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Those of the changes that are not in the bilingual file."""
    try:
        content = bilingual.load(path)
    except InputError:
        return changes
    return changes if content is None else tuple(outstanding(content, changes))


def _set_aside(file: Path, data: bytes, found: journal_lines.Read) -> str:
    """Keep a journal that is damaged, with only what can be read of it in its own place; gives a
    sentence about it."""
    number = 1
    while (
        aside := file.with_name(f"{file.name[:200]}.damaged{number if number > 1 else ''}")
    ).exists():
        number += 1
    lines = [line for change in found.changes for line in journal_lines.did(change)]
    if found.typing is not None:
        lines.append(journal_lines.types(found.typing))
    try:
        write_atomic(aside, data)
        if lines:
            write_atomic(file, HEADER + b"".join(lines))
        else:
            file.unlink()
    except (OutputError, OSError) as error:
        return _(
            "{file}: what an earlier desk has noted here is damaged, and was left as it is "
            "{reason}. What can be read of it is used."
        ).format(file=file, reason=why(error))
    return _(
        "What an earlier desk has noted is damaged. What can be read of it is used; all of it is "
        "kept in {file}."
    ).format(file=aside)
