"""Anything as a file of the desk: PO, XLIFF, memories, settings, journals, packages."""

import io
import json
import math
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from campaign.fuzz.dice import Dice
from campaign.fuzz.hunt import hunt
from campaign.record import Campaign

from padanan.desk import Desk
from padanan.errors import InputError
from padanan.translate import bilingual, collection, po_reading
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.checks import CheckSettings
from padanan.translate.engine import package
from padanan.translate.export import by_name
from padanan.translate.export.document import Document
from padanan.translate.export.returned import Options, merge
from padanan.translate.export.xliff_reader import read as read_xliff
from padanan.translate.machine import Offer, Term
from padanan.translate.memory.refused import Refused
from padanan.translate.memory.tmx_reader import read_tmx
from padanan.translate.memory.tmx_writer import write_tmx
from padanan.translate.memory.unit import Unit
from padanan.tui import journal_lines, places, presence
from padanan.tui.changes import Change
from padanan.tui.keymap import Keys

_ENTRIES = (
    Entry(
        "0a1b2c3d",
        "Banjir di Demak surut",
        "Floods in Demak recede",
        State.APPROVED,
        kind=BlockKind.HEADLINE,
        rule="first-line",
        line=1,
        how="model",
        score=-0.4,
        confidence=0.71,
        terms=(Term("Banjir", "flood", "model"),),
        made_from="0123456789abcdef",
        fingerprint="fedcba9876543210",
        machine="Floods in Demak receded",
        comment="tanya Ani",
    ),
    Entry(
        "1a1b2c3d",
        'Warga berkata: "Air\tsudah surut." Jumlahnya 5.000 orang.',
        'Residents said: "The water has\nreceded." There are 5,000 \\ of them.',
        State.DRAFT,
        line=2,
        how="memory",
        memory="a.po 0a1b2c3d, 2022-01-27, Ani",
        findings=("value-missing: 5.000 is missing.",),
        offer=Offer(83, "[-Banjir-] {+Air+} surut", "The flood recedes", "a.po 1"),
        segmented="split",
        flags=("ignore-names", "no-wrap"),
    ),
    Entry(
        "skip-1",
        "Baca juga: x",
        "",
        State.SKIPPED,
        kind=BlockKind.FURNITURE,
        rule="see-also",
        line=3,
    ),
    Entry("2a1b2c3d", "Satu.", "", State.EMPTY, line=4),
)
_CONTENT = Bilingual("../seeds/a b.txt", "0" * 64, "engine", "recipe", "ab", _ENTRIES, _ENTRIES[:1])

_PO = re.compile(r'(\n|"|msg\w+|#[.,:~|]?|\\.|: )')
_PO_EXTRA = (
    *(
        '"',
        '\\"',
        "\\",
        "\\n",
        "\\x41",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x85",
        "\u2028",
    ),
    *(
        "msgid",
        'msgid ""\n',
        'msgstr ""\n',
        "msgctxt",
        "msgid_plural",
        'msgstr[0] "x"\n',
        "domain x\n",
    ),
    *(
        "#",
        "#~ ",
        "#~|",
        "#| ",
        "#. ",
        "#: a:1\n",
        "#, fuzzy\n",
        "#. score: nan\n",
        "#. score: 1e999\n",
    ),
    *(
        "#. score: 1_0\n",
        "#. confidence: -inf\n",
        "#. kind: nothing\n",
        "#. similar: 9999 % x\n",
        "#. term: a",
    ),
    *(
        "#: \xb2:\xb2\n",
        "#: a:" + "9" * 5000 + "\n",
        "#. machine: \\ud800\n",
        "#. machine: \\u0000\n",
    ),
    *(
        "X-Padanan-Article: x\\n",
        "Content-Type: text/plain; charset=utf-16\\n",
        "Plural-Forms: x\\n",
        "#. ",
    ),
    *(
        "#. skipped: x\n",
        "#. segmented: joined\n",
        "#. draft: \n",
        "#. finding: \n",
        "# padanan:ignore x\n",
    ),
)

