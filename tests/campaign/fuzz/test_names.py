"""Names of articles that lead elsewhere, break lines, or are refused by some file systems."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from campaign.record import Campaign
from cli.small_model import isolate, small_model

from padanan.cli import run
from padanan.errors import ExitCode, InputError
from padanan.translate import bilingual, outputs
from padanan.translate.checks.desk import collect

NAMES: tuple[bytes, ...] = (
    *(b"satu dua.txt", b"a.b.c.txt", b"-x.txt", b"--help.txt", b"~.txt", b"$(id).txt", b"`id`.txt"),
    *(
        b"*.txt",
        b"?.txt",
        b"[a].txt",
        b"{a}.txt",
        b"%s.txt",
        b"%0A.txt",
        b"%2e%2e%2fx.txt",
        b"#.txt",
    ),
    *(b"a'b.txt", b'a"b.txt', b"a\\b.txt", b"a\\..\\..\\b.txt", b"a:b.txt", b"C:.txt", b"a|b.txt"),
    *(b"a<b>.txt", b"a&b.txt", b"a;b.txt", b"a\nb.txt", b"a\r\nb.txt", b"\n.txt", b"a\tb.txt"),
    *(b"a\x1b[31mb.txt", b"a\x07.txt", b"a\x7f.txt", b"a\x0b.txt", b"a\x1c.txt", b"\xc2\x85.txt"),
    *("a\u2028b.txt".encode(), "a\u2029b.txt".encode(), "a\x9bb.txt".encode()),
    *("a\u202egpj.txt".encode(), "\u2066a\u2069.txt".encode(), "\u200b.txt".encode()),
    *("שלום.txt".encode(), "نيوز.txt".encode(), "新闻.txt".encode(), "👩‍🌾.txt".encode()),
    *("é.txt".encode(), "e\u0301.txt".encode(), "ﬁ.txt".encode(), "İ.txt".encode()),
    *(b"\xff\xfe.txt", b"caf\xe9.txt", b"\xed\xa0\x80.txt", b"\xc3.txt"),
    *(
        b"CON.txt",
        b"nul.txt",
        b"aux.txt",
        b"COM1.txt",
        b"a .txt",
        b"a..txt",
        b" .txt",
        b"a.txt.txt",
    ),
    *(
        b"Besar.txt",
        b"besar.TXT",
        b"x.md",
        b"x.html",
        b"b.en.txt",
        b"b.bilingual.html",
        b"b.po.txt",
    ),
    *(
        b"n" * 251 + b".txt",
        b"n" * 240 + b".txt",
        b"n" * 247 + b".txt",
        "界".encode() * 83 + b".txt",
    ),
    *(b'msgid "x".txt', b"X-Padanan-Article: y.txt", b'a\nmsgid ""\n.txt', b"a%.txt", b"a%zz.txt"),
    *(
        b"../naik.txt",
        b"./titik.txt",
        b"dalam/../../naik2.txt",
        b"dalam/satu.txt",
        b"dalam/\n/dua.txt",
    ),
)
"""Paths from the folder of articles."""


def _all(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _articles(folder: Path) -> Iterator[Path]:
    for number, name in enumerate(NAMES):
        path = folder / os.fsdecode(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"rumah besar {number}.\n\nnegara besar.\n")
        except (OSError, ValueError):
            continue  # this file system takes no such name
        yield path


def test_names(
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    isolate(tmp_path / "home", monkeypatch)
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    model = ["--model", str(small_model(tmp_path)), "--no-memory"]
    paths = list(_articles(desk / "berita"))
    before = _all(tmp_path)

    def words(*arguments: str) -> tuple[int, str]:
        code = run(arguments)
        out, err = capfdbinary.readouterr()
        said = (out + err).decode("utf-8", "backslashreplace")
        assert "Traceback" not in said, said
        return code, said

    with campaign.fault(
        "names",
        "of articles, through all commands",
        holds="its results in the results' folder, readable, or a sentence",
    ) as fault:
        code, said = words("translate", *map(str, paths), "-o", "out", *model)
        new = {path for path in _all(tmp_path) if path not in before}
        astray = [one for one in new if not one.is_relative_to(desk / "out")]
        assert all(one.is_relative_to(tmp_path / "home") for one in astray)
        known = {}
        for one in collect([desk / "out"]):
            if isinstance(one, InputError):
                fault.failed(one.message)
                continue
            content = bilingual.load(one)
            assert content is not None
            known[os.path.realpath(outputs.article(one, content))] = one
        refused = 0
        for path in paths:
            with fault.trial():
                found = known.get(os.path.realpath(path))
                if found is None:
                    refused += 1
                    continue
                assert found.with_suffix(".en.txt").exists() or found.name.endswith(".po")
        fault.holds += f" ({refused} refused)"
        assert said.count("\n") >= refused
        assert code in (ExitCode.DONE, ExitCode.FINDINGS, ExitCode.BAD_INPUT)
        first = _all(desk / "out")
        for arguments in (
            ["translate", *map(str, paths), "-o", "out", *model],
            ["translate", "berita", "-o", "out", *model],
            ["check", "out"],
            ["check", "out", "--junit", "-"],
            ["status", "out"],
            ["export", "out", "--to", "xliff", "-o", "xliff"],
            ["export", "out", "--to", "xliff2", "-o", "xliff2"],
            ["export", "out", "--to", "text", "-o", "text"],
            ["export", "out", "--to", "html", "-o", "html"],
            ["export", "out", "--to", "csv", "-o", "csv"],
            ["report", "out"],
        ):
            with fault.trial():
                code, said = words(*arguments)
                assert code in (0, 1, 4), said[-800:]
        with fault.trial():
            after = _all(desk / "out")
            changed = {path for path in first if after.get(path) != first[path]}
            assert not {path for path in changed if path.suffix == ".po"}
        for back in sorted([*(desk / "xliff").rglob("*.xlf"), *(desk / "xliff2").rglob("*.x*")]):
            with fault.trial():
                code, said = words("import", str(back), "--into", "out")
                assert code in (0, 1), said
        for odd in ("/dev/null", "/dev/zero/x", "\udcff.txt", "x" * 5000):
            for command in (["translate", odd, *model], ["check", odd], ["status", odd]):
                with fault.trial():
                    code, said = words(*command)
                    assert code in (0, 1, 2, 3, 4)
                    assert said.strip() or code == 0
