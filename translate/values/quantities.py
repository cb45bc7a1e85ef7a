"""Numbers, ordinals, ranges, percentages, money, measures and scores of an Indonesian sentence."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from padanan.settings import SOURCE_LANGUAGE
from padanan.translate.values import moments
from padanan.translate.values.units import indonesian_units, is_currency, signs
from padanan.translate.values.value import Amount, Day, Quantity, Reading, ValueKind
from padanan.translate.values.words import NUMBER_WORDS, SCALES, read_indonesian

_NUMBER = (
    r"\d{1,3}(?:\.\d{3}){1,6}(?:,\d{1,12})?(?![\d]|[.,]\d)"
    r"|\d{1,25}(?:[.,]\d{1,12})?(?!\d|[.,]\d)"
)
_SCALE_WORDS = SCALES | {
    "rb": 10**3,
    "jt": 10**6,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""English ones too: a draft may say "2,5 billion"."""

_MONEY_SCALES = {"m": 10**9, "t": 10**12, "k": 10**3}
"""Short for miliar and triliun behind an amount of money: "Rp1,5 M"."""

_TO = r"\s?(?:[-–—]|s/d|s\.d\.|hingga|sampai(?:\sdengan)?|atau|ke)\s?"
_RANGE = re.compile(_TO, re.IGNORECASE)


def _any(words: object) -> str:
    assert isinstance(words, dict | frozenset)
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    scale, unit, sign = _any(_SCALE_WORDS), _any(indonesian_units()), _any(signs())
    found = {
        "number": rf"(?:{_NUMBER})",
        "scale": rf"[\s-]?({scale})(?:[\s-]?({scale}))?(?![^\W_])",
        "money_scale": r"\s?([MTk])(?![^\W_])",
        "sign": rf"(?:({sign})\.?\s?)(?=\d)",
        "percent": r"\s?(?:%|persen(?![^\W_])|prosen(?![^\W_])|per cent\b|percent\b)",
        "unit": rf"\s?({unit})(?![^\W_]|/\w)",
        "words": rf"(?:(?:{_any(NUMBER_WORDS)})(?:\s|(?![^\W_]))){{1,16}}",
    }
    return {
        name: re.compile(one, 0 if name == "money_scale" else re.IGNORECASE)
        for name, one in found.items()
    }


@lru_cache(maxsize=4096)
def _decimal(digits: str) -> Decimal | None:
    """The amount of digits written the Indonesian way, or with a dot before a decimal's digits."""
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        return parse_decimal(digits, locale=SOURCE_LANGUAGE, strict=True)
    except NumberFormatError:
        return Decimal(digits) if digits.count(".") == 1 and "," not in digits else None


def _scaled(text: str, start: int, *, money: bool) -> tuple[int, Amount, bool] | None:
    """A number with its scale from `start`: where it ends, its amount, whether it had a scale."""
    patterns = _patterns()
    match = patterns["number"].match(text, start)
    if not match or (amount := _decimal(match[0])) is None:
        return None
    end = match.end()
    if scale := patterns["scale"].match(text, end):
        amount *= _SCALE_WORDS[scale[1].lower()]
        if scale[2]:
            amount *= _SCALE_WORDS[scale[2].lower()]
        return scale.end(), amount, True
    if money and (scale := patterns["money_scale"].match(text, end)):
        return scale.end(), amount * _MONEY_SCALES[scale[1].lower()], True
    return end, amount, False


def _tail(text: str, end: int, *, money: bool = False) -> tuple[int, str]:
    """What unit follows a number, and where it ends."""
    patterns = _patterns()
    if match := patterns["percent"].match(text, end):
        return match.end(), "%"
    if money or not (match := patterns["unit"].match(text, end)):
        return end, ""
    word = match[1]
    unit = indonesian_units()[word.lower()]
    if len(word) <= 2 and word.isascii() and not _ABBREVIATION.fullmatch(word):
        return end, ""
    return match.end(), unit


_ABBREVIATION = re.compile(r"[a-z]{1,2}|[A-Z]{2}|[kMGT]?W|SR|Hz|Kg|Km|Ha|[km]m2")