_XML = re.compile(r"(<[^>]*>)")
_XML_EXTRA = (
    *(
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?pi x?>",
        "&amp;",
        "&#0;",
        "&#13;",
        "&lt;",
        "&x;",
        "<",
        "</x>",
    ),
    *(
        "<!DOCTYPE x [<!ENTITY x 'y'>]>",
        '<!DOCTYPE tmx SYSTEM "file:///etc/passwd">',
        "<g id='1'>",
        "</g>",
    ),
    *(
        "<target/>",
        "<target state='final'>",
        "<target>",
        "</target>",
        "<source>",
        "<x id='1'/>",
        "<ph>",
    ),
    *(
        "<mrk mtype='seg' mid='1'>",
        "<mrk type='comment' value='n'>",
        "<segment>",
        "</segment>",
        "<ignorable>",
    ),
    *(
        "<unit id='0a1b2c3d'>",
        "<trans-unit id='0a1b2c3d'>",
        "<note>n</note>",
        "<cp hex='1b'/>",
        "<cp hex='z'/>",
    ),
    *(
        "<alt-trans>",
        "<file source-language='id'>",
        "<file>",
        "</file>",
        "<xliff>",
        "<bpt>x</bpt>",
        "<tu>",
    ),
    *(
        "<tuv xml:lang='id'>",
        "<tuv lang='en-US'>",
        "<seg>",
        "</seg>",
        "<prop type='x'>",
        "<header/>",
        "</tu>",
    ),
    *(
        "<tu creationdate='99999999T999999Z'>",
        "<x ctype='x-padanan-character' equiv-text='U+110000'/>",
    ),
)


def _as_bytes(dice: Dice, text: str) -> bytes:
    code = (
        "utf-8" if dice.often(0.95) else dice.choice(("utf-8-sig", "utf-16", "utf-16-le", "cp1252"))
    )
    data = text.encode(code, "replace" if code == "cp1252" else "surrogatepass")
    return dice.damaged(data) if dice.often(0.3) else data


def test_bilingual_files(campaign: Campaign, quick: Path) -> None:
    samples = [bilingual.dumps(_CONTENT), bilingual.dumps(Bilingual(*["x"] * 5, _ENTRIES[:1]))]

    def make(dice: Dice) -> bytes:
        return _as_bytes(dice, dice.respliced(samples, _PO, _PO_EXTRA))

    def judge(data: bytes) -> None:
        content = bilingual.load(_held(quick, data))
        assert content is not None
        text = data.decode("utf-8-sig")
        fast = po_reading.read(text)
        if fast is not None:
            slow = bilingual._read(text)
            assert fast[1:] == slow[1:]
            assert (fast[0].metadata, fast[0].header) == (slow[0].metadata, slow[0].header)
        for entry in content.entries:
            for number in (entry.score, entry.confidence):
                assert number is None or math.isfinite(number)
        if len(data) % 3:  # writing takes longer than reading
            return
        written = bilingual.dumps(content)
        written.encode()
        again = bilingual.loads(written)
        assert list(map(_work, again.entries)) == list(map(_work, content.entries))
        kept = [(one.source, one.target) for one in content.obsolete]
        assert [(one.source, one.target) for one in again.obsolete] == kept
        assert bilingual.dumps(again) == written

    hunt(
        campaign,
        "bilingual files (PO)",
        make,
        judge,
        holds="read as polib reads it; what is read comes back from what is written",
        inert=False,
    )


_SHARED = Path("/dev/shm")
"""Where files are in memory, on Linux: disks make a hundred thousand of them take long."""


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder for files that are written and read very often."""
    if not os.access(_SHARED, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=_SHARED) as folder:
        yield Path(folder)


def _held(folder: Path, data: bytes) -> Path:
    """A file of these bytes, one for each process."""
    path = folder / str(os.getpid())
    path.write_bytes(data)
    return path


def _work(entry: Entry) -> object:
    """What a person has done, and what it is about; machine lines lose their controls."""
    return entry.id, entry.source, entry.target, entry.state, entry.comment, entry.flags


_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What breaks lines in XML's texts and cannot in a bilingual file, which has a space for it."""


def test_xliff(campaign: Campaign) -> None:
    document = Document("a", _CONTENT)
    samples = [
        by_name(name).write([document], marked=True).data.decode() for name in ("xliff", "xliff2")
    ]

    def make(dice: Dice) -> tuple[bytes, Options]:
        text = dice.respliced(samples, _XML, _XML_EXTRA)
        return _as_bytes(dice, text), Options(dice.often(0.5), dice.often(0.5))

    def judge(given: tuple[bytes, Options]) -> None:
        found = read_xliff(given[0])
        for units in found.values():
            merged = merge(_CONTENT, units, given[1])
            assert [one.id for one in merged.content.entries] == [one.id for one in _ENTRIES]
            assert [one.source for one in merged.content.entries] == [
                one.source for one in _ENTRIES
            ]
            text = bilingual.dumps(merged.content)
            kept = tuple(
                replace(one, target=_LINE_BREAKS.sub(" ", one.target))
                for one in merged.content.entries
            )
            assert bilingual.loads(text).entries == kept
            text.encode()
            if not given[1].overwrite and not given[1].approve:
                gone = [one for one in merged.content.entries if one.state is State.EMPTY]
                assert len(gone) <= 2

    hunt(
        campaign,
        "XLIFF 1.2 and 2.1, and what is taken of it",
        make,
        judge,
        holds="no source changes; what is merged comes back from the bilingual file",
    )


