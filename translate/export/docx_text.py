"""The English text as a Word document, to be handed on: headings, bylines and captions as such."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import State
from padanan.translate.export.document import Block, Document, Writing, blocks
from padanan.translate.export.docx_file import ENGLISH, INDONESIAN, finished, new, put

if TYPE_CHECKING:
    from docx.document import Document as Word

_STYLES = {
    BlockKind.HEADLINE: "Title",
    BlockKind.SUBHEADING: "Heading 2",
    BlockKind.BYLINE: "Subtitle",
    BlockKind.DATELINE: "Subtitle",
    BlockKind.CAPTION: "Caption",
}
"""Styles of Word's own, so that the reader's template gives them its looks."""


def write(documents: Sequence[Document], *, marked: bool) -> Writing:
    """The English of an article. Drafts and gaps are shaded, and a legend above says so."""
    (document,) = documents
    word = new(document)
    found = blocks(document)
    if marked:
        _legend(word, {piece.state for block in found for piece in block.pieces})
    titled = False
    for block in found:
        style = _STYLES.get(block.kind)
        if style == "Title" and titled:
            style = "Heading 1"  # the page repeats its headline
        titled |= style == "Title"
        _put_block(word, block, style, marked=marked)
    return finished(word, (piece.text for block in found for piece in block.pieces))


def _legend(word: "Word", states: set[State]) -> None:
    """What the shades mean, as far as there are any."""
    if not states - {State.APPROVED}:
        return
    paragraph = word.add_paragraph()
    put(paragraph, "Not finished. ", ENGLISH)
    paragraph.runs[0].bold = True
    if State.DRAFT in states:
        put(paragraph, "Shaded like this", ENGLISH, State.DRAFT)
        put(paragraph, ": a draft that nobody has approved. ", ENGLISH)
    if State.EMPTY in states:
        put(paragraph, "[In brackets, shaded like this]", ENGLISH, State.EMPTY)
        put(paragraph, ": Indonesian that has no approved English yet.", ENGLISH)


def _put_block(word: "Word", block: Block, style: str | None, *, marked: bool) -> None:
    paragraph = word.add_paragraph(style=style)
    for before, piece in pairwise((None, *block.pieces)):
        assert piece is not None
        if before is not None:
            both = before.state is piece.state
            put(paragraph, " ", ENGLISH, piece.state if both and marked else State.APPROVED)
        language = INDONESIAN if piece.state is State.EMPTY else ENGLISH
        put(paragraph, piece.text, language, piece.state if marked else State.APPROVED)
