"""The file of a translation memory: opened, made, locked, and its errors in plain words.

The journal is SQLite's rollback journal and not its write-ahead log: the log needs memory that
processes share, which folders on a network do not have, and a memory whose file is copied without
the log beside it would lack the latest units. Readers and writers wait for each other, so that
every transaction here is short.
"""

import errno
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from padanan.errors import InputError, OutputError, PadananError

APPLICATION = 0x5061646E
"""SQLite's application id of our files ("Padn"), which tells them from others'."""

VERSION = 1
"""The version of the tables, in SQLite's user_version. It rises when the tables change, or what
`normal`, `grams` or `padanan.translate.values.skeleton` make of a source."""

_TABLES = (
    # The different sources, normalised. The id of one that has gone is never given to another, so
    # that what the index still says of it leads nowhere.
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL,
        key INTEGER NOT NULL,  -- hash of text
        skeleton INTEGER  -- hash of the text without its values; NULL if it has none
    )""",
    "CREATE INDEX source_key ON source (key)",
    "CREATE INDEX source_skeleton ON source (skeleton) WHERE skeleton IS NOT NULL",
    # A unit is never changed: another takes its place, with another id.
    """CREATE TABLE unit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES source (id),
        source TEXT,  -- NULL if it is the normalised one
        target TEXT NOT NULL,
        article TEXT NOT NULL,
        segment TEXT NOT NULL,
        pair INTEGER NOT NULL,  -- hash of source and target where there is no segment, else 0
        time TEXT NOT NULL,
        who TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX unit_place ON unit (article, segment, pair)",
    "CREATE INDEX unit_source ON unit (source_id)",
    # The sources whose sketch has a trigram: place is trigram << 32 | id >> 16, sources the lower
    # 16 bits of the ids, as little-endian unsigned integers.
    "CREATE TABLE posting (place INTEGER PRIMARY KEY, sources BLOB NOT NULL)",
)


class Database:
    """One open file, which threads may share: their transactions wait for each other."""

    def __init__(self, path: Path, patience: float) -> None:
        """Open the file, or make it.

        Raises:
            InputError: It is damaged, not a memory, or of a later padanan. It is left as it is.
            OutputError: It cannot be opened or made, or another padanan keeps it busy.
        """
        self.path = path
        self._lock = threading.RLock()
        _expect_database(path)
        with self._telling():
            self._connection = sqlite3.connect(
                path, timeout=patience, isolation_level=None, check_same_thread=False
            )
        try:
            with self._telling():
                self._connection.execute("PRAGMA cache_size = -32768")  # KiB
                if not self._is_ours():
                    self._make()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the file. Nothing more can be asked of it."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction that sees the file as it is at one moment; others cannot write meanwhile.

        Raises:
            InputError: The file is damaged.
            OutputError: It cannot be read, or another padanan keeps it busy.
        """
        with self._transaction("BEGIN"):
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that alone may write; done wholly or, on any error, not at all.

        Raises:
            InputError: The file is damaged.
            OutputError: It cannot be written, or another padanan keeps it busy.
        """
        with self._transaction("BEGIN IMMEDIATE"):
            yield self._connection

    def compact(self) -> None:
        """Give free space back to the system, if there is much and nobody is at the file."""
        with self._lock, suppress(sqlite3.OperationalError):
            free, pages = (
                self._connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("freelist_count", "page_count")
            )
            if free * 4 > pages:
                self._connection.execute("VACUUM")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._lock, self._telling():
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # some errors have rolled it back already
                    self._connection.execute("ROLLBACK")
                raise

    def _is_ours(self) -> bool:
        """Whether the file is a memory; False if it is empty.

        Raises:
            InputError: It is another program's, or of a later padanan.
        """
        application, version, tables = (
            self._connection.execute(query).fetchone()[0]
            for query in (
                "PRAGMA application_id",
                "PRAGMA user_version",
                "SELECT count(*) FROM sqlite_schema",
            )
        )
        if application != APPLICATION:
            if application or version or tables:
                raise InputError(
                    f"{self.path}: is a database of another program, not a translation memory. "
                    "It was left as it is; name another file."
                )
            return False
        if version > VERSION:
            raise InputError(
                f"{self.path}: was made by a later version of padanan (tables {version}; this one "
                f"knows {VERSION}). It was left as it is; use that padanan, or bring the memory "
                "over with its padanan memory export and import the TMX file here."
            )
        return True

    def _make(self) -> None:
        with self.writing():
            if self._is_ours():  # another process was quicker
                return
            for statement in _TABLES:
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
            self._connection.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences."""
        try:
            yield
        except sqlite3.Error as error:
            raise _told(self.path, error) from error
        except UnicodeDecodeError as error:
            # Of a damaged schema SQLite quotes what it finds, which Python then cannot read.
            raise _damaged(self.path, "its tables cannot be read") from error


def _expect_database(path: Path) -> None:
    """See that there is a database, or nothing and a folder for it, before SQLite looks."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kind = path.stat().st_mode  # asked once: another process may make the file meanwhile
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise OSError(errno.EINVAL, "it is a pipe or a device, not a file")
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be opened ({error.strerror or error}). Name another file for the "
            "translation memory."
        ) from error
    if head and head != b"SQLite format 3\0":
        raise InputError(
            f"{path}: is not a translation memory. It was left as it is; name another file, or, "
            "if it should be one, bring back a copy of it."
        )


_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def _told(path: Path, error: sqlite3.Error) -> PadananError:
    # Only errors of SQLite itself have a code; its lower byte is the kind.
    kind = getattr(error, "sqlite_errorcode", -1) & 0xFF
    if kind in _BUSY:
        return OutputError(
            f"{path}: another padanan is writing in this translation memory, and has not come to "
            "an end. Try again in a moment."
        )
    if kind in _DAMAGED:
        return _damaged(path, error)
    return OutputError(f"{path}: the translation memory cannot be used ({error}).")


def _damaged(path: Path, why: object) -> InputError:
    return InputError(
        f"{path}: this translation memory is damaged ({why}). It was left as it is. Bring back a "
        "copy of it, or move it away and import what you have as TMX or as bilingual files into a "
        "new one."
    )
