"""Targets made by rule: datelines, bylines, the place at the head of an article, lone values.

A model trained on sentences invents text for such lines. Names of countries come from CLDR through
Babel, dates are made in `dates`; the rest is small tables below. A line that the rules leave half
in Indonesian goes to the model after all.
"""

import re
from collections.abc import Iterable
from functools import cache

from padanan.settings import SOURCE_LANGUAGE, TARGET_LANGUAGE
from padanan.translate.article import Block, BlockKind, Segment
from padanan.translate.dates import dates, key, like, names
from padanan.translate.values import by_value


def by_rule(block: Block, segment: Segment) -> str | None:
    """The English of a segment that a rule can make, or None when it needs the model."""
    if segment.lead:
        return _lead(segment.source)
    if _SIGNATURE.fullmatch(segment.source):
        return segment.source
    if block.kind is BlockKind.DATELINE:
        made = _lead(_labels(dates(segment.source, people=False)))
        return None if _half_done(made, block.kind) else made
    if block.kind is BlockKind.BYLINE:
        made = _labels(dates(segment.source, people=True))
        return None if _half_done(made, block.kind) else made
    if block.kind is BlockKind.CAPTION and _CREDIT.fullmatch(segment.source):
        return re.sub(r"\bFoto\b", "Photo", segment.source)
    return by_value(segment.source) if len(segment.source) <= _VALUE else None


_VALUE = 80
"""Characters up to which a segment may be nothing but values."""

_SIGNATURE = re.compile(
    r"[(\[](?:\*{1,3}|[a-zA-Z]{1,5}-?\d{0,2}(?:[/-](?:[a-zA-Z]{1,5}\d{0,2}|[\w.-]{3,20}\.[a-z]{2,4}))*"
    r"|[A-Z]-\d{1,2})[)\]]"
)
"""Initials at the end of an article: "(ian)", "(rds/jbr)", "[ys/ab]", "(Z-1)"."""

_CREDIT = re.compile(
    r"\((?:[A-Z0-9][^\s()]*|[/&|,-]|dan|oleh|via)(?: (?:[A-Z0-9@][^\s()]*|[/&|,-]|dan|oleh|via))*\)"
    r"|(?:Foto|FOTO)\s?[:/]\s?\S+(?: [A-Z@/][^\s]*){0,5}"
)
"""A picture's credit: "(Kenzo TRIBOUILLARD / AFP)", "Foto/CNBC", "Foto: Ani Sari/detikcom"."""

# Labels before names and dates

_ROLES = {
    "pemimpin redaksi": "editor-in-chief",
    "redaktur pelaksana": "managing editor",
    "penanggung jawab": "responsible editor",
    "asisten redaktur": "assistant editor",
    "penulis lepas": "freelance writer",
    "wartawan lepas": "freelance journalist",
    "jurnalis lepas": "freelance journalist",
    "penulis": "writer",
    "editor": "editor",
    "reporter": "reporter",
    "pewarta foto": "photojournalist",
    "pewarta": "reporter",
    "wartawan": "journalist",
    "jurnalis": "journalist",
    "video jurnalis": "video journalist",
    "kontributor": "contributor",
    "koresponden": "correspondent",
    "fotografer": "photographer",
    "redaktur": "editor",
    "penyunting": "editor",
    "penerjemah": "translator",
    "produser": "producer",
    "pengunggah": "uploader",
}
"""What people do for a newspaper; before a name these need no colon."""

_DEEDS = {
    "artikel ini ditulis oleh": "this article was written by",
    "ditulis oleh": "written by",
    "dilaporkan oleh": "reported by",
    "disunting oleh": "edited by",
    "diedit oleh": "edited by",
    "disadur dari": "adapted from",
    "terakhir diperbarui": "last updated",
    "diperbarui": "updated",
    "diperbaharui": "updated",
    "diupdate": "updated",
    "di-update": "updated",
    "diterbitkan": "published",
    "dipublikasikan": "published",
    "dipublikasi": "published",
    "ditayangkan": "published",
    "dimuat": "published",
    "dirilis": "released",
    "diunggah": "uploaded",
    "diposting": "posted",
    "dibuat": "created",
    "hak cipta": "copyright",
}
"""Words that are nobody's name: labels wherever they stand."""

