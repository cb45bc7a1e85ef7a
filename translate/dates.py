"""Dates and times of datelines and bylines, from Indonesian to English.

"Kamis, 27 Januari 2022 - 03:50 WIB" becomes
"Thursday, 27 January 2022 - 3:50 a.m. Western Indonesia Time". A line keeps its layout (its marks,
its order, a time that stands without a zone on the clock of 24 hours), but for a date in brackets
behind its weekday: "Kamis (27/1/2022)" is "Thursday, 27 January 2022", as in sentences (`values`).
Names of days, months and units
come from CLDR through Babel. Names of people are often those of days and months ("Mei Senin
Sari"), so that a word is taken for a date only beside the numbers of one. Repetitions are bounded:
no line makes a pattern slow.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from padanan.settings import SOURCE_LANGUAGE, TARGET_LANGUAGE

_ZONES = {
    "wib": "Western Indonesia Time",
    "wita": "Central Indonesia Time",
    "wit": "Eastern Indonesia Time",
    "barat": "Western Indonesia Time",
    "tengah": "Central Indonesia Time",
    "timur": "Eastern Indonesia Time",
    "waktu setempat": "local time",
}
"""The three time zones as CLDR names them in English (Asia/Jakarta, Makassar, Jayapura)."""

_UNITS = {
    "detik": "second",
    "menit": "minute",
    "jam": "hour",
    "hari": "day",
    "minggu": "week",
    "pekan": "week",
    "bulan": "month",
    "tahun": "year",
}
_NEAR = {
    "baru saja": "just now",
    "hari ini": "today",
    "kemarin": "yesterday",
    "tadi pagi": "this morning",
    "tadi malam": "last night",
    "pekan lalu": "last week",
    "bulan lalu": "last month",
    "tahun lalu": "last year",
}
_TO = r"\s?(?:[-–—/&]|s/d|dan|hingga|sampai)\s?"
"""What joins the two ends of a range."""

_CAPITAL = r"(?-i:[A-Z][^\W\d_])"


@dataclass(frozen=True, slots=True)
class Names:
    """Indonesian names in lower case with the English ones, and the English ones by number."""

    days: dict[str, str]
    short_days: dict[str, str]
    months: dict[str, str]
    month: dict[int, str]


@cache
def names() -> Names:
    """Names of weekdays and months: those of CLDR and the other spellings of the press."""
    from babel import Locale

    source, target = Locale(SOURCE_LANGUAGE), Locale(TARGET_LANGUAGE)
    day: dict[int, str] = dict(target.days["format"]["wide"])
    month: dict[int, str] = dict(target.months["format"]["wide"])
    days, short = (
        {name.lower(): day[number] for number, name in source.days["format"][width].items()}
        for width in ("wide", "abbreviated")
    )
    months = {
        name.lower().rstrip("."): month[number]
        for width in ("wide", "abbreviated")
        for number, name in source.months["format"][width].items()
    }
    days |= {"jum'at": day[4], "jum’at": day[4], "ahad": day[6]}
    for number, spellings in {
        2: ("peb", "pebruari"),
        8: ("agt", "ags", "agst"),
        9: ("sept",),
        11: ("nop", "nopember"),
    }.items():
        months |= dict.fromkeys(spellings, month[number])
    return Names(days, short, months, month)


def like(model: str, word: str) -> str:
    """`word` in the letter case of `model`: capitals, capitalised, or as it is."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def key(word: str) -> str:
    """The small letters under which a table holds `word`.

    Without regard to case a pattern takes "ſ" for "s" and "ı" for "i"; `str.lower` does not.
    """
    return word.translate({0x17F: "s", 0x130: "i", 0x131: "i", 0x212A: "k"}).lower()


