"""What single lines are: what each site's furniture, bylines, datelines and captions look like,
and the sentences and headlines that resemble them and must be kept."""

import pytest

from padanan.translate.article import BlockKind
from padanan.translate.read import RULES, describe
from padanan.translate.read.lines import clean
from padanan.translate.read.rules import LINES, line_rule

FURNITURE = [
    "ADVERTISEMENT",
    "SCROLL TO CONTINUE WITH CONTENT",
    "SCROLL TO RESUME CONTENT",
    "Iklan",
    "- ADVERTISEMENT -",
    "Advertisement - Scroll to continue",
    "Gulir untuk lanjut membaca",
    "Lanjutkan membaca di bawah ini",
    "Scroll ke bawah untuk melanjutkan membaca",
    "[Gambas:Video 20detik]",
    "[Gambas:Instagram]",
    "[Gambas:Twitter]",
    "(Gambas:Video CNN)",
    "Simak Video 'Jokowi Buka Suara':",
    "Lihat Video: Detik-detik Kecelakaan",
    "Tonton juga Video: Banjir Bandang di Sigi",
    "Simak juga 'Polisi Tangkap Pelaku':",
    "Saksikan Video Pilihan Berikut Ini:",
    "Video Pilihan",
    "Saksikan juga video menarik berikut ini:",
    "Baca juga:",
    "Baca Juga",
    "BACA JUGA: Judul Lain di Sini",
    'Baca juga: Polisi: "Kami Akan Tindak Tegas"',
    "Baca Juga Polisi Tangkap Pencuri Motor di Depok",
    "**Baca juga: Gempa Guncang Cianjur",
    "Lihat Juga :",
    "Simak juga: Jadwal Imsakiyah",
    "(Baca juga: Judul)",
    "Baca juga : 5 Fakta Kasus Itu",
    "Baca Juga: Apa Itu Omicron? Ini Penjelasannya",
    "Pilihan Editor: Mengapa Rupiah Melemah",
    "Baca: Judul Lain",
    "BACA: Judul Lain",
    "Baca selengkapnya di sini.",
    "Baca selengkapnya",
    "Selengkapnya",
    "Baca berita selengkapnya di sini",
    "Selengkapnya baca di sini.",
    "Read More",
    "Klik di sini",
    (
        'Artikel ini telah tayang di Kompas.com dengan judul "Judul", Klik untuk baca: '
        "https://kompas.com/x."
    ),
    "Berita ini telah tayang di Okezone",
    "Artikel ini pernah tayang di Tribunnews.com",
    (
        "Dapatkan update berita pilihan dan breaking news setiap hari dari Kompas.com. "
        'Mari bergabung di Grup Telegram "Kompas.com News Update", caranya klik link '
        "https://t.me/kompascomupdate, kemudian join. Anda harus install aplikasi "
        "Telegram terlebih dulu di ponsel."
    ),
    "Ikuti kami di Google News",
    "Ikuti berita terkini dari Tempo di Google News, klik di sini.",
    "Ikuti Berita Okezone di Google News",
    "Ikuti saluran WhatsApp Tribun Timur",
    "Jangan lewatkan berita terbaru di channel WhatsApp kami",
    "Gabung di channel Telegram Tribunnews",
    "Cek Berita dan Artikel yang lain di Google News",
    "Baca berita lainnya di Google News",
    "Update berita terkini via Google News",
    "Yuk, ikuti kanal WhatsApp detikcom",
    "Temukan berita menarik lainnya di Google News",
    "Simak berita Liputan6 lainnya di Google News",
    "Copyright © 2024 SINDOnews.com",
    "© 2024 Kompas.com",
    "All Rights Reserved",
    (
        "Copyright 2008 - 2024 PT. Kompas Cyber Media (Kompas Gramedia Digital Group). "
        "All Rights Reserved."
    ),
    "COPYRIGHT © ANTARA 2022",
    "Hak Cipta © 2022 VOI",
    (
        "Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis "
        "untuk AI di situs web ini tanpa izin tertulis dari Kantor Berita ANTARA."
    ),
    "Halaman: 1 2 3",
    "Halaman Selanjutnya",
    "Selanjutnya",
    "Show All",
    "Halaman 2 dari 3",
    "1 2 3 Selanjutnya",
    "1",
    "Halaman:",
    "Next",
    "Halaman selanjutnya >>>",
    "Lanjut ke halaman berikutnya",
    "HALAMAN : 1 2 Tampilkan Semua",
    "Bagikan:",
    "Share",
    "Facebook Twitter WhatsApp Telegram Copy Link",
    "Facebook",
    "Share on Facebook",
    "Bagikan ke WhatsApp",
    "Salin Tautan",
    "SHARE:",
    "Kirim ke WhatsApp",
    "12 shares",
    "Copy Link",
    "FacebookTwitterWhatsApp",
    "Tag :",
    "TAGS",
    "Tags: nato, rusia",
    "#NATO #Rusia",
    "Topik: Ukraina",
    "# nato",
    "Tags Terkait",
    "Komentar",
    "0 Komentar",
    "Komentar (3)",
    "Kirim Komentar",
    "Tulis Komentar",
    "Jadilah yang pertama berkomentar di sini",
    "Login untuk memberikan komentar",
    "Leave a Reply",
    "Berikan Komentar",
    "Loading...",
    "A A A",
    "A- A+",
    "Previous Next",
    "Star InactiveStar Inactive",
    "TERKAIT",
    "BERITA LAINNYA",
    "FOLLOW US",
    "Berita Terkait",
    "Terpopuler",
    "Video Terkait",
    "Rekomendasi untuk Anda",
    "Berita Populer",
    "Artikel Terkait",
    "Trending",
    "Terkini",
    "Most Popular",
    "Berita Terkait:",
    "Baca Juga Berita Lainnya",
    "Baca Berita Terkait Lainnya",
    "Rekomendasi",
    "Kabar Lainnya",
    "Jangan Lewatkan",
    "Populer",
    "Berita Terpopuler",
    "Pilihan Untukmu",
    "Konten Sponsor",
    "read/ rendering in 0.1829 seconds (0.1#10.140)",
    ":quality(30):format(webp):focal(0.5x0.5:0.5x0.5)/a.jpg)",
    "https://www.tempo.co/x",
    "www.kompas.com",
    "Kompas.com",
    "Home > News > Internasional",
    "Home / News / Nasional",
    "Beranda › Berita",
    "Dibaca 1.234 kali",
    "1.234 views",
    "Dilihat: 45",
    "3 menit baca",
    "Beli Tiket",
    "Situs ini menggunakan cookies untuk meningkatkan pengalaman Anda.",
    "Masuk",
    "Daftar",
    "Login | Register",
    "Berlangganan",
    "Newsletter",
    "redaksi@contoh.co.id",
    "Tentang Kami | Redaksi | Pedoman Media Siber",
    "Menu",
    "* * *",
    "-----",
    (
        "Viral! 18 Kampus ternama memberikan beasiswa full sampai lulus untuk S1 dan S2 "
        "di Beasiswa OSC. Info lebih lengkap klik : osc.medcom.id"
    ),
    "Lihat Foto",
    "Perbesar",
    "View this post on Instagram",
    "A post shared by Jokowi (@jokowi)",
]
BYLINES = [
    "Editor : Sri Lestari",
    "Editor: Budi",
    "Penulis: A | Editor: B",
    "Reporter: Dewi",
    "Pewarta: A Editor: B Copyright © ANTARA 2022",
    "Pewarta : Putu Indah SavitriEditor: Agus Salim Copyright © ANTARA 2026",
    "Sumber: Antara",
    "Sumber : Kompas.com",
    "Rep: A/ Red: B",
    "Oleh: Budi Santoso",
    "Oleh Budi Santoso",
    "Laporan Wartawan Tribunnews.com, Rina Ayu",
    "Laporan wartawan Tribun Timur, Ahmad",
    "Tim detikcom",
    "Tim Redaksi",
    "Andi Saputra - detikNews",
    "tim | CNN Indonesia",
    "(ian)",
    "(WIL)",
    "(rds/jbr)",
    "(fas/ant)",
    "[hhw]",
    "(*)",
    "(***)",
    "(Antara)",
    "(ANT/Z-1)",
    "(end/pt)",
    "REUTERS",
    "AFP/ANTARA",
    "Reuters | Antara",
    "Reuters, BBC",
    "ANTARA",
    "(Sumber: Antara)",
    "Penerjemah: X",
    "Jurnalis: Ary",
    "Redaktur & Reporter : Tim Redaksi",
    "(Seno Tri Sulistiyono)",
    "Willy Haryono • 16 Februari 2022 21:00",
    "Oleh Liputan6.com pada 27 Jan 2022, 10:15 WIB",
    "Riana Septiani, Okezone · Selasa 15 Februari 2022 14:45 WIB",
    "Antara",
    "CNN Indonesia",
    "Penulis Budi Santoso | Editor Ani",
]
DATELINES = [
    "Kamis, 27 Januari 2022 - 03:50 WIB",
    "27 Jan 2022, 10:15 WIB",
    "Kompas.com - 27/01/2022, 10:15 WIB",
    "Rabu, 12 Jan 2022 09:10 WIB",
    "Diterbitkan 27 Januari 2022",
    "Jumat , 28 Jan 2022, 05:10 WIB",
    "Senin 17 Januari 2022, 10:33 WIB",
    "Tayang: Kamis, 27 Januari 2022 10:00 WIB | Diperbarui: Kamis, 27 Januari 2022 11:00 WIB",
    "Rabu, 12 Januari 2022 | 20:15",
    "12/01/2022 20.15",
    "2022-01-12 20:15:00",
    "Senin, 17 Januari 2022 pukul 08.00 WITA",
    "Last Updated: 12 January 2022",
    "January 12, 2022",
    "Selasa, 1 Feb 2022 19:30 WIB",
    "Sabtu, 29/01/2022 | 08:05 WIB",
    "Jakarta, 27 Januari 2022",
    "Published: 12 Jan 2022 10:10 WIB",
    "3 jam yang lalu",
    "Dibuat: 27 Januari 2022",
    "Diperbarui 27 Januari 2022, 10.20 WIB",
    "Sabtu, 08 Januari 2022 09:21",
    "• 09 Februari 2018 - 11:40 WIB",
]
CAPTIONS = [
    "Foto: Rifkianto Nugroho/detikcom",
    "Sekjen NATO. (AP Photo/Olivier Matthys)",
    "ANTARA FOTO/Hafidz Mubarak/aww.",
    "Ilustrasi vaksin. (Foto: Shutterstock)",
    "Ilustrasi",
    "Dok. Kemenlu",
    "Presiden Joko Widodo. Foto: BPMI Setpres/Lukas",
    "Gedung KPK (Ist)",
    "Foto udara banjir. (ANTARA/HO-BNPB)",
    "Sumber gambar, Getty Images",
    "Keterangan foto: Warga mengungsi",
    "Warga antre minyak goreng di Pasar Senen, Jakarta, Rabu (12/1). TEMPO/Subekti",
    "Warga. REUTERS/Maksim Levin",
    "Suasana sidang [Suara.com/Angga]",
    "(Foto: Istimewa)",
    "Ilustrasi gempa (Dok. BMKG)",
    "FOTO/ISTIMEWA",
    "Photo: AFP",
    "Petugas memadamkan api. (Liputan6.com/Angga)",
    "Jens Stoltenberg (Foto: AFP)",
    "Menlu Retno. (Dok Kemlu)",
]
KEPT = [
    "Baca juga menjadi hal yang harus dibiasakan sejak dini, kata Menteri Pendidikan.",
    "Baca Alquran menjadi kegiatan wajib di sekolah itu setiap pagi.",
    "Simak penjelasan lengkapnya berikut ini.",
    "Simak pernyataan lengkap Presiden soal kenaikan harga BBM.",
    "Copyright menjadi persoalan utama dalam industri musik Indonesia sejak 2014.",
    "Hak cipta pada 2014 diatur dalam undang-undang yang baru.",
    "Iklan Rokok Dilarang",
    "Iklan rokok di televisi akan dilarang mulai tahun depan.",
    "Video Viral Pengemudi Ojek Dipukul Berujung Damai",
    "Komentar Presiden soal Banjir Jakarta",
    "Beri Komentar Pedas ke Wasit, Pelatih Didenda",
    "Gabung Grup Telegram, Ibu Rumah Tangga Tertipu Rp 100 Juta",
    "Unduh aplikasi PeduliLindungi di Play Store sebelum bepergian.",
    "Masyarakat bisa mengecek penerima bantuan lewat cekbansos.kemensos.go.id.",
    "Ikuti Jejak Ayahnya, Putri Petani Jadi Dokter",
    "Daftar Harga BBM Terbaru di Seluruh SPBU",
    "Masuk Musim Hujan, Warga Diminta Waspada",
    "Populer di Kalangan Anak Muda, Kopi Gula Aren Kian Laku",
    "Terkait hal itu, polisi masih mendalami motif pelaku.",
    "Terkait kasus tersebut, KPK memanggil tiga saksi",
    "Selanjutnya, tim akan mengirim hasil pemeriksaan ke Jakarta.",
    "Halaman rumah itu penuh dengan lumpur.",
    "Bagikan Sembako, Polisi Blusukan ke Gang Sempit",
    "Share lokasi dikirim korban sebelum ditemukan tewas.",
    "Login ke akun SSCASN menjadi keluhan pelamar.",
    "Home industry di desa itu mempekerjakan 40 warga.",
    "Tag harga di rak tidak sesuai dengan harga di kasir.",
    "Lihat saja nanti di persidangan.",
    "Lihat juga kondisi ekonomi warga, jangan asal gusur.",
    "Rekomendasi DPR soal Bansos Tak Digubris",
    "Trending di Twitter, Warganet Ramai Bahas Banjir",
    "Cek Kesehatan Gratis di Puskesmas Dimulai Senin",
    "Cookie rasa keju itu laku keras.",
    "Menu makan siang gratis disesuaikan dengan pangan lokal.",
    "Video itu kemudian menjadi viral di media sosial.",
    "Foto itu diambil pada 2019.",
    "Editor film itu meninggal pada usia 62 tahun.",
    "Penulis buku itu menolak berkomentar.",
    "Reuters melaporkan sedikitnya 12 orang tewas.",
    "Jakarta, 27 Januari lalu, menjadi saksi pertemuan kedua tokoh.",
    "Pada 27 Januari 2022, pasukan itu ditarik.",
    "27 Januari 2022 menjadi hari yang tak terlupakan bagi warga.",
    "Pukul 10.15 WIB, api baru bisa dipadamkan.",
    "Artikel ini membahas cara menanam cabai di pekarangan rumah.",
    "Sumber api diduga dari kompor gas.",
    "Sumber tersebut mencatat, NATO sedang dalam pembicaraan.",
    "Dilarang keras mengambil gambar di dalam ruang sidang.",
    "Laporan itu disusun selama enam bulan.",
    "Oleh karena itu, warga diminta tenang.",
    "Redaksi surat kabar itu digeledah polisi.",
    "Kirim bantuan ke Gaza, Indonesia siapkan pesawat",
    "Simpan uang di bank dinilai lebih aman.",
    "Tweet Elon Musk bikin harga bitcoin naik",
    '"Baca dulu kontraknya," ujar Andi.',
    "Untuk informasi lebih lanjut, masyarakat dapat menghubungi nomor 117.",
    "Twitter milik Elon Musk mengubah logonya.",
    "Promo tiket pesawat itu berlaku hingga akhir Maret.",
    "Tonton Laga Timnas, Ribuan Warga Padati Alun-alun",
    "Saksikan langsung pertandingan itu, Presiden Jokowi terbang ke Surabaya.",
    "Dapatkan Emas, Lifter Indonesia Terima Bonus",
    "Hasil: Indonesia 2 - 1 Thailand",
    "Skor akhir 2-1.",
    "Arema FC > Persib",
    "Berita itu dibantah oleh Kementerian.",
    "Berita bohong itu menyebar lewat grup WhatsApp.",
    "Baca doa bersama digelar di halaman kantor gubernur.",
]


