"""What in the translations goes together with a candidate: proposed renderings.

The measure is the Dice coefficient of the sentences both are in, as in Smadja, McKeown and
Hatzivassiloglou, "Translating collocations for bilingual lexicons" (1996).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from padanan.glossary.stopwords import ENGLISH

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_LONGEST = 6
_LEAST = 0.4
"""The least coefficient that is worth a person's look."""

_RIVAL = 0.6
"""The least share of the best one's coefficient that makes another one worth a look too."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rendering a candidate may have.

    Attributes:
        text: English words, as most translations have them.
        score: The Dice coefficient: 1.0 if it is in the translations of the candidate's sentences
            and in no others.
    """

    text: str
    score: float


class Translations:
    """The groups of words in English sentences, and how often each is there."""

    def __init__(self, targets: Iterable[str]) -> None:
        """The translations of a collection's sentences, by their numbers; empty where none."""
        self._targets = tuple(targets)
        self._counts: Counter[str] = Counter()
        for target in self._targets:
            self._counts.update({key for key, _ in _groups(target)})

    def proposals(self, numbers: Sequence[int], limit: int = 3) -> tuple[Proposal, ...]:
        """The renderings that go best with some sentences, the best first.

        Args:
            numbers: The sentences that a candidate is in.
            limit: How many to give at most.
        """
        numbers = [number for number in dict.fromkeys(numbers) if self._targets[number]]
        together: Counter[str] = Counter()
        written: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for number in numbers:
            forms = dict(_groups(self._targets[number]))
            together.update(forms.keys())
            for key, text in forms.items():
                written[key][text] += 1
        least = min(2, len(numbers))
        scored = [
            (2 * both / (len(numbers) + self._counts[key]), both, len(key.split()), key)
            for key, both in together.items()
            if both >= least
        ]
        # Of groups as good the longest: what is said of all of it is said of its pieces too.
        scored.sort(key=lambda one: (-one[0], -one[2], one[3]))
        best: list[Proposal] = []
        taken: list[str] = []
        for score, _, _, key in scored:
            if score < _LEAST or len(best) == limit or (best and score < _RIVAL * best[0].score):
                break
            if any(f" {key} " in f" {other} " for other in taken):
                continue
            taken.append(key)
            best.append(Proposal(_mostly(written[key], key), round(score, 3)))
        return tuple(best)


def _mostly(forms: Counter[str], key: str) -> str:
    """How a group is mostly written; in the singular, as glossaries have it, if ever."""
    singular = Counter({text: n for text, n in forms.items() if text.casefold() == key})
    return (singular or forms).most_common(1)[0][0]


def _groups(text: str) -> Iterator[tuple[str, str]]:
    """Groups of words that may be renderings: their key, and as they are written."""
    words = list(_WORD.finditer(text))
    keys = [_key(word[0]) for word in words]
    small = [word[0].casefold() for word in words]
    for first in range(len(words)):
        if small[first] in ENGLISH:
            continue
        for last in range(first, min(first + _LONGEST, len(words))):
            if last > first and text[words[last - 1].end() : words[last].start()] != " ":
                break
            if small[last] not in ENGLISH and not small[last].isdigit():
                written = text[words[first].start() : words[last].end()]
                yield " ".join(keys[first : last + 1]), written


def _key(word: str) -> str:
    """A word in small letters, without the s of most plurals and possessives."""
    key = word.casefold().removesuffix("'s").removesuffix("’s")
    plural = len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is"))
    return key[:-1] if plural else key
