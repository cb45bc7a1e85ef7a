"""Where a password is found that no address should have: PGPASSWORD, and the file ~/.pgpass.

As with psql (PostgreSQL 15, "The Password File"): the address goes first, then PGPASSWORD, then
the file, which PGPASSFILE may name. A file that others can read is not used.
"""

import os
import re
from pathlib import Path

from padanan.address import Address

_LOCAL = "localhost"
"""What the file calls the socket in its usual folder."""

_LINE = re.compile(r"((?:\\.|[^\\:])*):" * 4 + "(.*)")
"""Server, port, database, user and password; * stands for any, and the password may have colons."""


def password(address: Address, user: str) -> str | None:
    """The password for an address, None if nothing says one.

    Args:
        address: The address.
        user: Who asks.
    """
    if address.password is not None:
        return address.password
    return os.environ.get("PGPASSWORD") or _from_file(address, user)


def file() -> Path:
    """The file of passwords."""
    named = os.environ.get("PGPASSFILE")
    if named:
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("APPDATA", "")) / "postgresql" / "pgpass.conf"
    return Path("~/.pgpass").expanduser()


def is_open(path: Path) -> bool:
    """Whether others than its owner can read a file of passwords."""
    try:
        return os.name != "nt" and bool(path.stat().st_mode & 0o077)
    except OSError:
        return False


def _from_file(address: Address, user: str) -> str | None:
    path = file()
    wanted = (address.host or _LOCAL, str(address.port), address.database, user)
    try:
        if is_open(path):
            return None
        lines = path.read_text("utf-8", "surrogateescape").splitlines()
    except (OSError, RuntimeError):  # there is none, or no home to look for it
        return None
    for line in lines:
        found = None if line.startswith("#") else _LINE.fullmatch(line)
        if found is not None and all(map(_means, found.groups(), wanted)):
            return _plain(found[5])
    return None


def _means(field: str, what: str) -> bool:
    return field == "*" or _plain(field) == what


def _plain(field: str) -> str:
    """A field without its backslashes, each of which takes the next character as it is."""
    return re.sub(r"\\(.)", r"\1", field)
