"""Reviewing an article by keyboard."""

import asyncio
import re
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from deskside import SAMPLE, Hands, article, entry, rewrite, states
from filelock import FileLock
from textual.events import Key, Paste

from padanan.translate.bilingual import State, load, save
from padanan.translate.lock import LOCK
from padanan.tui import keeping, saving
from padanan.tui.app import Desk
from padanan.tui.help import Help
from padanan.tui.segments import Segments
from padanan.tui.unsaved import Unsaved
from padanan.tui.work import Tally

Drive = Callable[..., Desk]


def row(hands: Hands, words: str) -> str:
    """The line of the screen with these words."""
    return next(line for line in hands.text().splitlines() if words in line)


# Looking


def test_source_and_target_stand_side_by_side(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        assert "berita" in hands.text().splitlines()[0]
        assert "1/6 approved, 26 words left" in hands.text().splitlines()[0]
        assert row(hands, "Sungai Meluap").startswith("▌1 ~   Sungai Meluap Lagi ")
        assert row(hands, "Sungai Meluap").endswith("│ River Floods Again")
        assert "2 ✓   Senin" in hands.text()
        assert " ".join(row(hands, "Kami siap").split()).startswith("5 –")
        assert "·   2 lines of page furniture left out (v shows them)" in hands.text()
        assert "headline" in hands.text()
        assert "dateline" in hands.text()

    opened(scenario)


def test_markup_in_files_is_text(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        assert "[bold]diminta[/bold]" in hands.text()
        assert "[red]asked[/red]" in hands.text()

    opened(scenario)


@pytest.mark.parametrize(("columns", "beside"), [(89, False), (90, True)])
def test_from_90_columns_on_there_is_room_side_by_side(
    opened: Drive, columns: int, beside: bool
) -> None:
    async def scenario(hands: Hands) -> None:
        assert ("│ River Floods Again" in hands.text()) is beside

    opened(scenario, (columns, 20))


def test_in_a_narrow_terminal_the_target_stands_below(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        lines = hands.text().splitlines()
        place = lines.index(row(hands, "Sungai Meluap"))
        assert lines[place].strip() == "▌1 ~   Sungai Meluap Lagi"
        assert lines[place + 1].split() == ["▌", "River", "Floods", "Again"]

    opened(scenario, (60, 20))


@pytest.mark.parametrize("width", [12, 60, 89, 90, 200])
def test_every_word_is_shown_at_any_width(tmp_path: Path, drive: Drive, width: int) -> None:
    path = tmp_path / "satu.po"
    source = "Kata-kata 漢字漢字 cafe\u0301 berderet-deret"
    save(path, article([entry("x", source, "Words in a row")]))

    async def scenario(hands: Hands) -> None:
        text = hands.text() if width >= 60 else ""
        rows = hands.review.query_one(Segments)
        strips = rows.draw(0, rows.text_width, current=False)
        drawn = "".join(segment.text for strip in strips for segment in strip)
        assert all(strip.cell_length == rows.text_width for strip in strips)
        for word in source.split() if text else ():
            assert word in text
        for letter in set(source) - {" "}:
            assert letter in drawn

    drive(path, scenario, (width, 60))


def test_resizing_keeps_the_place(tmp_path: Path, drive: Drive) -> None:
    path = tmp_path / "panjang.po"
    long = "kata " * 60
    save(path, article(entry(f"s{i}", f"{i} {long}", f"{i} {long}", line=i) for i in range(50)))

    async def scenario(hands: Hands) -> None:
        segments = hands.review.query_one(Segments)
        for _ in range(20):
            await hands.pilot.press("down")
        await hands.settle()
        for size in ((60, 20), (200, 50), (89, 24), (120, 40)):
            await hands.pilot.resize_terminal(*size)
            await hands.settle()
            assert hands.current == "s20"
            assert f" 20 {long[:20]}" in row(hands, " 20 kata")
            assert segments.virtual_size.width == segments.text_width

    drive(path, scenario)


def test_only_what_is_in_sight_is_drawn(tmp_path: Path, drive: Drive) -> None:
    path = tmp_path / "panjang.po"
    save(path, article(entry(f"s{i}", f"Kalimat {i}.", f"Line {i}.") for i in range(2000)))

    async def scenario(hands: Hands) -> None:
        segments = hands.review.query_one(Segments)
        assert segments.row_count == 2000
        assert len(segments._cache) < 50
        await hands.press("end")
        assert hands.current == "s1999"
        assert "Line 1999." in hands.text()
        assert len(segments._cache) < 100
        await hands.press("home", "pagedown")
        assert 20 <= int(hands.current[1:]) <= 40

    drive(path, scenario)


def test_a_segment_longer_than_the_screen_can_be_read_to_its_end(
    tmp_path: Path, drive: Drive
) -> None:
    path = tmp_path / "panjang.po"
    words = " ".join(f"kata{i}" for i in range(400))
    save(path, article([entry("x", words, "Short."), entry("y", "Akhir.", "End.")]))

    async def scenario(hands: Hands) -> None:
        assert "kata0 " in hands.text()
        for _ in range(9):
            await hands.press("down")
            if "kata399" in hands.text():
                break
        assert hands.current == "x"
        await hands.press("down")
        assert hands.current == "y"
        await hands.press("up", "up", "up", "up", "up", "up")
        assert hands.current == "x"
        assert "kata0 " in hands.text()

    drive(path, scenario, (60, 20))


def test_furniture_is_shown_and_folded_away(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("down", "down")
        assert hands.current == "a3"
        await hands.press("v")
        assert hands.current == "a3"
        assert "loading..." in hands.text()
        await hands.press("up")
        assert hands.current == "skip-2"
        await hands.press("v")
        assert "loading..." not in hands.text()
        assert hands.current in {"a2", "a3"}

    opened(scenario)


def test_an_article_of_nothing_but_furniture(tmp_path: Path, drive: Drive) -> None:
    path = tmp_path / "kosong.po"
    save(path, article(one for one in SAMPLE if one.state is State.SKIPPED))

    async def scenario(hands: Hands) -> None:
        await hands.press("down", "up", "pagedown", "home", "enter", "a", "n", "p", "d", "ctrl+z")
        assert "0/0 approved" in hands.text()
        await hands.press("v", "end")
        assert hands.current == "skip-2"

    drive(path, scenario)


def test_clicking_selects_and_a_double_click_edits(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        line = hands.text().splitlines().index(row(hands, "Air naik cepat"))
        await hands.pilot.click(offset=(10, line))
        await hands.settle()
        assert hands.current == "a4"
        await hands.pilot.double_click(offset=(10, line))
        await hands.settle()
        assert hands.editor.text == "The water rose fast."

    opened(scenario)


# Going about


def test_to_the_next_and_the_previous_to_review(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        assert hands.current == "a1"
        order = []
        for _ in range(5):
            await hands.press("n")
            order.append(hands.current)
        assert order == ["a3", "a4", "a5", "a6", "a1"]
        assert "top" in hands.said
        await hands.press("p")
        assert hands.current == "a6"

    opened(scenario)


def test_the_desk_opens_on_the_first_to_review(tmp_path: Path, drive: Drive) -> None:
    path = tmp_path / "x.po"
    done = [replace(one, state=State.APPROVED) for one in SAMPLE[:2]]
    save(path, article([*done, *SAMPLE[2:]]))

    async def scenario(hands: Hands) -> None:
        assert hands.current == "a3"

    drive(path, scenario)


# Deciding


def test_approving_saves_at_once_and_goes_on(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("ctrl+s")
        assert states(po)["a1"] == (State.APPROVED, "River Floods Again")
        assert hands.current == "a3"
        assert "2/6 approved" in hands.text().splitlines()[0]
        await hands.press("a")
        assert hands.current == "a4"
        assert states(po)["a3"][0] is State.APPROVED

    assert opened(scenario).tally == Tally()


def test_nothing_cannot_be_approved(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("n", "n", "n", "a")
        assert hands.current == "a5"
        assert "nothing to approve" in hands.said
        await hands.press("enter", "ctrl+s")
        assert hands.editor.entry is not None

    opened(scenario)
    assert states(po)["a5"] == (State.EMPTY, "")


def test_approving_the_last_one_says_that_all_is_done(tmp_path: Path, drive: Drive) -> None:
    path = tmp_path / "x.po"
    save(path, article([SAMPLE[0]]))

    async def scenario(hands: Hands) -> None:
        await hands.press("n")
        assert "only segment left" in hands.said
        await hands.press("a")
        assert "Every segment of this article is approved" in hands.said
        assert "English text follows. Ctrl+O exports it" in hands.said

    drive(path, scenario)


def test_an_approval_is_taken_back_and_undone(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("a", "a")
        await hands.press("ctrl+z")
        assert hands.current == "a3"
        assert states(po)["a3"][0] is State.DRAFT
        await hands.press("u")
        assert hands.current == "a1"
        assert states(po)["a1"][0] is State.DRAFT
        await hands.press("u")
        assert "nothing to undo" in hands.said
        await hands.press("down", "d")
        assert states(po)["a2"][0] is State.DRAFT
        await hands.press("u")
        assert states(po)["a2"][0] is State.APPROVED

    before = load(po)
    opened(scenario)
    after = load(po)
    assert after is not None
    assert replace(after, english="") == before  # the English text was made meanwhile


# Editing


def test_editing_and_approving_goes_on_editing(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        await hands.type("!")
        await hands.press("ctrl+s")
        assert states(po)["a1"] == (State.APPROVED, "River Floods Again!")
        assert hands.current == "a3"
        assert hands.editor.display
        assert hands.editor.text.startswith("People by the river")
        await hands.press("ctrl+q")

    assert opened(scenario).tally == Tally(articles=1, approved=1)


def test_escape_keeps_what_was_typed_as_a_draft(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("down", "enter")
        await hands.type("?")
        await hands.press("escape")
        assert not hands.editor.display
        await hands.press("ctrl+z")

    before = po.read_bytes()

    async def first_half(hands: Hands) -> None:
        await hands.press("down", "enter")
        await hands.type("?")
        await hands.press("escape")

    opened(first_half)
    assert states(po)["a2"][0] is State.DRAFT
    assert states(po)["a2"][1].endswith("Time?")
    po.write_bytes(before)
    opened(scenario)
    assert po.read_bytes() == before


@pytest.mark.parametrize("key", ["escape", "enter", "ctrl+n"])
def test_leaving_the_editor_unchanged_changes_nothing(opened: Drive, po: Path, key: str) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter", "tab", key)
        assert hands.editor.display is (key == "ctrl+n")
        assert not hands.review.work.pending

    before = po.read_bytes()
    opened(scenario)
    assert po.read_bytes() == before


def test_several_pasted_lines_become_one(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("n", "n", "n", "enter")
        hands.app.post_message(Paste("“We are ready,”\r\n  said the\tvillage\x1b[31m head.\n"))
        await hands.settle()
        await hands.press("enter")

    opened(scenario)
    assert states(po)["a5"] == (State.DRAFT, "“We are ready,” said the village[31m head.")


def test_clearing_a_target_makes_it_empty(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        hands.editor.clear()
        await hands.press("escape")
        assert row(hands, "Sungai").startswith("▌1 –!  Sungai")

    opened(scenario)
    assert states(po)["a1"] == (State.EMPTY, "")


def test_a_target_with_line_breaks_is_left_alone_until_it_is_edited(
    tmp_path: Path, drive: Drive
) -> None:
    path = tmp_path / "x.po"
    save(path, article([entry("x", "Dua baris.", "Two\nlines\x07.")]))

    async def scenario(hands: Hands) -> None:
        assert "Two␊lines␇." in hands.text()
        await hands.press("enter")
        assert hands.editor.text == "Two lines."
        await hands.press("ctrl+s")

    drive(path, scenario)
    assert states(path)["x"] == (State.APPROVED, "Two\nlines\x07.")


def test_furniture_can_be_given_a_target(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("v", "up", "down", "down", "enter")
        assert hands.current == "skip-1"
        await hands.type("Loading")
        await hands.press("escape", "v")
        assert "Loading" in hands.text()
        assert "1 line of page furniture" in hands.text()
        await hands.press("u")
        assert "2 lines of page furniture" in hands.text()
        await hands.press("ctrl+z", "a")

    opened(scenario)
    assert states(po)["skip-1"] == (State.SKIPPED, "")


def test_clicking_into_the_list_keeps_the_typing(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        await hands.type(" and Again")
        line = hands.text().splitlines().index(row(hands, "Hujan"))
        await hands.pilot.click(offset=(10, line))
        await hands.settle()
        assert hands.current == "a6"
        assert not hands.editor.display

    opened(scenario)
    assert states(po)["a1"] == (State.DRAFT, "River Floods Again and Again")


@pytest.mark.parametrize("way", ["ctrl+q", "hangup"])
def test_typing_survives_leaving_in_the_middle(
    opened: Drive, po: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []
    monkeypatch.setattr("os.kill", lambda _, number: killed.append(number))
    monkeypatch.setattr("signal.signal", lambda *_: None)

    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        await hands.type(" and Again")
        if way == "hangup":
            hands.app._end(signal.SIGHUP)
        else:
            await hands.press(way)

    opened(scenario)
    assert states(po)["a1"] == (State.DRAFT, "River Floods Again and Again")
    assert killed == ([signal.SIGHUP] if way == "hangup" else [])


# Others at work on the same file


def test_work_of_another_program_is_shown_and_told(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        rewrite(po, a6=(State.APPROVED, "Rain should ease."))
        await hands.press("a")
        assert "6 ✓   Hujan" in hands.text()
        assert "Rain should ease." in hands.text()
        assert "Another program has changed a segment" in hands.said

    opened(scenario)
    assert states(po)["a6"] == (State.APPROVED, "Rain should ease.")
    assert states(po)["a1"][0] is State.APPROVED


def test_an_approval_of_a_text_that_has_changed_is_left_out(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        rewrite(po, a1=(State.DRAFT, "Another headline"))
        await hands.press("a")
        assert "Another headline" in hands.text()
        assert "left out" in hands.said

    opened(scenario)
    assert states(po)["a1"] == (State.DRAFT, "Another headline")


def test_segments_that_come_and_go_leave_the_cursor_in_its_place(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        new = entry("b1", "Kalimat baru.", "A new sentence.", line=4)
        save(po, article([SAMPLE[0], new, *SAMPLE[3:]]))
        await hands.press("n", "d", "a")
        assert hands.current == "a4"
        assert "A new sentence." in hands.text()

    opened(scenario)
    assert states(po)["a3"][0] is State.APPROVED


def test_while_translate_runs_work_is_kept_and_saved_later(
    opened: Drive, po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    monkeypatch.setattr(saving, "RETRY", 3600)

    async def scenario(hands: Hands) -> None:
        with FileLock(po.parent / LOCK):
            await hands.press("a", "a")
            assert "another padanan is writing" in hands.said
            assert "2 not saved · 3/6 approved" in hands.text().splitlines()[0]
            assert states(po)["a1"][0] is State.DRAFT
        await hands.press("a")
        assert "not saved" not in hands.text().splitlines()[0]
        assert "Everything is saved again" in hands.said
        assert states(po)["a1"][0] is State.APPROVED

    opened(scenario)


def test_what_cannot_be_saved_is_not_left_without_asking(
    opened: Drive, po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    monkeypatch.setattr(saving, "RETRY", 3600)

    async def scenario(hands: Hands) -> None:
        lock = FileLock(po.parent / LOCK)
        lock.acquire()
        await hands.press("a", "ctrl+q")
        assert isinstance(hands.app.screen, Unsaved)
        assert "1 change is not in the file yet." in hands.text()
        await hands.press("escape")
        assert hands.review.is_current
        await hands.press("q", "r")
        assert isinstance(hands.app.screen, Unsaved)
        lock.release()
        await hands.press("r")
        assert hands.app._exit

    desk = opened(scenario)
    assert states(po)["a1"][0] is State.APPROVED
    assert desk.tally == Tally(articles=1, approved=1)


def test_one_may_insist_on_leaving(
    opened: Drive, po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    before = po.read_bytes()

    async def scenario(hands: Hands) -> None:
        with FileLock(po.parent / LOCK):
            await hands.press("a", "q", "l")
            assert hands.app._exit

    assert opened(scenario).tally == Tally()
    assert po.read_bytes() == before

    async def afterwards(hands: Hands) -> None:
        assert "It is back." in hands.said

    opened(afterwards)
    assert states(po)["a1"][0] is State.APPROVED


def test_an_export_waits_until_all_is_saved(
    opened: Drive, po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    monkeypatch.setattr(saving, "RETRY", 3600)
    monkeypatch.chdir(po.parent)

    async def scenario(hands: Hands) -> None:
        with FileLock(po.parent / LOCK):
            await hands.press("a", "ctrl+o", "enter", "enter", "enter")
            assert "It was not done" in hands.said
            assert hands.review.is_current
        assert not (po.parent / "export").exists()

    opened(scenario)


def test_a_look_at_the_file_while_a_save_runs_tells_nothing(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        review = hands.review
        known = review.work.snapshot
        await hands.press("a")
        look = keeping.catch_up(known, ())
        review._saving = True
        review.post_message(review.Foreign(look))
        await hands.settle()
        assert "Another program" not in hands.said
        review._saving = False

    opened(scenario)


def test_an_unforeseen_failure_does_not_take_the_desk_down(
    opened: Drive, po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("[red]unheard of")

    monkeypatch.setattr(saving, "keep", fail)
    monkeypatch.setattr(saving, "RETRY", 3600)

    async def scenario(hands: Hands) -> None:
        await hands.press("a")
        assert "RuntimeError: [red]unheard of" in hands.said
        monkeypatch.undo()
        await hands.press("n", "a")

    opened(scenario)
    assert states(po)["a1"][0] is State.APPROVED


# Help


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
def test_help_comes_and_goes(opened: Drive, size: tuple[int, int]) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("question_mark")
        assert isinstance(hands.app.screen, Help)
        await hands.press("f1")
        assert hands.review.is_current
        await hands.press("enter", "f1")
        assert isinstance(hands.app.screen, Help)
        await hands.press("escape")
        assert hands.editor.has_focus
        await hands.press("f1", "ctrl+q")
        assert hands.app._exit

    opened(scenario, size)


def test_the_footer_names_the_keys_at_hand(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        footer = " ".join(hands.text().splitlines()[-1].split())
        assert footer == "a Approve Enter Edit n Next u Undo ? Help q Quit"
        await hands.press("enter")
        assert "Esc Keep" in hands.text().splitlines()[-1]

    opened(scenario, (60, 20))


# Keys in quick succession


def burst(hands: Hands, *keys: str) -> None:
    """Press keys before the desk has had time for the first of them."""
    for key in keys:
        hands.app.post_message(Key(key, key if len(key) == 1 else None))


def test_what_is_typed_right_after_enter_is_text(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        burst(hands, "enter", "a", "d", "q", "ctrl+s", "x", "escape")
        await hands.settle()
        assert hands.review.is_current

    opened(scenario)
    assert states(po)["a1"] == (State.APPROVED, "River Floods Againadq")
    assert states(po)["a3"][0] is State.DRAFT
    assert states(po)["a3"][1].endswith("nightfall.x")


def test_what_is_typed_right_after_a_question_is_its_answer(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        burst(hands, "g", "4", "enter", "slash", *"rain", "enter", "c", *"qad", "ctrl+s")
        await hands.settle()
        assert hands.current == "a6"
        assert [one.comment for one in hands.review.work.entries][-1] == "qad"
        assert all(one.state is not State.APPROVED for one in hands.review.work.entries[2:])

    opened(scenario)


# Others at work on the segment that is being typed


async def noticed(hands: Hands) -> None:
    """Wait until the desk has looked at the file once more."""
    hands.review._look_at_file()
    await hands.settle()


def test_typing_in_a_segment_that_goes_is_kept_at_the_end(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        await hands.type(" MINE")
        save(po, replace(article(SAMPLE[1:]), sha256="1" * 64))
        await noticed(hands)
        assert not hands.review.editing
        assert "no longer in the article" in hands.said

    opened(scenario)
    content = load(po)
    assert content is not None
    assert [one.target for one in content.obsolete] == ["River Floods Again MINE"]


def test_a_segment_that_others_change_is_shown_anew_in_the_editor(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        rewrite(po, a1=(State.DRAFT, "The river is up"))
        await noticed(hands)
        assert hands.editor.text == "The river is up"
        assert "this is its new text" in hands.said
        await hands.press("ctrl+s")

    opened(scenario)
    assert states(po)["a1"] == (State.APPROVED, "The river is up")


def test_typing_stands_over_what_others_write_and_undo_brings_theirs_back(
    opened: Drive, po: Path
) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        await hands.type(" MINE")
        rewrite(po, a1=(State.APPROVED, "Theirs"))
        await noticed(hands)
        assert "“Theirs”" in hands.said
        await hands.press("ctrl+s", "escape")
        assert states(po)["a1"] == (State.APPROVED, "River Floods Again MINE")
        await hands.press("u")

    opened(scenario)
    assert states(po)["a1"] == (State.APPROVED, "Theirs")


def test_a_file_that_is_cut_off_is_written_anew_with_everything(opened: Drive, po: Path) -> None:
    whole = po.read_text(encoding="utf-8")
    cut = whole[: whole.index('msgctxt "a4"')].rpartition("\n\n")[0] + "\n"

    async def scenario(hands: Hands) -> None:
        po.write_text(cut, encoding="utf-8")
        await noticed(hands)
        assert len(hands.review.work.entries) == len(SAMPLE)
        await hands.press("a", "q")
        assert isinstance(hands.app.screen, Unsaved)
        assert "segments are missing" in hands.text()
        await hands.press("w")
        assert hands.app._exit

    opened(scenario)
    assert states(po).keys() == {one.id for one in SAMPLE}
    assert states(po)["a1"][0] is State.APPROVED
    assert po.with_name("berita.po.damaged").read_text(encoding="utf-8") == cut


# Approving what the checks find an error in


def test_an_error_is_told_before_it_is_approved(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("down", "d", "enter")
        hands.editor.clear()
        await hands.type("Monday")
        await asyncio.to_thread(hands.review.looker.wait)
        await hands.press("ctrl+s")
        assert "Not approved yet: “Senin, 3 Maret 2025” is not in the translation" in hands.said
        assert states(po)["a2"][0] is State.DRAFT
        await hands.press("ctrl+s")
        assert states(po)["a2"] == (State.APPROVED, "Monday")

    opened(scenario)


def test_an_error_that_is_found_after_the_approval_is_told(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("down", "d", "enter")
        await asyncio.to_thread(hands.review.looker.wait)
        hands.editor.clear()
        burst(hands, *"Monday", "ctrl+s")
        await hands.settle()
        await asyncio.to_thread(hands.review.looker.wait)
        await hands.settle()
        assert "“Senin, 3 Maret 2025” is not in the translation" in hands.said

    opened(scenario)


def test_to_the_next_segment_with_a_term_in_whatever_form(tmp_path: Path, drive: Drive) -> None:
    terms = tmp_path / "terms.tsv"
    terms.write_text("id\ten\ne-KTP\telectronic ID card\ncafé\tcafé\n", encoding="utf-8")
    path = tmp_path / "x.po"
    sources = ("Warga membawa e-KTP.", "Hujan reda.", "Warga membawa eKTP.", "Buat E KTP di sini.")
    save(path, article(entry(f"s{n}", one, f"Line {n}.") for n, one in enumerate(sources)))

    async def scenario(hands: Hands) -> None:
        await asyncio.to_thread(hands.review.looker.wait)
        await hands.settle()
        visited = []
        for _ in range(3):
            await hands.press("s")
            visited.append(hands.current)
        assert visited[0] in ("s2", "s3")
        assert "s1" not in visited

    drive(path, scenario, glossary=terms)


def test_resized_while_typing_every_word_is_seen(tmp_path: Path, drive: Drive) -> None:
    path = tmp_path / "x.po"
    words = "According to the police, the double track project has not been completed."
    save(path, article(entry(f"s{n}", "Menurut polisi.", words, line=n) for n in range(9)))

    async def scenario(hands: Hands) -> None:
        await hands.press("end", "up", "up", "enter")
        for size in ((60, 20), (62, 24), (120, 40), (61, 20)):
            await hands.pilot.resize_terminal(*size)
            await hands.settle()
            lines = [line[1:] for line in hands.text().splitlines() if line.startswith("▌")]
            shown = " ".join(re.sub("[│▁▂▃▄▅▆▇█]", " ", " ".join(lines)).split())
            assert "double track project has not been completed." in shown

    drive(path, scenario, (120, 40))
