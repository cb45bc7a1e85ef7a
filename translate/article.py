"""What an article is made of: blocks, and the segments that are translated one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of an article is. Everything but furniture reaches the English text."""

    HEADLINE = "headline"
    """The article's title, also where the page repeats it."""

    BYLINE = "byline"
    """Who wrote or edited it, or the agency: "Willy Haryono", "(ian)", "REUTERS"."""

    DATELINE = "dateline"
    """A line of its own with the date and time of publication ("Kamis, 27 Januari 2022 - 03:50
    WIB"), or with the place the article was written in ("Jakarta, CNN Indonesia --")."""

    CAPTION = "caption"
    """What stands under a picture, with its credit."""

    SUBHEADING = "subheading"
    """A heading inside the article."""

    PARAGRAPH = "paragraph"
    """Running text; also a quotation or a list item standing alone."""

    FURNITURE = "furniture"
    """What the web page left in the text and no reader wants translated."""


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of an article's layout, in reading order.

    Attributes:
        kind: What it is.
        text: Its cleaned text on one line: no line breaks, no invisible characters, no
            surrounding white space. Never empty.
        first_line: 1-based line of the decoded source where it begins.
        last_line: 1-based line where it ends, inclusive.
        rule: The name of the rule that decided the kind (see `read.rules`); reports and the
            bilingual file show it, so that a reader can tell why a line was left out.
    """

    kind: BlockKind
    text: str
    first_line: int
    last_line: int
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One source document.

    Attributes:
        name: What messages call it: the path as the user gave it, or `-` for standard input.
        blocks: Its blocks in order, furniture included.
        encoding: The encoding its bytes were read with, as Python names it ("utf-8", "cp1252").
        sha256: Hex digest of the bytes, to know whether it changed.
        warnings: Sentences about what was doubtful in reading it (a guessed encoding, replaced
            characters, a language that does not look Indonesian).
    """

    name: str
    blocks: tuple[Block, ...]
    encoding: str
    sha256: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of a block: the unit of translation.

    Attributes:
        id: Stable name within the article, made from the source text (not from its place), so
            that an edit elsewhere in the article leaves it alone. Unique within an article.
        block: Index of its block in `Article.blocks`.
        start: Offset of its first character in the block's text.
        end: Offset after its last character in the block's text.
        source: `block.text[start:end]`; no white space at either end. Where a person has cut the
            sentences otherwise, it may differ from that in white space.
        lead: Whether it is the place or agency before an article's first sentence
            ("BRUSSELS -"), which is not a sentence.
    """

    id: str
    block: int
    start: int
    end: int
    source: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class SegmentedArticle:
    """An article with its segments in reading order (none for furniture)."""

    article: Article
    segments: tuple[Segment, ...]

    def by_block(self) -> Iterator[tuple[Block, tuple[Segment, ...]]]:
        """Each block of the article with its segments, in reading order."""
        segments = iter(self.segments)
        upcoming = next(segments, None)
        for index, block in enumerate(self.article.blocks):
            own: list[Segment] = []
            while upcoming is not None and upcoming.block == index:
                own.append(upcoming)
                upcoming = next(segments, None)
            yield block, tuple(own)