def dates(text: str, *, people: bool) -> str:
    """`text` with its dates and times in English.

    Args:
        text: A dateline or byline.
        people: Whether names of people may stand in it; a weekday alone is then let be.
    """
    patterns = _patterns()
    text = patterns["ago"].sub(_ago, text)
    text = _NEAR_WORDS.sub(lambda m: like(m[0], _NEAR[key(m[0])]), text)
    text = _AT_TIME.sub(_time, text)
    text = _TIME.sub(_time, text)
    text = _ISO_DATE.sub(lambda m: _date(m[0], m[3], m[2], m[1]), text)
    text = patterns["weekday_and_numbers"].sub(_weekday_and_numbers, text)
    text = _NUMERIC_DATE.sub(
        lambda m: _date(m[0], m[3], m[5], _year(m[6]), since=m[1], to=m[2]), text
    )
    text = patterns["date"].sub(_named_date, text)
    text = patterns["month_first"].sub(lambda m: f"{int(m[2])} {_month(m[1])} {m[3]}", text)
    text = patterns["month_and_year"].sub(lambda m: _month(m[1]) + m[2], text)
    text = patterns["weekday"].sub(_weekday, text)
    text = patterns["weekday_after"].sub(lambda m: m[1] + _day(m[2]), text)
    text = patterns["short_weekday"].sub(lambda m: m[1] + _day(m[2]), text)
    if not people:
        text = patterns["weekday_alone"].sub(lambda m: _day(m[0]), text)
        text = patterns["the_day"].sub("", text)
    text = patterns["on"].sub(lambda m: like(m[1], "at" if m[2] else "on") + " ", text)
    text = patterns["in_brackets"].sub(r"\1, \2", text)
    text = _DOTTED.sub(r"\1:\2", text)
    return _ONWARD.sub("to", patterns["the_date"].sub("", text))


_NEAR_WORDS = re.compile(rf"\b(?:{'|'.join(_NEAR)})\b", re.IGNORECASE)
_ONWARD = re.compile(r"\b(?:hingga|sampai(?: dengan)?|s/d|s\.d\.)(?=\s\d)")

_DOTTED = re.compile(r"(\b(?:19|20)\d\d[,\s|•·–—-]{1,3}[0-2]?\d)\.([0-5]\d)(?![\d.])")
"""A time that stays as it is but for the dot: English has a colon."""

_ZONE = (
    r"wib|wita|wit|waktu setempat|waktu indonesia (?:bagian )?(?:barat|tengah|timur)"
    r"|(?:gmt|utc)(?:\s?[+-]\s?\d{1,2}(?::\d\d)?)?"
)
_PART = r"dini hari|pagi|siang|sore|petang|malam|[ap]\.?m\.?"
_HOUR = r"(?<!\d)(?<!\d[.:/])([01]?\d|2[0-4])"
_MINUTE = r"\s?[.:]\s?([0-5]\d)(?:[.:][0-5]\d)?"
_CLOCK_ENDS = r"(?!\d|[.:]\d|\s?menit)"
_AFTER_CLOCK = rf"(?:\s?({_PART})(?!\w))?(?:(\s{{0,2}}\(?)({_ZONE})\b)?"
_TIME = re.compile(
    rf"()(?<!\w){_HOUR}{_MINUTE}{_CLOCK_ENDS}"
    rf"(?:({_TO}){_HOUR}{_MINUTE}{_CLOCK_ENDS})?{_AFTER_CLOCK}",
    re.IGNORECASE,
)
"""A time of day; only with a part of the day or a zone is it said the English way."""

_AT_TIME = re.compile(
    rf"\b((?:pada\s)?(?:pukul|pkl\.?|jam)\s{{0,2}}:?\s{{0,2}}){_HOUR}(?:{_MINUTE})?{_CLOCK_ENDS}"
    rf"(?:({_TO}){_HOUR}(?:{_MINUTE})?{_CLOCK_ENDS})?{_AFTER_CLOCK}",
    re.IGNORECASE,
)
"""A time of day announced: "pukul 10.00", "jam 7 pagi"."""


