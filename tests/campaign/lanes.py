"""Trials side by side, each in a folder of its own; and kills at random moments."""

import os
import random
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from campaign.record import Fault
from campaign.warm import Warm

from running import command

T = TypeVar("T")

LANES = max(2, min(4, os.cpu_count() or 2))
"""How many trials there are at a time."""


def each(
    fault: Fault,
    cases: Sequence[T],
    folder: Path,
    trial: Callable[[T, Path], None],
    lanes: int = LANES,
) -> None:
    """Try each case, in an empty folder that goes when all held."""
    folder.mkdir(parents=True, exist_ok=True)

    def one(numbered: tuple[int, T]) -> None:
        number, case = numbered
        place = folder / str(number)
        place.mkdir()
        with fault.trial():
            trial(case, place)
            shutil.rmtree(place)

    with ThreadPoolExecutor(lanes) as pool:
        list(pool.map(one, enumerate(cases)))


@dataclass(frozen=True)
class Moment:
    """When a run is killed.

    Attributes:
        after: From when on the seconds are counted: "a cold start" of Python, the "start" of the
            command, or its first "writing".
        seconds: How many.
    """

    after: str
    seconds: float


@dataclass(frozen=True)
class Course:
    """How long an undisturbed run takes, in seconds: all of it, and from its first writing on."""

    whole: float
    writing: float

    @classmethod
    def of(cls, warm: Warm, arguments: Sequence[str], folders: Sequence[Path]) -> "Course":
        """That of a run in some folders, which it changes; the median."""
        whole, writing = [], []
        for folder in folders:
            run = warm.start(arguments, folder)
            run.writing(30)
            wrote = time.perf_counter()
            code = run.wait()
            end = time.perf_counter()
            assert code == 0, run.err
            whole.append(end - run.begun)
            writing.append(end - wrote)
        return cls(statistics.median(whole), statistics.median(writing))

    def moments(self, dice: random.Random, times: int) -> list[Moment]:
        """Moments to kill such a run at: some in a start of Python itself, a third anywhere, and
        most in the time in which it writes."""
        cold, anywhere = times // 20, times // 3
        found = [Moment("a cold start", dice.uniform(0, 1.5 * self.whole)) for _ in range(cold)]
        found += [Moment("start", dice.uniform(0, self.whole)) for _ in range(anywhere)]
        found += [
            Moment("writing", dice.uniform(0, 1.1 * self.writing))
            for _ in range(times - cold - anywhere)
        ]
        dice.shuffle(found)
        return found


def killed(warm: Warm, arguments: Sequence[str], folder: Path, moment: Moment) -> bool:
    """Run padanan and kill it; False if it had come to its end by then."""
    if moment.after == "a cold start":
        process = subprocess.Popen(
            command(*arguments),
            cwd=folder,
            env=dict(warm.environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moment.seconds)
        process.kill()
        return process.wait() == -9
    run = warm.start(arguments, folder)
    if moment.after == "writing":
        run.writing(30)
    time.sleep(moment.seconds)
    run.kill()
    return run.wait() == -9


def kill_surely(
    warm: Warm, arguments: Sequence[str], fresh: Callable[[], Path], moment: Moment
) -> Path:
    """Kill a run in the midst of it: where it was quicker than the kill, another, earlier.

    Args:
        warm: What runs padanan.
        arguments: Its command line.
        fresh: Makes a folder to run it in.
        moment: When to kill it.

    Returns:
        The folder.
    """
    while True:
        folder = fresh()
        if killed(warm, arguments, folder, moment):
            return folder
        moment = replace(moment, seconds=0.7 * moment.seconds)
