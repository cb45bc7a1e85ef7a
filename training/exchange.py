"""More pairs out of those there are: other figures, other names, the same on both sides.

A corpus shows each year and each name with its own sentence only, and a model learns to expect
them instead of reading them. A pair stays a translation when a figure that stands on both sides
becomes another one on both.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from training.corpus import Pair

#: Figures that stand alone: not COVID-19, 21st, 1990-1995 or 1990-an.
_FIGURE = re.compile(r"(?<![\w.,:/-])\d[\d.,]*\d(?![\w:/-])")
_NAME = re.compile(r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})+")
_WORDS = 3  # the longest name
_WEIGHT, _BEST = 1.0, 0.3  # showings, as for pairs in headline dress


def _digits(figure: str) -> str:
    return re.sub(r"\D", "", figure)


def _another(digits: str, dice: random.Random) -> str:
    """As many digits: a day for a day, a year for a year, a round figure for a round one."""
    value = int(digits)
    if len(digits) == 2:
        return str(dice.randint(10, 31) if value <= 31 else dice.randint(32, 99))
    if len(digits) == 4 and 1900 <= value < 2100:
        return str(dice.randint(1950, 2039))
    head = digits.rstrip("0")
    fresh = [dice.choice("123456789"), *(dice.choice("0123456789") for _ in head[1:])]
    return "".join(fresh) + "0" * (len(digits) - len(head))


def figures(pair: Pair, dice: random.Random) -> tuple[str, str]:
    """Both sides with other figures of two digits and more; as they were unless all agree.

    Thousands and decimals keep the marks of their side: 1.250 beside 1,250.
    """
    here, there = (Counter(map(_digits, _FIGURE.findall(side))) for side in (pair.id, pair.en))
    if here != there or any(digits.startswith("0") for digits in here):
        return pair.id, pair.en
    fresh = {digits: _another(digits, dice) for digits in here}

    def swap(match: re.Match[str]) -> str:
        rest = iter(fresh[_digits(match[0])])
        return re.sub(r"\d", lambda _: next(rest), match[0])

    return _FIGURE.sub(swap, pair.id), _FIGURE.sub(swap, pair.en)


def shared_names(pair: Pair) -> list[str]:
    """Names of two words and more that stand, letter for letter, once on either side."""
    found = []
    for run in _NAME.findall(pair.en):
        words = run.split()
        for start in range(max(0, len(words) - _WORDS), len(words) - 1):
            name = " ".join(words[start:])
            if pair.id.count(name) == pair.en.count(name) == 1:
                found.append(name)
                break
    return found


def exchanged(pairs: Sequence[Pair], share: float, seed: int) -> list[Pair]:
    """Extra pairs, from about ``share`` of those of the best prose that have what to exchange."""
    dice = random.Random(seed)
    prose = [pair for pair in pairs if pair.best > 0]
    pool = list(dict.fromkeys(name for pair in prose for name in shared_names(pair)))
    return list(_extra(prose, pool, share, dice))


def _extra(
    prose: Iterable[Pair], pool: Sequence[str], share: float, dice: random.Random
) -> Iterable[Pair]:
    for pair in prose:
        if dice.random() >= share:
            continue
        source, target = figures(pair, dice)
        for name in shared_names(pair):
            other = dice.choice(pool)
            source, target = source.replace(name, other), target.replace(name, other)
        if source != pair.id:
            yield Pair(pair.source, pair.licence, _WEIGHT, _BEST, source, target)
