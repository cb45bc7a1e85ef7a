"""Where a translation memory is: a file, or the address of a database on a PostgreSQL server."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeAlias
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from padanan.errors import InputError

SCHEMES = ("postgresql", "postgres")
"""How an address begins, before "://"."""

PORT = 5432
"""The port of a PostgreSQL server where the address names none."""

SCHEMA = "padanan"
"""The schema of the database that a memory is in where the address names none."""

OPTIONS = ("host", "schema", "sslmode", "sslrootcert", "sslcert", "sslkey")
"""What an address may say after its question mark; all but `schema` mean what they mean to psql."""

SSL_MODES = ("disable", "prefer", "require", "verify-ca", "verify-full")
"""How much of TLS is asked for, from nothing to a certificate that names the server."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")

_FORM = (
    "Write it as postgresql://USER@HOST/DATABASE. Leave the password to ~/.pgpass or PGPASSWORD, "
    "or write what is not a letter or digit in it as %40 for @, %2F for / and so on."
)


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """The address of a memory on a PostgreSQL server. As text it is without its password.

    Attributes:
        host: The server; a path is the folder of its socket on this machine, and nothing the usual
            folder.
        port: Its port.
        database: The database.
        user: Who asks; nobody is the account that padanan runs under.
        password: Their password, if the address has it.
        schema: The schema that the memory's tables are in.
        tls: The options of `OPTIONS` that begin with "ssl".
    """

    database: str
    host: str = ""
    port: int = PORT
    user: str = ""
    password: str | None = None
    schema: str = SCHEMA
    tls: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address.

        Raises:
            InputError: It is none. The message does not repeat it, as a password may be in it.
        """
        try:
            parts = urlsplit(text.strip())
            port = parts.port or PORT
            database = unquote(parts.path.removeprefix("/"), errors="strict")
            options = dict(parse_qsl(parts.query, keep_blank_values=True, errors="strict"))
        except ValueError:  # a port that is no number, brackets that do not close, not UTF-8
            raise _refused("cannot be read") from None
        _expect(parts, database, options)
        return cls(
            database=database,
            host=options.pop("host", "") or _host(parts),
            port=port,
            user=unquote(parts.username or ""),
            password=None if parts.password is None else unquote(parts.password),
            schema=options.pop("schema", "") or SCHEMA,
            tls=tuple(sorted(options.items())),
        )

    def __str__(self) -> str:
        """The address without its password, fit to be shown and to be given to padanan again."""
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        on_socket = self.host.startswith("/")
        host = "" if on_socket else self.host if ":" not in self.host else f"[{self.host}]"
        port = "" if self.port == PORT else f":{self.port}"
        options = dict(self.tls)
        if on_socket:
            options["host"] = self.host
        if self.schema != SCHEMA:
            options["schema"] = self.schema
        query = f"?{urlencode(options, safe='/')}" if options else ""
        shown = quote(host, safe="[]:%")
        return f"postgresql://{user}{shown}{port}/{quote(self.database, safe='')}{query}"

    def __repr__(self) -> str:
        return f"Address({str(self)!r})"


Place: TypeAlias = Path | Address
"""Where a memory is. As text it can be shown: it has no password."""


def place(text: str, folder: Path | None = None) -> Place:
    """Where a memory is that is named in settings or on the command line.

    Args:
        text: A file, or an address.
        folder: The folder that a file counts from; by default the current one.

    Raises:
        InputError: It is an address of some other kind, or one that cannot be read.
    """
    begin = _SCHEME.match(text.strip())
    if begin is None:
        return Path(text) if folder is None else folder / text
    if begin[1].casefold() not in SCHEMES:
        raise _refused(f"begins with {begin[1]}://; only postgresql:// is known")
    return Address.parse(text)


def _host(parts: SplitResult) -> str:
    """The server; the folder of a socket (%2Frun%2Fpostgresql) keeps its capitals."""
    named = parts.netloc.rpartition("@")[2]
    if named.casefold().startswith("%2f"):
        return unquote(named.partition(":")[0])
    return unquote(parts.hostname or "")


def _expect(parts: SplitResult, database: str, options: dict[str, str]) -> None:
    """See that an address says what it has to, and nothing else.

    A password with a bare / or ? or # makes an address of other parts, which would be shown.

    Raises:
        InputError: It does not.
    """
    if parts.fragment or "@" in f"{parts.path}{parts.query}":
        raise _refused("cannot be read")
    if not database:
        raise _refused("names no database")
    if "\0" in f"{database}{options}{unquote(parts.netloc)}":
        raise _refused("cannot be read")
    if unknown := sorted(options.keys() - set(OPTIONS)):
        raise _refused(f"says {unknown[0]!r}; after ? only {', '.join(OPTIONS)} can be said")
    if (mode := options.get("sslmode", SSL_MODES[0])) not in SSL_MODES:
        raise _refused(f"says sslmode={mode!r}; the modes are {', '.join(SSL_MODES)}")


def _refused(why: str) -> InputError:
    return InputError(f"the address of the memory {why}. {_FORM}")
