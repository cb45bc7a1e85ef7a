"""Line rules for who and when: bylines and datelines.

The layouts are those of Indonesian news sites. Alternatives inside a repetition are possessive
(`*+`, `(?>...)`), so that no line can make a pattern backtrack without end.
"""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.rule import LineRule

MONTH = (
    r"(?:jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?"
    r"|jul[iy]?"
    r"|a(?:gustus|ugust|gu|gt|gs|gst|ug)|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?"
    r"|no[vp](?:ember)?|de[sc](?:ember)?)\b\.?"
)
WEEKDAY = (
    r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|sen|sel|rab|kam|jum|sab"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b\.?"
)
SITE = r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|co\.id|id|net|org|tv|news|co)\b"
_ZONE = r"(?:\s*\(?(?:wib|wita|wit|gmt|utc)(?:\s?[+-]\d{1,2})?\b\)?)"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s/.-]*{MONTH}[\s/.,'-]*(?:\d{{4}}|\d{{2}})\b(?![:.]\d)"
    rf"|{MONTH}\s*\d{{1,2}},?\s+\d{{4}}\b"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b"
    r"|\d{4}[/-]\d{2}[/-]\d{2}\b)"
)
_CLOCK = rf"(?:t?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:\s*[ap]\.?m\b\.?)?{_ZONE}?)"
_AGO = (
    r"(?:(?:\d{1,3}\s+|se)(?:detik|menit|jam|hari|minggu|pekan|bulan|tahun)\s+(?:yang\s+)?lalu\b"
    r"|\d{1,3}\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b|baru saja\b)"
)
_LABEL = (
    r"(?:diterbitkan|terbit|dipublikasi(?:kan)?|publikasi|diperbar[ui]+i?|diperbaharui|pembaruan"
    r"|di-?update|updated?|terakhir|last|modified|tayang|ditayangkan|published|publish|posted"
    r"|rilis|dirilis|diunggah|dibuat|diposting|posting|diupload|dimuat|tanggal|waktu|pukul|pkl|jam|hari|on|at|pada)\b\.?"
)
_FILLER = (
    rf"(?:[\s,;:|/()•·●*\"“”~–—-]+|{WEEKDAY}|{_LABEL}|{SITE}|(?:cnn|cnbc) indonesia\b|detik\w+"
    r"|wib\b)"
)
WHEN = (
    rf"(?>{_FILLER})*+(?:{_DATE}|{_CLOCK}|{_AGO})(?>{_DATE}|{_CLOCK}|{_AGO}|{_FILLER}|\d{{4}}\b)*+"
)
"""A run of dates, times and the words around them, at least one date or time among them."""

_WORD = r"(?:[A-Z][\w.'’-]*)"
NAME = rf"(?-i:{_WORD}(?:,? (?:{_WORD}|bin|binti|van|der|de|al|el))*+,?)"
"""A person's name: words with capitals and what may stand between them; a comma may follow."""

_ROLE = (
    r"(?:penulis|editor|reporter|pewarta|wartawan|jurnalis|kontributor|koresponden|fotografer"
    r"|pewarta foto|redaktur|redaksi|penyunting|penyelaras|penerjemah|penanggung jawab|produser"
    r"|uploader|pengunggah|author|writer|rep|red|tim liputan|video ?jurnalis|asisten redaktur)"
)
_SOURCE = r"(?:sumber|laporan|oleh|source|by|dilaporkan oleh|ditulis oleh|disadur dari)"
_SEPARATOR = rf"\s*(?:[•·●|–—]|-(?=\s|{WEEKDAY})|/)\s*"
AGENCIES = (
    r"(?:reuters|afp|ap|associated press|antara(?:news)?|lkbn antara|anadolu(?: agency)?|tass"
    r"|ria novosti"
    r"|sputnik(?:news)?|xinhua|bbc(?: news)?(?: indonesia)?|cnn(?: indonesia)?"
    r"|cnbc(?: indonesia)?|dpa|epa|efe"
    r"|bloomberg|kyodo|yonhap|bernama|al[ -]?jazeera|voa(?: indonesia)?|dw(?: indonesia)?|rt|rri"
    r"|the guardian"
    r"|the new york times|the straits times|channel news asia|cna|nhk|ani|upi|wafa|irna"
    r"|republika|kompas"
    r"|warta kota|tribun ?\w*|tempo)"
)
_INITIALS = r"(?:\*{1,3}|[a-z]{1,8}\d{0,2}\*?)"

