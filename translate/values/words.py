"""Numbers in words, read from Indonesian and from English, and written in English.

Both readers take the words that stand one after the other and tell how far they make one number:
"dua tiga hari" are two numbers. Their work is bounded by `LONGEST` words.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from padanan.translate.values.value import Amount

LONGEST = 16
"""Words a number may have: nine hundred ninety-nine trillion and so on have more, news has not."""

DIGITS = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_STEPS = {"puluh": 10, "ratus": 100}
SCALES = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_ONE_SCALES = {"seribu": 10**3, "sejuta": 10**6, "semiliar": 10**9, "setriliun": 10**12}
FRACTIONS: dict[str, Amount] = {
    "setengah": Decimal("0.5"),
    "sepertiga": Fraction(1, 3),
    "seperempat": Decimal("0.25"),
    "seperlima": Decimal("0.2"),
    "sepersepuluh": Decimal("0.1"),
}
_PARTS = {"pertiga": 3, "perempat": 4, "perlima": 5, "persepuluh": 10}
HOURS = DIGITS | {"sepuluh": 10, "sebelas": 11}
MANY = {
    "belasan": 12,
    "puluhan": 10,
    "ratusan": 100,
    "ribuan": 10**3,
    "jutaan": 10**6,
    "miliaran": 10**9,
    "milyaran": 10**9,
    "triliunan": 10**12,
}
NUMBER_WORDS = frozenset(
    {"belas", "koma", "nol", "per"}.union(
        DIGITS, _WHOLE, _STEPS, SCALES, _ONE_SCALES, FRACTIONS, _PARTS, MANY
    )
)
"""What may stand in a number written in words, in small letters."""

STARTERS = frozenset([*DIGITS, *_WHOLE, *_ONE_SCALES, *FRACTIONS, *MANY])
"""What such a number may begin with."""


def read_indonesian(words: Sequence[str]) -> tuple[int, Amount, bool] | None:
    """The number that `words` begin with: how many of them it has, its amount, whether vague.

    "setengah" alone is none, "setengah juta" is; "belasan" is a vague twelve.
    """
    first = words[0]
    if first in MANY:
        scale = SCALES.get(words[1], 1) if len(words) > 1 else 1
        return 1 + (scale > 1), Decimal(MANY[first] * scale), True
    if first in FRACTIONS:
        scale = SCALES.get(words[1], 1) if len(words) > 1 else 1
        if first == "setengah" and scale == 1:
            return None
        return 1 + (scale > 1), FRACTIONS[first] * scale, False
    if first in DIGITS and words[1:2] == ["puluhan"]:
        scale = SCALES.get(words[2], 1) if len(words) > 2 else 1
        return 2 + (scale > 1), Decimal(10 * DIGITS[first] * scale), True
    if first in DIGITS and len(words) > 1 and (part := _part(words[1:])):
        used, denominator = part
        return 1 + used, _exact(Fraction(DIGITS[first], denominator)), False
    return _cardinal(words)


def _part(words: Sequence[str]) -> tuple[int, int] | None:
    """The third of "dua pertiga" and "dua per tiga", with the words it takes."""
    if words[0] in _PARTS:
        return 1, _PARTS[words[0]]
    if words[0] == "per" and len(words) > 1 and DIGITS.get(words[1], 1) > 1:
        return 2, DIGITS[words[1]]
    return None


def _exact(fraction: Fraction) -> Amount:
    """A decimal where the fraction has one without end."""
    if fraction.denominator in (1, 2, 4, 5, 10):
        return Decimal(fraction.numerator) / fraction.denominator
    return fraction


def _cardinal(words: Sequence[str]) -> tuple[int, Amount, bool] | None:
    total, current, digit = Decimal(0), 0, 0
    ceiling, floor = 10**15, 1000  # the next scale and the next step must be below these
    used, good, last = 0, 0, 1
    for used, word in enumerate(words[:LONGEST], 1):
        if word in DIGITS and not digit and floor > 1:
            digit = DIGITS[word]
        elif word == "belas" and digit > 1 and floor > 10:
            current, digit, floor = current + 10 + digit, 0, 1
        elif word in _STEPS and digit > 1 and _STEPS[word] < floor:
            current, digit, floor = current + digit * _STEPS[word], 0, _STEPS[word]
        elif word in _WHOLE and not digit and _WHOLE[word] < floor:
            current += _WHOLE[word]
            floor = 100 if word == "seratus" else 1
        elif word in SCALES and current + digit and SCALES[word] < ceiling:
            total += (current + digit) * SCALES[word]
            current, digit, ceiling, floor, last = 0, 0, SCALES[word], 1000, SCALES[word]
        elif word in _ONE_SCALES and not current + digit and _ONE_SCALES[word] < ceiling:
            total, ceiling, last = total + _ONE_SCALES[word], _ONE_SCALES[word], _ONE_SCALES[word]
        elif word == "setengah" and (digit or total):
            return _with_half(words, used, total, current + digit, last)
        elif word == "koma" and digit and not current and not total:
            return _with_comma(words, used, digit)
        else:
            break
        good = used
    amount = total + current + digit
    if not amount:
        return None
    return good, amount, False


def _with_half(
    words: Sequence[str], used: int, total: Decimal, rest: int, last: int
) -> tuple[int, Amount, bool]:
    """ "dua setengah juta" is 2.5 million, "dua juta setengah" does not matter."""
    scale = SCALES.get(words[used], 0) if used < len(words) else 0
    if rest and scale:
        return used + 1, total + (rest + Decimal("0.5")) * scale, False
    return used, total + rest + Decimal("0.5") * (1 if rest else last), False


def _with_comma(words: Sequence[str], used: int, whole: int) -> tuple[int, Amount, bool] | None:
    """ "dua koma lima juta"."""
    digits = ""
    for word in words[used:LONGEST]:
        if word not in DIGITS and word != "nol":
            break
        digits += str(DIGITS.get(word, 0))
    if not digits:
        return 1, Decimal(whole), False
    amount, good = Decimal(f"{whole}.{digits}"), used + len(digits)
    if good < len(words) and words[good] in SCALES:
        return good + 1, amount * SCALES[words[good]], False
    return good, amount, False


def _list(words: str) -> list[str]:
    return words.split()


_SMALL = _list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = _list("twenty thirty forty fifty sixty seventy eighty ninety")
_ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS = _list(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)


def write_english(number: int) -> str:
    """A whole number from 0 to below 10^15 in words: "two hundred and fifty thousand"."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds]} hundred" + (f" and {write_english(rest)}" if rest else "")
    for word, scale in reversed(_ENGLISH_SCALES.items()):
        if number >= scale:
            many, rest = divmod(number, scale)
            link = " and " if 0 < rest < 100 else " "
            tail = f"{link}{write_english(rest)}" if rest else ""
            return f"{write_english(many)} {word}{tail}"
    raise AssertionError(number)


def write_ordinal(number: int) -> str:
    """A whole number below 10^15 as an ordinal in words: "seventy-seventh"."""
    words = write_english(number)
    head, link, last = words.rpartition("-")
    if not link:
        head, link, last = words.rpartition(" ")
    if last in _SMALL:
        return head + link + _ORDINALS[_SMALL.index(last)]
    return head + link + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def suffix(number: int) -> str:
    """What English puts behind the digits of an ordinal."""
    if 10 < number % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


CARDINALS = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS) if number} | {
    word[:-1] + "ieth": 10 * number for number, word in enumerate(_TENS, 2)
}
ENGLISH_SCALES = {"hundred": 100, **_ENGLISH_SCALES}
SCALE_ORDINALS = {f"{word}th": scale for word, scale in ENGLISH_SCALES.items()}
