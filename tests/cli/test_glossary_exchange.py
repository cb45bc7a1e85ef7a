"""`padanan glossary list`, `import`, `merge`, `export` and `diff`."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from glossary_desk import AS, GOOD, HEADER, JAMINAN, run

from padanan.errors import ExitCode, InputError, OutputError, UsageError
from running import ROOT, Run, command, environment

BUNGA = "bunga\tinterest\t\tnoun\teconomy\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good glossary, to work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.tsv").write_text(GOOD, "utf-8")
    return tmp_path


def write(name: str, *rows: str) -> str:
    Path(name).write_text(HEADER + "".join(rows), "utf-8")
    return name


def rows() -> list[str]:
    return Path("terms.tsv").read_text("utf-8").splitlines(keepends=True)[1:]


# list


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), [AS, JAMINAN]),
        (("--domain", "Diplomacy"), [JAMINAN]),
        (("--domain", "place", "--domain", "diplomacy"), [AS, JAMINAN]),
        (("--pos", "name"), [AS]),
        (("--flag", "case"), [AS]),
        (("--term", "*keamanan"), [JAMINAN]),
        (("--term", "us*"), [AS, JAMINAN]),
        (("--term", "us*", "--pos", "noun"), [JAMINAN]),
    ],
)
def test_list(arguments: tuple[str, ...], expected: list[str]) -> None:
    result = run("list", *arguments)
    assert result.return_value == ExitCode.DONE
    assert result.stdout == HEADER + "".join(expected)
    assert len(json.loads(run("list", *arguments, "--json").stdout)) == len(expected)


def test_list_nothing_and_cldr() -> None:
    result = run("list", "--domain", "law")
    assert (result.return_value, result.stdout) == (ExitCode.FINDINGS, HEADER)
    assert result.stderr == "0 concepts.\n"
    assert "Spanyol\t" not in run("list").stdout
    assert "Spanyol\t" in run("list", "--cldr").stdout


@pytest.mark.skipif(os.name == "nt", reason="a POSIX terminal")
def test_list_is_a_table_on_a_terminal(desk: Path) -> None:
    import pty

    write("odd.tsv", "[bold]x[/bold]\ty\n")
    for file, words in (("terms.tsv", ["jaminan", "place"]), ("odd.tsv", ["[bold]x[/bold]"])):
        master, slave = pty.openpty()
        subprocess.run(
            command("glossary", "list", "-g", file),
            cwd=desk,
            env=environment(desk) | {"COLUMNS": "100"},
            stdout=slave,
            stderr=subprocess.PIPE,
            check=True,
        )
        os.close(slave)
        shown = os.read(master, 100_000).decode()
        os.close(master)
        assert all(word in shown for word in words)
        assert "\t" not in shown
        assert "\x1b" not in shown


# import and merge


def test_merge_shows_and_does() -> None:
    write("theirs.tsv", AS, BUNGA, "garansi|jaminan keamanan\tsecurity guarantee\t\t\tdiplomacy\n")
    expected = (
        "~ jaminan keamanan (noun, diplomacy)\n"
        "    id     jaminan keamanan → jaminan keamanan|garansi\n"
        "+ bunga (noun, economy): interest\n"
    )
    result = run("merge", "theirs.tsv", "--dry-run")
    assert (result.return_value, result.stdout) == (ExitCode.DONE, expected)
    assert result.stderr == (
        "theirs.tsv: 1 added, 1 changed, 1 there already, 0 conflicts.\n"
        "Nothing was written (--dry-run).\n"
    )
    assert rows() == [AS, JAMINAN]
    result = run("merge", "theirs.tsv")
    assert (result.return_value, result.stdout) == (ExitCode.DONE, expected)
    changed = JAMINAN.replace("keamanan\t", "keamanan|garansi\t", 1)
    assert rows() == [AS, BUNGA, changed]
    assert run("merge", "theirs.tsv").stderr == (
        "theirs.tsv: 0 added, 0 changed, 3 there already, 0 conflicts.\n"
    )


def test_conflicts_are_left_or_decided() -> None:
    write("theirs.tsv", BUNGA, "jaminan keamanan\tsafety guarantee\t\tverb\tdiplomacy\n")
    result = run("merge", "theirs.tsv")
    assert result.return_value == ExitCode.FINDINGS
    assert result.stdout == (
        "+ bunga (noun, economy): interest\n"
        "! jaminan keamanan (verb, diplomacy): safety guarantee\n"
        "    preferred: ours “security guarantee”, theirs “safety guarantee”\n"
        "    pos: ours “noun”, theirs “verb”\n"
    )
    assert result.stderr.startswith("theirs.tsv: 1 added, 0 changed, 0 there already, 1 conflict.")
    assert rows() == [AS, BUNGA, JAMINAN]
    assert run("merge", "theirs.tsv", "--prefer", "ours").return_value == ExitCode.DONE
    assert rows()[2] == JAMINAN.replace("US guarantee", "US guarantee|safety guarantee")
    assert run("merge", "theirs.tsv", "--prefer", "theirs").return_value == ExitCode.DONE
    assert rows()[2] == (
        "jaminan keamanan\tsafety guarantee|security guarantee|US guarantee\tsecurity assurance\t"
        "verb\tdiplomacy\t\tBinding.\n"
    )


def test_what_could_be_several_is_not_decided_by_prefer() -> None:
    several = "could be any of ours, give theirs the domain of the one it is"
    write("terms.tsv", "bunga\tinterest\t\t\teconomy\n", "bunga\tflower\t\t\tsociety\n")
    write("theirs.tsv", "bunga\tblossom\n")
    for prefer in ((), ("--prefer", "ours"), ("--prefer", "theirs")):
        result = run("merge", "theirs.tsv", *prefer)
        assert result.return_value == ExitCode.FINDINGS
        assert several in result.stderr
        assert "--prefer" not in result.stderr
    write("theirs.tsv", "bunga\tblossom\t\t\tsociety\n")
    result = run("merge", "theirs.tsv")
    assert "--prefer ours or --prefer theirs" in result.stderr
    assert several not in result.stderr


@pytest.mark.parametrize("text", ["", "source,target\n"])
def test_a_file_without_entries_is_told(text: str) -> None:
    Path("empty.csv").write_text(text)
    result = run("import", "empty.csv")
    assert result.return_value == ExitCode.DONE
    assert result.stderr == "empty.csv: holds no entries.\n"
    assert rows() == [AS, JAMINAN]


def test_import_json() -> None:
    write("theirs.tsv", "jaminan keamanan\tx\t\t\tdiplomacy\n", "kata\n")
    result = run("import", "theirs.tsv", "--json")
    assert result.return_value == ExitCode.BAD_INPUT
    (report,) = json.loads(result.stdout)
    assert report["file"] == "theirs.tsv"
    assert (report["added"], report["changed"], report["same"]) == ([], [], 0)
    (conflict,) = report["conflicts"]
    assert conflict["theirs"]["preferred"] == "x"
    assert [one["preferred"] for one in conflict["ours"]] == ["security guarantee"]
    assert conflict["differences"] == [
        {"kind": "preferred", "ours": "security guarantee", "theirs": "x"}
    ]
    assert [(one["line"], one["column"]) for one in report["problems"]] == [(3, "en")]


def test_bad_entries_are_named_and_the_rest_done(padanan: Run) -> None:
    Path("glossary.txt").write_text("bunga\tinterest\nno tab\nrudal\tmissile\t\x1b[31mred\n")
    Path("bad.tbx").write_text("<html/>")
    done = padanan("glossary", "import", "none.tbx", "bad.tbx", "glossary.txt")
    assert done.returncode == ExitCode.BAD_INPUT
    assert "+ bunga: interest\n" in done.stdout
    assert "padanan: none.tbx: cannot be read (No such file or directory).\n" in done.stderr
    assert "padanan: bad.tbx: is no TBX" in done.stderr
    assert "glossary.txt:2:1: " in done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert "bunga\tinterest\n" in rows()


def test_import_gives_new_concepts_a_domain() -> None:
    Path("glossary.txt").write_text("bunga\tinterest\nAS\tUnited States\n")
    assert run("import", "glossary.txt", "--domain", "economy").return_value == ExitCode.DONE
    assert rows() == [AS, "bunga\tinterest\t\t\teconomy\n", JAMINAN]


def test_standard_input() -> None:
    result = run("import", "-", "--format", "omegat", "-y", stdin="bunga\tinterest\n")
    assert (result.return_value, result.stdout) == (ExitCode.DONE, "+ bunga: interest\n")
    with pytest.raises(UsageError, match="Name its format with --format"):
        run("import", "-", stdin="bunga\tinterest\n")
    assert run("import", "-", "--format", "tmx", stdin="x").return_value == ExitCode.BAD_INPUT
    assert run("diff", "terms.tsv", "-", "--format", "tsv", stdin=GOOD).stdout != ""
    assert run("extract", "-", stdin=TEXT).stdout.startswith("kawasan industri")


def test_formats_must_be_known() -> None:
    Path("x.dat").write_text("")
    with pytest.raises(UsageError, match="says no format"):
        run("import", "x.dat")
    with pytest.raises(UsageError, match="“y” is not a format"):
        run("import", "x.dat", "--format", "y")
    with pytest.raises(UsageError, match="can only be exported to"):
        run("import", "x.dat", "--format", "html")
    with pytest.raises(UsageError, match="says no format"):
        run("export", "y.dat")


@pytest.mark.skipif(os.name == "nt", reason="a POSIX terminal")
@pytest.mark.parametrize(("answer", "done"), [(b"y\n", True), (b"n\n", False)])
def test_import_asks_at_a_terminal(desk: Path, answer: bytes, done: bool) -> None:
    import pty

    write("theirs.tsv", BUNGA)
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command("glossary", "merge", "theirs.tsv"),
        cwd=desk,
        env=environment(desk),
        stdin=slave,
        stdout=subprocess.PIPE,
        stderr=slave,
    )
    os.close(slave)
    os.write(master, answer)
    assert process.wait(60) == ExitCode.DONE
    os.close(master)
    assert (BUNGA in rows()) is done


# export


def test_export_and_back() -> None:
    Path("terms.tsv").write_text(GOOD + "# a comment\n", "utf-8")
    result = run("export", "x.tbx", "x.csv", "x.tsv", "x.html")
    assert result.return_value == ExitCode.DONE
    assert result.stderr.splitlines()[0] == "x.tbx: 2 concepts as tbx."
    assert Path("x.tsv").read_bytes() == Path("terms.tsv").read_bytes()
    for name in ("x.tbx", "x.csv", "x.tsv"):
        same = run("diff", "terms.tsv", name)
        assert (same.return_value, same.stdout) == (ExitCode.DONE, "")


def test_export_some() -> None:
    run("export", "x.tsv", "--pos", "name")
    assert Path("x.tsv").read_text("utf-8") == HEADER + AS
    run("export", "y.tsv", "--cldr", "--term", "Spanyol")
    assert "Spanyol\tSpain" in Path("y.tsv").read_text("utf-8")


def test_export_overwrites_only_by_force() -> None:
    Path("x.csv").write_text("mine")
    with pytest.raises(OutputError, match=r"x\.csv: is there already\. Say --force"):
        run("export", "y.csv", "x.csv")
    assert Path("x.csv").read_text() == "mine"
    assert not Path("y.csv").exists()
    assert run("export", "x.csv", "--force").return_value == ExitCode.DONE
    assert Path("x.csv").read_text() != "mine"


@pytest.mark.parametrize("target", ["terms.tsv", "./linked.tsv", "hard.tsv"])
def test_export_never_overwrites_the_glossary_itself(target: str) -> None:
    Path("linked.tsv").symlink_to("terms.tsv")
    Path("hard.tsv").hardlink_to("terms.tsv")
    for chosen in (("--pos", "name"), ("--cldr",), ("--format", "csv")):
        for force in ((), ("--force",)):
            with pytest.raises(UsageError, match="is the glossary that is exported"):
                run("export", "y.html", target, *chosen, *force)
    assert not Path("y.html").exists()
    for force in ((), ("--force",)):
        result = run("export", target, *force)
        assert result.return_value == ExitCode.DONE
        assert result.stderr.endswith(": is the glossary itself; there is nothing to do.\n")
    assert Path("terms.tsv").read_text("utf-8") == GOOD


@pytest.mark.parametrize("end", ["tsv", "csv", "tbx", "tmx", "po", "txt", "md", "html"])
def test_export_of_nothing_writes_nothing(end: str) -> None:
    for target in (f"x.{end}", "terms.tsv"):
        result = run("export", target, "--force", "--term", "zz*", "--domain", "law of war")
        assert result.return_value == ExitCode.FINDINGS
        assert result.stderr == (
            "No concept matches --domain 'law of war' --term 'zz*'; nothing was written.\n"
        )
    assert run("export", f"x.{end}", "--pos", "verb", "--json").stdout == "[]\n"
    write("empty.tsv")
    result = run("export", f"x.{end}", "-g", "empty.tsv")
    assert result.return_value == ExitCode.FINDINGS
    assert result.stderr == "No concept is there; nothing was written.\n"
    assert not Path(f"x.{end}").exists()
    assert Path("terms.tsv").read_text("utf-8") == GOOD


def test_export_to_standard_output(padanan: Run) -> None:
    done = padanan("glossary", "export", "-", "--format", "tsv")
    assert (done.returncode, done.stdout) == (ExitCode.DONE, GOOD)
    assert done.stderr == "standard output: 2 concepts as tsv.\n"
    with pytest.raises(UsageError, match="Name its format"):
        run("export", "-")
    with pytest.raises(UsageError, match="nor --json"):
        run("export", "-", "--format", "tsv", "--json")


def test_export_says_what_is_left_out() -> None:
    run("add", "jaminan keamanan", "bail", "--domain", "law")
    result = run("export", "x.tsv", "--format", "deepl", "--json")
    (report,) = json.loads(result.stdout)
    assert (report["format"], report["concepts"]) == ("deepl", 3)
    assert result.return_value == ExitCode.FINDINGS
    (left_out,) = report["left_out"]
    assert left_out["text"] == "jaminan keamanan → bail"
    assert left_out["reason"]
    assert "x.tsv: “jaminan keamanan → bail” is left out." in result.stderr
    assert result.stderr.endswith(
        "x.tsv: 3 concepts as deepl, without 1 of their terms or pairs.\n"
    )


def test_a_path_is_not_empty(padanan: Run) -> None:
    for arguments in (("export", ""), ("list", "-g", ""), ("check", ""), ("import", "")):
        done = padanan("glossary", *arguments)
        assert done.returncode == ExitCode.USAGE
        assert done.stderr.endswith(": the path is empty.\n")


# diff


def test_diff() -> None:
    write("new.tsv", BUNGA, JAMINAN.replace("US guarantee", "guarantee"))
    result = run("diff", "terms.tsv", "new.tsv")
    assert result.return_value == ExitCode.FINDINGS
    assert result.stdout == (
        "- AS; Amerika Serikat (name, place, case): United States; US\n"
        "~ jaminan keamanan (noun, diplomacy)\n"
        "    en     security guarantee|US guarantee → security guarantee|guarantee\n"
        "+ bunga (noun, economy): interest\n"
    )
    assert result.stderr == "1 added, 1 removed, 1 changed.\n"
    report = json.loads(run("diff", "terms.tsv", "new.tsv", "--json").stdout)
    assert [one["columns"] for one in report["changed"]] == [["en"]]
    assert [one["terms"] for one in report["added"]] == [["bunga"]]
    assert [one["preferred"] for one in report["removed"]] == ["United States"]


def test_warnings_are_no_errors() -> None:
    write("theirs.tsv", JAMINAN, AS)
    for arguments in (("merge", "theirs.tsv"), ("diff", "terms.tsv", "theirs.tsv")):
        result = run(*arguments)
        assert result.return_value == ExitCode.DONE
        assert "theirs.tsv:3:1: id: “AS” is out of order." in result.stderr


def test_diff_of_what_cannot_be_read() -> None:
    with pytest.raises(InputError, match="none"):
        run("diff", "terms.tsv", "none.tsv")
    write("bad.tsv", AS, JAMINAN, "kata\n")
    result = run("diff", "terms.tsv", "bad.tsv")
    assert result.return_value == ExitCode.BAD_INPUT
    assert "bad.tsv:4:5: en: No English rendering." in result.stderr


# extract and check --corpus


TEXT = (
    "Dewan kota membahas kawasan industri di utara sungai besar.\n"
    "Warga menolak kawasan industri itu karena bau.\n"
)


def test_extract() -> None:
    Path("article.txt").write_text(TEXT)
    result = run("extract", "article.txt")
    assert result.return_value == ExitCode.DONE
    assert result.stdout == (
        "kawasan industri (noun, 2 times)\n"
        "  in    Dewan kota membahas kawasan industri di utara sungai besar.\n"
        "  in    Warga menolak kawasan industri itu karena bau.\n"
    )
    assert result.stderr == "1 candidate in 2 sentences.\n"
    (candidate,) = json.loads(run("extract", "article.txt", "--json").stdout)
    assert (candidate["terms"], candidate["count"]) == (["kawasan industri"], 2)
    assert run("extract", "article.txt", "--min-count", "3").stdout == ""
    with pytest.raises(UsageError, match="Choose one"):
        run("extract", "article.txt", "--tsv", "--json")


def _bilingual(*, fuzzy: bool) -> str:
    flag = "#, fuzzy\n" if fuzzy else ""
    pairs = {
        "Dewan kota membahas kawasan industri.": "The council discussed the industrial zone.",
        "Warga menolak kawasan industri itu.": "Residents reject that industrial zone.",
    }
    entries = "".join(
        f'\n#. kind: paragraph\n{flag}msgctxt "{number}"\nmsgid "{source}"\nmsgstr "{target}"\n'
        for number, (source, target) in enumerate(pairs.items())
    )
    return (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"X-Padanan-Article: a.txt\\n"\n{entries}'
    )


def test_extract_from_bilingual_files_and_merge() -> None:
    folder = Path("out")
    folder.mkdir()
    (folder / "a.po").write_text(_bilingual(fuzzy=False))
    (folder / "a.en.txt").write_text("The council discussed the industrial zone.\n" * 3)
    result = run("extract", "out")
    assert "  use?  industrial zone (1.00)\n" in result.stdout
    assert "        Residents reject that industrial zone.\n" in result.stdout
    result = run("extract", "out", "--tsv")
    assert result.stdout.splitlines()[3] == "kawasan industri\tindustrial zone\t\tnoun"
    Path("new.tsv").write_text(result.stdout, "utf-8")
    assert run("merge", "new.tsv").return_value == ExitCode.DONE
    assert "kawasan industri\tindustrial zone\t\tnoun\n" in rows()
    assert run("extract", "out").stdout == ""


def test_only_what_is_approved_counts() -> None:
    Path("a.po").write_text(_bilingual(fuzzy=True))
    result = run("extract", "a.po")
    assert (result.return_value, result.stdout) == (ExitCode.FINDINGS, "")
    assert result.stderr.splitlines()[1] == (
        "Nothing is approved yet: 2 drafts passed over. Approve with padanan review, or say "
        "--drafts to learn from drafts too."
    )
    Path("article.txt").write_text(TEXT)
    result = run("extract", "a.po", "article.txt")
    assert result.return_value == ExitCode.DONE
    assert result.stderr.splitlines()[1].startswith("2 drafts passed over.")
    assert "industrial zone" in run("extract", "a.po", "--drafts").stdout


def test_extract_goes_on_past_what_cannot_be_read(padanan: Run) -> None:
    Path("article.txt").write_text(TEXT)
    Path("bad.po").write_text("msgid")
    Path("bad.xz").write_bytes(b"no xz")
    Path("bad.gz").write_bytes(b"\x1f\x8b\x08\x00")
    Path("empty").mkdir()
    done = padanan(
        "glossary", "extract", "none", "empty", "bad.po", "bad.xz", "bad.gz", "article.txt"
    )
    assert done.returncode == ExitCode.BAD_INPUT
    assert done.stdout.startswith("kawasan industri (noun, 2 times)\n")
    for name in ("none", "empty", "bad.po", "bad.xz", "bad.gz"):
        assert f"{name}: " in done.stderr
    assert "Traceback" not in done.stderr


def test_check_against_a_corpus() -> None:
    import gzip

    with gzip.open("corpus.gz", "wt", encoding="utf-8") as stream:
        stream.write("Jaminan keamanannya lemah.\n" * 2)
    result = run("check", "--corpus", "corpus.gz")
    assert result.return_value == ExitCode.FINDINGS
    assert result.stdout == (
        "terms.tsv:2:1: id: “AS” is in none of the texts.\n"
        "terms.tsv:2:1: id: “Amerika Serikat” is in none of the texts.\n"
    )
    assert run("check", "--corpus", "none.txt").return_value == ExitCode.BAD_INPUT


def test_the_shipped_glossary_goes_through_every_format(desk: Path) -> None:
    ours = str(desk / "ours.tsv")
    Path(ours).write_bytes((ROOT / "terms.tsv").read_bytes())
    for name in ("x.tbx", "x.csv", "x.po", "x.tmx"):
        assert run("export", "-g", ours, name).return_value == ExitCode.DONE
    assert run("diff", ours, "x.tbx").return_value == ExitCode.DONE
    assert run("import", "-g", str(desk / "terms.tsv"), "x.csv", "--dry-run").return_value in (
        ExitCode.DONE,
        ExitCode.FINDINGS,
    )
