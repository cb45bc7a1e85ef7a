"""Words of newspapers in the places of common ones that mean the same: *soal* for *tentang*, *usai*
for *setelah*, *digelar* for *diselenggarakan*.

News is full of them and the pairs have few; and a model of the other direction, which has learnt
from the same pairs, writes the common word each time. The English stays as it is, but for a verb of
saying that the newspaper's word tells apart: *katanya*, he said, but *imbuhnya*, he added.

``synonyms.tsv``, written for this by hand, has in each row a pattern for the common word, English
words of which the other side must have one, the newspaper's words, and, if another English word is
to take the place of the one, that.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.normalise import capital

MOST_EACH = 100  # pairs for one word
MOST_WORDS = 2  # that are exchanged in one pair
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LOOKED_AT = re.compile(r"\(\?[^()]*\)")  # what a pattern only looks at, before or after the word
_ENGLISH = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


@dataclass(frozen=True)
class Rule:
    """A row of ``synonyms.tsv``.

    Attributes:
        common: Finds the common word.
        beside: English words of which the other side must have one.
        words: What newspapers write.
        said: The English word that takes the place of the one in ``beside``; mostly none.
    """

    common: re.Pattern[str]
    beside: frozenset[str]
    words: tuple[str, ...]
    said: str = ""


def rules() -> dict[str, list[Rule]]:
    """The rows of ``synonyms.tsv`` by the first word that each looks for."""
    found: dict[str, list[Rule]] = defaultdict(list)
    path = Path(__file__).with_name("synonyms.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        common, beside, words, *said = line.split("\t")
        pattern = re.compile(rf"(?<![\w-])(?:{common})(?![\w-])", re.IGNORECASE)
        rule = Rule(pattern, frozenset(beside.split("|")), tuple(words.split("|")), *said)
        first = _WORD.search(_LOOKED_AT.sub("", common))
        assert first is not None, line
        found[first[0]].append(rule)
    return found


class Synonyms:
    """Puts the words of newspapers in; the same ones for the same seed and order of calls."""

    def __init__(self, seed: int) -> None:
        self._rules = rules()
        self._dice = random.Random(seed)
        self._given: Counter[str] = Counter()

    def of(self, texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Twins of those texts that have a common word, until each of the newspapers' words was
        given ``MOST_EACH`` times; texts are taken in random order."""
        order = self._dice.sample(range(len(texts)), len(texts))
        made = (self._exchanged(*texts[at]) for at in order)
        return [pair for pair in made if pair is not None]

    def _exchanged(self, source: str, target: str) -> tuple[str, str] | None:
        there = Counter(_ENGLISH.findall(target.lower()))
        fitting = [
            rule
            for word in sorted(self._rules.keys() & set(_WORD.findall(source.lower())))
            for rule in self._rules[word]
            if any(there[each] for each in rule.beside) and self._left(rule)
        ]
        self._dice.shuffle(fitting)
        before = source
        done = 0
        for rule in fitting:
            found = rule.common.findall(source)
            if done == MOST_WORDS or len(found) != 1:
                continue
            if rule.said:
                (beside,) = rule.beside
                if target.count(beside) != 1:
                    continue
                target = target.replace(beside, rule.said)
            # The one given least so far, so that none waits for long.
            word = min(self._left(rule), key=lambda each: self._given[each])
            self._given[word] += 1
            done += 1
            new = capital(word) if found[0][0].isupper() else word
            source = rule.common.sub(new, source)
        return (source, target) if source != before else None

    def _left(self, rule: Rule) -> list[str]:
        return [word for word in rule.words if self._given[word] < MOST_EACH]
