"""TMX 1.4b for the memories of other tools: a unit for each segment that has a target."""

import io
from collections.abc import Iterator, Sequence

from padanan.translate.bilingual import State
from padanan.translate.export.document import Document, Writing, state_of
from padanan.translate.memory import Unit
from padanan.translate.memory.tmx_unit import DRAFT
from padanan.translate.memory.tmx_writer import write_tmx


def write(documents: Sequence[Document], *, marked: bool) -> Writing:  # noqa: ARG001 - it always is
    """The pairs of articles as a memory. It has no place for segments without a target."""
    file = io.BytesIO()
    _, replaced = write_tmx(file, _units(documents))
    remarks = (
        f"Characters that XML cannot hold are U+FFFD in the file; units with any: {replaced:,}.",
    )
    return Writing(file.getvalue(), remarks if replaced else ())


def _units(documents: Sequence[Document]) -> Iterator[Unit]:
    for document in documents:
        content = document.content
        who = content.last_translator
        for entry in document.entries:
            if entry.target:
                by = DRAFT if state_of(entry) is State.DRAFT else who
                yield Unit(entry.source, entry.target, content.article, entry.id, who=by)
