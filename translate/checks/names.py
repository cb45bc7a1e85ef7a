"""Names: those of the source must be in the target."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from padanan.glossary.words import fold
from padanan.translate.checks.check import Check, Limit, Limits, Seen
from padanan.translate.checks.indonesian import WORDS
from padanan.translate.checks.namewords import HEADS, TITLES
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.checks.words import WORD, is_capitalised, listed, span

_MOST = 0.6
"""From which share of capitalised words on a segment counts as a headline, whose capitals say
nothing."""

_MADE = re.compile(r"(?:ke|pe|per|pem|pen|peng|peny)[a-z]{3,}an|(?:me[mn]?g?|ber|ter|di)[a-z]{4,}")
"""Indonesian words by their shape: kementerian, perdagangan, bersatu."""


class Names(Check):
    """A name that has gone."""

    id = "names"
    name = "Names"
    severity = Severity.WARNING
    description = (
        "A name of the source is not in the translation, not even in another spelling. Titles, "
        "what the glossary translates, institutions, the first word of a sentence and headlines "
        "in which every word has a capital are left out."
    )
    limits = (
        Limit("likeness", 60, 0, 100, "how alike two spellings of a name are at least, in percent"),
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        names = list(_names(pair))
        if not names:
            return
        there = {_sound(word) for word in re.findall(r"[^\W\d_]+", pair.target)}
        joined = _sound(pair.target)
        missing = [
            name
            for name in names
            if not _is_there(_sound(name[0]), there, joined, limits["likeness"])
        ]
        if missing:
            told = dict.fromkeys(name[0] for name in missing)
            verb = "is" if len(told) == 1 else "are"
            yield Seen(
                f"{listed(told)} {verb} not in the translation.",
                tuple(span(name) for name in missing),
            )


def _names(pair: Pair) -> Iterator[re.Match[str]]:
    """The words of the source that are names and nothing else."""
    words = list(WORD.finditer(pair.source))
    capitalised = sum(is_capitalised(word[0]) for word in words)
    if capitalised > max(3, _MOST * len(words)):
        return
    known = [Span(use.match.start, use.match.end) for use in pair.uses]
    known += [Span(use.value.start, use.value.end) for use in pair.values]
    for run in _runs(words, pair.source):
        if any(_is_head(word[0]) for word in run) or any(
            one.start < run[-1].end() and run[0].start() < one.end for one in known
        ):
            continue
        for word in run:
            first = _begins(word, pair.source)
            if not first and len(word[0]) > 2 and word[0].lower() not in TITLES:
                yield word


def _runs(words: Sequence[re.Match[str]], source: str) -> Iterator[list[re.Match[str]]]:
    """The words with capitals that stand next to each other."""
    run: list[re.Match[str]] = []
    for word in words:
        if run and not re.fullmatch(r"[ \u00a0-]+", source[run[-1].end() : word.start()]):
            yield run
            run = []
        if is_capitalised(word[0]):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_head(word: str) -> bool:
    """Whether a word makes of those around it the name of something that is translated."""
    lower = word.lower()
    return (
        lower in HEADS or (lower in WORDS and lower not in TITLES) or bool(_MADE.fullmatch(lower))
    )


def _begins(word: re.Match[str], source: str) -> bool:
    """Whether a word's capital may be due to its place: the first of a sentence or quotation."""
    before = source[: word.start()].rstrip()
    return not before or before[-1] in ".!?…:;\"“”'‘(–—[-"


_SOUNDS = (
    ("ph", "f"), ("sch", "s"), ("sh", "s"), ("sy", "s"), ("sj", "s"), ("ch", "k"), ("kh", "k"),
    ("ck", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("tj", "c"), ("oe", "u"), ("ou", "u"),
    ("oo", "u"), ("c", "k"), ("q", "k"), ("x", "ks"), ("v", "f"), ("w", "f"), ("y", "i"),
    ("j", "i"), ("z", "s"), ("tion", "si"),
)  # fmt: skip
"""Spellings that tell Indonesian and English names apart: Moskow, Moscow; Kanada, Canada."""


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """A name as it sounds, roughly."""
    text = re.sub(r"[^a-z]", "", fold(word))
    for letters, sound in _SOUNDS:
        text = text.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", text)


def _is_there(name: str, there: set[str], joined: str, likeness: float) -> bool:
    from rapidfuzz import fuzz

    if not name or name in there or (len(name) > 3 and name in joined):
        return True
    return any(
        fuzz.ratio(name, word) >= likeness or (len(name) > 3 and name[:3] == word[:3])
        for word in there
        if word
    )