def _time(match: re.Match[str]) -> str:
    marker, hour, minute, to, until, until_minute, part, gap, zone = match.groups()
    if not (marker or zone or (part and part[1:2].isalpha() and len(part) > 2)):
        return match[0]
    found = _half_day(hour, minute, part)
    if until:
        found += (to if to.strip() in {*"-–—/&"} else " to ") + _half_day(until, until_minute, part)
    if zone:
        found += gap if "(" in gap else " "
        last = zone.lower().split()[-1]
        found += _ZONES.get(zone.lower()) or _ZONES.get(last) or zone
    before = match.string[max(0, match.start() - 4) : match.start()].rstrip()
    return "at " + found if marker and re.search(r"[\w)]$", before) else found


def _half_day(hour: str, minute: str | None, part: str | None) -> str:
    """13, 00 as "1:00 p.m."; a part of the day tells the half of hours up to twelve."""
    number, part = int(hour) % 24, (part or "").lower()
    if part in ("sore", "petang", "pm", "p.m", "p.m."):
        number = number % 12 + 12
    elif part == "siang" and number < 10:
        number += 12
    elif part == "malam" and 5 <= number <= 12:
        number = (number + 12) % 24
    elif part.startswith("a") and number == 12:
        number = 0
    clock = f"{number % 12 or 12}" + (f":{minute}" if minute else "")
    return f"{clock} {'a.m.' if number < 12 else 'p.m.'}"


_ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?![\d/-])(?:T(?=\d\d:))?")
_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?<!\d[./-])(?:([0-3]?\d)(\s?[-–]\s?))?"
    r"([0-3]?\d)([/.-])([01]?\d)\4((?:19|20)\d\d|(?<!\.)\d\d)(?![\d/]|[-.:]\d)"
)
"""27/01/2022, 27-01-2022, 27.01.2022, 27/1/22, 27-28/1/2022; 12.01.22 may be a time."""


def _year(digits: str) -> str:
    """The year in full: 22 is 2022, 98 is 1998."""
    if len(digits) == 4:
        return digits
    return ("20" if int(digits) < 70 else "19") + digits


def _date(whole: str, day: str, month: str, year: str, *, since: str = "", to: str = "") -> str:
    """A date in numbers, day first as Indonesian writes it, with the month spelled out."""
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return whole
    first = f"{int(since)}{to.strip()}" if since else ""
    end = " " if whole.endswith("T") else ""
    return f"{first}{int(day)} {names().month[int(month)]} {year}{end}"


def _month(name: str) -> str:
    english = names().months[key(name)]
    return english.upper() if name.isupper() else english


