"""English text: what a reader gets, blocks parted by an empty line.

With nothing but approved segments it is, byte for byte, what `padanan translate` writes; the same
holds whatever the segments are if drafts are not to be marked.
"""

from collections.abc import Sequence
from itertools import groupby

from padanan.translate.bilingual import State
from padanan.translate.export.document import Block, Document, Writing, blocks


def write(documents: Sequence[Document], *, marked: bool) -> Writing:
    """The English text of an article. Drafts stand in brackets: [draft: ...]."""
    (document,) = documents
    texts = [_text(block, marked=marked) for block in blocks(document)]
    return Writing("".join(f"{text}\n\n" for text in texts)[:-1].encode("utf-8", "replace"))


def _text(block: Block, *, marked: bool) -> str:
    parts: list[str] = []
    for state, pieces in groupby(block.pieces, key=lambda piece: piece.state):
        text = " ".join(piece.text for piece in pieces)
        parts.append(f"[draft: {text}]" if marked and state is State.DRAFT else text)
    return " ".join(parts)
