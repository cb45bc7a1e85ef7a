"""Runs padanan's commands one after the other in one process, and writes down whatever of it would
reach beyond the machine: sockets, names looked up, addresses asked for, programs started.

    python tests/offline/watched.py COMMANDS.json RESULTS.json

The interpreter itself reports these (PEP 578), whoever asks and however; each is refused, and noted
in case the refusal is swallowed. Sockets of the file system (AF_UNIX), which an event loop wakes
itself with, are none of these. A command that serves this machine may listen on 127.0.0.1.

One library is excused: urllib3, which trafilatura imports and nobody uses, tries when it is
imported whether it could listen on ::1, and lets go at once. Nothing is sent, and nobody can call.
"""

import contextlib
import io
import json
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

_REACHES = (
    "socket.", "urllib.Request", "http.client.", "ftplib.", "smtplib.", "imaplib.", "poplib.",
    "telnetlib.", "nntplib.", "subprocess.", "os.system", "os.exec", "os.fork", "os.forkpty",
    "os.posix_spawn", "os.spawn", "pty.spawn", "webbrowser.",
)  # fmt: skip
_HARMLESS = {"socket.gethostname"}
_TRYING = {"socket.__new__", "socket.bind"}

events: list[str] = []
loopback = False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if not event.startswith(_REACHES) or event in _HARMLESS or _local(event, arguments):
        return
    if event in _TRYING and _tries_ipv6():
        return
    events.append(f"{event} {arguments!r}")
    raise PermissionError(f"{event}: nothing may reach beyond this machine")


def _tries_ipv6() -> bool:
    """Whether it is urllib3 that tries, as it is imported."""
    frame = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename == socket.__file__:
        frame = frame.f_back
    code = frame.f_code
    return code.co_name == "_has_ipv6" and Path(code.co_filename).parts[-3:-1] == (
        "urllib3",
        "util",
    )


def _local(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether an event stays on this machine and may."""
    match event, arguments:
        case "socket.__new__", (_, family, *_):
            return family == getattr(socket, "AF_UNIX", None) or loopback
        case "socket.bind", (_, address):
            return isinstance(address, str | bytes) or (loopback and address[0] == "127.0.0.1")
        case "socket.getaddrinfo", (host, *_):
            return loopback and host == "127.0.0.1"
    return False


@contextlib.contextmanager
def _streams(given: str) -> Iterator[tuple[TextIO, TextIO]]:
    """Standard streams as pipes would be: what is given, and what comes out."""
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
    sys.stdout = shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.stderr = said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    try:
        yield shown, said
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def _text(stream: TextIO) -> str:
    stream.seek(0)
    return stream.read()


def _run(arguments: list[str], given: str | None) -> dict[str, Any]:
    """Run a command, and say how it ended; nothing is given to one that talks to the test."""
    from padanan.cli import run

    events.clear()
    if given is None:
        return {"code": run(arguments), "events": [*events]}
    with _streams(given) as (shown, said):
        code = run(arguments)
        return {"code": code, "stdout": _text(shown), "stderr": _text(said), "events": [*events]}


def main(commands: Path, results: Path) -> None:
    global loopback
    sys.addaudithook(_watch)
    done = []
    for arguments, given in json.loads(commands.read_text("utf-8")):
        loopback = "--web" in arguments
        done.append(_run(arguments, given))
        results.write_text(json.dumps(done), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
