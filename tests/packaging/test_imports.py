"""What each command loads: quick starts stay quick, and the desk stays out of the batch."""

import subprocess
import sys

import pytest

_HEAVY = {
    "argostranslate",
    "babel",
    "breame",
    "charset_normalizer",
    "ctranslate2",
    "lemminflect",
    "lxml",
    "numpy",
    "openpyxl",
    "polib",
    "rapidfuzz",
    "rich",
    "sentencepiece",
    "textual",
    "trafilatura",
}


def _loaded(code: str) -> set[str]:
    """The top-level names of the modules that are loaded after `code` has run."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sorted(sys.modules), file=sys.stderr)"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["translate", "--help"],
        ["model", "--help"],
        ["model", "install", "--help"],
        ["glossary", "--help"],
        ["glossary", "find", "--help"],
        ["glossary", "import", "--help"],
        ["glossary", "impact", "--help"],
        ["check", "--help"],
        ["memory", "--help"],
        ["memory", "import", "--help"],
    ],
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    loaded = _loaded(f"from padanan.cli import run; run({arguments!r})")
    assert "click" in loaded
    assert not loaded & _HEAVY


def test_importing_the_engine_is_cheap() -> None:
    loaded = _loaded("import padanan.translate.engine")
    assert not loaded & {"argostranslate", "ctranslate2", "sentencepiece", "numpy"}


def test_translating_never_loads_the_desk_or_torch() -> None:
    loaded = _loaded(
        "import io, sys; from padanan.cli import run\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO('Presiden tiba di Jakarta.'.encode()))\n"
        "run(['translate', '-', '--beam', '1'])"
    )
    assert "ctranslate2" in loaded
    assert not loaded & {"textual", "torch", "stanza", "spacy", "minisbd", "onnxruntime"}
    assert "argostranslate" not in loaded  # it makes folders in the home when imported
