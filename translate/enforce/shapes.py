"""The shapes in which a rendering may stand in a sentence: number, tense, article, capitals."""

import re
from collections.abc import Iterator
from functools import cache

from padanan.glossary import Concept, Flag, Match, PartOfSpeech
from padanan.glossary.english import PREPOSITIONS

_ARTICLE = re.compile(r"\b(a|an|the)(\s+)$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:\b(?:a|an|the|this|that|these|those|its|his|her|their|our|my|your|no|any|some|each|every)"
    r"|['’]s|s['’]|\d)\s+$",
    re.IGNORECASE,
)
"""What leaves no room for an article."""

_MARKS = " \t\"'“‘”’()[]«»–—-"
"""What may stand before the first word of a sentence."""

_OPENING = re.compile(
    r"(?:(?<![A-Z])(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bMs)\.|[!?…])[\"'”’)]*\s+[\"'“‘(\[]*$"
    r"|[.,]\s[\"“]$"
)
"""What another sentence begins after; a quotation begins one too."""

_AN = re.compile(
    r"(?:[aeio](?!ne?\b|nce\b)|u(?!n(?:i(?!n|m)|\b)|s[aeu]|r[aeiou]|t[ei]|k|b[i]|ran|ni)"
    r"|h(?:our|onest|onou?r|eir)|[AEFHILMNORSX](?=[A-Z]{1,5}\b|\b)(?!ATO\b|ASA\b|ERS\b))",
)
"""A beginning after which "an" is said; acronyms are spelt out but for those said as words."""


def shapes(concept: Concept, rendering: str, match: Match, *, plural: bool | None) -> list[str]:
    """The inflected forms a rendering may take, the likeliest first.

    Args:
        concept: The concept.
        rendering: One of its renderings.
        match: The term in the source.
        plural: Whether what it replaces is more than one; None if that is not known.
    """
    if Flag.KEEP in concept.flags or concept.pos is PartOfSpeech.NAME:
        return [rendering]
    if concept.pos in {PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB}:
        return [rendering]
    if concept.pos is PartOfSpeech.VERB:
        return [rendering, *_verbs(rendering)]
    others = _plural(rendering)
    if others and (match.plural or plural):
        return [*others, rendering]
    return [rendering, *others]


@cache
def _plural(rendering: str) -> tuple[str, ...]:
    """The plural of a noun phrase, if it has another."""
    from lemminflect import getInflection

    words = rendering.split(" ")
    head = next(
        (at - 1 for at, word in enumerate(words) if at and word.lower() in PREPOSITIONS),
        len(words) - 1,
    )
    noun = words[head]
    if not noun.isalpha() or noun.isupper() or _is_plural(noun):
        return ()
    found = getInflection(noun.lower(), "NNS", inflect_oov=False)
    if not found or found[0] == noun.lower():
        return ()
    return (" ".join([*words[:head], _like(noun, found[0]), *words[head + 1 :]]),)


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


@cache
def _verbs(rendering: str) -> tuple[str, ...]:
    """The other forms of a verb phrase, whose verb comes first."""
    from lemminflect import getInflection

    verb, _, rest = rendering.partition(" ")
    found: dict[str, None] = {}
    for tag in ("VBD", "VBG", "VBZ", "VBN"):
        for form in getInflection(verb.lower(), tag)[:1]:
            found[_like(verb, form) + (f" {rest}" if rest else "")] = None
    found.pop(rendering, None)
    return tuple(found)


def _like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def opens(before: str) -> bool:
    """Whether a sentence begins after `before`."""
    return not before.strip(_MARKS) or _OPENING.search(before[-40:]) is not None


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


def with_articles(before: str, words: str, *, name: bool, noun: bool) -> Iterator[tuple[str, str]]:
    """What stands before a rendering and the rendering, with the articles that may be between.

    Args:
        before: The draft up to the rendering.
        words: The rendering in one shape.
        name: Whether it is a proper name.
        noun: Whether it may have an article at all.
    """
    found = _ARTICLE.search(before)
    if found is None:
        yield before, words
        if noun and not _DETERMINER.search(before[-20:]):
            the = "The " if opens(before) else "the "
            first = words if name or not opens(before) else words[:1].lower() + words[1:]
            yield before, the + first
        return
    article = found[1]
    if article.lower() == "the":
        yield before, words
    elif not name and not (noun and _is_plural(words.rpartition(" ")[2])):
        right = "an" if _AN.match(words) else "a"
        yield before[: found.start()] + _like(article, right) + found[2], words
    else:
        yield before[: found.start()] + _like(article, "the") + found[2], words
    stripped = before[: found.start()]
    yield stripped, capital(words) if opens(stripped) else words
