"""Editing a target in its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from spreadside import Table, at, entry
from textual.events import Paste
from textual.geometry import Region
from textual.widgets.text_area import Document

from padanan.translate.bilingual import Entry
from padanan.tui.aids.item import Taking
from padanan.tui.fitting import fitted, moved
from padanan.tui.looking import Kind, Looked, Mark
from padanan.tui.one_line import _Folded
from padanan.tui.text import folds

LONG = "The water rose so fast that nobody had the time to take anything along but a lamp."
ROWS = [
    entry(f"s{i}", f"Kalimat {i} yang agak panjang supaya terlipat di layar.", f"Line {i}. {LONG}")
    for i in range(40)
]


def lies_on_its_cell(table: Table) -> None:
    """Expect the editor to cover the cell of its target, and nothing else."""
    cell = table.segments.cell()
    assert cell is not None
    place = table.editor_place()
    assert (place.x, place.width) == (cell.x, cell.width)
    assert cell.y <= place.y
    assert place.bottom <= cell.bottom
    bar = table.editor.show_vertical_scrollbar
    assert table.editor.wrap_width == cell.width - 1 - bar
    assert bar is (table.editor.wrapped_document.height > place.height)
    seen = Region(0, 0, table.segments.text_width, table.segments.text_height)
    assert seen.contains_region(place)


# Place


def test_the_editor_lies_on_the_target_beside_the_source() -> None:
    async def scenario(table: Table) -> None:
        for size in ((40, 20), (60, 20), (89, 24), (90, 24), (100, 30), (160, 45)):
            await table.resize(*size)
            table.segments.go(2)
            table.desk.action_do("edit")
            await table.settle()
            lies_on_its_cell(table)
            assert "Kalimat 2" in table.text()
            assert table.editor.text == ROWS[2].target
            for word in ROWS[2].target.split():
                assert word in table.text()
            assert "Line 1." in table.text()
            table.desk.action_do("close")

    at(ROWS, scenario)


def test_the_row_grows_and_shrinks_with_the_text() -> None:
    async def scenario(table: Table) -> None:
        await table.press("down", "enter")
        before = table.segments.extent(1)
        for _ in range(8):
            table.editor.insert(" more words")
            await table.settle()
            lies_on_its_cell(table)
        after = table.segments.extent(1)
        assert after.start == before.start
        assert len(after) > len(before)
        assert table.segments.extent(2).start == after.stop
        table.editor.clear()
        await table.settle()
        lies_on_its_cell(table)
        assert len(table.segments.extent(1)) < len(before)
        await table.press("escape")
        assert table.segments.extent(1) == before
        assert not table.editor.display
        assert table.segments.has_focus

    at(ROWS, scenario)


def test_resizing_while_typing() -> None:
    async def scenario(table: Table) -> None:
        table.segments.go(20)
        await table.press("enter", *"xyz")
        for size in ((60, 16), (150, 40), (89, 12), (90, 24), (30, 8), (100, 24)):
            await table.resize(*size)
            lies_on_its_cell(table)
            assert "xyz" in table.text()
        assert table.editor.text == f"{ROWS[20].target}xyz"

    at(ROWS, scenario)


def test_the_editor_scrolls_along_and_typing_brings_it_back() -> None:
    async def scenario(table: Table) -> None:
        table.segments.go(20)
        await table.press("enter")
        table.segments.scroll_relative(y=2, animate=False)
        await table.settle()
        cell = table.segments.cell()
        assert cell is not None
        assert table.editor_place().offset == cell.offset
        table.segments.scroll_to(y=0, animate=False)
        await table.settle()
        assert "Line 20." not in table.text()
        await table.press("x")
        lies_on_its_cell(table)
        assert "Line 20." in table.text()

    at(ROWS, scenario)


def test_the_last_row_grows_in_sight() -> None:
    async def scenario(table: Table) -> None:
        table.segments.go(39)
        await table.press("enter")
        for _ in range(3):
            table.editor.insert("a long addition that takes more than one line of it, really. ")
            await table.settle()
            lies_on_its_cell(table)

    at(ROWS, scenario)


def test_a_text_longer_than_the_screen_scrolls_in_the_editor() -> None:
    words = " ".join(f"word{i}" for i in range(1500))
    rows = [entry("a", "Satu.", "One."), entry("x", "Dua.", words), entry("y", "Tiga.", "Three.")]

    async def scenario(table: Table) -> None:
        await table.press("down", "enter")
        for size in ((100, 24), (60, 20)):
            await table.resize(*size)
            table.editor.move_cursor(table.editor.document.end)
            await table.press("x")
            lies_on_its_cell(table)
            assert "word1499x" in table.text()
            assert "Dua." in table.text()
            await table.press("pageup", "pageup", "x")
            assert "word1499" not in table.text()
            table.editor.move_cursor((0, 0))
            await table.press("x")
            assert "xword0 " in table.text()
            lies_on_its_cell(table)

    at(rows, scenario)


def test_of_a_source_longer_than_the_screen_the_part_one_looks_at_stays() -> None:
    words = " ".join(f"kata{i}" for i in range(800))
    rows = [entry("a", "Satu.", "One."), entry("x", words, "Short."), entry("y", "Tiga.", "Three.")]

    async def scenario(table: Table) -> None:
        await table.press("down", "enter")
        for size in ((100, 24), (60, 20)):
            await table.resize(*size)
            await table.press("!")
            lies_on_its_cell(table)
            table.segments.scroll_relative(y=-3, animate=False)
            await table.settle()
            await table.press("!")
            lies_on_its_cell(table)
            assert "kata" in table.text()
        assert table.editor.text == "Short.!!!!"

    at(rows, scenario)


def test_a_target_that_is_filtered_away_is_edited_at_the_bottom() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter")
        table.segments.show_only([5, 6])
        await table.settle()
        assert table.editor_place().bottom == table.segments.text_height
        await table.press("!", "escape")
        assert table.current == "s5"

    at(ROWS, scenario)


def test_the_wheel_over_the_editor_scrolls_the_list() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter")
        await table.wheel(table.editor, down=True)
        assert table.segments.scroll_offset.y > 0
        cell = table.segments.cell()
        assert cell is not None
        assert table.editor_place().y == cell.y

    at(ROWS, scenario)


# Text


def test_typing_undoing_and_redoing() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter", *"abc", "backspace")
        assert table.editor.target == f"{ROWS[0].target}ab"
        await table.press("ctrl+z")
        await table.press("ctrl+z")
        assert table.editor.target == ROWS[0].target
        await table.press("ctrl+y")
        assert table.editor.target != ROWS[0].target

    at(ROWS, scenario)


def test_what_was_typed_before_can_be_undone() -> None:
    async def scenario(table: Table) -> None:
        table.editor.open(ROWS[0], "As it was typed.")
        await table.settle()
        assert table.editor.target == "As it was typed."
        await table.press("ctrl+z")
        assert table.editor.target == ROWS[0].target

    at(ROWS, scenario)


def test_every_change_is_told_once() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter")
        table.desk.heard.clear()
        await table.press("a", "left", "b", "ctrl+z", "right")
        texts = [message.text for message in table.desk.heard if hasattr(message, "text")]
        assert texts[:2] == [f"{ROWS[0].target}a", f"{ROWS[0].target}ba"]
        assert texts[-1] == table.editor.text
        assert all(one != other for one, other in pairwise(texts))

    at(ROWS, scenario)


def test_what_is_pasted_comes_onto_one_line() -> None:
    cases = {
        "satu\r\n  dua\ntiga": "satu dua tiga",
        "a\tb\x1b[31mc\x00": "a b[31mc",
        "\u202eterbalik\u202c": "terbalik",
        "[bold]teks[/bold]": "[bold]teks[/bold]",
        "x" * 10_000: "x" * 10_000,
    }

    async def scenario(table: Table) -> None:
        await table.press("enter")
        for pasted, text in cases.items():
            table.editor.select_all()
            table.app.post_message(Paste(pasted))
            await table.settle()
            assert table.editor.text == text
            lies_on_its_cell(table)

    at([entry("x", "Sumber.", "Target.")], scenario)


CHARACTERS = ["e\u0301", "👩\u200d🌾", "漢", "👍🏽", "a", "שָׁ", "🏴\u200d☠\ufe0f"]


def test_the_cursor_moves_by_what_one_sees_as_a_character() -> None:
    text = "".join(CHARACTERS)

    async def scenario(table: Table) -> None:
        await table.press("enter")
        places = [table.editor.cursor_offset]
        for _ in CHARACTERS:
            await table.press("left")
            places.append(table.editor.cursor_offset)
        assert [text[end:start] for start, end in pairwise(places)] == CHARACTERS[::-1]
        await table.press("right", "backspace")
        assert table.editor.text == "".join(CHARACTERS[1:])
        await table.press("delete")
        assert table.editor.text == "".join(CHARACTERS[2:])

    at([entry("x", "Sumber.", text)], scenario)


def test_words_and_lines_are_moved_over_and_deleted() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter", "ctrl+w")
        assert table.editor.text == "Satu dua "
        await table.press("ctrl+left", "ctrl+left", "x")
        assert table.editor.text == "xSatu dua "
        await table.press("ctrl+k")
        assert table.editor.text == "x"
        await table.press("home", "y", "end", "z")
        assert table.editor.text == "yxz"

    at([entry("x", "Sumber.", "Satu dua tiga")], scenario)


FOLDED = " ".join(f"kata{i}" for i in range(40))


@pytest.mark.parametrize("width", [40, 60, 160])
def test_the_keys_for_start_and_end_mean_those_of_the_segment_at_any_width(width: int) -> None:
    middle = FOLDED.index("kata20")

    async def scenario(table: Table) -> None:
        editor = table.editor
        await table.press("enter", "ctrl+home")
        assert editor.cursor_offset == 0
        await table.press("ctrl+end")
        assert editor.cursor_offset == len(FOLDED)
        await table.press("ctrl+shift+home")
        assert editor.selected == FOLDED
        editor.select(middle, middle)
        await table.press("ctrl+shift+end")
        assert editor.selected == FOLDED[middle:]
        editor.select(middle, middle)
        await table.press("ctrl+k")
        assert editor.text == FOLDED[:middle]
        await table.press("ctrl+z", "ctrl+u")
        assert editor.text == FOLDED[middle:]
        assert editor.cursor_offset == 0
        await table.press("ctrl+z")
        assert editor.text == FOLDED
        editor.select(4, 9)
        await table.press("ctrl+u")
        assert editor.text == FOLDED[:4] + FOLDED[9:]

    at([entry("x", "Sumber.", FOLDED)], scenario, size=(width, 24))


def test_all_is_selected_and_typed_over() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter", "ctrl+a")
        assert table.editor.selected == FOLDED
        await table.press("B", "a", "r", "u")
        assert table.editor.text == "Baru"
        await table.press("ctrl+z", "ctrl+z")
        assert table.editor.text == FOLDED

    at([entry("x", "Sumber.", FOLDED)], scenario)


def test_words_are_selected_and_deleted_on_both_sides() -> None:
    async def scenario(table: Table) -> None:
        editor = table.editor
        await table.press("enter", "ctrl+home", "ctrl+delete")
        assert editor.text == "dua tiga empat"
        await table.press("ctrl+end", "ctrl+backspace")
        assert editor.text == "dua tiga "
        await table.press("ctrl+shift+left", "ctrl+shift+left")
        assert editor.selected == "dua tiga "
        await table.press("shift+right", "ctrl+c", "ctrl+x")
        assert editor.text == "d"
        await table.press("ctrl+v")
        assert editor.text == "dua tiga "
        await table.press("ctrl+x")
        assert editor.text == "dua tiga "

    at([entry("x", "Sumber.", "Satu dua tiga empat")], scenario)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|The big river", "|big river"),
        ("The |big river", "The |river"),
        ("The| big river", "The| river"),
        ("The b|ig river", "The b| river"),
        ("The big |river", "The big |"),
        ("It was |Suharto's dam", "It was |dam"),
        ("They said|, then", "They said| then"),
        ("End|", "End|"),
        ("End|  ", "End|"),
    ],
)
def test_the_word_after_the_cursor_is_deleted(before: str, after: str) -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter")
        place = before.index("|")
        table.editor.select(place, place)
        table.editor.action_delete_word_right()
        assert table.editor.text == after.replace("|", "")
        assert table.editor.cursor_offset == after.index("|")

    at([entry("x", "Sumber.", before.replace("|", ""))], scenario)


@given(
    st.lists(st.sampled_from(["di", "dan", "rumah", "é", "mengungsi"]), max_size=40).map(" ".join)
)
def test_the_editor_folds_a_text_as_the_list_does(text: str) -> None:
    width = 12
    folded = _Folded(Document(text), width + 1)
    starts = [start for start, _ in folds(text, width)]
    assert [0, *folded.get_offsets(0)] == starts
    folded = _Folded(Document(text[: len(text) // 2]), width + 1)
    folded.document = Document(text)
    folded.wrap_range((0, 0), (0, 0), (0, len(text)))
    assert [0, *folded.get_offsets(0)] == starts


def test_tab_moves_nothing() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter", "tab", "shift+tab", "x")
        assert table.editor.has_focus
        assert table.editor.text == f"{ROWS[0].target}x"

    at(ROWS, scenario)


# Taking


@pytest.mark.parametrize(
    ("before", "words", "after", "made"),
    [
        ("The ", "river", " rose", "The river rose"),
        ("The", "river", "rose", "The river rose"),
        ("The ", " river ", " rose", "The river rose"),
        ("The", " river", " rose", "The river rose"),
        ("", "River", " rose", "River rose"),
        ("“", "River", "” rose", "“River” rose"),
        ("The ", "river", ", they said", "The river, they said"),
        ("It rose ", ".", "", "It rose."),
        ("(", "river", ")", "(river)"),
        ("He paid", "$5", "", "He paid $5"),
        ("well-", "known", "", "well-known"),
        ("", "Semua baru.", "", "Semua baru."),
        ("A ", "", " b", "A b"),
        ("", "", " b", "b"),
    ],
)
def test_blanks_around_what_is_put_at_the_cursor(
    before: str, words: str, after: str, made: str
) -> None:
    assert put(before + after, (len(before), len(before)), words, blanks=True) == made


def put(text: str, span: tuple[int, int], words: str, *, blanks: bool) -> str:
    """The text with words in the place of a span."""
    start, end, words = fitted(text, *span, words, blanks=blanks)
    return text[:start] + words + text[end:]


@pytest.mark.parametrize(
    ("text", "span", "words", "made"),
    [
        ("The people rose", (4, 10), "citizens", "The citizens rose"),
        ("Two  blanks", (3, 5), " ", "Two blanks"),
        ("The very big", (4, 8), "", "The big"),
        ("The gov", (7, 7), "ernment", "The government"),
        ("The gov rose", (7, 12), "ernment fell", "The government fell"),
        ("A b", (0, 3), "  wholly new ", "  wholly new "),
        ("A b, c", (2, 3), "", "A, c"),
        ("A b", (9, 99), "!", "A b!"),
        ("A b", (2, 1), "c", "A cb"),
    ],
)
def test_what_is_put_in_place_of_a_span(
    text: str, span: tuple[int, int], words: str, made: str
) -> None:
    assert put(text, span, words, blanks=False) == made


def test_what_is_put_is_undone_as_one() -> None:
    text = "The people rose"

    async def scenario(table: Table) -> None:
        await table.press("enter")
        table.editor.put(Taking("citizens", 4, 10))
        table.editor.put(Taking("again"))
        assert table.editor.text == "The citizens again rose"
        table.editor.undo()
        assert table.editor.text == "The citizens rose"
        table.editor.undo()
        assert table.editor.text == text
        table.editor.put(Taking("Wholly new.", 0, len(text)))
        assert table.editor.text == "Wholly new."

    at([entry("x", "Sumber.", text)], scenario)


def test_what_is_put_takes_the_place_of_what_is_selected() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter")
        table.editor.select(5, 8)
        assert table.editor.selected == "dua"
        table.editor.put(Taking("2"))
        assert table.editor.text == "Satu 2 tiga"
        assert table.editor.cursor_offset == 6

    at([entry("x", "Sumber.", "Satu dua tiga")], scenario)


TEXTS = st.text("ab ,.(“漢\u0301", max_size=20)


@given(TEXTS, st.integers(-3, 25), st.integers(-3, 25), TEXTS, st.booleans())
def test_nothing_but_the_span_and_blanks_change(
    text: str, start: int, end: int, words: str, blanks: bool
) -> None:
    first, last, put = fitted(text, start, end, words, blanks=blanks)
    assert 0 <= first <= last <= len(text)
    assert put.strip(" ") == words.strip(" ")
    begin = min(max(start, 0), len(text))
    stop = min(max(end, begin), len(text))
    kept = text[:begin] + text[stop:]
    assert (text[:first] + text[last:]).replace(" ", "") == kept.replace(" ", "")


# Marks


def test_marks_are_painted_and_move_with_what_is_typed() -> None:
    one = entry("x", "Air naik 3 meter.", "Water rose 3 metres.")
    looked = Looked(
        target=(Mark(0, 5, Kind.HELD), Mark(6, 10, Kind.AVOIDED), Mark(11, 12, Kind.LOST))
    )

    async def scenario(table: Table) -> None:
        await table.press("enter")
        table.editor.marked(looked)
        await table.settle()
        assert table.drawn("Water").style.underline
        assert table.drawn("rose").style.strike
        assert table.drawn("3").style.italic
        await table.press("home", *"The ", "end")
        assert table.drawn("Water").style.underline
        assert table.drawn("rose").style.strike
        table.editor.select(10, 14)
        await table.press("f", "end")
        assert table.editor.text == "The Water f 3 metres."
        assert not any(one.style.strike for one in table.segments_at("Water") if one.style)
        assert table.drawn("3").style.italic
        table.editor.marked(Looked(target=(Mark(4, 9, Kind.MISSING),)))
        await table.settle()
        assert table.drawn("Water").style.bold

    at([one], scenario)


def test_marks_of_a_text_that_has_changed_meanwhile() -> None:
    async def scenario(table: Table) -> None:
        await table.press("enter", "home", *"So ", "end")
        table.editor.marked(Looked(target=(Mark(0, 5, Kind.HELD),)), "Water rose.")
        await table.settle()
        assert table.drawn("Water").style.underline

    at([entry("x", "Air naik.", "Water rose.")], scenario)


@given(st.text("ab漢 ", max_size=12), st.text("ab漢 ", max_size=12), st.data())
def test_moved_marks_still_mark_the_same_text(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    for mark in moved([Mark(start, end, Kind.HELD)], before, after):
        assert 0 <= mark.start <= mark.end <= len(after)
        assert after[mark.start : mark.end] == before[start:end]


# Hostile text


HOSTILE = {
    "controls": "a\x1b[31mb\x07c\x00d\u202ee",
    "markup": "[bold]x[/bold] [@click=app.quit]y[/]",
    "wide": "漢字仮名" * 60,
    "emoji": "👩\u200d👩\u200d👧\u200d👦👍🏽 " * 40,
    "rtl": "שלום עולם " * 30,
    "marks": "e" + "\u0301" * 300,
    "one word": "x" * 10_000,
    "blanks": " " * 500,
}


def test_hostile_text_is_edited() -> None:
    rows: list[Entry] = [entry(name, text, text) for name, text in HOSTILE.items()]

    async def scenario(table: Table) -> None:
        for size in ((100, 24), (60, 20)):
            await table.resize(*size)
            for place, (name, text) in enumerate(HOSTILE.items()):
                table.segments.go(place)
                table.editor.open(rows[place])
                await table.settle()
                assert table.editor.target == text, name
                if size[0] == 60:
                    await table.press("!", "left", "backspace")
                lies_on_its_cell(table)
                assert not set(table.text()) & set("\x1b\x07\x00\u202e")
                assert all(cell_len(line) <= size[0] for line in table.lines())
                table.desk.action_do("close")

    at(rows, scenario)
