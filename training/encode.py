"""The stage before training: all that the network is shown, out of pairs and back-translations."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from training import aligner, exchange, first, kinds, quoting, sentences, synonyms, vocabulary
from training.contexts import Contexts
from training.corpus import Pair
from training.lexicon import Lexicon
from training.marks import Marker, Row
from training.prepare import lines
from training.settings import SEED, Schedule
from training.shown import Ids, Shown, read, write

MARKED = 0.3  # of the showings of a pair that can be marked
LEAST_MARKED = 0.4  # showings of pairs that are marked: prose, not software's messages
SAMPLED = 0.3  # of the showings of the best prose: its source cut in other pieces
SAMPLED_ALPHA = 0.3  # how unlike the likeliest cut those are (Kudo 2018 takes 0.1 to 0.5)
QUOTED = 0.2  # of the showings of the best prose: with part of it in quotation marks
BACK_WEIGHT, BACK_BEST = 0.8, 0.5  # showings of a back-translated pair
RARE_WEIGHT, RARE_BEST = 1.0, 0.6  # and of one with the dictionary's words in it
CONTEXT_WEIGHT, CONTEXT_BEST = 1.0, 0.5  # and of one with seldom words in other words' places
OTHER_WEIGHT, OTHER_BEST = 1.0, 0.5  # and of one with a kind of place, or a newspaper's word
WRITTEN_WEIGHT, WRITTEN_BEST = 2.0, 1.0  # and of a sentence of news that was written for this
NESTED_WEIGHT, NESTED_BEST = 0.5, 0.25  # and of one that is a quotation within a quotation
ELSEWHERE = 0.4  # of the back-translated pairs that name places or people: with others
Say = Callable[[str], None]


def encode(
    pairs: Sequence[Pair],
    back: Sequence[tuple[str, str]],
    rare: Sequence[tuple[str, str]],
    mono: tuple[Path, Path],
    model: Path,
    work: Path,
    schedule: Schedule,
    say: Say,
) -> Path:
    """``work/encoded.npz``, what the network is shown: arrays as from
    :func:`training.prepare.align`.

    The pairs as they are, and part of them with marks and cut in other pieces instead (prose
    only); back-translated ones, ``back`` and ``rare`` of :func:`training.back.pairs`, marked
    as such; and some of both with seldom words in them. ``mono`` are files of Indonesian and of
    English, which need not be there.
    """
    kept = work / "encoded.npz"
    if kept.exists():
        return kept
    with np.load(work / "aligned.npz") as arrays:
        which, table = arrays["which"], arrays["embeddings"]
        rows = list(read(arrays))
    link = _Linker(model, work / "lexicon.npz")
    shown: list[Shown] = []
    marker = Marker(model, SEED)
    prose = [i for i, row in enumerate(rows) if row.best > 0]
    cut = vocabulary.encode(model, [pairs[which[i]].id for i in prose], sampled=SAMPLED_ALPHA)
    relinked = link.of(cut, [rows[i].target for i in prose])
    for i, source, links in zip(prose, cut, relinked, strict=True):
        row = rows[i]
        if 0 < len(source) < schedule.longest:
            part, rest = SAMPLED, 1 - SAMPLED
            shown.append(Shown(source, row.target, links, row.weight * part, row.best * part))
            rows[i] = replace(row, weight=row.weight * rest, best=row.best * rest)
    say(f"{len(shown)} sources cut in other pieces too")
    usual = [rows[i] for i in prose]
    indonesian, english = mono
    quoter = Marker(model, SEED + 1)
    quoted = {
        i: texts
        for i in prose
        if (texts := quoter.quote(rows[i].source, rows[i].target, rows[i].links)) is not None
    }
    shown += _with_quotations(rows, quoted, link, schedule)
    texts = [(pairs[which[i]].id, pairs[which[i]].en) for i in prose]
    names = exchange.written_names(lines(indonesian), pairs)
    nested = quoting.Quoter(names, SEED).of([*quoted.values(), *texts]) if names else []
    shown += _shown(link(nested), NESTED_WEIGHT, NESTED_BEST, schedule)
    say(f"{len(quoted)} pairs with quotation marks, {len(nested)} with quotations within others")
    towns = kinds.towns(lines(indonesian))
    written = sentences.filled(towns, SEED)
    rows += _shown(link(written), WRITTEN_WEIGHT, WRITTEN_BEST, schedule)
    say(f"{len(written)} sentences of news that were written for this")
    kind = kinds.Kinds(exchange.countries(), towns, SEED)
    shown += _shown(link(_otherwise(texts, kind, say)), OTHER_WEIGHT, OTHER_BEST, schedule)
    shown += _with_marks(rows, marker, schedule, say)
    elsewhere = exchange.elsewhere(back, names, ELSEWHERE, SEED)
    tag = np.asarray([vocabulary.pieces(model)[vocabulary.BACK]], dtype=np.int16)
    parts = (
        (elsewhere, BACK_WEIGHT, BACK_BEST),
        (_otherwise(elsewhere, kind, say), OTHER_WEIGHT, OTHER_BEST),
        (rare, RARE_WEIGHT, RARE_BEST),
    )
    made = [
        row
        for some, weight, best in parts
        for row in _shown(link(some), weight, best, schedule, before=len(tag))
    ]
    lexicon = Lexicon(pairs, lines(indonesian), lines(english))
    contexts = Contexts(pairs, lexicon, lines(english), model, SEED)
    shown += _with_seldom(usual, contexts, schedule, say)
    for row in [
        *_with_marks(made, marker, schedule, say),
        *_with_seldom(made, contexts, schedule, say),
    ]:
        links = np.where(row.links >= 0, row.links + np.int16(1), row.links)
        shown.append(replace(row, source=np.concatenate([tag, row.source]), links=links))
    shown = list(first.Firsts(model, SEED).small(shown))
    write(kept, shown, table)
    pieces = {
        phase: sum((len(row.target) + 1) * getattr(row, phase) for row in shown)
        for phase in ("weight", "best")
    }
    say(
        f"encoded {len(shown)} rows; English pieces a virtual epoch: {pieces['weight']:,.0f}, "
        f"{pieces['best']:,.0f} in the decay"
    )
    return kept


def _otherwise(
    texts: Sequence[tuple[str, str]], kind: kinds.Kinds, say: Say
) -> list[tuple[str, str]]:
    """Twins of some texts with kinds of places and people, and with the words of newspapers."""
    named = [*kind.of(texts), *kind.first(texts)]
    worded = synonyms.Synonyms(SEED).of(texts)
    say(f"{len(named)} pairs with kinds of places and people, {len(worded)} in newspapers' words")
    return named + worded


class _Linker:
    """Links pieces of pairs by the aligner's tables."""

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


