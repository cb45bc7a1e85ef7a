"""`padanan translate` as a user runs it: real articles, the embedded model, no network."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from small_model import Done, Here, here, isolate

from padanan.cli.talk import count
from padanan.translate.bilingual import Bilingual, State, load
from running import Run, command, environment

ARTICLE = (
    "Presiden Tiba di Brussels\n\n"
    "Kamis, 27 Januari 2022 - 03:50 WIB\n\n"
    "Bagikan:\n\n"
    "BRUSSELS - Presiden tiba di Brussels pada hari Rabu. Ia disambut oleh duta besar.\n\n"
    "Menurut juru bicara, pertemuan itu akan berlangsung dua hari.\n"
)
TERMS = (
    "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
    "duta besar\tambassador\t\tnoun\t\t\t\n"
    "juru bicara\tspokesman\t\tnoun\t\t\t\n"
    "pertemuan\tmeeting\t\tnoun\t\t\t\n"
    "presiden\tpresident\t\tnoun\t\t\t\n"
)
FAST = ("--beam", "1")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with an article, and a glossary that is read more quickly than the shipped one."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "terms.tsv").write_text(TERMS, "utf-8")
    return folder


@pytest.fixture
def translate(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Here:
    """Run `padanan translate` there, in this process."""
    monkeypatch.chdir(desk)
    isolate(desk.parent / "home", monkeypatch)
    padanan = here(capsys, monkeypatch)

    def run(*arguments: str, stdin: str = "") -> Done:
        return padanan("translate", *FAST, *arguments, stdin=stdin)

    return run


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".padanan.lock"
    }


def _load(path: Path) -> Bilingual:
    whole = load(path)
    assert whole is not None
    return whole


def _approve(path: Path, source: str, target: str | None = None) -> None:
    """What a translator does in a PO editor."""
    file = polib.pofile(str(path))
    entry = next(entry for entry in file if entry.msgid == source)
    entry.msgstr = target or entry.msgstr
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    file.save()


# The main job


def test_the_five_articles(padanan: Run, seeds: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds, tmp_path / "seeds")
    done = padanan("translate", "seeds/", *FAST)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "5 articles translated" in done.stderr
    for article in sorted(seeds.glob("*.txt")):
        whole = load(tmp_path / "out" / f"{article.stem}.po")
        assert whole is not None
        assert whole.article == f"../seeds/{article.name}"
        states = [entry.state for entry in whole.entries]
        assert set(states) == {State.DRAFT, State.SKIPPED}
        english = (tmp_path / "out" / f"{article.stem}.en.txt").read_text("utf-8")
        assert "NATO" in english
        for entry in whole.entries:
            assert (entry.target in english) if entry.target else entry.state is State.SKIPPED
    first = (tmp_path / "out" / "000_2deb7fa5346ac969.en.txt").read_text("utf-8")
    assert "Thursday, 27 January 2022 - 3:50 a.m. Western Indonesia Time\n" in first
    assert "loading" not in first
    assert "rendering in" not in first


def test_golden_run(padanan: Run, desk: Path) -> None:
    (desk / "terms.tsv").unlink()
    done = padanan("translate", "a.txt", *FAST, cwd=desk)
    assert done.returncode == 0
    lines = done.stderr.splitlines()
    assert lines[0] == (
        "a.txt -> out/a.en.txt: 6 segments drafted, 1 line of page furniture left out"
    )
    assert lines[1].startswith("1 article translated; 6 segments drafted in ")
    assert lines[2].startswith("Terms of the glossary that comes with padanan held: ")
    assert lines[-1] == "English texts: out/*.en.txt  Bilingual files to review: out/*.po"
    found = sum(len(entry.findings) for entry in _load(desk / "out/a.po").entries)
    shown = f"{count(found, 'finding')} in these drafts; padanan check out shows them."
    assert lines[3:-1] == ([shown] if found else [])
    assert sorted(_contents(desk / "out")) == ["a.en.txt", "a.po"]


def test_results_in_folders_are_told_where_they_are(translate: Here, desk: Path) -> None:
    (desk / "news/may").mkdir(parents=True)
    for name in ("a.txt", "may/b.txt"):
        shutil.copyfile(desk / "a.txt", desk / "news" / name)
    done = translate("news")
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == (
        "English texts: out/**/*.en.txt  Bilingual files to review: out/**/*.po"
    )
    assert (desk / "out/may/b.en.txt").is_file()


def test_a_second_run_does_nothing_and_says_so(padanan: Run, desk: Path) -> None:
    padanan("translate", "a.txt", *FAST, cwd=desk)
    before = {path: path.stat().st_mtime_ns for path in (desk / "out").glob("a.*")}
    done = padanan("translate", "a.txt", *FAST, cwd=desk)
    assert done.returncode == 0
    assert done.stderr == "1 article: nothing to do, out is up to date.\n"
    assert {path: path.stat().st_mtime_ns for path in (desk / "out").glob("a.*")} == before


def test_the_same_work_gives_the_same_files(padanan: Run, desk: Path) -> None:
    (desk / "terms.tsv").unlink()
    padanan("translate", "a.txt", *FAST, cwd=desk)
    padanan("translate", "a.txt", *FAST, "-o", "again", "--jobs", "1", cwd=desk)
    assert _contents(desk / "out") == _contents(desk / "again")


def test_a_changed_article_keeps_what_was_approved(translate: Here, desk: Path) -> None:
    translate("a.txt")
    _approve(desk / "out/a.po", "Ia disambut oleh duta besar.", "The ambassador welcomed him.")
    _approve(desk / "out/a.po", "Presiden Tiba di Brussels", "President in Brussels")
    changed = ARTICLE.replace("dua hari", "tiga hari").replace("Tiba di", "Telah Tiba di")
    (desk / "a.txt").write_text(changed, "utf-8")
    done = translate("a.txt")
    assert "2 segments drafted, 1 kept as you left them" in done.stderr
    english = (desk / "out/a.en.txt").read_text("utf-8")
    assert "The ambassador welcomed him." in english
    assert "President in Brussels" not in english
    whole = load(desk / "out/a.po")
    assert whole is not None
    assert [entry.target for entry in whole.obsolete] == ["President in Brussels"]


def test_the_english_follows_a_correction(translate: Here, desk: Path) -> None:
    translate("a.txt")
    _approve(desk / "out/a.po", "Ia disambut oleh duta besar.", "The ambassador welcomed him.")
    done = translate("a.txt")
    assert "a.txt -> out/a.en.txt: 1 kept as you left them" in done.stderr
    assert "1 article brought up to date." in done.stderr
    assert "The ambassador welcomed him." in (desk / "out/a.en.txt").read_text("utf-8")


def test_force_and_another_beam_leave_a_persons_work_alone(translate: Here, desk: Path) -> None:
    translate("a.txt")
    _approve(desk / "out/a.po", "Ia disambut oleh duta besar.", "The ambassador welcomed him.")
    # Three sentences that the model drafts; the dateline and the place are drafted by rule.
    done = translate("a.txt", "--force")
    assert "3 segments drafted, 1 kept" in done.stderr
    done = translate("a.txt", "--force")
    assert done.stderr == "1 article: drafted anew, and the same came out; out is up to date.\n"
    done = translate("a.txt", "--beam", "2")
    assert "3 segments drafted, 1 kept" in done.stderr
    assert "The ambassador welcomed him." in (desk / "out/a.en.txt").read_text("utf-8")


def test_an_english_text_changed_by_hand_is_left_alone(translate: Here, desk: Path) -> None:
    translate("a.txt")
    (desk / "out/a.en.txt").write_text("Mine.\n")
    (desk / "a.txt").write_text(ARTICLE + "\nSatu lagi.\n", "utf-8")
    for _ in range(2):
        done = translate("a.txt")
        assert (
            "out/a.en.txt is not what padanan last wrote there, so it was left as it is."
            in done.stderr
        )
        assert (desk / "out/a.en.txt").read_text() == "Mine.\n"
    (desk / "out/a.en.txt").unlink()
    assert translate("a.txt").returncode == 0
    assert (desk / "out/a.en.txt").read_text("utf-8").count("\n\n") == 4


def test_a_moved_desk_goes_on(
    translate: Here, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate("a.txt")
    moved = desk.rename(tmp_path / "elsewhere")
    monkeypatch.chdir(moved)
    done = translate("a.txt")
    assert "nothing to do" in done.stderr


def test_another_article_cannot_take_the_place(translate: Here, desk: Path) -> None:
    translate("a.txt")
    before = _contents(desk / "out")
    (desk / "other").mkdir()
    (desk / "other/a.txt").write_text("Berita yang lain sama sekali.\n")
    done = translate("other/a.txt")
    assert done.returncode == 4
    assert "out/a.po, which belongs to" in done.stderr
    assert _contents(desk / "out") == before


def test_what_a_person_saves_during_a_run_is_kept(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bilingual file is read again just before it is written."""
    from padanan.translate.engine import load as load_engine
    from padanan.translate.inputs import collect
    from padanan.translate.pipeline import check, draft, prepare, write
    from padanan.translate.resources import Resources
    from padanan.translate.result import Options

    monkeypatch.chdir(desk)
    resources, options = Resources(load_engine(beam=1)), Options()
    (job,) = collect([Path("a.txt")], Path("out"))
    assert not isinstance(job, Exception)

    def run(meanwhile: Callable[[], None] = lambda: None) -> None:
        one = prepare(job, resources, options)
        drafts = check(one, draft([one], resources), resources)
        meanwhile()
        write(one, drafts, resources, options)

    run()
    _approve(job.bilingual, "Presiden Tiba di Brussels")
    (desk / "a.txt").write_text(ARTICLE + "\nSatu lagi.\n", "utf-8")

    def work() -> None:
        file = polib.pofile(str(job.bilingual))
        for entry in file:
            if entry.msgid == "Ia disambut oleh duta besar.":
                entry.msgstr, entry.flags = "The ambassador welcomed him.", []
            if entry.msgid == "BRUSSELS -":
                entry.tcomment = "tanya Ani"
            if entry.msgid == "Presiden Tiba di Brussels":
                entry.flags = ["fuzzy"]
        file.save()

    run(meanwhile=work)
    whole = load(job.bilingual)
    assert whole is not None
    by_source = {entry.source: entry for entry in whole.entries}
    assert by_source["Ia disambut oleh duta besar."].target == "The ambassador welcomed him."
    assert by_source["Ia disambut oleh duta besar."].state is State.APPROVED
    assert by_source["BRUSSELS -"].comment == "tanya Ani"
    assert by_source["Presiden Tiba di Brussels"].state is State.DRAFT
    assert by_source["Satu lagi."].state is State.DRAFT
    assert "The ambassador welcomed him." in job.english.read_text("utf-8")


