"""What goes wrong with a server, in plain words; never with the password or a unit's text."""

import ssl
from collections.abc import Iterator

from padanan.address import Address
from padanan.errors import OutputError, PadananError
from padanan.translate.memory.postgres import passwords

_DENIED = frozenset({"28000", "28P01"})
_NO_RIGHT = frozenset({"42501", "25006"})
_BUSY = frozenset({"55P03", "40P01", "40001"})
_NO_EXTENSION = frozenset({"0A000", "58P01"})
_GONE = ("08", "57P01", "57P02", "57P03", "57P05")
_NO_TABLES = frozenset({"3F000", "42P01", "42703"})
"""SQLSTATE codes (PostgreSQL 15, appendix A)."""


def code(error: BaseException) -> str:
    """The server's code for an error (SQLSTATE); empty where it did not come from the server."""
    for one in _chain(error):
        if one.args and isinstance(one.args[0], dict):
            return str(one.args[0].get("C", ""))
    return ""


def reason(error: BaseException) -> str:
    """What the server or the system says of an error, on one line."""
    said = ""
    for one in _chain(error):
        if one.args and isinstance(one.args[0], dict):
            said = str(one.args[0].get("M", ""))
        elif isinstance(one, OSError):
            said = one.strerror or str(one)
        else:
            continue
        break
    return " ".join(said.split()) or type(error).__name__


def is_lost(error: BaseException) -> bool:
    """Whether the connection is gone, so that another may do."""
    found = code(error)
    if found:
        return found.startswith(_GONE)
    return any(
        isinstance(one, OSError)
        or "network error" in str(one)
        or "connection is closed" in str(one)
        for one in _chain(error)
    )


def may_not(error: BaseException) -> bool:
    """Whether one has no right to what was tried, or the server has no files for it."""
    return code(error) in _NO_RIGHT | _NO_EXTENSION


def no_connection(
    address: Address, error: BaseException, user: str, *, password_known: bool
) -> OutputError:
    """What to say where no connection comes about."""
    found = code(error)
    if found in _DENIED:
        return OutputError(
            f"{address}: the server does not let {user} in ({reason(error)})."
            f"{'' if password_known else _where_passwords_are()}"
        )
    if found == "3D000":
        return OutputError(
            f"{address}: the server has no database {address.database}. Whoever administers it "
            f"makes one with: createdb --encoding=UTF8 --owner={user} {address.database}"
        )
    if found:
        return OutputError(f"{address}: the server does not take the connection ({reason(error)}).")
    if any(isinstance(one, ssl.SSLError) for one in _chain(error)):
        return OutputError(
            f"{address}: TLS does not come about ({reason(error)}). See sslmode and sslrootcert in "
            "docs/memory.md."
        )
    if "refuses SSL" in str(error):
        return OutputError(
            f"{address}: the server has no TLS, and the address wants it. Ask for TLS there, or "
            "leave sslmode out."
        )
    if any(isinstance(one, OSError) for one in _chain(error)) or "network error" in str(error):
        return OutputError(
            f"{address}: the server cannot be reached ({reason(error)}). See whether it runs, and "
            "whether host and port are right."
        )
    return OutputError(
        f"{address}: what answers there is no PostgreSQL server, or one that lets people in by a "
        f"method that is not known here ({type(error).__name__})."
    )


def told(address: Address, error: BaseException) -> PadananError:
    """What to say of an error in the middle of the work."""
    found = code(error)
    if is_lost(error):
        return lost(address, error)
    if found in _BUSY:
        return OutputError(
            f"{address}: another padanan is writing in this translation memory, and has not come "
            "to an end. Try again in a moment."
        )
    if found in _NO_RIGHT:
        return OutputError(
            f"{address}: this may not be done there ({reason(error)}). docs/memory.md says which "
            "rights a memory needs; whoever administers the server gives them."
        )
    if found in _NO_TABLES:
        return OutputError(
            f"{address}: the tables of the translation memory are not, or no longer, as padanan "
            f"made them ({reason(error)})."
        )
    return OutputError(f"{address}: the translation memory cannot be used ({reason(error)}).")


def lost(address: Address, error: BaseException) -> OutputError:
    """What to say where a connection was lost for good."""
    return OutputError(
        f"{address}: the connection to the server was lost, and no second one came about or held "
        f"({reason(error)})."
    )


def _where_passwords_are() -> str:
    path = passwords.file()
    if passwords.is_open(path):
        return f" Others can read {path}, so it was not used: chmod 600 {path}"
    return (
        f" No password is known for it: write HOST:PORT:DATABASE:USER:PASSWORD into {path}, which "
        "only you may read, or say it in the environment variable PGPASSWORD."
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and those that it comes from."""
    one: BaseException | None = error
    while one is not None:
        yield one
        one = getattr(one, "orig", None) or one.__cause__
