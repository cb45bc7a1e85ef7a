"""The list of an article's segments."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from spreadside import Table, at, entry

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.translate.checks import Finding, Severity
from padanan.tui.folding import Row, arrange, chosen, numbered
from padanan.tui.gutter import MARKS, drawn, simple, state
from padanan.tui.hits import pattern, places
from padanan.tui.looking import Kind, Looked, Mark
from padanan.tui.painting import Palette, height, paint
from padanan.tui.segments import Segments
from padanan.tui.spacing import Columns
from padanan.tui.text import graphemes, inert
from padanan.tui.themes import THEMES

ARTICLE = [
    entry("h", "Sungai Meluap", "River Floods", kind=BlockKind.HEADLINE, line=1),
    entry("d", "Senin", "Monday", kind=BlockKind.DATELINE, line=2, state=State.APPROVED),
    entry("f1", "loading...", kind=BlockKind.FURNITURE, line=3, state=State.SKIPPED),
    entry("f2", "A A A", kind=BlockKind.FURNITURE, line=4, state=State.SKIPPED),
    entry("p1", "Warga mengungsi.", "People fled.", line=5),
    entry("p2", "Air naik 3 meter.", "The water rose 3 metres.", line=5),
    entry("p3", "“Kami siap.”", line=6),
    entry("c", "Foto: Antara", "Photo: Antara", kind=BlockKind.CAPTION, line=7),
]


def drafts(count: int) -> list[Entry]:
    """Many segments, three to a block."""
    return [
        entry(f"s{i}", f"Kalimat ke-{i} dari artikel.", f"Sentence {i} of it.", line=i // 3)
        for i in range(count)
    ]


# Painting

HOSTILE = st.text(
    st.sampled_from([*"abc de-“é漢字👩👍🏽\u200d\u0301\u202e\x1b\x07\n\tש[]", "\U0001f1ee"]),
    max_size=60,
) | st.text(max_size=60)
STYLES = {kind: Style(meta={"kind": str(kind)}) for kind in Kind}
PALETTE = Palette(Style(), STYLES, Style(meta={"hit": True}))


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text with marks that do not overlap."""
    text = draw(HOSTILE)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Mark(*pair, draw(st.sampled_from(Kind))) for pair in pairs]


@given(marked_texts(), st.integers(2, 30))
def test_every_character_is_painted_once_and_fits(
    marked: tuple[str, list[Mark]], width: int
) -> None:
    text, marks = marked
    lines = paint(text, marks, [], width, PALETTE)
    assert len(lines) == height(text, width) >= 1
    shown = ["".join(segment.text for segment in line) for line in lines]
    assert "".join(shown).replace(" ", "") == inert(text).replace(" ", "")
    assert all(sum(cell_len(segment.text) for segment in line) <= width for line in lines)
    assert all(segment.text for line in lines for segment in line)


@given(marked_texts(), st.integers(2, 30))
def test_marks_cover_their_characters_and_no_others(
    marked: tuple[str, list[Mark]], width: int
) -> None:
    text, marks = marked
    shown = inert(text)
    wanted: list[str | None] = [None] * len(shown)
    whole = graphemes(shown)
    # What one sees as one character is marked as a whole, by the gravest of its marks.
    for kind in Kind:
        for mark in marks:
            if mark.kind is kind:
                for start, end in whole:
                    if mark.start < end and start < mark.end and mark.start < mark.end:
                        wanted[start:end] = [str(kind)] * (end - start)
    painted = [
        (character, (segment.style.meta if segment.style else {}).get("kind"))
        for line in paint(text, marks, [], width, PALETTE)
        for segment in line
        for character in segment.text
        if character != " "
    ]
    assert painted == [pair for pair in zip(shown, wanted, strict=True) if pair[0] != " "]


def test_hits_lie_over_marks() -> None:
    line = paint("air naik", [Mark(0, 3, Kind.HELD)], [(2, 6)], 20, PALETTE)[0]
    assert [(one.text, one.style.meta if one.style else {}) for one in line] == [
        ("ai", {"kind": "held"}),
        ("r", {"kind": "held", "hit": True}),
        (" na", {"hit": True}),
        ("ik", {}),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("naik", ["naik", "Naik"]),
        ('"air naik" is:draft', ["air naik", "Air Naik"]),
        ("target:naik source:air", ["air", "naik", "Air", "Naik"]),
        ("-naik air", ["air", "Air"]),
        ("re:n.ik$", ["Naik"]),
        ("re:(", []),
        ("is:draft", []),
        ("", []),
        ("re:x*", []),
    ],
)
def test_where_the_words_of_a_query_stand(query: str, found: list[str]) -> None:
    text = "air naik. Air Naik"
    assert [text[start:end] for start, end in places(pattern(query), text)] == found


