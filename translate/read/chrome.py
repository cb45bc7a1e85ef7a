"""Line rules for the page around the article: menus, counters, forms, notices, bits of code."""

from padanan.translate.read.credits import SITE
from padanan.translate.read.furniture import SPEECH, furniture
from padanan.translate.read.rule import LineRule

COPYRIGHT = furniture(
    "copyright",
    'A copyright notice ("Copyright © 2024 SINDOnews.com", "All Rights Reserved").',
    rf"copyright\s*(?:©|\(c\)|@|&copy;)?\s*[-:]?\s*(?:\d{{4}}|{SITE}|(?:©|\(c\)).*|by\b).*"
    r"|copyright",
    r"(?:hak cipta|hakcipta)\s*(?:©|\(c\)|dilindungi|@).*|(?:©|\(c\)\s*\d{4}).*",
    r".{0,200}\b(?:all rights? reserved|hak cipta dilindungi(?: undang-undang)?)\b.{0,40}",
    r"dilarang (?:keras )?(?:mengambil|memperbanyak|mengutip|menyalin|meng-?copy|menggandakan"
    r"|melakukan crawling)"
    r"\b.*\b(?:konten|isi|izin|artikel|berita|situs|crawling)\b.*",
    longest=400,
    unless=SPEECH,
)

