"""Calls of the system that fail, one after the other: strace has them answer with an error.

Where a disk is failing, a network drive is gone for a moment or a quota is reached, any call can.
"""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("strace is a program of Linux", allow_module_level=True)

from campaign.desks import Desk, contents, expect_approved, leftovers, units
from campaign.lanes import each
from campaign.record import Campaign, wanted
from campaign.warm import Warm

from running import command

TRIALS = 24

CALLS = {
    "fsync": ("EIO", "ENOSPC", "EDQUOT"),
    "fdatasync": ("EIO", "ENOSPC", "EDQUOT"),
    "rename": ("EIO", "ENOSPC", "EACCES", "EROFS"),
    "unlink": ("EIO", "EACCES", "EBUSY"),
    "flock": ("ENOLCK", "EIO"),
    "pwrite64": ("EIO", "ENOSPC"),
    "ftruncate": ("EIO",),
    "chmod": ("EPERM", "EIO"),
}
"""Calls of the system, and the errors they may answer with."""


def _traced(arguments: list[str], folder: Path, warm: Warm, inject: str) -> tuple[int, str]:
    """Run padanan with a call that fails; its exit code and what it said."""
    call = inject.partition(":")[0]
    tracer = ["strace", "-f", "-qq", "-o", "/dev/null", "--seccomp-bpf"]
    done = subprocess.run(
        [*tracer, "-e", f"trace={call}", "-e", f"inject={inject}", *command(*arguments)],
        cwd=folder,
        env=dict(warm.environment),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stderr


def _why_not() -> str:
    """Why no call can be made to fail here; empty if one can."""
    if not wanted():
        return "nothing is traced unless the campaign runs"
    if shutil.which("strace") is None:
        return "making calls of the system fail needs strace"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", "--seccomp-bpf", "true"],
        capture_output=True,
        check=False,
    )
    return "" if done.returncode == 0 else "this machine lets nobody trace a program"


@pytest.mark.skipif(bool(_why_not()), reason=_why_not())
def test_translate(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    dice = campaign.dice("calls")
    measured = desk.copy(tmp_path / "measured")
    assert warm.run(desk.translate, measured.folder).code == 0
    wanted = contents(measured.folder)
    remembered = units(measured.folder / "out/memory.sqlite")

    def trial(seed: int, place: Path) -> None:
        choose = random.Random(seed)
        own = desk.copy(place / "desk")
        call = choose.choice(sorted(CALLS))
        inject = f"{call}:error={choose.choice(CALLS[call])}:when={choose.randint(1, 12)}"
        inject += choose.choice(["", "+"])  # once, or from then on
        code, said = _traced(desk.translate, own.folder, warm, inject)
        assert code in {0, 3, 4}, (inject, code, said)
        assert "Traceback" not in said, (inject, said)
        assert "fault in padanan" not in said, (inject, said)
        assert code == 0 or said.strip(), inject
        expect_approved(fault, own.folder / "out", desk.approved)
        with fault.recovery():
            run = warm.run(desk.translate, own.folder)
        assert run.code == 0, (inject, run.err)
        assert leftovers(own.folder) == [], inject
        assert contents(own.folder) == wanted, inject
        assert units(own.folder / "out/memory.sqlite") == remembered, inject

    with campaign.fault(
        "calls that fail",
        f"during translate ({', '.join(CALLS)})",
        holds="a sentence where something was not done; each file old or new; the next run ends as "
        "one that nothing disturbed",
    ) as fault:
        cases = [dice.randrange(2**32) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)
