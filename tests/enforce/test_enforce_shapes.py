"""The shapes of renderings: number, tense, articles, capitals."""

import pytest
from enforcing import ADJECTIVE, ADVERB, NAME, NOUN, PHRASE, VERB, concept
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Flag, Glossary, Match, PartOfSpeech
from padanan.translate.enforce.articles import with_articles
from padanan.translate.enforce.capitals import capital, opens, titled
from padanan.translate.enforce.shapes import is_plural, shapes


def forms(
    rendering: str,
    pos: PartOfSpeech | None = NOUN,
    *,
    before: str = "",
    gone: str = "",
    plural: bool = False,
    keep: bool = False,
) -> list[str]:
    one = concept("istilah", rendering, pos=pos, flags=[Flag.KEEP] if keep else [])
    match = Match(0, 7, one, "istilah", plural=plural)
    return shapes(one, one.preferred, match, before=before, gone=gone)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("guarantee", "guarantees"),
        ("safety pledge", "safety pledges"),
        ("child", "children"),
        ("army", "armies"),
        ("boss", "bosses"),
        ("criterion", "criteria"),
        ("Ministry", "Ministries"),
        ("secretary of state", "secretaries of state"),
        ("member of parliament", "members of parliament"),
        ("agreement between the parties", "agreements between the parties"),
        ("man-made lake", "man-made lakes"),
        ("under secretary", "under secretaries"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert forms(one) == [one, many]
    assert forms(one, plural=True) == [many]
    assert forms(one, gone="the promises") == [many]
    assert forms(one, gone="the promise") == [one]


def test_a_plural_after_general() -> None:
    assert forms("attorney general", plural=True)[0] == "attorneys general"


def test_the_plural_of_letters() -> None:
    assert "MPs" in forms("MP", plural=True)


@pytest.mark.parametrize("rendering", ["tidal flooding", "fish farming", "Flooding"])
def test_what_one_does_is_not_counted(rendering: str) -> None:
    assert forms(rendering, plural=True) == [rendering]
    assert forms(rendering, gone="tidal floods") == [rendering]


@pytest.mark.parametrize("rendering", ["meeting", "court ruling", "wing", "spring"])
def test_what_one_does_and_counts(rendering: str) -> None:
    assert forms(rendering, plural=True) == [f"{rendering}s"]


@pytest.mark.parametrize("rendering", ["goods", "police", "sanctions", "sheep", "headquarters"])
def test_no_plural_of_plurals(rendering: str) -> None:
    assert forms(rendering, plural=True) == [rendering]


@pytest.mark.parametrize("rendering", ["information", "equipment", "evidence"])
def test_what_cannot_be_counted_is_not_made_plural_first(rendering: str) -> None:
    assert forms(rendering, plural=True)[0] == rendering


@pytest.mark.parametrize("rendering", ["legally binding", "on the spot", "as soon as possible"])
def test_phrases_without_a_noun_as_their_head(rendering: str) -> None:
    assert forms(rendering, PHRASE, gone="guarantees")[0] == rendering


@pytest.mark.parametrize(
    ("rendering", "pos"), [("Merapi", NAME), ("free", ADJECTIVE), ("swiftly", ADVERB)]
)
def test_what_is_not_inflected(rendering: str, pos: PartOfSpeech) -> None:
    assert forms(rendering, pos, plural=True, gone="guarantees") == [rendering]


def test_what_is_kept_is_not_inflected() -> None:
    assert forms("warung", keep=True, plural=True, gone="shops") == ["warung"]
    assert forms("tawuran", VERB, keep=True, before="He has ") == ["tawuran"]


@pytest.mark.parametrize(
    ("before", "gone", "form"),
    [
        ("They will ", "", "hold talks"),
        ("They refused to ", "agree", "hold talks"),
        ("They didn't ", "", "hold talks"),
        ("They have ", "", "held talks"),
        ("They were ", "", "holding talks"),
        ("They left without ", "agreeing", "holding talks"),
        ("They ", "agreed", "held talks"),
        ("He ", "agrees", "holds talks"),
        ("They ", "agree", "hold talks"),
    ],
)
def test_verbs_have_the_form_of_their_place(before: str, gone: str, form: str) -> None:
    assert forms("hold talks", VERB, before=before, gone=gone)[0] == form


@pytest.mark.parametrize(
    ("rendering", "past"),
    [
        ("withdraw", "withdrew"),
        ("go on strike", "went on strike"),
        ("evacuate", "evacuated"),
        ("put on trial", "put on trial"),
    ],
)
def test_irregular_verbs(rendering: str, past: str) -> None:
    assert forms(rendering, VERB, before="They ", gone="left")[0] == past


def test_verbs_that_no_lexicon_has() -> None:
    assert forms("zxqvb", VERB)[0]


@given(st.text(min_size=1, max_size=20), st.sampled_from([None, *PartOfSpeech]), st.booleans())
def test_shapes_of_anything(
    rendering: str,
    pos: PartOfSpeech | None,
    plural: bool,
) -> None:
    found = forms(rendering, pos, plural=plural, gone=rendering)
    assert found
    assert len(set(found)) == len(found)


@given(st.sampled_from(["guarantee", "head of the house", "criterion", "boss", "man-made lake"]))
def test_every_shape_of_a_noun_is_recognised(rendering: str) -> None:
    one = concept("istilah", rendering)
    for form in forms(rendering, plural=True):
        assert [hit.concept for hit in Glossary([one]).renderings(f"A {form} came.")] == [one]


@pytest.mark.parametrize(
    ("words", "plural"),
    [
        ("guarantees", True),
        ("two men", True),
        ("its promises,", True),
        ("the house", False),
        ("goods", False),  # one word, that has no singular
        ("Merapi", None),
        ("", None),
        ("!", None),
    ],
)
def test_what_is_plural(words: str, plural: bool | None) -> None:
    assert is_plural(words) is plural


def likeliest(before: str, words: str) -> tuple[str, str]:
    """What is put before a noun, and the noun."""
    return next(iter(with_articles(before, words, name=False, noun=True)))


def article(words: str) -> str:
    """The indefinite article that goes before some words."""
    before, _ = likeliest("They saw a ", words)
    return before.split()[-1]


AN = """
apple election hour honest honour heir honorary uncle umbrella usher urgent utter onerous
upper island eight MP FBI SMS LED RPG HIV X-ray IMF F-16 NGO MRT LNG
unidentified uninformed unimportant uninhabited unintended
Indonesian Israeli American Iranian Asian Australian Italian Uzbek
8-point 11-day 18-year-old 80-page MoU M16
"""
A = """
pledge house hotel university union uniform unit unique use usual utility uranium unilateral
one-way once European Ukrainian Ugandan NATO NASA UN US USB UK UFO UNESCO UNICEF
unanimous euro eulogy Saudi 5-point 100-page FIFA
"""


@pytest.mark.parametrize("word", AN.split())
def test_an(word: str) -> None:
    assert article(f"{word} thing") == "an"


@pytest.mark.parametrize("word", A.split())
def test_a(word: str) -> None:
    assert article(f"{word} thing") == "a"


def test_the_article_is_put_right() -> None:
    assert likeliest("He saw a ", "old pledge") == ("He saw an ", "old pledge")
    assert likeliest("He saw an ", "pledge") == ("He saw a ", "pledge")
    assert likeliest("An ", "pledge") == ("A ", "pledge")
    assert likeliest("A ", "old pledge") == ("An ", "old pledge")


def test_no_indefinite_article_before_plurals_and_names() -> None:
    for words, name in (("pledges", False), ("secretaries of state", False), ("Merapi", True)):
        for before, _ in with_articles("He saw a ", words, name=name, noun=True):
            assert before in {"He saw the ", "He saw "}


def test_the_definite_article_stays() -> None:
    for before in ("He saw the ", "The "):
        assert list(with_articles(before, "pledge", name=False, noun=True)) == [(before, "pledge")]


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Jakarta", ["He saw "]),
        ("Lombok Strait", ["He saw the ", "He saw "]),
        ("Netherlands", ["He saw the ", "He saw "]),
    ],
)
def test_the_definite_article_before_a_name(name: str, left: list[str]) -> None:
    found = list(with_articles("He saw the ", name, name=True, noun=True))
    assert found == [(before, name) for before in left]


