"""What holds for any input: no line is lost or read twice, no control character survives, and
nothing but a sentence for the user is ever raised."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from padanan.errors import PadananError
from padanan.translate.article import Article, BlockKind
from padanan.translate.read import RULES, SUFFIXES, read, read_bytes
from padanan.translate.read.lines import clean, source_lines

RULE_NAMES = {rule.name for rule in RULES}
PIECES = st.sampled_from(
    [
        "Presiden meresmikan bendungan di Kolaka Timur, Jumat (28/1/2022), kata juru bicaranya.",
        "Baca juga: Judul Lain",
        "BACA JUGA:",
        "Kamis, 27 Januari 2022 - 03:50 WIB",
        "(ian)",
        "TERKAIT",
        "Judul Berita yang Cukup Panjang",
        "REUTERS",
        "- butir satu",
        "1. Pertama",
        "## Subjudul",
        "   menjorok dan huruf kecil",
        "**tebal**",
        "```",
        "---",
        "> kutipan",
        "![gambar](a.jpg)",
        "[x]: http://a.b",
        "| a | b |",
        "<b>html</b>",
        "\x1b[31mmerah\x1b[0m",
        "\u200b\u00a0",
        "",
        " ",
        "*",
        "Loading...",
        "Penulis",
        "Budi Santoso",
    ]
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\x85"])


@st.composite
def articles(draw: st.DrawFn) -> str:
    anything = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
    parts = draw(st.lists(st.tuples(PIECES | anything, ENDS), max_size=25))
    return "Sebuah berita" + "".join(text + end for text, end in parts)


def visible(text: str) -> bool:
    return not any(
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co") for character in text
    )


def check(article: Article) -> None:
    for block in article.blocks:
        assert block.text.strip() == block.text != ""
        assert visible(block.text)
        assert "  " not in block.text
        assert block.rule in RULE_NAMES
        assert block.first_line <= block.last_line
    for before, after in zip(article.blocks, article.blocks[1:], strict=False):
        assert before.last_line < after.first_line
    for warning in article.warnings:
        assert visible(warning)


@settings(max_examples=150, deadline=None)
@given(articles(), st.sampled_from([".txt", ".md"]))
def test_every_line_is_in_exactly_one_block(text: str, suffix: str) -> None:
    article = read_bytes(text.encode(), "a", suffix)
    check(article)
    covered = [
        number
        for block in article.blocks
        for number in range(block.first_line, block.last_line + 1)
    ]
    assert len(set(covered)) == len(covered)
    lines = source_lines(text)
    filled = {number for number, line in enumerate(lines, 1) if clean(line)}
    assert filled <= set(covered)


@settings(max_examples=80, deadline=None)
@given(articles())
def test_plain_text_loses_no_word(text: str) -> None:
    words = "".join(clean(line) for line in source_lines(text))
    read_back = "".join(block.text for block in read_bytes(text.encode(), "a").blocks)

    def letters(source: str) -> str:
        return "".join(character for character in source if character.isalnum())

    assert letters(read_back) == letters(words)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(sorted(SUFFIXES)))
def test_bytes_raise_nothing_but_sentences(data: bytes, suffix: str) -> None:
    article, message = None, ""
    try:
        article = read_bytes(data, "a", suffix)
    except PadananError as error:
        message = error.message
    if article is None:
        assert message.startswith("a")
        assert message.endswith((".", "?"))
    else:
        check(article)


@settings(max_examples=60, deadline=None)
@given(articles(), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    plain = read_bytes(text.encode(), "a")
    marked = read_bytes(text.encode(encoding), "a")
    assert marked.blocks == plain.blocks
    assert marked.encoding in ("utf-8", "utf-16", "utf-32")


def test_twenty_megabytes_on_one_line() -> None:
    sentence = "Presiden mengatakan bahwa harga beras naik, kata menteri. "
    data = (sentence * (20_000_000 // len(sentence))).encode()
    (block,) = read_bytes(data, "a").blocks
    assert block.kind is BlockKind.PARAGRAPH
    assert len(block.text) == len(data) - 1


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ,",
        "\x1b[",
        "\x1b]0;",
        "&amp;",
        "\u0301",
        "<",
        "\u200b",
        "(",
        "*",
        "-\u00ad",
        "a\u0301",
    ],
)
def test_hostile_repetition_on_one_line(unit: str) -> None:
    data = ("Berita " + unit * (300_000 // len(unit))).encode()
    for suffix in (".txt", ".md"):
        check(read_bytes(data, "a", suffix))


def test_many_short_lines() -> None:
    text = "\n".join(f"Baris nomor {number}" for number in range(10_000))
    assert len(read_bytes(text.encode(), "a").blocks) == 10_000


def test_a_path_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "berita.MD"
    path.write_text("# Judul berita ini\n\nIsi berita yang cukup panjang untuk sebuah paragraf.\n")
    article = read(path)
    assert article.name == str(path)
    assert [block.kind for block in article.blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]
    assert read(path, "x").name == "x"
    assert len(article.sha256) == 64
