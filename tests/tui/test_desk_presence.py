"""One desk at a time works on an article, and the others know who."""

import json
import os
import signal
import threading
from pathlib import Path

import pytest
from otherside import another, says

from padanan.translate.lock import LOCK, hold
from padanan.tui.beside import beside
from padanan.tui.presence import Presence, elsewhere


def left(po: Path) -> list[str]:
    return sorted(path.name for path in po.parent.iterdir() if path.name != LOCK)


def test_the_second_desk_is_told_who_has_it_and_gets_it_when_they_leave(po: Path) -> None:
    with another(po) as desk:
        assert says(desk) == "True None"
        ours = Presence.take(po)
        assert not ours.mine
        assert ours.holder is not None
        assert (ours.holder.who, ours.holder.pid) == ("Ani", desk.pid)
        assert ours.holder.host
        assert ours.holder.since
        assert not ours.try_again()
        assert says(desk, "leave\n") == "left"
        assert ours.try_again()
        assert ours.holder is None
        ours.release()
    assert left(po) == ["berita.po"]


def test_who_is_elsewhere_is_told_without_keeping_anybody_out(po: Path) -> None:
    assert elsewhere(po) is None
    with another(po) as desk:
        assert says(desk) == "True None"
        holder = elsewhere(po)
        assert holder is not None
        assert str(holder) == f"Ani, {holder.host}"
        with hold(po.parent):  # they are saving
            assert elsewhere(po) == holder
        beside(po, "open.json").write_text("nonsense")
        assert str(elsewhere(po)) == "another desk"
        beside(po, "open.json").unlink()
        os.kill(desk.pid, signal.SIGKILL)
        desk.wait()
        assert beside(po, "open").exists()
        assert elsewhere(po) is None
    ours = Presence.take(po)
    assert ours.mine
    assert elsewhere(po) is None
    ours.release()


def test_a_killed_desk_has_left(po: Path) -> None:
    with another(po) as desk:
        assert says(desk) == "True None"
        ours = Presence.take(po)
        assert not ours.mine
        os.kill(desk.pid, signal.SIGKILL)
        desk.wait()
        assert json.loads((po.parent / ".berita.po.open.json").read_bytes())["pid"] == desk.pid
        assert ours.try_again()
    ours.release()
    assert left(po) == ["berita.po"]


def test_the_other_desk_is_told_about_us(po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADANAN_WHO", "Budi")
    ours = Presence.take(po)
    with another(po) as desk:
        assert "who='Budi'" in says(desk)
        assert f"pid={os.getpid()}" in repr(ours.holder or Presence.take(po).holder)
        assert says(desk, "leave\n") == "left"
    assert ours.mine
    assert not Presence.take(po).mine
    ours.release()
    ours.release()
    assert not ours.mine
    assert not ours.try_again()
    again = Presence.take(po)
    assert again.mine
    again.release()


def test_one_article_by_two_names_is_one(po: Path) -> None:
    link = po.with_name("link.po")
    link.symlink_to(po)
    ours = Presence.take(link)
    assert ours.mine
    assert not Presence.take(po).mine
    ours.release()


def test_it_is_taken_in_one_thread_and_let_go_in_another(po: Path) -> None:
    found: list[Presence] = []
    thread = threading.Thread(target=lambda: found.append(Presence.take(po)))
    thread.start()
    thread.join()
    assert found[0].mine
    assert not Presence.take(po).mine
    found[0].release()
    again = Presence.take(po)
    assert again.mine
    again.release()


def test_one_that_was_never_taken_lets_nothing_go(po: Path) -> None:
    ours, other = Presence.take(po), Presence.take(po)
    other.release()
    assert not other.mine
    assert not Presence.take(po).mine
    ours.release()


@pytest.mark.parametrize(
    "text", ["", "[]", '{"who": 1}', '{"who": 1, "host": "", "pid": 2, "since": ""}', "[" * 99_999]
)
def test_what_cannot_be_read_blocks_nobody(po: Path, text: str) -> None:
    says_who = po.parent / ".berita.po.open.json"
    says_who.write_text(text, "utf-8")
    ours = Presence.take(po)
    assert ours.mine
    says_who.write_text(text, "utf-8")
    other = Presence.take(po)
    assert not other.mine
    assert other.holder is None
    ours.release()


def test_a_folder_where_nobody_can_be_kept_out_is_worked_in_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".berita.po.open").mkdir()
    ours = Presence.take(tmp_path / "berita.po")
    assert ours.mine
    assert "cannot be told" in ours.trouble
    assert ours.try_again()
    ours.release()


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    ours = Presence.take(tmp_path / "no-folder" / "berita.po")
    assert ours.mine
    ours.release()
    assert not (tmp_path / "no-folder").exists()


def test_while_another_padanan_saves_it_is_tried_again_later(po: Path) -> None:
    ours = Presence.take(po)
    other = Presence.take(po)
    ours.release()
    with hold(po.parent):
        assert not other.try_again()
    assert other.try_again()
    other.release()
