"""Anything as a glossary of another tool, and as our own."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from campaign.fuzz.dice import Dice
from campaign.fuzz.hunt import INPUTS, hunt
from campaign.record import Campaign

from padanan.glossary import Concept, Flag, GlossaryFile, PartOfSpeech, Severity
from padanan.glossary.formats import FORMATS, by_name
from padanan.glossary.formats.base import Reading

_HEADER = b"id\ten\tavoid\tpos\tdomain\tflags\tnote\n"

_CONCEPTS = (
    Concept(('"semu"', "semu"), ("seeming, <apparent> & 'sham'",), note='A "quoted", note.'),
    Concept(
        ("Badan Pengawas Sungai", "BPS"),
        ("River Oversight Agency", "BPS"),
        ("River Body",),
        PartOfSpeech.NAME,
        "government",
        frozenset({Flag.CASE}),
    ),
    Concept(("bunga",), ("interest", "interest rate"), (), PartOfSpeech.NOUN, "economy"),
    Concept(("bunga", "kembang"), ("flower",), ("interest",), PartOfSpeech.NOUN, "farming"),
    Concept(("kopi Gayo",), ("kopi Gayo",), (), PartOfSpeech.NAME, "", frozenset({Flag.KEEP})),
)

_XML = re.compile(r"(<[^>]*>)")
_CELLS = re.compile(r"([\t\n|,;\"]|msg\w+|#[.,:~]?)")

_XML_EXTRA = (
    *(
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?pi x?>",
        "&amp;",
        "&#0;",
        "&#xD800;",
        "&lt;",
        "&x;",
        "<",
    ),
    *(
        "<!DOCTYPE x [<!ENTITY x 'y'>]>",
        '<!DOCTYPE tbx SYSTEM "file:///etc/passwd">',
        "<a>",
        "</a>",
    ),
    *(
        '<seg xmlns="urn:x">',
        "<x:seg>",
        "<tu/>",
        "<tuv/>",
        "<termEntry/>",
        "<conceptEntry/>",
        "<seg/>",
    ),
    *(
        '<tuv xml:lang="id">',
        '<tuv xml:lang="EN-GB">',
        '<tuv xml:lang="zz">',
        "<prop type='x'>",
        "</tu>",
    ),
    *(
        '<bpt i="1">x</bpt>',
        "<ph/>",
        "<note>n</note>",
        "<langSec xml:lang='id'>",
        "\ufffe",
        "</tmx>",
    ),
)

_CELL_EXTRA = (
    *(
        "\t",
        "\n",
        "\r\n",
        "\r",
        "|",
        "||",
        ";",
        ",",
        '"',
        '""',
        "\0",
        "\ufeff",
        "=cmd()",
        "+1",
        "-x",
        "@a",
    ),
    *(
        "#",
        "#~ ",
        "#, fuzzy\n",
        "msgid",
        "msgstr",
        "msgctxt",
        "msgid_plural",
        "msgstr[0]",
        '"\\n"',
        "\\",
    ),
    *(
        "id\ten\n",
        "source,target\n",
        "keep",
        "case",
        "exact",
        "noun",
        "verb",
        "NAME",
        "sep=;\n",
        "\x85",
    ),
    *(
        "charset=utf-16",
        "charset=x",
        "Language: de\\n",
        "term;Indonesian;English\n",
        "\u2028",
        "\x1c",
        "\x0b",
    ),
)


@cache
def _samples(name: str) -> tuple[bytes, ...]:
    known = by_name(name)
    return tuple(known.write(some).data for some in (_CONCEPTS[:2], _CONCEPTS[2:4], _CONCEPTS[4:]))


def _maker(name: str) -> Callable[[Dice], bytes]:
    xml = name.startswith("t") and name != "tsv"
    texts = [data.decode("utf-8-sig") for data in _samples(name)]

    def make(dice: Dice) -> bytes:
        if dice.often(0.01):
            return dice.randbytes(dice.randint(0, 80))
        text = dice.respliced(texts, _XML if xml else _CELLS, _XML_EXTRA if xml else _CELL_EXTRA)
        code = (
            "utf-8"
            if dice.often(0.93)
            else dice.choice(("utf-8-sig", "utf-16", "cp1252", "utf-32"))
        )
        data = text.encode(code, "replace" if code == "cp1252" else "surrogatepass")
        return dice.damaged(data) if dice.often(0.3) else data

    return make


def _judge(name: str) -> Callable[[bytes], None]:
    known = by_name(name)

    def judge(data: bytes) -> None:
        reading = known.read(data)
        for problem in reading.problems:
            assert problem.message.isprintable()
            assert problem.message
            assert problem.line > 0
            assert problem.position > 0
        if not reading.concepts or len(data) % 3:  # writing takes longer than reading
            return
        file = GlossaryFile(Path("terms.tsv"), _HEADER)
        file.add(*reading.concepts)  # each can be a row
        concepts = sorted(reading.concepts, key=lambda one: one.sort_key)
        writing = known.write(concepts)
        left = {one.text for one in writing.left_out}
        again = known.read(writing.data)
        assert _errors(again) == []
        kept = [one for one in concepts if one.terms[0] not in left]
        if name == "omegat":  # a note may read as what we write into a comment
            assert _pairs(again.concepts) == _pairs(kept)
        else:
            assert list(again.concepts) == kept

    return judge


def _pairs(concepts: Iterable[Concept]) -> set[tuple[str, str]]:
    return {(term, text) for one in concepts for term in one.terms for text in one.renderings}


def _errors(reading: Reading) -> list[str]:
    return [one.message for one in reading.problems if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "name", [one.name for one in FORMATS if one.readable and one.writable and one.name != "xlsx"]
)
def test_glossaries_of_other_tools(campaign: Campaign, name: str) -> None:
    _judge(name)(_samples(name)[0])
    hunt(
        campaign,
        f"glossary, {name}",
        _maker(name),
        _judge(name),
        holds="what is read can be rows of terms.tsv, and comes back from what is written",
    )


def _workbook(parts: dict[str, bytes], dice: Dice) -> bytes:
    """A workbook of these parts, now and then with one twice, away, or differently packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            for _ in range(dice.choices((1, 0, 2), (30, 1, 1))[0]):
                info = zipfile.ZipInfo(name)
                info.compress_type = dice.choice((0, 0, 0, 8))
                archive.writestr(info, data)
    return file.getvalue()


