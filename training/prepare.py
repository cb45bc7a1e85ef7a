"""Stages before training: corpus -> clean pairs -> vocabulary -> aligned, encoded arrays."""

from __future__ import annotations

import json
import lzma
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from training import aligner, corpus, exchange, vocabulary
from training.corpus import Pair
from training.marks import Marker
from training.settings import SEED, Schedule, Shape

HEADLINES = 0.05  # of the best prose's shorter sentences: 2-3 % of all pairs shown
EXCHANGED = 0.25  # of the best prose, where there is a figure or a name to exchange
MARKED = 0.3  # of the showings of a pair that can be marked
LEAST_MARKED = 0.4  # showings of pairs that are marked: prose, not software's messages
SAMPLED = 0.3  # of the showings of the best prose: its source cut in other pieces
SAMPLED_ALPHA = 0.3  # how unlike the likeliest cut those are (Kudo 2018 takes 0.1 to 0.5)
QUOTED = 0.2  # of the showings of the best prose: with part of it in quotation marks
BACK_WEIGHT, BACK_BEST = 0.6, 0.3  # showings of a back-translated pair
RARE_WEIGHT, RARE_BEST = 1.0, 0.6  # and of one with the dictionary's words in it
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


def _pack(rows: Sequence[Ids]) -> tuple[Ids, npt.NDArray[np.int64]]:
    """Rows end to end, and the offsets (rows + 1,) at which each begins."""
    sizes = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    flat = np.concatenate(rows) if len(rows) else np.zeros(0, dtype=np.int16)
    return flat.astype(np.int16), np.concatenate([[0], np.cumsum(sizes)])


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
    _write(kept, rows, table, which=np.asarray(usable))
    say(f"aligned {len(chosen)} pairs")
    return kept


@dataclass(frozen=True)
class Shown:
    """A pair as the network is shown it: ids without ``</s>``, links, and how often."""

    source: Ids
    target: Ids
    links: Ids
    weight: float
    best: float


