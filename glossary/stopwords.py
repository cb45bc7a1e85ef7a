"""Words of running text that no term of news begins or ends with.

Made by hand: function words by their classes, and the words news is told with, which are frequent
in any article whatever it is about.
"""

# fmt: off
INDONESIAN = frozenset(
    {
        # prepositions and what is used like them
        "akibat", "antara", "atas", "bagi", "bawah", "belakang", "berdasarkan", "bersama", "buat",
        "dalam", "dari", "daripada", "dekat", "demi", "dengan", "depan", "di", "gara", "guna",
        "hasil", "hingga", "karena", "ke", "kepada", "lewat", "luar", "melalui", "mengenai",
        "menjelang", "menurut", "oleh", "pada", "pasca", "per", "sampai", "samping", "sebab",
        "sebagai", "sebelah", "seberang", "secara", "sejak", "sekitar", "selama", "sepanjang",
        "seperti", "seputar", "sesuai", "tanpa", "tentang", "terhadap", "terkait", "untuk", "usai",
        "via",
        # conjunctions
        "adalah", "agar", "andai", "apabila", "apalagi", "asal", "asalkan", "atau", "bahkan",
        "bahwa", "baik", "biarpun", "bila", "bilamana", "dan", "dimana", "ialah", "ibarat", "jika",
        "jikalau", "kalau", "karenanya", "kemudian", "kendati", "ketika", "lalu", "lantas", "maka",
        "maupun", "melainkan", "merupakan", "meski", "meskipun", "namun", "padahal", "saat",
        "sambil", "seandainya", "sebagaimana", "sebaliknya", "sebelum", "sedangkan", "sehingga",
        "sekalipun", "selagi", "selain", "sementara", "seolah", "seraya", "serta", "sesudah",
        "setelah", "sewaktu", "supaya", "tak", "tapi", "tempat", "tetapi", "waktu", "walau",
        "walaupun", "yaitu", "yakni", "yang",
        # pronouns and words that point
        "aku", "anda", "apa", "bagaimana", "begini", "begitu", "beliau", "berapa", "demikian",
        "dia", "diri", "dirinya", "engkau", "hal", "ia", "ini", "inilah", "itu", "itulah", "kalian",
        "kami", "kamu", "kapan", "kau", "kaum", "kenapa", "kita", "kitanya", "lain", "lain-lain",
        "lainnya", "mana", "masing-masing", "mengapa", "mereka", "nya", "orang", "para", "pihak",
        "pihaknya", "salah", "saling", "sana", "sang", "satunya", "saya", "sejumlah", "sendiri",
        "seseorang", "sesuatu", "si", "siapa", "sini", "situ", "tersebut", "tertentu", "yg",
        # number and measure
        "angka", "banyak", "beberapa", "belas", "belasan", "berbagai", "buah", "cm", "delapan",
        "derajat", "dolar", "dua", "ekor", "empat", "enam", "ganda", "gram", "hektar", "hektare",
        "jumlah", "juta", "jutaan", "kali", "kebanyakan", "kedelapan", "kedua", "kedua-duanya",
        "keduanya", "keempat", "keenam", "kelima", "kesembilan", "kesepuluh", "ketiga", "ketiganya",
        "ketujuh", "kg", "kilogram", "kilometer", "km", "kurang", "lebih", "lima", "liter", "meter",
        "miliar", "miliaran", "milyar", "no", "nomor", "pelbagai", "persen", "pertama", "puluh",
        "puluhan", "rata-rata", "ratus", "ratusan", "ribu", "ribuan", "rp", "rupiah", "satu",
        "sebagian", "sebelas", "sebuah", "sedikit", "seekor", "segala", "sejuta", "seluruh",
        "seluruhnya", "sembilan", "semua", "semuanya", "seorang", "separuh", "sepasang", "sepuluh",
        "seratus", "seribu", "setengah", "setiap", "suatu", "tiap", "tiga", "ton", "total",
        "triliun", "triliunan", "tujuh", "unit", "us", "usd",
        # adverbs, auxiliaries, particles
        "ada", "adanya", "agak", "akan", "akhirnya", "amat", "antaranya", "awalnya", "ayo", "bakal",
        "barangkali", "bareng", "belum", "benar", "berikutnya", "bersamaan", "berupa", "besok",
        "betapa", "biasanya", "bisa", "boleh", "bukan", "bukanlah", "contohnya", "cukup", "cuma",
        "dahulu", "dapat", "deh", "dong", "dulu", "hampir", "hanya", "harus", "harusnya", "hendak",
        "ingin", "jadi", "jadinya", "jangan", "jarang", "juga", "justru", "kadang", "kadang-kadang",
        "kah", "kemarin", "kembali", "khususnya", "kian", "kini", "kira", "kira-kira", "kok",
        "lagi", "lah", "langsung", "lusa", "makin", "maksimal", "malah", "mampu", "mari", "mas",
        "masih", "masing", "mau", "memang", "menjadi", "mesti", "minimal", "misalnya", "mohon",
        "mulai", "mulanya", "mungkin", "nah", "nanti", "nantinya", "nyaris", "oh", "paling",
        "pasti", "perlu", "pernah", "pula", "pun", "saja", "sama", "sangat", "sanggup", "sebaiknya",
        "sebelumnya", "sebenarnya", "sebetulnya", "sebulan", "secepatnya", "sedang", "sedikitnya",
        "segera", "sehari", "sehari-hari", "seharusnya", "sekadar", "sekali", "sekaligus",
        "sekarang", "sekurangnya", "selalu", "selambatnya", "selanjutnya", "semakin",
        "sementaranya", "seminggu", "sepekan", "sering", "serupa", "sesudahnya", "sesungguhnya",
        "setahun", "setidaknya", "sih", "silakan", "sudah", "sungguh", "tadi", "tadinya", "telah",
        "tentu", "tepat", "tepatnya", "terdapat", "terlalu", "tersendiri", "terus", "terutama",
        "tetap", "tiada", "tidak", "toh", "tolong", "umumnya", "wah", "ya",
        # time
        "agustus", "ahad", "akhir", "april", "awal", "bulan", "desember", "detik", "dini", "era",
        "februari", "hari", "jam", "januari", "juli", "jum'at", "jumat", "juni", "kamis", "kuartal",
        "lampau", "malam", "maret", "masa", "mei", "mendatang", "menit", "minggu", "musim",
        "november", "oktober", "pagi", "pekan", "pertengahan", "petang", "pukul", "rabu",
        "saat-saat", "sabtu", "selasa", "semester", "senin", "september", "siang", "sore", "subuh",
        "tahun", "tanggal", "tengah", "tgl", "wib", "wit", "wita", "zaman",
        # what news is told with
        "ajak", "akrab", "akunya", "alasan", "alias", "ambil", "anak-anak", "artikel", "artinya",
        "baca", "bagian", "bang", "bangun", "bapak", "bawa", "beber", "bebernya", "bentuk", "beri",
        "berita", "bernama", "bu", "buka", "cara", "cetus", "cetusnya", "cv", "datang", "dengar",
        "dikutip", "dilansir", "disapa", "dr", "drs", "duduk", "foto", "gambar", "hadir", "haji",
        "halaman", "harap", "hasilnya", "hj", "ibu", "ikut", "imbuh", "imbuhnya", "ir", "jatuh",
        "jawabnya", "jelas", "jelasnya", "jenis", "kabarnya", "kang", "kata", "katanya", "keadaan",
        "kegiatan", "kejadian", "keluar", "kena", "kirim", "konon", "kutip", "lanjut", "lanjutnya",
        "lansir", "lelaki", "lihat", "macam", "makan", "maksudnya", "masalah", "masuk", "mbak",
        "mh", "minta", "minum", "naik", "nama", "namanya", "orang-orang", "pak", "pakai", "papar",
        "paparnya", "percaya", "perempuan", "pergi", "peristiwa", "pikir", "pria", "prof", "pt",
        "pulang", "pungkas", "pungkasnya", "rasa", "rencananya", "sadar", "sahutnya", "sambung",
        "sambungnya", "sebut", "sebutnya", "segi", "senang", "setuju", "sh", "simak", "sisi",
        "soal", "st", "suka", "sumber", "tahu", "tambah", "tambahnya", "tandas", "tandasnya", "tbk",
        "tegas", "tegasnya", "temu", "terang", "terangnya", "tiba", "tidur", "tinggal", "tujuan",
        "tulis", "tulisnya", "turun", "tutup", "tutur", "tuturnya", "ucap", "ucapnya", "ujar",
        "ujarnya", "ungkap", "ungkapnya", "upaya", "usul", "video", "wanita", "yakin",
    }
)
"""Indonesian words, in small letters."""

