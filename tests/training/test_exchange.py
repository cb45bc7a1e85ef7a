import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus import Pair
from training.exchange import (
    elsewhere,
    exchanged,
    figures,
    moved,
    place_names,
    renamed,
    shared_names,
    written_names,
)


def _pair(source: str, target: str, best: float = 1.0) -> Pair:
    return Pair("made_up", "open", 3.0, best, source, target)


@pytest.mark.parametrize(
    ("source", "target", "kept"),
    [
        (
            "Pada 2004 ada 1.250 rumah",
            "In 2004 there were 1,250 houses",
            r"(19|20)\d\d.*[1-9]\D..0 ",
        ),
        ("Naik 2,5 persen", "Rose by 2.5 percent", r" [1-3][.,]\d "),
        ("Tiba pada 17 Maret", "Came on 17 March", r" ([12]\d|3[01]) "),
        ("Denda 500 juta", "Fine of 500 million", r" [1-9]00 "),
    ],
)
def test_figures_change_alike(source: str, target: str, kept: str) -> None:
    made = [figures(_pair(source, target), random.Random(seed)) for seed in range(20)]
    assert len(set(made)) > 5
    for left, right in made:
        assert re.sub(r"\d", "", left) == re.sub(r"\d", "", source)
        assert re.sub(r"\d", "", right) == re.sub(r"\d", "", target)
        assert re.sub(r"\D", "", left) == re.sub(r"\D", "", right)
        assert re.search(kept, left)
        assert re.search(kept, right)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ada 12 rumah", "There were twelve houses"),
        ("Abad ke-21", "The 21st century"),
        ("Virus COVID-19", "The COVID-19 virus"),
        ("Pada 1990-1995", "In 1990-1995"),
        ("Pukul 14.30", "At 2:30"),
        ("Agen 007", "Agent 007"),
        ("Denda Rp500 juta", "Fine of Rp500 million"),
        ("Ada 3 rumah", "There were 3 houses"),
    ],
)
def test_figures_left_alone(source: str, target: str) -> None:
    assert figures(_pair(source, target), random.Random(1)) == (source, target)


def test_names_that_stand_on_both_sides() -> None:
    pair = _pair("Presiden Tono Haryadi ke Hong Kong", "President Tono Haryadi went to Hong Kong")
    assert shared_names(pair) == ["Tono Haryadi", "Hong Kong"]
    assert shared_names(_pair("Bank Dunia di Ende", "The World Bank in Ende")) == []


def test_exchanged_pairs_repeat_with_the_seed() -> None:
    pairs = [
        _pair("Tono Haryadi tiba", "Tono Haryadi arrived"),
        _pair("Rini Wulandari pergi", "Rini Wulandari left"),
        _pair("Pada 1998 ia lahir", "She was born in 1998"),
        _pair("Dia pergi", "He left"),
        _pair("Pada 1999 ia lahir", "He was born in 1999", best=0.0),
    ]
    extra = exchanged(pairs, 1.0, 5)
    assert extra == exchanged(pairs, 1.0, 5)
    assert 1 <= len(extra) <= 3
    for pair in extra:
        assert pair not in pairs
        assert pair.weight < 3.0
        assert sum(name in pair.en for name in ("Tono Haryadi", "Rini Wulandari")) == (
            sum(name in pair.id for name in ("Tono Haryadi", "Rini Wulandari"))
        )


NAMES = {"Australia": "Australia", "Warsawa": "Warsaw", "Praha": "Prague", "Jerman": "Germany"}


@given(st.integers(0, 1000))
def test_a_place_becomes_the_same_other_place_on_both_sides(seed: int) -> None:
    texts = ("Warga Jerman tiba di Warsawa.", "Residents of Germany arrived in Warsaw.")
    source, target = moved(*texts, NAMES, random.Random(seed))
    here = re.fullmatch(r"Warga (\w+) tiba di (\w+)\.", source)
    there = re.fullmatch(r"Residents of (\w+) arrived in (\w+)\.", target)
    assert here
    assert there
    assert [NAMES[name] for name in here.groups()] == list(there.groups())


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Pemerintah Jerman menolak.", "The German government refused."),  # no name in English
        ("Jerman dan Jerman Barat.", "Germany and West Germany."),  # twice
        ("Kota Praharaja.", "The city of Praharaja."),  # part of another word
        ("Non-Jerman.", "Non-Germany."),
    ],
)
def test_what_is_not_the_same_place_once_on_both_sides_stays(source: str, target: str) -> None:
    assert moved(source, target, NAMES, random.Random(1)) == (source, target)


def test_names_of_places_are_plain_and_need_no_article() -> None:
    names = place_names()
    assert names["Warsawa"] == "Warsaw"
    assert names["Jerman"] == "Germany"
    assert names["Selandia Baru"] == "New Zealand"
    assert not {"Filipina", "Belanda", "Amerika Serikat", "Uni Eropa", "Pulau Natal"} & set(names)
    assert len(names) > 150


def test_some_pairs_of_texts_go_elsewhere() -> None:
    here = [("Warga Jerman tiba.", "Residents of Germany arrived."), ("Ia tiba.", "He arrived.")]
    assert elsewhere(here * 20, [], 0.0, 1) == here * 20
    found = elsewhere(here * 20, [], 1.0, 1)
    assert found[1::2] == here[1:] * 20
    moved_ones = [pair for pair in found[::2] if pair != here[0]]
    assert len(moved_ones) > 15
    names = place_names()
    for source, target in moved_ones:
        place = source.removeprefix("Warga ").removesuffix(" tiba.")
        assert target == f"Residents of {names[place]} arrived."
    assert elsewhere(here * 20, [], 0.5, 2) == elsewhere(here * 20, [], 0.5, 2)


INDONESIAN = [
    "Kata Ni Luh Ayu, warga Payakumbuh memilih Bupati Rini Wulandari.",
    "Kemarin bupati itu bertemu Rini Wulandari, lalu Jerman dan Payakumbuh disebut.",
    "Menurut Rini Wulandari, Jerman kalah.",
    "Hari ini Tono menang.",
]


def test_names_that_indonesians_write() -> None:
    """Twice or more, inside a sentence, and of no word that is written small."""
    assert written_names(INDONESIAN) == ["Jerman", "Payakumbuh", "Rini Wulandari"]
    pairs = [_pair("Di Jerman dan Payakumbuh.", "In Germany and Payakumbuh.")]
    assert written_names(INDONESIAN, pairs) == ["Payakumbuh", "Rini Wulandari"]


def test_people_get_other_names_on_both_sides() -> None:
    here = ("Kata Anna Karlsson, warga Ende pergi ke Bali.", "So Anna Karlsson says of Ende, Bali.")
    ((source, target),) = elsewhere([here], written_names(INDONESIAN), 1.0, 1)
    assert source == "Kata Rini Wulandari, warga Payakumbuh pergi ke Payakumbuh."
    assert target == "So Rini Wulandari says of Payakumbuh, Payakumbuh."  # Jerman is a place


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Anna pergi.", "Then Anna left."),  # might be any word
        ("Lalu Anna, ya, Anna pergi.", "Then, yes, Anna left."),
        ("Di sana Nusa Tenggara Timur Raya ramai.", "There, East Nusa Tenggara is busy."),
    ],
)
def test_who_is_not_the_same_once_on_both_sides_stays(source: str, target: str) -> None:
    names = {1: ["Tono"], 2: ["Rini Wulandari"], 3: ["Ni Luh Ayu"]}
    assert renamed(source, target, names, random.Random(1)) == (source, target)
