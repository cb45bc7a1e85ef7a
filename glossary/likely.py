"""The concepts that a few words may have to do with.

To find terms in many texts, a matcher is built of the whole glossary. For one look at a few words
that takes too long, and most of the glossary has not even a letter in common with them: here it is
left out beforehand, without working out any form of it.
"""

import re
from collections.abc import Callable, Iterable

from padanan.glossary.concept import Concept
from padanan.glossary.forms import forms
from padanan.glossary.spelling import spellings
from padanan.glossary.words import fold, keys

_WORD = re.compile(r"[^\W_]+")


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """What any of the patterns matches: nothing if there are none."""
    return re.compile("|".join(sorted(patterns)) or r"(?!)")


def by_beginning(concepts: Iterable[Concept], text: str) -> list[Concept]:
    """The concepts with a term that may begin in a text; none is left out that would match.

    In all ways of writing a term and in all its forms, its first word begins with the two letters
    it has in the glossary, or is another spelling of its; only ku- and kau- stand before them.
    """
    may_begin = _term_filter(text)
    return [concept for concept in concepts if any(map(may_begin, concept.terms))]


def _term_filter(text: str) -> Callable[[str], bool]:
    """Whether a term may begin with a word of a text."""
    tokens = set(keys(text))
    stems = tokens | {form.stem for token in tokens for form in forms(token, verb=True)}
    # After the first letter of a term a word of one letter may end, or an apostrophe stand.
    beginnings = {re.escape(stem[0]) + _second(stem) for stem in stems}
    begins = _any_of(beginnings).match
    spelled = {
        word
        for word, others in spellings().items()
        if not begins(word) and any(map(begins, others))
    }

    def may_begin(term: str) -> bool:
        folded = fold(term)
        return (
            begins(folded) is not None
            or not folded[:1].isalnum()
            or (bool(spelled) and _first_word(folded) in spelled)
        )

    return may_begin


def _second(stem: str) -> str:
    return rf"(?:{re.escape(stem[1])}|[\W_]|\Z)" if len(stem) > 1 else ""


def _first_word(folded: str) -> str:
    found = _WORD.match(folded)
    return found[0] if found else ""


def by_root(concepts: Iterable[Concept], text: str) -> list[Concept]:
    """The concepts with a term from which words of a text may be derived; none is left out.

    A root has four letters or more, all of which but the first, which a prefix may have swallowed,
    stand in the word.
    """
    threes = {token[at : at + 3] for token in keys(text) for at in range(len(token) - 2)}
    has_one = _any_of(map(re.escape, threes)).search
    return [concept for concept in concepts if any(map(has_one, map(_letters, concept.terms)))]


def _letters(term: str) -> str:
    """A term folded, without the apostrophes that its words are compared without."""
    return fold(term).replace("'", "").replace("`", "")


def by_rendering(concepts: Iterable[Concept], text: str) -> list[Concept]:
    """The concepts with a rendering whose words begin as words of a text do.

    One of them must have the letters in common with the text that nearly all inflections leave
    alone, three or, of a long word, four; all the others one (men of war, for man of war). So what
    changes its first letter is not found (went, for go), and of a single word not what changes the
    second (men, for man).
    """
    may_stand = _rendering_filter(text.casefold())
    return [
        concept for concept in concepts if any(map(may_stand, concept.renderings + concept.avoided))
    ]


def _rendering_filter(text: str) -> Callable[[str], bool]:
    """Whether a rendering may stand in a text, in some form."""
    words = {word for word in _WORD.findall(f"{text} {text.replace('-', '')}") if len(word) > 2}
    begins = _any_of(
        rf"(?<!\w){word[:4]}|(?<!\w){word[:3]}\w{{0,4}}(?!\w)" for word in words
    ).search
    letters = "".join(_WORD.findall(text))
    first_letters = {word[0] for word in words}

    def may_stand(rendering: str) -> bool:
        small = rendering.casefold()
        if not begins(small) and not ("-" in small and begins(small.replace("-", ""))):
            return False
        # What is not one of the words may be joined with another: fire in ceasefire.
        return all(
            word[0] in first_letters or word[:3] in letters
            for word in _WORD.findall(small)
            if len(word) > 2
        )

    return may_stand
