"""More pairs out of those there are: other figures, names and places, the same on both sides.

A corpus shows each year and each name with its own sentence only, and a model learns to expect
them instead of reading them. A pair stays a translation when a figure that stands on both sides
becomes another one on both, and when Warsawa beside Warsaw becomes Praha beside Prague.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from training.corpus import Pair

#: Figures that stand alone: not COVID-19, 21st, 1990-1995 or 1990-an.
_FIGURE = re.compile(r"(?<![\w.,:/-])\d[\d.,]*\d(?![\w:/-])")
_NAME = re.compile(r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})+")
_WORDS = 3  # the longest name
_SMALL = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2}(?![\w'-])")
_INSIDE_OR_FIRST = re.compile(r"[A-Z][a-z]+")
_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}")
_NO_PLACE = {
    *("Pulau", "Kepulauan", "Wilayah", "Zona", "Lokasi", "Aksen", "Uni", "United", "Islands"),
    *("Netherlands", "Philippines", "Maldives", "Bahamas", "Comoros", "Republic", "Showa"),
    *("Georgia", "Dominika", "Jersey", "Niger", "Oseania", "Samoa", "Kongo", "Roma", "Center"),
}
"""Words of names that are left alone: of what is no place, takes an article in English, or is
another word or name as well."""
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


def countries() -> set[str]:
    """What Indonesian calls the countries of CLDR."""
    from babel import Locale

    territories: dict[str, str] = dict(Locale("id").territories)
    return {name for code, name in territories.items() if len(code) == 2}


def place_names() -> dict[str, str]:
    """Countries and the cities of time zones, Indonesian to English, from CLDR by babel.

    Only plain names that English uses without an article.
    """
    from babel import Locale

    here, there = Locale("id"), Locale("en")
    found = {
        here.territories[code]: name
        for code, name in there.territories.items()
        if len(code) == 2 and code in here.territories
    }
    for code, zone in here.time_zones.items():
        last = code.rpartition("/")[2].replace("_", " ")
        if "city" in zone:
            found[zone["city"]] = there.time_zones.get(code, {}).get("city", last)
    return {
        name: other
        for name, other in found.items()
        if _PLAIN.fullmatch(name)
        and _PLAIN.fullmatch(other)
        and not _NO_PLACE & {*name.split(), *other.split()}
    }


def moved(source: str, target: str, names: dict[str, str], dice: random.Random) -> tuple[str, str]:
    """Both sides with other places for those that stand once on either side, under their names."""
    indonesian, english = _places(tuple(names)), _places(tuple(names.values()))
    here, there = Counter(indonesian.findall(source)), Counter(english.findall(target))
    chosen = {
        name: dice.choice(list(names))
        for name, count in here.items()
        if count == there[names[name]] == 1
    }
    back = {names[name]: names[other] for name, other in chosen.items()}
    source = indonesian.sub(lambda match: chosen.get(match[0], match[0]), source)
    target = english.sub(lambda match: back.get(match[0], match[0]), target)
    return source, target


@cache
def _places(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(set(names), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


def exchanged(pairs: Sequence[Pair], share: float, seed: int) -> list[Pair]:
    """Extra pairs, from about ``share`` of those of the best prose that have what to exchange; and
    one from each that names a place on both sides."""
    dice = random.Random(seed)
    prose = [pair for pair in pairs if pair.best > 0]
    pool = list(dict.fromkeys(name for pair in prose for name in shared_names(pair)))
    return [*_extra(prose, pool, share, dice), *_elsewhere(prose, place_names(), dice)]


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


def _elsewhere(prose: Iterable[Pair], names: dict[str, str], dice: random.Random) -> Iterable[Pair]:
    for pair in prose:
        source, target = moved(pair.id, pair.en, names, dice)
        if source != pair.id:
            yield Pair(pair.source, pair.licence, _WEIGHT, _BEST, source, target)


def _otherwise(pairs: Iterable[Pair]) -> set[str]:
    """Words with a capital that English has another word for (*Polandia*, *Menkeu*)."""
    kept: Counter[str] = Counter()
    for pair in pairs:
        there = set(_INSIDE_OR_FIRST.findall(pair.en))
        for word in set(_INSIDE_OR_FIRST.findall(pair.id)):
            kept[word] += 1 if word in there else -1
    return {word for word, more in kept.items() if more < 0}


def written_names(lines: Iterable[str], pairs: Iterable[Pair] = ()) -> list[str]:
    """Names that Indonesians write, of one to three words none of which is ever written small, nor
    mostly otherwise on the English side of the pairs that have it."""
    small: set[str] = set()
    other = _otherwise(pairs)
    count: Counter[str] = Counter()
    for line in lines:
        small.update(_SMALL.findall(line))
        count.update(_INSIDE.findall(line))
    return sorted(
        name
        for name, times in count.items()
        if times > 1 and small.isdisjoint(name.lower().split()) and other.isdisjoint(name.split())
    )


def renamed(
    source: str, target: str, names: dict[int, list[str]], dice: random.Random
) -> tuple[str, str]:
    """Both sides with other names for those that stand once on either side, letter for letter.

    ``names`` are the new ones, by how many words they have.
    """
    left, right = _INSIDE.findall(source), set(_INSIDE.findall(target))
    for name in left:
        others = names.get(len(name.split()), [])
        if others and name in right and source.count(name) == target.count(name) == 1:
            other = dice.choice(others)
            source, target = source.replace(name, other), target.replace(name, other)
    return source, target


def elsewhere(
    texts: Sequence[tuple[str, str]], written: Iterable[str], share: float, seed: int
) -> list[tuple[str, str]]:
    """The same texts in the same order, about ``share`` of those that name a place or a person with
    others: places of CLDR, and those of the :func:`written_names`."""
    dice, places = random.Random(seed), place_names()
    firsts = {name.split()[0] for name in places}
    known = {*places, *places.values()}
    names: dict[int, list[str]] = {}
    for name in written:
        if name not in known:
            names.setdefault(len(name.split()), []).append(name)
    found = []
    for source, target in texts:
        pair = source, target
        if dice.random() < share:
            pair = renamed(*pair, names, dice)
            if not firsts.isdisjoint(_INSIDE_OR_FIRST.findall(source)):
                pair = moved(*pair, places, dice)
        found.append(pair)
    return found
