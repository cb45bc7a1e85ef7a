"""Lines to a person and from them, through a terminal, a screen reader or a pipe.

Nothing here moves the cursor or changes colours; what comes from files is made inert.
"""

import io
import re
import sys
from types import ModuleType
from typing import TextIO

from padanan.language import gettext as _
from padanan.tui.text import inert, one_line

_UNDECODED = re.compile("[\ud800-\udfff]")


class Lines:
    """What is said to a person, and what they answer.

    Args:
        read: Where answers come from.
        write: Where all is said.
    """

    def __init__(self, read: TextIO, write: TextIO) -> None:
        self._read = read
        self._write = write
        # What is no text, and what the terminal has no sign for, stops nothing.
        if isinstance(read, io.TextIOWrapper):
            read.reconfigure(errors="surrogateescape")
        if isinstance(write, io.TextIOWrapper):
            write.reconfigure(errors="backslashreplace")
        typed = read.isatty() and write.isatty()
        own = read is sys.stdin and write is sys.stdout
        self._readline = _readline() if typed and own else None
        self._echoed = typed

    def say(self, *sentences: str) -> None:
        """Say something, each sentence or text on a line of its own."""
        self._write.write("".join(f"{inert(sentence)}\n" for sentence in sentences))
        self._write.flush()

    def ask(self, question: str, text: str = "") -> str | None:
        """The answer to a question, on one line; None when there is nobody left to answer.

        Args:
            question: What is asked.
            text: What the answer is made from, where there are keys to do so.
        """
        line = self._typed(question, text) if self._readline else self._sent(question)
        if line is None:
            self.say("")
        elif _UNDECODED.search(line):
            encoding = str(self._read.encoding)
            self.say(_("That line is not {encoding}. It was left out.").format(encoding=encoding))
            return ""
        return line

    def _typed(self, question: str, text: str) -> str | None:
        """An answer that is typed with readline's keys."""
        assert self._readline is not None
        readline = self._readline

        def fill() -> None:
            readline.insert_text(one_line(text))
            readline.redisplay()

        readline.set_pre_input_hook(fill if text else None)
        try:
            return input(question)
        except EOFError:
            return None
        finally:
            readline.set_pre_input_hook(None)

    def _sent(self, question: str) -> str | None:
        """An answer that comes as a line, of which the person sees nothing unless they typed it."""
        self._write.write(question)
        self._write.flush()
        line = self._read.readline()
        if not self._echoed:
            self.say("")
        return line.rstrip("\r\n") if line else None


def _readline() -> ModuleType | None:
    """The keys of readline, where the system has it."""
    try:
        import readline
    except ImportError:  # Windows
        return None
    # What was typed is in the file; it is nothing for the arrow keys.
    readline.set_auto_history(False)
    return readline


def numbered(rest: str, last: int) -> int | None:
    """The place that a number stands for, from 0; None where it is none from 1 to the last."""
    # A longer number may be one too many digits for Python.
    place = int(rest) - 1 if rest.isascii() and rest.isdigit() and len(rest) < 10 else -1
    return place if 0 <= place < last else None
