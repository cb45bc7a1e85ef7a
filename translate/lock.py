"""The lock of a desk: one padanan at a time writes in a folder of results."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from padanan.errors import OutputError

LOCK = ".padanan.lock"
"""The lock's file in the folder. It stays there when nobody holds it, and is always empty."""


@contextmanager
def hold(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Keep every other padanan out of `folder`, which must exist.

    The lock is the operating system's: it goes when the process goes, however it ends.

    Args:
        folder: The desk.
        patience: Seconds to wait for another padanan to be done.

    Raises:
        OutputError: Another padanan is at work there, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise OutputError(
            f"{folder}: another padanan is working in this folder. Wait until it is done, or work "
            "in another folder."
        ) from error
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written ({error.strerror or error}). Choose another folder."
        ) from error
    try:
        yield
    finally:
        lock.release()
