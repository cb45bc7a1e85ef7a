"""The numbers of an English sentence, read into amounts, leniently: any way of writing them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from padanan.translate.values import money, units
from padanan.translate.values.units import alternation
from padanan.translate.values.value import Amount
from padanan.translate.values.words import CARDINALS, ENGLISH_SCALES, ORDINALS


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of an English sentence.

    Attributes:
        start: Offset of its first character, its currency sign included.
        end: Offset after its last, its unit included.
        amounts: What it may amount to: "5" of "5 to 10 million" is five, and five million.
        unit: As in `Quantity`, or "" when none stands with it.
        ordinal: "77th", "seventh".
        many: A plural: "hundreds", "1990s".
        words: Written in words.
    """

    start: int
    end: int
    amounts: tuple[Amount, ...]
    unit: str = ""
    ordinal: bool = False
    many: bool = False
    words: bool = False


_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,12})?|\d{1,25}(?:\.\d{1,12})?|\.\d{1,12}")
_SHORT_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_NAMED_SCALES = ENGLISH_SCALES | {word + "s": scale for word, scale in ENGLISH_SCALES.items()}

_LOOSE: dict[str, Amount] = {
    word: Decimal(number)
    for number, words in {
        1: "once",
        2: "both two-fold twofold twice double doubled doubles doubling dual duo twin twins pair"
        " couple bilateral",
        3: "triple tripled trio triplets threefold thrice trilateral triad",
        4: "quadruple quartet fourfold",
        10: "decade",
        12: "dozen",
        100: "century",
    }.items()
    for word in words.split(" ")
}
"""Words that say a number without naming it."""

_HALVES: dict[str, Amount] = {
    "half": Decimal("0.5"),
    "halves": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "thirds": Fraction(1, 3),
    "fourths": Decimal("0.25"),
    "fifths": Decimal("0.2"),
    "tenths": Decimal("0.1"),
}
_MANY: dict[str, int] = {
    "tens": 10,
    "dozens": 10,
    "scores": 10,
    "decades": 10,
    **{word + "s": scale for word, scale in ENGLISH_SCALES.items()},
}
_GLYPHS: dict[str, Amount] = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = [*CARDINALS, *ORDINALS, *ENGLISH_SCALES, *_LOOSE, *_HALVES, *_MANY]
    word = rf"(?:{alternation(words)})"
    sign = alternation(money.signs())
    # A run of digits is taken whole, so that "2,5" is not found as 2 and 5.
    found = re.compile(
        rf"(?:(?<![^\W\d_])(?P<sign>{sign})\s?|(?<![^\W\d_])|(?<=\bNo)|(?<=\bno))"
        rf"(?P<digits>(?<![\d.,])\d[\d.,]*|(?<![\d.,])\.\d+)(?P<glyph>[½¼¾⅓⅔])?"
        rf"|(?P<alone>[½¼¾⅓⅔])"
        rf"|(?<![^\W_])(?P<words>{word}(?:(?:[\s-]{{1,2}}(?:and[\s-])?(?:an?\s)?|\sof\s){word}){{0,15}})"
        rf"(?![^\W_])",
        re.IGNORECASE,
    )
    scale = re.compile(
        rf"[\s-]?((?:{alternation(_NAMED_SCALES)}))(?![^\W_])"
        rf"|\s?({alternation(_SHORT_SCALES)})(?![^\W_])",
        re.IGNORECASE,
    )
    after = re.compile(r"(?:st|nd|rd|th)(?![^\W_])|['’]?s(?![^\W_])", re.IGNORECASE)
    return found, scale, after


def numerals(target: str) -> tuple[Numeral, ...]:
    """The numbers of an English sentence, in text order, without overlaps."""
    found = []
    pattern = _patterns()[0]
    for match in pattern.finditer(target):
        if match["words"]:
            found += _in_words(target, match)
        elif match["alone"]:
            found.append(
                Numeral(match.start(), match.end(), (_GLYPHS[match["alone"]],), words=True)
            )
        elif one := _in_digits(target, match):
            found.append(one)
    return _shared(target, found)


