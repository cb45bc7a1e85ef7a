"""A hidden file of lines, each of them on the disk when it is added."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from padanan.errors import PadananError
from padanan.files import flush_folder, write_atomic
from padanan.language import gettext as _


class LineFile:
    """A file that is added to, and is on the disk after each call.

    All of its methods may raise an OSError, and `replace` an OutputError.

    Args:
        path: Where it is. Nobody else can read it.
        header: Its first line.
    """

    def __init__(self, path: Path, header: bytes) -> None:
        self._path = path
        self._header = header
        self._descriptor: int | None = None

    @property
    def lost(self) -> bool:
        """Whether somebody has removed the file that is open."""
        return self._descriptor is not None and os.fstat(self._descriptor).st_nlink == 0

    def add(self, data: bytes) -> None:
        """Add lines at the end."""
        if not data:
            return
        # A line that a kill has torn is no beginning of another.
        begin = b"" if self._descriptor is not None else b"\n"
        descriptor = self._open()
        if os.fstat(descriptor).st_size == 0:
            begin = self._header
        left = memoryview(begin + data)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
        if begin:
            flush_folder(self._path.parent)

    def replace(self, data: bytes) -> None:
        """Have these lines in place of all others."""
        self._open()  # nobody else may read it, from the beginning
        self._shut()
        write_atomic(self._path, self._header + data)

    def empty(self) -> None:
        """Take all lines out."""
        if self._descriptor is not None or self._path.exists():
            os.ftruncate(self._open(), 0)

    def close(self, *, remove: bool) -> None:
        """Close the file, and remove it if there is nothing in it."""
        self._shut()
        if remove:
            with suppress(OSError):
                self._path.unlink()

    def _open(self) -> int:
        if self._descriptor is not None and self.lost:
            self._shut()
        if self._descriptor is None:
            see_plain(self._path)
            how = os.O_WRONLY | os.O_CREAT | os.O_APPEND | _MORE
            self._descriptor = os.open(self._path, how, 0o600)
        return self._descriptor

    def _shut(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


_MORE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def see_plain(path: Path) -> None:
    """See that a file is no link, pipe or folder, which somebody may have put there.

    Raises:
        OSError: It is.
    """
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(path.lstat().st_mode):
            raise OSError(errno.EINVAL, _("this is not a plain file"))


def why(error: Exception) -> str:
    """Why something could not be done, as part of a sentence or one of its own."""
    if isinstance(error, PadananError):
        return error.message
    if isinstance(error, OSError):
        return f"({error.strerror or error})"
    return f"({type(error).__name__}: {error})"