def test_workbooks(campaign: Campaign) -> None:
    pytest.importorskip("openpyxl")
    with zipfile.ZipFile(io.BytesIO(_samples("xlsx")[1])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = {name: data.decode() for name, data in parts.items()}
    names = sorted(parts)
    sheet = next(name for name in names if "sheet1.xml" in name)
    extra = (*_XML_EXTRA, "<c t='s'><v>99999999999</v></c>", "<c t='d'><v>0</v></c>", "<f>1</f>")
    extra += (
        "<c r='XFE1048577'/>",
        "<row r='99999999'/>",
        "<v>NaN</v>",
        "<v>1e400</v>",
        "<sheet/>",
    )
    extra += ("<c r='A1' s='9999999999999'/>", "<c r='A0'/>", "<c r='\ud7ff1' t='x'><v>x</v></c>")

    def make(dice: Dice) -> bytes:
        if dice.often(0.6):
            return dice.damaged(dice.choice(_samples("xlsx")))
        name = sheet if dice.often(0.6) else dice.choice(names)
        text = dice.respliced([texts[name]], _XML, extra)
        return _workbook(parts | {name: text.encode("utf-8", "surrogatepass")}, dice)

    def judge(data: bytes) -> None:
        reading = by_name("xlsx").read(data)
        assert all(one.message.isprintable() for one in reading.problems)
        GlossaryFile(Path("terms.tsv"), _HEADER).add(*reading.concepts)

    judge(_samples("xlsx")[0])
    hunt(
        campaign,
        "glossary, xlsx",
        make,
        judge,
        holds="what is read can be rows of terms.tsv",
    )


def test_pages_and_other_writers(campaign: Campaign) -> None:
    """What can only be written: no concept, whatever it holds, becomes markup or another row."""
    writers = [one for one in FORMATS if one.writable and not one.readable]

    def make(dice: Dice) -> list[Concept]:
        return [
            Concept(
                (dice.text(3),),
                (dice.text(3),),
                (dice.text(2),) if dice.often(0.3) else (),
                dice.choice((None, *PartOfSpeech)),
                dice.piece(),
                note=dice.text(3) + dice.choice(("", "<script>alert(1)</script>", "](x)", "=1+1")),
            )
            for _ in range(dice.randint(0, 2))
        ]

    def judge(concepts: list[Concept]) -> None:
        for one in writers:
            writing = one.write(concepts)
            text = writing.data.decode()
            assert "<script>alert" not in text
            assert not re.search(r"[\0\x1b\u202e\u2066]", text)
            assert all(left.reason.isprintable() for left in writing.left_out)

    hunt(
        campaign,
        "glossary, written only (html, markdown, deepl)",
        make,
        judge,
        holds="nothing of a concept is markup or a control",
        inputs=INPUTS // 5,
    )


def test_own_table(campaign: Campaign, tmp_path: Path) -> None:
    """`terms.tsv`: no good row is lost, and no bad one is changed, when another is added."""
    make = _maker("tsv")

    def judge(data: bytes) -> None:
        path = tmp_path / "terms.tsv"
        file = GlossaryFile(path, data)
        new = Concept(("zzz percobaan",), ("trial",))
        before = file.concepts
        lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
        try:
            file.add(new)
        finally:
            assert file.concepts == before or new in file.concepts
        written = file._mark + b"".join(line.raw for line in file._lines)  # what save() writes
        assert set(before) | {new} <= set(GlossaryFile(path, written).concepts)
        said = written.removeprefix(b"\xef\xbb\xbf").split(b"\n")
        for line in lines:
            if line:
                said.remove(line if line in said else line + b"\r")
        file.remove(new)
        assert set(before) <= set(file.concepts)  # a line cut off after its CR is whole by now

    hunt(
        campaign,
        "terms.tsv, and a row added",
        make,
        judge,
        holds="every good row is there after saving, every bad line as it was",
    )
