"""A PostgreSQL server of the tests' own, with its data in a temporary folder."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from pathlib import Path

from padanan.address import Address

PASSWORD = "s3cret:pass/word@"
"""The password of everybody there."""

_PLACES = ("/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin")


def binaries() -> Path | None:
    """The folder of the server's programs; None where it is not installed."""
    for place in map(Path, _PLACES):
        if (place / "postgres").exists():
            return place
    found = shutil.which("postgres")
    return None if found is None else Path(found).resolve().parent


class PostgresServer:
    """A running server: no password on its socket, one on its port.

    Attributes:
        folder: Where its socket and its data are.
        port: Its port.
    """

    def __init__(self) -> None:
        programs = binaries()
        assert programs is not None
        self._programs = programs
        # Not the tests' own folder: it may be root's, and root may not run a server.
        self.folder = Path(tempfile.mkdtemp(prefix="padanan-pg-", dir="/tmp"))
        self.folder.chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        self._run(
            "initdb",
            "--pgdata=data",
            "--username=postgres",
            "--pwfile=password",
            "--auth-local=trust",
            "--auth-host=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.settings: dict[str, str] = {}
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def address(self, schema: str = "padanan", **more: str) -> Address:
        """The address of a memory, on the server's socket."""
        fields = {"user": "postgres", "database": "postgres", "host": str(self.folder)} | more
        return Address(port=self.port, schema=schema, **fields)  # type: ignore[arg-type]

    def start(self) -> None:
        """Start it, and wait until it answers. It ends when the thread does that starts it."""
        settings = {
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(self.folder),
            "fsync": "off",
            "shared_buffers": "32MB",
        }
        options = [f"-c{name}={value}" for name, value in (settings | self.settings).items()]
        self._process = subprocess.Popen(
            [*_AS_CHILD, str(self._programs / "postgres"), "-D", "data", *options],
            cwd=self.folder,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        )
        log = self._process.stderr
        assert log is not None
        lines = []
        for line in log:
            lines.append(line)
            if "ready to accept connections" in line:
                break
        else:
            raise AssertionError("".join(lines))
        threading.Thread(target=log.read, daemon=True).start()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it: at once and in order (SIGINT), or as a crash does (SIGQUIT)."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(60)
            self._process = None

    def certify(self) -> bool:
        """Start it anew with TLS; False where there is nothing to make a certificate with."""
        openssl = shutil.which("openssl")
        if openssl is None:
            return False
        subprocess.run(
            [
                *_AS_POSTGRES,
                *(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
                *("-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"),
                *("-addext", "subjectAltName=IP:127.0.0.1"),
                *("-keyout", "server.key", "-out", "server.crt"),
            ],
            cwd=self.folder,
            capture_output=True,
            check=True,
        )
        self.stop()
        self.settings = {
            "ssl": "on",
            "ssl_cert_file": str(self.folder / "server.crt"),
            "ssl_key_file": str(self.folder / "server.key"),
        }
        self.start()
        return True

    def close(self) -> None:
        """Stop it, and remove all that it had."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def sql(self, *statements: str, database: str = "postgres") -> str:
        """Say something to it as its administrator; what it answers."""
        return self._run(
            "psql",
            *("-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"),
            *("-h", str(self.folder), "-p", str(self.port), "-U", "postgres", "-d", database),
            *(part for statement in statements for part in ("-c", statement)),
        )

    def _run(self, program: str, *arguments: str) -> str:
        done = subprocess.run(
            [*_AS_POSTGRES, str(self._programs / program), *arguments],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


_AS_POSTGRES = (
    ("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--")
    if os.geteuid() == 0
    else ()
)

# It ends with the tests, however they end.
_AS_CHILD = (*_AS_POSTGRES[:-1], "--pdeathsig=QUIT", "--") if _AS_POSTGRES else ()
