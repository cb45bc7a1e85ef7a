"""How units come into a memory."""

import sqlite3
from collections.abc import Sequence

from padanan.translate.memory import index
from padanan.translate.memory.keys import key, skeleton_key
from padanan.translate.memory.normal import normalised, storable
from padanan.translate.memory.unit import Unit

BATCH = 5_000
"""Units that are stored in one transaction, which keeps others waiting for half a second or so."""


def tidy(unit: Unit) -> Unit | None:
    """The unit as a memory holds it; None if its source or its target is empty."""
    one = Unit(*(storable(getattr(unit, name)) for name in Unit.__slots__))
    return one if normalised(one.source) and one.target else None


def store(connection: sqlite3.Connection, units: Sequence[Unit], *, older: bool) -> int:
    """Put units into the place of those of the same segments.

    A unit that says what the memory says already changes nothing, whatever its time.

    Args:
        connection: In a transaction that may write.
        units: Tidy ones; of several of one segment the last counts.
        older: Whether a unit may take the place of one of a later time.

    Returns:
        How many of the units changed the memory.
    """
    changed = 0
    fresh: list[tuple[int, str]] = []
    for unit in units:
        text = normalised(unit.source)
        pair = 0 if unit.segment else key(f"{text}\0{unit.target}")
        place = (unit.article, unit.segment, pair)
        there = connection.execute(
            "SELECT unit.id, source_id, coalesce(source, text), target, time FROM unit"
            " JOIN source ON source.id = source_id"
            " WHERE article = ? AND segment = ? AND pair = ?",
            place,
        ).fetchone()
        if there is not None:
            number, source_id, source, target, time = there
            if (source, target) == (unit.source, unit.target) or (not older and time > unit.time):
                continue
            remove(connection, number, source_id)
        source_id = _source(connection, text, fresh)
        connection.execute(
            "INSERT INTO unit (source_id, source, target, article, segment, pair, time, who)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                source_id,
                None if text == unit.source else unit.source,
                unit.target,
                *place,
                unit.time,
                unit.who,
            ),
        )
        changed += 1
    index.add(connection, fresh)
    return changed


def remove(connection: sqlite3.Connection, number: int, source_id: int) -> None:
    """Take a unit out, and its source if no other unit has it."""
    connection.execute("DELETE FROM unit WHERE id = ?", (number,))
    connection.execute(
        "DELETE FROM source WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM unit WHERE source_id = source.id)",
        (source_id,),
    )


def _source(connection: sqlite3.Connection, text: str, fresh: list[tuple[int, str]]) -> int:
    """The id of a normalised source, which is put in, and added to `fresh`, if it is not there."""
    hashed = key(text)
    row = connection.execute(
        "SELECT id FROM source WHERE key = ? AND text = ?", (hashed, text)
    ).fetchone()
    if row is not None:
        return int(row[0])
    number = connection.execute(
        "INSERT INTO source (text, key, skeleton) VALUES (?, ?, ?)",
        (text, hashed, skeleton_key(text)),
    ).lastrowid
    assert number is not None
    fresh.append((number, text))
    return number
