"""Numbers in figures of an Indonesian sentence, with the units and ranges they stand in."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from padanan.settings import SOURCE_LANGUAGE
from padanan.translate.dates import key
from padanan.translate.values import moments, money, units
from padanan.translate.values.money import is_currency
from padanan.translate.values.units import alternation
from padanan.translate.values.value import Amount, Quantity, Reading, ValueKind, Verbatim
from padanan.translate.values.words import SCALES

_NUMBER = re.compile(
    r"\d{1,3}(?:\.\d{3}){1,6}(?:,\d{1,12})?(?!\d|[.,]\d)"
    r"|\d{1,3}(?:(?:,\d{3}){2,6}|,000)(?:\.\d{1,12})?(?!\d|[.,]\d)|\d{1,25}(?:[.,]\d{1,12})?(?!\d|[.,]\d)"
)
SCALE_WORDS = SCALES | {
    "rb": 10**3,
    "jt": 10**6,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""English ones too: a draft may say "2,5 billion"."""

_MONEY_SCALES = {"M": 10**9, "T": 10**12}
"""Short for miliar and triliun behind an amount of money: "Rp1,5 M"."""

RANGE = re.compile(r"\s?(?:[-–—]|s/d|s\.d\.|hingga|sampai(?:\sdengan)?|to(?=\s))\s?", re.IGNORECASE)
PERCENT = {
    "%": "%",
    "persen": "%",
    "prosen": "%",
    "percent": "%",
    "per cent": "%",
    "poin persentase": "points",
    "percentage points": "points",
    "percentage point": "points",
    "persen poin": "points",
    "poin persen": "points",
    "titik persen": "points",
}


@cache
def _scale() -> re.Pattern[str]:
    scale = alternation(SCALE_WORDS)
    return re.compile(rf"[\s-]?({scale})(?:[\s-]?({scale}))?(?:an|nya)?(?![^\W_])", re.IGNORECASE)


@cache
def _tails() -> dict[str, str]:
    """Units by what stands after a number; English ones too, for drafts: "2,5 million dollars"."""
    english = {
        word: unit
        for word, unit in (units.by_english() | money.by_english()).items()
        if len(word) > 1
    }
    return english | units.by_indonesian() | money.by_indonesian() | PERCENT


_MOST_FIGURES = 21
"""Figures of the longest number: English is read with as many groups of three, and what is reckoned
with the 28 that decimals have by default stays exact."""


@lru_cache(maxsize=4096)
def _decimal(digits: str) -> Decimal | None:
    """The amount of figures in the Indonesian way, or in the English way where they can be nothing
    else: "1,234,567", "30,000", "6.5". None where they are no number, or too long a one."""
    from babel.numbers import NumberFormatError, parse_decimal

    if len(digits) - digits.count(",") - digits.count(".") > _MOST_FIGURES:
        return None
    if digits.count(",") > 1 or digits.endswith(",000") or 0 < digits.find(",") < digits.find("."):
        return Decimal(digits.replace(",", ""))
    try:
        return parse_decimal(digits, locale=SOURCE_LANGUAGE, strict=True)
    except NumberFormatError:
        return Decimal(digits) if digits.count(".") == 1 and "," not in digits else None


@dataclass(frozen=True, slots=True)
class Figures:
    """A number in figures.

    Attributes:
        end: Offset after it and its scale.
        whole: What the figures say without the scale.
        amount: What they say with it.
    """

    end: int
    whole: Decimal
    amount: Decimal


def figures(text: str, start: int, *, in_money: bool = False) -> Figures | None:
    """The number with its scale that begins at `start`."""
    match = _NUMBER.match(text, start)
    if match is None or (whole := _decimal(match[0])) is None:
        return None
    end, times = match.end(), 1
    if scale := _scale().match(text, end):
        end = scale.end()
        times = SCALE_WORDS[key(scale[1])] * SCALE_WORDS.get(key(scale[2] or ""), 1)
    elif in_money and (short := _MONEY_SCALE.match(text, end)):
        end, times = short.end(), _MONEY_SCALES[short[1]]
    return Figures(end, whole, scaled(whole, times))


_MONEY_SCALE = re.compile(r"\s?([MT])(?![^\W_])")


def scaled(whole: Decimal, times: int) -> Decimal:
    """The product, without the noughts that the decimals of a whole number leave."""
    amount = whole * times
    return Decimal(int(amount)) if times > 1 and amount == int(amount) else amount


def tail(text: str, end: int, amount: Amount) -> tuple[int, str]:
    """The unit that follows a number, and where it ends; "" for none."""
    found = units.ahead(text, end, _tails())
    if found is None:
        return end, ""
    after, unit = found
    word = text[end:after].strip(" -")
    if text[end : end + 1] == "-" or not _MEANT.fullmatch(word):
        return end, ""
    if unit == "feet" and amount < 10:  # legs
        return end, ""
    return after, unit


_MEANT = re.compile(r"[a-z%°º].*|[A-Z][a-zA-Z²³23]+.*|[A-Z].{2,}", re.DOTALL)
"""A letter alone is a unit only when it is small, and "ls" none."""


def made(start: int, end: int, quantity: Quantity) -> Reading:
    """The reading of a quantity, of the kind that its unit makes it."""
    unit = quantity.unit
    if unit in ("%", "points"):
        kind = ValueKind.PERCENTAGE
    elif is_currency(unit):
        kind = ValueKind.CURRENCY
    elif unit or quantity.product:
        kind = ValueKind.MEASURE
    else:
        kind = ValueKind.RANGE if len(quantity.amounts) > 1 else ValueKind.NUMBER
    return Reading(start, end, kind, quantity)