# Rows


def test_rows_are_parted_where_blocks_begin_and_furniture_is_folded() -> None:
    assert list(arrange(ARTICLE, unfolded=False)) == [
        Row(0, 0, True, True),
        Row(1, 0, True, True),
        Row(2, 2, True),
        Row(4, 0, True),
        Row(5),
        Row(6, 0, True),
        Row(7, 0, True, True),
    ]
    assert list(arrange(ARTICLE, unfolded=True))[2:4] == [Row(2, 0, True, True), Row(3)]
    assert numbered(ARTICLE) == [1, 2, 0, 0, 3, 4, 5, 6]


def test_rows_that_are_chosen() -> None:
    assert list(chosen(ARTICLE, [0, 4, 5, 7])) == [
        Row(0, 0, True, True),
        Row(4, 0, True),
        Row(5),
        Row(7, 0, True, True),
    ]
    assert list(chosen(ARTICLE, [5, 0, 4])) == [Row(5), Row(0, 0, True, True), Row(4)]
    assert list(chosen(ARTICLE, [])) == []


@pytest.mark.parametrize("width", [10, 39, 40, 49, 50, 88, 89, 90, 160, 300])
def test_columns_fill_the_width(width: int) -> None:
    columns = Columns.of(width, 1234)
    end = columns.target_at + columns.target + 2
    assert end == max(width, columns.gutter + 4)
    assert bool(columns.digits) is (width >= 50)
    assert columns.stacked is (width < 89)
    assert columns.target + columns.indent >= columns.source >= 2
    assert columns.target >= 2
    assert bool(columns.indent) is (40 <= width < 89)


TEXTS = st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE), min_size=1, max_size=5)


