"""The desk: its settings, who is working there, what was left behind, files that cannot be read."""

import os
import re
import time
from collections.abc import Iterable
from pathlib import Path

from padanan.cli.doctor.line import Line, Lines, Where, shown, warning, wrong
from padanan.cli.talk import count
from padanan.errors import InputError, PadananError

_MOST = 2_000
"""Bilingual files that are read: the latest ones, where there are more."""

_TEMPORARY = re.compile(r"\.padanan-[0-9a-f]+\.tmp")
"""Temporary files of any padanan (`padanan.files`)."""

_TOO_LATE = 120.0
"""Seconds by which a file may be later than the clock: clocks of servers differ a little."""


def desk(where: Where) -> Lines:
    """The folder of results and its settings."""
    yield from _settings(where)
    folder = where.results
    if not folder.exists():
        yield Line("results", f"no folder {shown(folder)} yet")
        return
    if not folder.is_dir():
        yield wrong("results", f"{shown(folder)}: is no folder.", "Name another with -o.")
        return
    unreadable: list[OSError] = []
    folders, files = _below(folder, unreadable)
    yield Line("results", f"{shown(folder)}, {count(len(files), 'bilingual file')}")
    for error in unreadable[:5]:
        yield wrong(
            "results",
            f"{shown(Path(str(error.filename)))}: cannot be read ({error.strerror}).",
            "Give yourself the right to read it.",
        )
    yield from _locks(folders)
    yield from _left_behind(folders)
    yield from _damaged(folder, files)
    yield from _from_the_future(folder, files)


def _settings(where: Where) -> Lines:
    """What padanan.toml says, all tables of it."""
    if where.trouble:
        yield wrong("settings", where.trouble, "Mend the file; docs/desk.md tells what it may say.")
        return
    file = where.desk.file
    if file is None:
        yield Line("settings", "no padanan.toml; all are defaults")
        return
    yield Line("settings", shown(file))
    try:
        if where.desk.checks:
            from padanan.translate.checks import CheckSettings

            CheckSettings.from_table(where.desk.checks, str(file))
        if where.desk.keys:
            from padanan.tui.keymap import Keys

            Keys(where.desk.keys, str(file))
    except InputError as error:
        yield wrong("settings", error.message, "Mend the file; docs/desk.md tells what it may say.")


def _below(folder: Path, unreadable: list[OSError]) -> tuple[list[Path], list[Path]]:
    """A folder with all below it, and the bilingual files in them, the latest first."""
    folders: list[Path] = []
    files: list[tuple[float, Path]] = []
    for root, below, names in os.walk(folder, onerror=unreadable.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        folders.append(Path(root))
        for name in names:
            if name.endswith(".po") and not name.startswith("."):
                path = Path(root, name)
                try:
                    files.append((path.stat().st_mtime, path))
                except OSError as error:  # it went meanwhile, or is a link to nothing
                    unreadable.append(error)
    return folders, [path for _, path in sorted(files, reverse=True)]


def _locks(folders: Iterable[Path]) -> Lines:
    """Whether another padanan is writing."""
    from filelock import FileLock, Timeout

    from padanan.files import LOCK

    for folder in folders:
        if not (folder / LOCK).exists():
            continue
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
            lock.release()
        except Timeout:
            yield warning(
                "lock",
                f"another padanan is writing in {shown(folder)} right now.",
                "Wait for it, or look whether one hangs; the lock goes when its process goes.",
            )
        except (OSError, NotImplementedError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            yield warning(
                "lock",
                f"{shown(folder)}: cannot be locked ({reason}), so that two padanans could write "
                "there at the same time.",
                "Work on one machine at a time, or use another folder.",
            )


def _left_behind(folders: Iterable[Path]) -> Lines:
    """Temporary files of processes that were killed."""
    found = 0
    for folder in folders:
        try:
            found += sum(_TEMPORARY.fullmatch(path.name) is not None for path in folder.iterdir())
        except OSError:
            continue  # told above
    if found:
        yield warning(
            "temporary files",
            f"{count(found, 'file')} of a padanan that is writing, or that was killed.",
            "Nothing is lost; the next run sweeps them up.",
        )


def _damaged(folder: Path, files: list[Path]) -> Lines:
    """Bilingual files that cannot be read. What is in them is not told, only where."""
    from padanan.translate import bilingual

    damaged = 0
    for path in files[:_MOST]:
        try:
            bilingual.load(path)
        except PadananError as error:
            damaged += 1
            if damaged > 5:
                continue
            line = re.search(r"\bline (\d+)", error.message)
            place = f"{path.relative_to(folder)}" + (f":{line[1]}" if line else "")
            yield wrong(
                "bilingual file",
                f"{place}: cannot be read.",
                "padanan check tells why. Mend it, or move it and its English text away.",
            )
    if damaged > 5:
        yield wrong("bilingual file", f"and {damaged - 5} more.", "The same.")
    if not damaged and files:
        some = f"the latest {_MOST:,}" if len(files) > _MOST else "all"
        yield Line("bilingual files", f"{some} can be read")


def _from_the_future(folder: Path, files: list[Path]) -> Lines:
    """Files that are later than now: then what is new cannot be told by its time."""
    latest = time.time() + _TOO_LATE
    late = [path for path in files if path.exists() and path.stat().st_mtime > latest]
    if late:
        yield warning(
            "clock",
            f"{count(len(late), 'bilingual file')} of the future, the first being "
            f"{late[0].relative_to(folder)}.",
            "Set the clock of this machine, or of the one the files come from.",
        )
