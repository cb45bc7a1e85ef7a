"""The tables of a memory, in a schema of their own."""

import re
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    func,
)
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeDecorator

VERSION = 1
"""The version of the tables, which the table `memory` holds. It rises when the tables change, or
what `normal`, `likeness.letters` or `padanan.translate.values.skeleton` make of a source."""


class Exact(TypeDecorator[str]):
    """Any text, compared by its characters' numbers, as SQLite compares.

    PostgreSQL holds no NUL: U+0000 and U+0001 become two characters, which leaves the order as it
    is.
    """

    impl = Text(collation="C")
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: object) -> str | None:  # noqa: ARG002
        """The text as the server holds it."""
        return None if value is None else held(value)

    def process_result_value(self, value: str | None, dialect: object) -> str | None:  # noqa: ARG002
        """The text as it was."""
        if value is None or "\1" not in value:
            return value
        return re.sub("\1(.)", lambda found: "\0" if found[1] == "\1" else "\1", value)


def held(text: str) -> str:
    """A text as the server holds it (`Exact`)."""
    if "\0" not in text and "\1" not in text:
        return text
    return re.sub("[\0\1]", lambda found: "\1\1" if found[0] == "\0" else "\1\2", text)


class Tables(NamedTuple):
    """The tables of one memory.

    Attributes:
        metadata: All of them, to be made.
        memory: One row, with the version of the tables. Who writes locks it.
        source: The different sources, normalised; of each a hash, the hash of the text without its
            values, if it has any, the characters of the folded text, and its letters
            (`likeness.letters`) where they are not those that pg_trgm sees in the text by itself.
        unit: The units. One is never changed: another takes its place, with another id. The source
            is NULL if it is the normalised one.
    """

    metadata: MetaData
    memory: Table
    source: Table
    unit: Table

    @property
    def letters(self) -> ColumnElement[str]:
        """What the trigram indexes are of."""
        return func.coalesce(self.source.c.letters, self.source.c.text)


def tables(schema: str) -> Tables:
    """The tables in a schema."""
    metadata = MetaData(schema=schema)
    memory = Table("memory", metadata, Column("version", Integer, nullable=False))
    source = Table(
        "source",
        metadata,
        Column("id", BigInteger, Identity(), primary_key=True),
        Column("text", Exact, nullable=False),
        Column("key", BigInteger, nullable=False),
        Column("skeleton", BigInteger),
        Column("size", Integer, nullable=False),
        Column("letters", Exact),
    )
    unit = Table(
        "unit",
        metadata,
        Column("id", BigInteger, Identity(), primary_key=True),
        Column("source_id", BigInteger, ForeignKey(source.c.id), nullable=False),
        Column("source", Exact),
        Column("target", Exact, nullable=False),
        Column("article", Exact, nullable=False),
        Column("segment", Exact, nullable=False),
        Column("pair", BigInteger, nullable=False),
        Column("time", Exact, nullable=False),
        Column("who", Exact, nullable=False),
    )
    # Texts themselves are too long for a B-tree.
    Index("source_key", source.c.key)
    Index(
        "source_skeleton",
        source.c.skeleton,
        source.c.id,
        postgresql_where=source.c.skeleton.is_not(None),
    )
    Index("unit_place", unit.c.article, unit.c.segment, unit.c.pair, unique=True)
    Index("unit_source", unit.c.source_id, unit.c.id)
    return Tables(metadata, memory, source, unit)


def quoted(*names: str) -> str:
    """A name as SQL has it, with the schema it is in before it."""
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)
