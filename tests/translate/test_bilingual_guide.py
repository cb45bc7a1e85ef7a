"""The entry that docs/bilingual-file.md shows is one of a seed's, as the program makes it.

The words of the draft and its scores are the model's, and differ between processors; they are not
made here. All that follows from the source, from the glossary and from those words is.
"""

import re
from pathlib import Path

import pytest

from padanan.glossary import Glossary
from padanan.translate.bilingual import Bilingual, Entry, State, dumps, fingerprint, loads
from padanan.translate.checks import CheckSettings, Pair, Severity, check_pair
from padanan.translate.read import read
from padanan.translate.segment import segment
from padanan.translate.termbase import uses_in
from padanan.translate.values import value_uses
from running import ROOT

HEAD = dumps(Bilingual("../seeds/x.txt", "0" * 64, "engine", "recipe", "", ()))


@pytest.fixture(scope="module")
def block() -> str:
    """The example, as it stands in the guide."""
    text = (ROOT / "docs/bilingual-file.md").read_text("utf-8")
    found = re.search(r"^```po\n(.+?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def shown(block: str) -> Entry:
    """What it says."""
    (entry,) = loads(f"{HEAD}\n{block}").entries
    return entry


def test_it_is_written_as_the_program_writes(block: str, shown: Entry) -> None:
    article = _article(block)
    whole = Bilingual(f"../seeds/{article.name}", "0" * 64, "engine", "recipe", "", (shown,))
    assert dumps(whole).endswith(f"\n\n{block}\n")
    assert (shown.state, shown.how) == (State.DRAFT, "model")
    assert shown.fingerprint == fingerprint(shown.target)
    assert re.fullmatch("[0-9a-f]{16}", shown.made_from)


def test_it_is_of_a_seed(block: str, shown: Entry) -> None:
    segmented = segment(read(_article(block), "seed"))
    (found,) = (one for one in segmented.segments if one.id == shown.id)
    its_block = segmented.article.blocks[found.block]
    assert shown.source == found.source
    assert (shown.kind, shown.rule) == (its_block.kind, its_block.rule)
    assert shown.line == its_block.first_line


def test_its_terms_and_findings_are_those_of_its_draft(shown: Entry) -> None:
    glossary = Glossary.load(ROOT / "terms.tsv")
    (uses,) = uses_in(glossary, [(shown.source, shown.target)])
    assert [one.term for one in shown.terms] == [
        shown.source[use.match.start : use.match.end] for use in uses
    ]
    assert all(one.rendering in shown.target for one in shown.terms)
    values = value_uses(shown.source, shown.target)
    pair = Pair(shown.id, shown.source, shown.target, shown.kind, uses=uses, values=values)
    assert list(shown.findings) == [
        f"{one.check}: {one.message}"
        for one in check_pair(pair, CheckSettings())
        if one.severity is not Severity.NOTE
    ]


def _article(block: str) -> Path:
    found = re.search(r"^#: \.\./(seeds/.+):\d+$", block, re.MULTILINE)
    assert found is not None
    return ROOT / found[1]
