"""Numbers in words and ordinals of an Indonesian sentence."""

import re
from decimal import Decimal
from functools import cache

from padanan.translate.dates import key
from padanan.translate.values.moments import begins
from padanan.translate.values.quantities import RANGE, made, tail
from padanan.translate.values.units import alternation
from padanan.translate.values.value import Amount, Quantity, Reading, ValueKind
from padanan.translate.values.words import DIGITS, LONGEST, NUMBER_WORDS, SCALES, read_indonesian


@cache
def _words() -> re.Pattern[str]:
    word = alternation(NUMBER_WORDS)
    return re.compile(rf"(?:(?:{word})(?![^\W_])\s?){{1,{LONGEST}}}", re.IGNORECASE)


def in_words(text: str, start: int) -> Reading | None:
    """ "lima belas", "dua juta rupiah", "ratusan", "sepertiga", "dua hingga tiga"."""
    if not begins(text, start) or _is_name(text, start):
        return None
    first = _number(text, start)
    if first is None:
        return None
    end, amount, many = first
    if ranged := _range(text, start, first):
        return ranged
    if (several := _SEVERAL.match(text, end)) and amount >= 10:
        return made(start, several.end(), Quantity((amount,), many=True))
    if text[end : end + 1] in ("-", "–") and text[end + 1 : end + 2].isalpha():
        return None  # "satu-satunya", "dua-duanya"
    after, unit = tail(text, end, amount)
    if amount == 1 and unit != "%":
        return None
    if unit and not many and key(text[start : start + 8]) == "setengah" and amount == _HALF:
        return None
    return made(start, after, Quantity((amount,), unit, many))


_HALF = Decimal("0.5")
_SEVERAL = re.compile(r"[-–]an\b", re.IGNORECASE)
"""Behind a number it makes it vague: "dua puluh-an"."""


def _number(text: str, start: int) -> tuple[int, Amount, bool] | None:
    """Where the number in words at `start` ends, its amount, and whether it is vague."""
    match = _words().match(text, start)
    if match is None:
        return None
    pieces = [(piece.end(), key(piece[0])) for piece in _WORD.finditer(match[0])]
    found = read_indonesian([word for _, word in pieces])
    if found is None:
        return None
    used, amount, many = found
    return start + pieces[used - 1][0], amount, many


_WORD = re.compile(r"[^\W\d_]+")


def _range(text: str, start: int, first: tuple[int, Amount, bool]) -> Reading | None:
    """ "dua hingga tiga", "dua-tiga"."""
    end, amount, many = first
    link = RANGE.match(text, end)
    if link is None or many:
        return None
    second = _number(text, link.end())
    if second is None or second[2] or second[1] <= amount:
        return None
    last, other, _ = second
    # "dua hingga tiga ribu"; "sepertiga" is a third of whatever there is.
    if other >= 1000 > amount and amount < 10 and isinstance(amount, Decimal):
        said = (SCALES.get(key(word), 1) for word in _WORD.findall(text[link.end() : last]))
        scale = max(said)
        if amount * scale < other:
            amount = amount * scale
    after, unit = tail(text, last, other)
    whole = (Decimal(int(one)) if one == int(one) else one for one in (amount, other))
    return made(start, after, Quantity(tuple(whole), unit))


_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s|[\"“(‘']|[-–—•|]\s)$")
_PLACE = re.compile(r"\b(?:di|ke|dari|kota)\s$")
_LIMA = re.compile(r"Lima(?!\s\w)")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LOOK = 300


def _is_name(text: str, start: int) -> bool:
    """Lima in Peru, Simpang Lima: a capital inside a sentence that is not all in capitals."""
    if not text[start].isupper():
        return False
    if _PLACE.search(text, max(0, start - 6), start) and _LIMA.match(text, start):
        return True
    if _SENTENCE_START.search(text, max(0, start - 2), start):
        return text.startswith("Lima,", start)
    around = _LONG_WORD.findall(text[max(0, start - _LOOK) : start + _LOOK])
    small = sum(word[0].islower() for word in around)
    return bool(2 * small > len(around))


