"""How English writes a value: the house's way first, then the common ones."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from padanan.translate.dates import names
from padanan.translate.values.moments import weekday_names
from padanan.translate.values.units import is_currency, spellings, symbol
from padanan.translate.values.value import (
    Amount,
    Clock,
    Day,
    Meaning,
    Quantity,
    Reading,
    ValueKind,
    Verbatim,
)
from padanan.translate.values.words import suffix, write_english, write_ordinal

ZONES = {
    "WIB": "Western Indonesia Time",
    "WITA": "Central Indonesia Time",
    "WIT": "Eastern Indonesia Time",
}
"""As CLDR names them (and `dates` in datelines)."""

ACRONYMS = {
    "PBB": ("UN", "U.N."),
    "AS": ("US", "U.S.", "USA"),
    "UE": ("EU", "E.U."),
    "OKI": ("OIC",),
    "HAM": ("human rights",),
    "UEA": ("UAE",),
    "MK": ("MK", "Constitutional Court"),
    "RUU": ("bill",),
    "UU": ("law",),
    "PM": ("PM",),
    "IDI": ("IDI",),
    "Menlu": ("Foreign Minister",),
}
"""Acronyms of which English has its own."""

_FRACTIONS: dict[Amount, tuple[str, ...]] = {
    Decimal("0.5"): ("half", "one-half"),
    Fraction(1, 3): ("one-third", "a third", "one third"),
    Fraction(2, 3): ("two-thirds", "two thirds"),
    Decimal("0.25"): ("one-quarter", "a quarter", "one quarter", "one-fourth", "a fourth"),
    Decimal("0.75"): ("three-quarters", "three quarters", "three-fourths"),
    Decimal("0.2"): ("one-fifth", "a fifth", "one fifth"),
    Decimal("0.1"): ("one-tenth", "a tenth", "one tenth"),
}
_MANY = {
    10: ("dozens", "tens", "scores"),
    100: ("hundreds",),
    10**3: ("thousands",),
    10**4: ("tens of thousands",),
    10**5: ("hundreds of thousands",),
    10**6: ("millions",),
    10**7: ("tens of millions",),
    10**8: ("hundreds of millions",),
    10**9: ("billions",),
    10**10: ("tens of billions",),
    10**11: ("hundreds of billions",),
    10**12: ("trillions",),
    10**13: ("tens of trillions",),
    10**14: ("hundreds of trillions",),
}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_LARGEST = 10**15


def grouped(amount: Amount) -> str:
    """ "5,000", "2.5"; what has no end in decimals is rounded to two of them."""
    if isinstance(amount, Fraction):
        amount = Decimal(amount.numerator) / Decimal(amount.denominator)
        amount = amount.quantize(Decimal("0.01"))
    return f"{int(amount):,}" if amount == int(amount) else f"{amount.normalize():,f}"


def _plain(amount: Amount) -> str:
    return grouped(amount).replace(",", "")


def _scaled(amount: Amount) -> tuple[str, str] | None:
    """ "2.5" and "billion" for amounts that are short that way."""
    for scale, word in _SCALES:
        if isinstance(amount, Decimal) and abs(amount) >= scale:
            part = (amount / scale).normalize()
            if part == round(part, 3) and abs(part) < 10**6:
                return f"{part:,f}", word
            return None
    return None


def amount_forms(amount: Amount, *, words: bool = False) -> tuple[str, ...]:
    """The ways of writing an amount alone; in words first where the source has a small one so."""
    if amount in _FRACTIONS and words:
        return (*_FRACTIONS[amount], *((grouped(amount),) if isinstance(amount, Decimal) else ()))
    forms: list[str] = []
    scaled = _scaled(amount)
    if scaled:
        number, word = scaled
        forms += [f"{number} {word}", f"{number.replace(',', '')} {word}"]
        if number.isdigit() and int(number) < 10**6:
            forms.append(f"{write_english(int(number))} {word}")
    forms += [grouped(amount), _plain(amount)]
    if amount == int(amount) and 0 <= amount < _LARGEST:
        spelled = write_english(int(amount))
        forms.insert(0 if words and amount < 10 else len(forms), spelled)
        if amount >= 1000 and amount % 1000 == 0 and amount < 10**6:
            forms.append(f"{int(amount) // 1000} thousand")
    return tuple(dict.fromkeys(forms))


def _range(forms: tuple[Amount, ...], *, words: bool) -> tuple[tuple[str, str], ...]:
    """Both ends, in the forms that go together; the first end loses a scale they share."""
    one, other = forms
    first, second = amount_forms(one, words=words), amount_forms(other, words=words)
    found = [(first[0], second[0])]
    small, large = _scaled(one), _scaled(other)
    if small and large and small[1] == large[1]:
        found.insert(0, (small[0], second[0]))
    found.append((_plain(one), _plain(other)))
    return tuple(found)


def forms(reading: Reading, text: str) -> tuple[str, ...]:
    """The English of a value.

    Args:
        reading: The value.
        text: As the source writes it.
    """
    return _forms(reading.kind, reading.meaning, text)


@lru_cache(maxsize=8192)
def _forms(kind: ValueKind, meaning: Meaning, text: str) -> tuple[str, ...]:
    match meaning:
        case Quantity():
            found = _quantity(kind, meaning, text)
        case Day():
            found = _day(meaning, text)
        case Clock():
            found = _clock(meaning)
        case Verbatim():
            found = (*ACRONYMS.get(meaning.text, ()), meaning.text)
            if kind is not ValueKind.ACRONYM:
                found = (meaning.text,)
    return tuple(dict.fromkeys(found))


def _quantity(kind: ValueKind, meaning: Quantity, text: str) -> tuple[str, ...]:
    amount, unit = meaning.amounts[0], meaning.unit
    if meaning.ordinal:
        number = int(amount)
        digits = f"{number:,}{suffix(number)}"
        spelled = write_ordinal(number)
        return (spelled, digits) if meaning.words and number < 10 else (digits, spelled)
    if kind is ValueKind.SCORE:
        one, other = (_plain(side) for side in meaning.amounts)
        return (f"{one}-{other}", f"{one}–{other}", f"{one}:{other}", f"{one} - {other}")
    if meaning.many:
        bare = _many(amount)
    elif unit == "years":
        one, other = (_plain(side) for side in meaning.amounts)
        link = [f"{one}-{other}", f"{one}–{other}", f"{one}-{other[2:]}", f"{one}–{other[2:]}"]
        short = len(text) < 9
        return (*(link[2:] + link[:2] if short else link), f"{one} to {other}")
    elif kind is ValueKind.RANGE:
        return _ranged(meaning, text)
    else:
        bare = amount_forms(amount, words=meaning.words)
    return _with_unit(bare, unit, text)


def _many(amount: Amount) -> tuple[str, ...]:
    if amount in _MANY:
        return _MANY[int(amount)]
    return (f"{_plain(amount)}s", f"around {_plain(amount)}", f"about {_plain(amount)}")


def _ranged(meaning: Quantity, text: str) -> tuple[str, ...]:
    found: list[str] = []
    dashed = any(dash in text for dash in "-–—")
    links = ("-", " to ", "–") if dashed else (" to ", "-", "–")
    for one, other in _range(meaning.amounts, words=meaning.words):
        for link in links:
            if link != " to " and " " in one:
                continue
            found += _with_unit((f"{one}{link}{other}",), meaning.unit, text)
    return tuple(found)


def _with_unit(bare: tuple[str, ...], unit: str, text: str) -> tuple[str, ...]:
    if not unit:
        return bare
    if unit == "%":
        kinds = ("%", " percent") if "%" in text else (" percent", "%")
        return (
            *(bare[0] + one for one in kinds),
            *(one + " per cent" for one in bare[:1]),
            *(one + " percent" for one in bare[1:]),
        )
    if is_currency(unit):
        return _money(bare, unit)
    if unit == "magnitude":
        return (
            f"magnitude {bare[0]}",
            f"{bare[0]} magnitude",
            f"{bare[0]}-magnitude",
            f"{bare[0]} on the Richter scale",
            f"M{bare[0]}",
        )
    words = [_cased(one) for one in spellings(unit)]
    if text.rstrip().endswith(unit) or "°" in text or "º" in text:
        short = (
            unit
            if text.rstrip().endswith(unit)
            else {"degrees Celsius": "°C", "degrees Fahrenheit": "°F"}.get(unit, "°")
        )
        words.insert(0, short)
    if bare[0] in ("1", "one") and len(words) > 1:
        words[0], words[1] = words[1], words[0]
    return tuple(
        f"{number}{'' if word[0] in '°º' else ' '}{word}"
        for number in bare[:2]
        for word in words[:4]
    )


def _cased(word: str) -> str:
    return word.replace("celsius", "Celsius").replace("fahrenheit", "Fahrenheit")


def _money(bare: tuple[str, ...], code: str) -> tuple[str, ...]:
    if code == "cents":
        return tuple(f"{one} cents" for one in bare)
    sign = symbol(code)
    before = [sign + one for one in bare if one[0].isdigit()]
    words = spellings(code)
    if not before:  # "hundreds of thousands of rupiah"
        of = " of " if bare[0].endswith("s") else " "
        return tuple(f"{one}{of}{word}" for word in words[:2] for one in bare)
    found = before[:1] + [f"{bare[0]} {word}" for word in words[:2]]
    if code == "IDR":
        found += [f"Rp{bare[0]}", f"Rp {bare[0]}", f"Rp. {bare[0]}"]
    elif code == "USD":
        found += [f"${bare[0]}", f"USD {bare[0]}"]
    else:
        found += [f"{code} {bare[0]}"] if len(code) == 3 else []
    return (*found, *before[1:], *(f"{one} {words[0]}" for one in bare[1:]))


def _day(meaning: Day, text: str) -> tuple[str, ...]:
    year = f"{meaning.year}" if meaning.year else ""
    if meaning.decade:
        return (f"{year}s", f"'{year[2:]}s", f"{year[2:]}s", f"{year}'s")
    if meaning.month is None:
        return (year,)
    month = names().month[meaning.month]
    if meaning.day is None:
        return (f"{month} {year}", f"{month}, {year}", f"{month[:3]} {year}", f"{month} of {year}")
    days = f"{meaning.day}"
    if meaning.since:
        word = " and " if " dan " in text else "-" if "-" in text else " to "
        days = f"{meaning.since}{word}{meaning.day}"
    tail = f" {year}" if year else ""
    comma = f", {year}" if year else ""
    bare = [
        f"{days} {month}{tail}",
        f"{month} {days}{comma}",
        f"{days} {month[:3]}{tail}",
        f"{month[:3]}. {days}{comma}",
        f"{days}{suffix(meaning.day)} of {month}{tail}",
        f"{month} {days}{suffix(meaning.day)}{comma}",
    ]
    if meaning.weekday is None:
        return tuple(bare)
    weekday = weekday_names()[meaning.weekday]
    found = [f"{weekday}, {one}" for one in bare]
    if "(" in text:
        found.insert(0, f"{weekday} ({bare[0]})")
        found.insert(2, f"{weekday} ({bare[1]})")
    return tuple(found)


def _clock(meaning: Clock) -> tuple[str, ...]:
    zone = f" {ZONES.get(meaning.zone, meaning.zone)}" if meaning.zone else ""
    short = f" {meaning.zone}" if meaning.zone else ""
    ends = [(meaning.hour, meaning.minute), *([meaning.until] if meaning.until else [])]
    if not meaning.sure:
        hours = " to ".join(f"{hour}" for hour, _ in ends)
        return (f"{hours} o'clock", f"{hours} a.m.", f"{hours} p.m.")
    twelve = [half_day(hour, minute) for hour, minute in ends]
    full = [f"{hour:02}:{minute or 0:02}" for hour, minute in ends]
    long = " to ".join(twelve)
    return (
        long + zone,
        long + short,
        "-".join(full) + short,
        " to ".join(full) + short,
        "-".join(full) + zone,
        long.replace(".m.", "m") + short,
        long,
        "-".join(full),
    )


def half_day(hour: int, minute: int | None) -> str:
    """13, 0 as "1:00 p.m."."""
    clock = f"{hour % 12 or 12}" + (f":{minute:02}" if minute is not None else "")
    return f"{clock} {'a.m.' if hour < 12 else 'p.m.'}"
