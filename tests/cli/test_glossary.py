"""`padanan glossary` on small glossaries."""

import json
from pathlib import Path

import pytest
from glossary_desk import GOOD, run

from padanan.errors import ExitCode, InputError, UsageError
from running import Run


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good glossary, to work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.tsv").write_text(GOOD, "utf-8")
    return tmp_path


def test_check_says_nothing_of_a_good_glossary() -> None:
    result = run("check")
    assert (result.return_value, result.stdout) == (ExitCode.DONE, "")
    assert result.stderr == "terms.tsv: 2 concepts, 0 problems.\n"


def test_check_names_every_place(desk: Path) -> None:
    (desk / "bad.tsv").write_text(GOOD + "kata\nAceh\tAceh\t\tnuon\n", "utf-8")
    result = run("check", "bad.tsv")
    assert result.return_value == ExitCode.FINDINGS
    assert result.stdout == (
        "bad.tsv:4:5: en: No English rendering. Write one; columns are separated by tabs.\n"
        "bad.tsv:5:12: pos: “nuon” is not known here. Known are noun, verb, adjective, adverb, "
        "phrase, name.\n"
    )
    assert result.stderr == "bad.tsv: 2 concepts, 2 problems.\n"


def test_check_takes_the_option_of_the_others(desk: Path) -> None:
    (desk / "bad.tsv").write_text(GOOD + "kata\n", "utf-8")
    assert run("check", "-g", "bad.tsv").stdout == run("check", "bad.tsv").stdout != ""
    with pytest.raises(UsageError, match="named twice"):
        run("check", "bad.tsv", "-g", "bad.tsv")


def test_check_json(desk: Path) -> None:
    (desk / "bad.tsv").write_text(GOOD + "kata\n", "utf-8")
    result = run("check", "bad.tsv", "--json")
    assert result.return_value == ExitCode.FINDINGS
    assert json.loads(result.stdout) == [
        {
            "file": "bad.tsv",
            "line": 4,
            "position": 5,
            "column": "en",
            "severity": "error",
            "message": "No English rendering. Write one; columns are separated by tabs.",
        }
    ]
    assert json.loads(run("check", "--json").stdout) == []


def test_check_reads_standard_input() -> None:
    result = run("check", "-", stdin=GOOD + "kata\n")
    assert result.return_value == ExitCode.FINDINGS
    assert result.stdout.startswith("standard input:4:5: en: No English rendering.")
    assert result.stderr == "standard input: 2 concepts, 1 problem.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("find", "AS"),
        ("stats",),
        ("export", "x.csv"),
        ("extract", "x.txt"),
        ("add", "a", "b"),
        ("remove", "AS", "-y"),
        ("remove", "AS", "--dry-run"),
    ],
)
def test_elsewhere_the_glossary_is_a_file(arguments: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="cannot be standard input here"):
        run(*arguments, "-g", "-", stdin=GOOD)


def test_exit_codes(padanan: Run, desk: Path) -> None:
    (desk / "bad.tsv").write_text(GOOD + "kata\n", "utf-8")
    assert padanan("glossary", "check").returncode == ExitCode.DONE
    assert padanan("glossary", "check", "bad.tsv").returncode == ExitCode.FINDINGS
    assert padanan("glossary", "find", "xyzzy").returncode == ExitCode.FINDINGS
    missing = padanan("glossary", "check", "none.tsv")
    assert missing.returncode == ExitCode.BAD_INPUT
    assert missing.stderr.startswith("padanan: none.tsv: there is no such file. Name another")


@pytest.mark.parametrize("arguments", [("find", "AS"), ("stats",), ("list",), ("check",)])
def test_where_no_glossary_lies_the_shipped_one_is_read(
    desk: Path, arguments: tuple[str, ...]
) -> None:
    (desk / "terms.tsv").unlink()
    result = run(*arguments)
    assert result.stdout or arguments == ("check",)
    assert result.stderr.startswith(
        "There is no terms.tsv here: this is the glossary that comes with padanan.\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [("add", "a", "b"), ("edit", "a", "--also", "b"), ("remove", "a", "-y"), ("merge", "x.tsv")],
)
def test_the_shipped_glossary_is_not_written(
    padanan: Run, desk: Path, arguments: tuple[str, ...]
) -> None:
    (desk / "terms.tsv").rename(desk / "x.tsv")
    done = padanan("glossary", *arguments)
    assert done.returncode == ExitCode.BAD_INPUT
    assert done.stderr == (
        "padanan: terms.tsv: there is no such file. Name another with -g/--glossary FILE, or start "
        "with a copy of the glossary that comes with padanan: padanan glossary export terms.tsv\n"
    )


