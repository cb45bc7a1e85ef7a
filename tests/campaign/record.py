"""What a campaign of faults tried, and what came of it: kept as JSON, shown as a table.

A test of the campaign takes the fixture `campaign` and says of each fault what must hold:

    def test_killed(campaign: Campaign, tmp_path: Path) -> None:
        dice = campaign.dice("translate killed")
        with campaign.fault("killed", "translate", holds="the next run ends the work") as fault:
            for _ in range(campaign.times(200)):
                with fault.trial():                  # what fails in it is noted; the rest goes on
                    kill_it_at(dice.random())
                    with fault.recovery():           # timed: how long until all is well again
                        run_it_again()
                    if not approved:
                        fault.lost("the approval of segment 3")  # ends the trial
                    assert no_temporary_files()      # fails the trial, but nothing is lost

Where trials are many and quick (fuzzing), leave the blocks out and count:

    fault.passed()                                      # or passed(1_000)
    fault.failed("a traceback for b'...'")              # goes on; `lost=True` where work is lost

Hypothesis is seeded with `campaign.seed` (`@hypothesis.seed` takes it as well as a `Random`).
When the block of a fault ends, its figures are written, and the test fails if anything failed.
Each fault has a file of its own in the folder of results, so several runs add up; run again, it
replaces its own. The table is made from that folder:

    PYTHONPATH=tests python -m campaign.record                          # to standard output
    PYTHONPATH=tests python -m campaign.record docs/reliability.md      # into a page

Settings, from the environment: `PADANAN_CAMPAIGN=1` runs it at all, `PADANAN_CAMPAIGN_SEED` (any
text; 1), `PADANAN_CAMPAIGN_SIZE` (a factor for how often; 1), `PADANAN_CAMPAIGN_RESULTS` (a folder;
`.campaign` in the repository).
"""

import json
import os
import re
import statistics
import sys
import threading
import time
import traceback
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]

_TOLD = 5
"""How many failures of a fault are told in full."""

_BEGIN, _END = "<!-- campaign: begin -->", "<!-- campaign: end -->"


def wanted() -> bool:
    """Whether the campaign is to run."""
    return os.environ.get("PADANAN_CAMPAIGN", "") not in {"", "0"}


def results() -> Path:
    """The folder of the figures."""
    return Path(os.environ.get("PADANAN_CAMPAIGN_RESULTS") or ROOT / ".campaign")


class LostError(AssertionError):
    """Work is gone that must be there."""


