"""Disks that fill up and files that may grow no more, under each thing that is written."""

import random
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("disks are mounted as on Unix", allow_module_level=True)

from campaign.desks import Desk, contents, expect_approved, leftovers, sentence, units
from campaign.lanes import each
from campaign.mounts import PAGE, Disk, disk, why_not
from campaign.record import Campaign
from campaign.screen import Screen
from campaign.warm import Run, Warm

from padanan.translate.memory import Memory, Unit

TRIALS = 15

needs_disks = pytest.mark.skipif(bool(why_not()), reason=why_not())


def _told(run: Run) -> None:
    """See that a run that failed says why in sentences."""
    assert "Traceback" not in run.err
    assert "fault in padanan" not in run.err
    if run.code != 0:
        assert run.code in {4, 5}, (run.code, run.err)
        assert any(
            reason in run.err for reason in ("No space left", "disk is full", "File too large")
        ), run.err


def _undisturbed(warm: Warm, desk: Desk, folder: Path) -> dict[str, bytes]:
    """The bytes of a desk brought up to date that nothing disturbs."""
    copy = desk.copy(folder)
    run = warm.run(desk.translate, copy.folder)
    assert run.code == 0, run.err
    return contents(copy.folder)


@contextmanager
def _on_disk(folder: Path) -> Iterator[Disk]:
    """A folder with all that is in it on a disk of its own."""
    content = folder.with_name(f"{folder.name}.content")
    shutil.copytree(folder, content)
    with disk(folder) as small:
        shutil.copytree(content, folder, dirs_exist_ok=True)
        shutil.rmtree(content)
        yield small


