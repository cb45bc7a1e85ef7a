"""The trigram index: which sources in the memory may be alike."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from padanan.translate.memory.normal import folded
from padanan.translate.memory.sqlite import grams

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

BLOCK = 16
"""Bits of a source's id that stand in a list; the higher ones choose the list (`place`)."""

_SHIFT = 32
"""Bits of a place below the trigram."""

FULL = 8192
"""Sources that a list holds. A trigram as frequent as that tells next to nothing, so that what
comes later is not listed under it."""

BUDGET = 150_000
"""Listed sources that one search looks at, the rarest trigrams first."""

LEAST = 3
"""Trigrams that one search looks at whatever they cost."""

CANDIDATES = 1000
"""Sources that one search gives."""


def add(connection: sqlite3.Connection, sources: Sequence[tuple[int, str]]) -> None:
    """List new sources.

    Args:
        connection: In a transaction that may write.
        sources: Ids with normalised texts, by rising ids that are higher than any listed.
    """
    import numpy as np

    if not sources:
        return
    numbers = np.array([number for number, _ in sources], dtype=np.int64)
    found, owners = grams.sketches([folded(text) for _, text in sources])
    listed = numbers[owners]
    places = (found << _SHIFT) | (listed >> BLOCK)
    order = np.argsort(places, kind="stable")
    places, listed = places[order], listed[order].astype("<u2")
    begins = np.flatnonzero(np.diff(places, prepend=-1))
    for place, new in zip(places[begins].tolist(), np.split(listed, begins[1:]), strict=True):
        _append(connection, place, new.tobytes())


def _append(connection: sqlite3.Connection, place: int, new: bytes) -> None:
    row = connection.execute(
        "SELECT length(sources) FROM posting WHERE place = ?", (place,)
    ).fetchone()
    if row is None:
        connection.execute("INSERT INTO posting VALUES (?, ?)", (place, new[: 2 * FULL]))
    elif row[0] < 2 * FULL:
        (old,) = connection.execute(
            "SELECT sources FROM posting WHERE place = ?", (place,)
        ).fetchone()
        connection.execute(
            "UPDATE posting SET sources = ? WHERE place = ?", ((old + new)[: 2 * FULL], place)
        )


def candidates(connection: sqlite3.Connection, source: str) -> list[int]:
    """Ids of the sources that share most with a normalised source, weighted by rarity.

    Some of them may have gone from the memory. At most `CANDIDATES`, by rising ids.
    """
    import numpy as np

    found, _ = grams.sketches([folded(source)])
    lists = _lists(connection, np.unique(found).tolist())
    if not lists:
        return []
    sizes = [sum(size for _, size in rows) for rows in lists]
    ids: list[npt.NDArray[np.int64]] = []
    weights: list[npt.NDArray[np.float64]] = []
    total = _total(connection)
    for rows, size in zip(lists, sizes, strict=True):
        ids += [_read(connection, place) for place, _ in rows]
        weights.append(np.full(size, np.log(1 + total / size)))
    points = np.bincount(np.concatenate(ids), weights=np.concatenate(weights))
    best = np.flatnonzero(points)
    if len(best) > CANDIDATES:
        best = best[np.argpartition(points[best], -CANDIDATES)[-CANDIDATES:]]
        best.sort()
    return best.tolist()


def _lists(connection: sqlite3.Connection, found: Sequence[int]) -> list[list[tuple[int, int]]]:
    """The lists to look at, for one trigram after another, the rarest first: places and sizes."""
    by_gram = []
    for gram in found:
        rows = connection.execute(
            "SELECT place, length(sources) / 2 FROM posting WHERE place BETWEEN ? AND ?",
            (gram << _SHIFT, ((gram + 1) << _SHIFT) - 1),
        ).fetchall()
        if rows:
            by_gram.append((sum(size for _, size in rows), gram, rows))
    by_gram.sort()
    chosen: list[list[tuple[int, int]]] = []
    spent = 0
    for size, _, rows in by_gram:
        spent += size
        if spent > BUDGET and len(chosen) >= LEAST:
            break
        chosen.append(rows)
    return chosen


def _total(connection: sqlite3.Connection) -> int:
    """How many sources there have been, which is the highest id that a list can have."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'source'").fetchone()
    return int(row[0]) if row else 0


def _read(connection: sqlite3.Connection, place: int) -> "npt.NDArray[np.int64]":
    """The ids in a list."""
    import numpy as np

    (blob,) = connection.execute("SELECT sources FROM posting WHERE place = ?", (place,)).fetchone()
    block = (place & ((1 << _SHIFT) - 1)) << BLOCK
    return np.frombuffer(blob, dtype="<u2").astype(np.int64) + block


def sweep(connection: sqlite3.Connection) -> None:
    """Take what has gone from the memory out of the lists.

    Args:
        connection: In a transaction that may write.
    """
    import numpy as np

    alive = np.zeros(_total(connection) + 1, dtype=np.bool_)
    for (number,) in connection.execute("SELECT id FROM source"):
        alive[number] = True
    places = [place for (place,) in connection.execute("SELECT place FROM posting")]
    for place in places:
        ids = _read(connection, place)
        left = ids[alive[ids]]
        if not len(left):
            connection.execute("DELETE FROM posting WHERE place = ?", (place,))
        elif len(left) < len(ids):
            connection.execute(
                "UPDATE posting SET sources = ? WHERE place = ?",
                (left.astype("<u2").tobytes(), place),
            )
