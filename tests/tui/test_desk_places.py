"""Where a person was, and what they like, is known the next time; nothing hangs on it."""

import json
from pathlib import Path

import pytest

from padanan.tui.places import Places


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the places."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "deep" / "state"))
    return tmp_path / "deep" / "state" / "padanan" / "places.json"


def test_a_place_is_known_the_next_time(state: Path, tmp_path: Path) -> None:
    path = tmp_path / "berita.po"
    path.touch()
    (tmp_path / "link.po").symlink_to(path)
    places = Places.load()
    assert places.get(path) == ""
    places.set(path, "a3")
    places.set(path, "a4")
    assert places.get(path) == "a4"
    assert Places.load().get(path) == "a4"
    assert Places.load().get(tmp_path / "link.po") == "a4"
    assert state.exists()
    assert state.parent.stat().st_mode & 0o777 == 0o700


def test_preferences_are_of_the_kind_that_is_asked_for(state: Path) -> None:
    places = Places.load()
    assert places.preference("theme", "dark") == "dark"
    places.prefer("theme", "light")
    places.prefer("aids", False)
    again = Places.load()
    assert again.preference("theme", "dark") == "light"
    assert again.preference("aids", True) is False
    assert again.preference("theme", True) is True
    assert again.preference("aids", 3) == 3
    assert state.exists()


def test_two_desks_keep_each_others_places(state: Path, tmp_path: Path) -> None:
    one, other = Places.load(), Places.load()
    one.set(tmp_path / "one.po", "a1")
    other.set(tmp_path / "other.po", "b1")
    one.prefer("theme", "light")
    again = Places.load()
    assert (again.get(tmp_path / "one.po"), again.get(tmp_path / "other.po")) == ("a1", "b1")
    assert again.preference("theme", "dark") == "light"
    assert state.exists()


def test_the_latest_articles_are_remembered(state: Path, tmp_path: Path) -> None:
    state.parent.mkdir(parents=True)
    articles = {f"/articles/{number}.po": "a" for number in range(600)}
    state.write_text(json.dumps({"articles": articles}), "utf-8")
    places = Places.load()
    places.set(tmp_path / "new.po", "a1")
    places.set(Path("/articles/300.po"), "b")
    again = Places.load()
    assert len(json.loads(state.read_text("utf-8"))["articles"]) == 500
    assert again.get(tmp_path / "new.po") == "a1"
    assert again.get(Path("/articles/300.po")) == "b"
    assert again.get(Path("/articles/0.po")) == ""


@pytest.mark.parametrize(
    "text",
    ["", "no", "[]", '{"articles": 1}', '{"articles": {"a": 1}, "preferences": [1]}', "[" * 9999],
)
def test_what_cannot_be_read_costs_nothing(state: Path, tmp_path: Path, text: str) -> None:
    state.parent.mkdir(parents=True)
    state.write_text(text, "utf-8")
    places = Places.load()
    assert places.get(tmp_path / "berita.po") == ""
    assert places.preference("theme", "dark") == "dark"
    places.set(tmp_path / "berita.po", "a1")
    assert Places.load().get(tmp_path / "berita.po") == "a1"


def test_what_cannot_be_written_costs_nothing(state: Path, tmp_path: Path) -> None:
    state.parent.parent.mkdir(parents=True)
    state.parent.write_text("a file", "utf-8")
    places = Places.load()
    places.set(tmp_path / "berita.po", "a1")
    places.prefer("theme", "light")
    assert places.get(tmp_path / "berita.po") == "a1"
    assert Places.load().get(tmp_path / "berita.po") == ""


def test_no_home_costs_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "relative")

    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", homeless)
    places = Places.load()
    places.set(tmp_path / "berita.po", "a1")
    assert places.get(tmp_path / "berita.po") == "a1"
    assert Places.load().get(tmp_path / "berita.po") == ""
