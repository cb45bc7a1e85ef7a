"""The desk processes, one for each browser tab, and what passes between the two."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER = "padanan.tui.web.driver:BrowserDriver"

TOKEN = "PADANAN_TOKEN"
"""Where the command line looks for a token; it is no business of the desks'."""

PATIENCE = 10.0
"""Seconds a desk has for ending by itself; it has saved everything long before that."""

_HEARTBEAT = 15.0
"""Seconds between two looks at whether the tab is still there."""

_CLOSING = 2.0
"""Seconds a tab has for answering that it is closed."""

_CELLS = 1_000
"""The widest and the highest a desk gets, whatever a tab says."""


class Desk(AppService):
    """A desk process and its tab.

    Args:
        command: The program to run, and its arguments.
        socket: The connection to the tab.
    """

    def __init__(self, command: Sequence[str], socket: web.WebSocketResponse) -> None:
        async def show(output: bytes) -> None:
            # A desk that is not listened to any more would stand still, and could not end.
            with suppress(ConnectionError):
                await socket.send_bytes(output)

        async def ignore(_request: str) -> None:
            # Asking the tab to open an address or to fetch a file: the desk does neither.
            return

        async def close() -> None:
            await socket.close()

        super().__init__(
            "",
            write_bytes=show,
            write_str=ignore,
            close=close,
            download_manager=DownloadManager(),
        )
        self._arguments = tuple(command)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # textual-serve has a shell read the command. No shell: a path is a path, whatever is in it.
        # And a session of its own: Ctrl+C in the server's terminal is for the server.
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = process.stdin
        return process

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        made = super()._build_environment(width, height) | {"TEXTUAL_DRIVER": DRIVER}
        made.pop(TOKEN, None)
        return made

    async def run(self) -> None:
        """Pass on what the desk shows, until it ends, for whatever reason."""
        try:
            await super().run()
        finally:
            await self.remote_close()

    async def stop(self) -> None:
        """Have the desk save and end; one that does not end is killed, which loses nothing."""
        with suppress(TimeoutError):
            await asyncio.wait_for(super().stop(), PATIENCE)
        if (process := self._process) is not None and process.returncode is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), PATIENCE)
            with suppress(ProcessLookupError):
                process.kill()


class Desks:
    """All desks of a server.

    Args:
        path: What each of them opens.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        # -P: no module of the folder one happens to be in.
        self.command = (sys.executable, "-P", "-m", "padanan", "review", "--", os.fspath(path))
        self._tabs: set[web.WebSocketResponse] = set()
        self._ending: set[asyncio.Task[None]] = set()

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Open a desk for a tab, and have it end with the tab."""
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, timeout=_CLOSING)
        await socket.prepare(request)
        desk = Desk(self.command, socket)
        self._tabs.add(socket)
        try:
            if self._ending:
                # A tab that is loaded again shall not find its own article still in use.
                await asyncio.wait(self._ending, timeout=PATIENCE)
            await desk.start(
                _cells(request.query.get("width")), _cells(request.query.get("height"))
            )
            await _listen(socket, desk)
        finally:
            self._tabs.discard(socket)
            ending = asyncio.create_task(desk.stop())
            self._ending.add(ending)
            ending.add_done_callback(self._ending.discard)
            await asyncio.shield(ending)
        return socket

    async def close(self) -> None:
        """Close all tabs' connections, and wait until their desks have ended."""
        await asyncio.gather(*(tab.close(code=WSCloseCode.GOING_AWAY) for tab in [*self._tabs]))
        await asyncio.gather(*self._ending)


async def _listen(socket: web.WebSocketResponse, desk: Desk) -> None:
    """Pass on what the person does in the tab, until that is closed or the desk has ended."""
    async for message in socket:
        if message.type is not WSMsgType.TEXT:
            continue
        there = True
        match _parsed(message.data):
            case ["stdin", str(typed)]:
                there = await desk.send_bytes(typed.encode(errors="replace"))
            case ["resize", {"width": width, "height": height}]:
                await desk.set_terminal_size(_cells(width), _cells(height))
            case ["ping", str(stamp)]:
                await socket.send_json(["pong", stamp])
            case ["focus"]:
                await desk.focus()
            case ["blur"]:
                await desk.blur()
        if not there:
            await socket.close()


def _parsed(message: str) -> object:
    try:
        return json.loads(message)
    except (ValueError, RecursionError):
        return None


def _cells(said: object) -> int:
    """A width or height that can be, of what a tab says it is."""
    try:
        return min(max(int(str(said)), 1), _CELLS)
    except ValueError:
        return 80
