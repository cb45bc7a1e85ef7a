"""Whether a target has the values of its source, in any way English writes them."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from padanan.translate.values.english import ACRONYMS, forms
from padanan.translate.values.english_moments import (
    EnglishDate,
    EnglishTime,
    english_dates,
    english_times,
    english_weekdays,
)
from padanan.translate.values.indonesian import readings
from padanan.translate.values.numerals import Numeral, numerals
from padanan.translate.values.units import same_unit
from padanan.translate.values.value import (
    Amount,
    Clock,
    Day,
    Found,
    Meaning,
    Quantity,
    Reading,
    Value,
    ValueKind,
    ValueUse,
    Verbatim,
)

Place = tuple[int, int]


class English:
    """An English text with its numbers, dates and times, each read when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.taken: dict[Place, object] = {}

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        return numerals(self.text)

    @cached_property
    def dates(self) -> tuple[EnglishDate, ...]:
        return english_dates(self.text)

    @cached_property
    def times(self) -> tuple[EnglishTime, ...]:
        return english_times(self.text)

    @cached_property
    def weekdays(self) -> frozenset[int]:
        return english_weekdays(self.text)


def value(text: str, reading: Reading) -> Value:
    """The public value of a reading of `text`."""
    raw = text[reading.start : reading.end]
    return Value(reading.start, reading.end, reading.kind, raw, forms(reading, raw))


def values(source: str) -> tuple[Value, ...]:
    """The values of an Indonesian sentence, in text order, without overlaps."""
    return tuple(value(source, reading) for reading in readings(source))


def value_uses(source: str, target: str) -> tuple[ValueUse, ...]:
    """What became of each value of the source in the target, in the source's order."""
    found = readings(source)
    if not found:
        return ()
    english = English(target)
    places: dict[int, Place | None] = {}
    for sure in (True, False):
        for index, reading in enumerate(found):
            if places.get(index) is None:
                places[index] = held(reading, english, strict=sure)
    uses = []
    kept: list[Reading] = []
    if any(place is None for place in places.values()):
        kept = list(readings(target))
    for index, reading in enumerate(found):
        place, state = places[index], Found.HELD
        if place is None:
            place, state = _kept(reading, kept), Found.KEPT
        if place is None:
            state = Found.MISSING
        start, end = place if place and place[0] >= 0 else (None, None)
        uses.append(ValueUse(value(source, reading), state, start, end))
    return tuple(uses)


def _kept(reading: Reading, kept: list[Reading]) -> Place | None:
    """The first reading of the target, by Indonesian conventions, that means the same."""
    for one in kept:
        if one.kind is reading.kind and sense(one.meaning) == sense(reading.meaning):
            kept.remove(one)
            return one.start, one.end
    return None


def sense(meaning: Meaning) -> Meaning:
    """A meaning without how it is written, and without what a draft that kept its numbers may
    have translated beside them: the weekday, the zone of a time."""
    match meaning:
        case Clock():
            return replace(meaning, zone="", sure=True)
        case Day():
            return replace(meaning, weekday=None)
        case Quantity():
            return replace(meaning, words=False)
        case Verbatim():
            return meaning


ELSEWHERE: Place = (-1, -1)
"""Held, but in pieces."""


def held(reading: Reading, english: English, *, strict: bool) -> Place | None:
    """Where an English text has a value, if it does; `strict` asks for its unit and kind too."""
    match reading.meaning:
        case Verbatim():
            return _verbatim(reading.kind, reading.meaning, english)
        case Day():
            return _day(reading.meaning, english)
        case Clock():
            return _clock(reading.meaning, english)
        case Quantity():
            if len(reading.meaning.amounts) > 1:
                return _pair(reading, reading.meaning, english, strict=strict)
            return _single(reading, reading.meaning, english, strict=strict)


def _single(reading: Reading, meaning: Quantity, english: English, *, strict: bool) -> Place | None:
    amount = meaning.amounts[0]
    for numeral in english.numerals:
        if not _equal(amount, numeral, meaning):
            continue
        if not _unit_fits(meaning.unit, numeral.unit, strict=strict):
            continue
        if strict and (numeral.ordinal is not meaning.ordinal or numeral.many is not meaning.many):
            continue
        if _take((numeral.start, numeral.end), english, reading.meaning):
            return numeral.start, numeral.end
    return None


def _take(place: Place, english: English, meaning: object) -> bool:
    """Whether a place in the target is free for a meaning: nothing else has it already."""
    holder = english.taken.setdefault(place, meaning)
    return holder == meaning


def _unit_fits(wanted: str, there: str, *, strict: bool) -> bool:
    if strict:
        return wanted == there or bool(wanted and there and same_unit(wanted, there))
    if not wanted or not there:
        return True
    return same_unit(wanted, there)


def _equal(amount: Amount, numeral: Numeral, meaning: Quantity) -> bool:
    if amount in numeral.amounts:
        return True
    if meaning.unit == "%" and numeral.words and not numeral.unit:
        return Fraction(amount) / 100 in numeral.amounts
    return False