def test_memories_of_other_tools(campaign: Campaign) -> None:
    units = [
        Unit(
            'Ia "tiba" & <pergi>.',
            "He 'came' & <left>.",
            "a.po",
            "1a",
            "2022-01-27T03:50:00Z",
            "Ani",
        ),
        Unit("Satu dua.", "One two."),
        Unit("Tiga\tempat", "Three\nfour"),
    ]
    sample = io.BytesIO()
    write_tmx(sample, units)
    samples = [
        sample.getvalue().decode(),
        sample.getvalue().decode().replace("<seg>", "<seg><bpt/>"),
    ]

    def make(dice: Dice) -> bytes:
        return _as_bytes(dice, dice.respliced(samples, _XML, _XML_EXTRA))

    def judge(data: bytes) -> None:
        found = list(read_tmx(io.BytesIO(data)))
        for one in found:
            if isinstance(one, Refused):
                assert one.reason.isprintable()
        read = [one for one in found if isinstance(one, Unit)]
        file = io.BytesIO()
        write_tmx(file, read)
        assert list(read_tmx(io.BytesIO(file.getvalue()))) == read

    hunt(
        campaign,
        "memories of other tools (TMX)",
        make,
        judge,
        holds="each unit is read or refused in words, and comes back from what is written",
    )


_TOML = """glossary = "terms.tsv"
memory = "memory.sqlite"
model = "argos"
beam = 4
theme = "dark"
language = "id"
[checks]
disable = ["names", "quotes"]
[checks.length-ratio]
severity = "note"
low = 0.3
[keys.list]
approve = "ctrl+s, a"
[keys.editor]
approve = "f12"
"""
_TOML_PARTS = re.compile(r"(\n|[\[\]{}=,.\"']+)")
_TOML_EXTRA = (
    *(
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        '"',
        "'",
        '"""',
        "'''",
        "\n",
        ".",
        ",",
        "#",
        "\\u0000",
        "\\ud800",
    ),
    *(
        "true",
        "1e999",
        "nan",
        "inf",
        "-0",
        "0x10",
        "1_0",
        "1979-05-27T07:32:00Z",
        "99999999999999999999",
    ),
    *(
        "checks",
        "keys",
        "severity",
        "least",
        "most",
        "beam",
        "a.b.c.d",
        "[checks.x]",
        "x = {y = [",
        "\ufeff",
    ),
    *(
        "disable = 1",
        "severity = 1",
        "[keys]\n",
        "ctrl+",
        "f99",
        "[" * 30,
        "{a=" * 20,
        "escape",
        "enter",
    ),
)


def test_settings(campaign: Campaign, quick: Path) -> None:
    def make(dice: Dice) -> bytes:
        return _as_bytes(dice, dice.respliced([_TOML], _TOML_PARTS, _TOML_EXTRA))

    def judge(data: bytes) -> None:
        desk = Desk.load(_held(quick, data))
        CheckSettings.from_table(desk.checks, "held")
        Keys(desk.keys, "held")

    hunt(
        campaign,
        "settings (padanan.toml), with checks and keys",
        make,
        judge,
        holds="settings, or a sentence",
        inert=False,
        least_taken=0.02,
    )


@cache
def _journal() -> str:
    changes = [
        Change(_ENTRIES[:1], _ENTRIES[1:2], typed=True),
        Change(_ENTRIES[1:3], _ENTRIES[:2]),
    ]
    lines = [journal_lines.HEADER, *(line for one in changes for line in journal_lines.did(one))]
    lines.append(journal_lines.types(journal_lines.Typing("0a1b2c3d", "x", "y", 1)))
    return b"".join(lines).decode()


_JSON = re.compile(r"([\[\]{},:\n]+)")
_JSON_EXTRA = (
    *(
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        '"',
        "\\",
        "null",
        "true",
        "NaN",
        "Infinity",
        "-1",
        "1e999",
        "0.5",
    ),
    *(
        '"\\ud800"',
        '"\\u0000"',
        "9" * 40,
        "9" * 5000,
        "[" * 200,
        '{"a":' * 200,
        "\n",
        '"id"',
        '"did":',
        '"types":',
    ),
    *(
        '"state"',
        '"approved"',
        '"line":true',
        '"terms":[[1,2,3,4]]',
        '"offer":[1]',
        "\ufeff",
        '"score":"x"',
    ),
)


