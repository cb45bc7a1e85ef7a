"""Which words of a draft stand for which words of its source, by the model's attention."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from padanan.translate.engine.protocol import Candidate
from padanan.translate.engine.tokenizer import locate

_WORD = re.compile(r"\S+")

_SHARE = 0.4
"""Of a word's attention, what a term must have for the word to stand for it. Under it, a word that
looks at the term most all the same counts too."""

_GAP = 2
"""How far apart two words may be that stand for a term together: head of state, with one between
that does not look at the term."""

_LEAST = 0.25
"""Below this share the word that looks at a term most does so for want of a better place."""

_NEAR = 6
"""Tokens before and after a term that are looked at for its place."""

_GAPS = 3
"""Places between words that are proposed."""


@dataclass(frozen=True, slots=True)
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
    rows: tuple[tuple[float, ...], ...]

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
        wanted = [at for at, span in enumerate(self.sources) if _meet(span, (start, end))]
        words = [
            (match.start(), match.end(), share, most)
            for match in _WORD.finditer(self.text)
            for share, most in (self._share(match.span(), wanted),)
        ]
        chosen = [at for at, (*_, share, most) in enumerate(words) if share >= _SHARE or most]
        best = max((words[at][2] for at in chosen), default=0.0)
        if best < _LEAST:
            return None
        group = self._group(words, chosen)
        first, last = words[group[0]][0], words[group[-1]][1]
        return trimmed(self.text, first, last)

    def _share(self, span: tuple[int, int], wanted: Sequence[int]) -> tuple[float, bool]:
        """A word's attention to some tokens, and whether one of its tokens looks at them most."""
        tokens = [at for at, other in enumerate(self.spans) if _meet(other, span)]
        if not tokens:
            return 0.0, False
        shares = [sum(self.rows[at][one] for one in wanted) for at in tokens]
        most = any(
            max(range(len(self.rows[at])), key=self.rows[at].__getitem__) in wanted for at in tokens
        )
        return sum(shares) / len(shares), most

    @staticmethod
    def _group(words: Sequence[tuple[int, int, float, bool]], chosen: Sequence[int]) -> list[int]:
        """Of the words that stand for a term those that stand together and look at it most."""
        groups: list[list[int]] = []
        for at in chosen:
            if groups and at - groups[-1][-1] <= _GAP:
                groups[-1].append(at)
            else:
                groups.append([at])
        return max(groups, key=lambda group: sum(words[at][2] for at in group))

    def gaps(self, start: int, end: int) -> list[int]:
        """Places between words where what the draft leaves out would stand, the likelier first.

        After what stands for the nearest word before the source's span, before what stands for the
        nearest after it; failing these, as far into the draft as the span is into the source.
        """
        visible = [span for span in self.sources if span[0] < span[1]]
        before = [span for span in visible if span[1] <= start][: -_NEAR - 1 : -1]
        after = [span for span in visible if span[0] >= end][:_NEAR]
        found: list[int] = []
        if not before:
            found.append(0)
        if place := self._first_place(before):
            found.append(place[1])
        if place := self._first_place(after):
            found += place  # sekutu NATO: NATO allies
        length = max((span[1] for span in visible), default=1)
        edges = [match.start() for match in _WORD.finditer(self.text)]
        found.append(
            min(edges, key=lambda at: abs(at - len(self.text) * start / length), default=0)
        )
        return list(dict.fromkeys(found))[:_GAPS]

    def _first_place(self, spans: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        """What stands for the first of some tokens of the source that something stands for."""
        return next((place for span in spans if (place := self.place(*span))), None)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


_SMALL = (
    "the|a|an|of|to|in|on|at|by|for|from|with|and|that|is|are|was|were|as|it|its|this|these|those|has"
    "|have|had|over|into|through|during|between|against|under|after|before|about|than|or|but|who"
    "|which|when|while|where|because|be|been|will|would|not|said|their|his|her|such|some|many|other"
)
"""Words that stand for no term."""

_FUNCTION_WORD = re.compile(_SMALL, re.IGNORECASE)

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
