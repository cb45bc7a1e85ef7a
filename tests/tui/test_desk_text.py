"""Text on the desk: harmless, and folded to cells."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from padanan.tui.text import folds, graphemes, inert, one_line, shorten, wrap

WIDTHS = st.integers(2, 40)
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=120).map(inert)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("biasa [bold]saja[/bold]", "biasa [bold]saja[/bold]"),
        ("\x1b[31mmerah\x07", "␛[31mmerah␇"),
        ("dua\nbaris", "dua␊baris"),
        ("balik \u202eini\u202c", "balik �ini�"),
        ("\x9b31m\x7f", "�31m␡"),
        ("\ud800", "�"),
        ("é ‘kutip’ — 漢字 👩‍🌾", "é ‘kutip’ — 漢字 👩‍🌾"),
    ],
)
def test_what_could_do_harm_is_shown_as_a_sign(text: str, shown: str) -> None:
    assert inert(text) == shown


@given(st.text())
def test_nothing_of_a_file_reaches_the_terminal_as_a_control(text: str) -> None:
    for safe in (inert(text), one_line(text)):
        kinds = {unicodedata.category(character) for character in safe}
        assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
        assert not set(safe) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("satu\ndua", "satu dua"),
        ("satu  \r\n\r\n  dua\n", "satu dua"),
        ("\n", ""),
        (" sisip ", " sisip "),
        ("a\tb", "a b"),
        ("a\x1b[0mb\ud800", "a[0mb"),
        ("tak\xa0putus", "tak\xa0putus"),
    ],
)
def test_several_lines_become_one(text: str, line: str) -> None:
    assert one_line(text) == line


@given(LINES, WIDTHS)
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(LINES, WIDTHS)
def test_folds_are_in_order_and_lose_only_blanks(text: str, width: int) -> None:
    lines = folds(text, width)
    assert wrap(text, width) == [text[start:end] for start, end in lines]
    place = 0
    for start, end in lines:
        assert place <= start <= end
        assert not text[place:start].strip(" ")
        place = end
    assert not text[place:].strip(" ")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_making_text_inert_keeps_places(text: str) -> None:
    shown = inert(text)
    assert len(shown) == len(text)
    assert all(one == other for one, other in zip(text, shown, strict=True) if other in text)


@given(st.text(max_size=40))
def test_what_one_sees_as_characters_makes_up_the_text(text: str) -> None:
    spans = graphemes(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@given(st.text("ab  ", max_size=60), WIDTHS)
def test_wide_and_plain_text_fold_alike(text: str, width: int) -> None:
    # A Cyrillic letter is one cell wide as well, but takes the other way.
    plain, other = wrap(f"{text} x", width), wrap(f"{text} ж", width)
    assert [line.replace("x", "ж") for line in plain] == other


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("satu dua tiga", 8, ["satu dua", "tiga"]),
        ("pemerintahan", 5, ["pemer", "intah", "an"]),
        ("a pemerintahan b", 5, ["a", "pemer", "intah", "an b"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("ya 👍🏽 ya", 5, ["ya 👍🏽", "ya"]),
    ],
)
def test_folding(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(LINES, st.integers(0, 20))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert cell_len(shorten(text, width)) <= width


def test_shortening_says_so() -> None:
    assert shorten("pemerintahan", 6) == "pemer…"
    assert shorten("cukup", 5) == "cukup"
