"""What the network is shown, and how it lies on disk: flat arrays, and where each row begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from training import vocabulary

Ids = npt.NDArray[np.int16]


@dataclass(frozen=True)
class Shown:
    """A pair as the network is shown it: ids without ``</s>``, links, and how often."""

    source: Ids
    target: Ids
    links: Ids
    weight: float
    best: float


def respelt(source: Ids, links: Ids, start: int, stop: int, pieces: Ids) -> tuple[Ids, Ids]:
    """A source with other pieces from ``start`` to ``stop``, and its links moved along: what was
    linked to those is linked to the first of the new ones."""
    moved = links.copy()
    moved[(links >= start) & (links < stop)] = start
    moved[links >= stop] += np.int16(len(pieces) - (stop - start))
    return np.concatenate([source[:start], pieces, source[stop:]]), moved


def _pack(rows: Sequence[Ids]) -> tuple[Ids, npt.NDArray[np.int64]]:
    """Rows end to end, and the offsets (rows + 1,) at which each begins."""
    sizes = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    flat = np.concatenate(rows) if len(rows) else np.zeros(0, dtype=np.int16)
    return flat.astype(np.int16), np.concatenate([[0], np.cumsum(sizes)])


def write(
    path: Path, rows: Sequence[Shown], table: npt.NDArray[np.float32], **more: npt.NDArray[Any]
) -> None:
    """Rows as flat arrays, each with its ``</s>``, whose link is the source's ``</s>``."""
    eos = np.asarray([vocabulary.EOS], dtype=np.int16)
    source, source_at = _pack([np.append(row.source, eos) for row in rows])
    target, target_at = _pack([np.append(row.target, eos) for row in rows])
    links, _ = _pack([np.append(row.links, np.int16(len(row.source))) for row in rows])
    draft = path.with_suffix(".part.npz")
    np.savez(
        draft,
        source=source,
        source_at=source_at,
        target=target,
        target_at=target_at,
        links=links,
        weight=np.asarray([row.weight for row in rows], dtype=np.float32),
        best=np.asarray([row.best for row in rows], dtype=np.float32),
        embeddings=table,
        **more,
    )
    draft.replace(path)


def read(arrays: Any) -> Iterator[Shown]:
    """The rows of :func:`write` again."""
    flat = {name: arrays[name] for name in arrays.files}
    source_at, target_at = flat["source_at"].tolist(), flat["target_at"].tolist()
    for i, (weight, best) in enumerate(zip(flat["weight"], flat["best"], strict=True)):
        here = slice(source_at[i], source_at[i + 1] - 1)
        there = slice(target_at[i], target_at[i + 1] - 1)
        yield Shown(
            flat["source"][here],
            flat["target"][there],
            flat["links"][there],
            float(weight),
            float(best),
        )
