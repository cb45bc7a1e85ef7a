"""The list of articles."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from deskside import SAMPLE, Hands, article, entry, states
from hypothesis import given, settings
from hypothesis import strategies as st
from otherside import another, says
from rich.cells import cell_len
from textual.events import Key as Pressed

from padanan.translate.bilingual import State, save
from padanan.translate.checks import CheckSettings, Severity
from padanan.translate.machine import Term
from padanan.tui import browse
from padanan.tui.app import Desk
from padanan.tui.arranging import Order, Query, arranged
from padanan.tui.articles import Articles
from padanan.tui.asking import QueryLine
from padanan.tui.browse import Browse
from padanan.tui.columns import GAP, Key, bar, cell, columns
from padanan.tui.overview import Overview, Progress, find, look, progress, severities
from padanan.tui.review import Review
from padanan.tui.shelf import Shelf
from padanan.tui.text import inert
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
    (out / "c.en.txt").write_text("River Floods Again\n", encoding="utf-8")
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
        assert "4 articles · 6/11 approved · 26 words left" in text
        lines = text.splitlines()
        assert lines[1].split()[:3] == ["Article", "▼", "Approved"]
        assert any("~ b" in line and "█▒▒▒▒▒·· 1/6" in line for line in lines)
        assert any("✓ sub/a" in line and "████████ 5/5" in line for line in lines)
        assert any("! broken" in line and "damaged" in line for line in lines)
        assert "this bilingual file is damaged" in text
        assert "foreign" not in text

    drive(folder, scenario, size=(240, 40))  # what is wrong begins with a path, which may be long


def test_working_on_an_article_and_coming_back(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        assert isinstance(hands.app.screen, Review)
        await hands.press("a", "a", "escape")
        assert isinstance(hands.app.screen, Browse)
        assert "████▒▒·· 3/6" in hands.text().splitlines()[2]
        assert "8/11 approved · 11 words left" in hands.text().splitlines()[0]

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
        assert articles.cursor == 4
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
        line = hands.text().splitlines()[2]
        assert "…" in line
        assert " 1/6 " in line

    drive(tmp_path, scenario, (width, 20))


FOUND = (
    entry("1", "Satu dua.", "One two.", findings=("names: x", "value-missing: y", "own: z")),
    entry(
        "2", "Tiga.", "Three.", terms=(Term("tiga", "three", "missing"), Term("x", "y", "model"))
    ),
    entry("3", "Empat.", "Four.", findings=("term-avoided: x", "term-missing: y", "names: z")),
)


def test_findings_count_where_the_draft_is_as_the_machine_wrote_it() -> None:
    gravity = severities(CheckSettings(severities={"names": Severity.ERROR}))
    assert progress(FOUND, gravity) == Progress(0, 3, 3, 4, errors=3, warnings=1, terms=2)
    edited = [replace(one, target=f"{one.target} Indeed.") for one in FOUND]
    assert progress(edited, gravity).findings == 0
    approved = [replace(one, state=State.APPROVED) for one in FOUND]
    assert progress(approved, gravity) == Progress(3, 0, 3)


def test_silenced_checks_do_not_count() -> None:
    flags = ("ignore-term-missing", "ignore-names")
    silent = progress(replace(one, flags=flags) for one in FOUND)
    assert (silent.terms, silent.errors + silent.warnings) == (1, 2)


def overviews() -> st.SearchStrategy[Overview]:
    counts = st.integers(0, 3_000)
    made = st.builds(
        lambda approved, drafted, more, words, errors, warnings, terms: Progress(
            approved, drafted, approved + drafted + more, words, errors, warnings, terms
        ),
        *[counts] * 7,
    )
    names = st.text(max_size=60).map(inert)
    return st.builds(
        Overview,
        st.just(Path("x.po")),
        st.text(max_size=60),
        st.none() | made,
        st.sampled_from(["", "damaged"]),
        names,
        st.floats(0, 4e9),
    )


@settings(max_examples=40)
@given(st.lists(overviews(), max_size=5), st.integers(30, 200), st.sampled_from(Order))
def test_columns_fit_and_the_dearest_are_there(
    found: list[Overview], width: int, order: Order
) -> None:
    laid = columns(width, found, order, backwards=False)
    assert sum(one.width for one in laid) + GAP * (len(laid) - 1) <= width
    assert [one.key for one in laid][:2] == [Key.NAME, Key.PROGRESS]
    for one in laid:
        for overview in found:
            text = cell(one.key, overview)
            if cell_len(text) <= one.width:
                assert cell_len(one.place(text)) == one.width


@pytest.mark.parametrize(
    ("width", "there", "not_there"),
    [
        (55, {Key.ERRORS, Key.TERMS, Key.WARNINGS}, {Key.HEADLINE, Key.TIME}),
        (80, {Key.WARNINGS, Key.WORDS}, {Key.TIME, Key.DRAFTS}),
        (155, set(Key), set()),
    ],
)
def test_which_columns_there_are(width: int, there: set[Key], not_there: set[Key]) -> None:
    found = [look_alike("berita", 3)]
    keys = {one.key for one in columns(width, found, Order.NAME, backwards=False)}
    assert there <= keys
    assert not keys & not_there


def look_alike(name: str, approved: int = 0, **more: object) -> Overview:
    return Overview(
        Path(f"{name}.po"), "River Floods Again", Progress(approved, 5, 9), name=name, **more
    )  # type: ignore[arg-type]


@given(st.integers(0, 900), st.integers(0, 900), st.integers(0, 900))
def test_the_bar_shows_what_there_is(approved: int, drafted: int, empty: int) -> None:
    shown = bar(Progress(approved, drafted, approved + drafted + empty))
    assert len(shown) == 8
    assert shown == "".join(sorted(shown, key="█▒·".index))
    assert (shown == "█" * 8) == (drafted == empty == 0)
    if drafted + empty:
        assert ("█" in shown) == bool(approved)
        assert ("▒" in shown) == bool(drafted)


@settings(max_examples=40)
@given(st.lists(overviews(), max_size=6), st.sampled_from(Order), st.booleans())
def test_sorting_loses_nothing(found: list[Overview], order: Order, backwards: bool) -> None:
    ordered = arranged(found, order, backwards=backwards)
    assert sorted(map(id, ordered)) == sorted(map(id, found))
    if order is not Order.NAME and order is not Order.TIME:
        known = [one.progress is not None for one in ordered]
        assert known == sorted(known, reverse=True)


def test_orders() -> None:
    found = [
        look_alike("10", 9, time=3.0),
        look_alike("9", 1, time=1.0),
        Overview(Path("x.po"), error="damaged", name="b", time=2.0),
    ]
    names = {order: [one.name for one in arranged(found, order)] for order in Order}
    assert names[Order.NAME] == ["9", "10", "b"]
    assert names[Order.PROGRESS] == ["9", "10", "b"]
    assert names[Order.TIME] == ["10", "b", "9"]
    assert [one.name for one in arranged(found, Order.PROGRESS, backwards=True)] == [
        "10",
        "9",
        "b",
    ]


@given(st.text())
def test_any_question_is_understood_or_told(text: str) -> None:
    query = Query.parse(text)
    assert bool(query) >= bool(query.words)
    query.finds(look_alike("berita"))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", ["berita", "rusak", "selesai"]),
        ("BERI", ["berita"]),
        ("floods again", ["berita", "selesai"]),
        ("is:done", ["selesai"]),
        ("is:new is:damaged", ["berita", "rusak"]),
        ("is:d", ["rusak", "selesai"]),
        ("is:", ["berita", "rusak", "selesai"]),
        ("is:odd", []),
        ("has:findings", ["berita"]),
        ("has:x", []),
        ("river is:done has:findings", []),
    ],
)
def test_questions(question: str, found: list[str]) -> None:
    articles = [
        replace(look_alike("berita"), progress=Progress(0, 5, 9, warnings=1)),
        Overview(Path("rusak.po"), error="damaged", name="rusak"),
        look_alike("selesai", 9),
    ]
    query = Query.parse(question)
    assert [one.name for one in articles if query.finds(one)] == found
    assert bool(query.trouble) == (question in {"is:odd", "has:x"})


def test_files_are_read_again_only_when_they_have_changed(folder: Path) -> None:
    shelf = Shelf(folder, severities())
    paths = shelf.paths()
    assert shelf.stale(paths) == paths
    assert [one.name for one in shelf.look(paths)] == ["b", "broken", "empty", "sub/a"]
    assert shelf.stale(shelf.paths()) == []
    save(folder / "sub" / "a.po", article(SAMPLE))
    (folder / "broken.po").unlink()
    assert shelf.paths() == [folder / "b.po", folder / "empty.po", folder / "sub" / "a.po"]
    assert shelf.stale(shelf.paths()) == [folder / "sub" / "a.po"]
    shelf.forget()
    assert shelf.stale(shelf.paths()) == shelf.paths()


def test_sorting_in_the_list(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        articles = hands.app.screen.query_one(Articles)

        def names() -> list[str]:
            return [one.name for one in articles.overviews]

        await hands.press("end", "o", "2")
        assert names() == ["b", "sub/a", "broken", "empty"]
        assert articles.current is not None
        assert articles.current.name == "sub/a"
        await hands.press("o", "o")
        assert names() == ["sub/a", "b", "broken", "empty"]
        assert "Approved ▲" in hands.text()
        await hands.press("o", "up", "enter")
        assert names() == ["b", "broken", "empty", "sub/a"]
        await hands.press("o", "escape")
        assert "Article ▼" in hands.text()
        await hands.press("o", "4", "o", "o")

    async def next_time(hands: Hands) -> None:
        assert "Words left ▲" in hands.text()

    drive(folder, scenario)
    drive(folder, next_time)


def test_filtering_as_one_types(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        articles = hands.app.screen.query_one(Articles)
        await hands.press("slash")
        assert "is:new" in hands.text()
        await hands.type("River")
        assert "2 of 4 articles · 6/11 approved" in hands.text()
        await hands.press("down")
        assert articles.cursor == 1
        await hands.press("up", "q")
        assert articles.overviews == []
        assert "The filter finds no article" in hands.text()
        await hands.press("backspace", "enter")
        assert isinstance(hands.app.screen, Review)
        await hands.press("escape")
        assert "2 of 4 articles" in hands.text()
        await hands.press("escape")
        assert "4 articles" in hands.text()
        assert not hands.app.screen.query_one(QueryLine).display

    drive(folder, scenario)


def test_a_filter_that_is_not_understood(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("f")
        await hands.type("is:x")
        assert "After is: comes new, begun, done or damaged." in hands.text()
        await hands.press("escape")
        assert "4 articles" in hands.text()
        await hands.press("slash", "enter")
        assert hands.app.screen.query_one(Articles).has_focus

    drive(folder, scenario)


def test_what_other_programs_change_is_seen(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        screen = hands.app.screen
        assert isinstance(screen, Browse)
        await hands.press("end")
        save(folder / "b.po", article([replace(SAMPLE[0], state=State.APPROVED)]))
        (folder / "broken.po").unlink()
        save(folder / "a.po", article(SAMPLE))
        screen._look_again()
        await hands.settle()
        assert "7/12 approved" in hands.text()
        articles = screen.query_one(Articles)
        assert [one.name for one in articles.overviews] == ["a", "b", "empty", "sub/a"]
        assert articles.cursor == 3

    drive(folder, scenario)


def test_articles_that_another_desk_has_open(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        assert "has this article open" not in hands.text()
        with another(folder / "b.po") as desk:
            assert says(desk) == "True None"
            await hands.press("r")
            lines = hands.text().splitlines()
            below = next(row for row, line in enumerate(lines) if "~ b" in line) + 1
            assert lines[below].strip().startswith("Ani, ")
            assert "has this article open." in lines[below]
            assert says(desk, "leave\n") == "left"
        await hands.press("r")
        assert "has this article open" not in hands.text()

    drive(folder, scenario)


def test_an_article_that_has_gone_since_it_was_listed(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        (folder / "b.po").unlink()
        await hands.press("enter")
        assert isinstance(hands.app.screen, Browse)
        assert "no such bilingual file" in hands.said

    drive(folder, scenario)


def test_keys_pressed_while_an_article_opens_are_for_the_article(
    tmp_path: Path, drive: Drive
) -> None:
    save(tmp_path / "berita.po", article(SAMPLE))

    async def scenario(hands: Hands) -> None:
        for key in ("enter", "n", "n"):
            hands.app.post_message(Pressed(key, None))
        await hands.settle()
        assert hands.current == "a4"

    drive(tmp_path, scenario)
