"""What holds for every exchange format; each format's tests inherit it."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from padanan.errors import InputError, UsageError
from padanan.glossary import Concept, Flag, GlossaryFile, PartOfSpeech, Severity
from padanan.glossary.formats import Format, Reading, by_name
from padanan.glossary.rules import clean

QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)

SAMPLE = (
    Concept(('"semu"', "semu"), ("seeming, <apparent> & 'sham'",), note='A "quoted", note.'),
    Concept(
        ("Badan Pengawas Sungai", "BPS"),
        ("River Oversight Agency", "BPS"),
        ("River Body",),
        PartOfSpeech.NAME,
        "government",
        frozenset({Flag.CASE}),
        "Invented; “BPS” is also another body's short form.",
    ),
    Concept(("bunga",), ("interest", "interest rate"), (), PartOfSpeech.NOUN, "economy"),
    Concept(("bunga", "kembang"), ("flower",), ("interest",), PartOfSpeech.NOUN, "farming"),
    Concept(("gotong royong",), ("mutual help; working together",), (), PartOfSpeech.PHRASE),
    Concept(
        ("kopi Gayo",),
        ("kopi Gayo", "Gayo coffee"),
        ("Gayo's copy",),
        PartOfSpeech.NAME,
        "food",
        frozenset({Flag.KEEP, Flag.EXACT}),
    ),
    Concept(("mengairi",), ("irrigate",), (), PartOfSpeech.VERB),
    Concept(("pelan-pelan",), ("slowly", "bit by bit"), (), PartOfSpeech.ADVERB),
    Concept(("tahan banjir",), ("floodproof",), (), PartOfSpeech.ADJECTIVE, "disaster"),
    Concept(("ümlaut é 😀",), ("back\\slash_x0041_ 100%",), note="https://example.org/?a=1&b=2"),
)


_characters = st.one_of(
    st.sampled_from("abcdeAB09 '\"\\,;:<>&%$#*_-=+@()[]{}!?./~`^éßİ’“"),
    st.characters(
        exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"), exclude_characters="|"
    ),
)


def _sound(text: str) -> str:
    """`text` as the glossary keeps it."""
    tidy = clean(text)
    return "x" + tidy if tidy.startswith(("=", "+", "-", "@")) else tidy


def _word(text: str) -> str:
    """`text` as a term may be."""
    tidy = _sound(text)
    return tidy if any(c.isalnum() for c in tidy) and tidy[0] != "#" else "k" + tidy


_texts = st.text(_characters, max_size=30).map(_sound)
_words = st.text(_characters, max_size=12).map(_word)


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """A concept that may be a row of the glossary."""

    def distinct(texts: Iterable[str], taken: set[str]) -> tuple[str, ...]:
        kept: list[str] = []
        for text in texts:
            if text.casefold() not in taken:
                taken.add(text.casefold())
                kept.append(text)
        return tuple(kept)

    terms = distinct(draw(st.lists(_words, min_size=1, max_size=3)), set())
    taken: set[str] = set()
    flags = draw(st.frozensets(st.sampled_from([Flag.CASE, Flag.EXACT])))
    renderings = draw(st.lists(_words, min_size=1, max_size=3))
    if draw(st.booleans()):
        flags |= {Flag.KEEP}
        renderings = [terms[0], *renderings]
    return Concept(
        terms,
        distinct(renderings, taken),
        distinct(draw(st.lists(_words, max_size=2)), taken),
        draw(st.one_of(st.none(), st.sampled_from(PartOfSpeech))),
        draw(st.sampled_from(["", "law", "law; courts", "a (admitted: b)", "Ekonomi & bisnis"])),
        flags,
        draw(_texts),
    )


@st.composite
def glossaries(draw: st.DrawFn) -> list[Concept]:
    """Concepts that may be rows of one glossary."""
    kept: list[Concept] = []
    taken: set[tuple[str, str]] = set()
    for concept in draw(st.lists(concepts(), max_size=6)):
        keys = {(term.casefold(), concept.domain.casefold()) for term in concept.terms}
        if not keys & taken:
            taken |= keys
            kept.append(concept)
    return kept


_anything = st.text(
    st.one_of(st.sampled_from("ab|\t\n\r\0\x1b=#\u200b\ufeff\ufffe\ud800 "), st.characters()),
    max_size=8,
)

hostile = st.builds(
    Concept,
    st.lists(_anything, min_size=1, max_size=2).map(tuple),
    st.lists(_anything, min_size=1, max_size=2).map(tuple),
    st.lists(_anything, max_size=1).map(tuple),
    st.one_of(st.none(), st.sampled_from(PartOfSpeech)),
    _anything,
    st.frozensets(st.sampled_from(Flag)),
    _anything,
)


def errors(reading: Reading) -> list[str]:
    """The messages of what could not be taken over."""
    return [p.message for p in reading.problems if p.severity is Severity.ERROR]


def warnings(reading: Reading) -> list[str]:
    """The messages of what was tidied."""
    return [p.message for p in reading.problems if p.severity is Severity.WARNING]


def is_inert(text: str) -> bool:
    """Whether a message may be shown on a terminal."""
    return bool(text) and all(c.isprintable() for c in text)


@cache
def _whole(name: str) -> bytes:
    return by_name(name).write(SAMPLE).data


def _size(data: bytes) -> int:
    """Bytes in `data`, unpacked: a workbook says when it was written, and packs accordingly."""
    if not is_zipfile(BytesIO(data)):
        return len(data)
    with ZipFile(BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist())


class WriterSuite:
    """For formats that can be written.

    Attributes:
        name: The format's name.
    """

    name: str

    @property
    def format(self) -> Format:
        return by_name(self.name)

    def test_the_sample_is_written_whole(self) -> None:
        writing = self.format.write(SAMPLE)
        assert writing.left_out == ()
        assert writing.data

    @QUICK
    @given(st.lists(hostile, max_size=3))
    def test_what_cannot_be_written_is_named(self, rows: list[Concept]) -> None:
        writing = self.format.write([*rows, *SAMPLE])
        for left_out in writing.left_out:
            assert is_inert(left_out.reason)
        assert len(writing.data) > 100

    def test_only_the_bad_concept_is_left_out(self) -> None:
        bad = Concept(("lubang\ttab",), ("hole",))
        commented = Concept(("#tagar",), ("hashtag",))
        surrogate = Concept(("\ud800",), ("half",))
        writing = self.format.write([bad, commented, surrogate, *SAMPLE])
        assert [left_out.text for left_out in writing.left_out] == [
            "lubang\ttab",
            "#tagar",
            "\ud800",
        ]
        assert _size(writing.data) == _size(_whole(self.name))


class ReaderSuite(WriterSuite):
    """For formats that can be read and written without loss.

    Attributes:
        is_stable: Whether the same concepts always make the same bytes.
        empty: The start of the sentence with which an empty file is refused, or None if it reads
            as empty.
    """

    is_stable = True
    empty: str | None = None

    def read(self, data: bytes) -> Reading:
        return self.format.read(data)

    def test_the_sample_comes_back(self) -> None:
        reading = self.read(self.format.write(SAMPLE).data)
        assert reading.problems == ()
        assert reading.concepts == SAMPLE

    @QUICK
    @given(glossaries())
    def test_round_trip(self, rows: list[Concept]) -> None:
        if self.name == "tsv":
            rows.sort(key=lambda concept: concept.sort_key)
        writing = self.format.write(rows)
        assert writing.left_out == ()
        reading = self.read(writing.data)
        assert errors(reading) == []
        assert reading.concepts == tuple(rows)
        if self.is_stable:
            assert self.format.write(reading.concepts).data == writing.data

    @QUICK
    @given(st.lists(hostile, max_size=3))
    def test_hostile_concepts_come_back_or_are_left_out(self, rows: list[Concept]) -> None:
        writing = self.format.write(rows)
        reading = self.read(writing.data)
        assert len(reading.concepts) + len(errors(reading)) + len(writing.left_out) >= len(
            set(rows)
        ) - sum(row in reading.concepts for row in rows[1:])

    @QUICK
    @given(st.binary(max_size=200))
    def test_any_bytes(self, data: bytes) -> None:
        self._reads_or_refuses(data)

    @QUICK
    @given(st.data())
    def test_damaged_files(self, data: st.DataObject) -> None:
        whole = _whole(self.name)
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, min(start + 40, len(whole))))
        cut = data.draw(st.booleans())
        rest = b"" if cut else whole[end:]
        self._reads_or_refuses(whole[:start] + data.draw(st.binary(max_size=5)) + rest)

    def _reads_or_refuses(self, data: bytes) -> None:
        reading, refusal = Reading(()), "-"
        try:
            reading = self.read(data)
        except InputError as error:
            refusal = error.message
        assert is_inert(refusal)
        for problem in reading.problems:
            assert is_inert(problem.message)
            assert problem.line > 0
            assert problem.position > 0
        self._fits(reading)

    def _fits(self, reading: Reading) -> None:
        """Whether everything read may be in `terms.tsv` together."""
        file = GlossaryFile(Path("terms.tsv"), b"id\ten\tavoid\tpos\tdomain\tflags\tnote\n")
        file.add(*reading.concepts)

    def test_empty_file(self) -> None:
        if self.empty is None:
            assert self.read(b"").concepts == ()
        else:
            with pytest.raises(InputError, match=self.empty):
                self.read(b"")

    def test_no_concepts(self) -> None:
        assert self.read(self.format.write([]).data) == Reading(())

    @pytest.mark.parametrize(
        "data",
        [
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"%PDF-1.7\n",
            b"PK\x03\x04\x14\0\0\0nothing",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\0" * 50,
        ],
    )
    def test_other_kinds_of_files(self, data: bytes) -> None:
        with pytest.raises(InputError) as caught:
            self.read(data)
        assert is_inert(caught.value.message)

    def test_too_large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("padanan.glossary.formats.MAX_SIZE", 10)
        with pytest.raises(InputError, match="too large for a glossary"):
            self.read(b" " * 11)


class TextSuite(ReaderSuite):
    """For those of them that are text files."""

    def test_byte_order_marks_and_line_ends(self) -> None:
        data = self.format.write(SAMPLE).data
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        for variant in (
            text.encode("utf-8-sig"),
            text.encode(),
            text.replace("\n", "\r\n").encode(),
            text.replace("\n", "\r\n").encode("utf-8-sig"),
            text.encode("utf-16"),
            text.encode("utf-16-le"),
            text.encode("utf-16-be"),
            text.rstrip("\n").encode(),
        ):
            reading = self.read(variant)
            assert reading.concepts == SAMPLE
            assert reading.problems == ()


class PageSuite(WriterSuite):
    """For formats that can only be written."""

    def test_it_cannot_be_read(self) -> None:
        with pytest.raises(UsageError, match="can only be exported to"):
            self.format.read(b"")
