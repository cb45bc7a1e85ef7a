"""Small disks of their own for a trial: they fill up, become read-only, and go."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from campaign.record import wanted

PAGE = 4096
"""Bytes in which a small disk gives out its room."""


@cache
def why_not() -> str:
    """Why no disk can be mounted here, in a sentence; empty if one can."""
    if not wanted():
        return "nothing is mounted unless the campaign runs"
    if not hasattr(os, "geteuid") or os.geteuid():
        return "mounting a small disk needs root"
    done = subprocess.run(
        ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
    )
    return "" if done.returncode == 0 else "this machine lets nobody mount a small disk"


@dataclass(frozen=True)
class Disk:
    """A disk in memory.

    Attributes:
        folder: Where it is mounted.
    """

    folder: Path

    @property
    def _filler(self) -> Path:
        return self.folder / "filler"

    def fill(self, pages: int) -> None:
        """Leave room for so many pages."""
        free = os.statvfs(self.folder).f_bavail - pages
        with self._filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, free) * PAGE)

    def free(self) -> None:
        """Give the room back."""
        self._filler.unlink(missing_ok=True)


@contextmanager
def disk(folder: Path, size: str = "4m") -> Iterator[Disk]:
    """A disk at a folder, which is made if it is not there; what was in it is seen again after."""
    folder.mkdir(parents=True, exist_ok=True)
    _do("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield Disk(folder)
    finally:
        _do("umount", "-l", str(folder))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder in which nobody can write any more; who has a file open goes on in it."""
    _do("mount", "--bind", str(folder), str(folder))
    try:
        for _ in range(1_000):  # refused in a moment in which somebody has a file open to write
            try:
                _do("mount", "-o", "remount,bind,ro", str(folder))
                break
            except subprocess.CalledProcessError:
                continue
        yield
    finally:
        _do("umount", "-l", str(folder))


def _do(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
