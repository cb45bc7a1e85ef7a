"""What an examination says, fit to be pasted where anyone may read it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from padanan.desk import Desk
from padanan.errors import PadananError


class State(StrEnum):
    """How what was looked at is."""

    OK = "ok"
    """As it should be."""

    WARNING = "warning"
    """padanan works, but not as well as it could, or not for long."""

    WRONG = "wrong"
    """Something will not work."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at.

    Attributes:
        about: What was looked at, in a word or two.
        says: How it is.
        state: Whether that is as it should be.
        do: What to do, where it is not.
    """

    about: str
    says: str
    state: State = State.OK
    do: str = ""


def warning(about: str, says: str, do: str) -> Line:
    """What padanan works in spite of."""
    return Line(about, says, State.WARNING, do)


def wrong(about: str, says: str, do: str) -> Line:
    """What will not work."""
    return Line(about, says, State.WRONG, do)


@dataclass(frozen=True, slots=True)
class Where:
    """What is looked at.

    Attributes:
        results: The folder of results, which need not exist.
        desk: Its settings; the defaults where they cannot be read.
        trouble: Why they cannot, or nothing.
    """

    results: Path
    desk: Desk
    trouble: str = ""


Lines = Iterator[Line]
Examination = Callable[[Where], Lines]


def examined(examine: Examination, where: Where) -> Lines:
    """What an examination says. What it trips over is part of what is wrong, and stops no other."""
    try:
        for line in examine(where):
            yield Line(line.about, private(line.says), line.state, private(line.do))
    except PadananError as error:
        yield wrong("trouble", private(error.message), "See the sentence above.")
    except ModuleNotFoundError as error:
        yield wrong(
            "installation", f"{error.name or error} is not there, so this could not be looked at.",
            "Install padanan again.",
        )  # fmt: skip
    except Exception as error:  # whatever is broken, the rest is to be looked at
        reason = private(str(error)) if isinstance(error, OSError) else type(error).__name__
        yield wrong("trouble", f"this could not be looked at ({reason}).", "Report it, please.")


def private(text: str) -> str:
    """`text` without the name of the person's home folder, and on one line."""
    line = " ".join(text.split())
    for home in _homes():
        line = line.replace(f"{home}{os.sep}", f"~{os.sep}").replace(f"{home} ", "~ ")
    return line


def _homes() -> list[str]:
    """The home folder, as it is named and where it really is; longer names first."""
    try:
        home = Path.home()
    except RuntimeError:  # an account without a home
        return []
    names = {str(home), os.path.realpath(home)} - {"", os.sep}
    return sorted(names, key=len, reverse=True)


def shown(path: Path) -> str:
    """A path, the home folder as ~."""
    for home in _homes():
        if str(path) == home:
            return "~"
    return private(str(path))
