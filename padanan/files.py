"""Writing files so that nothing is ever lost or half-written."""

import contextlib
import errno
import os
import re
import stat
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from padanan.errors import OutputError

LOCK = ".padanan.lock"
"""The file that is locked in a folder where padanan writes. It stays there when nobody holds it,
and is always empty."""

UNNOTICED = 2.0
"""Seconds that one waits for a lock without a word."""

_TEMPORARY = re.compile(r"\.padanan-([0-9a-f]{8})[0-9a-f]{12}\.tmp")
"""The name of a temporary file: the machine it is of, and something at random."""

_STALE = 60 * 60
"""Seconds after which a temporary file counts as left behind where no lock tells: no writing takes
that long."""

_swept: set[Path] = set()
"""The folders in which this process has written, so that it has swept them."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of `path` in one step when all is written.

    A kill at any moment, or an error, leaves the old file. What is written goes to a hidden
    temporary file in the same folder, is flushed to the disk, and takes the place of the old file
    by a rename; then the folder is flushed. The mode of a file that was there before is kept, and
    a symbolic link is followed rather than replaced.

    Raises:
        OutputError: The folder is missing or read-only, the disk is full, ...
    """
    target = Path(os.path.realpath(path))
    if target.parent not in _swept:
        _swept.add(target.parent)
        sweep(target.parent)
    try:
        try:
            mode = target.stat().st_mode & 0o777
        except FileNotFoundError:
            mode = None
        temporary, file = _new(target.parent, mode)
        try:
            with file:
                yield file
                file.flush()
                if mode is not None:
                    temporary.chmod(mode)
                os.fsync(file.fileno())
                if os.name != "nt":  # where what is open cannot be renamed
                    # While it is locked, or it could be swept up before it has its name.
                    temporary.replace(target)
            if os.name == "nt":
                temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        flush_folder(target.parent)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}).") from error


def _new(folder: Path, mode: int | None) -> tuple[Path, BinaryIO]:
    """A new temporary file; it is locked as long as it is open. What only some may read, others
    cannot read while it is being written either: `mode` is that of the file it is for."""
    access = 0o666 if mode is None else mode | 0o200
    while True:
        # Nothing of the name of the file it is for is in it, which may be as long as names can be.
        path = folder / f".padanan-{_machine()}{os.urandom(6).hex()}.tmp"
        file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, access), "wb")
        # Another process may have swept it up between these two lines.
        if _claim(file.fileno()) is not False and os.fstat(file.fileno()).st_nlink:
            return path, file
        file.close()


def _claim(descriptor: int) -> bool | None:
    """Lock a temporary file. False if another process has, None if that cannot be told here."""
    if os.name == "nt":  # what is open there cannot be removed, which serves as well
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return None
    return True


def _machine() -> str:
    """What tells this machine from others that write in the same folder: whether locks reach from
    one to another hangs on how a folder is shared."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{zlib.crc32(name.encode()):08x}"


def write_atomic(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step; a kill at any moment leaves the old file or the new.

    Raises:
        OutputError: As `replacing`.
    """
    with replacing(path) as file:
        file.write(data)


def read_file(path: Path) -> bytes:
    """What a file holds. A pipe or a device, of which one may never see the end, is none, unless
    it is named as such (`/dev/stdin`, a shell's `<(...)`).

    Raises:
        OSError: It cannot be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        kind = os.fstat(file.fileno()).st_mode
        named = stat.S_ISFIFO(kind) and path.is_relative_to("/dev")
        if not (stat.S_ISREG(kind) or named or file.isatty()):
            raise OSError(errno.EINVAL, "it is a pipe or a device, not a file")
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(file.fileno(), True)
        return file.read()


def sweep(folder: Path) -> None:
    """Remove temporary files of `replacing` that killed processes have left in `folder`.

    What a running process is writing is locked, and left. What another machine has left, or the
    file system cannot lock, goes after an hour. Whatever cannot be read or removed is passed over,
    and so are the folders in `folder`. It is done for each folder that a process writes in.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _TEMPORARY.fullmatch(entry.name)
            if found is not None and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    _sweep_up(Path(entry), ours=found[1] == _machine())


def _sweep_up(path: Path, *, ours: bool) -> None:
    """Remove a temporary file, unless it is being written.

    Raises:
        OSError: It cannot be removed, or not be looked at.
    """
    stale = path.lstat().st_mtime < time.time() - _STALE
    if os.name == "nt":
        if ours or stale:
            path.unlink()  # refused while it is open
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        claimed = _claim(descriptor)
        if (claimed and ours) or (claimed is not False and stale):
            path.unlink()  # while it is locked, so that who has just made it notices
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Make what was created or renamed in `folder` survive a power cut, where the system can."""
    if os.name == "nt":  # Windows cannot open folders
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def locked(
    folder: Path,
    patience: float,
    *,
    busy: str,
    unwritable: Callable[[object], str],
    waiting: Callable[[], None] | None = None,
) -> Iterator[None]:
    """Keep every other padanan that asks for it out of a folder.

    The lock is the operating system's: it goes when the process goes, however it ends.

    Args:
        folder: The folder, which must exist.
        patience: Seconds to wait for another padanan to be done.
        busy: What to say if it is not.
        unwritable: What to say if the folder cannot be written, for a reason.
        waiting: Called once if it takes longer than `UNNOTICED`.

    Raises:
        OutputError: With what is to be said.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK)
    first = min(patience, UNNOTICED)
    try:
        try:
            lock.acquire(timeout=first)
        except Timeout:
            if patience <= first:
                raise
            if waiting is not None:
                waiting()
            lock.acquire(timeout=patience - first)
    except Timeout as error:
        raise OutputError(busy) from error
    except (OSError, NotImplementedError) as error:  # the second: a file system without locks
        raise OutputError(unwritable(getattr(error, "strerror", None) or error)) from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # a drive that has gone; the lock goes with the process
            lock.release()
