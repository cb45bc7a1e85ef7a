"""The terminal, the folders padanan writes to, the disk, the clock."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import padanan
from padanan.cli.doctor.line import Line, Lines, Where, shown, warning, wrong

_NARROWEST = 60
"""Columns that the desk needs."""

_LITTLE, _TOO_LITTLE = 1_000_000_000, 50_000_000
"""Bytes below which a disk is nearly full, and below which work will not end well."""


def terminal(where: Where) -> Lines:  # noqa: ARG001
    """What the desk will look like."""
    stream = sys.stderr if sys.stderr is not None else sys.__stderr__
    if stream is None or not stream.isatty():
        yield Line("terminal", "not at one")
        return
    columns, lines = shutil.get_terminal_size()
    if columns < _NARROWEST:
        yield warning(
            "size",
            f"{columns} columns, {lines} lines; the desk needs {_NARROWEST} columns.",
            "Make the window wider, or use padanan review --plain.",
        )
    else:
        yield Line("size", f"{columns} columns, {lines} lines")
    name = os.environ.get("TERM", "")
    encoding = (stream.encoding or "").lower().replace("-", "")
    if encoding != "utf8":
        yield warning(
            "letters",
            f"{stream.encoding or 'unknown'}, which has not all letters and signs.",
            "Set LANG to a locale in UTF-8, such as C.UTF-8.",
        )
    else:
        yield Line("letters", "UTF-8")
    yield _colours(name)


def _colours(name: str) -> Line:
    if "NO_COLOR" in os.environ:
        return Line("colours", f"none (NO_COLOR); TERM={name}")
    if name in ("", "dumb"):
        return warning(
            "colours",
            f"none, and no cursor that can be moved (TERM={name or 'is not set'}).",
            "Set TERM to what the terminal is, or use padanan review --plain.",
        )
    many = os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    return Line("colours", f"{'16 million' if many else '256 or fewer'}; TERM={name}")


def folders(where: Where) -> Lines:
    """The folders padanan writes to, and whether it may."""
    disks: set[int] = set()
    for about, folder in _written_to(where):
        there = folder
        while not there.exists() and there != there.parent:
            there = there.parent
        reason = _refusal(there)
        name = shown(folder)
        if reason:
            place = name if there == folder else f"{name} (in {shown(there)})"
            yield wrong(about, f"{place}: cannot be written ({reason}).", _other(about))
        else:
            yield Line(
                about, f"{name}{'' if there == folder else ' (not there yet)'}: can be written"
            )
        yield from _room(there, disks)


def _written_to(where: Where) -> Iterator[tuple[str, Path]]:
    from padanan.settings import argos_packages_folder, cache_folder, state_folder

    yield "results", where.results.absolute()
    yield "cache", cache_folder()
    yield "packages", argos_packages_folder()
    state = state_folder()
    if state is not None:
        yield "desk's state", state


def _other(about: str) -> str:
    if about == "results":
        return "Name another folder with -o, or give yourself the right to write there."
    return "Give yourself the right to write there; without it padanan works, but forgets."


def _refusal(folder: Path) -> str:
    """Why a folder cannot be written, by trying. Nothing is left there."""
    if not folder.is_dir():
        return "it is no folder"
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def _room(folder: Path, disks: set[int]) -> Lines:
    """Free space of a disk that has not been looked at."""
    try:
        device = folder.stat().st_dev
        free = shutil.disk_usage(folder).free
    except OSError:
        return
    if device in disks:
        return
    disks.add(device)
    says = f"{free / 1_000_000_000:.1f} GB free where {shown(folder)} is"
    if free < _TOO_LITTLE:
        yield wrong("disk", f"{says}, which is too little.", "Make room there.")
    elif free < _LITTLE:
        yield warning("disk", f"{says}, which is little.", "Make room there.")
    else:
        yield Line("disk", says)


def clock(where: Where) -> Lines:  # noqa: ARG001
    """Whether the clock can be right: it is not before padanan was installed."""
    installed = Path(padanan.__file__).stat().st_mtime
    now = time.time()
    today = time.strftime("%Y-%m-%d %H:%M %Z", time.localtime(now))
    if now + 120 < installed:
        yield warning(
            "clock",
            f"{today}, which is before padanan was installed.",
            "Set the clock of this machine.",
        )
    else:
        yield Line("clock", today)
