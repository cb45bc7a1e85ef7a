"""docs/export.md says what the code does."""

import re

from exporting import article

from padanan.translate.bilingual import State
from padanan.translate.export import FORMATS, Document, xliff12, xliff21
from padanan.translate.export.csv_table import STATUS
from padanan.translate.memory.tmx_unit import DRAFT
from running import ROOT

GUIDE = (ROOT / "docs" / "export.md").read_text("utf-8")


def test_the_table_of_formats() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| `([\w.]+)` \| .* \| (yes|no) \|$", GUIDE, re.MULTILINE)
    assert rows == [(one.name, one.ending, "yes" if one.joins else "no") for one in FORMATS]


def test_words_for_states() -> None:
    gaps = {Document("", article(()), left_out).gap for left_out in (False, True)}
    words = {*gaps, *STATUS.values(), *xliff12.STATES.values(), *xliff21.STATES.values(), DRAFT}
    assert {word for word in words if f"`{word}`" not in GUIDE} == set()
    assert State.SKIPPED not in STATUS
