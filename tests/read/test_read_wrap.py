"""Hard-wrapped paragraphs are put together; articles of one line a paragraph never are."""

import textwrap
from pathlib import Path

import pytest

from padanan.translate.read import read, read_bytes
from padanan.translate.read.lines import split
from padanan.translate.read.wrap import wrap_width

SEEDS = Path(__file__).parent.parent.parent / "seeds"
PARAGRAPHS = [
    "Presiden meresmikan Bendungan Ladongi di Kabupaten Kolaka Timur, Sulawesi Tenggara, pada "
    "Jumat. Bendungan itu mampu mengairi 3.604 hektare sawah di empat kecamatan dan mengurangi "
    "banjir di kota kecil di hilirnya.",
    "Menurut bupati, petani sudah menunggu selama lima tahun. Mereka berharap saluran irigasinya "
    "segera menyusul karena setahun terakhir masih menyewa pompa.",
    '"Airnya cukup," kata Rahman.',
    "Pemerintah menyiapkan dana tambahan untuk saluran yang belum selesai, ujar menteri seusai "
    "acara, dan pekerjaannya dimulai bulan depan.",
]


def paragraphs(text: str) -> list[str]:
    return [block.text for block in read_bytes(text.encode(), "a").blocks]


@pytest.mark.parametrize("width", [40, 60, 66, 72, 80, 100])
@pytest.mark.parametrize("title", ["", "Bendungan Ladongi Diresmikan\n\n"])
def test_paragraphs_with_blank_lines_between(width: int, title: str) -> None:
    text = title + "\n\n".join(textwrap.fill(text, width) for text in PARAGRAPHS)
    assert paragraphs(text)[-4:] == PARAGRAPHS


@pytest.mark.parametrize("width", [50, 72])
def test_indented_paragraphs_without_blank_lines(width: int) -> None:
    text = "\n".join(textwrap.fill(text, width, initial_indent="    ") for text in PARAGRAPHS)
    assert paragraphs(text) == PARAGRAPHS


def test_a_whole_text_indented() -> None:
    text = "\n\n".join(textwrap.indent(textwrap.fill(text, 66), "  ") for text in PARAGRAPHS)
    assert paragraphs(text) == PARAGRAPHS


def test_one_line_a_paragraph_is_left_alone() -> None:
    assert paragraphs("\n".join(PARAGRAPHS)) == PARAGRAPHS
    assert paragraphs("\n\n".join(PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_seeds_are_never_joined(path: Path) -> None:
    assert wrap_width(tuple(split(path.read_text(encoding="utf-8")))) == 0
    assert all(block.first_line == block.last_line for block in read(path).blocks)


def test_short_paragraphs_of_similar_length_are_not_wrapped_text() -> None:
    lines = [
        "Presiden tiba di Bali pada Kamis pagi bersama ibu negara.",
        "Rombongan disambut gubernur dan para bupati di bandara.",
        "Acara puncak digelar pada Jumat malam di Taman Budaya.",
        "Sebanyak 500 seniman dari sembilan kabupaten ikut tampil.",
    ]
    assert paragraphs("\n".join(lines)) == lines


def test_furniture_inside_wrapped_text_stays_apart() -> None:
    wrapped = [textwrap.fill(text, 60) for text in PARAGRAPHS]
    wrapped.insert(2, "Baca juga: Petani Kolaka Timur Mulai Menanam Padi Lagi")
    blocks = read_bytes("\n\n".join(wrapped).encode(), "a").blocks
    assert [block.text for block in blocks if block.kind == "paragraph"] == PARAGRAPHS
    assert [block.rule for block in blocks if block.kind == "furniture"] == ["read-also"]


def test_a_hyphen_at_the_end_of_a_line() -> None:
    text = (
        "Para menteri luar negeri membahas pertahanan bersama negara-\n"
        "negara di kawasan itu, termasuk dewan yang dikenal sebagai NATO-\n"
        "Rusia, dan pemerin-\n"
        "tah daerah menunggu keputusan pemerintah pusat sampai bulan depan,\n"
        "kata seorang pejabat yang tidak mau disebutkan namanya di sini.\n"
    )
    (found,) = paragraphs(text)
    assert "negara-negara di kawasan" in found
    assert "NATO-Rusia" in found
    assert "dan pemerintah daerah" in found


def test_a_soft_hyphen_at_the_end_of_a_line() -> None:
    text = (
        "Para menteri luar negeri membahas kerja sama pertahanan di kawa\u00ad\n"
        "san itu selama dua hari penuh, dan hasilnya akan diumumkan pada\n"
        "hari terakhir pertemuan di ibu kota.\n"
    )
    assert "di kawasan itu" in paragraphs(text)[0]


def test_items_and_names_at_the_beginnings_of_lines() -> None:
    items = [
        "1. bantuan biaya sertifikasi bagi 250 industri kecil di Jepara;",
        "2. pelatihan desain di Politeknik Furnitur dan Pengolahan Kayu di Kendal; dan",
        "3. pameran dagang di Dubai pada bulan November mendatang.",
    ]
    lines = [line for item in items for line in textwrap.wrap(item, 66)]
    prose = "\n\n".join(textwrap.fill(text, 66) for text in PARAGRAPHS)
    assert paragraphs("\n".join((prose, "", *lines)))[-3:] == items


def test_a_quoted_mail() -> None:
    text = "\n>\n".join(textwrap.indent(textwrap.fill(text, 66), "> ") for text in PARAGRAPHS)
    assert paragraphs(text) == PARAGRAPHS
    assert paragraphs("Arema FC > Persib, kata dia.") == ["Arema FC > Persib, kata dia."]
