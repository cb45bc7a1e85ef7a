"""The panel: worked by keys and by the mouse while something else has the focus."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from aidside import SOURCE, Beside, settled, tools, using, view
from deskside import entry
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from padanan.translate.memory import Memory, Unit
from padanan.tui.aids import panel
from padanan.tui.aids.body import Body
from padanan.tui.aids.headings import Headings
from padanan.tui.aids.item import Aid, Count, Item, Look, Page, Piece, Taking, Unfold, View
from padanan.tui.aids.pages import PAGES
from padanan.tui.aids.panel import Aids
from padanan.tui.tools import Tools

Hand = Pilot[object]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    monkeypatch.setattr(panel, "REST", 0.001)
    return tools(tmp_path)


async def until(pilot: Hand, said: str) -> str:
    """Wait until something stands on the screen; what is there then."""
    app = pilot.app
    assert isinstance(app, Beside)
    for _ in range(500):
        await settled(pilot)
        if said in app.shown():
            return app.shown()
        await pilot.pause(0.01)
    raise AssertionError(f"{said!r} never came:\n{app.shown()}")


def test_the_panel_shows_what_one_is_at_and_counts_for_each_page(desk: Tools) -> None:
    with Memory.open(desk.desk.memory) as store:
        store.store([Unit("Para sekutu meminta jaminan dari Rusia.", "Allies want it.")])
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        assert "No segment is chosen." in app.shown()
        app.aids.show(view(desk, SOURCE, "Allies sought a security warranty."))
        shown = await until(pilot, "Memory 1")
        assert "Terms 3 !2" in shown
        assert "✗ Rusia  missing" in shown
        app.aids.choose(Aid.MEMORY)
        assert "Allies want it." in await until(pilot, "Allies want it.")
        assert app.aids.act(1) == Taking("Allies want it.", 0, 34)
        assert app.focused is app.text

    using(app, scenario)


def test_lines_are_marked_and_taken_by_number(desk: Tools) -> None:
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        assert app.aids.act() is None
        text = "Allies sought a security warranty from Russia."
        app.aids.show(view(desk, SOURCE, text))
        await settled(pilot)
        first = app.aids.act()
        assert first == Taking("guarantee", 25, 33) or first == Taking("security guarantee", 16, 33)
        assert app.aids.concept is not None
        assert app.aids.concept.preferred == "security guarantee"
        app.aids.choose(Aid.FINDINGS)  # nothing of a concept: the first of the terms
        assert app.aids.concept.preferred == "security guarantee"
        app.aids.choose(Aid.TERMS)
        app.aids.mark_next()
        second = app.aids.act()
        assert second is not None
        assert second == app.aids.act(2)
        assert "assurance" in second.text if isinstance(second, Taking) else False
        app.aids.mark_previous()
        app.aids.mark_previous()  # there is none before the first
        assert app.aids.act() == first
        assert app.aids.act(40) is None

    using(app, scenario)


def test_places_are_right_in_what_was_typed_since(desk: Tools) -> None:
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        there = view(desk, SOURCE, "Allies sought a security warranty.")
        app.aids.show(there)
        await settled(pilot)
        number = 1 + [item.pieces[0].text for item in app.query_one(Body).page.numbered].index(
            "security guarantee"
        )
        text = "Yesterday allies sought a security warranty."
        app.aids.show(replace(there, text=text, cursor=9, looked=None, typed=True))
        act = app.aids.act(number)
        assert isinstance(act, Taking)
        made = text[: act.start] + act.text + text[act.end :]
        assert made == "Yesterday allies sought a security guarantee."
        app.aids.show(replace(there, text="Allies sought it.", looked=None, typed=True))
        act = app.aids.act(number)  # it has gone: to the cursor
        assert isinstance(act, Taking)
        assert act.start is None

    using(app, scenario)


def test_page_and_mark_when_one_goes_on(desk: Tools) -> None:
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        app.aids.show(view(desk, SOURCE, "Allies."))
        await settled(pilot)
        app.aids.choose(Aid.FINDINGS)
        app.aids.choose(Aid.TERMS)
        app.aids.mark_next()
        there = view(desk, SOURCE, "Allies, allies.")
        app.aids.show(there)  # the same segment: the marked line stays
        body = app.query_one(Body)
        assert body.marked == 1
        app.aids.show(replace(there, entry=replace(there.entry, id="s2")))
        assert body.marked == 0
        assert app.aids.aid is Aid.TERMS
        app.aids.toggle()
        assert not app.aids.display
        assert app.aids.act() is None
        app.aids.choose(Aid.ORIGIN)
        assert app.aids.display
        app.aids.show(None)
        await settled(pilot)
        assert "No segment is chosen." in app.shown()

    using(app, scenario)


def test_the_mouse_takes_lines_and_chooses_pages_and_the_focus_stays(desk: Tools) -> None:
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        app.aids.show(view(desk, SOURCE, "Allies sought a security warranty."))
        await until(pilot, "Rusia  missing")
        await pilot.click(Body, offset=(5, 0))  # a title
        assert app.taken == []
        await pilot.click(Body, offset=(5, 1))
        await settled(pilot)
        assert app.taken == [1]
        await pilot.click(Headings, offset=(40, 0))
        await settled(pilot)
        assert app.aids.aid is Aid.FINDINGS
        assert app.focused is app.text

    using(app, scenario)


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (180, 40), (30, 16)])
def test_the_panel_leaves_room_for_the_list(desk: Tools, size: tuple[int, int]) -> None:
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        app.aids.show(view(desk, SOURCE, "Allies sought a security warranty."))
        await settled(pilot)
        width, height = size
        if width >= 170:
            assert app.aids.size.height == height
            assert 44 <= app.aids.size.width <= width // 3
        else:
            assert app.aids.size.width == width
            assert 4 <= app.aids.size.height <= 11
            assert app.text.size.height >= height // 2
        heading = app.shown().splitlines()[-app.aids.size.height]
        assert "Terms" in heading

    using(app, scenario, size)


def test_the_panel_has_the_colours_of_another_theme_at_once(desk: Tools) -> None:
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        app.aids.show(view(desk, SOURCE, "Allies sought a security warranty."))
        await settled(pilot)
        for name in ("textual-light", "nord", "textual-dark"):
            app.theme = name
            await settled(pilot)
            body = app.query_one(Body)
            shown = [body.render_line(y) for y in range(5)]
            body._fold()
            assert shown == [body.render_line(y) for y in range(5)]

    using(app, scenario)


def test_a_folded_term_is_shown_in_full_when_one_comes_to_it(desk: Tools) -> None:
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        app.aids.show(view(desk, SOURCE, "Allies want security assurances from Russians."))
        await settled(pilot)
        assert "  to use" not in app.shown()
        act = app.aids.act(1)
        assert isinstance(act, Unfold)
        app.aids.unfold(act)
        await settled(pilot)
        assert "▌1 security guarantee  to use" in app.shown()
        app.aids.mark_next()
        app.aids.mark_next()
        await settled(pilot)
        assert "security guarantee  to use" not in app.shown()
        assert "Russia  to use" in app.shown()
        app.aids.mark_previous()
        await settled(pilot)
        assert "security guarantee  to use" in app.shown()
        assert app.aids.act(None) == Taking("security assurances", 12, 31)

    using(app, scenario)


def test_a_folded_term_is_one_line_where_there_is_little_room() -> None:
    page = Page((Item((Piece("word " * 60),), "a", folded=True),))

    class Bare(App[object]):
        def compose(self) -> ComposeResult:
            yield Body()

    async def lines(height: int) -> int:
        app = Bare()
        async with app.run_test(size=(60, height)):
            body = app.query_one(Body)
            body.show(page, anew=True)
            return body.virtual_size.height

    assert asyncio.run(lines(10)) == 1
    assert asyncio.run(lines(30)) > 1


def test_headings_fit_a_narrow_panel(desk: Tools) -> None:
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        headings = app.query_one(Headings)
        headings.show(Aid.ALTERNATIVES, dict.fromkeys(Aid, Count(12, 3)))
        await pilot.pause()
        line = next(line for line in app.shown().splitlines() if "Others 12 !3" in line)
        assert cell_len(line) <= 44
        assert line.count("!3") == len(Aid)

    using(app, scenario, (44, 20))


def test_a_model_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "REST", 0.001)
    there = tools(tmp_path)
    broken = Tools(replace(there.desk, model="no-such-model"), there.glossary_file)
    app = Beside(broken)

    async def scenario(pilot: Hand) -> None:
        its = entry("a", "Hujan.", "Rain.")
        app.aids.show(View(its, "Rain."))
        app.aids.choose(Aid.ALTERNATIVES)
        assert "no-such-model" in await until(pilot, "no-such-model")
        app.aids.complete(its, "Ra")
        await settled(pilot)
        assert app.completed[0].taking is None
        assert "no-such-model" in app.completed[0].trouble

    using(app, scenario)


def test_the_model_is_asked_only_where_it_is_wanted_and_finishes_what_was_begun(
    desk: Tools,
) -> None:
    its = entry("a", "Presiden menolak usulan itu.", "The president refused.")
    app = Beside(desk, [its])

    async def scenario(pilot: Hand) -> None:
        app.aids.show(view(desk, its.source, its.target))
        await until(pilot, "No term of the glossary")
        assert desk._engine is None
        app.aids.choose(Aid.ALTERNATIVES)
        await until(pilot, "the model's first choice")
        begun = "The president has "
        text = f"{begun}no idea."
        app.aids.show(View(its, text, len(begun), typed=True))
        app.aids.complete(its, begun)
        assert "Asking the model what comes after “The president has”..." in app.shown()
        await until(pilot, "After “The president has”:")
        (event,) = app.completed
        assert event.begun == begun
        assert event.taking is not None
        made = text[: event.taking.start] + event.taking.text
        assert made.startswith("The president has ")
        assert event.taking.end == len(text)
        app.aids.choose(Aid.ORIGIN)
        await until(pilot, "There was nothing to try")
        app.aids.renew()
        await until(pilot, "There was nothing to try")

    using(app, scenario)


HOSTILE = [
    "[bold red]x[/] [link=file:///etc/passwd]y[/link]",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202eevil\u202c \u200b\u2066x",
    "界" * 200,
    "👩\u200d👩\u200d👧\u200d👧 e\u0301" * 50,
    "x" * 10_000,
    "",
]


@pytest.mark.parametrize("no_color", [False, True])
def test_hostile_text_is_only_shown(desk: Tools, no_color: bool) -> None:
    app = Beside(desk)
    app.no_color = no_color

    async def scenario(pilot: Hand) -> None:
        body = app.query_one(Body)
        for text in HOSTILE:
            items = tuple(Item((Piece(text, look),), key=look, act=Taking("x")) for look in Look)
            body.show(Page(items), anew=True)
            body.mark(1)
            await pilot.pause()
            strips = [strip for strips in body._folded for strip in strips]
            said = "".join(strip.text for strip in strips)
            assert {strip.cell_length for strip in strips} == {body._folded_to}
            assert not set(said) & set("\x1b\x07\u202e\u202c\u200b\u2066")
            assert ("[-" in said and "{+" in said) is no_color

    using(app, scenario, (60, 20))


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.text(max_size=20), st.booleans(), st.integers(0, 4)), max_size=8))
def test_adding_line_by_line_shows_what_showing_at_once_does(
    desk: Tools, told: list[tuple[str, bool, int]]
) -> None:
    items = [
        Item((Piece(text),), key=at, act=Taking(text) if taken else None, indent=indent)
        for at, (text, taken, indent) in enumerate(told)
    ]
    app = Beside(desk)

    async def scenario(pilot: Hand) -> None:
        body = app.query_one(Body)
        body.show(Page(tuple(items)), anew=True)
        whole = [[strip.text for strip in strips] for strips in body._folded]
        body.show(Page(), anew=True)
        for item in items:
            body.add([item])
        assert [[strip.text for strip in strips] for strips in body._folded] == whole
        assert body.page == Page(tuple(items))
        for _ in items:
            body.mark(1)
        taken = [item for item in items if item.act is not None]
        assert body.item(None) == (taken[-1] if taken else None)
        await pilot.pause()

    using(app, scenario, (50, 20))


def test_all_aids_have_a_page() -> None:
    assert set(PAGES) == set(Aid)

    assert Aids.can_focus is False
