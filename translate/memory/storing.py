"""How units come into a memory."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from padanan.translate.memory import index
from padanan.translate.memory.keys import key, skeleton_key
from padanan.translate.memory.normal import normalised, storable
from padanan.translate.memory.unit import Unit

BATCH = 5_000
"""Units that are stored in one transaction, which keeps others waiting for half a second or so."""


def tidy(unit: Unit) -> Unit | None:
    """The unit as a memory holds it; None if its source or its target has nothing to be seen."""
    one = Unit(*(storable(getattr(unit, name)) for name in Unit.__slots__))
    return one if normalised(one.source) and normalised(one.target) else None


@dataclass(frozen=True, slots=True)
class _There:
    """What a memory has in the place of a unit."""

    number: int
    source_id: int
    source: str
    target: str
    time: str

    def stays(self, unit: Unit, *, older: bool) -> bool:
        """Whether it says the same as the unit, or is later and not to be replaced."""
        if (self.source, self.target) == (unit.source, unit.target):
            return True
        return not older and self.time > unit.time


def any_news(connection: sqlite3.Connection, units: Iterable[Unit], *, older: bool) -> bool:
    """Whether `store` would change anything; asked first, as reading keeps no reader waiting."""
    for unit in units:
        there = _there(connection, _place(unit))
        if there is None or not there.stays(unit, older=older):
            return True
    return False


def store(connection: sqlite3.Connection, units: Iterable[Unit], *, older: bool) -> int:
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
    fresh: dict[int, str] = {}
    for unit in units:
        place = _place(unit)
        there = _there(connection, place)
        if there is not None:
            if there.stays(unit, older=older):
                continue
            remove(connection, there.number, there.source_id)
        text = normalised(unit.source)
        connection.execute(
            "INSERT INTO unit (source_id, source, target, article, segment, pair, time, who)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _source(connection, text, fresh),
                None if text == unit.source else unit.source,
                unit.target,
                *place,
                unit.time,
                unit.who,
            ),
        )
        changed += 1
    index.add(connection, list(fresh.items()))
    return changed


def _place(unit: Unit) -> tuple[str, str, int]:
    """What no two units of a memory have in common: article, segment, and, where there is no
    segment, a hash of the pair."""
    pair = 0 if unit.segment else key(f"{normalised(unit.source)}\0{unit.target}")
    return unit.article, unit.segment, pair


def _there(connection: sqlite3.Connection, place: tuple[str, str, int]) -> _There | None:
    row = connection.execute(
        "SELECT unit.id, source_id, coalesce(source, text), target, time FROM unit"
        " JOIN source ON source.id = source_id"
        " WHERE article = ? AND segment = ? AND pair = ?",
        place,
    ).fetchone()
    return None if row is None else _There(*row)


def remove(connection: sqlite3.Connection, number: int, source_id: int) -> None:
    """Take a unit out, and its source if no other unit has it."""
    connection.execute("DELETE FROM unit WHERE id = ?", (number,))
    connection.execute(
        "DELETE FROM source WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM unit WHERE source_id = source.id)",
        (source_id,),
    )


def _source(connection: sqlite3.Connection, text: str, fresh: dict[int, str]) -> int:
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
    fresh[number] = text
    return number
