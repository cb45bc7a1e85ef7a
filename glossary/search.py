"""Looking words up in the glossary, in both languages, forms and slips of the pen included."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from padanan.glossary.concept import Concept
from padanan.glossary.derived import Suggester
from padanan.glossary.glossary import Glossary
from padanan.glossary.likely import by_beginning, by_rendering, by_root
from padanan.glossary.match import Match, Matcher
from padanan.glossary.renderings import RenderingMatcher
from padanan.glossary.rules import clean

_SIMILAR = 78.0
"""The least similarity that is a hit, of 100 (rapidfuzz's `ratio`): one letter for another in a
word of five (80), two in one of ten, but not one in four (75), which is mostly another word."""

_CLOSE = 0.85
"""The similarity of the whole text that says more than a derived word in it does: one letter for
another in seven. jamnan keamanan means jaminan keamanan (0.97) rather than mengamankan."""

_WORSE = 10.0
"""How much less similar than the best a hit may be: the best by far is what was meant."""


class How(StrEnum):
    """How an entry answers the words that were looked up; the best comes first.

    Only close similarity of all the words comes before what some of them are derived from.
    """

    EXACT = "exact"
    """It is the words, capitals ignored."""

    FORM = "form"
    """The words are a form of it, or another way to write it."""

    INSIDE = "inside"
    """It is among the words, in some form."""

    AROUND = "around"
    """The words stand in it, at the beginning of a word."""

    DERIVED = "derived"
    """The words are derived from it (menjamin from jaminan)."""

    SIMILAR = "similar"
    """It is spelled like them. Looked for only where nothing is the words themselves."""


class Role(StrEnum):
    """What an entry is in its concept; of hits alike the first comes first."""

    TERM = "term"
    PREFERRED = "preferred"
    ADMITTED = "admitted"
    AVOIDED = "avoided"


@dataclass(frozen=True, slots=True)
class Found:
    """A concept that answers the words.

    Attributes:
        concept: The concept.
        entry: The term or rendering of it that does best.
        role: What the entry is.
        how: How it answers.
        score: How close it is, from 0 to 1: the similarity for `How.SIMILAR`, otherwise the share
            of the longer one that the shorter one makes up.
    """

    concept: Concept
    entry: str
    role: Role
    how: How
    score: float


def search(glossary: Glossary, words: str, *, limit: int = 10) -> tuple[Found, ...]:
    """The concepts that answer some words, each with its best entry, the best ones first.

    Args:
        glossary: Where to look. Its curated concepts come before built-in ones that do as well.
        words: A term or rendering in either language, in any form, or several of them.
        limit: How many to give at most.
    """
    text = clean(words)
    if not any(character.isalnum() for character in text):
        return ()
    concepts = (*glossary.concepts, *glossary.builtin)
    entries = _entries(concepts)
    matches = _matches(glossary, text)
    found = [*_written(entries, text), *_matched(matches, text)]
    if not _is_there(found):
        found += _rendered(concepts, text)
    if not _is_there(found):
        found += _begun(entries, text)
        found += _derived(glossary, text, matches)
        found += _similar(entries, text)
    return _best(found, concepts, text)[:limit]


_Entry = tuple[Concept, str, Role, str]
"""A concept, an entry of it, what that is in it, and the entry with capitals ignored."""


def _entries(concepts: Iterable[Concept]) -> list[_Entry]:
    return [
        (concept, entry, role, entry.casefold())
        for concept in concepts
        for role, entries in (
            (Role.TERM, concept.terms),
            (Role.PREFERRED, concept.renderings[:1]),
            (Role.ADMITTED, concept.renderings[1:]),
            (Role.AVOIDED, concept.avoided),
        )
        for entry in entries
    ]


def _written(entries: list[_Entry], text: str) -> Iterator[Found]:
    """Entries that are the text or have its words in them."""
    key = text.casefold()
    inside = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")
    for concept, entry, role, folded in entries:
        if folded == key:
            yield Found(concept, entry, role, How.EXACT, 1.0)
        elif key in folded and inside.search(folded):
            yield Found(concept, entry, role, How.AROUND, _share(key, folded))


def _begun(entries: list[_Entry], text: str) -> Iterator[Found]:
    """Entries in which words begin as the text does."""
    key = text.casefold()
    begun = re.compile(rf"(?<!\w){re.escape(key)}")
    for concept, entry, role, folded in entries:
        if key in folded and begun.search(folded):
            yield Found(concept, entry, role, How.AROUND, _share(key, folded))


def _matches(glossary: Glossary, text: str) -> tuple[Match, ...]:
    """What `glossary.match` finds, without a matcher of the whole glossary."""
    likely = by_beginning(glossary.concepts, text)
    return Matcher(likely, by_beginning(glossary.builtin, text)).match(text)


def _matched(matches: Iterable[Match], text: str) -> Iterator[Found]:
    """Entries of which forms are in the text."""
    for match in matches:
        how = How.FORM if _whole(match.start, match.end, text) else How.INSIDE
        score = _share(match.term, text)
        for concept in (match.concept, *match.homonyms):
            yield Found(concept, match.term, Role.TERM, how, score)


def _rendered(concepts: Iterable[Concept], text: str) -> Iterator[Found]:
    """Renderings of which forms are in the text."""
    for hit in RenderingMatcher(by_rendering(concepts, text)).find(text):
        how = How.FORM if _whole(hit.start, hit.end, text) else How.INSIDE
        score = _share(hit.rendering, text)
        yield Found(hit.concept, hit.rendering, Role(hit.status), how, score)


def _derived(glossary: Glossary, text: str, matches: tuple[Match, ...]) -> Iterator[Found]:
    """Terms from which words of the text are derived."""
    for match in Suggester(by_root(glossary.concepts, text)).suggest(text, matches):
        for concept in (match.concept, *match.homonyms):
            score = _share(match.term, text)
            yield Found(concept, match.term, Role.TERM, How.DERIVED, score)


def _is_there(found: Iterable[Found]) -> bool:
    """Whether something found is the very words, in whatever form."""
    return any(one.how in (How.EXACT, How.FORM) for one in found)


def _whole(start: int, end: int, text: str) -> bool:
    """Whether nothing but marks stands around a match."""
    return not any(character.isalnum() for character in text[:start] + text[end:])


def _share(one: str, other: str) -> float:
    return round(min(len(one), len(other)) / max(len(one), len(other)), 3)


def _similar(entries: list[_Entry], text: str) -> Iterator[Found]:
    """Entries that are spelled like the text."""
    from rapidfuzz import fuzz, process

    texts = [folded for *_, folded in entries]
    hits = process.extract(
        text.casefold(), texts, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=None
    )
    for _, score, place in hits:
        if score < hits[0][1] - _WORSE:
            break
        concept, entry, role, _ = entries[place]
        yield Found(concept, entry, role, How.SIMILAR, round(score / 100, 3))


_RANKS = {how: rank for rank, how in enumerate(How)}
_ORDER = {role: rank for rank, role in enumerate(Role)}


def _best(found: list[Found], concepts: tuple[Concept, ...], text: str) -> tuple[Found, ...]:
    """Each concept with its best entry, the best first; those alike in the order of the file."""
    there = {id(one.concept) for one in found}
    places = {id(concept): at for at, concept in enumerate(concepts) if id(concept) in there}
    length = len(text.split())

    def rank(one: Found) -> float:
        if one.how is How.SIMILAR and one.score >= _CLOSE:
            return _RANKS[How.DERIVED] + 0.25
        if one.how is How.DERIVED and len(one.entry.split()) < length:
            return _RANKS[How.DERIVED] + 0.5
        return _RANKS[one.how]

    found.sort(key=lambda one: (rank(one), _ORDER[one.role], -one.score, places[id(one.concept)]))
    best: dict[Concept, Found] = {}
    for one in found:
        best.setdefault(one.concept, one)
    return tuple(best.values())
