"""What became of the terms of a source in its translation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Glossary, PartOfSpeech, Status
from padanan.translate.adherence import Held, Use, uses

NOUN, VERB, NAME = PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.NAME


def concept(
    terms: str, renderings: str, avoided: str = "", pos: PartOfSpeech = NOUN, domain: str = ""
) -> Concept:
    return Concept(
        tuple(terms.split("|")),
        tuple(renderings.split("|")),
        tuple(filter(None, avoided.split("|"))),
        pos,
        domain,
    )


GUARANTEE = concept("jaminan keamanan", "security guarantee|safety guarantee", "safe guarantee")
RUSSIA = concept("Rusia", "Russia|Russian", pos=NAME)
NATIONS = concept("Perserikatan Bangsa-Bangsa|PBB", "United Nations|UN", pos=NAME)
BANK = concept("bank", "bank", domain="economy")
MONTH = concept("bulan", "month", "moon cycle", domain="time")
MOON = concept("bulan", "moon|lunar body", "month light", domain="science")
TEXTS = Glossary([GUARANTEE, RUSSIA, NATIONS, BANK, MONTH, MOON])


def one(source: str, target: str) -> Use:
    (use,) = uses(TEXTS, source, target)
    return use


def surface(use: Use, target: str) -> str | None:
    return use.rendering and target[use.rendering.start : use.rendering.end]


@pytest.mark.parametrize(
    ("target", "held", "words"),
    [
        ("They want a security guarantee.", Held.PREFERRED, "security guarantee"),
        ("Security guarantees are wanted.", Held.PREFERRED, "Security guarantees"),
        ("They want a safety guarantee.", Held.ADMITTED, "safety guarantee"),
        ("They want a safety and a security guarantee.", Held.PREFERRED, "security guarantee"),
        ("A safety guarantee, a security guarantee.", Held.PREFERRED, "security guarantee"),
        ("They want promises.", Held.MISSING, None),
        ("", Held.MISSING, None),
    ],
)
def test_how_a_term_is_held(target: str, held: Held, words: str | None) -> None:
    use = one("Mereka minta jaminan keamanan.", target)
    assert (use.held, surface(use, target)) == (held, words)
    assert use.agreed is (held is Held.PREFERRED)
    assert use.concept is GUARANTEE
    assert use.avoided == ()


def test_avoided_renderings() -> None:
    target = "They want safe guarantees, a security guarantee and a safe guarantee."
    use = one("Mereka minta jaminan keamanan.", target)
    assert use.held is Held.PREFERRED
    assert [target[bad.start : bad.end] for bad in use.avoided] == [
        "safe guarantees",
        "safe guarantee",
    ]
    assert {bad.status for bad in use.avoided} == {Status.AVOIDED}


def test_an_avoided_rendering_does_not_hold() -> None:
    use = one("Mereka minta jaminan keamanan.", "They want safe guarantees.")
    assert use.held is Held.MISSING
    assert use.rendering is None
    assert len(use.avoided) == 1
    assert not use.agreed


def test_no_terms() -> None:
    assert uses(TEXTS, "Mereka pergi.", "They left with security guarantees.") == ()
    assert uses(TEXTS, "", "") == ()
    assert uses(Glossary([]), "Rusia", "Russia") == ()


def test_known_matches_are_taken() -> None:
    source, target = "Rusia minta jaminan keamanan.", "Russia wants security guarantees."
    matches = TEXTS.match(source)
    assert uses(TEXTS, source, target, matches) == uses(TEXTS, source, target)
    assert [use.match for use in uses(TEXTS, source, target, matches[1:])] == [matches[1]]


def test_homonyms_are_held_by_either() -> None:
    for target, sense in (("The moon rose.", MOON), ("A month passed.", MONTH)):
        use = one("Satu bulan.", target)
        assert (use.concept, use.held) == (sense, Held.PREFERRED)


def test_a_preferred_homonym_goes_before_an_admitted_one() -> None:
    use = one("Satu bulan.", "In a month the lunar body rose.")
    assert (use.concept, use.held) == (MONTH, Held.PREFERRED)
    use = one("Satu bulan.", "The lunar body rose.")
    assert (use.concept, use.held) == (MOON, Held.ADMITTED)


def test_what_to_avoid_of_homonyms() -> None:
    held = one("Satu bulan.", "The moon gave month light in a moon cycle.")
    assert held.concept is MOON
    assert [bad.rendering for bad in held.avoided] == ["month light"]
    missing = one("Satu bulan.", "Light in a moon cycle, a month light.")
    assert missing.held is Held.MISSING
    assert {bad.concept for bad in missing.avoided} == {MONTH, MOON}


def test_repeated_terms_take_renderings_in_turn() -> None:
    source = "Bank itu kawan bank ini, kata bank."
    target = "The bank is a friend of this bank."
    found = uses(TEXTS, source, target)
    assert [use.rendering.start for use in found if use.rendering] == [
        target.index("bank"),
        target.rindex("bank"),
        target.rindex("bank"),
    ]
    assert {use.held for use in found} == {Held.PREFERRED}


def test_a_repeated_term_said_once_is_held() -> None:
    found = uses(TEXTS, "Jaminan keamanan itu jaminan keamanan.", "It is a security guarantee.")
    assert [use.held for use in found] == [Held.PREFERRED] * 2


def test_two_terms_of_one_concept() -> None:
    found = uses(TEXTS, "Perserikatan Bangsa-Bangsa (PBB) datang.", "The United Nations came.")
    assert [use.match.term for use in found] == ["Perserikatan Bangsa-Bangsa", "PBB"]
    assert [use.held for use in found] == [Held.PREFERRED] * 2


def test_an_adjective_is_agreed_after_a_noun() -> None:
    use = one("Ia melihat tentara Rusia.", "He saw Russian soldiers.")
    assert (use.held, use.agreed) == (Held.ADMITTED, True)


@pytest.mark.parametrize(
    "source", ["Ia tinggal di Rusia.", "Rusia pergi.", "Ia, Rusia, pergi.", "Ia lari dari Rusia."]
)
def test_an_adjective_is_not_agreed_for_a_noun_of_its_own(source: str) -> None:
    use = one(source, "He saw Russian soldiers.")
    assert (use.held, use.agreed) == (Held.ADMITTED, False)


def test_a_short_form_is_agreed_for_a_short_one() -> None:
    assert one("Kata PBB.", "The UN said so.").agreed
    assert not one("Kata Perserikatan Bangsa-Bangsa.", "The UN said so.").agreed


_SOURCES = ["Rusia", "PBB", "bulan", "jaminan keamanan", "di", "bank", "dan", "."]
_TARGETS = ["Russia", "Russian", "UN", "moon", "months", "security guarantees", "the", "."]
_TARGETS += ["safe guarantee", "moon cycle", "banks", "safety guarantee", "’s"]


def sentences(words: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words)).map(" ".join)


@given(sentences(_SOURCES), sentences(_TARGETS))
def test_uses_are_consistent(source: str, target: str) -> None:
    found = uses(TEXTS, source, target)
    assert tuple(use.match for use in found) == TEXTS.match(source)
    for use in found:
        assert use.concept in (use.match.concept, *use.match.homonyms)
        assert (use.rendering is None) == (use.held is Held.MISSING)
        if use.held is Held.PREFERRED:
            assert use.agreed
        if use.held is Held.MISSING:
            assert not use.agreed
        if use.rendering is not None:
            assert use.rendering.concept is use.concept
            assert use.rendering.rendering in use.concept.renderings
            assert 0 <= use.rendering.start < use.rendering.end <= len(target)
        for bad in use.avoided:
            assert bad.rendering in bad.concept.avoided
    held = {use.concept: use.held for use in found}
    for use in found:
        assert held[use.concept] is not Held.MISSING or use.held is Held.MISSING


def test_an_adjective_that_would_not_do_is_still_the_terms_own() -> None:
    source, target = "Warga Rusia bekerja di Rusia.", "Russian citizens work in Russian plants."
    first, second = uses(TEXTS, source, target)
    assert (first.agreed, second.agreed) == (True, False)
    assert first.rendering
    assert second.rendering
    assert (first.rendering.start, second.rendering.start) == (0, target.rindex("Russian"))
