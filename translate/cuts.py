"""A person's cuts in the sentences of an article, made again when the article is read again."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from padanan.translate.article import Block, Segment, SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.pairing import pair
from padanan.translate.segment import content_ids

Cut = tuple[int, int, Sequence[Entry]]
"""Indices of the first segment and of the one behind the last, and the entries instead of them."""


def as_before(segmented: SegmentedArticle, previous: Bilingual | None) -> SegmentedArticle:
    """The article with the cuts that a person has made in its sentences, made again.

    A cut holds wherever the article still has the sentences it was made in, whatever has changed
    around them. Where a block is the same as before, it is cut at the same places; in those that
    are new or another, sentences with a person's cuts are looked for in their order; also those
    that had gone from the article and have come back.

    Args:
        segmented: The article as the rules segment it.
        previous: Its bilingual file so far.

    Returns:
        The article; where a person has cut, the sources of its segments are those of the earlier
        entries, which may differ from the block's text in white space. The segments that were
        there before have the ids they had.
    """
    if previous is None or not any(
        entry.segmented for entry in (*previous.entries, *previous.obsolete)
    ):
        return segmented
    blocks = segmented.article.blocks
    made: list[tuple[int, int, int, str, bool]] = []
    done = 0
    for start, stop, entries in sorted(_cuts(segmented, previous), key=lambda cut: cut[0]):
        pieces = _pieces(blocks, segmented.segments[start:stop], entries)
        if pieces is not None:
            made += map(_place, segmented.segments[done:start])
            made += pieces
            done = stop
    made += map(_place, segmented.segments[done:])
    lines = ((source, blocks[index].first_line) for index, _, _, source, _ in made)
    ids = _ids(list(lines), previous)
    return replace(
        segmented, segments=tuple(Segment(id_, *one) for id_, one in zip(ids, made, strict=True))
    )


def _cuts(segmented: SegmentedArticle, previous: Bilingual) -> Iterator[Cut]:
    """Where there are a person's cuts to be made again."""
    now = [(first, own) for first, own in _passages(segmented) if own]
    then = [tuple(entries) for entries in _by_line(previous).values()]
    pairs = pair([(_bare(own), 0) for _, own in now], [(_bare(own), 0) for own in then])
    for here, there in pairs.items():
        first, own = now[here]
        for start, stop, entries in _cells(own, then[there]):
            if any(entry.segmented for entry in entries):
                yield first + start, first + stop, entries
    changed = _Changed(passage for n, passage in enumerate(now) if n not in pairs)
    gone = [then[n] for n in sorted(set(range(len(then))) - set(pairs.values()))]
    old = [entry for entry in previous.obsolete if entry.source.strip()]
    for entries in (*gone, old):
        for marked, run in groupby(entries, key=lambda entry: bool(entry.segmented)):
            if marked:
                yield from changed.cuts(list(run))


def _passages(segmented: SegmentedArticle) -> Iterator[tuple[int, Sequence[Segment]]]:
    """The segments of each block, with the index of the first."""
    first = 0
    for _, own in segmented.by_block():
        yield first, own
        first += len(own)


def _by_line(previous: Bilingual) -> dict[int, list[Entry]]:
    """The entries of each block of an earlier version of the article."""
    blocks: dict[int, list[Entry]] = {}
    for entry in previous.entries:
        if entry.state is not State.SKIPPED and entry.source.strip():
            blocks.setdefault(entry.line, []).append(entry)
    return blocks


def _bare(parts: Iterable[Segment | Entry]) -> str:
    """The sources of parts of a block as one text, without any white space."""
    return "".join("".join(part.source.split()) for part in parts)


def _ends(parts: Sequence[Segment | Entry]) -> Iterator[int]:
    """Where each part ends in `_bare(parts)`."""
    return accumulate(len(_bare([part])) for part in parts)


def _cells(segments: Sequence[Segment], entries: Sequence[Entry]) -> Iterator[Cut]:
    """The smallest pieces of a text that are whole in both of two ways to cut it."""
    stops = {end: stop for stop, end in enumerate(_ends(segments), 1)}
    start = first = 0
    for last, end in enumerate(_ends(entries), 1):
        if end in stops:
            yield start, stops[end], entries[first:last]
            start, first = stops[end], last


_LONGEST = 50
"""Up to how many segments in a row that a person has cut are looked for together."""


