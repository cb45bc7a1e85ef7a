"""Noticing that another program has changed a file, mostly without reading it."""

import hashlib
import os
import time
from pathlib import Path

from padanan.translate import bilingual

_TICK = 2_000_000_000
"""Nanoseconds within which two changes of a file may bear the same time: those of FAT."""

_Stat = tuple[int, int, int, int, int]


class Stamp:
    """What a file was like when it was looked at.

    Attributes:
        digest: Hash of its bytes; empty when it was not there.
    """

    def __init__(self, digest: bytes) -> None:
        self.digest = digest
        self._stat: _Stat | None = None

    @classmethod
    def of(cls, path: Path) -> "Stamp":
        """Look at a file.

        Raises:
            InputError: It cannot be read.
        """
        stat = _stat(path)
        stamp = cls(bilingual.digest(path))
        stamp._trust(stat, path)
        return stamp

    def differs(self, path: Path) -> bool:
        """Whether the file is another by now. It is read only if the system cannot tell.

        Raises:
            InputError: It cannot be read.
        """
        stat = _stat(path)
        if stat is not None and stat == self._stat:
            return False
        if bilingual.digest(path) != self.digest:
            return True
        self._trust(stat, path)
        return False

    def _trust(self, stat: _Stat | None, path: Path) -> None:
        """Rely on what the system said of the file before it was read, if it says so after it,
        and the last change is so long ago that another would bear another time."""
        if stat is None or stat != _stat(path):
            return
        _, _, _, modified, changed = stat
        if max(modified, changed) + _TICK < time.time_ns():
            self._stat = stat


def _stat(path: Path) -> _Stat | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - all of it is wanted
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def digest(data: bytes) -> bytes:
    """Hash of the bytes of a file."""
    return hashlib.sha256(data).digest()
