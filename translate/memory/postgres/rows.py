"""What is asked of the server and done there, in SQL."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlalchemy.sql.elements import ColumnElement

from padanan.translate.memory.choice import Choice, Stats
from padanan.translate.memory.keys import key, skeleton_key
from padanan.translate.memory.normal import folded, normalised
from padanan.translate.memory.postgres.conditions import conditions, may_have
from padanan.translate.memory.postgres.likeness import classes, least, letters
from padanan.translate.memory.postgres.sending import PLACE, any_of, array, sent
from padanan.translate.memory.postgres.tables import Exact, Tables, quoted
from padanan.translate.memory.store import Slot, Source
from padanan.translate.memory.unit import Unit

CANDIDATES = 1000
"""Sources that one search gives."""


class Rows:
    """The rows of a memory, read and written (`padanan.translate.memory.store.Writer`).

    Args:
        connection: In a transaction that alone may write, for what changes something.
        tables: The tables.
        trigrams: The schema that pg_trgm is in.
    """

    def __init__(self, connection: Connection, tables: Tables, trigrams: str) -> None:
        self._connection = connection
        self._tables = tables
        self._trigrams = trigrams

    def same(self, text: str, limit: int) -> list[Unit]:
        """The units of a normalised source, those stored last first."""
        unit, source = self._tables.unit, self._tables.source
        query = (
            self._units()
            .where(source.c.key == key(text), source.c.text == text)
            .order_by(unit.c.id.desc())
            .limit(limit)
        )
        return [Unit(*row) for row in self._connection.execute(query)]

    def of(self, numbers: Sequence[int], limit: int) -> dict[int, list[Unit]]:
        """The units of sources, those stored last first."""
        if not numbers:
            return {}
        wanted = func.unnest(array(numbers)).table_valued("number").render_derived()
        number = wanted.c.number
        unit = self._tables.unit
        units = (
            self._units()
            .add_columns(unit.c.id)
            .where(unit.c.source_id == number)
            .order_by(unit.c.id.desc())
            .limit(limit)
            .lateral()
        )
        query = (
            select(number, units)
            .select_from(wanted.join(units, true()))
            .order_by(number, units.c.id.desc())
        )
        found: dict[int, list[Unit]] = {}
        for one, *fields, _ in self._connection.execute(query):
            found.setdefault(one, []).append(Unit(*fields))
        return found

    def bare(self, skeleton: int, limit: int) -> list[Source]:
        """The sources with a hash of what is left without values, those stored last first."""
        source = self._tables.source
        query = (
            select(source.c.id, source.c.text)
            .where(source.c.skeleton == skeleton)
            .order_by(source.c.id.desc())
            .limit(limit)
        )
        return [Source(*row) for row in self._connection.execute(query)]

    def alike(self, text: str, threshold: float) -> list[Source]:
        """The sources that pg_trgm finds like enough to a normalised one, the likest at most."""
        words = folded(text)
        asked = letters(words)
        self._look_from(least(asked, threshold))
        source, own = self._tables.source, self._tables.letters
        wanted = bindparam("letters", asked, Exact)
        likeness = getattr(func, self._trigrams).similarity(own, wanted)
        like = own.op(f"OPERATOR({quoted(self._trigrams)}.%%)", is_comparison=True)(wanted)
        of_sizes = [
            select(source.c.id, source.c.text, likeness.label("likeness")).where(
                # As the index of that class of sizes has it.
                like,
                source.c.size >= literal_column(str(begin)),
                source.c.size < literal_column(str(end)),
            )
            for begin, end in classes(len(words), threshold)
        ]
        found = union_all(*of_sizes).subquery()
        query = (
            select(found.c.id, found.c.text)
            .order_by(found.c.likeness.desc(), found.c.id.desc())
            .limit(CANDIDATES)
        )
        return [Source(*row) for row in self._connection.execute(query)]

    def _look_from(self, likeness: float) -> None:
        """Say what pg_trgm counts as like, unless that is what was said last."""
        if self._connection.info.get("likeness") != likeness:
            self._connection.execute(
                select(func.set_config("pg_trgm.similarity_threshold", str(likeness), False))
            )
            self._connection.info["likeness"] = likeness

    def at(self, slots: Collection[Slot]) -> dict[Slot, tuple[int, Unit]]:
        """The units in some slots, with their numbers."""
        if not slots:
            return {}
        unit = self._tables.unit
        wanted = sent((unit.c.article, unit.c.segment, unit.c.pair), slots)
        query = (
            self._units()
            .add_columns(unit.c.pair, unit.c.id)
            .where(
                unit.c.article == wanted.c.article,
                unit.c.segment == wanted.c.segment,
                unit.c.pair == wanted.c.pair,
            )
        )
        found = {}
        for *fields, pair, number in self._connection.execute(query):
            one = Unit(*fields)
            found[one.article, one.segment, pair] = (number, one)
        return found

    def page(self, after: Slot, size: int, words: Collection[str]) -> list[tuple[Slot, Unit]]:
        """The next units after a slot, by article, segment and pair, of those that may have all
        the words."""
        unit = self._tables.unit
        slot = (unit.c.article, unit.c.segment, unit.c.pair)
        query = (
            self._units()
            .add_columns(unit.c.pair)
            .where(tuple_(*slot) > after)
            .order_by(*slot)
            .limit(size)
        )
        told = [word for word in words if word.isascii() and word.isprintable()]
        if told:
            query = query.where(
                or_(*(may_have(text, told) for text in (self._source_text(), unit.c.target)))
            )
        found = []
        for *fields, pair in self._connection.execute(query):
            one = Unit(*fields)
            found.append(((one.article, one.segment, pair), one))
        return found

    def chosen(self, choice: Choice) -> tuple[int, ...]:
        """The numbers of the units that are meant, by article, segment and pair."""
        unit = self._tables.unit
        query = select(unit.c.id).where(*conditions(unit, choice))
        if choice.duplicates:
            place = func.row_number().over(
                partition_by=(unit.c.source_id, unit.c.target),
                order_by=(unit.c.time.desc(), unit.c.id.desc()),
            )
            ranked = select(unit, place.label("place")).subquery()
            query = select(ranked.c.id).where(*conditions(ranked, choice), ranked.c.place > 1)
            unit_columns = ranked.c
        else:
            unit_columns = unit.c
        query = query.order_by(unit_columns.article, unit_columns.segment, unit_columns.pair)
        return tuple(self._connection.scalars(query))

    def numbered(self, numbers: Sequence[int]) -> dict[int, Unit]:
        """The units with some numbers."""
        unit = self._tables.unit
        query = self._units().add_columns(unit.c.id).where(unit.c.id == any_of(numbers))
        return {number: Unit(*fields) for *fields, number in self._connection.execute(query)}

    def stats(self) -> Stats:
        """What is there, in figures."""
        unit, source = self._tables.unit, self._tables.source
        units, articles, first, last = self._connection.execute(
            select(
                func.count(),
                func.count(func.nullif(unit.c.article, "").distinct()),
                func.min(func.nullif(unit.c.time, ""), type_=Exact),
                func.max(unit.c.time, type_=Exact),
            ).select_from(unit)
        ).one()
        number = func.count().label("number")
        people = self._connection.execute(
            select(unit.c.who, number).group_by(unit.c.who).order_by(number.desc(), unit.c.who)
        )
        schema = self._tables.metadata.schema or ""
        sizes = [
            func.pg_total_relation_size(func.to_regclass(quoted(schema, table.name)))
            for table in (unit, source)
        ]
        return Stats(
            units=units,
            sources=self._connection.scalar(select(func.count()).select_from(source)) or 0,
            articles=articles,
            people=tuple((who, count) for who, count in people),
            first=first or "",
            last=last or "",
            size=int(self._connection.scalar(select(sizes[0] + sizes[1])) or 0),
        )

    def add(self, units: Sequence[tuple[Slot, Unit]]) -> None:
        """Put units into slots that are free."""
        texts = [normalised(unit.source) for _, unit in units]
        numbers = self._sources(list(dict.fromkeys(texts)))
        unit = self._tables.unit
        columns = ("source_id", "source", "target", "article", "segment", "pair", "time", "who")
        rows = [
            (
                numbers[text],
                None if text == one.source else one.source,
                one.target,
                *slot,
                one.time,
                one.who,
            )
            for (slot, one), text in zip(units, texts, strict=True)
        ]
        self._insert(unit, columns, rows)

    def remove(self, numbers: Collection[int]) -> int:
        """Take out units, and the sources that no other unit has; how many of them were there."""
        if not numbers:
            return 0
        unit, source = self._tables.unit, self._tables.source
        gone = self._connection.scalars(
            delete(unit).where(unit.c.id == any_of(numbers)).returning(unit.c.source_id)
        ).all()
        self._connection.execute(
            delete(source).where(
                source.c.id == any_of(set(gone)),
                ~select(unit.c.id).where(unit.c.source_id == source.c.id).exists(),
            )
        )
        return len(gone)

    def _units(self) -> Select[Any]:
        """Units with all that belongs to them."""
        unit, source = self._tables.unit, self._tables.source
        return select(
            self._source_text().label("source"),
            unit.c.target,
            unit.c.article,
            unit.c.segment,
            unit.c.time,
            unit.c.who,
        ).join_from(unit, source, source.c.id == unit.c.source_id)

    def _source_text(self) -> ColumnElement[str]:
        """A unit's source, which the table of units has only where it is not the normalised one."""
        return func.coalesce(self._tables.unit.c.source, self._tables.source.c.text, type_=Exact)

    def _sources(self, texts: Sequence[str]) -> dict[str, int]:
        """The numbers of normalised sources, which are put in if they are not there."""
        source = self._tables.source
        wanted = sent((source.c.text, source.c.key), [(text, key(text)) for text in texts])
        rows = self._connection.execute(
            select(source.c.text, source.c.id).where(
                source.c.key == wanted.c.key, source.c.text == wanted.c.text
            )
        )
        numbers = {row.text: row.id for row in rows}
        new = [text for text in texts if text not in numbers]
        made = self._insert(
            source,
            ("text", "key", "skeleton", "size", "letters"),
            [(text, key(text), skeleton_key(text), *_seen(text)) for text in new],
        )
        return numbers | dict(zip(new, made, strict=True))

    def _insert(
        self, table: Table, names: Sequence[str], rows: Sequence[Sequence[str | int | None]]
    ) -> list[int]:
        """Put rows into a table in their order; their numbers."""
        if not rows:
            return []
        new = sent([table.c[name] for name in names], rows)
        made = self._connection.scalars(
            insert(table)
            .from_select(names, select(*(new.c[name] for name in names)).order_by(new.c[PLACE]))
            .returning(table.c.id)
        )
        # They are counted up in the order of the rows, and come in any.
        return sorted(made)


def _seen(text: str) -> tuple[int, str | None]:
    """The characters of a normalised source without punctuation, and its letters; None if pg_trgm
    sees the same in the text."""
    words = folded(text)
    own = letters(words)
    return len(words), None if text.isascii() and own == words else own
