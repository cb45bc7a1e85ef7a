"""CSV: Weblate's columns and other people's."""

import csv
import io
import time
from pathlib import Path

import pytest
from format_suite import SAMPLE, TextSuite, errors, warnings
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import InputError
from padanan.glossary import Concept, Flag, PartOfSpeech
from padanan.glossary.formats import Reading, by_name, read_path
from padanan.glossary.formats.formulas import defused, undefused

SAMPLES = Path(__file__).parent / "samples"


class TestCsv(TextSuite):
    name = "csv"


def read(text: str) -> Reading:
    return by_name("csv").read(text.encode())


def pairs(reading: Reading) -> list[tuple[str, str]]:
    return [(";".join(c.terms), ";".join(c.renderings)) for c in reading.concepts]


def test_what_is_written() -> None:
    data = by_name("csv").write(SAMPLE).data
    assert data.startswith(b"\xef\xbb\xbfsource,target,context,developer_comments,")
    assert data.count(b"\r\n") == data.count(b"\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({(row["source"], row["context"]) for row in rows}) == len(rows)
    assert [
        (row["source"], row["target"], row["status"], row["context"])
        for row in rows
        if row["concept"] == "2"
    ] == [
        ("Badan Pengawas Sungai", "River Oversight Agency", "preferred", "government"),
        ("Badan Pengawas Sungai", "BPS", "admitted", "government (admitted: BPS)"),
        ("Badan Pengawas Sungai", "River Body", "avoided", "government (avoided: River Body)"),
        ("BPS", "River Oversight Agency", "preferred", "government"),
        ("BPS", "BPS", "admitted", "government (admitted: BPS)"),
        ("BPS", "River Body", "avoided", "government (avoided: River Body)"),
    ]


def test_back_from_weblate() -> None:
    """Weblate keeps its own columns only: what can be told from them is."""
    rows = csv.DictReader(io.StringIO(by_name("csv").write(SAMPLE).data.decode("utf-8-sig")))
    file = io.StringIO()
    columns = ["source", "target", "context", "developer_comments"]
    writer = csv.DictWriter(file, columns, extrasaction="ignore", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    reading = read(file.getvalue())
    assert reading.problems == ()
    assert reading.concepts[2] == Concept(
        ("Badan Pengawas Sungai",),
        SAMPLE[1].renderings,
        SAMPLE[1].avoided,
        domain="government",
        note=SAMPLE[1].note,
    )


def test_weblate() -> None:
    reading = read_path(SAMPLES / "weblate.csv")
    assert reading.concepts == (
        Concept(
            ("kerja bakti",),
            ("community work", "community service"),
            note="done together, unpaid",
        ),
        Concept(("lurah",), ("ward chief",), domain="government", note="appointed, not elected"),
        Concept(("kembang api",), ("fireworks, sparklers",), note="two lines in one cell"),
    )
    assert [(problem.line, problem.column) for problem in reading.problems] == [
        (5, "id"),
        (5, "en"),
        (6, "en"),
    ]
    assert "“-isme” begins with “-”" in reading.problems[0].message
    assert warnings(reading) == ["No English term beside “balai desa”. Left out."]


def test_weblate_without_a_header_and_what_needs_work() -> None:
    row = '"","{}","{}","","{}","law","",""\n'
    reading = read(row.format("hakim", "judge", "False") + row.format("jaksa", "?!", "True"))
    assert pairs(reading) == [("hakim", "judge")]
    assert reading.concepts[0].domain == "law"
    assert warnings(reading) == ["“jaksa” needs work (fuzzy). Left out."]
    assert errors(reading) == []


def test_memoq() -> None:
    reading = read_path(SAMPLES / "memoq.csv")
    assert reading.concepts == (
        Concept(
            ("lurah", "kepala kelurahan"),
            ("ward chief",),
            ("village head",),
            domain="government",
            note="appointed, not elected",
        ),
        Concept(("BPS",), ("River Oversight Agency",), flags=frozenset({Flag.CASE, Flag.EXACT})),
    )
    assert [(problem.line, problem.message) for problem in reading.problems] == [
        (4, "No English term beside “balai desa”. Left out.")
    ]


def test_memoq_settings_of_one_term_are_not_all_terms() -> None:
    header = "Indonesian,Term_Info,Indonesian,Term_Info,English,Term_Info\n"
    reading = read(
        header
        + "mahkamah,CasePermissive;HalfPrefix,MK,CaseSense;NoPrefix,court,\n"
        + "BPS,CaseSense;NoPrefix,B.P.S.,CaseSense;HalfPrefix,agency,NoPrefix\n"
        + "KTP,CaseSense;NoPrefix,,,identity card,\n"
    )
    assert [concept.flags for concept in reading.concepts] == [
        frozenset(),
        frozenset({Flag.CASE}),
        frozenset({Flag.CASE, Flag.EXACT}),
    ]
    assert [(problem.line, problem.column) for problem in reading.problems] == [(2, "flags")]
    assert warnings(reading)[0].startswith("CaseSense or NoPrefix stands with some Indonesian")


def test_memoq_marks_of_stems_are_left_out() -> None:
    reading = read(
        "Indonesian,Term_Info,English,Term_Info\n"
        "gencatan* senjata*,Custom,cease*fire,Custom\nbalai| desa|,Custom,village hall,\n"
    )
    assert pairs(reading) == [("gencatan senjata", "ceasefire"), ("balai desa", "village hall")]


@pytest.mark.parametrize("file", ["excel-unicode.txt", "excel-semicolon.csv"])
def test_excel(file: str) -> None:
    reading = read_path(SAMPLES / file)
    assert errors(reading) == []
    assert reading.concepts[0].renderings == ("ward chief",)
    assert len(reading.concepts) == 2


@pytest.mark.parametrize(
    "text",
    ["jaksa; penuntut umum,prosecutor\n", "en,id\nprosecutor,jaksa; penuntut umum\n"],
)
def test_a_cell_that_seems_to_hold_several_terms(text: str) -> None:
    reading = read(text)
    assert pairs(reading) == [("jaksa; penuntut umum", "prosecutor")]
    assert [(problem.column, problem.message) for problem in reading.problems] == [
        (
            "id",
            "“jaksa; penuntut umum” seems to hold several terms. Taken as one; if they are "
            "several, put | between them.",
        )
    ]
    assert errors(reading) == []


def test_semicolons_in_tables_of_tools_are_text() -> None:
    assert read("source,target,context\na; b,c; d,law\n").problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "Glosarium kantor\nSumber;Sasaran\nair;water\n",
        "Glosarium, kantor;\n\nversi 2;\nid;en\nair;water\n",
        "Glosarium;2026;;\nIstilah;Padanan;Catatan;\nair;water;;\n",
    ],
)
def test_a_header_below_a_title(text: str) -> None:
    reading = read(text)
    assert pairs(reading) == [("air", "water")]
    (told,) = reading.problems
    assert told.line == 1
    assert "Taken for a title, since the header is in line" in told.message
    assert errors(reading) == []