def _pair(reading: Reading, meaning: Quantity, english: English, *, strict: bool) -> Place | None:
    """Two amounts near each other, in their order; those of a score in either."""
    score = reading.kind is ValueKind.SCORE
    orders = [meaning.amounts, meaning.amounts[::-1]] if score else [meaning.amounts]
    if meaning.unit == "years":
        orders.append((meaning.amounts[0], meaning.amounts[1] % 100))
    unit = "" if meaning.unit == "years" else meaning.unit
    for one, other in orders:
        for index, first in enumerate(english.numerals[:-1]):
            if one not in first.amounts:
                continue
            for second in english.numerals[index + 1 : index + 3]:
                if other not in second.amounts or second.start - first.end > 40:
                    continue
                if _unit_fits(unit, second.unit, strict=strict) and _take(
                    (first.start, second.end), english, meaning
                ):
                    return first.start, second.end
    return None


def _day(meaning: Day, english: English) -> Place | None:
    if meaning.month is None:
        return _year(meaning, english)
    for date in english.dates:
        if date.month != meaning.month or (meaning.year and date.year not in (None, meaning.year)):
            continue
        wanted = {day for day in (meaning.since, meaning.day) if day}
        if not wanted <= set(date.days):
            continue
        if meaning.year and not date.year and not _has_year(meaning.year, english):
            continue
        if meaning.weekday is not None and not (
            meaning.weekday in english.weekdays or not english.weekdays
        ):
            continue
        return date.start, date.end
    return None


def _has_year(year: int, english: English) -> bool:
    return any(year in numeral.amounts for numeral in english.numerals) or any(
        date.year == year for date in english.dates
    )


def _year(meaning: Day, english: English) -> Place | None:
    year = meaning.year or 0
    for numeral in english.numerals:
        if year in numeral.amounts and (not meaning.decade or numeral.many):
            return numeral.start, numeral.end
        if meaning.decade and numeral.many and Decimal(year % 100) in numeral.amounts:
            return numeral.start, numeral.end
    if not meaning.decade:
        for date in english.dates:
            if date.year == year:
                return date.start, date.end
    return None


def _clock(meaning: Clock, english: English) -> Place | None:
    first = _time(meaning.hour, meaning.minute, meaning, english)
    if first is None or meaning.until is None:
        return first
    second = _time(*meaning.until, meaning, english)
    if second is None:
        return None
    return min(first[0], second[0]), max(first[1], second[1])


def _time(hour: int, minute: int | None, meaning: Clock, english: English) -> Place | None:
    for time in english.times:
        if time.minute != (minute or 0):
            continue
        if time.hour != hour and not (
            time.hour % 12 == hour % 12 and not (time.sure and meaning.sure)
        ):
            continue
        if time.zone and meaning.zone and time.zone != meaning.zone:
            continue
        return time.start, time.end
    return None


_INITIALS = re.compile(r"[A-Z]")


def _verbatim(kind: ValueKind, meaning: Verbatim, english: English) -> Place | None:
    if kind is ValueKind.PHONE:
        return _phone(meaning.text, english.text)
    for form in (
        meaning.text,
        *(ACRONYMS.get(meaning.text, ()) if kind is ValueKind.ACRONYM else ()),
    ):
        start = english.text.find(form)
        while start >= 0:
            end = start + len(form)
            if _bounded(english.text, start, end):
                return start, end
            start = english.text.find(form, start + 1)
    if kind is ValueKind.ACRONYM:
        return _other_acronym(english.text)
    if kind in (ValueKind.URL, ValueKind.EMAIL):
        start = english.text.lower().find(meaning.text.lower())
        return (start, start + len(meaning.text)) if start >= 0 else None
    return None


def _bounded(text: str, start: int, end: int) -> bool:
    return not (
        (start and text[start - 1].isalnum())
        or (end < len(text) and text[end].isalnum() and text[end] != "s")
    )


_BRACKETED = re.compile(r"\(([A-Z][A-Za-z.&/-]{1,9})\)")


def _other_acronym(text: str) -> Place | None:
    """An English acronym in brackets whose letters begin the words before it."""
    for match in _BRACKETED.finditer(text):
        letters = [letter for letter in match[1] if letter.isupper()]
        before = re.findall(r"[^\W\d_]+", text[max(0, match.start() - 120) : match.start()])
        initials = [word[0] for word in before[-2 * len(letters) - 2 :]]
        rest = iter(initials)
        if all(any(letter == initial.upper() for initial in rest) for letter in letters):
            return match.start(1), match.end(1)
    return None


def _phone(wanted: str, text: str) -> Place | None:
    digits = "".join(filter(str.isdigit, wanted))
    for match in re.finditer(r"[+(]?\d[\d\s().–-]{5,30}\d", text):
        if "".join(filter(str.isdigit, match[0])) == digits:
            return match.start(), match.end()
    return None
