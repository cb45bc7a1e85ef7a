"""The built-in layer of the glossary: names from the Unicode Common Locale Data Repository (CLDR).

Countries, languages, months, weekdays and currencies come from Babel's copy of CLDR; what news
adds to them (aliases, adjectives, names of peoples) stands in the tables in `data/`. Why so, and
which names are left out, is ADR 0005.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.rules import clean
from padanan.glossary.tables import rows
from padanan.glossary.words import fold

if TYPE_CHECKING:
    from babel import Locale

_STAR = "*"
"""Stands in the tables for CLDR's own name."""

_NOT_PLACES = frozenset({"001", "021", "057", "QO", "XA", "XB", "ZZ"})
"""CLDR's codes for the world, for regions of statistics only, for tests and for the unknown."""

_ORDINARY_PLACES = frozenset({"TF"})
"""Territories with a name that says something else in running text: wilayah selatan Prancis is the
south of France, not the French Southern Territories."""

_NOT_LANGUAGES = frozenset({"mul", "und", "zxx"})
"""CLDR's codes for several languages, for an unknown one and for none."""

# fmt: off
_ORDINARY_LANGUAGES = frozenset(
    {
        "ak", "asa", "bas", "bin", "brx", "bum", "cad", "chm", "den", "gaa", "ken", "lg", "naq",
        "sei", "sus",
    }
)
# fmt: on
"""Languages that go by an ordinary word (bahasa ganda: two languages; bahasa ga, in casual style:
language does not), so that most matches would be wrong."""

_ORDINARY_CURRENCIES = frozenset({"BWP", "GEL"})
"""Currencies that go by an ordinary word, which makes sense before the country's name, too
(demikian pula Botswana: likewise Botswana; lari Georgia: Georgia's run)."""

_MONTH_ALIASES = {2: ("Pebruari",), 11: ("Nopember",)}
"""Spellings that are not the standard ones (KBBI) and not rare in news. Abbreviations are left
out: Jan is a first name, Des may be Desa, and in dates they are values, not terms."""

_MONTHS_SHORT = {1: "Jan", 2: "Feb", 8: "Aug", 9: "Sept", 10: "Oct", 11: "Nov", 12: "Dec"}
"""English abbreviations that are accepted: those that the AP Stylebook writes in dates."""

_SUNDAY = 6
"""Babel's number for it; 0 is Monday."""

_LOOKALIKES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    # domain, terms, renderings
    ("place", ("Pasar Minggu",), ("Pasar Minggu",)),
    (
        "place",
        ("Jalan Asia Afrika", "Jl Asia Afrika", "Jl. Asia Afrika"),
        ("Jalan Asia Afrika", "Asia Afrika"),
    ),
    ("person", ("Raja Juli Antoni", "Raja Juli"), ("Raja Juli Antoni", "Raja Juli")),
    ("person", ("Turki al-Faisal", "Turki bin Faisal"), ("Turki al-Faisal", "Turki bin Faisal")),
    ("person", ("Turki Alalshikh", "Turki al-Sheikh"), ("Turki Alalshikh", "Turki al-Sheikh")),
    ("music", ("Red Hot Chili Peppers",), ("Red Hot Chili Peppers",)),
    (
        "education",
        ("Universitas Sebelas Maret",),
        ("Universitas Sebelas Maret", "Sebelas Maret University"),
    ),
)
"""Names of something else that hold a name of this layer. As longer terms they are matched in its
place, so that Pasar Minggu, a part of Jakarta, is not asked to be a Sunday."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a table in `data/`: what news adds to CLDR's names for `code`."""

    code: str
    terms: tuple[str, ...] = (_STAR,)
    renderings: tuple[str, ...] = (_STAR,)
    flags: frozenset[Flag] = frozenset()


@cache
def concepts() -> tuple[Concept, ...]:
    """The built-in concepts, sorted by their first term; always the same ones for one Babel.

    No term stands in two of them. Their domains are "place", "language", "calendar" and "currency",
    and others for the few names that only look like one of these. The note of a concept says under
    which code CLDR has it.
    """
    from babel import Locale

    here, there = Locale("id"), Locale("en")
    names = [
        *_territories(here, there),
        *_languages(here, there),
        *_months(here, there),
        *_weekdays(here, there),
        *_currencies(here, there),
        *_lookalikes(),
    ]
    return tuple(sorted(names, key=lambda concept: (concept.sort_key, concept.terms)))


def _territories(here: "Locale", there: "Locale") -> Iterator[Concept]:
    codes = here.territories.keys() - _NOT_PLACES - _ORDINARY_PLACES
    return _concepts("territories.tsv", "place", here.territories, there.territories, codes)


