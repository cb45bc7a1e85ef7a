"""The stage before training: all that the network is shown, out of pairs and back-translations."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from training import exchange, first, kinds, quoting, sentences, synonyms, vocabulary
from training.contexts import Contexts
from training.corpus import Pair
from training.lexicon import Lexicon
from training.linker import Linker
from training.marks import Marker
from training.prepare import lines
from training.settings import SEED, Schedule
from training.shown import Ids, Shown, read, write

MARKED = 0.2  # of the showings of a pair that can be marked
LEAST_MARKED = 0.4  # showings of pairs that are marked: prose, not software's messages
SAMPLED = 0.3  # of the showings of the best prose: its source cut in other pieces
SAMPLED_ALPHA = 0.3  # how unlike the likeliest cut those are (Kudo 2018 takes 0.1 to 0.5)
QUOTED = 0.1  # of the showings of the best prose: with part of it in quotation marks
TITLED = 0.05  # and with some of it in capitals
BACK_WEIGHT, BACK_BEST = 0.8, 0.5  # showings of a back-translated pair
RARE_WEIGHT, RARE_BEST = 1.0, 0.6  # and of one with the dictionary's words in it
CONTEXT_WEIGHT, CONTEXT_BEST = 1.0, 0.5  # and of one with seldom words in other words' places
OTHER_WEIGHT, OTHER_BEST = 1.0, 0.5  # and of one with a kind of place, or a newspaper's word
WRITTEN_WEIGHT, WRITTEN_BEST = 2.0, 1.0  # and of a sentence of news that was written for this
TWO_WEIGHT, TWO_BEST = 1.0, 0.5  # and of two sentences in one
TWO = 0.2  # of the sentences of the best prose that stand in such pairs too
NESTED_WEIGHT, NESTED_BEST = 0.5, 0.25  # and of one that is a quotation within a quotation
ELSEWHERE = 0.4  # of the back-translated pairs that name places or people: with others
Say = Callable[[str], None]
_SENTENCE = re.compile(r"[A-Z].{5,180}[.?!]")


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
    making = _Making(pairs, mono, model, work, schedule, say)
    shown = making.of_pairs(rows, [(pairs[i].id, pairs[i].en) for i in which])
    shown += making.of_back(back, rare)
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


class _Making:
    """Makes what is shown out of pairs; draws the same for the same order of calls."""

    def __init__(
        self,
        pairs: Sequence[Pair],
        mono: tuple[Path, Path],
        model: Path,
        work: Path,
        schedule: Schedule,
        say: Say,
    ) -> None:
        indonesian, english = (list(lines(path)) for path in mono)
        self._model, self._schedule, self._say = model, schedule, say
        self._link = Linker(model, work / "lexicon.npz")
        self._marker = Marker(model, SEED)
        self._names = exchange.written_names(indonesian, pairs)
        self._towns = kinds.towns(indonesian)
        self._kinds = kinds.Kinds(exchange.countries(), self._towns, SEED)
        lexicon = Lexicon(pairs, indonesian, english)
        self._contexts = Contexts(pairs, lexicon, english, model, SEED)

    def of_pairs(self, rows: list[Shown], texts: Sequence[tuple[str, str]]) -> list[Shown]:
        """The pairs, ``rows`` and their ``texts``, and what is made of those that are prose; the
        shares of ``rows`` are lowered in place."""
        prose = [at for at, row in enumerate(rows) if row.best > 0]
        shown = self._cut_otherwise(rows, prose, [texts[at][0] for at in prose])
        usual = [rows[at] for at in prose]
        quoter = Marker(self._model, SEED + 1)
        quoted = {
            at: found
            for at in prose
            if (found := quoter.quote(rows[at].source, rows[at].target, rows[at].links)) is not None
        }
        shown += self._in_other_words(rows, quoted, QUOTED)
        shown += self._with_capitals(rows, prose)
        mine = [texts[at] for at in prose]
        nested = quoting.Quoter(self._names, SEED) if self._names else None
        within = nested.of([*quoted.values(), *mine]) if nested else []
        shown += self._shown(within, NESTED_WEIGHT, NESTED_BEST)
        self._say(f"{len(quoted)} pairs with quotation marks, {len(within)} with others in them")
        shown += self._shown(two_in_one(mine, TWO, SEED), TWO_WEIGHT, TWO_BEST)
        written = sentences.filled(self._towns, SEED)
        self._say(f"{len(written)} sentences of news that were written for this")
        rows += self._shown(written, WRITTEN_WEIGHT, WRITTEN_BEST)
        shown += self._shown(self._otherwise(mine), OTHER_WEIGHT, OTHER_BEST)
        return shown + self._with_marks(rows) + self._with_seldom(usual)

    def of_back(
        self, back: Sequence[tuple[str, str]], rare: Sequence[tuple[str, str]]
    ) -> list[Shown]:
        """Back-translated pairs, and what is made of them, their sources marked as such."""
        elsewhere = exchange.elsewhere(back, self._names, ELSEWHERE, SEED)
        parts = (
            (elsewhere, BACK_WEIGHT, BACK_BEST),
            (self._otherwise(elsewhere), OTHER_WEIGHT, OTHER_BEST),
            (rare, RARE_WEIGHT, RARE_BEST),
        )
        tag = vocabulary.back(self._model)
        made = [row for part in parts for row in self._shown(*part, before=len(tag))]
        return [
            replace(
                row,
                source=np.concatenate([tag, row.source]),
                links=np.where(row.links >= 0, row.links + np.int16(len(tag)), row.links),
            )
            for row in [*self._with_marks(made), *self._with_seldom(made)]
        ]

    def _shown(
        self, texts: Collection[tuple[str, str]], weight: float, best: float, before: int = 0
    ) -> list[Shown]:
        return self._link.shown(texts, weight, best, self._schedule.longest, before)

    def _cut_otherwise(
        self, rows: list[Shown], places: Sequence[int], sources: Sequence[str]
    ) -> list[Shown]:
        """Twins of the rows at some places with their sources cut in other pieces, shown
        ``SAMPLED`` of the time instead."""
        cut = vocabulary.encode(self._model, sources, sampled=SAMPLED_ALPHA)
        relinked = self._link.of(cut, [rows[at].target for at in places])
        found = []
        for at, source, links in zip(places, cut, relinked, strict=True):
            if 0 < len(source) < self._schedule.longest:
                found.append(_shared(rows, at, source, rows[at].target, links, SAMPLED))
        self._say(f"{len(found)} sources cut in other pieces too")
        return found

    def _with_capitals(self, rows: list[Shown], places: Sequence[int]) -> list[Shown]:
        """Twins of the rows at some places with names of bodies and works in them."""
        titler = Marker(self._model, SEED + 2)
        titled = {
            at: found
            for at in places
            if (found := titler.title(rows[at].source, rows[at].target, rows[at].links)) is not None
        }
        self._say(f"{len(titled)} pairs with more capitals")
        return self._in_other_words(rows, titled, TITLED)

    def _in_other_words(
        self, rows: list[Shown], texts: Mapping[int, tuple[str, str]], share: float
    ) -> list[Shown]:
        """Twins of some rows, by ``texts`` made of theirs, shown ``share`` of the time instead."""
        return [
            _shared(rows, at, *row, share)
            for at, row in zip(texts, self._link(texts.values()), strict=True)
            if max(len(row[0]), len(row[1])) < self._schedule.longest
        ]

    def _otherwise(self, texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Twins of some texts with kinds of places and people, and in the words of newspapers."""
        named = [*self._kinds.of(texts), *self._kinds.first(texts)]
        worded = synonyms.Synonyms(SEED).of(texts)
        self._say(f"{len(named)} pairs with kinds of places, {len(worded)} in newspapers' words")
        return named + worded

    def _with_seldom(self, rows: Sequence[Shown]) -> list[Shown]:
        """Twins of some rows with seldom words in place of common ones."""
        made = self._contexts.of([(row.source, row.target, row.links) for row in rows])
        found = [
            Shown(*row, CONTEXT_WEIGHT, CONTEXT_BEST)
            for _, row in made
            if max(len(row[0]), len(row[1])) < self._schedule.longest - 1
        ]
        self._say(f"{len(found)} of {len(rows)} pairs with seldom words in other words' places")
        return found

    def _with_marks(self, rows: Sequence[Shown]) -> list[Shown]:
        """The rows, and marked twins of some, which are shown ``MARKED`` of the time instead."""
        found: list[Shown] = []
        dice = random.Random(SEED)
        marked = 0
        for row in rows:
            # Of pairs that are seldom shown, every other one or so is marked and shown so always.
            rarely = row.weight < 1.0
            twin = None
            if row.weight >= LEAST_MARKED and (not rarely or dice.random() < MARKED):
                twin = self._marker.mark(row.source, row.target, row.links)
            if twin is None or max(len(twin[0]), len(twin[1])) >= self._schedule.longest - 1:
                found.append(row)
                continue
            marked += 1
            share = 1.0 if rarely else MARKED
            found.append(Shown(*twin, row.weight * share, row.best * share))
            if not rarely:
                rest = 1 - share
                found.append(replace(row, weight=row.weight * rest, best=row.best * rest))
        self._say(f"{marked} of {len(rows)} pairs with marks")
        return found


def two_in_one(texts: Sequence[tuple[str, str]], share: float, seed: int) -> list[tuple[str, str]]:
    """Pairs of two sentences each, out of ``share`` of those of ``texts`` that are whole ones.

    Some programs give a model a line of two sentences whole, and one that has never seen such a
    line leaves the second out.
    """
    dice = random.Random(seed)
    whole = [pair for pair in texts if all(map(_SENTENCE.fullmatch, pair))]
    some = dice.sample(whole, int(len(whole) * share))
    return [
        (f"{first[0]} {second[0]}", f"{first[1]} {second[1]}")
        for first, second in zip(some[::2], some[1::2], strict=False)
    ]


def _shared(
    rows: list[Shown], at: int, source: Ids, target: Ids, links: Ids, share: float
) -> Shown:
    """A twin of a row that takes a share of its showings; the row's own are lowered in place."""
    row, rest = rows[at], 1 - share
    rows[at] = replace(row, weight=row.weight * rest, best=row.best * rest)
    return Shown(source, target, links, row.weight * share, row.best * share)
