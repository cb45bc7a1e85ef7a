"""Renderings in English sentences: inflection, spelling, hyphens, capitals, overlaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Flag, Glossary, PartOfSpeech, RenderingForm, Status

NOUN, VERB, NAME = PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.NAME


def concept(
    term: str, renderings: str, avoided: str = "", pos: PartOfSpeech | None = NOUN, *flags: Flag
) -> Concept:
    return Concept(
        (term,),
        tuple(renderings.split("|")),
        tuple(filter(None, avoided.split("|"))),
        pos,
        flags=frozenset(flags),
    )


NEWS = Glossary(
    [
        concept("jaminan keamanan", "security guarantee", "safety guarantee"),
        concept("deeskalasi", "de-escalation|deescalate", "escalation reduction"),
        concept("pertahanan", "defense"),
        concept("program buruh", "labor program"),
        concept("menlu", "foreign minister|secretary of state"),
        concept("jaksa agung", "attorney general"),
        concept("penumpukan militer", "military buildup"),
        concept("terapis", "therapist"),
        concept("berunding", "hold talks|negotiate", pos=VERB),
        concept("AS", "United States|US|U.S.", pos=NAME),
        concept("WHO", "WHO", pos=NAME),
        concept("Mei", "May", pos=NAME),
        concept("Rusia", "Russia|Russian", pos=NAME),
        concept("barang", "goods"),
        concept("sanksi", "sanctions"),
        concept("hukum", "legally binding", pos=PartOfSpeech.PHRASE),
        concept("stasiun", "station"),
        concept("perang", "war"),
        concept("anggota DPR", "MP"),
        concept("UNESCO", "UNESCO", pos=NAME),
        concept("SUN", "state debenture"),
        concept("IPO", "hold an IPO"),
        concept("Xi", "Xi", pos=NAME),
        concept("juru bicara", "spokesperson"),
        concept("menurut", "reported by", pos=PartOfSpeech.PHRASE),
        concept("media", "the media|securities"),
    ]
)


def found(text: str, glossary: Glossary = NEWS) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.rendering) for hit in glossary.renderings(text)]


@pytest.mark.parametrize(
    ("text", "surface", "rendering"),
    [
        ("Security guarantees", "Security guarantees", "security guarantee"),
        ("a security guarantee’s price", "security guarantee’s", "security guarantee"),
        ("security guarantees' price", "security guarantees'", "security guarantee"),
        ("security-guarantee", "security-guarantee", "security guarantee"),
        ("deescalation", "deescalation", "de-escalation"),
        ("de escalation", "de escalation", "de-escalation"),
        ("DE-ESCALATION", "DE-ESCALATION", "de-escalation"),
        ("de-escalated", "de-escalated", "deescalate"),
        ("defence", "defence", "defense"),
        ("labour programmes", "labour programmes", "labor program"),
        ("Secretaries of State", "Secretaries of State", "secretary of state"),
        ("attorneys general", "attorneys general", "attorney general"),
        ("attorney generals", "attorney generals", "attorney general"),
        ("a military build-up", "military build-up", "military buildup"),
        ("a military build up", "military build up", "military buildup"),
        ("held talks", "held talks", "hold talks"),
        ("holding talks", "holding talks", "hold talks"),
        ("the U.S. envoy", "U.S.", "U.S."),
        ("the US’s envoy", "US’s", "US"),
        ("Russians", "Russians", "Russian"),
        ("one sanction", "sanction", "sanctions"),
        ("MPs", "MPs", "MP"),
        ("It ended. US.", "US", "US"),
        ("spokespeople", "spokespeople", "spokesperson"),
        ("(WHO)", "WHO", "WHO"),
        ("the W.H.O. said", "W.H.O.", "WHO"),
        ("Nato and Unesco", "Unesco", "UNESCO"),
        ("state debentures", "state debentures", "state debenture"),
        ("held an IPO", "held an IPO", "hold an IPO"),
        ("the U.S.’s envoy", "U.S.’s", "U.S."),
    ],
)
def test_forms(text: str, surface: str, rendering: str) -> None:
    assert (surface, rendering) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "tell us who may come, mps",
        "good",
        "the rapist",
        "a state of warning, toward",
        "secures guarantee",
        "nation stated",
        "security. Guarantee",
        "reports by, see https://war.example/who war@mp.example",
        "a medium, a security",
        "X is here",
        "a brother-in-war",
        "",
        "'s ' .",
    ],
)
def test_what_is_no_rendering(text: str) -> None:
    assert found(text) == []


def test_status_and_form() -> None:
    hits = NEWS.renderings("De-escalating is no escalation reduction.")
    assert [(hit.rendering, hit.status, hit.form) for hit in hits] == [
        # A listed verb comes before the derived form of a noun.
        ("deescalate", Status.ADMITTED, RenderingForm.INFLECTED),
        ("escalation reduction", Status.AVOIDED, RenderingForm.BASE),
    ]
    (hit,) = Glossary([concept("deeskalasi", "de-escalation")]).renderings("de-escalating")
    assert (hit.status, hit.form) == (Status.PREFERRED, RenderingForm.DERIVED)


def test_the_longest_hides_what_is_in_it_unless_only_some_are_asked_for() -> None:
    guarantee = concept("jaminan", "guarantee")
    security = concept("jaminan keamanan", "security guarantee")
    glossary = Glossary([guarantee, security])
    assert found("a security guarantee", glossary) == [("security guarantee",) * 2]
    (hit,) = glossary.renderings("a security guarantee", [guarantee])
    assert (hit.concept, hit.start) == (guarantee, 11)


def test_one_rendering_of_several_concepts_is_there_for_each() -> None:
    state, country = concept("negara bagian", "state"), concept("negara", "country|state")
    hits = Glossary([state, country]).renderings("two states")
    assert [(hit.concept, hit.status) for hit in hits] == [
        (state, Status.PREFERRED),
        (country, Status.ADMITTED),
    ]


_WORDS = (
    "security",
    "guarantees",
    "de",
    "escalation",
    "U",
    "S",
    "US",
    "held",
    "talks",
    "build",
    "up",
)
_MARKS = ("-", "’s", "'", ".", "ß", "🙂", "\u0301", "\u00ad", "\ud800", " ", " ", " ")


@given(st.one_of(st.lists(st.sampled_from((*_WORDS, *_MARKS))).map("".join), st.text()))
def test_places_are_true_whatever_the_text(text: str) -> None:
    end = 0
    for hit in NEWS.renderings(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert end <= hit.start
        end = hit.end
        assert not text[hit.start - 1 : hit.start].isalnum()
        assert not text[hit.end : hit.end + 1].isalnum()


@given(
    st.lists(st.sampled_from((*_WORDS, *_MARKS))).map("".join),
    st.sets(st.sampled_from(NEWS.concepts)),
)
def test_what_is_looked_for_is_found_as_if_there_were_nothing_else(
    text: str, wanted: set[Concept]
) -> None:
    alone = Glossary(one for one in NEWS.concepts if one in wanted)
    assert NEWS.renderings(text, wanted) == alone.renderings(text)