ORDINALS = {f"ke{word}": number for word, number in DIGITS.items() if number > 1} | {
    "kesepuluh": 10,
    "kesebelas": 11,
    "keseratus": 100,
}
_DIGIT_WORDS = {number: word for word, number in DIGITS.items()}
_ORDINAL_WORD = re.compile(
    rf"(?:{'|'.join(ORDINALS)})(?![^\W_])"
    rf"(?:\s(?:belas|puluh)(?:\s(?:{'|'.join(DIGITS)})(?![^\W_]))?(?![^\W_]))?",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(
    r"(?:di|ke|dari|pada|untuk|oleh|dengan|bagi|antara|dan|atau|bahwa|karena|ketika|saat|setelah"
    r"|sebelum|jika|maka|agar|sebagai|kepada|terhadap|tentang|dalam|adalah|hubungan|antar|namun"
    r"|tetapi|akan|telah|sudah|bisa|dapat|harus|serta|sementara|sedangkan|sehingga|tapi|juga"
    r"|membuat|atas|hingga|sampai|demi|seperti|bersama|melalui|menurut|bila|kalau|itu|ini|hanya"
    r"|me(?!nteri|nit|dali|ja\b|sin|dia|tode)\w{3,}|ber(?!ita|lian|as\b)\w{3,}"
    r"|\w{2,}nya|di(?!visi|skusi|alog|strik|nas|rektur|men|plom|sertasi)\w{4,}|ter(?!minal|apis|ompet)\w{4,})"
    r"\s?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s(?:belah|pihak|negara|tim|kubu|pemimpin|kelompok|orang|orangtua|tersangka|terdakwa|korban"
    r"|pelaku|pasangan|calon|kandidat|kesebelasan|klub|petinju|perusahaan|wilayah|bangsa|tokoh"
    r"|menteri|presiden|kepala|pejabat|partai|lembaga|institusi|anak|sisi|daerah|unit|saudara|mempelai"
    r"|pengantin|insan|orang\stua|(?:kaki|tangan|mata|telinga|lengan|lutut|bahu|pundak|paha|pipi|alis"
    r"|betis|telapak|kelopak|pergelangan|ginjal|paru-paru|payudara|sayap)(?:nya|ku|mu)?"
    r"|\w+\s(?:tersebut|saling|masing-masing|sama-sama))\b",
    re.IGNORECASE,
)


def ordinal_word(text: str, start: int) -> Reading | None:
    """ "putaran kedua", "ketiga belas"; before what is counted "kedua" is both, and no value."""
    match = _ORDINAL_WORD.match(text, start)
    if match is None or not begins(text, start):
        return None
    words = key(match[0]).split()
    number, end = ORDINALS[words[0]], start + len(words[0])
    if len(words) > 1 and number < 10:
        found = read_indonesian([_DIGIT_WORDS[number], *words[1:]])
        if found and found[0] > 1:
            number, end = int(found[1]), match.end()
    if number < 10 and not _is_ordinal(text, start, end):
        return None
    return Reading(start, end, ValueKind.ORDINAL, Quantity((Decimal(number),), ordinal=True))


_STAGE = re.compile(
    r"\b(?:tahap|putaran|babak|gelombang|kali|fase|hari|pekan|bulan|tahun|dosis|posisi|urutan|peringkat"
    r"|generasi|kelas|semester|kuartal|jilid|bagian|periode|kloter)\s$",
    re.IGNORECASE,
)
"""What is counted by ordinals: behind it "kedua" is no both, whatever follows."""

_TIMES = re.compile(r"\skali(?:nya)?\b", re.IGNORECASE)
_ENUMERATED = re.compile(r",\s")
_NOUN_BEFORE = re.compile(r"[^\W\d_][\"”’]?\s$")


def _is_ordinal(text: str, start: int, end: int) -> bool:
    if _TIMES.match(text, end) or _STAGE.search(text, max(0, start - 12), start):
        return True
    if _ENUMERATED.match(text, end) and _SENTENCE_START.search(text, max(0, start - 2), start):
        return True
    if _COUNTED.match(text, end) or not _NOUN_BEFORE.search(text, max(0, start - 3), start):
        return False
    before = text[max(0, start - 24) : start]
    word = before[before.rstrip().rfind(" ") + 1 :]
    return not _FUNCTION_WORD.match(word)


_ORDINAL = re.compile(r"ke\s?[-‑–]\s?(\d{1,9})(?!\d|[.,]\d)(?![^\W_]|-\w)", re.IGNORECASE)
_LOOSE_ORDINAL = re.compile(r"ke\s(\d{1,3})(?![\w%]|[.,:-]\d)", re.IGNORECASE)
_RANKED = re.compile(r"\b(?:abad|urutan|peringkat|HUT|menit|hari|edisi)\s$", re.IGNORECASE)


def ordinal(text: str, start: int) -> Reading | None:
    """ "ke-77"; "abad ke 20" too, though "ke 20" is mostly a way to somewhere."""
    match = _ORDINAL.match(text, start)
    if match is None and _RANKED.search(text, max(0, start - 12), start):
        match = _LOOSE_ORDINAL.match(text, start)
    if match is None or not begins(text, start):
        return None
    meaning = Quantity((Decimal(match[1]),), ordinal=True)
    return Reading(start, match.end(), ValueKind.ORDINAL, meaning)
