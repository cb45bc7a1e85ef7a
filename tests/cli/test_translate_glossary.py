"""`padanan translate` with a glossary, a memory and the settings of a desk."""

import json
import os
from pathlib import Path

import polib
import pytest
from small_model import (
    ARTICLE,
    COUNTRY,
    HEADER,
    TERMS,
    Done,
    Here,
    here,
    isolate,
    small_desk,
    small_model,
)

from padanan.cli.resources import termbase
from padanan.translate.bilingual import Entry, State, load
from padanan.translate.memory import Memory, Unit


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that translates word by word."""
    return small_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a glossary and an article in it, where the commands are run."""
    folder = small_desk(tmp_path / "desk")
    monkeypatch.chdir(folder)
    isolate(tmp_path / "home", monkeypatch)
    return folder


@pytest.fixture
def translate(desk: Path, model: Path, padanan_here: Here) -> Here:  # noqa: ARG001
    """Run `padanan translate` there, with the small model."""

    def run(*arguments: str, stdin: str = "") -> Done:
        return padanan_here("translate", *arguments, "--model", str(model), stdin=stdin)

    return run


@pytest.fixture
def padanan_here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Here:
    """Run `padanan` in this process."""
    return here(capsys, monkeypatch)


def _entries(desk: Path, name: str = "a") -> dict[str, Entry]:
    whole = load(desk / f"out/{name}.po")
    assert whole is not None
    return {entry.source: entry for entry in whole.entries}


def _approve(path: Path, source: str, target: str) -> None:
    file = polib.pofile(str(path))
    entry = next(entry for entry in file if entry.msgid == source)
    entry.msgstr = target
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    file.save()


# The glossary


def test_golden_run_with_the_glossary_that_is_here(translate: Here, desk: Path) -> None:
    done = translate("a.txt")
    assert (done.returncode, done.stdout) == (0, "")
    lines = done.stderr.splitlines()
    assert lines[0] == "a.txt -> out/a.en.txt: 3 segments drafted"
    assert lines[1].startswith("1 article translated; 3 segments drafted in ")
    assert lines[2] == "Terms of terms.tsv held: 4 of 4 (model 4)."
    assert lines[-1] == "English texts: out/*.en.txt  Bilingual files to review: out/*.po"
    assert "home" in _entries(desk)["rumah besar dan rumah sakit."].target
    assert translate("a.txt").stderr == "1 article: nothing to do, out is up to date.\n"


def test_which_glossary_is_used(translate: Here, desk: Path) -> None:
    other = HEADER + "besar\tlarge\t\tadjective\t\t\t\n"
    (desk / "other.tsv").write_text(other, "utf-8")
    (desk / "set.tsv").write_text(HEADER + COUNTRY, "utf-8")
    assert "Terms of terms.tsv held: 4 of 4" in translate("a.txt").stderr
    (desk / "padanan.toml").write_text('glossary = "set.tsv"\n', "utf-8")
    # Of the segments with terms of set.tsv nothing has changed.
    done = translate("a.txt")
    assert "1 segment drafted" in done.stderr
    assert "No terms of " in done.stderr
    assert "Terms of other.tsv held:" in translate("a.txt", "-g", "other.tsv").stderr
    done = translate("a.txt", "--no-glossary")
    assert "2 segments drafted" in done.stderr
    assert "Terms of" not in done.stderr
    (desk / "padanan.toml").unlink()
    (desk / "terms.tsv").unlink()
    shipped = translate("a.txt")
    assert "Terms of the glossary that comes with padanan held:" in shipped.stderr


def test_the_settings_of_the_desk_go_before_the_defaults_and_after_the_options(
    padanan_here: Here, desk: Path, model: Path
) -> None:
    (desk / "padanan.toml").write_text(f"model = {json.dumps(str(model))}\nbeam = 2\n", "utf-8")
    by_settings = padanan_here("translate", "a.txt", "--json")
    assert " beam 2 " in json.loads(by_settings.stdout)["engine"]
    by_options = padanan_here("translate", "a.txt", "--json", "--beam", "3")
    assert " beam 3 " in json.loads(by_options.stdout)["engine"]
    piped = padanan_here("translate", "-", "--json", stdin=ARTICLE)
    assert " beam 2 " in json.loads(piped.stdout)["engine"]


