"""Which glossary a command is about, and how it is opened."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.cli.completing import formats
from padanan.cli.talk import count, inert, read_stdin, say
from padanan.errors import InputError, UsageError

if TYPE_CHECKING:
    from padanan.glossary import Glossary, GlossaryFile, Problem
    from padanan.glossary.formats import Reading

HERE = Path("terms.tsv")
"""The desk's glossary lies in the folder where the desk works."""

STANDARD = Path("-")
"""Standard input or output, in the place of a file."""

_SCREENFUL = 20
"""Lines about a file that a person at a terminal is told."""

HERE_IS = {str(HERE): "The glossary, in the current folder."}
UNREADABLE = "The glossary could not be read."
NOBODY_ASKED = "The command line was wrong, or nobody was there to be asked; nothing was done."
UNCHANGED = "It cannot be so, or the glossary could not be read or written; nothing was changed."
"""What manuals say of the glossary and of what comes of a command."""


class _Path(click.Path):
    """A file's path, which is never empty."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":  # which `Path` would take for the current folder
            self.fail("the path is empty.", param, ctx)
        return super().convert(value, param, ctx)


PATH = _Path(path_type=Path)
"""The type of every path on the command line."""

to_read = click.option(
    "-g",
    "--glossary",
    "file",
    type=PATH,
    help="The glossary.  [default: terms.tsv here, or the one that comes with padanan]",
)
to_write = click.option(
    "-g",
    "--glossary",
    "file",
    type=PATH,
    default=HERE,
    show_default=True,
    help="The glossary to change.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
format_name = click.option(
    "--format",
    "format_",
    metavar="NAME",
    shell_complete=formats,
    help="The format, where the file's name does not say it.",
)
dry_run = click.option("--dry-run", is_flag=True, help="Show what would change, change nothing.")
yes = click.option("-y", "--yes", is_flag=True, help="Do not ask.")


def name(path: Path, standard: str = "standard input") -> str:
    """A file's name for messages and for stdout; `standard` is what - stands for."""
    return standard if path == STANDARD else inert(click.format_filename(path))


def shipped() -> Path:
    """The glossary that comes with padanan."""
    from padanan.glossary.tables import DATA

    return DATA / "terms.tsv"


def readable(file: Path | None) -> Path:
    """The glossary to read when `file` is what the person named, if anything.

    Raises:
        InputError: None was named and there is none.
    """
    if file is not None:
        return file
    if HERE.exists():
        return HERE
    if not shipped().is_file():
        raise InputError(
            f"{HERE}: there is no such file. Name the glossary with -g/--glossary FILE."
        )
    say(f"There is no {HERE} here: this is the glossary that comes with padanan.")
    return shipped()


def load(file: Path | None, *, cldr: bool = True, content: bytes | None = None) -> "Glossary":
    """The glossary to ask, with a word on stderr if some of it could not be used.

    Args:
        file: What the person named, if anything.
        cldr: Whether it is to know the names from CLDR.
        content: What the file holds, if it has been read: a pipe can be read only once.

    Raises:
        InputError: There is none, or it cannot be read.
        UsageError: It is to be standard input.
    """
    from padanan.glossary import Glossary, GlossaryFile

    path = readable(file)
    expect(path)
    if content is None:
        loaded = Glossary.load(path, cldr=cldr)
    else:
        read = GlossaryFile(path, content)
        loaded = Glossary(read.concepts, problems=read.problems, cldr=cldr)
    _tell_problems(path, len(loaded.problems))
    return loaded


