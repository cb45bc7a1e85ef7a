"""Which words of a draft stand for which words of its source, by the model's attention."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from padanan.translate.engine.protocol import Candidate
from padanan.translate.engine.tokenizer import locate

_WORD = re.compile(r"\S+")

_LEAST = 0.25
"""Of a word's attention, what some of the source must have for the word to stand for it. One that
looks at it with less does so for want of a better place."""

_NEAR = 6
"""Tokens before and after a term that are looked at for its place."""

_GAPS = 3
"""Places between words that are proposed."""


@dataclass(frozen=True)
class Aligned:
    """A draft with the attention of its tokens.

    Attributes:
        text: The draft.
        spans: Where each token stands in the draft.
        sources: Where each token of the source stands in the source.
        rows: For each token of the draft its attention to each token of the source.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    sources: tuple[tuple[int, int], ...]
    rows: Sequence[tuple[float, ...]]

    @classmethod
    def of(cls, source: str, candidate: Candidate) -> "Aligned | None":
        """The alignment of a candidate; None where it has no attention."""
        if not candidate.attention:
            return None
        return cls(
            candidate.text,
            tuple(locate(candidate.target_tokens, candidate.text)),
            tuple(locate(candidate.source_tokens, source)),
            candidate.attention,
        )

    def edited(self, start: int, end: int, words: str) -> "Aligned":
        """The alignment of the draft with `words` in the place of what stood there."""
        grown = len(words) - (end - start)
        after = start + len(words)
        spans = tuple(
            (first, last)
            if last <= start
            else (first + grown, last + grown)
            if first >= end
            else (start, after)
            for first, last in self.spans
        )
        text = self.text[:start] + words + self.text[end:]
        return Aligned(text, spans, self.sources, self.rows)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the draft says what the source says from `start` to `end`.

        Returns:
            A span of whole words without the marks around them; None where nothing looks there.
        """
        looking = self._looking((start, end))
        if not looking:
            return None
        groups: list[list[int]] = []
        words = self._target_words
        for at in looking:
            between = words[groups[-1][-1] + 1 : at] if groups else ()
            if (
                groups
                and all(_is_small(self.text, span) for span in between[:2])
                and len(between) < 2
            ):
                groups[-1].append(at)
            else:
                groups.append([at])
        best = max(groups, key=lambda group: sum(looking[at] for at in group))
        return trimmed(self.text, words[best[0]][0], words[best[-1]][1])

    def _looking(self, wanted: tuple[int, int]) -> dict[int, float]:
        """Words of the draft, by their number, that look at some of the source more than at any
        other word of it; and with how much of their attention."""
        inside = [at for at, span in enumerate(self._source_words) if _meet(span, wanted)]
        outside = [at for at in range(len(self._source_words)) if at not in inside]
        found: dict[int, float] = {}
        for number, shares in enumerate(self._shares):
            if shares is None:
                continue
            share = sum([shares[at] for at in inside])
            if share >= _LEAST and share >= max([shares[at] for at in outside], default=0.0):
                found[number] = share
        return found

    @cached_property
    def _source_words(self) -> list[tuple[int, int]]:
        return [span for span, _ in _words(self.sources)]

    @cached_property
    def _target_words(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _shares(self) -> list[list[float] | None]:
        """For each word of the draft its attention to each word of the source; None where none of
        its tokens is known."""
        # Only tokens that stand nowhere lie between those of a word: nearly always none.
        groups = [
            slice(tokens[0], tokens[-1] + 1)
            if tokens[-1] - tokens[0] < len(tokens)
            else itemgetter(*tokens)
            for _, tokens in _words(self.sources)
        ]
        summed = [
            [sum(row[at] if isinstance(at, slice) else at(row)) for at in groups]
            for row in self.rows
        ]
        found: list[list[float] | None] = []
        for word in self._target_words:
            rows = [one for span, one in zip(self.spans, summed, strict=True) if _meet(span, word)]
            if len(rows) > 1:
                rows = [[sum(column) / len(rows) for column in zip(*rows, strict=True)]]
            found.append(rows[0] if rows else None)
        return found

    def gaps(self, start: int, end: int) -> list[int]:
        """Places between words where what the draft leaves out would stand, the likelier first.

        After what stands for the nearest word before the source's span, before what stands for the
        nearest after it; failing these, as far into the draft as the span is into the source.
        """
        visible = self._source_words
        before = [span for span in visible if span[1] <= start][: -_NEAR - 1 : -1]
        after = [span for span in visible if span[0] >= end][:_NEAR]
        found: list[int] = []
        if not before:
            found.append(0)
        if place := self._first_word(before):
            found.append(place[1])
        if place := self._first_word(after):
            found += place  # sekutu NATO: NATO allies
        if not found:
            length = max((span[1] for span in visible), default=1)
            edges = [span[0] for span in self._target_words]
            wanted = len(self.text) * start / length
            found.append(min(edges, key=lambda at: abs(at - wanted), default=0))
        return list(dict.fromkeys(found))[:_GAPS]

    def _first_word(self, spans: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        """The word that looks most at the first of some words of the source that one looks at."""
        words = self._target_words
        for span in spans:
            if looking := self._looking(span):
                start, end = words[max(looking, key=lambda at: looking[at])]
                bare = self.text[start:end].rstrip(",;:.!?")
                return start, start + len(bare)
        return None


def _words(spans: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, int], list[int]]]:
    """The words that tokens make up: where each stands, and its tokens."""
    found: list[tuple[tuple[int, int], list[int]]] = []
    for at, (start, end) in enumerate(spans):
        if start == end:
            continue
        if found and found[-1][0][1] == start:
            found[-1] = ((found[-1][0][0], end), [*found[-1][1], at])
        else:
            found.append(((start, end), [at]))
    return found


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


_SMALL = (
    "the|a|an|of|to|in|on|at|by|for|from|with|and|that|is|are|was|were|as|it|its|this|these|those|has"
    "|have|had|over|into|through|during|between|against|under|after|before|about|than|or|but|who"
    "|which|when|while|where|because|be|been|being|will|would|can|could|may|might|must|should|do|did"
    "|does|not|no|said|their|his|her|our|your|own|such|some|many|other|onto|also|he|she|they|we|you"
)
"""Words that stand for no term."""

_FUNCTION_WORD = re.compile(_SMALL, re.IGNORECASE)


def _is_small(text: str, span: tuple[int, int]) -> bool:
    return _FUNCTION_WORD.fullmatch(text[span[0] : span[1]]) is not None


_PRONOUNS = frozenset({"It", "They", "He", "She", "This", "These"})
"""What stands for a term at a sentence's beginning, where the model was too sparing."""

_EDGE = re.compile(
    rf"^(?:[\s\"'“‘”’()\[\]«»,;:.!?–—-]+|(?:{_SMALL})\s+)+"
    rf"|(?:['’]s?)?[\s\"'“‘”’()\[\]«»,;:.!?–—-]+$|\s+(?:{_SMALL})$",
    re.IGNORECASE,
)
"""What stands at the edges of words for a term and is no part of them."""


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without articles, prepositions and marks at its edges; None where nothing is left."""
    while found := _EDGE.search(text[start:end]):
        if found.end() == found.start():
            break
        if found.start() == 0:
            start += found.end()
        else:
            end = start + found.start()
    left = text[start:end]
    if not left or (_FUNCTION_WORD.fullmatch(left) and left not in _PRONOUNS):
        return None
    return start, end
