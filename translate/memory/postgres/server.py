"""A database on a server as the store of a memory."""

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Self, cast

from sqlalchemy import Engine, create_engine, event, select
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.exc import SQLAlchemyError

from padanan.address import Address
from padanan.errors import OutputError
from padanan.translate.memory.postgres import making, telling
from padanan.translate.memory.postgres.connecting import connect
from padanan.translate.memory.postgres.rows import Rows
from padanan.translate.memory.postgres.tables import tables
from padanan.translate.memory.store import Answer, Reader, Writer

_AGAIN = 0.1
"""Seconds until a server that is gone is tried again; later longer."""


class _LostError(Exception):
    """The connection is gone; the cause says why."""


class Server:
    """A store (`padanan.translate.memory.store.Store`) in a database on a server.

    Threads, and processes that were forked, have connections of their own. One that is lost, as
    when the server is started anew, is made again, and what was asked is asked once more.
    """

    def __init__(self, address: Address, patience: float) -> None:
        self._address = address
        self._patience = patience
        self._tables = tables(address.schema)
        self._trigrams = ""
        self._process = os.getpid()
        self._engine = _engine(address, patience)
        self._reading = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    @classmethod
    def found(cls, address: Address, patience: float) -> Self | None:
        """The memory at an address, if there is one.

        Raises:
            InputError: It is of a later padanan.
            OutputError: The server cannot be reached, or does not let one in.
        """
        return cls(address, patience)._opened(make=False)

    @classmethod
    def made(cls, address: Address, patience: float) -> Self:
        """The memory at an address, which is made if it is not there.

        Raises:
            InputError: It is of a later padanan.
            OutputError: The server cannot be reached, does not let one in, or one may not make it.
        """
        return cast(Self, cls(address, patience)._opened(make=True))

    @property
    def place(self) -> Address:
        """The address."""
        return self._address

    def read(self, work: Callable[[Reader], Answer]) -> Answer:
        """Ask something; each question of the work is answered as things are at its moment."""
        return self._twice(partial(self._read, work))

    def write(self, work: Callable[[Writer], Answer]) -> Answer:
        """Change something, wholly or not at all, while nobody else does."""
        return self._twice(partial(self._write, work))

    def sweep(self) -> None:
        """Nothing: the server does that by itself (autovacuum)."""

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def _opened(self, *, make: bool) -> Self | None:
        """Itself, once it is known what there is; None if that is nothing, and nothing is made."""
        try:
            with self._telling(), self._reading.connect() as connection:
                found = making.look(connection, self._address, self._tables)
            if make and (found.version is None or found.trigrams is None):
                with self._telling(), self._engine.begin() as connection:
                    making.make(connection, self._address, self._tables)
                    found = making.look(connection, self._address, self._tables)
            if found.version is None:
                self.close()
                return None
            self._trigrams = making.expected(found, self._address)
        except _LostError as lost:
            self.close()
            raise telling.told(self._address, lost.__cause__ or lost) from lost
        except BaseException:
            self.close()
            raise
        return self

    def _read(self, work: Callable[[Reader], Answer]) -> Answer:
        with self._reading.connect() as connection:
            return work(Rows(connection, self._tables, self._trigrams))

    def _write(self, work: Callable[[Writer], Answer]) -> Answer:
        with self._engine.begin() as connection:
            # Others can read meanwhile, and the server can vacuum.
            connection.execute(select(self._tables.memory).with_for_update())
            return work(Rows(connection, self._tables, self._trigrams))

    def _twice(self, work: Callable[[], Answer]) -> Answer:
        """Do something, and once more if the connection is lost."""
        if os.getpid() != self._process:
            # What was inherited is the parent's.
            self._engine.dispose(close=False)
            self._process = os.getpid()
        try:
            with self._telling():
                return work()
        except _LostError:
            self._engine.dispose()
            self._await_server()
        try:
            with self._telling():
                return work()
        except _LostError as lost:
            raise telling.told(self._address, lost.__cause__ or lost) from lost

    def _await_server(self) -> None:
        """Wait until there is a server again; a new start takes it some seconds.

        Raises:
            OutputError: There was none as long as one is patient.
        """
        end, pause = time.monotonic() + self._patience, _AGAIN
        while True:
            try:
                with self._telling(), self._reading.connect():
                    return
            except (_LostError, OutputError) as error:
                if time.monotonic() + pause > end:
                    raise telling.lost(self._address, error) from error
            # Not all of a cluster's workers at the same moment.
            time.sleep(pause * random.uniform(0.7, 1.3))
            pause = min(2 * pause, 2.0)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn errors into sentences.

        Raises:
            _LostError: The connection is gone.
        """
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            if telling.is_lost(error):
                raise _LostError from error
            raise telling.told(self._address, error) from error


def _engine(address: Address, patience: float) -> Engine:
    """What gives connections to an address; it opens none yet."""
    settings = {
        "lock_timeout": f"{max(1, round(patience * 1_000))}ms",
        # Lookups are many and small.
        "max_parallel_workers_per_gather": "0",
    }
    engine = create_engine(
        "postgresql+pg8000://",
        creator=lambda: cast(DBAPIConnection, connect(address, patience, settings)),
        hide_parameters=True,  # they are what people have written
        pool_timeout=patience,
    )

    @event.listens_for(engine, "handle_error")
    def lost(context: ExceptionContext) -> None:
        if telling.is_lost(context.original_exception):
            context.is_disconnect = True

    return engine
