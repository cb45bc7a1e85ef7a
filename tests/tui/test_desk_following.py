"""The English text and the page follow the work at the desk."""

import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from deskside import SAMPLE, Hands
from engine.packages import build

from padanan.desk import Desk as Settings
from padanan.translate.batch import translate_all
from padanan.translate.bilingual import State, load, save
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.package import read
from padanan.translate.english import compose
from padanan.translate.following import follow
from padanan.translate.inputs import Job
from padanan.translate.page import described, render
from padanan.translate.recall import Recall
from padanan.translate.resources import Resources
from padanan.translate.result import Options, Status
from padanan.tui import journal_lines, saving
from padanan.tui.app import Desk
from padanan.tui.changes import Change, rewritten
from padanan.tui.journal_file import LineFile
from padanan.tui.keeping import Kept, Snapshot, keep, take
from padanan.tui.work import Work

Drive = Callable[..., Desk]

SENTENCES = ("rumah besar dan rumah sakit.", "negara besar.", "presiden dan negara.")


def english(po: Path) -> str:
    return po.with_suffix(".en.txt").read_text("utf-8")


def composed(po: Path) -> str:
    content = load(po)
    assert content is not None
    return compose(content.entries)


def write(work: Work, place: int, text: str) -> None:
    one = work.entries[place]
    work.do(Change.of(one, rewritten(one, text, approved=True), typed=True))


def store(work: Work) -> str:
    batch = tuple(work.pending)
    return " ".join(work.settle(batch, keep(work.snapshot, batch)))


def test_the_text_follows_each_save(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        await hands.type(" NOW")
        await hands.press("ctrl+s")
        assert english(po).startswith("River Floods Again NOW\n\n")
        await hands.press("escape", "u")
        assert english(po).startswith("River Floods Again\n\n")

    opened(scenario)
    assert english(po) == composed(po)


def test_nothing_is_saved_before_it_is_noted(
    opened: Drive, po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk may end between the file and the memory; the next must know what was changed."""
    add, noted = LineFile.add, list[list[tuple[str, State]]]()

    def slowly(file: LineFile, data: bytes) -> None:
        time.sleep(0.3)
        add(file, data)

    def looking(known: Snapshot, changes: Sequence[Change]) -> Kept:
        journal = journal_lines.read(po.with_name(f".{po.name}.journal").read_bytes())
        noted.append([(one.id, one.state) for change in journal.changes for one in change.new])
        return keep(known, changes)

    monkeypatch.setattr(LineFile, "add", slowly)
    monkeypatch.setattr(saving, "keep", looking)

    async def scenario(hands: Hands) -> None:
        await hands.press("a")

    opened(scenario)
    assert noted == [[("a1", State.APPROVED)]]
    assert english(po) == composed(po)


def test_the_page_follows_when_the_article_is_left(opened: Drive, po: Path) -> None:
    page = po.with_suffix(".bilingual.html")
    page.write_text("an older page")

    async def scenario(hands: Hands) -> None:
        await hands.press("a")
        assert page.read_text() == "an older page"
        await hands.press("q")

    opened(scenario)
    content = load(po)
    assert content is not None
    assert page.read_text("utf-8") == render(content, described)


def test_who_only_looks_changes_nothing(opened: Drive, po: Path) -> None:
    before = po.read_bytes()

    async def scenario(hands: Hands) -> None:
        await hands.press("down", "q")

    opened(scenario)
    assert po.read_bytes() == before
    assert not po.with_suffix(".en.txt").exists()


def test_an_end_from_outside_takes_the_typing_along(opened: Drive, po: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter")
        await hands.type(" NOW")
        os.kill(os.getpid(), signal.SIGTERM)
        await hands.settle()

    opened(scenario)
    assert english(po).startswith("River Floods Again NOW\n\n")


def test_a_persons_text_stays_and_they_are_told_once(opened: Drive, po: Path) -> None:
    po.with_suffix(".en.txt").write_text("Mine.\n")

    async def scenario(hands: Hands) -> None:
        await hands.press("a")
        assert hands.said.count("is not what padanan last wrote there") == 1
        hands.app.clear_notifications()
        await hands.press("a", "q")
        assert "what padanan last wrote" not in hands.said

    desk = opened(scenario)
    assert english(po) == "Mine.\n"
    assert [one.startswith(str(po.with_suffix(".en.txt"))) for one in desk.tally.behind] == [True]


def test_what_a_kill_has_left_behind_is_brought_along_at_the_end(po: Path) -> None:
    known = take(po)
    new = rewritten(SAMPLE[0], "Up It Goes", approved=True)
    change = Change.of(SAMPLE[0], new, typed=True)
    # Killed between the two files: the change is in the one, and in the journal still.
    save(po, follow(po, replace(known.bilingual, entries=(new, *SAMPLE[1:]))).content)
    assert not po.with_suffix(".en.txt").exists()
    work = Work(take(po))
    assert work.finish() == []
    assert not po.with_suffix(".en.txt").exists()
    work.resume([change])
    assert work.pending == []
    assert work.finish() == []
    assert english(po).startswith("Up It Goes\n\n")


def test_a_file_that_has_gone_is_not_made_again_at_the_end(po: Path) -> None:
    work = Work(take(po))
    write(work, 0, "Up It Goes")
    store(work)
    po.unlink()
    assert work.finish() == []
    assert not po.exists()


def test_a_text_that_cannot_be_written_costs_a_sentence(po: Path) -> None:
    po.with_suffix(".en.txt").mkdir()
    work = Work(take(po))
    write(work, 0, "Up It Goes")
    assert "berita.en.txt: cannot be read" in store(work)
    write(work, 4, "All of them.")
    assert store(work) == ""
    assert len(work.tally().behind) == 1
    po.with_suffix(".en.txt").rmdir()
    assert work.finish() == []
    assert work.tally().behind == ()
    assert english(po) == composed(po)


def test_two_desks_one_after_the_other(po: Path) -> None:
    mine, theirs = Work(take(po)), Work(take(po))
    write(mine, 0, "Mine")
    store(mine)
    write(theirs, 4, "Theirs.")
    store(theirs)
    assert english(po).startswith("Mine\n\n")
    assert "Theirs." in english(po)
    write(mine, 0, "Mine again")
    assert "left as it is" not in store(mine)
    assert english(po).startswith("Mine again\n\n")
    assert english(po) == composed(po)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> CTranslateEngine:
    """One that translates word by word."""
    return CTranslateEngine(read(build(tmp_path_factory.mktemp("package"))), beam=4, jobs=1)


def test_the_next_run_of_translate_has_nothing_to_do(
    tmp_path: Path, engine: CTranslateEngine
) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(SENTENCES), "utf-8")
    po = tmp_path / "out" / "a.po"

    def run() -> Status:
        memory = Recall(Settings.find(po.parent).memory)
        (result,) = translate_all(
            [Job(tmp_path / "a.txt", "a.txt", po)],
            Resources(engine, None, memory),
            Options(page=True),
        )
        memory.close()
        return result.status

    assert run() is Status.NEW
    work = Work(take(po))
    write(work, 0, "A large house and a hospital.")
    store(work)
    one = work.entries[1]
    work.do(Change.of(one, replace(one, state=State.APPROVED)))
    store(work)
    work.finish()
    files = {path: path.read_bytes() for path in po.parent.iterdir() if path.suffix != ".sqlite"}
    assert english(po).startswith("A large house and a hospital.\n\n")
    assert run() is Status.UNCHANGED
    assert all(path.read_bytes() == data for path, data in files.items())
