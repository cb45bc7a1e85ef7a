"""TBX of both versions, and what XML may do to a reader."""

import shutil
import subprocess
from pathlib import Path

import pytest
from format_suite import SAMPLE, TextSuite, errors, warnings
from lxml import etree

from padanan.errors import InputError
from padanan.glossary import Concept, Flag, PartOfSpeech
from padanan.glossary.formats import Reading, by_name, read_path

SAMPLES = Path(__file__).parent / "samples"

LURAH = Concept(("lurah",), ("ward chief",), domain="government")


class XmlSuite(TextSuite):
    """What holds for formats in XML."""

    empty = "is no T.X file, or a damaged one"

    def test_characters_xml_cannot_hold(self) -> None:
        writing = self.format.write([Concept(("a\ufffe",), ("b",)), *SAMPLE])
        assert [(left.text, left.reason) for left in writing.left_out] == [
            ("a\ufffe", "XML cannot hold the character U+FFFE.")
        ]
        assert self.read(writing.data).concepts == SAMPLE

    def test_no_entities(self) -> None:
        whole = self.format.write(SAMPLE).data
        body = whole.partition(b"?>")[2].partition(b"<!DOCTYPE")
        rest = body[2].partition(b">")[2] if body[1] else body[0]
        for subset in (
            b'<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">',
            b'<!ENTITY a SYSTEM "file:///etc/passwd">',
            b'<!ENTITY % a SYSTEM "http://127.0.0.1/x.dtd"> %a;',
        ):
            data = b"<!DOCTYPE x [" + subset + b"]>" + rest.replace(b"semu", b"&b;")
            with pytest.raises(InputError, match="declares XML entities"):
                self.read(data)
            text = '<?xml version="1.0" encoding="UTF-16"?>' + data.decode()
            with pytest.raises(InputError, match="declares XML entities"):
                self.read(text.encode("utf-16"))
        # Entities without a declaration are an error of the file's.
        reading = self.read(rest.replace(b"tahan banjir", b"&b;"))
        assert SAMPLE[8] not in reading.concepts

    def test_a_reference_to_a_dtd(self) -> None:
        whole = self.format.write(SAMPLE).data
        start = whole.index(b"<!DOCTYPE") if b"<!DOCTYPE" in whole else whole.index(b"?>") + 2
        end = whole.index(b">", start) + 1 if b"<!DOCTYPE" in whole else start
        for doctype in (
            b'<!DOCTYPE x SYSTEM "no/such.dtd">',
            b'<!DOCTYPE x PUBLIC "-//x" "x.dtd">',
        ):
            reading = self.read(whole[:start] + doctype + whole[end:])
            assert reading.concepts == SAMPLE

    def test_a_file_cut_off_keeps_what_is_whole(self) -> None:
        whole = self.format.write(SAMPLE).data
        cut = whole[: whole.index(b"tahan banjir") + 3]
        reading = self.read(cut)
        assert reading.concepts == SAMPLE[:8]
        assert len(errors(reading)) == 1
        assert "What follows is left out." in errors(reading)[0]
        assert reading.problems[0].line == cut.count(b"\n") + 1
        with pytest.raises(InputError, match="or a damaged one"):
            self.read(whole[:300])

    def test_other_xml(self) -> None:
        with pytest.raises(InputError, match="its outermost element is <html>"):
            self.read(b"<html/>")
        with pytest.raises(InputError, match="or a damaged one"):
            self.read(b"air,water\n")

    def test_deep_nesting(self) -> None:
        root = self.format.write([]).data
        name = etree.fromstring(root).tag
        data = f'<a xmlns="">{"<b>" * 5000}'.encode()
        with pytest.raises(InputError):
            self.read(data)
        assert name


class TestTbx(XmlSuite):
    name = "tbx"


class TestTbx2(XmlSuite):
    name = "tbx2"


def read(entry: str, *, terms: str = "") -> Reading:
    data = (
        '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">'
        f"<text><body><conceptEntry>{entry}{terms}</conceptEntry></body></text></tbx>"
    )
    return by_name("tbx").read(data.encode())