ATTACHED = re.compile(r"[^\W\d_]|[-–][^\W\d_]|/[\dA-Z]|:\d")
_CHAIN = re.compile(r"\d+(?:[-–]\d+){2,}")
_MODEL = re.compile(r"\b(?:Boeing|Airbus|ATR|Antonov|Sukhoi|Cessna|Tupolev|Embraer|Bombardier)\s$")
_VERSION = re.compile(
    r"\b(?:versi|Android|iOS|Windows|macOS|tabel|bab|gambar|grafik|lampiran|bagian|butir)\s$",
    re.IGNORECASE,
)
"""What stands before the number of a version or of a table, which keeps its dot."""
_PLATE = re.compile(r"\b[A-Z]{1,2}\s$")
_SIGN = re.compile(r"(?:(?<![^\s(\"“])[-−–]|\bminus\s)$", re.IGNORECASE)


def quantity(text: str, start: int) -> Reading | None:
    """ "5.000", "10 hingga 15 persen", "5 km", "5x2 meter", "2.0" of a version, "05"."""
    if not moments.begins(text, start) or _CHAIN.match(text, start):
        return None
    if found := moments.decade(text, start):
        return found
    first = figures(text, start)
    if first is None:
        return None
    if code := _code(text, start, first):
        return code
    if _is_name(text, start, first):
        return None
    if product := _product(text, start, first):
        return product
    if ATTACHED.match(text, first.end):
        return _attached(text, start, first)
    if ranged := _range(text, start, first):
        return ranged
    end, unit = tail(text, first.end, first.amount)
    if not unit and first.whole == first.amount and (year := moments.year(text, start)):
        return year
    sign = _SIGN.search(text, max(0, start - 6), start) if unit else None
    said = Quantity((first.amount,), unit, sign=key(sign[0]) if sign else "")
    return made(sign.start() if sign else start, end, said)


def _is_name(text: str, start: int, first: Figures) -> bool:
    """The figures of an aeroplane or of a number plate."""
    if _MODEL.search(text, max(0, start - 12), start):
        return True
    plate = _PLATE.search(text, max(0, start - 4), start)
    return bool(plate and re.compile(r"\s[A-Z]{1,3}\b").match(text, first.end))


def _code(text: str, start: int, first: Figures) -> Reading | None:
    """A version's number, or one with a nought before it: it stays as it is."""
    raw = text[start : first.end]
    leading = (
        len(raw) > 1 and raw[0] == "0" and raw.isdigit() and text[first.end : first.end + 1] != "/"
    )
    if leading or ("." in raw and _VERSION.search(text, max(0, start - 8), start)):
        return Reading(start, first.end, ValueKind.NUMBER, Verbatim(raw))
    return None


def _product(text: str, start: int, first: Figures) -> Reading | None:
    """ "5x2 meter"."""
    link = _TIMES.match(text, first.end)
    second = figures(text, link.end()) if link else None
    if second is None:
        return None
    end, unit = tail(text, second.end, second.amount)
    if not unit:
        return None
    return made(start, end, Quantity((first.amount, second.amount), unit, product=True))


_TIMES = re.compile(r"\s?[x×]\s?")


def _attached(text: str, start: int, first: Figures) -> Reading | None:
    """ "160km", "5kg", "20-an"; other letters make it a name ("39C")."""
    if several := _SEVERAL.match(text, first.end):
        return Reading(start, several.end(), ValueKind.NUMBER, Quantity((first.amount,), many=True))
    end, unit = tail(text, first.end, first.amount)
    return made(start, end, Quantity((first.amount,), unit)) if unit else None


_SEVERAL = re.compile(r"-?an\b")


def _range(text: str, start: int, first: Figures) -> Reading | None:
    """ "10-15", "2,5 persen hingga 3 persen", "750 ribu sampai 1 juta rupiah"."""
    middle, unit = tail(text, first.end, first.amount)
    link = RANGE.match(text, middle)
    second = figures(text, link.end()) if link else None
    if second is None:
        return None
    last, other = tail(text, second.end, second.amount)
    if (unit and unit != other) or (not other and ATTACHED.match(text, second.end)):
        return None
    amount = shared(first, second)
    if second.amount <= amount:
        return None
    return made(start, last, Quantity((amount, second.amount), other))


def shared(first: Figures, second: Figures) -> Decimal:
    """The first end of a range with the scale of the second: the 5 of "5-10 juta" is 5 million."""
    if first.whole != first.amount or second.whole == second.amount or not second.whole:
        return first.amount
    if first.whole >= second.whole:
        return first.amount
    return scaled(first.whole, int(second.amount / second.whole))


_MAGNITUDE = re.compile(r"(?:magnitudo|M)\s?(\d{1,2}(?:[.,]\d{1,2})?)(?!\d|[.,]\d|[^\W_])", re.I)


def magnitude(text: str, start: int) -> Reading | None:
    """ "magnitudo 7,2", "M7,2"."""
    match = _MAGNITUDE.match(text, start)
    if match is None or (text[start] == "m" and match[0][1:2].lower() != "a"):
        return None
    if not moments.begins(text, start):
        return None
    amount = Decimal(match[1].replace(",", "."))
    return made(start, match.end(), Quantity((amount,), "magnitude"))
