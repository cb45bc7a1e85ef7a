"""Looking words up: what is found, how, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Flag, Glossary, PartOfSpeech
from padanan.glossary.search import How, Role, search

NOUN = PartOfSpeech.NOUN
JAMINAN = Concept(
    ("jaminan keamanan",), ("security guarantee", "guarantee"), ("safety promise",), NOUN
)
DEWAN = Concept(("Dewan Keamanan", "DK"), ("Security Council",), (), PartOfSpeech.NAME)
ESKALASI = Concept(
    ("deeskalasi",), ("de-escalation",), ("escalation reduction",), NOUN, "diplomacy"
)
RATE = Concept(("bunga",), ("interest",), ("flower",), NOUN, "economy")
FLOWER = Concept(("bunga",), ("flower",), (), NOUN, "society")
STATES = Concept(
    ("AS",), ("United States",), (), PartOfSpeech.NAME, "place", frozenset({Flag.CASE})
)
GLOSSARY = Glossary([STATES, RATE, FLOWER, ESKALASI, DEWAN, JAMINAN])


def found(words: str, limit: int = 10) -> list[tuple[str, Role, How]]:
    return [(one.entry, one.role, one.how) for one in search(GLOSSARY, words, limit=limit)]


@pytest.mark.parametrize(
    ("words", "entry", "role", "how"),
    [
        ("jaminan keamanan", "jaminan keamanan", Role.TERM, How.EXACT),
        ("  Jaminan   KEAMANAN ", "jaminan keamanan", Role.TERM, How.EXACT),
        ("jaminan keamanannya", "jaminan keamanan", Role.TERM, How.FORM),
        ("bunga-bunga", "bunga", Role.TERM, How.FORM),
        ("de-eskalasi", "deeskalasi", Role.TERM, How.FORM),
        ("as", "AS", Role.TERM, How.EXACT),
        ("security guarantee", "security guarantee", Role.PREFERRED, How.EXACT),
        ("security guarantees", "security guarantee", Role.PREFERRED, How.FORM),
        ("deescalation", "de-escalation", Role.PREFERRED, How.FORM),
        ("guarantees", "guarantee", Role.ADMITTED, How.FORM),
        ("escalation reduction", "escalation reduction", Role.AVOIDED, How.EXACT),
        ("safety promises", "safety promise", Role.AVOIDED, How.FORM),
        ("keamanan", "Dewan Keamanan", Role.TERM, How.AROUND),
        ("deesk", "deeskalasi", Role.TERM, How.AROUND),
        ("negara meminta jaminan keamanannya", "jaminan keamanan", Role.TERM, How.INSIDE),
        ("jamnan keamanan", "jaminan keamanan", Role.TERM, How.SIMILAR),
        ("securty council", "Security Council", Role.PREFERRED, How.SIMILAR),
    ],
)
def test_the_best_comes_first(words: str, entry: str, role: Role, how: How) -> None:
    assert found(words)[0] == (entry, role, how)


def test_close_spelling_comes_before_what_a_part_is_derived_from() -> None:
    secure = Concept(("mengamankan",), ("secure",), (), PartOfSpeech.VERB)
    vouch = Concept(("menjamin",), ("vouch for",), (), PartOfSpeech.VERB)
    glossary = Glossary([secure, vouch, JAMINAN])

    def hits(words: str) -> list[tuple[str, How]]:
        return [(one.entry, one.how) for one in search(glossary, words)]

    assert hits("jamnan keamanan") == [
        ("jaminan keamanan", How.SIMILAR),
        ("mengamankan", How.DERIVED),
    ]
    # What all the words are derived from comes first still.
    assert hits("menjamin keamanan")[0] == ("menjamin", How.INSIDE)
    assert hits("penjamin")[0] == ("menjamin", How.DERIVED)
    assert hits("terjamin keamanan")[0] == ("jaminan keamanan", How.DERIVED)


def test_every_concept_once_with_its_best_entry() -> None:
    assert found("flower") == [
        ("flower", Role.PREFERRED, How.EXACT),
        ("flower", Role.AVOIDED, How.EXACT),
    ]
    assert [one.concept for one in search(GLOSSARY, "bunga")] == [RATE, FLOWER]
    assert found("flower", limit=1) == [("flower", Role.PREFERRED, How.EXACT)]


def test_nothing_is_found() -> None:
    # Within a word (aman in keamanan) nothing is looked for.
    for words in ("", "   ", "...", "xyzzy", "ama", "aman", "\x1b[31m"):
        assert found(words) == []


def test_similar_spelling_counts_only_where_nothing_else_does() -> None:
    assert How.SIMILAR not in {how for *_, how in found("bunga")}


@given(st.text(), st.integers(1, 5))
def test_any_words_are_borne(words: str, limit: int) -> None:
    results = search(GLOSSARY, words, limit=limit)
    assert len(results) <= limit
    assert len({one.concept for one in results}) == len(results)
    assert all(0 < one.score <= 1 for one in results)
    order = [list(How).index(one.how) for one in results if one.how is not How.SIMILAR]
    assert order == sorted(order)


@given(st.sampled_from(GLOSSARY.concepts), st.data())
def test_every_entry_is_found(concept: Concept, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(concept.terms + concept.renderings + concept.avoided))
    assert concept in [one.concept for one in search(GLOSSARY, entry) if one.how is How.EXACT]