def test_credits_above_the_header_stay(translate: Here, desk: Path) -> None:
    translate("a.txt")
    path = desk / "out/a.po"
    path.write_text("# Ani <ani@example.org>, 2022.\n" + path.read_text("utf-8"), "utf-8")
    (desk / "a.txt").write_text(ARTICLE + "\nSatu lagi.\n", "utf-8")
    translate("a.txt")
    assert "# Ani <ani@example.org>, 2022.\n" in path.read_text("utf-8")


def test_a_page_that_is_there_is_kept_up_to_date(translate: Here, desk: Path) -> None:
    translate("a.txt", "--bilingual-html")
    _approve(desk / "out/a.po", "Ia disambut oleh duta besar.", "The ambassador welcomed him.")
    translate("a.txt")
    assert "The ambassador welcomed him." in (desk / "out/a.bilingual.html").read_text("utf-8")


def test_line_ends_alone_are_no_change_by_hand(translate: Here, desk: Path) -> None:
    translate("a.txt")
    english = desk / "out/a.en.txt"
    english.write_bytes(english.read_bytes().replace(b"\n", b"\r\n"))
    assert "nothing to do" in translate("a.txt").stderr
    _approve(desk / "out/a.po", "Ia disambut oleh duta besar.", "The ambassador welcomed him.")
    translate("a.txt")
    assert "The ambassador welcomed him." in english.read_text("utf-8")


