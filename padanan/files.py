"""Writing files so that nothing is ever lost or half-written."""

import contextlib
import os
import re
import secrets
import time
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

_TEMPORARY = re.compile(r"\.padanan-[0-9a-f]{12}\.tmp")

_STALE = 60 * 60
"""Seconds after which a temporary file counts as left behind: no writing takes that long."""


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
    # Nothing of the file's own name is in it, which may be as long as a name can be.
    temporary = target.with_name(f".padanan-{secrets.token_hex(6)}.tmp")
    try:
        try:
            mode = target.stat().st_mode & 0o777
        except FileNotFoundError:
            mode = None
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                if mode is not None:
                    temporary.chmod(mode)
                os.fsync(file.fileno())
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        flush_folder(target.parent)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}).") from error


def write_atomic(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step; a kill at any moment leaves the old file or the new.

    Raises:
        OutputError: As `replacing`.
    """
    with replacing(path) as file:
        file.write(data)


def sweep(folder: Path) -> None:
    """Remove temporary files of `replacing` that killed processes have left in `folder`.

    Those younger than an hour are left, for a running process may be writing them. Whatever
    cannot be read or removed is passed over, and so are the folders in `folder`.
    """
    oldest = time.time() - _STALE
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not _TEMPORARY.fullmatch(entry.name) or not entry.is_file(follow_symlinks=False):
                continue
            with contextlib.suppress(OSError):
                if entry.stat(follow_symlinks=False).st_mtime < oldest:
                    Path(entry).unlink()


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
        lock.release()
