"""The glossary we ship."""

from pathlib import Path

import pytest

from padanan.glossary import Flag, Glossary

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def terms() -> Glossary:
    return Glossary.load(ROOT / "terms.tsv")


def test_has_no_problems(terms: Glossary) -> None:
    assert [problem.located("terms.tsv") for problem in terms.problems] == []
    assert len(terms.concepts) >= 250


def test_every_concept_is_described(terms: Glossary) -> None:
    assert [concept.terms[0] for concept in terms.concepts if not concept.pos] == []
    assert [concept.terms[0] for concept in terms.concepts if not concept.domain] == []


def test_no_avoided_rendering_is_part_of_an_accepted_one(terms: Glossary) -> None:
    """It could not be told from the accepted one in a translation."""
    assert [
        (rendering, avoided)
        for concept in terms.concepts
        for rendering in concept.renderings
        for avoided in concept.avoided
        if f" {avoided.casefold()} " in f" {rendering.casefold()} "
    ] == []


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("NATO", "North Atlantic Treaty Organization"),
        ("sekjen NATO", "NATO Secretary General"),
        ("Dewan Rusia-NATO", "NATO-Russia Council"),
        ("Perjanjian Pasukan Nuklir Jarak Menengah", "Intermediate-Range Nuclear Forces Treaty"),
        ("deeskalasi", "de-escalation"),
        ("jaminan keamanan", "security guarantee"),
        ("mengikat secara hukum", "legally binding"),
        ("penumpukan militer", "military buildup"),
        ("kebijakan pintu terbuka", "open-door policy"),
        ("awak media", "journalist"),
        ("KPK", "Corruption Eradication Commission"),
        ("BPS", "Statistics Indonesia"),
        ("pengadilan negeri", "District Court"),
    ],
)
def test_terms_of_the_seed_articles_and_of_the_state(
    terms: Glossary, indonesian: str, english: str
) -> None:
    assert [concept.preferred for concept in terms.find(indonesian)] == [english]


def test_short_forms_that_are_also_words_heed_capitals(terms: Glossary) -> None:
    for short in ("AS", "BI", "BIN", "BOS", "HAM", "MA", "PAN", "WHO"):
        (concept,) = (c for c in terms.concepts if short in c.terms)
        assert Flag.CASE in concept.flags, short
