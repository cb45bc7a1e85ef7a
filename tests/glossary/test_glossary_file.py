"""The glossary as a file: what is read, what is kept, what is saved."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from padanan.errors import InputError, OutputError
from padanan.glossary import Concept, Flag, GlossaryFile, Severity

HEADER = "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
FILE = HEADER + (
    "# first comment\n"
    "\n"
    "damai\tpeace\t\tnoun\n"
    "# about war\n"
    "perang\twar\t\tnoun\n"
    "rudal\tmissile|guided missile\tguided bullet\tnoun\n"
)
JAMINAN = Concept(("jaminan",), ("guarantee",))


def glossary(text: str) -> GlossaryFile:
    """A glossary that is in no file."""
    return GlossaryFile(Path("terms.tsv"), text.encode())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "terms.tsv"
    file.write_bytes(FILE.encode())
    return file


def test_load(path: Path) -> None:
    loaded = GlossaryFile.load(path)
    assert [concept.terms[0] for concept in loaded.concepts] == ["damai", "perang", "rudal"]
    assert loaded.problems == ()


def test_what_cannot_be_read_at_all(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.tsv: cannot be read"):
        GlossaryFile.load(tmp_path / "nothing.tsv")
    with pytest.raises(InputError, match="cannot be read"):
        GlossaryFile.load(tmp_path)
    excel = tmp_path / "excel.tsv"
    excel.write_text(FILE, "utf-16")
    with pytest.raises(InputError, match="Save it as UTF-8"):
        GlossaryFile.load(excel)


def test_good_rows_are_used_and_bad_ones_kept(path: Path) -> None:
    text = FILE + "rumah\n" + "sekutu\tally\n"
    path.write_bytes(text.encode() + b"senjata\tarm\xffs\n")
    loaded = GlossaryFile.load(path)
    assert [concept.terms[0] for concept in loaded.concepts] == [
        "damai",
        "perang",
        "rudal",
        "sekutu",
    ]
    assert [(problem.line, problem.position) for problem in loaded.problems] == [(8, 6), (10, 12)]
    assert "Not UTF-8" in loaded.problems[1].message
    assert loaded.problems[0].located("terms.tsv").startswith("terms.tsv:8:6: en: No English")
    loaded.add(JAMINAN)
    loaded.save()
    assert path.read_bytes() == (
        text.replace("# about", "jaminan\tguarantee\n# about").encode() + b"senjata\tarm\xffs\n"
    )


def test_a_term_of_two_rows() -> None:
    loaded = glossary(FILE + "roket|Rudal\trocket\n")
    assert len(loaded.concepts) == 3
    assert [problem.message for problem in loaded.problems] == [
        "“Rudal” is a term of line 7 too, in the same domain. Keep it in one row, give the rows "
        "different domains if they are two concepts, or flag both case if capitals tell them apart."
    ]


def test_one_term_in_two_domains_is_two_concepts() -> None:
    loaded = glossary(HEADER + "bunga\tinterest\t\t\teconomy\nbunga\tflower\t\t\tsociety\n")
    assert loaded.problems == ()
    assert [concept.preferred for concept in loaded.concepts] == ["interest", "flower"]
    loaded.add(Concept(("bunga",), ("blossom",), domain="poetry"))
    with pytest.raises(InputError, match="in the same domain"):
        loaded.add(Concept(("Bunga",), ("rate",), domain="Economy"))


def test_a_row_is_not_added_twice() -> None:
    loaded = glossary(FILE)
    with pytest.raises(InputError, match="in the same domain"):
        loaded.add(loaded.concepts[0])
    with pytest.raises(InputError, match="in the same domain"):
        loaded.add(JAMINAN, JAMINAN)
    assert len(loaded.concepts) == 3
    assert loaded.problems == ()


def test_the_place_of_a_cell() -> None:
    loaded = glossary(FILE)
    assert loaded.place(loaded.concepts[0], "id") == (4, 1)
    assert loaded.place(loaded.concepts[2], "avoid") == (7, 30)
    assert loaded.place(loaded.concepts[2], "note") == (7, 48)
    loaded.add(JAMINAN)
    assert loaded.place(loaded.concepts[-1], "en") == (8, 7)


def test_capitals_tell_flagged_rows_apart() -> None:
    rows = "AS\tUnited States\t\t\t\tcase\n" + "as\taxle\t\t\t\tcase\n"
    assert glossary(HEADER + rows).problems == ()
    assert glossary(HEADER + rows.replace("axle\t\t\t\tcase", "axle")).problems != ()


def test_rows_out_of_order_are_warned_of() -> None:
    loaded = glossary(FILE + "Aceh\tAceh\n" + "sekutu\tally\n")
    assert len(loaded.concepts) == 5
    assert [(p.line, p.severity) for p in loaded.problems] == [(8, Severity.WARNING)]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "damai\tpeace\n"])
def test_header_missing(text: str) -> None:
    assert ["header line is missing" in p.message for p in glossary(text).problems] == [True]


def test_header_twice_and_as_a_spreadsheet_writes_it() -> None:
    loaded = glossary("ID\tEN\tAvoid\tPos\tDomain\tFlags\tNote\t\t\n" + FILE)
    assert [(p.line, p.message) for p in loaded.problems] == [
        (2, "The header line again. Keep only the first.")
    ]
    assert len(loaded.concepts) == 3


@pytest.mark.parametrize("header", ["id\ten\tpos", "id\ten\tdomain\tpos", "en\tid", "id\ten\tnote"])
def test_columns_out_of_order_are_told_and_no_row_is_used(header: str) -> None:
    loaded = glossary(header + "\nhakim\tjudge\tnoun\n")
    assert loaded.concepts == ()
    (problem,) = loaded.problems
    assert problem.message.startswith("The columns are " + header.replace("\t", " "))
    with pytest.raises(InputError, match="The columns are"):
        loaded.add(JAMINAN)


def test_columns_that_are_left_out_at_the_end() -> None:
    loaded = glossary("id\ten\nhakim\tjudge\n")
    assert (len(loaded.concepts), loaded.problems) == (1, ())


def test_comments_and_blank_lines_as_a_spreadsheet_pads_them() -> None:
    assert glossary(HEADER + "# a\t\t\t\n" + '"# a ""b"""\t\t\n' + "\t\t\t\n").problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_and_byte_order_mark_stay(path: Path, end: str, mark: bytes) -> None:
    text = FILE.rstrip("\n").replace("\n", end)  # the last line has no break
    path.write_bytes(mark + text.encode())
    loaded = GlossaryFile.load(path)
    assert loaded.problems == ()
    loaded.add(Concept(("sekutu",), ("ally",)))
    loaded.save()
    assert path.read_bytes() == mark + f"{text}{end}sekutu\tally{end}".encode()


