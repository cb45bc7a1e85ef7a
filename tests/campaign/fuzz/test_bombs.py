"""Small files that are made to become very large, to take for ever, or to reach for other files."""

import io
import json
import socket
import threading
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from campaign.fuzz.confined import confined
from campaign.record import Campaign, Fault

from padanan.desk import Desk
from padanan.glossary import GlossaryFile
from padanan.glossary.formats import by_name
from padanan.translate import bilingual
from padanan.translate.engine import package
from padanan.translate.export.xliff_reader import read as read_xliff
from padanan.translate.memory.tmx_reader import read_tmx
from padanan.translate.read import read_bytes
from padanan.tui import journal_lines, places

SLOW = 15.0
"""Seconds of a processor that the worst may take."""

GROWN = 1_000 << 20
"""Bytes that the worst may need."""

MANY = 5_000_000

Read = Callable[[bytes], object]


def _tried(
    fault: Fault, name: str, function: Callable[[], object], *, never: str = "", must: str = ""
) -> None:
    """Read something, and see that it was taken or refused within bounds.

    Args:
        fault: Where it is noted.
        name: What it is.
        function: Reads it.
        never: What must not come out of it.
        must: What must come of it, "taken" or "refused"; either if empty.
    """
    outcome = confined(function)
    where = f"{name}: {outcome.word}, {outcome.seconds:.1f} s, {outcome.grown >> 20} MiB"
    bad = outcome.word == "failed" or (must and outcome.word != must)
    bad = bad or outcome.seconds > SLOW or outcome.grown > GROWN
    if bad or (never and never in outcome.told):
        fault.failed(f"{where}: {outcome.told[-1500:]}")
    else:
        fault.passed()


_READERS: dict[str, tuple[Read, str, str]] = {
    "TBX 3": (by_name("tbx").read, '<tbx type="TBX-Basic" xml:lang="en">{}<text><body>', "tbx"),
    "TBX 2": (by_name("tbx2").read, "<martif>{}<text><body>", "martif"),
    "TMX": (by_name("tmx").read, "<tmx>{}<body>", "tmx"),
    "memory TMX": (lambda data: list(read_tmx(io.BytesIO(data))), "<tmx>{}<body>", "tmx"),
    "XLIFF 1.2": (
        read_xliff,
        '<xliff version="1.2">{}<file source-language="id" target-language="en"><body>',
        "xliff",
    ),
    "XLIFF 2.1": (read_xliff, '<xliff version="2.1" srcLang="id" trgLang="en">{}<file>', "xliff"),
}

_UNITS = {
    "TBX 3": '<conceptEntry><langSec xml:lang="id"><termSec><term>{0}</term></termSec></langSec>'
    '<langSec xml:lang="en"><termSec><term>{0}</term></termSec></langSec></conceptEntry>',
    "TBX 2": '<termEntry><langSet xml:lang="id"><tig><term>{0}</term></tig></langSet>'
    '<langSet xml:lang="en"><tig><term>{0}</term></tig></langSet></termEntry>',
    "TMX": '<tu><tuv xml:lang="id"><seg>{0}</seg></tuv>'
    '<tuv xml:lang="en"><seg>{0}</seg></tuv></tu>',
    "XLIFF 1.2": '<trans-unit id="s1"><source>{0}</source><target>{0}</target></trans-unit>',
    "XLIFF 2.1": '<unit id="s1"><segment><source>{0}</source><target>{0}</target></segment></unit>',
}
_UNITS["memory TMX"] = _UNITS["TMX"]

_LAUGHS = '<!ENTITY a0 "haha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
)


@contextmanager
def _listening() -> Iterator[tuple[int, list[object]]]:
    """A server at which nobody must ask; its port, and who did."""
    asked: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        over = threading.Event()

        def wait() -> None:
            while not over.is_set():
                try:
                    asked.append(server.accept())
                except TimeoutError:
                    continue

        thread = threading.Thread(target=wait)
        thread.start()
        try:
            yield server.getsockname()[1], asked
        finally:
            over.set()
            thread.join()


