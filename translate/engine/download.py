"""Fetching a file over http(s): in pieces, resumable, and checked before it gets its name.

Only `padanan model install` and `padanan model list --available` come here; nothing else in
padanan opens a connection.
"""

import contextlib
import hashlib
import http.client
import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from padanan import __version__
from padanan.errors import ModelError, OutputError
from padanan.files import write_atomic
from padanan.translate.engine.package import printable
from padanan.translate.engine.places import claim, release

TIMEOUT = 30.0
"""Seconds without an answer, or without a byte, after which a server counts as gone."""

LIMIT = 2 << 30
"""Bytes of the largest file fetched: 2 GiB, as much as a package may unpack to."""

TRIES = 3
"""How often one link is taken up again in one call, as long as each try brings something."""

_CHUNK = 1 << 16

Progress = Callable[[int, int | None], None]
"""Called with the bytes there are so far and with the whole size, None while unknown."""


class LinkError(Exception):
    """One link does not give the file; its text says why."""


class BrokenOffError(LinkError):
    """The connection ended before the file did."""


@dataclass(frozen=True, slots=True)
class _Beginning:
    """What is known of a partly fetched file: where it is from, and which state of it."""

    url: str = ""
    validator: str = ""
    total: int | None = None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http(s) only, and from https never to http."""

    def redirect_request(  # type: ignore[no-untyped-def]
        self, req, fp, code, msg, headers, newurl: str
    ):
        old, new = urlsplit(req.full_url).scheme, urlsplit(newurl).scheme
        if new not in ("http", "https") or (old == "https" and new == "http"):
            raise LinkError(f"it sends us on to {printable(newurl)}, which we do not follow")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def request(url: str, headers: Mapping[str, str] | None = None) -> Any:
    """Open `url`; the response is closed by the caller.

    Raises:
        LinkError: It is no http(s) address, or does not answer with the file.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise LinkError("not an http or https address")
    opener = urllib.request.OpenerDirector()  # build_opener() would add file: and ftp:
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    try:
        asked = urllib.request.Request(url, headers={**_HEADERS, **(headers or {})})
        return opener.open(asked, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        error.close()
        raise LinkError(
            f"the server answers {error.code} {printable(str(error.reason))}"
        ) from error
    except urllib.error.URLError as error:
        raise LinkError(f"cannot be reached ({printable(str(error.reason))})") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise LinkError(f"cannot be reached ({printable(str(error))})") from error


_HEADERS = {"User-Agent": f"padanan/{__version__}", "Accept-Encoding": "identity"}


def read_all(url: str, limit: int) -> bytes:
    """The whole of a small file.

    Raises:
        LinkError: As `request`; or it has more than `limit` bytes.
    """
    with contextlib.closing(request(url)) as response:
        try:
            data: bytes = response.read(limit + 1)
        except (OSError, http.client.HTTPException) as error:
            raise BrokenOffError(f"broke off ({printable(str(error))})") from error
        length = response.headers.get("Content-Length", "")
        if len(data) > limit:
            raise LinkError(f"larger than {limit:,} bytes")
        if length.isdecimal() and len(data) < int(length):
            raise BrokenOffError(f"broke off after {len(data):,} of {int(length):,} bytes")
        return data


def fetch(
    links: Sequence[str],
    target: Path,
    *,
    size: int | None = None,
    sha256: str | None = None,
    on_progress: Progress | None = None,
) -> None:
    """Fetch a file from the first of `links` that gives it whole.

    It grows under the name of `target` with `.part` added and gets its own name when it is
    complete and checked. What an interrupted call leaves is taken up by the next one where the
    server can send the rest of the very same file; else it starts again.

    Args:
        links: http(s) addresses of the same file.
        target: Where it goes; its folder is made.
        size: Bytes it must have, if known beforehand.
        sha256: Hex digest it must have, if known beforehand.
        on_progress: Called after each piece.

    Raises:
        ModelError: No link gives it, or another process is fetching it.
        OutputError: It cannot be written.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.touch()
        lock = claim(part)
    except BlockingIOError:
        raise ModelError(
            f"{target}: another padanan is fetching this file; wait for it to end."
        ) from None
    except OSError as error:
        raise OutputError(f"{part}: cannot be written ({error.strerror or error}).") from error
    failures: list[str] = []
    begun = _beginning(part).url
    try:
        for link in sorted(links, key=lambda link: link != begun):
            try:
                _fetch_from(link, part, on_progress)
                _check(part, size, sha256)
            except LinkError as error:
                failures.append(f"{printable(link)}: {error}")
                continue
            part.replace(target)
            _note(part).unlink(missing_ok=True)
            return
    except OSError as error:
        raise OutputError(f"{part}: cannot be written ({error.strerror or error}).") from error
    finally:
        with contextlib.suppress(OSError):
            if not part.stat().st_size:
                part.unlink()
                _note(part).unlink(missing_ok=True)
        release(lock)
    raise ModelError(
        f"{target.name} could not be fetched. {'; '.join(failures) or 'It has no links'}. "
        "Check the connection and run the command again (what has arrived is kept), or fetch the "
        "file on another machine and give its path: padanan model install FILE"
    )


def _fetch_from(link: str, part: Path, on_progress: Progress | None) -> None:
    """Bring `part` to its end from one link, taking it up again while that brings something."""
    for attempt in range(1, TRIES + 1):
        before = part.stat().st_size
        try:
            _fetch_once(link, part, on_progress)
            return
        except BrokenOffError:
            if attempt == TRIES or part.stat().st_size <= before:
                raise


def _fetch_once(link: str, part: Path, on_progress: Progress | None) -> None:
    begun = _beginning(part)
    done = part.stat().st_size if begun.url == link and begun.validator else 0
    if done and done == begun.total:
        return
    # If-Range: the rest only if the file has not changed since, else the whole.
    headers = {"Range": f"bytes={done}-", "If-Range": begun.validator} if done else {}
    with contextlib.closing(request(link, headers)) as response:
        if response.status == 206:
            total = begun.total
            span = re.match(r"bytes (\d+)-", response.headers.get("Content-Range", ""))
            if not span or int(span[1]) != done:
                part.write_bytes(b"")
                raise LinkError("the server sends another part than the one asked for")
        else:
            done = 0
            length = response.headers.get("Content-Length", "")
            total = int(length) if length.isdecimal() else None
            # In this order: a note must never speak of bytes from an earlier state of the file.
            part.write_bytes(b"")
            note = _Beginning(link, _validator(response.headers), total)
            write_atomic(_note(part), json.dumps(asdict(note)).encode())
        most = min(LIMIT, LIMIT if total is None else total)
        if total is not None and total > LIMIT:
            raise LinkError(f"larger than {LIMIT:,} bytes")
        with part.open("ab") as file:
            while chunk := _next(response, done, total):
                done += len(chunk)
                if done > most:
                    raise LinkError("the server sends more than it announced")
                file.write(chunk)
                if on_progress is not None:
                    on_progress(done, total)
        if total is not None and done < total:
            raise BrokenOffError(f"broke off after {done:,} of {total:,} bytes")


def _next(response: Any, done: int, total: int | None) -> bytes:
    """The next piece of a response, b"" at its end."""
    try:
        chunk: bytes = response.read1(_CHUNK)
    except (OSError, http.client.HTTPException) as error:
        of = f" of {total:,}" if total is not None else ""
        raise BrokenOffError(
            f"broke off after {done:,}{of} bytes ({printable(str(error))})"
        ) from error
    return chunk


def _check(part: Path, size: int | None, sha256: str | None) -> None:
    """Compare a complete file with what is known of it; remove it where it differs."""
    with part.open("rb+") as file:
        found = file.seek(0, os.SEEK_END)
        if size is not None and found != size:
            file.truncate(0)
            raise LinkError(f"has {found:,} bytes where the index says {size:,}")
        file.seek(0)
        if sha256 is not None and hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            file.truncate(0)
            raise LinkError("has another SHA-256 than the index says")
        os.fsync(file.fileno())


def _note(part: Path) -> Path:
    """The file beside a partly fetched one that says what it is the beginning of."""
    return part.with_name(f"{part.name}.json")


def _beginning(part: Path) -> _Beginning:
    try:
        return _Beginning(**json.loads(_note(part).read_bytes()))
    except (OSError, ValueError, TypeError):
        return _Beginning()


def _validator(headers: Mapping[str, str]) -> str:
    """What tells this state of the file from another, fit for If-Range; "" if nothing does."""
    tag = headers.get("ETag", "")
    # RFC 9110: a weak tag does not promise the same bytes.
    return tag if tag.startswith('"') else headers.get("Last-Modified", "")
