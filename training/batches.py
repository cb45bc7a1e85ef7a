"""Which pairs are shown when: a stateless, seeded stream of batches.

Every batch is a pure function of (seed, phase, chunk, number), so a run that was cut off
goes on where it stopped, and parallel processes agree without talking.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.settings import Schedule

PHASES = ("early", "main", "decay")
CHUNK_PAIRS = 12_000  # pairs sorted by length together
Long = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Batch:
    """Padded int64 arrays (pairs, S), (pairs, T), (pairs, T); links are -1 where none."""

    source: Long
    target: Long
    links: Long
    tokens: int  # target pieces, ``</s>`` included, padding not


def phase_at(progress: float, schedule: Schedule) -> str:
    """The phase at a share of the budget between 0 and 1."""
    if progress < schedule.early:
        return "early"
    return "main" if progress < 1.0 - schedule.decay else "decay"


class Stream:
    """Batches out of ``encoded.npz`` (see :func:`training.encode.encode`)."""

    def __init__(
        self, encoded: Path, pad: int, tokens: int, schedule: Schedule, ranks: int, seed: int
    ) -> None:
        data = np.load(encoded)
        self._source, self._source_at = data["source"], data["source_at"]
        self._target, self._target_at = data["target"], data["target_at"]
        self._links = data["links"]
        self._source_size = np.diff(self._source_at)
        self._target_size = np.diff(self._target_at)
        short = np.maximum(self._target_size, self._source_size) <= schedule.early_pieces
        self._weights = {
            "early": np.where(short, data["weight"], 0),
            "main": data["weight"],
            "decay": data["best" if schedule.decay_best else "weight"],
        }
        self._pad, self._tokens, self._ranks, self._seed = pad, tokens, ranks, seed
        self._order: tuple[tuple[str, int], Long] | None = None

    def _epoch(self, phase: str, number: int) -> Long:
        """Pair indices of a virtual epoch, each repeated by its weight, shuffled."""
        if self._order is None or self._order[0] != (phase, number):
            dice = np.random.default_rng((self._seed, PHASES.index(phase), number))
            weight = self._weights[phase]
            copies = np.floor(weight + dice.random(len(weight))).astype(np.int64)
            order = np.repeat(np.arange(len(weight)), copies)
            dice.shuffle(order)
            self._order = ((phase, number), order)
        return self._order[1]

    def groups(self, phase: str, chunk: int) -> list[list[Long]]:
        """The steps of a chunk in order; each step holds one array of pair indices a rank."""
        chunks = max(1, round(float(self._weights[phase].sum()) / CHUNK_PAIRS))
        epoch, place = divmod(chunk, chunks)
        order = self._epoch(phase, epoch)
        part = order[len(order) * place // chunks : len(order) * (place + 1) // chunks]
        dice = np.random.default_rng((self._seed, 7, PHASES.index(phase), chunk))
        length = np.maximum(self._target_size[part], self._source_size[part])
        part = part[np.lexsort((self._source_size[part], self._target_size[part], length))]
        batches: list[Long] = []
        start = 0
        while start < len(part):
            stop, longest = start, 0
            while stop < len(part):
                longest = max(longest, self._target_size[part[stop]], self._source_size[part[stop]])
                if stop > start and longest * (stop + 1 - start) > self._tokens:
                    break
                stop += 1
            batches.append(part[start:stop])
            start = stop
        whole = len(batches) // self._ranks * self._ranks
        steps = [batches[i : i + self._ranks] for i in range(0, whole, self._ranks)]
        return [steps[i] for i in dice.permutation(len(steps))]

    def batch(self, rows: Long) -> Batch:
        """The padded arrays of some pairs."""
        wide, high = self._source_size[rows].max(), self._target_size[rows].max()
        source = np.full((len(rows), wide), self._pad, dtype=np.int64)
        target = np.full((len(rows), high), self._pad, dtype=np.int64)
        links = np.full((len(rows), high), -1, dtype=np.int64)
        for row, i in enumerate(rows):
            a, b = self._source_at[i], self._source_at[i + 1]
            c, d = self._target_at[i], self._target_at[i + 1]
            source[row, : b - a] = self._source[a:b]
            target[row, : d - c] = self._target[c:d]
            links[row, : d - c] = self._links[c:d]
        return Batch(source, target, links, int(self._target_size[rows].sum()))
