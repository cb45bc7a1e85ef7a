"""gettext PO."""

import shutil
import subprocess
from pathlib import Path

import pytest
from format_suite import SAMPLE, TextSuite, errors

from padanan.errors import InputError
from padanan.glossary import Concept, Flag
from padanan.glossary.formats import Reading, by_name, read_path

SAMPLES = Path(__file__).parent / "samples"


class TestPo(TextSuite):
    name = "po"


def read(text: str) -> Reading:
    return by_name("po").read(text.encode())


def test_what_is_written() -> None:
    text = by_name("po").write(SAMPLE).data.decode()
    assert (
        "#. concept: 2\n#. status: avoided\n#. pos: name\n#. domain: government\n#. flags: case\n"
        "#. note: Invented; “BPS” is also another body's short form.\n"
        '#, forbidden\nmsgctxt "government (avoided: River Body)"\nmsgid "BPS"\n'
        'msgstr "River Body"\n'
    ) in text
    assert '#, read-only\nmsgctxt "food"\nmsgid "kopi Gayo"\nmsgstr "kopi Gayo"\n' in text


def test_weblate() -> None:
    reading = read_path(SAMPLES / "weblate.po")
    assert reading.concepts == (
        Concept(("lurah",), ("ward chief",), domain="government", note="appointed, not elected"),
        Concept(("kerja bakti",), ("community work",), ("work of devotion",)),
        Concept(("ojek",), ("ojek",), flags=frozenset({Flag.KEEP})),
    )
    assert [(problem.line, problem.message) for problem in reading.problems] == [
        (30, "“balai desa” needs work (fuzzy). Left out."),
        (34, "No English term beside “musala”. Left out."),
    ]
    assert errors(reading) == []


_HOMONYMS = (
    'msgctxt "economy"\nmsgid "bunga"\nmsgstr "interest"\n\n'
    'msgctxt "society"\nmsgid "bunga"\nmsgstr "flower"\n\n'
    '#, forbidden\nmsgctxt "{}"\nmsgid "bunga"\nmsgstr "blossom"\n'
)


@pytest.mark.parametrize(
    ("context", "avoided"),
    [
        ("society (avoid)", ((), ("blossom",))),
        ("Society", ((), ("blossom",))),
        ("society: garden", ((), ("blossom",))),
        ("economy 2", (("blossom",), ())),
    ],
)
def test_a_forbidden_rendering_goes_to_the_homonym_of_its_context(
    context: str, avoided: tuple[tuple[str, ...], ...]
) -> None:
    reading = read(_HOMONYMS.format(context))
    assert reading.problems == ()
    assert tuple(concept.avoided for concept in reading.concepts) == avoided
    assert [concept.domain for concept in reading.concepts] == ["economy", "society"]


@pytest.mark.parametrize("context", ["2", "societywide", "avoid: society", ""])
def test_a_forbidden_rendering_of_no_certain_homonym_is_left_out(context: str) -> None:
    reading = read(_HOMONYMS.format(context))
    assert [concept.avoided for concept in reading.concepts] == [(), ()]
    assert errors(reading) == []
    assert [(problem.line, problem.message) for problem in reading.problems] == [
        (
            9,
            "“blossom” is to be avoided for “bunga”, but the context does not say in which of its "
            "entries: line 1 (“economy”), line 5 (“society”). Left out. Begin its context with "
            "the context of the one that is meant.",
        )
    ]


def test_many_homonyms_are_not_all_named() -> None:
    units = "".join(
        f'msgctxt "{kind}{number}"\nmsgid "bunga"\nmsgstr "flower {number}"\n\n'
        for number in range(5)
        for kind in ("rose ", "")
    )
    reading = read(units + '#, forbidden\nmsgctxt "rose 12"\nmsgid "bunga"\nmsgstr "x"\n')
    assert len(reading.concepts) == 10
    assert "(“0”), line 9 (“rose 1”) and 7 more. Left out." in reading.problems[0].message


def test_the_other_way_round() -> None:
    reading = read_path(SAMPLES / "english-to-indonesian.po")
    assert reading.concepts == (Concept(("lurah",), ("ward chief",)),)
    head = 'msgid ""\nmsgstr "X-Source-Language: en\\n"\n\n'
    assert read(head + 'msgid "water"\nmsgstr "air"\n').concepts[0].terms == ("air",)


def test_another_language() -> None:
    with pytest.raises(InputError, match="of another language"):
        read('msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "air"\nmsgstr "Wasser"\n')


def test_not_po() -> None:
    with pytest.raises(InputError, match="no line that begins with msgid"):
        read("air,water\n")
    with pytest.raises(InputError, match="no entry of it can"):
        read('msgid "air\n')


def test_bad_entries_keep_the_good_ones() -> None:
    reading = read(
        'msgid ""\nmsgstr "Language: en\\n"\n\n'
        'msgid "air"\nmsgstr "water"\n\n'
        'msgid "tanah"\nmsgstr "soil\n\n'
        'msgid "a|b"\nmsgstr "c"\n\n\n'
        'msgid "batu\u2028karang"\nmsgstr "coral"\n'
    )
    assert [concept.terms[0] for concept in reading.concepts] == ["air", "batu karang"]
    assert [problem.line for problem in reading.problems] == [8, 10]
    assert "cannot be read here" in errors(reading)[0]


def test_plural_forms_and_wrapped_lines() -> None:
    reading = read(
        'msgid "satu"\nmsgid_plural "banyak"\nmsgstr[0] "one"\nmsgstr[1] "many"\n\n'
        '# a remark\n# on two lines\nmsgid ""\n"ke"\n"cil"\nmsgstr ""\n"small"\n'
    )
    assert reading.problems == ()
    assert reading.concepts == (
        Concept(("satu",), ("one",)),
        Concept(("kecil",), ("small",), note="a remark; on two lines"),
    )


def test_other_encodings() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\nmsgid "é"\nmsgstr "e"\n'
    for name, encoding in (("ISO-8859-1", "latin-1"), ("CHARSET", "utf-8"), ("UTF-8", "utf-8")):
        reading = by_name("po").read(text.format(name).encode(encoding))
        assert reading.concepts == (Concept(("é",), ("e",)),)


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt (gettext) is not installed")
def test_gettext(tmp_path: Path) -> None:
    file, back = tmp_path / "terms.po", tmp_path / "back.po"
    file.write_bytes(by_name("po").write(SAMPLE).data)
    subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", tmp_path / "terms.mo", file],
        check=True,
    )
    subprocess.run(["msgcat", "-o", back, file], check=True)
    assert read_path(back).concepts == SAMPLE
