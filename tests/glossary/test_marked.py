"""Matching measured on marked sentences, written without looking at the matchers."""

import marking
import pytest

from padanan.glossary import Glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    loaded = Glossary.load(marking.FOLDER / "glossary.tsv", cldr=False)
    assert loaded.problems == ()
    return loaded


@pytest.mark.parametrize(("name", "least"), [("terms-dev.txt", 450), ("terms-heldout.txt", 150)])
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
    ("name", "least"), [("renderings-dev.txt", 200), ("renderings-heldout.txt", 100)]
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