CHROME: tuple[LineRule, ...] = (
    furniture(
        "loading",
        'What stands where a script should have drawn something ("loading...").',
        r"(?:loading|memuat|please wait|mohon tunggu)(?: (?:video|komentar|konten|iklan"
        r"|data))?\s*[.…]*",
    ),
    furniture(
        "text-size",
        'Buttons for the size of letters ("A A A", "A- A+").',
        r"(?:[-+]?\s*A\s*[-+]?\s*){1,5}",
        r"(?:ukuran|perbesar|perkecil) (?:huruf|font|teks|tulisan)\s*:?.{0,20}|font size.{0,20}"
        r"|text size.{0,20}",
    ),
    furniture(
        "pages",
        'Links between the pages of an article ("Halaman: 1 2 3", "Selanjutnya", "Show All").',
        r"[(\[]?(?:halaman|page|hal)\s*:?\s*(?>\d+|selanjutnya|berikutnya|sebelumnya|semua"
        r"|tampilkan semua|show all|dari|of|[ /|.:…»>])*+[)\]]?",
        r"(?:lanjut )?(?:ke |baca )?(?:halaman|hal\.?) (?:selanjutnya|berikutnya|sebelumnya"
        r"|\d+)\W*(?:dari \d+)?",
        r"[«<‹← ]*(?:selanjutnya|berikutnya|sebelumnya|next|prev(?:ious)?|older"
        r"|newer)(?: (?:page|post|article|artikel|berita))?\s*[:»>›→]*",
        r"(?:selanjutnya|berita selanjutnya|berita sebelumnya)\s*:\s*(?-i:[A-Z]).*[^.]",
        r"(?:previous|prev|sebelumnya)\W*(?:next|selanjutnya|berikutnya)|show all|(?:lihat"
        r"|tampilkan) (?:semua|lebih banyak|lainnya)[ .»>]*",
        r"(?>\d{1,2}\b\s*[|/]?\s*){1,12}+(?>next|selanjutnya|berikutnya|last|show all|semua"
        r"|[»>›]|\s)*+",
        r"back to top|kembali ke (?:atas|artikel|halaman utama)|load more|muat (?:lagi|lainnya)"
        r"|langsung ke konten(?: utama)?",
        longest=110,
    ),
    furniture(
        "comments",
        'The reader comments\' form ("Komentar", "Kirim Komentar", "Jadilah yang pertama ...").',
        r"(?:\d+\s+)?komentar(?: pembaca| anda)?\s*(?:\(\d+\))?\s*:?"
        r"|(?:tulis|kirim|beri(?:kan)?|lihat|tambah(?:kan)?|tinggalkan|isi|buka)"
        r"(?: semua)? (?:komentar|balasan|tanggapan)(?: (?:anda|kamu|pertama|di sini|lainnya"
        r"|\(\d+\)))*[ .:]*",
        r"(?:\d+\s+)?comments?\s*(?:\(\d+\))?|leave a (?:reply|comment).*|post (?:a )?comment"
        r"|no comments?.{0,20}|komentar (?:ditutup|dinonaktifkan).{0,40}",
        r"discussion about this post|tinggalkan (?:balasan|komentar)\b.{0,40}"
        r"|alamat e-?mail anda tidak akan dipublikasikan.*|simpan nama, e-?mail, dan situs web.*"
        r"|(?:nama|komentar|e-?mail|situs web) \*",
        r"(?:belum|tidak) ada komentar.{0,60}|jadi(?:lah)? (?:yang "
        r"|orang )*pertama.{0,40}komentar.{0,30}|forum ini telah ditutup\.?",
        r"save my name, e-?mail.*|your e-?mail address will not be.*|required fields are.*"
        r"|nama ?\*|name ?\*|e-?mail ?\*|website",
        r".{0,60}\b(?:login|masuk|log in)\b.{0,30}\b(?:komentar|berkomentar|comment)\b.{0,30}",
        unless=SPEECH,
    ),
    furniture(
        "counter",
        'How often it was read, how long it takes ("Dibaca 1.234 kali", "2 menit baca").',
        r"(?:di(?:baca|lihat|akses|bagikan)|views?|hits?|pembaca"
        r"|tayangan)\s*[:(]?\s*[\d.,]+\s*(?:k|rb|ribu|jt)?\s*(?:kali|x|views?|orang)?\)?",
        r"[\d.,]+\s*(?:k|rb|ribu|jt)?\s*(?:kali dibaca|views?|hits?|pembaca|kali dilihat|dibaca"
        r"|dilihat|tayangan|likes?|suka)|views?",
        r"(?:berita|artikel) ini (?:telah |sudah )?di(?:baca|lihat) [\d.,]+.{0,30}",
        r"(?:waktu|lama|estimasi)(?: waktu)? (?:baca|membaca)\s*:?\s*\d+.{0,20}|\d+\s*(?:menit"
        r"|min(?:ute)?s?)\.?\s*(?:baca|membaca|read|waktu baca)|reading time.{0,20}",
        longest=80,
    ),
    COPYRIGHT,
    furniture(
        "account",
        'Login, subscription and cookie notices ("Masuk", "Situs ini menggunakan cookie").',
        r"(?:(?:masuk|daftar|log ?in|sign (?:in|up)|register|registrasi|log ?out|keluar"
        r"|berlangganan|langganan|subscribe|newsletter|akun(?: saya)?|profil)"
        r"(?: sekarang)?[\s|/•·-]*(?:atau |dan )?)++",
        r"(?:lupa|ingat) (?:kata sandi|password).{0,40}|atau (?:masuk|daftar) (?:melalui|dengan"
        r"|di).{0,40}|(?:belum|sudah) (?:memiliki|punya) akun.{0,40}",
        r"konfirmasi e-?mail|kami telah mengirimkan link aktivasi.*|klik link aktivasi.*"
        r"|jika anda tidak menerima e-?mail\W*|kirim(?:kan)? (?:lagi|ulang)(?: sekarang)?",
        r"(?:(?:masih|sudah|belum) )?(?:berlangganan|pelanggan)\?.{0,40}"
        r"|(?:artikel|konten|berita) ini (?:hanya|khusus|eksklusif)(?: tersedia)? (?:untuk|bagi)"
        r" (?:pelanggan|anggota|member|pembaca premium|pengguna premium)\b.{0,60}"
        r"|(?:anda|kamu) (?:telah|sudah) mencapai batas\b.{0,80}|konten premium",
        r"berlangganan (?:sekarang )?untuk (?:lanjut|melanjutkan|membaca).*|manfaat berlangganan.*"
        r"|.{0,80}\b(?:menggunakan|uses?|memakai) cookies?\b.*"
        r"|bergabung dan dapatkan .*e-?mail anda.*",
        r"(?:accept|terima|setuju|saya setuju|mengerti)(?: all| semua)? ?(?:cookies?)?"
        r"|kebijakan (?:privasi|cookie).{0,60}|(?:privacy|cookie) policy.{0,60}",
        longest=300,
        unless=SPEECH,
    ),
    furniture(
        "menu",
        'Parts of the page\'s menus ("Home", "Beranda", "Tentang Kami", "Pedoman Media Siber").',
        r"(?:(?:beranda|home|menu|redaksi|cari|search|tentang(?: kami)?|about(?: us)?"
        r"|hubungi kami|kontak(?: kami)?|contact(?: us)?|kar[iy]e?r|disclaimer"
        r"|pedoman (?:media siber|pemberitaan ramah anak)|info iklan|sitemap|peta situs"
        r"|kode etik|syarat (?:&|dan) ketentuan|privacy|terms(?: of (?:use|service))?"
        r"|indeks|network|kanal|close|tutup|×|skip to (?:main )?content|toggle navigation"
        r"|image-gnews|verified-green|verified writer|laporkan tulisan|zoom-(?:in|out)|batalkan"
        r"|(?:baca|buka) di (?:app|aplikasi)|unduh|topics|bbc news,? indonesia|ai summary"
        r"|what.?s new|dengarkan(?: (?:artikel|berita)(?: ini)?)?)"
        r"[\s|•·/-]*)++",
        rf"kumparan(?:news|bisnis|\w*)|contact form|produksi {SITE}",
    ),
    furniture(
        "blog-parts",
        'What blogging software writes around an article ("Posted in ...", "Post navigation").',
        r"(?:posted in|tagged|filed under)\b:? .*|post (?:navigation|views).*",
        r"cari untuk\s*:?|like this:?",
        r"click to (?:share|print|email).*|print friendly.*|(?:proudly )?powered by .*|source link",
        r"artikel yang diterbitkan oleh .{2,60}|daftar isi(?: konten| artikel)?\s?:?",
        r"klik (?:gambar|foto) untuk memperbesar|terima kasih telah membaca.{0,40}|share this\W*",
    ),
    furniture(
        "breadcrumb",
        'The path of the page in the site ("Home > News > Internasional").',
        r"(?:home|beranda|berita|news)(?: ?[>»›]+ ?[^>»›]{2,120})++[>»› ]*",
        r"[\w&]+(?: [\w&]+){0,3}(?: ?[>»›]+ ?[^>»›]{2,120}){2,}+[>»› ]*",
        r"(?:home|beranda)\s*/\s*.*",
    ),
    furniture(
        "stars",
        'The state of a star rating ("Star InactiveStar Inactive").',
        r"(?:star (?:in)?active\s*)++|rating\s*:?\s*[\d.,/ ]*|[★☆ ]+",
        longest=300,
    ),
    furniture(
        "rendering",
        'How long the server took ("rendering in 0.18 seconds").',
        r".{0,60}\b(?:rendering|rendered|generated|loaded) in [\d.,]+.*",
    ),
    furniture(
        "image-address",
        'The address or the parameters of a picture (":quality(30):format(webp)...jpg").',
        r".{0,80}:(?:quality|format|focal|strip_icc|watermark|resize|blur)\(.*|\S+\.(?:jpe?g|png"
        r"|webp|gif|svg|mp4)\b\S*",
        longest=2000,
    ),
    furniture(
        "mail-header",
        'Who sent a mail and to whom ("Dari: Humas <humas@kemenperin.go.id>").',
        r"(?:perihal|subjek|subject)\s?: ?(?:fwd?|re)\s?:.*|[-_ ]{2,}(?:pesan asli"
        r"|pesan (?:yang )?diteruskan|original message|forwarded message)[-_ ]{2,}",
        r"(?:dari|kepada|tembusan|from|to|cc|bcc|reply-to)\s?: [^@]{0,80}\S+@\S+.{0,200}",
        longest=300,
    ),
    furniture(
        "address",
        "A web address or an e-mail address alone on a line.",
        rf"(?:[\w /]{{1,20}}\s?:\s*)?[<(]?(?:https?://|www\.)\S+[>)]?|{SITE}(?:/\S*)?|\S+@\S+\.\w+"
        r"|\[email\W?protected\]",
        longest=2000,
    ),
    furniture(
        "no-words",
        "No letter and no figure: a line drawn with signs.",
        r"[\W_]+",
        longest=2000,
    ),
)
