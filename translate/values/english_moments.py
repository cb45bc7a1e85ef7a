"""The dates and times of an English sentence, read leniently."""

import re
from dataclasses import dataclass
from functools import cache

from padanan.translate.dates import key, names
from padanan.translate.values.moments import weekday_names


@dataclass(frozen=True, slots=True)
class EnglishDate:
    """A month of an English sentence with the days and the year beside it.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        month: 1 to 12.
        days: The days beside it: two ends of a range, or none.
        year: The year beside it.
    """

    start: int
    end: int
    month: int
    days: tuple[int, ...]
    year: int | None


@dataclass(frozen=True, slots=True)
class EnglishTime:
    """A time of day.

    Attributes:
        hour: 0 to 23.
        minute: 0 when not said.
        sure: Whether the half of the day is known.
        zone: "WIB", "WITA", "WIT" or "".
    """

    start: int
    end: int
    hour: int
    minute: int
    sure: bool
    zone: str


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, int], re.Pattern[str], dict[str, int]]:
    months = {name.lower(): number for number, name in names().month.items()}
    months |= {name[:3]: number for name, number in list(months.items())}
    months |= {"sept": 9}
    days = {name.lower(): number for number, name in enumerate(weekday_names())}
    days |= {name[:3]: number for name, number in list(days.items())}
    days |= {"tues": 1, "wednes": 2, "thurs": 3, "thur": 3}
    month = "|".join(sorted(months, key=len, reverse=True))
    weekday = "|".join(sorted(days, key=len, reverse=True))
    day = r"([0-3]?\d)(?:st|nd|rd|th)?"
    to = r"(?:\s?(?:[-–—/&]|to|and|or|through|until)\s?)(?:the\s)?"
    found = re.compile(
        rf"(?:(?<![\d.,:/])(?:{day}{to})?{day}[\s-](?:of\s)?)?(?<![^\W_])({month})(?![^\W\d_])\.?,?"
        rf"(?:\s(?:the\s)?{day}(?![\d:%]|[.,]\d)(?:{to}{day}(?![\d:%]|[.,]\d))?)?"
        rf"(?:,?[\s-]{{1,2}}(?:of\s)?(?:\(?(?:{weekday})\)?,?\s)?\(?((?:1\d|20)\d\d)(?!\d))?",
        re.IGNORECASE,
    )
    return found, months, re.compile(rf"(?<![^\W_])({weekday})s?(?![^\W_])", re.IGNORECASE), days


def english_dates(target: str) -> tuple[EnglishDate, ...]:
    """The months of an English text with their days and years, and numeric dates."""
    pattern, months, _, _ = _patterns()
    found = []
    for match in pattern.finditer(target):
        if match[3][0].islower():
            continue  # "may", "march"
        days = tuple(int(match[group]) for group in (1, 2, 4, 5) if match[group])
        year = int(match[6]) if match[6] else None
        start, end = _with_weekday(target, *match.span())
        found.append(EnglishDate(start, end, months[key(match[3])], days, year))
    for match in _NUMERIC.finditer(target):
        if match[1]:
            found.append(
                EnglishDate(
                    match.start(), match.end(), int(match[2]), (int(match[3]),), int(match[1])
                )
            )
        elif match[7]:
            found.append(EnglishDate(*match.span(), int(match[7]), (int(match[8]),), None))
        elif int(match[4]) <= 12:  # month first
            found.append(
                EnglishDate(
                    match.start(), match.end(), int(match[4]), (int(match[5]),), int(match[6])
                )
            )
    return tuple(found)


@cache
def _weekday_before() -> re.Pattern[str]:
    weekday = "|".join(weekday_names())
    return re.compile(
        rf"\b(?:early\s)?(?:{weekday})(?:\s(?:morning|afternoon|evening|night))?(?:,?\s|\s(\())$"
    )


def _with_weekday(target: str, start: int, end: int) -> tuple[int, int]:
    """A date's place with the weekday before it, and the brackets that it may stand in."""
    match = _weekday_before().search(target, max(0, start - 30), start)
    if match is None:
        return start, end
    if match[1]:
        return (match.start(), end + 1) if target[end : end + 1] == ")" else (start, end)
    return match.start(), end


_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:((?:19|20)\d\d)-(\d\d)-(\d\d)|(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)"
    r"|(?<=\()(0?[1-9]|1[0-2])/(\d{1,2})(?=\)))(?![\d/-])"
)


def english_weekdays(target: str) -> frozenset[int]:
    """The days of the week that an English text names; 0 is Monday."""
    _, _, pattern, days = _patterns()
    return frozenset(
        days[key(match[1])] for match in pattern.finditer(target) if match[1][0].isupper()
    )


_TIME = re.compile(
    r"(?<![\d.,:/$])([01]?\d|2[0-4])"
    r"(?:(?:[:h]|\.(?=[0-5]\d\s?(?:[ap]\.?\s?m|o['’]?c|in the|this)))([0-5]\d)(?:[:.][0-5]\d)?)?"
    r"(?![\d%]|[.,:/]\d)(?:\s?([ap])\.?\s?m\b\.?|\s?(o['’]?clock)|\s?(hours|hrs)\b)?"
    r"(?:\s(?:local\stime\s)?(?:(?:in\sthe|this|that|at)\s)?(morning|afternoon|evening|night|noon))?"
    r"(?:\s?\(?(WIB|WITA|WIT|(?:Western|Central|Eastern) Indonesian? (?:Standard )?Time)\b)?"
    r"|\b([01]\d|2[0-4])([0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs|local|WI))"
    r"|\b(noon|midday|midnight)\b",
    re.IGNORECASE,
)
_ZONES = {"western": "WIB", "central": "WITA", "eastern": "WIT"}


def english_times(target: str) -> tuple[EnglishTime, ...]:
    """The times of day of an English text; a bare number counts as an hour that may be meant."""
    found = []
    for match in _TIME.finditer(target):
        half, part, zone = key(match[3] or ""), key(match[6] or ""), match[7] or ""
        if match[10]:
            hour = 0 if key(match[10]) == "midnight" else 12
            found.append(EnglishTime(match.start(), match.end(), hour, 0, True, ""))
            continue
        hour = int(match[1] or match[8]) % 24
        minute = int(match[2] or match[9] or 0)
        if half and hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif (
            part in ("afternoon", "evening", "night")
            and hour < 12
            and (part != "night" or hour > 5)
        ):
            hour += 12
        zone = _ZONES.get(key(zone).split()[0], key(zone).upper()) if zone else ""
        sure = bool(half) or hour > 12
        found.append(EnglishTime(match.start(), match.end(), hour, minute, sure, zone))
    return tuple(found)
