"""Clocks that jump: back a year, ahead ten, between runs and in the midst of them.

The clock is that of libfaketime (Debian's package of that name), which also shows the times of
files shifted; for one run in two it leaves those alone, as where files lie on another machine.
"""

import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("libfaketime is tried on Linux", allow_module_level=True)

from campaign.desks import Desk, approved, contents, expect_approved, leftovers, units
from campaign.lanes import each
from campaign.record import Campaign
from campaign.screen import Screen
from campaign.warm import Warm

from padanan.translate.memory import Memory
from running import environment

TRIALS = 12

_LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))

pytestmark = pytest.mark.skipif(
    not _LIBRARIES, reason="another clock needs libfaketime (Debian's package of that name)"
)

JUMPS = ("-365d", "+3650d", "-1h", "+1h", "+0")


@pytest.fixture(scope="module")
def elsewhen(ground: Path) -> Iterator[Warm]:
    """What runs padanan by a clock that jumps."""
    more = {
        "LD_PRELOAD": str(_LIBRARIES[0]),
        "FAKETIME_NO_CACHE": "1",
        "DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_TIMESTAMP_FILE": str(ground / "now"),
    }
    (ground / "now").write_text("+0", "utf-8")
    with Warm({**environment(ground / "home"), **more}) as running:
        yield running


class Clock:
    """The clock of a trial's runs."""

    def __init__(self, place: Path, dice: random.Random) -> None:
        self._file = place / "now"
        self.environment = {"FAKETIME_TIMESTAMP_FILE": str(self._file)}
        if dice.random() < 0.5:
            self.environment["NO_FAKE_STAT"] = "1"
        self.jump("+0")

    def jump(self, to: str) -> None:
        """Let it jump, for runs that are under way as well."""
        new = self._file.with_suffix(".new")
        new.write_text(to, "utf-8")
        new.replace(self._file)


def test_the_clock_is_another(elsewhen: Warm, tmp_path: Path) -> None:
    clock = Clock(tmp_path, random.Random(1))
    code = "import time; print(time.time())"
    for jump, shift in (("-365d", -365), ("+3650d", 3650)):
        clock.jump(jump)
        run = elsewhen.run([], tmp_path, code=code, environment=clock.environment)
        assert abs(float(run.out) - time.time() - shift * 86_400) < 60


def test_translate(campaign: Campaign, tmp_path: Path, elsewhen: Warm, desk: Desk) -> None:
    dice = campaign.dice("clock translate")
    measured = desk.copy(tmp_path / "measured")
    run = elsewhen.run(desk.translate, measured.folder)
    assert run.code == 0, run.err
    wanted = contents(measured.folder)
    remembered = units(measured.folder / "out/memory.sqlite")

    def trial(seed: int, place: Path) -> None:
        own, choose = desk.copy(place / "desk"), random.Random(seed)
        clock = Clock(place, choose)
        clock.jump(choose.choice(JUMPS))
        run = elsewhen.start(desk.translate, own.folder, environment=clock.environment)
        time.sleep(choose.uniform(0, 0.5))
        clock.jump(choose.choice(JUMPS))
        if choose.random() < 0.5:
            run.kill()
        run.wait()
        expect_approved(fault, own.folder / "out", desk.approved)
        clock.jump(choose.choice(JUMPS))
        with fault.recovery():
            run = elsewhen.run(desk.translate, own.folder, environment=clock.environment)
        assert run.code == 0, run.err
        assert leftovers(own.folder) == []
        assert contents(own.folder) == wanted
        assert units(own.folder / "out/memory.sqlite") == remembered

    with campaign.fault(
        "clock",
        "jumps before, during and after translate, half of them killed",
        holds="the next run ends as one that nothing disturbed",
    ) as fault:
        cases = [dice.randrange(2**32) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


def test_review(campaign: Campaign, tmp_path: Path, elsewhen: Warm, ready: Desk) -> None:
    """The clock jumps while the desk is open; another program writes too; the desk is killed."""
    dice = campaign.dice("clock review")

    def trial(seed: int, place: Path) -> None:
        own, choose = ready.copy(place / "desk"), random.Random(seed)
        clock = Clock(place, choose)
        path = own.folder / "out/3.po"
        before = approved(own.folder / "out")
        with Screen(elsewhen, ["review", "out/3.po"], own.folder, clock.environment) as screen:
            screen.shows("approved")
            clock.jump(choose.choice(JUMPS))
            path.write_text(f'{path.read_text("utf-8")}\n#~ msgid "x"\n#~ msgstr "theirs"\n')
            screen.send("\r")
            screen.rest(time.monotonic() + 0.3)
            screen.send("\x1b[F kept1\x13\x1b")
            screen.shows("kept1")
            screen.rest(time.monotonic() + 0.3)
            clock.jump(choose.choice(JUMPS))
            screen.send("\r")
            screen.rest(time.monotonic() + 0.3)
            screen.send("\x1b[F kept2")
            screen.shows("kept2")
            screen.rest(time.monotonic() + 1.1)
            screen.run.kill()
            screen.run.wait()
        clock.jump(choose.choice(JUMPS))
        with Screen(elsewhen, ["review", "out/3.po"], own.folder, clock.environment) as screen:
            with fault.recovery():
                screen.shows("approved")
            assert screen.leave() == 0, screen.text[-500:]
        text = path.read_text("utf-8")
        for word in ("kept1", "kept2", "theirs"):
            if word not in text:
                fault.lost(f"{word} is not in the file")
        expect_approved(
            fault,
            own.folder / "out",
            {key: target for key, target in before.items() if key[0] != "3.po"},
        )
        assert leftovers(own.folder) == []

    with campaign.fault(
        "clock",
        "jumps during review, which is killed",
        holds="what was written for a second is there, what another program wrote too; the lock "
        "of the killed desk keeps nobody out",
    ) as fault:
        cases = [dice.randrange(2**32) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


STORING = """
import sys
from pathlib import Path
from padanan.translate.memory import now, Memory, Unit
with Memory.open(Path(sys.argv[1])) as memory:
    memory.store([Unit("rumah besar", sys.argv[2], "a.txt", "s1", now(), "ani")])
"""


def test_memory(campaign: Campaign, tmp_path: Path, elsewhen: Warm) -> None:
    """What was approved last counts, whatever the clock said when."""
    dice = campaign.dice("clock memory")

    def trial(seed: int, place: Path) -> None:
        choose = random.Random(seed)
        clock = Clock(place, choose)
        for number in range(4):
            clock.jump(choose.choice(JUMPS))
            run = elsewhen.run(
                [place / "memory.sqlite", f"target {number}"],
                place,
                code=STORING,
                environment=clock.environment,
            )
            assert run.code == 0, run.err
        with Memory.open(place / "memory.sqlite") as memory:
            hit = memory.exact("rumah besar")
        if hit is None or hit.unit.target != "target 3":
            fault.lost(f"what was approved last is not what the memory says: {hit}")

    with campaign.fault(
        "clock",
        "jumps between approvals of one segment",
        holds="the memory has what was approved last",
    ) as fault:
        cases = [dice.randrange(2**32) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


def test_figures_are_plain(tmp_path: Path, elsewhen: Warm, desk: Desk) -> None:
    """The time a run took is not that of the clock."""
    own = desk.copy(tmp_path / "desk")
    clock = Clock(tmp_path, random.Random(2))
    run = elsewhen.start([*desk.translate, "--json"], own.folder, environment=clock.environment)
    clock.jump("+3650d")
    assert run.wait() == 0, run.err
    assert json.loads(run.out)["seconds"] < 300