ADJECTIVES = frozenset(
    {
        "agung", "aman", "bagus", "baru", "bekas", "bersih", "besar", "buruk", "calon", "cepat",
        "jauh", "kecil", "khusus", "kosong", "kuat", "lama", "lambat", "lemah", "mantan", "muda",
        "mudah", "panjang", "pendek", "penting", "penuh", "ramai", "raya", "rendah", "sepi",
        "sulit", "tinggi", "tua", "umum", "utama",
    }
)
"""Indonesian words that may end a term but not begin one, in small letters."""

ENGLISH = frozenset(
    {
        "'s", "a", "about", "according", "added", "after", "against", "all", "already", "also",
        "although", "am", "among", "an", "and", "another", "any", "are", "aren't", "as", "at", "be",
        "because", "been", "before", "being", "between", "both", "but", "by", "can", "could", "day",
        "days", "did", "didn't", "do", "does", "doesn't", "doing", "don't", "done", "down",
        "during", "each", "eight", "even", "every", "few", "first", "five", "for", "four", "friday",
        "from", "had", "has", "have", "having", "he", "he's", "her", "here", "him", "his", "how",
        "however", "i", "i'm", "if", "in", "into", "is", "isn't", "it", "it's", "its", "just",
        "last", "least", "less", "many", "may", "me", "might", "mine", "monday", "month", "months",
        "more", "most", "much", "must", "my", "new", "next", "nine", "no", "nor", "not", "now",
        "of", "off", "on", "one", "only", "or", "other", "our", "out", "over", "own", "per",
        "percent", "said", "same", "saturday", "say", "says", "second", "seven", "shall", "she",
        "she's", "should", "since", "six", "so", "some", "still", "such", "sunday", "ten", "than",
        "that", "the", "their", "them", "then", "there", "these", "they", "they're", "third",
        "this", "those", "though", "three", "through", "thursday", "time", "times", "to", "today",
        "told", "tomorrow", "too", "tuesday", "two", "under", "until", "up", "us", "very", "was",
        "wasn't", "we", "we're", "wednesday", "week", "weeks", "were", "weren't", "what", "when",
        "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with",
        "without", "would", "year", "years", "yes", "yesterday", "yet", "you", "your", "yours",
    }
)
"""English words, in small letters."""
# fmt: on
