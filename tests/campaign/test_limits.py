"""No memory, no file descriptors left, and every signal there is."""

import signal
import sys
import time
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("limits are tried on Linux", allow_module_level=True)

from campaign.desks import Desk, contents, expect_approved, leftovers, units
from campaign.lanes import Course, each
from campaign.record import Campaign
from campaign.warm import Warm

_BROKEN = (-signal.SIGABRT, -signal.SIGSEGV)
"""How a process ends when a library in C++ meets that there is no memory left."""

TRIALS = 20


def _address_space(warm: Warm, folder: Path) -> int:
    """Bytes of address space that a run has before it does anything."""
    code = "print(open('/proc/self/statm').read().split()[0])"
    return int(warm.run([], folder, code=code).out) * 4096


def test_memory(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    dice = campaign.dice("no memory")
    measured = desk.copy(tmp_path / "measured")
    assert warm.run(desk.translate, measured.folder).code == 0
    wanted = contents(measured.folder)
    already = _address_space(warm, tmp_path)

    def trial(more: int, place: Path) -> None:
        own = desk.copy(place / "desk")
        run = warm.run(desk.translate, own.folder, limits={"RLIMIT_AS": already + more})
        # The libraries below Python may end it before Python hears that there is no memory left.
        assert run.code in {0, 3, 4, *_BROKEN}, (run.code, run.err)
        assert "Traceback" not in run.err
        assert run.code in {0, *_BROKEN} or "memory" in run.err.lower(), run.err
        expect_approved(fault, own.folder / "out", desk.approved)
        with fault.recovery():
            run = warm.run(desk.translate, own.folder)
        assert run.code == 0, run.err
        assert leftovers(own.folder) == []
        assert contents(own.folder) == wanted

    with campaign.fault(
        "limits",
        "too little memory for translate",
        holds="a sentence and an exit code; with enough of it, the next run ends as one that "
        "nothing disturbed",
    ) as fault:
        cases = [dice.randrange(0, 300 << 20) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


def test_files(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    dice = campaign.dice("no files")
    measured = desk.copy(tmp_path / "measured")
    assert warm.run(desk.translate, measured.folder).code == 0
    wanted = contents(measured.folder)

    def trial(most: int, place: Path) -> None:
        own = desk.copy(place / "desk")
        run = warm.run(desk.translate, own.folder, limits={"RLIMIT_NOFILE": most})
        assert run.code in {0, 3, 4}, (run.code, run.err)
        assert "Traceback" not in run.err
        assert run.code == 0 or run.err.strip()
        expect_approved(fault, own.folder / "out", desk.approved)
        with fault.recovery():
            run = warm.run(desk.translate, own.folder)
        assert run.code == 0, run.err
        assert leftovers(own.folder) == []
        assert contents(own.folder) == wanted

    with campaign.fault(
        "limits",
        "too few open files for translate",
        holds="a sentence and an exit code; with enough of them, the next run ends as one that "
        "nothing disturbed",
    ) as fault:
        cases = [dice.randrange(3, 24) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


SIGNALS = {
    "SIGTERM": (signal.SIGTERM,),
    "SIGHUP": (signal.SIGHUP,),
    "SIGPIPE": (signal.SIGPIPE,),
    "SIGINT": (signal.SIGINT,),
    "SIGINT twice": (signal.SIGINT, signal.SIGINT),
}


@pytest.mark.parametrize("name", SIGNALS)
def test_signals(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk, name: str) -> None:
    dice = campaign.dice(name)
    measured = [desk.copy(tmp_path / f"measured{n}").folder for n in range(2)]
    course = Course.of(warm, desk.translate, measured)
    wanted = contents(measured[0])
    remembered = units(measured[0] / "out/memory.sqlite")

    def trial(seconds: float, place: Path) -> None:
        own = desk.copy(place / "desk")
        run = warm.start(desk.translate, own.folder)
        time.sleep(seconds)
        for number in SIGNALS[name]:
            run.kill(number)
            time.sleep(dice.uniform(0, 0.02))
        code = run.wait()
        allowed = {0, 130, *(-number for number in SIGNALS[name])}
        assert code in allowed, (code, run.err)
        assert "Traceback" not in run.err
        expect_approved(fault, own.folder / "out", desk.approved)
        with fault.recovery():
            run = warm.run(desk.translate, own.folder)
        assert run.code == 0, run.err
        assert leftovers(own.folder) == []
        assert contents(own.folder) == wanted
        assert units(own.folder / "out/memory.sqlite") == remembered

    with campaign.fault(
        "signals",
        f"{name} during translate",
        holds="no traceback; the next run ends as one that nothing disturbed",
    ) as fault:
        cases = [dice.uniform(0, course.whole) for _ in range(campaign.times(TRIALS // 2))]
        each(fault, cases, tmp_path / "trials", trial)
