"""Times of day of an Indonesian sentence."""

import re
from decimal import Decimal
from functools import cache

from padanan.translate.dates import key
from padanan.translate.values.moments import begins
from padanan.translate.values.quantities import SCALE_WORDS, tail
from padanan.translate.values.units import alternation
from padanan.translate.values.value import Clock, Reading, ValueKind
from padanan.translate.values.words import HOURS

_ZONE = r"WIB|WITA|WIT|GMT|UTC|waktu indonesia (?:bagian )?(?:barat|tengah|timur)"
_ZONES = {"barat": "WIB", "tengah": "WITA", "timur": "WIT"}
_PART = r"dini hari|pagi|siang|sore|petang|malam|subuh"
_MARK = r"pukul|pkl\.?|jam"
_ENDS = r"(?![\d%]|[.,:/]\d|[^\W\d_]|-[^\W\d_]|\s[ap]\.?\s?m\b)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    after = (
        rf"(?:\s?(?P<part>{_PART})(?!\w))?(?:\s{{0,2}}(?P<open>\()?(?P<zone>{_ZONE})\b(?(open)\)))?"
    )
    found = {
        "figures": rf"(?:(?P<mark>{_MARK})\s{{0,2}}:?\s?)?(?P<hour>[01]?\d|2[0-4])"
        rf"(?:(?P<sep>[.:])(?P<minute>[0-5]\d)(?:[.:][0-5]\d)?)?{_ENDS}"
        rf"(?:(?P<to>\s?(?:[-–—]|hingga|sampai(?:\sdengan)?|s/d)\s?)(?:(?:{_MARK})\s)?"
        rf"(?P<hour2>[01]?\d|2[0-4])(?:[.:](?P<minute2>[0-5]\d)(?:[.:][0-5]\d)?)?{_ENDS})?{after}",
        "packed": r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\s(?P<zone>GMT|UTC|WIB|WITA|WIT)\b",
        "words": rf"(?:{_MARK})\s(?P<word>{alternation(HOURS)})(?![^\W_])"
        rf"(?:\s(?P<part>{_PART})(?!\w))?(?:\s(?P<zone>{_ZONE})\b)?",
    }
    return {name: re.compile(one, re.IGNORECASE) for name, one in found.items()}


def announced(text: str, start: int) -> Reading | None:
    """ "pukul 03.50 WIB", "jam 7 malam", "pukul tiga dini hari"."""
    match = _patterns()["words"].match(text, start)
    if match is None:
        return clock(text, start)
    if not (match["part"] or match["zone"]) and key(match[0]).startswith("jam"):
        return None
    hour, sure = half_day(HOURS[key(match["word"])], key(match["part"] or ""))
    meaning = Clock(hour, None, sure, None, _zone(match["zone"]))
    return Reading(start, match.end(), ValueKind.TIME, meaning)


def clock(text: str, start: int) -> Reading | None:
    """ "03.50 WIB", "19:30", "5.00"; figures alone are a time only with a dot or a colon."""
    if not begins(text, start):
        return None
    if packed := _patterns()["packed"].match(text, start):
        meaning = Clock(int(packed["hour"]) % 24, int(packed["minute"]), zone=_zone(packed["zone"]))
        return Reading(start, packed.end(), ValueKind.TIME, meaning)
    match = _patterns()["figures"].match(text, start)
    return _read(text, match) if match else None


def _read(text: str, match: re.Match[str]) -> Reading | None:
    mark, part, zone = match["mark"], key(match["part"] or ""), match["zone"]
    minute, end = match["minute"], match.end()
    said = bool(mark or part or zone)
    ranged = bool(match["hour2"] and (said or bool(match["minute2"]) == bool(minute)))
    if match["hour2"] and not ranged:
        end, part, zone = match.start("to"), "", None
    if not (minute or zone or (mark and part)) and not (mark and mark[0] in "pP"):
        return None  # "jam 7" may be hours, "3 malam" are nights
    if minute and not (mark or zone or part) and _is_number(text, match):
        return None
    hour, sure = half_day(int(match["hour"]), part)
    until = None
    if ranged:
        last, _ = half_day(int(match["hour2"]), part)
        until = (last, int(match["minute2"]) if match["minute2"] else None)
    sure = sure or minute is not None or bool(zone)
    meaning = Clock(hour, int(minute) if minute else None, sure, until, _zone(zone))
    return Reading(match.start(), end, ValueKind.TIME, meaning)


def _zone(name: str | None) -> str:
    return _ZONES.get(key(name).split()[-1], key(name).upper()) if name else ""


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
    rf"\s?(?:{alternation(SCALE_WORDS)}|detik|menit|jam|poin|kali|orang|unit|skala)\b",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(
    r"(?:\bRp\.?|\$|€|£|\bUSD|\bkurs|\bindeks|\bIPK|\bversi|\bmagnitudo|\bM|\bAndroid|\biOS|\btabel|\bbab|\bgambar"
    r"|\bgrafik|\blampiran|\bbagian|\bbutir|\bpasal|\bnomor|\bno\."
    r"|\bWindows|\bskor)\s?$",
    re.IGNORECASE,
)


def _is_number(text: str, match: re.Match[str]) -> bool:
    """Whether bare figures as 6.25 are rather a number, or a version, than a time."""
    end = match.end()
    if _NUMBER_AFTER.match(text, end) or tail(text, end, Decimal(0))[1]:
        return True
    before = max(0, match.start() - 12), match.start()
    return bool(_NUMBER_BEFORE.search(text, *before))