def test_a_kill_between_the_two_files_is_no_change_by_hand(translate: Here, desk: Path) -> None:
    translate("a.txt")
    before = (desk / "out/a.en.txt").read_bytes()
    _approve(desk / "out/a.po", "Ia disambut oleh duta besar.", "The ambassador welcomed him.")
    translate("a.txt")
    (desk / "out/a.en.txt").write_bytes(before)  # as if only the bilingual file had been written
    _approve(desk / "out/a.po", "Presiden Tiba di Brussels", "President in Brussels")
    done = translate("a.txt")
    assert "not what padanan last wrote" not in done.stderr
    assert "President in Brussels" in (desk / "out/a.en.txt").read_text("utf-8")


def test_an_article_of_furniture_alone_is_told(translate: Here, desk: Path) -> None:
    (desk / "a.txt").write_text("Baca juga: Harga Beras Naik\nBagikan:\nloading...\n")
    done = translate("a.txt")
    assert "every line of it looks like furniture" in done.stderr


# Output for programs


def test_json(translate: Here, desk: Path) -> None:
    done = translate("a.txt", "none.txt", "--json")
    assert done.returncode == 4
    report = json.loads(done.stdout)
    assert report["errors"] == ["none.txt: there is no such file or folder."]
    (article,) = report["articles"]
    assert sum(article.pop("terms").values()) > 3
    entries = _load(desk / "out/a.po").entries
    assert article.pop("findings") == sum(len(entry.findings) for entry in entries)
    assert article | {"warnings": []} == {
        "article": "a.txt",
        "status": "new",
        "segments": 6,
        "drafted": 6,
        "kept": 0,
        "skipped": 1,
        "outdated": [],
        "bilingual": "out/a.po",
        "english": "out/a.en.txt",
        "warnings": [],
        "error": None,
    }
    assert report["engine"].startswith("translate-id_en ")


