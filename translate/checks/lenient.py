"""Knowing a rendering that a translator has taken apart, or made another word of.

The glossary's own matcher says whether a rendering is there as the glossary has it. A desk's editor
would also let pass "called it off" for "call off", "foreign and defense ministers" for "foreign
minister", and "Russian" for "Russia".
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from padanan.glossary import Concept, PartOfSpeech
from padanan.glossary.english import TOKEN, rendering_ways
from padanan.glossary.words import keys

_WINDOW = 5
"""How many words may part those of a rendering: "foreign, trade, and defense ministers"."""

# fmt: off
_SMALL = frozenset({"a", "an", "the", "of", "to", "for", "in", "on", "by", "and", "s", "'s", "'"})
"""Words of a rendering that need not be there when it is taken apart."""

_LINKS = frozenset({"of", "for", "in", "on", "to", "by", "against"})
"""What parts the words of a rendering that stand the other way round: the price of gold."""

_SUFFIXES = frozenset(
    {
        "", "n", "ns", "s", "es", "d", "e", "ed", "ing", "y", "ies", "ied", "er", "ers", "or",
        "ors", "ee", "ees", "al", "als", "ial", "ally", "ially", "ic", "ics", "ical", "ically",
        "ly", "ily", "ment", "ments", "mental", "ion", "ions", "ation", "ations", "ition", "itions",
        "ional", "ationally", "ative", "ive", "ively", "ity", "ities", "ness", "ism", "ist", "ists",
        "istic", "ize", "izes", "ized", "izing", "izer", "ization", "ise", "ised", "ising", "ous",
        "ously", "ful", "less", "able", "ible", "ance", "ances", "ence", "ences", "ency", "ant",
        "ants", "ent", "ents", "ian", "ians", "an", "ans", "ean", "eans", "ese", "nese", "cy",
        "cies", "ish", "hood", "ship", "ships", "dom", "age", "ery", "ary", "aries", "ate", "ates",
        "ated", "ating", "ator", "ators", "ure", "ual", "ually", "ular", "ine", "ia", "en", "t",
        "th", "man", "men", "woman", "women", "people", "person",
    }
)
"""Endings that make other words of a stem."""
# fmt: on

_SHORTEST = 4
"""Letters that two words of one stem have in common, at the least; a name's may be one fewer."""


def is_rendered(concept: Concept, target: str) -> bool:
    """Whether a target has one of a concept's accepted renderings, taken apart or as another word.

    Args:
        concept: The concept; the glossary's own matcher has not found it.
        target: The English.
    """
    tokens = keys(target, TOKEN)
    return any(
        _stands(way, tokens)
        for rendering in concept.renderings
        for way in _ways(rendering, concept.pos)
    )


@lru_cache(maxsize=4096)
def _ways(rendering: str, pos: PartOfSpeech | None) -> tuple[tuple[str, ...], ...]:
    """A rendering's forms, cut down to the words that carry it, without those that come twice."""
    carried = (
        tuple(word for word in way if word not in _SMALL and re.match(r"\w", word)) or way
        for way, _ in rendering_ways(rendering, pos)
    )
    return tuple(dict.fromkeys(carried))


def _stands(way: Sequence[str], tokens: Sequence[str]) -> bool:
    """Whether words stand in a text, in their order and near each other, or some word of theirs."""
    starts = [place for place, token in enumerate(tokens) if same_stem(way[0], token)]
    if len(way) == 1:
        return bool(starts)
    if any(_follows(way, tokens, start) is not None for start in starts):
        return True
    for start, token in enumerate(tokens):
        if same_stem(way[-1], token):
            end = _follows(way[::-1], tokens, start)
            # "the ministers of foreign and home affairs", but not "off the record, call me"
            if end is not None and not _LINKS.isdisjoint(tokens[start:end]):
                return True
    return False


def _follows(way: Sequence[str], tokens: Sequence[str], start: int) -> int | None:
    """Where the last word of `way` stands if its words follow `start`, each within the window."""
    place = start
    for word in way[1:]:
        upcoming = range(place + 1, min(place + 2 + _WINDOW, len(tokens)))
        found = next((each for each in upcoming if same_stem(word, tokens[each])), None)
        if found is None:
            return None
        place = found
    return place


def same_stem(one: str, other: str) -> bool:
    """Whether two English words, in small letters, are made from one: protest, protester.

    Also where one is a part of a compound: space, spacecraft; storm, thunderstorms.
    """
    if one == other or (len(one) > 4 and other.removesuffix("s").endswith(one)):
        return True
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    if common < _SHORTEST and not (common == _SHORTEST - 1 and len(one) <= 5 and len(other) <= 6):
        return False
    if common == len(one) >= 5 and len(other) - common >= 4:
        return True
    # A doubled consonant before the ending belongs to it: plan, planned.
    rest, rest_other = one[common:], other[common:]
    if rest_other[:1] == one[common - 1 : common]:
        rest_other = rest_other if rest_other in _SUFFIXES else rest_other[1:]
    return rest in _SUFFIXES and rest_other in _SUFFIXES
