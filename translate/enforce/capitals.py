"""Where sentences begin, and the capitals of what stands there."""

import re

from padanan.glossary.english import PREPOSITIONS

MARKS = " \t\"'“‘”’()[]«»–—-"
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


def opens(before: str) -> bool:
    """Whether a sentence begins after `before`."""
    if not before.strip(MARKS):
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
