"""Export as Word documents, opened again with python-docx."""

import io
import sys
import zipfile

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.text.run import Run
from export_suite import ExportSuite, document
from exporting import HOSTILE, SAMPLE, entry

from padanan.errors import PadananError
from padanan.translate.bilingual import State
from padanan.translate.export import by_name
from padanan.translate.export.docx_file import _FILL


def _open(data: bytes) -> Word:
    return docx.Document(io.BytesIO(data))


def _runs(word: Word) -> list[Run]:
    """All runs but those of the legend."""
    paragraphs = [p for p in word.paragraphs if "nobody has approved" not in p.text]
    cells = (cell for table in word.tables for row in table.rows for cell in row.cells)
    paragraphs += [paragraph for cell in cells for paragraph in cell.paragraphs]
    return [run for paragraph in paragraphs for run in paragraph.runs]


def _fill(run: Run) -> str | None:
    found = run._r.find(f".//{qn('w:shd')}")
    return None if found is None else found.get(qn("w:fill"))


class DocxSuite(ExportSuite):
    """For both kinds of Word documents."""

    def seen(self, data: bytes) -> str:
        return "\n".join(run.text for run in _runs(_open(data)))

    def drafts(self, data: bytes) -> str:
        runs = (run for run in _runs(_open(data)) if _fill(run) == _FILL[State.DRAFT])
        return "\n".join(run.text for run in runs)

    def test_what_the_document_says_of_itself(self) -> None:
        properties = _open(self.write()).core_properties
        assert properties.title == "River Floods Again"
        assert properties.language == "en-US"
        assert properties.created == properties.modified
        assert properties.created is not None
        assert properties.created.year == 2000

    def test_texts_say_their_language(self) -> None:
        word = _open(self.write(approved_only=True))
        spoken = {
            run.text: run._r.find(f".//{qn('w:lang')}").get(qn("w:val")) for run in _runs(word)
        }
        assert spoken["Residents were asked to leave."] == "en-US"
        assert {v for k, v in spoken.items() if "Kami siap" in k} == {"id-ID"}

    def test_elements_are_in_the_order_of_the_schema(self) -> None:
        """ECMA-376 part 1, CT_RPr: Word refuses documents that are not."""
        order = ["b", "shd", "lang"]
        for run in _runs(_open(self.write())):
            names = [child.tag.rpartition("}")[2] for child in run._r.rPr]
            assert names == sorted(names, key=order.index)

    def test_what_xml_cannot_hold_is_told(self) -> None:
        writing = self.format.write([document((entry("h", HOSTILE, HOSTILE),))])
        assert "U+FFFD" in writing.remarks[0]
        assert "\ufffd" in self.seen(writing.data)
        assert self.format.write([document()]).remarks == ()

    def test_a_long_headline_is_cut_in_the_properties_only(self) -> None:
        long = entry("h", "Judul", "Headline " * 100, kind=SAMPLE[0].kind)
        data = self.write((long,))
        assert len(_open(data).core_properties.title) == 255
        assert "Headline " * 99 in self.seen(data)

    def test_nothing_in_the_archive_says_when(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.write())) as archive:
            assert {entry_.date_time[0] for entry_ in archive.infolist()} == {2000}

    def test_without_python_docx(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "docx", None)
        with pytest.raises(PadananError, match="pip install python-docx"):
            self.write()


class TestDocx(DocxSuite):
    name = "docx"

    def test_styles(self) -> None:
        twice = (*SAMPLE, entry("a1-2", "Sungai", "River Again", kind=SAMPLE[0].kind, line=20))
        word = _open(self.write(twice))
        styles = [p.style.name for p in word.paragraphs if p.style is not None]
        assert styles == [
            "Normal",  # the legend
            "Title",
            "Subtitle",
            "Normal",
            "Normal",
            "Normal",
            "Heading 2",
            "Heading 1",
        ]

    def test_the_legend_says_what_there_is(self) -> None:
        both = _open(self.write()).paragraphs[0].text
        assert both.startswith("Not finished. Shaded like this: a draft")
        assert "[In brackets, shaded like this]" in both
        gaps = _open(self.write(approved_only=True)).paragraphs[0].text
        assert gaps.startswith("Not finished. [In brackets")
        done = (entry("a", "Satu.", "One.", state=State.APPROVED),)
        assert [p.text for p in _open(self.write(done)).paragraphs] == ["One."]
        clean = _open(self.format.write([document()], marked=False).data)
        assert clean.paragraphs[0].text == "River Floods Again"

    def test_segments_of_a_block_are_one_paragraph(self) -> None:
        texts = [p.text for p in _open(self.write()).paragraphs]
        assert "Residents were asked to leave. The water rose fast. The water rose fast." in texts


class TestDocxTable(DocxSuite):
    name = "docx-table"

    def test_the_table(self) -> None:
        (table,) = _open(self.write()).tables
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        assert rows[0] == ["No.", "Indonesian", "English", "State"]
        assert rows[3] == [
            "3",
            "Warga diminta mengungsi.",
            "Residents were asked to leave.",
            "✓ approved\nCheck the number\nof residents.",
        ]
        assert rows[6] == ["6", "“Kami siap,” kata lurah.", "", "– not translated"]
        assert len(rows) == 9
        (approved,) = _open(self.write(approved_only=True)).tables
        states = {row.cells[3].text.partition("\n")[0] for row in approved.rows}
        assert states == {"State", "✓ approved", "– no approved translation"}
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None

    def test_it_lies_across(self) -> None:
        (section,) = _open(self.write()).sections
        assert section.page_width is not None
        assert section.page_height is not None
        assert section.page_width > section.page_height


def test_which_formats_take_the_extra() -> None:
    assert [by_name(name).extra for name in ("docx", "docx-table", "text")] == ["docx", "docx", ""]
