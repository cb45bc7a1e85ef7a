"""An article as its bilingual file has it, where its own text is not at hand."""

from collections.abc import Iterable
from itertools import groupby

from padanan.translate.article import Article, Block, BlockKind, Segment, SegmentedArticle
from padanan.translate.bilingual import Entry, State
from padanan.translate.segment import lead_end


def rebuilt(entries: Iterable[Entry], name: str = "") -> SegmentedArticle:
    """The article that entries come from, furniture left out.

    Segments have the ids of their entries, and blocks the lines and rules. Between the segments of
    a block there is a space.

    Args:
        entries: The entries, in reading order.
        name: What messages call it.
    """
    there = (entry for entry in entries if entry.state is not State.SKIPPED)
    blocks: list[Block] = []
    segments: list[Segment] = []
    opening = True
    for (line, kind), group in groupby(there, lambda entry: (entry.line, entry.kind)):
        own = list(group)
        text = " ".join(entry.source for entry in own)
        lead = 0
        if kind is BlockKind.PARAGRAPH:
            lead = lead_end(text, first=opening)
            opening = False
        at = 0
        for entry in own:
            end = at + len(entry.source)
            segments.append(Segment(entry.id, len(blocks), at, end, entry.source, end <= lead))
            at = end + 1
        blocks.append(Block(kind, text, line, line, own[0].rule))
    return SegmentedArticle(Article(name, tuple(blocks), "utf-8", ""), tuple(segments))
