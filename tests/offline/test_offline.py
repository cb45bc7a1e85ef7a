"""Offline means offline: every command there is, run in a machine that has no network, opens no
socket, looks no name up and starts no program.

A new command fails `test_every_command_is_run` until there is a line for it in `COMMANDS`.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from engine.packages import build, pack

from padanan.cli import padanan as group
from padanan.errors import ExitCode
from running import ROOT, environment

WATCHED = Path(__file__).with_name("watched.py")

ARTICLE = "Presiden tiba di Jakarta.\n\nNATO dan Rusia berunding pada 27 Januari 2022.\n"
PAGE = f"<html><body><article><h1>Perundingan</h1><p>{ARTICLE * 3}</p></article></body></html>"

ONLINE = {
    ("model", "install"): "without a file, from the index",
    ("model", "list"): "--available, --index",
}
"""Commands that go online when they are asked to; all their other ways are in `COMMANDS`."""

CLIENTS = (
    r"urllib\.request", r"http\.client", "socket", "ssl", "smtplib", "ftplib", "xmlrpc",
    "aiohttp", "requests", "httpx", "urllib3", "ray", "fsspec", "pg8000", "sqlalchemy",
)  # fmt: skip
"""Modules that open connections, of the standard library and of others."""

MAY_CONNECT: dict[str, str] = {
    "translate/engine/download.py": "padanan model install",
    "tui/web/": "padanan review --web, at an address of this machine",
    "translate/cluster/": "--cluster",
    "translate/places.py": "URLs that the user names",
    "translate/memory/": "--memory postgresql://...",
}
"""Where those may be imported, and what for: the commands that say so, and nothing else."""

COMMANDS: list[tuple[str, str, set[ExitCode]]] = [
    ("translate news -o out --bilingual-html --beam 1", "", {ExitCode.DONE}),
    ("translate news -o out --json", "", {ExitCode.DONE}),
    ("translate - --explain", ARTICLE, {ExitCode.DONE}),
    ("translate news/a.txt -o other --model small.argosmodel", "", {ExitCode.DONE}),
    ("check out", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("check out --fix --junit -", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("status out", "", {ExitCode.DONE}),
    ("report out", "", {ExitCode.DONE}),
    ("report out --json", "", {ExitCode.DONE}),
    ("review --plain out/a.po", "a\ne\nNATO and Russia negotiated.\na\nm\nt\nq\n", {ExitCode.DONE}),
    ("review out/b.po", "", {ExitCode.DONE}),
    ("export out --to text -o exported", "", {ExitCode.DONE}),
    ("export out --to html -o exported", "", {ExitCode.DONE}),
    ("export out --to docx -o exported", "", {ExitCode.DONE}),
    ("export out --to docx-table -o tables", "", {ExitCode.DONE}),
    ("export out --to xliff -o exported", "", {ExitCode.DONE}),
    ("export out --to xliff2 -o exported2", "", {ExitCode.DONE}),
    ("export out --to tmx -o all.tmx", "", {ExitCode.DONE}),
    ("export out --to csv -o all.csv", "", {ExitCode.DONE}),
    ("import exported/a.xlf", "", {ExitCode.DONE}),
    ("glossary list --term negara", "", {ExitCode.DONE}),
    ("glossary find negara-negara --no-cldr", "", {ExitCode.DONE}),
    ("glossary add rapat_pers press_meeting", "", {ExitCode.DONE}),
    ("glossary edit rapat_pers --also press_gathering", "", {ExitCode.DONE}),
    ("glossary export t.tbx t.tmx t.po t.csv t.html t.xlsx", "", {ExitCode.DONE}),
    ("glossary import t.tbx --dry-run", "", {ExitCode.DONE}),
    ("glossary merge theirs.tsv --yes", "", {ExitCode.DONE}),
    ("glossary diff theirs.tsv terms.tsv", "", {ExitCode.FINDINGS}),
    ("glossary remove rapat_pers --yes", "", {ExitCode.DONE}),
    ("glossary check", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("glossary stats", "", {ExitCode.DONE}),
    ("glossary impact theirs.tsv", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("glossary extract out news --drafts", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("memory stats", "", {ExitCode.DONE}),
    ("memory search NATO", "", {ExitCode.DONE}),
    ("memory search --fuzzy Presiden", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("memory export memory.tmx", "", {ExitCode.DONE}),
    ("memory import memory.tmx", "", {ExitCode.DONE}),
    ("memory prune --duplicates --yes", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("doctor", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("doctor --json", "", {ExitCode.DONE, ExitCode.FINDINGS}),
    ("completion bash", "", {ExitCode.DONE}),
    ("completion zsh", "", {ExitCode.DONE}),
    ("completion fish", "", {ExitCode.DONE}),
    ("model info", "", {ExitCode.DONE}),
    ("model list", "", {ExitCode.DONE}),
    ("model install small.argosmodel", "", {ExitCode.DONE}),
]
"""Each command with what it reads and how it may end, in an order in which each finds its work."""

KEYS = {
    "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
    "TEXTUAL_PRESS": "a,q",
}
"""Textual's own way to press keys in the desk, on a screen that nobody sees."""


