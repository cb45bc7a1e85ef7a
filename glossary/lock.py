"""Changing a glossary while other programs may be changing it too."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from padanan.errors import OutputError
from padanan.glossary.table import GlossaryFile

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = ".padanan.lock"
"""The lock's file, in the glossary's folder. It stays there when nobody holds it, always empty; a
folder of results has one of the same name."""

PATIENCE = 60.0
"""Seconds to wait for another padanan that is changing a glossary in the same folder: several that
each take in a glossary of 100,000 rows."""

UNNOTICED = 2.0
"""Seconds that one waits without a word."""


@contextmanager
def hold(
    path: Path, patience: float = PATIENCE, *, waiting: Callable[[], None] | None = None
) -> Iterator[None]:
    """Keep every other padanan from changing the glossary at `path`.

    The lock is the operating system's: it goes when the process goes, however it ends.

    Args:
        path: The glossary. A link is followed: the lock is where the file itself is.
        patience: Seconds to wait for another padanan to be done.
        waiting: Called once if that takes longer than `UNNOTICED`.

    Raises:
        OutputError: Another padanan is changing it, or its folder cannot be written.
    """
    from filelock import FileLock, Timeout

    place = path.resolve().with_name(LOCK)
    if not place.parent.is_dir():  # which filelock would make
        raise OutputError(f"{path}: there is no such folder.")
    lock = FileLock(place)
    try:
        _acquire(lock, patience, waiting)
    except Timeout as error:
        raise OutputError(
            f"{path}: another padanan is changing a glossary in this folder, and has not come to "
            "an end. Try again in a moment."
        ) from error
    except (OSError, NotImplementedError) as error:  # the second: a file system without locks
        reason = getattr(error, "strerror", None) or error
        raise OutputError(f"{path}: its folder cannot be written ({reason}).") from error
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: "BaseFileLock", patience: float, waiting: Callable[[], None] | None) -> None:
    from filelock import Timeout

    first = min(patience, UNNOTICED)
    try:
        lock.acquire(timeout=first)
    except Timeout:
        if patience <= first:
            raise
        if waiting is not None:
            waiting()
        lock.acquire(timeout=patience - first)


@contextmanager
def changing(path: Path, *, waiting: Callable[[], None] | None = None) -> Iterator[GlossaryFile]:
    """The glossary at `path`, to be changed; it is saved at the end, unless that is an error.

    From reading to saving no other padanan can change it, so nobody's change is lost.

    Args:
        path: The glossary.
        waiting: See `hold`.

    Raises:
        InputError: There is no such file, or it cannot be read.
        OutputError: It cannot be written, or another program has changed it meanwhile.
    """
    with hold(path, waiting=waiting):
        file = GlossaryFile.load(path)
        yield file
        file.save()
