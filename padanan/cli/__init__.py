"""The command line. Every heavy import happens inside the command that needs it."""

import importlib
import os
import sys
from collections.abc import Sequence

import click

from padanan import __version__
from padanan.errors import ExitCode, PadananError

_COMMANDS = {
    "translate": ("padanan.cli.translate", "Translate articles into English."),
    "review": ("padanan.cli.review", "Review drafts side by side with their sources."),
    "glossary": ("padanan.cli.glossary", "Check and search the glossary."),
    "model": ("padanan.cli.model", "List, install and inspect translation models."),
}
"""Each command, the module that holds it (in a variable of the same name), and its one line."""


class _LazyGroup(click.Group):
    """A group that imports a command's module only when that command runs.

    The one-line summaries are kept here so that `padanan --help` imports none of them.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])


@click.group(
    name="padanan",
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: padanan translate seeds/",
)
@click.version_option(__version__, prog_name="padanan")
def padanan() -> None:
    """An offline translation desk for Indonesian news.

    Drafts English on this machine, with no network and no account, and keeps source and target
    side by side in gettext PO files that any translation tool opens.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run `padanan` with `arguments` (default: the process's own) and return its exit code."""
    try:
        result = padanan.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="padanan",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.Abort:
        click.echo("Interrupted.", err=True)
        return ExitCode.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except PadananError as error:
        click.echo(f"padanan: {error.message}", err=True)
        return error.exit_code
    except (BrokenPipeError, SystemExit):
        # The reader (head, less) has gone: not an error. Click turns that into a plain exit.
        # Point stdout elsewhere, so that the interpreter's own flush at the end is silent too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    return int(result) if isinstance(result, int) else ExitCode.DONE
