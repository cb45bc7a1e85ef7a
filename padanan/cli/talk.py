"""What the command line says: data on stdout, talk on stderr, nothing that moves the cursor."""

import contextlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

import click

from padanan.errors import InputError, OutputError

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSAFE = re.compile(rf"{_CONTROLS.pattern}|[\ud800-\udfff]")
"""The same, and the halves of characters that stand for bytes of a file name that are no text."""


def inert(text: str) -> str:
    """`text` with terminal escapes, control characters and direction overrides made visible."""
    return _CONTROLS.sub(lambda match: f"\\x{ord(match[0]):02x}", text)


def say(text: str) -> None:
    """Tell the person something (stderr); that nobody can hear it does not stop the work."""
    try:
        click.echo(inert(text), err=True)
    except OSError:
        mute_if_broken(sys.stderr)


def data(text: str | bytes, *, nl: bool = True) -> None:
    """Put out a result (stdout), with a line break at its end unless `nl` is false.

    Bytes are put out as they are: a file in the place of one on the disk.

    Raises:
        BrokenPipeError: The reader has gone.
        OutputError: It cannot be written (a full disk, ...).
    """
    try:
        click.echo(text, nl=nl)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"standard output: cannot be written ({error.strerror or error})."
        ) from error


def data_json(value: Any) -> None:
    """Put out a result for programs (stdout)."""
    data(escaped(json.dumps(value, ensure_ascii=False, indent=2)))


def escaped(text: str) -> str:
    """JSON with what a terminal might obey, and what no file can hold, written as escapes."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def read_stdin() -> bytes:
    """All of standard input.

    Raises:
        InputError: It is closed or cannot be read.
    """
    if sys.stdin is None:
        raise InputError(
            "standard input is closed, so there is nothing to read. Give it something with < FILE "
            "or a pipe, or name a file instead of -."
        )
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"standard input: cannot be read ({error.strerror or error}).") from error


def mute_if_broken(stream: TextIO | None) -> None:
    """Point a stream that can no longer be written to where everything can.

    What it still holds would otherwise make the interpreter's own flush at the end complain.
    """
    if stream is None:
        return
    try:
        stream.flush()
    except OSError:
        with contextlib.suppress(OSError):  # not a file of the system's
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, stream.fileno())
            os.close(null)


def count(number: int, noun: str) -> str:
    """ "1 article", "5 articles", "1,234 segments"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@contextmanager
def progress(description: str) -> Iterator[Callable[[float, float | None], None]]:
    """A progress bar on a terminal, silence elsewhere.

    Yields a function that takes what is done and the total (None while it is unknown).
    """
    if not sys.stderr.isatty():
        yield lambda done, total: None  # noqa: ARG005
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(description, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
