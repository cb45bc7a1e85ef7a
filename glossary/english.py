"""The forms an English rendering may take in a translation.

Inflections come from the NIH SPECIALIST lexicon (of lemminflect), spellings from the table of the
breame library and one of ours for what it lacks: nothing is guessed that they know.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from padanan.glossary.concept import PartOfSpeech
from padanan.glossary.lexicon import NOUN, VERB, inflections, lemmas
from padanan.glossary.spelling import LONGEST_JOINED, is_acronym
from padanan.glossary.tables import rows
from padanan.glossary.words import entry_keys

TOKEN = re.compile(
    r"""[^\W_]+(?:['`](?!s(?![^\W_]))[^\W_]+)*  # a word, apostrophes inside: Qur'an
      | ['`]s(?![^\W_])                         # a possessive
      | (?<=\s)-                                # a dash
      | [^\w\s-] | _                            # a mark""",
    re.VERBOSE,
)
"""English tokens: as Indonesian ones, the possessive 's on its own."""


class RenderingForm(StrEnum):
    """How near what a translation says is to a rendering."""

    BASE = "base"
    """The rendering as it stands, up to capitals, hyphens and American or British spelling."""

    INFLECTED = "inflected"
    """In another number, tense or participle."""

    DERIVED = "derived"
    """As the verb of a noun in -ation, which means the same: de-escalating for de-escalation."""


AFTER_VERBS = frozenset(
    {"a", "an", "her", "herself", "himself", "his", "off", "oneself", "out", "the", "their", "up"}
    | {"themselves"}
)
"""What follows a verb rather than a noun that looks like it."""

PREPOSITIONS = frozenset(
    {"against", "at", "between", "by", "for", "from", "in", "of", "on", "to", "under", "with"}
)
"""What comes after the head of a noun phrase: secretaries of state."""

POSTPOSITIVE = frozenset({"designate", "elect", "emeritus", "general", "laureate", "martial"})
"""Adjectives after the noun they belong to, which is inflected: attorneys general. The last word
may be inflected too: lieutenant generals."""

# fmt: off
PLURAL_ONLY = frozenset(
    {
        "affairs", "arms", "customs", "forces", "goods", "grounds", "judges", "masters", "means",
        "media", "quarters", "securities", "talks", "works",
    }
)
# fmt: on
"""Plurals that are not more than one of their singular, so that it is not looked for."""

MISSING_NOUNS = frozenset({"act", "bar", "blog", "dam", "nod", "tin", "top"})
"""Nouns that the lexicon has as verbs only. Found among words after an article in English news."""

_PERSON = "person"

NOT_SPELLINGS = frozenset({"tonne", "ton", "tonnes", "tons", "gaols", "jails", "bevvy", "bevy"})
"""Pairs of the library's table that are two words, not two spellings."""


def rendering_ways(
    rendering: str, pos: PartOfSpeech | None
) -> Iterator[tuple[tuple[str, ...], RenderingForm]]:
    """The sequences of tokens in which a rendering may be written, the nearest first.

    Args:
        rendering: English words.
        pos: The concept's part of speech, which says what is inflected. None looks at both a
            noun's and a verb's forms.
    """
    tokens = entry_keys(rendering, TOKEN)
    if not tokens:
        return
    dotted = is_acronym(rendering, tokens)
    seen: set[tuple[str, ...]] = set()
    heads, kinds = _heads(tokens, rendering, pos)
    steps = [(RenderingForm.BASE, heads[0], {tokens[heads[0]]})]
    for head in heads:
        inflected = _inflected(tokens[head], kinds, alone=len(tokens) == 1)
        steps.append((RenderingForm.INFLECTED, head, inflected))
    if " " not in rendering and pos is not PartOfSpeech.NAME:
        steps.append((RenderingForm.DERIVED, heads[0], _verb_forms(tokens[heads[0]])))
    for form, head, words in steps:
        for word in sorted(words):
            for way in _spelled([*tokens[:head], word, *tokens[head + 1 :]]):
                if way not in seen:
                    seen.add(way)
                    yield way, form
        if dotted and form is RenderingForm.BASE:  # U.N. for UN
            yield tuple(".".join(tokens[0])), form


def _heads(
    tokens: list[str], rendering: str, pos: PartOfSpeech | None
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Which tokens of a rendering may be inflected, and as what (lemminflect's parts of speech)."""
    last = next(
        (place - 1 for place, token in enumerate(tokens) if place and token in PREPOSITIONS),
        len(tokens) - 1,
    )
    if pos is PartOfSpeech.VERB:
        return (0 if " " in rendering else last,), ("VERB",)
    if pos in {PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB}:
        return (last,), ()
    # A noun's concept may be rendered by a verb (de-escalate, comment on), a phrase by either.
    if pos is not PartOfSpeech.NAME and not _is_noun(tokens[last]):
        first = 0 if " " in rendering else last
        # state debenture has a verb first as little as hold an IPO has a noun.
        certain = first == last or tokens[1] in AFTER_VERBS or not _is_noun(tokens[first])
        if certain and inflections(tokens[first], VERB):
            return (first,), ("VERB",)
    heads = (last, last - 1) if last and tokens[last] in POSTPOSITIVE else (last,)
    certain = pos in {PartOfSpeech.NOUN, PartOfSpeech.NAME}
    return heads, ("NOUN",) if certain else ("NOUN", "VERB")


def _is_noun(word: str) -> bool:
    return (
        bool(inflections(word, NOUN) or lemmas(word, NOUN))
        or word in MISSING_NOUNS
        or word.endswith("ing")
    )


def _inflected(word: str, kinds: tuple[str, ...], *, alone: bool) -> set[str]:
    """The inflected forms of a word, and of the noun it is the plural of, as these parts of speech.

    What is a verb's form already (reported by, citing) stays as it is.

    Args:
        word: A token of a rendering.
        kinds: What it may be inflected as.
        alone: Whether it is the whole rendering: then a plural that is a word of its own (goods)
            is not taken for one of a singular.
    """
    found: set[str] = set()
    for spelling in (word, *spellings().get(word, ())):
        for kind in kinds:
            known, bases = inflections(spelling, kind), lemmas(spelling, kind)
            found |= known
            if kind == "NOUN" and spelling not in PLURAL_ONLY and not (alone and spelling in bases):
                found |= {*bases}.union(*(inflections(base, kind) for base in bases))
            if kind == "NOUN" and spelling.endswith(_PERSON):  # spokespeople, displaced people
                found.add(f"{spelling.removesuffix(_PERSON)}people")
            if not known and kind == "NOUN" and spelling.isalpha() and not spelling.endswith("s"):
                found |= _regular(spelling)
    return found - {word}


def _verb_forms(noun: str) -> set[str]:
    """The forms of the verb a noun in -ation is made from, where the lexicon has it."""
    verb = noun.removesuffix("ation") + "ate"
    # Station is not from state, nor ration from rate: the verb must be long enough to be one.
    if not noun.endswith("ation") or len(verb) < 6:
        return set()
    verbs = (verb, *spellings().get(verb, ()))
    return {form for each in verbs for form in inflections(each, VERB)}


_GREEK_OR_LATIN = re.compile(r"(?:a|ex|is|men|on|um|us|x)$")
"""How nouns end that may keep a plural of their own (lemminflect's `buildGrecNoun`)."""


@cache
def _regular(word: str) -> frozenset[str]:
    """A noun's plural by rule, for names and new words."""
    if not _GREEK_OR_LATIN.search(word):
        return frozenset({_plural(word)})
    from lemminflect import getAllInflectionsOOV

    return frozenset(form.lower() for form in getAllInflectionsOOV(word, "NOUN")["NNS"])


def _plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in {*"aeiou", ""}:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "z", "x", "ch", "sh")) else f"{noun}s"


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """For each English word with American and British spellings, the other ones."""
    from breame.data.spelling_constants import (
        AMERICAN_ENGLISH_SPELLINGS,
        BRITISH_ENGLISH_SPELLINGS,
    )

    pairs = [(american, british) for american, british in rows("english.tsv")]
    pairs += AMERICAN_ENGLISH_SPELLINGS.items()
    pairs += BRITISH_ENGLISH_SPELLINGS.items()
    others: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        if NOT_SPELLINGS.isdisjoint(pair):
            for word, other in (pair, pair[::-1]):
                if other not in others.get(word, ()):
                    others[word] = (*others.get(word, ()), other)
    return others


def _spelled(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    """Tokens in all their spellings, and any two that follow each other joined in one."""
    ways: list[tuple[str, ...]] = [()]
    for token in tokens:
        choices = (token, *spellings().get(token, ()))
        ways = [(*way, choice) for way in ways for choice in choices][:16]
    yield from ways
    for way in ways if len(tokens) <= LONGEST_JOINED else ():
        for place in range(len(way) - 1):
            if way[place].isalpha() and way[place + 1].isalpha():
                yield (*way[:place], way[place] + way[place + 1], *way[place + 2 :])
