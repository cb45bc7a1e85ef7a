"""A desk for tests: a small package that translates word by word, a glossary, an article.

The commands are run in this process: loading an engine anew for each would take most of the time.
"""

import io
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from engine.packages import build, pack

from padanan.cli import run

HEADER = "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
HOUSE = "rumah\thome\tdwelling\tnoun\t\t\t\n"
COUNTRY = "negara\tcountry\t\tnoun\t\t\t\n"
TERMS = HEADER + COUNTRY + HOUSE
ARTICLE = "rumah besar dan rumah sakit.\n\nnegara besar.\n\npresiden dan negara.\n"


def small_model(folder: Path) -> Path:
    """A package file for --model, made in `folder`."""
    return pack(build(folder), folder / "translate-id_en-0_1.argosmodel")


def small_desk(folder: Path) -> Path:
    """A folder with a glossary and an article in it."""
    folder.mkdir()
    (folder / "terms.tsv").write_text(TERMS, "utf-8")
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


Here = Callable[..., Done]


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("a socket was opened")


def here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Here:
    """A way to run `padanan` in this process, cut off from the network."""

    class Refused(socket.socket):
        __init__ = _refuse

    monkeypatch.setattr(socket, "socket", Refused)
    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, _refuse)

    def padanan(*arguments: str, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capsys.readouterr()
        code = run(arguments)
        shown = capsys.readouterr()
        return Done(code, shown.out, shown.err)

    return padanan


def isolate(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment in which nothing of the user's own is found."""
    for variable in ("PADANAN_MODEL", "PADANAN_WHO", "ARGOS_PACKAGES_DIR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(home))
    for variable, name in (("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")):
        monkeypatch.setenv(variable, str(home / name))
