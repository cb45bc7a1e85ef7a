"""`padanan memory` on small memories."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from padanan.cli.memory import memory
from padanan.errors import ExitCode, InputError, OutputError, UsageError
from padanan.translate import bilingual
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.export import export
from padanan.translate.memory import Memory, Unit
from running import Run

BRIDGE = Unit(
    "Presiden meresmikan jembatan itu.",
    "The president opened the bridge.",
    "../articles/a.txt",
    "s1",
    "2024-05-06T07:08:09Z",
    "ani",
)
FLOOD = Unit(
    "Banjir merendam 12 desa di Demak.",
    "Floods inundated 12 villages in Demak.",
    "../articles/b.txt",
    "s2",
    "2025-01-02T03:04:05Z",
    "budi",
)
FILE = Path("out/memory.sqlite")

TMX = """<tmx version="1.4"><header srclang="id"/><body>
<tu changedate="20240506T070809Z" changeid="ani">
<tuv xml:lang="id"><seg>Ia tiba.</seg></tuv><tuv xml:lang="en"><seg>He arrived.</seg></tuv></tu>
<tu><tuv xml:lang="id"><seg>Ia pergi.</seg></tuv></tu>
</body></tmx>
"""


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run `padanan memory ARGUMENTS` in this process."""
    return CliRunner().invoke(
        memory, arguments, input=stdin, standalone_mode=False, catch_exceptions=False
    )


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small memory, to work in."""
    monkeypatch.chdir(tmp_path)
    with Memory.open(FILE) as there:
        there.store([BRIDGE, FLOOD])
    return tmp_path


def _units(path: Path = FILE) -> list[Unit]:
    with Memory.open(path) as there:
        return list(there.units())


# Search and figures


def test_search() -> None:
    result = run("search", "JEMBATAN")
    assert result.return_value == ExitCode.DONE
    assert result.stdout == (
        "Presiden meresmikan jembatan itu.\n"
        "  The president opened the bridge.\n"
        "  (../articles/a.txt  2024-05-06T07:08:09Z  ani)\n"
    )
    assert result.stderr == ""
    both = run("search", "i")
    assert both.stdout.split("\n\n")[0].startswith("Banjir")  # the latest first
    assert run("search", "i", "--limit", "1").stderr == "There may be more; see --limit.\n"


def test_search_for_what_is_not_there() -> None:
    result = run("search", "gempa", "bumi")
    assert (result.return_value, result.stdout) == (ExitCode.FINDINGS, "")
    assert result.stderr == "out/memory.sqlite: nothing has “gempa bumi”.\n"
    assert run("search", "x", "--json").stdout == "[]\n"


def test_search_json() -> None:
    (found,) = json.loads(run("search", "bridge", "--json").stdout)
    assert Unit(**found) == BRIDGE


def test_fuzzy_search() -> None:
    result = run("search", "--fuzzy", "Presiden menutup jembatan itu.")
    assert result.return_value == ExitCode.DONE
    assert result.stdout == (
        "75 % fuzzy: Presiden [-meresmikan-]{+menutup+} jembatan itu.\n"
        "  The president opened the bridge.\n"
        "  (../articles/a.txt  2024-05-06T07:08:09Z  ani)\n"
    )
    adapted = run("search", "--fuzzy", "Banjir", "merendam", "7", "desa", "di", "Demak.")
    assert adapted.stdout == (
        "99 % adapted: Banjir merendam [-12-]{+7+} desa di Demak.\n"
        "  Floods inundated 7 villages in Demak.\n"
        "  from: Floods inundated 12 villages in Demak.\n"
        "  (../articles/b.txt  2025-01-02T03:04:05Z  budi)\n"
    )
    assert run("search", "--fuzzy", "Sama sekali lain").return_value == ExitCode.FINDINGS
    assert (
        run("search", "--fuzzy", "Presiden menutup jembatan itu.", "--threshold", "90").stdout == ""
    )


def test_fuzzy_search_json() -> None:
    result = run("search", "--fuzzy", "--json", "Presiden menutup jembatan itu.")
    (found,) = json.loads(result.stdout)
    assert (found["kind"], found["others"], found["offered"]) == ("fuzzy", 0, BRIDGE.target)
    assert 70 < found["score"] < 80
    assert found["diff"] == [
        ["same", "Presiden "],
        ["gone", "meresmikan"],
        ["new", "menutup"],
        ["same", " jembatan itu."],
    ]


def test_other_targets_are_counted() -> None:
    with Memory.open(FILE) as there:
        there.store([Unit(BRIDGE.source, "The President inaugurated it.", "c", "1")])
    shown = run("search", "--fuzzy", BRIDGE.source).stdout
    assert shown.count("100 % exact: Presiden meresmikan jembatan itu.\n") == 2
    assert shown.count("  other targets of this source: 1\n") == 2


def test_stats() -> None:
    size = FILE.stat().st_size
    assert run("stats").stdout == (
        "units                        2\n"
        "different sources            2\n"
        "articles                     2\n"
        f"bytes             {size:>12,}\n"
        "first     2024-05-06T07:08:09Z\n"
        "last      2025-01-02T03:04:05Z\n"
        "                             1  ani\n"
        "                             1  budi\n"
    )
    assert json.loads(run("stats", "--json").stdout) == {
        "units": 2,
        "sources": 2,
        "articles": 2,
        "people": {"ani": 1, "budi": 1},
        "first": BRIDGE.time,
        "last": FLOOD.time,
        "size": size,
    }


def test_hostile_text_moves_no_cursor() -> None:
    with Memory.open(FILE) as there:
        there.store([Unit("jahat \x1b[31m", "evil \x9b\u202e", "a\x1b", "s", "", "\x1b[0m")])
    for arguments in (
        ("search", "jahat"),
        ("search", "--fuzzy", "jahat 31m", "--threshold", "50"),
        ("stats",),
    ):
        shown = run(*arguments).stdout
        assert "\\x1b[" in shown
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


# Import and export


def test_export_and_import() -> None:
    result = run("export", "all.tmx")
    assert (result.return_value, result.stdout) == (ExitCode.DONE, "")
    assert result.stderr == "all.tmx: 2 units as TMX.\n"
    result = run("import", "all.tmx", "-m", "new/copy.sqlite")
    assert result.return_value == ExitCode.DONE
    assert result.stderr == "all.tmx: 2 pairs, 2 stored.\nnew/copy.sqlite: 2 units stored.\n"
    assert _units(Path("new/copy.sqlite")) == _units()
    assert run("import", "all.tmx").stderr == (
        "all.tmx: 2 pairs, 0 stored, 2 known already or older.\n"
        "out/memory.sqlite: 0 units stored.\n"
    )


def test_export_overwrites_nothing_unasked() -> None:
    Path("all.tmx").write_text("mine")
    with pytest.raises(OutputError, match=r"all\.tmx: is there already"):
        run("export", "all.tmx")
    assert Path("all.tmx").read_text() == "mine"
    assert run("export", "all.tmx", "--force").return_value == ExitCode.DONE
    with pytest.raises(UsageError, match="is the memory"):
        run("export", str(FILE), "--force")
    assert len(_units()) == 2


def test_export_says_what_xml_cannot_hold() -> None:
    with Memory.open(FILE) as there:
        there.store([Unit("a\x00b", "c")])
    assert run("export", "all.tmx").stderr == (
        "all.tmx: 3 units as TMX.\n"
        "In 1 unit there were characters that XML cannot hold; they are U+FFFD in the file.\n"
    )


def test_an_empty_memory_is_not_exported() -> None:
    with Memory.open(Path("empty.sqlite")):
        pass
    result = run("export", "all.tmx", "-m", "empty.sqlite")
    assert result.return_value == ExitCode.FINDINGS
    assert not Path("all.tmx").exists()


def test_through_pipes(padanan: Run) -> None:
    exported = padanan("memory", "export", "-")
    assert (exported.returncode, exported.stderr) == (0, "standard output: 2 units as TMX.\n")
    done = padanan("memory", "import", "-", "-m", "copy.sqlite", input=exported.stdout)
    assert done.stderr == "standard input: 2 pairs, 2 stored.\ncopy.sqlite: 2 units stored.\n"
    assert _units(Path("copy.sqlite")) == _units()


def test_what_cannot_be_imported_is_listed_and_the_rest_is_taken_in() -> None:
    Path("a.tmx").write_text(TMX)
    Path("b.tmx").write_text("<html/>")
    Path("c.txt").write_text("x")
    result = run("import", "b.tmx", "c.txt", "a.tmx", "no.tmx", "--json")
    assert result.return_value == ExitCode.BAD_INPUT
    assert result.stderr == (
        "b.tmx: is no TMX file.\n"
        "c.txt: is neither a TMX file (.tmx) nor a bilingual file (.po). Only these can be "
        "imported.\n"
        "a.tmx:4: has no English (its languages: “id”).\n"
        "a.tmx: 1 pair, 1 stored, 1 left out.\n"
        "no.tmx: there is no such file.\n"
    )
    reports = json.loads(result.stdout)
    assert [report["stored"] for report in reports] == [0, 0, 1, 0]
    assert [report["error"] is None for report in reports] == [False, False, True, False]
    assert reports[2]["refused"] == [{"line": 4, "reason": "has no English (its languages: “id”)"}]
    assert Unit("Ia tiba.", "He arrived.", time="2024-05-06T07:08:09Z", who="ani") in _units()


def test_a_long_list_is_cut() -> None:
    Path("a.tmx").write_text(TMX.replace("</body>", "<tu></tu>\n" * 50 + "</body>"))
    told = run("import", "a.tmx").stderr.splitlines()
    assert len(told) == 23
    assert told[20:] == [
        "a.tmx: and 31 more that cannot be used.",
        "a.tmx: 1 pair, 1 stored, 51 left out.",
        "out/memory.sqlite: 1 unit stored.",
    ]


def test_of_bilingual_files_the_approved_segments_are_taken(desk: Path) -> None:
    entries = (
        Entry("s1", BRIDGE.source, "The president inaugurated the bridge.", State.APPROVED),
        Entry("s7", "Ia tiba.", "He arrived.", State.DRAFT),
        Entry("s8", "Baca juga", "", State.SKIPPED),
    )
    gone = (Entry("s9", "Ia pergi.", "He left.", State.APPROVED),)
    file = desk / "work" / "deep" / "a.po"
    file.parent.mkdir(parents=True)
    bilingual.save(
        file,
        Bilingual(
            "../articles/a.txt", "", "", "", "", entries, gone, (("Last-Translator", "Sari"),)
        ),
    )
    os.utime(file, (1_767_225_600, 1_767_225_600))
    (desk / "work" / "b.tmx").write_text(TMX)
    (desk / "work" / "other.txt").write_text("x")
    result = run("import", "work")
    assert result.return_value == ExitCode.BAD_INPUT  # the unit without English
    assert "work/deep/a.po: 2 pairs, 2 stored.\n" in result.stderr
    stored = _units()
    time = "2026-01-01T00:00:00Z"
    assert Unit(BRIDGE.source, entries[0].target, BRIDGE.article, "s1", time, "Sari") in stored
    assert Unit("Ia pergi.", "He left.", BRIDGE.article, "s9", time, "Sari") in stored
    assert BRIDGE not in stored
    assert len(stored) == 4


def test_of_an_export_with_drafts_the_approved_segments_are_taken(desk: Path) -> None:
    entries = (
        Entry("s1", "Ia tiba.", "He arrived.", State.APPROVED),
        Entry("s2", "Ia pergi.", "He goes.", State.DRAFT),
        Entry("s3", "Ia tidur.", "He sleeps.", State.DRAFT),
    )
    bilingual.save(desk / "a.po", Bilingual("a.txt", "", "", "", "", entries))
    export(desk / "a.po", "tmx", desk / "a.tmx")
    result = run("import", "a.tmx", "--json")
    assert result.return_value == ExitCode.DONE  # nothing is wrong with the file
    assert result.stderr == "a.tmx: 1 pair, 1 stored, 2 drafts that nobody has approved left out.\n"
    (report,) = json.loads(result.stdout)
    assert (report["pairs"], report["drafts"], report["refused"]) == (1, 2, [])
    assert "Ia pergi." not in {unit.source for unit in _units()}


def test_an_older_unit_of_a_segment_is_not_taken() -> None:
    run("export", "old.tmx")
    with Memory.open(FILE) as there:
        there.store([Unit(BRIDGE.source, "Better.", BRIDGE.article, "s1", "2026-01-01T00:00:00Z")])
    assert "2 pairs, 0 stored" in run("import", "old.tmx").stderr
    assert "Better." in {unit.target for unit in _units()}


def test_an_empty_folder_is_told(desk: Path) -> None:
    (desk / "empty").mkdir()
    result = run("import", "empty")
    assert result.return_value == ExitCode.BAD_INPUT
    assert result.stderr.startswith("empty: has no .tmx and no .po files.\n")


def test_standard_input_once_only() -> None:
    with pytest.raises(UsageError, match="only once"):
        run("import", "-", "-", stdin=TMX)


# Prune


def test_a_dry_run_shows_and_changes_nothing() -> None:
    result = run("prune", "--who", "ani", "--dry-run")
    assert result.return_value == ExitCode.DONE
    assert result.stdout == run("search", "bridge").stdout
    assert result.stderr == "1 unit to remove.\n"
    assert len(_units()) == 2
    shown = json.loads(run("prune", "--who", "ani", "--dry-run", "--json").stdout)
    assert [unit["who"] for unit in shown] == ["ani"]


def test_what_is_removed_is_kept_and_can_be_brought_back() -> None:
    result = run("prune", "--older-than", "2024-12-31", "--keep-as", "gone.tmx", "--yes")
    assert result.return_value == ExitCode.DONE
    assert result.stderr == "1 unit removed, and kept in gone.tmx.\n"
    assert _units() == [FLOOD]
    run("import", "gone.tmx")
    assert _units() == [BRIDGE, FLOOD]


def test_without_a_name_it_is_kept_beside_the_memory() -> None:
    result = run("prune", "--article", BRIDGE.article, "--yes", "--json")
    report = json.loads(result.stdout)
    assert report["removed"] == 1
    kept = Path(report["kept_as"])
    assert kept.parent == FILE.parent
    assert kept.name.startswith("memory-pruned-20")
    run("import", str(kept))
    assert _units() == [BRIDGE, FLOOD]


def test_no_file_is_overwritten_by_what_is_removed() -> None:
    Path("gone.tmx").write_text("mine")
    with pytest.raises(OutputError, match=r"gone\.tmx: is there already"):
        run("prune", "--who", "ani", "--yes", "--keep-as", "gone.tmx")
    with pytest.raises(OutputError, match=r"no/gone\.tmx: cannot be written"):
        run("prune", "--who", "ani", "--yes", "--keep-as", "no/gone.tmx")
    assert len(_units()) == 2
    assert Path("gone.tmx").read_text() == "mine"


def test_days() -> None:
    assert run("prune", "--older-than", "99999", "--dry-run").return_value == ExitCode.FINDINGS
    assert run("prune", "--older-than", "1", "--dry-run").stderr == "2 units to remove.\n"


@pytest.mark.parametrize("value", ["x", "2024-13-01", "01/02/2024", "-1", "1e5", "٣"])
def test_what_is_no_date(padanan: Run, value: str) -> None:
    done = padanan("memory", "prune", f"--older-than={value}", "--yes")
    assert done.returncode == ExitCode.USAGE
    assert "is neither a day (2025-01-31) nor a number of days (365)." in done.stderr


def test_duplicates() -> None:
    twin = Unit(BRIDGE.source, BRIDGE.target, "c", "1", "2026-01-01T00:00:00Z", "sari")
    with Memory.open(FILE) as there:
        there.store([twin])
    assert run("prune", "--duplicates", "--yes").return_value == ExitCode.DONE
    assert _units() == [FLOOD, twin]
    assert run("prune", "--duplicates", "--yes").return_value == ExitCode.FINDINGS


def test_nothing_is_removed_unasked() -> None:
    with pytest.raises(UsageError, match="say what is to be removed"):
        run("prune", "--yes")
    with pytest.raises(UsageError, match="nobody can be asked"):
        run("prune", "--who", "ani")
    assert len(_units()) == 2


def test_nobody_is_asked_about_nothing() -> None:
    result = run("prune", "--who", "root")
    assert result.return_value == ExitCode.FINDINGS
    assert result.stderr == "0 units to remove.\n"


# Which memory


@pytest.mark.parametrize("arguments", [("search", "x"), ("stats",), ("export", "x.tmx")])
def test_without_a_memory_none_is_made(desk: Path, arguments: tuple[str, ...]) -> None:
    FILE.unlink()
    with pytest.raises(InputError, match=r"^out/memory\.sqlite: there is no translation memory"):
        run(*arguments)
    assert [path.name for path in desk.rglob("*")] == ["out"]


def test_the_settings_name_the_memory(desk: Path) -> None:
    (desk / "padanan.toml").write_text('memory = "shared/tm.sqlite"\n')
    Path("a.tmx").write_text(TMX)
    run("import", "a.tmx")
    assert len(_units(desk / "shared" / "tm.sqlite")) == 1
    assert "shared/tm.sqlite: nothing has" in run("search", "bridge").stderr


def test_a_damaged_memory_is_a_sentence(padanan: Run) -> None:
    FILE.write_bytes(b"x" * 100)
    done = padanan("memory", "search", "x")
    assert (done.returncode, done.stdout) == (ExitCode.BAD_INPUT, "")
    assert done.stderr.startswith("padanan: out/memory.sqlite: is not a translation memory.")
