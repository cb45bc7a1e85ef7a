"""The glossary in alphabetical order, both ways, for pages that people read."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from padanan.glossary.concept import Concept
from padanan.glossary.formats.vocabulary import Status

_Item = TypeVar("_Item")

Letters = tuple[tuple[str, tuple[_Item, ...]], ...]
"""Entries under their first letters, in order; those without a letter first, under “#”."""


@dataclass(frozen=True, slots=True)
class Headword:
    """One Indonesian term.

    Attributes:
        term: The term.
        concept: Its concept; the term is the preferred one of it or another.
        number: The concept's place in the glossary, from 1.
    """

    term: str
    concept: Concept
    number: int

    @property
    def is_main(self) -> bool:
        """Whether the concept's entry stands here; elsewhere there is a reference to it."""
        return self.term == self.concept.terms[0]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One English rendering.

    Attributes:
        text: The rendering.
        uses: What it is a rendering of, with the concept's number, and whether to use it.
    """

    text: str
    uses: tuple[tuple[Concept, int, Status], ...]


def indonesian(concepts: Iterable[Concept]) -> Letters[Headword]:
    """Every Indonesian term."""
    return _by_letter(
        (term, Headword(term, concept, number))
        for number, concept in enumerate(concepts, start=1)
        for term in concept.terms
    )


def english(concepts: Iterable[Concept]) -> Letters[Rendering]:
    """Every English rendering once, those to avoid too."""
    uses: dict[str, list[tuple[Concept, int, Status]]] = {}
    for number, concept in enumerate(concepts, start=1):
        for place, text in enumerate(concept.renderings):
            status = Status.ADMITTED if place else Status.PREFERRED
            uses.setdefault(text, []).append((concept, number, status))
        for text in concept.avoided:
            uses.setdefault(text, []).append((concept, number, Status.AVOIDED))
    return _by_letter((text, Rendering(text, tuple(found))) for text, found in uses.items())


def _by_letter(items: Iterable[tuple[str, _Item]]) -> Letters[_Item]:
    letters: dict[str, list[_Item]] = {}
    keyed = [(_sort_key(text), item) for text, item in items]
    for key, item in sorted(keyed, key=lambda pair: pair[0]):
        letters.setdefault(_letter(key), []).append(item)
    return tuple((letter, tuple(found)) for letter, found in letters.items())


def _sort_key(text: str) -> tuple[bool, str, str]:
    """Accents, capitals and what is no letter or digit do not count at first."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    words = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    key = " ".join(words.split())
    return key[:1].isalpha(), key, text


def _letter(key: tuple[bool, str, str]) -> str:
    return key[1][0].upper() if key[0] else "#"
