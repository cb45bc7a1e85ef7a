"""Which memory a command is about, and how it is opened."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.address import Place
from padanan.cli.places import PLACE, place_name
from padanan.errors import InputError

if TYPE_CHECKING:
    from padanan.translate.memory import Memory

_RESULTS = Path("out")
"""The folder of results, where no other is named."""

memory_place = click.option(
    "-m",
    "--memory",
    "where",
    type=PLACE,
    metavar="FILE|ADDRESS",
    help="The memory: a file, or postgresql://USER@HOST/DATABASE.  [default: what padanan.toml "
    "says, or out/memory.sqlite]",
)


def place(where: Place | None) -> Place:
    """The memory: what the person named, else that of the desk.

    Raises:
        InputError: The desk's settings cannot be used.
    """
    if where is not None:
        return where
    from padanan.desk import Desk

    found = Desk.find(_RESULTS).memory
    here = Path.cwd()
    if isinstance(found, Path) and found.is_relative_to(here):
        return found.relative_to(here)
    return found


def open_there(where: Place | None) -> "Memory":
    """The memory, which must be there.

    Raises:
        InputError: There is none, or it is damaged.
        OutputError: It cannot be opened, or another padanan keeps it busy.
    """
    from padanan.translate.memory import Memory

    named = place(where)
    memory = Memory.find(named)
    if memory is None:
        raise InputError(
            f"{place_name(named)}: there is no translation memory yet. It is made when the first "
            "segment is approved, or by padanan memory import; or name another with -m/--memory."
        )
    return memory