CREDITS: tuple[LineRule, ...] = (
    LineRule(
        "press-release",
        BlockKind.PARAGRAPH,
        'The heading and the number of a press release ("SIARAN PERS", "Nomor: 12/HM/2022").',
        (
            r"(?:siaran|keterangan|rilis) pers(?: (?:no|nomor).*)?|press release|(?:no"
            r"|nomor)\.?\s?: ?\S+"
        ),
        longest=80,
    ),
    LineRule(
        "date-and-time",
        BlockKind.DATELINE,
        "The date and time of publication, alone on a line "
        '("Kamis, 27 Januari 2022 - 03:50 WIB", "Kompas.com - 27/01/2022, 10:15 WIB").',
        (WHEN),
    ),
    LineRule(
        "place-and-date",
        BlockKind.DATELINE,
        'A place and a date, as at the head of a press release ("Jakarta, 27 Januari 2022").',
        (rf"(?-i:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?), {WHEN}"),
        longest=80,
    ),
    LineRule(
        "place-alone",
        BlockKind.DATELINE,
        'The place of the report, alone on a line ("Cianjur -", "Jakarta, CNN Indonesia --").',
        r"(?-i:[A-Z][\w./]+(?:,? \(?[A-Z][\w./]*\)?){0,4} ?[-–—]{1,2})",
        longest=60,
    ),
    LineRule(
        "name-and-date",
        BlockKind.BYLINE,
        "The author's name and the date on one line "
        '("Willy Haryono • 16 Februari 2022 21:00", "Oleh Budi Santoso pada 27 Jan 2022").',
        (
            rf"[•*-]*\s*(?:(?:{_ROLE}|{_SOURCE})\s*:?\s*)?{NAME}(?:{_SEPARATOR}(?:{SITE}|detik\w+"
            rf"|{NAME}))?"
            rf"(?:{_SEPARATOR}|\s+(?:di )?(?=pada\b|diperbarui\b|diterbitkan\b|{WEEKDAY}|\d)|,\s*)"
            rf"{WHEN}(?:in [\w ,&-]{{2,40}})?"
            rf"|{WHEN}(?<=[|•·●–— -])(?:oleh |by |penulis:? )?(?:tim (?:[\w.]+ ?){{1,3}}|{NAME})"
        ),
    ),
    LineRule(
        "name-and-role",
        BlockKind.BYLINE,
        'A role and a name after a colon ("Editor : Sri Lestari", "Pewarta: A Editor: B '
        'Copyright © ANTARA 2022", "Rep: A/ Red: B", "Reporter: A | Editor: B").',
        (rf"[•*(\[-]*\s*(?:{_ROLE}|oleh)(?:\s*(?:[&/]|dan)?\s*{_ROLE})?\s*(?:\|\s*)?[:：]\s*\S.*"),
        # A sentence after the colon is an interview or a statement, not a name.
        unless=re.compile(r"[.!?][\"”]? (?-i:[A-Z])\w+ [a-z]+ |https?://", re.IGNORECASE),
    ),
    LineRule(
        "source",
        BlockKind.BYLINE,
        'Where the report comes from ("Sumber: Antara", "Laporan: Rina Ayu").',
        (
            rf"[(\[]?{_SOURCE}\s*(?:\|\s*)?[:：]\s*(?:\|\s*)?(?:{NAME}|(?:{AGENCIES}|{SITE}"
            r"|berbagai sumber)"
            rf"(?:\s?(?:[/|,&+-]|dan)\s?(?:{AGENCIES}|{SITE}))*+).{{0,30}}"
        ),
        longest=90,
        unless=re.compile(r"[!?]$|[.!?] \S+ \S+|https?://"),
    ),
    LineRule(
        "role-alone",
        BlockKind.BYLINE,
        'The label of a name on the next line, or of nobody ("Penulis", "Editor:", "Tim Redaksi").',
        (
            r"(?:penulis|editor|reporter|pewarta|oleh|wartawan|jurnalis|kontributor|redaktur"
            r"|sumber)"
            r"\s*[:：]?|tim redaksi|redaksi|artikel ini ditulis oleh\s*:?"
        ),
    ),
    LineRule(
        "by-name",
        BlockKind.BYLINE,
        'A name announced without a colon ("Oleh Budi Santoso", "Laporan Wartawan '
        'Tribunnews.com, Rina Ayu", "Tim detikcom", "Budi Santoso - detikNews").',
        (
            r"[•*-]*\s*(?:oleh|by|ditulis oleh|penulis,?|kontributor|reporter|jurnalis"
            rf"|peranan,) {NAME}(?: \| {_ROLE} {NAME})?|peranan, [^.!?]{{2,60}}"
            r"|laporan (?:langsung )?(?:wartawan|reporter|jurnalis|kontributor|koresponden"
            r"|tim) [^.!?]*(?:\.\w+[^.!?]*)?"
            r"|tim (?:detik\w*|liputan|okezone|viva|kumparan|voi|cnn indonesia|\w+\.com|[\w.]+\.id)"
            rf"|(?:{NAME}|(?-i:{_WORD}(?: {_WORD}){{0,4}})|{AGENCIES}|tim)(?:,| ?[-–—|•/]) ?"
            r"(?:detik\w+|(?:cnn|cnbc|voa|bbc"
            rf"|bbc news) indonesia|okezone|viva|jurnalis|inews(?:\.id)?|{SITE})"
            r"|tim prmn \d{1,3}|tim riset(?: [\w.]+){1,3}|cnbc indonesia research"
            rf"|redaksi kumparan\w*|sumber {SITE}"
            r"|(?:cnn|cnbc|bbc(?: news)?|voa|dw) indonesia|(?:posted "
            r"|written )?by:? [\w.-]+(?: [\w.-]+)?"
        ),
        longest=120,
    ),
    LineRule(
        "signature",
        BlockKind.BYLINE,
        "Initials or names of reporter and editor in brackets at the end "
        '("(ian)", "(WIL)", "(Z-1)", "(rds/jbr)", "(Seno Tri Sulistiyono)", "ap/hp (dpa, AFP)").',
        (
            r"(?-i:[a-z]{2,4}(?:/[a-z]{2,4})+) \([^()]{2,40}\)|[(\[][A-Z]{1,3}-\d{1,2}[)\]]|"
            rf"[(\[]\s*{_INITIALS}(?:\s?[/,&|-]\s?{_INITIALS}){{0,5}}\s*[)\]]\.?"
            rf"|[(\[]{_INITIALS}(?:/{_INITIALS}){{0,3}}/{SITE}[)\]]"
            rf"|[(\[]{NAME}(?:\s?[/|]\s?[\w.-]{{1,20}})?[)\]]\.?|[(\[]{SITE}[)\]]"
        ),
        longest=60,
    ),
    LineRule(
        "agency",
        BlockKind.BYLINE,
        'The news agency the report comes from, alone on a line ("REUTERS", "AFP/ANTARA").',
        (
            rf"[(\[]?{AGENCIES}(?:\s?(?:[/|,&+-]|dan)\s?(?:{AGENCIES}|{SITE}"
            rf"|[a-z]{{2,4}}\b))*+[)\]]?\.?"
        ),
        longest=80,
        unless=re.compile(r"/ ?HO\b"),  # a picture's credit
    ),
)
