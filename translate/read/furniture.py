"""Line rules for furniture inside and around the text: links, advertisements, sharing, promotion.

Each rule matches a whole line and gives way where its words may also begin a sentence: by a
length limit, and by `SPEECH`. The layouts are those of the sites named beside the alternatives.
"""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.credits import SITE
from padanan.translate.read.rule import LineRule

SPEECH = re.compile(
    r"\b(?:kata|ujar|ucap|ungkap|jelas|tutur|imbuh|tambah|sebut|tegas|papar|terang)(?:nya)?\b"
    r"(?! kunci| sandi)|\b(?:menurut|mengatakan|menjelaskan|menyebut|menambahkan|mengungkapkan)\b",
    re.IGNORECASE,
)
"""Words that report what somebody said: a line with one is news, not furniture."""

_ROLE_OF_OWN = (  # words that show that a site speaks of itself
    r"(?:berita|kabar|informasi|info|update|artikel|konten|kami|news|breaking|liputan|tribun\w*"
    r"|redaksi"
    rf"|kompas|tempo|detik\w*|sindo\w*|okezone|republika|liputan6|inews|jpnn|viva|voi|suara|{SITE})"
)
_CHANNEL = (
    r"(?:media sosial|medsos|google ?news|whats ?app|wa channel|telegram|channel|saluran|kanal"
    r"|aplikasi"
    r"|apps?|instagram|facebook|twitter|youtube|tiktok|newsletter|notifikasi|play ?store|email"
    r"|fanpage|orion)"
)
_NETWORK = (
    r"(?:facebook|fb|twitter|x|whats ?app|wa|telegram|line|linkedin|pinterest|instagram|e-?mail"
    r"|messenger|tumblr|reddit|threads|tiktok|youtube|google(?: news| plus)?|copy(?: ?link)?"
    r"|salin(?: tautan| link)?|(?:tautan|link|url)(?: tersalin| copied)?|copied|print|cetak"
    r"|bagikan|share"
    r"|tweet|kirim|simpan|bookmark|rss|pdf|more|lainnya)"
)
_URL = rf"(?:https?://\S+|www\.\S+|{SITE}\S*)"


def furniture(
    name: str,
    description: str,
    *alternatives: str,
    longest: int = 160,
    unless: re.Pattern[str] | None = None,
) -> LineRule:
    """A rule for furniture: any of the alternatives, whatever the letters' case."""
    pattern = "|".join(alternatives)
    return LineRule(name, BlockKind.FURNITURE, description, pattern, longest, unless)


RELATED = furniture(
    "related-heading",
    'The heading of a list of other articles ("TERKAIT", "BERITA LAINNYA", "Terpopuler").',
    r"(?:baca |lihat |simak |telusuri )?(?:berita|artikel|topik|video|foto|konten|news|bacaan"
    r"|tag|kabar|info)?"
    r"(?: (?:berita|artikel|topik|news))*[ :-]*"
    r"(?:terkait|lain(?:nya)?|ter(?:populer|kini|baru|favorit|banyak dibaca)|populer|pilihan"
    r"|menarik|rekomendasi"
    r"|sebelumnya|selanjutnya|berikutnya|trending|viral|utama|sejenis|serupa)"
    r"(?: (?:lain(?:nya)?|hari ini|minggu ini|\d+ jam terakhir|untuk ?(?:anda|mu|kamu)|editor"
    r"|redaksi|terkait))*\s*[:»>]*",
    r"(?:baca|artikel|berita|konten|bacaan) (?:juga )?(?:menarik|sejenis|serupa|terkait"
    r"|lain(?:nya)?)(?: untuk (?:anda|kamu)| lainnya)?",
    r"(?:rekomendasi|pilihan)(?: artikel| berita)? ?(?:untuk ?(?:anda|mu|kamu)|editor|redaksi"
    r"|lainnya)?|untuk (?:anda|kamu)",
    r"artikel-artikel yang direkomendasikan|paling banyak dibaca|paling (?:populer"
    r"|sering dibaca)|sedang (?:tren|trending|hangat|ramai)",
    r"jangan (?:lewatkan|ketinggalan)\s*:?|mungkin (?:anda|kamu) suka|telusuri .{0,30}lainnya"
    r"|saat ini|menarik dibaca\s*:?",
    r"(?:most|more) (?:popular|read|from.{0,30}|stories|news|articles)|related(?: (?:posts?"
    r"|articles?|news|topics?|stories))?",
    r"you (?:may|might) (?:also )?like|recommended(?: for you)?|popular(?: posts?| news)?"
    r"|(?:latest|recent)(?: news| posts?| comments?)?|trending(?: now| topics?)?",
    r"editor.?s.? (?:choice|picks?)|follow us(?: on)?\s*:?|(?:ikuti|temukan) kami(?: di)?\s*:?"
    r"|headlines?|sorotan|indeks(?: berita)?",
    longest=60,
)

