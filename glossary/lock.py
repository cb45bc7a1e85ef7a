"""Changing a glossary while other programs may be changing it too."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from padanan.errors import OutputError
from padanan.files import locked
from padanan.glossary.table import GlossaryFile

PATIENCE = 60.0
"""Seconds to wait for another padanan that is changing a glossary in the same folder: several that
each take in a glossary of 100,000 rows."""


@contextmanager
def hold(
    path: Path, patience: float = PATIENCE, *, waiting: Callable[[], None] | None = None
) -> Iterator[None]:
    """Keep every other padanan from changing the glossary at `path`.

    Args:
        path: The glossary. A link is followed: the lock is where the file itself is.
        patience: Seconds to wait for another padanan to be done.
        waiting: Called once if that takes longer than one waits unnoticed.

    Raises:
        OutputError: Another padanan is changing it, or its folder cannot be written.
    """
    folder = path.resolve().parent
    if not folder.is_dir():  # which filelock would make
        raise OutputError(f"{path}: there is no such folder.")
    with locked(
        folder,
        patience,
        busy=f"{path}: another padanan is changing a glossary in this folder, and has not come to "
        "an end. Try again in a moment.",
        unwritable=lambda reason: f"{path}: its folder cannot be written ({reason}).",
        waiting=waiting,
    ):
        yield


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
