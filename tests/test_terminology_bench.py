"""The measures of bench/terminology.py: whether they count what they say."""

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from padanan.glossary import Concept, Glossary, PartOfSpeech
from padanan.translate.adherence import Use, uses


def _load(path: Path) -> ModuleType:
    """`bench` is not installed with the package, nor a package of its own."""
    spec = importlib.util.spec_from_file_location("bench_adherence", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


bench = _load(Path(__file__).parents[1] / "bench" / "adherence.py")

POLICE = Concept(("polisi",), ("police", "officer"), pos=PartOfSpeech.NOUN)
LAW = Concept(("hukum",), ("law", "legal", "legislation"), ("punishment",), PartOfSpeech.NOUN)
ALLIANCE = Concept(("aliansi",), ("alliance",), pos=PartOfSpeech.NOUN)
GERMANY = Concept(("Jerman",), ("Germany", "German"), pos=PartOfSpeech.NAME, domain="place")
GLOSSARY = Glossary([ALLIANCE, LAW, GERMANY, POLICE])


def used(*pairs: tuple[str, str]) -> list[Sequence[Use]]:
    return [uses(GLOSSARY, source, target) for source, target in pairs]


@pytest.mark.parametrize(
    ("preferred", "rendering", "domain", "pos", "variant"),
    [
        ("Germany", "German", "place", PartOfSpeech.NAME, True),
        ("United Kingdom", "British", "place", PartOfSpeech.NAME, True),
        ("United Kingdom", "Britain", "place", PartOfSpeech.NAME, False),
        ("United States", "US", "place", PartOfSpeech.NAME, False),
        ("US", "U.S.", "place", PartOfSpeech.NAME, True),
        ("economy", "economic", "economy", PartOfSpeech.NOUN, True),
        ("law", "legal", "law", PartOfSpeech.NOUN, True),
        ("law", "legislation", "law", PartOfSpeech.NOUN, False),
        ("suicide bombing", "suicide bomb", "security", PartOfSpeech.NOUN, True),
        ("train station", "railway station", "transport", PartOfSpeech.NOUN, False),
        ("capital", "capital city", "government", PartOfSpeech.NOUN, False),
        ("die", "dead", "society", PartOfSpeech.VERB, True),
        ("constitution", "constitutional", "law", PartOfSpeech.NOUN, True),
        ("expenditure", "spending", "economy", PartOfSpeech.NOUN, False),
    ],
)
def test_renderings_that_may_be_the_preferred_one_in_another_form(
    preferred: str, rendering: str, domain: str, pos: PartOfSpeech, variant: bool
) -> None:
    concept = Concept(("istilah",), (preferred, rendering), pos=pos, domain=domain)
    assert bench.may_be_variant(concept, rendering) is variant


def test_the_unusual_glossary_swaps_what_is_frequent_and_no_variant() -> None:
    matches = [GLOSSARY.match("Hukum Jerman, hukum polisi, aliansi."), GLOSSARY.match("Jerman.")]

    glossary, changed = bench.unusual(GLOSSARY, matches, 1)
    assert [one.renderings for one in changed] == [("legislation", "law", "legal")]
    assert glossary.concepts == (ALLIANCE, *changed, GERMANY, POLICE)

    glossary, changed = bench.unusual(GLOSSARY, matches, 5)
    assert {one.preferred for one in changed} == {"legislation", "officer"}
    assert [set(one.renderings) for one in glossary.concepts] == [
        set(one.renderings) for one in GLOSSARY.concepts
    ]


def test_concepts_that_do_not_occur_are_not_swapped() -> None:
    glossary, changed = bench.unusual(GLOSSARY, [GLOSSARY.match("Hari ini cerah.")], 5)
    assert glossary.concepts == GLOSSARY.concepts
    assert not changed


def test_shares_of_the_occurrences() -> None:
    segments = used(
        ("Polisi Jerman", "German police"),  # preferred, and an adjective of it
        ("Aliansi polisi", "The alienation of officers"),  # missing, and another rendering
        ("Hukum", "The punishment"),  # avoided
    )
    found = bench.adherence(segments)
    assert found.terms == 5
    assert found.preferred == pytest.approx(1 / 5)
    assert found.agreed == pytest.approx(2 / 5)
    assert found.accepted == pytest.approx(3 / 5)
    assert found.avoided == pytest.approx(200)

    assert bench.adherence(segments, {POLICE}).terms == 2
    assert bench.adherence(segments, {POLICE}).preferred == pytest.approx(1 / 2)


def test_a_second_occurrence_is_held_by_the_first_but_not_strictly() -> None:
    once = used(("Polisi mencari polisi.", "The police look for them."))
    assert bench.adherence(once).preferred == 1
    assert bench.adherence(once).strict == 0.5
    twice = used(("Polisi mencari polisi.", "The police look for the police."))
    assert bench.adherence(twice).strict == 1


def test_consistency_is_of_concepts_that_occur_again() -> None:
    segments = used(
        ("Kota Jerman", "A city in Germany"),
        ("Kota Jerman", "A German city"),
        ("Polisi", "The police"),
        ("Polisi", "The police"),
        ("Polisi", "The officer"),
        ("Hukum", "The law"),
    )
    repeated, consistent, majority = bench.consistency([use for each in segments for use in each])
    assert repeated == 2
    assert consistent == 0.5  # Germany and German are alike
    assert majority == pytest.approx((1 + 2 / 3) / 2)


def test_what_is_missing_throughout_is_not_consistent() -> None:
    segments = used(("Aliansi", "A thing"), ("Aliansi", "A thing"))
    assert bench.consistency([use for each in segments for use in each]) == (1, 0.0, 0.0)


def test_nothing_to_measure_is_no_error() -> None:
    found = bench.adherence(used(("Hari ini cerah.", "It is sunny.")))
    assert (found.terms, found.preferred, found.repeated) == (0, 0.0, 0)