_LABELS = (
    _ROLES
    | _DEEDS
    | {
        "hari/tanggal": "day/date",
        "pembaruan terakhir": "last update",
        "pembaruan": "updated",
        "tanggal": "date",
        "waktu": "time",
        "laporan": "report",
        "redaksi": "editorial desk",
        "sumber": "source",
        "terbit": "published",
        "tayang": "published",
        "rilis": "released",
        "foto": "photo",
        "naskah": "text",
        "oleh": "by",
        "rep": "reporter",
        "red": "editor",
    }
)
"""All labels; those that are names too ("Sumber Waras") are labels only before a colon."""


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_NAME = r"(?-i:[A-Z0-9])"
_HEAD = r"(?:(?<=^)|(?<=[|•·/;([*,–—-])|(?<=[|•·/;([*,–—-]\s))"
"""Where a part of the line begins."""

_WITH_COLON = re.compile(
    # A page may have lost the space before a label: "Putu SavitriEditor: Agus".
    rf"(?:(?<!\w)|(?-i:(?<=[a-z])(?=[A-Z])))({_any(_LABELS)})"
    rf"(?=\s{{0,2}}(?:[:：]|(?:[&/]|dan)\s{{0,2}}(?:{_any(_ROLES)})\s{{0,2}}[:：]))",
    re.IGNORECASE,
)
_WITHOUT_COLON = re.compile(
    rf"(?<!\w)({_any(_DEEDS)})(?!\w)"
    rf"|{_HEAD}({_any(_ROLES)})(?=,?\s{_NAME}|\sdi\s{_NAME}|\s{{0,2}}(?:$|[|•·),–—-]))"
    rf"|{_HEAD}(oleh)(?=\s{_NAME}|$)|((?-i:oleh))(?=\s{_NAME})"
    # "Terbit Rencana" is a name.
    rf"|{_HEAD}(terbit|tayang|rilis)(?=\s(?:on\s|at\s)?(?:\d|[A-Z]\w{{2,5}}day\b))",
    re.IGNORECASE,
)
_NEXT_ROLE = re.compile(rf"(?<=\w )({_any(name.capitalize() for name in _ROLES)})(?= [A-Z])")
"""A second role in a line that began with one: "Penulis Ani Sari Pewarta Budi"."""

_ROLE_IN = re.compile(rf"\b({_any({*_ROLES.values()})}) di(?= {_NAME})", re.IGNORECASE)
"""Where somebody reports from; "di" alone may be part of a name ("Angel di Maria")."""

_ROLE_FIRST = re.compile(rf"\W{{0,3}}(?:{_any(_ROLES)})\b", re.IGNORECASE)

_ONE = r"[^\W\d_][\w.'’-]*"
_REPORT = re.compile(
    r"^([(\W]{0,3})(laporan) (?:langsung )?(?:dari )?"
    rf"(?:wartawan|reporter|jurnalis|kontributor|koresponden) (?:({_NAME}[^,|•·:]{{1,60}}), ?)?"
    rf"({_NAME}[\w.'’-]*(?: {_ONE}){{0,6}})(?=\W{{0,3}}$|\s?[,|•(–—-])",
    re.IGNORECASE,
)
"""The reporter and the newspaper: "Laporan Wartawan Tribunnews.com, Ilham Rian"."""