def test_wrong_settings_are_told(translate: Here, desk: Path) -> None:
    (desk / "padanan.toml").write_text('glosary = "x.tsv"\n', "utf-8")
    done = translate("a.txt")
    assert done.returncode == 4
    assert "padanan.toml: there is no setting 'glosary'" in done.stderr
    assert not (desk / "out").exists()


def test_a_glossary_that_is_not_there_is_told(translate: Here, desk: Path) -> None:
    done = translate("a.txt", "-g", "none.tsv")
    assert done.returncode == 4
    assert "none.tsv: there is no such file." in done.stderr
    assert not (desk / "out").exists()


def test_bad_rows_are_one_line_and_the_rest_is_used(translate: Here, desk: Path) -> None:
    (desk / "terms.tsv").write_text(TERMS + "tanpa\t\t\t\t\t\t\nlagi\t\t\t\t\t\t\n", "utf-8")
    done = translate("a.txt")
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == (
        "terms.tsv: 2 problems; padanan glossary check says where."
    )
    assert "Terms of terms.tsv held: 4 of 4" in done.stderr


@pytest.mark.parametrize(
    "options", [("-g", "terms.tsv", "--no-glossary"), ("--memory", "m.sqlite", "--no-memory")]
)
def test_options_that_contradict_each_other(translate: Here, options: tuple[str, ...]) -> None:
    done = translate("a.txt", *options)
    assert done.returncode == 2
    assert "Choose one." in done.stderr


def test_a_change_of_the_glossary_reaches_drafts_and_tells_of_work(
    translate: Here, desk: Path
) -> None:
    translate("a.txt")
    _approve(desk / "out/a.po", "rumah besar dan rumah sakit.", "A big home and a hospital.")
    (desk / "b.txt").write_text("rumah besar.\n\nnegara sakit.\n", "utf-8")
    translate("a.txt", "b.txt")
    (desk / "terms.tsv").write_text(TERMS.replace("\thome\t", "\thouse\t"), "utf-8")
    done = translate("a.txt", "b.txt", "--json")
    first, second = json.loads(done.stdout)["articles"]
    work = _entries(desk)["rumah besar dan rumah sakit."]
    assert first["drafted"] == 0
    assert first["outdated"] == [
        {"id": work.id, "terms": [{"term": "rumah", "rendering": "house"}] * 2}
    ]
    assert (second["drafted"], second["outdated"]) == (1, [])
    assert "house" in _entries(desk, "b")["rumah besar."].target.lower()
    assert (work.target, work.state) == ("A big home and a hospital.", State.APPROVED)
    lines = done.stderr.splitlines()
    at = lines.index(
        "terms.tsv has changed under 1 segment that you approved or changed; they were left as "
        "they are:"
    )
    assert lines[at + 1] == f"  out/a.po:{work.id}: rumah -> house"
    assert translate("a.txt", "b.txt").stderr == "2 articles: nothing to do, out is up to date.\n"


def test_explained(translate: Here, desk: Path) -> None:
    done = translate("a.txt", "--explain")
    ids = {source: entry.id for source, entry in _entries(desk).items()}
    lines = done.stderr.splitlines()
    at = lines.index(f"a.txt {ids['negara besar.']}: negara besar.")
    assert lines[at + 1].strip().lower() == "term    negara -> country (model)"
    assert any(line.split()[:2] == ["taken", "model"] for line in lines[at:])
    assert translate("a.txt", "--explain").stderr == (
        "1 article: nothing to do, out is up to date.\n"
        "--explain tells of new drafts; with --force all are made anew.\n"
    )
    report = json.loads(translate("a.txt", "--explain", "--force", "--json").stdout)
    explained = {one["id"]: one for one in report["articles"][0]["explained"]}
    house = explained[ids["rumah besar dan rumah sakit."]]
    assert [one["text"] for one in house["tried"] if one["chosen"]][-1:] == [house["target"]]
    assert {"step", "score", "missing", "why"} <= house["tried"][0].keys()


