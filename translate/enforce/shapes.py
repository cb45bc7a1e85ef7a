"""The forms in which a rendering may stand in a sentence: number and tense."""

import re
from collections.abc import Sequence
from functools import cache

from padanan.glossary import Concept, Flag, Match, PartOfSpeech
from padanan.glossary.english import POSTPOSITIVE, PREPOSITIONS
from padanan.glossary.variants import is_shape_of_preferred


def shapes(
    concept: Concept,
    rendering: str,
    match: Match,
    *,
    before: str = "",
    gone: str = "",
    after: str = "",
) -> list[str]:
    """The inflected forms a rendering may take, the likeliest first.

    Args:
        concept: The concept.
        rendering: One of its renderings.
        match: The term in the source.
        before: What stands before it in the draft.
        gone: The words it replaces.
        after: What stands after it.
    """
    adjective = _adjective(concept, match) if concept.pos is PartOfSpeech.NAME else None
    if adjective and not after.startswith(("'", "’")):
        return [rendering, adjective]
    if Flag.KEEP in concept.flags or concept.pos in _UNINFLECTED:
        return [rendering]
    if concept.pos is PartOfSpeech.VERB:
        passive = match.term.lower().startswith("di")
        return _verbs(rendering, _tags(before, gone, passive=passive))
    others = _plural(rendering)
    many = match.plural or _number(before, after)
    if many is None:
        many = is_plural(gone)
    if many is None or not others:
        return [rendering, *others]
    return list(others) if many else [rendering]


def _adjective(concept: Concept, match: Match) -> str | None:
    """The adjective of a place, if it has one: Australian."""
    return next(
        (
            one
            for one in concept.admitted
            if not one.endswith("s") and is_shape_of_preferred(concept, one, match.term)
        ),
        None,
    )


_MANY_BEFORE = re.compile(
    r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|several|many|few|both|these|those"
    r"|(?:dozens|hundreds|thousands|millions|number) of)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(
    r"\b(?:an?|1|one|this|that|each|every|another)\s(?:\w+\s)?$", re.IGNORECASE
)
_MANY_AFTER = re.compile(r"\s(?:are|were|have)\b")
_ONE_AFTER = re.compile(r"\s(?:is|was|has)\b")


def _number(before: str, after: str) -> bool | None:
    """Whether the words around a noun want more than one of it; None where they do not tell."""
    if _ONE_BEFORE.search(before[-30:]):
        return False
    if _MANY_AFTER.match(after):
        return True
    if _MANY_BEFORE.search(before[-40:]):
        following = re.match(r"\s([a-z]+)", after)
        return not (following and is_plural(following[1]))  # 5,000 rapid response troops
    return False if _ONE_AFTER.match(after) else None


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


def _tags(before: str, gone: str, *, passive: bool) -> tuple[str, ...]:
    """The forms a verb may have in a place, the likeliest first."""
    for pattern, tags in _TAGS_AFTER:
        if pattern.search(before[-40:]):
            return tags[::-1] if passive else tags
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
        "addiction", "advice", "aid", "aircraft", "ammunition", "applause", "blood",
        "bloodshed", "care", "cash", "censorship", "cocaine", "concrete", "control", "corn",
        "corruption", "damage", "detention", "distancing", "dust", "education", "elderly",
        "electricity", "employment", "engineering", "equipment", "espionage", "evidence",
        "flour", "food", "funding", "garlic", "hail", "hair", "health", "help", "housing",
        "imprisonment", "information", "infrastructure", "intelligence", "iron", "knowledge",
        "laundering", "legislation", "liquidity", "livestock", "money", "news", "personnel",
        "police", "poverty", "prevention", "progress", "racism", "rain", "research", "rice",
        "rubble", "safety", "security", "shipping", "smoke", "smuggling", "snow", "software",
        "solidarity", "spacecraft", "staff", "steel", "stress", "sugar", "terror", "tobacco",
        "traffic", "trafficking", "uncertainty", "unrest", "violence", "water", "weather",
        "wheat", "wildlife",
    }
)
# fmt: on
"""Nouns that have no plural in the sense in which news uses them, or are their own."""

_DOING = re.compile(r"[a-z]*[aeiouy][a-z]*ing")
"""What one does, and does not count: flooding, farming, screening."""

# fmt: off
_COUNTED = frozenset(
    {
        "bearing", "beating", "beginning", "beheading", "being", "blessing", "bombing",
        "booking", "briefing", "building", "burning", "ceiling", "clearing", "clipping",
        "coating", "crossing", "cutting", "dealing", "drawing", "dressing", "drilling",
        "drowning", "duckling", "dumpling", "dwelling", "earning", "earring", "evening",
        "feeling", "filing", "filling", "finding", "fitting", "following", "gathering",
        "greeting", "grouping", "hanging", "heading", "hearing", "herring", "hijacking",
        "holding", "killing", "landing", "lining", "listing", "lynching", "mapping",
        "marking", "meaning", "meeting", "misgiving", "misunderstanding", "mooring",
        "morning", "mugging", "offering", "offspring", "opening", "outing",
        "outpouring", "painting", "placing", "pleading", "poisoning", "posting",
        "proceeding", "pudding", "railing", "ranking", "rating", "reading", "recording",
        "ruling", "saving", "saying", "seedling", "setting", "shareholding", "shilling",
        "shooting", "shortcoming", "showing", "sibling", "sighting", "signing",
        "sitting", "smallholding", "spelling", "stabbing", "stepsibling", "swelling",
        "teaching", "testing", "undertaking", "uprising", "warning", "wedding",
        "winning", "writing",
    }
)
# fmt: on
"""Nouns that end so and are counted."""


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
    if not noun.isalpha() or is_mass(noun) or _is_plural(noun):
        return ()
    if noun.isupper():
        plural = noun + "s"
    else:
        found = getInflection(noun.lower(), "NNS", inflect_oov=False)
        if not found or found[0] == noun.lower():
            return ()
        plural = like(noun, found[0])
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
            found[like(verb, form) + (f" {rest}" if rest else "")] = None
    return list(found) or [rendering]


def like(model: str, word: str) -> str:
    """`word` with a capital if `model` has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def is_more(words: str) -> bool:
    """Whether a noun phrase is about more than one, or about what has no singular: troops."""
    parts = words.split(" ")
    return _is_plural(parts[_head(parts)])


def is_mass(words: str) -> bool:
    """Whether a noun phrase is about what is not counted: information."""
    parts = words.split(" ")
    noun = parts[_head(parts)].lower()
    return noun in _MASS_NOUNS or (_DOING.fullmatch(noun) is not None and noun not in _COUNTED)