def kind_of(text: str) -> BlockKind | None:
    rule = line_rule(clean(text))
    return rule.kind if rule else None


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture(text: str) -> None:
    assert kind_of(text) is BlockKind.FURNITURE


@pytest.mark.parametrize("text", BYLINES)
def test_bylines(text: str) -> None:
    assert kind_of(text) is BlockKind.BYLINE


@pytest.mark.parametrize("text", DATELINES)
def test_datelines(text: str) -> None:
    assert kind_of(text) is BlockKind.DATELINE


@pytest.mark.parametrize("text", CAPTIONS)
def test_captions(text: str) -> None:
    assert kind_of(text) is BlockKind.CAPTION


@pytest.mark.parametrize("text", KEPT)
def test_text_is_never_taken_for_furniture(text: str) -> None:
    assert kind_of(text) is None


def test_every_rule_is_described_once() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    for name in names:
        assert describe(name)[-1] in '.)"', name
    with pytest.raises(KeyError):
        describe("no-such-rule")


@pytest.mark.parametrize(
    "hostile",
    [
        "1" * 2000,
        "27 " * 600,
        "Januari " * 250,
        "A " * 900,
        "#a " * 600,
        "Facebook " * 200,
        "Baca juga " * 180,
        "(" * 2000,
        "a/" * 900,
        "Home > " * 280,
        "12:12 " * 300,
        "Budi Santoso, " * 140,
        "Editor: " * 240,
        "x@" * 900,
        "a." * 950,
        "klik info " * 180,
    ],
)
def test_no_pattern_backtracks_without_end(hostile: str) -> None:
    for rule in LINES:
        for length in (50, 159, 255, rule.longest):
            rule.matches(hostile[:length])
            rule.matches(hostile[: length - 1] + "!")