def _in_digits(target: str, match: re.Match[str]) -> Numeral | None:
    digits = match["digits"].rstrip(".,")
    end = match.start("digits") + len(digits)
    if not _ENGLISH.fullmatch(digits):
        return None
    amount: Amount = Decimal(digits.replace(",", ""))
    if match["glyph"]:
        end = match.end()
        amount = Fraction(amount) + Fraction(_GLYPHS[match["glyph"]])
    _, scale, after = _patterns()
    ordinal = many = False
    if tail := after.match(target, end):
        end, many = tail.end(), tail[0][-1] in "sS"
        ordinal = not many
        many = many and not tail[0].lower().startswith("st")
    unit = money.signs()[match["sign"].lower()] if match["sign"] else ""
    amounts: tuple[Amount, ...] = (amount,)
    if not ordinal and (times := scale.match(target, end)):
        factor = _NAMED_SCALES.get((times[1] or "").lower()) or _SHORT_SCALES[times[2].lower()]
        amounts = (amount * factor,)
        # "5 m" is rather five metres, "1000 B.C." is a year
        if times[2] and times[2] in "mkbMKB" and not unit:
            amounts = (amount, amount * factor)
            if times[2] == "m":
                return Numeral(match.start(), times.end(), amounts, "m")
        end = times.end()
    return _with_unit(target, Numeral(match.start(), end, amounts, unit, ordinal, many))


def _with_unit(target: str, numeral: Numeral) -> Numeral:
    if numeral.unit or numeral.ordinal:
        return numeral
    found = units.ahead(target, numeral.end, _tails(), most=5)
    if found is None:
        return numeral
    end, unit = found
    return Numeral(numeral.start, end, numeral.amounts, unit, False, numeral.many, numeral.words)


@cache
def _tails() -> dict[str, str]:
    """Units by what stands after a number, small words that may come between included."""
    known = units.by_english() | money.by_english()
    known |= {"%": "%", "percent": "%", "per cent": "%", "pct": "%", "percentage": "%"}
    known |= {"percentage points": "points", "percentage point": "points"}
    return known | {f"of {word}": unit for word, unit in known.items()}


_PIECE = re.compile(r"[^\W_]+(?:-fold)?")


def _in_words(target: str, match: re.Match[str]) -> list[Numeral]:
    """The numbers in a row of number words, which may hold several: "two second-hand cars"."""
    pieces = [
        (piece.start(), piece.end(), piece[0].lower())
        for piece in _PIECE.finditer(target, match.start("words"), match.end("words"))
        if piece[0].lower() not in ("and", "a", "an", "of")
    ]
    found = []
    while pieces:
        used, amounts, ordinal, many = _read([word for _, _, word in pieces])
        one = Numeral(
            pieces[0][0], pieces[used - 1][1], amounts, ordinal=ordinal, many=many, words=True
        )
        found.append(_with_unit(target, one))
        pieces = pieces[used:]
    return found


