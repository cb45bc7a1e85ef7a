"""`padanan model`: what there is, getting another, and what it is."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.packages import Recipe, build, pack
from engine.server import Server

from padanan.errors import ExitCode
from padanan.translate.engine.catalogue import embedded
from running import Run, command, environment


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package file."""
    parent = tmp_path_factory.mktemp("model")
    return pack(build(parent, Recipe(version="1.9")), parent / "translate-id_en-1_9.argosmodel")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """Where the `padanan` fixture's home has its packages."""
    return tmp_path / "home" / "data" / "argos-translate" / "packages"


def test_the_embedded_model_is_listed(padanan: Run, tmp_path: Path) -> None:
    done = padanan("model", "list")
    assert done.returncode == 0
    assert done.stdout.split()[:2] == ["embedded", embedded().folder.name]
    assert done.stdout.rstrip().endswith("--model embedded")
    assert done.stderr == ""
    assert not (tmp_path / "home").exists()


def test_installing_a_file(padanan: Run, file: Path, packages: Path) -> None:
    done = padanan("model", "install", str(file))
    assert done.returncode == 0, done.stderr
    place = packages / "translate-id_en-1_9"
    assert done.stdout == f"translate-id_en-1_9 is installed: {place}\n"
    assert done.stderr == "Use it with: padanan translate --model argos\n"
    again = padanan("model", "install", str(file))
    assert again.stdout == f"translate-id_en-1_9 was installed already: {place}\n"
    (place / "model/model.bin").unlink()
    anew = padanan("model", "install", str(file))
    assert anew.stdout == f"translate-id_en-1_9 was installed anew: {place}\n"
    listed = padanan("model", "list")
    assert [line.split()[:2] for line in listed.stdout.splitlines()] == [
        ["embedded", embedded().folder.name],
        ["installed", "translate-id_en-1_9"],
    ]


def test_an_installed_model_translates(padanan: Run, file: Path) -> None:
    padanan("model", "install", str(file))
    text = "Presiden dan rumah besar.\n"
    done = padanan("translate", "-", "--model", "argos", "--no-glossary", input=text)
    assert "and house big." in done.stdout


def test_installing_from_the_index(
    padanan: Run, server: Server, file: Path, packages: Path
) -> None:
    server.offer(file, package_version="1.9")
    listed = padanan("--online", "model", "list", "--available", "--index", server.address)
    assert listed.stdout.splitlines()[-1].split() == [
        "available",
        "translate-id_en-1_9",
        "padanan",
        "model",
        "install",
        "translate-id_en-1_9",
    ]
    done = padanan("--online", "model", "install", "--index", server.address)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"translate-id_en-1_9 is installed: {packages}/translate-id_en-1_9\n"
    assert "\x1b" not in done.stderr
    listed = padanan("--online", "model", "list", "--available", "--index", server.address)
    assert "available" not in listed.stdout


@pytest.mark.parametrize("name", ["translate-id_en", "translate-id_en-1_9"])
def test_installing_by_name(padanan: Run, server: Server, file: Path, name: str) -> None:
    server.offer(file, package_version="1.9")
    env = {"ARGOS_PACKAGE_INDEX": server.address}
    done = padanan("--online", "model", "install", name, env=env)
    assert done.stdout.startswith("translate-id_en-1_9 is installed")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interrupted_installation_goes_on(
    padanan: Run, server: Server, file: Path, tmp_path: Path, packages: Path
) -> None:
    served = server.offer(file, package_version="1.9")
    served.pause = 0.2
    arguments = ("--online", "model", "install", "--index", server.address)
    home = tmp_path / "home"
    child = subprocess.Popen(
        command(*arguments), env=environment(home), stderr=subprocess.PIPE, encoding="utf-8"
    )
    part = home / "cache/padanan/downloads/translate-id_en-1_9.argosmodel.part"
    deadline = time.monotonic() + 20
    while not (part.exists() and part.stat().st_size):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    _, stderr = child.communicate(timeout=20)
    assert child.returncode == ExitCode.INTERRUPTED
    assert "Traceback" not in stderr
    assert part.exists()
    assert list(packages.iterdir()) == []  # argostranslate makes the folder when it is imported
    served.pause = 0.0
    assert padanan(*arguments).returncode == 0
    assert server.ranges(f"/{file.name}")[-1].startswith("bytes=")
    assert [path.name for path in packages.iterdir()] == ["translate-id_en-1_9"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["install", "x.argosmodel"], ExitCode.NO_MODEL, "x.argosmodel: there is no such file"),
        (["install", "a/b"], ExitCode.NO_MODEL, "a/b: there is no such file"),
        (
            ["install", "--index", "http://127.0.0.1:9/"],
            ExitCode.NO_MODEL,
            "the index of packages cannot be reached",
        ),
        (["install", "x" * 300], ExitCode.NO_MODEL, "the index of packages cannot be reached"),
        (["install", f"{'x' * 300}.argosmodel"], ExitCode.NO_MODEL, "File name too long"),
        (["info", "gpt"], ExitCode.NO_MODEL, "There is no model “gpt”"),
        (["info", "/no/such"], ExitCode.NO_MODEL, "/no/such: there is no such folder"),
        (["info", "x" * 300], ExitCode.NO_MODEL, "There is no model “xxx"),
        (["info", f"./{'x' * 300}"], ExitCode.NO_MODEL, "File name too long"),
        (["info", f"{'x' * 300}.argosmodel"], ExitCode.NO_MODEL, "File name too long"),
        (["info", "~nobody-at-all/x"], ExitCode.NO_MODEL, "there is no such folder"),
        (["remove"], ExitCode.USAGE, "There is no command"),
    ],
)
def test_what_cannot_be_done_is_told(
    padanan: Run, arguments: list[str], code: ExitCode, says: str
) -> None:
    env = {"ARGOS_PACKAGE_INDEX": "http://127.0.0.1:9/"}
    done = padanan("--online", "model", *arguments, env=env)
    assert done.returncode == code
    assert says in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("index", "says"),
    [
        ("file:///etc/", "not an http or https address"),
        ("http://127.0.0.1:9/", "the index of packages cannot be reached"),
    ],
)
def test_without_an_index_the_models_here_are_listed(
    padanan: Run, packages: Path, index: str, says: str
) -> None:
    (packages / "stray").mkdir(parents=True)
    arguments = ("--online", "model", "list", "--available", "--index", index)
    done = padanan(*arguments)
    assert done.returncode == ExitCode.NO_MODEL
    assert done.stdout == padanan("model", "list").stdout
    assert done.stdout.startswith("embedded ")
    damage, problem = done.stderr.splitlines()
    assert "has no metadata.json" in damage
    assert says in problem
    as_json = padanan(*arguments, "--json")
    assert as_json.returncode == ExitCode.NO_MODEL
    data = json.loads(as_json.stdout)
    assert [model["origin"] for model in data["models"]] == ["embedded"]
    assert [damage, problem] == [data["problems"][0], f"padanan: {data['problems'][1]}"]


