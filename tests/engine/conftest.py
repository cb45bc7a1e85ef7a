"""Shared by the engine's tests: a real package, a home of its own, and a package index."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.packages import Recipe, build, pack
from engine.server import Server


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package folder; to be read only."""
    return build(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="session")
def file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same package as a file."""
    return pack(folder, tmp_path_factory.mktemp("file") / "translate-id_en-0_1.argosmodel")


@pytest.fixture(scope="session")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package file of another version, with other weights."""
    parent = tmp_path_factory.mktemp("newer")
    return pack(build(parent, Recipe(version="1.10", seed=2)), parent / "newer.argosmodel")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder in which nothing is installed; every environment variable points there."""
    for variable in (
        "ARGOS_PACKAGES_DIR",
        "ARGOS_PACKAGE_INDEX",
        "PADANAN_MODEL",
        "http_proxy",
        "https_proxy",
        "all_proxy",
    ):
        monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv(variable.upper(), raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    return home


@pytest.fixture
def packages(home: Path) -> Path:
    """Argos Translate's package folder in that home; there is nothing there yet."""
    return home / "data" / "argos-translate" / "packages"


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server on this machine, with nothing to serve yet."""
    with Server() as server:
        yield server