def _documents(kind: str, secret: Path, port: int) -> Iterator[tuple[str, bytes]]:
    """Hostile documents of a kind of XML."""
    _, frame, root = _READERS[kind]
    unit = _UNITS[kind]

    def document(declared: str, text: str, more: str = "", within: str = "") -> str:
        return f"{more}<!DOCTYPE {root} {declared}>{frame.format(within)}{unit.format(text)}"

    wide = "x" * 100_000
    dtd = secret.with_suffix(".dtd")
    entities = {
        "billion laughs": document(f"[{_LAUGHS}]", "&a11;"),
        "billion laughs in an attribute": document(
            f"[{_LAUGHS}]", "x", within='<note a="&a11;">n</note>'
        ),
        "quadratic blowup": document(f'[<!ENTITY a "{wide}">]', "&a;" * 20_000),
        "quadratic blowup in attributes": document(
            f'[<!ENTITY a "{wide}">]', "x", within='<note a="&a;&a;&a;"/>' * 5_000
        ),
        "a file as an entity": document(f'[<!ENTITY a SYSTEM "{secret.as_uri()}">]', "&a;"),
        "an address as an entity": document(
            f'[<!ENTITY a SYSTEM "http://127.0.0.1:{port}/a">]', "&a;"
        ),
        "a parameter entity of a file": document(
            f'[<!ENTITY % a SYSTEM "{dtd.as_uri()}"> %a;]', "&hidden;"
        ),
        "a parameter entity of an address": document(
            f'[<!ENTITY % a SYSTEM "http://127.0.0.1:{port}/b"> %a;]', "&hidden;"
        ),
        "an entity that is itself": document('[<!ENTITY a "&b;"><!ENTITY b "&a;">]', "&a;"),
    }
    for name, text in entities.items():
        yield name, text.encode()
    for code, mark in (("utf-16", ""), ("utf-16-le", ""), ("utf-16-be", ""), ("utf-32", "")):
        for name in ("billion laughs", "billion laughs in an attribute", "a file as an entity"):
            declared = f'<?xml version="1.0" encoding="{code.upper()}"?>'
            yield f"{name} in {code}{mark}", (declared + entities[name]).encode(code)
    for code, called in (("cp037", "IBM037"), ("cp500", "EBCDIC-CP-BE"), ("utf-7", "UTF-7")):
        for name in ("billion laughs", "billion laughs in an attribute", "a file as an entity"):
            declared = f'<?xml version="1.0" encoding="{called}"?>'
            yield f"{name} in {called}", (declared + entities[name]).encode(code)
    plain = f'<!DOCTYPE {root} SYSTEM "{{}}">' + frame.format("") + unit.format("&hidden;")
    yield "a DTD of a file", plain.format(dtd.as_uri()).encode()
    yield "a DTD of an address", plain.format(f"http://127.0.0.1:{port}/c").encode()
    start = frame.format("")
    yield "nested 100,000 deep", (start + unit.format("<g>" * 100_000)).encode()
    yield "nested 200 deep", (start + unit.format("<g>" * 200 + "x" + "</g>" * 200)).encode()
    yield "an attribute of 5 MB", (start + unit.format(f'<g a="{"x" * MANY}">x</g>')).encode()
    yield "a text of 12 MB", (start + unit.format("x" * 12_000_000)).encode()
    yield "an instruction of 5 MB", (start + unit.format(f"<?a {'x' * MANY}?>")).encode()
    yield "a comment of 5 MB", (start + unit.format(f"<!--{'x' * MANY}-->")).encode()
    yield "a CDATA of 5 MB that is never closed", (start + f"<![CDATA[{'x' * MANY}").encode()
    attributes = " ".join(f'a{n}="x"' for n in range(20_000))
    yield "20,000 attributes", (start + unit.format(f"<g {attributes}/>")).encode()
    spaces = "".join(f'<g xmlns:a{n}="u:{n}">' for n in range(250))
    yield "250 name spaces", (start + unit.format(spaces)).encode()
    yield "an element's name of 5 MB", (start + f"<{'x' * MANY}>").encode()
    yield "300,000 empty elements", (start + "<g/>" * 300_000).encode()
    yield "100,000 units never closed", (start + unit[: unit.index("{")] * 100_000).encode()


