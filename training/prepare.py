"""Stages before training: corpus -> clean pairs -> vocabulary -> aligned pairs."""

from __future__ import annotations

import json
import lzma
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from training import aligner, corpus, exchange, vocabulary
from training.corpus import Pair
from training.settings import SEED, Schedule, Shape
from training.shown import Shown, write

HEADLINES = 0.05  # of the best prose's shorter sentences: 2-3 % of all pairs shown
EXCHANGED = 0.25  # of the best prose, where there is a figure or a name to exchange
VOCABULARY_LINES = 250_000
ALIGNER_ROUNDS = 5
Say = Callable[[str], None]


def clean(table: Path, work: Path, say: Say) -> list[Pair]:
    """Clean pairs, from ``work/pairs.tsv.xz`` if it is there, else made and put there."""
    kept = work / "pairs.tsv.xz"
    if not kept.exists():
        pairs, lost = corpus.clean(chain(corpus.read(table), corpus.written()))
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


def lines(path: Path) -> Iterator[str]:
    """The lines of a file of text, ``.xz``; none if it is not there."""
    if path.exists():
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as found:
            yield from found


def learn_vocabulary(pairs: Sequence[Pair], work: Path, shape: Shape, say: Say) -> Path:
    """The SentencePiece model, trained unless it is there."""
    model = work / "sentencepiece.model"
    if not model.exists():
        say("learning the vocabulary")
        folder = work / "vocabulary"
        folder.mkdir(exist_ok=True)
        vocabulary.train(pairs, folder, shape.vocabulary, VOCABULARY_LINES, SEED).replace(model)
    return model


def align(
    pairs: Sequence[Pair], model: Path, work: Path, shape: Shape, schedule: Schedule, say: Say
) -> Path:
    """``work/aligned.npz``: every usable pair as ids, with links, weights; and embeddings.

    Arrays: ``source``, ``target`` and ``links`` (flat int16; each pair's target and links end
    in ``</s>``'s), ``source_at``, ``target_at`` (int64 offsets), ``weight``, ``best``
    (float32 a pair), ``which`` (each pair's place in ``pairs``), ``embeddings`` (vocabulary x
    width float32). The aligner's two tables go into ``lexicon.npz`` beside it.
    """
    kept = work / "aligned.npz"
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
    np.savez(
        work / "lexicon.npz",
        forward=forward.astype(np.float16),
        backward=backward.astype(np.float16),
    )
    links = aligner.link(left, right, forward, backward)
    say(f"linked: {np.mean(np.concatenate(links) >= 0):.2f} of the English pieces")
    table = aligner.embeddings(
        some_left, some_right, [links[i] for i in teach], shape.vocabulary, shape.width, SEED
    )
    rows = [
        Shown(source, target, where, pair.weight, pair.best)
        for source, target, where, pair in zip(left, right, links, chosen, strict=True)
    ]
    write(kept, rows, table, which=np.asarray(usable))
    say(f"aligned {len(chosen)} pairs")
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
