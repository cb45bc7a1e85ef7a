"""No text of an article and no secret is where SECURITY.md does not say it is.

The article has a word that is nowhere else, and so have the secrets of the environment. After a
day's commands they are searched for in all that was said and in every file there is.
"""

import json
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from engine.packages import build, pack

from padanan.translate.batch import _guarded
from padanan.translate.inputs import Job
from padanan.translate.result import Result
from running import ROOT, command, environment

if sys.platform == "win32":
    pytest.skip("permissions and signals of Unix", allow_module_level=True)

CANARY = "Kanariwati"
ARTICLE = (
    f"{CANARY} tiba di rumah besar.\n\nPresiden dan {CANARY} berunding pada 27 Januari 2022.\n"
)
SECRETS = {
    "PADANAN_TOKEN": "canary-token-of-the-desk",
    "PGPASSWORD": "canary-password-of-the-memory",
    "AWS_SECRET_ACCESS_KEY": "canary-key-of-the-bucket",
    "the address of the memory": "canary-of-the-address",
    "the address of an article": "canary-of-the-url",
    "https_proxy": "http://ani:canary-of-the-proxy@127.0.0.1:9",
}
HEADLESS = {"TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver"}

SAYS = [
    "translate news -o out --model small.argosmodel --bilingual-html",
    "translate news -o out --force --model small.argosmodel --json",
    "translate no.txt news/empty.txt -o out --model small.argosmodel",
    "check out",
    "check out --json",
    "status out",
    "report out",
    "review --plain out/a.po",
    "translate news -o out --model small.argosmodel",
    "export out --to xliff -o exported",
    "import exported/a.xlf",
    "glossary impact -g terms.tsv --model small.argosmodel",
    "glossary extract out -g terms.tsv --drafts",
    "memory stats",
    "memory export memory.tmx",
    "memory import memory.tmx",
    "memory prune --article ../news/a.txt --yes",
    "memory stats -m postgresql://ani:canary-of-the-address@127.0.0.1:9/news",
    "translate -o elsewhere ftp://ani:canary-of-the-url@127.0.0.1:9/a.txt",
    "doctor",
    "model install small.argosmodel",
]
"""A day's commands. What is theirs to show is on stdout; stderr, which ends in logs and in the mail
of a cron job, tells of files and numbers."""

TOLD = {
    "exported/*",
    "memory.tmx",
    "news/*",
    "small.argosmodel",
    "translate-id_en-0_1/*",
    "terms.tsv",
}
"""Files that are given, or that a command is told to write."""