def _languages(here: "Locale", there: "Locale") -> Iterator[Concept]:
    """Bare names are left to the countries: Inggris is the United Kingdom, bahasa Inggris English.

    Names for one region's use of a language (Inggris (Britania)) are left out.
    """
    named = {code: name.removeprefix("Bahasa ") for code, name in here.languages.items()}
    left_out = _NOT_LANGUAGES | _ORDINARY_LANGUAGES
    codes = {
        code
        for code, name in named.items()
        if code not in left_out and "_" not in code and "(" not in name
    }
    for concept in _concepts("languages.tsv", "language", named, there.languages, codes):
        first, *others = concept.renderings
        if not first.endswith("Language"):  # American Sign Language
            others.insert(0, f"{first} language")
        yield Concept(
            tuple(f"bahasa {term}" for term in concept.terms),
            (first, *others),
            pos=concept.pos,
            domain=concept.domain,
            note=concept.note,
        )


def _months(here: "Locale", there: "Locale") -> Iterator[Concept]:
    english = there.months["stand-alone"]["wide"]
    for number, name in sorted(here.months["stand-alone"]["wide"].items()):
        short = (_MONTHS_SHORT[number],) if number in _MONTHS_SHORT else ()
        yield _name("calendar", (name, *_MONTH_ALIASES.get(number, ())), (english[number], *short))


def _weekdays(here: "Locale", there: "Locale") -> Iterator[Concept]:
    """With and without hari, the day, which English does not say: hari Jumat is Friday.

    Minggu is a Sunday, minggu a week; at the start of a sentence and in titles it is either.
    """
    english = there.days["stand-alone"]["wide"]
    for number, name in sorted(here.days["stand-alone"]["wide"].items()):
        if number != _SUNDAY:
            yield _name("calendar", (name, f"hari {name}"), (english[number],))
            continue
        yield _name("calendar", (f"hari {name}", "Ahad", "hari Ahad"), (english[number],))
        yield Concept(
            (name,),
            (english[number], "week"),
            pos=PartOfSpeech.NAME,
            domain="calendar",
            flags=frozenset({Flag.CASE}),
            note="In lower case, a week; so it may be at the start of a sentence.",
        )


def _currencies(here: "Locale", there: "Locale") -> Iterator[Concept]:
    """The currencies in use, and the former ones that the table names.

    The English names are those for one unit (US dollar), since CLDR capitalises its others (US
    Dollar).
    """
    from babel.core import get_global
    from babel.numbers import get_currency_name

    in_use = {
        code
        for uses in get_global("territory_currencies").values()
        for code, _, end, tender in uses
        if tender and end is None
    }
    named = {code: name[0].lower() + name[1:] for code, name in here.currencies.items()}
    english = {code: get_currency_name(code, count=1, locale=there) for code in named}
    codes = (in_use & named.keys()) - _ORDINARY_CURRENCIES
    # Nouns, unlike the other names: they have plurals and take the capitals of the sentence.
    return _concepts("currencies.tsv", "currency", named, english, codes, PartOfSpeech.NOUN)


def _lookalikes() -> Iterator[Concept]:
    for domain, terms, renderings in _LOOKALIKES:
        yield _name(domain, terms, renderings)


def _name(domain: str, terms: tuple[str, ...], renderings: tuple[str, ...]) -> Concept:
    return Concept(terms, renderings, pos=PartOfSpeech.NAME, domain=domain)


def _concepts(
    table: str,
    domain: str,
    here: Mapping[str, str],
    there: Mapping[str, str],
    codes: Collection[str],
    pos: PartOfSpeech = PartOfSpeech.NAME,
) -> Iterator[Concept]:
    """A concept for every row of a table, and for every one of `codes` that it has no row for.

    Args:
        table: The table's name in `data/`.
        domain: The concepts' domain.
        here: CLDR's Indonesian names by code.
        there: CLDR's English names by code.
        codes: Codes to be had with or without a row.
        pos: The concepts' part of speech.
    """
    rows = _read(table)
    mentioned = {row.code for row in rows}
    for row in (*rows, *(_Row(code) for code in sorted(codes) if code not in mentioned)):
        terms = _entries(row.terms, here.get(row.code, ""))
        renderings = _entries(row.renderings, there.get(row.code, ""))
        if terms and renderings:  # an edition of CLDR may lack a name that another has
            note = f"CLDR {row.code}" if row.code in here else ""
            yield Concept(terms, renderings, (), pos, domain, row.flags, note)


def _entries(entries: tuple[str, ...], name: str) -> tuple[str, ...]:
    """A cell's entries, CLDR's `name` in the star's place, in the form the glossary keeps.

    The table may say what an edition of CLDR says, too; that is no second entry.
    """
    found: dict[str, str] = {}
    for entry in entries:
        text = clean(name if entry == _STAR else entry)
        if text:
            found.setdefault(fold(text), text)
    return tuple(found.values())


def _read(table: str) -> tuple[_Row, ...]:
    return tuple(_row(*cells) for cells in rows(table)[1:])  # below the header


def _row(code: str, terms: str, renderings: str, flags: str = "") -> _Row:
    return _Row(
        code,
        tuple(terms.split("|")),
        tuple(renderings.split("|")),
        frozenset(map(Flag, flags.split("|"))) if flags else frozenset(),
    )
