"""README.md's commands for the glossary, as somebody types them in a fresh clone."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from small_model import Done, here

from padanan.translate.bilingual import Bilingual, Entry, State, save
from running import ROOT

EXPORT = "Indonesian;English\nwarung kopi keliling;mobile coffee stall\n"


def _commands(heading: str) -> list[list[str]]:
    """The commands in the section of the README with a heading, without their comments."""
    text = (ROOT / "README.md").read_text("utf-8")
    section = re.split(r"^## ", text.split(f"\n## {heading}\n")[1], flags=re.MULTILINE)[0]
    lines = re.findall(r"^\$ padanan (.+)$", section, re.MULTILINE)
    return [shlex.split(line, comments=True) for line in lines]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the glossary, another tool's export and some work in it."""
    shutil.copy(ROOT / "terms.tsv", tmp_path)
    (tmp_path / "from-memoq.csv").write_text(EXPORT, "utf-8")
    (tmp_path / "out").mkdir()
    entry = Entry("s1", "Ia tiba.", "He arrived.", State.APPROVED)
    save(tmp_path / "out/a.po", Bilingual("../a.txt", "0" * 64, "", "", "", (entry,)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_for_the_glossary(
    clone: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    padanan = here(capsys, monkeypatch)
    done: dict[str, Done] = {}
    for command in _commands("The glossary"):
        one = done[command[1]] = padanan(*command)
        assert one.returncode == 0, f"{command}: {one.stderr}"
    assert set(done) == {"find", "add", "check", "export", "import", "extract"}
    assert "use   security guarantee" in done["find"].stdout
    assert done["add"].stdout.startswith("+ ")
    for name in ("terms.tbx", "terms.html"):
        assert (clone / name).stat().st_size > 100_000
