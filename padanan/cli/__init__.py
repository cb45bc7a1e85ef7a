"""The command line. Every heavy import happens inside the command that needs it."""

import io
import sys
from collections.abc import Sequence

import click

from padanan import __version__
from padanan.cli.lazy import LazyGroup
from padanan.cli.talk import mute_if_broken, say
from padanan.errors import ExitCode, PadananError

_COMMANDS = {
    "translate": ("padanan.cli.translate", "Translate Indonesian articles into English."),
    "review": ("padanan.cli.review", "Review drafts side by side with their sources."),
    "check": ("padanan.cli.check", "List what is the matter with translations."),
    "status": ("padanan.cli.status", "Tell where the translations stand, and what to do next."),
    "report": ("padanan.cli.report", "Write a page that tells where the translations stand."),
    "export": ("padanan.cli.export", "Write translated articles for readers and for other tools."),
    "import": ("padanan.cli.take", "Take XLIFF back that somebody worked on."),
    "glossary": (
        "padanan.cli.glossary",
        "Keep the glossary (terms.tsv), search it, check it, exchange it.",
    ),
    "memory": ("padanan.cli.memory", "Search the translation memory, exchange it, prune it."),
    "model": ("padanan.cli.model", "List, install and inspect translation models."),
    "doctor": ("padanan.cli.doctor", "Tell what is installed, what is wrong, and what to do."),
    "completion": ("padanan.cli.completion", "Print a script that completes commands in a shell."),
}
"""Each command, the module that holds it, and the first line of its help (`LazyGroup`)."""


@click.group(
    name="padanan",
    cls=LazyGroup,
    lazy=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    examples={
        "padanan translate seeds/": "Draft English of the articles in a folder, into out/.",
        "padanan review": "Correct and approve the drafts.",
        "padanan export out/ --to docx": "Give them away as Word documents.",
        "padanan COMMAND --help": "The manual of a command.",
    },
    environment={
        "PADANAN_MODEL": "The model to use where no other is named.",
        "NO_COLOR": "Write and draw without colours.",
    },
    files={
        "padanan.toml": "The settings of a desk.",
        "terms.tsv": "The glossary, in the current folder.",
    },
    see=("README.md", "docs/desk.md", "docs/cli.md"),
)
@click.version_option(__version__, prog_name="padanan")
def padanan() -> None:
    """An offline translation desk for Indonesian news.

    Drafts English on this machine, with no network and no account, and keeps source and target
    side by side in gettext PO files that any translation tool opens.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run `padanan` with `arguments` (default: the process's own) and return its exit code."""
    streams = sys.stdout, sys.stderr
    try:
        result = padanan.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="padanan",
            standalone_mode=False,
        )
        if sys.stdout is not None:  # None where it was closed before we began
            sys.stdout.flush()
        code = int(result) if isinstance(result, int) else ExitCode.DONE
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except click.Abort:
        say("Interrupted.")
        code = ExitCode.INTERRUPTED
    except click.ClickException as error:
        say(_shown(error))
        code = ExitCode.USAGE
    except PadananError as error:
        say(f"padanan: {error.message}")
        code = error.exit_code
    except BrokenPipeError:
        code = ExitCode.DONE  # the reader (head, less) has gone: not an error
    except SystemExit:
        # Click makes a plain exit of a broken pipe and puts stand-ins in the streams' places.
        # Any other exit is meant as it is.
        if sys.stdout is streams[0]:
            raise
        sys.stdout, sys.stderr = streams
        code = ExitCode.DONE
    except OSError as error:
        say(f"padanan: {_sentence(error)}")
        code = ExitCode.BAD_INPUT
    mute_if_broken(sys.stdout)
    mute_if_broken(sys.stderr)
    return code


class _Kept(io.StringIO):
    """Takes what click prints whole: for a file, click would drop escapes instead of leaving them
    to be made visible."""

    def isatty(self) -> bool:
        return True


def _shown(error: click.ClickException) -> str:
    """What click prints of an error."""
    kept = _Kept()
    error.show(file=kept)
    return kept.getvalue().rstrip("\n")


def _sentence(error: OSError) -> str:
    """An error of the system that no command has put into words."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return f"{click.format_filename(error.filename)}: cannot be used ({reason})."
    from traceback import walk_tb

    # What comes out of click's echo was bound for stdout (its help, its version): what is said on
    # stderr never fails.
    if any(frame.f_code is click.echo.__code__ for frame, _ in walk_tb(error.__traceback__)):
        return f"standard output: cannot be written ({reason})."
    return f"something could not be read or written ({reason})."