def test_a_page_instead_of_a_package(padanan: Run, tmp_path: Path, packages: Path) -> None:
    (tmp_path / "x.argosmodel").write_text("<html>not found</html>")
    done = padanan("model", "install", "x.argosmodel")
    assert done.returncode == ExitCode.NO_MODEL
    assert "x.argosmodel: not a package file" in done.stderr
    assert not packages.exists()


def test_damaged_packages_are_told(padanan: Run, file: Path, packages: Path) -> None:
    padanan("model", "install", str(file))
    (packages / "stray\x1b[2J").mkdir()
    done = padanan("model", "list")
    assert done.returncode == ExitCode.FINDINGS
    assert "translate-id_en-1_9" in done.stdout
    assert "has no metadata.json" in done.stderr
    assert "\x1b" not in done.stderr + done.stdout
    data = json.loads(padanan("model", "list", "--json").stdout)
    assert [model["origin"] for model in data["models"]] == ["embedded", "installed"]
    assert len(data["problems"]) == 1


def test_info(padanan: Run, file: Path) -> None:
    done = padanan("model", "info", str(file))
    assert done.returncode == 0
    facts = dict(line.split(maxsplit=1) for line in done.stdout.split("\n\n")[0].splitlines())
    assert facts["name"] == "translate-id_en-1_9"
    assert facts["version"] == "1.9"
    assert (facts["from"], facts["to"]) == ("Indonesian (id)", "English (en)")
    assert facts["size"].endswith("MB")
    assert done.stdout.endswith("# A package for tests\n\nTranslates word by word.\n")
    data = json.loads(padanan("model", "info", str(file), "--json").stdout)
    assert data["sha256"] == facts["sha256"]
    assert data["readme"].startswith("# A package for tests")
    assert data["size"] > 1_000_000


def test_info_of_the_default(padanan: Run, file: Path) -> None:
    assert "origin     embedded" in padanan("model", "info").stdout
    done = padanan("model", "info", env={"PADANAN_MODEL": str(file)})
    assert "origin     path" in done.stdout


HOSTILE = Recipe(
    version="6\x1b[31m",
    readme="# [bold]Kartu[/bold]\x1b]0;owned\x07\n\n\u202eterbalik\t<script>[a](javascript:x)\n",
    metadata={"from_name": "Indonesian\x1b[2J\n", "package_version": "6\x1b[31m"},
)


def test_what_a_package_says_steers_no_terminal(padanan: Run, tmp_path: Path) -> None:
    folder = build(tmp_path / "hostile", HOSTILE)
    for arguments in (["info", str(folder)], ["info", str(folder), "--json"]):
        done = padanan("model", *arguments)
        assert done.returncode == 0, done.stderr
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(done.stdout)
    assert "[bold]Kartu[/bold]" in done.stdout


def on_a_terminal(home: Path, *arguments: str) -> str:
    """What `padanan ARGUMENTS` shows on a terminal."""
    pty = pytest.importorskip("pty", reason="a POSIX terminal is needed")
    master, slave = pty.openpty()
    env = environment(home) | {"TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        [sys.executable, "-m", "padanan", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=env,
    ):
        os.close(slave)
        shown = b""
        while True:
            try:
                chunk = os.read(master, 65_536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            shown += chunk
    os.close(master)
    return shown.decode("utf-8", "replace")


def test_a_card_on_a_terminal(tmp_path: Path) -> None:
    folder = build(tmp_path / "hostile", HOSTILE)
    shown = on_a_terminal(tmp_path, "model", "info", str(folder))
    assert "Kartu" in shown
    assert "\x1b]" not in shown  # neither titles nor links
    assert "\x1b[2J" not in shown
    assert "\x1b[31m" not in shown
    assert "\u202e" not in shown


def test_a_bar_on_a_terminal(tmp_path: Path, server: Server, file: Path) -> None:
    server.offer(file, package_version="1.9").pause = 0.1
    shown = on_a_terminal(tmp_path, "model", "install", "--index", server.address)
    assert "translate-id_en-1_9" in shown
    assert "━" in shown
    assert "is installed" in shown
