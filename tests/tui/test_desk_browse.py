"""The list of articles."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from deskside import SAMPLE, Hands, article, entry, states

from padanan.translate.bilingual import State, save
from padanan.tui import browse
from padanan.tui.app import Desk
from padanan.tui.articles import Articles
from padanan.tui.browse import Browse
from padanan.tui.overview import find, look
from padanan.tui.review import Review
from padanan.tui.work import Tally

Drive = Callable[..., Desk]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk with an article of each sort, and other things lying about."""
    out = tmp_path / "out"
    (out / "sub").mkdir(parents=True)
    (out / ".git").mkdir()
    done = [replace(one, state=State.APPROVED) for one in SAMPLE if one.target]
    save(out / "b.po", article(SAMPLE))
    save(out / "sub" / "a.po", article(done))
    save(out / ".git" / "x.po", article(SAMPLE))
    save(out / ".hidden.po", article(SAMPLE))
    (out / "broken.po").write_text('"X-Padanan-Article: x\\n"\nmsgid', encoding="utf-8")
    (out / "foreign.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    (out / "empty.po").touch()
    (out / "b.en.txt").write_text("River Floods Again\n", encoding="utf-8")
    return out


def test_finding_what_is_ours(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in find(folder)]
    assert found == ["b.po", "broken.po", "empty.po", "sub/a.po"]


def test_an_overview_counts_segments_and_words(folder: Path) -> None:
    overview = look(folder / "b.po")
    assert overview.headline == "River Floods Again"
    assert str(overview.progress) == "1/6 approved, 26 words left"
    assert str(look(folder / "sub" / "a.po").progress) == "5/5 approved"
    assert "damaged" in look(folder / "broken.po").error
    assert "gone" in look(folder / "never.po").error


def test_the_list_shows_each_article_and_what_is_wrong(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        text = hands.text()
        assert "4 articles · 6/11 approved, 26 words left" in text
        lines = text.splitlines()
        assert any("~ b" in line and "1/6 approved" in line for line in lines)
        assert any("✓ sub/a" in line and "5/5 approved" in line for line in lines)
        assert any("! broken" in line and "damaged" in line for line in lines)
        assert "this bilingual file is damaged" in text
        assert "foreign" not in text

    drive(folder, scenario)


def test_working_on_an_article_and_coming_back(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        assert isinstance(hands.app.screen, Review)
        await hands.press("a", "a", "escape")
        assert isinstance(hands.app.screen, Browse)
        assert "3/6 approved, 11 words left" in hands.text().splitlines()[1]
        assert "8/11 approved" in hands.text().splitlines()[0]

    desk = drive(folder, scenario)
    assert states(folder / "b.po")["a3"][0] is State.APPROVED
    assert desk.tally == Tally(articles=1, approved=2)


def test_a_damaged_article_is_refused_and_the_rest_stays(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("down", "enter")
        assert isinstance(hands.app.screen, Browse)
        assert "damaged" in hands.said

    drive(folder, scenario)


def test_an_article_damaged_since_it_was_listed(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        (folder / "b.po").write_text("nothing", encoding="utf-8")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Browse)
        assert "! b" in hands.text()

    drive(folder, scenario)


def test_a_message_quotes_no_escapes(tmp_path: Path, drive: Drive) -> None:
    (tmp_path / "[b]x\x1b[31m.po").write_text('"X-Padanan-Article: \x1b[1m', encoding="utf-8")

    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        assert "[b]x␛[31m.po" in hands.said
        assert "\x1b" not in hands.said + hands.text()

    drive(tmp_path, scenario)


def test_reading_the_folder_again(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        save(folder / "c.po", article([entry("x", "Satu dua.", "One two.")]))
        await hands.press("end", "r")
        assert "5 articles" in hands.text()
        articles = hands.app.screen.query_one(Articles)
        assert articles.cursor == 3
        await hands.press("home", "pagedown")
        assert articles.cursor == 4
        await hands.press("pageup")
        assert articles.cursor == 0

    drive(folder, scenario)


def test_a_folder_that_has_become_smaller_or_empty(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("end")
        (folder / "sub" / "a.po").unlink()
        await hands.press("r")
        assert "3 articles" in hands.text()
        assert hands.app.screen.query_one(Articles).cursor == 2
        for path in find(folder):
            path.unlink()
        await hands.press("r", "down", "up", "pagedown", "enter")
        assert "0 articles" in hands.text()

    drive(folder, scenario)


def test_a_large_folder_comes_in_parts(
    tmp_path: Path, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browse, "_PAUSE", 0)
    for number in range(30):
        save(tmp_path / f"{number:02}.po", article(SAMPLE))

    async def scenario(hands: Hands) -> None:
        assert "30 articles · 30/180 approved" in hands.text()
        await hands.press("end")
        assert "29 " in hands.text()

    drive(tmp_path, scenario)


def test_file_names_are_shown_as_they_are(tmp_path: Path, drive: Drive) -> None:
    save(tmp_path / "[red]x[bold] \x1b[31m.po", article(SAMPLE))

    async def scenario(hands: Hands) -> None:
        assert "[red]x[bold] ␛[31m" in hands.text()
        await hands.press("enter")
        assert "[red]x[bold] ␛[31m" in hands.text()

    drive(tmp_path, scenario)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_names_are_cut_and_figures_stay(tmp_path: Path, drive: Drive, width: int) -> None:
    save(tmp_path / f"{'panjang-' * 20}.po", article(SAMPLE))

    async def scenario(hands: Hands) -> None:
        line = hands.text().splitlines()[1]
        assert "…" in line
        assert "1/6 approved, 26 words left" in line

    drive(tmp_path, scenario, (width, 20))
