"""Dates and times of an Indonesian sentence. The names are those of `dates`, from CLDR."""

import re
from functools import cache

from padanan.translate.dates import key, names
from padanan.translate.values.value import Clock, Day, Reading, ValueKind

_TO = r"\s?(?:[-–—]|s/d|s\.d\.|dan|hingga|sampai(?:\sdengan)?|atau)\s?"
_YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d)"


@cache
def _months() -> tuple[dict[str, int], dict[str, int]]:
    """The numbers of months and of weekdays (0 is Monday) by their Indonesian names."""
    known = names()
    number = {name: one for one, name in known.month.items()}
    english_days = list(dict.fromkeys(known.short_days.values()))
    order = {name: index for index, name in enumerate(_in_week(english_days))}
    return (
        {word: number[english] for word, english in known.months.items()},
        {word: order[english] for word, english in (known.short_days | known.days).items()},
    )


def _in_week(days: list[str]) -> list[str]:
    from babel import Locale

    wide: dict[int, str] = dict(Locale("en").days["format"]["wide"])
    assert set(days) == set(wide.values())
    return [wide[number] for number in range(7)]


def _any(words: object) -> str:
    assert isinstance(words, dict)
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months, days = _months()
    month, day = _any(months), _any(days)
    dayless = rf"(?P<month>{month})(?![^\W\d_])\.?"
    named = (
        rf"(?:(?P<since>[0-3]?\d)(?P<to>{_TO}))?(?P<day>[0-3]?\d)[\s-]{{1,2}}{dayless}"
        rf"(?:[\s,-]{{1,2}}(?P<year>{_YEAR})|\s?['’](?P<short>\d\d)(?!\d))?"
    )
    numeric = (
        r"(?:(?P<since>[0-3]?\d)(?P<to>\s?[-–]\s?))?"
        r"(?P<day>[0-3]?\d)(?P<sep>[/.-])(?P<month>[01]?\d)"
    )
    year = r"(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|[-.:,]\d)"
    found = {
        "named": named,
        "numeric": numeric + year,
        "weekday": rf"(?P<weekday>{day})(?![^\W\d_])\.?(?:\s(?:pagi|siang|sore|malam|dini hari))?"
        rf",?\s?(?:(?:pada\s)?tanggal\s)?(?P<open>\()?(?=\d)",
        "short_numeric": numeric + r"(?=\))",
        "month": rf"{dayless}[\s,]{{1,2}}(?:tahun\s)?(?P<year>{_YEAR})",
        "iso": r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])",
    }
    return {name: re.compile(one, re.IGNORECASE) for name, one in found.items()}


