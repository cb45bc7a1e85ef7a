"""The terminologist's guide says what is so."""

import re
from pathlib import Path

import pytest

from padanan.glossary import Glossary

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "glossary.md").read_text("utf-8")


def test_the_example_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    exec(compile(code, "glossary.md", "exec"), {})
    said = capsys.readouterr().out
    assert "Jaminan keamanannya jaminan keamanan ('-nya',) False" in said
    assert "security guarantees security guarantee preferred inflected" in said


def test_a_glossary_does_not_change_in_use() -> None:
    glossary = Glossary.load(str(ROOT / "terms.tsv"))
    before = (glossary.concepts, glossary.problems)
    glossary.match("jaminan keamanan")
    glossary.renderings("security guarantee")
    glossary.suggest("menjamin keamanan")
    assert (glossary.concepts, glossary.problems) == before
    with pytest.raises(AttributeError):
        glossary.concepts = ()  # type: ignore[misc]
    assert repr(glossary).startswith("<Glossary of ")
    assert glossary.match("jaminan keamanan") == glossary.match("jaminan keamanan")
