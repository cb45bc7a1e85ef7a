"""The pages: their commands are there, their programs run, their links lead on."""

import io
import json
import os
import re
import shlex
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import click
import pytest

from padanan.cli import padanan as group
from padanan.cli import run
from padanan.errors import ExitCode
from running import ROOT, environment

PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "bench/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
ARTICLE = "NATO membahas jaminan keamanan Ukraina.\n\nNATO bertemu pada Rabu (19/1/2022).\n"


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and a glossary, in which nothing of the user's own is found."""
    for name, value in environment(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    (tmp_path / "incoming").mkdir()
    (tmp_path / "incoming/a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "terms.tsv").write_text("id\ten\njaminan keamanan\tsecurity guarantee\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_night(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = _page("for-batch-users.md")
    (script,) = _blocks(page, "sh")
    night = desk / "nightly.sh"
    night.write_text(script, "utf-8")
    night.chmod(night.stat().st_mode | stat.S_IXUSR)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [night, desk],
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (ExitCode.DONE, "")
    assert "jaminan" not in done.stderr
    assert {"findings.xml", "last-run.json", "out"} <= {one.name for one in desk.iterdir()}
    (program,) = _blocks(page, "python")
    exec(program, {})
    assert capsys.readouterr().out == "incoming/a.txt -> out/a.en.txt\n"


@pytest.mark.usefixtures("desk")
def test_the_programs_for_integrators(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = _blocks(_page("for-integrators.md"), "python")
    exec(first, {})
    shown = capsys.readouterr().out
    assert "('jaminan keamanan', " in shown
    assert run(["translate", "incoming", "-o", "out"]) == ExitCode.DONE
    capsys.readouterr()
    exec(second, {})
    assert capsys.readouterr().out.startswith("draft NATO membahas")


def _json(*arguments: str) -> object:
    shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(shown):
        run(arguments)
    shown.seek(0)
    return json.loads(shown.read())


def test_the_keys_of_json(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = re.findall(
        r"^\| (\S.*?) \| (.*?) \| (`.*) \|$", _page("for-integrators.md"), re.MULTILINE
    )
    table = {name.strip("` "): (kind, re.findall(r"`(\w+)`", keys)) for name, kind, keys in rows}
    found = {"translate": _json("translate", "incoming", "--json")}
    assert isinstance(found["translate"], dict)
    found["… its `articles"] = found["translate"]["articles"]
    _write_a_finding(desk / "out/a.po")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    found["translate -"] = _json("translate", "-", "--json")
    found["check"] = _json("check", "out", "--json")
    found["status"] = _json("status", "out", "--json")
    found["export"] = _json("export", "out", "--to", "text", "--json")
    found["memory search"] = _json("memory", "search", "Wednesday", "--json")
    found["glossary find"] = _json("glossary", "find", "jaminan keamanan", "--json")
    found["model list"] = _json("model", "list", "--json")
    assert set(table) == set(found)
    report = _json("report", "out", "--json")
    assert isinstance(report, dict)
    assert set(table["status"][1]) <= set(report)
    for name, (kind, keys) in table.items():
        value = found[name]
        assert (kind == "object") == isinstance(value, dict), name
        one = value if isinstance(value, dict) else value[0]  # type: ignore[index]
        assert set(keys) <= set(one), name
        if name != "status":  # of which the page names the main ones
            assert set(one) == set(keys), name


def _write_a_finding(file: Path) -> None:
    """Approve a segment, as an editor does, with a doubled word in it."""
    text = file.read_text("utf-8")
    before, _, after = text.rpartition("#, fuzzy\n")
    head, _, _ = after.partition("msgstr ")
    file.write_text(
        f'{before}{head}msgstr "NATO met met on Wednesday, 19 January 2022."\n', "utf-8"
    )
    assert run(["translate", "incoming"]) == ExitCode.DONE


def test_the_exit_codes() -> None:
    rows = re.findall(r"^\| (\d+) \| ", _page("for-batch-users.md"), re.MULTILINE)
    assert [int(row) for row in rows] == [int(code) for code in ExitCode]


# All pages


def _commands(page: str) -> Iterator[list[str]]:
    """The padanan commands on a page, in blocks and in sentences."""
    page = re.sub(r"\\\n\s*", "", page)  # a line that goes on
    for line in re.findall(r"^\$ (?:uv run )?padanan (.+)$", page, re.MULTILINE):
        yield shlex.split(line.partition(" # ")[0].partition(" | ")[0])
    for line in re.findall(r"`padanan ([^`]+)`", page):
        if line != "draft":  # a name in a memory, not a command
            yield line.replace("\n", " ").split()


def _unknown(words: list[str]) -> str | None:
    """What there is not in a command line, of commands and options."""
    command: click.Command = group
    rest = list(words)
    while isinstance(command, click.Group) and rest and re.fullmatch(r"[a-z]+", rest[0]):
        child = command.get_command(click.Context(command), rest[0])
        if child is None:
            return f"{' '.join(words)}: no command {rest[0]}"
        command = child
        rest.pop(0)
    known = {name for one in command.get_params(click.Context(command)) for name in one.opts}
    for word in rest:
        option = re.match(r"--?[a-z][a-z-]*", word)
        if option and option[0] not in known | {"--help", "-h"}:
            return f"{' '.join(words)}: no option {option[0]}"
    return None


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_its_commands_are_there(path: Path) -> None:
    page = path.read_text("utf-8")
    assert [said for words in _commands(page) if (said := _unknown(words))] == []


def _slug(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    text = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def _anchors(path: Path) -> set[str]:
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return {_slug(heading) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_its_links_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        if "://" in link:
            continue
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        assert not anchor or anchor in _anchors(target), link


def test_every_page_is_in_the_index() -> None:
    index = _page("README.md")
    for path in (ROOT / "docs").glob("*.md"):
        assert path.name == "README.md" or f"]({path.name})" in index, path.name