@pytest.mark.parametrize("before", [1, 9])
def test_what_is_no_header_below_a_title(before: int) -> None:
    rows = "".join(f"kata{number},word{number}\n" for number in range(before))
    reading = read(rows + "Indonesia,English\nair,water\n")
    assert len(reading.concepts) == before + 2


def test_a_header_far_below_is_a_row() -> None:
    reading = read("judul,\n" * 10 + "id,en\nair,water\n")
    assert pairs(reading) == [("id", "en"), ("air", "water")]


@pytest.mark.parametrize(
    "text",
    [
        "id,en\nair,water\n",
        "en;id\nwater;air\n",
        "ID\tEN-US\nair\twater\n",
        "Source Term,Target Term\nair,water\n",
        "Bahasa Indonesia,Bahasa Inggris\r\nair,water",
        "in,eng\nair,water\n",
        '"English (United States)","Indonesian (Indonesia)"\nwater,air\n',
        "air,water\n",
        "air;water;wet\n",
        "\n\n  \nair,water\n\n",
        "id,en,zh\nair,water,shui\n",
        "air\twater\n",
        "sep=\t\nair\twater\n",
        "id,en\rair,water\r",
        "Istilah;Padanan\nair;water\n",
        "Istilah Asing;Padanan\nwater;air\n",
        "Inggris,Padanan\nwater,air\n",
        "Istilah,Padanan Indonesia\nwater,air\n",
        "sumber,sasaran\nair,water\n",
        "Sumber,Target,Bidang\nair,water,\n",
        "Indonesia,Inggris\nair,water\n",
        "Istilah\tInggris\tKeterangan\nair\twater\t\n",
    ],
)
def test_columns(text: str) -> None:
    reading = read(text)
    assert pairs(reading) == [("air", "water")]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("German;English\nWasser;water\n", "no column for an Indonesian term"),
        ("id,de\nair,Wasser\n", "no column for an English term"),
        ("source,context,note\nair,a,b\n", r"name the columns id and en, or source and target"),
    ],
)
def test_a_language_is_missing(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(text)


def test_one_column_only() -> None:
    reading = read("air water\ntanah soil\n")
    assert reading.concepts == ()
    (told,) = errors(reading)
    assert told.startswith("No row here has a second cell.")
    assert errors(read("air,\ntanah,soil\n")) == []


def test_our_columns() -> None:
    reading = read(
        "id,en,avoid,pos,domain,flags,note\n"
        "air|banyu,water,aqua|wet,Noun,nature,exact;case,Clear.\n"
        "tanah,soil,,thing,,bold,\n"
        "batu,stone,,thing,,,\n"
    )
    assert reading.concepts == (
        Concept(
            ("air", "banyu"),
            ("water",),
            ("aqua", "wet"),
            PartOfSpeech.NOUN,
            "nature",
            frozenset({Flag.EXACT, Flag.CASE}),
            "Clear.",
        ),
        Concept(("tanah",), ("soil",)),
        Concept(("batu",), ("stone",)),
    )
    assert warnings(reading) == [
        "“thing” is no part of speech that is known here. Left out, here and further down.",
        "“bold” is no flag. Left out, here and further down.",
    ]


def test_statuses() -> None:
    reading = read(
        "source,target,status\n"
        "air,aqua,forbidden\nair,fluid,\nair,water,Preferred\nair,rain,shaky\nkayu,wood,Deprecated\n"
    )
    assert reading.concepts == (Concept(("air",), ("water", "fluid", "rain"), ("aqua",)),)
    assert [problem.line for problem in reading.problems] == [5, 6]
    assert warnings(reading)[1:] == [
        "No English term beside “kayu” but “wood”, which is to be avoided. Left out."
    ]


def test_capitals_tell_terms_apart_only_where_renderings_do() -> None:
    reading = read("source,target\nAS,US\nas,axle\nrudal,missile\nRudal,Missile\n")
    assert reading.problems == ()
    assert reading.concepts == (
        Concept(("AS",), ("US",), flags=frozenset({Flag.CASE})),
        Concept(("as",), ("axle",), flags=frozenset({Flag.CASE})),
        Concept(("rudal",), ("missile",)),
    )


def test_homonyms_need_different_domains() -> None:
    text = "source,target,domain,concept\nbunga,flower,{},1\nbunga,interest,{},2\n"
    assert len(read(text.format("farming", "economy")).concepts) == 2
    reading = read(text.format("", ""))
    assert len(reading.concepts) == 1
    assert reading.problems[0].line == 3
    assert "“bunga” is a term of line 2 too, in the same domain" in reading.problems[0].message


def test_bad_rows_keep_the_good_ones() -> None:
    reading = by_name("csv").read(
        b'source,target\nair,water\n"tanah,soil\nbatu,stone\n"pa"sir,sand\nkayu,w\xffood\n'
        b"api,fi\0re\n,\nangin,wind\n"
    )
    assert pairs(reading) == [("air", "water"), ("batu", "stone"), ("angin", "wind")]
    assert [problem.line for problem in reading.problems] == [3, 5, 6, 7]
    assert "Close every quotation mark" in reading.problems[0].message
    assert "Save the file as UTF-8" in reading.problems[2].message
    assert "U+0000" in reading.problems[3].message


def test_a_message_names_a_tab_and_has_none() -> None:
    reading = read('source\ttarget\npasar\t"mar"ket"\nsungai\triver\n')
    assert pairs(reading) == [("sungai", "river")]
    (message,) = (one.message for one in reading.problems)
    assert message.isprintable()
    assert r"'\t' expected" in message


def test_an_open_quotation_mark_does_not_swallow_the_file() -> None:
    rows = "".join(f"kata{number},word{number}\n" for number in range(500))
    reading = read('source,target\n"air,water\n' + rows)
    assert len(reading.concepts) == 500
    assert [problem.line for problem in reading.problems] == [2]


def test_texts_are_tidied_or_reported() -> None:
    reading = read(
        "source,target,note,avoid\n"
        '"  gotong\u00a0\nroyong",mutual\u200bhelp,=1+1,"Mutualhelp|x"\n'
        "a|b,c,-,\n"
    )
    assert reading.concepts == (
        Concept(("gotong royong",), ("mutualhelp",), ("x",), note="1+1"),
        Concept(("a", "b"), ("c",)),
    )
    assert [problem.column for problem in reading.problems] == ["en", "avoid", "note", "note"]
    assert errors(reading) == []


@given(st.text(st.sampled_from("'=+-@\t\ra")))
def test_formulas(text: str) -> None:
    safe = defused(text)
    assert undefused(safe) == text
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_very_many_columns_take_time_by_their_number() -> None:
    """A column is looked up once, not compared with all others."""
    start = time.thread_time()
    assert by_name("csv").read(b"," * 300_000).concepts == ()
    assert time.thread_time() - start < 10  # half a second; what is quadratic takes a minute
