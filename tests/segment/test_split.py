"""Where sentences end: one test per class of difficulty, and what holds for any text."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from padanan.translate.segment import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def check(marked: str) -> None:
    """`marked` has a "¦" wherever a sentence begins."""
    parts = marked.split("¦")
    assert sentences("".join(parts)) == [part.strip() for part in parts]


@pytest.mark.parametrize(
    "marked",
    [
        "Rapat selesai. ¦Semua pulang.",
        "Rapat selesai? ¦Belum! ¦Baru istirahat…",
        "Tanpa tanda baca di akhir",
        "Rapat selesai. ¦Semua pulang",
    ],
)
def test_plain_sentences(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Menurut Prof. Dr. Ir. H. Budi, M.Sc., ada dua sebab.",
        "Kol. Inf. Wahyu dan Letjen. (Purn.) Sutarno hadir.",
        "Ia tinggal di Jl. Merdeka, Kec. Cilodong, Kab. Bogor.",
        "Saham PT. Sinar dan CV. Maju turun, begitu pula PT Bank Nusa Tbk. (BNUS).",
        "Buka Senin s.d. Jumat, a.n. Ketua, u.p. Sekretaris, c.q. Bendahara.",
        "Pasal 340 jo. Pasal 55, lihat hlm. 5 dan No. B-12.",
        "Harganya Rp. 5.000 atau Rp 1,5 triliun, bukan Rp5. 000 saja.",
        "Rapat mulai pukul 10. 30 WIB di Km. 5 jalan itu.",
        "Susilo B. Yudhoyono dan B.J. Habibie bertemu W.R. Supratman.",
        "Karya S.H. Mintardja dibaca M. Nasir dan Muh. Ilham.",
        "Lina, S.H. M.Hum. mengajar di Orbit Co. Ltd. sejak lama.",
        "Tenda, genset, dll. sudah dikirim (popok, susu, dsb.) Kamis.",
        "Gedung itu di Washington, D.C. dan milik U.S. Navy.",
        "Juventus Football Club S.p. A. sepakat.",
        "Kantornya di Gedung A lt. 3, buka pkl. 08.00, denda maks. Rp1 juta.",
        "Rumahnya di RT. 03/RW. 05 dan ia dijemput Lt. Kol. Agus.",
        "Calon nomor urut 2 H. Ahmad Fauzi dan calon 2024 M. Nuh hadir.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Mereka butuh beras, air, dll. ¦Bantuan belum tiba.",
        "Hakimnya Doni, S.H. ¦Jaksanya Rini, Ph.D. ¦Ahlinya Wati M.Hum. ¦Sidang ditunda.",
        "Kontrak itu milik PT Angkasa Tbk. ¦Perseroan senang.",
        "Ia unggul dalam segala hal. ¦Lawannya tidak.",
        "Buah ini kaya vitamin C. ¦Jeruk juga.",
        "Pria itu berinisial S. ¦Polisi mencarinya.",
        "Pernyataan itu diunggah di X. ¦Warganet geram.",
        "Ia bertemu Emil S. ¦Namun tidak lama.",
        "Dokumen itu milik A.S. ¦Menurut saksi, isinya rahasia.",
        "Rapat mulai pukul 10.30. ¦Semua hadir.",
        "Mereka berdesakan di Pintu 13. ¦135 orang meninggal.",
        "Korban meninggal pada 27.1.2022. ¦Jumlahnya 1.250. ¦Data itu sementara.",
        "Itu melanggar Pasal 5 ayat (1) huruf a. ¦Pelakunya didenda.",
        "Candi itu dibangun pada abad ke-9 M. ¦Kerajaan itu runtuh pada 1527 M. ¦Banten bangkit.",
    ],
)
def test_abbreviations_numbers_and_letters_may_end_a_sentence(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "1. Cuci tangan. ¦2. Keringkan.",
        "Langkahnya: 1. Cuci tangan ¦2. Keringkan ¦3. Oleskan krim",
        "a. Pemohon datang. ¦b. Petugas memeriksa.",
        "Tugasnya: 1. Menjaga perbatasan; ¦2. Mengawal kapal.",
        "1.1. Latar Belakang",
        "IV. Kesimpulan",
        "Skor akhir 2-1. ¦Penonton pulang.",
    ],
)
def test_lists_and_numbering(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        '"Kami siap. ¦Kami kuat," kata X.',
        '"Apa?" tanya dia. ¦"Kami siap!" kata X.',
        '"Kami siap." kata dia.',
        '"Kami siap." Kata dia kepada pers.',
        '"Kami siap!" Ujar Bupati.',
        '"Kami menolak." ¦Kata itu diulangnya.',
        'Ia menyebutnya "pintu terbuka." ¦Sehari kemudian ia pergi.',
        "Ia menyebutnya “pintu terbuka.” ¦(Foto: AFP)",
        'Perundingan "langsung”. ¦Kami diam.',
        '" Tarif naik. " ¦Warga marah.',
        '" Tarif naik. ¦Kami kaget, " ujar dia. ¦" Harus turun. "',
        '"Tarif naik. ¦Kami kaget," ujar dia. ¦" Harus turun. "',
        'Warga marah. ¦" Tarif naik, " kata dia.',
        'Tarif naik. " ¦"Kami kaget," ujar dia.',
        "(Berita ini diperbarui. ¦Judulnya diubah.) ¦Maaf.",
        "Dua saksi (!) hilang dan dua lain (?) Kamis kembali.",
        'Ia pulang.¦"Saya lelah," katanya.',
        "Ia pulang.¦“Saya lelah,” katanya.",
    ],
)
def test_quotations_and_brackets(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        '"Kami ... kami fokus," katanya.',
        "Begini... kalau hujan turun, tanggul jebol.",
        "Ke Ukraina ... Rusia tidak menjawab.",
        "... sampai titik terakhir.",
        "Ia menunggu... ¦Bantuan tidak tiba.",
        "Tahun berlalu… ¦Kota itu sama.",
        "Naik lagi?! ¦Luar biasa!!! ¦Benar.",
    ],
)
def test_ellipses_and_repeated_marks(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Dikutip dari detik.com dan Kompas.Com pada Senin.",
        "Lihat https://contoh.id/Berita.Utama?Id=1.2 atau surel a.b@contoh.co.id saja.",
        "Berkas laporan.akhir.pdf dan versi v2.0.1 sudah ada.",
        "Node.js dan ASP.NET dipakai di PN Jkt.Pst sekarang.",
        "Situs www.contoh.go.id. ¦Isinya lengkap.",
    ],
)
def test_addresses_files_and_versions(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Selesai.¦Kemudian pulang.",
        "Rapat (12/1/2022).¦Namun batal.",
        "Sejak 2021.¦Namun batal.",
        "Mengapa?¦Petugas diam.",
        "S.Kom dan S.Sos serta drs.Ahmad hadir.",
        "Kami...Kemudian pulang.",
    ],
)
def test_missing_space(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Bantuan tiba. ¦12 truk tertahan.",
        "Ponsel laku. ¦iPhone memimpin. ¦e-KTP selesai. ¦detik.com melaporkan.",
        "Rapat selesai. ¦kemudian mereka pulang.",
        "Rapat selesai. kata dia.",
        "Jumlahnya sdr. belum tahu.",
        "— Dari mana? ¦— Dari kapal.",
        "Siapa dia? – tanya semua orang.",
        "Rapat selesai. ¦• Tarif naik. ¦• Upah turun.",
        "PRESIDEN TIBA. ¦WARGA MENYAMBUT DI JL. SUDIRMAN NO. 5. ¦ACARA TERTIB.",
        "Rapat selesai。¦Semua pulang！",
    ],
)
def test_unusual_beginnings(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Sidang ditunda. ¦(ian)",
        "Sidang ditunda. ¦(rds/jbr)",
        "Sidang ditunda.¦(fik)",
        '"Kita berunding setelah dua tahun,” ¦(rds/jbr)',
        "Kelompok Tujuh (G7) bertemu di Jerman (barat)",
        "Saham Batu Bara Naik (ADRO/PTBA)",
    ],
)
def test_signatures(marked: str) -> None:
    check(marked)


def test_colons_and_semicolons_do_not_end_a_sentence() -> None:
    check("Syaratnya: tidak ada senjata; tidak ada pasukan. ¦Ukraina menolak.")


def test_a_long_sentence_is_not_cut() -> None:
    text = "Pemerintah mengatakan " + "dan Presiden menambahkan, " * 100 + "selesai"
    assert split(text) == [(0, len(text))]


def test_nothing_in_nothing() -> None:
    assert split("") == split(" \n\t\u3000 ") == []


WORDS = """
    Rapat selesai kata Kata dia Jl S H dll Rp No detik com 1 12 5.000 . . . , ? ! ... … " “ ” ' ( )
    - — (ian) (rds/jbr) 。 İ ß Ⓐ