@pytest.mark.parametrize("kind", list(_READERS))
def test_xml(campaign: Campaign, tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-word")
    secret.with_suffix(".dtd").write_text('<!ENTITY hidden "the-secret-word">')
    read = _READERS[kind][0]
    with (
        _listening() as (port, asked),
        campaign.fault(
            "bombs", kind, holds="read or refused within bounds, no file and no address opened"
        ) as fault,
    ):
        for name, data in _documents(kind, secret, port):
            _tried(fault, name, lambda data=data: read(data), never="the-secret-word")
        if asked:
            fault.failed(f"an address was asked {len(asked)} times")


def test_pages(campaign: Campaign) -> None:
    text = "<p>Banjir di Demak surut, kata warga di sana pada Kamis.</p>"
    pages = {
        "nested 100,000 deep": "<div>" * 100_000 + text,
        "nested 45,000 deep": "<div>" * 45_000 + text,
        "nested 45,000 inline": "<b>" * 45_000 + text,
        "tables in tables": "<table><tr><td>" * 15_000 + text,
        "lists in lists": "<ul><li>" * 20_000 + text,
        "quotations in quotations": "<blockquote>" * 40_000 + text,
        "an attribute of 5 MB": f'<p title="{"x" * MANY}">' + text,
        "an attribute that is never closed": f'{text}<p title="{"x" * MANY}',
        "comments that are never closed": "<!--" * 1_000_000 + text,
        "scripts that are never closed": text + "<script>" * 500_000,
        "a comment of 5 MB": f"<!--{'x' * MANY}-->" + text,
        "brackets": "<" * 2_000_000 + text,
        "closing brackets": text + ">" * 2_000_000,
        "entities": text + "<p>" + "&amp;" * 1_000_000,
        "unknown entities": text + "<p>" + "&abcdefgh" * 500_000,
        "numbers of characters": text + "<p>" + "&#99999999999;" * 300_000,
        "a declared entity": f'<!DOCTYPE html [{_LAUGHS}]><p title="&a11;">&a11;</p>' + text,
        "a file as an entity": '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;'
        + text,
        "a paragraph of 5 MB": "<p>" + "Banjir di Demak surut. " * 200_000,
        "40,000 paragraphs": text * 20_000,
        "one word of 5 MB": "<p>" + "a" * 5_000_000,
        "attributes": "<p " + " ".join(f"a{n}=x" for n in range(200_000)) + ">" + text,
        "a meta of 5 MB": f'<meta name="author" content="{"Ani " * 1_000_000}">' + text,
        "a title of 5 MB": f"<title>{'Ani ' * 1_000_000}</title>" + text,
        "line breaks": "<p>" + "<br>" * 45_000 + text,
        "images": "<img src=data:x>" * 45_000 + text,
    }
    with campaign.fault("bombs", "HTML", holds="read or refused within bounds") as fault:
        for name, page in pages.items():
            data = page.encode()
            _tried(
                fault, name, lambda data=data: read_bytes(data, "a", ".html"), never="root:x:0:0"
            )


def test_texts(campaign: Campaign, tmp_path: Path) -> None:
    long = "x" * MANY
    toml = tmp_path / "padanan.toml"
    path = tmp_path / "a.po"

    def settings(text: str) -> Callable[[], object]:
        def read() -> object:
            toml.write_text(text)
            return Desk.load(toml)

        return read

    def entry(text: str) -> Callable[[], object]:
        def read() -> object:
            head = 'msgid ""\nmsgstr ""\n"X-Padanan-Article: a\\n"\n\n'
            path.write_text(f'{head}msgctxt "a"\n{text}\n')
            content = bilingual.load(path)
            assert content is not None
            return len(bilingual.dumps(content))

        return read

    def state(text: str) -> Callable[[], object]:
        def read() -> object:
            file = tmp_path / "places.json"
            file.write_text(text)
            return places._read(file)

        return read

    table = b"id\ten\n"
    cases: dict[str, Callable[[], object]] = {
        "a table's cell of 5 MB": lambda: (
            GlossaryFile(path, table + f"a\t{long}\n".encode()).problems
        ),
        "a table's row of 5 million cells": lambda: len(
            GlossaryFile(path, table + b"a" + b"\t" * MANY).problems
        ),
        "a table's cell of a million bars": lambda: len(
            GlossaryFile(path, table + b"a\t" + b"|b" * 1_000_000).problems
        ),
        "a table of a million bad rows": lambda: len(
            GlossaryFile(path, table + b"\t\n" * 1_000_000).problems
        ),
        "CSV, a field of 5 MB": lambda: by_name("csv").read(f"id,en\na,{long}\n".encode()),
        "CSV, a field never closed": lambda: by_name("csv").read(f'id,en\na,"{long}\n'.encode()),
        "CSV, quotation marks never closed": lambda: by_name("csv").read(b'id,en\n"' * 100_000),
        "CSV, 5 million columns": lambda: by_name("csv").read(b"," * 5_000_000),
        "CSV, a header of 100,000 columns": lambda: by_name("csv").read(b"id," * 100_000 + b"en\n"),
        "OmegaT, a line of 5 MB": lambda: by_name("omegat").read(f"a\t{long}\n".encode()),
        "glossary PO, a msgid of 5 MB": lambda: by_name("po").read(
            f'msgid "{long}"\nmsgstr "b"\n'.encode()
        ),
        "glossary PO, a string of 200,000 lines": lambda: by_name("po").read(
            b'msgid "a"\nmsgstr ""\n' + b'"b"\n' * 200_000
        ),
        "bilingual file, a msgid of 5 MB": entry(f'msgid "{long}"\nmsgstr "b"'),
        "bilingual file, a string of 200,000 lines": entry(
            'msgid "a"\nmsgstr ""\n' + '"b"\n' * 200_000
        ),
        "bilingual file, a string never closed": entry(f'msgid "{long}'),
        "bilingual file, 5 million escapes": entry(
            f'msgid "{chr(92) * 2 * 5_000_000}"\nmsgstr "b"'
        ),
        "bilingual file, a comment of 5 MB": entry(f'# {long}\nmsgid "a"\nmsgstr "b"'),
        "bilingual file, 300,000 comments": entry("# x\n" * 300_000 + 'msgid "a"\nmsgstr "b"'),
        "settings, nested 100,000 deep": settings("a = " + "[" * 100_000),
        "settings, tables 50,000 deep": settings(f"[{'.'.join('a' * 50_000)}]"),
        "settings, a text of 5 MB": settings(f'theme = "{long}"'),
        "settings, a number of 5 MB": settings("beam = " + "9" * MANY),
        "metadata, nested": lambda: package.parse_metadata(b"[" * 500_000, "a"),
        "metadata, objects nested": lambda: package.parse_metadata(b'{"a":' * 100_000, "a"),
        "metadata, a number of 900 KB": lambda: package.parse_metadata(
            b'{"from_code": ' + b"9" * 900_000 + b"}", "a"
        ),
        "metadata, texts": lambda: package.parse_metadata(
            json.dumps(
                {"from_code": "id", "to_code": "en", "from_name": "\x1b" * 100_000}
            ).encode(),
            "a",
        ),
        "journal, nested": lambda: journal_lines.read(journal_lines.HEADER + b"[" * MANY),
        "journal, a line of 5 MB": lambda: journal_lines.read(f'{{"did": "{long}"}}\n'.encode()),
        "journal, a number": lambda: journal_lines.read(b'{"did": ' + b"9" * 1_000_000 + b"}\n"),
        "places, nested": state('{"articles": ' + "[" * 1_000_000),
        "places, a number": state("9" * 1_000_000),
        "article, a line of 5 MB": lambda: len(read_bytes(long.encode(), "a").blocks),
        "article, 100,000 lines": lambda: len(read_bytes(b"Satu kata.\n" * 100_000, "a").blocks),
        "article, a line of marks": lambda: len(read_bytes(b"a" + b". " * 2_000_000, "a").blocks),
        "article, Markdown nested": lambda: len(
            read_bytes(b"> " * 400_000 + b"a", "a", ".md").blocks
        ),
        "article, Markdown of brackets": lambda: len(
            read_bytes(b"[" * 300_000 + b"a", "a", ".md").blocks
        ),
        "article, gzip": lambda: read_bytes(b"\x1f\x8b" + bytes(MANY), "a"),
        "glossary, gzip": lambda: by_name("csv").read(b"\x1f\x8b" + bytes(MANY)),
    }
    with campaign.fault(
        "bombs", "text, PO, CSV, TOML, JSON", holds="read or refused within bounds"
    ) as fault:
        for name, function in cases.items():
            _tried(fault, name, function)


def _xlsx(sheet: bytes = b"", strings: bytes = b"", **other: bytes) -> dict[str, bytes]:
    """The parts of a workbook, some of them replaced."""
    from padanan.glossary import Concept

    with zipfile.ZipFile(
        io.BytesIO(by_name("xlsx").write([Concept(("rumah",), ("house",))]).data)
    ) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if sheet:
        parts["xl/worksheets/sheet1.xml"] = sheet
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    return parts | {name.replace("__", "/"): data for name, data in other.items()}


def _packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"
_CELL = (
    b'<c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>en</t></is></c>'
)


def test_workbooks(campaign: Campaign, tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    read = by_name("xlsx").read
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-word")
    head = _SHEET + b'<row r="1">' + _CELL + b"</row>"
    entity = f'<!DOCTYPE x [{_LAUGHS}<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
    within = '<row r="2"><c t="inlineStr"><is><t>&f;</t></is></c></row></sheetData></worksheet>'
    evil = (entity + head.decode() + within).encode()
    lying = bytearray(_packed(_xlsx(sheet=head + b" " * 50_000_000)))
    at = lying.index(b"PK\x01\x02")
    while at >= 0:  # each entry says that it is small
        lying[at + 24 : at + 28] = (1000).to_bytes(4, "little")
        at = lying.find(b"PK\x01\x02", at + 4)
    plain = _packed(_xlsx())
    encrypted = bytearray(plain)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = encrypted.find(mark)
        while at >= 0:
            encrypted[at + offset] |= 1
            at = encrypted.find(mark, at + 4)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for name, data in _xlsx().items():
            archive.writestr(name, data)
        for number in range(20_000):
            archive.writestr(f"x/{number}", b"")
    nested = plain
    for _ in range(20):
        nested = _packed(_xlsx(xl__embeddings__a=nested))
    cases = {
        "a sheet of 300 MB": _packed(_xlsx(sheet=head + b" " * 300_000_000)),
        "a sheet of 90 MB of blanks": _packed(_xlsx(sheet=head + b" " * 90_000_000 + _END)),
        "100,000 rows": _packed(
            _xlsx(sheet=head + b'<row><c t="n"><v>1</v></c></row>' * 100_000 + _END)
        ),
        "a row of 100,000 cells": _packed(
            _xlsx(sheet=head + b"<row>" + b'<c t="n"><v>1</v></c>' * 100_000 + b"</row>" + _END)
        ),
        "a cell in the last column": _packed(
            _xlsx(sheet=head + b'<row r="2"><c r="XFD2"/></row>' * 500 + _END)
        ),
        "a row far below": _packed(
            _xlsx(sheet=head + b'<row r="1048576"><c r="A1048576"/></row>' + _END)
        ),
        "a row farther than any": _packed(_xlsx(sheet=head + b'<row r="999999999999"/>' + _END)),
        "a column farther than any": _packed(
            _xlsx(sheet=head + b'<row r="2"><c r="ZZZZZZZ2"/></row>' + _END)
        ),
        "shared strings of 30 MB": _packed(
            _xlsx(strings=b"<sst>" + b"<si><t>xxxxxxxxxxxxxxx</t></si>" * 1_000_000)
        ),
        "a text of 30 MB": _packed(
            _xlsx(
                sheet=head
                + b'<row><c t="inlineStr"><is><t>'
                + b"x" * 30_000_000
                + b"</t></is></c></row>"
                + _END
            )
        ),
        "entities": _packed(_xlsx(sheet=evil)),
        "entities in UTF-16": _packed(_xlsx(sheet=evil.decode().encode("utf-16"))),
        "entities in EBCDIC": _packed(
            _xlsx(sheet=(f'<?xml version="1.0" encoding="IBM037"?>{evil.decode()}').encode("cp037"))
        ),
        "entities in a part of another name": _packed(
            _xlsx() | {"xl/sharedStrings.XML": evil, "docProps/core.xml": evil}
        ),
        "nested elements": _packed(_xlsx(sheet=head + b"<row>" * 200_000)),
        "sizes that are no true ones": bytes(lying),
        "encrypted entries": bytes(encrypted),
        "20,000 entries": many.getvalue(),
        "20 workbooks in each other": nested,
        "every part twice": _twice(_xlsx()),
        "paths that lead out": _packed(
            _xlsx() | {"../../evil": b"x", "/etc/evil": b"x", "a\\b": b"x"}
        ),
        "a directory that is cut off": plain[:-40],
        "a directory elsewhere": plain[:-6] + b"\xff\xff\xff\x7f\0\0",
        "entries over each other": _overlapping(plain),
    }
    with campaign.fault(
        "bombs", "Excel workbooks", holds="read or refused within bounds, no other file opened"
    ) as fault:
        for name, data in cases.items():
            _tried(fault, name, lambda data=data: read(data), never="the-secret-word")


def _twice(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile says that they stand twice
        for name, data in (*parts.items(), *parts.items()):
            archive.writestr(name, data)
    return file.getvalue()


def _overlapping(plain: bytes) -> bytes:
    """An archive whose entries all begin at the same place."""
    made = bytearray(plain)
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        made[at + 42 : at + 46] = bytes(4)
        at = made.find(b"PK\x01\x02", at + 4)
    return bytes(made)
