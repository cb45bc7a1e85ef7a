"""Errors put into good translations, one at a time, to see whether checks find them (checks.py)."""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from padanan.translate.adherence import Held
from padanan.translate.checks import Pair
from padanan.translate.values import Found

Spoil = Callable[[Pair, random.Random], str | None]
"""Gives a pair's target with an error in it; None where there is no place for one."""


def _cut(text: str, start: int, end: int, put: str = "") -> str:
    return text[:start] + put + text[end:]


def _term(pair: Pair, dice: random.Random) -> str | None:
    """All renderings of one term give way to other words."""
    terms = {use.concept for use in pair.uses if use.held is not Held.MISSING}
    if not terms:
        return None
    concept = dice.choice(sorted(terms, key=lambda each: each.terms))
    spans = {
        (use.rendering.start, use.rendering.end)
        for use in pair.uses
        if use.concept == concept and use.rendering is not None
    }
    target = pair.target
    for start, end in sorted(spans, reverse=True):
        target = _cut(target, start, end, "something else")
    return target


def _value(pair: Pair, dice: random.Random) -> str | None:
    """A figure of a value becomes another."""
    held = [
        use
        for use in pair.values
        if use.found is Found.HELD and use.start is not None and use.end is not None
    ]
    figures = [
        use.start + match.start()
        for use in held
        if use.start is not None
        for match in re.finditer(r"\d", pair.target[use.start : use.end])
    ]
    if not figures:
        return None
    place = dice.choice(figures)
    return _cut(pair.target, place, place + 1, str((int(pair.target[place]) + 1) % 10))


def _names(pair: Pair) -> list[re.Match[str]]:
    """Words with capitals inside the target that the source has as well, outside its terms."""
    source = set(re.findall(r"[A-Z][a-z]{3,}", pair.source))
    for use in pair.uses:
        source -= set(pair.source[use.match.start : use.match.end].split())
    return [m for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}", pair.target) if m[0] in source]


def _name_gone(pair: Pair, dice: random.Random) -> str | None:
    names = _names(pair)
    if not names:
        return None
    return pair.target.replace(dice.choice(names)[0], "someone")


def _name_misspelled(pair: Pair, dice: random.Random) -> str | None:
    """A consonant inside a name goes."""
    names = [match for match in _names(pair) if re.search(r".[^aeiou]", match[0][1:-1])]
    if not names:
        return None
    name = dice.choice(names)[0]
    places = [n for n in range(1, len(name) - 1) if name[n] not in "aeiouhy" + name[n - 1]]
    if not places:
        return None
    place = dice.choice(places)
    return pair.target.replace(name, _cut(name, place, place + 1))


def _word_left(pair: Pair, dice: random.Random) -> str | None:
    """A word of the target is the source's: any of its words in small letters."""
    english = re.findall(r"\b[a-z]+\b", pair.target)
    words = [word for word in re.findall(r"\b[a-z]{3,}\b", pair.source) if word not in english]
    places = list(re.finditer(r"\b[a-z]{4,}\b", pair.target))
    if not words or not places:
        return None
    return _cut(pair.target, *dice.choice(places).span(), dice.choice(words))


def _doubled(pair: Pair, dice: random.Random) -> str | None:
    places = list(re.finditer(r"\b(?:the|of|to|a|in) ", pair.target))
    if not places:
        return None
    place = dice.choice(places)
    return _cut(pair.target, place.end(), place.end(), place[0])


def _loop(pair: Pair, dice: random.Random) -> str | None:
    words = pair.target.split()
    if len(words) < 8:
        return None
    place = dice.randrange(3, len(words) - 3)
    return " ".join(words[:place] + words[place : place + 3] * 4 + words[place + 3 :])


def _half(pair: Pair, dice: random.Random) -> str:
    words = pair.target.split()
    share = dice.uniform(0.3, 0.5)
    return " ".join(words[: max(1, int(share * len(words)))]) + "."


def _without(marks: str) -> Spoil:
    """One of some marks goes."""

    def spoil(pair: Pair, dice: random.Random) -> str | None:
        places = [n for n, character in enumerate(pair.target) if character in marks]
        if not places or not any(character in marks for character in pair.source):
            return None
        place = dice.choice(places)
        return _cut(pair.target, place, place + 1)

    return spoil


def _open_end(pair: Pair, dice: random.Random) -> str | None:  # noqa: ARG001
    bare = pair.target.rstrip(".?!:")
    return bare if bare != pair.target else None


def _small(pair: Pair, dice: random.Random) -> str:  # noqa: ARG001
    return pair.target[0].lower() + pair.target[1:]


def _space(pair: Pair, dice: random.Random) -> str | None:
    places = [n for n, character in enumerate(pair.target) if character == " "]
    if not places:
        return None
    place = dice.choice(places)
    return _cut(pair.target, place, place, " ")


class Error(NamedTuple):
    """A kind of error, and the checks any of which should see it."""

    name: str
    checks: tuple[str, ...]
    spoil: Spoil


ERRORS = (
    Error("a term rendered otherwise", ("term-missing",), _term),
    Error("a figure changed", ("value-missing",), _value),
    Error("a name gone", ("names",), _name_gone),
    Error("a name without one of its consonants", ("names",), _name_misspelled),
    Error("no translation", ("untranslated",), lambda pair, dice: ""),  # noqa: ARG005
    Error("the source itself", ("identical",), lambda pair, dice: pair.source),  # noqa: ARG005
    Error("an Indonesian word", ("indonesian-left",), _word_left),
    Error("three words four times", ("repetition-loop",), _loop),
    Error("a small word twice", ("doubled-words",), _doubled),
    Error("the last half or more gone", ("length-ratio", "sentence-count"), _half),
    Error("a bracket gone", ("brackets",), _without("()")),
    Error("a quotation mark gone", ("quotes",), _without('"“”')),
    Error("the last mark gone", ("end-punctuation",), _open_end),
    Error("a small letter first", ("capitalisation",), _small),
    Error("a space too many", ("double-space",), _space),
)
