"""The lock of a folder of results: one padanan at a time writes there, for a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from padanan.errors import OutputError

LOCK = ".padanan.lock"
"""The lock's file in the folder. It stays there when nobody holds it, and is always empty."""


PATIENCE = 10.0
"""Seconds a run waits for another padanan that is writing in the same folder."""


@contextmanager
def hold(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Keep every other padanan out of `folder`, which must exist.

    The lock is the operating system's: it goes when the process goes, however it ends.

    Args:
        folder: The folder of the files to be written.
        patience: Seconds to wait for another padanan to be done.

    Raises:
        OutputError: Another padanan is writing there, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise OutputError(
            f"{folder}: another padanan is writing in this folder, and has not come to an end. "
            "Try again in a moment."
        ) from error
    except (OSError, NotImplementedError) as error:  # the second: a file system without locks
        reason = getattr(error, "strerror", None) or error
        raise OutputError(
            f"{folder}: cannot be written ({reason}). Choose another folder with -o."
        ) from error
    try:
        yield
    finally:
        lock.release()


def make_folder(folder: Path) -> Path:
    """Make a folder for results if need be, and return it.

    Raises:
        OutputError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(
            f"{folder}: this is a file, not a folder. Choose another one with -o."
        ) from error
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written ({error.strerror or error}). Choose another folder "
            "with -o."
        ) from error
    return folder


def open_desk(folder: Path) -> None:
    """Make a folder for results if need be, and see that it can be written in.

    Raises:
        OutputError: It cannot; better to know before an hour's work than after it.
    """
    with hold(make_folder(folder), PATIENCE):
        pass
