"""What the pairs and their dictionaries say of words that few sentences have."""

import pytest

from training.corpus import Pair
from training.lexicon import Lexicon, built, kind

pytest.importorskip("lemminflect", reason="a word's forms come from its lexicon")

DICTIONARY = [
    ("boneka", "dummy"),
    ("tenda", "tent"),
    ("membujuk", "to persuade"),
    ("lesu", "listless"),
    ("lesu", "weary"),
    ("mobil", "car"),
    ("kuno", "antique"),
    ("sunyi", "tranquil"),
    *(("ragam", way) for way in ("manner", "style", "whim", "order")),
]
SENTENCES = [
    *[("Warga membeli mobil.", "Residents buy cars.")] * 160,
    *[("Anak itu membeli boneka.", "The child buys dolls.")] * 4,
    *[("Mereka tidur di tenda.", "They slept in a tent.")] * 2,
    ("Boneka itu di rumah.", "The dummy is at home."),
]
ENGLISH = [
    *["A doll, two dolls, a tent, some tents.", "They persuaded us; weary, tranquil."] * 3,
    "The listless dummy dummies antique antique.",
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    pairs = [Pair("x_dict", "open", 1.0, 0.0, *entry) for entry in DICTIONARY]
    pairs += [Pair("news", "open", 1.0, 1.0, *texts) for texts in SENTENCES]
    pairs.append(Pair("software", "open", 0.1, 0.0, "tenda", "not a sentence"))
    lines = ["boneka tenda membujuk lesu mobil ragam kuno Palu"] * 3 + ["sunyi"] * 2
    return Lexicon(pairs, lines, ENGLISH)


def test_what_a_seldom_word_means(lexicon: Lexicon) -> None:
    """The sentences come before the dictionary, that before nothing; of the forms, those in use."""
    assert lexicon.ways == {
        "boneka": ["doll", "dolls"],  # the dummy is once beside it
        "tenda": ["tent", "tents"],
        "membujuk": ["persuaded"],
        "lesu": ["weary"],  # the more common of the two
    }


def test_what_is_counted(lexicon: Lexicon) -> None:
    assert lexicon.sentences["mobil"] == 160
    assert lexicon.sentences["tenda"] == 2
    assert lexicon.listed["membujuk"] >= {"persuade", "persuaded", "persuading", "persuades"}


@pytest.mark.parametrize(
    ("word", "looks"),
    [
        ("rumah", ""),
        ("rumah-rumah", "-"),
        ("membeli", "me"),
        ("memperluas", "me"),
        ("pembelian", ""),
        ("mobilnya", "-nya"),
        ("meja", ""),
        ("makanan", ""),
    ],
)
def test_how_a_word_is_built(word: str, looks: str) -> None:
    assert built(word) == looks


def test_what_may_stand_for_what() -> None:
    assert kind("mobil", "car") == kind("gula", "sugar")
    assert kind("mobil", "cars") != kind("gula", "sugar")
    assert kind("membeli", "bought") == kind("membujuk", "persuaded") == ("me", "VBD")
    assert kind("membeli", "buys") == kind("menjual", "sells")
    assert kind("besar", "big") != kind("membeli", "buys")
