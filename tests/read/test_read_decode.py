"""From bytes to text: encodings, damage, and files that are no articles."""

import codecs
from pathlib import Path

import pytest

from padanan.errors import InputError
from padanan.translate.read import read, read_bytes
from padanan.translate.read.decode import decode

TEXT = "Presiden meresmikan “bendungan” di Kolaka Timur – kata juru bicara, Jumat.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32"),
    ],
)
def test_unicode(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.warnings) == (TEXT, encoding, ())


@pytest.mark.parametrize(
    "text", [TEXT, TEXT * 40, "Café “Gayo” di Prancis — kata François Lefèvre.\n"]
)
def test_legacy_encoding_is_guessed_and_reported(text: str) -> None:
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text == text
    (warning,) = decoded.warnings
    assert warning.startswith("a.txt: not UTF-8; read as cp1252")


def test_latin_1_is_read_as_its_superset() -> None:
    text = "Kedai kopi milik François Lefèvre di Orléans menyajikan kopi Gayo.\n"
    assert decode(text.encode("latin-1"), "a.txt").text == text


def test_a_few_damaged_bytes_in_utf8() -> None:
    data = ("satu\n" + TEXT * 5).encode() + b"kata \xff dia \xc3\n"
    decoded = decode(data, "a.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\N{REPLACEMENT CHARACTER}") == 2
    assert decoded.text.startswith("satu\n" + TEXT)
    assert "a.txt:7: 2 places are not valid UTF-8" in decoded.warnings[0]


def test_utf8_cut_in_the_middle_of_a_character() -> None:
    decoded = decode("Presiden meresmikan bendungan “".encode()[:-1], "a.txt")
    assert decoded.text == "Presiden meresmikan bendungan \N{REPLACEMENT CHARACTER}"
    assert "a.txt:1: one place is" in decoded.warnings[0]


def test_damaged_utf16_is_reported() -> None:
    decoded = decode(TEXT.encode("utf-16") + b"\x00", "a.txt")
    assert decoded.text.startswith(TEXT)
    assert "damaged UTF-16" in decoded.warnings[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\xc2\xa0\n", "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"12.345\n---\n", "not a single letter"),
        (b"Berita\x00lain", "binary file"),
        (b"%PDF-1.7 berita", "binary file"),
        (b"PK\x03\x04berita", "binary file"),
        (b"\x89PNG\r\n\x1a\n", "binary file"),
        (b"\xff\xd8\xff\xe0", "binary file"),
        (b"{\\rtf1 berita", "binary file"),
        ("berita\0".encode("utf-16"), "binary file"),
        (codecs.BOM_UTF16_LE + bytes([0, 0xDC]) * 50, "binary file"),
    ],
)
def test_what_is_no_article(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_bytes(data, "berita/a.txt")
    assert caught.value.message.startswith("berita/a.txt: ")


def test_bytes_in_no_encoding() -> None:
    data = bytes(range(1, 256)) * 20 + b"\x81\x8d\x8f\x90\x9d" * 200
    with pytest.raises(InputError, match=r"a\.txt: the encoding cannot be recognised"):
        read_bytes(data, "a.txt")


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "tidak-ada.txt")
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path)


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="windows-1252">',
        "<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>",
    ],
)
def test_html_states_its_encoding(meta: str) -> None:
    text = f"<html><head>{meta}</head><body><p>{TEXT}</p></body></html>"
    decoded = decode(text.encode("cp1252"), "a.html", markup=True)
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, "cp1252", ())


@pytest.mark.parametrize(
    "meta", ['<meta charset="utf-8">', '<meta charset="tidak-ada">', '<meta charset="hex">']
)
def test_html_states_what_is_not_so(meta: str) -> None:
    text = f"<html><head>{meta}</head><body><p>{TEXT * 5}</p></body></html>"
    decoded = decode(text.encode("cp1252"), "a.html", markup=True)
    assert decoded.text == text
    assert decoded.warnings
