"""`padanan review`: the desk, where drafts are corrected and approved."""

import os
import sys
from pathlib import Path

import click

from padanan.cli.talk import count, say
from padanan.errors import ExitCode, UsageError


@click.command()
@click.argument("path", default=Path("out"), type=click.Path(path_type=Path))
def review(path: Path) -> int:
    """Review drafts side by side with their sources.

    PATH is a folder of bilingual files, or one of them (default: out). Everything is done by
    keyboard, and every change is saved at once. Press ? for help and q to quit.
    """
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UsageError(
            "the desk needs a terminal for its input and its output. Run it without pipes or "
            "redirection, or open the .po files in a gettext editor such as Poedit."
        )
    if os.environ.get("TERM") == "dumb":
        raise UsageError(
            "this terminal cannot place text on the screen (TERM is dumb). Run the desk in "
            "another one, or open the .po files in a gettext editor such as Poedit."
        )
    from padanan.tui.app import run

    done = run(path)
    if done.articles:
        parts = []
        if done.approved:
            parts.append(f"{count(done.approved, 'segment')} approved")
        if done.edited:
            parts.append(f"{count(done.edited, 'segment')} changed")
        say(
            f"{' and '.join(parts)} in {count(done.articles, 'article')}, all saved. Run padanan "
            "translate again to bring the English texts up to date."
        )
    return ExitCode.DONE
