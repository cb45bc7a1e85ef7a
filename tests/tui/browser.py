"""A real browser under test: Chromium without a window, through its DevTools protocol."""

import asyncio
import base64
import itertools
import re
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--remote-debugging-port=0",
    "--window-size=1200,800",
)

_QUIET = 0.2
"""Seconds without anything drawn after which the desk is taken to wait for the person."""

_CODES = {"Enter": 13, "Escape": 27, "End": 35, "ArrowDown": 40}
_MODIFIERS = {"Alt": 1, "Control": 2, "Meta": 4, "Shift": 8}
_ESCAPES = re.compile(r"\x1b\[[0-9;?<>$]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


class Tab:
    """One tab of the browser.

    Attributes:
        asked: The addresses the tab asked the network for.
        typed: What its keyboard sent to the desk, in the terminal's language.
        shown: What the desk sent to be shown since the page was last loaded, without colours.
        complaints: What the browser found wrong with the page: its errors and warnings.
    """

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._session = ""
        self.asked: list[str] = []
        self.typed: list[str] = []
        self.shown = ""
        self.complaints: list[str] = []
        self._loaded = False

    async def do(self, method: str, **parameters: Any) -> Any:
        """Have the browser do something, and return what came of it."""
        number = next(self._numbers)
        order: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            order["sessionId"] = self._session
        await self._socket.send_json(order)
        while (message := await self._hear()).get("id") != number:
            pass
        assert "error" not in message, message["error"]
        return message["result"]

    async def _hear(self) -> dict[str, Any]:
        message: dict[str, Any] = await self._socket.receive_json()
        about = message.get("params", {})
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.asked.append(about["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(about["entry"]["text"])
            case "Runtime.exceptionThrown" | "Runtime.consoleAPICalled":
                self.complaints.append(str(about))
            case "Page.loadEventFired":
                self._loaded = True
            case "Network.webSocketCreated":
                self.asked.append(about["url"])
                self.shown = ""
            case "Network.webSocketFrameSent":
                self.typed.append(about["response"]["payloadData"])
            case "Network.webSocketFrameReceived" if about["response"]["opcode"] == 2:
                drawn = base64.b64decode(about["response"]["payloadData"]).decode()
                self.shown += _ESCAPES.sub("", drawn)
        return message

    async def _drawn(self) -> None:
        """Wait until the desk has drawn something, and then nothing for a while."""
        while not self.shown:
            await self._hear()
        with suppress(TimeoutError):
            while True:
                await asyncio.wait_for(self._hear(), _QUIET)

    async def until(self, words: str) -> None:
        """Wait until words are shown, however long that takes; `limited` ends it."""
        while words not in self.shown:
            await self._hear()
        await self._drawn()

    async def open(self, address: str) -> None:
        """Open an address, and wait until the desk there waits."""
        await self._go(address)
        await self._drawn()

    async def look(self, address: str) -> None:
        """Open the address of a page that stands still, and wait until it is all there."""
        self._loaded = False
        await self._go(address)
        while not self._loaded:
            await self._hear()

    async def _go(self, address: str) -> None:
        target = (await self.do("Target.createTarget", url="about:blank"))["targetId"]
        found = await self.do("Target.attachToTarget", targetId=target, flatten=True)
        self._session = found["sessionId"]
        for domain in ("Network", "Page", "Log", "Runtime"):
            await self.do(f"{domain}.enable")
        await self.do("Page.navigate", url=address)

    async def reload(self) -> None:
        """Load the page again, and wait until the desk there waits."""
        self.shown = ""
        await self.do("Page.reload")
        while not self.asked[-1].startswith("ws:"):
            await self._hear()
        await self._drawn()

    async def press(self, key: str) -> None:
        """Press a key, with modifiers before it (Control+s), and wait until the desk waits."""
        *modifiers, name = key.split("+")
        event = {
            "key": name,
            "code": name if name in _CODES else f"Key{name.upper()}",
            "windowsVirtualKeyCode": _CODES.get(name) or ord(name.upper()),
            "modifiers": sum(_MODIFIERS[one] for one in modifiers),
        }
        await self.do("Input.dispatchKeyEvent", type="rawKeyDown", **event)
        await self.do("Input.dispatchKeyEvent", type="keyUp", **event)
        await self._drawn()

    async def type(self, text: str) -> None:
        """Type, as an input method does, and wait until the desk waits."""
        await self.do("Input.insertText", text=text)
        await self._drawn()

    async def script(self, text: str) -> Any:
        """What a script in the page comes to."""
        done = await self.do(
            "Runtime.evaluate", expression=text, awaitPromise=True, returnByValue=True
        )
        return done["result"].get("value")

    async def picture(self, path: Path) -> None:
        """Save what the page looks like, as PNG."""
        path.write_bytes(base64.b64decode((await self.do("Page.captureScreenshot"))["data"]))


@asynccontextmanager
async def chromium(profile: Path) -> AsyncIterator[Tab]:
    """A tab of a browser of its own, which ends with the block."""
    assert CHROMIUM
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, *_FLAGS, f"--user-data-dir={profile}", stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE
    )
    assert process.stderr is not None
    try:
        address = ""
        while not address:
            line = await process.stderr.readline()
            assert line, "Chromium has not started"
            address = line.decode().partition("DevTools listening on ")[2].strip()
        async with (
            ClientSession() as session,
            session.ws_connect(address, max_msg_size=0) as socket,
        ):
            yield Tab(socket)
    finally:
        process.terminate()
        await process.wait()


async def until(condition: Callable[[], Any]) -> None:
    """Wait until something holds that other processes bring about."""
    while not condition():
        await asyncio.sleep(0.02)


def run(session: Awaitable[None], seconds: float = 60) -> None:
    """Run a session that ends, if only by failing."""

    async def limited() -> None:
        await asyncio.wait_for(session, seconds)

    asyncio.run(limited())
