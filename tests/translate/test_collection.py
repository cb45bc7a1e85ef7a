"""Many articles in one file: JSON Lines and Parquet; and articles at URLs."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from engine.packages import build
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import InputError, OutputError
from padanan.translate import bilingual, ids, places
from padanan.translate.article import BlockKind
from padanan.translate.batch import translate_all
from padanan.translate.collection import LONGEST_LINE, members
from padanan.translate.engine import Engine
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.package import read
from padanan.translate.inputs import Job, collect, read_job
from padanan.translate.places import Url, place, relative, suffix
from padanan.translate.resources import Resources
from padanan.translate.result import Options, Result, Status
from padanan.translate.staging import Staging

TEXT = "rumah besar dan rumah sakit."

Write = Callable[[Path, Sequence[dict[str, Any]]], Path]


def _lines(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def _table(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    pa = pytest.importorskip("pyarrow", reason="Parquet is read with pyarrow")
    import pyarrow.parquet as pq

    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: [row.get(name) for row in rows] for name in names}
    path = path.with_suffix(".parquet")
    pq.write_table(pa.table(columns), path, row_group_size=3)
    return path


@pytest.fixture(params=[_lines, _table], ids=["jsonl", "parquet"])
def write(request: pytest.FixtureRequest) -> Write:
    """Writes a collection."""
    made: Write = request.param
    return made


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine that translates word by word."""
    return CTranslateEngine(read(build(tmp_path_factory.mktemp("package"))), jobs=1)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _jobs(*paths: Path, out: Path = Path("out")) -> list[Job]:
    found = list(collect(paths, out))
    assert all(isinstance(one, Job) for one in found), found
    return [one for one in found if isinstance(one, Job)]


def _run(engine: Engine, jobs: Sequence[Job]) -> list[Result]:
    return list(translate_all(jobs, Resources(engine), Options()))


def test_each_member_of_a_collection_is_an_article(write: Write, engine: Engine) -> None:
    path = write(
        Path("archive.jsonl"), [{"id": "2022/01/a", "text": TEXT}, {"id": "b.c", "text": "b"}]
    )
    first, second = _jobs(path)
    assert (first.name, second.name) == (f"{path}#2022/01/a", f"{path}#b.c")
    assert (first.bilingual, second.english) == (Path("out/2022/01/a.po"), Path("out/b.c.en.txt"))
    result, _ = _run(engine, [first, second])
    content = bilingual.load(first.bilingual)
    assert (result.error, result.status) == (None, Status.NEW)
    assert content is not None
    assert content.article == f"../../../{path.name}#2022/01/a"
    assert {one.status for one in _run(engine, [first, second])} == {Status.UNCHANGED}


def test_a_whole_number_is_an_id() -> None:
    (job,) = _jobs(_lines(Path("archive.jsonl"), [{"id": 7, "text": TEXT}]))
    assert job.bilingual == Path("out/7.po")
    assert read_job(job).blocks


def test_rows_are_found_in_any_order_and_across_groups(write: Write) -> None:
    rows = [{"id": f"a{at}", "text": f"rumah {at} besar"} for at in range(11)]
    jobs = _jobs(write(Path("archive.jsonl"), rows))
    for at in (0, 1, 5, 4, 10, 9, 3, 3, 7):
        assert read_job(jobs[at]).blocks[0].text == f"rumah {at} besar"


def test_the_first_field_with_words_is_taken(write: Write) -> None:
    rows = [
        {"id": "plain", "text": "# besar", "markdown": None, "html": "<p>rumah</p>"},
        {"id": "marked", "text": None, "markdown": "# besar", "html": "<p>rumah</p>"},
        {"id": "page", "text": "", "markdown": None, "html": "<h1>negara</h1><p>rumah besar</p>"},
        {"id": "none", "text": "", "markdown": None, "html": None},
    ]
    plain, marked, web, none = _jobs(write(Path("archive.jsonl"), rows))
    assert read_job(plain).blocks[0].kind is BlockKind.SUBHEADING
    assert read_job(marked).blocks[0].kind is BlockKind.HEADLINE
    assert "<" not in "".join(block.text for block in read_job(web).blocks)
    with pytest.raises(InputError, match="no words"):
        read_job(none)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("../a", "lead out"),
        ("a/../../b", "lead out"),
        ("/etc/a", "absolute"),
        ("C:\\a", "absolute"),
        ("a\\b", r"has a \\"),
        ("", "no id"),
        (None, "no id"),
        ("a//b", "empty"),
        ("a/.b", "dot"),
        (" a", "blanks"),
        ("a\x1b[2J", "control"),
        ("a\u202eb", "control"),
        ("a" * 201, "longer"),
        ("a/" * 501 + "a", "longer"),
        (True, "no text"),
        (["a"], "no text"),
    ],
)
def test_an_id_that_cannot_name_results_is_refused_and_the_rest_done(
    id_: object, said: str
) -> None:
    path = _lines(Path("archive.jsonl"), [{"id": id_, "text": TEXT}, {"id": "good", "text": TEXT}])
    error, good = collect([path], Path("out"))
    assert isinstance(error, InputError)
    assert error.message.startswith("archive.jsonl:1: ")
    assert said.replace(r"\\", "\\") in error.message
    assert "\x1b" not in error.message
    assert isinstance(good, Job)