def _with_quotations(
    rows: list[Shown], texts: Mapping[int, tuple[str, str]], link: _Linker, schedule: Schedule
) -> list[Shown]:
    """Twins of some rows, by ``texts`` of theirs with a part in quotation marks, shown ``QUOTED``
    of the time instead; the rows' own shares are lowered in place."""
    found = []
    for i, (source, target, links) in zip(texts, link(texts.values()), strict=True):
        row = rows[i]
        if max(len(source), len(target)) < schedule.longest:
            share, rest = QUOTED, 1 - QUOTED
            found.append(Shown(source, target, links, row.weight * share, row.best * share))
            rows[i] = replace(row, weight=row.weight * rest, best=row.best * rest)
    return found


def _shown(
    rows: Sequence[Row], weight: float, best: float, schedule: Schedule, before: int = 0
) -> list[Shown]:
    """Those of the rows that are not too long; ``before`` pieces are yet to be put before their
    sources."""
    return [
        Shown(*row, weight, best)
        for row in rows
        if 0 < len(row[0]) < schedule.longest - before and 0 < len(row[1]) < schedule.longest
    ]


def _with_seldom(
    rows: Sequence[Shown], contexts: Contexts, schedule: Schedule, say: Say
) -> list[Shown]:
    """Twins of some rows with seldom words in place of common ones."""
    made = contexts.of([(row.source, row.target, row.links) for row in rows])
    found = [
        Shown(*row, CONTEXT_WEIGHT, CONTEXT_BEST)
        for _, row in made
        if max(len(row[0]), len(row[1])) < schedule.longest - 1
    ]
    say(f"{len(found)} of {len(rows)} pairs with seldom words in other words' places")
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