def test_add_keeps_the_order_and_the_comments() -> None:
    loaded = glossary(FILE)
    loaded.add(JAMINAN)
    loaded.add(Concept(("aksesi",), ("accession",)))
    assert [c.terms[0] for c in loaded.concepts] == [
        "aksesi",
        "damai",
        "jaminan",
        "perang",
        "rudal",
    ]
    assert loaded.problems == ()


def test_add_to_an_empty_table(path: Path) -> None:
    path.write_text(HEADER, "utf-8")
    loaded = GlossaryFile.load(path)
    loaded.add(JAMINAN)
    loaded.save()
    assert path.read_text("utf-8") == HEADER + "jaminan\tguarantee\n"


def test_replace_and_remove(path: Path) -> None:
    loaded = GlossaryFile.load(path)
    damai, perang, rudal = loaded.concepts
    loaded.replace(perang, Concept(("perang",), ("war", "warfare")))
    loaded.replace(rudal, Concept(("peluru kendali",), ("missile",)))
    loaded.remove(damai)
    loaded.save()
    assert path.read_text("utf-8") == HEADER + (
        "# first comment\n\npeluru kendali\tmissile\n# about war\nperang\twar|warfare\n"
    )
    with pytest.raises(InputError, match="has no row for “damai”"):
        loaded.remove(damai)
    with pytest.raises(InputError, match="has no row for “rudal”"):
        loaded.replace(rudal, rudal)


def test_removing_a_row_frees_its_terms() -> None:
    loaded = glossary(FILE + "rudal\trocket\n")
    loaded.remove(loaded.concepts[-1])
    assert loaded.problems == ()
    rows_alone = glossary("rudal\tmissile\nrudal\trocket\n")
    rows_alone.replace(rows_alone.concepts[0], Concept(("peluru kendali",), ("missile",)))
    assert {c.preferred for c in rows_alone.concepts} == {"missile", "rocket"}


