"""docs/memory.md says what is so."""

import re
from pathlib import Path

import pytest

from padanan.cli import padanan
from padanan.translate.memory import HitKind, Memory, Unit, score
from padanan.translate.memory.sqlite.grams import SIZE
from running import ROOT

GUIDE = (ROOT / "docs/memory.md").read_text("utf-8")


def test_its_commands_are_there() -> None:
    command = padanan.get_command(None, "memory")  # type: ignore[arg-type]
    assert command is not None
    named = set(re.findall(r"padanan memory (\w+)", GUIDE))
    assert named == {*command.commands}  # type: ignore[attr-defined]


def test_its_example_of_an_adapted_hit(tmp_path: Path) -> None:
    rows = dict(re.findall(r"^\| (approved|asked|adapted) \| (.*) \|$", GUIDE, re.MULTILINE))
    source, target = rows["approved"].split(" → ")
    with Memory.open(tmp_path / "m.sqlite") as memory:
        memory.store([Unit(source, target)])
        hit = memory.exact(rows["asked"])
    assert hit is not None
    assert (hit.kind, hit.target) == (HitKind.ADAPTED, rows["adapted"])


def test_its_score() -> None:
    shown = re.search(r"^(\d+) % fuzzy: (.*)$", GUIDE, re.MULTILINE)
    assert shown is not None
    then = re.sub(r"\{\+.*?\+\}", "", shown[2]).replace("[-", "").replace("-]", "")
    now = re.sub(r"\[-.*?-\]", "", shown[2]).replace("{+", "").replace("+}", "")
    assert int(score(then, now)) == int(shown[1])
    assert f"{SIZE} trigrams" in GUIDE


def test_its_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (program,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    exec(program, {})
    assert capsys.readouterr().out.startswith("fuzzy ")
