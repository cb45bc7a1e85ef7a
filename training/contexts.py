"""More contexts for words that the pairs seldom have, as Fadaee et al. 2017 make them.

Where a pair has a common word and its translation, a seldom one and its translation take their
place: *membeli mobil* and *buy a car* become *membeli boneka* and *buy a doll*. Where Fadaee et
al. ask a language model whether the new word fits, here people must have written it after the
English word before, and before the one after.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import sentencepiece

from training import vocabulary
from training.corpus import Pair
from training.lexicon import LEAST, SELDOM, Lexicon, kind
from training.marks import STOPWORDS, Row
from training.shown import respelt

MOST_EACH, MOST_OFTEN = 40, 80  # contexts for one word, and for one that is often written
MOST_WORDS = 2  # that are exchanged in one pair
DRAWN = 100  # words that are tried in one place

_EDGE = "."  # what stands before and after a sentence
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|[.,;:!?\"()]")
_PEOPLE = frozenset({"seorang", "para", "sang", "si", "pak", "bu", "bapak", "ibu", "orang"})
"""After these stand words for people."""
_VERB_NEXT = {"to", "i", "you", "we", "they", "he", "she", "it", "who", "not"}
_VERB_NEXT |= {"will", "would", "can", "could", "may", "must", "should"}
"""After these stands a verb, not the noun that is written like it."""


@dataclass(frozen=True)
class Place:
    """A word of the source and the word of the target that stands for it.

    Attributes:
        here: The pieces of the one.
        there: The pieces of the other.
        source: The word of the source, small.
        target: The word of the target, small.
        first: Whether each of them has the capital of a first word.
        preceding: The word before it in the source.
        before: The word before it in the target, small.
        after: The word or mark after it.
    """

    here: slice
    there: slice
    source: str
    target: str
    first: tuple[bool, bool]
    preceding: str
    before: str
    after: str


class Reader:
    """Finds the words of encoded pairs, and which stands for which."""

    def __init__(self, model: Path) -> None:
        self._words = vocabulary.Words(model)
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(model))

    def encode(self, word: str) -> vocabulary.Ids:
        """The pieces of one word."""
        return vocabulary.ids(self._processor, word)

    def _spelt(self, pieces: vocabulary.Ids) -> list[tuple[int, int, str]]:
        """(from, to, text) of the words of some pieces."""
        names = [self._words.names[piece] for piece in pieces.tolist()]
        return [
            (a, b, "".join(names[a:b]).replace(vocabulary.SPACE, ""))
            for a, b in self._words.spans(pieces)
        ]

    def places(self, row: Row) -> Iterator[Place]:
        """Single words that are linked to each other alone, with all their pieces: small ones, and
        those whose capital is that of the first word."""
        source, target, links = row
        left, right = self._spelt(source), self._spelt(target)
        owner = [at for at, (a, b, _) in enumerate(left) for _ in range(a, b)] + [-1]
        whose = [{owner[link] for link in links[a:b].tolist()} for a, b, _ in right]
        count = Counter(word for words in whose for word in words)
        for at, (low, high, english) in enumerate(right):
            word = min(whose[at], default=-1)
            if len(whose[at]) != 1 or word < 0 or count[word] != 1:
                continue
            start, stop, indonesian = left[word]
            first = (word == 0 and _capital(indonesian), at == 0 and _capital(english))
            if first[0]:
                indonesian = indonesian.lower()
            if first[1]:
                english = english.lower()
            if not english.islower() or not indonesian.islower():
                continue
            if english not in STOPWORDS and indonesian not in STOPWORDS:
                yield Place(
                    slice(start, stop),
                    slice(low, high),
                    indonesian,
                    english,
                    first,
                    preceding=left[word - 1][2].lower() if word else _EDGE,
                    before=right[at - 1][2].lower() if at else _EDGE,
                    after=right[at + 1][2].lower() if at + 1 < len(right) else _EDGE,
                )


def _capital(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


def _article(word: str) -> str:
    return "a" if word == "an" else word


class Contexts:
    """Seldom words, their translations, and where they fit."""

    def __init__(
        self,
        pairs: Sequence[Pair],
        lexicon: Lexicon,
        english: Iterable[str],
        model: Path,
        seed: int,
    ) -> None:
        """``english`` are lines that people wrote; they tell what a word may stand between."""
        self._reader, self._dice = Reader(model), random.Random(seed)
        self._lexicon = lexicon
        self._people = {
            two
            for pair in pairs
            if pair.weight >= LEAST
            for two in pairwise(_TOKEN.findall(pair.id.lower()))
            if two[0] in _PEOPLE
        }
        self._pools: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for word, ways in lexicon.ways.items():
            for way in ways:
                self._pools[kind(word, way)].append((word, way))
        self._before: dict[str, set[str]] = defaultdict(set)
        self._after: dict[str, set[str]] = defaultdict(set)
        wanted = {way for ways in lexicon.ways.values() for way in ways}
        for line in english:
            words = [_EDGE, *_TOKEN.findall(line), _EDGE]
            for at, word in enumerate(words):
                if word in wanted:
                    self._before[word].add(_article(words[at - 1].lower()))
                    self._after[word].add(words[at + 1].lower())
        self._given: Counter[str] = Counter()

    def of(self, rows: Sequence[Row]) -> list[tuple[int, Row]]:
        """(place in ``rows``, that row with seldom words in it) of those that have a place for
        one, in random order; no word is given more than ``MOST_EACH`` contexts in all, or
        ``MOST_OFTEN`` if Indonesians write it often."""
        made: list[tuple[int, Row]] = []
        for at in self._dice.sample(range(len(rows)), len(rows)):
            places = list(self._reader.places(rows[at]))
            self._dice.shuffle(places)
            chosen: list[tuple[Place, str, str]] = []
            for place in places:
                if len(chosen) < MOST_WORDS and (found := self._fitting(place)):
                    chosen.append((place, *found))
            if chosen:
                made.append((at, self._exchanged(rows[at], chosen)))
        return made

    def _fitting(self, place: Place) -> tuple[str, str] | None:
        """A seldom word and its translation, for a place where a common word has one that a
        dictionary lists."""
        if self._lexicon.sentences[place.source] < SELDOM:
            return None
        if place.target not in self._lexicon.listed.get(place.source, ()):
            return None
        wanted = kind(place.source, place.target)
        if wanted[-1] in {"NN", "NNS"} and place.before in _VERB_NEXT:
            return None
        pool = self._pools.get(wanted, [])
        for word, way in self._dice.sample(pool, min(DRAWN, len(pool))):
            if (
                self._given[word] < (MOST_OFTEN if word in self._lexicon.often else MOST_EACH)
                and (place.first[1] or _article(place.before) in self._before[way])
                and place.after in self._after[way]
                and (place.preceding not in _PEOPLE or (place.preceding, word) in self._people)
            ):
                self._given[word] += 1
                return word, way
        return None

    def _exchanged(self, row: Row, chosen: Sequence[tuple[Place, str, str]]) -> Row:
        """The row with other words in some places, an article before them that suits, and its
        links moved along."""
        source, target, links = row
        for place, word, _ in sorted(chosen, key=lambda each: -each[0].here.start):
            new = self._reader.encode(word.capitalize() if place.first[0] else word)
            source, links = respelt(source, links, place.here.start, place.here.stop, new)
        for place, _, way in sorted(chosen, key=lambda each: -each[0].there.start):
            new = self._reader.encode(way.capitalize() if place.first[1] else way)
            low, high = place.there.start, place.there.stop
            at = np.full(len(new), links[low], dtype=links.dtype)
            if place.before in {"a", "an"}:
                article = self._reader.encode("an" if way[0] in "aeiou" else "a")
                low -= len(self._reader.encode(place.before))
                at = np.concatenate([np.full(len(article), links[low], dtype=links.dtype), at])
                new = np.concatenate([article, new])
            target = np.concatenate([target[:low], new, target[high:]])
            links = np.concatenate([links[:low], at, links[high:]])
        return source, target, links
