"""How units come into a memory."""

import hashlib
from collections.abc import Sequence

from padanan.translate.memory.keys import key
from padanan.translate.memory.normal import normalised, storable
from padanan.translate.memory.store import Reader, Slot, Writer
from padanan.translate.memory.unit import Unit

BATCH = 5_000
"""Units that are stored in one transaction, which keeps others waiting for half a second or so."""

LONGEST_NAME = 1_000
"""Bytes that an article's or a segment's name has at the most (UTF-8): the indexes of PostgreSQL
hold no more than 2,700."""

_LOOK = 100
"""Units that are looked at together to see whether there is any news."""


def tidy(unit: Unit) -> Unit | None:
    """The unit as a memory holds it; None if its source or its target has nothing to be seen."""
    one = Unit(
        storable(unit.source),
        storable(unit.target),
        named(unit.article),
        named(unit.segment),
        storable(unit.time),
        storable(unit.who),
    )
    return one if normalised(one.source) and normalised(one.target) else None


def named(name: str) -> str:
    """An article's or a segment's name as a memory holds it: of one that is too long the rest is a
    hash."""
    name = storable(name)
    data = name.encode("utf-8")
    if len(data) <= LONGEST_NAME:
        return name
    hashed = hashlib.blake2b(data, digest_size=8).hexdigest()
    return f"{data[: LONGEST_NAME - len(hashed) - 1].decode('utf-8', 'ignore')}~{hashed}"


def any_news(reader: Reader, units: Sequence[Unit], *, older: bool) -> bool:
    """Whether `store` would change anything; asked first, as reading keeps no reader waiting."""
    for begin in range(0, len(units), _LOOK):
        some = units[begin : begin + _LOOK]
        kept = reader.at({_slot(unit) for unit in some})
        for unit in some:
            there = kept.get(_slot(unit))
            if there is None or not _stays(there[1], unit, older=older):
                return True
    return False


def store(writer: Writer, units: Sequence[Unit], *, older: bool) -> int:
    """Put units into the place of those of the same segments.

    A unit that says what the memory says already changes nothing, whatever its time.

    Args:
        writer: What they are stored in.
        units: Tidy ones; of several of one segment the last counts.
        older: Whether a unit may take the place of one of a later time.

    Returns:
        How many of the units changed the memory.
    """
    kept = dict(writer.at({_slot(unit) for unit in units}))
    gone: list[int] = []
    new: dict[Slot, Unit] = {}
    changed = 0
    for unit in units:
        slot = _slot(unit)
        there = new.get(slot) or (kept[slot][1] if slot in kept else None)
        if there is not None and _stays(there, unit, older=older):
            continue
        if slot in kept:
            gone.append(kept.pop(slot)[0])
        new.pop(slot, None)  # what is stored last comes last
        new[slot] = unit
        changed += 1
    writer.remove(gone)
    writer.add(list(new.items()))
    return changed


def _slot(unit: Unit) -> Slot:
    pair = 0 if unit.segment else key(f"{normalised(unit.source)}\0{unit.target}")
    return unit.article, unit.segment, pair


def _stays(there: Unit, unit: Unit, *, older: bool) -> bool:
    """Whether a unit says the same as another for its place, or is later and not to be replaced."""
    if (there.source, there.target) == (unit.source, unit.target):
        return True
    return not older and there.time > unit.time
