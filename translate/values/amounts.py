"""Amounts as English writes them, in figures and in words."""

import re
from decimal import Decimal
from fractions import Fraction

from padanan.translate.dates import key
from padanan.translate.values.value import Amount
from padanan.translate.values.words import write_english

_FRACTIONS: dict[Amount, tuple[str, ...]] = {
    Decimal("0.5"): ("half", "one-half", "one half"),
    Fraction(1, 3): ("one-third", "a third", "one third"),
    Fraction(2, 3): ("two-thirds", "two thirds"),
    Decimal("0.25"): ("one-quarter", "a quarter", "one quarter", "one-fourth", "a fourth"),
    Decimal("0.75"): ("three-quarters", "three quarters", "three-fourths", "three fourths"),
    Decimal("0.2"): ("one-fifth", "a fifth", "one fifth"),
    Decimal("0.4"): ("two-fifths", "two fifths"),
    Decimal("0.6"): ("three-fifths", "three fifths"),
    Decimal("0.8"): ("four-fifths", "four fifths"),
    Decimal("0.1"): ("one-tenth", "a tenth", "one tenth"),
}
_MANY = {
    10: ("dozens", "tens", "scores"),
    12: ("more than a dozen", "over a dozen", "a dozen", "dozen"),
    100: ("hundreds",),
    10**3: ("thousands",),
    10**4: ("tens of thousands", "dozens of thousands"),
    10**5: ("hundreds of thousands",),
    10**6: ("millions",),
    10**7: ("tens of millions", "dozens of millions"),
    10**8: ("hundreds of millions",),
    10**9: ("billions",),
    10**10: ("tens of billions",),
    10**11: ("hundreds of billions",),
    10**12: ("trillions",),
    10**13: ("tens of trillions",),
    10**14: ("hundreds of trillions",),
}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SCALE_WORDS = (
    re.compile(r"triliun|trilyun|trillion|\dT\b|\d\sT\b", re.IGNORECASE),
    re.compile(r"mil[iy]ar|billion|(?-i:\d\s?M\b)", re.IGNORECASE),
    re.compile(r"juta|jt\b|million", re.IGNORECASE),
)
"""What says a scale in Indonesian, by `_SCALES`."""

_LARGEST = 10**15


def grouped(amount: Amount) -> str:
    """ "5,000", "2.50"; what has no end in decimals is rounded to two of them."""
    if isinstance(amount, Fraction):
        return f"{float(amount):,.2f}"
    return f"{amount:,f}"


def plain(amount: Amount) -> str:
    """ "5000"."""
    return grouped(amount).replace(",", "")


def _scale(text: str, amount: Amount) -> tuple[int, str] | None:
    """The largest scale that a value's text says, if the amount has it."""
    for scale, word in zip(_SCALES, _SCALE_WORDS, strict=True):
        if word.search(text) and isinstance(amount, Decimal) and amount >= scale[0] / 2:
            return scale
    return None


_DECIMALS = re.compile(r"\d(?:,(?=\d{1,6}(?!\d))|\.(?=\d{1,2}(?!\d)))(\d+)")


def _part(amount: Amount, scale: int, text: str = "") -> str:
    """The number before a scale, with as many decimals as the source gives it."""
    part = Decimal(amount) / scale if isinstance(amount, Decimal) else Decimal(0)
    part = Decimal(int(part)) if part == int(part) else part.normalize()
    if (said := _DECIMALS.search(text)) and part == round(part, len(said[1])):
        return f"{part:,.{len(said[1])}f}"
    return grouped(part)


def forms(amount: Amount, text: str) -> tuple[str, ...]:
    """The ways of writing an amount; a scale that the source has in words stays in words.

    Args:
        amount: The amount.
        text: The value as the source has it.
    """
    if amount in _FRACTIONS and not any(map(str.isdigit, text)):
        exact = (grouped(amount),) if isinstance(amount, Decimal) else ()
        return (*_FRACTIONS[amount], *exact)
    if isinstance(amount, Fraction):
        return (f"{amount.numerator}/{amount.denominator}",)
    found: list[str] = []
    if scale := _scale(text, amount):
        part, word = _part(amount, scale[0], text), scale[1]
        if key(text[:8]) == "setengah":
            found.append(f"half a {word}")
        found += [f"{part} {word}", f"{part.replace(',', '')} {word}"]
        if part.isdigit():
            found.append(f"{write_english(int(part))} {word}")
    found += [grouped(amount), plain(amount)]
    if amount == int(amount) and 0 <= amount < _LARGEST:
        found.append(write_english(int(amount)))
        if amount >= 1000 and amount % 1000 == 0 and amount < 10**6:
            found.append(f"{int(amount) // 1000} thousand")
        found += [
            f"{_part(amount, times)} {word}"
            for times, word in _SCALES
            if amount >= times and amount % (times // 1000) == 0
        ][:1]
    return tuple(dict.fromkeys(found))


def many(amount: Amount) -> tuple[str, ...]:
    """ "hundreds of thousands"; "20s" for "20-an", "around 20,000" for "dua puluhan ribu"."""
    if amount in _MANY:
        return _MANY[int(amount)]
    if amount >= 1000:
        return tuple(f"{word} {grouped(amount)}" for word in ("around", "about", "some"))
    return (f"{plain(amount)}s", f"around {plain(amount)}", f"about {plain(amount)}")


_LINK = re.compile(r"\s?(?:[-–—]|s/d|s\.d\.|hingga|sampai|\bto\b|[x×])", re.IGNORECASE)
_ANY_SCALE = re.compile(r"ribu|rb\b|thousand", re.IGNORECASE)


def pair(one: Amount, other: Amount, text: str, link: str) -> tuple[str, ...]:
    """Two amounts with what joins them.

    A scale that the source says once, or that figures joined by a hyphen share, is said once.
    Fractions in words stay in words, which no hyphen joins.
    """
    if {one, other} & _FRACTIONS.keys() and not any(map(str.isdigit, text)):
        link = " to " if link == "-" else link
        return tuple(
            f"{first}{link}{last}"
            for first in forms(one, text)[:2]
            for last in forms(other, text)[:2]
        )
    whole = f"{grouped(one)}{link}{grouped(other)}"
    left, *right = _LINK.split(text, maxsplit=1)
    last = _scale(" ".join(right), other)
    if last is None:
        return (whole, f"{plain(one)}{link}{plain(other)}")
    first = _scale(left, one)
    if first and (first != last or link == " to "):
        small = f"{_part(one, first[0], left)} {first[1]}"
    elif first or (not _ANY_SCALE.search(left) and one * 1000 >= last[0]):
        small = _part(one, last[0], left)
    else:
        small = grouped(one)
    return (f"{small}{link}{_part(other, last[0], ' '.join(right))} {last[1]}", whole)
