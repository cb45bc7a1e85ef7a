"""Pairs to be checked, with a small glossary, and the checks by their names."""

from functools import cache
from typing import Any

from padanan.glossary import Concept, Flag, Glossary, PartOfSpeech
from padanan.translate.adherence import uses
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import State
from padanan.translate.checks import CheckSettings, Finding, Pair, Span, check_pair
from padanan.translate.values import value_uses

NOUN, NAME, VERB = PartOfSpeech.NOUN, PartOfSpeech.NAME, PartOfSpeech.VERB

CONCEPTS = (
    Concept(("jaminan keamanan",), ("security guarantee",), ("safety guarantee",), NOUN),
    Concept(("menteri luar negeri",), ("foreign minister", "secretary of state"), (), NOUN),
    Concept(("menteri pertahanan",), ("defense minister",), (), NOUN),
    Concept(("membatalkan",), ("call off", "cancel"), (), VERB),
    Concept(("pengunjuk rasa",), ("demonstrator", "protester"), (), NOUN),
    Concept(("bunga",), ("interest",), (), NOUN, "economy"),
    Concept(("bunga",), ("flower",), ("bloom",), NOUN, "society"),
    Concept(("Rusia",), ("Russia",), (), NAME, "place"),
    Concept(("Uni Soviet",), ("Soviet Union", "Soviet"), (), NAME, "place"),
    Concept(("Al Qaeda",), ("al-Qaeda",), (), NAME),
    Concept(("Amerika Serikat", "AS"), ("United States", "US"), (), NAME, "", {Flag.CASE}),
    Concept(
        ("Komisi Pemberantasan Korupsi",), ("Corruption Eradication Commission", "KPK"), (), NAME
    ),
    Concept(("minyak mentah",), ("crude oil", "crude"), ("raw oil",), NOUN),
    Concept(("kecamatan",), ("district", "subdistrict"), (), NOUN),
    Concept(("es krim",), ("ice cream",), ("frozen cream",), NOUN),
    Concept(("helikopter",), ("helicopter",), ("chopper",), NOUN),
    Concept(("dolar AS",), ("US dollar",), (), NOUN),
    Concept(("pedagang kaki lima", "PKL"), ("street vendor",), (), NOUN),
    Concept(("gudeg",), ("gudeg",), (), NOUN, "", {Flag.KEEP}),
)


@cache
def glossary() -> Glossary:
    """The glossary of `CONCEPTS`."""
    return Glossary(CONCEPTS)


def pair(source: str, target: str, **other: Any) -> Pair:
    """A source with its translation, and what became of its terms and values."""
    given: dict[str, Any] = {
        "id": "1",
        "kind": BlockKind.PARAGRAPH,
        "state": State.DRAFT,
        "uses": uses(glossary(), source, target),
        "values": value_uses(source, target),
    }
    return Pair(source=source, target=target, **(given | other))


def found(
    check: str, source: str, target: str, settings: CheckSettings | None = None, **other: Any
) -> list[Finding]:
    """What one check finds in a pair."""
    return list(
        check_pair(pair(source, target, **other), (settings or CheckSettings()).only([check]))
    )


def cut(text: str, spans: tuple[Span, ...]) -> list[str]:
    """What stands in a text's spans."""
    return [text[span.start : span.end] for span in spans]


def assert_fix_holds(check: str, source: str, finding: Finding) -> None:
    """See that a fix leaves nothing for its check to find, and so is not mended again."""
    assert finding.fix is not None
    assert found(check, source, finding.fix) == []
