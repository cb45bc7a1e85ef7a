"""Export as web page, CSV and TMX."""

import csv
import io
from html.parser import HTMLParser

from export_suite import ExportSuite, JoiningSuite, document
from exporting import HOSTILE, entry
from lxml import etree

from padanan.glossary.formats.formulas import undefused
from padanan.translate.bilingual import State
from padanan.translate.export.csv_table import HEADER
from padanan.translate.memory.tmx_reader import read_tmx
from padanan.translate.memory.tmx_unit import DRAFT


class _Page(HTMLParser):
    """The text of a page, and of its rows that are drafts."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []
        self.drafts: list[str] = []
        self.is_draft = self.is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_style = tag == "style"
        if tag == "tr":
            self.is_draft = "draft" in (dict(attrs).get("class") or "").split()
        if tag == "p":
            self.is_draft = False

    def handle_data(self, data: str) -> None:
        if not self.is_style:
            self.all.append(data)
        if self.is_draft:
            self.drafts.append(data)


class TestHtml(ExportSuite):
    name = "html"

    def _page(self, data: bytes) -> _Page:
        page = _Page()
        page.feed(data.decode())
        return page

    def seen(self, data: bytes) -> str:
        return "".join(self._page(data).all)

    def drafts(self, data: bytes) -> str:
        return "\n".join(self._page(data).drafts)

    def test_the_legend_says_what_there_is(self) -> None:
        whole = self.seen(self.write())
        assert (
            "✓ approved; ~ draft that nobody has approved yet; – not translated; "
            "· page furniture that a person has translated" in whole
        )
        approved = self.seen(self.write(approved_only=True))
        assert "✓ approved; – no approved translation; · page" in approved
        assert "not translated" not in self.write(approved_only=True).decode()
        done = (entry("a", "Satu.", "One.", state=State.APPROVED),)
        assert ";" not in self.seen(self.write(done)).rpartition("✓ approved")[2]
        assert 'legend">' not in self.write(()).decode()

    def test_a_rule_of_another_version(self) -> None:
        skipped = entry("s", "loading...", state=State.SKIPPED, rule="no such <rule>")
        assert "left out by the rule “no such <rule>”" in self.seen(self.write((skipped,)))


class TestCsv(JoiningSuite):
    name = "csv"

    def _rows(self, data: bytes) -> list[dict[str, str]]:
        assert data.startswith(b"\xef\xbb\xbf")
        return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    def seen(self, data: bytes) -> str:
        rows = self._rows(data)
        return "\n".join(undefused(cell) for row in rows for cell in row.values())

    def drafts(self, data: bytes) -> str:
        return "\n".join(row["target"] for row in self._rows(data) if row["status"] == "draft")

    def test_a_draft_left_out_is_not_said_to_be_missing(self) -> None:
        rows = self._rows(self.write(approved_only=True))
        assert {row["status"] for row in rows} == {"approved", "no approved translation"}

    def test_columns(self) -> None:
        row = self._rows(self.write())[3]
        assert tuple(row) == HEADER
        assert row == {
            "article": "berita",
            "segment": "a4",
            "kind": "paragraph",
            "source": "Air naik cepat.",
            "target": "The water rose fast.",
            "status": "draft",
            "findings": "names: “Air” is <odd> & wrong.",
            "comment": "",
        }

    def test_no_cell_is_a_formula(self) -> None:
        for start in "=+-@\t\r":
            one = entry(start + "id", start + "1", start + "2", comment=start + "3")
            (row,) = self._rows(self.write((one,)))
            assert not any(cell.startswith(tuple("=+-@\t\r")) for cell in row.values())


class TestTmx(JoiningSuite):
    name = "tmx"

    def seen(self, data: bytes) -> str:
        return "".join(etree.fromstring(data).itertext())

    def drafts(self, data: bytes) -> str:
        units = etree.fromstring(data).iter("tu")
        return "\n".join("".join(u.itertext()) for u in units if u.get("creationid") == DRAFT)

    def test_a_gap_is_visible(self) -> None:
        """It is not: a memory has no place for what is not translated."""
        assert "Kami siap" not in self.seen(self.write())

    def test_the_memory_reads_it(self) -> None:
        units = list(read_tmx(io.BytesIO(self.write(approved_only=True))))
        assert [(unit.target, unit.segment) for unit in units] == [  # type: ignore[union-attr]
            ("Monday, 3 March 2025", "a2"),
            ("Residents were asked to leave.", "a3"),
            ("Photo: Antara", "skip-2"),
        ]

    def test_what_xml_cannot_hold_is_told(self) -> None:
        writing = self.format.write([document((entry("h", HOSTILE, HOSTILE),))])
        assert "U+FFFD" in writing.remarks[0]
        assert self.format.write([document()]).remarks == ()
