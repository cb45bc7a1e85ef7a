"""`padanan review`: the desk, where drafts are corrected and approved."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, say
from padanan.errors import ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from padanan.tui.tools import Tools
    from padanan.tui.work import Tally


@click.command(
    cls=ManualCommand,
    about={"PATH": "A folder of bilingual files, or one of them.  [default: out]"},
    examples={
        "padanan review": "The desk, of all that is in out/.",
        "padanan review out/news.po --segment 4f1c2a": "At a segment, as a finding names it.",
        "padanan review --web": "The same desk in a browser on this machine.",
        "padanan review --plain < answers.txt": "Line by line, from a pipe.",
    },
    exit_codes={ExitCode.BAD_INPUT: "There is nothing to review, or it cannot be read."},
    files={"padanan.toml": "Settings: glossary, memory, colours, language, keys."},
    environment={
        "PADANAN_TOKEN": "With --web: the secret in the address, if it is to stay the same.",
        "NO_COLOR": "Draw without colours.",
    },
    see=("docs/review.md", "docs/keys.md", "docs/plain.md", "docs/browser.md"),
)
@click.argument("path", default=Path("out"), type=click.Path(path_type=Path))
@click.option(
    "--plain",
    is_flag=True,
    help="Line by line, without a screen: for screen readers, simple terminals and pipes.",
)
@click.option("--web", is_flag=True, help="Serve the same desk to a browser, on this machine.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="With --web: the address to serve at. Any other is open to the network.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="With --web.  [default: a free one]"
)
@click.option(
    "--segment",
    metavar="ID",
    help="Begin at this segment of the article, as `padanan check` and the report call it.",
)
def review(path: Path, plain: bool, web: bool, host: str, port: int, segment: str | None) -> int:
    """Review drafts side by side with their sources.

    Everything is done by keyboard, and every change is saved at once. Press ? for help and q to
    quit.

    With --web whoever opens the address that is printed can work on the desk; it holds a secret.
    """
    if plain and web:
        raise UsageError("--plain and --web are two kinds of desk. Choose one.")
    if segment is not None:
        _expect_segment(path, segment, web=web)
    if web:
        from padanan.tui.opening import expect
        from padanan.tui.web import serve

        _tools(path)  # what is wrong is told here, not in a tab that closes
        expect(path)
        serve(path, host=host, port=port, token=os.environ.get("PADANAN_TOKEN"), say=say)
        return ExitCode.DONE
    if not plain and not os.environ.get("TEXTUAL_DRIVER"):  # which draws elsewhere: in a browser
        _expect_terminal()
    tools = _tools(path)
    if plain:
        from padanan.tui.plain import run as converse

        done = converse(path, tools, read=sys.stdin, write=sys.stdout, segment=segment)
    else:
        from padanan.tui.app import run

        done = run(path, tools, segment)
    _tell(done)
    return ExitCode.DONE


def _expect_terminal() -> None:
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UsageError(
            "the desk needs a terminal for its input and its output. Run it without pipes or "
            "redirection, or line by line with --plain, or open the .po files in a gettext editor "
            "such as Poedit."
        )
    if os.environ.get("TERM") == "dumb":
        raise UsageError(
            "this terminal cannot place text on the screen (TERM is dumb). Run the desk in "
            "another one, or line by line with --plain."
        )


def _expect_segment(path: Path, segment: str, *, web: bool) -> None:
    """See that there is such a segment.

    Raises:
        UsageError: There is no one article it could be in.
        InputError: The article cannot be read, or has no such segment.
    """
    from padanan.translate import bilingual

    if web:
        raise UsageError(
            "--segment is for the desk in this terminal. Leave --web or --segment out."
        )
    if path.is_dir():
        raise UsageError("--segment belongs to one article. Name its bilingual file (.po).")
    article = bilingual.load(path)
    if article is None:
        raise InputError(f"{path}: there is no such file.")
    if all(one.id != segment for one in article.entries):
        raise InputError(f"{path}: there is no segment {segment} in it.")


def _tools(path: Path) -> "Tools":
    """What the desk of a folder, or of a file in it, works with.

    Raises:
        InputError: The settings say something they cannot say, or the glossary is not there.
    """
    from padanan import language
    from padanan.cli.resources import glossary_path
    from padanan.desk import Desk
    from padanan.tui.tools import Tools

    desk = Desk.find(path if path.is_dir() else path.parent)
    if desk.language is not None:
        language.use(desk.language)
    return Tools(desk, glossary_path(desk, None), path if path.is_dir() else None)


def _tell(done: "Tally") -> None:
    for sentence in done.behind:
        say(f"warning: {sentence}")
    if not done.articles:
        return
    parts = []
    if done.approved:
        parts.append(f"{count(done.approved, 'segment')} approved")
    if done.edited:
        parts.append(f"{count(done.edited, 'segment')} changed")
    told = f"{' and '.join(parts)} in {count(done.articles, 'article')}, all saved."
    if not done.behind:
        told += " The English text follows." if done.articles == 1 else " The English texts follow."
    say(told)
