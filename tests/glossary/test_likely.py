"""What is left out before a few words are looked up: nothing that would answer."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from padanan.glossary import Concept, Glossary
from padanan.glossary.derived import Suggester
from padanan.glossary.likely import by_beginning, by_rendering, by_root
from padanan.glossary.match import Matcher
from running import ROOT


@cache
def shipped() -> Glossary:
    return Glossary.load(ROOT / "terms.tsv")


@cache
def some() -> Glossary:
    """Some of its concepts: with all of them it takes minutes, and has found nothing either."""
    return Glossary(shipped().concepts[::9], cldr=True)


@cache
def suggester() -> Suggester:
    return Suggester(some().concepts)


@cache
def terms() -> st.SearchStrategy[str]:
    concepts = (*some().concepts, *some().builtin)
    return st.sampled_from([term for concept in concepts for term in concept.terms])


_before = st.sampled_from(["", "", "ku", "kau", "di", "me", "meng", "mem", "pen", "pasca", "para "])
_after = st.sampled_from(["", "", "nya", "lah", "kan", "an", "i", "-nya", "2", ".", "kah", "ku"])
_join = st.sampled_from([" ", " ", "-", "", ", ", ". ", "\u00a0", "/"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Terms in all kinds of forms, and next to each other."""
    text = ""
    for _ in range(draw(st.integers(1, 3))):
        term = draw(terms())
        change = draw(
            st.sampled_from([str, str.upper, str.title, str.lower, _joined, _doubled, _dotted])
        )
        text += f"{draw(_before)}{change(term)}{draw(_after)}{draw(_join)}"
    return text


def _joined(term: str) -> str:
    return term.replace(" ", "", 1)


def _doubled(term: str) -> str:
    first, _, rest = term.partition(" ")
    return f"{first}-{first} {rest}"


def _dotted(term: str) -> str:
    return ".".join(term[:4])


@settings(max_examples=40)
@given(st.one_of(texts(), st.text(max_size=20)))
def test_every_match_is_found(text: str) -> None:
    glossary = some()
    few = Matcher(by_beginning(glossary.concepts, text), by_beginning(glossary.builtin, text))
    matches = glossary.match(text)
    assert few.match(text) == matches
    likely = Suggester(by_root(glossary.concepts, text))
    assert likely.suggest(text, matches) == suggester().suggest(text, matches)


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("security guarantee", "security guarantees"),
        ("de-escalation", "deescalating"),
        ("ceasefire", "cease-fires"),
        ("cease fire agreement", "ceasefire agreements"),
        ("neighbourhood", "neighborhoods"),
        ("organisation", "organizations"),
        ("favourite", "favorites"),
        ("man of war", "men of war"),
        ("spokesperson", "spokespeople"),
        ("attorney general", "attorneys general"),
        ("aid", "aids"),
        ("IMF", "IMFs"),
    ],
)
def test_a_rendering_in_another_form_is_likely(rendering: str, text: str) -> None:
    concept = Concept(("kata",), (rendering,))
    assert by_rendering([concept], text) == [concept]
    assert Glossary([concept]).renderings(text)


@pytest.mark.parametrize(
    ("rendering", "text"),
    [("Guatemala", "guarantees"), ("Secretary General", "security"), ("at", "at"), ("a b", "")],
)
def test_what_only_begins_alike_is_not(rendering: str, text: str) -> None:
    assert by_rendering([Concept(("kata",), (rendering,))], text) == []


def test_of_the_shipped_glossary_few_renderings_are_likely() -> None:
    glossary = shipped()
    concepts = (*glossary.concepts, *glossary.builtin)
    assert len(by_rendering(concepts, "security guarantees")) < 30
    assert len(by_beginning(concepts, "jaminan keamanannya")) < 600
    assert by_beginning(concepts, "xyzzyq") == []
