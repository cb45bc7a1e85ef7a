"""The lock of a folder of results: one padanan at a time writes there, for a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from padanan.errors import OutputError
from padanan.files import LOCK, flush_folder, locked

__all__ = ["LOCK", "PATIENCE", "hold", "make_folder", "open_desk"]

PATIENCE = 10.0
"""Seconds a run waits for another padanan that is writing in the same folder."""


@contextmanager
def hold(folder: Path, patience: float = 0.0, *, hint: str = "") -> Iterator[None]:
    """Keep every other padanan out of `folder`, which must exist.

    Args:
        folder: The folder of the files to be written.
        patience: Seconds to wait for another padanan to be done.
        hint: What to do where the folder cannot be written.

    Raises:
        OutputError: Another padanan is writing there, or the folder cannot be written.
    """
    with locked(
        folder,
        patience,
        busy=f"{folder}: another padanan is writing in this folder, and has not come to an end. "
        "Try again in a moment.",
        unwritable=lambda reason: f"{folder}: cannot be written ({reason}).{hint}",
    ):
        yield


def make_folder(folder: Path) -> Path:
    """Make a folder for results if need be, and return it.

    Raises:
        OutputError: It cannot be made.
    """
    try:
        new = list(takewhile(lambda one: not one.exists(), (folder, *folder.parents)))
        folder.mkdir(parents=True, exist_ok=True)
        for one in new:
            flush_folder(one.parent)  # else a power cut could take a folder with all that is in it
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
    with hold(make_folder(folder), PATIENCE, hint=" Choose another folder with -o."):
        pass
