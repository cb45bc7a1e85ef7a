"""Sentences whose first word is in small letters, where the vocabulary has it in fewer pieces.

The vocabulary has *banjir* as one piece, but *Banjir* as three, which tell nothing of the other. In
news one first word in five is of that kind, and most of them are hardly ever first in the pairs. So
padanan gives them to the model in small letters, and the model is shown half of them so: the other
half are for programs that do not know of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import sentencepiece

from training import vocabulary
from training.shown import Ids, Shown, respelt

SMALL = 0.5  # of the rows that begin with such a word
_FIRST_WORD = re.compile(r"[A-Z][a-z]+\b")


def small(texts: Sequence[str], model: Path) -> list[str]:
    """The texts as padanan gives them to a model: such words in small letters."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    found = []
    for text in texts:
        begun = text[0].lower() + text[1:] if _FIRST_WORD.match(text) else text
        fewer = begun != text and len(processor.encode(begun)) < len(processor.encode(text))
        found.append(begun if fewer else text)
    return found


class Firsts:
    """Knows which first words have fewer pieces in small letters."""

    def __init__(self, model: Path, seed: int) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
        names = list(vocabulary.pieces(model))
        self._names, self._tag = names, names.index(vocabulary.BACK)
        self._goes_on = [name.isalpha() and not name.startswith(vocabulary.SPACE) for name in names]
        self._known: dict[tuple[int, ...], Ids | None] = {}
        self._dice = np.random.default_rng(seed)

    def small(self, rows: Sequence[Shown]) -> Iterator[Shown]:
        """The rows, a random half of those that begin with such a word with that in small letters,
        its links moved along; ``vocabulary.BACK`` may stand before it."""
        for row, dice in zip(rows, self._dice.random(len(rows)), strict=True):
            yield self._small(row) if dice < SMALL else row

    def _small(self, row: Shown) -> Shown:
        source = row.source
        start = int(source[0] == self._tag)
        stop = start + 1
        while stop < len(source) and self._goes_on[source[stop]]:
            stop += 1
        new = self._fewer(tuple(source[start:stop].tolist()))
        if new is None:
            return row
        source, links = respelt(source, row.links, start, stop, new)
        return replace(row, source=source, links=links)

    def _fewer(self, pieces: tuple[int, ...]) -> Ids | None:
        """The pieces of a word in small letters, if those of its capital one are more."""
        if pieces not in self._known:
            word = "".join(self._names[piece] for piece in pieces)
            new = None
            if word.startswith(vocabulary.SPACE) and word[1:].isalpha() and word[1:].istitle():
                spelt = vocabulary.ids(self._processor, word[1:].lower())
                new = spelt if len(spelt) < len(pieces) else None
            self._known[pieces] = new
        return self._known[pieces]
