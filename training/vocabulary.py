"""The joint SentencePiece vocabulary, its normaliser included.

The ids used in training are the Marian ones: ``</s>`` 0, ``<unk>`` 1, the pieces from 2 on
in SentencePiece's order, ``<pad>`` last (it also starts the decoder).

Four pieces are control symbols: no text encodes to them, whatever stands in it; only who puts
them between pieces has them read.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import sentencepiece

from training.corpus import Pair
from training.normalise import write_rules
from training.settings import SEED

EOS, UNK = 0, 1
WAYS = 16  # to cut a word, of which one is drawn

TERM, MEANS, END = "<term>", "<means>", "</term>"
"""A term and how it is to be rendered: ``<term>`` its pieces ``<means>`` pieces ``</term>``."""

SPACE = "\u2581"
"""What stands before a word's first letter, or is a piece of its own there."""

BACK = "<back>"
"""First piece of a source that a machine translated from its target (Caswell et al. 2019)."""

CONTROLS = (TERM, MEANS, END, BACK)
Ids = npt.NDArray[np.int16]


def train(pairs: Sequence[Pair], folder: Path, size: int, lines: int, seed: int) -> Path:
    """Train on ``lines`` sentence pairs sampled by weight; return the ``.model`` file.

    ``size`` counts ``</s>``, ``<unk>`` and ``<pad>``, of which SentencePiece itself makes
    only ``<unk>``.
    """
    dice = random.Random(seed)
    chosen = dice.choices(pairs, weights=[pair.weight for pair in pairs], k=lines)
    text = folder / "vocabulary.txt"
    with text.open("w", encoding="utf-8") as out:
        for pair in dict.fromkeys(chosen):
            out.write(f"{pair.id}\n{pair.en}\n")
    rules = folder / "normalisation.tsv"
    write_rules(rules)
    sentencepiece.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(folder / "sentencepiece"),
        model_type="unigram",
        vocab_size=size - 2,
        character_coverage=0.9998,
        normalization_rule_tsv=str(rules),
        unk_id=0,
        bos_id=-1,
        eos_id=-1,
        pad_id=-1,
        control_symbols=list(CONTROLS),
        split_digits=True,
        num_threads=2,
        input_sentence_size=0,
        shuffle_input_sentence=False,
        minloglevel=1,
    )
    text.unlink()
    return folder / "sentencepiece.model"


def with_controls(model: bytes, given_up: Sequence[str]) -> bytes:
    """A SentencePiece model with the control symbols in the places of pieces ``given_up``.

    One that has them already comes back as it is.

    Raises:
        ValueError: if it lacks one of the pieces that are to make room.
    """
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    if all(processor.is_control(processor.piece_to_id(name)) for name in CONTROLS):
        return model
    from sentencepiece import sentencepiece_model_pb2 as layout  # needs protobuf

    content = layout.ModelProto()
    content.ParseFromString(model)
    places = {piece.piece: piece for piece in content.pieces}
    for name, control in zip(given_up, CONTROLS, strict=True):
        if name not in places:
            raise ValueError(f"the vocabulary has no {name!r} to give up for {control}")
        places[name].piece = control
        places[name].type = layout.ModelProto.SentencePiece.CONTROL
        places[name].score = 0.0
    made: bytes = content.SerializeToString(deterministic=True)
    return made


def pieces(model: Path) -> dict[str, int]:
    """Piece to Marian id, ``</s>``, ``<unk>`` and ``<pad>`` included."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    names = [processor.id_to_piece(i) for i in range(1, processor.get_piece_size())]
    table = {"</s>": EOS, "<unk>": UNK}
    for name in names:
        table[name] = len(table)
    table["<pad>"] = len(table)
    return table


def write_pieces(model: Path, path: Path) -> None:
    """Write Marian's ``vocab.json``."""
    path.write_text(json.dumps(pieces(model), ensure_ascii=False), encoding="utf-8")


def encode(model: Path, texts: Sequence[str], sampled: float | None = None) -> list[Ids]:
    """Marian ids of each text, one 1-d int16 array each, without ``</s>``.

    ``sampled`` draws one of the ways to cut each text instead of the likeliest (subword
    regularisation, Kudo 2018): the smaller the number, the less likely ones too. The draw is from
    a fixed seed.
    """
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    if sampled is None:
        rows = processor.encode(list(texts), num_threads=2)
    else:
        dice = random.Random(SEED)
        cuts = _Cuts(processor, sampled)
        rows = [[i for word in text.split() for i in cuts.draw(word, dice)] for text in texts]
    return [np.asarray(row, dtype=np.int16) + 1 for row in rows]


class _Cuts:
    """Ways to cut a word, drawn by their likelihood to the power ``alpha``.

    No piece spans two words, so that words cut one by one are a text cut at once. SentencePiece's
    own sampling (0.2.3) gives other cuts in each process, whatever its seed is set to.
    """

    def __init__(self, processor: sentencepiece.SentencePieceProcessor, alpha: float) -> None:
        self._processor, self._alpha = processor, alpha
        self._known: dict[str, tuple[list[list[int]], list[float]]] = {}

    def draw(self, word: str, dice: random.Random) -> list[int]:
        """The pieces of one way to cut ``word``."""
        if word not in self._known:
            ways = self._processor.nbest_encode(word, nbest_size=WAYS) or [[]]
            scores = [sum(map(self._processor.get_score, way)) for way in ways]
            likelihood = [math.exp(self._alpha * (score - scores[0])) for score in scores]
            self._known[word] = ways, list(accumulate(likelihood))
        ways, heaped = self._known[word]
        return dice.choices(ways, cum_weights=heaped)[0]


def back(model: Path) -> Ids:
    """``BACK`` as the pieces that stand before a text which a machine made."""
    return np.asarray([pieces(model)[BACK]], dtype=np.int16)


def ids(processor: sentencepiece.SentencePieceProcessor, text: str) -> Ids:
    """The Marian ids of a text's pieces, which are SentencePiece's and one."""
    return np.asarray(processor.encode(text), dtype=np.int16) + np.int16(1)


class Words:
    """Where the words of encoded text are.

    Attributes:
        names: The pieces, by id.
        begins: Which pieces begin a word.
        spells: Which pieces are of letters.
    """

    def __init__(self, model: Path) -> None:
        self.names = list(pieces(model))
        self.begins = np.array([name.startswith(SPACE) for name in self.names])
        self.spells = np.array(
            [any(map(str.isalpha, name)) or name in {SPACE, "-", "'"} for name in self.names]
        )

    def spans(self, text: Ids) -> list[tuple[int, int]]:
        """(from, to) of each word; a mark or figure is a word of its own."""
        spells = self.spells[text]
        new = self.begins[text] | ~spells
        new[1:] |= ~spells[:-1]
        starts = np.flatnonzero(new).tolist()
        if not starts or starts[0] != 0:
            starts = [0, *starts]
        return list(pairwise([*starts, len(text)]))
