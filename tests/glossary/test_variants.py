"""Admitted renderings that are the preferred one in another shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, PartOfSpeech
from padanan.glossary.variants import is_shape_of_preferred

NAME, NOUN = PartOfSpeech.NAME, PartOfSpeech.NOUN


def is_shape(
    renderings: str,
    rendering: str,
    pos: PartOfSpeech | None = NOUN,
    term: str = "istilah",
    *,
    head: bool = False,
) -> bool:
    concept = Concept(("istilah",), tuple(renderings.split("|")), (), pos)
    return is_shape_of_preferred(concept, rendering, term, head=head)


@pytest.mark.parametrize(
    ("place", "people"),
    [
        ("Russia", "Russian"),
        ("Java", "Javanese"),
        ("Aceh", "Acehnese"),
        ("Jakarta", "Jakartan"),
        ("Papua", "Papuan"),
        ("West Africa", "West African"),
        ("Netherlands", "Dutch"),
        ("Poland", "Polish"),
        ("Denmark", "Dane"),
        ("France", "French"),
        ("Thailand", "Thai"),
        ("Turkey", "Turkish"),
    ],
)
def test_places_and_their_peoples(place: str, people: str) -> None:
    assert is_shape(f"{place}|{people}", people, NAME)
    assert not is_shape(f"{place}|{people}", people, NAME, head=True)
    assert is_shape(f"{place}|{people}", place, NAME, head=True)


@pytest.mark.parametrize(
    ("preferred", "admitted"),
    [
        ("Kalimantan", "Borneo"),
        ("Myanmar", "Burma"),
        ("Red Cross", "Red Crescent"),
        ("House of Representatives", "parliament"),
        ("Sumatra", "sumatran"),  # no name without its capital
    ],
)
def test_other_names_are_no_shapes(preferred: str, admitted: str) -> None:
    assert not is_shape(f"{preferred}|{admitted}", admitted, NAME)


def test_a_people_by_another_of_its_names() -> None:
    assert is_shape("Türkiye|Turkey|Turkish", "Turkish", NAME)
    assert not is_shape("Türkiye|Turkey|Turkish", "Turkey", NAME)


@pytest.mark.parametrize(
    ("noun", "other"),
    [
        ("economy", "economic"),
        ("election", "electoral"),
        ("environment", "environmental"),
        ("finance", "financial"),
        ("culture", "cultural"),
        ("politics", "political"),
        ("evacuation", "evacuate"),
        ("negotiation", "negotiate"),
        ("law", "legal"),
        ("sea law", "maritime law"),
        ("finance minister", "financial minister"),
    ],
)
def test_one_meaning_in_two_word_classes(noun: str, other: str) -> None:
    assert is_shape(f"{noun}|{other}", other)


@pytest.mark.parametrize(
    ("noun", "adjective"),
    [
        ("nation", "national"),
        ("region", "regional"),
        ("industry", "industrial"),
        ("province", "provincial"),
    ],
)
def test_adjectives_that_are_nouns_too(noun: str, adjective: str) -> None:
    assert is_shape(f"{noun}|{adjective}", adjective)


@pytest.mark.parametrize(
    ("preferred", "admitted"),
    [
        ("war", "battle"),
        ("security guarantee", "safety guarantee"),
        ("ministry of law", "ministry of justice"),
        ("terrorism", "terrorist"),
        ("politics", "politician"),
        ("investment", "investor"),
        ("abrasion", "erosion"),
        ("commission", "committee"),
        ("organ", "organization"),
        ("universe", "university"),
        ("guarantee", "security guarantee"),
    ],
)
def test_other_words_are_no_shapes(preferred: str, admitted: str) -> None:
    assert not is_shape(f"{preferred}|{admitted}", admitted)


@pytest.mark.parametrize(
    ("preferred", "admitted"),
    [("minister", "ministry"), ("court", "courthouse"), ("state", "statement")],
)
def test_words_that_only_look_alike(preferred: str, admitted: str) -> None:
    assert not is_shape(f"{preferred}|{admitted}", admitted)


@pytest.mark.parametrize("short", ["UN", "U.N."])
def test_a_short_form_serves_a_short_form(short: str) -> None:
    renderings = "United Nations|UN|U.N."
    assert is_shape(renderings, short, NAME, term="PBB")
    assert is_shape(renderings, short, NAME, term="PBB", head=True)
    assert not is_shape(renderings, short, NAME, term="Perserikatan Bangsa-Bangsa")


def test_a_long_form_is_no_short_one() -> None:
    assert not is_shape("UN|United Nations", "United Nations", NAME, term="PBB")


def test_what_is_no_rendering_is_no_shape() -> None:
    assert not is_shape("economy|economic", "economical")
    assert not is_shape("economy", "")


@given(st.text(min_size=1), st.text(min_size=1), st.text(), st.sampled_from([None, *PartOfSpeech]))
def test_anything(preferred: str, admitted: str, term: str, pos: PartOfSpeech | None) -> None:
    """Whatever the words: the preferred rendering is its own shape, and nothing raises."""
    concept = Concept(("istilah",), (preferred, admitted), (), pos)
    assert is_shape_of_preferred(concept, preferred, term)
    assert is_shape_of_preferred(concept, admitted, term) in {True, False}
