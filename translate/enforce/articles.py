"""Which article stands before a rendering."""

import re
from collections.abc import Iterator

from padanan.translate.enforce.capitals import MARKS, capital, opens
from padanan.translate.enforce.shapes import is_mass, is_more, like

_ARTICLE = re.compile(r"\b(a|an|the)(\s+)$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:\b(?:a|an|the|this|that|these|those|its|his|her|their|our|my|your|no|any|some|each|every)"
    r"|['’]s|s['’]|\d)\s+$",
    re.IGNORECASE,
)
"""What leaves no room for an article."""

_SAID_AS_YOU = frozenset({"UEFA", "UNESCO", "UNHCR", "UNICEF"})
"""Acronyms that begin as "you" does."""

# fmt: off
_SAID_AS_WORDS = _SAID_AS_YOU | {
    "AIDS", "ASEAN", "FIFA", "LAPAN", "MERS", "NASA", "NASDAQ", "NATO", "OPEC", "RAM", "SARS",
    "SIM",
}
# fmt: on
"""Acronyms that are not spelt out."""

_AS_YOU = re.compile(
    r"(?:eu|ew|one(?!i|r)|once|unanim|uni(?:on|t|que|form|vers|lat|cam|corn|cyc|fi|fy|son)|us[aeu]|ura|uro"
    r"|ut[ei]|uk|uga|uru|ubi)",
    re.IGNORECASE,
)
"""Words that begin with a vowel's letter and a consonant's sound."""


def takes_an(words: str) -> bool:
    """Whether "an" is said before some words, by their sound as far as letters tell it."""
    word = re.split(r"[\s-]", words.lstrip(MARKS), maxsplit=1)[0]
    if word[:1].isdigit():
        return word.startswith("8") or word in {"11", "18"}
    capitals = sum(letter.isupper() for letter in word)
    spelt = capitals > 1 or (capitals == len(re.sub(r"\d", "", word)) == 1)  # MP, MoU; F-16, M16
    if spelt and word.upper() not in _SAID_AS_WORDS:
        return word[0] in "AEFHILMNORSX"  # spelt out: an MP, an FBI agent
    if word.upper() in _SAID_AS_YOU or _AS_YOU.match(word):
        return False
    return re.match(r"[aeiou]|hour|honest|honou?r|heir", word, re.IGNORECASE) is not None


# fmt: off
_TAKES_THE = frozenset(
    {
        "academy", "act", "administration", "agency", "agreement", "alliance", "army", "assembly",
        "association", "authority", "bank", "board", "bureau", "canal", "center", "commission",
        "committee", "confederation", "constitution", "convention", "corps", "council", "court",
        "department", "desert", "emirates", "federation", "force", "forces", "front", "fund",
        "gulf", "hemisphere", "house", "institute", "islands", "kingdom", "league", "ministry",
        "mountains", "movement", "nations", "navy", "ocean", "office", "organisation",
        "organization", "pact", "palace", "parliament", "party", "peninsula", "police", "program",
        "republic", "river", "sea", "senate", "service", "state", "states", "strait", "treaty",
        "union", "war",
    }
)
# fmt: on
"""Last words of names that stand with an article: the Southern Hemisphere."""

_AFTER_NAME = re.compile(r"[a-z0-9,’'.]\s(?:[A-Z]\w*(?:an|ese|ish)|[A-Z][A-Z.]+)\s$")
"""The adjective of a place, or an acronym: what has its article, if any, before them."""

_FAR_ARTICLE = re.compile(r"\b(an?)\s(?=\w+\s$)", re.IGNORECASE)
"""An article with one word between: a fast force."""


def with_articles(
    before: str, words: str, *, name: bool, noun: bool, add: bool = True
) -> Iterator[tuple[str, str]]:
    """What stands before a rendering and the rendering, with the articles that may be between.

    Args:
        before: The draft up to the rendering.
        words: The rendering in one shape.
        name: Whether it is a proper name.
        noun: Whether it may have an article at all.
        add: Whether one may be put where there is none.

    Yields:
        The likeliest first.
    """
    found = _ARTICLE.search(before)
    if found and found[1] == "A" and not opens(before[: found.start()]):
        found = None  # Serie A
    if found is None:
        yield from _without_article(before, words, name=name, noun=noun, add=add)
    else:
        yield from _after_article(before, found, words, name=name, noun=noun)


def _without_article(
    before: str, words: str, *, name: bool, noun: bool, add: bool
) -> Iterator[tuple[str, str]]:
    if noun and not name and is_more(words):
        before = _FAR_ARTICLE.sub("", before)
    plain = (before, words)
    if not noun or not add or _DETERMINER.search(before[-20:]):
        yield plain
        return
    starts = opens(before)
    if not starts and _AFTER_NAME.search(before[-30:]):
        yield plain  # Russian troops, NATO ally
        return
    the = "The " if starts else "the "
    first = words if name or not starts else words[:1].lower() + words[1:]
    article = (before, the + first)
    yield from (article, plain) if name and takes_the(words) else (plain, article)
    if not name and not is_more(words) and not is_mass(words):
        a = "an " if takes_an(first) else "a "
        yield before, (capital(a) if starts else a) + first


def _after_article(
    before: str, found: re.Match[str], words: str, *, name: bool, noun: bool
) -> Iterator[tuple[str, str]]:
    stripped = before[: found.start()]
    without = (stripped, capital(words) if opens(stripped) else words)
    if found[1].lower() == "the":
        if not name:
            yield before, words
        elif " " in words or words.endswith("s"):  # the Netherlands
            yield before, words
            yield without
        else:
            yield without
    elif not name and not (noun and is_more(words)):
        article = like(found[1], "an" if takes_an(words) else "a")
        yield stripped + article + found[2], words
    else:
        yield without
        yield stripped + like(found[1], "the") + found[2], words


def takes_the(name: str) -> bool:
    """Whether a name stands with an article: the Southern Hemisphere."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last.lower() in _TAKES_THE
