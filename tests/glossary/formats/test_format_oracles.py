"""Files of ours as other programs read them; skipped where these are not installed."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from format_suite import SAMPLE

from padanan.glossary.formats import by_name, write_path

PYTHON = os.environ.get("PADANAN_TOOLKIT_PYTHON", "")
SCHEMAS = os.environ.get("PADANAN_OMEGAT_SCHEMAS", "")

needs_toolkit = pytest.mark.skipif(
    not PYTHON,
    reason="set PADANAN_TOOLKIT_PYTHON to a Python that has translate-toolkit (docs/formats.md)",
)

UNITS = """
import json, sys
from translate.storage import csvl10n, omegat, pypo, tbx, tmx
name, path = sys.argv[1:]
kinds = {
    "csv": csvl10n.csvfile,
    "omegat": omegat.OmegaTFile,
    "po": pypo.pofile,
    "tbx2": lambda file: tbx.tbxfile(file, sourcelanguage="id", targetlanguage="en"),
    "tmx": lambda file: tmx.tmxfile(file, sourcelanguage="id", targetlanguage="en"),
}
with open(path, "rb") as file:
    units = [unit for unit in kinds[name](file).units if unit.source]
print(json.dumps([[str(unit.source), str(unit.target)] for unit in units]))
"""

PAIRS = [
    [term, rendering]
    for concept in SAMPLE
    for term in concept.terms
    for rendering in concept.renderings
]
ALL_PAIRS = [
    [term, rendering]
    for concept in SAMPLE
    for term in concept.terms
    for rendering in (*concept.renderings, *concept.avoided)
]


@needs_toolkit
@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        ("csv", ALL_PAIRS),
        ("omegat", PAIRS),
        ("po", ALL_PAIRS),
        ("tbx2", [[concept.terms[0], concept.preferred] for concept in SAMPLE]),
        ("tmx", PAIRS),
    ],
)
def test_translate_toolkit(name: str, pairs: list[list[str]], tmp_path: Path) -> None:
    path = tmp_path / f"terms.{name}"
    write_path(path, SAMPLE, by_name(name))
    done = subprocess.run(
        [PYTHON, "-I", "-c", UNITS, name, path],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(done.stdout) == pairs


@pytest.mark.skipif(
    not SCHEMAS or shutil.which("xmllint") is None,
    reason="install xmllint and set PADANAN_OMEGAT_SCHEMAS to OmegaT's schemas (docs/formats.md)",
)
@pytest.mark.parametrize(
    ("name", "option", "schema"),
    [
        ("tmx", "--dtdvalid", "tmx14.dtd"),
        ("tmx", "--schema", "tmx14.xsd"),
        ("tbx2", "--schema", "tbx.xsd"),
    ],
)
def test_the_schemas_of_omegat(name: str, option: str, schema: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.xml"
    write_path(path, SAMPLE, by_name(name))
    done = subprocess.run(
        ["xmllint", "--noout", "--nonet", option, str(Path(SCHEMAS, schema)), str(path)],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
