"""Targets made by rule: dates, bylines, places."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.article import Block, BlockKind, Segment
from padanan.translate.byrule import by_rule


def _made(text: str, kind: BlockKind, *, lead: bool = False) -> str | None:
    block = Block(kind, text, 1, 1, "test")
    return by_rule(block, Segment("x", 0, 0, len(text), text, lead=lead))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Kamis, 27 Januari 2022 - 03:50 WIB",
            "Thursday, 27 January 2022 - 3:50 a.m. Western Indonesia Time",
        ),
        (
            "Rabu, 12 Jan 2022 09:10 WIB",
            "Wednesday, 12 January 2022 9:10 a.m. Western Indonesia Time",
        ),
        (
            "Kompas.com - 27/01/2022, 10.15 WIB",
            "Kompas.com - 27 January 2022, 10:15 a.m. Western Indonesia Time",
        ),
        (
            "Jum'at, 4 Pebruari 2022 | 13:07 WITA",
            "Friday, 4 February 2022 | 1:07 p.m. Central Indonesia Time",
        ),
        (
            "JUMAT, 9 DES 2022 12:00 WIT",
            "FRIDAY, 9 DECEMBER 2022 12:00 p.m. Eastern Indonesia Time",
        ),
        (
            "Senin (17/8/2020) 00.05 WIB",
            "Monday, 17 August 2020 12:05 a.m. Western Indonesia Time",
        ),
        ("Diterbitkan 1 Mei 2023", "Published 1 May 2023"),
        ("31/31/2022", "31/31/2022"),
        ("Moskow, CNN Indonesia --", "Moscow, CNN Indonesia --"),
        ("Kamis | 27 Januari 2022", "Thursday | 27 January 2022"),
        (
            "Diterbitkan: 27 Jan 2022 10:15 Diperbarui: 27 Jan 2022 11:00",
            "Published: 27 January 2022 10:15 Updated: 27 January 2022 11:00",
        ),
        (
            "Tayang: Kamis, 27 Januari 2022 | Diperbarui: Jumat, 28 Januari 2022 11:00",
            "Published: Thursday, 27 January 2022 | Updated: Friday, 28 January 2022 11:00",
        ),
        (
            "Kamis, 27 Januari 2022 15:07 - Terakhir diperbarui: Jumat, 28 Januari 2022",
            "Thursday, 27 January 2022 15:07 - Last updated: Friday, 28 January 2022",
        ),
        ("27 Januari 2022 pada 10.15 WIT", "27 January 2022 at 10:15 a.m. Eastern Indonesia Time"),
        ("Selasa (1/3/2022) pukul 10.00", "Tuesday, 1 March 2022 at 10:00 a.m."),
        ("Senin, 3 Januari 2022 | Oleh Ani", "Monday, 3 January 2022 | By Ani"),
        ("Jakarta, Kamis (27/1)", "Jakarta, Thursday, 27 January"),
        ("Jumat 28 Januari 2022 Jam 10:00", "Friday 28 January 2022 at 10:00 a.m."),
        ("Rab, 3 Agu 2022 pukul 7 pagi", "Wednesday, 3 August 2022 at 7 a.m."),
        ("12.30 siang WIB", "12:30 p.m. Western Indonesia Time"),
        ("Selasa, 1 Maret | 10.00 WIB", "Tuesday, 1 March | 10:00 a.m. Western Indonesia Time"),
        (
            "Senin, 17 Januari 2021 pukul 13.00 WIB",
            "Monday, 17 January 2021 at 1:00 p.m. Western Indonesia Time",
        ),
        ("Diperbarui 2 jam lalu", "Updated 2 hours ago"),
        ("12 Jan.2022", "12 January 2022"),
        ("27/1/22", "27 January 2022"),
        ("pukul 03.50", "3:50 a.m."),
        ("Kamis (27/1/2022)", "Thursday, 27 January 2022"),
        ("27-01-2022", "27 January 2022"),
        ("2022-01-27", "27 January 2022"),
        ("2022-01-27T10:15:00", "27 January 2022 10:15:00"),
        ("2022-01-12 20:15:00", "12 January 2022 20:15:00"),
        ("Jumat, 04 Feb 2022 09:10", "Friday, 4 February 2022 09:10"),
        (
            "Sabtu 5 Maret 2022 | 07:15 WIB",
            "Saturday 5 March 2022 | 7:15 a.m. Western Indonesia Time",
        ),
        ("12-13 Januari 2022", "12-13 January 2022"),
        ("12 dan 13 Januari 2022", "12 and 13 January 2022"),
        ("30 Januari - 2 Februari 2022", "30 January - 2 February 2022"),
        ("30 Januari hingga 2 Februari 2022", "30 January to 2 February 2022"),
        ("Senin-Selasa, 3-4 Januari 2022", "Monday-Tuesday, 3-4 January 2022"),
        ("3 jam yang lalu", "3 hours ago"),
        ("kemarin", "yesterday"),
        ("Kemarin, 10:15 WIB", "Yesterday, 10:15 a.m. Western Indonesia Time"),
        ("Hari ini, 10:15 WIB", "Today, 10:15 a.m. Western Indonesia Time"),
        ("pukul 03.50 waktu setempat", "3:50 a.m. local time"),
        ("Kam, 27/01/2022", "Thursday, 27 January 2022"),
        ("Kamis", "Thursday"),
        ("Baru saja", "Just now"),
        ("Jakarta, CNN Indonesia --", "Jakarta, CNN Indonesia --"),
        ("Moskow, 27 Januari 2022", "Moscow, 27 January 2022"),
        ("Diterbitkan pada 28 Januari 2022", "Published on 28 January 2022"),
        ("Tanggal: Kamis, 3 Agustus 2023", "Date: Thursday, 3 August 2023"),
        ("Hari Kamis, 3 Agustus 2023", "Thursday, 3 August 2023"),
        ("pada hari Kamis tanggal 3 Agustus 2023", "on Thursday 3 August 2023"),
        ("10.15 (GMT+7)", "10:15 a.m. (GMT+7)"),
        ("10.15 WIB (GMT+7)", "10:15 a.m. Western Indonesia Time (GMT+7)"),
        ("09.00-10.30 WIB", "9:00 a.m.-10:30 a.m. Western Indonesia Time"),
        ("jam 7 malam", "7 p.m."),
        ("Pukul 10.15 pagi WIB", "10:15 a.m. Western Indonesia Time"),
        ("1 jam 20 menit lalu", "1 hour 20 minutes ago"),
        ("sejam yang lalu", "1 hour ago"),
        ("beberapa menit lalu", "a few minutes ago"),
        ("January 30, 2022", "January 30, 2022"),
        ("Last Updated: 12 January 2022", "Last Updated: 12 January 2022"),
        ("Januari 2022", "January 2022"),
        ("Januari 27, 2022", "27 January 2022"),
        ("27 Januari 2022 (Kamis)", "27 January 2022 (Thursday)"),
        ("Kamis (27/1) 10.00 WIB", "Thursday, 27 January 10:00 a.m. Western Indonesia Time"),
        ("12/01/2022 20.15", "12 January 2022 20:15"),
        ("• 09 Februari 2018 - 11:40 WIB", "• 9 February 2018 - 11:40 a.m. Western Indonesia Time"),
        ("19:30", "19:30"),
        ("SENIN, 3 MEI 2021 10.00 WIB", "MONDAY, 3 MAY 2021 10:00 a.m. Western Indonesia Time"),
        ("Senin, 3 Mei", "Monday, 3 May"),
        ("27 Januari 2022, 10.15", "27 January 2022, 10:15"),
        ("1 Maret 9.00", "1 March 9.00"),
        ("5 Mei '21", "5 May 2021"),
        (
            "Rabu, 12/1/22 10.15 WITA",
            "Wednesday, 12 January 2022 10:15 a.m. Central Indonesia Time",
        ),
        ("27.01.2022 10.15 WIT", "27 January 2022 10:15 a.m. Eastern Indonesia Time"),
        (
            "Kamis, 27 Januari 2022 pkl. 10 WIB",
            "Thursday, 27 January 2022 at 10 a.m. Western Indonesia Time",
        ),
        (
            "Senin 3 Januari 2022 10.15 waktu Indonesia bagian timur",
            "Monday 3 January 2022 10:15 a.m. Eastern Indonesia Time",
        ),
        ("24.00 WIB", "12:00 a.m. Western Indonesia Time"),
        ("3 minggu lalu", "3 weeks ago"),
        ("Diperbarui hari ini", "Updated today"),
        ("10:15 PM", "10:15 PM"),
        ("10:15 PM WIB", "10:15 p.m. Western Indonesia Time"),
        ("Ahad 16 Jan 2022 13:27 WIB", "Sunday 16 January 2022 1:27 p.m. Western Indonesia Time"),
        (
            "JUMAT, 28 JANUARI 2022 | 07:41 WIB",
            "FRIDAY, 28 JANUARY 2022 | 7:41 a.m. Western Indonesia Time",
        ),
        ("- 5 September 2023, 11:31 WIB", "- 5 September 2023, 11:31 a.m. Western Indonesia Time"),
        ("Jum’at, 4 Februari 2022", "Friday, 4 February 2022"),
        ("27 Jan 22", "27 January 2022"),
        ("Sabtu-Minggu (5-6/3/2022)", "Saturday-Sunday, 5-6 March 2022"),
        ("Pembaruan terakhir: 3 Mei 2022", "Last update: 3 May 2022"),
        ("JAKARTA, KOMPAS.com --", "JAKARTA, KOMPAS.com --"),
        ("12 Mei 1998", "12 May 1998"),
        (
            "Kompas.com - 27/01/2022, 10:15 WIB",
            "Kompas.com - 27 January 2022, 10:15 a.m. Western Indonesia Time",
        ),
    ],
)
def test_datelines(source: str, target: str) -> None:
    assert _made(source, BlockKind.DATELINE) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Willy Haryono • 16 Februari 2022 21:00", "Willy Haryono • 16 February 2022 21:00"),
        ("Penulis: Mei Senin Sari", "Writer: Mei Senin Sari"),
        ("PEWARTA : Ani", "REPORTER : Ani"),
        ("Oleh Budi Santoso", "By Budi Santoso"),
        ("Sumber Waras", "Sumber Waras"),
        ("Sumber: Antara", "Source: Antara"),
        ("(ian)", "(ian)"),
        ("REUTERS", "REUTERS"),
        ("Ani Senin 2 jam lalu", "Ani Senin 2 hours ago"),
        ("Kontributor di Kupang", "Contributor in Kupang"),
        (
            "Riana Septiani, Jurnalis · Selasa 15 Februari 2022 14:45",
            "Riana Septiani, Journalist · Tuesday 15 February 2022 14:45",
        ),
        ("Penulis Lepas", "Freelance writer"),
        ("Penulis: Jam Malik", "Writer: Jam Malik"),
        ("Reporter: Pada Lalu", "Reporter: Pada Lalu"),
        ("Penulis: A | Editor: B", "Writer: A | Editor: B"),
        ("Penulis : A Editor : B", "Writer : A Editor : B"),
        ("Pewarta: X/Y", "Reporter: X/Y"),
        ("Oleh X", "By X"),
        ("Penulis Ani Sari Editor Budi", "Writer Ani Sari Editor Budi"),
        ("Penulis Ani Sari Pewarta Budi", "Writer Ani Sari Reporter Budi"),
        ("Laporan Wartawan Tribunnews.com, Ilham Rian", "Report by Ilham Rian, Tribunnews.com"),
        (
            "Laporan Wartawan Tribun Jateng, Anung Wibisono",
            "Report by Anung Wibisono, Tribun Jateng",
        ),
        ("Laporan wartawan Ani Sari", "Report by Ani Sari"),
        ("Tim Redaksi", "Editorial team"),
        ("Redaksi", "Editorial desk"),
        ("Kontributor", "Contributor"),
        ("Kontributor: Ani", "Contributor: Ani"),
        ("Penulis: hari santoso", "Writer: hari santoso"),
        ("Penulis: mei sari, 27 Januari 2022", "Writer: mei sari, 27 January 2022"),
        ("Ani Senin | 27 Januari 2022", "Ani Senin | 27 January 2022"),
        ("Amartya Sen, 27 Januari 2022", "Amartya Sen, 27 January 2022"),
        (
            "oleh Maulana Ishak diperbarui 07 Mar 2022, 13:00 WIB",
            "by Maulana Ishak updated 7 March 2022, 1:00 p.m. Western Indonesia Time",
        ),
        ("Ditulis oleh Admin pada 21 November 2021", "Written by Admin on 21 November 2021"),
        ("Redaktur & Reporter: Boy Saputra", "Editor & Reporter: Boy Saputra"),
        ("Rep: Haura Hafizhah/ Red: Nora Azizah", "Reporter: Haura Hafizhah/ Editor: Nora Azizah"),
        (
            "Pewarta : Putu Indah SavitriEditor: Agus Salim Copyright © ANTARA 2026",
            "Reporter : Putu Indah Savitri Editor: Agus Salim Copyright © ANTARA 2026",
        ),
        ("Peranan, Wartawan di Kupang", "Role, Journalist in Kupang"),
        ("Penulis, Eliazar Robert", "Writer, Eliazar Robert"),
        ("Peranan, BBC News Indonesia", "Role, BBC News Indonesia"),
        ("LAPORAN: RENI ERLIANA", "REPORT: RENI ERLIANA"),
        ("Sumber: Berbagai sumber", "Source: Various sources"),
        ("Penulis: Tim Redaksi", "Writer: Editorial team"),
        ("oleh Suryadi di 14 June 2022", "by Suryadi on 14 June 2022"),
        (
            "by Admin Radar — 12 Maret 2022 in Headline, Kota",
            "by Admin Radar — 12 March 2022 in Headline, Kota",
        ),
        ("12 Jan 2022, 10:15 | Tim VOI", "12 January 2022, 10:15 | Tim VOI"),
        ("Penulis: Ani dan Budi", "Writer: Ani and Budi"),
        (
            "Oleh Liputan6.com pada 27 Jan 2022, 10:15 WIB",
            "By Liputan6.com on 27 January 2022, 10:15 a.m. Western Indonesia Time",
        ),
        ("Ani Sari, Kamis 27 Januari 2022", "Ani Sari, Thursday 27 January 2022"),
        ("Ani Sari 3 jam yang lalu", "Ani Sari 3 hours ago"),
        ("Penulis Budi Santoso | Editor Ani", "Writer Budi Santoso | Editor Ani"),
        ("Artikel ini ditulis oleh: Ani", "This article was written by: Ani"),
        ("Oleh Hari, Kamis (27/1/2022)", "By Hari, Thursday, 27 January 2022"),
        ("Mei Senin Sari, 27 Januari 2022", "Mei Senin Sari, 27 January 2022"),
        ("Sabtu Prasetyo 2 jam lalu", "Sabtu Prasetyo 2 hours ago"),
        (
            "Penulis: Mei Sabtu | Editor: Agustus Minggu",
            "Writer: Mei Sabtu | Editor: Agustus Minggu",
        ),
        ("PENULIS: SENIN SARI", "WRITER: SENIN SARI"),
        ("Pewarta: Ani/Budi | Editor: Siti", "Reporter: Ani/Budi | Editor: Siti"),
        ("Laporan: Rina Ayu", "Report: Rina Ayu"),
        ("Laporan Kontributor Okezone, Ani Sari dan Budi", "Report by Ani Sari and Budi, Okezone"),
        ("Penulis", "Writer"),
        ("Fotografer: Ani, 3 hari lalu", "Photographer: Ani, 3 days ago"),
        ("Sumber: Tribun Jateng", "Source: Tribun Jateng"),
        ("Foto: Ani Sari", "Photo: Ani Sari"),
    ],
)
def test_bylines(source: str, target: str) -> None:
    assert _made(source, BlockKind.BYLINE) == target


@pytest.mark.parametrize(
    "source",
    [
        "Reporter A, Editor B",
        "Mei Senin Sari",
        "Agustus Parlindungan",
        "Tanggal Budi",
        "Lalu Muhammad Zohri",
        "Hari Kamis",
        "Terbit Rencana",
        "(jam)",
        "(WIB)",
        "ap/hp (dpa, epd)",
        "Biro Humas Kementerian Kominfo",
        "Kelas 5 Agustus Parlindungan",
        "CNN Indonesia",
        "AYU KINANTI",
        "tim | CNN Indonesia",
        "Angel di Maria",
        "juli/mei/hari",
    ],
)
def test_names_that_are_days_months_or_labels_too_stay(source: str) -> None:
    assert _made(source, BlockKind.BYLINE) == source


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        (BlockKind.DATELINE, "Kamis pagi"),
        (BlockKind.DATELINE, "Kamis, 27 Januari 2022 sekitar pukul 10.00 WIB"),
        (BlockKind.DATELINE, "10.15 waktu Moskow"),
        (BlockKind.DATELINE, "Minggu lalu"),
        (BlockKind.BYLINE, "Laporan Wartawan Tribunnews.com, Ani dari Jakarta"),
        (BlockKind.BYLINE, "Laporan dari Jakarta"),
        (BlockKind.BYLINE, "Wartawan senior tinggal di Kupang"),
        (BlockKind.BYLINE, "Penulis muda tinggal di Bandung"),
    ],
)
def test_a_line_left_half_in_indonesian_goes_to_the_model(kind: BlockKind, source: str) -> None:
    assert _made(source, kind) is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("\u017fenin, 3 Januar\u0131 2022", "Monday, 3 January 2022"),
        ("\u212aamis (27/1/2022)", "Thursday, 27 January 2022"),
        ("Penul\u0131s: Ani", "Writer: Ani"),
        ("2 men\u0131t lalu", "2 minutes ago"),
        ("Redak\u017fi", "Editorial desk"),
    ],
)
def test_letters_that_only_a_pattern_takes_for_others(source: str, target: str) -> None:
    assert _made(source, BlockKind.DATELINE) == target


_PIECES = (*"0123 .,:/-|(&", "Senin", "Mei", "puk\u0131l ", " lalu", " jam", "\u0130", "٣", " WIB")


@given(st.lists(st.sampled_from(_PIECES)))
def test_no_line_breaks_it(pieces: list[str]) -> None:
    for kind in (BlockKind.DATELINE, BlockKind.BYLINE):
        _made("".join(pieces), kind)


@pytest.mark.parametrize(
    "piece", ["1 ", "12 Januari ", "Senin-", "10.15-", "- ", "(", "Penulis A "]
)
def test_long_lines_take_no_more_than_their_length(piece: str) -> None:
    long = (piece * 20_000)[:20_000]
    started = time.process_time()
    for kind in (BlockKind.DATELINE, BlockKind.BYLINE):
        _made(long, kind)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("BRUSSELS -", "BRUSSELS -"),
        ("MOSKOW -", "MOSCOW -"),
        ("Den Haag, CNN Indonesia --", "The Hague, CNN Indonesia --"),
        ("TRIBUNGORONTALO.COM -", "TRIBUNGORONTALO.COM -"),
        ("JAKARTA, KOMPAS.com -", "JAKARTA, KOMPAS.com -"),
        ("Wina (ANTARA) -", "Vienna (ANTARA) -"),
        ("Berlin, Jerman:", "Berlin, Germany:"),
    ],
)
def test_leads(source: str, target: str) -> None:
    assert _made(source, BlockKind.PARAGRAPH, lead=True) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("(Kenzo TRIBOUILLARD / AFP)", "(Kenzo TRIBOUILLARD / AFP)"),
        ("(Wikimedia Commons/Mueller MSC)", "(Wikimedia Commons/Mueller MSC)"),
        ("(Foto: Rifkianto Nugroho/detikcom)", "(Photo: Rifkianto Nugroho/detikcom)"),
        ("Foto/CNBC", "Photo/CNBC"),
        ("Foto: Ani Sari/detikcom", "Photo: Ani Sari/detikcom"),
        ("(Ilustrasi banjir di Demak)", None),
        ("Foto: Presiden tiba di Brussels", None),
        ("Menteri Luar Negeri tiba di Brussels.", None),
    ],
)
def test_credits(source: str, target: str | None) -> None:
    assert _made(source, BlockKind.CAPTION) == target


@pytest.mark.parametrize(
    "signature", ["(ian)", "(rds/jbr)", "(WIL)", "[ys/ab]", "(Z-1)", "(*)", "(cr11/suara.com)"]
)
def test_a_signature_at_the_end_of_a_paragraph_stays(signature: str) -> None:
    assert _made(signature, BlockKind.PARAGRAPH) == signature


@pytest.mark.parametrize("source", ["Ia setuju.", "(Foto: Antara)", "Kamis pagi hujan turun."])
def test_sentences_are_left_to_the_model(source: str) -> None:
    assert _made(source, BlockKind.PARAGRAPH) is None
