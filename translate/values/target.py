"""An English text as the place where values are looked for."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from padanan.translate.values import money, units
from padanan.translate.values.english_moments import (
    EnglishDate,
    EnglishTime,
    english_dates,
    english_times,
    english_weekdays,
)
from padanan.translate.values.numerals import Numeral, numerals
from padanan.translate.values.value import (
    Amount,
    Clock,
    Day,
    Quantity,
    Reading,
    ValueKind,
    Verbatim,
)
from padanan.translate.values.verbatim import Place, Verbatims

_NEAR = 40
"""Characters that may stand between the two amounts of a range or a score."""


class English:
    """An English text with its numbers, dates and times, each read when first asked for, and
    kept by what they say, so that a look for a value costs no walk through the text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def places(self, reading: Reading, *, strict: bool) -> list[Place]:
        """Where the text has a value; `strict` asks for its very unit and kind."""
        match reading.meaning:
            case Verbatim():
                return self._verbatim.places(reading.kind, reading.meaning.text, strict=strict)
            case Day():
                return self._day(reading.meaning, strict=strict)
            case Clock():
                return self._clock(reading.meaning)
            case Quantity():
                if len(reading.meaning.amounts) > 1:
                    return self._pair(reading, reading.meaning, strict=strict)
                return self._single(reading.meaning, strict=strict)

    @cached_property
    def _verbatim(self) -> Verbatims:
        return Verbatims(self.text)

    @cached_property
    def _numerals(self) -> tuple[Numeral, ...]:
        return numerals(self.text)

    @cached_property
    def _by_amount(self) -> dict[Amount, list[Numeral]]:
        found: dict[Amount, list[Numeral]] = defaultdict(list)
        for numeral in self._numerals:
            for amount in numeral.amounts:
                found[amount].append(numeral)
        return found

    @cached_property
    def _pairs(self) -> dict[tuple[Amount, Amount], list[tuple[Numeral, Numeral]]]:
        found: dict[tuple[Amount, Amount], list[tuple[Numeral, Numeral]]] = defaultdict(list)
        for index, first in enumerate(self._numerals):
            for second in self._numerals[index + 1 : index + 3]:
                if second.start - first.end <= _NEAR:
                    for one in first.amounts:
                        for other in second.amounts:
                            found[one, other].append((first, second))
        return found

    @cached_property
    def _dates(self) -> dict[tuple[int, int], list[EnglishDate]]:
        """Dates by month and day, months alone by day 0; every date by its year as month 0."""
        found: dict[tuple[int, int], list[EnglishDate]] = defaultdict(list)
        for date in english_dates(self.text):
            for day in {0, *date.days}:
                found[date.month, day].append(date)
            if date.year:
                found[0, date.year].append(date)
        return found

    @cached_property
    def _times(self) -> dict[tuple[int, int], list[EnglishTime]]:
        found: dict[tuple[int, int], list[EnglishTime]] = defaultdict(list)
        dates = [(date.start, date.end) for date in english_dates(self.text)]
        for time in english_times(self.text):
            # The 9 of February 9 is no nine o'clock.
            if not any(start <= time.start and time.end <= end for start, end in dates):
                found[time.hour % 12, time.minute].append(time)
        return found

    @cached_property
    def _weekdays(self) -> frozenset[int]:
        return english_weekdays(self.text)

    def _single(self, meaning: Quantity, *, strict: bool) -> list[Place]:
        amount = meaning.amounts[0]
        found = self._by_amount.get(amount, [])
        if meaning.many and amount == 12:
            found = found + self._by_amount.get(Decimal(10), [])
        if _may_be_thousands(meaning):
            found = found + self._by_amount.get(amount * 1000, [])
        if meaning.unit == "%" and not strict:
            share = Fraction(amount) / 100
            found = found + [one for one in self._by_amount.get(share, []) if one.words]
        return [
            (one.start, one.end)
            for one in found
            if _unit_fits(meaning.unit, one.unit, strict=strict)
            and not (
                strict and (one.ordinal is not meaning.ordinal or one.many is not meaning.many)
            )
        ]

    def _pair(self, reading: Reading, meaning: Quantity, *, strict: bool) -> list[Place]:
        """Two amounts near each other, in their order; those of a score in either."""
        one, other = meaning.amounts
        found = self._pairs.get((one, other), [])
        if reading.kind is ValueKind.SCORE:
            found = found + self._pairs.get((other, one), [])
        return [
            (first.start, second.end)
            for first, second in found
            if _unit_fits(meaning.unit, second.unit, strict=strict)
        ]

    def _day(self, meaning: Day, *, strict: bool) -> list[Place]:
        if meaning.month is None:
            return self._year(meaning)
        if meaning.since and meaning.since.month:
            firsts = self._dated(meaning.since, meaning.year)
            lasts = self._dated(meaning, meaning.year)
            return (
                [(min(firsts[0][0], lasts[0][0]), max(firsts[0][1], lasts[0][1]))]
                if (firsts and lasts)
                else []
            )
        found = self._dated(meaning, meaning.year)
        if strict and meaning.day is None:
            return [place for place in found if place not in self._with_days]
        return found

    @cached_property
    def _with_days(self) -> frozenset[Place]:
        return frozenset(
            (date.start, date.end) for dates in self._dates.values() for date in dates if date.days
        )

    def _dated(self, meaning: Day, year: int | None) -> list[Place]:
        if meaning.weekday is not None and self._weekdays and meaning.weekday not in self._weekdays:
            return []
        found = self._dates.get((meaning.month or 0, meaning.day or 0), [])
        return [
            (date.start, date.end)
            for date in found
            if year is None or date.year == year or (date.year is None and self._has_year(year))
        ]

    def _has_year(self, year: int) -> bool:
        return Decimal(year) in self._by_amount or (0, year) in self._dates

    def _year(self, meaning: Day) -> list[Place]:
        year = meaning.year or 0
        if meaning.since:
            since = Decimal(meaning.since.year or 0)
            found = self._pairs.get((since, Decimal(year)), [])
            found = found + self._pairs.get((since, Decimal(year % 100)), [])
            return [(first.start, second.end) for first, second in found]
        numbers = self._by_amount.get(Decimal(year), [])
        if meaning.decade:
            numbers = numbers + self._by_amount.get(Decimal(year % 100), [])
            return [(one.start, one.end) for one in numbers if one.many]
        found_dates = self._dates.get((0, year), [])
        return [(one.start, one.end) for one in numbers] + [
            (one.start, one.end) for one in found_dates
        ]

    def _clock(self, meaning: Clock) -> list[Place]:
        firsts = self._time(meaning.hour, meaning.minute, meaning)
        if meaning.until is None or not firsts:
            return firsts
        lasts = self._time(*meaning.until, meaning)
        if not lasts:
            return []
        return [(min(firsts[0][0], lasts[0][0]), max(firsts[0][1], lasts[0][1]))]

    def _time(self, hour: int, minute: int | None, meaning: Clock) -> list[Place]:
        return [
            (time.start, time.end)
            for time in self._times.get((hour % 12, minute or 0), [])
            if (time.hour == hour or not (time.sure and meaning.sure))
            and not (time.zone and meaning.zone and time.zone != meaning.zone)
        ]


def _may_be_thousands(meaning: Quantity) -> bool:
    """Whether a source that groups in the English way may mean thousands: "4,379 kasus"."""
    amount = meaning.amounts[0]
    if meaning.unit in ("%", "points"):
        return False
    return isinstance(amount, Decimal) and amount.as_tuple().exponent == -3


def _unit_fits(wanted: str, there: str, *, strict: bool) -> bool:
    same = units.same_measure(wanted, there) or money.same_money(wanted, there)
    if strict:
        return same
    return same or not wanted or not there