@given(st.text() | st.lists(st.sampled_from(["..", ".", "a", "", "/", "\\", " "])).map("/".join))
def test_no_id_leads_out_of_the_results(id_: str) -> None:
    if not ids.amiss(id_):
        inside = Path("/out").joinpath(*id_.split("/"))
        assert ".." not in inside.parts
        assert inside.is_relative_to("/out")
        assert inside != Path("/out")
        assert id_.isprintable() or not any(ord(character) < 32 for character in id_)


def test_an_id_stands_once(write: Write) -> None:
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}, {"id": "a", "text": "lain"}]
    first, _, error = collect([write(Path("archive.jsonl"), rows)], Path("out"))
    assert isinstance(first, Job)
    assert isinstance(error, InputError)
    assert "stands in" in error.message
    assert " 1 already" in error.message


def test_ids_of_two_collections_do_not_overwrite_each_other() -> None:
    one = _lines(Path("one.jsonl"), [{"id": "a", "text": TEXT}])
    two = _lines(Path("two.jsonl"), [{"id": "A", "text": TEXT}])
    _, error = collect([one, two], Path("out"))
    assert isinstance(error, InputError)
    assert "would overwrite" in error.message


def test_a_bad_line_costs_only_itself() -> None:
    path = Path("archive.jsonl")
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "text": "rumah"}\r\n\n{"id": \nnull\n[1]\n\xff\xfe\n'
        b'{"id": "z", "text": "\\ud800 besar"}'
    )
    found = list(collect([path], Path("out")))
    said = [one.message for one in found if isinstance(one, InputError)]
    assert [line.split(": ")[0] for line in said] == [f"archive.jsonl:{at}" for at in (3, 4, 5, 6)]
    first, *_, last = found
    assert isinstance(first, Job)
    assert isinstance(last, Job)
    assert read_job(first).blocks[0].text == "rumah"
    assert read_job(last).blocks[0].text.endswith("besar")


def test_a_line_without_an_end_is_not_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("padanan.translate.collection.LONGEST_LINE", 1_000)
    path = _lines(Path("a.jsonl"), [{"id": "a", "text": "x" * 5_000}, {"id": "b", "text": TEXT}])
    error, good = members(path)
    assert isinstance(error, InputError)
    assert not isinstance(good, InputError)
    assert (good.member, LONGEST_LINE) == ("b", 64_000_000)


def test_a_collection_that_changes_under_the_run_is_told(write: Write) -> None:
    path = write(Path("archive.jsonl"), [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}])
    _, job = _jobs(path)
    write(Path("archive.jsonl"), [{"id": "lain", "text": TEXT}])
    with pytest.raises(InputError, match="has changed"):
        read_job(job)


def test_a_table_without_the_columns_is_refused() -> None:
    path = _table(Path("a.jsonl"), [{"id": "a", "body": "rumah"}])
    (error,) = collect([path], Path("out"))
    assert isinstance(error, InputError)
    assert "no column text or markdown or html" in error.message


def test_what_is_no_table_is_refused() -> None:
    pytest.importorskip("pyarrow", reason="Parquet is read with pyarrow")
    Path("a.parquet").write_text("rumah")
    (error,) = collect([Path("a.parquet")], Path("out"))
    assert isinstance(error, InputError)
    assert error.message.startswith("a.parquet: cannot be read")


def test_results_that_belong_to_another_collection_are_not_overwritten(engine: Engine) -> None:
    one = _lines(Path("one.jsonl"), [{"id": "a", "text": TEXT}])
    _run(engine, _jobs(one))
    two = _lines(Path("two.jsonl"), [{"id": "a", "text": TEXT}])
    (refused,) = _run(engine, _jobs(two))
    assert isinstance(refused.error, OutputError)
    assert "one.jsonl#a" in refused.error.message
    one.unlink()
    (adopted,) = _run(engine, _jobs(two))
    assert adopted.error is None


# URLs


