"""The side-by-side page that `padanan translate --bilingual-html` writes as well."""

from collections.abc import Sequence

from padanan.translate.export.document import Document, Writing
from padanan.translate.page import render


def write(documents: Sequence[Document], *, marked: bool) -> Writing:  # noqa: ARG001 - it always is
    """The page of an article; it has a column for the state of each segment."""
    (document,) = documents
    return Writing(render(document.content, _describe, gap=document.gap).encode("utf-8", "replace"))


def _describe(rule: str) -> str:
    from padanan.translate.read import describe

    try:
        return describe(rule)
    except KeyError:  # a rule of another version of padanan
        return f"left out by the rule “{rule}”"
