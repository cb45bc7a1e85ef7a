"""Names spelled as the source spells them: "Rosss" for Ross, "Pitman" for Pittman.

A model writes a name that it does not know by its pieces, and where a letter stands twice it loses
count. Nothing else of a name is put right: what English spells otherwise (Russia for Rusia) cannot
be told from a slip.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from padanan.translate.dates import like

_NAME = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"(.)\1")
_THRICE = re.compile(r"(.)\1\1")
_ROMAN = re.compile(r"[IVXLCDM]+")

_SHORTEST = 3
"""Letters of what may be a name: "An" for Ann may be an article."""

_CLEAR = 5
"""Letters of what is a name even where a sentence begins: "Has" for Hass may be a verb there, and
*Saat*, when, is no slip for "Sat"."""


def respelt(source: str, target: str, kept: Iterable[str] = ()) -> str:
    """`target` with the names that stand there with a letter too many, or one of two too few,
    spelled as in `source`.

    A word is put right when it is not the source's, when one word with a capital there, which the
    target has not, differs from it in nothing but how often a letter stands in a row, and when it
    has three in a row or lacks one of two: English has doubled letters that Indonesian lacks
    (Rusia), but hardly the other way round. Of names in capitals throughout only three in a row
    are a slip (PSI is another party than PSSI); Roman numerals are none.

    Args:
        source: The Indonesian.
        target: Its draft.
        kept: Texts whose words are never touched: the renderings of terms.
    """
    ours = Counter(
        word[0] for word in _names(source) if _is_clear(word, source) or word[0].isupper()
    )
    if not any(map(_TWICE.search, ours)) and not _THRICE.search(target):
        return target
    there = Counter(_NAME.findall(target))
    left = {word for text in kept for word in _NAME.findall(text)} | set(_NAME.findall(source))
    by_letters: dict[str, list[str]] = {}
    for name in ours.keys() - there.keys():
        by_letters.setdefault(_squeezed(name), []).append(name)
    made, end = [], 0
    for word in _names(target):
        names = by_letters.get(_squeezed(word[0]), [])
        if len(names) != 1 or word[0] in left or there[word[0]] > ours[names[0]]:
            continue
        (name,) = names
        if not _is_slip(word[0], name) or not _is_clear(word, target):
            continue
        made += [target[end : word.start()], like(word[0], name)]
        end = word.end()
    return "".join([*made, target[end:]])


def _names(text: str) -> Iterator[re.Match[str]]:
    """The words with a capital."""
    for word in _NAME.finditer(text):
        if word[0][0].isupper() and len(word[0]) >= _SHORTEST and not _ROMAN.fullmatch(word[0]):
            yield word


def _squeezed(word: str) -> str:
    """A word in small letters, each run of one letter as one."""
    return re.sub(r"(.)\1+", r"\1", word.lower())


def _is_slip(word: str, name: str) -> bool:
    """Whether a word of the same letters as a name has one too many, or lacks one of two."""
    lower, wanted = word.lower(), name.lower()
    if _THRICE.search(lower) and not _THRICE.search(wanted):
        return True
    return len(lower) < len(wanted) and bool(_TWICE.search(wanted)) and not name.isupper()


def _is_clear(word: re.Match[str], text: str) -> bool:
    """Whether a word's capital says that it is a name."""
    return len(word[0]) >= _CLEAR or not begins(word, text)


def begins(word: re.Match[str], text: str) -> bool:
    """Whether a word's capital may be due to its place: the first of a sentence or quotation."""
    before = text[: word.start()].rstrip()
    return not before or before[-1] in ".!?…:;\"“”'‘(–—[-"
