"""Pairs of texts as what the network is shown: pieces of both, and links between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np

from training import aligner, vocabulary
from training.marks import Row
from training.shown import Ids, Shown


class Linker:
    """Cuts texts into pieces and links them by the aligner's tables."""

    def __init__(self, model: Path, tables: Path) -> None:
        self._model = model
        with np.load(tables) as kept:
            self._forward, self._backward = (
                kept[name].astype(np.float32) for name in ("forward", "backward")
            )

    def of(self, left: Sequence[Ids], right: Sequence[Ids]) -> list[Ids]:
        """For each pair, the place in the source of each piece of the target."""
        return aligner.link(left, right, self._forward, self._backward)

    def __call__(self, texts: Collection[tuple[str, str]]) -> list[Row]:
        """The pieces and the links of pairs of texts."""
        left = vocabulary.encode(self._model, [source for source, _ in texts])
        right = vocabulary.encode(self._model, [target for _, target in texts])
        return list(zip(left, right, self.of(left, right), strict=True))

    def shown(
        self,
        texts: Collection[tuple[str, str]],
        weight: float,
        best: float,
        longest: int,
        before: int = 0,
    ) -> list[Shown]:
        """Those of the texts that have fewer than ``longest`` pieces; ``before`` pieces are yet to
        be put before one of their sides."""
        return [
            Shown(*row, weight, best)
            for row in self(texts)
            if all(0 < len(side) < longest - before for side in row[:2])
        ]
