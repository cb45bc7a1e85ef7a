"""Renderings in the capitals and the possessive of their places."""

import pytest
from enforcing import NAME, NOUN, concept, matches
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Flag
from padanan.translate.enforce.aligned import Aligned
from padanan.translate.enforce.polish import stutters
from padanan.translate.enforce.verdict import Judge
from padanan.translate.engine.protocol import Candidate

GUARANTEE = concept("jaminan keamanan", "security guarantee")
MINISTER = concept("menteri pertahanan", "defense minister")
HORMUZ = concept("Amos", "Amos", pos=NAME)


def polished(source: str, text: str, *concepts: Concept) -> str:
    found = matches(source, *concepts)
    assert found
    return Judge(found).polish(source, text, found, range(len(found)))[0]


@pytest.mark.parametrize(
    ("source", "text", "better"),
    [
        ("Jaminan keamanan itu datang.", "security guarantee came.", "Security guarantee came."),
        ("Kini jaminan keamanan.", "Now Security guarantees.", "Now security guarantees."),
        ("Kini jaminan keamanan.", "Now a security guarantee.", "Now a security guarantee."),
        (
            "Katanya, “jaminan keamanan.”",
            "He said, “security guarantees.”",
            "He said, “Security guarantees.”",
        ),
        (
            "Ia pulang. Jaminan keamanan tiba.",
            "He left. security guarantees came.",
            "He left. Security guarantees came.",
        ),
        ("jaminan keamanan", "“security guarantee”", "“Security guarantee”"),
    ],
)
def test_capitals_follow_the_sentence(source: str, text: str, better: str) -> None:
    assert polished(source, text, GUARANTEE) == better


def test_a_headline_keeps_its_capitals() -> None:
    source = "Warga Minta Jaminan Keamanan"
    text = "Residents Ask for Security Guarantees"
    assert polished(source, text, GUARANTEE) == text


def test_a_title_keeps_its_capital() -> None:
    source = "Kemarin Menteri Pertahanan Wiratama tiba."
    text = "Yesterday Defense Minister Wiratama arrived."
    assert polished(source, text, MINISTER) == text


def test_names_and_letters_keep_theirs() -> None:
    kept = concept("X-ray", "X-ray")
    assert polished("Ia butuh X-ray.", "He needs an X-ray.", kept) == "He needs an X-ray."
    merapi = concept("merapi", "Merapi", pos=NAME)
    assert polished("Di lereng Merapi.", "On Merapi's slopes.", merapi) == "On Merapi's slopes."


@pytest.mark.parametrize("name", ["e-Tilang", "iMangga"])
def test_what_is_kept_stays_as_it_is(name: str) -> None:
    kept = concept(name, name, pos=NOUN, flags=[Flag.KEEP])
    text = f"{name} is closed."
    assert polished(f"{name} ditutup.", text, kept) == text


@pytest.mark.parametrize("mark", ["'", "’"])
def test_the_possessive_of_a_name_in_s(mark: str) -> None:
    text = f"He saw Amos{mark}s house."
    assert polished("Ia melihat rumah Amos.", text, HORMUZ) == f"He saw Amos{mark} house."


def test_two_terms_are_polished_alike() -> None:
    source = "Jaminan keamanan dan menteri pertahanan serta Amos."
    text = "security guarantees and a Defense minister and Amos's son."
    assert polished(source, text, GUARANTEE, MINISTER, HORMUZ) == (
        "Security guarantees and a defense minister and Amos' son."
    )


def test_a_rendering_of_two_terms_is_polished_once() -> None:
    source = "Amos bertemu ayah Amos."
    assert polished(source, "Amos's father came.", HORMUZ) == "Amos' father came."


def test_nothing_else_is_touched() -> None:
    source = "Kini jaminan keamanan."
    text = "now  THE Thing ,is “odd\u2009” the\tsecurity guarantee"
    assert polished(source, text, GUARANTEE) == text


def test_the_verdict_is_of_the_polished_text() -> None:
    source = "Amos dan jaminan keamanan."
    found = matches(source, HORMUZ, GUARANTEE)
    text, verdict, _ = Judge(found).polish(source, "Amos's Security guarantee.", found, [0, 1])
    renderings = [use.rendering for use in verdict.uses]
    assert [text[one.start : one.end] for one in renderings if one] == [
        "Amos'",
        "security guarantee",
    ]


def test_the_alignment_goes_along() -> None:
    source = "Amos minta jaminan"
    pieces = ("▁Amos", "▁minta", "▁jaminan")
    candidate = Candidate(
        "Amos's wish promise",
        -1.0,
        pieces,
        ("▁Amos's", "▁wish", "▁promise"),
        ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    )
    found = matches(source, HORMUZ)
    aligned = Aligned.of(source, candidate)
    text, _, moved = Judge(found).polish(source, candidate.text, found, [0], aligned)
    assert text == "Amos' wish promise"
    assert moved is not None
    assert moved.text == text
    place = moved.place(source.index("jaminan"), len(source))
    assert place is not None
    assert text[slice(*place)] == "promise"


@given(st.lists(st.sampled_from(["security guarantee", "Amos's", "Amos’s", ". ", "“", "x", " "])))
def test_polishing_twice_is_polishing_once(words: list[str]) -> None:
    source = "Amos minta jaminan keamanan."
    once = polished(source, "".join(words), HORMUZ, GUARANTEE)
    assert polished(source, once, HORMUZ, GUARANTEE) == once
    assert "".join(once.split()).lower().count("guarantee") == "".join(words).count("guarantee")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("", 0),
        ("he had left", 0),
        ("the the house", 1),
        ("The the house, of of it", 2),
        ("the, the house", 1),
        ("the then", 0),
        ("bathe the house", 0),
    ],
)
def test_stutters(text: str, times: int) -> None:
    assert stutters(text) == times
