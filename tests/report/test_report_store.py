"""What is kept of earlier looks: it is right, or it is not used."""

import os
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from reportside import FLOOD, TERMS, article, desk, gathered

from padanan.translate.checks import CheckSettings
from padanan.translate.report import intake, store
from padanan.translate.report.facts import Facts


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are looked at anew."""
    seen: list[str] = []
    look = intake.look

    def counted(facts: Facts, *rest: object) -> Facts:
        seen.append(facts.headline)
        return look(facts, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(intake, "look", counted)
    return seen


def test_only_what_has_changed_is_looked_at_anew(tmp_path: Path, looks: list[str]) -> None:
    out = desk(tmp_path)
    first = gathered(out).report
    assert len(looks) == 3
    assert gathered(out).report == first
    assert len(looks) == 3
    article(tmp_path, "banjir", FLOOD[:3])
    second = gathered(out).report
    assert len(looks) == 4
    (out / store.NAME).unlink()
    assert gathered(out).report == second


def test_another_glossary_or_other_settings_look_anew(tmp_path: Path, looks: list[str]) -> None:
    out = desk(tmp_path)
    gathered(out)
    gathered(out, TERMS.replace("flood", "high water"))
    assert len(looks) == 6
    gathered(out, settings=CheckSettings(disabled=frozenset({"names"})))
    assert len(looks) == 9


def test_what_has_gone_is_forgotten(tmp_path: Path) -> None:
    out = desk(tmp_path)
    gathered(out)
    for name in ("banjir.po", "dunia/gempa.po"):
        (out / name).unlink()
    gathered(out)
    with sqlite3.connect(out / store.NAME) as database:
        assert database.execute("SELECT count(*) FROM facts").fetchone() == (1,)


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_store_is_made_anew(tmp_path: Path, looks: list[str], damage: bytes) -> None:
    out = desk(tmp_path)
    first = gathered(out).report
    (out / store.NAME).write_bytes(damage)
    assert gathered(out).report == first
    gathered(out)
    assert len(looks) == 6


@pytest.mark.parametrize(
    "said",
    [
        None, b"", b"\0", b"x\x9c\x03\0\0\0\0\x01", b"[]", zlib.compress(b"[" * 100_000),
        zlib.compress(
            b'{"about":["a","b","c",true,0],"segments":[],"concepts":[],"found":[],'
            b'"uses":[[0,0,"banjir",0,"preferred","flood","preferred","flood"]]}'
        ),
    ],
)  # fmt: skip
def test_a_damaged_row_is_looked_at_anew(tmp_path: Path, said: bytes | None) -> None:
    out = desk(tmp_path)
    first = gathered(out).report
    with sqlite3.connect(out / store.NAME) as database:
        database.execute("UPDATE facts SET said = ?", (said,))
    assert gathered(out).report == first


def test_a_folder_that_cannot_be_written_does(tmp_path: Path) -> None:
    out = desk(tmp_path)
    first = gathered(out).report
    (out / store.NAME).unlink()
    (out / store.NAME).mkdir()  # where no file can be, for root may write anywhere
    assert gathered(out).report == first


def test_a_store_that_somebody_else_is_writing_does_not_stop_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = desk(tmp_path)
    first = gathered(out).report
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    other = sqlite3.connect(out / store.NAME)
    other.execute("BEGIN EXCLUSIVE")
    assert gathered(out).report == first
    other.close()


def test_more_articles_than_stay_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = desk(tmp_path)
    first = gathered(out).report
    monkeypatch.setattr(store, "_IN_MEMORY", 1)
    assert gathered(out).report == first


def test_facts_come_back_as_they_were(tmp_path: Path) -> None:
    out = desk(tmp_path)
    gathered(out)
    with store.opened(out) as kept:
        rows = kept._database.execute("SELECT key FROM facts").fetchall()
        facts = [kept.recall(key) for (key,) in rows]
    assert len(facts) == 3
    for one in facts:
        assert one is not None
        assert Facts.loads(one.dumps()) == one
        assert one.uses


def test_facts_of_another_make_are_none() -> None:
    for data in (b"{}", b"5", b'{"about": []}', b'{"about":["","","",true,0]}'):
        with pytest.raises(ValueError, match=r"no facts|not enough"):
            Facts.loads(data)


def test_a_newer_padanan_looks_anew(
    tmp_path: Path, looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = desk(tmp_path)
    gathered(out)
    monkeypatch.setattr(store, "__version__", "99")
    gathered(out)
    assert len(looks) == 6


def test_an_article_that_changes_while_it_is_read_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = desk(tmp_path)
    before = intake.look

    def changing(facts: Facts, *rest: object) -> Facts:
        article(tmp_path, "banjir", [replace(one, line=99) for one in FLOOD])
        return before(facts, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(intake, "look", changing)
    gathered(out)
    with sqlite3.connect(out / store.NAME) as database:
        assert database.execute("SELECT count(*) FROM facts").fetchone() == (2,)
    assert os.path.lexists(out / "banjir.po")
