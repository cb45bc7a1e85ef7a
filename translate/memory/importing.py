"""Files that units come from: TMX of any tool, and padanan's bilingual files."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from padanan.errors import InputError
from padanan.translate.memory.refused import Refused
from padanan.translate.memory.unit import TIME, Unit

SUFFIXES = (".tmx", ".po")
"""The files that can be imported."""


def collect(paths: Iterable[Path]) -> Iterator[Path | InputError]:
    """The files to import: those that are named, and those in folders that are named, in order."""
    for path in paths:
        if path.is_dir():
            found = sorted(
                file
                for file in path.rglob("*")
                if file.suffix.lower() in SUFFIXES and file.is_file()
            )
            if not found:
                yield InputError(f"{path}: has no .tmx and no .po files.")
            yield from found
        elif path.suffix.lower() in SUFFIXES:
            yield path
        else:
            yield InputError(
                f"{path}: is neither a TMX file (.tmx) nor a bilingual file (.po). Only these can "
                "be imported."
            )


def read(path: Path) -> Iterator[Unit | Refused]:
    """The units in a TMX file or a bilingual file, and what in it is none.

    Of a bilingual file they are the approved segments, those included whose sources have gone from
    the article.

    Raises:
        InputError: It cannot be read, or is no such file.
    """
    try:
        if path.suffix.lower() == ".po":
            yield from _bilingual(path)
        else:
            with path.open("rb") as file:
                yield from read_stream(file, str(path))
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(f"{path}: there is no such file.") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error


def read_stream(file: BinaryIO, name: str) -> Iterator[Unit | Refused]:
    """The units in a TMX file that is open already.

    Args:
        file: The file, which need not be one on the disk.
        name: What it is called in messages.

    Raises:
        InputError: It is no TMX file.
        OSError: It cannot be read.
    """
    from padanan.translate.memory.tmx_reader import read_tmx

    try:
        yield from read_tmx(file)
    except InputError as error:
        raise InputError(f"{name}: {error.message}") from error


def _bilingual(path: Path) -> Iterator[Unit]:
    from padanan.translate import bilingual
    from padanan.translate.bilingual import State

    loaded = bilingual.load(path)
    if loaded is None:
        raise InputError(f"{path}: there is no such file.")
    # Nothing in it says when a segment was approved: not after the file was written.
    time = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime(TIME)
    who = loaded.last_translator
    for entry in (*loaded.entries, *loaded.obsolete):
        if entry.state is State.APPROVED:
            yield Unit(entry.source, entry.target, loaded.article, entry.id, time, who)
