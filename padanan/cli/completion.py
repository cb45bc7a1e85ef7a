"""`padanan completion`: what completes padanan's commands in a shell."""

import click

from padanan.cli.manual import ManualCommand
from padanan.cli.talk import data
from padanan.errors import ExitCode

SHELLS = ("bash", "zsh", "fish")

VARIABLE = "_PADANAN_COMPLETE"
"""What click looks at to see whether a shell asks for completions."""


@click.command(
    cls=ManualCommand,
    about={"SHELL": "bash (4.4 or newer), zsh or fish."},
    examples={
        """echo 'eval "$(padanan completion bash)"' >> ~/.bashrc""": "Install it for bash.",
        """echo 'eval "$(padanan completion zsh)"' >> ~/.zshrc""": (
            "Install it for zsh, where compinit is run above that line."
        ),
        "padanan completion fish > ~/.config/fish/completions/padanan.fish": "Install it for fish.",
    },
    see=("docs/completion.md",),
)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> ExitCode:
    """Print a script that completes commands in a shell.

    Commands, options, files and what there is to choose from are completed when Tab is pressed:
    models, checks, formats, subject fields of the glossary. The script asks padanan each time, so
    it need not be made anew when padanan is upgraded.
    """
    from click.shell_completion import get_completion_class

    from padanan.cli import padanan

    made = get_completion_class(shell)
    assert made is not None  # one of `SHELLS`
    script = made(padanan, {}, "padanan", VARIABLE)
    # Not `source()`, which starts a bash to see how old it is.
    data(script.source_template % script.source_vars(), nl=False)
    return ExitCode.DONE
