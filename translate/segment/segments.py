"""Articles into segments: the sentences of their blocks, each with a stable id."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from padanan.translate.article import Article, BlockKind, Segment, SegmentedArticle
from padanan.translate.segment.lead import lead_end
from padanan.translate.segment.splitter import split


def segment(article: Article) -> SegmentedArticle:
    """Split every block of `article` but furniture into segments with stable ids.

    The place or agency line that opens a paragraph (see `lead_end`) is a segment of its own.

    The id of a segment is made from its source text: the first 8 hexadecimal digits of the
    BLAKE2b hash of its UTF-8 bytes, in Unicode form NFC and with every run of white space made
    one space. The second occurrence of a text in the article gets "-2" appended, the third "-3".
    """
    found: list[tuple[int, int, int, str, bool]] = []
    opening = True
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        lead = 0
        if block.kind is BlockKind.PARAGRAPH:
            lead = lead_end(block.text, first=opening)
            opening = False
        for start, end in _spans(block.text, lead):
            source = block.text[start:end]
            found.append((index, start, end, source, end <= lead))
    ids = content_ids(source for *_, source, _ in found)
    return SegmentedArticle(
        article, tuple(Segment(id_, *one) for id_, one in zip(ids, found, strict=True))
    )


def content_ids(sources: Iterable[str]) -> Iterator[str]:
    """An id for each source text of an article, in order, made as `segment` describes."""
    seen: Counter[str] = Counter()
    for source in sources:
        digest = _digest(source)
        seen[digest] += 1
        yield digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


def _spans(text: str, lead: int) -> Iterator[tuple[int, int]]:
    """Spans of the segments of `text`, whose first `lead` characters are its lead."""
    if lead:
        yield 0, lead
    for start, end in split(text[lead:]):
        yield lead + start, lead + end


def _digest(source: str) -> str:
    """What the id of a segment is made of."""
    text = " ".join(unicodedata.normalize("NFC", source).split())
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
