"""Folders put in place in one step, and the traces of interrupted work."""

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from padanan.errors import OutputError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_STALE = 24 * 60 * 60
"""Seconds after which a temporary folder counts as left behind, where it cannot be locked."""


@contextmanager
def workplace(parent: Path, prefix: str) -> Iterator[Path]:
    """A new temporary folder in `parent`, removed at the end unless it was renamed by then.

    Folders of the same prefix whose process was killed are removed on the way.

    Raises:
        OutputError: It cannot be made.
    """
    try:
        parent.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=prefix, dir=parent))
        folder.chmod(0o755)  # it may be renamed to something others read
        lock = claim(folder)
    except OSError as error:
        raise OutputError(f"{parent}: cannot be written ({error.strerror or error}).") from error
    try:
        for other in parent.glob(f"{prefix}*"):
            if other != folder:
                _remove_if_left(other)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        release(lock)


def claim(path: Path) -> int | None:
    """Lock a file or folder until `release` or the end of the process; None where not possible.

    Raises:
        BlockingIOError: Another process holds it.
    """
    if fcntl is None:
        return None
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise
    except OSError:  # some network file systems have no locks
        os.close(descriptor)
        return None
    return descriptor


def release(lock: int | None) -> None:
    """Give up what `claim` returned."""
    if lock is not None:
        os.close(lock)


def _remove_if_left(folder: Path) -> None:
    """Remove a temporary folder whose process is gone."""
    with contextlib.suppress(OSError):
        lock = claim(folder)
        if lock is not None or time.time() - folder.stat().st_mtime > _STALE:
            shutil.rmtree(folder, ignore_errors=True)
        release(lock)