@pytest.mark.parametrize(
    ("concept", "said"),
    [
        (Concept(("rudal",), ("rocket",)), "term of line 8 too"),
        (Concept(("a", "rudal"), ("rocket",)), "“rudal” is a term of"),
        (Concept(("",), ("rocket",)), "No Indonesian term"),
        (Concept(("roket",), ("",)), "No English rendering"),
        (Concept(("roket",), ("=1",)), "en: “=1” begins with"),
        (Concept(("roket",), ("rocket ",)), "single plain spaces"),
        (Concept(("roket",), ("rocket",), ("Rocket",)), "to be avoided"),
        (Concept(("roket",), ("rocket",), flags=frozenset({Flag.KEEP})), "flagged keep"),
        (Concept(("#roket",), ("rocket",)), "may begin with “#”"),
        (Concept(("roket|a",), ("rocket",)), "a bar"),
        (Concept(("roket",), ("rocket",), note="a\nb\tc"), "8 cells"),
        (Concept(("roket",), ("rocket",), note="a\nb"), "U+000A"),
        (Concept(("roket",), ("rocket",), note="a\r"), "line break"),
        (Concept(("roket",), ("rocket",), note="\ud800"), "Not UTF-8"),
    ],
)
def test_what_breaks_a_rule_is_refused(path: Path, concept: Concept, said: str) -> None:
    loaded = GlossaryFile.load(path)
    before = loaded.concepts
    for change in (loaded.add, lambda new: loaded.replace(before[0], new)):
        with pytest.raises(InputError) as error:
            change(concept)
        assert said in error.value.message or "term of line" in error.value.message
        assert (loaded.concepts, loaded.problems) == (before, ())
    loaded.save()
    assert path.read_bytes() == FILE.encode()


def test_save_writes_only_changes(path: Path) -> None:
    loaded = GlossaryFile.load(path)
    path.unlink()
    loaded.save()
    assert not path.exists()


def test_save_does_not_overwrite_what_others_wrote(path: Path) -> None:
    mine, theirs = GlossaryFile.load(path), GlossaryFile.load(path)
    theirs.add(Concept(("sekutu",), ("ally",)))
    theirs.save()
    mine.add(JAMINAN)
    with pytest.raises(OutputError, match="changed by another program"):
        mine.save()
    assert len(GlossaryFile.load(path).concepts) == 4
    theirs.add(JAMINAN)
    theirs.save()
    assert len(GlossaryFile.load(path).concepts) == 5


def test_save_brings_back_a_deleted_file(path: Path) -> None:
    loaded = GlossaryFile.load(path)
    path.unlink()
    loaded.add(JAMINAN)
    loaded.save()
    assert len(GlossaryFile.load(path).concepts) == 4


_lines = st.one_of(
    st.sampled_from(FILE.encode().splitlines()),
    st.lists(st.sampled_from(["a", "b c", "é", '"', '""', "|", "#", "=", "\t", "\t", "\r", " "]))
    .map("".join)
    .map(str.encode),
    st.binary(max_size=8).filter(lambda line: b"\n" not in line),
)
_files = st.builds(
    lambda mark, lines, end, last: mark + end.join(lines) + last,
    st.sampled_from([b"", codecs.BOM_UTF8]),
    st.lists(_lines, max_size=12),
    st.sampled_from([b"\n", b"\r\n"]),
    st.sampled_from([b"", b"\n"]),
).filter(lambda data: data[:2] not in {b"\xff\xfe", b"\xfe\xff"})


@given(_files)
@settings(deadline=None)  # it waits for the disk
def test_no_line_is_ever_lost(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.tsv"
    path.write_bytes(data)
    loaded = GlossaryFile.load(path)
    kept = loaded.concepts
    added = Concept(("kata yang tidak ada",), ("a word that is not there",))
    loaded.add(added)
    loaded.save()
    saved = GlossaryFile.load(path)
    assert set(saved.concepts) == {*kept, added}
    saved.remove(added)
    saved.save()
    # Nothing is left of the change but the break a last line may have lacked.
    assert path.read_bytes() in {data, data + b"\n", data + b"\r\n"}
