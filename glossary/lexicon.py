"""English words in the NIH SPECIALIST lexicon: their inflections, and what they are inflections of.

The tables are lemminflect's (`resources/`, which `lemminflect.getAllInflections` and
`getAllLemmas` read too). The library makes a dictionary of all of them before it answers, and
imports numpy for words that it guesses; that takes longer than looking a word up in a glossary may
take. The tables are in the order of the alphabet, so here a word is found by halving.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

NOUN, VERB = "NOUN", "VERB"
"""The parts of speech that are asked for, as lemminflect calls them."""

_PLURAL, _PARTS = ("NNS",), ("VBD", "VBN", "VBG", "VBZ")
"""What the columns of the table of inflections hold, as tags of the Penn Treebank."""

_MODALS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "be": {
            "VB": ("be",),
            "VBD": ("was", "were"),
            "VBG": ("being",),
            "VBN": ("been",),
            "VBP": ("am", "are"),
            "VBZ": ("is",),
        },
        "can": {"VB": ("can",), "VBD": ("could",)},
        "dare": {"VB": ("dare",)},
        "may": {"VB": ("may",), "VBD": ("might",)},
        "must": {"VB": ("must",), "VBD": ("must",)},
        "ought": {"VB": ("ought",), "VBD": ("ought",)},
        "shall": {"VB": ("shall",), "VBD": ("should",)},
        "will": {"VB": ("will",), "VBD": ("would",)},
    }
)
"""Auxiliaries and modals, of which lemminflect takes nothing from the table, nor that some of them
are nouns too."""


@cache
def inflections(word: str, kind: str) -> frozenset[str]:
    """The forms of a word as a part of speech, itself included; none if the lexicon has it not.

    Args:
        word: A word in its base form, in lower case.
        kind: `NOUN` or `VERB`.
    """
    forms: dict[str, tuple[str, ...]] = {}
    if word in _MODALS:
        forms |= _MODALS[word]
    else:
        for category, *columns in _rows("infl_lu.csv.gz", word):
            if category == "noun":
                forms |= {"NN": (word,)} | _columns(_PLURAL, columns)
            elif category == "verb":
                forms |= {"VB": (word,)} | _columns(_PARTS, columns)
    forms |= _overrides("infl_overrides.csv").get(word, {})
    first = kind[0]  # the tags of nouns begin with N, those of verbs with V
    return frozenset(
        form.lower() for tag, each in forms.items() if tag[0] == first for form in each
    )


@cache
def lemmas(word: str, kind: str) -> tuple[str, ...]:
    """What a word may be a form of, itself included where it is a word of its own.

    Args:
        word: A word in lower case.
        kind: `NOUN` or `VERB`.
    """
    found = _overrides("lemma_overrides.csv").get(word, {}).get(kind, ())
    if not found:
        for category, forms in _rows("lemma_lu.csv.gz", word):
            if category.upper() == kind:
                found = tuple(forms.split("/"))
    return tuple(form.lower() for form in found)


@cache
def is_english(word: str) -> bool:
    """Whether the lexicon has a word, as a base form or as a form of one, of whatever kind.

    Args:
        word: A word in lower case.
    """
    tables = ("infl_lu.csv.gz", "lemma_lu.csv.gz")
    overrides = ("infl_overrides.csv", "lemma_overrides.csv")
    return (
        word in _MODALS
        or any(True for name in tables for _ in _rows(name, word))
        or any(word in _overrides(name) for name in overrides)
    )


def _columns(tags: tuple[str, ...], columns: list[str]) -> dict[str, tuple[str, ...]]:
    pairs = zip(tags, columns, strict=False)  # empty columns at the end are left out
    return {tag: tuple(column.split("/")) for tag, column in pairs if column}


def _rows(name: str, word: str) -> Iterator[list[str]]:
    """The rows that a table has of a word, without the word."""
    lines = _table(name)
    for place in range(bisect_left(lines, word, key=_word), len(lines)):
        found, *columns = lines[place].split(",")
        if found != word:
            break
        yield columns


def _word(line: str) -> str:
    return line.partition(",")[0]


@cache
def _table(name: str) -> list[str]:
    return gzip.decompress(_resource(name).read_bytes()).decode().splitlines()


@cache
def _overrides(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """What the library has of words, besides or in spite of its tables."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in _resource(name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            word, tag, form = line.strip().split(",")
            found.setdefault(word, {})[tag] = (form,)
    return found


def _resource(name: str) -> Path:
    """A file of lemminflect's, which is not imported for it."""
    library = find_spec("lemminflect")
    if library is None or library.origin is None:
        raise ModuleNotFoundError("No module named 'lemminflect'", name="lemminflect")
    return Path(library.origin).parent / "resources" / name
