"""Rows of the glossary that nothing is wrong with, seen at a glance.

Nearly all rows are such, and a large glossary is read each time that it is asked something. What
has any peculiarity is left to `rules`, which looks at it closely and says what is wrong; what is
read here reads there as the same concept.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.row import COLUMNS, SEPARATOR

LONGEST = 300
"""Characters of the longest term or rendering. The longest official names have half as many; what
is longer is a sentence in the wrong cell."""

_ENTRY = r"[^\W_][^\s|]*(?:[ ][^\s|]+)*"
_ENTRIES = rf"(?:{_ENTRY}(?:\|{_ENTRY})*)?"
_TEXT = r"(?:[^\s=+\-@\"]\S*(?:[ ]\S+)*)?"
_PLAIN = re.compile(
    rf"({_ENTRIES})\t({_ENTRIES})"
    rf"(?:\t({_ENTRIES})(?:\t([a-z]*)(?:\t({_TEXT})(?:\t([a-z|]*)(?:\t({_TEXT}))?)?)?)?)?"
)
"""A row of texts with single plain spaces between their words, whose entries begin with a letter or
a figure, so that they are no formula and stand in no quotation marks."""

_FIRST = frozenset({"", *COLUMNS})

_POS: Mapping[str, PartOfSpeech | None] = {"": None} | {each.value: each for each in PartOfSpeech}
_FLAGS = {flag.value: frozenset({flag}) for flag in Flag} | {"": frozenset[Flag]()}


def plain_concept(text: str) -> Concept | None:
    """The concept of a row that nothing is wrong with; None where that takes a closer look.

    Args:
        text: A line without its break, that is neither blank nor a comment nor the header.
    """
    row = _PLAIN.fullmatch(text)
    if row is None or not _is_tidy(text):
        return None
    id_, en, avoid, pos, domain, flag, note = row.groups("")
    flags = _FLAGS.get(flag)
    # What stands in two of the columns of entries may be said twice, or both ways.
    if not id_ or not en or flags is None or pos not in _POS or Flag.KEEP in flags:
        return None
    terms = tuple(id_.split(SEPARATOR))
    renderings = tuple(en.split(SEPARATOR))
    avoided = tuple(avoid.split(SEPARATOR)) if avoid else ()
    if not (_are_several(terms) and _are_several((*renderings, *avoided))):
        return None
    return Concept(terms, renderings, avoided, _POS[pos], domain, flags, note)


def may_be_header(text: str) -> bool:
    """Whether a line's first cell may be that of a header: a column's name, or nothing."""
    return text.startswith('"') or text.partition("\t")[0].strip().casefold() in _FIRST


def _is_tidy(text: str) -> bool:
    """Whether a row's characters are all to be seen, and composed."""
    if not text.replace("\t", "").isprintable():
        return False
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _are_several(entries: Sequence[str]) -> bool:
    """Whether entries differ by more than capitals, and none is too long."""
    if len(entries) == 1:
        return len(entries[0]) <= LONGEST
    return (
        len({entry.casefold() for entry in entries}) == len(entries)
        and max(map(len, entries)) <= LONGEST
    )