def test_rows_are_as_high_as_they_are_drawn_at_any_width() -> None:
    async def scenario(table: Table) -> None:
        @settings(max_examples=60)
        @given(TEXTS, st.integers(8, 200), st.booleans())
        def holds(texts: list[tuple[str, str, str]], width: int, current: bool) -> None:
            rows = [
                entry(f"{i}", source, target, comment=comment, line=i // 2)
                for i, (source, target, comment) in enumerate(texts)
            ]
            table.segments.show(rows)
            for row in range(len(rows)):
                strips = table.segments.draw(row, width, current=current)
                assert len(strips) == table.segments.measure(row, width)
                assert all(strip.cell_length <= max(width, 14) for strip in strips)
                drawn = "".join(segment.text for strip in strips for segment in strip)
                for character in inert(rows[row].source + rows[row].target).replace(" ", ""):
                    assert character in drawn

        holds()

    at(ARTICLE, scenario)


def test_guesses_come_close() -> None:
    async def scenario(table: Table) -> None:
        for width in (60, 100, 160):
            guess = sum(table.segments.guess(width))
            measured = sum(table.segments.measure(row, width) for row in range(200))
            assert abs(guess - measured) < measured / 4

    at(drafts(200), scenario)


# Looking


def test_what_stands_before_a_segment() -> None:
    finding = Finding("a-check", Severity.ERROR, "Wrong.", "x")
    looks = {
        "p1": Looked(findings=(finding,)),
        "p2": Looked(findings=(replace(finding, severity=Severity.WARNING),)),
        "p3": Looked(findings=(replace(finding, severity=Severity.NOTE),)),
    }
    rows = [*ARTICLE]
    rows[4] = replace(rows[4], comment="Nama desa?\nLihat peta.", how="memory")
    rows[5] = replace(rows[5], confidence=0.1)

    async def scenario(table: Table) -> None:
        for number, signs, words in (
            (1, "~", "Sungai"),
            (2, "✓", "Senin"),
            (3, "≈!¶", "Warga"),
            (4, "↓?", "Air naik"),
            (5, "–", "“Kami"),
        ):
            line = next(line for line in table.lines() if words in line)
            assert line[1:7].rstrip() == f"{number} {signs}"
            assert all(sign in MARKS for sign in signs)
        assert "¶ Nama desa?" in table.text()
        assert "Lihat peta" not in table.text()
        assert "· " in table.text()
        assert "2 lines of page furniture left out (v shows them)" in table.text()
        assert "headline" in table.text()
        assert "dateline" in table.text()
        assert "caption" in table.text()
        await table.resize(49, 30)
        assert any(line.startswith("▌~   Sungai") for line in table.lines())
        assert any(
            line.startswith("      ¶ Nama desa?") or "¶ Nama" in line for line in table.lines()
        )

    at(rows, scenario, looked=lambda one: looks.get(one.id))


@pytest.mark.parametrize(
    ("terminal", "encoding", "lacks"),
    [
        ("xterm-256color", "utf-8", False),
        ("tmux-256color", "UTF-8", False),
        ("", "utf-8", False),
        ("linux", "utf-8", True),
        ("vt100", "utf-8", True),
        ("xterm", "iso-8859-1", True),
        ("xterm", "ANSI_X3.4-1968", True),
        ("xterm", "there is no such", True),
    ],
)
def test_terminals_that_lack_signs(terminal: str, encoding: str, lacks: bool) -> None:
    assert simple(terminal, encoding) is lacks


def test_signs_for_terminals_that_lack_them_are_told_apart() -> None:
    instead = [drawn(sign, simply=True) for sign in "▌│✓~≈↓–·!?¶"]
    assert all(len(sign) == 1 and sign.isascii() for sign in instead)
    assert len(set(instead)) == len(instead)
    assert [drawn(sign, simply=False) for sign in MARKS] == list(MARKS)


def test_the_segment_one_is_at_is_the_brightest_and_terms_are_underlined_in_all() -> None:
    looked = Looked(target=(Mark(0, 5, Kind.HELD),))
    rows = [entry("a", "Air.", "Water rose."), entry("b", "Air.", "Water fell.")]

    async def scenario(table: Table) -> None:
        here, there = (table.segments_at(words) for words in ("rose", "fell"))
        for line in (here, there):
            assert next(one for one in line if one.text == "Water").style.underline  # type: ignore[union-attr]
        colours = [next(one for one in line if "Air" in one.text).style for line in (here, there)]
        assert colours[0].color != colours[1].color  # type: ignore[union-attr]

    at(rows, scenario, looked=lambda _: looked)


def test_a_draft_somebody_has_changed_is_no_longer_the_machines() -> None:
    made = entry("x", "Satu.", "One.", how="memory", confidence=0.1)
    assert state(made)[0] == "↓"
    assert state(replace(made, confidence=0.9))[0] == "≈"
    assert state(replace(made, target="First."))[0] == "~"


def test_marks_are_drawn_when_they_are_known() -> None:
    known: dict[str, Looked] = {}
    marks = Looked(
        source=(Mark(0, 3, Kind.AVOIDED), Mark(4, 8, Kind.MISSING), Mark(9, 10, Kind.LOST)),
        target=(Mark(4, 9, Kind.AVOIDED), Mark(10, 14, Kind.HELD), Mark(15, 16, Kind.VALUE)),
    )

    async def scenario(table: Table) -> None:
        assert not any(one.style and one.style.underline for one in table.segments_at("Air naik"))
        known["p2"] = marks
        table.segments.looked_anew(["p2", "not there"])
        await table.settle()
        looks = {
            one.text: {name for name in ATTRIBUTES if one.style and getattr(one.style, name)}
            for one in table.segments_at("Air naik")
        }
        assert looks["Air"] == {"bold", "italic", "underline"}
        assert looks["water"] == {"bold", "strike"}
        assert looks["rose"] == {"underline"}
        assert looks["3"] == {"italic", "underline"}
        assert looks["naik"] >= {"bold"}

    at(ARTICLE, scenario, looked=lambda one: known.get(one.id))


ATTRIBUTES = ("bold", "italic", "underline", "strike", "reverse")


@pytest.mark.parametrize("no_color", [False, True])
def test_marks_are_told_apart_without_colour(
    no_color: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    words = ["satu", "dua", "tiga", "empat", "lima", "enam"]
    text = " ".join(words)
    marks = [
        Mark(text.index(word), text.index(word) + len(word), kind)
        for word, kind in zip(words, Kind, strict=False)
    ]
    looked = Looked(source=tuple(marks), target=tuple(marks))

    async def scenario(table: Table) -> None:
        line = table.segments_at("satu")
        for half in (line[: len(line) // 2], line[len(line) // 2 :]):
            looks = {
                one.text: frozenset(
                    name for name in ATTRIBUTES if one.style and getattr(one.style, name)
                )
                for one in half
                if one.text in words
            }
            seen = [looks[word] for word in words if word in looks]
            assert len(seen) >= 5
            assert not no_color or len(set(seen[:5])) == 5

    at([entry("x", text, text)], scenario, looked=lambda _: looked)


def test_hits_of_a_search_are_shown() -> None:
    async def scenario(table: Table) -> None:
        table.segments.highlight("naik")
        await table.settle()
        assert table.drawn("naik").style.reverse
        table.segments.highlight("")
        await table.settle()
        assert not any(one.style and one.style.reverse for one in table.segments_at("naik"))

    at(ARTICLE, scenario)


@pytest.mark.parametrize(
    ("name", "least"),
    [("dark", 4.5), ("light", 4.5), ("dark-contrast", 7), ("light-contrast", 7)],
)
def test_nothing_is_pale(name: str, least: float) -> None:
    async def scenario(table: Table) -> None:
        theme = THEMES[name]
        table.app.register_theme(theme)
        table.app.theme = theme.name
        await table.settle()
        table.segments.go(3)
        await table.settle()
        pale = {
            segment.text
            for line in table.desk._compositor.render_strips()
            for segment in line
            if segment.text.strip(" │▄▇▅▃▁▂▆█") and _contrast(segment.style) < least
        }
        assert not pale

    at(ARTICLE, scenario)


def _contrast(style: Style | None) -> float:
    """The contrast of text and what is behind it, as WCAG counts it."""
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    lights = []
    for colour in (style.color, style.bgcolor):
        parts = [part / 255 for part in colour.get_truecolor()]
        linear = [x / 12.92 if x <= 0.04 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
        lights.append(sum(a * b for a, b in zip(linear, (0.2126, 0.7152, 0.0722), strict=True)))
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_another_theme_is_drawn_at_once() -> None:
    async def scenario(table: Table) -> None:
        dark = table.drawn("Warga mengungsi.").style
        table.app.theme = "textual-light"
        await table.settle()
        light = table.drawn("Warga mengungsi.").style
        assert dark.color != light.color
        assert dark.bgcolor != light.bgcolor

    at(ARTICLE, scenario)


# Changing


def test_a_change_is_drawn_and_nothing_moves() -> None:
    async def scenario(table: Table) -> None:
        table.segments.go(60)
        await table.settle()
        before = table.segments.extent(60)
        rows = drafts(100)
        rows[60] = replace(rows[60], target="A wholly new text. " * 12, state=State.APPROVED)
        rows[2] = replace(rows[2], target="Far away. " * 30)
        table.segments.show(rows)
        await table.settle()
        after = table.segments.extent(60)
        assert after.start == before.start or after.stop == table.segments.text_height
        assert len(after) > len(before)
        assert "A wholly new text." in table.text()
        assert "61 ✓" in table.text()

    at(drafts(100), scenario)


def test_entries_that_come_and_go_leave_the_cursor_on_its_own() -> None:
    rows = drafts(100)

    async def scenario(table: Table) -> None:
        table.segments.go(50)
        await table.settle()
        place = table.segments.extent(50).start
        parts = [replace(rows[49], id="a"), replace(rows[49], id="b"), replace(rows[49], id="c")]
        table.segments.show([*rows[:49], *parts, *rows[50:]])
        await table.settle()
        assert table.current == "s50"
        assert table.segments.extent(52).start == place
        table.desk.heard.clear()
        table.segments.show([*rows[:49], *rows[51:]])
        await table.settle()
        assert table.current == "s51"
        assert table.desk.heard
        table.segments.show([])
        await table.settle()
        assert table.current == ""
        await table.press("down", "up", "end", "home", "pagedown", "enter")
        table.segments.show(rows)
        assert table.current == "s0"

    at(rows, scenario)


def test_only_some_are_shown_and_in_another_order() -> None:
    rows = drafts(40)

    async def scenario(table: Table) -> None:
        table.segments.go(10)
        table.segments.show_only([3, 11, 30])
        assert table.current == "s11"
        assert table.segments.order() == [3, 11, 30]
        assert table.segments.shows(11)
        assert not table.segments.shows(10)
        await table.settle()
        assert "Sentence 3 " in table.text()
        assert "Sentence 10 " not in table.text()
        assert "31 ~" in table.text()
        table.segments.show_only([30, 3, 11])
        assert table.current == "s11"
        await table.press("home")
        assert table.current == "s30"
        assert [one.id for one in table.segments.in_sight()] == ["s30", "s3", "s11"]
        parts = [replace(rows[11], id="a"), replace(rows[11], id="b")]
        table.segments.show([*rows[:11], *parts, *rows[12:]])
        assert sorted(table.segments.order()) == [3, 11, 12, 31]
        table.segments.show_only([])
        assert table.segments.current is None
        table.segments.show_only(None)
        assert len(table.segments.order()) == 41
        assert table.segments.current is not None

    at(rows, scenario)


def test_furniture_is_folded_and_unfolded() -> None:
    async def scenario(table: Table) -> None:
        table.segments.go(2)
        assert table.current == "h"
        table.segments.fold(unfolded=True)
        await table.press("down", "down")
        assert table.current == "f1"
        assert "loading..." in table.text()
        assert table.text().count("page furniture") == 1
        table.segments.fold(unfolded=False)
        assert table.current in {"d", "p1"}
        assert table.segments.numbered(3).id == "p1"
        with pytest.raises(ValueError, match="9"):
            table.segments.numbered(9)

    at(ARTICLE, scenario)


def test_resizing_keeps_the_segment_and_its_place() -> None:
    long = "kata " * 30
    rows = [entry(f"s{i}", f"{i} {long}", f"{i} {long}", line=i // 3) for i in range(300)]

    async def scenario(table: Table) -> None:
        table.segments.go(200)
        await table.press("up", "up")
        place = table.segments.extent(198).start
        for size in ((60, 24), (200, 24), (89, 24), (120, 24), (100, 24)):
            await table.resize(*size)
            assert table.current == "s198"
            assert table.segments.extent(198).start == place
            assert f"198 {long[:15]}" in table.text()

    at(rows, scenario)


def test_a_click_moves_and_a_double_click_edits() -> None:
    async def scenario(table: Table) -> None:
        line = next(i for i, one in enumerate(table.lines()) if "Air naik" in one)
        await table.pilot.click(offset=(12, line))
        await table.settle()
        assert table.current == "p2"
        await table.pilot.double_click(offset=(12, line))
        await table.settle()
        assert table.editor.text == "The water rose 3 metres."
        folded = next(i for i, one in enumerate(table.lines()) if "furniture" in one)
        await table.press("escape")
        await table.pilot.click(offset=(12, folded))
        assert table.current == "p2"

    at(ARTICLE, scenario)


@pytest.mark.parametrize("size", [(12, 4), (60, 20), (160, 50)])
def test_an_article_of_hostile_text_is_drawn(size: tuple[int, int]) -> None:
    texts = [
        "\x1b[31m",
        "[bold]x[/",
        "漢" * 100,
        "👩\u200d🌾" * 50,
        "x" * 10_000,
        "\u202eabc",
        "",
        " ",
    ]
    rows = [entry(f"{i}", text, text[::-1], comment=text) for i, text in enumerate(texts)]

    async def scenario(table: Table) -> None:
        for _ in range(3):
            assert all(cell_len(line) <= size[0] for line in table.lines())
            assert not set(table.text()) & set("\x1b\u202e")
            table.segments.action_page_down()
            await table.settle()

    at(rows, scenario, size)


# Speed, far from the limits: bench/desk.py measures


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def test_a_long_article_is_not_gone_through_for_one_change() -> None:
    rows = drafts(20_000)

    async def scenario(table: Table) -> None:
        measured: list[int] = []
        measure = Segments.measure

        def counting(self: Segments, row: int, width: int) -> int:
            measured.append(row)
            return measure(self, row, width)

        Segments.measure = counting  # type: ignore[method-assign]
        try:
            table.segments.go(10_000)
            changed = [*rows]
            changed[10_000] = replace(rows[10_000], target="Another text. " * 20)
            table.segments.show(changed)
            await table.resize(60, 20)
        finally:
            Segments.measure = measure  # type: ignore[method-assign]
        assert len(measured) < 500
        assert timed(lambda: table.segments.show(rows)) < 0.5

    at(rows, scenario)
