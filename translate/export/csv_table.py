"""CSV (RFC 4180) for spreadsheets: a row for each segment, all articles in one table."""

import csv
import io
from collections.abc import Sequence

from padanan.glossary.formats.formulas import defused
from padanan.translate.bilingual import State
from padanan.translate.export.document import Document, Writing, state_of

HEADER = ("article", "segment", "kind", "source", "target", "status", "findings", "comment")

STATUS = {State.APPROVED: "approved", State.DRAFT: "draft"}


def write(documents: Sequence[Document], *, marked: bool) -> Writing:  # noqa: ARG001 - it always is
    """A table of the segments of articles, with a column for their states.

    The byte order mark at its beginning makes Excel read it as UTF-8. No cell is a formula.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADER)
    for document in documents:
        status = {**STATUS, State.EMPTY: document.gap}
        for entry in document.entries:
            cells = (
                document.name,
                entry.id,
                entry.kind,
                entry.source,
                entry.target,
                status[state_of(entry)],
                "\n".join(entry.findings),
                entry.comment,
            )
            writer.writerow(map(defused, cells))
    return Writing(b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", "replace"))
