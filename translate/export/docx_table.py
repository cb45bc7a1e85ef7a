"""Source and target side by side in a Word document, for whoever corrects on paper or in Word."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.translate.export.document import Document, Writing, state_of
from padanan.translate.export.docx_file import ENGLISH, INDONESIAN, finished, new, put

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table, _Row

_STATES = {State.APPROVED: "✓ approved", State.DRAFT: "~ draft"}

_WIDTHS = (1.1, 9.9, 9.9, 4.8)
"""Of the columns in centimetres: A4 across, less its margins."""


def write(documents: Sequence[Document], *, marked: bool) -> Writing:  # noqa: ARG001 - it always is
    """A table with a row for each segment: number, Indonesian, English, state and comments."""
    (document,) = documents
    word = new(document)
    _lay_across(word)
    entries = document.entries
    word.add_heading(level=1)
    put(word.paragraphs[-1], document.title, ENGLISH)
    approved = sum(state_of(entry) is State.APPROVED for entry in entries)
    about = word.add_paragraph()
    put(about, f"{document.name}: {len(entries):,} segments, {approved:,} approved. ", ENGLISH)
    put(about, "Shaded", ENGLISH, State.DRAFT)
    put(about, ": a draft that nobody has approved.", ENGLISH)
    rows = islice(_table(word, len(entries)).rows, 1, None)
    states = {**_STATES, State.EMPTY: f"– {document.gap}"}
    for number, (row, entry) in enumerate(zip(rows, entries, strict=True), 1):
        _put_row(row, number, entry, states)
    return finished(word, (entry.source + entry.target + entry.comment for entry in entries))


def _lay_across(word: "Word") -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    (section,) = word.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)


def _table(word: "Word", rows: int) -> "Table":
    """A table with its first row, which stands on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table: Table = word.add_table(rows + 1, len(_WIDTHS), style="Table Grid")
    table.autofit = False
    widths = [Cm(width) for width in _WIDTHS]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        # A row is not parted by the end of a page.
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, text in zip(head.cells, ("No.", "Indonesian", "English", "State"), strict=True):
        put(cell.paragraphs[0], text, ENGLISH)
        for run in cell.paragraphs[0].runs:
            run.bold = True
    return table


def _put_row(row: "_Row", number: int, entry: Entry, states: Mapping[State, str]) -> None:
    cells = row.cells
    place, source, target, notes = (cell.paragraphs[0] for cell in cells)
    state = state_of(entry)
    put(place, f"{number}", ENGLISH)
    put(source, entry.source, INDONESIAN)
    put(target, entry.target, ENGLISH, state)
    put(notes, states[state], ENGLISH, state)
    if entry.kind in (BlockKind.HEADLINE, BlockKind.SUBHEADING):
        for run in (*source.runs, *target.runs):
            run.bold = True
    for text in (*entry.findings, entry.comment):
        if text:
            put(cells[-1].add_paragraph(), text, ENGLISH)
