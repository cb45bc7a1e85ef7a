"""What is asked of the file and done in it, in SQL."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from padanan.errors import InputError
from padanan.translate.memory.choice import Choice, Stats
from padanan.translate.memory.keys import key, skeleton_key
from padanan.translate.memory.normal import normalised
from padanan.translate.memory.sqlite import index
from padanan.translate.memory.store import Slot, Source
from padanan.translate.memory.unit import Unit

_COLUMNS = "coalesce(unit.source, source.text), target, article, segment, time, who"
"""A unit's fields, of the tables unit and source."""

_JOINED = "unit JOIN source ON source.id = unit.source_id"


class Rows:
    """The rows of a file, read and written (`padanan.translate.memory.store.Writer`).

    Args:
        connection: In a transaction; one that may write, for what changes something.
        path: The file.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def _texts(self, *values: object) -> tuple[str, ...]:
        """Values that have to be texts; in a damaged file SQLite may find others in their place.

        Raises:
            InputError: They are none.
        """
        texts = tuple(value for value in values if isinstance(value, str))
        if len(texts) < len(values):
            raise InputError(
                f"{self._path}: this translation memory is damaged, in a row. It was left as it "
                "is. Move it away; padanan memory import makes a new one from bilingual files."
            )
        return texts

    def same(self, text: str, limit: int) -> list[Unit]:
        """The units of a normalised source, those stored last first."""
        number = self._source(text)
        return [] if number is None else self._of(number, limit)

    def of(self, numbers: Sequence[int], limit: int) -> dict[int, list[Unit]]:
        """The units of sources, those stored last first."""
        return {number: units for number in numbers if (units := self._of(number, limit))}

    def bare(self, skeleton: int, limit: int) -> list[Source]:
        """The sources with a hash of what is left without values, those stored last first."""
        rows = self._connection.execute(
            "SELECT id, text FROM source WHERE skeleton = ? ORDER BY id DESC LIMIT ?",
            (skeleton, limit),
        )
        return [Source(number, *self._texts(text)) for number, text in rows]

    def alike(self, text: str, threshold: float) -> list[Source]:  # noqa: ARG002
        """The sources that the index says may be alike, whatever the threshold.

        Raises:
            InputError: The index is damaged, of which SQLite does not see all.
        """
        try:
            numbers = index.candidates(self._connection, text)
        except sqlite3.Error:
            raise
        except Exception as error:
            raise InputError(
                f"{self._path}: this translation memory is damaged, in its index "
                f"({type(error).__name__}). It was left as it is. Export it, and import it into a "
                "new one."
            ) from error
        if not numbers:
            return []
        # Numbers of ours, and too many for placeholders where SQLite is old.
        listed = ",".join(map(str, numbers))
        rows = self._connection.execute(f"SELECT id, text FROM source WHERE id IN ({listed})")
        return [Source(number, *self._texts(text)) for number, text in rows]

    def at(self, slots: Collection[Slot]) -> dict[Slot, tuple[int, Unit]]:
        """The units in some slots, with their numbers."""
        found = {}
        for slot in slots:
            row = self._connection.execute(
                f"SELECT unit.id, {_COLUMNS} FROM {_JOINED}"
                " WHERE article = ? AND segment = ? AND pair = ?",
                slot,
            ).fetchone()
            if row is not None:
                found[slot] = (row[0], Unit(*self._texts(*row[1:])))
        return found

    def page(
        self,
        after: Slot,
        size: int,
        words: Collection[str],  # noqa: ARG002 - a file is read as quickly without
    ) -> list[tuple[Slot, Unit]]:
        """The next units after a slot, by article, segment and pair."""
        rows = self._connection.execute(
            f"SELECT article, segment, pair, {_COLUMNS} FROM {_JOINED}"
            " WHERE (article, segment, pair) > (?, ?, ?)"
            " ORDER BY article, segment, pair LIMIT ?",
            (*after, size),
        )
        return [((row[0], row[1], row[2]), Unit(*self._texts(*row[3:]))) for row in rows]

    def chosen(self, choice: Choice) -> tuple[int, ...]:
        """The numbers of the units that are meant, by article, segment and pair."""
        conditions, values = ["1"], list[str]()
        for condition, value in _conditions(choice):
            conditions.append(condition)
            values.append(value)
        units = "unit"
        if choice.duplicates:
            units = (
                "(SELECT *, row_number() OVER"
                " (PARTITION BY source_id, target ORDER BY time DESC, id DESC) AS place FROM unit)"
            )
            conditions.append("place > 1")
        rows = self._connection.execute(
            f"SELECT id FROM {units} WHERE {' AND '.join(conditions)}"
            " ORDER BY article, segment, pair",
            values,
        )
        return tuple(number for (number,) in rows)

    def numbered(self, numbers: Sequence[int]) -> dict[int, Unit]:
        """The units with some numbers."""
        listed = ",".join(map(str, numbers))
        rows = self._connection.execute(
            f"SELECT unit.id, {_COLUMNS} FROM {_JOINED} WHERE unit.id IN ({listed})"
        )
        return {number: Unit(*self._texts(*fields)) for number, *fields in rows}

    def stats(self) -> Stats:
        """What is there, in figures."""
        units, articles, first, last = self._connection.execute(
            "SELECT count(*), count(DISTINCT nullif(article, '')), min(nullif(time, '')), max(time)"
            " FROM unit"
        ).fetchone()
        (sources,) = self._connection.execute("SELECT count(*) FROM source").fetchone()
        people = self._connection.execute(
            "SELECT who, count(*) FROM unit GROUP BY who ORDER BY count(*) DESC, who"
        )
        return Stats(
            units=units,
            sources=sources,
            articles=articles,
            people=tuple((who, number) for who, number in people),
            first=first or "",
            last=last or "",
            size=self._path.stat().st_size,
        )

    def add(self, units: Sequence[tuple[Slot, Unit]]) -> None:
        """Put units into slots that are free."""
        fresh: dict[int, str] = {}
        for slot, unit in units:
            text = normalised(unit.source)
            number = self._source(text)
            if number is None:
                number = self._new_source(text)
                fresh[number] = text
            self._connection.execute(
                "INSERT INTO unit (source_id, source, target, article, segment, pair, time, who)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    number,
                    None if text == unit.source else unit.source,
                    unit.target,
                    *slot,
                    unit.time,
                    unit.who,
                ),
            )
        index.add(self._connection, list(fresh.items()))

    def remove(self, numbers: Collection[int]) -> int:
        """Take out units, and the sources that no other unit has; how many of them were there."""
        removed = 0
        for number in numbers:
            row = self._connection.execute(
                "SELECT source_id FROM unit WHERE id = ?", (number,)
            ).fetchone()
            if row is not None:
                removed += 1
                self._connection.execute("DELETE FROM unit WHERE id = ?", (number,))
                self._connection.execute(
                    "DELETE FROM source WHERE id = ?"
                    " AND NOT EXISTS (SELECT 1 FROM unit WHERE source_id = source.id)",
                    row,
                )
        return removed

    def _source(self, text: str) -> int | None:
        """The number of a normalised source."""
        row = self._connection.execute(
            "SELECT id FROM source WHERE key = ? AND text = ?", (key(text), text)
        ).fetchone()
        return None if row is None else int(row[0])

    def _new_source(self, text: str) -> int:
        number = self._connection.execute(
            "INSERT INTO source (text, key, skeleton) VALUES (?, ?, ?)",
            (text, key(text), skeleton_key(text)),
        ).lastrowid
        assert number is not None
        return number

    def _of(self, number: int, limit: int) -> list[Unit]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM {_JOINED} WHERE source_id = ? ORDER BY unit.id DESC LIMIT ?",
            (number, limit),
        )
        return [Unit(*self._texts(*row)) for row in rows]


def _conditions(choice: Choice) -> Iterator[tuple[str, str]]:
    """What holds for the units that are meant, and the value it is about."""
    if choice.before:
        yield "time <> '' AND time < ?", choice.before
    if choice.article is not None:
        yield "article = ?", choice.article
    if choice.segments is not None:
        # One value, as there is a limit to their number; in hexadecimal, as JSON there ends at NUL.
        wanted = json.dumps([one.encode("utf-8").hex().upper() for one in choice.segments])
        yield "hex(segment) IN (SELECT value FROM json_each(?))", wanted
    if choice.who is not None:
        yield "who = ?", choice.who
