"""Words derived from a term's words: menjamin for jaminan. Suggestions, never matches.

What an affix makes of a word is another word, with another rendering (jaminan, a guarantee;
penjamin, a guarantor), so nothing is held to it. A translator may want to see the concept.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.forms import forms
from padanan.glossary.match import Match
from padanan.glossary.words import Words, entry_keys, words

SHORTEST_ROOT = 4
"""Letters a root must have. Of shorter ones too many words seem to be made."""

_NASAL = (
    ("menge", "", "bcdfghjklmnpqrstvwxyz"),
    ("meng", "", "aeioughkqx"),
    ("meng", "k", "aeiou"),
    ("meny", "s", "aeiou"),
    ("mem", "", "bfpv"),
    ("mem", "p", "aeiou"),
    ("men", "", "cdjstz"),
    ("men", "t", "aeiou"),
    ("me", "", "lmnrwy"),
)
"""The prefix meN- before its roots: its shape, the consonant it swallows, and what may follow it.
peN- is like it."""

_PREFIXES = ("memper", "diper", "keter", "ber", "bel", "ter", "per", "pel", "di", "ke", "se", "be")
_SUFFIXES = ("kan", "an", "i")


@lru_cache(maxsize=1 << 16)
def roots(word: str) -> frozenset[str]:
    """What a folded word may be made from, itself included: too many rather than too few."""
    bases = {word, *(form.stem for form in forms(word))}
    found: set[str] = set()
    for base in bases:
        found.add(base)
        stems = {base} | {
            base.removesuffix(suffix) for suffix in _SUFFIXES if base.endswith(suffix)
        }
        for stem in stems:
            found.add(stem)
            found.update(stem[len(prefix) :] for prefix in _PREFIXES if stem.startswith(prefix))
            if stem[:1] in "mp":
                found.update(_without_nasal(f"m{stem[1:]}"))
    return frozenset(root for root in found if len(root) >= SHORTEST_ROOT)


def _without_nasal(stem: str) -> Iterator[str]:
    """The roots that a stem may have after meN-."""
    for prefix, swallowed, first in _NASAL:
        rest = stem.removeprefix(prefix)
        if rest != stem and rest[:1] and rest[0] in first:
            yield swallowed + rest


class Suggester:
    """Finds derived forms of terms. Built once for a glossary."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        """A suggester for these concepts; names and `exact` terms have no derived forms."""
        self._by_root: dict[str, list[tuple[Concept, str, list[str]]]] = {}
        for concept in concepts:
            if concept.pos is PartOfSpeech.NAME or Flag.EXACT in concept.flags:
                continue
            for term in concept.terms:
                sequence = entry_keys(term)
                if sequence and not term[0].isupper():
                    for root in roots(sequence[0]):
                        self._by_root.setdefault(root, []).append((concept, term, sequence))

    def suggest(self, text: str, matches: Sequence[Match]) -> tuple[Match, ...]:
        """Derived forms of terms in a text, outside the matches it has, the longest first."""
        cut = words(text)
        taken = [(match.start, match.end) for match in matches]
        found: list[Match] = []
        for first in range(len(cut.keys)):
            for start, end, concept, term in self._from(cut, first):
                if all(end <= begin or stop <= start for begin, stop in taken):
                    found.append(Match(start, end, concept, term))
        found.sort(key=lambda match: (match.start - match.end, match.start))
        kept: list[Match] = []
        for match in found:
            if all(match.end <= other.start or other.end <= match.start for other in kept):
                kept.append(match)
        return tuple(sorted(kept, key=lambda match: match.start))

    def _from(self, cut: Words, first: int) -> Iterator[tuple[int, int, Concept, str]]:
        seen: set[tuple[str, str]] = set()
        for root in sorted(roots(cut.keys[first]), key=len, reverse=True):
            for concept, term, sequence in self._by_root.get(root, ()):
                last = first + len(sequence)
                part = cut.keys[first:last]
                if (term, concept.domain) in seen or len(part) < len(sequence):
                    continue
                seen.add((term, concept.domain))
                if any(_is_derived(*pair) for pair in zip(part, sequence, strict=True)) and all(
                    other in _bare(word) or _is_derived(word, other)
                    for word, other in zip(part, sequence, strict=True)
                ):
                    yield cut.starts[first], cut.ends[last - 1], concept, term


def _bare(word: str) -> frozenset[str]:
    """A word with and without its clitics."""
    return frozenset({word, *(form.stem for form in forms(word))})


def _is_derived(word: str, other: str) -> bool:
    """Whether a word has affixes around what another one is made from. A root is derived from
    nothing: lantai (floor) is in no way made from melantai (to go public)."""
    theirs = roots(other)
    return not theirs.isdisjoint(roots(word)) and theirs.isdisjoint(_bare(word))
