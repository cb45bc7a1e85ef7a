"""Names and figures: which candidate comes first for their sake, and which one loses them."""

import pytest
from enforcing import NAME, concept, matches
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.enforce.facts import CLOSE, fullest_first, loses
from padanan.translate.engine.protocol import Candidate

SOURCE = "Sebanyak 2.500 warga Cianjur pergi."


def first(source: str, *texts: str, apart: float = CLOSE / 4) -> str:
    """What comes first of candidates, each that much less likely than the one before."""
    candidates = [Candidate(text, -0.5 - at * apart) for at, text in enumerate(texts)]
    found = fullest_first(source, candidates)
    assert sorted(one.text for one in found) == sorted(texts)
    return found[0].text


def test_a_candidate_with_the_figure_comes_first() -> None:
    assert first(SOURCE, "Some left.", "Some 2,500 left.", "Exactly 2,500 left.") == (
        "Some 2,500 left."
    )


def test_the_others_keep_their_order() -> None:
    candidates = [Candidate(text, -0.5) for text in ("a", "b", "2,500", "c")]
    assert [one.text for one in fullest_first(SOURCE, candidates)] == ["2,500", "a", "b", "c"]


def test_a_much_less_likely_one_does_not() -> None:
    assert first(SOURCE, "Some left.", "Some 2,500 left.", apart=2 * CLOSE) == "Some left."


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (SOURCE, ["Some 2,500 left.", "Exactly 2,500 left."]),
        (SOURCE, ["Some left.", "They left."]),
        (SOURCE, ["Some left."]),
        ("Warga Cianjur pergi.", ["They left 5 times.", "People of Cianjur left."]),
    ],
)
def test_the_likeliest_stays_first(source: str, texts: list[str]) -> None:
    assert first(source, *texts) == texts[0]


def test_no_candidates() -> None:
    assert list(fullest_first(SOURCE, [])) == []


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("2,500 people left Cianjur.", "2,500 people left.", True),
        ("2,500 people left Cianjur.", "Cianjur lost 2,500 people.", False),
        ("2,500 people left.", "They left.", True),
        ("2,500 people left.", "25 people left.", True),
        ("People left.", "They left.", False),
        ("People left.", "2,500 people left Cianjur.", False),
    ],
)
def test_names_and_figures_are_not_lost(before: str, after: str, lost: bool) -> None:
    assert loses(SOURCE, (), before, after) is lost


def test_a_term_is_no_name() -> None:
    """Its words are to go."""
    source = "Ia pergi ke Selat Lombok dan Bima."
    terms = matches(source, concept("Selat Lombok", "Lombok Strait", pos=NAME))
    before = "He went to Selat Lombok and Bima."
    assert not loses(source, terms, before, "He went to the strait and Bima.")
    assert loses(source, terms, before, "He went to the Lombok Strait.")
    assert loses(source, (), before, "He went to the strait and Bima.")


_TEXTS = st.lists(
    st.sampled_from(["2.500", "2,500", "Cianjur", "Rp5", "12 Mei", "people", "left", ".", "X-1"]),
    max_size=6,
).map(" ".join)


@given(_TEXTS, _TEXTS, st.lists(_TEXTS, max_size=4))
def test_nothing_is_lost_by_staying(source: str, text: str, others: list[str]) -> None:
    assert not loses(source, (), text, text)
    candidates = [Candidate(one, -float(at)) for at, one in enumerate([text, *others])]
    assert {*fullest_first(source, candidates)} == {*candidates}
