"""TMX: files of other tools read, hostile ones refused, ours written and read again."""

import io
import tracemalloc
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from padanan.errors import InputError
from padanan.translate.memory import Memory, Unit
from padanan.translate.memory.importing import read
from padanan.translate.memory.refused import Refused
from padanan.translate.memory.storing import tidy
from padanan.translate.memory.tmx_reader import read_tmx
from padanan.translate.memory.tmx_unit import DRAFT
from padanan.translate.memory.tmx_writer import write_tmx

SAMPLES = Path(__file__).parent / "samples"

HEAD = '<tmx version="1.4"><header srclang="id"/><body>'
FOOT = "</body></tmx>"


def _tu(source: str, target: str, more: str = "") -> str:
    return (
        f'<tu {more}><tuv xml:lang="id"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>'
    )


def _read(text: str | bytes) -> list[Unit | Refused]:
    return list(read_tmx(io.BytesIO(text if isinstance(text, bytes) else text.encode())))


def _refusals(text: str | bytes) -> list[str]:
    return [one.reason for one in _read(text) if isinstance(one, Refused)]


def _units(text: str | bytes) -> list[Unit]:
    return [one for one in _read(text) if isinstance(one, Unit)]


# Other tools


def test_omegat() -> None:
    assert list(read(SAMPLES / "omegat.tmx")) == [
        Unit(
            "Jembatan itu diresmikan kemarin.",
            "The bridge was opened yesterday.",
            time="2023-04-05T06:15:00Z",
            who="sari",
        ),
        Unit(
            "Baca <g1>selengkapnya</g1> di sini.",
            "Read <g1>more</g1> here.",
            time="2023-04-01T01:02:04Z",
            who="budi",
        ),
        Unit(
            "Jembatan itu diresmikan kemarin.",
            "That bridge was inaugurated yesterday.",
            "berita/banjir.po",
            "c0ffee",
            "2023-04-05T06:16:00Z",
            "sari",
        ),
        Refused(35, "has no English (its languages: “ID”)"),
    ]
    (coded,) = read(SAMPLES / "omegat-level2.tmx")
    assert coded == Unit("Menteri itu tiba.", "The minister arrived.")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_trados_workbench_in_utf_16(encoding: str) -> None:
    text = "\ufeff" + (SAMPLES / "workbench.tmx").read_text("utf-8").replace("\n", "\r\n")
    source = "Harga beras naik {\\b 5} persen pekan ini."
    stamp = ("", "", "2008-02-15T10:30:00Z", "AGUS")
    assert _read(text.encode(encoding)) == [
        Unit(source, "The price of rice rose by {\\b 5} per cent this week.", *stamp),
        Unit(source, "The price of rice rose {\\b 5} percent this week.", *stamp),
        Unit("Saham turun.", "Shares fell.", "", "", "2007-11-12T09:00:00Z", "KANTOR"),
        Refused(39, "has no Indonesian (its languages: “DE-DE, EN-US”)"),
    ]


def test_trados_studio_with_a_character_that_is_none() -> None:
    first, damaged, last = read(SAMPLES / "studio.tmx")
    assert first == Unit(
        "Presiden Republik Indonesia menolak usul itu.",
        "The President of the Republic of Indonesia rejected the proposal.",
        time="2019-03-04T04:05:06Z",
        who="KANTOR\\agus",
    )
    assert isinstance(damaged, Refused)
    assert damaged.line == 20
    assert damaged.reason.startswith("is damaged (“")
    assert isinstance(last, Unit)
    assert last.source == "Baik lagi."


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("id", "source"),
        ("ID-ID", "source"),
        ("in", "source"),
        ("in_ID", "source"),
        ("en", "target"),
        ("EN-GB", "target"),
        ("en-AU", "target"),
        ("ms", ""),
        ("ind-x", "source"),
        ("enm", ""),
    ],
)
def test_languages(code: str, kind: str) -> None:
    other = {"source": "en", "target": "id", "": "id"}[kind]
    found = _read(
        f'{HEAD}<tu><tuv xml:lang="{code}"><seg>a</seg></tuv>'
        f'<tuv xml:lang="{other}"><seg>b</seg></tuv></tu>{FOOT}'
    )
    expected = {"source": [Unit("a", "b")], "target": [Unit("b", "a")]}
    assert [one for one in found if isinstance(one, Unit)] == expected.get(kind, [])


