"""A word aligner over pieces, and starting embeddings made with it; numpy alone.

IBM model 1 (Brown et al. 1993) with a fixed diagonal prior in the manner of fast_align
(Dyer et al. 2013), trained in both directions; a target piece is linked to the source piece
with the largest product of the two posteriors, if that product is large enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int16]
Table = npt.NDArray[np.float32]

DIAGONAL = 4.0  # sharpness of the prior, fast_align's starting value
NULL = 0.08  # prior mass of "aligned to nothing", likewise
LINKED = 0.15  # least product of posteriors for a link
_BLOCK = 400_000  # cells (pairs x S x T) worked on at a time


def _blocks(
    sources: Sequence[Ids], targets: Sequence[Ids], pad: int
) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Pairs by like length: (indices (B,), padded sources (B, S), padded targets (B, T))."""
    order = sorted(range(len(sources)), key=lambda i: (len(targets[i]), len(sources[i])))
    start = 0
    while start < len(order):
        stop = start + 1
        wide, high = len(sources[order[start]]), len(targets[order[start]])
        while stop < len(order):
            wide = max(wide, len(sources[order[stop]]))
            high = max(high, len(targets[order[stop]]))
            if (stop + 1 - start) * wide * high > _BLOCK:
                break
            stop += 1
        rows = order[start:stop]
        left = np.full((len(rows), max(len(sources[i]) for i in rows)), pad, dtype=np.int64)
        right = np.full((len(rows), max(len(targets[i]) for i in rows)), pad, dtype=np.int64)
        for row, i in enumerate(rows):
            left[row, : len(sources[i])] = sources[i]
            right[row, : len(targets[i])] = targets[i]
        yield np.asarray(rows), left, right
        start = stop


def _prior(left: npt.NDArray[np.int64], right: npt.NDArray[np.int64], pad: int) -> Table:
    """Diagonal prior (B, S, T), summing to 1 - NULL over S for each real target position."""
    wide = (left != pad).sum(1)[:, None, None]
    high = (right != pad).sum(1)[:, None, None]
    i = (np.arange(left.shape[1], dtype=np.float32)[None, :, None] + 0.5) / wide
    j = (np.arange(right.shape[1], dtype=np.float32)[None, None, :] + 0.5) / high
    j = np.minimum(j, 1)  # beyond the end: padding, whose links nobody reads
    weight = np.exp(-DIAGONAL * np.abs(i - j), dtype=np.float32)
    weight *= (left != pad)[:, :, None]
    weight *= (1 - NULL) / weight.sum(1, keepdims=True)
    prior: Table = weight.astype(np.float32)
    return prior


def _posterior(table: Table, left: Any, right: Any, pad: int) -> tuple[Table, Table]:
    """Posterior of each link (B, S, T), and of "nothing" (B, T). ``table[t, s]`` is p(t | s)."""
    joint = table[right[:, None, :], left[:, :, None]] * _prior(left, right, pad)
    nothing = table[right, pad] * np.float32(NULL)
    total = joint.sum(1) + nothing + np.float32(1e-30)
    return joint / total[:, None, :], nothing / total


def train(sources: Sequence[Ids], targets: Sequence[Ids], vocabulary: int, rounds: int) -> Table:
    """p(target piece | source piece) as a dense (vocabulary, vocabulary) table.

    Column ``vocabulary - 1`` (``<pad>``) stands for the empty word.
    """
    pad = vocabulary - 1
    table = np.ones((vocabulary, vocabulary), dtype=np.float32)
    for _ in range(rounds):
        counts = np.full((vocabulary, vocabulary), 1e-6, dtype=np.float32)
        for _rows, left, right in _blocks(sources, targets, pad):
            links, nothing = _posterior(table, left, right, pad)
            real = right != pad
            links *= real[:, None, :]
            keys = right[:, None, :] * vocabulary + left[:, :, None]
            np.add.at(counts.reshape(-1), keys.reshape(-1), links.reshape(-1))
            np.add.at(counts.reshape(-1), (right * vocabulary + pad)[real], nothing[real])
        counts /= counts.sum(0, keepdims=True)
        table = counts
    return table


def link(
    sources: Sequence[Ids], targets: Sequence[Ids], forward: Table, backward: Table
) -> list[Ids]:
    """For each pair, the source position of each target piece, -1 where none is sure.

    ``forward`` is p(target | source), ``backward`` p(source | target), as from :func:`train`.
    """
    pad = forward.shape[0] - 1
    found: list[Ids] = [np.zeros(0, dtype=np.int16)] * len(sources)
    for rows, left, right in _blocks(sources, targets, pad):
        there, _ = _posterior(forward, left, right, pad)
        back, _ = _posterior(backward, right, left, pad)
        both = there * back.transpose(0, 2, 1)
        best = both.argmax(1)
        sure = np.take_along_axis(both, best[:, None, :], 1)[:, 0, :] >= LINKED
        choice = np.where(sure, best, -1).astype(np.int16)
        for row, i in enumerate(rows):
            found[i] = choice[row, : len(targets[i])].copy()
    return found


def embeddings(
    sources: Sequence[Ids],
    targets: Sequence[Ids],
    links: Sequence[Ids],
    vocabulary: int,
    width: int,
    seed: int,
) -> Table:
    """Starting embeddings in which a piece lies near its translations; (vocabulary, width).

    Each English piece is described by the English pieces two to either side and itself; each
    Indonesian piece by those around the pieces it is linked to. Positive pointwise mutual
    information, a randomised SVD (Halko et al. 2011), and noise, so that the two sides of a
    translation stay apart. Rows have length 1; ``<pad>`` is zero.
    """
    counts = np.zeros((vocabulary, vocabulary), dtype=np.float32)
    gap = np.full(2, -1, dtype=np.int64)
    english, indonesian = [], []
    for source, target, where in zip(sources, targets, links, strict=True):
        english += [target.astype(np.int64), gap]
        linked = np.where(where >= 0, source[np.maximum(where, 0)].astype(np.int64), -1)
        indonesian += [linked, gap]
    text, partner = np.concatenate(english), np.concatenate(indonesian)
    for offset, weight in ((-2, 0.5), (-1, 1.0), (0, 2.0), (1, 1.0), (2, 0.5)):
        around = np.roll(text, -offset)
        for rows in (text, partner):
            usable = (rows >= 0) & (around >= 0)
            keys = rows[usable] * vocabulary + around[usable]
            np.add.at(counts.reshape(-1), keys, np.float32(weight))
    total = counts.sum()
    expected = counts.sum(1, keepdims=True) * (counts.sum(0, keepdims=True) / total) ** 0.75
    expected *= total / expected.sum()
    mutual = np.log(np.maximum(counts, 1e-9) / (expected + 1e-9))
    np.maximum(mutual, 0, out=mutual)
    dice = np.random.default_rng(seed)
    probe = dice.standard_normal((vocabulary, width + 16), dtype=np.float32)
    basis, _ = np.linalg.qr(mutual @ (mutual.T @ (mutual @ probe)))
    left, sizes, _ = np.linalg.svd(basis.T @ mutual, full_matrices=False)
    vectors = (basis @ left)[:, :width] * np.sqrt(sizes[:width])

    def unit(rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
        result: npt.NDArray[Any] = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
        return result

    noise = dice.standard_normal((vocabulary, width), dtype=np.float32)
    table = unit(unit(vectors) + unit(noise)).astype(np.float32)
    table[vocabulary - 1] = 0
    return table
