"""Folders and files that go, become others, or cannot be written, in the midst of the work."""

import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("links and mounts as on Unix", allow_module_level=True)

from campaign.desks import Desk, approved, contents, expect_approved, leftovers
from campaign.lanes import Course, each
from campaign.mounts import read_only, why_not
from campaign.record import Campaign
from campaign.screen import Screen
from campaign.warm import Run, Warm

TRIALS = 6

MEANWHILE = "meanwhile"
"""What a folder is called in the end that was made in the place of another."""


@contextmanager
def moved(folder: Path) -> Iterator[None]:
    """A folder is somewhere else for a while. What was made in its place meanwhile stays, too."""
    elsewhere = folder.with_name("elsewhere")
    folder.rename(elsewhere)
    yield
    if folder.exists():
        folder.rename(folder.with_name(MEANWHILE))
    elsewhere.rename(folder)


@contextmanager
def a_file(folder: Path) -> Iterator[None]:
    """A file stands in the place of a folder."""
    with moved(folder):
        folder.write_text("not a folder", "utf-8")
        yield
        folder.unlink()


@contextmanager
def a_loop(folder: Path) -> Iterator[None]:
    """A link that leads to itself stands in the place of a folder."""
    with moved(folder):
        folder.symlink_to(folder.name)
        yield
        folder.unlink()


MISCHIEF = {
    "moved away": moved,
    "replaced by a file": a_file,
    "replaced by a link to itself": a_loop,
    **({} if why_not() else {"read-only": read_only}),
}


def _sentences(run: Run) -> None:
    assert "Traceback" not in run.err
    assert "fault in padanan" not in run.err
    if run.code != 0:
        assert run.code == 4, (run.code, run.err)
        assert run.err.strip()


