"""Dates of an Indonesian sentence. The names of days and months are those of `dates`, from CLDR."""

import re
from dataclasses import replace
from functools import cache

from padanan.translate.dates import key, names
from padanan.translate.values.units import alternation
from padanan.translate.values.value import Day, Reading, ValueKind

_TO = r"\s?(?:[-–—]|s/d|s\.d\.|dan|hingga|sampai(?:\sdengan)?|atau)\s?"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d)"


@cache
def months() -> dict[str, int]:
    """The numbers of months by their Indonesian names in small letters."""
    known = names()
    number = {name: one for one, name in known.month.items()}
    return {word: number[english] for word, english in known.months.items()}


@cache
def weekdays() -> dict[str, int]:
    """The numbers of weekdays, 0 for Monday, by their Indonesian names in small letters.

    The English ones too: a draft may say "Thursday (27/1)".
    """
    known = names()
    order = {name: index for index, name in enumerate(weekday_names())}
    english = {name.lower(): number for name, number in order.items()}
    return english | {word: order[name] for word, name in (known.short_days | known.days).items()}


@cache
def weekday_names() -> list[str]:
    """The English names of the days of the week, Monday first."""
    from babel import Locale

    wide: dict[int, str] = dict(Locale("en").days["format"]["wide"])
    return [wide[number] for number in range(7)]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month, day = alternation(months()), alternation(weekdays())
    named = rf"(?P<month>{month})(?![^\W\d_])"
    since = (
        rf"(?:(?P<since>[0-3]?\d)(?:[\s-](?P<since_month>{month})(?![^\W\d_])(?!\sdan)"
        rf"(?!\satau))?(?P<to>{_TO}))?"
    )
    part = r"pagi|siang|sore|petang|malam|dini hari"
    found = {
        "named": rf"{since}(?P<day>[0-3]?\d)[\s-]{{1,2}}{named}"
        rf"(?:\.?[\s,-]{{1,2}}(?P<year>{_YEAR})|\s?['’](?P<short>\d\d)(?!\d))?",
        "numeric": r"(?:(?P<since>[0-3]?\d)(?P<to>\s?[-–]\s?))?(?P<day>[0-3]?\d)(?P<sep>[/.-])"
        r"(?P<month>[01]?\d)(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|[-.:,]\d)",
        "short": r"(?:(?P<since>[0-3]?\d)(?P<to>\s?[-–]\s?))?(?P<day>[0-3]?\d)(?P<sep>[/-])"
        r"(?P<month>[01]?\d)(?=\))",
        "iso": r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])",
        "month": rf"(?:(?P<since>{month})(?:{_TO}))?{named}\.?[\s,]{{1,2}}(?:tahun\s)?"
        rf"(?P<year>{_YEAR})",
        "weekday": rf"(?:(?P<first>{day})(?:{_TO}))?(?P<weekday>{day})(?![^\W\d_])\.?"
        rf"(?:\s(?P<part>{part}))?(?:,?\s(?:tanggal\s)?|\s)?(?P<open>\()?(?=\d)",
        "decade": r"((?:1\d|20)?\d0)[-–]?an\b",
    }
    return {name: re.compile(one, re.IGNORECASE) for name, one in found.items()}


def full_year(digits: str) -> int:
    """The year in full: 22 is 2022, 98 is 1998."""
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def _day(match: re.Match[str]) -> Day | None:
    """What a date's match says, if its numbers may be those of a date."""
    said = match.groupdict()
    month = said["month"] or ""
    number = int(month) if month.isdigit() else months()[key(month)]
    year = said.get("year") or said.get("short")
    found = Day(int(said["day"] or 0), number, full_year(year) if year else None)
    if not (1 <= (found.day or 0) <= 31 and 1 <= number <= 12):
        return None
    if said.get("since"):
        other = said.get("since_month")
        first = Day(int(said["since"] or 0), months()[key(other)] if other else number)
        if not 1 <= (first.day or 0) <= 31 or (not other and (first.day or 0) >= (found.day or 0)):
            return None
        found = replace(found, since=first)
    return found


def _at(text: str, start: int, kinds: tuple[str, ...]) -> tuple[int, Day] | None:
    """The date whose figures begin at `start`, and where it ends."""
    patterns = _patterns()
    for kind in kinds:
        match = patterns[kind].match(text, start)
        if match is None or (day := _day(match)) is None:
            continue
        # 12.01.22 is rather a time
        if kind == "numeric" and match["sep"] == "." and len(match["year"]) == 2:
            continue
        return match.end(), day
    return None


