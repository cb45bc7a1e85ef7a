"""The schema of a memory: whether it is there, and made where it is not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from padanan.address import Address
from padanan.errors import InputError, OutputError
from padanan.translate.memory.postgres import telling
from padanan.translate.memory.postgres.likeness import BOUNDS
from padanan.translate.memory.postgres.tables import VERSION, Tables, quoted

_MAKING = 0x5061646E
"""The lock (pg_advisory_xact_lock) of whoever makes a schema ("Padn")."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a database has.

    Attributes:
        version: The version of the tables; None if there are none.
        trigrams: The schema that pg_trgm is in; None if it is not there.
    """

    version: int | None
    trigrams: str | None


def look(connection: Connection, address: Address, tables: Tables) -> Found:
    """What a database has.

    Raises:
        InputError: The tables are of a later padanan, or the database cannot hold all characters.
    """
    encoding, there, trigrams = connection.execute(
        text(
            "SELECT current_setting('server_encoding'), to_regclass(:memory) IS NOT NULL,"
            " (SELECT nspname FROM pg_extension JOIN pg_namespace ns ON ns.oid = extnamespace"
            " WHERE extname = 'pg_trgm')"
        ),
        {"memory": quoted(address.schema, "memory")},
    ).one()
    if encoding != "UTF8":
        raise InputError(
            f"{address}: the database holds {encoding} only. A memory needs one that holds all "
            "characters: createdb --encoding=UTF8 --template=template0"
        )
    version = connection.scalar(tables.memory.select()) if there else None
    if version is not None and version > VERSION:
        raise InputError(
            f"{address}: this translation memory was made by a later version of padanan (tables "
            f"{version}; this one knows {VERSION}). It was left as it is; use that padanan."
        )
    return Found(version, trigrams)


def make(connection: Connection, address: Address, tables: Tables) -> None:
    """Make what is not there, wholly or not at all.

    Args:
        connection: In a transaction.
        address: Where.
        tables: The tables.

    Raises:
        OutputError: It may not be made.
        SQLAlchemyError: Something else went wrong.
    """
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MAKING})
    found = look(connection, address, tables)
    if found.trigrams is None:
        with _or(_no_trigrams(address)):
            connection.execute(text("CREATE EXTENSION pg_trgm"))
        found = look(connection, address, tables)
    if found.version is not None:
        return
    schema = quoted(address.schema)
    there = connection.scalar(
        text("SELECT true FROM pg_namespace WHERE nspname = :name"), {"name": address.schema}
    )
    if not there:
        with _or(_no_schema(address)):
            connection.execute(text(f"CREATE SCHEMA {schema}"))
    with _or(_no_tables(address)):
        tables.metadata.create_all(connection, checkfirst=False)
    for begin, end in pairwise(BOUNDS):
        # Every search reads through the list of what is pending (kilobytes); without one, storing
        # takes a hundred times as long.
        connection.execute(
            text(
                f"CREATE INDEX source_letters_{begin} ON {quoted(address.schema, 'source')} USING"
                f" gin (coalesce(letters, text) {quoted(expected(found, address), 'gin_trgm_ops')})"
                " WITH (gin_pending_list_limit = 64)"
                f" WHERE size >= {begin} AND size < {end}"
            )
        )
    connection.execute(tables.memory.insert().values(version=VERSION))


def expected(found: Found, address: Address) -> str:
    """The schema of pg_trgm, which has to be there.

    Raises:
        OutputError: It is not.
    """
    if found.trigrams is None:
        raise OutputError(_no_trigrams(address))
    return found.trigrams


@contextmanager
def _or(message: str) -> Iterator[None]:
    """Say something else where the server does not let one do what is done."""
    try:
        yield
    except SQLAlchemyError as error:
        if telling.may_not(error):
            raise OutputError(message) from error
        raise


def _no_trigrams(address: Address) -> str:
    return (
        f"{address}: the database has no pg_trgm, which finds similar sentences, and you may not "
        "add it. Ask whoever administers the server to say in this database: CREATE EXTENSION "
        "pg_trgm (on Debian it comes with the package postgresql)."
    )


def _no_schema(address: Address) -> str:
    who = f'"{address.user}"' if address.user else "your account"
    return (
        f"{address}: there is no translation memory yet, and you may not make one in this "
        "database. Ask whoever administers the server to say in it: CREATE SCHEMA "
        f"{quoted(address.schema)} AUTHORIZATION {who}"
    )


def _no_tables(address: Address) -> str:
    return (
        f"{address}: there is no translation memory yet, and you may not make one in the schema "
        f"{address.schema}. Ask whoever administers the server to say in this database: GRANT "
        f"CREATE, USAGE ON SCHEMA {quoted(address.schema)} TO your account."
    )