def _read(words: list[str]) -> tuple[int, tuple[Amount, ...], bool, bool]:
    """How many words the first number has, what it may amount to, ordinal or not, vague or not."""
    first = words[0]
    if first in _MANY and first not in ("quarters",):
        return _read_many(words)
    if first in _HALVES or first in _LOOSE:
        amount = _HALVES.get(first) or _LOOSE[first]
        if len(words) > 1 and words[1] in _NAMED_SCALES:
            return 2, (amount * _NAMED_SCALES[words[1]],), False, False
        return 1, (amount,), False, False
    total, current, used = Decimal(0), Decimal(0), 0
    ceiling, floor = 10**15, 1000
    for used, word in enumerate(words):
        number = CARDINALS.get(word, ORDINALS.get(word))
        if number is not None:
            if used and not (number < floor and floor > 1 and number < 100):
                return _as_year(words, used, total, current)
            current += number
            floor = 10 if number >= 20 else 1
            if word in ORDINALS:
                amounts: tuple[Amount, ...] = (total + current,)
                if used == 1 and current - number in CARDINALS.values() and number > 2:
                    amounts = (total + current, Fraction(int(current - number), number))
                if used == 0 and number > 2:
                    amounts = (Decimal(number), Fraction(1, number))
                return used + 1, amounts, True, False
        elif word == "hundred" and floor <= 10:
            current, floor = (current or Decimal(1)) * 100, 100
        elif word == "hundred" and not current and not total:
            current, floor = Decimal(100), 100
        elif word in ENGLISH_SCALES and word != "hundred" and ENGLISH_SCALES[word] < ceiling:
            total += (current or 1) * ENGLISH_SCALES[word]
            current, floor, ceiling = Decimal(0), 1000, ENGLISH_SCALES[word]
        elif word in _HALVES and used:
            return _with_parts(words, used, total + current)
        elif word == "dozen" and used:
            return used + 1, ((total + current) * 12,), False, False
        elif word == "decades" and used:
            return used + 1, ((total + current), (total + current) * 10), False, False
        else:
            return max(used, 1), (total + current,), False, False
    return used + 1, (total + current,), False, False


def _as_year(
    words: list[str], used: int, total: Decimal, current: Decimal
) -> tuple[int, tuple[Amount, ...], bool, bool]:
    """ "nineteen ninety-eight", else the number so far."""
    if used == 1 and not total and 10 <= current <= 20:
        more, amounts, ordinal, _ = _read(words[1:])
        if not ordinal and 10 <= amounts[0] < 100:
            return 1 + more, (current * 100 + Decimal(int(amounts[0])),), False, False
    return used, (total + current,), False, False


def _with_parts(
    words: list[str], used: int, number: Decimal
) -> tuple[int, tuple[Amount, ...], bool, bool]:
    """ "two thirds" is 2/3, "two and a half" 2.5, and "two half" may be either."""
    part = Fraction(_HALVES[words[used]])
    amounts: tuple[Amount, ...] = (Fraction(number) * part, Fraction(number) + part)
    used += 1
    if used < len(words) and words[used] in _NAMED_SCALES:
        scale = _NAMED_SCALES[words[used]]
        return used + 1, tuple(amount * scale for amount in amounts), False, False
    return used, amounts, False, False


def _read_many(words: list[str]) -> tuple[int, tuple[Amount, ...], bool, bool]:
    """ "hundreds of thousands", "tens of millions", "dozens"."""
    amount, used = _MANY[words[0]], 1
    while used < len(words) and used < 3 and _MANY.get(words[used], 0) > _MANY[words[used - 1]]:
        amount *= _MANY[words[used]]
        used += 1
    return used, (Decimal(amount),), False, True


_LINK = re.compile(r"\s?(?:[-–—−/]|to|and|or|through|until|till)\s?", re.IGNORECASE)


def _shared(target: str, found: list[Numeral]) -> tuple[Numeral, ...]:
    """The first end of a range with the scale and unit of the second, where it has none itself."""
    for index in range(len(found) - 2, -1, -1):
        one, other = found[index], found[index + 1]
        if other.start - one.end > 9 or not _LINK.fullmatch(target, one.end, other.start):
            continue
        amounts, unit = one.amounts, one.unit
        digits = _ENGLISH.search(target, other.start, other.end)
        bare = Decimal(digits[0].replace(",", "")) if digits else None
        if bare and bare != other.amounts[0] and not other.ordinal:
            amounts += (Fraction(one.amounts[0]) * Fraction(other.amounts[0]) / Fraction(bare),)
        if not unit and not other.ordinal:
            unit = other.unit
        found[index] = Numeral(one.start, one.end, amounts, unit, one.ordinal, one.many, one.words)
    return tuple(found)
