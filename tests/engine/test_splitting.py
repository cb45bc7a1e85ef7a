"""Cutting what is too long, without losing any of it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.engine.splitting import Part, cut, join


def letters(text: str) -> list[str]:
    """A tokenizer that makes a piece of each character but spaces."""
    return [character for character in text if not character.isspace()]


def words(text: str) -> list[str]:
    return text.split()


def texts(source: str, limit: int) -> list[str]:
    return [part.text for part in cut(source, words, limit)]


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("satu dua tiga", ["satu dua tiga"]),
        ("a b c d, e f g h", ["a b c d,", "e f g h"]),
        ("a b, c d; e f g h", ["a b, c d;", "e f g h"]),
        ("a b c d yang e f g", ["a b c d", "yang e f g"]),
        ("a b c - d e f g", ["a b c", "- d e f g"]),
        ("a b c. D e f", ["a b c.", "D e f"]),
    ],
)
def test_the_best_place_near_the_middle_is_taken(source: str, parts: list[str]) -> None:
    assert texts(source, 5) == parts


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.integers(1, 20))
def test_nothing_but_white_space_is_lost(source: str, limit: int) -> None:
    parts = list(cut(source, letters, limit))
    assert "".join("".join(part.text.split()) for part in parts) == "".join(source.split())
    assert all(len(part.pieces) <= limit for part in parts)
    assert [part.last for part in parts] == [False] * (len(parts) - 1) + [True] * bool(parts)
    put_together = "".join(part.glue + part.text for part in parts)
    assert put_together.split() == source.split()


def test_a_part_is_found_in_a_source_of_any_length() -> None:
    source = "kata, " * 100_000 + "x" * 1_000_000
    asked: list[int] = []

    def encode(text: str) -> list[str]:
        asked.append(len(text))
        return [text[at : at + 3] for at in range(0, len(text), 3)]

    started = time.monotonic()
    parts = list(cut(source, encode, 150))
    assert time.monotonic() - started < 20
    assert max(asked) <= 8 * 150
    assert sum(len(part.text.replace(" ", "")) for part in parts) == 100_000 * 5 + 1_000_000


def test_a_full_stop_the_source_does_not_have_goes() -> None:
    first, second = cut("a b c d, e f g h", words, 5)
    assert join([first, second], ["One.", "two."]) == "One, two."


def test_a_full_stop_the_source_has_stays() -> None:
    first, second = cut("a b c. D e f", words, 3)
    assert join([first, second], ["One.", "Two."]) == "One. Two."


@pytest.mark.parametrize(
    ("source", "translation", "whole"),
    [
        ("karena hujan.", "Because of the rain.", "He left, because of the rain."),
        ("presiden Rusia pergi.", "Russian officials left.", "He left, Russian officials left."),
        ("Rusia pergi.", "The Russians left.", "He left, The Russians left."),
        ("saya pergi.", "I left.", "He left, I left."),
    ],
)
def test_a_sentence_goes_on_after_a_cut(source: str, translation: str, whole: str) -> None:
    first = Part("Ia pergi,", "", ("x",), last=False)
    second = Part(source, " ", ("x",), last=True)
    assert join([first, second], ["He left.", translation]) == whole
