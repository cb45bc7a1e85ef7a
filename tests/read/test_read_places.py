"""Rules that depend on what stands around a line, and the text that they must leave alone."""

import pytest

from padanan.translate.read import read_bytes

LEAD = "KOLAKA, Kabar - Pemerintah daerah menyiapkan dana tambahan untuk saluran irigasi."
SECOND = (
    "Dana itu berasal dari anggaran perubahan yang disahkan pekan lalu, kata bupati irigasi itu."
)
THIRD = "Petani berharap pekerjaan selesai sebelum musim tanam berikutnya dimulai di Kolaka."
TITLE = "Pemerintah Daerah Siapkan Dana untuk Irigasi"


def rules(*lines: str) -> list[str]:
    """The rule of each block, in order; an empty string is a blank line."""
    return [block.rule for block in read_bytes("\n".join(lines).encode(), "a").blocks]


def test_a_plain_article() -> None:
    assert rules(TITLE, LEAD, SECOND, THIRD) == ["headline", *["running-text"] * 3]


def test_text_without_a_headline() -> None:
    assert rules(LEAD, SECOND, THIRD) == ["running-text"] * 3


@pytest.mark.parametrize(
    ("above", "rule"),
    [
        ("Rubrik Irigasi", "before-the-headline"),
        ("Nasional", "section-name"),
        ("Kabar Ekonomi > Daerah > Sultra", "breadcrumb"),
        ("Obral Sepatu Murah hingga Tengah Malam", "before-the-headline"),
        ("Thursday, 19 September 2024", "page-clock"),
        ("Kamis, 27 Januari 2022 10:00 WIB", "date-and-time"),
    ],
)
def test_above_the_headline(above: str, rule: str) -> None:
    assert rules(above, TITLE, LEAD, SECOND, THIRD)[:2] == [rule, "headline"]


def test_the_pages_clock_is_told_by_the_articles_date_or_years() -> None:
    clock = "Kamis, 2 Oktober 2025"
    date = "Kamis, 27 Januari 2022 10:00 WIB"
    assert rules(clock, TITLE, date, LEAD, SECOND)[0] == "page-clock"
    assert rules(clock, TITLE, LEAD, SECOND + " Rapatnya pada 27 Januari 2022.")[0] == "page-clock"
    assert rules(clock, TITLE, LEAD, SECOND + " Rapatnya pada Oktober 2025.")[0] == "date-and-time"
    assert rules(clock, TITLE, LEAD, SECOND)[0] == "date-and-time"


@pytest.mark.parametrize(
    "title",
    ["VIDEO: Dana Tambahan untuk Irigasi Kolaka", "Cek Berita Dana Irigasi Kolaka di WhatsApp"],
)
def test_a_headline_that_looks_like_a_link(title: str) -> None:
    assert rules(title, LEAD, SECOND, THIRD)[0] == "headline"


def test_a_caption_without_credit_above_the_date_is_not_the_text() -> None:
    caption = "Petani membersihkan saluran irigasi di Kecamatan Mowewe."
    date = "Kamis, 27 Januari 2022 10:00 WIB"
    assert rules(caption, TITLE, date, LEAD, SECOND, THIRD)[1:3] == ["headline", "date-and-time"]


def test_a_date_below_a_short_text_does_not_begin_it() -> None:
    found = rules(TITLE, LEAD, SECOND, "Diposting 27 Januari 2022", THIRD)
    assert found == ["headline", "running-text", "running-text", "date-and-time", "running-text"]


@pytest.mark.parametrize("word", ["Rekomendasi", "Komentar", "Saat ini"])
def test_a_doubtful_word_between_paragraphs_is_a_subheading(word: str) -> None:
    assert rules(TITLE, LEAD, SECOND, word, THIRD, SECOND)[3] == "word-inside"
    assert rules(TITLE, LEAD, SECOND, THIRD, word)[-1] != "word-inside"


def test_titles_under_read_also() -> None:
    assert rules(TITLE, LEAD, "Baca juga:", "Satu Judul", "Dua Judul", "", SECOND)[2:5] == [
        "read-also",
        "linked-title",
        "linked-title",
    ]
    # A bare label whose links were lost does not swallow the subheading after it.
    found = rules(TITLE, LEAD, "", "Baca Juga", "", "Irigasi yang Rusak", "", SECOND, THIRD)
    assert found[2:4] == ["read-also", "short-line"]


def test_a_box_inside_the_text_does_not_end_it() -> None:
    found = rules(TITLE, LEAD, SECOND, "Video Pilihan", THIRD, "Irigasi yang Rusak", SECOND)
    assert found[3:] == ["related-heading", "running-text", "short-line", "running-text"]


def test_after_the_article() -> None:
    found = rules(TITLE, LEAD, SECOND, THIRD, "(ian)", "Judul Lain", "irigasi", "TERKAIT", "Judul")
    after = ["after-the-article"] * 2
    assert found[4:] == ["signature", *after, "related-heading", "linked-title"]


def test_a_closing_line_before_the_signature_stays() -> None:
    assert rules(TITLE, LEAD, SECOND, THIRD, "Selamat menanam!", "(ian)")[4] == "running-text"


def test_lists_and_numbered_parts() -> None:
    listed = rules(TITLE, LEAD, "Berikut daftarnya:", "1. Mowewe", "2. Lalolae", SECOND, THIRD)
    assert listed[3:5] == ["list-item", "list-item"]
    parts = rules(TITLE, LEAD, "1. Mowewe", SECOND, "2. Lalolae", THIRD)
    assert parts[2:] == ["numbered-heading", "running-text", "numbered-heading", "running-text"]


def test_names_by_the_date_and_at_the_end() -> None:
    date = "Kompas.com - 27/01/2022, 10:15 WIB"
    found = rules(TITLE, date, "Rina Ayu,", "Budi Santoso", "Tim Redaksi", LEAD, SECOND, "RINA AYU")
    assert found[2:5] == ["name-by-date", "name-by-date", "role-alone"]
    assert found[-1] == "name-at-the-end"


def test_a_figure_in_a_table_is_no_page_number() -> None:
    assert rules(TITLE, LEAD, "Emas", "4", SECOND, THIRD, "1", "2")[3:] == [
        "figure-inside",
        "running-text",
        "running-text",
        "pages",
        "pages",
    ]
