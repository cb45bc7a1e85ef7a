"""docs/report.md tells every field of the JSON, and every figure of the page."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportside import QUAKE, THEN, article, desk, gathered, kept

from padanan.translate.report.changes import NAME as KEPT
from padanan.translate.report.plain import as_dict
from padanan.translate.report.store import NAME as STORE
from running import ROOT

GUIDE = (ROOT / "docs/report.md").read_text("utf-8")


def names(value: Any) -> Iterator[str]:
    """The names of all fields in JSON."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from names(one)
    elif isinstance(value, list):
        for one in value:
            yield from names(one)


def test_every_field_is_told(tmp_path: Path) -> None:
    out = desk(tmp_path)
    kept(out, time=THEN)
    article(tmp_path, "baru", QUAKE)
    value = as_dict(gathered(out).report)
    told = set(re.findall(r"[`\"]([a-z_]+)[`\"]", GUIDE))
    assert set(names(value)) <= told
    kinds = {way["kind"] for row in value["matrix"]["rows"] for way in row["ways"]}
    assert kinds >= {"preferred", "admitted", "avoided", "unlisted"}
    assert f"`version` is {value['version']}" in GUIDE


def test_the_files_it_speaks_of_are_there(tmp_path: Path) -> None:
    kept(desk(tmp_path))
    for name in (KEPT, STORE):
        assert f"`{name}`" in GUIDE
        assert (tmp_path / "out" / name).exists()
    assert (ROOT / "docs/pictures/report.png").exists()