def _listed() -> list[tuple[list[str], bool, str]]:
    """The files that SECURITY.md lists: patterns, whether articles are in them, permissions."""
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    section = page.partition("## What it writes")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?`) \| .* \| (yes|no) \| (\d*) ?\|$", section, re.MULTILINE)
    return [(re.findall(r"`([^`]+)`", files), text == "yes", mode) for files, text, mode in rows]


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder, as SECURITY.md would call it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(folder).as_posix()
            for ours, its in (("state", "STATE"), ("cache", "CACHE"), ("data", "DATA")):
                name = re.sub(f"^home/{ours}/", f"{its}/", name)
            yield name, path


def _see(folder: Path) -> set[str]:
    """See that each file is listed and holds what it may; the names of those there are."""
    seen = set()
    for name, path in _files(folder):
        if any(fnmatch(name, told) for told in TOLD):
            continue
        fits = [row for row in _listed() if any(fnmatch(name, pattern) for pattern in row[0])]
        assert fits, f"{name} is not in SECURITY.md's list"
        _, text, mode = fits[0]
        content = path.read_bytes()
        assert text or CANARY.encode() not in content, f"{name} holds text of the article"
        assert not [one for one in SECRETS.values() if one.encode() in content], name
        if mode:
            assert f"{stat.S_IMODE(path.stat().st_mode):04o}" == mode, name
        seen.add(name)
    return seen


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with an article, an empty one, a glossary and a package."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "news/empty.txt").write_bytes(b"\x00\x01")
    (tmp_path / "terms.tsv").write_text("id\ten\nrumah\thome\n", "utf-8")
    pack(build(tmp_path), tmp_path / "small.argosmodel")
    return tmp_path


def _surroundings(desk: Path) -> dict[str, str]:
    return environment(desk / "home") | SECRETS


def _translate(desk: Path) -> None:
    subprocess.run(
        command("translate", "news/a.txt", "--model", "small.argosmodel"),
        cwd=desk,
        env=_surroundings(desk),
        capture_output=True,
        check=True,
    )


def _press(desk: Path, keys: Iterable[str]) -> "subprocess.Popen[str]":
    """A desk on a screen that nobody sees, with the most careless umask."""
    return subprocess.Popen(
        [sys.executable, "-m", "padanan", "review", "out/a.po"],
        cwd=desk,
        env=_surroundings(desk) | HEADLESS | {"TEXTUAL_PRESS": ",".join(keys)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        umask=0,
        encoding="utf-8",
    )


def test_a_days_commands_tell_nothing(desk: Path) -> None:
    program = (
        "import io, json, sys\n"
        "from padanan.cli import run\n"
        "for line in json.loads(sys.argv[1]):\n"
        "    sys.stdin = io.TextIOWrapper(io.BytesIO(b'a\\na\\nq\\n'))\n"
        "    print('$', *line.split()[:2], run(line.split()), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(SAYS)],
        cwd=desk,
        env=_surroundings(desk),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    said = done.stderr
    assert CANARY in done.stdout  # the findings, and the desk that was asked for
    assert "$ memory prune" in said
    assert CANARY not in said
    for secret in SECRETS.values():
        assert secret not in said + done.stdout
    assert "Traceback" not in said
    seen = _see(desk)
    assert {"out/a.po", "out/a.en.txt", "out/memory.sqlite", "out/.padanan.lock"} <= seen
    assert [name for name in seen if fnmatch(name, "out/memory-pruned-*.tmx")]
    assert [name for name in seen if name.startswith("CACHE/padanan/")]
    assert [name for name in seen if name.startswith("DATA/argos-translate/packages/")]


def test_what_is_typed_is_nobody_elses(desk: Path) -> None:
    _translate(desk)
    journal = desk / "out/.a.po.journal"
    with _press(desk, ["a", "enter", *"typed"]) as typing:
        end = time.monotonic() + 60
        while not (journal.exists() and b"typed" in journal.read_bytes()):
            assert typing.poll() is None, typing.communicate()[1]
            assert time.monotonic() < end
            time.sleep(0.05)  # another process: there is nothing to wait on
        typing.send_signal(signal.SIGKILL)
        said = typing.communicate()[1]
    assert {"out/.a.po.journal", "out/.a.po.open", "out/.a.po.open.json"} <= _see(desk)
    who = json.loads((desk / "out/.a.po.open.json").read_bytes())
    assert set(who) == {"who", "host", "pid", "since"}
    with _press(desk, ["escape", "q"]) as again:
        said += again.communicate(timeout=60)[1]
    assert CANARY not in said
    assert "STATE/padanan/places.json" in _see(desk)


def test_the_token_of_the_desk_is_told_to_nobody_but_the_person(desk: Path) -> None:
    pytest.importorskip("textual_serve", reason="needs the extra web")
    _translate(desk)
    with subprocess.Popen(
        [sys.executable, "-m", "padanan", "review", "--web", "out"],
        cwd=desk,
        env=_surroundings(desk),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as serving:
        assert serving.stderr is not None
        address = serving.stderr.readline() + serving.stderr.readline()
        serving.send_signal(signal.SIGINT)
        shown, said = serving.communicate(timeout=60)
    assert f"?token={SECRETS['PADANAN_TOKEN']}\n" in address
    for secret in SECRETS.values():
        assert secret not in shown + said
    _see(desk)


def test_a_fault_in_padanan_quotes_no_article() -> None:
    def step() -> None:
        raise KeyError(CANARY)

    failed = _guarded(Job(Path("news/a.txt"), "a.txt", Path("out/a.po")), step)
    assert isinstance(failed, Result)
    assert failed.error is not None
    assert "KeyError in test_privacy.py, line " in failed.error.message
    assert CANARY not in failed.error.message


def test_every_test_that_security_md_names_is_there() -> None:
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    named = re.findall(r"`(tests/[\w/.]+)(?:::(\w+))?`", page)
    assert len(named) > 15
    for file, test in named:
        path = ROOT / file
        assert path.exists(), file
        assert not test or f"def {test}(" in path.read_text("utf-8"), f"{file}::{test}"


def test_the_canary_sings() -> None:
    """The list must be able to fail, or it proves nothing."""
    patterns = [pattern for files, _, _ in _listed() for pattern in files]
    assert len(_listed()) >= 10
    assert not any(fnmatch("out/debug.log", pattern) for pattern in patterns)
