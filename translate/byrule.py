"""Targets made by rule: datelines, bylines and the place at the head of an article.

A model trained on sentences invents text for such lines. Names of days, months and countries come
from CLDR through Babel; the rest is small tables below.
"""

import re
from functools import cache

from padanan.settings import SOURCE_LANGUAGE, TARGET_LANGUAGE
from padanan.translate.article import Block, BlockKind, Segment


def by_rule(block: Block, segment: Segment) -> str | None:
    """The English of a segment that a rule can make, or None when it needs the model."""
    if segment.lead or (block.kind is BlockKind.DATELINE and not _DIGIT.search(segment.source)):
        return _lead(segment.source)
    if block.kind is BlockKind.DATELINE or block.kind is BlockKind.BYLINE:
        return _labels(_dates(segment.source))
    if _SIGNATURE.fullmatch(segment.source):
        return segment.source
    if block.kind is BlockKind.CAPTION and _CREDIT.fullmatch(segment.source):
        return re.sub(r"\bFoto\b", "Photo", segment.source)
    return None


_DIGIT = re.compile(r"\d")

_SIGNATURE = re.compile(r"\([a-z]{2,5}(?:[/-][a-z]{2,5})*\)|\([A-Z]{2,4}(?:[/-][A-Z]{2,4})*\)")
"""Initials of writer and editor at the end of an article: "(ian)", "(rds/jbr)", "(WIL)"."""

_CREDIT = re.compile(
    r"\((?:[A-Z0-9][^\s()]*|[/&|,-]|dan|oleh|via)(?: (?:[A-Z0-9@][^\s()]*|[/&|,-]|dan|oleh|via))*\)"
    r"|(?:Foto|FOTO)\s?[:/]\s?\S+(?: [A-Z@/][^\s]*){0,5}"
)
"""A picture's credit: "(Kenzo TRIBOUILLARD / AFP)", "Foto/CNBC", "Foto: Ani Sari/detikcom"."""

# What news sites put before names and dates.
_LABELS = {
    "dipublikasikan": "published",
    "dipublikasi": "published",
    "diterbitkan": "published",
    "diperbarui": "updated",
    "pembaruan": "updated",
    "koresponden": "correspondent",
    "wartawan": "journalist",
    "pewarta": "reporter",
    "penulis": "writer",
    "reporter": "reporter",
    "redaktur": "editor",
    "penyunting": "editor",
    "kontributor": "contributor",
    "fotografer": "photographer",
    "laporan": "report",
    "sumber": "source",
    "terbit": "published",
    "tayang": "published",
    "editor": "editor",
    "oleh": "by",
}
_LABEL = re.compile(
    rf"^\W*(?:({'|'.join(_LABELS)})(?=\s*:)"
    # Without a colon only these can be nothing but labels ("Sumber Waras" is a name).
    r"|(oleh|diterbitkan|dipublikasikan|diperbarui|terbit|tayang)(?=\s+(?-i:[A-Z0-9])))",
    re.IGNORECASE,
)


def _labels(text: str) -> str:
    """Translate the label before a name or date: "Penulis: Ani" becomes "Writer: Ani"."""

    def english(match: re.Match[str]) -> str:
        label = match[1] or match[2]
        return match[0].removesuffix(label) + _like(label, _LABELS[label.lower()])

    return _LABEL.sub(english, text)


