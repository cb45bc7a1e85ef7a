"""docs/memory.md says what is so."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from postgres_server import PostgresServer

from padanan.address import OPTIONS, SSL_MODES, Address
from padanan.cli import padanan
from padanan.translate.memory import Choice, HitKind, Memory, Unit, score
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


def test_its_rights_are_enough(postgres: PostgresServer, address: Address) -> None:
    """Who owns the database makes the memory; whom they grant what the guide says uses it."""
    postgres.sql(
        "CREATE ROLE keeper LOGIN",
        "CREATE ROLE ani LOGIN",
        "CREATE DATABASE newsroom OWNER keeper ENCODING 'UTF8' TEMPLATE template0",
    )
    newsroom = replace(address, database="newsroom", schema="padanan")
    unit = Unit("Ia tiba.", "He arrived.", "a", "s1")
    with Memory.open(replace(newsroom, user="keeper")) as memory:
        memory.store([unit])
    (granted,) = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)
    postgres.sql(granted, database="newsroom")
    with Memory.open(replace(newsroom, user="ani")) as memory:
        assert memory.store([replace(unit, target="She arrived.")]) == 1
        assert [hit.target for hit in memory.fuzzy("Ia tiba!")] == ["She arrived."]
        assert memory.prune(Choice()) == 1


def test_its_options_of_an_address() -> None:
    named = set(re.findall(r"`(\w+)=[A-Z]+`", GUIDE))
    assert named == set(OPTIONS)
    (modes,) = re.findall(r"^\| `sslmode=MODE` \| (.*) \|$", GUIDE, re.MULTILINE)
    assert set(re.findall(r"`([\w-]+)`", modes)) == set(SSL_MODES)