def test_a_glossary_begins_with_a_copy_of_the_shipped_one(padanan: Run, desk: Path) -> None:
    (desk / "terms.tsv").unlink()
    assert padanan("glossary", "export", "terms.tsv").returncode == ExitCode.DONE
    assert padanan("glossary", "add", "kata ujian", "test word").returncode == ExitCode.DONE
    assert padanan("glossary", "find", "kata ujiannya").returncode == ExitCode.DONE


@pytest.mark.parametrize("path", ["a" * 300, "terms.tsv/x"])
def test_a_path_that_cannot_be_is_told(padanan: Run, path: str) -> None:
    for arguments in (("check", path), ("find", "AS", "-g", path)):
        done = padanan("glossary", *arguments)
        assert done.returncode == ExitCode.BAD_INPUT
        assert done.stderr.startswith(
            (f"padanan: {path}: cannot be read (", f"padanan: {path}: there is no such file")
        )


def test_missing_glossary() -> None:
    for arguments in (("check", "none.tsv"), ("list", "-g", "none.tsv")):
        with pytest.raises(InputError, match=r"there is no such file\. Name another"):
            run(*arguments)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["jaminan", "Keamanan"], "“jaminan keamanan”, a term"),
        (["jaminan keamanannya"], "“jaminan keamanan”, a term, in another form"),
        (["security guarantee"], "“security guarantee”, the rendering to use"),
        (
            ["security guarantees"],
            "“security guarantee”, the rendering to use, in another form",
        ),
        (["us guarantee"], "“US guarantee”, an admitted rendering"),
        (["security assurances"], "“security assurance”, a rendering to avoid, in another form"),
        (["keamanan"], "“jaminan keamanan”, a term, with these words in it"),
        (["jamin"], "“jaminan keamanan”, a term, with these words in it"),
        (["meminta jaminan keamanan kepada"], "“jaminan keamanan”, a term, among these words"),
        (["jamnan keamanan"], "“jaminan keamanan”, a term, of similar spelling"),
    ],
)
def test_find(words: list[str], found: str) -> None:
    result = run("find", "--no-cldr", *words)
    assert result.return_value == ExitCode.DONE
    assert result.stdout == (
        "jaminan keamanan (noun, diplomacy)\n"
        f"  found {found}\n"
        "  use   security guarantee\n"
        "  also  US guarantee\n"
        "  not   security assurance\n"
        "  note  Binding.\n"
    )


def test_find_nothing() -> None:
    result = run("find", "xyzzy")
    assert (result.return_value, result.stdout) == (ExitCode.FINDINGS, "")
    assert result.stderr == "“xyzzy” is not in terms.tsv.\n"
    assert json.loads(run("find", "xyzzy", "--json").stdout) == []
    assert run("find", "...").return_value == ExitCode.FINDINGS
    Path("terms.tsv").unlink()
    assert run("find", "xyzzy").stderr.endswith("“xyzzy” is not in padanan's glossary.\n")


def test_find_json_and_limit() -> None:
    (found,) = json.loads(run("find", "--json", "us", "--limit", "1").stdout)
    assert found == {
        "terms": ["AS", "Amerika Serikat"],
        "preferred": "United States",
        "admitted": ["US"],
        "avoided": [],
        "pos": "name",
        "domain": "place",
        "flags": ["case"],
        "note": "",
        "found": {"entry": "US", "role": "admitted", "how": "exact", "score": 1.0},
    }
    assert len(json.loads(run("find", "--json", "us", "--no-cldr").stdout)) == 2


def test_find_looks_into_cldr() -> None:
    assert "use   Spain\n" in run("find", "Spanyol").stdout
    assert run("find", "Spanyol", "--no-cldr").return_value == ExitCode.FINDINGS


def test_find_warns_of_a_damaged_glossary(desk: Path) -> None:
    (desk / "bad.tsv").write_text(GOOD + "kata\n", "utf-8")
    result = run("find", "-g", "bad.tsv", "AS", "--no-cldr")
    assert result.return_value == ExitCode.DONE
    assert result.stderr == ("bad.tsv: 1 problem; padanan glossary check bad.tsv says where.\n")


def test_stats() -> None:
    result = run("stats")
    assert result.return_value == ExitCode.DONE
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["concepts", "2"],
        ["terms", "3"],
        ["renderings", "4"],
        ["avoided", "1"],
        ["notes", "1"],
        ["pos", "name", "1"],
        ["pos", "noun", "1"],
        ["domain", "place", "1"],
        ["domain", "diplomacy", "1"],
        ["flags", "case", "1"],
    ]
    assert json.loads(run("stats", "--json").stdout)["domain"] == {"place": 1, "diplomacy": 1}
