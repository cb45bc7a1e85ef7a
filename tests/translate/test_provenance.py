"""What a draft was made from: fingerprints that change when, and only when, the draft could."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Flag, Glossary, PartOfSpeech
from padanan.translate.provenance import (
    NO_TERMS,
    Origin,
    of_model,
    of_terms,
    of_text,
    terms_of,
    with_terms,
)

SOURCE = "Jaminan keamanan itu dibahas para menteri, dan jaminannya mengikat."
GUARANTEE = Concept(
    ("jaminan keamanan", "jaminan"),
    ("security guarantee", "guarantee"),
    ("safety guarantee",),
    PartOfSpeech.NOUN,
    "diplomacy",
    note="Binding.",
)
MINISTER = Concept(("menteri",), ("minister",), pos=PartOfSpeech.NOUN)


def _terms(*concepts: Concept, source: str = SOURCE) -> str:
    return of_terms(source, Glossary(concepts).match(source))


NOW = _terms(GUARANTEE, MINISTER)


@pytest.mark.parametrize(
    "changed",
    [
        replace(GUARANTEE, renderings=("guarantee", "security guarantee")),
        replace(GUARANTEE, renderings=("security guarantee",)),
        replace(GUARANTEE, avoided=()),
        replace(GUARANTEE, avoided=("safety guarantee", "assurance")),
        replace(GUARANTEE, flags=frozenset({Flag.EXACT})),
        replace(GUARANTEE, pos=None),
        replace(GUARANTEE, terms=("jaminan keamanan",)),
        replace(GUARANTEE, terms=("jaminan",)),
    ],
    ids=[
        "preferred",
        "admitted",
        "nothing avoided",
        "avoided",
        "flags",
        "part of speech",
        "a term less",
        "a shorter term",
    ],
)
def test_what_can_change_a_draft_changes_the_fingerprint(changed: Concept) -> None:
    assert _terms(changed, MINISTER) != NOW


@pytest.mark.parametrize(
    "changed",
    [
        replace(GUARANTEE, note="Something else."),
        replace(GUARANTEE, domain="law"),
        replace(GUARANTEE, terms=("jaminan keamanan", "jaminan", "garansi")),
    ],
    ids=["note", "domain", "a term that is not there"],
)
def test_what_cannot_leaves_it_alone(changed: Concept) -> None:
    assert _terms(changed, MINISTER) == NOW


def test_concepts_that_are_not_there_have_no_part_in_it() -> None:
    other = Concept(("gempa bumi",), ("earthquake",))
    assert _terms(GUARANTEE, MINISTER, other) == NOW
    assert _terms(other) == NO_TERMS
    assert of_terms(SOURCE, ()) == NO_TERMS


def test_a_new_meaning_of_a_term_changes_it() -> None:
    pledge = Concept(("jaminan",), ("collateral",), pos=PartOfSpeech.NOUN, domain="economy")
    assert _terms(GUARANTEE, MINISTER, pledge) != NOW


def test_how_a_term_stands_in_the_source_counts() -> None:
    one, other = "Menteri tiba.", "Para menteri tiba."
    assert _terms(MINISTER, source=one) != _terms(MINISTER, source=other)


def test_fields_do_not_run_into_each_other() -> None:
    one = Concept(("menteri",), ("minister", "secretary"))
    other = Concept(("menteri",), ("minister",), ("secretary",))
    assert _terms(one) != _terms(other)


def test_a_models_draft_hangs_on_source_recipe_and_terms() -> None:
    origins = {
        of_model("Ia tiba.", "package 1 beam 4"),
        of_model("Ia pergi.", "package 1 beam 4"),
        of_model("Ia tiba.", "package 1 beam 1"),
        replace(of_model("Ia tiba.", "package 1 beam 4"), terms=NOW),
        of_text("rule", "Ia tiba."),
        of_text("memory", "Ia tiba."),
    }
    assert len({str(origin) for origin in origins}) == 6
    assert all(len(str(origin)) == 16 for origin in origins)


_HEX = st.text("0123456789abcdef", min_size=8, max_size=8)


@given(_HEX, _HEX, _HEX)
def test_the_halves_come_apart_again(draft: str, terms: str, others: str) -> None:
    recorded = str(Origin(draft, terms))
    assert terms_of(recorded) == terms
    assert with_terms(recorded, others) == str(Origin(draft, others))
    assert with_terms("", others) == "00000000" + others
    assert terms_of("") == ""