def test_standard_input(padanan: Run, translate: Here, tmp_path: Path) -> None:
    done = padanan("translate", "-", *FAST, input=ARTICLE)
    assert done.returncode == 0
    assert done.stdout.count("\n\n") == 3
    assert "3:50 a.m. Western Indonesia Time" in done.stdout
    assert not (tmp_path / "out").exists()
    as_json = json.loads(translate("-", "--json", stdin=ARTICLE).stdout)
    assert [s["state"] for s in as_json["segments"]] == ["draft", "draft", "skipped"] + [
        "draft"
    ] * 4


def test_a_web_page_on_standard_input(translate: Here) -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{ARTICLE}</p></article></body></html>"
    done = translate("-", stdin=page)
    assert done.returncode == 0
    assert "<" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="POSIX shell")
def test_a_closed_standard_input_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *command("translate", "-")],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 4
    assert "standard input" in done.stderr
    assert "Traceback" not in done.stderr


def test_standard_input_stands_alone(translate: Here) -> None:
    assert translate("-").stderr == (
        "padanan: standard input: is empty. There should be an article's text.\n"
    )
    done = translate("-", "a.txt", stdin="x")
    assert done.returncode == 2
    assert "standard input" in done.stderr


def test_a_closed_pipe_is_silent(desk: Path, tmp_path: Path) -> None:
    # The reader ends at once, as `| true` does.
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        command("translate", "-", *FAST),
        cwd=desk,
        env=environment(tmp_path / "home"),
        input=ARTICLE.encode(),
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert done.stderr == b""
    assert done.returncode == 0