def content(path: Path) -> bytes:
    """What the file of a glossary holds.

    Raises:
        InputError: There is none, or it cannot be read.
        UsageError: It is to be standard input.
    """
    expect(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error


def load_file(path: Path) -> "GlossaryFile":
    """The glossary to change, with a word on stderr if some of it could not be used.

    Raises:
        InputError: There is none, or it cannot be read.
        UsageError: It is to be standard input.
    """
    from padanan.glossary import GlossaryFile

    expect(path)
    loaded = GlossaryFile.load(path)
    _tell_problems(path, len(loaded.problems))
    return loaded


def read_any(path: Path, format_: str | None) -> "Reading":
    """What a file of any format that can be imported holds; - is standard input.

    Raises:
        InputError: There is no such file, or it is none of the format.
        UsageError: There is no such format, or it cannot be read.
    """
    from padanan.glossary.formats import by_name, read_path

    named = by_name(format_) if format_ else None
    if path != STANDARD:
        return read_path(path, named)
    if named is None:
        raise UsageError("- is standard input. Name its format with --format.")
    try:
        return named.read(read_stdin())
    except InputError as error:
        raise InputError(f"standard input: {error.message}") from error


def tell_problems(path: Path, problems: "Iterable[Problem]") -> None:
    """What is wrong in a file of another tool, one line each on stderr; a screenful at most."""
    told = list(problems)
    most = _SCREENFUL if sys.stderr is not None and sys.stderr.isatty() else len(told)
    for problem in told[:most]:
        say(problem.located(name(path)))
    if len(told) > most:
        say(f"{name(path)}: and {count(len(told) - most, 'problem')} more; --json lists all.")


def has_errors(problems: "Iterable[Problem]") -> bool:
    """Whether something could not be used; the rest are warnings."""
    from padanan.glossary import Severity

    return any(problem.severity is Severity.ERROR for problem in problems)


def change(
    path: Path,
    work: "Callable[[GlossaryFile], bool]",
    *,
    dry_run: bool = False,
    question: str | None = None,
) -> None:
    """Let `work` change the glossary at `path`, and save it.

    Args:
        path: The glossary.
        work: Makes the changes and shows them; returns whether there are any.
        dry_run: Whether to leave the file alone.
        question: What to ask on a terminal before the file is written; None to ask nothing.

    Raises:
        InputError: There is no such glossary, or it cannot be read.
        OutputError: It cannot be written.
    """
    if dry_run:
        if work(load_file(path)):
            say("Nothing was written (--dry-run).")
        return
    from padanan.glossary.lock import changing, hold

    if question is not None and at_terminal():
        # Nobody else is kept waiting for the answer: saving refuses if the file has changed.
        file = load_file(path)
        if work(file):
            if click.confirm(question, err=True):
                with hold(path, waiting=tell_wait):
                    file.save()
            else:
                say("Nothing was written.")
        return
    expect(path)
    with changing(path, waiting=tell_wait) as file:
        _tell_problems(path, len(file.problems))
        work(file)


def tell_wait() -> None:
    """Say to somebody at a terminal why nothing happens."""
    if sys.stderr is not None and sys.stderr.isatty():
        say("Waiting for another padanan that is changing a glossary in this folder.")


def at_terminal() -> bool:
    """Whether somebody is there to answer a question."""
    streams = sys.stdin, sys.stderr
    return all(stream is not None and stream.isatty() for stream in streams)


def check_confirmable(*, yes: bool, dry_run: bool, as_json: bool) -> None:
    """See that there is a yes for what is to be taken away, or somebody to ask for it.

    Raises:
        UsageError: There is neither.
    """
    check_unasked(yes=yes, dry_run=dry_run, as_json=as_json)
    if not (yes or dry_run or at_terminal()):
        raise UsageError(
            "nobody can be asked here, for this is no terminal. Say --yes to go ahead, or "
            "--dry-run to see what would be removed."
        )


def check_unasked(*, yes: bool, dry_run: bool, as_json: bool) -> None:
    """See that somebody who could be asked has said yes where JSON says only what was done.

    Raises:
        UsageError: They have not.
    """
    if as_json and at_terminal() and not (yes or dry_run):
        raise UsageError(
            "with --json nothing is shown that could be asked about. Say --yes to go ahead, or "
            "--dry-run to see what would change."
        )


_HOW_TO_GET_ONE = (
    " Name another with -g/--glossary FILE, or start with a copy of the glossary that comes with "
    "padanan: padanan glossary export {}"
)


def expect(path: Path, advice: str = _HOW_TO_GET_ONE) -> None:
    """See that there is a glossary.

    Args:
        path: Its file.
        advice: What to say after that there is none; {} stands for the file.

    Raises:
        InputError: There is none.
        UsageError: It is to be standard input.
    """
    if path == STANDARD:
        raise UsageError(
            "the glossary cannot be standard input here. Name its file with -g/--glossary FILE."
        )
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(f"{path}: there is no such file.{advice.format(path)}") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error


def _tell_problems(path: Path, number: int) -> None:
    if number:
        named = "" if path == HERE else f" {name(path)}"  # what check looks at when given nothing
        say(f"{name(path)}: {count(number, 'problem')}; padanan glossary check{named} says where.")
