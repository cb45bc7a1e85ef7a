"""Pairs of bare figures in an Indonesian sentence: scores and years."""

import re
from decimal import Decimal

from padanan.translate.values.moments import begins, counts
from padanan.translate.values.quantities import tail
from padanan.translate.values.value import Day, Quantity, Reading, ValueKind
from padanan.translate.values.words import SCALES

_PAIR = re.compile(
    r"(\d{1,3})(\s?[-–—]\s?|:)(\d{1,3})(?![\d%]|[.,:/]\d|[-–]\w|\s?[-–:]\s?\d|[^\W\d_]|-?an\b)"
)
_GAME = re.compile(
    r"\b(?:skor|menang|kemenangan|kalah|kekalahan|imbang|unggul|tertinggal|keunggulan|kedudukan|gol"
    r"|babak|set|gim|game|agregat|takluk|menaklukkan|mengalahkan|membantai|ditahan|laga|tumbang"
    r"|menundukkan|ditundukkan|menyamakan|comeback|menumbangkan|melibas|menekuk|dikalahkan|keok"
    r"|pertandingan|tie-?break|penalti|rekor pertemuan|head to head|menghajar|mencukur)\b",
    re.IGNORECASE,
)
_SCALED = re.compile(rf"\s?(?:{'|'.join(SCALES)}|rb|jt)\b", re.IGNORECASE)
_BEFORE, _BEHIND = 70, 30
"""Characters before and behind a pair in which a word of games is looked for."""


def score(text: str, start: int) -> Reading | None:
    """ "2-1", "21-19": the larger first, a nought, or a word of games near makes it a score."""
    match = _PAIR.match(text, start)
    if match is None or not begins(text, start):
        return None
    one, other, end = int(match[1]), int(match[3]), match.end()
    clock = match[2] == ":" and len(match[3]) == 2
    if clock or tail(text, end, Decimal(other))[1] or _SCALED.match(text, end):
        return None
    if not (one >= other or not one or match[2] == ":" or _played(text, start, end)):
        return None
    if any(len(side) > 1 and side[0] == "0" for side in (match[1], match[3])):
        return None
    return Reading(start, end, ValueKind.SCORE, Quantity((Decimal(one), Decimal(other))))


_SET = re.compile(r"(\d{1,2})[-–](\d{1,2}),\s$")


def _played(text: str, start: int, end: int) -> bool:
    """Whether a word of games stands near, or the set before, which one side won."""
    before = _SET.search(text, max(0, start - 9), start)
    if before and int(before[1]) > int(before[2]):
        return True
    return bool(
        _GAME.search(text, max(0, start - _BEFORE), start) or _GAME.search(text, end, end + _BEHIND)
    )


_YEARS = re.compile(
    r"((?:1\d|20)\d\d)(?:\s?[-–/]\s?|\s(?:hingga|sampai(?:\sdengan)?|s/d)\s)(?:tahun\s)?"
    r"((?:1\d|20)\d\d(?!\d|[.,]\d)|\d\d(?![\d.,/-]|\s?[^\W\d_]))",
    re.IGNORECASE,
)


def years(text: str, start: int) -> Reading | None:
    """ "2019-2024", "2021/2022", "2019 hingga 2021", "1995-96"."""
    match = _YEARS.match(text, start)
    if match is None or not begins(text, start):
        return None
    since, last, end = int(match[1]), match[2], match.end()
    year = int(last) if len(last) == 4 else since - since % 100 + int(last)
    if not since < year < 2100 or counts(text, end) or tail(text, end, Decimal(year))[1]:
        return None
    return Reading(start, end, ValueKind.DATE, Day(year=year, since=Day(year=since)))
