"""The web server that the desk in a browser comes from."""

import asyncio
import contextlib
import errno
import html
import io
import ipaddress
import logging
import re
import secrets
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from padanan.errors import UsageError
from padanan.language import gettext as _
from padanan.tui.web.desks import PATIENCE, Desks
from padanan.tui.web.guard import Guard, instruct, middleware

_PAGE = Path(__file__).with_name("page")
_TERMINAL = Path(textual_serve.__file__).with_name("static")

FILES = {
    "desk.css": _PAGE / "desk.css",
    "desk.js": _PAGE / "desk.js",
    "textual.js": _TERMINAL / "js/textual.js",
    "xterm.css": _TERMINAL / "css/xterm.css",
    "upright.ttf": _TERMINAL / "fonts/RobotoMono-VariableFont_wght.ttf",
    "italic.ttf": _TERMINAL / "fonts/RobotoMono-Italic-VariableFont_wght.ttf",
}
"""All files that are served, by the names they are served under: ours, and textual-serve's."""

_TOKEN = re.compile(r"[A-Za-z0-9._~-]{16,}")
"""A token that may stand in an address as it is, and that nobody guesses."""


def run(path: Path, *, host: str, port: int, token: str | None, say: Callable[[str], None]) -> None:
    """Serve the desk, as `padanan.tui.web.serve` says."""
    if token is not None and not _TOKEN.fullmatch(token):
        raise UsageError(
            "the token is too short, or holds other characters than letters, digits and .-_~. "
            "Give one of 16 characters or more, or none, and one is made."
        )
    with contextlib.closing(listen(host, port)) as listener:
        address, port = listener.getsockname()[:2]
        local = ipaddress.ip_address(address).is_loopback
        name = _name(host, address)
        names = {host.lower(), name.lower(), socket.gethostname().lower()}
        guard = Guard(token or secrets.token_urlsafe(32), frozenset(names), local)
        root = f"http://{name}:{port}/"
        _announce(root, guard.token, say)
        if not local:
            _warn(port, say)
        # textual-serve prints what a desk that broke down has said.
        with contextlib.redirect_stdout(_Talk(say)):
            asyncio.run(_serve(application(Desks(path), guard, path), listener, _log(say)))


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on an address.

    Raises:
        UsageError: It cannot.
    """
    if not 0 <= port < 2**16:
        raise UsageError(f"{port}: this is no port. Ports are 1 to 65535; 0 finds a free one.")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, *_rest, address = found[0]
        return socket.create_server(address[:2], family=family)
    except (OSError, UnicodeError) as error:
        raise UsageError(f"{host}:{port}: {_trouble(error)}") from error


def _trouble(error: Exception) -> str:
    """Why nobody can listen on an address, and what to do."""
    match getattr(error, "errno", None):
        case errno.EADDRINUSE:
            return (
                "another program has this port, perhaps another padanan. Give another with "
                "--port, or none, and a free one is found."
            )
        case errno.EACCES | errno.EPERM:
            return (
                "you may not use this port; those below 1024 belong to the system. Give another "
                "with --port, or none, and a free one is found."
            )
        case errno.EADDRNOTAVAIL:
            return (
                "this is no address of this machine. Leave --host away for the browser on this "
                "machine, or give an address that it has."
            )
    if isinstance(error, socket.gaierror | UnicodeError):
        return "this host is not known. Give an address of this machine with --host."
    return f"nobody can listen there ({error}). Give another --host or --port."


def _name(host: str, address: str) -> str:
    """What stands in the address that the person opens."""
    number = ipaddress.ip_address(address)
    if number.is_unspecified:
        return socket.gethostname()
    if host.lower() == "localhost":
        return host
    return f"[{address}]" if number.version == 6 else address


def _announce(root: str, token: str, say: Callable[[str], None]) -> None:
    say("The desk can be opened in a browser, at the following address; Ctrl+C here ends it.")
    say(f"{root}?token={token}")


def _warn(port: int, say: Callable[[str], None]) -> None:
    say(
        "Warning: other machines can reach this desk, and nothing between them and this one is "
        "encrypted. Whoever has the address, or reads it on its way, can change your work. Safer: "
        f"leave --host away, and on the other machine run ssh -L {port}:127.0.0.1:{port} and the "
        "name of this one; then open the address there."
    )


def application(desks: Desks, guard: Guard, path: Path) -> web.Application:
    """The server's pages: the desk's page, its files, and the connection to a desk."""

    async def desk(_request: web.Request) -> web.Response:
        return web.Response(text=_page(path), content_type="text/html")

    def file(source: Path) -> Callable[[web.Request], object]:
        async def send(_request: web.Request) -> web.FileResponse:
            return web.FileResponse(source)

        return send

    async def shut(_app: web.Application) -> None:
        await desks.close()

    app = web.Application(middlewares=[middleware(guard)])
    app.router.add_get("/", desk)
    app.router.add_get("/desk", desks.connect, allow_head=False)
    for name, source in FILES.items():
        app.router.add_get(f"/page/{name}", file(source))  # type: ignore[arg-type]
    app.on_response_prepare.append(instruct)
    app.on_shutdown.append(shut)
    return app


def _page(path: Path) -> str:
    texts = {
        # Translators: the code of your language, as HTML has it.
        "lang": _("en"),
        "title": f"{path.resolve().name or path} - padanan",
        "opening": _("The desk is being opened."),
        "closed": _("The desk is closed. What you did in it is saved."),
        "why": _("If you did not close it, the terminal in which padanan runs says more."),
        "again": _("Open again"),
        "noscript": _("The desk needs JavaScript. All of it comes from this machine."),
    }
    template = Template((_PAGE / "desk.html").read_text(encoding="utf-8"))
    # A file's name need not be text.
    escaped = {name: html.escape(text).encode(errors="replace") for name, text in texts.items()}
    return template.substitute({name: text.decode() for name, text in escaped.items()})


async def _serve(app: web.Application, listener: socket.socket, log: logging.Logger) -> None:
    """Serve until a signal comes."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in ("SIGINT", "SIGTERM", "SIGHUP"):
        # Windows has not all of them, and no handlers: there, Ctrl+C cancels this.
        with contextlib.suppress(NotImplementedError, AttributeError):
            loop.add_signal_handler(getattr(signal, number), ended.set)
    runner = web.AppRunner(app, access_log=None, logger=log, shutdown_timeout=2 * PATIENCE)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        await ended.wait()
    finally:
        await runner.cleanup()


def _log(say: Callable[[str], None]) -> logging.Logger:
    """What aiohttp reports its troubles to, and textual-serve."""
    troubles = logging.Logger("padanan.tui.web")
    troubles.addHandler(_Troubles(say))
    # All it reports is that a desk did not start or broke down, which the desk itself has said.
    logging.getLogger("textual-serve").addHandler(logging.NullHandler())
    return troubles


class _Troubles(logging.Handler):
    """Tells the person what went wrong in the server, in a sentence."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        # Requests that are none have been refused; to tell of them would be to quote them.
        if not isinstance(error, HttpProcessingError):
            reason = f"{type(error).__name__}: {error}" if error else record.getMessage()
            self._say(f"A request could not be answered ({reason}).")


class _Talk(io.TextIOBase):
    """A stream whose lines are told to the person."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._last = ""

    def write(self, text: str) -> int:
        # Of a desk that could not even start, textual-serve prints everything twice.
        if text != self._last:
            for line in text.splitlines():
                self._say(line)
        self._last = text
        return len(text)
