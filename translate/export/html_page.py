"""The side-by-side page that `padanan translate --bilingual-html` writes as well."""

from collections.abc import Sequence

from padanan.translate.export.document import Document, Writing
from padanan.translate.page import described, render


def write(documents: Sequence[Document], *, marked: bool) -> Writing:  # noqa: ARG001 - it always is
    """The page of an article; it has a column for the state of each segment."""
    (document,) = documents
    return Writing(render(document.content, described, gap=document.gap).encode("utf-8", "replace"))
