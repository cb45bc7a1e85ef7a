"""Kinds of places before their names."""

import pytest

from training import kinds
from training.kinds import PEOPLE, PLACES, Kinds

HERE = ("Banyak warga tinggal di Makassar.", "Many people live in Makassar.")


def only(monkeypatch: pytest.MonkeyPatch, kind: str) -> Kinds:
    """Puts one kind alone."""
    for name, table in (("PLACES", PLACES), ("PEOPLE", PEOPLE)):
        monkeypatch.setattr(kinds, name, {key: table[key] for key in table if key == kind})
    monkeypatch.setattr(kinds, "OF_PEOPLE", 1.0 if kind in PEOPLE else 0.0)
    return Kinds({"Malta"}, ["Garut"], 1)


@pytest.mark.parametrize(
    ("kind", "pair", "source", "target"),
    [
        ("Selat", HERE, "tinggal di Selat Makassar.", "live in the Makassar Strait."),
        ("Gunung", HERE, "tinggal di Gunung Makassar.", "live on Mount Makassar."),
        ("Bandara", HERE, "tinggal di Bandara Makassar.", "live at Makassar Airport."),
        (
            "Sungai",
            ("Ia pergi ke Kuta Alam.", "She went to Kuta Alam."),
            "Ia pergi ke Sungai Kuta Alam.",
            "She went to the Kuta Alam River.",
        ),
        (
            "Bupati",
            ("Surat dari Garut tiba.", "A letter from Garut came."),
            "Surat dari Bupati Garut tiba.",
            "A letter from the Regent of Garut came.",
        ),
    ],
)
def test_both_sides_say_it_in_their_way(
    monkeypatch: pytest.MonkeyPatch, kind: str, pair: tuple[str, str], source: str, target: str
) -> None:
    ((here, there),) = only(monkeypatch, kind).of([pair])
    assert here.endswith(source)
    assert there.endswith(target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia lahir di Malta.", "He was born in Malta."),  # a country
        ("Ia tinggal di Selat Makassar.", "He lives in Selat Makassar."),  # has a kind
        ("Ia tinggal di Jenewa.", "He lives in Geneva."),  # another name in English
        ("Ia datang dari Ambon ke Ambon.", "He came from Ambon to Ambon."),  # which of them?
        ("Surat dari Franz von Papen.", "A letter from Franz von Papen."),  # half of a name
        ("Ia pergi ke Ambon.", "He was going about in Ambon."),  # another way
        ("Ambon indah.", "Ambon is beautiful."),  # nothing says that it is a place
        ("Ia di Ambon-lah.", "He was in Ambon."),
    ],
)
def test_where_no_kind_fits(source: str, target: str) -> None:
    assert Kinds({"Malta"}, ["Garut"], 1).of([(source, target)]) == []


@pytest.mark.parametrize(
    ("kind", "pair", "wanted"),
    [
        (
            "Bupati",
            ("Dia menolak usul itu.", "She refused the proposal."),
            ("Bupati Garut menolak usul itu.", "The Regent of Garut refused the proposal."),
        ),
        (
            "warga",
            ("Mereka menolak usul itu.", "They refused the proposal."),
            ("Warga Garut menolak usul itu.", "Residents of Garut refused the proposal."),
        ),
        ("Bupati", ("Mereka menolak usul itu.", "They refused it."), None),
        ("Bupati", ("Dia menolak usul itu.", "The proposal was refused."), None),
    ],
)
def test_somebody_of_a_place_does_it(
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    pair: tuple[str, str],
    wanted: tuple[str, str] | None,
) -> None:
    assert only(monkeypatch, kind).first([pair]) == ([wanted] if wanted else [])
    assert Kinds(set(), [], 1).first([pair]) == []


def test_towns_are_what_indonesians_call_a_regency_or_a_city() -> None:
    lines = ["Bupati Garut dan warga Kabupaten Garut", "Kabupaten Bandung Barat", "Bupati Sigi"]
    assert kinds.towns(lines) == ["Garut"]


def test_no_kind_is_given_too_often() -> None:
    found = Kinds(set(), [], 1).of([HERE] * (kinds.MOST_EACH * len(PLACES) + 100))
    assert len(found) == kinds.MOST_EACH * len(PLACES)
    assert len(set(found)) == len(PLACES)


def test_the_same_seed_gives_the_same_pairs() -> None:
    texts = [HERE] * 50
    assert Kinds(set(), [], 4).of(texts) == Kinds(set(), [], 4).of(texts)
    assert Kinds(set(), [], 4).of(texts) != Kinds(set(), [], 5).of(texts)


def test_every_kind_has_a_place_for_the_name() -> None:
    for said in (*PLACES.values(), *PEOPLE.values()):
        assert said.count("{}") == 1
    assert not PLACES.keys() & PEOPLE.keys()
