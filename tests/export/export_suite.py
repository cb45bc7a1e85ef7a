"""What holds for every format of export; each format's tests inherit it."""

import string
from pathlib import Path

import pytest
from exporting import HOSTILE, SAMPLE, article, entry, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from padanan.errors import InputError, OutputError, UsageError
from padanan.translate.bilingual import Entry, State, dumps, loads
from padanan.translate.export import Document, Format, by_name, export
from padanan.translate.export.document import wanted

QUICK = settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)

texts = st.text(
    st.one_of(
        st.sampled_from(
            string.ascii_letters + " .,=+-@'\"<>&[]{}|\\\t\n\r\0\x01\x0b\x1b\ufffe\u202e"
        ),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=20,
)


@st.composite
def entries(draw: st.DrawFn, least: int = 0) -> tuple[Entry, ...]:
    """Entries of a bilingual file, as it gives them back."""
    made = [
        entry(
            f"s{number}",
            draw(texts.filter(str.strip)),
            draw(texts),
            line=draw(st.integers(0, 3)),
            comment=draw(texts),
            how=draw(st.sampled_from(["", "model", "memory"])),
        )
        for number in range(draw(st.integers(least, 4)))
    ]
    states = st.sampled_from([State.DRAFT, State.APPROVED])
    made = [
        entry(
            one.id, one.source, one.target, line=one.line, comment=one.comment, state=draw(states)
        )
        for one in made
    ]
    return loads(dumps(article(made))).entries


def document(entries_: tuple[Entry, ...] = SAMPLE, *, approved_only: bool = False) -> Document:
    """An article to export."""
    content = wanted(article(entries_), approved_only=approved_only)
    return Document("berita", content, approved_only)


class ExportSuite:
    """For all formats.

    Attributes:
        name: The format's name.
        raw: Whether text is in the file as it is, without marks or escapes.
    """

    name: str

    @property
    def format(self) -> Format:
        return by_name(self.name)

    def write(self, entries_: tuple[Entry, ...] = SAMPLE, *, approved_only: bool = False) -> bytes:
        return self.format.write([document(entries_, approved_only=approved_only)]).data

    def seen(self, data: bytes) -> str:
        """All that a reader sees in a file."""
        raise NotImplementedError

    def drafts(self, data: bytes) -> str:
        """All of it that is marked as a draft."""
        raise NotImplementedError

    def test_drafts_are_marked_and_nothing_else_is(self) -> None:
        marked = self.drafts(self.write())
        for one in SAMPLE:
            if one.target:
                assert (one.target in marked) == (one.state is State.DRAFT), one

    def test_only_what_is_approved(self) -> None:
        seen = self.seen(self.write(approved_only=True))
        assert self.drafts(self.write(approved_only=True)) == ""
        for one in SAMPLE:
            if one.target:
                assert (one.target in seen) == (one.state is not State.DRAFT), one

    def test_a_gap_is_visible(self) -> None:
        for one in ("“Kami siap,” kata lurah.", "Sungai Meluap Lagi", "Air naik cepat."):
            assert one in self.seen(self.write(approved_only=True))

    def test_furniture_is_there_if_a_person_translated_it(self) -> None:
        without = self.seen(self.write()).partition("left out")[0]  # the web page lists it below
        assert "loading..." not in without
        assert "Photo: Antara" in without

    def test_the_same_work_gives_the_same_bytes(self) -> None:
        assert self.write() == self.write()

    def test_hostile_text(self) -> None:
        nasty = entry("h", HOSTILE, HOSTILE, line=1, comment=HOSTILE, findings=(HOSTILE,))
        seen = self.seen(self.write((nasty,)))
        for part in ("=1+1|'/bin/sh'!A1", "<b>&amp;", "]]>", "_x0041_", "שלום العربية", "😀"):
            assert part in seen

    def test_a_long_segment(self) -> None:
        long = "air bah " * 1_250 + "."
        assert long in self.seen(self.write((entry("l", long, long, line=1),)))

    def test_an_empty_article(self) -> None:
        assert self.drafts(self.write(())) == ""

    @QUICK
    @given(entries())
    def test_anything_is_written(self, some: tuple[Entry, ...]) -> None:
        for only in (False, True):
            assert isinstance(self.seen(self.write(some, approved_only=only)), str)

    def test_one_article_on_the_disk(self, tmp_path: Path) -> None:
        po = write(tmp_path / "out" / "berita.po")
        target = export(po, self.name.upper(), tmp_path / "export")
        assert target == tmp_path / "export" / f"berita{self.format.ending}"
        assert target.read_bytes() == self.write()
        named = tmp_path / f"mine{self.format.ending}"
        assert export(po, self.name, named) == named
        assert export(po, self.name, named) == named  # which is the same already
        (tmp_path / "left.po").write_bytes(po.read_bytes())
        named.write_bytes(b"a person's")
        with pytest.raises(OutputError, match="is there already"):
            export(po, self.name, named, approved_only=True)
        assert named.read_bytes() == b"a person's"
        export(po, self.name, named, approved_only=True, force=True)
        assert named.read_bytes() == self.write(approved_only=True)

    def test_no_bilingual_file(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="no such bilingual file"):
            export(tmp_path / "no.po", self.name, tmp_path)

    def test_marks_are_left_out_only_of_running_text(self) -> None:
        if self.format.runs:
            data = self.format.write([document()], marked=False).data
            assert self.drafts(data) == ""
            assert "River Floods Again" in self.seen(data)
        else:
            with pytest.raises(UsageError, match="text, docx"):
                self.format.write([document()], marked=False)


class JoiningSuite(ExportSuite):
    """For formats of which one file can hold several articles."""

    def test_several_articles_in_one_file(self) -> None:
        other = Document("lain", article([entry("a1", "Hujan.", "Rain.")], "../seeds/lain.txt"))
        seen = self.seen(self.format.write([document(), other]).data)
        assert seen.index("River Floods Again") < seen.index("Rain.")
