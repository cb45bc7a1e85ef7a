"""Completion, in the shells themselves."""

import contextlib
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from padanan.cli.completing import CHECKS
from padanan.cli.completion import SHELLS
from running import ROOT, environment

pty = pytest.importorskip("pty", reason="a POSIX terminal is needed")

BIN = Path(sys.executable).parent


def env(folder: Path) -> dict[str, str]:
    """An environment with padanan on its path."""
    return environment(folder) | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


@cache
def script(shell: str) -> str:
    done = subprocess.run(
        ["padanan", "completion", shell],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=env(ROOT),
    )
    assert done.stderr == ""
    return done.stdout


def needs(shell: str) -> str:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    return found


def in_bash(folder: Path, line: str) -> list[str]:
    """What bash is offered for a line, without its files."""
    empty = "COMP_WORDS+=('')" if line.endswith(" ") else ""
    code = (
        f"{script('bash')}\n"
        # Outside of a completion there is nothing to set options of.
        'compopt() { echo "compopt $1 $2"; }\n'
        f'read -ra COMP_WORDS <<< "{line}"\n'
        f"{empty}\n"
        "COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))\n"
        "_padanan_completion padanan\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        [needs("bash"), "--norc", "--noprofile", "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=folder,
        env=env(folder),
    )
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("padanan tra", ["translate"]),
        ("padanan glossary ex", ["export", "extract"]),
        ("padanan glossary find --no", ["--no-cldr"]),
        ("padanan check --only doub", ["double-space", "doubled-words"]),
        ("padanan check --severity e", ["error"]),
        ("padanan export --to xl", ["xliff", "xliff2"]),
        ("padanan glossary export --format tb", ["tbx", "tbx2"]),
        ("padanan glossary list --domain LA", ["law"]),
        ("padanan glossary add a b --pos ad", ["adjective", "adverb"]),
        ("padanan completion ", ["bash", "zsh", "fish"]),
        ("padanan translate ", ["compopt -o default", ""]),
        ("padanan check out", ["compopt -o default", ""]),
        ("padanan glossary check -g ", ["compopt -o default", ""]),
        ("padanan nothing --n", [""]),
    ],
)
def test_bash(tmp_path: Path, line: str, offered: list[str]) -> None:
    (tmp_path / "terms.tsv").write_text("id\ten\tavoid\tpos\tdomain\nhukum\tlaw\t\t\tlaw\n")
    assert in_bash(tmp_path, line) == offered


def test_models_by_name_and_by_file(tmp_path: Path) -> None:
    folder = tmp_path / "data/argos-translate/packages/translate-id_en-1_9"
    folder.mkdir(parents=True)
    (folder.parent / "translate-id\nevil").mkdir()
    assert in_bash(tmp_path, "padanan translate --model ") == [
        "argos",
        "embedded",
        "translate-id_en-1_9",
    ]
    assert in_bash(tmp_path, "padanan translate --model ./my") == ["compopt -o default", ""]


@pytest.mark.parametrize("terms", [b"\xff\xfe\x00", b"id\ten\tx\ty\tz\x1b[31m\n", None])
def test_a_glossary_that_is_damaged_says_nothing(tmp_path: Path, terms: bytes | None) -> None:
    if terms is None:
        (tmp_path / "terms.tsv").mkdir()
    else:
        (tmp_path / "terms.tsv").write_bytes(terms)
    assert in_bash(tmp_path, "padanan glossary list --domain z") in ([""], [])


_AT_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Runs a shell whose standard input is its controlling terminal, which it needs for its jobs."""


@contextlib.contextmanager
def terminal(shell: list[str], folder: Path) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """A shell at a terminal of its own."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _AT_TERMINAL, *shell],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env=env(folder) | {"TERM": "xterm", "PS1": "$ "},
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield master, process
    finally:
        process.kill()
        process.wait()
        os.close(master)


def until(master: int, wanted: str, seconds: float = 60) -> str:
    """What is shown until it has some words in it."""
    shown = b""
    end = time.monotonic() + seconds
    while wanted.encode() not in shown and time.monotonic() < end:
        if select.select([master], [], [], 0.2)[0]:
            try:
                shown += os.read(master, 65_536)
            except OSError:  # the shell has gone
                break
    text = shown.decode(errors="replace")
    assert wanted in text, text
    return text


@pytest.mark.parametrize("shell", SHELLS)
def test_the_tab_key(tmp_path: Path, shell: str) -> None:
    """The script is loaded as its help says, and Tab completes a command, a choice and a file."""
    program = needs(shell)
    (tmp_path / "kata-kata.tsv").write_text("id\ten\nkata\tword\n")
    quiet = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    load = {
        "bash": 'eval "$(padanan completion bash)"',
        "zsh": 'autoload -U compinit; compinit -u -D; eval "$(padanan completion zsh)"',
        "fish": "padanan completion fish | source",
    }[shell]
    with terminal([program, *quiet, "-i"], tmp_path) as (master, _):
        os.write(master, f"{load}; echo load''ed\n".encode())
        until(master, "loaded")
        os.write(master, b"padanan glossary che\t kata\t")
        until(master, "check")
        until(master, "-kata.tsv")
        os.write(master, b"\n")
        until(master, "kata-kata.tsv: 1 concept")


def test_the_names_of_the_checks_are_those_of_the_checks() -> None:
    from padanan.translate.checks import ALL

    assert sorted(check.id for check in ALL) == list(CHECKS)


def test_the_guide_tells_how_to_install_it() -> None:
    guide = (ROOT / "docs/completion.md").read_text("utf-8")
    assert all(f"padanan completion {shell}" in guide for shell in SHELLS)
