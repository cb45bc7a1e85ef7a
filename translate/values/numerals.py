"""The numbers of an English sentence, read into amounts, leniently: any way of writing them."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from padanan.translate.dates import key
from padanan.translate.values import money, units
from padanan.translate.values.spelled import NAMED_SCALES, WORDS, read_spelled
from padanan.translate.values.units import alternation
from padanan.translate.values.value import Amount


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
_GLYPHS: dict[str, Amount] = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}
_AFTER = re.compile(r"(?:(st|nd|rd|th)|['’]?s)(?![^\W_])", re.IGNORECASE)


@cache
def _found() -> re.Pattern[str]:
    """Every number. A run of figures is taken whole, so that "2,5" is not found as 2 and 5."""
    word, sign = alternation(WORDS), alternation(money.signs())
    link = r"[\s-]{1,2}(?:and[\s-])?(?:an?[\s-])?|\sof\s"
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<sign>{sign})\s?|(?<![^\W\d_])|(?<=\b[Nn]o)|(?<=\bM))"
        r"(?P<figures>(?<![\d.,])[0-9][0-9.,]*|(?<![\d.,])\.[0-9]+)(?P<glyph>[½¼¾⅓⅔])?"
        r"|(?P<alone>[½¼¾⅓⅔])"
        rf"|(?<![^\W_])(?P<words>(?:{word})(?:(?:{link})(?:{word})){{0,40}})(?![^\W_])",
        re.IGNORECASE,
    )


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\s-]?(?P<named>{alternation(NAMED_SCALES)})"
        rf"|\s?(?P<short>{alternation(_SHORT_SCALES)}))(?![^\W_])",
        re.IGNORECASE,
    )


def numerals(target: str) -> tuple[Numeral, ...]:
    """The numbers of an English sentence, in text order, without overlaps."""
    found: list[Numeral] = []
    for match in _found().finditer(target):
        if match["words"]:
            found += _in_words(target, match)
        elif match["alone"]:
            amounts = (_GLYPHS[match["alone"]],)
            found.append(Numeral(match.start(), match.end(), amounts, words=True))
        elif one := _in_figures(target, match):
            found.append(one)
    return _shared(target, found)


def _in_figures(target: str, match: re.Match[str]) -> Numeral | None:
    figures = match["figures"].rstrip(".,")
    end = match.start("figures") + len(figures)
    if not _ENGLISH.fullmatch(figures):
        return None
    amount: Amount = Decimal(figures.replace(",", ""))
    if match["glyph"]:
        end = match.end()
        amount = Fraction(amount) + Fraction(_GLYPHS[match["glyph"]])
    unit = money.signs()[key(match["sign"])] if match["sign"] else ""
    if after := _AFTER.match(target, end):
        ordinal = bool(after[1])
        return Numeral(
            match.start(), after.end(), (amount,), unit, ordinal=ordinal, many=not ordinal
        )
    return _with_unit(target, _scaled(target, Numeral(match.start(), end, (amount,), unit)))


def _scaled(target: str, numeral: Numeral) -> Numeral:
    match = _scale().match(target, numeral.end)
    if match is None:
        return numeral
    (amount,) = numeral.amounts
    if match["named"]:
        amounts: tuple[Amount, ...] = (amount * NAMED_SCALES[key(match["named"])],)
    else:
        amounts = (amount * _SHORT_SCALES[key(match["short"])],)
        # "5 m" is rather five metres, "1000 B.C." is a year
        if len(match["short"]) == 1 and not numeral.unit:
            amounts = (amount, *amounts)
            if match["short"] == "m":
                return replace(numeral, end=match.end(), amounts=amounts, unit="m")
    return replace(numeral, end=match.end(), amounts=amounts)


def _with_unit(target: str, numeral: Numeral) -> Numeral:
    if numeral.unit or numeral.ordinal:
        return numeral
    found = units.ahead(target, numeral.end, _tails(), most=5)
    return replace(numeral, end=found[0], unit=found[1]) if found else numeral


@cache
def _tails() -> dict[str, str]:
    """Units by what stands after a number, small words that may come between included."""
    known = units.by_english() | money.by_english()
    known |= {"%": "%", "percent": "%", "per cent": "%", "pct": "%", "percentage": "%"}
    known |= {"percentage points": "points", "percentage point": "points"}
    return known | {f"of {word}": unit for word, unit in known.items()}


_PIECE = re.compile(r"[^\W_]+")


def _in_words(target: str, match: re.Match[str]) -> list[Numeral]:
    """The numbers in a row of number words, which may hold several: "two second-hand cars"."""
    pieces = [
        (piece.start(), piece.end(), key(piece[0]))
        for piece in _PIECE.finditer(target, match.start("words"), match.end("words"))
        if key(piece[0]) in WORDS
    ]
    found = []
    while pieces:
        said = read_spelled([word for _, _, word in pieces])
        start, end = pieces[0][0], pieces[said.used - 1][1]
        one = Numeral(start, end, said.amounts, ordinal=said.ordinal, many=said.many, words=True)
        found.append(_with_unit(target, one))
        pieces = pieces[said.used :]
    return found


_LINK = re.compile(r"\s?(?:[-–—−/]|to|and|or|through|until|till)\s?", re.IGNORECASE)


def _shared(target: str, found: list[Numeral]) -> tuple[Numeral, ...]:
    """The first end of a range with the scale and unit of the second, where it has none itself."""
    for index in range(len(found) - 2, -1, -1):
        one, other = found[index], found[index + 1]
        if other.start - one.end > 9 or other.ordinal:
            continue
        if not _LINK.fullmatch(target, one.end, other.start):
            continue
        amounts = one.amounts
        figures = _ENGLISH.search(target, other.start, other.end)
        bare = Decimal(figures[0].replace(",", "")) if figures else None
        if bare and bare != other.amounts[0]:
            amounts += (Fraction(amounts[0]) * Fraction(other.amounts[0]) / Fraction(bare),)
        found[index] = replace(one, amounts=amounts, unit=one.unit or other.unit)
    return tuple(found)
