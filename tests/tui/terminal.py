"""The desk as a program of its own in a terminal: what it is sent, and every byte it writes."""

import os
import pty
import re
import select
import struct
import sys
import termios
import time
from collections.abc import Mapping
from fcntl import ioctl
from pathlib import Path
from subprocess import Popen
from types import TracebackType
from typing import Self

_PATIENCE = 60.0
"""Seconds to wait for what is to come; a machine may be busy."""

SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
"""An escape sequence: a CSI, an OSC, or a short one."""


class Terminal:
    """A program in a terminal.

    Args:
        command: The program and its arguments.
        environment: Its environment.
        folder: Where it runs.
        size: Columns and lines.
    """

    def __init__(
        self,
        command: list[str],
        environment: Mapping[str, str],
        folder: Path,
        size: tuple[int, int] = (100, 30),
    ) -> None:
        self._ours, theirs = pty.openpty()
        columns, lines = size
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = termios.tcgetattr(theirs)
        """How the terminal was set before the program ran."""
        self.written = b""
        """All that the program has written."""
        self._theirs = theirs
        self._gone = False
        self._process = Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={**environment, "TERM": "xterm-256color", "COLUMNS": "", "LINES": ""},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if not self._gone:
            self.hang_up()

    @property
    def after(self) -> list[object]:
        """How the terminal is set now."""
        return termios.tcgetattr(self._theirs)

    @property
    def text(self) -> str:
        """All that was written, without escape sequences."""
        return SEQUENCE.sub("", self.written.decode(errors="ignore"))

    def send(self, keys: str) -> None:
        """Send keys as a terminal does."""
        os.write(self._ours, keys.encode())

    def until(self, words: str, start: int = 0) -> None:
        """Wait until words have been written.

        Args:
            words: The words.
            start: How much of what was written does not count, as characters of `text`.
        """
        end = time.monotonic() + _PATIENCE
        while words not in self.text[start:]:
            assert time.monotonic() < end, f"{words!r} never came:\n{self.text[-3000:]}"
            assert self._process.poll() is None, f"it has ended:\n{self.text[-3000:]}"
            self._read(0.05)

    def hang_up(self) -> None:
        """Go, as a terminal that is closed or breaks down, without a signal."""
        self._gone = True
        os.close(self._ours)
        os.close(self._theirs)

    def left(self) -> int:
        """Wait until the program has ended after that; its exit code."""
        return self._process.wait(_PATIENCE)

    def end(self) -> int:
        """Wait until the program ends; its exit code."""
        end = time.monotonic() + _PATIENCE
        while self._process.poll() is None:
            assert time.monotonic() < end, f"it goes on:\n{self.text[-3000:]}"
            self._read(0.05)
        while self._read(0):
            pass
        return self._process.returncode

    def _read(self, patience: float) -> bool:
        """Read what was written meanwhile; whether there was anything."""
        if not select.select([self._ours], [], [], patience)[0]:
            return False
        self.written += os.read(self._ours, 65536)
        return True


def padanan(*arguments: str) -> list[str]:
    """The command line of the entry point that people run, as it was installed."""
    return [str(Path(sys.executable).with_name("padanan")), *arguments]
