"""What a memory has for a source."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from padanan.translate.memory import index
from padanan.translate.memory.keys import key, skeleton_key
from padanan.translate.memory.normal import normalised
from padanan.translate.memory.score import ALMOST, closest
from padanan.translate.memory.unit import Hit, HitKind, Unit
from padanan.translate.values import skeleton, transfer

COLUMNS = "coalesce(unit.source, source.text), target, article, segment, time, who"
"""A unit's fields, of the tables unit and source."""

JOINED = "unit JOIN source ON source.id = unit.source_id"

_ADAPTABLE = 10
"""Sources of one skeleton that are tried, those stored last first: where these cannot be adapted,
no other is likely to be. There may be as many as articles: every dateline has the same."""

_RECENT = 200
"""Units of one source that are looked at, those stored last: there may be one in each article."""


def exact(connection: sqlite3.Connection, source: str) -> Hit | None:
    """The latest unit of the same source; failing that, of one that differs in its values only."""
    found = _source(connection, source)
    if found is not None:
        return _hits(connection, found, HitKind.EXACT, 100.0)[0]
    return next((hit for _, hit in _adapted(connection, source)), None)


def fuzzy(
    connection: sqlite3.Connection, source: str, limit: int, threshold: float
) -> tuple[Hit, ...]:
    """The hits for a source, the best first: exact, adapted, then by score and time.

    Each is another pair of source and target.
    """
    text = normalised(source)
    hits: list[Hit] = []
    seen: set[int] = set()
    same = _source(connection, source)
    if same is not None:
        seen.add(same)
        hits += _hits(connection, same, HitKind.EXACT, 100.0)
    for number, hit in _adapted(connection, source):
        seen.add(number)
        if hit.target not in {other.target for other in hits}:  # many datelines give one
            hits.append(hit)
    near = [
        (percent, number)
        for number, percent in _near(connection, text, threshold)
        if number not in seen
    ]
    near.sort(reverse=True)
    fuzzies: list[Hit] = []
    for percent, number in near:
        if len(fuzzies) >= limit and percent < fuzzies[-1].score:
            break
        fuzzies += _hits(connection, number, HitKind.FUZZY, percent)
    fuzzies.sort(key=lambda hit: (hit.score, hit.unit.time), reverse=True)
    return tuple([*hits, *fuzzies][:limit])


def _source(connection: sqlite3.Connection, source: str) -> int | None:
    """The id of a source, if the memory has it."""
    text = normalised(source)
    row = connection.execute(
        "SELECT id FROM source WHERE key = ? AND text = ?", (key(text), text)
    ).fetchone()
    return None if row is None else int(row[0])


def _hits(connection: sqlite3.Connection, source_id: int, kind: HitKind, score: float) -> list[Hit]:
    """A hit for each target of a source, the latest first."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM {JOINED} WHERE source_id = ? ORDER BY unit.id DESC LIMIT ?",
        (source_id, _RECENT),
    )
    units: dict[str, Unit] = {}
    # Of one time the one stored last, which sorting leaves before the others.
    for unit in sorted((Unit(*row) for row in rows), key=lambda unit: unit.time, reverse=True):
        units.setdefault(unit.target, unit)
    others = len(units) - 1
    return [Hit(unit, kind, score, unit.target, others) for unit in units.values()]


def _adapted(connection: sqlite3.Connection, source: str) -> Iterator[tuple[int, Hit]]:
    """Hits on sources that differ in their values only, where these can be put in; those stored
    last first. Each comes with the id of its source."""
    text = normalised(source)
    hashed = skeleton_key(text)
    if hashed is None:
        return
    rows = connection.execute(
        "SELECT id, text FROM source WHERE skeleton = ? ORDER BY id DESC LIMIT ?",
        (hashed, _ADAPTABLE),
    ).fetchall()
    bare = skeleton(text)
    for source_id, then in rows:
        if then == text or skeleton(then) != bare:
            continue
        for hit in _hits(connection, source_id, HitKind.ADAPTED, ALMOST)[:1]:
            target = transfer(hit.unit.source, hit.target, source)
            if target is not None:
                yield source_id, replace(hit, target=target)


def _near(connection: sqlite3.Connection, text: str, threshold: float) -> list[tuple[int, float]]:
    """Ids of sources that are alike enough, with their scores."""
    numbers = index.candidates(connection, text)
    if not numbers:
        return []
    # Numbers of ours, and too many for placeholders where SQLite is old.
    listed = ",".join(map(str, numbers))
    rows = connection.execute(f"SELECT id, text FROM source WHERE id IN ({listed})").fetchall()
    return [
        (rows[place][0], percent)
        for place, percent in closest(text, [text for _, text in rows], threshold)
    ]
