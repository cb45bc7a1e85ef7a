"""Lists that go to the server as one value, so that however long they are it is one question."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, FromClause, Integer, bindparam, column, func
from sqlalchemy.dialects.postgresql import ARRAY, JSON
from sqlalchemy.sql.elements import ColumnElement, KeyedColumnElement

from padanan.translate.memory.postgres.tables import held

PLACE = "place"
"""The column that counts the rows of `sent`."""


def sent(
    columns: Sequence[KeyedColumnElement[Any]], rows: Iterable[Sequence[str | int | None]]
) -> FromClause:
    """Rows as a table on the server.

    Args:
        columns: Columns of a table, whose names and types the rows have.
        rows: The rows.
    """
    names = [one.name for one in columns]
    # As JSON: pg8000 does not write every text in an array as the server reads it ("null").
    values = [
        dict(zip(names, map(_held, row), strict=True)) | {PLACE: place}
        for place, row in enumerate(rows)
    ]
    table = func.json_to_recordset(bindparam("rows", values, JSON, unique=True)).table_valued(
        column(PLACE, Integer), *(column(one.name, one.type) for one in columns)
    )
    return table.render_derived(with_types=True)


def any_of(numbers: Collection[int]) -> ColumnElement[Any]:
    """Any of some numbers, to be compared with."""
    return func.any(array(numbers))


def array(numbers: Collection[int]) -> ColumnElement[Any]:
    """Numbers as an array."""
    return bindparam("numbers", list(numbers), ARRAY(BigInteger), unique=True)


def _held(value: str | int | None) -> str | int | None:
    return held(value) if isinstance(value, str) else value
