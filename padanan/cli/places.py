"""Where a memory is, as an argument on the command line."""

from typing import Any

import click

from padanan.address import Address, Place, place
from padanan.cli.glossary.files import PATH
from padanan.cli.talk import inert
from padanan.errors import InputError


class _Place(click.Path):
    """A file's path, or an address of a database."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            found = place(value) if isinstance(value, str) else value
        except InputError as error:
            self.fail(error.message, param, ctx)
        return found if isinstance(found, Address) else PATH.convert(value, param, ctx)


PLACE = _Place()
"""The type of every memory on the command line."""


def place_name(where: Place) -> str:
    """A memory's place for messages: its file, or its address without the password."""
    return inert(click.format_filename(str(where)))