def test_a_url_is_kept_as_a_path() -> None:
    url = place("s3://bucket/news/2022")
    assert isinstance(url, Url)
    assert str(url / "a.txt") == "s3://bucket/news/2022/a.txt"
    assert str((url / "a.txt").with_suffix(".po")) == "s3://bucket/news/2022/a.po"
    assert str(url.parent) == "s3://bucket/news"
    assert str(place("hdfs:///news") / "a.txt") == "hdfs:///news/a.txt"
    assert place("file:///tmp/a%20b") == Path("/tmp/a b")
    assert not isinstance(place("news/a.txt"), Url)
    assert suffix(Url.parse("https://host/a.jsonl?version=2")) == ".jsonl"


def test_a_url_is_named_from_results_beside_it() -> None:
    article, out = Url.parse("s3://bucket/news/a.txt"), Url.parse("s3://bucket/out/2022")
    assert relative(article, out) == "../../news/a.txt"
    assert relative(article, Url.parse("s3://other/out")) == "s3://bucket/news/a.txt"
    assert relative(article, Path("out")) == "s3://bucket/news/a.txt"


def test_articles_come_from_a_folder_at_a_url(engine: Engine) -> None:
    fsspec = pytest.importorskip("fsspec", reason="URLs are opened with fsspec")
    system = fsspec.filesystem("memory")
    for name in ("b.txt", "2022/a.txt", "2022/a.en.txt", ".hidden.txt", "photo.jpg", "out/c.txt"):
        system.pipe_file(f"/archive/{name}", TEXT.encode())
    jobs = _jobs(Url.parse("memory://archive"), out=Url.parse("memory://archive/out"))
    assert [job.name for job in jobs] == ["memory://archive/2022/a.txt", "memory://archive/b.txt"]
    jobs = _jobs(Url.parse("memory://archive/2022"))
    (result,) = _run(engine, jobs)
    content = bilingual.load(Path("out/a.po"))
    assert result.error is None
    assert content is not None
    assert content.article == "memory://archive/2022/a.txt"
    system.rm("/archive", recursive=True)
    (error,) = collect([Url.parse("memory://archive")], Path("out"))
    assert isinstance(error, InputError)


def test_results_at_a_url_are_those_of_a_folder(engine: Engine) -> None:
    fsspec = pytest.importorskip("fsspec", reason="URLs are opened with fsspec")
    system = fsspec.filesystem("memory")
    source = _lines(Path("archive.jsonl"), [{"id": f"{at}/a", "text": TEXT} for at in range(3)])
    out = Url.parse("memory://staged/out")
    resources = Resources(engine)

    def run() -> list[Result]:
        return list(Staging(out).translate(_jobs(source, out=out), resources, Options()))

    assert {one.status for one in run()} == {Status.NEW}
    _run(engine, _jobs(source))
    there = system.cat_file("/staged/out/1/a.po").decode()
    here = Path("out/1/a.po").read_text("utf-8")
    assert there.replace(f"{Path.cwd()}/", "../../") == here
    assert system.cat_file("/staged/out/1/a.en.txt") == Path("out/1/a.en.txt").read_bytes()
    results = run()
    assert {one.status for one in results} == {Status.UNCHANGED}
    assert str(results[1].job.bilingual) == "memory://staged/out/1/a.po"

    # What a person has put there is theirs.
    system.pipe_file("/staged/out/1/a.en.txt", b"mine\n")
    warned = run()[1].warnings
    assert any("memory://staged/out/1/a.en.txt is not what padanan" in one for one in warned)
    assert system.cat_file("/staged/out/1/a.en.txt") == b"mine\n"
    system.rm("/staged", recursive=True)


def test_what_others_write_at_a_url_meanwhile_is_kept(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsspec = pytest.importorskip("fsspec", reason="URLs are opened with fsspec")
    system = fsspec.filesystem("memory")
    source = _lines(Path("archive.jsonl"), [{"id": "a", "text": TEXT}])
    out = Url.parse("memory://shared/out")
    (job,) = _jobs(source, out=out)
    _ = list(Staging(out).translate([job], Resources(engine), Options()))
    approved = system.cat_file("/shared/out/a.po").replace(b"#, fuzzy\n", b"")
    (job,) = _jobs(_lines(source, [{"id": "a", "text": f"{TEXT}\n\nnegara besar."}]), out=out)
    read = places.read_if_there
    looks = 0

    def look(url: Url) -> bytes | None:
        nonlocal looks
        looks += 1
        if looks == 4:  # after the three results have been brought here
            system.pipe_file("/shared/out/a.po", approved)
        return read(url)

    monkeypatch.setattr(places, "read_if_there", look)
    (result,) = Staging(out).translate([job], Resources(engine), Options())
    assert (result.error, result.kept, result.drafted) == (None, 1, 1)
    assert system.cat_file("/shared/out/a.po").count(b"#, fuzzy") == 1
    system.rm("/shared", recursive=True)
