"""Rules that depend on what stands around a line, and the text that they must leave alone."""

import pytest

from padanan.translate.article import BlockKind
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


DATE = "Kamis, 27 Januari 2022 10:00 WIB"


@pytest.mark.parametrize("name", ["ANDI PRATAMA", "Andi Pratama"])
@pytest.mark.parametrize("below", [[], ["(*)"], ["Editor: Rina"], ["TERKAIT", "Judul Lain"]])
def test_a_name_alone_below_the_text(name: str, below: list[str]) -> None:
    assert rules(TITLE, LEAD, SECOND, THIRD, name, *below)[4] == "name-at-the-end"
    assert rules(TITLE, LEAD, SECOND, "[Gambas:Video X]", name, *below)[4] == "name-at-the-end"


def test_a_heading_below_the_last_sentence_is_no_name() -> None:
    found = rules(TITLE, LEAD, SECOND, "Susunan Pemain", "Persikola (4-3-3): Adi; Budi, Candra")
    assert found[3:] == ["running-text"] * 2


def test_a_picture_title_above_its_text() -> None:
    text = "Bupati Kolaka Ahmad Safei (Foto: Dok. Pemkab)"
    assert rules(TITLE, "Bupati Ahmad Safei", text, DATE, LEAD)[1] == "picture-title"
    assert (
        rules(TITLE, "Ahmad Safei", text[:-20] + "(Foto: Budi)", DATE, LEAD)[1] == "picture-title"
    )
    # The photographer's name is in the credit, not in the text.
    byline = rules(TITLE, "Budi Santoso", "Saluran irigasi. (Foto: Budi Santoso)", LEAD)
    assert byline[1] != "picture-title"


def test_a_picture_source_on_lines_of_its_own() -> None:
    found = rules(TITLE, DATE, "Saluran baru di Kolaka", "Sumber :", "VIVA/Muhammad Thoriq", LEAD)
    assert found[2:5] == ["caption-by-credit", "picture-source", "photo-credit"]


@pytest.mark.parametrize("credit", ["(Antara)", "[Shutterstock]", "(Dok. Pemkab)", "(kabar.id)"])
def test_a_picture_from_elsewhere(credit: str) -> None:
    assert rules(TITLE, f"Petani Kolaka di sawah. {credit}", DATE, LEAD)[1] in (
        "provided-photo",
        "agency-photo",
        "photo-caption",
    )
    assert rules(TITLE, "Dana disiapkan pemerintah (APBD)", DATE, LEAD)[1] == "deck"


def test_the_sites_name_above_the_headline() -> None:
    assert rules("CNN Indonesia", TITLE, DATE, LEAD)[0] == "masthead"
    assert rules(TITLE, "CNN Indonesia", DATE, LEAD)[1] == "by-name"


def test_the_browsers_title_above_the_headline() -> None:
    assert rules(f"Kabar.co.id - {TITLE}", TITLE, DATE, LEAD)[:2] == ["page-title", "headline"]


def test_a_short_word_gives_way_to_the_headline() -> None:
    assert (
        rules("Irigasi", "Pemerintah daerah menyiapkan saluran baru", DATE, LEAD)[1] == "headline"
    )


def test_a_dated_title_under_read_also() -> None:
    found = rules(TITLE, LEAD, "Baca Juga", "Jadwal Imsakiyah Kolaka 19 April 2022", SECOND)
    assert found[3:] == ["dated-link", "running-text"]


def test_tags_below_the_text() -> None:
    found = rules(TITLE, LEAD, SECOND, "irigasi", "kolaka", "dana daerah", "BERITA TERKAIT")
    assert found[3:6] == ["tags-below"] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ["Berikut daftar penerima dana irigasi di Kolaka tahun ini.", "Tani Kolaka", "Dana Maju"],
        [THIRD, "Penerima di Kolaka:", "Tani Kolaka", "Dana Maju"],
        [THIRD, "Daftar Penerima", "Tani Kolaka", "Dana Maju"],
        [THIRD, "Kolaka 2", "Kendari 1"],
        [THIRD, "Juara Umum", "Sinta Dewi", "Rudi Hartono", "Wati"],
    ],
)
def test_lists_below_the_text_are_no_tags(lines: list[str]) -> None:
    found = rules(TITLE, LEAD, *lines, "BERITA TERKAIT", "Judul Lain")
    assert "tags-below" not in found
    assert "after-the-article" not in found[: len(lines) + 2]


