"""What we install, Argos Translate uses; what it installs, we use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.packages import pack
from padanan.translate.engine import load
from padanan.translate.engine.catalogue import embedded
from padanan.translate.engine.install import install_file

# Argos Translate's translating module imports three sentence splitters, which need gigabytes of
# torch and models from the network. They are not what is tested here, so empty stand-ins take
# their place, and one sentence is given at a time.
_STAND_INS = """
import sys, types
for name in ("stanza", "spacy", "minisbd"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["minisbd"].SBDetect = None
sys.modules["minisbd"].models = types.SimpleNamespace(list_models=lambda: ["id"])
"""

_TRANSLATE = """
from argostranslate import package, sbd, translate
sbd.MiniSBDSentencizer.split_sentences = lambda self, text: [text]
sbd.StanzaSentencizer.split_sentences = lambda self, text: [text]
print(translate.translate(sys.argv[1], "id", "en"))
"""


def run(code: str, *arguments: str, python: str = sys.executable) -> str:
    done = subprocess.run(
        [python, "-c", f"import sys\n{code}", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.usefixtures("packages")
def test_argos_translate_reads_what_we_install(file: Path) -> None:
    install_file(file)
    code = (
        "from argostranslate import package\n"
        "(p,) = package.get_installed_packages()\n"
        "print(p.from_code, p.to_code, p.package_version, package.argospm_package_name(p),"
        " *p.tokenizer.encode('rumah besar'))"
    )
    assert run(code) == "id en 0.1 translate-id_en ▁rumah ▁besar"


@pytest.mark.usefixtures("packages")
def test_argos_translate_translates_with_what_we_install(file: Path) -> None:
    install_file(file)
    assert run(_STAND_INS + _TRANSLATE, "rumah besar dan presiden") == "house big and president"


def test_we_translate_with_what_argos_translate_installs(file: Path, packages: Path) -> None:
    run(
        _STAND_INS + "from argostranslate import package; package.install_from_path(sys.argv[1])",
        str(file),
    )
    engine = load("argos")
    assert engine.translate(["rumah besar"])[0][0].text == "house big"
    assert [path.name for path in packages.iterdir()] == ["translate-id_en-0_1"]


@pytest.mark.usefixtures("packages")
def test_the_embedded_package_is_one_of_theirs(tmp_path: Path) -> None:
    install_file(pack(embedded().folder, tmp_path / "embedded.argosmodel"))
    source = "Presiden tiba di Jakarta."
    theirs = run(_STAND_INS + _TRANSLATE, source)
    ((ours,),) = load("embedded").translate([source])
    # Their length penalty differs from ours, so the words need not be the same.
    assert theirs
    assert set(theirs.lower().split()) & set(ours.text.lower().split())


@pytest.mark.slow
@pytest.mark.skipif(
    "PADANAN_ARGOS_PYTHON" not in os.environ,
    reason="PADANAN_ARGOS_PYTHON does not name a Python with all of argostranslate and torch",
)
@pytest.mark.usefixtures("packages")
def test_the_whole_of_argos_translate(file: Path) -> None:
    """Its own installer and translator; only splitting sentences, which goes online, is ours."""
    python = os.environ["PADANAN_ARGOS_PYTHON"]
    code = "from argostranslate import package; package.install_from_path(sys.argv[1])"
    run(code, str(file), python=python)
    assert run(_TRANSLATE, "rumah besar", python=python) == "house big"
    assert load("argos").translate(["rumah besar"])[0][0].text == "house big"
