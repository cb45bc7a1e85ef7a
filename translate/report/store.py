"""What was seen of bilingual files, kept so that it is looked at anew only where it has changed.

A row is found by the digest of the file's bytes and of all else that it follows from (`basis`), so
that it is right or not found. It is a help only: where the folder cannot be written, or the file is
damaged, a temporary one does for the one report.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import padanan
from padanan import __version__, glossary, translate
from padanan.errors import OutputError
from padanan.translate.checks import CheckSettings
from padanan.translate.report.facts import Facts

NAME = ".padanan-report.sqlite"
"""The file in the folder of results; a report can do without."""

_TABLE = "CREATE TABLE IF NOT EXISTS facts (key BLOB PRIMARY KEY, said BLOB) WITHOUT ROWID"
_IN_MEMORY = 500
"""Articles whose facts stay in memory, which is quicker."""

_PATIENCE = 2.0
"""Seconds to wait for another report of the same desk."""

_DATA = ("babel", "breame", "lemminflect")
"""Libraries whose data the checks go by."""


class Store:
    """The facts of the articles of one report, in their order, on the disk rather than in memory.

    What was kept from earlier reports helps, but nothing that goes wrong with it does harm: it is
    looked at anew.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._keys: list[bytes] = []
        self._first: list[Facts] = []
        # What this report has is its own, whatever another one forgets meanwhile.
        database.execute("CREATE TEMP TABLE mine (number INTEGER PRIMARY KEY, said BLOB)")

    def recall(self, key: bytes) -> Facts | None:
        """The facts of the next article, if they are kept: they are taken in then."""
        try:
            row = self._database.execute("SELECT said FROM facts WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            facts = Facts.loads(zlib.decompress(row[0]))
        except (sqlite3.Error, zlib.error, ValueError, TypeError):
            return None
        self._take(facts, row[0], key)
        return facts

    def add(self, facts: Facts, key: bytes | None = None) -> None:
        """Take in the facts of the next article.

        Args:
            facts: The facts.
            key: What they are to be kept by; None if they are not.

        Raises:
            OutputError: There is no room on the disk for them.
        """
        said = zlib.compress(facts.dumps(), 1)
        if key is not None:
            with contextlib.suppress(sqlite3.Error):
                self._database.execute("REPLACE INTO facts VALUES (?, ?)", (key, said))
        self._take(facts, said, key)

    def _take(self, facts: Facts, said: bytes, key: bytes | None) -> None:
        if key is not None:
            self._keys.append(key)
        if len(self._first) < _IN_MEMORY:
            self._first.append(facts)
            return
        try:
            self._database.execute("INSERT INTO mine (said) VALUES (?)", (said,))
        except sqlite3.Error as error:
            raise OutputError(
                f"the report needs room for temporary files, and there is none ({error})."
            ) from error

    def all(self) -> Iterator[tuple[int, Facts]]:
        """The facts of all articles, with their numbers from 0."""
        yield from enumerate(self._first)
        rows = self._database.execute("SELECT said FROM mine ORDER BY number")
        for number, (said,) in enumerate(rows, len(self._first)):
            yield number, Facts.loads(zlib.decompress(said))

    def forget_others(self) -> None:
        """Keep nothing but what this report had: other files have changed since, or have gone."""
        with contextlib.suppress(sqlite3.Error):
            self._database.execute("CREATE TEMP TABLE kept (key BLOB PRIMARY KEY)")
            self._database.executemany(
                "INSERT OR IGNORE INTO kept VALUES (?)", ((key,) for key in self._keys)
            )
            self._database.execute("DELETE FROM facts WHERE key NOT IN (SELECT key FROM kept)")


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The store of a desk; a temporary one where the desk's cannot be used.

    Args:
        folder: The folder of results.
    """
    database = _open(folder / NAME)
    try:
        yield Store(database)
    finally:
        database.close()


def _open(path: Path) -> sqlite3.Connection:
    for place in (path, path, None):
        with contextlib.suppress(sqlite3.Error, OSError):
            # An empty name is a temporary file of SQLite's own.
            # Each row is kept at once: a report that is killed goes on where it was.
            database = sqlite3.connect(
                "" if place is None else place, timeout=_PATIENCE, isolation_level=None
            )
            try:
                return _ready(database)
            except sqlite3.DatabaseError as error:
                database.close()
                # A damaged file is nothing that anybody would miss.
                if place is not None and not isinstance(error, sqlite3.OperationalError):
                    place.unlink(missing_ok=True)
    return _ready(sqlite3.connect(":memory:", isolation_level=None))


def _ready(database: sqlite3.Connection) -> sqlite3.Connection:
    """A database with its table, in which one can write."""
    database.execute("PRAGMA synchronous = OFF")  # what is lost in a power cut is looked at again
    database.execute(_TABLE)
    database.execute("SELECT key, said FROM facts LIMIT 1").fetchone()
    database.execute("BEGIN IMMEDIATE")
    database.execute("COMMIT")
    return database


def basis(glossary_digest: str, settings: CheckSettings) -> bytes:
    """What facts follow from besides the bilingual file: the glossary, the settings, padanan.

    Args:
        glossary_digest: What tells the glossary from others; empty for none.
        settings: Which checks run, and how strictly.
    """
    said = repr(
        (
            __version__,
            sorted(_code()),
            [_version(name) for name in _DATA],
            glossary_digest,
            sorted(settings.disabled),
            sorted(settings.severities.items()),
            sorted((key, sorted(value.items())) for key, value in settings.limits.items()),
        )
    )
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def key(data: bytes, basis: bytes) -> bytes:
    """What the facts of a bilingual file are kept by.

    Args:
        data: The file.
        basis: What else they follow from.
    """
    return blake2b(data, digest_size=16, key=basis).digest()


def _code() -> Iterator[tuple[str, int, int]]:
    """When each of padanan's modules was last changed, for a version can be one in the making."""
    for package in (padanan, glossary, translate):
        for root in package.__path__:
            for path in Path(root).rglob("*.py"):
                with contextlib.suppress(OSError):
                    there = path.stat()
                    yield path.name, there.st_mtime_ns, there.st_size


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
