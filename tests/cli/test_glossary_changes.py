"""`padanan glossary add`, `edit` and `remove`."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from glossary_desk import AS, GOOD, HEADER, JAMINAN, run

from padanan.cli.glossary import editing, files
from padanan.errors import ExitCode, InputError, OutputError, UsageError
from padanan.glossary import Concept, GlossaryFile
from running import Run, command, environment


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good glossary, to work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.tsv").write_text(GOOD, "utf-8")
    return tmp_path


def rows() -> list[str]:
    return Path("terms.tsv").read_text("utf-8").splitlines(keepends=True)[1:]


def test_add() -> None:
    result = run(
        *("add", " bunga ", "interest", "--term", "suku bunga", "--also", "interest rate"),
        *("--avoid", "flower", "--pos", "noun", "--domain", "economy", "--flag", "exact"),
        *("--note", "Of banks."),
    )
    assert result.return_value == ExitCode.DONE
    assert result.stdout == (
        "+ bunga; suku bunga (noun, economy, exact): interest; interest rate; not flower\n"
    )
    assert result.stderr == "“economy” is a new domain.\n"
    assert rows() == [
        AS,
        "bunga|suku bunga\tinterest|interest rate\tflower\tnoun\teconomy\texact\tOf banks.\n",
        JAMINAN,
    ]


def test_add_with_bars() -> None:
    run("add", "bunga | suku bunga", "interest|interest rate", "--avoid", "flower|bloom")
    assert rows()[1] == "bunga|suku bunga\tinterest|interest rate\tflower|bloom\n"
    run("edit", "bunga", "--drop", "bloom|interest rate", "--term", "rente|bunga bank")
    assert rows()[1] == "bunga|suku bunga|rente|bunga bank\tinterest\tflower\n"
    run("edit", "bunga", "--prefer", "a|b", "--prefer-term", "rente | riba")
    assert rows()[1:] == [
        JAMINAN,
        "rente|bunga|suku bunga|bunga bank|riba\ta|interest|b\tflower\n",
    ]


def test_add_json_and_dry_run() -> None:
    result = run("add", "bunga", "interest", "--json", "--dry-run")
    assert [one["terms"] for one in json.loads(result.stdout)["added"]] == [["bunga"]]
    assert result.stderr == "Nothing was written (--dry-run).\n"
    assert rows() == [AS, JAMINAN]


@pytest.mark.parametrize("term", ["jaminan keamanan", "Jaminan  Keamanan"])
def test_add_what_is_there(term: str) -> None:
    with pytest.raises(InputError, match="is there already") as raised:
        run("add", term, "x", "--domain", "Diplomacy")
    assert 'padanan glossary edit "jaminan keamanan"' in raised.value.message
    assert rows() == [AS, JAMINAN]


def test_add_a_homonym() -> None:
    told = run("add", "jaminan keamanan", "safety deposit", "--domain", "diplomcy").stderr
    assert told == "“diplomcy” is a new domain. Is “diplomacy” meant?\n"
    told = run("add", "jaminan keamanan", "bail", "--domain", "").stderr
    assert "is also a term of another concept: jaminan keamanan" in told
    assert len(rows()) == 4


@pytest.mark.parametrize(
    ("term", "rendering", "says"),
    [
        ("#a", "x", "no row may begin with"),
        ("=1+1", "x", "spreadsheets take for a formula"),
        ("a\x1b[31m", "x", "invisible character"),
        ("a", "\u202e", "invisible character"),
        ("a", "...", "no letter and no digit"),
    ],
)
def test_add_what_cannot_be_a_row(term: str, rendering: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        run("add", "--", term, rendering)
    assert rows() == [AS, JAMINAN]


@pytest.mark.parametrize(
    ("new", "says"),
    [
        (("=1",), "“=1” cannot be a row. id: “=1” begins with “=”"),
        (("aa", "rudal"), "“aa” cannot be a row. “rudal” is a term of line 4 too"),
    ],
)
def test_only_what_concerns_the_new_row_is_told(
    desk: Path, new: tuple[str, ...], says: str
) -> None:
    bad = f"{HEADER}damai\tpeace\ndamai\tquiet\nrudal\tmissile\nrudal\trocket\nkata\n"
    (desk / "terms.tsv").write_text(bad, "utf-8")
    file = GlossaryFile.load(desk / "terms.tsv")
    with pytest.raises(InputError) as raised:
        file.add(Concept(("zz",), ("fine",)), Concept(new, ("x",)))
    message = raised.value.message
    assert says in message
    assert not any(other in message for other in ("damai", "line 2", "line 5", "rendering"))


def test_new_rows_that_clash_are_in_no_line_of_the_file(desk: Path) -> None:
    file = GlossaryFile.load(desk / "terms.tsv")
    for first in (("zz",), ("aa", "zz")):
        with pytest.raises(InputError, match="“zz” is there twice, in the same domain") as raised:
            file.add(Concept(first, ("x",)), Concept(("zz",), ("y",)))
        assert "line" not in raised.value.message


def test_edit() -> None:
    result = run(
        *("edit", "Jaminan keamanan", "--prefer", "US guarantee", "--avoid", "security guarantee"),
        *("--also", "security assurance", "--term", "garansi", "--prefer-term", "jaminan"),
        *("--pos", "none", "--flag", "exact", "--domain", "security", "--note", ""),
    )
    assert result.return_value == ExitCode.DONE
    assert result.stdout == (
        "~ jaminan keamanan (noun, diplomacy)\n"
        "    id     jaminan keamanan → jaminan|jaminan keamanan|garansi\n"
        "    en     security guarantee|US guarantee → US guarantee|security assurance\n"
        "    avoid  security assurance → security guarantee\n"
        "    pos    noun → (none)\n"
        "    domain diplomacy → security\n"
        "    flags  (none) → exact\n"
        "    note   Binding. → (none)\n"
    )
    assert rows() == [
        AS,
        "jaminan|jaminan keamanan|garansi\tUS guarantee|security assurance\tsecurity guarantee\t\t"
        "security\texact\n",
    ]


def test_edit_drops() -> None:
    run("edit", "AS", "--drop-term", "Amerika Serikat", "--drop", "us", "--drop-flag", "case")
    run("edit", "jaminan keamanan", "--drop", "Security assurance", "--also", "US Guarantee")
    assert rows() == [
        "AS\tUnited States\t\tname\tplace\n",
        "jaminan keamanan\tsecurity guarantee|US Guarantee\t\tnoun\tdiplomacy\t\tBinding.\n",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("add", "", "x"), "a term is empty"),
        (("add", "|", "x"), "a term is empty"),
        (("add", "x", ""), "a rendering is empty"),
        (("add", "x", " "), "a rendering is empty"),
        (("add", "x", "y", "--avoid", ""), "a rendering is empty"),
        (("edit", "AS", "--prefer", ""), "a rendering is empty"),
        (("edit", "AS", "--also", "|"), "a rendering is empty"),
        (("edit", "AS", "--prefer-term", ""), "a term is empty"),
        (("edit", "AS", "--drop-term", ""), "a term is empty"),
    ],
)
def test_nothing_is_no_entry(arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        run(*arguments)
    assert rows() == [AS, JAMINAN]


def test_edit_nothing() -> None:
    result = run("edit", "AS", "--also", "US", "--json")
    assert json.loads(result.stdout) == {"added": [], "removed": [], "changed": []}
    assert result.stderr == "AS: it is so already.\n"
    with pytest.raises(UsageError, match="nothing to change was named"):
        run("edit", "AS")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("AS", "--drop", "x"), "“x” is no rendering of “AS”, so it cannot be dropped"),
        (("AS", "--drop-term", "x"), "“x” is no term of “AS”, so it cannot be dropped"),
        (("AS", "--drop-flag", "keep"), "“AS” has no flag keep, so it cannot be dropped"),
        (("AS", "--drop", "United States"), "Say with --prefer which one takes its place"),
        (("AS", "--avoid", "united states"), "Say with --prefer which one takes its place"),
        (("AS", "--drop-term", "AS", "--drop-term", "Amerika Serikat"), "left without a term"),
        (("AS", "--flag", "keep"), "none of its terms"),
        (("AS", "--note", "a\nb\x07"), "invisible character"),
        (("jaminan", "--also", "x"), "no concept has the term “jaminan”"),
        (("jaminan keamann", "--also", "x"), "Is “jaminan keamanan” meant?"),
        (("AS", "--in-domain", "law", "--also", "x"), "is no term of the domain law, but of place"),
    ],
)
def test_edit_what_cannot_be(arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(InputError) as raised:
        run("edit", *arguments)
    assert says in raised.value.message
    assert rows() == [AS, JAMINAN]


def test_a_row_without_a_domain_is_said_to_have_none() -> None:
    run("add", "bunga", "flower")
    with pytest.raises(InputError) as raised:
        run("edit", "bunga", "--in-domain", "law", "--also", "x")
    no_term = "terms.tsv: “bunga” is no term of the domain law"
    assert raised.value.message == f'{no_term}; its row has no domain (--in-domain "").'
    run("add", "bunga", "interest", "--domain", "economy")
    with pytest.raises(InputError) as raised:
        run("edit", "bunga", "--in-domain", "law", "--also", "x")
    assert raised.value.message == (
        f'{no_term}, but of economy; a row of it has no domain (--in-domain "").'
    )


def test_homonyms_are_told_apart() -> None:
    run("add", "jaminan keamanan", "safety deposit", "--domain", "economy")
    with pytest.raises(InputError) as raised:
        run("edit", "jaminan keamanan", "--also", "x")
    assert raised.value.message == (
        "terms.tsv: “jaminan keamanan” is a term of 2 concepts. Say which with:\n"
        "  --in-domain diplomacy  jaminan keamanan (noun, diplomacy): security guarantee; US "
        "guarantee; not security assurance\n"
        "  --in-domain economy  jaminan keamanan (economy): safety deposit"
    )
    run("edit", "jaminan keamanan", "--also", "bail", "--in-domain", "Economy")
    assert rows()[2] == "jaminan keamanan\tsafety deposit|bail\t\t\teconomy\n"
    run("remove", "jaminan keamanan", "--in-domain", "economy", "-y")
    assert rows() == [AS, JAMINAN]


def test_remove() -> None:
    result = run("remove", "as", "Amerika Serikat", "jaminan keamanan", "--yes")
    assert result.return_value == ExitCode.DONE
    assert result.stdout == (
        "- AS; Amerika Serikat (name, place, case): United States; US\n"
        "- jaminan keamanan (noun, diplomacy): security guarantee; US guarantee; not security "
        "assurance\n"
    )
    assert rows() == []


def test_remove_is_all_or_nothing_and_asks() -> None:
    with pytest.raises(InputError, match="no concept has the term “x”"):
        run("remove", "AS", "x", "--yes")
    with pytest.raises(UsageError, match="Say --yes"):
        run("remove", "AS")
    assert run("remove", "AS", "--dry-run").stdout.startswith("- AS")
    assert rows() == [AS, JAMINAN]


@pytest.mark.skipif(os.name == "nt", reason="a POSIX terminal")
@pytest.mark.parametrize(("answer", "left"), [(b"y\n", [JAMINAN]), (b"n\n", [AS, JAMINAN])])
def test_remove_asks_at_a_terminal(desk: Path, answer: bytes, left: list[str]) -> None:
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(
        command("glossary", "remove", "AS"),
        cwd=desk,
        env=environment(desk),
        stdin=slave,
        stdout=subprocess.PIPE,
        stderr=slave,
    )
    os.close(slave)
    os.write(master, answer)
    assert process.wait(60) == ExitCode.DONE
    shown = os.read(master, 10_000)
    os.close(master)
    assert b"Remove this? [y/N]" in shown
    assert (b"Nothing was written." in shown) is (len(left) == 2)
    assert rows() == left


@pytest.mark.parametrize(
    "arguments", [("remove", "AS"), ("merge", "theirs.tsv"), ("import", "theirs.tsv")]
)
def test_json_says_what_was_done_not_what_is_asked(
    desk: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    (desk / "theirs.tsv").write_text(HEADER + "bunga\tinterest\n", "utf-8")
    monkeypatch.setattr(files, "at_terminal", lambda: True)
    with pytest.raises(UsageError, match="with --json nothing is shown"):
        run(*arguments, "--json")
    assert rows() == [AS, JAMINAN]
    assert run(*arguments, "--json", "--dry-run").stdout != ""
    assert run(*arguments, "--json", "--yes").stdout != ""
    assert rows() != [AS, JAMINAN]


@pytest.mark.parametrize(
    "arguments", [("add", "a", "b"), ("edit", "AS", "--also", "x"), ("remove", "AS", "--yes")]
)
def test_json_says_nothing_of_what_was_not_saved(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def fail(self: GlossaryFile) -> None:
        raise OutputError(f"{self.path}: cannot be written.")

    monkeypatch.setattr(GlossaryFile, "save", fail)
    shown: list[object] = []
    monkeypatch.setattr(editing, "data_json", shown.append)
    with pytest.raises(OutputError):
        run(*arguments, "--json")
    assert shown == []


def test_waiting_is_told_at_a_terminal(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from padanan import files as kernel
    from padanan.glossary import lock

    monkeypatch.setattr(kernel, "UNNOTICED", 0.01)
    for terminal in (True, False):
        monkeypatch.setattr(sys.stderr, "isatty", lambda there=terminal: there)
        with lock.hold(desk / "terms.tsv"):
            second = lock.hold(desk / "terms.tsv", 0.1, waiting=files.tell_wait)
            with pytest.raises(OutputError, match="another padanan"):
                second.__enter__()
        assert capsys.readouterr().err.startswith("Waiting for another padanan") is terminal


def test_a_damaged_row_stays(desk: Path) -> None:
    (desk / "terms.tsv").write_text(GOOD + "kata\n# end\n", "utf-8")
    result = run("add", "bunga", "interest")
    assert result.stderr == "terms.tsv: 1 problem; padanan glossary check says where.\n"
    assert rows()[-2:] == ["kata\n", "# end\n"]


def test_at_the_same_time_nothing_is_lost(desk: Path) -> None:
    def add(number: int) -> int:
        done = subprocess.run(
            [sys.executable, "-m", "padanan", "glossary", "add", f"kata {number}", f"w {number}"],
            cwd=desk,
            env=environment(desk),
            check=False,
            capture_output=True,
        )
        return done.returncode

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(add, range(12))) == [ExitCode.DONE] * 12
    file = GlossaryFile.load(desk / "terms.tsv")
    assert len(file.concepts) == 14
    assert file.problems == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(padanan: Run, desk: Path) -> None:
    folder = desk / "closed"
    folder.mkdir()
    (folder / "terms.tsv").write_text(GOOD, "utf-8")
    folder.chmod(0o555)
    done = padanan("glossary", "add", "-g", "closed/terms.tsv", "a", "b")
    assert done.returncode == ExitCode.BAD_INPUT
    assert "cannot be written" in done.stderr


def test_a_link_is_followed(desk: Path) -> None:
    (desk / "shared").mkdir()
    (desk / "terms.tsv").rename(desk / "shared" / "ours.tsv")
    (desk / "terms.tsv").symlink_to("shared/ours.tsv")
    run("add", "bunga", "interest")
    assert (desk / "terms.tsv").is_symlink()
    assert "bunga\tinterest\n" in rows()
    assert (desk / "shared" / "ours.tsv").read_text("utf-8").splitlines(True)[0] == HEADER
