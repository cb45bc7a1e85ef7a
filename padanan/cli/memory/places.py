"""Which memory a command is about, and how it is opened."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.glossary.files import PATH
from padanan.errors import InputError

if TYPE_CHECKING:
    from padanan.translate.memory import Memory

_RESULTS = Path("out")
"""The folder of results, where no other is named."""

memory_file = click.option(
    "-m",
    "--memory",
    "file",
    type=PATH,
    help="The memory.  [default: what padanan.toml says, or out/memory.sqlite]",
)


def place(file: Path | None) -> Path:
    """The memory's file: what the person named, else that of the desk.

    Raises:
        InputError: The desk's settings cannot be used.
    """
    if file is not None:
        return file
    from padanan.desk import Desk

    found = Desk.find(_RESULTS).memory
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found


def open_there(file: Path | None) -> "Memory":
    """The memory, which must be there.

    Raises:
        InputError: There is none, or it is damaged.
        OutputError: It cannot be opened, or another padanan keeps it busy.
    """
    from padanan.translate.memory import Memory

    path = place(file)
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            f"{path}: there is no translation memory yet. It is made when the first segment is "
            "approved, or by padanan memory import; or name another with -m/--memory FILE."
        ) from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    return Memory.open(path)