SHOWN_BEFORE = furniture(
    "already-published",
    'Where it was first published ("Artikel ini telah tayang di Kompas.com dengan judul ...").',
    r"[*( ]*(?:artikel|berita|tulisan|konten) ini (?:sudah |telah |pernah |pertama kali "
    r"|sebelumnya |juga )*"
    r"(?:di)?(?:tayang(?:kan)?|terbit(?:kan)?|muat|publikasikan|unggah)\b.*",
    r"(?:artikel|berita) asli\s*:.*",
    longest=500,
    unless=SPEECH,
)

PLAYER = furniture(
    "player-clock",
    'The clock of a sound or video player ("0:00", "00:00 / 03:12").',
    # It begins at nought; other times alone on a line are programmes.
    r"0?0:\d\d(?::\d\d)?(?: ?/ ?-?\d{1,2}:\d\d(?::\d\d)?)?",
    longest=30,
)
"""Asked before the rules for dates and times."""

TEXT: tuple[LineRule, ...] = (
    furniture(
        "advertisement",
        'The mark of an advertisement ("SCROLL TO CONTINUE WITH CONTENT", "Iklan").',
        r"[-–—=*\[(: ]*(?:advertisements?|adv(?:ertorial)?|iklan|ads?|sponsored(?: content)?"
        r"|konten (?:ber)?sponsor|promoted(?: content)?)"
        r"[-–—=*\]):. ]*(?:scroll .*|gulir .*|(?:by |oleh )?google|by \w+)?",
        r"hide ads?|(?:tutup|sembunyikan) iklan",
        r"iklan (?:atas|tengah|bawah|samping)(?: artikel)? ?\d*",
        r"scroll (?:to|ke bawah|down|untuk) .*",
        r"konten (?:di bawah )?ini (?:disajikan|disediakan|dibuat|dikirim) oleh (?:advertiser"
        r"|pengiklan|mitra)\b.*|button ai summarize",
        r"(?:gulir|geser)(?: ke bawah)? untuk (?:lanjut|terus|melanjutkan|membaca).*",
        r"(?:artikel|berita) (?:ini )?(?:ber)?lanjut (?:setelah|di bawah).*|lanjutkan membaca.*"
        r"|lanjut baca.*",
        r"(?:article|story) continues.*|continue reading.*|baca berita tanpa iklan.*"
        r"|pasang iklan.*|skip ads?.*|tutup iklan.*",
        longest=200,
        unless=SPEECH,
    ),
    furniture(
        "read-also",
        'A link to another article ("Baca juga: ...", "Lihat Juga", "Simak juga").',
        r"[-–—>»•|*\[( ]*(?:baca|lihat|simak|tonton|saksikan|dengarkan|cek)\s*(?:juga"
        r"|pula)\s*(?:[:：|»>–-].*|)",
        # Without a colon only a title can follow, which ends without a full stop.
        r"[-–—>»•*\[( ]*(?:baca|lihat|simak|tonton|saksikan)\s*(?:juga|pula)\s*(?:[\"“'‘]"
        r"|(?-i:[A-Z0-9])).*[^.]",
        longest=260,
        unless=re.compile(r"[\"”’'],? (?:kata|ujar|ucap|ungkap|tutur|jelas)", re.IGNORECASE),
    ),
    furniture(
        "read-more",
        'A link to the rest of the text ("Baca selengkapnya di sini").',
        r"(?:baca |lihat |simak |klik )?(?:berita |artikel |informasi )?(?:selengkapnya"
        r"|lebih lanjut|lebih lengkap)"
        r"(?: (?:baca|klik|simak|lihat|di ?(?:sini|halaman|link|tautan)?|sini|berikut|ini|dalam"
        r"|pada|video))*[ .:»>…]*",
        r"(?:baca|simak|lihat|klik|cek)\b.{0,100}\b(?:di ?sini|klik di ?sini"
        r"|halaman (?:selanjutnya|berikutnya))[ .!…»>]*",
        r"\(?klik di ?sini untuk (?:keterangan|informasi|teks|membaca|melihat)[^.!?]{0,80}[ .)]*",
        r"baca artikel \S+?, .*selengkapnya\b.*|read more[ .:»>…]*|klik di ?sini[ .!»>]*"
        r"|menarik dibaca\s*:.*",
        longest=260,
        unless=SPEECH,
    ),
    furniture(
        "read-link",
        'A link announced by a label ("Baca: Pasukan Rusia Mulai ...", "Pilihan Editor: ...").',
        r"[*•>» ]*(?:baca|lihat|simak|tonton|read(?: also)?|also read|see also|(?:artikel|berita"
        r"|video|foto) terkait"
        r"|pilihan editor|editor.s choice|klik|terkait|terpopuler|video|infografi[sk]s?"
        r"|galeri(?: foto)?|podcast|populer|berita selanjutnya)"
        r"\s?[:：].+",
        longest=260,
        # A label before whole sentences is a lead or a summary, not a link.
        unless=re.compile(r"[.!?][\"”]? [^\W\d_].*[.!?][\"”]?$"),
    ),
    furniture(
        "video",
        'A video or another embedded thing ("[Gambas:Video 20detik]", "Simak Video \'...\'").',
        r"[\[(]?\s*gamba[sr]\s*:.*|\[(?:video|embed|youtube|instagram|twitter|gallery|galeri"
        r"|foto).*\]",
        r"[-*•> ]*(?:(?:yuk|ayo),? )?(?:simak|saksikan|lihat|tonton|nonton)(?: juga| pula"
        r"| selengkapnya| dulu)*(?: di)? (?:video|infografi[sk]s?)\b.*",
        r"(?:simak|saksikan|tonton)\b.{2,80} di vidio\W*",
        r"(?:simak|lihat|tonton|saksikan)(?: juga)? ['‘\"“].*['’\"”]\s*:?",
        r"view this post on instagram|a post shared by.*|lihat (?:foto"
        r"|postingan ini di instagram|lebih banyak di \w+)|perbesar",
        r"video (?:pilihan|terkait|lainnya|terkini|terpopuler.*)"
        r"|no media source currently available|embed|kode telah disalin.*"
        r"|to view this video please enable javascript.*",
        r"konten tidak tersedia|izinkan konten .*|akhir dari (?:artikel|twitter|konten"
        r"|podcast|paling banyak|rekomendasi|promosi).*"
        r"|(?:lewati|lewatkan) (?:artikel|podcast|twitter|whatsapp|bagian).*"
        r"|lewati .{2,60} dan (?:terus|lanjut(?:kan)?) membaca|hentikan percobaan",
        longest=260,
        unless=SPEECH,
    ),
    furniture(
        "share",
        'Buttons for sharing ("Bagikan:", "Facebook Twitter WhatsApp Telegram Copy Link").',
        r"(?:share|tweet|send|pin|scan){2,}",
        r"(?:bagikan|share|sebarkan|kirim)(?: (?:artikel|berita|ke|to|on|this|article|ini|via|di"
        r"|now|lewat|post|story))*+\s*[:.]?"
        rf"(?>\s*{_NETWORK}\b[\W\d_]*)*+",
        rf"(?:facebook|twitter|x|instagram|tiktok|youtube|telegram|whats ?app) {SITE}",
        rf"(?>{_NETWORK}\b[\W\d_]*)++|(?:facebook|twitter|whatsapp|telegram|linkedin|email|line"
        r"|pinterest)+|(?:\d+\s*)?shares?|(?:url|link|tautan) (?:telah )?(?:ter|di)\w+"
        r"|sosmed-[\w -]+|kirim e-?mail kepada teman",
        longest=200,
    ),
    furniture(
        "tags",
        'Tags and hashtags ("Tag :", "TAGS", "#NATO #Rusia").',
        r"(?:tags?|topik|label|kata kunci|keywords?|filed under)(?: (?:terkait|terpopuler"
        r"|artikel|berita(?: terkait)?|populer))?"
        r"\s*(?:[:：#].*)?",
        r"(?:#\s?[\w-]+[\s,;|]*)++|(?:#\s?[^#.!?]{1,40}){2,}+",
        longest=300,
    ),
    furniture(
        "follow",
        'An invitation to a channel ("Dapatkan update berita ...", "Ikuti kami di Google News").',
        r"[-*•> ]*(?:yuk,? |ayo,? |mari |selalu |silakan |segera )*"
        r"(?:dapatkan|ikuti|follow|gabung|bergabung|nikmati|temukan|simak|cek|baca|update"
        r"|subscribe|langganan|berlangganan"
        r"|like|install|download|unduh|kunjungi|pantau|akses|jangan lewatkan"
        r"|jangan ketinggalan)(?:lah)?\b"
        rf"(?=.*\b{_ROLE_OF_OWN}\b).*\b{_CHANNEL}\b.*",
        r"google ?news|(?:di )?google news(?: kami| dan wa channel)?\.?|(?:cek|baca|ikuti"
        r"|temukan|dapatkan) (?:berita|artikel|informasi)\b.{0,40}\blain(?:nya)?\b.{0,30}",
        r"dapatkan (?:informasi|berita|kabar|update|insight)\b.{0,160}(?:redaksi|kami"
        r"|setiap hari|terkini|pilihan)\b.{0,60}",
        rf"{SITE}\b.{{0,80}}\. (?:ikuti|follow) kami di\b.{{0,10}}\b{_CHANNEL}\b.{{0,30}}",
        rf"(?:simak|baca|ikuti|dapatkan) (?:berita|kabar|informasi|update) (?:dari )?{SITE}\b"
        r".{0,60}, klik di ?sini untuk (?:bergabung|mengikuti|berlangganan)\W*",
        rf"silakan (?:akses|baca|kunjungi)\b.*\b(?:e-?paper|di ?sini|konten|{SITE}).*",
        r"(?:\+ ?)?follow(?: us| kami)?|ikuti kami|daftar(?:kan)? e-?mail(?: anda| kamu)?"
        r"|masukkan (?:alamat )?e-?mail(?: anda| kamu)?",
        r"segera lengkapi data dirimu.*|survei kg media|kami ingin tahu pendapat.*"
        r"|\W*fakta atau hoaks\?.*|\W*untuk mengetahui kebenaran informasi yang beredar.*",
        longest=520,
        unless=SPEECH,
    ),
    furniture(
        "promotion",
        'An advertisement with a link ("... Info lebih lengkap klik : ...", "Beli Tiket").',
        r".*\b(?:info(?:rmasi)?|selengkapnya|daftar|mendaftar|pendaftaran|pemesanan|promo|diskon"
        r"|beasiswa|gratis)\b[^.!?]{0,80}"
        r"\b(?:klik|click|kunjungi)\b(?: (?:di|link|tautan|url|berikut|ini))*\s*:?\s*(?:di ?sini"
        rf"|disini|{_URL})[ .!)]*",
        r"(?:yuk,? )?koleksi (?:buku|e-?book)\b.{0,60}\bdari buku republika\b.*"
        r"|donasi, dapat voucer gratis.{0,5}|dukungan anda akan menambah semangat kami\b.*"
        r"|.{0,40}\bchart by tradingview",
        r"(?:beli tiket|pesan tiket|belanja sekarang|beli sekarang|daftar (?:sekarang|di ?sini"
        r"|gratis)|coba gratis).{0,40}",
        longest=320,
        unless=SPEECH,
    ),
    furniture(
        "disclaimer",
        "What the site says about its articles, not about the news.",
        r"(?:disclaimer|catatan redaksi)\s*:?.*(?:tidak|bukan|belum tentu|artikel ini|konten ini"
        r"|tulisan ini).*|tulisan dari .* tidak mewakili.*",
        r"bbc tidak bertanggung jawab atas konten.*|konten sponsor pada widget ini\b.*"
        r"|.{3,80} tidak bekerja, menjadi konsultan, memiliki saham\b.*|pernyataan pengungkapan"
        r"|republikasi artikel kami secara gratis.*",
        r"(?:sanggahan|disclaimer)\s?: (?:artikel|konten|analisis|tulisan) ini\b.*",
        r"tulislah artikel dan bergabunglah dengan komunitas.*|ingin menulis\?"
        r"|the english,.*versions are automatically generated.*|konten redaksi \w+",
        r"(?:idn times community|kompasiana|indonesiana|retizen) (?:adalah|merupakan)"
        r" (?:media|platform|kanal|blog)\b.*",
        r"(?:artikel|konten) ini (?:(?:dibuat|dihasilkan|diproduksi) (?:dengan|oleh|secara) (?:ai\b"
        r"|kecerdasan|bantuan|otomatis)|(?:merupakan )?(?:hasil )?kerja ?sama|merupakan kiriman).*",
        r"\W*(?:tulisan|artikel|opini|kolom) ini (?:merupakan|adalah) (?:opini|pandangan|pendapat"
        r"|tanggung jawab)\b.*",
        longest=500,
    ),
)
