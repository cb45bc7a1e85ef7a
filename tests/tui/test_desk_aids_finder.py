"""Concordance and lookup: what is asked, what is found, what is given back."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from aidside import settled, tools, using
from deskside import SAMPLE, article, entry
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from padanan.errors import InputError
from padanan.translate.bilingual import State, dumps, save
from padanan.translate.memory import Memory, Unit
from padanan.tui.aids import finder, pairs
from padanan.tui.aids.item import Item, Taking
from padanan.tui.aids.pairs import Query, look
from padanan.tui.concordance import Concordance, Goto
from padanan.tui.lookup import Lookup, word_at
from padanan.tui.tools import Tools


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    """A desk with three articles and a memory."""
    monkeypatch.setattr(finder, "REST", 0.001)
    out = tmp_path / "out"
    (out / "sub").mkdir(parents=True)
    save(out / "open.po", article(SAMPLE))
    other = [entry("b1", "Air surut.", "The water fell.", state=State.APPROVED), *SAMPLE[3:5]]
    save(out / "sub" / "other.po", article(other))
    (out / "broken.po").write_text('"X-Padanan-Article: x\\n"\nmsgid "Air', encoding="utf-8")
    with Memory.open(tmp_path / "memory.sqlite") as memory:
        memory.store(
            [
                Unit("Air mata.", "Tears.", "../a/lama.txt", "m1", "2024-05-06T07:08:09Z", "ani"),
                Unit("Air naik cepat.", "The water rose fast.", "../a/lama.txt", "m2"),
            ]
        )
    return tools(tmp_path)


def found(line: str, desk: Tools) -> list[tuple[str, str, str, bool]]:
    query = Query.parse(line)
    assert query is not None
    folder = desk.desk.memory.parent / "out"
    hits = look(query, folder / "open.po", folder, desk, lambda: False)
    return [(one.source, one.article, one.segment, one.here) for one in hits]


def test_words_are_found_in_the_open_article_the_memory_and_the_others(desk: Tools) -> None:
    assert found("air", desk) == [
        ("Air naik cepat.", "open", "a4", True),
        ("Air mata.", "lama", "m1", False),
        ("Air surut.", "sub/other", "b1", False),
    ]
    assert [one[0] for one in found("WATER fell", desk)] == ["Air surut."]
    assert found('"water the"', desk) == []


def test_regular_expressions(desk: Tools) -> None:
    assert [one[2] for one in found("re:^air (naik|mata)", desk)] == ["a4", "m1"]
    assert found("/tears?\\./", desk) == found("re:tears", desk)
    with pytest.raises(InputError, match="no regular expression"):
        Query.parse("re:(")


@pytest.mark.parametrize("line", ["", "   ", "re:", "re:  ", "...", '""'])
def test_a_line_that_asks_for_nothing(line: str) -> None:
    assert Query.parse(line) is None


def test_looking_stops_when_nobody_waits_or_there_are_many(
    desk: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = Query.parse("air")
    assert query is not None
    folder = desk.desk.memory.parent / "out"
    assert list(look(query, folder / "open.po", folder, desk, lambda: True)) == []
    monkeypatch.setattr(pairs, "MOST", 2)
    assert len(found("air", desk)) == 2


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@given(texts, texts, st.data())
def test_no_file_is_passed_over_that_has_what_is_looked_for(
    source: str, target: str, data: st.DataObject
) -> None:
    content = article([replace(SAMPLE[0], source=source, target=target)])
    words = target.split()
    word = data.draw(st.sampled_from(words)) if words else "x"
    query = Query.parse(word)
    if query is not None and query.finds(source, target):
        assert query.may_be_in(dumps(content))


@given(st.text(max_size=60), st.text(max_size=12))
def test_places_are_those_of_what_was_looked_for(text: str, line: str) -> None:
    query = Query(tuple(line.casefold().split()), re.compile(re.escape(line), re.IGNORECASE))
    for start, end in query.spans(text):
        assert 0 <= start < end <= len(text)
        assert re.fullmatch(re.escape(line), text[start:end], re.IGNORECASE)


def shown(pilot: Pilot[object]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def asked(pilot: Pilot[object], line: str) -> str:
    """Write a line, and wait until it is answered; what is on the screen then."""
    screen = pilot.app.screen
    assert isinstance(screen, finder.Finder)
    screen.query_one(Input).value = line
    for _ in range(500):
        await settled(pilot)
        if screen._words == line.strip() and not screen._fresh:
            return shown(pilot)
        await pilot.pause(0.01)
    raise AssertionError(shown(pilot))


def opened(desk: Tools, words: str = "") -> Concordance:
    return Concordance(desk.desk.memory.parent / "out" / "open.po", desk, words)


def test_enter_goes_to_a_segment_of_the_open_article_and_takes_nothing(desk: Tools) -> None:
    async def scenario(pilot: Pilot[object]) -> None:
        given_: list[object] = []
        for keys in (["enter"], ["down", "enter", "ctrl+r"], ["ctrl+r"], ["alt+3"], ["escape"]):
            pilot.app.push_screen(opened(desk, "air"), given_.append)
            await settled(pilot)
            assert "3 pairs" in shown(pilot)
            assert "Ctrl+R takes the English" in shown(pilot)
            await pilot.press(*keys)
            await pilot.pause()
        assert given_ == [
            Goto("a4"),
            Taking("Tears."),
            Taking("The water rose fast."),
            Taking("The water fell."),
            None,
        ]

    using(App[object](), scenario)


def test_enter_looks_at_once_for_what_has_just_been_written(desk: Tools) -> None:
    async def scenario(pilot: Pilot[object]) -> None:
        given_: list[object] = []
        pilot.app.push_screen(opened(desk, "air"), given_.append)
        await settled(pilot)
        screen = pilot.app.screen
        screen.query_one(Input).value = "diminta"
        await pilot.press("enter")
        assert "[bold]diminta[/bold]" in await asked(pilot, "diminta")
        await pilot.press("ctrl+a", "x")
        assert screen.query_one(Input).value == "x"
        assert given_ == []
        await pilot.press("f7")
        await pilot.pause()
        assert given_ == [None]

    using(App[object](), scenario)


def test_the_concordance_says_where_pairs_are_from_and_what_is_wrong(desk: Tools) -> None:
    async def scenario(pilot: Pilot[object]) -> None:
        pilot.app.push_screen(opened(desk))
        await settled(pilot)
        assert 'Words, "several words", or re:PATTERN.' in shown(pilot)
        text = await asked(pilot, "air")
        assert "this article  segment 4  draft" in text
        assert "lama  approved  ani  2024-05-06" in text
        assert "no regular expression" in await asked(pilot, "re:(")
        assert "Neither the memory nor an article has this." in await asked(pilot, "zzz")
        assert "[bold]diminta[/bold]" in await asked(pilot, "diminta")
        await pilot.press("pagedown", "pageup", "up", "down")
        await asked(pilot, "Tears")
        await pilot.click(finder.Body, offset=(10, 0))  # it is in another article
        assert isinstance(pilot.app.screen, Concordance)
        await asked(pilot, "air")
        await pilot.click(finder.Body, offset=(10, 0))
        assert pilot.app.screen.id == "_default"

    using(App[object](), scenario)


@pytest.mark.parametrize("size", [(60, 20), (160, 40)])
def test_lookup_answers_both_ways_and_gives_a_rendering(desk: Tools, size: tuple[int, int]) -> None:
    async def scenario(pilot: Pilot[object]) -> None:
        given_: list[object] = []
        pilot.app.push_screen(Lookup(desk, "jaminan keamanannya"), given_.append)
        await settled(pilot)
        text = shown(pilot)
        assert "security guarantee  to use" in text
        assert "not: security warranty" in text
        await asked(pilot, "allies")
        await pilot.press("enter")
        assert given_ == []
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert given_ == [Taking("ally")]

    using(App[object](), scenario, size)


@given(st.text(max_size=40), st.integers(0, 40))
def test_the_word_at_the_cursor(text: str, cursor: int) -> None:
    word = word_at(text, cursor)
    assert word in text[: cursor + len(word)]
    assert " " not in word
    at = cursor < len(text) and text[cursor].isalnum()
    assert bool(word) or not at


def test_words_are_whole() -> None:
    assert word_at("a well-kept house", 5) == "well-kept"
    assert word_at("a house", 7) == "house"
    assert word_at("a, b", 3) == "b"
    assert word_at("a , b", 2) == ""


def test_lookup_says_what_it_does_not_have(desk: Tools) -> None:
    async def scenario(pilot: Pilot[object]) -> None:
        pilot.app.push_screen(Lookup(desk))
        await settled(pilot)
        assert "The glossary does not have this." in await asked(pilot, "qqqq")
        await pilot.press("enter")  # there is nothing to take
        assert "Rusia  name, place  CLDR" in await asked(pilot, "Russia")
        assert "of similar spelling" in await asked(pilot, "sekutuu")
        await pilot.press("f9")
        await pilot.pause()
        assert pilot.app.screen.id == "_default"

    using(App[object](), scenario)


def test_what_is_looked_for_no_more_is_not_shown(desk: Tools) -> None:
    """Answers to an earlier line that come late are dropped."""
    first = Event()

    class Slow(Lookup):
        def look(self, line: str, dropped: Callable[[], bool]) -> Iterator[Sequence[Item]]:
            if line == "sekutu":
                first.wait(10)
            yield from super().look(line, dropped)

    async def scenario(pilot: Pilot[object]) -> None:
        screen = Slow(desk, "sekutu")
        pilot.app.push_screen(screen)
        await pilot.pause()
        screen.query_one(Input).value = "bank"
        for _ in range(500):
            await pilot.pause(0.01)
            if screen._words == "bank" and not screen._fresh:
                break
        first.set()
        await settled(pilot)
        assert "riverbank" in shown(pilot)
        assert "ally" not in shown(pilot)

    using(App[object](), scenario)