_KINDS = {"": ValueKind.NUMBER, "%": ValueKind.PERCENTAGE}


def _made(
    start: int,
    end: int,
    amounts: tuple[Amount, ...],
    unit: str,
    *,
    words: bool = False,
    many: bool = False,
) -> Reading:
    if len(amounts) > 1:
        kind = ValueKind.RANGE
    elif is_currency(unit):
        kind = ValueKind.CURRENCY
    else:
        kind = _KINDS.get(unit, ValueKind.MEASURE)
    return Reading(start, end, kind, Quantity(amounts, unit, many, words))


def _begins(text: str, start: int) -> bool:
    return not start or not _JOINED.search(text, max(0, start - 3), start)


_JOINED = re.compile(r"[^\W_]$|\d[.,:/]$|(?<!ke)[^\W\d_]-$|_$", re.IGNORECASE)


def quantity(text: str, start: int) -> Reading | None:
    """A number in digits and what belongs to it: "5.000", "10 hingga 15 persen", "5 km", "1998"."""
    if not _begins(text, start):
        return None
    if found := moments.decade(text, start):
        return found
    first = _scaled(text, start, money=False)
    if not first:
        return None
    end, amount, scaled = first
    if _ATTACHED.match(text, end):
        return _attached_unit(text, start, end, amount)
    minus = start and text[start - 1] in "-−–" and (start == 1 or text[start - 2] in " (")
    if minus:
        amount = -amount
    if not minus and (ranged := _range(text, start, end, amount, scaled)):
        return ranged
    after, unit = _tail(text, end)
    if not unit and not scaled and (year := _year(text, start, end)):
        return year
    return _made(start, after, (amount,), unit)


_ATTACHED = re.compile(r"[^\W\d_]|[-–][^\W\d_]|/\d")


def _attached_unit(text: str, start: int, end: int, amount: Amount) -> Reading | None:
    """ "160km", "5kg", "20-an"; other letters make it a name ("39C")."""
    if match := re.compile(r"-?an\b").match(text, end):
        return Reading(start, match.end(), ValueKind.NUMBER, Quantity((amount,), many=True))
    after, unit = _tail(text, end)
    return _made(start, after, (amount,), unit) if unit else None


def _range(text: str, start: int, end: int, amount: Amount, scaled: bool) -> Reading | None:
    link = _RANGE.match(text, end)
    if not link:
        return None
    second = _scaled(text, link.end(), money=False)
    if not second:
        return None
    last, other, other_scaled = second
    if _ATTACHED.match(text, last) and not _tail(text, last)[1]:
        return None
    if other_scaled and not scaled and other > amount:
        amount = _sharing(text, link.end(), amount, other)
    if link[0].strip().lower() == "ke" or other <= amount:
        return None
    last, unit = _tail(text, last)
    return _made(start, last, (amount, other), unit)


def _sharing(text: str, start: int, amount: Amount, other: Amount) -> Amount:
    """The first end of a range with the scale of the second, which begins at `start`: the 5 of
    "5-10 juta" is five million."""
    bare = _patterns()["number"].match(text, start)
    whole = _decimal(bare[0]) if bare else None
    if not whole or amount >= whole:
        return amount
    return amount * int(Fraction(other) / Fraction(whole))


_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_COUNTED = re.compile(
    r"\s(?:orang|unit|warga|personel|tentara|pasukan|rumah|jiwa|korban|kasus|penumpang|peserta|siswa"
    r"|mahasiswa|anggota|prajurit|polisi|karyawan|buah|ekor|kali|tahun|poin|suara|tiket|kursi|desa"
    r"|keluarga|kepala|penduduk|perusahaan|butir|lembar|menit|detik|hari|tempat|sekolah|dokumen)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:\b(?:tahun|pada|sejak|hingga|sampai|musim|awal|akhir|pertengahan|di|dari|untuk|antara|dan"
    r"|piala|periode|olimpiade|sebelum|setelah|sesudah|jelang|abad)|[(,])\s?$",
    re.IGNORECASE,
)