"""
PIECES = st.sampled_from([*WORDS.split(), " ", " ", " ", " ", "\n", "\u00a0"])
INDONESIAN = st.lists(PIECES, max_size=60).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), INDONESIAN))
@example('a." ')
@example("(a). (b)")
@example("1. ")
def test_spans_and_gaps_give_the_text_back(text: str) -> None:
    last = 0
    for start, end in split(text):
        assert text[last:start].strip() == ""
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        last = end
    assert text[last:].strip() == ""


@settings(max_examples=200, deadline=None)
@given(INDONESIAN)
def test_a_sentence_found_stands_at_its_beginning_alone_too(text: str) -> None:
    spans = split(text)
    if spans:
        start, end = spans[0]
        assert split(text[start:end])[0][0] == 0


@pytest.mark.parametrize(
    "unit",
    [
        "a.",
        ".",
        ". ",
        '." ',
        "A. ",
        "(a/",
        '"',
        "“ ”",
        "1. ",
        "Ia pulang. ",
        "x",
        "\n",
        "?! A",
        "x ... A",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def once(text: str) -> float:
        before = time.process_time()
        split(text)
        return time.process_time() - before

    def seconds(size: int) -> float:
        text = unit * (size // len(unit)) + "a"
        return min(once(text) for _ in range(3))  # what else the machine does may slow one

    # Four times the text takes some four times as long; quadratic would be sixteen.
    assert seconds(100_000) < 9 * seconds(25_000) + 0.05
