"""`padanan memory`: the translation memory, exchanged with other tools, searched and pruned."""

import click

from padanan.cli.memory.asking import search, stats
from padanan.cli.memory.exchanging import export, import_
from padanan.cli.memory.pruning import prune

__all__ = ["memory"]


class _InOrder(click.Group):
    """Lists its commands as they are used, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


@click.group(cls=_InOrder)
def memory() -> None:
    """Search the translation memory, exchange it with other tools, prune it.

    The memory holds what was approved, and lies beside the results (out/memory.sqlite) unless
    padanan.toml names another place. Approving a segment stores it; nothing need be done here.
    """


for _command in (import_, export, search, stats, prune):
    memory.add_command(_command)
