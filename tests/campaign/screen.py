"""The desk in a terminal of its own, driven as by a person, who may be cut off at any moment."""

import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Mapping
from fcntl import ioctl
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from campaign.warm import Run, Warm
from terminal import SEQUENCE

_PATIENCE = 60.0
"""Seconds to wait for what is to come; a machine may be busy."""


class GoneError(AssertionError):
    """The desk has ended though something was to come."""


class Screen:
    """A run of padanan in a terminal."""

    def __init__(
        self,
        warm: Warm,
        arguments: list[str],
        folder: Path,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.run: Run = warm.start(
            arguments,
            folder,
            terminal=os.ttyname(theirs),
            environment={"TERM": "xterm-256color", "COLUMNS": "", "LINES": "", **environment},
        )
        self._theirs = theirs
        self._written = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.run.code is None:
            self.run.kill()
            self.run.wait()
        os.close(self._ours)
        os.close(self._theirs)

    @property
    def text(self) -> str:
        """All that was written, without escape sequences."""
        return SEQUENCE.sub("", self._written.decode(errors="ignore"))

    def send(self, keys: str) -> None:
        """Send keys as a terminal does."""
        os.write(self._ours, keys.encode())

    def shows(self, pattern: str, by: float = float("inf")) -> re.Match[str] | None:
        """Wait until something stands on the screen.

        Args:
            pattern: A regular expression.
            by: When to give up, as `time.monotonic` tells it.

        Returns:
            The latest that was found; None where it had not come by then.

        Raises:
            GoneError: The desk ended before that.
            AssertionError: It did not come for very long.
        """
        end = time.monotonic() + _PATIENCE
        while True:
            if found := list(re.finditer(pattern, self.text)):
                return found[-1]
            if time.monotonic() >= by:
                return None
            assert time.monotonic() < end, f"{pattern} never came:\n{self.text[-2000:]}"
            if not self.read(min(0.05, max(0.0, by - time.monotonic()))) and self.run.ended:
                raise GoneError(f"the desk has ended:\n{self.text[-2000:]}")

    def read(self, patience: float) -> bool:
        """Read what was written meanwhile; whether there was anything."""
        if not select.select([self._ours], [], [], patience)[0]:
            return False
        self._written += os.read(self._ours, 65536)
        return True

    def rest(self, until: float) -> None:
        """Read on until a time, as `time.monotonic` tells it."""
        while (left := until - time.monotonic()) > 0:
            self.read(min(left, 0.05))

    def leave(self) -> int:
        """Quit the desk, trying again as long as it cannot save; its exit code."""
        self.send("\x11")  # Ctrl+Q
        end, asked = time.monotonic() + _PATIENCE, len(self.text)
        while not self.run.ended:
            assert time.monotonic() < end, f"it goes on:\n{self.text[-2000:]}"
            self.read(0.05)
            if "try again" in self.text[asked:]:
                asked = len(self.text)
                self.send("r")
        return self.end()

    def end(self) -> int:
        """Wait until the program ends; its exit code."""
        end = time.monotonic() + _PATIENCE
        while not self.run.ended:
            assert time.monotonic() < end, f"it goes on:\n{self.text[-2000:]}"
            self.read(0.02)
        while self.read(0):
            pass
        return self.run.wait()