_BEGINNING = 12
"""By how many of their first characters the places of a text are found quickly."""


class _Changed:
    """The blocks that were not there before, in which a person's cuts are looked for."""

    def __init__(self, passages: Iterable[tuple[int, Sequence[Segment]]]) -> None:
        self._starts: dict[int, int] = {}
        self._stops: dict[int, int] = {}
        self._taken: set[int] = set()
        self._from = at = 0
        texts: list[str] = []
        for first, own in passages:
            texts.append(_bare(own))
            for n, (start, stop) in enumerate(pairwise((0, *_ends(own))), first):
                self._starts[at + start] = n
                self._stops[at + stop] = n + 1
            at += len(texts[-1]) + 1
        self._text = "\n".join(texts)
        self._beginnings: dict[str, list[int]] = defaultdict(list)
        for at in self._starts:
            beginning = self._text[at : at + _BEGINNING]
            self._beginnings[beginning].append(at)
            # A text that short is there only where it ends with a segment.
            for length in range(1, len(beginning)):
                if at + length in self._stops:
                    self._beginnings[beginning[:length]].append(at)

    def cuts(self, run: Sequence[Entry]) -> Iterator[Cut]:
        """Where segments in a row that a person has cut stand now, as many together as can be."""
        first = 0
        while first < len(run):
            for last in range(min(len(run), first + _LONGEST), first, -1):
                if (found := self._take(_bare(run[first:last]))) is not None:
                    yield *found, run[first:last]
                    first = last
                    break
            else:
                first += 1

    def _take(self, text: str) -> tuple[int, int] | None:
        """The next segments, else the first, that are that text together and are not taken."""
        places = self._beginnings.get(text[:_BEGINNING], [])
        behind = bisect_left(places, self._from)
        for at in (*places[behind:], *places[:behind]):
            stop = self._stops.get(at + len(text))
            if stop is None or not self._text.startswith(text, at):
                continue
            place = range(self._starts[at], stop)
            if self._taken.isdisjoint(place):
                self._taken.update(place)
                self._from = at + len(text)
                return place.start, stop
        return None


def _pieces(
    blocks: Sequence[Block], segments: Sequence[Segment], entries: Sequence[Entry]
) -> list[tuple[int, int, int, str, bool]] | None:
    """Segments' places for entries that cut their text otherwise; None where the words differ."""
    index = segments[0].block
    text = blocks[index].text
    leads = {(one.start, one.end) for one in segments if one.lead}
    breaks = [one.start for one in segments[1:]]
    pieces: list[tuple[int, int, int, str, bool]] = []
    end = segments[0].start
    for entry in entries:
        start, end = _span(text, end, len(_bare([entry])))
        inner = [start, *(place for place in breaks if start < place < end), end]
        words = " ".join(text[a:b] for a, b in pairwise(inner))
        if _WORD.findall(words) != _WORD.findall(entry.source):
            return None
        pieces.append((index, start, end, entry.source, (start, end) in leads))
    return pieces


_WORD = re.compile(r"\w+|[^\w\s]")


def _span(text: str, at: int, length: int) -> tuple[int, int]:
    """The span of so many characters of `text` from `at` on, white space not counted."""
    while text[at].isspace():
        at += 1
    start = at
    while length:
        length -= not text[at].isspace()
        at += 1
    return start, at


def _place(one: Segment) -> tuple[int, int, int, str, bool]:
    return one.block, one.start, one.end, one.source, one.lead


def _ids(lines: Sequence[tuple[str, int]], previous: Bilingual) -> list[str]:
    """Ids for the sources of an article: those they had, where that can be."""
    then = [entry for entry in previous.entries if entry.state is not State.SKIPPED]
    pairs = pair(lines, [(entry.source, entry.line) for entry in then])
    kept: dict[int, str] = {}
    for here, there in pairs.items():
        base, _, number = then[there].id.partition("-")
        if base == next(content_ids([lines[here][0]])) and (number.isdecimal() or not number):
            kept[here] = then[there].id
    taken, numbers = set(kept.values()), Counter[str]()
    ids: list[str] = []
    for here, (source, _) in enumerate(lines):
        id_ = kept.get(here)
        base = next(content_ids([source]))
        while id_ is None or (here not in kept and id_ in taken):
            numbers[base] += 1
            id_ = base if numbers[base] == 1 else f"{base}-{numbers[base]}"
        ids.append(id_)
    return ids
