"""What the command line says: data on stdout, talk on stderr, nothing that moves the cursor."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def inert(text: str) -> str:
    """`text` with terminal escapes, control characters and direction overrides made visible."""
    return _CONTROLS.sub(lambda match: f"\\x{ord(match[0]):02x}", text)


def say(text: str) -> None:
    """Tell the person something (stderr)."""
    click.echo(inert(text), err=True)


def data(text: str) -> None:
    """Put out a result (stdout)."""
    click.echo(text)


def data_json(value: Any) -> None:
    """Put out a result for programs (stdout)."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


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