def test_standard_input_goes_through_the_glossary(translate: Here, desk: Path) -> None:
    assert "home" in translate("-", stdin=ARTICLE).stdout
    plain = translate("-", "--no-glossary", stdin=ARTICLE)
    assert "home" not in plain.stdout
    report = json.loads(translate("-", "--json", stdin=ARTICLE).stdout)
    assert report["glossary"] == "terms.tsv"
    house = report["segments"][0]
    assert [term["term"] for term in house["terms"]] == ["rumah", "rumah"]
    assert "tried" not in house
    explained = translate("-", "--explain", stdin=ARTICLE)
    assert "home" in explained.stdout
    assert "taken" in explained.stderr
    assert not (desk / "out").exists()


# The memory


def test_what_is_approved_in_an_editor_is_used_elsewhere(translate: Here, desk: Path) -> None:
    translate("a.txt")
    _approve(desk / "out/a.po", "negara besar.", "A great country.")
    (desk / "b.txt").write_text("negara besar.\n", "utf-8")
    done = translate("a.txt", "b.txt")
    assert "Terms of terms.tsv held: 1 of 1 (memory 1)." in done.stderr
    draft = _entries(desk, "b")["negara besar."]
    assert (draft.target, draft.how, draft.state) == ("A great country.", "memory", State.DRAFT)
    with Memory.open(desk / "out/memory.sqlite") as memory:
        (unit,) = memory.units()
    assert (unit.source, unit.target) == ("negara besar.", "A great country.")
    assert (unit.article, unit.segment) == ("../a.txt", _entries(desk)["negara besar."].id)
    assert unit.time
    assert translate("-", stdin="negara besar.\n").stdout == "A great country.\n"


def test_a_similar_sentence_is_told(translate: Here, desk: Path) -> None:
    with Memory.open(desk / "out/memory.sqlite") as memory:
        memory.store([Unit("negara besar itu.", "That big country.", "x.txt", "s1")])
    done = translate("a.txt", "--explain")
    assert "similar 75 % x.txt s1\n            negara besar[- itu-].\n" in done.stderr
    report = json.loads(translate("-", "--json", stdin=ARTICLE).stdout)
    similar = {one["source"]: one["similar"] for one in report["segments"]}
    assert similar["negara besar."] == {
        "score": 75,
        "unit": "x.txt s1",
        "source": "negara besar[- itu-].",
        "target": "That big country.",
    }
    assert similar["rumah besar dan rumah sakit."] is None


def test_where_the_memory_lies(translate: Here, desk: Path) -> None:
    translate("a.txt")
    _approve(desk / "out/a.po", "negara besar.", "A great country.")
    translate("a.txt", "--no-memory")
    assert not list(desk.rglob("*.sqlite"))
    translate("a.txt", "--memory", "mine.sqlite")
    assert [path.name for path in desk.rglob("*.sqlite")] == ["mine.sqlite"]
    (desk / "padanan.toml").write_text('memory = "ours.sqlite"\n', "utf-8")
    translate("a.txt")
    assert sorted(path.name for path in desk.rglob("*.sqlite")) == ["mine.sqlite", "ours.sqlite"]


def test_a_memory_that_is_none_is_a_warning(translate: Here, desk: Path) -> None:
    (desk / "mine.sqlite").write_text("not a memory")
    done = translate("a.txt", "--memory", "mine.sqlite")
    assert done.returncode == 0
    assert "warning: mine.sqlite: is not a translation memory." in done.stderr
    assert "The work went on without the memory." in done.stderr
    assert (desk / "mine.sqlite").read_text() == "not a memory"


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="there are no files for open pipes here")
def test_a_glossary_from_a_pipe_is_read_once_and_whole() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as file:
        file.write(b"id\ten\nrumah sakit\thospital\n")
    try:
        found = termbase(Path(f"/dev/fd/{reading}"))
        assert [concept.preferred for concept in found.glossary.concepts] == ["hospital"]
    finally:
        os.close(reading)
