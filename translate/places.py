"""Where things lie: on this machine, or at a URL that fsspec opens.

A URL is kept as a path whose parts are the URL's, so that names, suffixes and folders are asked for
in the same way wherever something lies; reading and writing goes through the functions here.
"""

import os
import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PosixPath
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from padanan.errors import InputError, OutputError, UsageError, how_to_add

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")

_PASSWORD = re.compile(r"[^/]*//[^/?#]*:[^/?#]*@")

_WHOLE = frozenset(
    {
        "abfs",
        "abfss",
        "adl",
        "az",
        "gcs",
        "gs",
        "http",
        "https",
        "memory",
        "oci",
        "oss",
        "s3",
        "s3a",
    }
)
"""Protocols by which an object is written whole or not at all, and cannot be renamed in a step."""


_NO_HOST = "\0"
"""Stands for the host of a URL that has none (`hdfs:///news`), as a path has no empty part."""


class Url(PosixPath):
    """A URL, as a path: `Url.parse("s3://bucket/news") / "a.po"` is `s3://bucket/news/a.po`.

    What looks at a disk (`exists`, `open` ...) is of no use for it.
    """

    @classmethod
    def parse(cls, text: str) -> "Url":
        """The URL that a text is."""
        return cls(re.sub(r"^([^:]+):///", rf"\1:/{_NO_HOST}/", text))

    def __str__(self) -> str:
        scheme, _, rest = super().__str__().partition(":/")
        return f"{scheme}://{rest.removeprefix(_NO_HOST)}"

    @property
    def root_url(self) -> str:
        """The URL's protocol and host or bucket: `s3://bucket`."""
        return "/".join(str(self).split("/", 3)[:3])

    @property
    def below(self) -> str:
        """The rest of it: `/news/a.po`."""
        return str(self)[len(self.root_url) :] or "/"


def place(text: str) -> Path:
    """What a person has named: a URL if it begins like one, else a path. `file://` is a path.

    Raises:
        UsageError: A password is in it, which would be shown in messages and in results.
    """
    found = _SCHEME.match(text)
    if found is None:
        return Path(text)
    if _PASSWORD.match(text):
        raise UsageError(
            f"The address that begins with {found[1]}:// holds a password, which would be seen in "
            "messages and in the results. Leave it out: fsspec takes it from the environment or "
            "from its own settings (~/.config/fsspec)."
        )
    if found[1].lower() == "file":
        return Path(url2pathname(urlsplit(text).path))
    return Url.parse(text)


def suffix(path: Path) -> str:
    """The suffix of a name in lower case, without what a URL asks behind it (`?version=2`)."""
    name = path.name.partition("?")[0] if isinstance(path, Url) else path.name
    return Path(name).suffix.lower()


def relative(path: Path, folder: Path) -> str:
    """How to come from a folder to a file, so that both can be moved together.

    It is the whole URL, or the whole path, where the two have nothing in common.
    """
    if isinstance(path, Url) and isinstance(folder, Url) and path.root_url == folder.root_url:
        return posixpath.relpath(path.below, folder.below)
    if isinstance(path, Url):
        return str(path)
    source = os.path.realpath(path)
    if not isinstance(folder, Url):
        with suppress(ValueError):  # another drive
            source = os.path.relpath(source, os.path.realpath(folder))
    return Path(source).as_posix()


def read_bytes(path: Path, name: str, start: int | None = None, end: int | None = None) -> bytes:
    """What a file holds, wherever it lies; or a stretch of it.

    Args:
        path: The file.
        name: What messages call it.
        start: The first byte; the file's when None.
        end: The byte behind the last; the file's end when None.

    Raises:
        InputError: It cannot be read.
    """
    if isinstance(path, Url):
        with telling(name):
            system, inside = filesystem(path)
            data = bytes(system.cat_file(inside, start=start, end=end))
            if end is not None and len(data) > end - (start or 0):
                return data[start:end]  # a web server that gives files whole or not at all
            return data
    try:
        with path.open("rb") as file:
            if start:
                file.seek(start)
            return file.read() if end is None else file.read(end - (start or 0))
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror or error}).") from error


def read_if_there(url: Url) -> bytes | None:
    """What is at a URL; None where nothing is.

    Raises:
        InputError: It cannot be read.
    """
    with telling(str(url)):
        system, inside = filesystem(url)
        try:
            return bytes(system.cat_file(inside))
        except FileNotFoundError:
            return None


def below(folder: Url) -> Iterator[Url]:
    """The files in a folder at a URL and in all folders in it, in order.

    Hidden ones are passed over, and those with an empty part in their names.

    Raises:
        InputError: Nothing can be read there.
    """
    with telling(str(folder)):
        system, top = filesystem(folder)
        top = top.rstrip("/")
        found = sorted(str(name).split("/") for name in system.find(top))
    start = len(top.split("/"))
    for parts in found:
        if all(part and not part.startswith(".") for part in parts[start:]):
            yield folder.joinpath(*parts[start:])


def write(url: Url, data: bytes) -> None:
    """Put a file at a URL in one step: whatever happens, the old file is there or the new.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        system, inside = filesystem(url)
        if url.root_url.partition(":")[0].lower() in _WHOLE:
            system.pipe_file(inside, data)
            return
        system.makedirs(posixpath.dirname(inside), exist_ok=True)
        temporary = f"{inside}.padanan-{os.getpid()}.tmp"
        system.pipe_file(temporary, data)
        system.mv(temporary, inside)
    except UsageError:
        raise
    except Exception as error:  # every backend has errors of its own
        raise OutputError(f"{url}: cannot be written ({_reason(error)}).") from error


def filesystem(url: Url) -> tuple[Any, str]:
    """The fsspec file system that a URL is of, and the path in it.

    Raises:
        UsageError: Nothing that is installed opens such URLs.
    """
    try:
        import fsspec
    except ImportError:
        raise UsageError(
            f"{url}: URLs are opened with fsspec, which is not installed. Install padanan with "
            f"what many machines need: {how_to_add('cluster')}."
        ) from None
    try:
        system, inside = fsspec.url_to_fs(str(url))
    except (ImportError, ValueError) as error:
        raise UsageError(
            f"{url}: nothing that is installed opens such URLs ({_reason(error)})."
        ) from error
    return system, str(inside)


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Turn what goes wrong in reading from a URL into sentences.

    Raises:
        InputError: Something went wrong.
    """
    try:
        yield
    except (InputError, UsageError):
        raise
    except FileNotFoundError:
        raise InputError(f"{name}: there is no such file or folder.") from None
    except Exception as error:  # every backend has errors of its own
        raise InputError(f"{name}: cannot be read ({_reason(error)}).") from error


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text.rstrip(".") if len(text) <= 300 else f"{text[:300]}…"
