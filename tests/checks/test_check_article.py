"""The check of a and an."""

import pytest
from checkpairs import assert_fix_holds, cut, found

CHECK, SOURCE = "article", "Itu."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("a offer", "an offer"),
        ("a hour", "an hour"),
        ("an European", "a European"),
        ("an unanimous vote", "a unanimous vote"),
        ("an one-time job", "a one-time job"),
        ("a unusual day", "an unusual day"),
        ("an U.S. envoy", "a U.S. envoy"),
        ("a NGO", "an NGO"),
        ("a F-16", "an F-16"),
        ("a M.A. degree", "an M.A. degree"),
        ("a “old” man", "an “old” man"),
        ("a 8-year-old", "an 8-year-old"),
        ("an 10-year-old", "a 10-year-old"),
        ("a 11,000-strong army", "an 11,000-strong army"),
    ],
)
def test_the_wrong_article_is_told_and_mended(wrong: str, right: str) -> None:
    (one,) = found(CHECK, SOURCE, f"It is {wrong}.")
    assert one.fix == f"It is {right}."
    assert_fix_holds(CHECK, SOURCE, one)
    assert found(CHECK, SOURCE, f"It is {right}.") == []


def test_a_sentence_keeps_its_capital_and_all_are_mended_at_once() -> None:
    target = "A Indonesian man saw a owl. An year passed."
    (one,) = found(CHECK, SOURCE, target)
    assert cut(target, one.target_spans) == ["A Indonesian", "a owl", "An year"]
    assert one.fix == "An Indonesian man saw an owl. A year passed."


@pytest.mark.parametrize(
    "target",
    [
        "Vitamin A is in Serie A and hepatitis A in 2020.",
        "An historic day, a historic day.",
        "It is an x-ray, an mRNA vaccine, an iPhone, a YouTube star.",
        "It is a SIM card, a NATO ally, a UNESCO site, a RAM chip, an LSE man.",
        "It was an 1800 law and a 1100 law.",
        "It is a utopian, ubiquitous ukulele, a union, a uranium mine, an umbrella.",
        "An Nahar reported it.",
        "It is at 5 a.m. in a café or an étude.",
    ],
)
def test_what_is_right_or_may_be_is_let_pass(target: str) -> None:
    assert found(CHECK, SOURCE, target) == []


def test_what_the_source_says_in_english_is_let_pass() -> None:
    assert found(CHECK, "Lagu “A Offer” itu.", "The song “A Offer”.") == []
