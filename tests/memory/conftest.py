"""A PostgreSQL server for the tests of memories that are shared."""

from collections.abc import Iterator
from itertools import count

import pytest
from postgres_server import PostgresServer, binaries

from padanan.address import Address


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server, which all tests of a session share."""
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt install postgresql).")
    pytest.importorskip("pg8000", reason="the extra padanan[postgres] is not installed")
    server = PostgresServer()
    yield server
    server.close()


_NUMBERS = count()


@pytest.fixture
def address(postgres: PostgresServer) -> Address:
    """Where there is no memory yet."""
    return postgres.address(f"desk {next(_NUMBERS)}")