def section(code: str, *terms: str, note: str = "") -> str:
    parts = "".join(f"<termSec><term>{term}</term>{note}</termSec>" for term in terms)
    return f'<langSec xml:lang="{code}">{parts}</langSec>'


def test_the_schema_of_tbx_basic() -> None:
    """Elements in their order, and the picklists (LTAC, TBX-Basic 1.2: RNG and Schematron)."""
    root = etree.fromstring(by_name("tbx").write(SAMPLE).data)
    tbx = "{urn:iso:std:iso:30042:ed-2}"
    assert root.tag == tbx + "tbx"
    assert dict(root.attrib) == {
        "style": "dca",
        "type": "TBX-Basic",
        "{http://www.w3.org/XML/1998/namespace}lang": "id",
    }
    children = {
        "tbx": ["tbxHeader", "text"],
        "tbxHeader": ["fileDesc"],
        "fileDesc": ["sourceDesc"],
        "sourceDesc": ["p"],
        "text": ["body"],
        "body": ["conceptEntry"],
        "conceptEntry": ["descrip", "note", "langSec"],
        "langSec": ["termSec"],
        "termSec": ["term", "termNote"],
    }
    values = {
        "administrativeStatus": {
            "preferredTerm-admn-sts",
            "admittedTerm-admn-sts",
            "deprecatedTerm-admn-sts",
            "supersededTerm-admn-sts",
        },
        "partOfSpeech": {"adjective", "adverb", "noun", "other", "verb"},
        "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    }
    for element in root.iter():
        name = element.tag.removeprefix(tbx)
        order = [children[name].index(child.tag.removeprefix(tbx)) for child in element]
        assert order == sorted(order)
        if name == "termNote":
            assert element.text in values[element.get("type")]
        if name == "descrip":
            assert element.get("type") == "subjectField"
    identifiers = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers)) == len(SAMPLE)


def test_entries_are_in_the_namespace_and_indented() -> None:
    data = by_name("tbx").write(SAMPLE).data
    assert data.count(b"xmlns") == 1
    tags = [element.tag for element in etree.fromstring(data).iter(etree.Element)]
    assert all(tag.startswith("{urn:iso:std:iso:30042:ed-2}") for tag in tags)
    plain = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    assert data.endswith(etree.tostring(plain, encoding="UTF-8", pretty_print=True))


def test_martif() -> None:
    data = by_name("tbx2").write(SAMPLE).data.decode()
    assert data.splitlines()[1] == '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
    assert '<termNote type="partOfSpeech">properNoun</termNote>' in data
    assert "<note>padanan: pos=-; flags=exact, keep</note>" in data


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint (libxml2) is not installed")
@pytest.mark.parametrize("name", ["tbx", "tbx2", "tmx"])
def test_xmllint(name: str, tmp_path: Path) -> None:
    file = tmp_path / "terms.xml"
    file.write_bytes(by_name(name).write(SAMPLE).data)
    done = subprocess.run(
        ["xmllint", "--nonet", "--noout", file], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "namespace",
    [
        "urn:iso:std:iso:30042:ed-2",
        "urn:iso:std:iso:30042:ed-3",
        "urn:iso:std:iso:30042:ed:3.0",
        "",
    ],
)
def test_namespaces(namespace: str) -> None:
    data = (
        by_name("tbx").write(SAMPLE).data.replace(b"urn:iso:std:iso:30042:ed-2", namespace.encode())
    )
    assert by_name("tbx").read(data).concepts == SAMPLE


@pytest.mark.parametrize("code", ["id", "id-ID", "ID_id", "in", "ind", "in-ID"])
def test_codes_for_indonesian(code: str) -> None:
    assert read(section(code, "air"), terms=section("en", "water")).problems == ()


@pytest.mark.parametrize("code", ["en", "en-US", "en_GB", "eng", "EN-gb", "eng-us"])
def test_codes_for_english(code: str) -> None:
    assert read(section("id", "air"), terms=section(code, "water")).problems == ()


