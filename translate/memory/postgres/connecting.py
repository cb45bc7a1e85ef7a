"""Connections to the server that a person named, and to no other."""

import getpass
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pg8000.dbapi as driver

from padanan.address import Address
from padanan.errors import OutputError
from padanan.translate.memory.postgres import passwords, telling

SILENCE = 60.0
"""Seconds without a word from the server after which it counts as gone; no question takes that
long."""

_SOCKETS = ("/var/run/postgresql", "/tmp")
"""Where servers on this machine have their sockets: Debian's and most others', PostgreSQL's own."""


class Connection(driver.Connection):  # type: ignore[misc]  # pg8000 has no types
    """A connection that can be closed when the server is gone; SQLAlchemy would log an error."""

    def close(self) -> None:
        """Close it."""
        with suppress(driver.Error, OSError):
            super().close()


def connect(address: Address, patience: float, settings: Mapping[str, str]) -> Connection:
    """A connection to an address.

    Args:
        address: The address.
        patience: Seconds to wait for the server.
        settings: The server's settings for this connection.

    Raises:
        OutputError: There is none to be had, or what the address says of TLS cannot be used.
    """
    user = address.user or getpass.getuser()
    password = passwords.password(address, user)
    tls = _tls(address)
    line = _line(address, patience)
    try:
        # What pg8000 makes of it keeps the time it waits.
        line.settimeout(SILENCE)
        return Connection(
            user,
            host=address.host,
            database=address.database,
            # Nobody may be asked for one (peer, trust); pg8000 fails without any where one is.
            password=password or "",
            sock=line,
            ssl_context=tls,
            application_name="padanan",
            startup_params=dict(settings),
        )
    except Exception as error:  # whatever answers there may be no PostgreSQL
        line.close()
        raise telling.no_connection(address, error, user, password_known=bool(password)) from error


def _line(address: Address, patience: float) -> socket.socket:
    """A line to the server, on which nothing has been said.

    Raises:
        OutputError: There is none to be had.
    """
    try:
        if _on_socket(address):
            return _local(address)
        line = socket.create_connection((address.host or "localhost", address.port), patience)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    except (OSError, UnicodeError) as error:  # a name that no server can have
        raise telling.no_connection(address, error, address.user, password_known=True) from error
    return line


def _on_socket(address: Address) -> bool:
    """Whether the server is asked on a socket of this machine."""
    return hasattr(socket, "AF_UNIX") and (not address.host or address.host.startswith("/"))


def _local(address: Address) -> socket.socket:
    name = f".s.PGSQL.{address.port}"
    folders = [address.host] if address.host else _SOCKETS
    paths = [Path(folder) / name for folder in folders]
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.connect(str(next((path for path in paths if path.exists()), paths[0])))
    except OSError:
        line.close()
        raise
    return line


def _tls(address: Address) -> ssl.SSLContext | bool | None:
    """What pg8000 is to do about TLS: True or a context is to use it, False not to, and None is to
    use it where the server can.

    Raises:
        OutputError: A file of certificates cannot be used.
    """
    said = dict(address.tls)
    mode = said.get("sslmode", "prefer")
    if _on_socket(address) or mode == "disable":
        return False
    if mode == "prefer" and "sslcert" not in said:
        return None
    root = said.get("sslrootcert") or _usual_root()
    try:
        context = ssl.create_default_context(cafile=root if root != "system" else None)
        if mode != "verify-full":
            context.check_hostname = False
        if not mode.startswith("verify-"):
            context.verify_mode = ssl.CERT_NONE
        if "sslcert" in said:
            context.load_cert_chain(said["sslcert"], said.get("sslkey") or None)
    except OSError as error:
        raise OutputError(
            f"{address}: its certificates (sslrootcert, sslcert, sslkey) cannot be used "
            f"({error.strerror or error})."
        ) from error
    return context


def _usual_root() -> str | None:
    """The file that psql trusts, if it is there; else what the system trusts is trusted."""
    path = Path("~/.postgresql/root.crt").expanduser()
    return str(path) if path.is_file() else None