def _full(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def _read_named(match: re.Match[str]) -> Day | None:
    months, _ = _months()
    day = int(match["day"])
    since = int(match["since"]) if match["since"] else None
    year = match["year"] or match["short"]
    if not 1 <= day <= 31 or (since is not None and not 1 <= since < day):
        return None
    return Day(day, months[key(match["month"])], _full(year) if year else None, since=since)


def _read_numeric(match: re.Match[str]) -> Day | None:
    day, month = int(match["day"]), int(match["month"])
    since = int(match["since"]) if match.groupdict().get("since") else None
    year = match.groupdict().get("year")
    if not (1 <= day <= 31 and 1 <= month <= 12) or (since is not None and not 1 <= since < day):
        return None
    return Day(day, month, _full(year) if year else None, since=since)


def _at(text: str, start: int, *, bracketed: bool) -> tuple[int, Day] | None:
    """The date whose numbers begin at `start`, and where it ends."""
    patterns = _patterns()
    if match := patterns["named"].match(text, start):
        day = _read_named(match)
        return (match.end(), day) if day else None
    for name in ("iso", "numeric", "short_numeric")[: 3 if bracketed else 2]:
        match = patterns[name].match(text, start)
        if match and (day := _read_numeric(match)):
            return match.end(), day
    return None


def weekday(text: str, start: int) -> Reading | None:
    """ "Kamis (27/1/2022)", "Rabu, 16 Februari 2022"; a weekday alone is a word, not a value."""
    match = _patterns()["weekday"].match(text, start)
    if not match or not _begins(text, start):
        return None
    found = _at(text, match.end(), bracketed=bool(match["open"]))
    if not found:
        return None
    end, day = found
    if match["open"]:
        if text[end : end + 1] == ")":
            end += 1
        elif day.year is None:
            return None
    number = _months()[1][key(match["weekday"])]
    return Reading(start, end, ValueKind.DATE, Day(day.day, day.month, day.year, number, day.since))


def numeric_date(text: str, start: int) -> Reading | None:
    """ "27/1/2022", "27-01-2022", "2022-01-27"."""
    if not _begins(text, start) or not _NUMERIC_AHEAD.match(text, start):
        return None
    patterns = _patterns()
    for name in ("iso", "numeric"):
        match = patterns[name].match(text, start)
        if match and (day := _read_numeric(match)):
            # 12.01.22 is rather a time
            if name == "numeric" and match["sep"] == "." and len(match["year"]) == 2:
                continue
            return Reading(start, match.end(), ValueKind.DATE, day)
    return None


_NUMERIC_AHEAD = re.compile(r"\d{1,4}\s?[-/.–]")


def date(text: str, start: int) -> Reading | None:
    """ "27 Januari 2022", "12-13 Januari", "17 Agustus"."""
    if not _begins(text, start):
        return None
    match = _patterns()["named"].match(text, start)
    if not match or not (day := _read_named(match)):
        return None
    return Reading(start, match.end(), ValueKind.DATE, day)


def month(text: str, start: int) -> Reading | None:
    """ "Oktober 2021"; a month alone is a word."""
    match = _patterns()["month"].match(text, start)
    if not match or not _begins(text, start):
        return None
    return Reading(
        start,
        match.end(),
        ValueKind.DATE,
        Day(None, _months()[0][key(match["month"])], int(match["year"])),
    )


_DECADE = re.compile(r"(?:tahun(?:\s|-)?)?((?:1\d|20)?\d0)[-–]?an\b", re.IGNORECASE)


def decade(text: str, start: int) -> Reading | None:
    """ "tahun 1990-an", "1990-an", "tahun 90-an"."""
    match = _DECADE.match(text, start)
    if not match:
        return None
    digits = match[1]
    year = int(digits) if len(digits) == 4 else _full(digits)
    return Reading(start, match.end(), ValueKind.DATE, Day(year=year, decade=True))


def _begins(text: str, start: int) -> bool:
    """Whether nothing of a longer number or word stands before `start`."""
    return not start or not _JOINED.search(text, max(0, start - 2), start)


_JOINED = re.compile(r"\w$|\d[.,:/]$|[^\W\d_]-$")

_ZONE = r"WIB|WITA|WIT|waktu indonesia (?:bagian )?(?:barat|tengah|timur)|GMT|UTC"
_ZONES = {"barat": "WIB", "tengah": "WITA", "timur": "WIT"}
_PART = r"dini hari|pagi|siang|sore|petang|malam"
_CLOCK = re.compile(
    rf"(?P<mark>(?:pukul|pkl\.?|jam)\s{{0,2}}:?\s?)?(?P<hour>[01]?\d|2[0-4])"
    rf"(?:(?P<sep>[.:])(?P<minute>[0-5]\d)(?:[.:][0-5]\d)?|(?P<packed>[0-5]\d)(?=\s(?:GMT|UTC|WI)))?"
    rf"(?![\d%]|[.,:/]\d|[^\W\d_])"
    rf"(?:(?P<to>\s?(?:[-–—]|hingga|sampai|s/d|dan)\s?)(?:(?:pukul|pkl\.?|jam)\s)?(?P<hour2>[01]?\d|2[0-4])"
    rf"(?:[.:](?P<minute2>[0-5]\d)(?:[.:][0-5]\d)?)?(?![\d%]|[.,:/]\d|[^\W\d_]))?"
    rf"(?:\s?(?P<part>{_PART})(?!\w))?(?:\s{{0,2}}\(?(?P<zone>{_ZONE})\b\)?)?",
    re.IGNORECASE,
)


def announced(text: str, start: int) -> Reading | None:
    """ "pukul 03.50 WIB", "jam 7 malam"."""
    return _clock(text, start)


def clock(text: str, start: int) -> Reading | None:
    """ "03.50 WIB", "19:30", "5.00"."""
    if not _begins(text, start):
        return None
    return _clock(text, start)


def _clock(text: str, start: int) -> Reading | None:
    match = _CLOCK.match(text, start)
    if not match:
        return None
    mark, part, zone = match["mark"], (match["part"] or "").lower(), match["zone"] or ""
    minute = match["minute"] or match["packed"]
    end = match.end()
    until: tuple[int, int | None] | None = None
    if match["hour2"] and (match["minute2"] or not minute):
        until = (int(match["hour2"]), int(match["minute2"]) if match["minute2"] else None)
    elif match["hour2"]:
        end = match.start("to")
        part = zone = ""
    if not (mark or zone or part) and (not minute or _is_number(text, match)):
        return None
    if not (mark or zone) and not minute:
        return None  # "3 malam" are nights
    if mark and not minute and mark.lower().startswith("jam") and not (part or zone):
        return None  # "jam 7" may be hours
    hour, sure = half_day(int(match["hour"]), part)
    if until:
        last, _ = half_day(until[0], part)
        until = (last, until[1])
    if zone:
        zone = _ZONES.get(zone.lower().split()[-1], zone.upper())
    sure = sure or minute is not None or bool(zone)
    return Reading(
        start,
        end,
        ValueKind.TIME,
        Clock(hour, int(minute) if minute else None, sure, until, zone),
    )


def half_day(hour: int, part: str) -> tuple[int, bool]:
    """The hour of 24 that a part of the day makes of an hour, and whether the half is known."""
    hour %= 24
    if part in ("sore", "petang"):
        return hour % 12 + 12, True
    if part == "siang" and hour < 10:
        return hour + 12, True
    if part == "malam" and 5 <= hour <= 12:
        return (hour + 12) % 24, True
    return hour, bool(part) or hour > 12


_NUMBER_AFTER = re.compile(
    r"\s?(?:persen|%|ribu|juta|miliar|milyar|triliun|km|kilometer|meter|detik|menit|jam|kg|gram|ton"
    r"|liter|hektare?|poin|derajat|°|sr\b|magnitudo|skala|kali|dolar|euro|mm|cm|inci|gb|mb|ghz)",
    re.IGNORECASE,
)


def _is_number(text: str, match: re.Match[str]) -> bool:
    """Whether a bare 6.25 or 19:30 is rather a number or a score than a time."""
    if _NUMBER_AFTER.match(text, match.end()):
        return True
    return match["sep"] == "." and bool(
        _NUMBER_BEFORE.search(text, max(0, match.start() - 12), match.start())
    )


_NUMBER_BEFORE = re.compile(
    r"(?:\bRp\.?|\$|€|£|\bUSD|\bkurs|\bindeks|\bIPK|\bversi|\bmagnitudo|\bM)\s?$", re.IGNORECASE
)


@cache
def weekday_names() -> list[str]:
    """The English names of the days of the week, Monday first."""
    return _in_week(list(names().short_days.values()))
