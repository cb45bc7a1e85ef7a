"""Renderings put into the source, or beside their terms there."""

import pytest
from enforcing import NAME, VERB, concept, matches
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Flag
from padanan.translate.enforce.replacing import marks, replaced

GUARANTEE = concept("jaminan keamanan", "security guarantee|safety pledge")
ELECTION = concept("pemilu", "general election")
STRAIT = concept("Selat Lombok", "Lombok Strait", pos=NAME)
STRIKE = concept("mogok", "go on strike", pos=VERB)
ALL = (GUARANTEE, ELECTION, STRAIT, STRIKE)


@pytest.mark.parametrize(
    ("source", "wanted", "text"),
    [
        ("Ia minta jaminan keamanan.", [0], "Ia minta security guarantee."),
        ("Pemilu di Selat Lombok.", [0, 1], "General election di Lombok Strait."),
        ("Pemilu di Selat Lombok.", [1], "Pemilu di Lombok Strait."),
        ("Pemilu di Selat Lombok.", [], "Pemilu di Selat Lombok."),
        ("Para jaminan keamanan.", [0], "Para security guarantees."),
        ("Pemilu-pemilu itu.", [0], "General elections itu."),
        ("Buruh akan mogok.", [0], "Buruh akan go on strike."),
        ("Pemilu, lalu pemilu.", [1], "Pemilu, lalu general election."),
        ("Pemilu, lalu pemilu.", [1, 0], "General election, lalu general election."),
    ],
)
def test_some_terms_are_replaced(source: str, wanted: list[int], text: str) -> None:
    assert replaced(source, matches(source, *ALL), wanted) == text


@pytest.mark.parametrize(
    ("source", "wanted", "said"),
    [
        (
            "Pemilu di Selat Lombok.",
            [1, 0],
            {"Pemilu": "general election", "Selat Lombok": "Lombok Strait"},
        ),
        ("Para jaminan keamanan.", [0], {"jaminan keamanan": "security guarantees"}),
        ("Buruh akan mogok.", [0], {"mogok": "go on strike"}),
        ("Pemilu di Selat Lombok.", [], {}),
    ],
)
def test_marks_have_no_capital_of_a_place(
    source: str, wanted: list[int], said: dict[str, str]
) -> None:
    found = marks(source, matches(source, *ALL), wanted)
    assert {source[mark.start : mark.end]: mark.rendering for mark in found} == said
    assert found == sorted(found)


def test_a_short_form_in_brackets_is_not_marked() -> None:
    union = concept("UE", "EU", pos=NAME)
    source = "Uni Eropa (UE) menolak UE."
    assert [mark.start for mark in marks(source, matches(source, union), [0, 1])] == [23]


def test_what_is_kept_stays() -> None:
    kept = concept("e-Tilang", "e-Tilang", flags=[Flag.KEEP])
    source = "Warga memakai e-Tilang."
    assert replaced(source, matches(source, kept), [0]) == source


@given(
    st.lists(st.sampled_from(["pemilu", "jaminan keamanan", "Selat Lombok", "dan", "besar", "—"])),
    st.data(),
)
def test_all_else_stays(words: list[str], data: st.DataObject) -> None:
    source = " ".join(words)
    found = matches(source, *ALL)
    wanted = data.draw(st.sets(st.integers(0, max(0, len(found) - 1)))) if found else set()
    text = replaced(source, found, wanted)
    for words_ in ("dan", "besar", "—"):
        assert text.split().count(words_) == source.split().count(words_)
    for concept_ in (GUARANTEE, ELECTION, STRAIT):
        times = sum(found[at].concept is concept_ for at in wanted)
        assert text.lower().count(concept_.preferred.lower()) == times
    assert len(matches(text, *ALL)) == len(found) - len(wanted)