def test_journals(campaign: Campaign) -> None:
    def make(dice: Dice) -> bytes:
        return _as_bytes(dice, dice.respliced([_journal()], _JSON, _JSON_EXTRA))

    def judge(data: bytes) -> None:
        found = journal_lines.read(data)
        for change in found.changes:
            bilingual.dumps(Bilingual("a", "", "", "", "", change.seen + change.new)).encode()
        lines = [line for change in found.changes for line in journal_lines.did(change)]
        if found.typing is not None:
            lines.append(journal_lines.types(found.typing))
        again = journal_lines.read(journal_lines.HEADER + b"".join(lines))
        assert again.sound
        assert list(map(_said, again.changes)) == list(map(_said, found.changes))
        assert again.typing == found.typing

    hunt(
        campaign,
        "journals of the desk",
        make,
        judge,
        holds="what can be read is read, and comes back from what is written",
    )


def _said(change: Change) -> object:
    return change.seen, change.new, change.typed


def test_small_files_of_the_desk(campaign: Campaign, quick: Path) -> None:
    samples = [
        json.dumps(
            {"articles": {"/a/b.po": "0a1b"}, "preferences": {"theme": "dark", "wide": True}}
        ),
        json.dumps({"who": "Ani", "host": "h", "pid": 7, "since": "2022-01-27T03:50:00Z"}),
    ]

    def make(dice: Dice) -> bytes:
        return _as_bytes(dice, dice.respliced(samples, _JSON, _JSON_EXTRA))

    def judge(data: bytes) -> None:
        file = _held(quick, data)
        known, preferred = places._read(file)
        assert all(isinstance(one, str) for one in (*known, *known.values(), *preferred))
        remembered = places.Places(file)
        assert isinstance(remembered.preference("theme", "x"), str)
        assert isinstance(remembered.get(Path("/a/b.po")), str)
        holder = presence._read(file)
        assert holder is None or str(holder)

    hunt(
        campaign,
        "places and presence (JSON)",
        make,
        judge,
        holds="what makes sense is taken, and the rest passed over",
    )


def test_metadata_of_packages(campaign: Campaign) -> None:
    plain: dict[str, Any] = {
        "package_version": "1.9",
        "argos_version": "1.9",
        "from_code": "id",
        "from_name": "Indonesian",
        "to_code": "en",
        "to_name": "English",
        "code": "translate-id_en",
        "links": ["https://x"],
        "target_prefix": "",
        "padanan": {"longest": 120},
    }
    other = {
        "type": "translate",
        "languages": [{"code": "id"}, {"code": "en"}],
        "from_codes": ["id"],
    }
    samples = [json.dumps(plain), json.dumps(other | {"to_codes": ["en", 1, None]})]

    def make(dice: Dice) -> bytes:
        return _as_bytes(dice, dice.respliced(samples, _JSON, _JSON_EXTRA))

    def judge(data: bytes) -> None:
        metadata = package.parse_metadata(data, "a/metadata.json")
        for text in (metadata.code, metadata.version, metadata.from_name, metadata.target_prefix):
            assert text.isprintable()
            assert len(text) <= 200
        assert 20 <= metadata.longest <= 400
        assert metadata.version_key is not None

    hunt(
        campaign,
        "metadata of packages (JSON)",
        make,
        judge,
        holds="short, printable texts, or a sentence",
    )


def test_collections(campaign: Campaign, quick: Path) -> None:
    lines = [
        {"id": "2022/01/rapat", "text": "Rapat dibuka.\n\nIa hadir.", "x": [1, {"y": None}]},
        {"id": 7, "markdown": "# Rapat\n\nIa hadir."},
        {"id": "b", "text": "", "html": "<p>Ia hadir.</p>"},
    ]
    samples = ["".join(json.dumps(one) + "\n" for one in lines)]
    extra = (
        *_JSON_EXTRA,
        "../",
        "/etc/x",
        "C:\\\\x",
        "..",
        "\\n",
        '"id":',
        '"text":',
        '{"id":1}\n',
    )

    def make(dice: Dice) -> bytes:
        return _as_bytes(dice, dice.respliced(samples, _JSON, extra))

    def judge(data: bytes) -> None:
        path = _held(quick, data).rename(quick / f"{os.getpid()}.jsonl")
        known = set()
        for one in collection.members(path):
            if isinstance(one, InputError):
                assert one.message.isprintable()
                continue
            assert one.member not in known
            known.add(one.member)
            assert not Path(one.member).is_absolute()
            assert ".." not in Path(one.member).parts
            with suppress(InputError):
                words, suffix = one.content(one.member)
                words.decode()
                assert suffix in (".txt", ".md", ".html")

    hunt(
        campaign,
        "collections (JSON Lines)",
        make,
        judge,
        holds="each line is an article or a sentence; no id leads out of the results",
    )