def test_a_name_that_has_an_article_gets_it_first() -> None:
    hemisphere = list(with_articles("He saw ", "Southern Hemisphere", name=True, noun=True))
    assert hemisphere[0] == ("He saw ", "the Southern Hemisphere")
    assert hemisphere[1] == ("He saw ", "Southern Hemisphere")


def test_an_article_one_word_before_what_is_many() -> None:
    found = list(with_articles("He saw a fast ", "vehicles", name=False, noun=True))
    assert ("He saw fast ", "vehicles") in found
    assert all(" a " not in before for before, _ in found)


def test_an_article_may_come() -> None:
    assert list(with_articles("He saw ", "pledge", name=False, noun=True))[:2] == [
        ("He saw ", "pledge"),
        ("He saw ", "the pledge"),
    ]
    assert list(with_articles("", "Pledge", name=False, noun=True))[:2] == [
        ("", "Pledge"),
        ("", "The pledge"),
    ]
    assert list(with_articles("", "Hague", name=True, noun=True))[1] == ("", "The Hague")


@pytest.mark.parametrize(
    "before", ["He saw his ", "He saw Amir's ", "the traders' ", "3 ", "no ", "These ", "some "]
)
def test_no_article_after_a_determiner(before: str) -> None:
    assert list(with_articles(before, "pledge", name=False, noun=True)) == [(before, "pledge")]


def test_no_article_before_a_verb() -> None:
    assert list(with_articles("They ", "run", name=False, noun=False)) == [("They ", "run")]


@pytest.mark.parametrize("before", ["He plays in Serie A ", "She took vitamin A ", "It is plan A "])
def test_a_letter_is_no_article(before: str) -> None:
    assert likeliest(before, "encounter") == (before, "encounter")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "“",
        '"',
        "(",
        "- ",
        "He came. ",
        "What? ",
        "Stop! ",
        "Wait… ",
        'He said, "',
        "He left.” ",
    ],
)
def test_where_a_sentence_begins(before: str) -> None:
    assert opens(before)


@pytest.mark.parametrize(
    "before",
    ["He saw ", "He said: ", "Mr. ", "Dr. ", "the U.S. ", "the so-called “", "a — ", "No. ", "a; "],
)
def test_where_none_begins(before: str) -> None:
    assert not opens(before)


@pytest.mark.parametrize(
    "before", ["at 3 p.m. ", "PLN vs. ", "Prof. ", "Gen. ", "Gov. ", "Lt. ", "Sen. ", "Mrs. "]
)
def test_abbreviations_end_no_sentence(before: str) -> None:
    assert not opens(before)


def test_capitals() -> None:
    assert capital("safety pledge") == "Safety pledge"
    assert capital("MPs") == "MPs"
    assert capital("") == ""


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("defense minister", "Defense Minister"),
        ("secretary of state", "Secretary of State"),
        ("minister for home affairs", "Minister for Home Affairs"),
        ("the speaker", "The Speaker"),
        ("MP", "MP"),
        ("", ""),
    ],
)
def test_titles(words: str, title: str) -> None:
    assert titled(words) == title
