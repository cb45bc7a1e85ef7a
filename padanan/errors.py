"""The errors padanan raises and the exit codes its commands end with.

Every error a user can meet is a `PadananError`: its message is one or more plain sentences that
say what is wrong, where, and what to do. The command line prints the message, never a traceback.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended, as its process exit status."""

    DONE = 0
    """Everything asked for was done."""

    FINDINGS = 1
    """Done, and there is something a person should look at."""

    USAGE = 2
    """The command line itself was wrong; nothing was done."""

    NO_MODEL = 3
    """No usable translation model; nothing was translated."""

    BAD_INPUT = 4
    """Some input could not be used; the rest was done."""

    INTERRUPTED = 130
    """Stopped by the user (Ctrl+C); what was finished is kept."""


def how_to_add(extra: str) -> str:
    """How an optional part of padanan is installed, as the end of a sentence."""
    return (
        f"in padanan's folder, uv sync --inexact --extra {extra} (or, without uv, "
        f"pip install --no-deps --require-hashes -r locks/{extra}.lock)"
    )


class PadananError(Exception):
    """Root of all errors meant for the user.

    Args:
        message: What is wrong, where, and what to do, in plain sentences.
    """

    exit_code: ExitCode = ExitCode.BAD_INPUT

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InputError(PadananError):
    """An article, glossary or other input file cannot be used."""


class OutputError(PadananError):
    """A result cannot be written."""


class UsageError(PadananError):
    """The arguments do not make sense together."""

    exit_code = ExitCode.USAGE


class ModelError(PadananError):
    """A translation model is missing, damaged, or of the wrong language."""

    exit_code = ExitCode.NO_MODEL
