"""Figures that a model cut off or doubled: "202" for 2022, "2,2220" for 2.220, "(12/2022)" or
"(Jan. 12/2022)" for (12/1/2022).

A place is certain when a value of the source is missing and one numeral of the target, which no
value of the source accounts for, is that value with its end cut off or a part said twice. It is
put right in the form that the target uses, and only if the value is then held and no other lost.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from padanan.translate.dates import names
from padanan.translate.values.english import before, forms, half_day
from padanan.translate.values.find import PART_OF_DAY, value_uses
from padanan.translate.values.indonesian import readings
from padanan.translate.values.moments import weekday_names
from padanan.translate.values.value import (
    Clock,
    Day,
    Found,
    Quantity,
    Reading,
    ValueUse,
    Verbatim,
)

_FIGURES = re.compile(r"(?<![^\W_])(?<![^\W\d_]-)[0-9]+(?:[.,:/][0-9]+)*(?![^\W_])")
_MISWRITTEN = re.compile(r"\.\d{1,2}(?!\d)|\.\d{4}|\d{4},|,\d{3}")
"""What no number of a source should have ("320.00"): there the target may be right."""

_SHORTEST = 3
"""Figures that a cut-off numeral has at least: "20" may be the head of anything."""

_MOST = 12
"""Numerals that the source lacks up to which a place is looked for: among more none is certain."""


@dataclass(frozen=True, slots=True)
class _Repair:
    """A numeral of the target that may be a garbled value of the source.

    Attributes:
        start: Offset in the target where what is replaced begins.
        end: Offset after it.
        text: What is put there.
        index: The value's place among those of the source.
    """

    start: int
    end: int
    text: str
    index: int


def restored(source: str, target: str) -> str:
    """The target with the values of the source that stand there cut off or doubled."""
    target = _half_spelled(source, target)
    ours = set(_FIGURES.findall(source))
    bare = set(map(_digits, ours))
    strange = [
        one
        for one in _FIGURES.finditer(target)
        if (one[0] not in ours if "/" in one[0] else _digits(one[0]) not in bare)
    ]
    if not 0 < len(strange) <= _MOST:
        return target
    uses = value_uses(source, target)
    repairs = _certain(_proposed(source, target, uses, _unaccounted(strange, uses)))
    for one in sorted(repairs, key=lambda repair: repair.start, reverse=True):
        rest = target[one.end :]
        made = target[: one.start] + before(one.text, rest) + rest
        if _is_better(uses, value_uses(source, made), one.index):
            target = made
    return target


def _digits(figures: str) -> str:
    return "".join(filter(str.isdigit, figures))


def _unaccounted(strange: list[re.Match[str]], uses: tuple[ValueUse, ...]) -> list[re.Match[str]]:
    """The numerals that no value of the source accounts for, there or in any of its forms."""
    said = {
        _digits(one)
        for use in uses
        for form in use.value.english
        for one in (form, *_FIGURES.findall(form))
    }
    return [
        one
        for one in strange
        if ("/" in one[0] or _digits(one[0]) not in said)
        and not any(
            use.start is not None
            and use.end is not None
            and use.start < one.end()
            and one.start() < use.end
            for use in uses
        )
    ]


def _proposed(
    source: str, target: str, uses: tuple[ValueUse, ...], strange: list[re.Match[str]]
) -> Iterator[_Repair]:
    """What each numeral may be of the values that are missing, or said once where the source says
    them twice."""
    places: set[tuple[int | None, int | None]] = set()
    for index, (use, reading) in enumerate(zip(uses, readings(source), strict=True)):
        is_there = use.found is not Found.MISSING and (use.start, use.end) not in places
        places.add((use.start, use.end))
        if is_there or not any(map(str.isdigit, use.value.text)):
            continue
        for one in strange:
            if "/" in one[0]:
                found = _numeric_date(target, one, reading, use.value.text)
            else:
                found = _number(target, one, reading, use.value.text)
            if found:
                yield _Repair(*found, index)


def _certain(proposed: Iterator[_Repair]) -> list[_Repair]:
    """Those of numerals that can be one thing only, and not more of them than values want."""
    found = list(proposed)
    texts: dict[int, set[str]] = {}
    for one in found:
        texts.setdefault(one.start, set()).add(one.text)
    wanted = Counter(text for _, text in {(one.index, one.text) for one in found})
    places = Counter(text for _, text in {(one.start, one.text) for one in found})
    repairs = {
        one.start: one
        for one in found
        if len(texts[one.start]) == 1 and places[one.text] <= wanted[one.text]
    }
    return list(repairs.values())


def _is_better(then: tuple[ValueUse, ...], now: tuple[ValueUse, ...], index: int) -> bool:
    """Whether a repair brings its value back and takes none away."""
    return now[index].found is Found.HELD and all(
        after.found is not Found.MISSING or earlier.found is Found.MISSING
        for earlier, after in zip(then, now, strict=True)
    )


def _is_garbled(figures: str, wanted: str, *, cut: bool) -> bool:
    """Whether figures are those wanted with their end cut off, or a part of them repeated."""
    if cut and _SHORTEST <= len(figures) < len(wanted) and wanted.startswith(figures):
        return True
    more = len(figures) - len(wanted)
    if more <= 0 or len(wanted) < 2 or (len(wanted) == 2 and more > 1):
        return False
    for end in range(1, len(wanted) + 1):
        for start in range(end):
            times, over = divmod(more, end - start)
            doubled = wanted[:end] + wanted[start:end] * times + wanted[end:]
            if not over and figures == doubled:
                return True
    return False


def _number(
    target: str, there: re.Match[str], reading: Reading, raw: str
) -> tuple[int, int, str] | None:
    """What a numeral is of a year or a day, a time of day, or a number."""
    meaning, figures = reading.meaning, _digits(there[0])
    match meaning:
        case Day():
            if meaning.decade or not there[0].isdigit():
                return None
            first = meaning.since or meaning
            numbers = (meaning.year, first.year, meaning.day, first.day)
            wanted = [f"{number}" for number in numbers if number]
            cut = True
        case Clock():
            if meaning.until or meaning.minute is None:
                return None
            text = half_day(meaning.hour, meaning.minute)
            if PART_OF_DAY.match(target, there.end()):
                text = text.split()[0]
            long = (f"{meaning.hour}{meaning.minute:02}", f"{meaning.hour:02}{meaning.minute:02}")
            is_it = any(_is_garbled(figures, one, cut=False) for one in (*long, _digits(text)))
            return (there.start(), there.end(), text) if is_it else None
        case Quantity():
            if len(meaning.amounts) > 1 or meaning.many or meaning.ordinal:
                return None
            if _MISWRITTEN.search(raw):
                return None
            written = (_FIGURES.search(form) for form in forms(reading, raw)[:2])
            wanted = [one[0] for one in written if one]
            cut = True
        case Verbatim():
            return None
    texts = [one for one in wanted if _is_garbled(figures, _digits(one), cut=cut)]
    return (there.start(), there.end(), texts[0]) if texts else None


def _numeric_date(
    target: str, there: re.Match[str], reading: Reading, raw: str
) -> tuple[int, int, str] | None:
    """What is left of a date in numbers: "Wednesday (12/2022)" for "Rabu (12/1/2022)"."""
    day = reading.meaning
    if not isinstance(day, Day) or day.since or not (day.day and day.month):
        return None
    rest = iter([str(number) for number in (day.day, day.month, day.year) if number])
    for part in there[0].split("/"):
        if not any(
            part.lstrip("0") == one or (len(one) == 4 and _is_garbled(part, one, cut=True))
            for one in rest
        ):
            return None
    return _with_weekday(target, there, reading, day, raw)


def _with_weekday(
    target: str, there: re.Match[str], reading: Reading, day: Day, raw: str
) -> tuple[int, int, str] | None:
    """What is put in the place of a date, and of the weekday before the brackets that it stands
    in; None if that is another day."""
    weekday = _weekday_before().search(target, max(0, there.start() - 12), there.start())
    if weekday and day.weekday is not None and target[there.end() : there.end() + 1] == ")":
        if weekday[1] != weekday_names()[day.weekday]:
            return None
        return weekday.start(), there.end() + 1, forms(reading, raw)[0]
    bare = replace(reading, meaning=replace(day, weekday=None))
    return there.start(), there.end(), forms(bare, raw)[0]


def _half_spelled(source: str, target: str) -> str:
    """The target without "Jan. 12/2022" for 12/1/2022: a month in words, right or wrong, before
    what is left of a date in numbers."""
    for there in reversed(list(_month_and_numbers().finditer(target))):
        found = {one.text: one for one in _spelled_out(source, target, there)}
        if len(found) != 1:
            continue
        (one,) = found.values()
        uses = value_uses(source, target)
        use = uses[one.index]
        is_there = use.start is not None and use.end is not None
        if is_there and there.start() not in range(use.start or 0, use.end or 0):
            continue  # the date stands elsewhere
        rest = target[one.end :]
        made = target[: one.start] + before(one.text, rest) + rest
        if _is_better(uses, value_uses(source, made), one.index):
            target = made
    return target


def _spelled_out(source: str, target: str, there: re.Match[str]) -> Iterator[_Repair]:
    """The dates in numbers of the source that a half-spelled one may be."""
    for index, reading in enumerate(readings(source)):
        day, raw = reading.meaning, source[reading.start : reading.end]
        if not isinstance(day, Day) or not day.year or day.since or "/" not in raw:
            continue
        if int(there[1]) in (day.day, day.month) and str(day.year) in there[2]:
            found = _with_weekday(target, there, reading, day, raw)
            if found:
                yield _Repair(*found, index)


@cache
def _month_and_numbers() -> re.Pattern[str]:
    months = "|".join(f"{name}|{name[:3]}" for name in ("Sept", *names().month.values()))
    return re.compile(rf"\b(?:{months})\.? (\d{{1,2}})/(\d{{4,5}})(?!\d)")


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(weekday_names())}),? \($")
