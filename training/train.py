"""The training loop: warm-up, plateau and linear decay by wall clock; resumable.

On a CPU, one process of one thread per core, gradients averaged with gloo (two threads in one
process were three times slower when measured); on an accelerator, one process. bf16 autocast.
Or each process trains apart, in an order of its own, for the mean of their weights.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training import batches, model, start
from training.settings import PLATEAU, SEED, WIDE, Schedule, Shape

CHECKPOINT, LOG = "checkpoint.pt", "log.jsonl"
COMMON = "common.json"  # beside a run that went apart: how far it had come before
REPORT_EVERY = 25  # steps
CPU_BATCH, FAST_BATCH = 1_300, 24_000  # target places (padding counted) a process and step


@dataclass
class Place:
    """How far a run has come; saved with the weights."""

    step: int = 0
    seconds: float = 0.0
    tokens: int = 0
    phase: str = "early"
    chunk: int = 0
    group: int = 0
    saves: int = 0  # of the plateau


def rate_at(step: int, progress: float, schedule: Schedule) -> float:
    """Learning rate: linear warm-up by steps, plateau, linear decay by share of the budget."""
    warm = min(1.0, (step + 1) / schedule.warm_up)
    left = max(0.0, 1.0 - progress) / schedule.decay
    return schedule.peak_rate * warm * max(0.02, min(1.0, left))


def guide_at(progress: float, schedule: Schedule) -> float:
    """Weight of the alignment loss, falling linearly over the budget."""
    return schedule.guide + (schedule.guide_floor - schedule.guide) * min(1.0, progress)


def take_in(mean: list[Any], latest: list[Any], number: int) -> None:
    """Take the ``number``-th (from 1) of a series of weights into the mean of those before it.

    All of the first ``WIDE`` weigh alike; then the latest has that share, and the others fade.
    """
    import torch

    torch._foreach_lerp_(mean, latest, 1 / min(number, WIDE))


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ApartError(ValueError):
    """What was asked for does not go with the runs that went apart, or are to."""


def apart(work: Path) -> list[Path]:
    """The folders in ``work`` of runs that went apart and saved something: ``apart-1`` and on."""
    found = [(re.fullmatch(r"apart-(\d+)", folder.name), folder) for folder in work.glob("apart-*")]
    runs = [(int(named[1]), folder) for named, folder in found if named]
    return [folder for _, folder in sorted(runs) if (folder / CHECKPOINT).exists()]


def checkpoints(work: Path) -> list[Path]:
    """Where training in ``work`` has come: one checkpoint, or one of each run that went apart."""
    return [folder / CHECKPOINT for folder in apart(work) or [work]]


def launch(
    work: Path,
    minutes: float,
    batch_tokens: int | None,
    processes: int | None,
    *,
    separate: bool = False,
) -> None:
    """Train for ``minutes`` of wall clock in all (earlier, cut-off runs counted in).

    With ``separate``, each process goes its own way (`apart`), from where ``work`` has come if it
    was trained in before; after that, none goes on together.

    Raises:
        ApartError: if runs are to go apart that cannot, or to go on together after that.
        RuntimeError: if a process ended with an error.
    """
    import torch

    fast = torch.cuda.is_available()
    count = processes or (1 if fast else cores())
    _check(work, count, minutes, separate)
    tokens = batch_tokens or (FAST_BATCH if fast else CPU_BATCH)
    rendezvous = work / f"rendezvous-{os.getpid()}"
    rendezvous.unlink(missing_ok=True)
    environment = dict(os.environ)
    if not fast:
        # One thread a process; and glibc's malloc keeps large blocks instead of returning them
        # to the system after every step, and asks for them in large pages.
        environment |= {
            "OMP_NUM_THREADS": "1",
            "MALLOC_MMAP_MAX_": "0",
            "MALLOC_TRIM_THRESHOLD_": str(1 << 40),
            "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
            "GLOO_SOCKET_IFNAME": "lo",
        }
    running = []
    for rank in range(count):
        ranks = [0, 1, rank + 1] if separate else [rank, count, 0]
        arguments = [work, minutes, tokens, *ranks, rendezvous]
        command = [sys.executable, "-m", "training.train", *map(str, arguments)]
        running.append(subprocess.Popen(command, env=environment))
    try:
        # One that fails ends the others: they would wait for it, or train for hours for nothing.
        while any(process.poll() is None for process in running):
            if any(process.returncode for process in running):
                break
            time.sleep(0.2)
        codes = [process.returncode for process in running]
    finally:
        for process in running:
            process.kill()
        rendezvous.unlink(missing_ok=True)
    if any(codes):
        raise RuntimeError(f"training processes ended with {codes}")


def _check(work: Path, count: int, minutes: float, separate: bool) -> None:
    """That ``count`` runs can go apart in ``work``, or that none has; see `launch`."""
    import torch

    before = apart(work)
    if not separate:
        if before:
            raise ApartError(
                f"runs have gone apart in {work}: give --apart to train them on, or delete "
                f"{work / 'apart-*'} to train on from before they did"
            )
        return
    least = max(2, len(before))
    if count < least:
        raise ApartError(
            f"{count} of {least} runs would go on apart in {work}: give --processes {least}"
        )
    common = work / CHECKPOINT
    if not before and common.exists():
        spent = torch.load(common, map_location="cpu")["place"]["seconds"] / 60
        if spent >= minutes:
            raise ApartError(
                f"{spent:.1f} minutes are spent in {work} already, and no run has gone apart: give "
                f"more --minutes than that"
            )


class Run:
    """One process of a training run; or all of one, if ``alone`` is its number among those that
    go apart (0: it is not)."""

    def __init__(
        self, work: Path, minutes: float, tokens: int, rank: int, ranks: int, alone: int, meet: Path
    ) -> None:
        import torch

        self.budget, self.rank, self.ranks = minutes * 60, rank, ranks
        self.common = work
        self.work = work / f"apart-{alone}" if alone else work
        self.work.mkdir(exist_ok=True)
        settings = json.loads((work / "schedule.json").read_text(encoding="utf-8"))
        self.schedule = Schedule(**settings)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        if self.device == "cpu":
            torch.set_num_threads(1)
        if ranks > 1:
            torch.distributed.init_process_group(
                "gloo", init_method=f"file://{meet}", rank=rank, world_size=ranks
            )
        encoded = work / "encoded.npz"
        shape = Shape(**json.loads((work / "shape.json").read_text(encoding="utf-8")))
        embeddings = np.load(encoded)["embeddings"]
        self.net = model.build(shape, SEED, embeddings, self.schedule.dropout)
        self.net.train()
        start.load(self.net, work)
        self.net.to(self.device)
        self.scorer = model.Scorer(self.net, self.schedule.smoothing)
        self.stream = batches.Stream(
            encoded, shape.vocabulary - 1, tokens, self.schedule, ranks, SEED + alone
        )
        self.weights = [p for p in self.net.parameters() if p.requires_grad]
        # All gradients live in one buffer, with two more places: tokens and progress.
        size = sum(weight.numel() for weight in self.weights)
        self.buffer = torch.zeros(size + 2, device=self.device)
        at = 0
        for weight in self.weights:
            weight.grad = self.buffer[at : at + weight.numel()].view_as(weight)
            at += weight.numel()
        self.optimiser = torch.optim.Adam(
            self.weights, lr=1e-9, betas=(0.9, 0.98), eps=1e-9, fused=True
        )
        self.average = [weight.detach().clone() for weight in self.weights]
        self.wide = [weight.detach().clone() for weight in self.weights]
        self.place = Place(phase=batches.phase_at(0.0, self.schedule))
        self._resume()

    @property
    def checkpoint(self) -> Path:
        return self.work / CHECKPOINT

    def _resume(self) -> None:
        import torch

        parting = not self.checkpoint.exists()
        path = self.common / CHECKPOINT if parting else self.checkpoint
        if path.exists():
            kept = torch.load(path, map_location=self.device)
            with torch.no_grad():
                for weight, value in zip(self.weights, kept["weights"], strict=True):
                    weight.copy_(value)
                for weight, value in zip(self.average, kept["average"], strict=True):
                    weight.copy_(value)
                for weight, value in zip(self.wide, kept.get("wide", kept["average"]), strict=True):
                    weight.copy_(value)
            self.optimiser.load_state_dict(kept["optimiser"])
            self.place = Place(**kept["place"])
            if parting:
                self._part()

    def _part(self) -> None:
        """Take along what was kept in common, and how far that had come."""
        shared = json.dumps(asdict(self.place))
        (self.work / COMMON).write_text(shared, encoding="utf-8")
        if (plateau := self.common / PLATEAU).exists():
            shutil.copyfile(plateau, self.work / PLATEAU)

    def save(self, path: Path, average: list[Any] | None = None) -> None:
        """Write a checkpoint, atomically (rank 0 alone), with another ``average`` if given."""
        import torch

        if self.rank == 0:
            draft = path.with_suffix(".part")
            names = [name for name, p in self.net.named_parameters() if p.requires_grad]
            state = {
                "names": names,
                "weights": [weight.detach() for weight in self.weights],
                "average": self.average if average is None else average,
                "wide": self.wide,
                "optimiser": self.optimiser.state_dict(),
                "place": asdict(self.place),
            }
            torch.save(state, draft)
            draft.replace(path)

    def _keep_plateau(self, phase: str) -> None:
        """Keep the weights of before the rate falls; those of an earlier fall go when it rises.

        At a steady rate even the moving average is now better, now worse, so what is kept is the
        mean of those that were saved (`take_in`).
        """
        if phase == "decay":
            self.save(self.work / PLATEAU, self.wide if self.place.saves else self.average)
            return
        self.place.saves = 0
        if self.rank == 0:
            (self.work / PLATEAU).unlink(missing_ok=True)

    def _steps(self) -> Iterator[batches.Batch]:
        """This rank's batches from the saved place on; the phase may change between any two."""
        place = self.place
        while True:
            phase, chunk = place.phase, place.chunk
            for group in self.stream.groups(phase, chunk)[place.group :]:
                place.group += 1
                yield self.stream.batch(group[self.rank])
                if place.phase != phase:
                    break
            else:
                place.chunk, place.group = chunk + 1, 0

    def _step(
        self, batch: batches.Batch, progress: float, clock: float
    ) -> tuple[model.Losses, float]:
        """One update; returns this rank's losses and the gradient's norm before clipping.

        ``progress`` is the share of the budget that all ranks agree on, ``clock`` this rank's.
        """
        import torch

        source, target, links = (
            torch.from_numpy(rows).to(self.device)
            for rows in (batch.source, batch.target, batch.links)
        )
        self.buffer.zero_()
        with torch.autocast(self.device, dtype=torch.bfloat16):
            losses = self.scorer(source, target, links)
        guide = guide_at(progress, self.schedule)
        (losses.smoothed + guide * losses.alignment).backward()  # type: ignore[no-untyped-call]
        self.buffer[-2] = batch.tokens
        self.buffer[-1] = clock
        if self.ranks > 1:
            torch.distributed.all_reduce(self.buffer)
            self.buffer[:-2] /= self.ranks
        norm = float(self.buffer[:-2].norm())
        if norm > self.schedule.clip:
            self.buffer[:-2] *= self.schedule.clip / norm
        rate = rate_at(self.place.step, progress, self.schedule)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        self.optimiser.step()
        keep = min(self.schedule.average, (1 + self.place.step) / (10 + self.place.step))
        torch._foreach_lerp_(self.average, [p.detach() for p in self.weights], 1 - keep)
        return losses, norm

    def train(self) -> None:
        """Train until the budget is spent; save every few minutes and at the end."""
        place = self.place
        begun = time.monotonic() - place.seconds
        saved = reported = time.monotonic()
        tokens_before = place.tokens
        progress = place.seconds / self.budget
        for batch in self._steps():
            losses, norm = self._step(batch, progress, (time.monotonic() - begun) / self.budget)
            place.step += 1
            place.tokens += int(self.buffer[-2])
            # The mean over the ranks, so that all change rate and phase, and stop, together.
            progress = float(self.buffer[-1]) / self.ranks
            phase = batches.phase_at(progress, self.schedule)
            if phase != place.phase:
                self._keep_plateau(phase)
                place.phase, place.chunk, place.group = phase, 0, 0
            now = time.monotonic()
            place.seconds = now - begun
            done = progress >= 1.0
            if self.rank == 0 and (done or place.step % REPORT_EVERY == 0):
                pace = (place.tokens - tokens_before) / (now - reported)
                self._report(losses, norm, pace, progress)
                reported, tokens_before = now, place.tokens
            if now - saved > self.schedule.minutes_between_saves * 60:
                if place.phase == "main":
                    place.saves += 1
                    take_in(self.wide, self.average, place.saves)
                self.save(self.checkpoint)
                saved = now
            if done:
                break
        self.save(self.checkpoint)

    def _report(self, losses: model.Losses, norm: float, pace: float, progress: float) -> None:
        line = {
            **asdict(self.place),
            "smoothed": round(float(losses.smoothed.detach()), 4),
            "plain": round(float(losses.plain.detach()), 4),
            "alignment": round(float(losses.alignment.detach()), 4),
            "norm": round(norm, 3),
            "rate": rate_at(self.place.step, progress, self.schedule),
            "tokens_per_second": round(pace),
        }
        with (self.work / LOG).open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")


def _main() -> None:
    parser = argparse.ArgumentParser()
    for name, kind in (
        ("work", Path),
        ("minutes", float),
        ("tokens", int),
        ("rank", int),
        ("ranks", int),
        ("alone", int),
        ("meet", Path),
    ):
        parser.add_argument(name, type=kind)
    given: dict[str, Any] = vars(parser.parse_args())
    Run(**given).train()


if __name__ == "__main__":
    _main()
