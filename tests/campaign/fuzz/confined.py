"""Doing what may exhaust a machine, in a process that is stopped before it does."""

import multiprocessing
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from padanan.errors import PadananError

MEMORY = 1_500 << 20
"""Bytes that a process may need on top of what it began with."""

SECONDS = 60
"""Seconds of a processor that it may take."""


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    Attributes:
        word: "taken", "refused" or "failed".
        told: The sentence of a refusal, the traceback of a failure, or what was given back.
        seconds: Seconds of a processor that it took.
        grown: Bytes that the process grew.
    """

    word: str
    told: str
    seconds: float = 0.0
    grown: int = 0


def confined(function: Callable[[], object]) -> Outcome:
    """Do something in a process of its own, with limits to its memory and time."""
    forking = multiprocessing.get_context("fork")
    ours, theirs = forking.Pipe(duplex=False)
    process = forking.Process(target=_run, args=(theirs, function))
    process.start()
    theirs.close()
    try:
        outcome = ours.recv()
    except EOFError:
        process.join()
        code = process.exitcode or 0
        name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        outcome = Outcome("failed", f"the process ended with {name}")
    process.join()
    assert isinstance(outcome, Outcome)
    return outcome


def _run(pipe: Any, function: Callable[[], object]) -> None:
    with open("/proc/self/statm") as file:  # noqa: PTH123
        size = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))
    used = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime)
    resource.setrlimit(resource.RLIMIT_CPU, (used + SECONDS, used + SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    before = resource.getrusage(resource.RUSAGE_SELF)
    try:
        word, told = "taken", repr(function())[:500]
    except PadananError as error:
        word, told = "refused", error.message
    except BaseException:
        word, told = "failed", traceback.format_exc(limit=-8)
    after = resource.getrusage(resource.RUSAGE_SELF)
    grown = (after.ru_maxrss - before.ru_maxrss) * 1024
    pipe.send(Outcome(word, told, after.ru_utime - before.ru_utime, grown))
    pipe.close()
    sys.stdout.flush()
    os._exit(0)
