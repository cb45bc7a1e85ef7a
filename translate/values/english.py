"""How English writes a value: the house's way first, then the common ones."""

import re
from functools import lru_cache

from padanan.translate.dates import key, like, names
from padanan.translate.values import amounts, money, units
from padanan.translate.values.moments import weekday_names
from padanan.translate.values.money import is_currency
from padanan.translate.values.value import (
    Clock,
    Day,
    Meaning,
    Quantity,
    Reading,
    ValueKind,
    Verbatim,
)
from padanan.translate.values.words import suffix, write_ordinal

ZONES = {
    "WIB": "Western Indonesia Time",
    "WITA": "Central Indonesia Time",
    "WIT": "Eastern Indonesia Time",
}
"""As CLDR names them (and `dates` in datelines)."""


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
            found = _clock(meaning, text)
        case Verbatim():
            found = (meaning.text,)
            if kind is ValueKind.ACRONYM:
                found = (meaning.text, meaning.text.strip("()"))
    return tuple(dict.fromkeys(found))


def cased(reading: Reading, raw: str, english: str) -> str:
    """The English of a value in the letter case of its place: a date in capitals stays so."""
    if not (raw[:1].isupper() and english[:1].isalpha()):
        return english
    if reading.kind is ValueKind.DATE:
        return like(raw, english)
    return english[:1].upper() + english[1:]


def before(english: str, rest: str) -> str:
    """The English of a value as it stands before the rest of a sentence: one full stop serves the
    abbreviation at its end and the sentence."""
    ends = english.endswith(".") and rest.startswith(".") and not rest.startswith("..")
    return english[:-1] if ends else english


_DASH = re.compile(r"[-–—]|(?<!s)/(?!d)")


def _quantity(kind: ValueKind, meaning: Quantity, text: str) -> tuple[str, ...]:
    amount = meaning.amounts[0]
    if meaning.ordinal:
        number = int(amount)
        return (f"{number:,}{suffix(number)}", write_ordinal(number))
    if meaning.many:
        return _with_unit(amounts.many(amount), meaning, text)
    if len(meaning.amounts) == 1:
        return _with_unit(amounts.forms(amount, text), meaning, text)
    one, other = meaning.amounts
    if kind is ValueKind.SCORE:
        sides = amounts.plain(one), amounts.plain(other)
        return tuple(link.join(sides) for link in ("-", "–", ":", " - "))
    if meaning.product:
        pairs = amounts.pair(one, other, text, " x ")
    elif _DASH.search(text):
        pairs = amounts.pair(one, other, text, "-") + amounts.pair(one, other, text, " to ")
    else:
        pairs = amounts.pair(one, other, text, " to ") + amounts.pair(one, other, text, "-")
    return _with_unit(pairs, meaning, text)


def _with_unit(bare: tuple[str, ...], meaning: Quantity, text: str) -> tuple[str, ...]:
    unit, sign = meaning.unit, meaning.sign
    bare = tuple(sign + one for one in bare)
    if not unit:
        return bare
    if unit == "%":
        ends = (" percent", "%", " per cent")
        return tuple(one + end for one in bare[:2] for end in ends) + tuple(
            one + " percent" for one in bare[2:]
        )
    if unit == "points":
        ends = (" percentage points", " percentage point", " points")
        return tuple(one + end for one in bare[:2] for end in ends)
    if is_currency(unit):
        return _money(bare, meaning, text)
    if unit == "magnitude":
        ends = (" magnitude", "-magnitude", " on the Richter scale")
        return (f"magnitude {bare[0]}", *(bare[0] + end for end in ends), f"M{bare[0]}")
    return _measured(bare, meaning, text)


def _measured(bare: tuple[str, ...], meaning: Quantity, text: str) -> tuple[str, ...]:
    unit = units.units()[meaning.unit]
    if meaning.many:
        return tuple(f"{one} of {unit.more}" for one in bare)
    singular = meaning.amounts[0] == 1 and not meaning.product
    house = units.written(unit, text, singular=singular)
    ends = dict.fromkeys(
        [house, *(f" {word}" for word in (unit.more, unit.one, unit.symbol) if word)]
    )
    return tuple(
        one + end for one in bare[:2] for end in ends if any(map(str.isdigit, one)) or len(end) > 4
    )


_HALF = "half a "


