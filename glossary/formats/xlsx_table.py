"""Excel workbooks (Office Open XML), through openpyxl."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from types import ModuleType
from typing import TYPE_CHECKING

from padanan.errors import InputError, PadananError
from padanan.glossary.concept import Concept
from padanan.glossary.formats.base import LeftOut, Reading, Writing
from padanan.glossary.formats.columns import Table
from padanan.glossary.formats.safe_xml import storable
from padanan.glossary.row import COLUMNS, concept_cells

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes of a workbook's parts, unpacked, of which few can make a thousand times as many."""

_MAX_CELL = 32_767
"""Characters of one cell (Microsoft, "Excel specifications and limits")."""

_MAX_ROWS = 1_048_576
"""Rows of a sheet (the same). A file may name one far below, and openpyxl gives all before it."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How the format writes characters XML has no place for (ECMA-376 part 1, ST_Xstring)."""


def read(data: bytes) -> Reading:
    """The concepts of the first sheet that has any; what is a row there is a line in problems.

    Formulas are not evaluated: a row with one is reported.

    Raises:
        InputError: It is no workbook, or its header lacks a language.
        PadananError: openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    _inspect(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        for sheet in book.worksheets:
            # What a sheet says of its size may be wrong.
            sheet.reset_dimensions()
            table = Table()
            for number, row in enumerate(sheet.iter_rows(), start=1):
                if number > _MAX_ROWS:
                    raise InputError(
                        f"names a row beyond {_MAX_ROWS:,}, the last that Excel has. Open it in "
                        "Excel or LibreOffice and save it anew."
                    )
                formula = next((cell.coordinate for cell in row if cell.data_type == "f"), "")
                table.add(
                    number,
                    [_text(cell) for cell in row],
                    f"Cell {formula} holds a formula. Put its value there as text."
                    if formula
                    else "",
                )
            if not table.is_blank:
                return table.reading()
    except PadananError:
        raise
    # openpyxl raises whatever its parsers do.
    except Exception as error:
        raise InputError(
            f"is a damaged Excel workbook ({type(error).__name__}). Open it in Excel or "
            "LibreOffice and save it anew."
        ) from error
    return Reading(())


def write(concepts: Iterable[Concept]) -> Writing:
    """A workbook with one sheet, one concept a row, the columns as in `terms.tsv`.

    Raises:
        PadananError: openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    good, left_out = storable(concepts)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("terms")
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFG", (32, 48, 32, 11, 14, 12, 60), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.append(_cells(sheet, COLUMNS, bold=True))
    for concept in good:
        texts = concept_cells(concept)
        if any(len(text) > _MAX_CELL for text in texts):
            left_out.append(
                LeftOut(concept.terms[0], f"A cell of Excel holds {_MAX_CELL:,} characters.")
            )
            continue
        sheet.append(_cells(sheet, texts))
    file = io.BytesIO()
    book.save(file)
    return Writing(file.getvalue(), tuple(left_out))


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
    except ImportError as error:
        raise PadananError(
            "Excel workbooks need openpyxl. Install it: pip install openpyxl"
        ) from error
    return openpyxl


def _inspect(data: bytes) -> None:
    """Refuse what is no workbook, and archives made to exhaust the memory.

    Raises:
        InputError: It is one of these.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED:
                raise InputError("is a workbook too large for a glossary. Split it.")
            names = archive.namelist()
            if "[Content_Types].xml" not in names:
                raise InputError("is a zip archive, but no Excel workbook.")
            for name in names:
                # No spreadsheet program writes any.
                if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name):
                    raise InputError(f"holds a document type in {name}, which no workbook has.")
    except InputError:
        raise
    # zipfile raises whatever the parts it is made of do.
    except Exception as error:
        old = data.startswith(b"\xd0\xcf\x11\xe0")
        raise InputError(
            "is an Excel file of before 2007, or one with a password. Save it as .xlsx."
            if old
            else "is no Excel workbook (.xlsx), or a damaged one."
        ) from error


def _text(cell: "Cell") -> str:
    """What a cell shows, near enough: 5 for 5.0, 2024-01-02 for a date."""
    value: object = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        # Excel keeps a date as midnight.
        return str(value if value.time() != time() else value.date())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _ESCAPE.sub(_unescaped, str(value))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _cells(
    sheet: "WriteOnlyWorksheet", texts: Sequence[str], *, bold: bool = False
) -> "list[Cell]":
    """Cells that hold texts as texts: nothing in them is a formula, an error or a number."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cells = []
    for text in texts:
        cell = WriteOnlyCell(sheet, value=_ESCAPE.sub(r"_x005F_x\1_", text))
        cell.data_type = "s"
        if bold:
            cell.font = Font(bold=True)
        cells.append(cell)
    return cells