def test_the_side_by_side_page(translate: Here, desk: Path) -> None:
    (desk / "a.txt").write_text(ARTICLE + "\n<script>alert(1)</script> kata menteri itu.\n")
    translate("a.txt")
    done = translate("a.txt", "--bilingual-html")
    assert done.returncode == 0
    assert done.stderr.endswith("review: out/*.po  Pages: out/*.bilingual.html\n")
    page = (desk / "out/a.bilingual.html").read_text("utf-8")
    assert "<script" not in page
    assert '<td lang="id">Ia disambut oleh duta besar.</td>' in page
    assert "1 line of the page left out" in page
    assert "http" not in page
    again = translate("a.txt", "--bilingual-html")
    assert "nothing to do" in again.stderr


# Bad input


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "only white space"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "binary"),
        ("digits.txt", b"12345 678 - 90\n", "not a single letter"),
        ("dump.txt", b"Presiden tiba di Brussels. " * 200_000, "far more than an article"),
    ],
)
def test_one_bad_article_never_stops_the_batch(
    translate: Here, desk: Path, name: str, content: bytes, says: str
) -> None:
    (desk / name).write_bytes(content)
    done = translate(".")
    assert done.returncode == 4
    assert f"{name}: " in done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(_contents(desk / "out")) == ["a.en.txt", "a.po"]


def test_what_is_not_there_is_told_before_the_work(translate: Here, desk: Path) -> None:
    done = translate("a.txt", "none.txt")
    assert done.returncode == 4
    first, second, *_ = done.stderr.splitlines()
    assert first == "none.txt: there is no such file or folder."
    assert second.startswith("a.txt -> out/a.en.txt")
    assert (desk / "out/a.po").exists()


def test_an_unknown_encoding_is_guessed_and_told(translate: Here, desk: Path) -> None:
    text = ARTICLE.replace("Menurut juru bicara", "“Menurut café”, kata juru bicara")
    (desk / "a.txt").write_bytes(text.encode("cp1252"))
    done = translate("a.txt")
    assert done.returncode == 0
    assert "warning: a.txt" in done.stderr
    whole = load(desk / "out/a.po")
    assert whole is not None
    assert "café" in whole.entries[-1].source


def test_an_english_article_is_told(translate: Here, desk: Path) -> None:
    (desk / "a.txt").write_text(
        "The president arrived in Brussels on Wednesday and was met by the ambassador.\n\n"
        "The meeting will last for two days, a spokesman said, and it is the first of its kind.\n"
    )
    done = translate("a.txt")
    assert "warning: a.txt" in done.stderr
    assert "English" in done.stderr


def test_results_of_articles_that_are_gone_are_told(translate: Here, desk: Path) -> None:
    for name in ("b", "c"):
        (desk / f"{name}.txt").write_text("Presiden tiba.\n", "utf-8")
    translate(".")
    (desk / "b.txt").unlink()
    told = "out still has what was made of 1 article that is gone from the folder: out/b.po.\n"
    assert translate(".").stderr.endswith(told)
    assert (desk / "out/b.po").exists()
    assert "gone" not in translate("a.txt").stderr
    (desk / "c.txt").unlink()
    (desk / "out/\x1b[2J.po").write_bytes((desk / "out/c.po").read_bytes())
    told = translate(".").stderr.splitlines()[-1]
    assert told.startswith("out still has what was made of 3 articles that are gone")
    assert "\x1b" not in told


def test_a_folder_without_articles(translate: Here, desk: Path) -> None:
    (desk / "empty").mkdir()
    done = translate("empty")
    assert done.returncode == 4
    assert "no articles in this folder" in done.stderr


def test_a_damaged_bilingual_file_is_left_as_it_is(translate: Here, desk: Path) -> None:
    translate("a.txt")
    path = desk / "out/a.po"
    damaged = path.read_bytes()[:-30]
    path.write_bytes(damaged)
    (desk / "b.txt").write_text("Presiden pulang.\n")
    done = translate("a.txt", "b.txt")
    assert done.returncode == 4
    assert "out/a.po: this bilingual file is damaged" in done.stderr
    assert path.read_bytes() == damaged
    assert (desk / "out/b.po").exists()