_WHOLE = {
    "redaksi": "editorial desk",
    "sumber": "source",
    "peranan": "role",
    "tim redaksi": "editorial team",
    "tim liputan": "reporting team",
    "berbagai sumber": "various sources",
}
_WHOLE_PART = re.compile(
    r"(?:(?<=^)|(?<=[|•·/;([*,:–—-])|(?<=[|•·/;([*,:–—-]\s))"
    rf"({_any(_WHOLE)})(?=\s{{0,2}}(?:$|[|•·/;)\]*,–—-]))",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(r"\b(?:Kementerian|Dinas|Badan|Biro|Komisi|Lembaga|Humas|Kantor)\b")


def _labels(text: str) -> str:
    """The labels of names and dates in English: "Penulis: Ani" becomes "Writer: Ani"."""

    def english(match: re.Match[str]) -> str:
        found = like(match[0], _LABELS[key(match[0])])
        before = match.string[max(0, match.start() - 1) : match.start()]
        return f" {found}" if before.isalpha() else found

    roles = _ROLE_FIRST.match(text) is not None
    text = _REPORT.sub(_report, text)
    text = _WHOLE_PART.sub(lambda m: like(m[0], _WHOLE[key(m[0])]), text)
    text = _WITHOUT_COLON.sub(english, _WITH_COLON.sub(english, text))
    if roles:
        text = _NEXT_ROLE.sub(english, text)
    text = _ROLE_IN.sub(r"\1 in", text)
    # Within the name of an office "dan" is part of a whole that a rule cannot translate.
    return text if _ORGANISATION.search(text) else re.sub(r"(?<=\S )dan(?= [A-Z])", "and", text)


def _report(match: re.Match[str]) -> str:
    where, report, paper, name = match.groups()
    return f"{where}{like(report, 'report')} {like(report, 'by').lower()} " + (
        f"{name}, {paper}" if paper else name
    )


# What no rule knew

_INDONESIAN = re.compile(
    # Never a name, whatever the case.
    rf"(?<!\w)(?:(?i:pukul|{_any(_DEEDS)})"
    # "Lalu" and "Hari" are given names; small letters make them words.
    r"|sekitar|pada|yang|oleh|tanggal|dari|dengan|untuk|waktu|setempat|laporan|wartawan|kemarin|pagi"
    r"|siang|sore|malam|lalu(?!\s[a-z])|silam)(?!\w)|^\W{0,3}(?i:laporan|wartawan) "
    # "Penulis muda tinggal di Bandung" is no label with a name.
    rf"|^\W{{0,3}}(?i:{_any(_ROLES.keys() - _ROLES.values())}) [a-z]"
)


def _half_done(text: str, kind: BlockKind) -> bool:
    """Whether Indonesian words are left, so that the model should draft the whole line."""
    if _INDONESIAN.search(text):
        return True
    units, beside = _date_words()
    # People are named Hari, Mei and Kamis, and sites write their names small: in a byline only
    # a word beside a number counts.
    return (units if kind is BlockKind.DATELINE else beside).search(text) is not None


@cache
def _date_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of dates that English lacks: anywhere, and in small letters beside a number."""
    words = {*names().days, "detik", "menit", "jam", "hari", "pekan", "bulan", "tahun", "di"}
    months = {name for name, english in names().months.items() if name != english.lower()}
    words |= {name for name in months if len(name) > 3 or name == "mei"}
    any_word = _any(words)
    return (
        re.compile(rf"(?<!\w)(?:{any_word}|pada|oleh|yang|lalu|laporan)(?!\w)", re.IGNORECASE),
        re.compile(
            rf"\d[\s,(|]{{1,3}}(?-i:{any_word})(?!\w)|(?<!\w)(?-i:{any_word})[\s,(|]{{1,3}}\d"
        ),
    )


# Places at the head of an article

_CITIES = {
    "athena": "Athens",
    "beograd": "Belgrade",
    "brussel": "Brussels",
    "bukares": "Bucharest",
    "damaskus": "Damascus",
    "den haag": "The Hague",
    "havana": "Havana",
    "jenewa": "Geneva",
    "kairo": "Cairo",
    "kiev": "Kyiv",
    "kopenhagen": "Copenhagen",
    "lisabon": "Lisbon",
    "madinah": "Medina",
    "makkah": "Mecca",
    "mekah": "Mecca",
    "mekkah": "Mecca",
    "moskow": "Moscow",
    "moskwa": "Moscow",
    "praha": "Prague",
    "roma": "Rome",
    "teheran": "Tehran",
    "vatikan": "Vatican City",
    "warsawa": "Warsaw",
    "wina": "Vienna",
    "yerusalem": "Jerusalem",
    "inggris": "Britain",
    "amerika": "America",
}
"""Cities (and a few short names of countries) that datelines carry and CLDR does not list."""


@cache
def _places() -> dict[str, str]:
    from babel import Locale

    source, target = Locale(SOURCE_LANGUAGE), Locale(TARGET_LANGUAGE)
    countries = {
        name.lower(): target.territories[code]
        for code, name in source.territories.items()
        if code in target.territories and not code.isdigit()
    }
    return countries | _CITIES


def _lead(text: str) -> str:
    """The place and agency before an article's first sentence, with places in English."""

    def english(match: re.Match[str]) -> str:
        name = _places().get(match[0].lower())
        return match[0] if name is None else like(match[0], name)

    # A place is the whole of a run of words between the marks of a lead.
    return re.sub(r"[^\W\d_](?:[^\W\d_]| (?=[^\W\d_])|['.](?=[^\W\d_]))*", english, text)
