"""Names whose letters a model miscounted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Glossary
from padanan.translate.spelling import respelt

TERMS = Path(__file__).parents[2] / "terms.tsv"


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Kapal itu menuju Laut Ross.", "The ship is off to the Rosss Sea.", "Ross Sea"),
        ('"CCTV mati," kata Pittman.', '"CCCTV was off," Pitman said.', '"CCTV was off," Pittman'),
        ("Mantan gubernur Mitt Romney.", "Former governor Mit Romney.", "Mitt Romney."),
        ("Badai pada Skala Saffir-Simpson.", "On the Safffir-Simpson scale.", "Saffir-Simpson"),
        ("Pittman menang.", "Pitman won.", "Pittman won."),
        ("Pittman Menang", "PITMAN WINS", "PITTMAN WINS"),
        ("Rumah Pittman terbakar.", "Pitman's house burned down.", "Pittman's house"),
        ("Perang Dunia II berakhir.", "World War III ended.", "World War III"),  # a number
    ],
)
def test_a_name_is_spelled_as_in_the_source(source: str, target: str, wanted: str) -> None:
    assert wanted in respelt(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Rusia dan Prusia berdamai.", "Russia and Prussia made peace."),
        ("Hass tiba lebih dulu.", "Has arrived earlier."),
        ("Ann makan apel.", "An apple was eaten by An."),
        ("Pittman menyalami Pitman.", "Pitman shook hands with Pitman."),
        ("Pittman dan Pitmann menang.", "Pitman won."),  # which of them?
        ("Pittman menang.", "Pitman beat Pitman."),  # which is he?
        ("Pittman menang.", "Pittman beat Pitman."),
        ("Pittman menang.", "A pitman won."),
        ("pittman menang.", "The Pitman won."),
        ("Saat ditemui, ia menolak.", "Met on Sat, he refused."),
        ("Abad XII berakhir.", "The XIII century ended."),
        ("Menurut PSSI dan KPPU.", "According to PSI and KPU."),
        ("PITTMAN MENANG", "Pitman wins"),
        ("Menurut WWW dan AAA, turun.", "According to WWW and AAA, it fell."),
        ("", ""),
    ],
)
def test_what_may_be_right_is_left(source: str, target: str) -> None:
    assert respelt(source, target) == target


def test_a_term_is_rendered_as_the_glossary_says() -> None:
    source, target = "Pertempuran di Donbass berlanjut.", "Fighting in Donbas continues."
    assert respelt(source, target) == "Fighting in Donbass continues."
    assert respelt(source, target, ["Donbas"]) == target


def test_hardly_a_rendering_of_the_shipped_glossary_would_be_taken_for_a_slip() -> None:
    touched = {
        rendering
        for concept in Glossary.load(TERMS).concepts
        for term in concept.terms
        for rendering in concept.renderings
        if respelt(f"Kata {term}.", f"About {rendering}.") != f"About {rendering}."
    }
    assert touched == {"Donbas"}


@given(st.text(), st.text())
def test_once_is_enough(source: str, target: str) -> None:
    once = respelt(source, target)
    assert respelt(source, once) == once
