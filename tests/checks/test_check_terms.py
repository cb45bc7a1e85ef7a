"""The checks of the glossary."""

import pytest
from checkpairs import assert_fix_holds, cut, found

MISSING, AVOIDED = "term-missing", "term-avoided"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Mereka meminta jaminan keamanan.", "They asked for security guarantees."),
        ("Mereka meminta jaminan keamanan.", "They asked for security-related guarantees."),
        ("Polisi membatalkan rapat itu.", "Police called it off."),
        ("Polisi membatalkan rapat itu.", "Police called the meeting off."),
        ("Polisi membatalkan rapat itu.", "The cancellation came from police."),
        (
            "Menteri luar negeri dan menteri pertahanan hadir.",
            "The foreign and defense ministers attended.",
        ),
        ("Para pengunjuk rasa berpindah.", "The protest moved."),
        ("Serangan Rusia meluas.", "The Russian attack widened."),
        ("Harga bunga naik.", "Flower prices rose."),
        ("Harga bunga naik.", "Interest rates rose."),
        ("AS menolak.", "America, the U.S., refused."),
        ("Tidak ada istilah di sini.", "No term stands here."),
        ("Harganya 2,3 miliar dolar AS.", "It costs $2.3 billion."),
        ("Ini minyak mentah.", "This is supercrude."),
    ],
)
def test_what_renders_a_term_is_let_pass(source: str, target: str) -> None:
    assert found(MISSING, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "terms"),
    [
        ("Mereka meminta jaminan keamanan.", "They asked for protection.", ["jaminan keamanan"]),
        ("Mereka meminta jaminan keamanan.", "They asked for a guarantee.", ["jaminan keamanan"]),
        ("Polisi membatalkan rapat.", "Police off the record call it a day.", ["membatalkan"]),
        ("Bunga itu indah.", "The blossom is lovely.", ["Bunga"]),
        ("AS dan Rusia bertemu.", "They met.", ["AS", "Rusia"]),
        ("Rusia dan Rusia lagi.", "Them and them again.", ["Rusia", "Rusia"]),
    ],
)
def test_a_term_without_a_rendering_is_told(source: str, target: str, terms: list[str]) -> None:
    findings = found(MISSING, source, target)
    assert [text for one in findings for text in cut(source, one.source_spans)] == terms
    assert all(one.fix is None for one in findings)


def test_a_message_names_the_renderings() -> None:
    (one,) = found(MISSING, "Para menteri luar negeri hadir.", "They attended.")
    assert one.message == (
        "“menteri luar negeri” is “foreign minister” (or “secretary of state”) in the glossary."
    )
    (one,) = found(MISSING, "Bunga itu.", "That.")
    assert one.message == "“Bunga” is “interest” (or “flower”) in the glossary."


@pytest.mark.parametrize(
    ("source", "target", "avoided", "fix"),
    [
        (
            "Ekspor minyak mentah naik.",
            "Exports of raw oil rose.",
            "raw oil",
            "Exports of crude oil rose.",
        ),
        ("Minyak mentah naik.", "Raw oil rose.", "Raw oil", "Crude oil rose."),
        ("Ia naik helikopter.", "He took a chopper.", "chopper", "He took a helicopter."),
        # Another number, another article, capitals: a person decides.
        ("Jaminan keamanan itu.", "Those safety guarantees.", "safety guarantees", None),
        ("Ia membeli es krim.", "He bought a frozen cream.", "frozen cream", None),
        ("MINYAK MENTAH NAIK", "RAW OIL RISES", "RAW OIL", None),
    ],
)
def test_an_avoided_rendering_is_told(
    source: str, target: str, avoided: str, fix: str | None
) -> None:
    (one,) = found(AVOIDED, source, target)
    assert cut(target, one.target_spans) == [avoided]
    assert one.fix == fix
    if fix is not None:
        assert_fix_holds(AVOIDED, source, one)
    assert found(MISSING, source, target) == []  # it is told once


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Minyak mentah naik.", "Crude oil rose."),
        ("Minyak itu mentah.", "The raw oil is not of the source."),
        # The other homonym is meant, for which nothing is to be avoided.
        ("Bunga naik.", "Interest rose in bloom."),
    ],
)
def test_what_is_not_to_be_avoided_there_is_let_pass(source: str, target: str) -> None:
    assert found(AVOIDED, source, target) == []


def test_one_fix_mends_all_that_is_to_be_avoided() -> None:
    source = "Minyak mentah dan es krim."
    first, second = found(AVOIDED, source, "Raw oil, frozen cream and raw oil.")[:2]
    assert first.fix == second.fix == "Crude oil, ice cream and crude oil."
    assert_fix_holds(AVOIDED, source, first)
