"""Choosing units: by words, by who approved them and when; and counting them."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path

from padanan.translate.memory.lookup import COLUMNS, JOINED
from padanan.translate.memory.unit import Unit


@dataclass(frozen=True, slots=True)
class Choice:
    """Some of a memory's units: those for which everything holds that is said here.

    Attributes:
        before: Approved before this time (as `Unit.time`); units without a time are not.
        article: Of this article.
        segments: Of the segments with one of these ids.
        who: Approved by this person.
        duplicates: The same source and the same target as a later unit.
    """

    before: str = ""
    article: str | None = None
    segments: Collection[str] | None = None
    who: str | None = None
    duplicates: bool = False


@dataclass(frozen=True, slots=True)
class Stats:
    """A memory in figures.

    Attributes:
        units: Pairs of source and target.
        sources: Different sources (normalised).
        articles: Articles they come from.
        people: How many units each person approved, most first; "" is nobody known.
        first: The earliest time; empty if none is known.
        last: The latest.
        size: Bytes of the file.
    """

    units: int
    sources: int
    articles: int
    people: tuple[tuple[str, int], ...]
    first: str
    last: str
    size: int


def matching(units: Iterable[Unit], words: str, limit: int) -> tuple[Unit, ...]:
    """The latest units with all the words in their source or in their target."""
    wanted = words.casefold().split()

    def has_all(text: str) -> bool:
        text = text.casefold()
        return all(word in text for word in wanted)

    found = (unit for unit in units if has_all(unit.source) or has_all(unit.target))
    return tuple(nlargest(limit, found, key=lambda unit: unit.time))


def chosen(connection: sqlite3.Connection, choice: Choice) -> tuple[int, ...]:
    """The numbers of the units that are meant, by article and segment."""
    conditions = ["1"]
    values: list[str] = []
    if choice.before:
        conditions.append("time <> '' AND time < ?")
        values.append(choice.before)
    if choice.article is not None:
        conditions.append("article = ?")
        values.append(choice.article)
    if choice.segments is not None:
        # One value, as there is a limit to their number.
        conditions.append("segment IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(choice.segments)))
    if choice.who is not None:
        conditions.append("who = ?")
        values.append(choice.who)
    units = "unit"
    if choice.duplicates:
        units = (
            "(SELECT *, row_number() OVER"
            " (PARTITION BY source_id, target ORDER BY time DESC, id DESC) AS place FROM unit)"
        )
        conditions.append("place > 1")
    rows = connection.execute(
        f"SELECT id FROM {units} WHERE {' AND '.join(conditions)} ORDER BY article, segment, pair",
        values,
    )
    return tuple(number for (number,) in rows)


def numbered(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[int, Unit]]:
    """The units with some numbers, each with its own, in that order, less those that have gone."""
    listed = ",".join(map(str, numbers))
    found = {
        number: Unit(*fields)
        for number, *fields in connection.execute(
            f"SELECT unit.id, {COLUMNS} FROM {JOINED} WHERE unit.id IN ({listed})"
        )
    }
    return [(number, found[number]) for number in numbers if number in found]


def count(connection: sqlite3.Connection, path: Path) -> Stats:
    """A memory in figures."""
    units, articles, first, last = connection.execute(
        "SELECT count(*), count(DISTINCT nullif(article, '')), min(nullif(time, '')), max(time)"
        " FROM unit"
    ).fetchone()
    (sources,) = connection.execute("SELECT count(*) FROM source").fetchone()
    people = connection.execute(
        "SELECT who, count(*) FROM unit GROUP BY who ORDER BY count(*) DESC, who"
    ).fetchall()
    return Stats(
        units=units,
        sources=sources,
        articles=articles,
        people=tuple((who, number) for who, number in people),
        first=first or "",
        last=last or "",
        size=path.stat().st_size,
    )
