"""Parquet: the ids of a table, and its rows one after the other."""

import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from padanan.errors import InputError, UsageError, how_to_add
from padanan.translate import places
from padanan.translate.places import Url

_AHEAD = 64
"""Rows that are read together."""


def ids_of(path: Path) -> Iterator[tuple[int, object]]:
    """The number of each row, from 1, and what it has as its id.

    Raises:
        InputError: The file cannot be read, or has no ids.
    """
    file = _opened(path)
    names = file.schema_arrow.names
    for wanted in (("id",), ("text", "markdown", "html")):
        if not any(name in names for name in wanted):
            raise InputError(
                f"{path}: has no column {' or '.join(wanted)} (its columns are: "
                f"{', '.join(names) or 'none'}). Each row is one article: its id, and its words in "
                "text, markdown or html."
            )
    number = 0
    with _telling(path):
        for batch in file.iter_batches(columns=["id"], batch_size=10_000):
            for id_ in batch.column(0).to_pylist():
                number += 1
                yield number, id_


def row(path: Path, number: int, name: str) -> dict[str, Any]:
    """A row of a table.

    Args:
        path: The table.
        number: The row, from 0. They are best asked for in their order.
        name: What messages call it.

    Raises:
        InputError: It cannot be read.
    """
    with _telling(path):
        found = _rows(path, _state(path)).row(number)
    if found is None:
        raise InputError(f"{name}: {path} has changed since the run began; run it again.")
    return found


class _Rows:
    """A table that is read forwards, a few rows at a time."""

    def __init__(self, path: Path) -> None:
        self._file = _opened(path)
        metadata = self._file.metadata
        self._starts = [0]
        for group in range(metadata.num_row_groups):
            self._starts.append(self._starts[-1] + metadata.row_group(group).num_rows)
        known = self._file.schema_arrow.names
        self._columns = [name for name in ("id", "text", "markdown", "html") if name in known]
        self._batches: Iterator[Any] = iter(())
        self._first = 0
        self._rows: list[dict[str, Any]] = []
        self._lock = threading.Lock()

    def row(self, number: int) -> dict[str, Any] | None:
        """A row; None where there is none."""
        with self._lock:
            if not 0 <= number < self._starts[-1]:
                return None
            group = next(at for at, end in enumerate(self._starts[1:]) if number < end)
            if number < self._first or self._first + len(self._rows) <= self._starts[group]:
                self._begin(group)
            while number >= self._first + len(self._rows):
                self._first += len(self._rows)
                self._rows = next(self._batches).to_pylist()
            return self._rows[number - self._first]

    def _begin(self, group: int) -> None:
        self._batches = self._file.iter_batches(
            batch_size=_AHEAD,
            columns=self._columns,
            row_groups=list(range(group, len(self._starts) - 1)),
        )
        self._first, self._rows = self._starts[group], []


@lru_cache(maxsize=4)
def _rows(path: Path, state: object) -> _Rows:  # noqa: ARG001 - another state, another table
    return _Rows(path)


def _state(path: Path) -> object:
    """What tells whether a file is still the one that was opened."""
    if isinstance(path, Url):
        return None
    now = path.stat()
    return now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns


def _opened(path: Path) -> Any:
    """The file.

    Raises:
        InputError: It cannot be read.
        UsageError: pyarrow is not installed.
    """
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise UsageError(
            f"{path}: Parquet is read with pyarrow, which is not installed. Install padanan with "
            f"what many machines need: {how_to_add('cluster')}."
        ) from None
    with _telling(path):
        if isinstance(path, Url):
            system, inside = places.filesystem(path)
            return ParquetFile(system.open(inside, "rb"), buffer_size=1 << 20)
        return ParquetFile(path, buffer_size=1 << 20)


def _telling(path: Path) -> Any:
    return places.telling(str(path))
