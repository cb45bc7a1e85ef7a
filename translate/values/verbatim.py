"""Addresses, telephone numbers, acronyms and codes, looked for in an English text."""

import re
from functools import cached_property

from padanan.translate.dates import key
from padanan.translate.values.value import ValueKind

Place = tuple[int, int]
"""Offsets of a value in a target."""

ACRONYMS = {
    "PBB": ("UN", "U.N."),
    "AS": ("US", "U.S.", "USA"),
    "UE": ("EU", "E.U."),
    "OKI": ("OIC",),
    "UEA": ("UAE",),
    "HAM": ("human rights",),
    "LSM": ("NGO", "NGOs", "non-governmental", "nongovernmental"),
    "KTT": ("summit", "Summit"),
}
"""Acronyms of which English has its own."""


class Verbatims:
    """An English text in which what every language writes alike is looked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    def places(self, kind: ValueKind, wanted: str, *, strict: bool) -> list[Place]:
        """Where the text has `wanted`; `strict` asks for the very letters."""
        if kind is ValueKind.PHONE:
            place = self._phones.get("".join(filter(str.isdigit, wanted)))
            return [place] if place else []
        if kind is ValueKind.ACRONYM:
            return self._acronym(wanted.strip("()"), strict=strict)
        if kind is ValueKind.NUMBER:
            return self._found(wanted if strict else wanted.lstrip("0") or "0")
        return self._found(wanted) or self._found(wanted, low=True)

    def _found(self, wanted: str, *, low: bool = False) -> list[Place]:
        """Where a text stands as a whole word."""
        text = self._low if low else self.text
        wanted = key(wanted) if low else wanted
        start = text.find(wanted)
        for _ in range(_TRIES):
            if start < 0:
                break
            end = start + len(wanted)
            if not (text[start - 1 : start].isalnum() or _JOINED.match(text, end)):
                return [(start, end)]
            start = text.find(wanted, end)
        return []

    @cached_property
    def _low(self) -> str:
        return key(self.text)

    @cached_property
    def _phones(self) -> dict[str, Place]:
        return {
            "".join(filter(str.isdigit, match[0])): (match.start(), match.end())
            for match in _PHONE.finditer(self.text)
        }

    def _acronym(self, wanted: str, *, strict: bool) -> list[Place]:
        for form in (wanted, *ACRONYMS.get(wanted, ())):
            if found := self._found(form):
                return found
        return [] if strict else self._explained or self._spelled_out(wanted)

    @cached_property
    def _initials(self) -> tuple[str, list[Place]]:
        """The first letters of the words, small words but left out, and where these stand."""
        words = [match for match in _WORD.finditer(self.text) if match[0].lower() not in _SMALL]
        letters = "".join(match[0][0] for match in words)
        return letters, [(match.start(), match.end()) for match in words]

    def _spelled_out(self, wanted: str) -> list[Place]:
        """Where words in a row begin with the letters: "World Trade Organization" for WTO."""
        letters, places = self._initials
        first = letters.find(wanted) if len(wanted) > 2 else -1
        return [(places[first][0], places[first + len(wanted) - 1][1])] if first >= 0 else []

    @cached_property
    def _explained(self) -> list[Place]:
        """English acronyms in brackets whose letters begin the words before them."""
        found = []
        for match in _BRACKETED.finditer(self.text):
            letters = [letter for letter in match[1] if letter.isupper()]
            before = _WORD.findall(self.text[max(0, match.start() - 120) : match.start()])
            rest = iter([word[0].upper() for word in before[-2 * len(letters) - 2 :]])
            if all(letter in rest for letter in letters):
                found.append((match.start(1), match.end(1)))
        return found


_TRIES = 50
"""Places inside longer words that a look for a word passes over before it gives up."""

_SMALL = frozenset({"of", "and", "for", "the", "on", "in", "to"})
_JOINED = re.compile(r"(?!s\b)[^\W_]")
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z.&/-]{1,9})\)")
_WORD = re.compile(r"[^\W\d_]+")
_PHONE = re.compile(r"[+(]?\d[\d\s().–-]{1,30}\d")
