"""The joint SentencePiece vocabulary, its normaliser included.

The ids used in training are the Marian ones: ``</s>`` 0, ``<unk>`` 1, the pieces from 2 on
in SentencePiece's order, ``<pad>`` last (it also starts the decoder).
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import sentencepiece

from training.corpus import Pair
from training.normalise import write_rules

EOS, UNK = 0, 1
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
        split_digits=True,
        num_threads=2,
        input_sentence_size=0,
        shuffle_input_sentence=False,
        minloglevel=1,
    )
    text.unlink()
    return folder / "sentencepiece.model"


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


def encode(model: Path, texts: Sequence[str]) -> list[Ids]:
    """Marian ids of each text, one 1-d int16 array each, without ``</s>``."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    rows = processor.encode(list(texts), num_threads=2)
    return [np.asarray(row, dtype=np.int16) + 1 for row in rows]
