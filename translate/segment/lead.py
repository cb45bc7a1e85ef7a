"""The place or agency line that opens a news story: "BRUSSELS - ", "Jakarta (ANTARA) - ".

Newspapers agree on no form, so the forms here are those seen on Indonesian news pages: place,
agency, web address and date in any order, with commas, brackets or bars, closed by a dash
("JAKARTA, KOMPAS.com - "), by a colon ("Brussels: ") or, after a web address and a place, by
nothing ("Liputan6.com, Jakarta Presiden ...").
"""

import re

from padanan.translate.segment.places import AGENCIES, NOT_PLACES, PLACES

_LONGEST = 80
"""How many characters may stand before the dash or colon."""

_END = re.compile(
    r"(?P<dash>\s+(?:-(?:\s?-){0,2}|[–—―])(?=\s)|\s?(?:--|[–—―])|(?<=\))\.-(?=\s))"
    r"|(?P<hyphen>-(?=\s)|\s?-(?=[A-Z]))"
    r"|(?P<colon>:(?=\s))"
)
_BETWEEN = re.compile(r"\s*[,/|()]+\s*|\s+-\s+")
_BRACKETED = re.compile(r"\([A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}(?:/[\w ]+)?\)$")
_ADDRESS = re.compile(r"\w[\w-]*(?:\.[\w-]+)*\.(?:com|co|id|net|org|news|tv)", re.IGNORECASE)
_DATE = re.compile(
    r"(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu"
    r"|\d{1,2}(?:[/.]\d{1,2}(?:[/.]\d{2,4})?|\s[A-Z][a-z]+(?:\s\d{4})?)?|\d{2,4})"
)
_ADDRESS_AND_PLACE = re.compile(rf"{_ADDRESS.pattern}\s*,\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][A-Z'-]+(?: [A-Z][A-Z'-]+){0,2}")
_CAPITALISED = re.compile(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}")
_REST_OF_ADDRESS = re.compile(r"[\w-]{1,30}\.(?:com|co|id|net|org)\b", re.IGNORECASE)
_DISTRICT = re.compile(r"(?:Kabupaten|Kab\.?|Kota|KABUPATEN|KOTA) (?=[A-Z])")
_PLACE_AND_STOP = re.compile(r"\s*([A-Z][A-Z'-]+(?: [A-Z][A-Z'-]+){0,2})\.(?=\s+\S)")
_AGENCY_AND_STOP = re.compile(r"RMOL[A-Z]{0,12}\.(?=\s+[A-Z])")
_OPENS = re.compile(r"\s*[\"'“‘(]?\s?(?:[A-Z0-9]|e-[A-Z]|i[A-Z])")
_NEXT = re.compile(r"\W*([\w'-]+)(?: ([\w'-]+))?")


def lead_end(text: str, *, first: bool = True) -> int:
    """Where the place or agency line at the start of a paragraph ends.

    Args:
        text: The paragraph.
        first: Whether it is the article's first paragraph. A colon closes the line only there:
            further down, "Jakarta: ..." is an item of a list.

    Returns:
        The offset behind its dash, colon or last word, 0 if there is none. Doubtful cases are
        none: "Rusia - Ukraina sepakat" and "NATO - Rusia bertemu" are sentences.
    """
    for end in _END.finditer(text, 0, _LONGEST):
        head, rest = text[: end.start()], text[end.end() : end.end() + _LONGEST]
        if not _OPENS.match(rest) or (end["hyphen"] and _REST_OF_ADDRESS.match(rest)):
            continue  # the latter: TRIBUN-BALI.COM
        if (first or not end["colon"]) and _is_lead(head, end, rest):
            return _behind_place(text, head, end.end())
        if first and end["dash"] and _is_place_and_paper(head):
            return end.end()
    return _unmarked(text)


def _behind_place(text: str, head: str, end: int) -> int:
    """The end of the line, behind the place that follows the dash ("KONTAN.CO.ID - JAKARTA.")."""
    place = _PLACE_AND_STOP.match(text, end)
    if place is None or not _ADDRESS.fullmatch(head.strip()) or place[1].lower() not in PLACES:
        return end
    return place.end()


def _is_place_and_paper(head: str) -> bool:
    """Whether `head` is a place and one more name, a paper's that no list has."""
    place, comma, paper = head.strip().partition(", ")
    return bool(comma) and place.lower() in PLACES and _CAPITALISED.fullmatch(paper) is not None


def _is_lead(head: str, end: re.Match[str], rest: str) -> bool:
    """Whether `head` names where a story comes from, and `rest` is the story."""
    pieces = [piece for piece in _BETWEEN.split(head.strip()) if piece]
    if not pieces or head.count("(") != head.count(")"):
        return False
    pieces = [_DISTRICT.sub("", piece) for piece in pieces]
    places = sum(piece.lower() in PLACES for piece in pieces)
    sources = sum(_is_source(piece) for piece in pieces)
    sources += places > 0 and _BRACKETED.search(head) is not None
    others = [
        piece
        for piece in pieces
        if piece.lower() not in PLACES and not _is_source(piece) and not _DATE.fullmatch(piece)
    ]
    if end["colon"]:
        return places > 0 and not others
    if end["hyphen"] and not sources and (end.string[end.end()] != " " or not head.isupper()):
        return False  # "Solo-Jogja", "JAKARTA-Bogor"; but "JAKARTA- Presiden"
    if sources:
        return all(_CAPITALISED.fullmatch(piece) for piece in others)
    if others:
        return len(pieces) == 1 and _is_unknown_place(head, rest)
    return places > 0 and (head.isupper() or not _goes_to_a_place(rest))


def _is_source(piece: str) -> bool:
    """Whether `piece` names an agency or a web address."""
    return piece == "ANTARA" or piece.lower() in AGENCIES or bool(_ADDRESS.fullmatch(piece))


def _is_unknown_place(head: str, rest: str) -> bool:
    """Whether `head` stands in capitals as places do there, and what follows does not."""
    following = _NEXT.match(rest)
    return (
        len(head) >= 5
        and bool(_CAPITALS.fullmatch(head))
        and head.lower() not in NOT_PLACES
        and following is not None
        and not following[1].isupper()
    )


def _goes_to_a_place(rest: str) -> bool:
    """Whether `rest` begins with a place: "Jakarta - Bandung macet"."""
    words = _NEXT.match(rest)
    if words is None:
        return False
    one, two = words[1], words[2]
    return one.lower() in PLACES or (two is not None and f"{one} {two}".lower() in PLACES)


def _unmarked(text: str) -> int:
    """Where a web address and a place end that open a paragraph without a dash, or "RMOL."."""
    if agency := _AGENCY_AND_STOP.match(text):
        return agency.end()
    address = _ADDRESS_AND_PLACE.match(text, 0, _LONGEST)
    if address is None:
        return 0
    words = text[address.end() : address.end() + _LONGEST].split(" ")[:4]
    for count in (3, 2, 1):
        place = " ".join(words[:count])
        end = address.end() + len(place)
        if place.lower() in PLACES and text[end : end + 1].isspace() and _OPENS.match(text, end):
            return end
    return 0
