"""Words of Indonesian administration that English surveys leave as they are, rendered.

A third of the careful prose is policy research, which writes *in Kecamatan Cibatu* and *the
kabupaten government*; a model that has read it leaves these words too. English news has none of
them: *in Cibatu District*, *the regency government*.
"""

from __future__ import annotations

import re

#: One of them and several of them, as English-language newspapers of Indonesia write.
WORDS = {
    "kabupaten/kota": ("regency/city", "regencies/cities"),
    "kabupaten": ("regency", "regencies"),
    "kota": ("city", "cities"),
    "kecamatan": ("district", "districts"),
    "kelurahan": ("urban village", "urban villages"),
    "desa": ("village", "villages"),
    "dusun": ("hamlet", "hamlets"),
    "bupati": ("regent", "regents"),
    "camat": ("district head", "district heads"),
    "lurah": ("urban village head", "urban village heads"),
    "puskesmas": ("community health center", "community health centers"),
    "posyandu": ("community health post", "community health posts"),
}
#: What stands before an area's name in Indonesian, and after it in English.
AREAS = {
    word.capitalize(): WORDS[word][0].title()
    for word in ("kabupaten", "kecamatan", "kelurahan", "desa", "dusun")
}
#: What stands after an area's name in Indonesian, and before it in English.
COMPASS = {
    "Barat Daya": "Southwest",
    "Barat Laut": "Northwest",
    "Timur Laut": "Northeast",
    "Barat": "West",
    "Selatan": "South",
    "Tengah": "Central",
    "Tenggara": "Southeast",
    "Timur": "East",
    "Utara": "North",
}

_MANY = (
    r"(?:[2-9]|\d\d+|two|three|four|five|six|seven|eight|nine|ten|all|both|many|several|some|few|"
    r"most|these|those|other|various|sample|study|respective|between|across|number of)"
)
_WORD = re.compile(
    rf"(?P<many>\b{_MANY} )?(?<![\w/-])(?P<word>{'|'.join(WORDS)})(?P<s>s?)(?![\w/-])"
    r"(?P<are>(?= (?:are|were|have)\b))?"
    r"(?P<of_one>(?= (?:administration|budget|council|government|head|level|office)))?"
)
_AREA = re.compile(
    rf"(?<![\w/-])(?P<kind>{'|'.join(AREAS)}) (?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*){{0,2}})"
)
_PART_OF_A_NAME = re.compile(r"\b(?!(?:In|At|The|From|For|Of|And|To|Both|While)\b)[A-Z][\w'-]* $")


def _in_english(name: list[str]) -> str:
    for count in (2, 1):
        rest, last = name[:-count], " ".join(name[-count:])
        if rest and last in COMPASS:
            return " ".join([COMPASS[last], *rest])
    return " ".join(name)


def rendered(source: str, target: str) -> str:
    """The English ``target`` of an Indonesian ``source``, with what it left in Indonesian in
    English: areas beside the names that the source has them beside, and common nouns."""
    there = source.lower()
    if not any(word in there for word in WORDS):
        return target

    def area(match: re.Match[str]) -> str:
        kind, words = match["kind"], match["name"].split()
        if _PART_OF_A_NAME.search(target, 0, match.start()):
            return match[0]  # of an office or a program: Dinas Kesehatan Kabupaten Gresik
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if re.search(rf"\b{kind} {re.escape(name)}(?![\w'-])", source):
                return " ".join([_in_english(words[:count]), AREAS[kind], *words[count:]])
        return match[0]

    def noun(match: re.Match[str]) -> str:
        if match["word"] not in there:
            return match[0]
        of_one = match["of_one"] is not None  # both regency governments
        many = not of_one and (match["many"] or match["s"] or match["are"] is not None)
        return (match["many"] or "") + WORDS[match["word"]][bool(many)]

    found = _WORD.sub(noun, _AREA.sub(area, target))
    return re.sub(r"\b([Aa]) (?=urban village)", r"\1n ", found)
