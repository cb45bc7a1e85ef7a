"""Pairs whose source says how some of its words are rendered, so that the model learns to obey.

After Dinu et al. (2019): beside a stretch of the source stands its rendering, taken from the
reference. Where the rendering is in its base form (Bergmanis and Pinnis 2021), the model learns
to inflect it. Stretches come from aligned phrases of the pair itself, dictionaries and names
among them; no glossary is read, so that one can be measured with.
"""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import sentencepiece

from training import vocabulary

Ids = npt.NDArray[np.int16]
Row = tuple[Ids, Ids, Ids]
"""Source and target without ``</s>``, and for each target piece its place in the source, or -1."""

LENGTHS = (1, 1, 1, 2, 2, 2, 3, 3, 4)
"""Words of a stretch in the source, drawn from these."""

MOST_WORDS = 5  # of a rendering
MOST_MARKS = 3  # of a sentence
TRIES = 14  # stretches looked at in a sentence; most do not stand for one stretch of the target
BASE = 0.5  # share of renderings given in their base form, where they have another
ELSEWHERE = 0.12
"""Share of marks whose rendering is another pair's, in the mark and in the target: what the model
would not have said, so that nothing but the mark can tell it."""

ENGLISH_NAMES = 0.25  # of pairs with names in capitals: the names in English in the source too

# fmt: off
STOPWORDS = frozenset(
    {
        "yang", "dan", "di", "ke", "dari", "untuk", "dengan", "pada", "dalam", "oleh", "ini", "itu",
        "tersebut", "adalah", "akan", "telah", "sudah", "tidak", "bukan", "atau", "juga", "sebagai",
        "bahwa", "karena", "saat", "ketika", "agar", "jika", "para", "sebuah", "seorang", "bisa",
        "dapat", "ada", "kami", "kita", "mereka", "dia", "ia", "saya", "anda", "serta", "hanya",
        "lebih", "secara", "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "on",
        "with", "as", "was", "by", "at", "from", "be", "are", "were", "this", "an", "or", "his",
        "her", "its", "they", "he", "she", "we", "you", "i", "not", "have", "has", "had", "will",
        "would",
    }
)
# fmt: on
"""Words that no stretch begins or ends with, of either language."""


@lru_cache(maxsize=100_000)
def base_form(phrase: str) -> str:
    """An English phrase with its last word in the singular, else its first verb as it is cited.

    From the NIH SPECIALIST lexicon, by lemminflect; a phrase that it knows no other form of comes
    back as it is.
    """
    import lemminflect

    words = phrase.split(" ")
    for at, part in ((len(words) - 1, "NOUN"), (0, "VERB")):
        word = words[at]
        found = lemminflect.getLemma(word, upos=part, lemmatize_oov=False) if word.islower() else ()
        if found and found[0] != word:
            return " ".join([*words[:at], found[0], *words[at + 1 :]])
    return phrase


_VERB = re.compile(r"\b(me[mnlrwy]|ber|di|ter)[a-z]{4}", re.IGNORECASE)
"""What looks like an Indonesian verb, by its prefix; a few nouns do, too (*menteri*)."""


def _capital(word: str) -> str:
    """*Negara-Negara*, but *Month's*."""
    return re.sub(r"(?<![^\W_])(?<!')[^\W\d_]", lambda found: found[0].upper(), word)


@lru_cache(maxsize=100_000)
def _is_noun(phrase: str) -> bool:
    """Whether an English phrase in small letters may end with a noun, as lemminflect knows it."""
    import lemminflect

    return phrase.islower() and "NOUN" in lemminflect.getAllLemmas(phrase.rpartition(" ")[2])


