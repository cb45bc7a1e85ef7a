"""Groups of commands whose modules are imported only when a command of theirs runs."""

import builtins
import importlib
from collections.abc import Mapping
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from padanan.cli.manual import ManualGroup

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Lazy = Mapping[str, tuple[str, str]]
"""Commands that are not imported yet: for each name the module that holds it (in a variable of the
same name, with a _ behind a word of Python's own), and the first line of its help."""


class LazyGroup(ManualGroup):
    """A group that imports a command's module only when that command runs.

    Listing the commands and completing their names imports none of them. They are listed in the
    order that is given, which is that of use.
    """

    def __init__(self, *arguments: Any, lazy: Lazy, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.lazy:
            return None
        module, _ = self.lazy[cmd_name]
        own = iskeyword(cmd_name) or hasattr(builtins, cmd_name)
        variable = f"{cmd_name}_" if own else cmd_name
        command: click.Command = getattr(importlib.import_module(module), variable)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in self.lazy.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
        from click.shell_completion import CompletionItem

        names = [
            CompletionItem(name, help=summary)
            for name, (_, summary) in self.lazy.items()
            if name.startswith(incomplete)
        ]
        # What a command without commands of its own has: its options.
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]
