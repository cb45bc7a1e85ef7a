"""The shapes in which a rendering may stand in a sentence: number, tense, article, capitals."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from padanan.glossary import Concept, Flag, Match, PartOfSpeech
from padanan.glossary.english import POSTPOSITIVE, PREPOSITIONS

_ARTICLE = re.compile(r"\b(a|an|the)(\s+)$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:\b(?:a|an|the|this|that|these|those|its|his|her|their|our|my|your|no|any|some|each|every)"
    r"|['’]s|s['’]|\d)\s+$",
    re.IGNORECASE,
)
"""What leaves no room for an article."""

_MARKS = " \t\"'“‘”’()[]«»–—-"
"""What may stand before the first word of a sentence."""

_OPENING = re.compile(r"(?:([\w.]*\w)?[.!?…])[\"'”’)]*\s+[\"'“‘(\[]*$|[.,]\s[\"“]$")
"""What another sentence may begin after; a quotation begins one too."""

# fmt: off
_ABBREVIATIONS = frozenset(
    {
        "a.m", "approx", "apr", "aug", "ave", "capt", "co", "col", "corp", "dec", "dept", "dr",
        "e.g", "est", "etc", "feb", "gen", "gov", "i.e", "inc", "jan", "jr", "lt", "ltd", "maj",
        "mar", "mr", "mrs", "ms", "no", "nov", "oct", "p.m", "prof", "rep", "sen", "sept", "sgt",
        "sr", "st", "vs",
    }
)
# fmt: on
"""Words that no sentence ends with, though a full stop follows."""

_SAID_AS_WORDS = frozenset(
    {
        "AIDS",
        "ASEAN",
        "FIFA",
        "LAPAN",
        "MERS",
        "NASA",
        "NASDAQ",
        "NATO",
        "OPEC",
        "RAM",
        "SARS",
        "SIM",
    }
    | {"UEFA", "UNESCO", "UNICEF", "UNHCR"}
)
"""Acronyms that are not spelt out; those in U begin as "you" does, spelt or not."""

_AS_YOU = re.compile(
    r"(?:eu|ew|one(?!i|r)|once|unanim|uni(?:on|t|que|form|vers|lat|cam|corn|cyc|fi|fy|son)|us[aeu]|ura|uro"
    r"|ut[ei]|uk|uga|uru|ubi)",
    re.IGNORECASE,
)
"""Words that begin with a vowel's letter and a consonant's sound."""


def takes_an(words: str) -> bool:
    """Whether "an" is said before some words, by their sound as far as letters tell it."""
    word = re.split(r"[\s-]", words.lstrip(_MARKS), maxsplit=1)[0]
    if word[:1].isdigit():
        return word.startswith("8") or word in {"11", "18"}
    capitals = sum(letter.isupper() for letter in word)
    spelt = capitals > 1 or (capitals == len(re.sub(r"\d", "", word)) == 1)  # MP, MoU; F-16, M16
    if spelt and word.upper() not in _SAID_AS_WORDS:
        return word[0] in "AEFHILMNORSX"  # spelt out: an MP, an FBI agent
    if _AS_YOU.match(word):
        return False
    return re.match(r"[aeiou]|hour|honest|honou?r|heir", word, re.IGNORECASE) is not None and (
        word.upper() not in {"UEFA", "UNESCO", "UNICEF", "UNHCR"}
    )


def shapes(
    concept: Concept, rendering: str, match: Match, *, before: str = "", gone: str = ""
) -> list[str]:
    """The inflected forms a rendering may take, the likeliest first.

    Args:
        concept: The concept.
        rendering: One of its renderings.
        match: The term in the source.
        before: What stands before it in the draft.
        gone: The words it replaces.
    """
    if Flag.KEEP in concept.flags or concept.pos in _UNINFLECTED:
        return [rendering]
    if concept.pos is PartOfSpeech.VERB:
        return _verbs(rendering, _tags(before, gone))
    others = _plural(rendering)
    many = match.plural or is_plural(gone)
    if many is None or not others:
        return [rendering, *others]
    return list(others) if many else [rendering]


_UNINFLECTED = frozenset(PartOfSpeech) - {PartOfSpeech.NOUN, PartOfSpeech.VERB}

_TAGS_AFTER = (
    (
        re.compile(
            r"(?:\b(?:to|will|would|can|could|may|might|must|should|shall|not|do|does|did|let)|n['’]t)\s$",
            re.IGNORECASE,
        ),
        ("VB",),
    ),
    (re.compile(r"\b(?:has|have|had|having)(?:\s\w+ly|\salso)?\s$", re.IGNORECASE), ("VBN",)),
    (
        re.compile(r"\b(?:is|are|was|were|be|been|being)(?:\s\w+ly|\salso)?\s$", re.IGNORECASE),
        ("VBG", "VBN"),
    ),
    (re.compile(r"\b(?:by|of|for|in|after|before|while|without|from)\s$", re.IGNORECASE), ("VBG",)),
)
"""Which form of a verb may follow which words (Penn Treebank tags)."""


def _tags(before: str, gone: str) -> tuple[str, ...]:
    """The forms a verb may have in a place, the likeliest first."""
    for pattern, tags in _TAGS_AFTER:
        if pattern.search(before[-40:]):
            return tags
    return (*_tags_of(gone.partition(" ")[0].lower()), "VBD", "VBZ", "VB")


@cache
def _tags_of(word: str) -> tuple[str, ...]:
    """The forms of a verb that a word may be."""
    from lemminflect import getAllInflections, getAllLemmas

    lemmas = getAllLemmas(word, upos="VERB").get("VERB", ())[:1]
    found = getAllInflections(lemmas[0], upos="VERB") if lemmas else {}
    return tuple(tag for tag, forms in found.items() if word in forms)


# fmt: off
_MASS_NOUNS = frozenset(
    {
        "advice", "aid", "ammunition", "cash", "corruption", "damage", "education", "electricity",
        "employment", "equipment", "evidence", "food", "funding", "health", "help", "housing",
        "information", "infrastructure", "intelligence", "knowledge", "legislation", "livestock",
        "money", "news", "personnel", "police", "poverty", "progress", "research", "rice",
        "rubble", "security", "software", "staff", "traffic", "unrest", "violence", "water",
        "weather", "wildlife",
    }
)
# fmt: on
"""Nouns that have no plural in the sense in which news uses them."""


def _head(words: list[str]) -> int:
    """The place of the noun that a phrase is about: secretaries of state, attorneys general."""
    last = next(
        (at - 1 for at, word in enumerate(words) if at and word.lower() in PREPOSITIONS),
        len(words) - 1,
    )
    return last - 1 if last and words[last].lower() in POSTPOSITIVE else last


@cache
def _plural(rendering: str) -> tuple[str, ...]:
    """The plural of a noun phrase, if it has another."""
    from lemminflect import getInflection

    words = rendering.split(" ")
    head = _head(words)
    noun = words[head]
    if not noun.isalpha() or noun.lower() in _MASS_NOUNS or _is_plural(noun):
        return ()
    if noun.isupper():
        plural = noun + "s"
    else:
        found = getInflection(noun.lower(), "NNS", inflect_oov=False)
        if not found or found[0] == noun.lower():
            return ()
        plural = _like(noun, found[0])
    return (" ".join([*words[:head], plural, *words[head + 1 :]]),)


@cache
def _is_plural(noun: str) -> bool:
    from lemminflect import getAllLemmas

    lemmas = getAllLemmas(noun.lower(), upos="NOUN").get("NOUN", ())
    return bool(lemmas) and noun.lower() not in lemmas


def is_plural(words: str) -> bool | None:
    """Whether the last of some words is more than one; None where it is no noun."""
    from lemminflect import getAllLemmas

    last = re.sub(r"\W+$", "", words).rpartition(" ")[2].lower()
    lemmas = getAllLemmas(last, upos="NOUN").get("NOUN", ())
    return last not in lemmas if lemmas else None


def _verbs(rendering: str, tags: Sequence[str]) -> list[str]:
    """Forms of a verb phrase, whose verb comes first."""
    from lemminflect import getInflection

    verb, _, rest = rendering.partition(" ")
    if not verb.isalpha():
        return [rendering]
    found: dict[str, None] = {}
    for tag in tags:
        for form in getInflection(verb.lower(), tag)[:1]:
            found[_like(verb, form) + (f" {rest}" if rest else "")] = None
    return list(found) or [rendering]


def _like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def opens(before: str) -> bool:
    """Whether a sentence begins after `before`."""
    if not before.strip(_MARKS):
        return True
    found = _OPENING.search(before[-40:])
    if found is None:
        return False
    word = found[1] or ""
    initials = word.replace(".", "").isupper() and ("." in word or len(word) == 1)
    return not initials and word.lower() not in _ABBREVIATIONS


def capital(words: str) -> str:
    """`words` as a sentence begins with them."""
    return words[:1].upper() + words[1:]


def titled(words: str) -> str:
    """`words` as a title before a name has them: Defense Minister."""
    small = PREPOSITIONS | {"and", "or", "the", "a", "an"}
    return " ".join(
        word if word.lower() in small and at else capital(word)
        for at, word in enumerate(words.split(" "))
    )


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

_FAR_ARTICLE = re.compile(r"\b(an?)\s(?=\w+\s$)", re.IGNORECASE)
"""An article with one word between: a fast force."""


def with_articles(before: str, words: str, *, name: bool, noun: bool) -> Iterator[tuple[str, str]]:
    """What stands before a rendering and the rendering, with the articles that may be between.

    Args:
        before: The draft up to the rendering.
        words: The rendering in one shape.
        name: Whether it is a proper name.
        noun: Whether it may have an article at all.

    Yields:
        The likeliest first.
    """
    found = _ARTICLE.search(before)
    if found and found[1] == "A" and not opens(before[: found.start()]):
        found = None  # Serie A
    if found is None:
        yield from _without_article(before, words, name=name, noun=noun)
    else:
        yield from _after_article(before, found, words, name=name, noun=noun)


def _without_article(
    before: str, words: str, *, name: bool, noun: bool
) -> Iterator[tuple[str, str]]:
    if noun and not name and _is_more(words):
        before = _FAR_ARTICLE.sub("", before)
    plain = (before, words)
    if not noun or _DETERMINER.search(before[-20:]):
        yield plain
        return
    the = "The " if opens(before) else "the "
    first = words if name or not opens(before) else words[:1].lower() + words[1:]
    article = (before, the + first)
    yield from (article, plain) if name and takes_the(words) else (plain, article)


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
    elif not name and not (noun and _is_more(words)):
        article = _like(found[1], "an" if takes_an(words) else "a")
        yield stripped + article + found[2], words
    else:
        yield without
        yield stripped + _like(found[1], "the") + found[2], words


def takes_the(name: str) -> bool:
    """Whether a name stands with an article: the Southern Hemisphere."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last.lower() in _TAKES_THE


def _is_more(words: str) -> bool:
    """Whether a noun phrase is about more than one, or about what has no singular: troops."""
    parts = words.split(" ")
    return _is_plural(parts[_head(parts)])