class Marker:
    """Marks stretches of encoded pairs; the same ones for the same seed and order of calls."""

    def __init__(self, model: Path, seed: int) -> None:
        ids = vocabulary.pieces(model)
        words = vocabulary.Words(model)
        self._words, self._begins, self._spells = words.spans, words.begins, words.spells
        text = [name.lstrip(vocabulary.SPACE) for name in words.names]
        self._stops = np.array([word.lower() in STOPWORDS for word in text])
        self._term, self._means, self._end = (
            np.array([ids[name]], dtype=np.int16) for name in vocabulary.CONTROLS[:3]
        )
        self._space = ids.get(vocabulary.SPACE, -1)
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
        self._dice = random.Random(seed)
        self._pool: deque[Ids] = deque(maxlen=5_000)

    def mark(self, source: Ids, target: Ids, links: Ids) -> Row | None:
        """The pair with one to three marks in its source; None if nothing in it can be marked."""
        found = self._stretches(source, target, links, MOST_MARKS)
        return self._marked(source, target, links, found) if found else None

    def quote(self, source: Ids, target: Ids, links: Ids) -> tuple[str, str] | None:
        """The texts of the pair with a stretch of each, the same, in quotation marks; None if there
        is none that could be.

        What people quote is short and out of the way, and a model copies it like a name.
        """
        if vocabulary.UNK in source or vocabulary.UNK in target:
            return None  # its text is lost
        found = self._stretches(source, target, links, 1)
        if not found or {'"', "'"} & set(self._text(source)):
            return None
        ((start, stop, low, high),) = found
        mark = self._dice.choice("\"'")
        return self._quoted(source, start, stop, mark), self._quoted(target, low, high, mark)

    def title(self, source: Ids, target: Ids, links: Ids) -> tuple[str, str] | None:
        """The texts of the pair with one to three stretches of each, the same, in capitals as names
        of bodies and works are written; None if there is none that could be.

        The vocabulary has *warisan* in one piece and *Warisan* in three, so that a model knows the
        word and not the *Daftar Warisan Dunia* that it is part of. ``ENGLISH_NAMES`` of them stand
        in the source as in the target: Indonesian keeps English names of companies and works.
        """
        if vocabulary.UNK in source or vocabulary.UNK in target:
            return None  # its text is lost
        stretches = self._stretches(source, target, links, MOST_MARKS)
        named = [
            span
            for span in stretches
            if not _VERB.search(self._text(source[span[0] : span[1]]))
            and _is_noun(self._text(target[span[2] : span[3]]))
        ]
        if not named:
            return None
        kept = self._dice.random() < ENGLISH_NAMES
        names = {span: self._in_capitals(target[span[2] : span[3]]) for span in named}
        return (
            self._with_names(
                source,
                {
                    span[:2]: names[span] if kept else self._in_capitals(source[span[0] : span[1]])
                    for span in named
                },
            ),
            self._with_names(target, {span[2:]: names[span] for span in named}),
        )

    def _in_capitals(self, pieces: Ids) -> str:
        """A stretch in capitals."""
        words = self._text(pieces).split(" ")
        return " ".join(word if word in STOPWORDS else _capital(word) for word in words)

    def _with_names(self, pieces: Ids, names: Mapping[tuple[int, int], str]) -> str:
        """The text of pieces, with names in place of some stretches."""
        text, at = "", 0
        for (start, stop), name in sorted(names.items()):
            text = self._joined(text, pieces[at:start])
            text += (" " if text and self._begins[pieces[start]] else "") + name
            at = stop
        return self._joined(text, pieces[at:])

    def _joined(self, text: str, pieces: Ids) -> str:
        """A text and what follows it."""
        apart = text and len(pieces) > 0 and self._begins[pieces[0]]
        return text + (" " if apart else "") + self._text(pieces)

    def _quoted(self, pieces: Ids, start: int, stop: int, mark: str) -> str:
        before, inside, after = pieces[:start], pieces[start:stop], pieces[stop:]
        apart = len(after) > 0 and self._begins[after[0]]
        parts = [self._text(before), f"{mark}{self._text(inside)}{mark}"]
        return " ".join(filter(None, parts)) + (" " if apart else "") + self._text(after)

    def _text(self, pieces: Ids) -> str:
        text: str = self._processor.decode([int(piece) - 1 for piece in pieces])
        return text

    def _stretches(
        self, source: Ids, target: Ids, links: Ids, most: int
    ) -> list[tuple[int, int, int, int]]:
        """One to ``most`` stretches that do not overlap, in no order; none if none was found."""
        left, right = self._words(source), self._words(target)
        if len(left) < 4 or len(right) < 4:
            return []
        wanted = self._dice.choice(range(1, most + 1))
        found: list[tuple[int, int, int, int]] = []
        owner = np.repeat(np.arange(len(left)), [b - a for a, b in left])
        for _ in range(TRIES):
            if len(found) == wanted:
                break
            span = self._stretch(source, target, links, left, right, owner)
            if span and all(span[1] <= a or b <= span[0] for a, b, _, _ in found):
                found.append(span)
        return found

    def _stretch(
        self,
        source: Ids,
        target: Ids,
        links: Ids,
        left: Sequence[tuple[int, int]],
        right: Sequence[tuple[int, int]],
        owner: npt.NDArray[np.int64],
    ) -> tuple[int, int, int, int] | None:
        """A stretch of words that stands for one stretch of the target: (from, to, from, to) in
        pieces. Consistent with the links as in phrase-based translation (Koehn et al. 2003)."""
        length = self._dice.choice(LENGTHS)
        if length > len(left):
            return None
        first = self._dice.randrange(len(left) - length + 1)
        start, stop = left[first][0], left[first + length - 1][1]
        inside = (links >= start) & (links < stop)
        places = np.flatnonzero(inside)
        if not len(places):
            return None
        linked = set(owner[links[places]].tolist())
        if first not in linked or first + length - 1 not in linked:
            return None
        words = [at for at, (a, b) in enumerate(right) if a <= places[-1] and b > places[0]]
        low, high = right[words[0]][0], right[words[-1]][1]
        here, there = source[start:stop], target[low:high]
        if (
            len(words) > MOST_WORDS
            or np.any((links[low:high] >= 0) & ~inside[low:high])
            or not self._spells[here].all()
            or not self._spells[there].all()
            or not self._begins[here[0]]
            or not self._begins[there[0]]
            or self._stops[[here[0], here[-1], there[0], there[-1]]].any()
            or here[-1] == self._space
            or there[-1] == self._space
        ):
            return None
        return start, stop, low, high

    def _rendering(self, pieces: Ids, opens: bool) -> Ids:
        """What a mark says of a rendering that stands in the target as ``pieces``."""
        given = text = self._text(pieces)
        if opens and text[1:].islower():
            given = text[:1].lower() + text[1:]
        if self._dice.random() < BASE:
            given = base_form(given)
        if given == text:
            return pieces
        return vocabulary.ids(self._processor, given)

    def _marked(
        self, source: Ids, target: Ids, links: Ids, spans: Sequence[tuple[int, int, int, int]]
    ) -> Row:
        """Marks put in from the last to the first, and the links moved along."""
        renderings = {}
        own: list[Ids] = []
        swapped: dict[tuple[int, int], Ids] = {}
        for span in spans:
            pieces = target[span[2] : span[3]]
            if self._pool and self._dice.random() < ELSEWHERE:
                swapped[span[2:]] = pieces = self._dice.choice(self._pool)
                renderings[span] = pieces
            else:
                renderings[span] = self._rendering(pieces, opens=span[2] == 0)
                if span[2] > 0:  # a word that opens a sentence has a capital of its place
                    own.append(pieces)
        self._pool.extend(own)
        before = {span[2:]: span for span in spans}
        for low, high in sorted(swapped, reverse=True):
            pieces = swapped[low, high]
            at = np.full(len(pieces), before[low, high][0], dtype=np.int16)
            target = np.concatenate([target[:low], pieces, target[high:]])
            links = np.concatenate([links[:low], at, links[high:]])
        links = links.copy()
        for span in sorted(spans, reverse=True):
            start, stop = span[:2]
            after = [self._means, renderings[span], self._end]
            whole = [source[:start], self._term, source[start:stop], *after, source[stop:]]
            source = np.concatenate(whole)
            longer = len(renderings[span]) + 3
            links[links >= stop] += longer
            links[(links >= start) & (links < stop)] += 1
        return source, target, links