def _day(name: str) -> str:
    known = names()
    english = known.days.get(key(name)) or known.short_days[key(name)]
    return english.upper() if name.isupper() else english


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What finds dates by name."""
    known = names()
    day, short, month, unit = map(_any, (known.days, known.short_days, known.months, _UNITS))
    weekday = _any(set(known.days.values()))
    english = rf"{weekday}|today|yesterday"
    ends = r"(?=\s{0,2}(?:$|[|•·),–—-]))"
    found = {
        "ago": rf"\b((?:\d{{1,3}}\s?(?:{unit})\s){{0,2}})(\d{{1,3}}\s?|se|beberapa\s)({unit})\s"
        r"(?:(?:yang|yg)\s)?(?:lalu|silam)\b",
        # A date without a year ends its part of the line: "Kelas 5 Agustus Parlindungan" has none.
        # What follows in two digits is no year if it begins a time or another date.
        "date": rf"(?<!\w)(?<!\d[.:/])(?:([0-3]?\d)({_TO}))?([0-3]?\d)[\s./-]{{0,3}}"
        rf"({month})(?![^\W\d_])\.?(?:[\s,./-]{{0,3}}((?:19|20)\d\d)(?!\d)"
        rf"|[\s./-]{{0,2}}['’]?(\d\d)(?![\d/]|\s?[.:-]\s?\d|[\s./-]{{0,2}}(?:{month}))"
        rf"|(?!\s{_CAPITAL}))",
        "month_first": rf"(?<!\w)(?<![^\W\d_]\s)({month})\.?\s(\d{{1,2}}),?\s((?:19|20)\d\d)\b",
        "month_and_year": rf"(?:(?<=^)|(?<=[|•·:(,–—-])|(?<=[|•·:(,–—-]\s))({month})"
        r"(\s(?:19|20)\d\d)\b",
        "weekday_and_numbers": rf"\b({day})(,?\s?\()(\d{{1,2}})/(\d{{1,2}})(?=\))",
        "weekday": rf"(?<!\w)(?<!\w['’])(?:({day})({_TO}))?({day})"
        # "Ani Senin 2 hours ago": that number is of no date.
        r"(?=([,.]?\s{0,2}(?:[-|/•·–—]\s{0,2})?)(?!\d{1,3}\s(?:[a-z]{3,7}\s){1,3}ago)"
        r"\(?(?:\d|pada\b|at \d|today\b|tanggal\b))",
        "weekday_after": rf"(\b(?:19|20)\d\d[,\s(|-]{{1,3}})({day})(?=\s{{0,2}}(?:$|[),|\d•·–—-]))",
        # "Amartya Sen, 27 Januari": only at the head of a part of the line.
        "short_weekday": rf"((?:^|[|•·:(–—-])\s{{0,2}})({short})(?=[.,]?\s{{1,2}}\(?\d)\.?",
        "weekday_alone": rf"(?:(?<=^)|(?<=[|•·:(,–—-])|(?<=[|•·:(,–—-]\s))(?:{day}){ends}",
        "in_brackets": rf"\b({weekday}),?\s?\((\d{{1,2}}(?:(?:{_TO}| to | and )\d{{1,2}})?"
        rf"\s(?:{_any(known.month.values())})(?:\s\d{{4}})?)\)",
        "the_day": rf"\bhari\s(?={english})",
        "the_date": r"\b(?:tanggal|tgl\.?)\s(?=\d)",
        "on": rf"\b(pada|(?-i:di))\s(?:hari\s)?(?:tanggal\s)?(?=(\d{{1,2}}:)|\d|(?:{english})\b)",
    }
    return {name: re.compile(one, re.IGNORECASE) for name, one in found.items()}


def _any(words: Iterable[str]) -> str:
    """An alternation of words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def _ago(match: re.Match[str]) -> str:
    """How long ago in English: "2 jam yang lalu" as "2 hours ago"."""
    from babel.units import format_unit

    def some(number: str, unit: str) -> str:
        name = f"duration-{_UNITS[key(unit)]}"
        if number.lower().startswith("b"):
            return format_unit(2, name, locale=TARGET_LANGUAGE).replace("2", "a few")
        count = int(number) if number.strip().isdigit() else 1
        return format_unit(count, name, locale=TARGET_LANGUAGE)

    longer = re.findall(r"(\d+)\s?([^\W\d]+)", match[1])
    parts = [some(*one) for one in [*longer, (match[2], match[3])]]
    found = " ".join(parts) + " ago"
    return found.upper() if match[0].isupper() else found


def _named_date(match: re.Match[str]) -> str:
    since, to, day, month, full, short = match.groups()
    if since:
        word = {"dan": "and", "hingga": "to", "sampai": "to", "s/d": "to"}.get(to.strip().lower())
        day = f"{int(since)}{f' {word} ' if word else to.strip()}{int(day)}"
    else:
        day = str(int(day))
    year = _year(full or short) if full or short else ""
    return f"{day} {_month(month)} {year}".rstrip()


def _weekday_and_numbers(match: re.Match[str]) -> str:
    """Day and month in numbers, which only a weekday tells from others: "Kamis (27/1)"."""
    if not 1 <= int(match[4]) <= 12:
        return match[0]
    return f"{_day(match[1])}{match[2]}{int(match[3])} {names().month[int(match[4])]}"


def _weekday(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 20) : match.start()]
    if re.search(r"[-|/•·–—]", match[4]) and re.search(r"\b[A-Z][^\W\d_]{0,18}\s$", before):
        return match[0]  # "Ani Senin | 27 Januari 2022": the end of a name
    if not match[1]:
        return _day(match[3])
    word = {"dan": " and ", "hingga": " to ", "sampai": " to ", "s/d": " to "}
    return _day(match[1]) + word.get(match[2].strip().lower(), match[2]) + _day(match[3])
