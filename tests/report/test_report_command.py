"""`padanan report` and `padanan status` as one types them."""

import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from fcntl import ioctl
from pathlib import Path

import pytest
from reportside import QUAKE, article, desk, entry

from padanan.cli import run
from padanan.errors import ExitCode, InputError
from padanan.translate.bilingual import load, save
from padanan.translate.inputs import Job, collect
from padanan.translate.report.changes import NAME as KEPT
from padanan.translate.report.mark import NAME, is_report
from padanan.translate.report.store import NAME as STORE
from running import ROOT, environment

Padanan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Padanan:
    """A desk in the current folder, and a way to run padanan there."""
    monkeypatch.chdir(tmp_path)
    desk(tmp_path)
    (tmp_path / "out/damaged.po").unlink()

    def padanan(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(arguments)
        return (code, *capsys.readouterr())

    return padanan


def test_a_page_and_what_the_next_one_needs(here: Padanan, tmp_path: Path) -> None:
    code, out, err = here("report")
    assert (code, out) == (ExitCode.DONE, "")
    assert "out/report.html: 3 articles, 4 errors, 3 warnings." in err
    assert is_report(tmp_path / "out" / NAME)
    assert (tmp_path / "out" / KEPT).exists()
    assert here("report")[0] == ExitCode.DONE  # an earlier page gives way


def test_nothing_else_gives_way_to_a_page(here: Padanan, tmp_path: Path) -> None:
    (tmp_path / "out" / NAME).write_text("<h1>Berita</h1>", "utf-8")
    code, _, err = here("report")
    assert code == ExitCode.BAD_INPUT
    assert "something else of this name" in err
    assert (tmp_path / "out" / NAME).read_text("utf-8") == "<h1>Berita</h1>"
    assert not (tmp_path / "out" / KEPT).exists()


def test_another_place(here: Padanan, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    assert here("report", "out", "-o", "web/today.html")[0] == ExitCode.DONE
    page = (tmp_path / "web/today.html").read_text("utf-8")
    assert 'href="../out/banjir.bilingual.html#f4"' in page
    assert not (tmp_path / "out" / NAME).exists()
    code, out, _ = here("report", "-o", "-")
    assert code == ExitCode.DONE
    assert out.startswith("<!DOCTYPE html>")
    assert 'href="out/banjir.bilingual.html#f4"' in out
    assert here("report", "-o", "nowhere/x.html")[0] == ExitCode.BAD_INPUT
    assert here("report", "-o", "x.html", "--json")[0] == ExitCode.USAGE


def test_json_keeps_nothing(here: Padanan, tmp_path: Path) -> None:
    code, out, _ = here("report", "--json")
    value = json.loads(out)
    assert code == ExitCode.DONE
    assert value["version"] == 1
    assert value["articles"][0]["review"] == "padanan review out/banjir.po"
    assert not (tmp_path / "out" / NAME).exists()
    assert not (tmp_path / "out" / KEPT).exists()


def test_files_that_cannot_be_used_are_told_and_the_rest_is_done(
    here: Padanan, tmp_path: Path
) -> None:
    (tmp_path / "out/damaged.po").write_text('msgid "X-Padanan-', "utf-8")
    (tmp_path / "out/foreign.po").write_text('msgid ""\nmsgstr ""\n"Language: en\\n"\n', "utf-8")
    (tmp_path / "out/dunia/link.po").symlink_to(tmp_path / "nowhere.po")
    code, _, err = here("report")
    assert code == ExitCode.BAD_INPUT
    for words in ("damaged.po: this bilingual file is damaged", "padanan did not make it",
                  "link.po: cannot be read", "3 articles, 4 errors"):  # fmt: skip
        assert words in err
    code, out, err = here("status")
    assert code == ExitCode.BAD_INPUT
    assert "3 files cannot be used" in out
    assert "damaged.po" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
@pytest.mark.parametrize("command", ["report", "status"])
def test_nothing_is_waited_for(here: Padanan, tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "out/pipe.po")
    os.mkfifo(tmp_path / "out" / KEPT)
    os.mkfifo(tmp_path / "pipe.txt")
    shutil.copy(tmp_path / "out/banjir.po", tmp_path / "out/kopi.po")
    for name, other in (("banjir", "../pipe.txt"), ("kopi", "/dev/zero")):
        path = tmp_path / "out" / f"{name}.po"
        content = load(path)
        assert content is not None
        save(path, replace(content, article=other))
    code, _, err = here(command)
    assert code == ExitCode.BAD_INPUT
    assert "pipe.po: cannot be read (it is a pipe or a device, not a file)" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_no_report(here: Padanan, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.html")
    assert not is_report(tmp_path / "page.html")
    assert here("report", "-o", "page.html")[0] == ExitCode.BAD_INPUT


@pytest.mark.parametrize("command", ["report", "status"])
def test_what_is_no_desk(here: Padanan, command: str) -> None:
    code, _, err = here(command, "nowhere")
    assert code == ExitCode.BAD_INPUT
    assert "nowhere: there is no such folder. padanan translate makes one" in err
    code, _, err = here(command, "out/banjir.po")
    assert code == ExitCode.BAD_INPUT
    assert "this is a file. Name the folder of results" in err
    assert here(command, "out", "-g", "nowhere.tsv")[0] == ExitCode.BAD_INPUT


def test_a_report_is_no_article_and_no_result(here: Padanan, tmp_path: Path) -> None:
    here("report")
    here("report", "-o", "news/weekly.html")
    found = list(collect([tmp_path], tmp_path / "elsewhere"))
    assert not any(isinstance(one, InputError) for one in found)
    names = {one.bilingual.name for one in found if isinstance(one, Job)}
    assert names == {"banjir.po", "gempa.po", "rundingan.po"}
    code, _, err = here("check")
    assert code == ExitCode.FINDINGS
    assert "3 articles" in err
    assert here("export", "out", "--to", "text", "-o", "texts")[0] == ExitCode.DONE
    assert sorted(one.name for one in (tmp_path / "texts").rglob("*") if one.is_file()) == [
        "banjir.en.txt", "gempa.en.txt", "rundingan.en.txt",
    ]  # fmt: skip


def test_a_desk_that_cannot_keep_anything_has_its_page_all_the_same(
    here: Padanan, tmp_path: Path
) -> None:
    (tmp_path / "out" / KEPT).mkdir()
    (tmp_path / "out" / STORE).mkdir()
    code, _, err = here("report")
    assert code == ExitCode.DONE
    assert "The next report cannot tell what has changed since this." in err
    assert is_report(tmp_path / "out" / NAME)


STATUS = """\
out

Progress    4 of 12 segments approved (33.3 %), 7 drafts, 1 empty
            1 of 3 articles done, 1 begun, 1 new, 26 words left of 39
Findings    4 errors, 3 warnings, 4 notes
            Term missing 1, Term to be avoided 1 and 4 more
Glossary    12 of 14 terms held (85.7 %)
            worst: place 50.0 %, government 75.0 %
            4 concepts drifting: banjir, Rusia, menteri, pemerintah
Made by     person 1, memory 1, adapted 1, rule 1, model 5, source 1, mended 1
Confidence  3 of 6 drafts below 0.5

Next
1  1 article changed since translated
   padanan translate news
2  4 segments with errors
   padanan check out --severity error
3  1 segment without a translation
   padanan translate news/banjir.txt
4  7 drafts to review (26 words)
   padanan review out
"""


def test_where_the_desk_stands(here: Padanan) -> None:
    code, out, err = here("status")
    assert (code, err) == (ExitCode.DONE, "")
    first, rest = out.split("\n", 1)
    assert re.fullmatch(r"out {30,}\d+ \w+ \d{4}, \d\d:\d\d", first)
    assert f"out\n{rest}" == STATUS


def test_what_has_changed_is_in_the_status(here: Padanan, tmp_path: Path) -> None:
    here("report")
    article(tmp_path, "baru", QUAKE)
    _, out, _ = here("status")
    assert re.search(r"Since then +\d+ \w+ \d+: 3 approved, 1 article new", out)
    assert not json.loads(here("status", "--json")[1])["changes"]["gone"]


def test_status_for_programs(here: Padanan) -> None:
    code, out, _ = here("status", "--json")
    value = json.loads(out)
    assert code == ExitCode.DONE
    assert (value["articles"], value["work"]["approved"]) == (3, 4)
    assert value["steps"][3]["command"] == "padanan review out"


@pytest.mark.parametrize(("columns", "colours"), [(40, False), (80, True), (200, False)])
def test_one_screen_of_a_terminal(tmp_path: Path, columns: int, colours: bool) -> None:
    desk(tmp_path)
    for at in range(30):
        hard = f"Kata \x1b[31m\u202e{'panjang' * at} {at}"
        article(tmp_path, f"{'x' * at}{at}/a", [entry("s", hard, "Banjir", confidence=at / 30)])
    variables = environment(tmp_path / "home") | {"TERM": "xterm", "PYTHONPATH": str(ROOT)}
    for name in ("COLUMNS", "LINES", *(("NO_COLOR",) if colours else ())):
        variables.pop(name, None)
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "padanan", "status"],
        stdout=theirs, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=tmp_path,
        env=variables,
    )  # fmt: skip
    os.close(theirs)
    written = b""
    while True:
        try:
            read = os.read(ours, 65536)
        except OSError:  # it has gone
            break
        if not read:
            break
        written += read
    os.close(ours)
    assert process.wait(60) == ExitCode.BAD_INPUT
    text = written.decode()
    assert ("\x1b[" in text) == colours
    lines = re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()
    assert len(lines) < 24
    assert "\x1b" not in "".join(lines)
    commands = [one for one in lines if one.startswith("   padanan")]
    for one in lines:
        wide = sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in one)
        assert wide <= columns or one in commands, one
    assert any("█" in one or "▒" in one for one in lines)