def test_the_attribute_of_tmx_before_1_4() -> None:
    old = _tu("satu", "one").replace("xml:lang", "lang")
    assert _units(HEAD + old + FOOT) == [Unit("satu", "one")]


@pytest.mark.parametrize(
    ("date", "time"),
    [
        ("20220127T035000Z", "2022-01-27T03:50:00Z"),
        ("2022-01-27T03:50:00Z", "2022-01-27T03:50:00Z"),
        ("2022-01-27 03:50:00.123", "2022-01-27T03:50:00Z"),
        ("20220127", "2022-01-27T00:00:00Z"),
        ("20221327T035000Z", ""),
        ("02220127T035000Z", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates(date: str, time: str) -> None:
    (unit,) = _units(HEAD + _tu("satu", "one", f'creationdate="{date}"') + FOOT)
    assert unit.time == time


def test_a_segment_has_one_unit_even_in_a_file_that_has_two_of_it() -> None:
    unit = (
        _tu("satu", "one")
        .replace("<tuv", '<prop type="x-padanan-segment">s1</prop><tuv', 1)
        .replace("</tu>", '<tuv xml:lang="en-GB"><seg>uno</seg></tuv></tu>')
    )
    assert [one.segment for one in _units(HEAD + unit + FOOT)] == ["", ""]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("a <ph>x</ph> b", "a b"),
        ("a<ph>x</ph>b", "ab"),
        ("a<ph type='lb'/>b", "a b"),
        ("a <ph type='lb'/> b", "a b"),
        ("a<hi>b<ph>x<sub>y</sub></ph>c</hi>d", "abcd"),
        ("<hi><hi>a</hi></hi>", "a"),
        ("a<foo>b</foo>", "ab"),
        ("a<!-- b -->c<?d e?>f", "acf"),
        ("<![CDATA[a <b> & c]]>", "a <b> & c"),
    ],
)
def test_codes_are_dropped_and_text_is_kept(inside: str, text: str) -> None:
    assert [unit.target for unit in _units(HEAD + _tu("x", inside) + FOOT)] == [text]


# Damage, and files that mean no good


def test_on_one_line_only_the_damaged_unit_is_lost() -> None:
    bad = ["a &#x1F; b", "a \x1f b", "a & b", "a &nbsp; b", "<bpt>a", "a</seg></seg>"]
    for text in bad:
        file = HEAD + _tu("satu", "one") + _tu(text, "x") + _tu("dua", "two") + FOOT
        found = _read(file)
        assert [one.source for one in found if isinstance(one, Unit)] == ["satu", "dua"], text
        assert [one.line for one in found if isinstance(one, Refused)] == [1], text
    latin = HEAD.encode() + _tu("caf\xe9", "x").encode("latin-1") + _tu("dua", "two").encode()
    assert [unit.source for unit in _units(latin + FOOT.encode())] == ["dua"]


@pytest.mark.parametrize("end", range(1, 60, 7))
def test_a_file_that_is_cut_off_gives_what_is_whole(end: int) -> None:
    whole = HEAD + _tu("satu", "one") + _tu("dua", "two dogs and three cats at home")
    found = _read(whole[:-end])
    assert Unit("satu", "one") in found
    assert Unit("dua", "two dogs and three cats at home") not in found
    assert isinstance(found[-1], Refused)
    assert "cut off" in found[-1].reason


def test_however_much_is_damaged_the_rest_is_read() -> None:
    file = "".join(
        _tu("a &#x1F; b" if number % 3 else f"kalimat {number}", "x") + "\n"
        for number in range(900)
    )
    found = _read(HEAD + file + FOOT)
    assert [type(one) for one in found] == [Unit, Refused, Refused] * 300
    lines = [one.line for one in found if isinstance(one, Refused)]
    assert lines == [number + 1 for number in range(900) if number % 3]
    (last,) = _refusals(HEAD + file.replace("&#x1F;", "") + "\n\n" + _tu("x", "") + FOOT)
    assert last == "has no text in English"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig", "iso-8859-1"])
def test_damage_in_any_encoding(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8", "utf-16-be": "utf-16"}.get(encoding, encoding)
    bom = "\ufeff" if encoding == "utf-16-be" else ""
    text = f'{bom}<?xml version="1.0" encoding="{name}"?>\n{HEAD}'
    text += _tu("é", "1") + "\n" + _tu("é &#1; <bpt>", "2") + "\n" + _tu("éê", "3") + _tu("", "4")
    found = _read((text + FOOT).encode(encoding))
    assert [one.source for one in found if isinstance(one, Unit)] == ["é", "éê"]
    assert [one.line for one in found if isinstance(one, Refused)] == [3, 4]


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        (_tu("", "x"), "has no text in Indonesian"),
        (_tu(" \n ", "x"), "has no text in Indonesian"),
        (_tu("x", "<ph>y</ph>"), "has no text in English"),
        ("<tu/>", "has no Indonesian (its languages: none)"),
        (
            _tu("x", "y").replace("en", "\u202en").replace("segm", "x"),
            "has no English (its languages: “id, \\u202en”)",
        ),
    ],
)
def test_units_that_are_none_are_told(unit: str, reason: str) -> None:
    assert _refusals(HEAD + unit + FOOT) == [reason]