def test_other_languages_and_missing_ones() -> None:
    reading = read(section("ms", "air"), terms=section("en", "water") + section("zh", "shui"))
    assert reading.concepts == ()
    assert warnings(reading) == [
        "No Indonesian term beside “water”. Left out.",
        "Terms in other languages are left out: ms, zh.",
    ]
    assert errors(reading) == []
    assert warnings(read("")) == ["No Indonesian term. Left out."]
    assert warnings(read(section("id", "air"))) == ["No English term beside “air”. Left out."]


def test_memoq() -> None:
    reading = read_path(SAMPLES / "memoq.tbx")
    assert reading.concepts == (
        Concept(
            ("lurah", "kepala kelurahan"),
            ("ward chief",),
            ("village head",),
            PartOfSpeech.NOUN,
            "government",
            note="appointed, not elected",
        ),
    )
    assert [(problem.line, problem.message) for problem in reading.problems] == [
        (38, "Terms in other languages are left out: de."),
        (42, "No English term beside “balai desa”. Left out."),
    ]


def test_multiterm() -> None:
    reading = read_path(SAMPLES / "multiterm.tbx")
    assert reading.problems == ()
    assert reading.concepts == (
        Concept(
            ("lurah",),
            ("ward chief",),
            ("subdistrict head",),
            domain="government",
            note="Head of a ward, appointed by the mayor.",
        ),
    )


def test_weblate() -> None:
    reading = read_path(SAMPLES / "weblate.tbx")
    assert reading.problems == ()
    assert reading.concepts == (
        Concept(("lurah",), ("ward chief",), note="head of a ward; appointed, not elected"),
        Concept(("ojek",), ("ojek",), flags=frozenset({Flag.KEEP})),
        Concept(("kerja bakti",), ("community work",), ("work of devotion",)),
    )


def test_data_categories_as_elements() -> None:
    reading = read_path(SAMPLES / "dct.tbx")
    assert reading.problems == ()
    assert reading.concepts == (
        Concept(
            ("lurah",),
            ("ward chief",),
            ("subdistrict head",),
            PartOfSpeech.NOUN,
            "government",
            note="Head of a ward.",
        ),
    )


def test_a_note_like_ours() -> None:
    mine = Concept(("air",), ("water",), note="padanan: pos=name; flags=keep")
    for name in ("tbx", "tbx2"):
        assert by_name(name).read(by_name(name).write([mine]).data).concepts == (mine,)


def test_bad_entries_keep_the_good_ones() -> None:
    data = by_name("tbx2").write([LURAH, *SAMPLE]).data
    bad = data.replace(b"<term>ward chief</term>", b"<term>ward | chief</term>").replace(
        b"<term>flower</term>", b"<term>=flower()</term>"
    )
    reading = by_name("tbx2").read(bad)
    assert reading.concepts == (*SAMPLE[:3], *SAMPLE[4:])
    assert [problem.line for problem in reading.problems] == [13, 103]
    assert "holds a bar" in reading.problems[0].message
    assert "which spreadsheets take for a formula" in reading.problems[1].message


def test_the_same_term_twice_in_a_domain() -> None:
    data = by_name("tbx").write([LURAH, LURAH]).data
    reading = by_name("tbx").read(data)
    assert reading.concepts == (LURAH,)
    assert "“lurah” is a term of line 12 too, in the same domain." in errors(reading)[0]


def test_forbidden_and_admitted_at_once() -> None:
    sections = section("id", "air") + section("en", "water")
    deprecated = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'
    reading = read(sections, terms=section("en", "Water", "aqua", note=deprecated))
    assert reading.concepts == (Concept(("air",), ("water",), ("aqua",)),)
    assert warnings(reading) == [
        "“Water” is forbidden and yet one of the renderings. Taken as a rendering."
    ]


def test_lines_beyond_65535() -> None:
    data = by_name("tbx").write([LURAH]).data.replace(b"<body>", b"<body>" + b"\n" * 70_000)
    reading = by_name("tbx").read(data.replace(b"ward chief", b"a|b"))
    assert reading.problems[0].line == 70_013
