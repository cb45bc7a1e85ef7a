"""Words with capitals that are no names, or make the name of something that is translated."""

# fmt: off
TITLES = frozenset(
    {
        "presiden", "wapres", "menteri", "menlu", "menhan", "menkeu", "mendag", "mendagri", "menko",
        "gubernur", "bupati", "walikota", "wali", "camat", "lurah", "jenderal", "letjen", "letnan",
        "mayjen", "mayor", "brigjen", "brigadir", "kolonel", "kapten", "sersan", "kopral",
        "laksamana", "marsekal", "komjen", "irjen", "kombes", "akbp", "kompol", "akp", "iptu",
        "ipda", "aiptu", "aipda", "bripka", "kapolri", "kapolda", "kapolres", "kapolsek",
        "panglima", "komandan", "komisaris", "inspektur", "raja", "ratu", "pangeran", "putri",
        "sultan", "kaisar", "paus", "uskup", "kardinal", "pastor", "pendeta", "imam", "ustaz",
        "ustadz", "kyai", "kiai", "haji", "hajah", "bapak", "ibu", "pak", "bu", "bung", "mas",
        "mbak", "tuan", "nyonya", "nona", "saudara", "profesor", "doktor", "dokter", "insinyur",
        "senator", "ketua", "wakil", "kepala", "direktur", "sekretaris", "jubir", "duta", "dubes",
        "hakim", "jaksa", "perdana", "sir", "lord", "lady", "almarhum", "almarhumah", "mantan",
        "tuhan", "allah", "nabi", "rasul", "santo", "santa", "yesus", "kristus", "masehi", "anda",
        "dirjen", "sekjen", "dirut", "ketum", "capres", "cawapres", "nasional", "internasional",
    }
)
"""Titles and honorifics, which are translated; what stands beside them is a person's name."""

PLACES = frozenset(
    {
        "provinsi", "kabupaten", "kecamatan", "kelurahan", "desa", "distrik", "kota", "sungai",
        "danau", "gunung", "pulau", "bandara", "stadion", "universitas", "teluk", "selat",
    }
)
"""What is translated, while the name after it stays: Sungai Musi, the Musi River."""

HEADS = frozenset(
    {
        # land and water
        "laut", "samudra", "samudera", "kepulauan",
        "pegunungan", "bukit", "lembah", "gurun", "hutan", "taman", "tanjung",
        "semenanjung", "pantai", "air", "terjun", "kutub", "benua", "jalur", "tepi", "kawah",
        "utara", "selatan", "timur", "barat", "tengah", "tenggara", "timur-laut", "atas", "bawah",
        "besar", "raya", "baru", "lama", "muda", "tua", "merah", "putih", "hitam", "hijau", "biru",
        "kuning", "mati", "suci", "agung", "bumi", "bulan", "matahari", "dunia", "semesta",
        # towns and what stands in them
        "negara",
        "bagian", "republik", "kerajaan", "kekaisaran", "kesultanan", "wilayah", "daerah", "istana",
        "gedung", "menara", "tembok", "gerbang", "jembatan", "jalan", "lapangan", "alun-alun",
        "stasiun", "bandar", "udara", "pelabuhan", "terminal", "gereja",
        "katedral", "masjid", "kuil", "candi", "makam", "museum", "galeri", "kebun", "rumah",
        "sakit", "hotel", "pasar", "benteng", "monumen", "patung", "pangkalan",
        # institutions
        "institut", "sekolah", "akademi", "fakultas", "departemen", "kementerian",
        "dinas", "badan", "lembaga", "dewan", "majelis", "komisi", "komite", "kantor", "biro",
        "pusat", "balai", "kongres", "parlemen", "senat", "mahkamah", "pengadilan", "kejaksaan",
        "kepolisian", "polisi", "tentara", "angkatan", "pasukan", "resimen", "batalyon", "armada",
        "kapal", "organisasi", "perserikatan", "persatuan", "perhimpunan", "asosiasi", "federasi",
        "uni", "liga", "aliansi", "koalisi", "partai", "gerakan", "front", "serikat", "konfederasi",
        "yayasan", "dana", "bank", "bursa", "perusahaan", "grup", "klub", "tim", "kelompok",
        "masyarakat", "palang", "bulan-sabit", "asia", "afrika", "amerika", "eropa", "bangsa",
        # what is held, written and celebrated
        "perang", "pertempuran", "revolusi", "perjanjian", "pakta", "piagam", "deklarasi",
        "konvensi", "protokol", "undang-undang", "konstitusi", "piala", "kejuaraan", "olimpiade",
        "pertandingan", "grand", "turnamen", "festival", "hari", "tahun", "pekan", "abad", "zaman",
        "era", "dinasti", "natal", "paskah", "idul", "malam", "kitab", "alkitab", "injil", "buku",
        "lagu", "film", "majalah", "koran", "surat", "kabar", "berita", "nobel", "penghargaan",
        "hadiah", "medali", "bintang", "operasi", "proyek", "program", "sistem", "teori", "hukum",
        "virus", "flu", "penyakit", "sindrom", "badai", "topan", "siklon", "gempa", "hak",
        "kristen", "islam", "hindu", "buddha", "katolik", "protestan", "yahudi", "muslim", "roma",
        "yunani", "romawi", "latin", "kuno", "modern", "klasik", "konservatif", "demokrat",
        "liberal", "buruh", "republikan", "sosialis", "komunis", "demokrasi", "otoritas",
    }
)
"""What makes the words around it a name that is translated: Laut Mati, the Dead Sea."""
# fmt: on