@pytest.mark.parametrize("what", MISCHIEF)
def test_results_while_translating(
    campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk, what: str
) -> None:
    dice = campaign.dice(f"results {what}")
    measured = [desk.copy(tmp_path / f"measured{n}").folder for n in range(2)]
    course = Course.of(warm, desk.translate, measured)
    wanted = contents(measured[0])

    def trial(seconds: float, place: Path) -> None:
        own = desk.copy(place / "desk")
        run = warm.start(desk.translate, own.folder)
        time.sleep(seconds)
        with MISCHIEF[what](own.folder / "out"):
            run.wait()
        _sentences(run)
        expect_approved(fault, own.folder / "out", desk.approved)
        with fault.recovery():
            run = warm.run(desk.translate, own.folder)
        assert run.code == 0, run.err
        shutil.rmtree(own.folder / MEANWHILE, ignore_errors=True)
        assert leftovers(own.folder) == []
        assert contents(own.folder) == wanted

    with campaign.fault(
        "folders",
        f"results {what} during translate",
        holds="a sentence and an exit code; all approved is there; with the folder back, the next "
        "run ends as one that nothing disturbed",
    ) as fault:
        cases = [dice.uniform(0, 1.2 * course.whole) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


def test_results_removed_while_translating(
    campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk
) -> None:
    dice = campaign.dice("results removed")
    measured = [desk.copy(tmp_path / f"measured{n}").folder for n in range(2)]
    course = Course.of(warm, desk.translate, measured)
    names = {path.name for path in (measured[0] / "out").glob("*.po")}

    def trial(seconds: float, place: Path) -> None:
        own = desk.copy(place / "desk")
        run = warm.start(desk.translate, own.folder)
        time.sleep(seconds)
        shutil.rmtree(own.folder / "out", ignore_errors=True)
        run.wait()
        _sentences(run)
        with fault.recovery():
            run = warm.run(desk.translate, own.folder)
        assert run.code == 0, run.err
        assert {path.name for path in (own.folder / "out").glob("*.po")} == names
        approved(own.folder / "out")
        assert leftovers(own.folder) == []

    with campaign.fault(
        "folders",
        "results removed during translate",
        holds="a sentence and an exit code; the next run makes all articles",
    ) as fault:
        cases = [dice.uniform(0, 1.2 * course.whole) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


@pytest.mark.parametrize("what", [*MISCHIEF, "removed and made anew"])
def test_results_while_reviewing(
    campaign: Campaign, tmp_path: Path, warm: Warm, ready: Desk, what: str
) -> None:
    dice = campaign.dice(f"review {what}")

    def trial(seconds: float, place: Path) -> None:
        own = ready.copy(place / "desk")
        out = own.folder / "out"
        before = approved(out)
        with Screen(warm, ["review", "out/3.po"], own.folder) as screen:
            screen.shows("approved")
            screen.send("\r")
            screen.rest(time.monotonic() + 0.3)
            if what in MISCHIEF:
                with MISCHIEF[what](out):
                    screen.send("\x1b[F kept words\x13\x1b")
                    screen.rest(time.monotonic() + seconds)
            else:
                shutil.rmtree(out)
                screen.send("\x1b[F kept words\x13\x1b")
                screen.rest(time.monotonic() + seconds)
                out.mkdir(exist_ok=True)  # the desk may have made it already
            with fault.recovery():
                code = screen.leave()
            assert code == 0, screen.text[-500:]
        assert "Traceback" not in screen.text
        places = [folder / "3.po" for folder in (out, out.with_name(MEANWHILE))]
        if not any(b"kept words" in one.read_bytes() for one in places if one.exists()):
            fault.lost("what was typed meanwhile has gone")
        expect_approved(
            fault, out, {key: target for key, target in before.items() if key[0] == "3.po"}
        )
        assert leftovers(out) == []

    with campaign.fault(
        "folders",
        f"results {what} during review",
        holds="what is typed and approved meanwhile, and all the article has, is in the file once "
        "the folder is there again, or in the one that was made in its place",
    ) as fault:
        cases = [dice.uniform(0.2, 2) for _ in range(campaign.times(TRIALS // 2))]
        each(fault, cases, tmp_path / "trials", trial)


def _gone(path: Path) -> None:
    path.unlink()


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _endless(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


SOURCES = (_gone, _a_folder, _a_pipe, _endless, _itself)


def test_sources(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    """An article becomes something else between its listing and its reading."""
    dice = campaign.dice("sources")
    measured = [desk.copy(tmp_path / f"measured{n}").folder for n in range(2)]
    course = Course.of(warm, desk.translate, measured)
    wanted = contents(measured[0] / "out")

    def trial(case: tuple[Callable[[Path], None], float, str], place: Path) -> None:
        change, seconds, name = case
        own = desk.copy(place / "desk")
        run = warm.start(desk.translate, own.folder)
        time.sleep(seconds)
        change(own.folder / "articles" / f"{name}.txt")
        run.wait(60)
        assert run.code in {0, 4}, (run.code, run.err)
        _sentences(run)
        expect_approved(fault, own.folder / "out", desk.approved)
        others = contents(own.folder / "out")
        for file, data in wanted.items():
            if not file.startswith(f"{name}."):
                assert others[file] == data, file
        with fault.recovery():
            run = warm.run(desk.translate, own.folder)
        assert run.code in {0, 4}, run.err
        _sentences(run)
        assert leftovers(own.folder) == []

    with campaign.fault(
        "folders",
        "an article removed or replaced during translate",
        holds="a sentence about that article, whatever stands there (a folder, a pipe, an endless "
        "device, a link to itself); all others are translated; what was approved in it stays",
    ) as fault:
        cases = [
            (dice.choice(SOURCES), dice.uniform(0, course.whole), dice.choice("0123"))
            for _ in range(campaign.times(3 * TRIALS))
        ]
        each(fault, cases, tmp_path / "trials", trial)


def test_loops(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    """Links among the articles that lead back, nowhere, or to themselves."""
    dice = campaign.dice("loops")
    measured = desk.copy(tmp_path / "measured")
    assert warm.run(desk.translate, measured.folder).code == 0
    wanted = contents(measured.folder / "out")

    def trial(seed: int, place: Path) -> None:
        own, choose = desk.copy(place / "desk"), random.Random(seed)
        folder = own.folder / "articles"
        targets = [".", "..", "../out", "../articles", "/", "a", "b", "nothing", "1.txt"]
        for name in "abc":
            (folder / f"{name}{choose.choice(['', '.txt'])}").symlink_to(
                choose.choice(targets[:4] + targets[5:])
            )
        run = warm.start(desk.translate, own.folder)
        run.wait(60)
        assert run.code in {0, 4}, (run.code, run.err)
        _sentences(run)
        found = contents(own.folder / "out")
        assert {name: found.get(name) for name in wanted} == wanted
        expect_approved(fault, own.folder / "out", desk.approved)

    with campaign.fault(
        "folders",
        "links that lead in circles",
        holds="each article is translated once, as without them",
    ) as fault:
        cases = [dice.randrange(2**32) for _ in range(campaign.times(2 * TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)