def _year(text: str, start: int, end: int) -> Reading | None:
    """A year: four digits without a dot that count nothing."""
    digits = text[start:end]
    if not _YEAR.fullmatch(digits) or _COUNTED.match(text, end):
        return None
    if int(digits) < 1900 and not _DATED.search(text, max(0, start - 14), start):
        return None
    return Reading(start, end, ValueKind.DATE, Day(year=int(digits)))


_PAIR = re.compile(
    r"(\d{1,4})(\s?[-–—]\s?|:)(\d{1,4})(?![\d%]|[.,:/]\d|[-–][^\W\d_]|\s?[-–:]\s?\d)(?!an\b|-an\b)"
)
_GAME = re.compile(
    r"\b(?:skor|menang|kemenangan|kalah|kekalahan|imbang|unggul|tertinggal|keunggulan|kedudukan|gol"
    r"|babak|set|gim|game|angka|agregat|takluk|menaklukkan|mengalahkan|membantai|ditahan|menahan"
    r"|hasil|laga|pertandingan|bermain|tumbang|menundukkan|ditundukkan|menyamakan|comeback|rekor)",
    re.IGNORECASE,
)


def score_or_range(text: str, start: int) -> Reading | None:
    """ "2-1", "21-19": the larger first, a nought, or a word of games makes it a score."""
    match = _PAIR.match(text, start)
    if not match or not _begins(text, start):
        return None
    one, other, end = int(match[1]), int(match[3]), match.end()
    tailed = _tail(text, end)[1] or _patterns()["scale"].match(text, end)
    if match[2] == ":" and (len(match[3]) == 2 and len(match[1]) <= 2 and other < 60):
        return None
    if len(match[1]) == 4:
        return _years(match, start)
    if tailed or len(match[1]) > 3 or len(match[3]) > 3:
        return None
    played = _GAME.search(text, max(0, start - 60), start) or _GAME.search(text, end, end + 40)
    if one > other or not one or match[2] == ":" or (played and max(one, other) < 200):
        amounts = (Decimal(one), Decimal(other))
        return Reading(start, end, ValueKind.SCORE, Quantity(amounts))
    return None


def _years(match: re.Match[str], start: int) -> Reading | None:
    """ "2019-2024", "1995-96"."""
    one, other = int(match[1]), match[3]
    if not 1000 <= one < 2100 or len(other) not in (2, 4):
        return None
    last = int(other) if len(other) == 4 else one - one % 100 + int(other)
    if not one < last < 2100:
        return None
    return Reading(
        start, match.end(), ValueKind.RANGE, Quantity((Decimal(one), Decimal(last)), "years")
    )


def currency(text: str, start: int) -> Reading | None:
    """ "Rp1,5 triliun", "US$ 3 juta", "Rp5-10 juta"."""
    match = _patterns()["sign"].match(text, start)
    if not match or (start and text[start - 1].isalnum()):
        return None
    code = signs().get(match[1].lower(), "")
    first = _scaled(text, match.end(), money=True)
    if not first or not code:
        return None
    end, amount, scaled = first
    if text[end : end + 2] == ",-":
        end += 2
    elif text[end : end + 3] in (",00", ".00"):
        end += 3
    if link := _RANGE.match(text, end):
        second = _scaled(text, link.end(), money=True)
        if second and link[0].strip().lower() not in ("ke", "atau"):
            last, other, other_scaled = second
            if other_scaled and not scaled:
                amount = _sharing(text, link.end(), amount, other)
            if other > amount and not _ATTACHED.match(text, last):
                return _made(start, last, (amount, other), code)
    # "US$ 5 juta dolar" says it twice.
    after, unit = _tail(text, end)
    if is_currency(unit):
        end = after
    return _made(start, end, (amount,), code)


def in_words(text: str, start: int) -> Reading | None:
    """ "lima belas", "dua juta rupiah", "ratusan", "sepertiga"."""
    match = _patterns()["words"].match(text, start)
    if not match or not _begins(text, start) or _is_name(text, start, match):
        return None
    pieces = [(piece.end(), piece[0].lower()) for piece in _WORD.finditer(match[0])]
    found = read_indonesian([word for _, word in pieces])
    if not found:
        return None
    used, amount, many = found
    end = start + pieces[used - 1][0]
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return None  # "satu-satunya", "dua-duanya"
    after, unit = _tail(text, end)
    if unit in ("feet", "m", "in") and unit != "m":
        after, unit = end, ""
    return _made(start, after, (amount,), unit, words=True, many=many)


