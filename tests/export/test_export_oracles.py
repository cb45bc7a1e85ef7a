"""XLIFF of ours in another program and back; skipped where that is not installed."""

import os
import subprocess
from pathlib import Path

import pytest
from exporting import loaded, write

from padanan.translate.bilingual import State
from padanan.translate.export import by_name, export
from padanan.translate.export.taking import Options, articles, take_back

PYTHON = os.environ.get("PADANAN_TOOLKIT_PYTHON", "")

needs_toolkit = pytest.mark.skipif(
    not PYTHON,
    reason="set PADANAN_TOOLKIT_PYTHON to a Python that has translate-toolkit (docs/formats.md)",
)

WORK = """
import sys
name, path = sys.argv[1:]
if name == "xliff":
    from translate.storage.xliff import Xliff1File as File
else:
    from translate.storage.xliff2 import Xliff2File as File
file = File.parsefile(path)
for unit in file.units:
    if unit.source == "“Kami siap,” kata lurah.":
        unit.target = "“We are ready,” the chief said."
        unit.addnote("Which chief?", origin="translator")
        if name == "xliff":
            unit.markapproved()
file.save()
"""
"""What somebody does in Weblate, which is built on the toolkit."""


@needs_toolkit
@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_weblate_s_library_works_on_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    po = write(tmp_path / "out" / "berita.po")
    before = loaded(po)
    file = export(po, name, tmp_path / f"b{by_name(name).ending}")
    subprocess.run([PYTHON, "-c", WORK, name, file], check=True)
    (found,) = articles(file.read_bytes())
    merged, _ = take_back(po, found.units, Options())
    assert merged.problems == ()
    after = loaded(po)
    assert after["a5"].target == "“We are ready,” the chief said."
    assert after["a5"].state is (State.APPROVED if name == "xliff" else State.DRAFT)
    assert after["a5"].comment == "Which chief?"
    assert {id_: one for id_, one in after.items() if id_ != "a5"} == {
        id_: one for id_, one in before.items() if id_ != "a5"
    }