def _money(bare: tuple[str, ...], meaning: Quantity, text: str) -> tuple[str, ...]:
    code = meaning.unit
    word, sign = money.word(code), money.symbol(code)
    if meaning.many or bare[0].startswith(_HALF):
        return tuple(f"{one} of {word}" if meaning.many else f"{one} {word}" for one in bare[:1])
    found = [f"{code} {bare[0]}", f"{bare[0]} {word}", f"{sign}{bare[0]}", f"{sign} {bare[0]}"]
    if code == "USD":
        found.append(f"${bare[0]}")
    del text
    return (*found, *(f"{code} {one}" for one in bare[1:] if one[0].isdigit()))


_PARTS = {
    "pagi": "morning",
    "siang": "afternoon",
    "sore": "afternoon",
    "petang": "afternoon",
    "malam": "night",
}
_PART = re.compile(rf"\b(?:{'|'.join(_PARTS)}|dini hari)\b", re.IGNORECASE)


def _day(meaning: Day, text: str) -> tuple[str, ...]:
    since = meaning.since
    link = "-" if _DASH.search(text.split("(")[0] if "(" not in text else text) else " to "
    if " dan " in text:
        link = " and "
    if meaning.month is None:
        return _years(meaning, link)
    bare = _dated(meaning, link)
    if meaning.weekday is None:
        return bare
    weekday = weekday_names()[meaning.weekday]
    if since and since.weekday is not None:
        weekday = f"{weekday_names()[since.weekday]}-{weekday}"
    part = _PART.search(text)
    said = weekday
    if part:
        name = _PARTS.get(key(part[0]))
        said = f"{weekday} {name}" if name else f"early {weekday}"
    return tuple(
        f"{one}{mark}{date}{end}"
        for one in dict.fromkeys((said, weekday))
        for mark, end in ((", ", ""), (" (", ")"), (" ", ""))
        for date in bare[:4]
    )


def _years(meaning: Day, link: str) -> tuple[str, ...]:
    year = f"{meaning.year}"
    if meaning.decade:
        return (f"{year}s", f"'{year[2:]}s", f"’{year[2:]}s", f"{year[2:]}s", f"{year}'s")
    if meaning.since is None:
        return (year,)
    since = f"{meaning.since.year}"
    return (
        f"{since}{link}{year}",
        *(f"{since}{other}{year}" for other in ("-", "–", "/", " to ")),
        *(f"{since}{other}{year[2:]}" for other in ("-", "–", "/")),
    )


def _dated(meaning: Day, link: str) -> tuple[str, ...]:
    year = f" {meaning.year}" if meaning.year else ""
    comma = f", {meaning.year}" if meaning.year else ""
    month, since = names().month[meaning.month or 1], meaning.since
    if meaning.day is None and since:
        first = names().month[since.month or 1]
        return tuple(f"{first}{one}{month}{year}" for one in dict.fromkeys((link, "-", " to ")))
    if meaning.day is None:
        return (f"{month}{year}", f"{month}{comma}", f"{month[:3]}{year}", f"{month} of{year}")
    if since and since.month != meaning.month:
        first = names().month[since.month or 1]
        return (
            f"{since.day} {first}{link}{meaning.day} {month}{year}",
            f"{first} {since.day}{link}{month} {meaning.day}{comma}",
        )
    days = f"{since.day}{link}{meaning.day}" if since else f"{meaning.day}"
    th = suffix(meaning.day)
    return (
        f"{days} {month}{year}",
        f"{month} {days}{comma}",
        f"{days} {month[:3]}{year}",
        f"{month[:3]}. {days}{comma}",
        f"{days}{th} of {month}{year}",
        f"{month} {days}{th}{comma}",
    )


def _clock(meaning: Clock, text: str) -> tuple[str, ...]:
    zone = f" {ZONES.get(meaning.zone, meaning.zone)}" if meaning.zone else ""
    short = f" {meaning.zone}" if meaning.zone else ""
    ends = [(meaning.hour, meaning.minute), *([meaning.until] if meaning.until else [])]
    link = "-" if re.search("[-–—]", text) else " to "
    if not meaning.sure:
        hours = link.join(f"{hour}" for hour, _ in ends)
        return (f"{hours} o'clock", f"{hours} a.m.", f"{hours} p.m.")
    long = link.join(half_day(hour, minute) for hour, minute in ends)
    full = link.join(f"{hour:02}:{minute or 0:02}" for hour, minute in ends)
    short_long = long.replace(".m.", "m")
    return (long + zone, long + short, full + short, full + zone, short_long + short, long, full)


def half_day(hour: int, minute: int | None) -> str:
    """13, 0 as "1:00 p.m."."""
    clock = f"{hour % 12 or 12}" + (f":{minute:02}" if minute is not None else "")
    return f"{clock} {'a.m.' if hour < 12 else 'p.m.'}"
