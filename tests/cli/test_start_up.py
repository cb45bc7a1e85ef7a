"""What a command imports, which is what one waits for: counted, for times depend on the machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from running import environment

_LIBRARIES = {
    "argostranslate",
    "babel",
    "breame",
    "charset_normalizer",
    "ctranslate2",
    "filelock",
    "lemminflect",
    "lxml",
    "markdown_it",
    "numpy",
    "openpyxl",
    "polib",
    "pyarrow",
    "rapidfuzz",
    "ray",
    "rich",
    "sentencepiece",
    "sqlalchemy",
    "textual",
    "trafilatura",
}

_RUN = """
import sys
from padanan.cli import run
code = run(sys.argv[1:])
print(code, *sorted(sys.modules), file=sys.stderr, sep="\\n")
"""

_ALL_HELP = """
import sys
import click
from padanan.cli import padanan, run

def helps(command, path):
    run([*path, "--help"])
    print(*path, "|", *sorted(sys.modules), file=sys.stderr)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            helps(command.get_command(context, name), [*path, name])

helps(padanan, [])
"""


def _imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that are there when a command is done."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=folder,
        env=environment(folder),
    )
    lines = done.stderr.splitlines()
    return set(lines[lines.index("0" if "0" in lines else "ExitCode.DONE") + 1 :])


def _ours(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "padanan"}


def _libraries(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules} & _LIBRARIES


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["completion", "--help"]])
def test_the_first_help_imports_next_to_nothing(tmp_path: Path, arguments: list[str]) -> None:
    modules = _imported(tmp_path, *arguments)
    assert len(_ours(modules)) <= 8
    assert not _libraries(modules)


def test_no_help_imports_a_library(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ALL_HELP],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    paths = 0
    for line in done.stderr.splitlines():
        path, _, modules = line.partition("|")
        paths += 1
        assert not _libraries(set(modules.split())), path
    assert paths > 30


@pytest.mark.parametrize("words", ["jaminan", "keamanannya", "security guarantees", "Ukrainian's"])
def test_looking_a_word_up_imports_what_it_needs(tmp_path: Path, words: str) -> None:
    modules = _imported(tmp_path, "glossary", "find", words)
    # CLDR's names are Babel's; spellings breame's; what is misspelt is rapidfuzz's.
    assert _libraries(modules) <= {"babel", "breame", "rapidfuzz"}
    assert not {name for name in modules if name.startswith(("padanan.translate", "padanan.tui"))}
    assert len(_ours(modules)) <= 45


def test_a_term_that_is_found_needs_no_search_by_spelling(tmp_path: Path) -> None:
    modules = _imported(tmp_path, "glossary", "find", "jaminan")
    assert _libraries(modules) == {"babel"}
    assert "padanan.glossary.formats" not in modules


def test_completing_imports_only_the_command_that_is_completed(tmp_path: Path) -> None:
    env = environment(tmp_path) | {"_PADANAN_COMPLETE": "bash_complete", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "padanan"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=env | {"COMP_WORDS": "padanan gl", "PATH": os.environ["PATH"]},
    )
    assert done.stdout == "plain,glossary\n"
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert len(_ours(modules)) <= 8
    assert not _libraries(modules)
