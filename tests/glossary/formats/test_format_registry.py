"""Finding a format by name, by path and by content."""

import subprocess
import sys
from pathlib import Path

import pytest
from format_suite import SAMPLE

from padanan.errors import InputError, OutputError, UsageError
from padanan.glossary import Glossary
from padanan.glossary.formats import FORMATS, by_name, for_path, read_path, write_path
from padanan.glossary.formats.base import MAX_SIZE

SAMPLES = Path(__file__).parent / "samples"


def test_names() -> None:
    assert by_name("TBX").name == "tbx"
    with pytest.raises(UsageError, match=r"“docx” is not a format\. Formats are: tsv, csv"):
        by_name("docx")
    assert len({known.name for known in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.tsv", "tsv"),
        ("a.csv", "csv"),
        ("a.CSV", "csv"),
        ("a.xlsx", "xlsx"),
        ("a.tbx", "tbx"),
        ("a.xml", "tbx2"),
        ("a.tmx", "tmx"),
        ("a.po", "po"),
        ("a.txt", "omegat"),
        ("a.tab", "omegat"),
        ("a.utf8", "omegat"),
        ("a.md", "markdown"),
        ("a.html", "html"),
        ("a.htm", "html"),
    ],
)
def test_by_the_end_of_the_name(file: str, name: str) -> None:
    assert for_path(Path(file)).name == name


@pytest.mark.parametrize("file", ["a", "a.doc", ".tbx", "tbx"])
def test_no_format_by_the_end_of_the_name(file: str) -> None:
    with pytest.raises(UsageError, match="says no format"):
        for_path(Path(file))


@pytest.mark.parametrize(
    ("file", "data", "name"),
    [
        ("a.tbx", b"<martif type='TBX'>", "tbx2"),
        ("a.tbx", b"<?xml version='1.0'?>\n<!-- <martif> --><tbx style='dca'>", "tbx"),
        ("a.xml", b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">', "tmx"),
        ("a.tmx", "<?xml version='1.0' encoding='utf-16'?><x:tmx>".encode("utf-16"), "tmx"),
        ("a.xml", b"<x:tbx xmlns:x='urn:iso:std:iso:30042:ed-2'>", "tbx"),
        ("a.tsv", b"# words\nid\ten\tavoid\tpos\tdomain\tflags\tnote\n", "tsv"),
        ("a.txt", b"id\ten\tavoid\tpos\tdomain\tflags\tnote\n", "tsv"),
        ("a.tsv", b"source\ttarget\nair\twater\n", "csv"),
        ("a.tsv", b"air\twater\n", "omegat"),
        ("a.tsv", b"air\twater\t\tnoun\n", "tsv"),
        ("a.txt", b"air\twater\n", "omegat"),
        ("a.txt", b"Indonesian;English\n", "csv"),
        ("a.txt", "Indonesian\tEnglish\r\n".encode("utf-16"), "csv"),
        ("a.tab", b"air\twater\n", "omegat"),
        ("a.tab", b"Istilah\tPadanan\nair\twater\n", "csv"),
        ("a.txt", b"", "omegat"),
        ("a.txt", b"PK\x03\x04", "omegat"),
        ("a.csv", b"whatever", "csv"),
    ],
)
def test_by_the_content(file: str, data: bytes, name: str) -> None:
    assert for_path(Path(file), data).name == name


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<mtf><conceptGrp>", r"no TBX and no TMX file: its outermost element is <mtf>\."),
        (b"<!DOCTYPE html><html>", "outermost element is <html>"),
        (b"air,water", "holds no XML element"),
        (b"", "holds no XML element"),
    ],
)
def test_xml_of_another_kind(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        for_path(Path("a.xml"), data)


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_sample_of_another_tool_reads(path: Path) -> None:
    assert read_path(path).concepts


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "terms.tmx"
    assert write_path(path, SAMPLE) == ()
    assert read_path(path).concepts == SAMPLE
    other = tmp_path / "terms.data"
    write_path(other, SAMPLE, by_name("po"))
    assert read_path(other, by_name("po")).concepts == SAMPLE


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.csv: cannot be read \(No such file"):
        read_path(tmp_path / "nothing.csv")
    with pytest.raises(InputError, match="cannot be read"):
        read_path(tmp_path, by_name("csv"))
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04 nothing more")
    with pytest.raises(InputError, match=r"damaged\.xlsx: is no Excel workbook"):
        read_path(damaged)


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(600 * 1024 * 1024)
    with pytest.raises(
        InputError, match=r"large\.csv: is too large for a glossary \(600 MiB; the limit is 512"
    ):
        read_path(path)


@pytest.mark.parametrize("name", ["tmx", "tbx"])
def test_a_hundred_thousand_concepts_can_be_read_again(name: str) -> None:
    """Going by the shipped glossary's."""
    terms = Path(__file__).resolve().parents[3] / "terms.tsv"
    shipped = Glossary.load(terms, cldr=False).concepts[::10]
    size = len(by_name(name).write(shipped).data)
    assert size / len(shipped) * 100_000 < MAX_SIZE


def test_files_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_path(tmp_path / "no" / "folder.csv", SAMPLE)
    with pytest.raises(UsageError, match="says no format"):
        write_path(tmp_path / "terms.docx", SAMPLE)
    with pytest.raises(UsageError, match="can only be exported to"):
        read_path(SAMPLES / "deepl.tsv", by_name("deepl"))


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    code = (
        "import sys, padanan.glossary.formats as f;"
        "heavy = {'lxml', 'polib', 'openpyxl', 'csv', 'babel'} & set(sys.modules);"
        "sys.exit(' '.join(heavy) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
