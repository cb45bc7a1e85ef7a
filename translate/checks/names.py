"""Names: those of the source must be in the target."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from padanan.glossary.problem import shown
from padanan.glossary.stopwords import INDONESIAN
from padanan.glossary.words import fold
from padanan.translate.adherence import Held
from padanan.translate.checks.builtin import builtin_uses
from padanan.translate.checks.check import Check, Limit, Limits, Seen
from padanan.translate.checks.indonesian import WORDS, vocabulary
from padanan.translate.checks.lenient import is_rendered, same_stem
from padanan.translate.checks.namewords import HEADS, PLACES, TITLES
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.checks.words import WORD, is_capitalised, is_headline, listed, span
from padanan.translate.spelling import begins

_NAME = re.compile(r"[^\W\d_]+")

_BROKEN = re.compile("[ÃÂâ€™]")
"""What is left of letters that were read in a wrong encoding."""

_MADE = re.compile(r"(?:ke|pe|per|pem|pen|peng|peny)[a-z]{3,}an|(?:me[mn]?g?|ber|ter|di)[a-z]{4,}")
"""Indonesian words by their shape: kementerian, perdagangan, bersatu."""


class Names(Check):
    """A name that has gone."""

    id = "names"
    name = "Names"
    severity = Severity.WARNING
    description = (
        "A name of the source is not in the translation, or is spelled in a way that no other "
        "way of writing its sounds explains. Titles, what the glossary translates, institutions, "
        "the first word of a sentence and headlines in which every word has a capital are left out."
    )
    limits = (
        Limit(
            "likeness",
            60,
            0,
            100,
            "how alike what is taken for a slip of a name is to it, at least; percent",
        ),
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        literal = set(_NAME.findall(pair.target))
        if not any(
            word.start() and is_capitalised(word[0]) and word[0] not in literal
            for word in WORD.finditer(pair.source)
        ):
            return  # all that may be names is there in its very letters
        names = [name for name in _names(pair) if name[0] not in literal]
        if not names:
            return
        there = list(_NAME.finditer(pair.target))
        heard = _Heard(literal, pair.target)
        gone: dict[str, re.Match[str]] = {}
        for name in names:
            if heard.has(name[0]) or heard.has_joined(name, pair.source):
                continue
            if _is_translated(name, pair):
                continue
            near = _nearest(name[0], there, limits["likeness"])
            if near is None:
                gone.setdefault(name[0], name)
            else:
                yield Seen(
                    f"{shown(name[0])} is spelled {shown(near[0])} in the translation.",
                    (span(name),),
                    (span(near),),
                )
        if gone:
            verb = "is" if len(gone) == 1 else "are"
            yield Seen(
                f"{listed(gone)} {verb} not in the translation.",
                tuple(map(span, gone.values())),
            )


def _is_translated(name: re.Match[str], pair: Pair) -> bool:
    """Whether a name is one of those that are built in, and stands in the target in English."""
    return any(
        use.match.start < name.end()
        and name.start() < use.match.end
        and (use.held is not Held.MISSING or is_rendered(use.concept, pair.target))
        for use in builtin_uses(pair.source, pair.target)
    )


class _Heard:
    """A target as it sounds."""

    def __init__(self, words: Iterable[str], text: str) -> None:
        self._sounds = {_sound(word) for word in words}
        self._skeletons = {_skeleton(word) for word in words}
        self._joined = _sound(text)

    def has(self, name: str) -> bool:
        """Whether a name is there, in whatever spelling, or a word made from it."""
        sound, skeleton = _sound(name), _skeleton(name)
        return (
            sound in self._sounds
            or self._runs_on(sound)
            or (len(skeleton) > 2 and skeleton in self._skeletons)
            or any(same_stem(sound, other) for other in self._sounds)  # Assyrian for Asiria
        )

    def has_joined(self, name: re.Match[str], source: str) -> bool:
        """Whether a name is written together with its neighbour: You Tube, YouTube."""
        before = re.search(r"([^\W\d_]+)[ -]$", source[: name.start()])
        after = re.match(r"[ -]([^\W\d_]+)", source[name.end() :])
        together = [before[1] + name[0]] if before else []
        together += [name[0] + after[1]] if after else []
        return any(self._runs_on(_sound(word)) for word in together)

    def _runs_on(self, sound: str) -> bool:
        """Whether a sound is there where words are not told apart, and long enough to tell."""
        return len(sound) > 3 and sound in self._joined


def _names(pair: Pair) -> Iterator[re.Match[str]]:
    """The words of the source that are names and nothing else."""
    if is_headline(pair.source):
        return
    words = list(WORD.finditer(pair.source))
    known = [Span(use.match.start, use.match.end) for use in pair.uses]
    known += [Span(use.value.start, use.value.end) for use in pair.values]
    for run in _runs(words, pair.source):
        run = _after(run, known)
        common = sum(_is_common(word[0]) for word in run)
        if 2 * common >= len(run) or any(_is_head(word[0]) for word in run):
            continue
        for word in run:
            if _is_name(word[0]) and not begins(word, pair.source):
                yield word


def _is_name(word: str) -> bool:
    """Whether a word with a capital is a name's, as far as the word itself can tell.

    Acronyms are left out, for most have another one in English, and so are forms with -nya.
    """
    lower = word.lower()
    return (
        len(word) > 2
        and not word.isupper()
        and lower not in TITLES
        and lower not in INDONESIAN
        and not _is_common(word)
        and not lower.endswith("nya")
        and not _BROKEN.search(word)
    )


def _is_common(word: str) -> bool:
    """Whether a word is Indonesian, and no title."""
    lower = word.lower()
    return lower in vocabulary() and lower not in TITLES


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


def _after(run: list[re.Match[str]], known: Sequence[Span]) -> list[re.Match[str]]:
    """The words of a run after what the glossary knows in it, and after the kind of a place.

    After a title comes a name, and after "Provinsi"; what stands before a term belongs to it, as
    in Pos Penjaga Hutan.
    """
    last = max(
        (
            place
            for place, word in enumerate(run, 1)
            if word[0].lower() in PLACES
            or any(one.start < word.end() and word.start() < one.end for one in known)
        ),
        default=0,
    )
    return run[last:]


def _is_head(word: str) -> bool:
    """Whether a word makes of those around it the name of something that is translated."""
    lower = word.lower()
    return (
        lower in HEADS or (lower in WORDS and lower not in TITLES) or bool(_MADE.fullmatch(lower))
    )


_SOUNDS = (
    ("ph", "f"), ("shch", "s"), ("sch", "s"), ("sh", "s"), ("sya", "sa"), ("syu", "su"),
    ("sj", "s"), ("ch", "k"), ("kh", "k"), ("ck", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("tj", "c"), ("oe", "u"), ("ou", "u"), ("oo", "u"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
    ("c", "k"), ("q", "k"), ("x", "ks"), ("v", "f"), ("w", "f"), ("y", "i"), ("j", "i"),
    ("z", "s"), ("tion", "si"),
)  # fmt: skip
"""Spellings that tell Indonesian and English names apart: Moskow, Moscow; Kanada, Canada."""


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """A name as it sounds, roughly."""
    text = re.sub(r"[^a-z]", "", fold(word))
    for letters, sound in _SOUNDS:
        text = text.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", text)


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    """The consonants of a name, without those of Latin and Indonesian endings: Saturnus, Saturn."""
    consonants = re.sub("[aeiou]", "", _sound(word))
    return consonants.rstrip("nsmh") or consonants


def _nearest(name: str, there: Sequence[re.Match[str]], likeness: float) -> re.Match[str] | None:
    """The name of the target that one of the source has become, if one is like it."""
    from rapidfuzz import fuzz

    sound = _sound(name)
    alike = [
        (fuzz.ratio(sound, _sound(word[0])), -word.start(), word)
        for word in there
        if is_capitalised(word[0]) and _sound(word[0])[:1] == sound[:1]
    ]
    best = max(alike, key=lambda each: each[:2], default=None)
    return best[2] if best is not None and best[0] >= likeness else None