def test_output_that_is_a_file(translate: Here, desk: Path) -> None:
    (desk / "out").write_text("mine")
    done = translate("a.txt")
    assert done.returncode == 4
    assert "this is a file, not a folder" in done.stderr
    assert (desk / "out").read_text() == "mine"


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs a folder no one can write to")
def test_output_that_cannot_be_written(translate: Here) -> None:
    done = translate("a.txt", "-o", "/proc/desk")
    assert done.returncode == 4
    assert "/proc/desk: cannot be written" in done.stderr
    assert "-o" in done.stderr


def test_a_missing_model_is_told_and_nothing_made(translate: Here, desk: Path) -> None:
    done = translate("a.txt", "--model", "none")
    assert done.returncode == 3
    assert "none" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (desk / "out").exists()


def test_a_damaged_model_is_told(translate: Here, tmp_path: Path) -> None:
    (tmp_path / "bad.argosmodel").write_bytes(b"PK\x03\x04 not really")
    done = translate("a.txt", "--model", str(tmp_path / "bad.argosmodel"))
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_hostile_names_and_text_reach_no_terminal(padanan: Run, desk: Path) -> None:
    (desk / "b\x1b[31m.txt").write_text("Presiden\x1b[2J tiba \x1b]0;judul\x07 di Brussels.\n")
    done = padanan("translate", ".", *FAST, cwd=desk)
    assert done.returncode == 0
    assert "\x1b" not in done.stderr
    for content in _contents(desk / "out").values():
        assert b"\x1b" not in content


# Interruption


def _start(desk: Path, home: Path) -> "subprocess.Popen[bytes]":
    """A run over many articles, stopped at a moment when some are done and some are not."""
    for number in range(60):
        text = " ".join(f"Kota {number * 20 + n}." for n in range(20))
        (desk / f"b{number:02}.txt").write_text(text + "\n")
    running = subprocess.Popen(
        command("translate", ".", *FAST),
        cwd=desk,
        env=environment(home),
        stderr=subprocess.PIPE,
    )
    for _ in range(1200):
        # Of the last one the English text may not be written yet.
        if len(list((desk / "out").glob("*.po"))) > 1:
            return running
        assert running.poll() is None
        time.sleep(0.05)
    raise AssertionError("no two articles were finished within a minute")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_run_is_completed_by_the_next(
    padanan: Run, desk: Path, tmp_path: Path, how: signal.Signals
) -> None:
    running = _start(desk, tmp_path / "home")
    running.send_signal(how)
    _, talk = running.communicate(timeout=60)
    if how is signal.SIGINT:
        assert running.returncode == 130
        assert b"Interrupted" in talk
        assert b"Traceback" not in talk
    done = {path: path.read_bytes() for path in (desk / "out").glob("*.po")}
    assert 0 < len(done) < 61
    for path in done:
        assert load(path) is not None  # whole, or not there
    after = padanan("translate", ".", *FAST, cwd=desk)
    assert after.returncode == 0
    assert "unchanged" in after.stderr
    for path, content in done.items():
        assert path.read_bytes() == content
    assert len(list((desk / "out").glob("*.po"))) == 61
    assert not list((desk / "out").glob(".*.tmp")) or how is signal.SIGKILL


def test_two_runs_at_once_lose_nothing(padanan: Run, desk: Path, tmp_path: Path) -> None:
    (desk / "b.txt").write_text("Presiden pulang ke Jakarta.\n")
    runs = [
        subprocess.Popen(
            command("translate", ".", *FAST), cwd=desk, env=environment(tmp_path / "home")
        )
        for _ in range(2)
    ]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    done = padanan("translate", ".", *FAST, cwd=desk)
    assert done.stderr == "2 articles: nothing to do, out is up to date.\n"


def test_a_run_waits_while_the_desk_saves(
    translate: Here, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from padanan.translate import lock

    monkeypatch.setattr(lock, "PATIENCE", 0.5)
    (desk / "out").mkdir()
    with lock.hold(desk / "out"):
        begun = time.monotonic()
        done = translate("a.txt")
    assert time.monotonic() - begun >= 0.5
    assert done.returncode == 4
    assert "another padanan is writing in this folder" in done.stderr
    assert translate("a.txt").returncode == 0
