"""Export as English text."""

import re
from pathlib import Path

import pytest
from export_suite import ExportSuite, document
from exporting import SAMPLE, article, entry, write

from padanan.errors import OutputError, UsageError
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import State
from padanan.translate.english import compose
from padanan.translate.export import FORMATS, by_name, export, place


class TestText(ExportSuite):
    name = "text"

    def seen(self, data: bytes) -> str:
        return data.decode()

    def drafts(self, data: bytes) -> str:
        return "\n".join(re.findall(r"\[draft: ([^]]*)\]", data.decode()))

    def test_how_it_reads(self) -> None:
        assert self.write().decode() == (
            "[draft: River Floods Again]\n\n"
            "Monday, 3 March 2025\n\n"
            "Residents were asked to leave. [draft: The water rose fast. The water rose fast.]\n\n"
            "[“Kami siap,” kata lurah.]\n\n"
            "Photo: Antara\n\n"
            "[draft: The Chief's Word]\n"
        )
        assert self.write(approved_only=True).decode() == (
            "[Sungai Meluap Lagi]\n\n"
            "Monday, 3 March 2025\n\n"
            "Residents were asked to leave. [Air naik cepat.] [Air naik cepat.]\n\n"
            "[“Kami siap,” kata lurah.]\n\n"
            "Photo: Antara\n\n"
            "[Kata Lurah]\n"
        )

    def test_it_is_what_translate_writes(self) -> None:
        """The same segments, composed by the pipeline's own function."""
        plain = self.format.write([document()], marked=False).data
        assert plain.decode() == compose(SAMPLE)
        assert self.format.write([document(())], marked=False).data == b""

    def test_all_approved_has_no_marks(self) -> None:
        done = tuple(
            entry(one.id, one.source, "Done.", state=State.APPROVED, line=one.line)
            for one in SAMPLE
        )
        assert self.write(done) == self.format.write([document(done)], marked=False).data

    def test_segments_without_a_line_are_blocks(self) -> None:
        """As msgcat --no-location leaves them."""
        bare = (entry("a", "Satu.", "One."), entry("b", "Dua.", "Two."))
        assert self.format.write([document(bare)], marked=False).data == b"One.\n\nTwo.\n"

    def test_a_drafted_line_of_furniture(self) -> None:
        drafted = entry(
            "skip-1",
            "Foto: X",
            "Photo: X",
            kind=BlockKind.FURNITURE,
            state=State.SKIPPED,
            flags=("fuzzy",),
            line=1,
        )
        assert self.write((drafted,)) == b"[draft: Photo: X]\n"
        assert self.write((drafted,), approved_only=True) == b"[Foto: X]\n"


def test_formats_are_told_apart() -> None:
    assert len({one.name for one in FORMATS}) == len({one.ending for one in FORMATS}) == 8
    with pytest.raises(UsageError, match="Formats are: text, html"):
        by_name("pdf")


def test_where_an_export_goes(tmp_path: Path) -> None:
    po = Path("desa/x.po")
    assert place(Path("a"), by_name("text"), po) == Path("a/desa/x.en.txt")
    assert place(Path("a.b"), by_name("text"), po) == Path("a.b/desa/x.en.txt")
    assert place(Path("A.TXT"), by_name("text"), po) == Path("A.TXT")
    assert place(Path("a.xliff"), by_name("xliff"), po) == Path("a.xliff")
    (tmp_path / "a.docx").mkdir()
    inside = place(tmp_path / "a.docx", by_name("docx"), po)
    assert inside == tmp_path / "a.docx" / "desa" / "x.docx"
    assert place(tmp_path / "a.docx", by_name("csv"), po).parent.parent == tmp_path / "a.docx"
    with pytest.raises(UsageError, match=r"a\.docx: text has another end.* in \.en\.txt, or"):
        place(Path("a.docx"), by_name("text"), po)


def test_no_work_is_overwritten(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "berita.txt").write_text("Sungai Meluap Lagi\n")
    po = write(tmp_path / "out" / "berita.po")
    (tmp_path / "out" / "berita.en.txt").write_text("as translate wrote it")
    for target in (seeds / "berita.txt", tmp_path / "out", tmp_path / "out" / "berita.en.txt"):
        with pytest.raises(OutputError, match="never overwritten by an export"):
            export(po, "text", target, force=True)
    assert (seeds / "berita.txt").read_text() == "Sungai Meluap Lagi\n"


def test_an_export_lies_beside_the_files_of_translate(tmp_path: Path) -> None:
    po = write(tmp_path / "berita.po")
    assert export(po, "docx", tmp_path) == tmp_path / "berita.docx"
    assert article(SAMPLE).article == "../seeds/berita.txt"
