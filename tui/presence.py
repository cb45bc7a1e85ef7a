"""Who has an article open: one desk at a time works on it, others may look.

A lock of the operating system is held as long as the article is open, so it goes with the process
however that ends. Beside it lies a file that says who; what an ended desk left there blocks
nobody.
"""

import json
import os
import platform
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from padanan.errors import OutputError
from padanan.files import read_file, write_atomic
from padanan.language import gettext as _
from padanan.translate.lock import hold
from padanan.translate.memory import now, person
from padanan.tui.beside import beside

_PATIENCE = 10.0
"""Seconds to wait for another padanan that is saving in the folder."""

_SHORT = 1.0
"""The same when an article is closed."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has an article open, as their desk says.

    Attributes:
        who: Their name; empty if it is not known.
        host: The name of their machine.
        pid: The number of the desk's process there.
        since: When they opened it, as the memory writes times.
    """

    who: str
    host: str
    pid: int
    since: str

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.who, self.host))) or _("another desk")


class Presence:
    """Our being at an article.

    Where nobody can be kept out (a folder that cannot be written, a file system without locks),
    the article counts as ours: saving puts the work of several desks together all the same.

    Attributes:
        mine: Whether it can be worked on here.
        holder: Who has it instead; None if it is ours, or they do not say.
        trouble: Why nobody else is kept out, in a sentence; empty if they are.
    """

    def __init__(self, path: Path) -> None:
        self.mine = False
        self.holder: Holder | None = None
        self.trouble = ""
        self._over = False
        self._turn = threading.Lock()
        self._file = beside(path, "open")
        self._says = beside(path, "open.json")
        # It is taken in one thread and let go in another.
        self._lock = FileLock(self._file, thread_local=False)

    @classmethod
    def take(cls, path: Path) -> "Presence":
        """Open an article, if nobody else has it open.

        Args:
            path: Its bilingual file.
        """
        presence = cls(path)
        if not presence._file.parent.is_dir():
            presence.mine = True  # there is nothing to work on, and the lock would make the folder
            return presence
        try:
            with hold(presence._file.parent, _PATIENCE):
                presence._take()
        except OutputError:
            # Somebody takes long to save there, or it cannot be written at all.
            presence._take()
        return presence

    def try_again(self) -> bool:
        """Whether the article is ours by now; once it was let go, it is not any more."""
        with self._turn:
            if not (self.mine or self._over):
                with suppress(OutputError), hold(self._file.parent):
                    self._take()
            return self.mine

    def release(self) -> None:
        """Let the article go."""
        with self._turn:
            self._over = True
            if not self._lock.is_locked:
                self.mine = False
                return
            try:
                # Nobody takes the lock in a folder that is held: it cannot be taken away from
                # under them.
                with hold(self._file.parent, _SHORT):
                    self._let_go()
                    with suppress(OSError):
                        self._file.unlink()
            except OutputError:
                self._let_go()

    def _take(self) -> None:
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            self.holder = _read(self._says)
            return
        except (OSError, NotImplementedError) as error:
            self.mine = True
            self.trouble = _(
                "Whether another desk has this article open cannot be told here ({reason}). Work "
                "on it at one desk at a time."
            ).format(reason=getattr(error, "strerror", None) or error)
            return
        self.mine, self.holder = True, None
        us = Holder(person(), platform.node(), os.getpid(), now())
        with suppress(OutputError):  # others will not know whom to ask
            write_atomic(self._says, json.dumps(asdict(us)).encode())

    def _let_go(self) -> None:
        self.mine = False
        with suppress(OSError):
            self._says.unlink()
        with suppress(OSError):  # a drive that has gone; the lock goes with the process
            self._lock.release()


def elsewhere(path: Path) -> Holder | None:
    """Who has an article open at another desk now; None if nobody has.

    Args:
        path: Its bilingual file.
    """
    file, says = beside(path, "open"), beside(path, "open.json")
    holder: Holder | None
    if not file.exists():
        return None
    try:
        # Somebody who opens it in this moment must not be kept out by our looking.
        with hold(file.parent):
            FileLock(file).acquire(timeout=0).lock.release()
            return None  # who was there came to a sudden end
    except Timeout:
        holder = _read(says) or Holder("", "", 0, "")
    except (OSError, NotImplementedError):
        return None
    except OutputError:
        holder = _read(says)  # most likely it is they who are saving
    ours = holder is not None and (holder.pid, holder.host) == (os.getpid(), platform.node())
    return None if ours else holder


def _read(path: Path) -> Holder | None:
    """What the desk that holds an article says; None if it cannot be read."""
    try:
        found = json.loads(read_file(path))
        who, host, pid, since = (found[name] for name in ("who", "host", "pid", "since"))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    if not (isinstance(pid, int) and all(isinstance(text, str) for text in (who, host, since))):
        return None
    return Holder(who, host, pid, since)
