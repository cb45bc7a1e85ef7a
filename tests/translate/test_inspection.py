"""What a new draft is said to hold and to lack."""

from dataclasses import replace
from typing import cast

import pytest

from padanan.glossary import Concept, Glossary, PartOfSpeech
from padanan.translate.article import Block, BlockKind, Segment
from padanan.translate.bilingual import Entry, State
from padanan.translate.draft import Draft
from padanan.translate.engine.protocol import Engine
from padanan.translate.inspection import inspect
from padanan.translate.provenance import Origin
from padanan.translate.resources import Resources
from padanan.translate.termbase import Termbase

OIL = Concept(("minyak mentah",), ("crude oil",), ("raw oil",), PartOfSpeech.NOUN)
SOURCE = "Harga minyak mentah naik dan ekspor minyak mentah turun."
NO_ENGINE = cast(Engine, None)
"""Drafts that are there already need none."""

RESOURCES = Resources(NO_ENGINE, Termbase(lambda: Glossary([OIL])))


def inspected(
    text: str, earlier: Entry | None = None, source: str = SOURCE, resources: Resources = RESOURCES
) -> Draft:
    """A draft that the memory has made, inspected."""
    block = Block(BlockKind.PARAGRAPH, source, 1, 1, "")
    segment = Segment("a", 0, 0, len(source), source)
    drafts = [(Draft(text, "memory", Origin("0")), block, segment)]
    (one,) = inspect(drafts, resources, {} if earlier is None else {"a": earlier})
    return one


def entry(*flags: str, comment: str = "") -> Entry:
    """An entry of an earlier run."""
    return Entry("a", SOURCE, "", State.DRAFT, flags=flags, comment=comment)


def test_a_rendering_to_be_avoided_counts_as_a_missing_term() -> None:
    good = inspected("Crude oil prices rose and crude oil exports fell.")
    avoided = inspected("Crude oil prices rose and raw oil exports fell.")
    both = inspected("Crude oil prices rose, raw oil and raw oil exports fell.")
    missing = inspected("Prices of goods rose, exports of goods fell.")
    assert good.confidence is not None
    assert avoided.confidence is not None
    assert both.confidence is not None
    assert good.confidence > avoided.confidence > both.confidence
    assert avoided.findings == (
        "term-avoided: “raw oil” is to be avoided for “minyak mentah”: the glossary has "
        "“crude oil”.",
    )
    # A term that is missing and rendered in a way to be avoided is lacking once.
    only = inspected("Raw oil prices rose and exports of raw oil fell.")
    assert only.confidence == missing.confidence


@pytest.mark.parametrize(
    "earlier",
    [entry("ignore-doubled-words"), entry(comment="padanan:ignore doubled-words")],
    ids=["flag", "comment"],
)
def test_a_check_that_is_silenced_stays_silent(earlier: Entry) -> None:
    text = "Crude oil prices rose and and crude oil exports fell."
    told, silent = inspected(text), inspected(text, earlier)
    assert [one.split(":")[0] for one in told.findings] == ["doubled-words"]
    assert silent.findings == ()
    assert told.confidence is not None
    assert silent.confidence is not None
    assert silent.confidence > told.confidence
    other = replace(earlier, flags=("ignore-names",), comment="")
    assert inspected(text, other) == told


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("term-missing", "Prices of goods rose, exports of goods fell."),
        ("term-avoided", "Crude oil prices rose and raw oil exports fell."),
    ],
)
def test_a_silenced_term_is_no_fault(check: str, text: str) -> None:
    silent = inspected(text, entry(f"ignore-{check}"))
    assert silent.findings == ()
    assert silent.confidence == inspected("Crude oil prices rose and crude fell.").confidence


def test_without_a_glossary_countries_are_known() -> None:
    source = "Itu dikatakan utusan Jerman dan pasukan Ukraina di Amerika Serikat (AS)."
    plain = Resources(NO_ENGINE)
    text = "Germany's envoy and Ukrainian troops in the United States said so."
    assert inspected(text, source=source, resources=plain).findings == ()
