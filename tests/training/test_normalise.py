import unicodedata
from pathlib import Path

import pytest

from training import normalise


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("\u201cTidak\u201d \u2014 kata\u00a0dia\u200b", '"Tidak" - kata dia'),
        ("Jum\u2019at\u2026", "Jum'at..."),
        ("cafe\u0301 \ufb01nal \uff21", "caf\u00e9 final A"),
        ("  dua   spasi\t", "dua spasi"),
    ],
)
def test_fold(given: str, wanted: str) -> None:
    assert normalise.fold(given) == wanted


def test_folding_twice_changes_nothing() -> None:
    text = "".join(chr(code) for code in range(0x20, 0x3000))
    assert normalise.fold(normalise.fold(text)) == normalise.fold(text)


def test_every_rule_agrees_with_fold() -> None:
    rules = normalise.rules()
    assert rules["\u2019"] == "'"
    assert rules["\u200b"] == ""
    assert rules["e\u0301"] == "\u00e9"
    assert "a" not in rules
    for source, target in rules.items():
        if all(unicodedata.category(char) != "Cc" for char in source):
            assert normalise.fold(f"x{source}x") == normalise.fold(f"x{target}x")


def test_rules_are_written_as_code_points(tmp_path: Path) -> None:
    path = tmp_path / "rules.tsv"
    count = normalise.write_rules(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == count > 5_000
    assert "2019\t27" in lines
    assert "65 301\tE9" in lines
    assert "200B\t" in lines
