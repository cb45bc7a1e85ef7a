"""The desk in a browser: who is let in, and that the work done there is in the file."""

import asyncio
import errno
import os
import re
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from padanan.errors import UsageError
from padanan.tui import web as module

pytest.importorskip(
    "textual_serve", reason="textual-serve is not installed (pip install padanan[web])"
)

from aiohttp import ClientResponse, WSServerHandshakeError, web
from aiohttp.test_utils import TestClient, TestServer
from browser import run, until

from padanan.tui.web import desks, server
from padanan.tui.web.guard import HEADERS, Guard

TOKEN = "a-token-for-the-tests"
PATH = Path("news & <b>views</b>/out")


class Visitor:
    """Somebody who asks the server for something.

    Args:
        client: How they reach it.
    """

    def __init__(self, client: TestClient[web.Request, web.Application]) -> None:
        self._client = client
        self.origin = str(client.make_url("")).rstrip("/")

    async def ask(self, path: str = "/", method: str = "GET", **headers: str) -> ClientResponse:
        """The answer to a request, without following where it leads."""
        return await self._client.request(method, path, headers=headers, allow_redirects=False)

    async def enter(self) -> ClientResponse:
        """Open the address with the token; the cookie stays with the visitor."""
        return await self.ask(f"/?token={TOKEN}")

    async def connect(self, **headers: str) -> int:
        """The status a WebSocket is refused with."""
        with pytest.raises(WSServerHandshakeError) as caught:
            await self._client.ws_connect("/desk", headers=headers)
        return caught.value.status


Visit = Callable[[Visitor], Awaitable[None]]


def visit(scenario: Visit, *, local: bool = True) -> None:
    """Let a scenario visit a server of the test's own."""

    async def session() -> None:
        guard = Guard(TOKEN, frozenset({"desk.example"}), local)
        app = server.application(desks.Desks(PATH), guard, PATH)
        async with TestClient(TestServer(app)) as client:
            await scenario(Visitor(client))

    asyncio.run(session())


def test_the_token_opens_and_leaves_the_address() -> None:
    async def scenario(visitor: Visitor) -> None:
        answer = await visitor.enter()
        assert (answer.status, answer.headers["Location"]) == (303, "/")
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert TOKEN not in cookie
        page = await visitor.ask()
        assert page.status == 200
        assert TOKEN not in await page.text()

    visit(scenario)


@pytest.mark.parametrize(
    "path", ["/", "/desk", *(f"/page/{name}" for name in server.FILES), "/none"]
)
@pytest.mark.parametrize(
    "query", ["", "?token=", "?token=wrong", f"?token={TOKEN}x", "?token=%F0%28"]
)
def test_nobody_gets_anything_without_it(path: str, query: str) -> None:
    async def scenario(visitor: Visitor) -> None:
        answer = await visitor.ask(path + query, Cookie=f"padanan-80={TOKEN}")
        assert answer.status == 403
        assert "Set-Cookie" not in answer.headers
        assert "terminal" in await answer.text()

    visit(scenario)


@pytest.mark.parametrize(
    ("host", "local", "others"),
    [
        ("127.0.0.1", True, True),
        ("localhost:9000", True, True),
        ("[::1]:8000", True, True),
        ("desk.example", True, True),
        ("192.0.2.7:8000", False, True),
        ("evil.example", False, False),
        ("localhost.evil.example", False, False),
        ("127.0.0.1.evil.example", False, False),
        ("evil.example:127.0.0.1", False, False),
        ("[", False, False),
        ("", False, False),
    ],
)
def test_it_answers_to_its_own_names_only(host: str, local: bool, others: bool) -> None:
    assert Guard(TOKEN, frozenset({"desk.example"}), local=True).calls_us(host) == local
    assert Guard(TOKEN, frozenset({"desk.example"}), local=False).calls_us(host) == others

    async def scenario(visitor: Visitor) -> None:
        await visitor.enter()
        assert (await visitor.ask(Host=host)).status == (200 if local else 403)

    if host:
        visit(scenario)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1", "ftp://here"]
)
def test_other_pages_are_kept_out_whatever_they_hold(origin: str) -> None:
    async def scenario(visitor: Visitor) -> None:
        await visitor.enter()
        assert (await visitor.ask(Origin=origin)).status == 403
        assert await visitor.connect(Origin=origin) == 403

    visit(scenario)


def test_a_connection_needs_both_the_cookie_and_the_page() -> None:
    async def scenario(visitor: Visitor) -> None:
        assert await visitor.connect(Origin=visitor.origin) == 403
        await visitor.enter()
        assert await visitor.connect() == 403
        assert await visitor.connect(Host="evil.example", Origin="http://evil.example") == 403

    visit(scenario)


