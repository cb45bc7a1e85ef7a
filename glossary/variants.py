"""Admitted renderings that are the preferred one in the shape that a sentence asks for.

The sentence, not the translator, decides between Russia and Russian, economy and economic, and a
source that writes a short form (AS) is served by a short form (U.S.). Where such a rendering
stands, nothing is left to be put right.
"""

import re
from functools import cache

from padanan.glossary.concept import Concept, PartOfSpeech

_SHORTEST_STEM = 4
"""Letters that two words of one family have in common at their beginning, at least."""

_PEOPLES = re.compile(r"(?:i?ans?|[a-z]ese|ish|is?|ines?|ites?|ics?|ers?)$")
"""How the adjectives of places and the names of their peoples end, where they are not irregular."""

# fmt: off
_IRREGULAR_PEOPLES = frozenset(
    {
        "basque", "briton", "british", "czech", "dane", "danish", "dutch", "filipina",
        "filipino", "french",
        "frenchman", "finn", "greek", "kazakh", "kyrgyz", "lao", "monegasque", "mosotho",
        "motswana", "norse", "pole", "polish", "scot", "scottish", "serb", "slovak", "slovene",
        "spaniard", "spanish", "swede", "swedish", "swiss", "tajik", "thai", "turk", "turkish",
        "turkmen", "uzbek", "welsh", "afghan", "kurd", "kurdish", "hellenic", "soviet",
    }
)
"""Those that end otherwise, or begin otherwise than the place."""

_FAMILIES = (
    ("law", "legal"), ("sea", "maritime"), ("sea", "marine"), ("navy", "naval"),
    ("city", "urban"), ("village", "rural"), ("king", "royal"), ("sun", "solar"),
    ("moon", "lunar"), ("church", "ecclesiastical"), ("mouth", "oral"), ("heart", "cardiac"),
    ("war", "military"), ("child", "juvenile"), ("court", "judicial"), ("money", "monetary"),
    ("space", "spatial"), ("tax", "fiscal"), ("house", "residential"), ("year", "annual"),
)
# fmt: on
"""Nouns and adjectives of one meaning that have no stem in common."""


_PREDICATES = frozenset({PartOfSpeech.ADJECTIVE, PartOfSpeech.PHRASE, PartOfSpeech.VERB})


def is_shape_of_preferred(
    concept: Concept, rendering: str, term: str, *, head: bool = False
) -> bool:
    """Whether an admitted rendering is the preferred one in another word class, or its short form.

    Args:
        concept: The concept.
        rendering: One of its renderings.
        term: Its term in the source, as it is written there.
        head: Whether the term stands there as a noun of its own (di Rusia), not after one (tentara
            Rusia), so that the name of a place cannot become an adjective.
    """
    if rendering.replace(".", "") == concept.preferred.replace(".", ""):
        return True  # U.S. Navy and US Navy are one way of writing it
    if rendering not in concept.renderings:
        return False
    if _is_short(rendering):
        return _is_short(term)
    if concept.pos in _PREDICATES and concept.preferred.endswith(f" {rendering}"):
        return True  # guilty for found guilty, in "was found guilty"
    if head and concept.pos is PartOfSpeech.NAME:
        return False
    return _is_other_class(concept, rendering)


def _is_short(words: str) -> bool:
    """Whether words are an acronym: NATO, U.S., PBB."""
    letters = words.replace(".", "")
    return letters.isupper() and letters.isalnum() and len(letters) <= 6


@cache
def _is_other_class(concept: Concept, rendering: str) -> bool:
    names = [one for one in concept.renderings if one != rendering and not _is_short(one)]
    if concept.pos is PartOfSpeech.NAME:
        return _is_people(rendering, names)
    preferred, given = concept.preferred.lower().split(), rendering.lower().split()
    if len(preferred) != len(given):
        return False
    unlike = [pair for pair in zip(preferred, given, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and _is_family(*unlike[0])


def _is_people(rendering: str, names: list[str]) -> bool:
    """Whether a rendering is the adjective of a place or the name of its people."""
    if not rendering[:1].isupper():
        return False
    word = rendering.split()[-1].lower()
    if word in _IRREGULAR_PEOPLES:
        return True
    stems = (name.split()[-1].lower() for name in names if name.strip())
    return _PEOPLES.search(word) is not None and any(
        word != stem and word[:3] == stem[:3] for stem in stems
    )


def _is_family(noun: str, other: str) -> bool:
    """Whether two words are one meaning in two word classes: economy and economic."""
    if (noun, other) in _FAMILIES or (other, noun) in _FAMILIES:
        return True
    shared = next(
        (at for at, (a, b) in enumerate(zip(noun, other, strict=False)) if a != b),
        min(len(noun), len(other)),
    )
    if shared < max(_SHORTEST_STEM, len(noun) - 4, len(other) - 6):
        return False
    if _ADJECTIVE.search(other) and not _ADJECTIVE.search(noun):
        return True
    # A minister is no ministry: both are nouns.
    return _classes(other) != {"NOUN"} and not _classes(noun) <= _classes(other)


_ADJECTIVE = re.compile(r"(?:al|ar|ary|ic|ive|ous)$")
"""How adjectives end that the lexicon has as nouns too: national, industrial."""


@cache
def _classes(word: str) -> frozenset[str]:
    """The word classes that the lexicon knows a base form in."""
    from lemminflect import getAllLemmas

    return frozenset(kind for kind, lemmas in getAllLemmas(word).items() if word in lemmas)