@needs_disks
def test_results(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    wanted = _undisturbed(warm, desk, tmp_path / "undisturbed")
    dice = campaign.dice("full results")

    def trial(pages: int, place: Path) -> None:
        own = desk.copy(place / "desk")
        with _on_disk(own.folder / "out") as small:
            small.fill(pages)
            run = warm.run(desk.translate, own.folder)
            _told(run)
            expect_approved(fault, own.folder / "out", desk.approved)
            small.free()
            assert leftovers(own.folder) == []
            with fault.recovery():
                run = warm.run(desk.translate, own.folder)
            assert run.code == 0, run.err
            assert contents(own.folder) == wanted

    with campaign.fault(
        "disk full",
        "results",
        holds="a sentence and an exit code; each file old or new, no temporary file; with room "
        "again, the next run ends as one that nothing disturbed",
    ) as fault:
        cases = [dice.randrange(0, 24) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


@needs_disks
def test_memory(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    """The memory on a disk of its own that is full: the drafts come all the same."""
    dice = campaign.dice("full memory")

    def trial(pages: int, place: Path) -> None:
        own = desk.copy(place / "desk")
        (own.folder / "padanan.toml").write_text('memory = "memory/memory.sqlite"\n', "utf-8")
        with disk(own.folder / "memory") as small:
            memory = own.folder / "memory/memory.sqlite"
            shutil.move(own.folder / "out/memory.sqlite", memory)
            with Memory.open(memory) as opened:
                opened.store([Unit(sentence(dice), "kept", "x.txt", "s1", "", "ani")])
            before = units(memory)
            small.fill(pages)
            theirs = place / "theirs.tmx"
            _tmx(theirs, dice)
            run = warm.run(["memory", "import", theirs], own.folder)
            _told(run)
            run = warm.run(desk.translate, own.folder)
            assert run.code == 0, run.err
            _told(run)
            small.free()
            if not before <= units(memory):
                fault.lost("units that were in the memory have gone")
            with fault.recovery():
                run = warm.run(["memory", "import", theirs], own.folder)
            assert run.code == 0, run.err
            assert len(units(memory)) >= 400
            assert leftovers(own.folder) == []

    with campaign.fault(
        "disk full",
        "memory",
        holds="a sentence; the memory is sound and has what it had; articles are translated all "
        "the same; with room again, importing goes through",
    ) as fault:
        cases = [dice.randrange(0, 60) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


def _tmx(path: Path, dice: random.Random) -> None:
    pairs = "".join(
        f'<tu><tuv xml:lang="id"><seg>{sentence(dice)} {n}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>Sentence {n}.</seg></tuv></tu>\n'
        for n in range(400)
    )
    path.write_text(
        f'<tmx version="1.4"><header srclang="id"/><body>\n{pairs}</body></tmx>\n', "utf-8"
    )


@needs_disks
def test_glossary(campaign: Campaign, tmp_path: Path, warm: Warm, ready: Desk) -> None:
    dice = campaign.dice("full glossary")
    theirs = tmp_path / "theirs.csv"
    rows = [f"istilah {n},term number {n}\n" for n in range(1_500)]
    theirs.write_text(f"Indonesian,English\n{''.join(rows)}", "utf-8")

    def trial(pages: int, place: Path) -> None:
        with disk(place / "desk") as small:
            glossary = shutil.copy(ready.folder / "terms.tsv", place / "desk/terms.tsv")
            before = glossary.read_bytes()
            small.fill(pages)
            run = warm.run(["glossary", "import", theirs, "--yes"], place / "desk")
            _told(run)
            if run.code and glossary.read_bytes() != before:
                fault.lost("the glossary is another though it could not be written")
            small.free()
            assert leftovers(place / "desk") == []
            with fault.recovery():
                run = warm.run(["glossary", "import", theirs, "--yes"], place / "desk")
            assert run.code == 0, run.err
            assert glossary.read_text("utf-8").count("\n") > 1_500

    with campaign.fault(
        "disk full",
        "glossary",
        holds="a sentence; the glossary is the old one; with room again, importing goes through",
    ) as fault:
        cases = [dice.randrange(0, 24) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


@needs_disks
def test_review(campaign: Campaign, tmp_path: Path, warm: Warm, ready: Desk) -> None:
    """The desk keeps what it cannot save, and saves it when there is room."""
    dice = campaign.dice("full review")

    def trial(pages: int, place: Path) -> None:
        own = ready.copy(place / "desk")
        with _on_disk(own.folder / "out") as small:
            with Screen(warm, ["review", "out/3.po"], own.folder) as screen:
                screen.shows("approved")
                small.fill(pages)
                screen.send("\r")
                screen.rest(time.monotonic() + 0.3)
                screen.send("\x1b[F kept words\x13\x1b")
                screen.rest(time.monotonic() + dice.uniform(0.5, 1.5))
                small.free()
                with fault.recovery():
                    code = screen.leave()
                assert code == 0, screen.text[-500:]
            if b"kept words" not in (own.folder / "out/3.po").read_bytes():
                fault.lost("what was typed on a full disk has gone")
            expect_approved(fault, own.folder / "out", ready.approved)
            assert leftovers(own.folder) == []

    with campaign.fault(
        "disk full",
        "review",
        holds="what is typed and approved is kept, told, and saved as soon as there is room",
    ) as fault:
        cases = [dice.randrange(0, 8) for _ in range(campaign.times(TRIALS // 3))]
        each(fault, cases, tmp_path / "trials", trial)


@needs_disks
def test_state(campaign: Campaign, tmp_path: Path, warm: Warm, ready: Desk) -> None:
    """Where the desk keeps its preferences is full: it works all the same."""

    def trial(pages: int, place: Path) -> None:
        own = ready.copy(place / "desk")
        with disk(place / "state") as small:
            small.fill(pages)
            state = {"XDG_STATE_HOME": str(place / "state"), "XDG_CACHE_HOME": str(place / "state")}
            with Screen(warm, ["review", "out/2.po"], own.folder, state) as screen:
                screen.shows("approved")
                screen.send("a")
                screen.rest(time.monotonic() + 0.3)
                with fault.recovery():
                    code = screen.leave()
                assert code == 0, screen.text[-500:]
            assert "Traceback" not in screen.text
            expect_approved(fault, own.folder / "out", ready.approved)
            run = warm.run([*own.translate, "--force"], own.folder, environment=state)
            assert run.code == 0, run.err

    with campaign.fault(
        "disk full",
        "state and cache",
        holds="the desk and the command work as ever",
    ) as fault:
        each(fault, list(range(campaign.times(5))), tmp_path / "trials", trial)


def test_limit(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    """No file may grow beyond a few thousand bytes (RLIMIT_FSIZE)."""
    wanted = _undisturbed(warm, desk, tmp_path / "undisturbed")
    dice = campaign.dice("limit")

    def trial(most: int, place: Path) -> None:
        own = desk.copy(place / "desk")
        run = warm.run(desk.translate, own.folder, limits={"RLIMIT_FSIZE": most})
        _told(run)
        expect_approved(fault, own.folder / "out", desk.approved)
        assert leftovers(own.folder) == []
        with fault.recovery():
            run = warm.run(desk.translate, own.folder)
        assert run.code == 0, run.err
        assert contents(own.folder) == wanted

    with campaign.fault(
        "disk full",
        "files that may not grow",
        holds="a sentence and an exit code; each file old or new; without the limit, the next run "
        "ends as one that nothing disturbed",
    ) as fault:
        cases = [dice.randrange(512, 4 * PAGE) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)
