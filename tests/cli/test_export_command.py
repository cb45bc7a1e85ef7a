"""`padanan export` and `padanan import` on small desks."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from padanan.cli.export import export
from padanan.cli.take import import_
from padanan.errors import ExitCode, OutputError, PadananError, UsageError
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, load, save
from padanan.translate.export import FORMATS
from running import Run

DRAFT = "The water rose fast."


def bilingual(name: str, state: State = State.DRAFT) -> Bilingual:
    """A bilingual file of three segments: approved, one as said, empty."""
    return Bilingual(
        name,
        "0" * 64,
        "engine 1",
        "recipe 1",
        "",
        (
            Entry("a1", "Sungai meluap.", "The river floods.", State.APPROVED, line=1),
            Entry("a2", "Air naik cepat.", DRAFT, state, line=1, fingerprint=fingerprint(DRAFT)),
            Entry("a3", "Warga pergi.", "", State.EMPTY, line=2),
        ),
    )


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with two articles, one in a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out" / "desa").mkdir(parents=True)
    save(tmp_path / "out" / "banjir.po", bilingual("../seeds/banjir.txt"))
    save(tmp_path / "out" / "desa" / "lurah.po", bilingual("../../seeds/desa/lurah.txt"))
    return tmp_path


def exports(*arguments: str) -> Result:
    return CliRunner().invoke(export, arguments, standalone_mode=False, catch_exceptions=False)


def imports(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(
        import_, arguments, input=stdin, standalone_mode=False, catch_exceptions=False
    )


def states(path: str = "out/banjir.po") -> dict[str, tuple[str, State]]:
    content = load(Path(path))
    assert content is not None
    return {one.id: (one.target, one.state) for one in content.entries}


# Export


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.name)
def test_a_folder_is_repeated(format_: object, desk: Path) -> None:
    name, ending = format_.name, format_.ending  # type: ignore[attr-defined]
    result = exports("--to", name)
    assert (result.return_value, result.stdout) == (ExitCode.DONE, "")
    assert sorted(
        path.relative_to(desk / "export") for path in desk.rglob(f"export/**/*{ending}")
    ) == [
        Path(f"banjir{ending}"),
        Path(f"desa/lurah{ending}"),
    ]
    assert result.stderr == (
        f"2 articles as {name}: 2 files written. "
        "6 segments: 2 approved; 2 drafts, marked; 2 gaps.\n"
    )
    again = exports("--to", name)
    assert again.return_value == ExitCode.DONE
    assert "0 files written, 2 unchanged" in again.stderr


def test_one_article_to_standard_output() -> None:
    result = exports("out/banjir.po", "--to", "text", "-o", "-")
    assert result.return_value == ExitCode.DONE
    assert result.stdout == ("The river floods. [draft: The water rose fast.]\n\n[Warga pergi.]\n")
    plain = exports("out/banjir.po", "--to", "TEXT", "-o", "-", "--unmarked")
    assert plain.stdout == "The river floods. The water rose fast.\n\n[Warga pergi.]\n"
    assert "1 draft, not marked" in plain.stderr


def test_only_what_is_approved() -> None:
    result = exports("out/banjir.po", "--to", "text", "-o", "-", "--approved")
    assert result.return_value == ExitCode.FINDINGS
    assert result.stdout == "The river floods. [Air naik cepat.]\n\n[Warga pergi.]\n"
    assert "1 approved; 2 gaps without an approved target" in result.stderr


def test_all_is_approved() -> None:
    done = bilingual("../seeds/banjir.txt", State.APPROVED)
    save(Path("out/banjir.po"), Bilingual(*(done.article, "0", "", "", ""), done.entries[:2]))
    result = exports("out/banjir.po", "--to", "text", "--approved", "-o", "fertig.txt")
    assert result.return_value == ExitCode.DONE
    assert result.stderr == "1 article as text: 1 file written. All of it is approved.\n"
    assert Path("fertig.txt").read_text() == "The river floods. The water rose fast.\n"


def test_several_articles_in_one_file() -> None:
    result = exports("--to", "csv", "-o", "all.csv")
    assert result.return_value == ExitCode.DONE
    text = Path("all.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["article"] for row in rows] == ["banjir"] * 3 + ["desa/lurah"] * 3
    for format_ in ("xliff", "xliff2", "tmx"):
        assert exports("--to", format_, "-o", "-").stdout.startswith("<?xml")
    with pytest.raises(UsageError, match="is one file, but there are 2 articles"):
        exports("--to", "docx", "-o", "all.docx")
    with pytest.raises(UsageError, match="xliff, xliff2, tmx, csv can hold several"):
        exports("--to", "text", "-o", "-")


def test_a_report_for_programs() -> None:
    result = exports("out/banjir.po", "--to", "tmx", "--json")
    assert json.loads(result.stdout) == [
        {
            "file": str(Path("export/banjir.tmx")),
            "articles": ["banjir"],
            "approved": 1,
            "drafts": 1,
            "gaps": 1,
            "written": True,
        }
    ]
    with pytest.raises(UsageError, match="both want standard output"):
        exports("out/banjir.po", "--to", "tmx", "--json", "-o", "-")


def test_files_that_are_there_stay() -> None:
    Path("export").mkdir()
    Path("export/banjir.en.txt").write_text("mine")
    result = exports("--to", "text")
    assert result.return_value == ExitCode.BAD_INPUT
    assert "export/banjir.en.txt: is there already. Say --force" in result.stderr
    assert Path("export/banjir.en.txt").read_text() == "mine"
    assert Path("export/desa/lurah.en.txt").exists()
    assert exports("--to", "text", "--force").return_value == ExitCode.DONE
    assert Path("export/banjir.en.txt").read_text() != "mine"


def test_english_texts_of_translate_stay() -> None:
    Path("out/banjir.en.txt").write_text("as translate wrote it")
    result = exports("out", "--to", "text", "-o", "out", "--force")
    assert result.return_value == ExitCode.BAD_INPUT
    assert "never overwritten by an export" in result.stderr
    assert Path("out/banjir.en.txt").read_text() == "as translate wrote it"


def test_two_articles_do_not_share_a_file(desk: Path) -> None:
    (desk / "other").mkdir()
    save(desk / "other" / "banjir.po", bilingual("../seeds/other.txt"))
    result = exports("out", "other", "--to", "text", "--force")
    assert result.return_value == ExitCode.BAD_INPUT
    assert "would overwrite that of out/banjir.po" in result.stderr
    named_twice = exports("out", "out/banjir.po", "--to", "text", "--force")
    assert named_twice.return_value == ExitCode.DONE
    assert "2 articles" in named_twice.stderr


def test_one_bad_article_stops_nothing() -> None:
    Path("out/banjir.po").write_bytes(b"\xff")
    for place in ("export", "all.csv"):
        result = exports("--to", "csv", "-o", place)
        assert result.return_value == ExitCode.BAD_INPUT
        assert "out/banjir.po: this bilingual file is not UTF-8" in result.stderr
        assert "1 article as csv" in result.stderr
    assert exports("nowhere", "--to", "text").return_value == ExitCode.BAD_INPUT
    Path("empty").mkdir()
    assert "no bilingual files" in exports("empty", "--to", "text").stderr


def test_marks_belong_to_other_formats() -> None:
    with pytest.raises(UsageError, match="csv always tells drafts"):
        exports("--to", "csv", "--unmarked")


def test_without_python_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(PadananError, match="pip install python-docx"):
        exports("--to", "docx")


def test_a_folder_that_cannot_be_made() -> None:
    Path("export").write_text("a file")
    result = exports("--to", "text")
    assert result.return_value == ExitCode.BAD_INPUT
    assert "is a file, not a folder" in result.stderr
    with pytest.raises(OutputError):
        exports("out/banjir.po", "--to", "text", "-o", "export/x/y.txt")


# Import


def test_an_export_comes_back(desk: Path) -> None:
    exports("--to", "xliff", "-o", "all.xlf")
    unchanged = imports("all.xlf")
    assert (unchanged.return_value, unchanged.stdout) == (ExitCode.DONE, "")
    assert unchanged.stderr == "out/banjir.po: nothing new.\nout/desa/lurah.po: nothing new.\n"
    data = Path("all.xlf").read_text().replace("rose fast", "rose quickly")
    Path("back.xlf").write_text(data)
    dry = imports("back.xlf", "--dry-run")
    assert "out/banjir.po: 1 with another translation." in dry.stderr
    assert dry.stderr.endswith("Nothing was written (--dry-run).\n")
    assert states()["a2"] == (DRAFT, State.DRAFT)
    result = imports("back.xlf")
    assert result.return_value == ExitCode.DONE
    assert states()["a2"] == ("The water rose quickly.", State.DRAFT)
    assert states("out/desa/lurah.po")["a2"] == ("The water rose quickly.", State.DRAFT)
    assert "With --approve all that comes back is approved." in result.stderr
    english = Path("out/banjir.en.txt")
    assert "The water rose quickly." in english.read_text()
    approved = imports("back.xlf", "--approve")
    assert "out/banjir.po: 1 approved." in approved.stderr
    assert states()["a2"] == ("The water rose quickly.", State.APPROVED)
    assert (desk / "out" / "memory.sqlite").exists()


def test_a_conflict() -> None:
    exports("out/banjir.po", "--to", "xliff2", "-o", "b.xliff")
    Path("b.xliff").write_text(Path("b.xliff").read_text().replace("fast", "quickly"))
    text = Path("out/banjir.po").read_text().replace("rose fast", "was rising\x1b[31m")
    Path("out/banjir.po").write_text(text)
    result = imports("b.xliff")
    assert result.return_value == ExitCode.FINDINGS
    assert "a2: was changed both here and there since the export, and left." in result.stderr
    assert "There: “The water rose quickly.”. --overwrite takes theirs." in result.stderr
    assert "\x1b" not in result.stderr
    assert states()["a2"][0].startswith("The water was rising")
    for_programs = json.loads(imports("b.xliff", "--json").stdout)
    assert for_programs[0]["bilingual"] == str(Path("out/banjir.po"))
    assert [one["trouble"] for one in for_programs[0]["problems"]] == ["conflict"]
    assert imports("b.xliff", "--overwrite").return_value == ExitCode.DONE
    assert states()["a2"][0] == "The water rose quickly."


def test_segments_that_are_here_no_more() -> None:
    exports("out/banjir.po", "--to", "xliff", "-o", "b.xlf")
    content = load(Path("out/banjir.po"))
    assert content is not None
    entries = (Entry("a1", "Kali meluap.", "", State.EMPTY), *content.entries[2:])
    save(Path("out/banjir.po"), Bilingual(content.article, "0", "", "", "", entries))
    result = imports("b.xlf")
    assert result.return_value == ExitCode.FINDINGS
    assert "a1: has another source here, “Kali meluap.”, and was left." in result.stderr
    assert "a2: is not in the bilingual file, so “The water rose fast.” was left." in result.stderr


def test_standard_input_and_a_named_file() -> None:
    exports("out/banjir.po", "--to", "xliff", "-o", "b.xlf")
    data = Path("b.xlf").read_bytes().replace(b"fast", b"quickly")
    Path("out/banjir.po").rename("mine.po")
    result = imports("-", stdin=data)
    assert result.return_value == ExitCode.BAD_INPUT
    assert "../seeds/banjir.txt: no bilingual file in out is of this article" in result.stderr
    assert imports("-", "--into", "mine.po", stdin=data).return_value == ExitCode.DONE
    assert states("mine.po")["a2"][0] == "The water rose quickly."
    with pytest.raises(UsageError, match="read only once"):
        imports("-", "-")


def test_several_articles_need_a_folder() -> None:
    exports("--to", "xliff", "-o", "all.xlf")
    result = imports("all.xlf", "--into", "out/banjir.po")
    assert result.return_value == ExitCode.BAD_INPUT
    assert "all.xlf: holds 2 articles" in result.stderr


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        (
            "m.tmx",
            "<tmx/>",
            "outermost element is <tmx>. Memories are taken in by padanan memory import.",
        ),
        ("g.csv", "id,en", "is no XLIFF file, or a damaged one"),
        ("g.tbx", "<martif/>", "Glossaries are taken in by padanan glossary import."),
        ("x.xlf", "<xliff><file><body/></file></xliff>", "x.xlf: has no segments to take back."),
        ("e.xlf", "<!DOCTYPE x [<!ENTITY a 'b'>]><xliff/>", "e.xlf: declares XML entities"),
    ],
)
def test_other_files(name: str, data: str, says: str) -> None:
    Path(name).write_text(data)
    exports("out/banjir.po", "--to", "xliff", "-o", "b.xlf")
    result = imports(name, "gone.xlf", "b.xlf")
    assert result.return_value == ExitCode.BAD_INPUT
    assert says in result.stderr
    assert "gone.xlf: there is no such file.\n" in result.stderr
    assert "out/banjir.po: nothing new.\n" in result.stderr


def test_the_commands_as_a_user_runs_them(padanan: Run, desk: Path) -> None:
    done = padanan("export", "--to", "xliff", cwd=desk)
    assert (done.returncode, done.stdout) == (ExitCode.DONE, "")
    done = padanan("import", "export/banjir.xlf", cwd=desk)
    assert (done.returncode, done.stdout) == (ExitCode.DONE, "")
    assert done.stderr == "out/banjir.po: nothing new.\n"
    done = padanan("export", "--to", "pdf", cwd=desk)
    assert done.returncode == ExitCode.USAGE
    assert "'pdf' is not one of 'text', 'html'" in done.stderr
    shown = padanan("export", "--help").stdout
    assert all(f"  {one.name} " in shown and one.title in shown for one in FORMATS)
