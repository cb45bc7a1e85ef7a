"""Matching measured on marked sentences, written without looking at the matchers.

At first sight, precision and recall were: terms-dev 0.987 and 0.994, renderings-dev 0.971 and 0.985
(both before anything was mended); with these mended, terms-heldout 1.000 and 1.000,
renderings-heldout 0.993 and 1.000; and, by another hand, terms-second 0.974 and 0.974,
renderings-second 0.946 and 0.983, or 0.980, 0.977, 0.979 and 0.992 after errors in the marking were
put right; and, by a third hand with all these mended, terms-third 0.995 and 0.995, renderings-third
0.989 and 0.993. What each showed has been mended since where a rule could mend it, so only first
sights are a forecast: expect 0.98 to 0.99 on a new hand's sentences.
"""

import marking
import pytest

from padanan.glossary import Glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    loaded = Glossary.load(marking.FOLDER / "glossary.tsv", cldr=False)
    assert loaded.problems == ()
    return loaded


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("terms-dev.txt", 450),
        ("terms-heldout.txt", 150),
        ("terms-second.txt", 250),
        ("terms-third.txt", 250),
    ],
)
def test_terms(glossary: Glossary, name: str, least: int) -> None:
    def find(sentence: str) -> set[marking.Occurrence]:
        return {
            (match.start, match.end, match.concept.terms[0]) for match in glossary.match(sentence)
        }

    result = marking.score(name, find)
    assert result.right + len(result.missed) >= least
    assert result.precision >= 0.99, str(result)
    assert result.recall >= 0.97, str(result)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("renderings-dev.txt", 200),
        ("renderings-heldout.txt", 100),
        ("renderings-second.txt", 150),
        ("renderings-third.txt", 150),
    ],
)
def test_renderings(glossary: Glossary, name: str, least: int) -> None:
    def find(sentence: str) -> set[marking.Occurrence]:
        return {
            (match.start, match.end, f"{match.concept.terms[0]}|{match.status}")
            for match in glossary.renderings(sentence)
        }

    result = marking.score(name, find)
    assert result.right + len(result.missed) >= least
    assert result.precision >= 0.99, str(result)
    assert result.recall >= 0.97, str(result)


@pytest.mark.parametrize("name", ["terms-dev.txt", "terms-second.txt"])
def test_what_stands_before_a_sentence_changes_nothing(glossary: Glossary, name: str) -> None:
    before = "Ia pergi. "
    for sentence, _ in marking.sentences(name):
        if sentence.isupper() or sentence[0] == ",":
            continue  # capitals throughout are judged by the whole text
        alone = glossary.match(sentence)
        after = glossary.match(before + sentence)
        shifted = {(match.start - len(before), match.end - len(before)) for match in after}
        # Only at the beginning of a text may a capital be there for the sentence's sake alone.
        assert shifted >= {(match.start, match.end) for match in alone if match.start > 2}, sentence