@dataclass
class Fault:
    """One kind of fault, tried many times.

    Attributes:
        group: What belongs together in the table: "killed", "disk", "fuzzed", ...
        name: What it is done to, in a few words.
        holds: What must hold afterwards, in a sentence without a full stop.
        seed: What the campaign's dice were seeded with.
        tried: How often it was tried.
        survived: How often all held that must hold.
        gone: How often work was lost.
        recoveries: Seconds from the fault until all was well again, where there was such a time.
        failures: What went wrong, the first few times.
    """

    group: str
    name: str
    holds: str
    seed: str
    tried: int = 0
    survived: int = 0
    gone: int = 0
    recoveries: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Try once; what goes wrong is noted, and the campaign goes on."""
        try:
            yield
        except Exception as error:
            told = "".join(traceback.format_exception(error, limit=-4))
            self.failed(told, lost=isinstance(error, LostError))
        else:
            self.passed()

    def passed(self, times: int = 1) -> None:
        """Note that all held, once or several times."""
        with self._lock:
            self.tried += times
            self.survived += times

    def failed(self, what: str, *, lost: bool = False) -> None:
        """Note that something did not hold, and whether work was lost by it."""
        with self._lock:
            self.tried += 1
            self.gone += lost
            if len(self.failures) < _TOLD:
                self.failures.append(what)

    def lost(self, what: str) -> NoReturn:
        """End a trial: work is gone.

        Raises:
            LostError: Always.
        """
        raise LostError(what)

    @contextmanager
    def recovery(self) -> Iterator[None]:
        """Time what brings all back to order."""
        start = time.perf_counter()
        yield
        self.recoveries.append(time.perf_counter() - start)


@dataclass(frozen=True)
class Campaign:
    """How the campaign runs.

    Attributes:
        word: What its dice are seeded with, as it was given.
        size: How much of it to do; 1 is all.
        folder: Where its figures go.
    """

    word: str
    size: float
    folder: Path

    @classmethod
    def from_environment(cls) -> "Campaign":
        """The campaign as whoever runs it wants it."""
        word = os.environ.get("PADANAN_CAMPAIGN_SEED") or "1"
        return cls(word, float(os.environ.get("PADANAN_CAMPAIGN_SIZE") or 1), results())

    @property
    def seed(self) -> int:
        """The seed as a number, for what wants one."""
        return int(self.word) if self.word.isdecimal() else zlib.crc32(self.word.encode())

    def dice(self, name: str) -> Random:
        """Dice of their own for each fault: leaving one out does not change the others."""
        return Random(f"{self.word}/{name}")

    def times(self, full: int) -> int:
        """How often to do what is done `full` times in a campaign of size 1; at least once."""
        return max(1, round(full * self.size))

    @contextmanager
    def fault(self, group: str, name: str, *, holds: str) -> Iterator[Fault]:
        """A kind of fault; its figures are written when the block ends, however it ends.

        Raises:
            AssertionError: Something did not hold.
        """
        fault = Fault(group, name, holds, self.word)
        start = time.perf_counter()
        complete = False
        try:
            yield fault
            complete = True
        finally:
            self._write(fault, time.perf_counter() - start, complete=complete)
        told = "\n\n".join(fault.failures)
        assert fault.survived == fault.tried, (
            f"{group}, {name}: of {fault.tried} tried {fault.survived} survived, {fault.gone} lost "
            f"work (seed {self.word}).\n\n{told}"
        )

    def _write(self, fault: Fault, seconds: float, *, complete: bool) -> None:
        times = fault.recoveries
        content = {
            "group": fault.group,
            "name": fault.name,
            "holds": fault.holds,
            "tried": fault.tried,
            "survived": fault.survived,
            "lost": fault.gone,
            "recovery_median_s": round(statistics.median(times), 3) if times else None,
            "recovery_worst_s": round(max(times), 3) if times else None,
            "took_s": round(seconds, 1),
            "complete": complete,
            "seed": self.word,
            "size": self.size,
            "date": datetime.now(UTC).date().isoformat(),
            "failures": fault.failures,
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / ".gitignore").write_text("*\n")
        name = re.sub(r"\W+", "-", f"{fault.group} {fault.name}".lower()).strip("-")
        (self.folder / f"{name}.json").write_text(
            json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8"
        )


def table(folder: Path) -> str:
    """The figures in a folder as a Markdown table, groups together; empty if there are none."""
    found = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    if not found:
        return ""
    found.sort(key=lambda one: (one["group"], one["name"]))
    rows = ["| fault | tried | survived | lost | back after (median, worst) | what must hold |"]
    rows.append("|---|--:|--:|--:|---|---|")
    for one in found:
        unfinished = "" if one["complete"] else " (not finished)"
        rows.append(
            f"| {one['group']}: {one['name']}{unfinished} | {one['tried']:,} | {one['survived']:,} "
            f"| {one['lost']:,} | {_times(one)} | {one['holds']} |"
        )
    tried, survived, lost = (
        sum(one[key] for one in found) for key in ("tried", "survived", "lost")
    )
    rows.append(f"| **all** | **{tried:,}** | **{survived:,}** | **{lost:,}** | | |")
    return "\n".join([*rows, "", _made(found), ""])


def _times(one: dict[str, float | None]) -> str:
    median, worst = one["recovery_median_s"], one["recovery_worst_s"]
    return "" if median is None or worst is None else f"{median:.2f} s, {worst:.2f} s"


def _made(found: list[dict[str, object]]) -> str:
    """When and how the figures were made."""
    seeds, sizes, dates = (
        ", ".join(sorted({str(one[key]) for one in found})) for key in ("seed", "size", "date")
    )
    minutes = sum(float(str(one["took_s"])) for one in found) / 60
    return (
        f"Seed {seeds}, size {sizes}, {os.cpu_count()} processors, Python "
        f"{sys.version.split()[0]}, {dates}; {minutes:.0f} minutes in all."
    )


def put_into(page: Path, text: str) -> None:
    """Put the table into a page, in the place of the one that stands between its marks."""
    before, begin, rest = page.read_text("utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise SystemExit(f"{page}: has no {_BEGIN} ... {_END}.")
    page.write_text(f"{before}{begin}\n{text}{end}{after}", "utf-8")


def main(arguments: list[str]) -> None:
    """Show the table, or put it into the page named."""
    text = table(results())
    if not text:
        raise SystemExit(f"{results()}: no figures. Run the campaign first.")
    if arguments:
        put_into(Path(arguments[0]), text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
