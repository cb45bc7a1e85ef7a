"""A web server on the loopback interface that can misbehave in the ways real ones do."""

import contextlib
import hashlib
import json
import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any


@dataclass
class Served:
    """One file of the server.

    Attributes:
        content: Its bytes.
        ranges: Whether parts of it can be asked for.
        etag: What tells its states apart; none if "".
        cuts: Bytes after which the connection breaks, one for each request in order; then none.
        announced: Whether its length is told.
        redirect: Where the server sends the client instead.
        silent: Seconds before anything is answered.
        pause: Seconds between every 50,000 bytes of the answer.
    """

    content: bytes = b""
    ranges: bool = True
    etag: str = '"1"'
    cuts: list[int] = field(default_factory=list)
    announced: bool = True
    redirect: str = ""
    silent: float = 0.0
    pause: float = 0.0


class Server:
    """Serves `files` by path; keeps the requests, with their Range header, in `requests`."""

    def __init__(self) -> None:
        self.files: dict[str, Served] = {}
        self.requests: list[tuple[str, str]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/"

    def __enter__(self) -> "Server":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.shutdown()
        self._http.server_close()

    def offer(self, file: Path, **entry: Any) -> Served:
        """Put a package file on the server and into its index.json."""
        name = file.name
        self.files[f"/{name}"] = served = Served(file.read_bytes())
        entry = {
            "package_version": "0.1",
            "argos_version": "1.9",
            "from_code": "id",
            "from_name": "Indonesian",
            "to_code": "en",
            "to_name": "English",
            "links": [f"{self.address}{name}"],
        } | entry
        index = self.files.setdefault("/index.json", Served(b"[]"))
        index.content = json.dumps([*json.loads(index.content), entry]).encode()
        return served

    def ranges(self, path: str) -> Sequence[str]:
        """The Range headers of the requests for `path`, "" where there was none."""
        return [asked for requested, asked in self.requests if requested == path]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = handler.headers.get("Range", "")
        self.requests.append((handler.path, asked))
        served = self.files.get(handler.path)
        if served is None:
            handler.send_error(404)
            return
        time.sleep(served.silent)
        if served.redirect:
            handler.send_response(302)
            handler.send_header("Location", served.redirect)
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        start = 0
        wanted = re.fullmatch(r"bytes=(\d+)-", asked)
        if wanted and served.ranges and handler.headers.get("If-Range") in (None, served.etag):
            start = int(wanted[1])
        body = served.content[start:]
        handler.send_response(206 if start else 200)
        if start:
            size = len(served.content)
            handler.send_header("Content-Range", f"bytes {start}-{size - 1}/{size}")
        if served.etag:
            handler.send_header("ETag", served.etag)
        if served.announced:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        cut = served.cuts.pop(0) if served.cuts else len(body)
        with contextlib.suppress(ConnectionError):  # the client may have been killed
            for at in range(0, cut, 50_000):
                handler.wfile.write(body[at : min(cut, at + 50_000)])
                time.sleep(served.pause)
        handler.close_connection = True


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