ENTITIES = [
    '<!DOCTYPE tmx [<!ENTITY a "b">]>',
    '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
]


@pytest.mark.parametrize("doctype", ENTITIES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(doctype: str, encoding: str) -> None:
    text = doctype + HEAD + _tu("a", "&a;") + FOOT
    with pytest.raises(InputError, match="declares XML entities"):
        _read(text.encode(encoding))


def test_a_billion_laughs_in_an_attribute_costs_nothing() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    text = f'<!DOCTYPE tmx [{laughs}]><tmx version="&l11;"><header/><body/></tmx>'
    tracemalloc.start()
    with pytest.raises(InputError):
        _read(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def test_no_file_is_read_for_a_document_type(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text('<!ENTITY secret "SECRET">')
    text = f'<!DOCTYPE tmx SYSTEM "{(tmp_path / "x.dtd").as_uri()}">'
    found = _read(text + HEAD + _tu("a", "&secret;") + _tu("b", "c") + FOOT)
    assert not any("SECRET" in repr(one) for one in found)
    assert Unit("b", "c") in found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<html><body/></html>",
        b"<tbx/>",
        b"\xff\xfe\x00",
        b"\x00" * 100_000,
        b"PK\x03\x04",
        b"<?xml version='1.0' encoding='UTF-16'?><tmx/>",
    ],
)
def test_what_is_no_tmx_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^is no TMX file"):
        _read(data)


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.tmx: there is no such file\."):
        list(read(tmp_path / "x.tmx"))
    (tmp_path / "y.tmx").mkdir()
    with pytest.raises(InputError, match=r"y\.tmx: cannot be read"):
        list(read(tmp_path / "y.tmx"))


@pytest.mark.parametrize(
    ("tu", "tuv", "who"),
    [
        ('creationid="{0}" changeid="{0}"', "", None),
        ('creationid="{0}"', "", None),
        ('creationid="ani" changeid="{0}"', "", None),
        ("", 'changeid="{0}"', None),
        ('creationid="{0}" changeid="ani"', "", "ani"),
        ('creationid="{0}" changeid="{0}"', 'changeid="ani"', "ani"),
        ('creationid="{0} no more"', "", "padanan draft no more"),
    ],
)
def test_a_draft_is_none_until_somebody_changes_it(tu: str, tuv: str, who: str | None) -> None:
    text = (
        HEAD
        + "\n"
        + (
            f'<tu {tu}><tuv xml:lang="id"><seg>Ia tiba.</seg></tuv>'
            f'<tuv xml:lang="en" {tuv}><seg>He arrived.</seg></tuv></tu>'
        )
    )
    line = text.count("\n") + 1
    for name in (DRAFT, DRAFT.upper()):  # as Trados Workbench writes names
        (found,) = _read((text + FOOT).replace("{0}", name).encode())
        if who is None:
            assert found == Refused(line, "is a draft that nobody has approved", draft=True)
        else:
            assert isinstance(found, Unit)
            assert found.who.casefold() == who


@given(st.binary(max_size=200), st.integers(0, 400))
def test_no_damage_brings_it_down(noise: bytes, at: int) -> None:
    good = (HEAD + _tu("satu", "one") + _tu("dua", "two") + FOOT).encode()
    data = good[:at] + noise + good[at:]
    try:
        found = _read(data)
    except InputError:
        return
    assert all(isinstance(one, Unit | Refused) for one in found)


# Ours


_TEXT = st.text(
    st.one_of(
        st.sampled_from("<>&'\"\r\n\t]\x85\u2028 \u202e\ufeff"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)
_TIME = st.one_of(
    st.just(""),
    st.datetimes(min_value=datetime(1900, 1, 1)).map(
        lambda when: when.strftime("%Y-%m-%dT%H:%M:%SZ")
    ),
)


@given(st.lists(st.builds(Unit, _TEXT, _TEXT, _TEXT, _TEXT, _TIME, _TEXT), max_size=5))
def test_what_is_written_is_read_again(units: list[Unit]) -> None:
    whole = [one for unit in units if (one := tidy(unit)) is not None]
    file = io.BytesIO()
    written, replaced = write_tmx(file, whole)
    assert written == len(whole)
    found = [tidy(one) for one in _units(file.getvalue())]
    if not replaced:
        assert found == whole
    assert len(found) == len(whole)


def test_what_xml_cannot_hold_is_replaced_and_counted() -> None:
    file = io.BytesIO()
    assert write_tmx(file, [Unit("a\x00b\x1b", "c"), Unit("d", "e")]) == (2, 1)
    assert _units(file.getvalue()) == [Unit("a\ufffdb\ufffd", "c"), Unit("d", "e")]


def test_it_is_tmx_1_4() -> None:
    file = io.BytesIO()
    write_tmx(
        file, [Unit('A & "B"', "<C>", "d/e.txt", "s1", "2022-01-27T03:50:00Z", 'Siti "S" & Co')]
    )
    assert file.getvalue().decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        '  <header creationtool="padanan" creationtoolversion="0.1.0" segtype="sentence" '
        'o-tmf="padanan" adminlang="en" srclang="id" datatype="plaintext"/>\n'
        "  <body>\n"
        '    <tu creationdate="20220127T035000Z" creationid=\'Siti "S" &amp; Co\' '
        'changedate="20220127T035000Z" changeid=\'Siti "S" &amp; Co\'>\n'
        '      <prop type="x-padanan-article">d/e.txt</prop>\n'
        '      <prop type="x-padanan-segment">s1</prop>\n'
        '      <tuv xml:lang="id"><seg>A &amp; "B"</seg></tuv>\n'
        '      <tuv xml:lang="en"><seg>&lt;C&gt;</seg></tuv>\n'
        "    </tu>\n"
        "  </body>\n"
        "</tmx>\n"
    )
    etree.fromstring(file.getvalue())


def test_a_memory_goes_through_tmx_unharmed(tmp_path: Path) -> None:
    units = [
        Unit("satu", "one", "a", "1", "2022-01-27T03:50:00Z", "ani"),
        Unit("dua", "two", "a", "2", "", ""),
        Unit("tiga", "three"),
        Unit("tiga", "drei"),
    ]
    with Memory.open(tmp_path / "one.sqlite") as one, Memory.open(tmp_path / "two.sqlite") as two:
        one.store(units)
        file = io.BytesIO()
        write_tmx(file, one.units())
        assert two.merge(_units(file.getvalue())) == 4
        assert two.merge(_units(file.getvalue())) == 0
        assert list(two.units()) == list(one.units())
        again = io.BytesIO()
        write_tmx(again, two.units())
        assert again.getvalue() == file.getvalue()


class _Endless(io.RawIOBase):
    """A TMX file of many units that is nowhere whole."""

    def __init__(self, units: int) -> None:
        self._pieces = self._all(units)
        self._rest = b""

    @staticmethod
    def _all(units: int) -> Iterator[bytes]:
        yield HEAD.encode()
        for number in range(units):
            yield _tu(f"kalimat {number} " + "x" * 400, f"sentence {number}").encode()
        yield FOOT.encode()

    def read(self, size: int = -1) -> bytes:
        while len(self._rest) < size and (piece := next(self._pieces, b"")):
            self._rest += piece
        some, self._rest = self._rest[:size], self._rest[size:]
        return some


def test_a_large_file_is_never_in_memory() -> None:
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    file = cast(BinaryIO, _Endless(50_000))  # 25 MB
    count = len([None for one in read_tmx(file) if isinstance(one, Unit)])
    assert count == 50_000
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 20_000  # KiB on Linux; bytes elsewhere, which is stricter