def weekday(text: str, start: int) -> Reading | None:
    """ "Kamis (27/1/2022)", "Rabu malam (9/3)"; a weekday alone is a word, not a value."""
    match = _patterns()["weekday"].match(text, start)
    if match is None or not begins(text, start):
        return None
    kinds = ("named", "iso", "numeric", "short") if match["open"] else ("named", "iso", "numeric")
    found = _at(text, match.end(), kinds)
    if found is None:
        return None
    end, day = found
    if match["open"]:
        if text[end : end + 1] != ")":
            return None
        end += 1
    elif match["first"] and not day.since:
        return None
    day = replace(day, weekday=weekdays()[key(match["weekday"])])
    if match["first"] and day.since:
        day = replace(day, since=replace(day.since, weekday=weekdays()[key(match["first"])]))
    return Reading(start, end, ValueKind.DATE, day)


_FIGURES = re.compile(r"\d{1,4}\s?[-/.–]")


def numeric_date(text: str, start: int) -> Reading | None:
    """ "27/1/2022", "27-01-2022", "2022-01-27"."""
    if not _FIGURES.match(text, start) or not begins(text, start):
        return None
    found = _at(text, start, ("iso", "numeric"))
    return Reading(start, found[0], ValueKind.DATE, found[1]) if found else None


_NAME_AHEAD = re.compile(r"\d{1,2}(?:[\s-]{1,2}[^\W\d_]|\s?[-–—]\s?\d|\ss/d)")


def date(text: str, start: int) -> Reading | None:
    """ "27 Januari 2022", "12-13 Januari", "30 Januari-2 Februari 2022"."""
    if not _NAME_AHEAD.match(text, start) or not begins(text, start):
        return None
    found = _at(text, start, ("named",))
    return Reading(start, found[0], ValueKind.DATE, found[1]) if found else None


def month(text: str, start: int) -> Reading | None:
    """ "Oktober 2021", "Januari-Maret 2022"; a month alone is a word."""
    match = _patterns()["month"].match(text, start)
    if match is None or not begins(text, start):
        return None
    since = Day(month=months()[key(match["since"])]) if match["since"] else None
    day = Day(None, months()[key(match["month"])], int(match["year"]), since=since)
    return Reading(start, match.end(), ValueKind.DATE, day)


_OF_DECADES = re.compile(r"\b(?:tahun|era|dekade|dasawarsa|generasi)\s$", re.IGNORECASE)


def decade(text: str, start: int) -> Reading | None:
    """ "1990-an"; "90-an" behind a word for years."""
    match = _patterns()["decade"].match(text, start)
    if match is None:
        return None
    digits = match[1]
    if len(digits) == 2 and not _OF_DECADES.search(text, max(0, start - 12), start):
        return None
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if digits in ("00", "10", "20"):
        year += 100
    return Reading(start, match.end(), ValueKind.DATE, Day(year=year, decade=True))


_YEAR_ALONE = re.compile(_YEAR)
_COUNTED = re.compile(
    r"\s(?:orang|unit|warga|personel|tentara|pasukan|rumah|jiwa|korban|kasus|penumpang|peserta"
    r"|siswa|mahasiswa|anggota|prajurit|polisi|karyawan|buah|ekor|kali|tahun|poin|suara|tiket"
    r"|kursi|desa|keluarga|kepala|penduduk|perusahaan|butir|lembar|menit|detik|hari|tempat|paket"
    r"|sekolah|dokumen|pelanggar|pengunjung|kendaraan|pekerja|buruh|ribu|juta)\b",
    re.IGNORECASE,
)


def year(text: str, start: int) -> Reading | None:
    """A year: four digits without a dot that count nothing."""
    match = _YEAR_ALONE.match(text, start)
    if match is None or counts(text, match.end()) or not begins(text, start):
        return None
    return Reading(start, match.end(), ValueKind.DATE, Day(year=int(match[0])))


def counts(text: str, end: int) -> bool:
    """Whether what follows a number is something that it counts."""
    return bool(_COUNTED.match(text, end))


_JOINED = re.compile(r"[^\W_]$|_$|\d[.,:/-]$|[^\W\d_][-–/]$")


def begins(text: str, start: int) -> bool:
    """Whether nothing of a longer number or of a name ("Covid-19") stands before `start`."""
    return not start or not _JOINED.search(text, max(0, start - 2), start)
