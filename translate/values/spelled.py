"""English numbers in words, read leniently: "two and a half million", "a third", "both"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from padanan.translate.values.value import Amount
from padanan.translate.values.words import CARDINALS, ENGLISH_SCALES, ORDINALS, SCALE_ORDINALS

NAMED_SCALES = ENGLISH_SCALES | {word + "s": scale for word, scale in ENGLISH_SCALES.items()}

_LOOSE: dict[str, Amount] = {
    word: Decimal(number)
    for number, words in {
        1: "once",
        2: "both twofold twice double doubled doubles doubling dual duo twin twins pair couple"
        " bilateral",
        3: "triple tripled trio triplets threefold thrice trilateral triad",
        4: "quadruple quartet fourfold",
        10: "decade",
        12: "dozen",
        100: "century",
    }.items()
    for word in words.split(" ")
}
"""Words that say a number without naming it."""

_PARTS: dict[str, Amount] = {
    "half": Decimal("0.5"),
    "halves": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "thirds": Fraction(1, 3),
    "fourths": Decimal("0.25"),
    "fifths": Decimal("0.2"),
    "sixths": Fraction(1, 6),
    "eighths": Decimal("0.125"),
    "tenths": Decimal("0.1"),
}
_MANY: dict[str, int] = {
    "tens": 10,
    "dozens": 10,
    "scores": 10,
    "decades": 10,
    **{word + "s": scale for word, scale in ENGLISH_SCALES.items()},
    **{
        word[:-1] + "ies": number
        for word, number in CARDINALS.items()
        if number >= 20 and word.endswith("y")
    },
}

WORDS = frozenset(
    [*CARDINALS, *ORDINALS, *ENGLISH_SCALES, *SCALE_ORDINALS, *_LOOSE, *_PARTS, *_MANY]
)
"""What may stand in a number in words, in small letters."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words.

    Attributes:
        used: How many of the words it has.
        amounts: What it may amount to: "two thirds" is 2/3, "two half" may be 1 or 2.5.
        ordinal: "seventh".
        many: "hundreds", "the nineties".
    """

    used: int
    amounts: tuple[Amount, ...]
    ordinal: bool = False
    many: bool = False


def read_spelled(words: Sequence[str]) -> Spelled:
    """The number that a row of number words begins with; small words between them are left out."""
    first = words[0]
    if first in _MANY:
        return _read_many(words)
    if first in _PARTS or first in _LOOSE:
        amount = _PARTS.get(first) or _LOOSE[first]
        if len(words) > 1 and words[1] in NAMED_SCALES:
            scale = NAMED_SCALES[words[1]]
            # "a couple of thousand" are thousands
            return Spelled(2, (amount * scale, *([Decimal(scale)] if first == "couple" else [])))
        return Spelled(1, (amount,))
    return _read_cardinal(words)


def _read_many(words: Sequence[str]) -> Spelled:
    """ "hundreds of thousands", "tens of millions"; "thousands and thousands" are thousands."""
    amount, used = _MANY[words[0]], 1
    while used < len(words) and _MANY.get(words[used], 0) > _MANY[words[used - 1]]:
        amount *= _MANY[words[used]]
        used += 1
    while used < len(words) and words[used] == words[used - 1]:
        used += 1
    return Spelled(used, (Decimal(amount),), many=True)


def _read_cardinal(words: Sequence[str]) -> Spelled:
    total, current = Decimal(0), Decimal(0)
    ceiling, floor = 10**15, 1000  # the next scale and the next number must be below these
    for used, word in enumerate(words):
        number = CARDINALS.get(word, ORDINALS.get(word))
        if number is not None:
            if used and (floor == 1 or number >= floor or number >= 100):
                return _as_year(words, used, total + current)
            if word in ORDINALS:
                return _ordinal(used, total, current, number)
            current += number
            floor = 10 if number >= 20 else 1
        elif word == "hundred" and (floor <= 10 or not current) and floor != 100:
            current, floor = (current or Decimal(1)) * 100, 100
        elif word in ENGLISH_SCALES and word != "hundred" and ENGLISH_SCALES[word] < ceiling:
            total += (current or Decimal(1)) * ENGLISH_SCALES[word]
            current, floor, ceiling = Decimal(0), 1000, ENGLISH_SCALES[word]
        elif word in SCALE_ORDINALS:
            amount = total + (current or Decimal(1)) * SCALE_ORDINALS[word]
            return Spelled(used + 1, (amount,), ordinal=True)
        elif word in _PARTS and used:
            return _with_parts(words, used, total + current)
        elif word in ("dozen", "decades", "decade") and used:
            times = 12 if word == "dozen" else 10
            return Spelled(used + 1, (total + current, (total + current) * times))
        else:
            return Spelled(max(used, 1), (total + current,))
    return Spelled(len(words), (total + current,))


def _ordinal(used: int, total: Decimal, current: Decimal, number: int) -> Spelled:
    """ "seventh" may be a seventh, and "two fifth" two fifths."""
    amounts: tuple[Amount, ...] = (total + current + number,)
    if number > 2 and not total and used == (1 if current else 0):
        amounts += (Fraction(int(current) or 1, number),)
    return Spelled(used + 1, amounts, ordinal=True)


def _as_year(words: Sequence[str], used: int, number: Decimal) -> Spelled:
    """ "nineteen ninety-eight", else the number so far."""
    if used == 1 and 10 <= number <= 20:
        rest = read_spelled(words[1:])
        if not rest.ordinal and 10 <= rest.amounts[0] < 100:
            return Spelled(1 + rest.used, (number * 100 + int(rest.amounts[0]),), many=rest.many)
    return Spelled(used, (number,))


def _with_parts(words: Sequence[str], used: int, number: Decimal) -> Spelled:
    """ "two thirds" is 2/3, "two and a half" 2.5."""
    part = Fraction(_PARTS[words[used]])
    amounts = (Fraction(number) * part, Fraction(number) + part)
    used += 1
    if used < len(words) and words[used] in NAMED_SCALES:
        scale = NAMED_SCALES[words[used]]
        return Spelled(used + 1, tuple(amount * scale for amount in amounts))
    return Spelled(used, amounts)
