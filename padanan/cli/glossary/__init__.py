"""`padanan glossary`: keep the glossary, search and check it, exchange it with other tools."""

import click

from padanan.cli.glossary.asking import find, list_, stats
from padanan.cli.glossary.checking import check
from padanan.cli.glossary.editing import add, edit, remove
from padanan.cli.glossary.exchanging import diff, export
from padanan.cli.glossary.extracting import extract
from padanan.cli.glossary.impact import impact
from padanan.cli.glossary.merging import import_, merge

__all__ = ["glossary"]


class _InOrder(click.Group):
    """Lists its commands as they are used, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


@click.group(cls=_InOrder)
def glossary() -> None:
    """Keep the glossary (terms.tsv), search it, check it, exchange it.

    The glossary is the file terms.tsv in the current folder. Where there is none, the one that
    comes with padanan is searched and exported; to have your own to change, start with: padanan
    glossary export terms.tsv
    """


for _command in (
    list_,
    find,
    add,
    edit,
    remove,
    check,
    stats,
    import_,
    export,
    merge,
    diff,
    impact,
    extract,
):
    glossary.add_command(_command)
