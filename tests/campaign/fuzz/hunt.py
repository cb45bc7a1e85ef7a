"""Throwing very many inputs at one function, on all processors, each within bounds.

Of every input it is asked whether what came out is right, or a `PadananError` with a sentence;
how much processor time it took; and of all together how much memory.
"""

import gc
import multiprocessing
import multiprocessing.connection
import os
import resource
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from campaign.fuzz.dice import Dice
from campaign.record import Campaign

from padanan.errors import PadananError

INPUTS = 100_000
"""How many inputs each reader is thrown."""

SLOW = 1.0
"""Seconds of a processor that no input may take."""

_HANGS = 20.0
"""Seconds of a processor after which an input is given up."""

MEMORY = 1 << 30
"""Bytes that one process may need on top of what it began with."""

_ENOUGH = 20
"""Failures of one process after which it looks no further."""

Input = TypeVar("Input")


class HangsError(BaseException):
    """An input takes too long. No `Exception`: nothing that is fuzzed may catch it."""


@dataclass
class Caught:
    """What one process found.

    Attributes:
        taken: Inputs that were read, or whatever is done with them.
        refused: Those that came out as a sentence.
        failures: What went wrong with others.
        slowest: Seconds of a processor that the slowest took, and its number.
        grown: Bytes that the process grew.
    """

    taken: int = 0
    refused: int = 0
    failures: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    grown: int = 0


def hunt(
    campaign: Campaign,
    name: str,
    make: Callable[[Dice], Input],
    judge: Callable[[Input], object],
    *,
    holds: str,
    inputs: int = INPUTS,
    least_taken: float = 0.05,
    inert: bool = True,
) -> None:
    """Throw inputs at a function.

    Args:
        campaign: The campaign.
        name: What is fuzzed.
        make: Makes an input.
        judge: Does with an input what is to be fuzzed, and asserts what must hold. It may raise a
            PadananError, which is a refusal.
        holds: What must hold, for the table.
        inputs: How many inputs, in a whole campaign.
        least_taken: The share of inputs that must not be refused, for the others say little.
        inert: Whether the sentence of a refusal is free of controls as it is; elsewhere whoever
            shows it makes it so.
    """
    total = campaign.times(inputs)
    workers = min(os.cpu_count() or 1, 8, total)
    with campaign.fault("fuzzed", name, holds=holds) as fault:
        caught = _share(f"{campaign.word}/{name}", total, workers, make, judge, inert)
        taken, refused = sum(one.taken for one in caught), sum(one.refused for one in caught)
        fault.passed(taken + refused)
        for one in caught:
            for failure in one.failures:
                fault.failed(failure)
        slowest = max(one.slowest for one in caught)
        grown = max(one.grown for one in caught)
        share = taken / max(1, taken + refused)
        fault.holds += f" ({share:.0%} taken, slowest {slowest[0]:.2f} s, {grown >> 20} MiB)"
        if slowest[0] > SLOW:
            fault.failed(f"input {slowest[1]} took {slowest[0]:.1f} s of a processor")
        if grown > MEMORY:
            fault.failed(f"a process grew by {grown >> 20:,} MiB")
        assert total < 1000 or share >= least_taken, f"only {share:.1%} were not refused"


def _share(
    word: str,
    total: int,
    workers: int,
    make: Callable[[Dice], Input],
    judge: Callable[[Input], object],
    inert: bool,
) -> list[Caught]:
    """Give each process its share; one that dies is a failure."""
    with_functions = multiprocessing.get_context("fork")
    pipes = []
    gc.freeze()
    for number in range(workers):
        ours, theirs = with_functions.Pipe(duplex=False)
        share = range(number, total, workers)
        worker = with_functions.Process(
            target=_work, args=(theirs, word, share, make, judge, inert)
        )
        worker.start()
        theirs.close()
        pipes.append((worker, ours))
    caught = []
    for worker, ours in pipes:
        try:
            caught.append(ours.recv())
        except EOFError:
            worker.join()
            caught.append(Caught(failures=[f"a process ended with {worker.exitcode}"]))
        worker.join()
    return caught


def _work(
    pipe: "multiprocessing.connection.Connection",
    word: str,
    share: range,
    make: Callable[[Dice], Input],
    judge: Callable[[Input], object],
    inert: bool,
) -> None:
    """What one process does."""
    signal.signal(signal.SIGVTALRM, _give_up)
    caught = Caught()
    before = _memory()
    for number in share:
        given: object = "not made"
        signal.setitimer(signal.ITIMER_VIRTUAL, _HANGS)
        start = time.thread_time()
        try:
            given = made = make(Dice(f"{word}/{number}"))
            start = time.thread_time()
            judge(made)
            caught.taken += 1
        except PadananError as error:
            if error.message.strip() and (not inert or error.message.isprintable()):
                caught.refused += 1
            else:
                told = f"is refused with {error.message!r}"
                caught.failures.append(f"input {number} {told}: {repr(given)[:3000]}")
        except (Exception, HangsError):
            told = traceback.format_exc(limit=-9)
            caught.failures.append(f"input {number}: {repr(given)[:3000]}\n{told}")
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        caught.slowest = max(caught.slowest, (time.thread_time() - start, number))
        if len(caught.failures) >= _ENOUGH:
            break
    caught.grown = _memory() - before
    pipe.send(caught)
    pipe.close()


def _give_up(*_: object) -> None:
    raise HangsError


def _memory() -> int:
    """Bytes that this process has needed at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
