"""Stages before training: corpus -> clean pairs -> vocabulary -> aligned, encoded arrays."""

from __future__ import annotations

import json
import lzma
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training import aligner, corpus, exchange, vocabulary
from training.corpus import Pair
from training.settings import SEED, Schedule, Shape

HEADLINES = 0.05  # of the best prose's shorter sentences: 2-3 % of all pairs shown
EXCHANGED = 0.25  # of the best prose, where there is a figure or a name to exchange
VOCABULARY_LINES = 250_000
ALIGNER_ROUNDS = 5
Ids = npt.NDArray[np.int16]
Say = Callable[[str], None]


def clean(table: Path, work: Path, say: Say) -> list[Pair]:
    """Clean pairs, from ``work/pairs.tsv.xz`` if it is there, else made and put there."""
    kept = work / "pairs.tsv.xz"
    if not kept.exists():
        pairs, lost = corpus.clean(corpus.read(table))
        extra = corpus.headlines(pairs, HEADLINES, SEED)
        extra += exchange.exchanged(pairs, EXCHANGED, SEED)
        pairs += extra
        say(f"{len(pairs)} clean pairs, {len(extra)} of them made from others")
        say(f"taken out: {dict(lost.most_common())}")
        (work / "lost.json").write_text(json.dumps(lost), encoding="utf-8")
        draft = kept.with_suffix(".part")
        with lzma.open(draft, "wt", encoding="utf-8", preset=1) as out:
            for pair in pairs:
                row = (pair.source, pair.licence, pair.weight, pair.best, pair.id, pair.en)
                out.write("\t".join(map(str, row)) + "\n")
        draft.replace(kept)
    pairs = []
    with lzma.open(kept, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            source, licence, weight, best, left, right = line.rstrip("\n").split("\t")
            pairs.append(Pair(source, licence, float(weight), float(best), left, right))
    return pairs


def learn_vocabulary(pairs: Sequence[Pair], work: Path, shape: Shape, say: Say) -> Path:
    """The SentencePiece model, trained unless it is there."""
    model = work / "sentencepiece.model"
    if not model.exists():
        say("learning the vocabulary")
        folder = work / "vocabulary"
        folder.mkdir(exist_ok=True)
        vocabulary.train(pairs, folder, shape.vocabulary, VOCABULARY_LINES, SEED).replace(model)
    return model


def _pack(rows: Sequence[Ids]) -> tuple[Ids, npt.NDArray[np.int64]]:
    """Rows end to end, and the offsets (rows + 1,) at which each begins."""
    sizes = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    flat = np.concatenate(rows) if len(rows) else np.zeros(0, dtype=np.int16)
    return flat.astype(np.int16), np.concatenate([[0], np.cumsum(sizes)])


def encode(
    pairs: Sequence[Pair], model: Path, work: Path, shape: Shape, schedule: Schedule, say: Say
) -> Path:
    """``work/encoded.npz``: every usable pair as ids, with links, weights; and embeddings.

    Arrays: ``source``, ``target`` and ``links`` (flat int16; each pair's target and links end
    in ``</s>``'s), ``source_at``, ``target_at`` (int64 offsets), ``weight``, ``best``
    (float32 a pair), ``embeddings`` (vocabulary x width float32).
    """
    kept = work / "encoded.npz"
    if kept.exists():
        return kept
    left = vocabulary.encode(model, [pair.id for pair in pairs])
    right = vocabulary.encode(model, [pair.en for pair in pairs])
    usable = [
        i
        for i in range(len(pairs))
        if 0 < len(left[i]) < schedule.longest and 0 < len(right[i]) < schedule.longest
    ]
    left, right = [left[i] for i in usable], [right[i] for i in usable]
    chosen = [pairs[i] for i in usable]
    teach = [i for i, pair in enumerate(chosen) if pair.weight >= 0.3]
    say(f"aligning: {len(teach)} pairs to learn from, {len(chosen)} to link")
    some_left, some_right = [left[i] for i in teach], [right[i] for i in teach]
    forward = aligner.train(some_left, some_right, shape.vocabulary, ALIGNER_ROUNDS)
    backward = aligner.train(some_right, some_left, shape.vocabulary, ALIGNER_ROUNDS)
    links = aligner.link(left, right, forward, backward)
    say(f"linked: {np.mean(np.concatenate(links) >= 0):.2f} of the English pieces")
    table = aligner.embeddings(
        some_left, some_right, [links[i] for i in teach], shape.vocabulary, shape.width, SEED
    )
    eos = np.asarray([vocabulary.EOS], dtype=np.int16)
    links = [
        np.append(where, np.int16(len(source))) for where, source in zip(links, left, strict=True)
    ]
    source, source_at = _pack([np.append(row, eos) for row in left])
    target, target_at = _pack([np.append(row, eos) for row in right])
    draft = work / "encoded.part.npz"
    np.savez(
        draft,
        source=source,
        source_at=source_at,
        target=target,
        target_at=target_at,
        links=_pack(links)[0],
        weight=np.asarray([pair.weight for pair in chosen], dtype=np.float32),
        best=np.asarray([pair.best for pair in chosen], dtype=np.float32),
        embeddings=table,
    )
    draft.replace(kept)
    say(f"encoded {len(chosen)} pairs, {len(target)} English pieces")
    return kept


def census(pairs: Sequence[Pair]) -> list[tuple[str, str, int, float]]:
    """(origin, licence, pairs, showings per virtual epoch), largest share first."""
    count: Counter[tuple[str, str]] = Counter()
    shown: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        count[pair.source, pair.licence] += 1
        shown[pair.source, pair.licence] += pair.weight  # type: ignore[assignment]
    rows = [(*key, count[key], round(float(shown[key]), 1)) for key in count]
    return sorted(rows, key=lambda row: -row[3])