_WORD = re.compile(r"[^\W\d_]+")


def _is_name(text: str, start: int, match: re.Match[str]) -> bool:
    """Lima in Peru: a capital inside a sentence, behind a word for a place, no noun after it."""
    return match[0].strip() == "Lima" and bool(
        re.search(r"\b(?:di|ke|dari|kota)\s$", text[max(0, start - 6) : start])
        and not re.match(r"\s?[a-z]", text[match.end() : match.end() + 2])
    )


ORDINALS = {
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
    "kelima": 5,
    "keenam": 6,
    "ketujuh": 7,
    "kedelapan": 8,
    "kesembilan": 9,
    "kesepuluh": 10,
    "kesebelas": 11,
}


def ordinal_word(text: str, start: int) -> Reading | None:
    """ "kedua", "ketiga belas", "kedua puluh satu"."""
    match = _ORDINAL_WORD.match(text, start)
    if not match or not _begins(text, start):
        return None
    words = match[0].lower().split()
    number = ORDINALS[words[0]]
    end = start + len(words[0])
    if len(words) > 1 and number < 10:
        digit = next(word for word, value in _DIGIT_WORDS.items() if value == number)
        found = read_indonesian([digit, *words[1:]])
        if found and found[0] > 1:
            number = int(found[1])
            end = start + match.end() - match.start()
    return Reading(
        start, end, ValueKind.ORDINAL, Quantity((Decimal(number),), words=True, ordinal=True)
    )


_DIGIT_WORDS = {
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_ORDINAL_WORD = re.compile(
    rf"(?:{'|'.join(ORDINALS)})(?![^\W_])(?!\sbelah)"
    rf"(?:\s(?:belas|puluh|ratus)(?:\s(?:{'|'.join(_DIGIT_WORDS)}|satu)(?![^\W_]))?(?![^\W_]))?",
    re.IGNORECASE,
)

_ORDINAL = re.compile(r"ke\s?[-‑–]\s?(\d{1,6})(?!\d|[.,]\d)(?:nya\b)?(?![^\W_])", re.IGNORECASE)
_ROMAN = re.compile(r"(?:abad\s)?(?:ke[-\s])?([IVXL]{1,6})(?![^\W_])")


def ordinal(text: str, start: int) -> Reading | None:
    """ "ke-77", "ke-XIX"."""
    if not _begins(text, start):
        return None
    if match := _ORDINAL.match(text, start):
        number = int(match[1])
    elif (match := re.compile(r"ke-([IVXL]{1,6})(?![^\W_])").match(text, start)) and (
        number := _from_roman(match[1])
    ):
        pass
    else:
        return None
    return Reading(
        start, match.end(), ValueKind.ORDINAL, Quantity((Decimal(number),), ordinal=True)
    )


def century(text: str, start: int) -> Reading | None:
    """The Roman number of "abad XIX"."""
    match = re.compile(r"abad\s(?:ke[-\s])?([IVXL]{1,6})(?![^\W_])", re.IGNORECASE).match(
        text, start
    )
    if not match or not (number := _from_roman(match[1])):
        return None
    return Reading(
        match.start(1), match.end(), ValueKind.ORDINAL, Quantity((Decimal(number),), ordinal=True)
    )


def _from_roman(letters: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}.get(letter, 0) for letter in letters]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


_MAGNITUDE = re.compile(
    r"(?:magnitudo|M)\s?(\d{1,2}(?:[.,]\d{1,2})?)(?![\d]|[.,]\d|[^\W_])", re.IGNORECASE
)


def magnitude(text: str, start: int) -> Reading | None:
    """ "magnitudo 7,2", "M 5,6"."""
    match = _MAGNITUDE.match(text, start)
    if not match or not _begins(text, start) or not (match[0][0] == "M" or len(match[0]) > 9):
        return None
    amount = Decimal(match[1].replace(",", "."))
    return _made(start, match.end(), (amount,), "magnitude")
