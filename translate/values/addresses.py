"""What every language writes alike: addresses, telephone numbers, acronyms in brackets."""

import re

from padanan.translate.values.value import Reading, ValueKind, Verbatim

_EMAIL = re.compile(
    r"(?<![\w.@+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?<![.-])", re.ASCII
)
_URL = re.compile(
    r"(?<![\w@.-])(?:(?:https?://|www\.)[^\s<>\"“”„]{2,500}"
    r"|(?:[a-z0-9-]{2,63}\.){1,4}(?:com|co\.id|go\.id|or\.id|ac\.id|id|org|net|gov|edu|info|tv|news)"
    r"(?![\w@-]|\.\w)(?:/[^\s<>\"“”„]{0,500})?)",
    re.IGNORECASE | re.ASCII,
)
_AHEAD = re.compile(r"[\w+-]{1,64}(?:[@.]\w|://)|[\w.+-]{1,64}@\w", re.ASCII)

ADDRESSED = re.compile(r"[@.]\w|://", re.ASCII)
"""What is in every text that has an address, and in few others."""


def address(text: str, start: int) -> Reading | None:
    """An e-mail or web address; the mark at its end belongs to the sentence."""
    if not _AHEAD.match(text, start):
        return None
    if email := _EMAIL.match(text, start):
        return Reading(start, email.end(), ValueKind.EMAIL, Verbatim(email[0]))
    if url := _URL.match(text, start):
        found = url[0].rstrip(".,;:!?'’)]}*")
        if "(" in found and url[0][len(found) :].startswith(")"):
            found += ")"
        return Reading(start, start + len(found), ValueKind.URL, Verbatim(found))
    return None


_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\(?\+\d{1,3}\)?[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{1,5}(?:[\s.-]?\d{2,5}){1,4}"
    r"|\(0\d{1,4}\)\s?\d{3,8}(?:[\s.-]\d{2,5}){0,3}"
    r"|0\d{1,4}[-–/\s]\d{3,8}(?:[\s.-]\d{2,5}){0,3}"
    r"|08\d{8,11}|0\d{2,3}\d{6,8}|0?800[-\s]?\d{1,3}[-\s]?\d{3,6}|1[45]00[-\s]?\d{3})"
    r"(?![\w,/-]|\.\d)"
)
_CALLED = re.compile(
    r"(?:\btelepon|\btelp\.?|\bcall cent(?:er|re)|\bhotline|\bwhatsapp|\bWA|\bnomor darurat"
    r"|\bkontak|\bpusat panggilan)(?:\s(?:di|ke|nomor))?:?\s$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\d{3,6}(?![\w]|[.,]\d|-\w|\s(?:orang|unit|kali|ribu|juta))")


def phone(text: str, start: int) -> Reading | None:
    """A telephone number: with a country's code, or a city's or a mobile's, which begin with 0;
    a short one where the words before it call it so."""
    match = _PHONE.match(text, start) if text[start] in "+(018" else None
    if match is None or not 7 <= sum(map(str.isdigit, match[0])) <= 15:
        match = _SHORT.match(text, start)
        if match is None or not _CALLED.search(text, max(0, start - 30), start):
            return None
    return Reading(start, match.end(), ValueKind.PHONE, Verbatim(match[0]))


_CAPITALS = re.compile(
    r"\((?:[A-Z][A-Za-z]{0,2}[A-Z]{1,9}(?:[-/&]?[A-Z0-9]{1,6}){0,2}(?:\s[A-Z]{1,5})?"
    r"|[A-Z]{1,6}-?\d{1,3})\)"
)
_MIXED = re.compile(r"\(([A-Z][A-Za-z]{2,14})\)")
_ROMAN = re.compile(r"\([IVXLC]+\)")
_BEFORE = 90
"""Characters before a bracket in which the words of a mixed acronym are looked for."""


def acronym(text: str, start: int) -> Reading | None:
    """ "(BMKG)", "(TNI AD)", "(G20)", and "(Kemenkes)" behind what it is short for."""
    match = _CAPITALS.match(text, start)
    if match is None:
        match = _MIXED.match(text, start)
        if match is None or not _is_short_for(match[1], text[max(0, start - _BEFORE) : start]):
            return None
    elif _ROMAN.fullmatch(match[0]):
        return None
    return Reading(start, match.end(), ValueKind.ACRONYM, Verbatim(match[0]))


def _is_short_for(word: str, before: str) -> bool:
    """Whether its letters stand in this order in the capitalised words before it, over two words
    at least: "Kemenkes" in "Kementerian Kesehatan"."""
    names = re.findall(r"[^\W\d_]+", before)[-8:]
    for first in range(len(names) - 1):
        if not names[first][0].isupper():
            continue
        letters = iter("".join(names[first:]).lower())
        if all(letter in letters for letter in word.lower()):
            return not any(word.lower() == name.lower() for name in names)
    return False