def _leaves(command: click.Command, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """All commands that do something, as the words that call them."""
    if not isinstance(command, click.Group):
        return {path}
    context = click.Context(command)
    found: set[tuple[str, ...]] = set()
    for name in command.list_commands(context):
        child = command.get_command(context, name)
        assert child is not None
        found |= _leaves(child, (*path, name))
    return found


def _isolated() -> list[str]:
    """What runs a program in a machine without a network; nothing where that is not possible."""
    if sys.platform == "linux" and (unshare := shutil.which("unshare")):
        for how in ("-rn", "-n"):
            if subprocess.run([unshare, how, "true"], capture_output=True, check=False).returncode:
                continue
            return [unshare, how]
    return []


def _watch(folder: Path, commands: list[tuple[list[str], str | None]]) -> list[str]:
    """The command line that runs these commands, watched, and writes down what came of them."""
    (folder / "commands.json").write_text(json.dumps(commands), "utf-8")
    return [sys.executable, str(WATCHED), "commands.json", "results.json"]


def _results(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "results.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles, somebody's terms and a package's file."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "news").mkdir()
    (folder / "news/a.txt").write_text(ARTICLE, "utf-8")
    (folder / "news/b.html").write_text(PAGE, "utf-8")
    (folder / "terms.tsv").write_text("id\ten\nNATO\tNATO\nnegara\tcountry\n", "utf-8")
    (folder / "theirs.tsv").write_text("id\ten\nwarung kopi\tcoffee stall\n", "utf-8")
    pack(build(folder), folder / "small.argosmodel")
    return folder


@pytest.fixture(scope="module")
def done(desk: Path) -> list[dict[str, Any]]:
    """What came of all commands."""
    commands = [(line.split(), given) for line, given, _ in COMMANDS]
    finished = subprocess.run(
        [*_isolated(), *_watch(desk, commands)],
        cwd=desk,
        env=environment(desk / "home") | KEYS,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return _results(desk)


def test_every_command_is_run() -> None:
    leaves = _leaves(group)
    run = {
        leaf
        for leaf in leaves
        for line, _, _ in COMMANDS
        if tuple(line.split())[: len(leaf)] == leaf
    }
    assert leaves - run == set()
    assert set(ONLINE) <= leaves


def test_no_command_reaches_beyond_the_machine(done: list[dict[str, Any]]) -> None:
    for (line, _, ends), came in zip(COMMANDS, done, strict=True):
        assert came["events"] == [], line
        assert came["code"] in ends, f"{line}: {came['stderr']}"
        assert "Traceback" not in came["stderr"]


def test_what_goes_online_would_have_been_seen(desk: Path) -> None:
    """The watch must be able to bark, or its silence proves nothing."""
    lines = ["model list --available", "model list --index http://127.0.0.1:9/", "model install"]
    finished = subprocess.run(
        _watch(desk, [(line.split(), "") for line in lines]),
        cwd=desk,
        env=environment(desk / "home") | {"ARGOS_PACKAGE_INDEX": "http://127.0.0.1:9/"},
        timeout=120,
        check=False,
    )
    assert finished.returncode == 0
    for line, came in zip(lines, _results(desk), strict=True):
        assert came["events"], line
        assert came["code"] == ExitCode.NO_MODEL, line


@pytest.mark.skipif(os.name == "nt", reason="a signal of Unix ends it")
def test_the_desk_in_a_browser_listens_on_this_machine_alone(
    desk: Path, done: list[dict[str, Any]]
) -> None:
    pytest.importorskip("textual_serve", reason="needs the extra web")
    assert done
    with subprocess.Popen(
        _watch(desk, [(["review", "--web", "out"], None)]),
        cwd=desk,
        env=environment(desk / "home"),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as serving:
        assert serving.stderr is not None
        said = serving.stderr.readline() + serving.stderr.readline()
        serving.send_signal(signal.SIGINT)
        rest = serving.communicate(timeout=60)[1]
    assert re.search(r"http://127\.0\.0\.1:\d+/\?token=", said), said + rest
    (came,) = _results(desk)
    assert came["events"] == []


def test_who_can_open_connections_is_known_by_name() -> None:
    clients = re.compile(rf"^\s*(?:import|from) (?:{'|'.join(CLIENTS)})\b", re.MULTILINE)
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("padanan", "glossary", "translate", "tui")
        for path in (ROOT / folder).rglob("*.py")
        if clients.search(path.read_text("utf-8"))
    }
    known = {name for name in found if name.removeprefix("padanan/").startswith((*MAY_CONNECT,))}
    assert found - known == set()
    assert "translate/engine/download.py" in known