def _like(model: str, word: str) -> str:
    """`word` in the letter case of `model`: capitals, capitalised, or as it is."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


# Dates and times

_ZONES = {
    "WIB": "Western Indonesia Time",
    "WITA": "Central Indonesia Time",
    "WIT": "Eastern Indonesia Time",
}
"""The three time zones as CLDR names them in English (Asia/Jakarta, Makassar, Jayapura)."""

_TIME = re.compile(r"\b([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:][0-5]\d)?\s*(WIB|WITA|WIT)\b")
_NUMERIC_DATE = re.compile(r"\b([0-3]?\d)[/.-]([01]?\d)[/.-]((?:19|20)\d\d)\b")


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """Indonesian names of weekdays and of months, lower case, with their English ones."""
    from babel import Locale

    source, target = Locale(SOURCE_LANGUAGE), Locale(TARGET_LANGUAGE)
    days = {
        name.lower(): target.days["format"]["wide"][number]
        for number, name in source.days["format"]["wide"].items()
    }
    months = {
        name.lower().rstrip("."): target.months["format"]["wide"][number]
        for width in ("wide", "abbreviated")
        for number, name in source.months["format"][width].items()
    }
    # Spellings of the press that CLDR does not list.
    days |= {"jum'at": "Friday", "jumat": "Friday", "ahad": "Sunday"}
    months |= {"pebruari": "February", "nopember": "November", "agt": "August", "ags": "August"}
    return days, months


@cache
def _date_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    days, months = _names()
    return (
        re.compile(rf"\b({'|'.join(sorted(days, key=len, reverse=True))})\b(?=,?\s*\(?\d)", re.I),
        re.compile(
            rf"(?<=\d)(\s+)({'|'.join(sorted(months, key=len, reverse=True))})\.?(?=,?\s+\d)", re.I
        ),
    )


def _dates(text: str) -> str:
    """Weekdays, months, numeric dates and times of `text` by English conventions.

    "Kamis, 27 Januari 2022 - 03:50 WIB" becomes
    "Thursday, 27 January 2022 - 3:50 a.m. Western Indonesia Time".
    """
    days, months = _names()
    weekday, month = _date_patterns()
    text = weekday.sub(lambda m: _like(m[1], days[m[1].lower()]), text)
    text = month.sub(lambda m: m[1] + _like(m[2], months[m[2].lower()]), text)
    return _TIME.sub(_time, _NUMERIC_DATE.sub(_numeric_date, text))


def _numeric_date(match: re.Match[str]) -> str:
    """27/01/2022, day first as Indonesian writes it, with the month spelled out."""
    from babel import Locale

    day, month = int(match[1]), int(match[2])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match[0]
    name: str = Locale(TARGET_LANGUAGE).months["format"]["wide"][month]
    return f"{day} {name} {match[3]}"


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match[1]) % 24, match[2]
    half = "a.m." if hour < 12 else "p.m."
    return f"{hour % 12 or 12}:{minute} {half} {_ZONES[match[3]]}"


# Places at the head of an article

_CITIES = {
    "athena": "Athens",
    "beograd": "Belgrade",
    "brussel": "Brussels",
    "bukares": "Bucharest",
    "damaskus": "Damascus",
    "den haag": "The Hague",
    "havana": "Havana",
    "jenewa": "Geneva",
    "kairo": "Cairo",
    "kiev": "Kyiv",
    "kopenhagen": "Copenhagen",
    "lisabon": "Lisbon",
    "madinah": "Medina",
    "makkah": "Mecca",
    "mekah": "Mecca",
    "mekkah": "Mecca",
    "moskow": "Moscow",
    "moskwa": "Moscow",
    "praha": "Prague",
    "roma": "Rome",
    "teheran": "Tehran",
    "vatikan": "Vatican City",
    "warsawa": "Warsaw",
    "wina": "Vienna",
    "yerusalem": "Jerusalem",
    "inggris": "Britain",
    "amerika": "America",
}
"""Cities (and a few short names of countries) that datelines carry and CLDR does not list."""


@cache
def _places() -> dict[str, str]:
    from babel import Locale

    source, target = Locale(SOURCE_LANGUAGE), Locale(TARGET_LANGUAGE)
    countries = {
        name.lower(): target.territories[code]
        for code, name in source.territories.items()
        if code in target.territories and not code.isdigit()
    }
    return countries | _CITIES


def _lead(text: str) -> str:
    """The place and agency before an article's first sentence, with places in English."""

    def english(match: re.Match[str]) -> str:
        name = _places().get(match[0].lower())
        return match[0] if name is None else _like(match[0], name)

    # A place is the whole of a run of words between the marks of a lead.
    return re.sub(r"[^\W\d_](?:[^\W\d_]| (?=[^\W\d_])|['.](?=[^\W\d_]))*", english, text)