def _write(
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


def encode(
    pairs: Sequence[Pair],
    back: Sequence[tuple[str, str]],
    rare: Sequence[tuple[str, str]],
    model: Path,
    work: Path,
    schedule: Schedule,
    say: Say,
) -> Path:
    """``work/encoded.npz``, what the network is shown: arrays as from :func:`align`.

    The pairs as they are, and part of them with marks and cut in other pieces instead (prose
    only); and back-translated ones, ``back`` and ``rare`` of :func:`training.back.pairs`, marked
    as such.
    """
    kept = work / "encoded.npz"
    if kept.exists():
        return kept
    with np.load(work / "aligned.npz") as arrays:
        which, table = arrays["which"], arrays["embeddings"]
        rows = list(_rows(arrays))
    with np.load(work / "lexicon.npz") as tables:
        forward, backward = (tables[name].astype(np.float32) for name in ("forward", "backward"))
    shown: list[Shown] = []
    marker = Marker(model, SEED)
    prose = [i for i, row in enumerate(rows) if row.best > 0]
    cut = vocabulary.encode(model, [pairs[which[i]].id for i in prose], sampled=SAMPLED_ALPHA)
    relinked = aligner.link(cut, [rows[i].target for i in prose], forward, backward)
    for i, source, links in zip(prose, cut, relinked, strict=True):
        row = rows[i]
        if 0 < len(source) < schedule.longest:
            part, rest = SAMPLED, 1 - SAMPLED
            shown.append(Shown(source, row.target, links, row.weight * part, row.best * part))
            rows[i] = replace(row, weight=row.weight * rest, best=row.best * rest)
    say(f"{len(shown)} sources cut in other pieces too")
    shown += _with_quotations(rows, prose, model, forward, backward, schedule, say)
    shown += _with_marks(rows, marker, schedule, say)
    translated = [*back, *rare]
    left = vocabulary.encode(model, [source for source, _ in translated])
    right = vocabulary.encode(model, [target for _, target in translated])
    tag = np.asarray([vocabulary.pieces(model)[vocabulary.BACK]], dtype=np.int16)
    linked = aligner.link(left, right, forward, backward)
    shares = [(BACK_WEIGHT, BACK_BEST)] * len(back) + [(RARE_WEIGHT, RARE_BEST)] * len(rare)
    made = [
        Shown(source, target, links, *share)
        for source, target, links, share in zip(left, right, linked, shares, strict=True)
        if 0 < len(source) < schedule.longest - 1 and 0 < len(target) < schedule.longest
    ]
    for row in _with_marks(made, marker, schedule, say):
        links = np.where(row.links >= 0, row.links + np.int16(1), row.links)
        shown.append(replace(row, source=np.concatenate([tag, row.source]), links=links))
    _write(kept, shown, table)
    pieces = {
        phase: sum((len(row.target) + 1) * getattr(row, phase) for row in shown)
        for phase in ("weight", "best")
    }
    say(
        f"encoded {len(shown)} rows; English pieces a virtual epoch: {pieces['weight']:,.0f}, "
        f"{pieces['best']:,.0f} in the decay"
    )
    return kept


def _rows(arrays: Any) -> Iterator[Shown]:
    """The rows of :func:`_write` again."""
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


def _with_quotations(
    rows: list[Shown],
    prose: Sequence[int],
    model: Path,
    forward: Any,
    backward: Any,
    schedule: Schedule,
    say: Say,
) -> list[Shown]:
    """Twins of some of the best prose with part of it in quotation marks, shown ``QUOTED`` of the
    time instead; the rows' own shares are lowered in place."""
    quoter = Marker(model, SEED + 1)
    made = {
        i: texts
        for i in prose
        if (texts := quoter.quote(rows[i].source, rows[i].target, rows[i].links)) is not None
    }
    left = vocabulary.encode(model, [source for source, _ in made.values()])
    right = vocabulary.encode(model, [target for _, target in made.values()])
    found = []
    for i, source, target, links in zip(
        made, left, right, aligner.link(left, right, forward, backward), strict=True
    ):
        row = rows[i]
        if max(len(source), len(target)) < schedule.longest:
            share, rest = QUOTED, 1 - QUOTED
            found.append(Shown(source, target, links, row.weight * share, row.best * share))
            rows[i] = replace(row, weight=row.weight * rest, best=row.best * rest)
    say(f"{len(found)} pairs with quotation marks")
    return found


def _with_marks(rows: Sequence[Shown], marker: Marker, schedule: Schedule, say: Say) -> list[Shown]:
    """The rows, and marked twins of some, which are shown ``MARKED`` of the time instead."""
    found: list[Shown] = []
    dice = random.Random(SEED)
    marked = 0
    for row in rows:
        # Of pairs that are seldom shown, every other one or so is marked and shown so always.
        rarely = row.weight < 1.0
        twin = None
        if row.weight >= LEAST_MARKED and (not rarely or dice.random() < MARKED):
            twin = marker.mark(row.source, row.target, row.links)
        if twin is None or max(len(twin[0]), len(twin[1])) >= schedule.longest - 1:
            found.append(row)
            continue
        marked += 1
        share = 1.0 if rarely else MARKED
        found.append(Shown(*twin, row.weight * share, row.best * share))
        if not rarely:
            found.append(replace(row, weight=row.weight * (1 - share), best=row.best * (1 - share)))
    say(f"{marked} of {len(rows)} pairs with marks")
    return found


def census(pairs: Sequence[Pair]) -> list[tuple[str, str, int, float]]:
    """(origin, licence, pairs, showings per virtual epoch), largest share first."""
    count: Counter[tuple[str, str]] = Counter()
    shown: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        count[pair.source, pair.licence] += 1
        shown[pair.source, pair.licence] += pair.weight  # type: ignore[assignment]
    rows = [(*key, count[key], round(float(shown[key]), 1)) for key in count]
    return sorted(rows, key=lambda row: -row[3])