def test_a_poll_and_a_skipped_list() -> None:
    poll = ["Polling", "Perlukah dana irigasi?", "Perlu", "Tidak", "Lihat Hasil"]
    assert rules(TITLE, LEAD, *poll, SECOND)[2:] == ["poll"] * 5 + ["running-text"]
    assert "poll" not in rules(TITLE, LEAD, "Polling", "Perlu: 61 persen", "Tidak: 39", SECOND)
    skip = ["Lewati Paling banyak dibaca dan terus membaca", "Siapa pemilik kapal itu?"]
    end = "Akhir dari Paling banyak dibaca"
    assert rules(TITLE, LEAD, *skip, end, SECOND)[3] == "skipped-part"
    assert rules(TITLE, LEAD, *skip, SECOND)[3] != "skipped-part"


def test_contents_above_the_text() -> None:
    found = rules(TITLE, DATE, "Daftar Isi", "Dana Irigasi", "Harapan Petani", LEAD, SECOND)
    assert found[2:5] == ["blog-parts", "contents", "contents"]


def test_rows_of_a_list_are_no_headings() -> None:
    found = rules(TITLE, LEAD, "Pagi: Berawan", "Siang: Hujan", "Malam: Berawan", SECOND, THIRD)
    assert found[4] == "running-text"


def test_a_quoted_heading_between_two_paragraphs() -> None:
    assert rules(TITLE, LEAD, "'Dana dialihkan'", SECOND, THIRD)[2] == "quoted-heading"
    assert rules(TITLE, LEAD, "'Dana dialihkan,'", SECOND, THIRD)[2] == "running-text"


def test_a_heading_above_two_short_sentences() -> None:
    found = rules(TITLE, LEAD, "Harapan dari Sawah", "Ia menunggu. Petani lain pun begitu.", THIRD)
    assert found[2:4] == ["short-line", "running-text"]


def test_times_inside_a_live_report() -> None:
    found = rules(TITLE, DATE, LEAD, "00.45 WIB", SECOND, "00.12 WIB", THIRD, THIRD)
    assert found[2] == "running-text"
    assert "furniture" not in found


def test_a_list_below_linked_titles_is_text() -> None:
    table = ["Berikut hasilnya:", "1. Persikola 3-1 Kendari FC", "2. Buton 0-0 Muna", "Pekan Depan"]
    found = rules(TITLE, LEAD, "Baca Juga:", "Hasil Lengkap Liga", *table, SECOND)
    assert found[3] == "linked-title"
    assert "linked-title" not in found[4:]


def test_a_caption_above_its_sites_credit() -> None:
    caption = "Petani menanam padi di sawah yang baru dialiri air, Kolaka, Kamis (27/1/2022)."
    found = rules(TITLE, DATE, caption, "KABAR.com/RINA AYU", LEAD, SECOND, THIRD)
    assert found[2:4] == ["caption-by-credit", "photo-credit"]


@pytest.mark.parametrize(
    "box",
    ["Follow", "Dapatkan update berita Kabar di WhatsApp Channel", "Bagikan:", "Daftarkan email"],
)
def test_a_list_that_the_text_announces_is_never_lost(box: str) -> None:
    rows = ["Fulham vs Manchester", "Burnley vs Palace", "Arsenal vs Chelsea"]
    found = read_bytes("\n".join((TITLE, LEAD, "Jadwalnya:", box, *rows)).encode(), "a").blocks
    assert all(block.kind is not BlockKind.FURNITURE for block in found[4:])
