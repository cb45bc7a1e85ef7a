"""The values of an Indonesian sentence, read by Indonesian conventions.

A sentence is walked once from left to right. Each word, run of digits or sign that may begin a
value is looked up in a table of what it may begin; every pattern is matched there and nowhere
else, with bounded repetition, so that no sentence takes more than linear time. The first reading
that fits is the value, and the walk goes on behind it.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from padanan.translate.dates import key, names
from padanan.translate.values import moments, quantities
from padanan.translate.values.units import signs
from padanan.translate.values.value import Reading, ValueKind, Verbatim
from padanan.translate.values.words import STARTERS

Reader = Callable[[str, int], Reading | None]
"""Reads the value that begins at an offset of a text, or finds none there."""


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[Reading, ...]:
    """The values of an Indonesian text, in its order, without overlaps."""
    found: list[Reading] = []
    end = 0
    table = _table()
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < end:
            continue
        what = token[0]
        readers = _DIGIT if what[0].isdigit() else table.get(key(what), _WORD)
        for read in readers:
            reading = read(text, start)
            if reading is not None:
                found.append(reading)
                end = reading.end
                break
    return tuple(found)


_TOKEN = re.compile(
    r"[^\W\d_]{1,24}\$(?=\s?\d)|(?<![\w$])[$€£¥₩₹](?=\s?\d)|\+(?=\d)|\((?=[+0]\d|[A-Z])|\d+|[^\W\d_]+"
)


@cache
def _table() -> dict[str, tuple[Reader, ...]]:
    known = names()
    table: dict[str, tuple[Reader, ...]] = {}
    for word in STARTERS:
        table[word] = (quantities.in_words,)
    for word in quantities.ORDINALS:
        table[word] = (quantities.ordinal_word,)
    for word in known.months:
        table[word] = (moments.month,)
    for word in (*known.days, *known.short_days):
        table[word.split("'")[0].split("’")[0]] = (moments.weekday,)
    table |= dict.fromkeys(("pukul", "pkl", "jam"), (moments.announced,))
    table |= {
        "tahun": (moments.decade,),
        "ke": (quantities.ordinal,),
        "abad": (quantities.century,),
        "magnitudo": (quantities.magnitude,),
        "m": (quantities.magnitude,),
        "+": (phone,),
        "(": (acronym, phone),
    }
    for sign in signs():
        table[sign.rstrip(".").replace(" ", "")] = (quantities.currency,)
    table["us"] = table["u"] = (quantities.currency,)
    return {word: (*readers, address) for word, readers in table.items()}


_EMAIL = re.compile(
    r"(?<![\w.@+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?<![.-])", re.ASCII
)
_URL = re.compile(
    r"(?<![\w@.-])(?:(?:https?://|www\.)[^\s<>\"“”„]{2,500}"
    r"|(?:[a-z0-9-]{2,63}\.){1,4}(?:com|co\.id|go\.id|or\.id|ac\.id|id|org|net|gov|edu|info|tv|news)"
    r"(?![\w@-]|\.\w)(?:/[^\s<>\"“”„]{0,500})?)",
    re.IGNORECASE | re.ASCII,
)


def address(text: str, start: int) -> Reading | None:
    """An e-mail or web address; the mark at its end belongs to the sentence."""
    if not _ADDRESS_AHEAD.match(text, start):
        return None
    if email := _EMAIL.match(text, start):
        return Reading(start, email.end(), ValueKind.EMAIL, Verbatim(email[0]))
    if url := _URL.match(text, start):
        found = url[0].rstrip(".,;:!?'’)]}*")
        if "(" in found and url[0][len(found) :].startswith(")"):
            found += ")"
        return Reading(start, start + len(found), ValueKind.URL, Verbatim(found))
    return None


_ADDRESS_AHEAD = re.compile(r"[\w+-]{1,64}(?:[@.]\w|://)|[\w.+-]{1,64}@\w", re.ASCII)


_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\(?\+\d{1,3}\)?[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{1,5}(?:[\s.-]?\d{2,5}){1,4}"
    r"|\(0\d{1,4}\)\s?\d{3,8}(?:[\s.-]\d{2,5}){0,3}"
    r"|0\d{1,4}[-–/\s]\d{3,8}(?:[\s.-]\d{2,5}){0,3}"
    r"|08\d{8,11}|0\d{2,3}\d{6,8}|0?800[-\s]?\d{1,3}[-\s]?\d{3,6})(?![\w,/-]|\.\d)"
)


def phone(text: str, start: int) -> Reading | None:
    """A telephone number: with a country's code, or a city's or a mobile's, which begin with 0."""
    if text[start] not in "+(0":
        return None
    match = _PHONE.match(text, start)
    if not match or not 7 <= sum(map(str.isdigit, match[0])) <= 15:
        return None
    return Reading(start, match.end(), ValueKind.PHONE, Verbatim(match[0]))


_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{0,3}[A-Z]{1,8}(?:[-/&]?[A-Z0-9]{1,6}){0,2})\)")


def acronym(text: str, start: int) -> Reading | None:
    """The letters of an acronym in brackets behind the name it stands for."""
    match = _ACRONYM.match(text, start)
    if not match or not _NAME_BEFORE.search(text, max(0, start - 40), start):
        return None
    return Reading(match.start(1), match.end(1), ValueKind.ACRONYM, Verbatim(match[1]))


_NAME_BEFORE = re.compile(r"[^\W\d_]['’”\"]?\s?$")

_WORD: tuple[Reader, ...] = (address,)
"""What any word may begin."""

_DIGIT: tuple[Reader, ...] = (
    phone,
    address,
    moments.numeric_date,
    moments.date,
    moments.clock,
    quantities.score_or_range,
    quantities.quantity,
)
