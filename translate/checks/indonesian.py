"""Frequent Indonesian words that are no English words, names, or words English has borrowed.

What stands of them in an English text has not been translated. Made by hand; the function words
are those of `padanan.glossary.stopwords`.
"""

import re
from functools import cache

from padanan.glossary.stopwords import INDONESIAN
from padanan.glossary.tables import rows

# fmt: off
ALSO_ENGLISH = frozenset(
    {
        # English words, abbreviations and units that are spelled so
        "agar", "ahad", "alias", "april", "bang", "baru", "batik", "bin", "bola", "bu", "buat",
        "cm", "cv", "dong", "dr", "drs", "era", "ganda", "gram", "hal", "hari", "hut", "ir", "jam",
        "kang", "kg", "kilogram", "kilometer", "km", "lah", "liter", "mari", "mas", "meter", "mh",
        "minus", "no", "november", "oh", "pak", "per", "prof", "pt", "pun", "rp", "rupiah", "sang",
        "selfie", "semester", "september", "sh", "si", "sore", "st", "tempo", "tiebreak", "ton",
        "total", "unit", "us", "usd", "via", "video", "wah", "wib", "wit", "wita", "ya",
        # parts of names and of other languages' names
        "agung", "aku", "ali", "amat", "ambil", "andai", "antara", "artikel", "ayo", "baik",
        "bapak", "bernama", "dan", "di", "dia", "dini", "dulu", "foto", "gambar", "gara", "haji",
        "hj", "ia", "ibu", "ikut", "ini", "juli", "juni", "kali", "kami", "kata", "kau", "kota",
        "kini", "la", "lama", "lima", "maka", "mana", "masa", "mau", "mei", "minggu", "nah", "nama",
        "nya", "raya", "sabtu", "sama", "sana", "saya", "senin", "sini", "siapa", "situ", "soal",
        "suka", "tahu", "tak", "tiba", "toh", "tolong", "tua", "malam", "angka", "dari", "dua",
        "satu", "rasa", "segi", "papar", "sumber", "usul", "lusa", "kira", "kurang", "makan",
        "pria", "tengah", "lain", "minimal", "paling", "maksimal",
    }
)
"""What is left out of the function words, for it may stand in an English text."""

_CONTENT = frozenset(
    {
        # public life
        "pemerintah", "pemerintahan", "negara", "presiden", "menteri", "kementerian", "gubernur",
        "bupati", "walikota", "kepala", "ketua", "wakil", "anggota", "pejabat", "pemilu",
        "pemilihan", "partai", "rakyat", "warga", "masyarakat", "undang-undang", "peraturan",
        "kebijakan", "keputusan", "kesepakatan", "perjanjian", "perundingan", "pertemuan",
        "pernyataan", "dukungan", "bantuan", "hubungan", "kerja", "kerjasama", "negeri",
        "kabupaten", "provinsi", "kecamatan", "kelurahan", "desa", "daerah", "wilayah", "pusat",
        # law and order
        "polisi", "kepolisian", "tersangka", "terdakwa", "penyidik", "penyidikan", "penyelidikan",
        "jaksa", "hakim", "pengadilan", "hukum", "hukuman", "penjara", "korban", "pelaku", "saksi",
        "pembunuhan", "pencurian", "penangkapan", "ditangkap", "tewas", "meninggal", "terluka",
        "kekerasan", "kejahatan", "penganiayaan", "laporan", "keterangan", "bukti",
        # war and disaster
        "perang", "pasukan", "tentara", "serangan", "menyerang", "senjata", "perbatasan",
        "keamanan", "pertahanan", "perdamaian", "ketegangan", "ancaman", "gempa", "banjir",
        "longsor", "kebakaran", "gunung", "letusan", "bencana", "pengungsi", "kecelakaan",
        "pesawat", "kapal", "jalan", "jembatan",
        # money
        "perusahaan", "pengusaha", "harga", "saham", "uang", "utang", "pajak", "keuangan",
        "pendapatan", "penjualan", "pembelian", "perdagangan", "pertumbuhan", "perekonomian",
        "ekonomi", "pekerja", "karyawan", "pegawai", "pasar", "usaha", "industri", "anggaran",
        "biaya", "bunga", "keuntungan", "kerugian", "nilai", "tukar", "ekspor", "impor", "minyak",
        "listrik", "pangan", "beras",
        # people and daily life
        "anak", "suami", "istri", "keluarga", "teman", "siswa", "mahasiswa", "sekolah",
        "pendidikan", "kesehatan", "penyakit", "pasien", "dokter", "rumah", "penduduk", "manusia",
        "kehidupan", "kematian", "makanan", "minuman", "agama", "budaya", "bahasa", "olahraga",
        "pemain", "pelatih", "pertandingan", "kemenangan", "kekalahan", "musik", "lagu", "penyanyi",
        "pemeran", "penonton", "penelitian", "peneliti", "ilmuwan", "teknologi", "perangkat",
        "aplikasi", "pengguna", "kendaraan", "mobil", "sepeda", "kereta", "bandara", "pelabuhan",
        "perjalanan", "wisatawan", "pariwisata", "hutan", "sungai", "pantai", "pulau", "cuaca",
        "hujan", "udara", "tanah", "hewan", "tanaman", "lingkungan",
        # what is done, and how it is
        "mengatakan", "menyatakan", "menyebut", "menjelaskan", "menambahkan", "mengungkapkan",
        "menegaskan", "melakukan", "dilakukan", "memberikan", "diberikan", "mendapatkan",
        "menggunakan", "digunakan", "membuat", "dibuat", "mengambil", "menerima", "meminta",
        "membantu", "mencapai", "memiliki", "mempunyai", "mencari", "membawa", "memulai",
        "mengalami", "menunjukkan", "menghadapi", "mencegah", "membahas", "bekerja", "bertemu",
        "berbicara", "berada", "bergerak", "berlangsung", "berlaku", "berhasil", "berencana",
        "berusaha", "terjadi", "terlihat", "termasuk", "terbesar", "terakhir", "tertinggi",
        "diduga", "diketahui", "disebut", "diperkirakan", "diharapkan", "ditemukan", "kemungkinan",
        "kesempatan", "perubahan", "peningkatan", "penurunan", "pengembangan", "pembangunan",
        "penggunaan", "kegagalan", "keberhasilan", "kebutuhan", "kemampuan", "kekuatan",
    }
)
# fmt: on

WORDS = (INDONESIAN - ALSO_ENGLISH) | _CONTENT
"""Indonesian words, in small letters."""


@cache
def vocabulary() -> frozenset[str]:
    """More Indonesian words, English and borrowed ones among them: those of the terms of the
    glossary that comes with padanan, without names."""
    words: set[str] = set()
    for terms, *_ in rows("terms.tsv"):
        words.update(word for word in re.findall(r"[^\W\d_]{3,}", terms) if word.islower())
    return frozenset(words)
