"""Excel workbooks."""

import io
import sys
import zipfile
from datetime import datetime

import openpyxl
import pytest
from format_suite import SAMPLE, ReaderSuite

from padanan.errors import InputError, PadananError
from padanan.glossary import Concept
from padanan.glossary.formats import Reading, by_name


class TestXlsx(ReaderSuite):
    name = "xlsx"
    is_stable = False
    empty = "is no Excel workbook"


def workbook(*rows: tuple[object, ...], sheets: int = 1) -> bytes:
    book = openpyxl.Workbook()
    for _ in range(sheets - 1):
        book.create_sheet()
    for row in rows:
        book.worksheets[-1].append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes) -> Reading:
    return by_name("xlsx").read(data)


def test_one_concept_a_row_as_text() -> None:
    data = by_name("xlsx").write(SAMPLE).data
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [
        *("id", "en", "avoid", "pos", "domain", "flags", "note")
    ]
    assert sheet["A3"].value == "Badan Pengawas Sungai|BPS"
    assert {cell.data_type for row in sheet for cell in row if cell.value} == {"s"}


def test_other_tables() -> None:
    reading = read(workbook((), ("source", "target"), ("tahun ini", 2026), (17, 17.5), sheets=2))
    assert reading.problems == ()
    assert [(c.terms, c.renderings) for c in reading.concepts] == [
        (("tahun ini",), ("2026",)),
        (("17",), ("17.5",)),
    ]
    assert read(workbook(("air", "water"))).concepts == (Concept(("air",), ("water",)),)


def test_a_header_below_a_title() -> None:
    reading = read(
        workbook(
            ("Glosarium kantor",),
            (),
            (None, "Istilah", "Padanan"),
            (1, "air", "water"),
        )
    )
    assert reading.concepts == (Concept(("air",), ("water",)),)
    assert [(problem.line, problem.message) for problem in reading.problems] == [
        (1, "Taken for a title, since the header is in line 3. Left out.")
    ]


def test_dates() -> None:
    moment = datetime(2024, 1, 2, 10, 30)
    reading = read(workbook(("id", "en", "note"), ("air", "water", moment.date())))
    assert reading.concepts[0].note == "2024-01-02"
    reading = read(workbook(("id", "en", "note"), ("air", "water", moment)))
    assert reading.concepts[0].note == "2024-01-02 10:30:00"
    assert reading.problems == ()


def test_formulas_are_not_run() -> None:
    reading = read(workbook(("id", "en"), ("air", "=1+1"), ("tanah", "soil")))
    assert reading.concepts == (Concept(("tanah",), ("soil",)),)
    assert [(problem.line, problem.message) for problem in reading.problems] == [
        (2, "Cell B2 holds a formula. Put its value there as text.")
    ]


def test_characters_in_the_formats_own_escapes() -> None:
    data = by_name("xlsx").write([Concept(("a_x000D_b",), ("c",))]).data
    assert b"a_x005F_x000D_b" in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert read(data).concepts[0].terms == ("a_x000D_b",)
    assert read(workbook(("id", "en"), ("air_x000D_", "water"))).concepts[0].terms == ("air",)


def test_cells_are_not_cut() -> None:
    long = Concept(("panjang",), ("long",), note="x" * 40_000)
    writing = by_name("xlsx").write([long, *SAMPLE])
    assert [(left.text, left.reason) for left in writing.left_out] == [
        ("panjang", "A cell of Excel holds 32,767 characters.")
    ]
    assert read(writing.data).concepts == SAMPLE


def _archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_hostile_archives() -> None:
    with pytest.raises(InputError, match="no Excel workbook"):
        read(_archive(**{"word/document.xml": b"<w/>"}))
    entities = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    with pytest.raises(InputError, match="holds a document type"):
        read(_archive(**{"[Content_Types].xml": entities}))
    bomb = _archive(**{"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b" " * 300_000_000})
    assert len(bomb) < 1_000_000
    with pytest.raises(InputError, match="too large for a glossary"):
        read(bomb)
    with pytest.raises(InputError, match="before 2007"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


def test_a_row_farther_than_any() -> None:
    """openpyxl would give the 999,999,999,999 empty rows before it."""
    with zipfile.ZipFile(io.BytesIO(by_name("xlsx").write(SAMPLE).data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", b'<row r="999999999999"/></sheetData>')
    with pytest.raises(InputError, match="a row beyond 1,048,576"):
        read(_archive(**parts))


def test_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(PadananError, match="pip install openpyxl"):
        by_name("xlsx").write(SAMPLE)
    with pytest.raises(PadananError, match="pip install openpyxl"):
        read(b"")
