"""The built-in layer: names from CLDR, with what news adds."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from padanan.glossary import Concept, Flag, Glossary, cldr
from padanan.glossary.row import concept_row
from padanan.glossary.rules import read_row
from padanan.glossary.words import entry_keys

# The 193 member states of the United Nations (un.org, "Member States"), by ISO 3166-1.
UN_MEMBERS = re.findall(
    "[A-Z]{2}",
    """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF
    CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD
    GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP
    KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY
    MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG
    SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE
    VN VU WS YE ZA ZM ZW
    """,
)

TABLES = ("territories.tsv", "languages.tsv", "currencies.tsv")


@pytest.fixture(scope="module")
def names() -> tuple[Concept, ...]:
    return cldr.concepts()


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary((), cldr=True)


def of(names: tuple[Concept, ...], term: str) -> Concept:
    return next(concept for concept in names if term in concept.terms)


def found(glossary: Glossary, text: str) -> list[tuple[str, str]]:
    """What is found of a text, each with its preferred rendering."""
    return [
        (text[match.start : match.end], match.concept.preferred) for match in glossary.match(text)
    ]


def test_every_row_would_be_valid_in_the_file(names: tuple[Concept, ...]) -> None:
    for concept in names:
        assert read_row(1, concept_row(concept)) == (concept, [])


def test_no_term_stands_in_two_concepts(names: tuple[Concept, ...]) -> None:
    ways = Counter(
        way for concept in names for way in {"".join(entry_keys(term)) for term in concept.terms}
    )
    assert [way for way, count in ways.items() if count > 1] == []


def test_every_concept_is_described(names: tuple[Concept, ...]) -> None:
    assert all(concept.pos and concept.domain for concept in names)
    assert {"place", "language", "calendar", "currency"} < {concept.domain for concept in names}


def test_is_the_same_in_every_process(names: tuple[Concept, ...]) -> None:
    program = "from padanan.glossary import cldr; print(ascii(cldr.concepts()))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert list(names) == sorted(names, key=lambda concept: concept.sort_key)
    assert cldr.concepts() is names


def test_imports_babel_only_when_asked() -> None:
    program = "import sys, padanan.glossary.cldr; print('babel' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"


@pytest.mark.parametrize("code", UN_MEMBERS)
def test_every_member_of_the_united_nations_is_there(names: tuple[Concept, ...], code: str) -> None:
    concept = next(concept for concept in names if concept.note == f"CLDR {code}")
    assert concept.domain == "place"
    assert len(concept.renderings) > 1, "no adjective"
    if code not in {"CD", "CG", "MM"}:  # Kongo - Kinshasa, Kongo - Brazzaville, Myanmar (Burma)
        assert Locale("id").territories[code] in concept.terms


def test_there_are_193_of_them() -> None:
    assert len(set(UN_MEMBERS)) == 193


@pytest.mark.parametrize(
    ("term", "rendering", "others"),
    [
        ("Inggris", "United Kingdom", {"UK", "Britain", "British", "England", "English"}),
        ("Britania Raya", "United Kingdom", {"Great Britain"}),
        ("AS", "United States", {"US", "U.S.", "USA", "American", "America"}),
        ("Amerika", "United States", {"American"}),
        ("Cina", "China", {"Chinese"}),
        ("RRT", "China", {"People's Republic of China", "PRC"}),
        ("Korsel", "South Korea", {"South Korean"}),
        ("Korut", "North Korea", {"North Korean", "DPRK"}),
        ("Belanda", "Netherlands", {"Dutch", "Holland"}),
        ("Saudi", "Saudi Arabia", {"Saudi"}),
        ("UEA", "United Arab Emirates", {"UAE", "Emirati"}),
        ("Afsel", "South Africa", {"South African"}),
        ("PNG", "Papua New Guinea", {"PNG"}),
        ("Perancis", "France", {"French"}),
        ("Turki", "Turkey", {"Türkiye", "Turkish"}),
        ("Pantai Gading", "Ivory Coast", {"Côte d’Ivoire", "Ivorian"}),
        ("Burma", "Myanmar", {"Burma", "Burmese"}),
        ("Palestina", "Palestine", {"Palestinian"}),
        ("RD Kongo", "Democratic Republic of the Congo", {"DR Congo", "DRC", "Congolese"}),
        ("Kongo", "Congo", {"Congolese", "Republic of the Congo", "DR Congo"}),
        ("Korea", "Korea", {"Korean", "South Korean"}),
        ("Makedonia Utara", "North Macedonia", {"Macedonian"}),
        ("Hong Kong", "Hong Kong", {"Hong Konger"}),
        ("Uni Soviet", "Soviet Union", {"USSR", "Soviet"}),
        ("Jerman Timur", "East Germany", {"East German"}),
        ("Skotlandia", "Scotland", {"Scottish"}),
        ("Niger", "Niger", {"Nigerien"}),
        ("Nigeria", "Nigeria", {"Nigerian"}),
        ("Dominika", "Dominica", {"Dominican"}),
        ("Republik Dominika", "Dominican Republic", {"Dominican"}),
        ("Eropa", "Europe", {"European"}),
        ("Afrika Barat", "West Africa", {"West African"}),
        ("Amerika Latin", "Latin America", {"Latin American"}),
        ("Antigua dan Barbuda", "Antigua and Barbuda", set()),
        ("bahasa Inggris", "English", {"English language"}),
        ("bahasa Indonesia", "Indonesian", {"Bahasa Indonesia"}),
        ("bahasa Mandarin", "Mandarin", {"Chinese"}),
        ("bahasa Cina", "Chinese", {"Mandarin"}),
        ("bahasa Jawa", "Javanese", set()),
        ("bahasa Farsi", "Persian", {"Farsi"}),
        ("Nopember", "November", {"Nov"}),
        ("Ahad", "Sunday", set()),
        ("rupiah", "rupiah", {"Indonesian rupiah", "IDR"}),
        ("dolar AS", "US dollar", {"U.S. dollar", "dollar", "US$"}),
        ("dolar Singapura", "Singapore dollar", set()),
        ("poundsterling", "pound", {"pound sterling", "British pound"}),
        ("rubel", "ruble", {"rouble", "Russian ruble"}),
        ("yuan", "yuan", {"renminbi"}),
        ("riyal", "riyal", set()),
    ],
)
def test_news_calls_them(
    names: tuple[Concept, ...], term: str, rendering: str, others: set[str]
) -> None:
    concept = of(names, term)
    assert concept.preferred == rendering
    assert others <= set(concept.renderings)


def test_all_months_and_weekdays(names: tuple[Concept, ...]) -> None:
    here, there = Locale("id"), Locale("en")
    for number, month in here.months["stand-alone"]["wide"].items():
        assert of(names, month).preferred == there.months["stand-alone"]["wide"][number]
    for number, day in here.days["stand-alone"]["wide"].items():
        assert of(names, day).preferred == there.days["stand-alone"]["wide"][number]
    assert sum(concept.domain == "calendar" for concept in names) == 12 + 7 + 1


# Lower case, these are words of their own: frangipani, galangal, an axle, pepper, a week.
@pytest.mark.parametrize("term", ["Kamboja", "Laos", "AS", "Chili", "Minggu"])
def test_what_capitals_tell_from_an_ordinary_word_is_flagged(
    names: tuple[Concept, ...], glossary: Glossary, term: str
) -> None:
    assert Flag.CASE in of(names, term).flags
    assert found(glossary, f"ada {term.lower()} di situ") == []


def test_no_other_term_is_an_ordinary_word(names: tuple[Concept, ...]) -> None:
    ordinary = re.findall(
        r"\w+",
        """
        akan as asu barat basa bini bodo bulu cad chili dari des dong dunia emas emirat frank ga
        ganda hari inti jan jersey kado kamboja kenyang kina kip laos lari lek mari mark minggu
        nama natal pula real selatan seri siam slave sol som susu tala tengah timur utara
        """,
    )
    terms = {
        term.casefold()
        for concept in names
        if Flag.CASE not in concept.flags
        for term in concept.terms
    }
    assert terms.isdisjoint(ordinary)
    # bahasa kamboja is no language of flowers, whoever writes it so.
    assert terms.isdisjoint(
        {f"bahasa {word}" for word in ordinary} - {"bahasa kamboja", "bahasa laos"}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasukan Rusia di Ukraina", [("Rusia", "Russia"), ("Ukraina", "Ukraine")]),
        ("belajar bahasa Inggris di Inggris", [("bahasa Inggris", "English"),
                                               ("Inggris", "United Kingdom")]),
        ("KORSEL DAN AS BERUNDING", [("KORSEL", "South Korea"), ("AS", "United States")]),
        ("di benua Amerika Utara", [("benua Amerika Utara", "North America")]),
        ("Guinea Ekuatorial dan Guinea", [("Guinea Ekuatorial", "Equatorial Guinea"),
                                          ("Guinea", "Guinea")]),
        ("pada hari Jum'at", [("hari Jum'at", "Friday")]),
        ("di Pasar Minggu, Minggu (20/2)", [("Pasar Minggu", "Pasar Minggu"),
                                            ("Minggu", "Sunday")]),
        ("Menteri Raja Juli Antoni", [("Raja Juli Antoni", "Raja Juli Antoni")]),
        ("wilayah selatan Prancis", [("Prancis", "France")]),
        ("tim-tim kuat dengan kaus jersey baru", []),
        ("demikian pula Botswana", [("Botswana", "Botswana")]),
    ],
)  # fmt: skip
def test_in_sentences(glossary: Glossary, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(glossary, text) == expected


@pytest.mark.parametrize(
    ("day", "english"),
    [
        ("Senin", "Monday"),
        ("Selasa", "Tuesday"),
        ("Rabu", "Wednesday"),
        ("Kamis", "Thursday"),
        ("Jumat", "Friday"),
        ("Sabtu", "Saturday"),
        ("Minggu", "Sunday"),
        ("Ahad", "Sunday"),
    ],
)
def test_a_weekday_takes_in_the_word_for_day(glossary: Glossary, day: str, english: str) -> None:
    assert found(glossary, f"Pada hari {day} malam") == [(f"hari {day}", english)]
    assert found(glossary, f"Pada {day} malam") == [(day, english)]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("Rusia", "Russian troops left Russia", ["Russian", "Russia"]),
        ("Inggris", "the UK's two Britons", ["UK's", "Britons"]),
        ("Pantai Gading", "Cote d'Ivoire", ["Cote d'Ivoire"]),
        ("Turki", "a turkey from Turkey", ["Turkey"]),
        ("AS", "the U.S. and us", ["U.S."]),
        ("dolar AS", "US$5 million", ["US$"]),
        ("Polandia", "polish the Polish car", ["Polish"]),
    ],
)
def test_renderings_in_translations(
    names: tuple[Concept, ...], glossary: Glossary, term: str, text: str, expected: list[str]
) -> None:
    hits = glossary.renderings(text, [of(names, term)])
    assert [text[hit.start : hit.end].rstrip(".") for hit in hits] == [
        hit.rstrip(".") for hit in expected
    ]


def test_the_file_always_wins() -> None:
    curated = Concept(("AS", "Cina"), ("America",), domain="test")
    glossary = Glossary((curated,), cldr=True)
    assert [match.concept for match in glossary.match("AS dan Cina")] == [curated, curated]
    assert not any({"AS", "Cina"} & set(concept.terms) for concept in glossary.builtin)
    assert found(glossary, "Tiongkok") == [("Tiongkok", "China")]


def table_rows() -> Iterator[tuple[str, list[str]]]:
    for table in TABLES:
        path = Path(cldr.__file__).parent / "data" / table
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield table, line.split("\t")


def test_tables_mention_a_code_once_and_known_ones_only() -> None:
    here = Locale("id")
    known = {
        "territories.tsv": here.territories.keys(),
        "languages.tsv": here.languages.keys(),
        "currencies.tsv": here.currencies.keys(),
    }
    rows = [(table, cells) for table, cells in table_rows() if cells[0] not in {"-", "code"}]
    counts = Counter((table, cells[0]) for table, cells in rows)
    assert [code for code, count in counts.items() if count > 1] == []
    for table, cells in rows:
        assert len(cells) in {3, 4}
        if "*" in cells[1].split("|") + cells[2].split("|"):
            assert cells[0] in known[table], cells
