"""`padanan memory`: the translation memory, exchanged with other tools, searched and pruned."""

import click

from padanan.cli.manual import ManualGroup
from padanan.cli.memory.asking import search, stats
from padanan.cli.memory.exchanging import export, import_
from padanan.cli.memory.pruning import prune

__all__ = ["memory"]


@click.group(
    cls=ManualGroup,
    files={"out/memory.sqlite": "The memory, where padanan.toml names no other."},
    see=("docs/memory.md", "docs/desk.md"),
)
def memory() -> None:
    """Search the translation memory, exchange it, prune it.

    The memory holds what was approved, and lies beside the results (out/memory.sqlite) unless
    padanan.toml names another place. Approving a segment stores it; nothing need be done here.
    """


for _command in (import_, export, search, stats, prune):
    memory.add_command(_command)
