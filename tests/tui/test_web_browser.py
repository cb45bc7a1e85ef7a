"""The desk in a browser as a whole: what a person does there is in the file, however it ends."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from deskside import SAMPLE, article, states

from padanan.translate.bilingual import State, save
from running import environment

pytest.importorskip(
    "textual_serve", reason="textual-serve is not installed (pip install padanan[web])"
)

from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar
from browser import CHROMIUM, chromium, run, until

pytestmark = pytest.mark.slow

_SERVE = """
import socket, sys
from pathlib import Path

def refuse(*arguments):
    raise AssertionError("the server called somebody")

socket.socket.connect = socket.socket.connect_ex = refuse
from padanan.tui.web import serve
serve(Path(sys.argv[1]), say=lambda text: print(text, file=sys.stderr, flush=True))
"""

NEW = "River Floods Again on Monday é 😀"


@asynccontextmanager
async def serving(path: Path) -> AsyncIterator[tuple[Process, str]]:
    """A server in a process of its own, and the address it says to open."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _SERVE,
        str(path),
        cwd=path.parent,
        env=environment(path.parent / "home"),
        stderr=PIPE,
    )
    assert process.stderr is not None
    address = b""
    try:
        while not address.startswith(b"http"):
            address = await process.stderr.readline()
            assert address, "the server has not started"
        yield process, address.decode().strip()
    finally:
        if process.returncode is None:
            process.terminate()
        rest = (await process.communicate())[1].decode()
        assert "Traceback" not in rest, rest
        assert address.partition(b"token=")[2].decode().strip() not in rest


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The sample article in a folder whose name a shell must not see."""
    folder = tmp_path / "a b $(touch made) `touch made` '\" & ; -"
    folder.mkdir()
    (folder / "polib.py").write_text("raise SystemExit('a stranger was asked in')\n")
    path = folder / "berita.po"
    save(path, article(SAMPLE))
    return path


async def drawn(tab: ClientWebSocketResponse, awaited: str = "") -> str:
    """What the desk draws until it waits, and at least until `awaited` is there."""
    shown = ""
    while True:
        try:
            patience = 0.2 if shown and awaited in shown else None
            message = await asyncio.wait_for(tab.receive(), patience)
        except TimeoutError:
            return shown
        if isinstance(message.data, bytes):
            shown += message.data.decode()


def approved(path: Path) -> int:
    return sum(state is State.APPROVED for state, _ in states(path).values())


def others(path: Path) -> set[str]:
    """The processes, but this one, that have a path as an argument."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            arguments = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if os.fsencode(path) in arguments and b"review" in arguments:
            found.add(process.name)
    return found


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_opened_edited_approved_and_loaded_again_in_a_browser(
    hostile: Path, tmp_path: Path
) -> None:
    async def session() -> None:
        async with serving(hostile) as (_, address), chromium(tmp_path / "profile") as tab:
            await tab.open(address)
            await tab.until("River Floods Again")
            assert await tab.script("document.fonts.check('16px \"Roboto Mono\"')")
            await tab.press("Enter")
            await tab.press("End")
            await tab.type(NEW.removeprefix("River Floods Again"))
            await tab.press("Control+s")
            await until(lambda: states(hostile)["a1"] == (State.APPROVED, NEW))
            await tab.press("Alt+ArrowDown")
            assert tab.typed[-1] == '["stdin","\\u001b[1;3B"]'
            await tab.reload()
            await tab.until("on Monday é 😀")
            # The article is this tab's again, not still the one's that was loaded before.
            await tab.press("Control+s")
            await tab.press("Control+s")
            await until(lambda: approved(hostile) > 2)
            root = address.partition("?")[0]
            foreign = [
                one for one in tab.asked if not one.startswith((root, root.replace("http", "ws")))
            ]
            assert not foreign
            assert await tab.script("window.open('about:blank')") is None
            assert await tab.script("location.search + document.cookie") == ""

    run(session())
    assert not list(tmp_path.rglob("made"))


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
@pytest.mark.parametrize("end", ["tab", signal.SIGINT, signal.SIGKILL])
def test_however_it_ends_what_was_typed_is_in_the_file(
    hostile: Path, end: str | signal.Signals
) -> None:
    async def session() -> None:
        async with (
            serving(hostile) as (process, address),
            ClientSession(cookie_jar=CookieJar(unsafe=True)) as client,
        ):
            root = address.partition("/?")[0]
            await client.get(address)
            # A request that is none, and holds the token.
            assert (await client.get(f"{address}&{'x' * 10_000}")).status == 400
            tab = await client.ws_connect(
                f"{root}/desk?width=100&height=30", headers={"Origin": root}
            )
            await drawn(tab)
            await tab.send_json(["stdin", "\r"])
            await drawn(tab)
            await tab.send_json(["stdin", "half-typed"])
            assert "half-typed" in await drawn(tab, "half-typed")
            await tab.send_str("not JSON")
            await tab.send_json(["stdin"])
            assert len(others(hostile)) == 1
            if isinstance(end, signal.Signals):
                process.send_signal(end)
            else:
                await tab.close()
            await until(lambda: not others(hostile))
            assert "half-typed" in states(hostile)["a1"][1]
            if isinstance(end, signal.Signals):
                assert await process.wait() == (-end if end is signal.SIGKILL else 0)

    run(session())