def test_everything_is_from_here_and_says_so() -> None:
    async def scenario(visitor: Visitor) -> None:
        refused = await visitor.ask()
        await visitor.enter()
        page = await visitor.ask()
        text = await page.text()
        assert "<title>out - padanan</title>" in text
        addresses = re.findall(r'(?:src|href)="([^"]*)"', text)
        assert {one for one in addresses if one != "data:,"} <= {
            f"/page/{name}" for name in server.FILES
        }
        css = await visitor.ask("/page/desk.css")
        for answer in (refused, page, css, await visitor.ask("/none")):
            assert {name: answer.headers[name] for name in HEADERS} == HEADERS
            assert "Server" not in answer.headers
        assert not re.search(r'url\((?!"/page/)', await css.text())
        for name, kind in (("textual.js", "javascript"), ("xterm.css", "css"), ("italic.ttf", "")):
            answer = await visitor.ask(f"/page/{name}")
            assert (answer.status, kind in answer.content_type) == (200, True)

    visit(scenario)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/page/", 404),
        ("GET", "/page/../server.py", 404),
        ("GET", "/page/%2e%2e%2fserver.py", 404),
        ("GET", "/static/js/textual.js", 404),
        ("GET", "/download/key", 404),
        ("POST", "/", 405),
        ("PUT", "/page/desk.js", 405),
    ],
)
def test_there_is_nothing_else(method: str, path: str, status: int) -> None:
    async def scenario(visitor: Visitor) -> None:
        await visitor.enter()
        assert (await visitor.ask(path, method)).status == status

    visit(scenario)


def test_what_an_article_is_called_is_text_in_the_page() -> None:
    page = server._page(Path("/tmp/<script>alert(1)<script>$title\udcff"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


# Starting


def listening() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


def test_a_port_in_use_is_told() -> None:
    with listening() as other, pytest.raises(UsageError, match="another program has this port"):
        server.listen("127.0.0.1", other.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "port", "sentence"),
    [
        ("192.0.2.1", 0, "no address of this machine"),
        ("no..host", 0, "not known"),
        ("", 0, "not known"),
        ("127.0.0.1", 70_000, "no port"),
    ],
)
def test_an_address_that_cannot_be_is_told(host: str, port: int, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        server.listen(host, port)


def test_a_port_of_the_system_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    # Who runs the tests may be allowed to use it.
    def refuse(*_arguments: object, **_keywords: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket, "create_server", refuse)
    with pytest.raises(UsageError, match="below 1024 belong to the system"):
        server.listen("127.0.0.1", 80)


@pytest.mark.parametrize("token", ["tiny", "", "sixteen letters & more", "x" * 15, "é" * 20])
def test_a_token_that_could_be_guessed_or_misread_is_refused(token: str) -> None:
    with pytest.raises(UsageError, match="the token") as caught:
        module.serve(PATH, token=token, say=print)
    assert not token or token not in caught.value.message


@pytest.mark.parametrize(
    ("host", "warned"), [("127.0.0.1", False), ("localhost", False), ("0.0.0.0", True)]
)
def test_the_person_is_told_the_address_and_the_danger(
    monkeypatch: pytest.MonkeyPatch, host: str, warned: bool
) -> None:
    async def nothing(*_arguments: object) -> None:
        return

    said: list[str] = []
    monkeypatch.setattr(server, "_serve", nothing)
    module.serve(PATH, host=host, say=said.append)
    address = next(line for line in said if line.startswith("http://"))
    assert re.search(r":\d+/\?token=[\w-]{43}$", address)
    assert any("encrypted" in line and "ssh -L" in line for line in said) == warned


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("padanan.tui.web.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    with pytest.raises(UsageError, match=r"--extra web"):
        module.serve(PATH, say=print)


# Desks


def test_a_path_is_an_argument_whatever_is_in_it() -> None:
    hostile = "-x $(touch here) `id` \"'; rm %PATH%"
    assert desks.Desks(hostile).command[-2:] == ("--", hostile)


def test_the_token_stays_with_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(desks.TOKEN, TOKEN)
    made = desks.Desk(("true",), web.WebSocketResponse())
    assert TOKEN not in made._build_environment().values()


@pytest.mark.parametrize(
    ("said", "cells"),
    [(120, 120), ("80", 80), (0, 1), (-5, 1), (10**30, 1000), ("x", 80), (None, 80)],
)
def test_a_size_is_one_that_can_be(said: object, cells: int) -> None:
    assert desks._cells(said) == cells


def test_a_desk_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; "
        "Path(sys.argv[1]).write_text(str(os.getpid())); signal.pause()"
    )
    started = tmp_path / "pid"
    made = desks.Desks(PATH)
    made.command = (sys.executable, "-c", program, str(started))

    def gone() -> bool:
        try:
            os.kill(int(started.read_text()), 0)
        except ProcessLookupError:
            return True
        return False

    async def session() -> None:
        app = web.Application()
        app.router.add_get("/desk", made.connect)
        async with TestClient(TestServer(app)) as client:
            tab = await client.ws_connect("/desk")
            await until(lambda: started.exists() and started.read_text())
            await tab.close()
            await until(gone)

    monkeypatch.setattr(desks, "PATIENCE", 0.1)
    run(session())
