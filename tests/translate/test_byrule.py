"""Targets made by rule: dates, bylines, places."""

import pytest

from padanan.translate.article import Block, BlockKind, Segment
from padanan.translate.byrule import by_rule


def _made(text: str, kind: BlockKind, *, lead: bool = False) -> str | None:
    block = Block(kind, text, 1, 1, "test")
    return by_rule(block, Segment("x", 0, 0, len(text), text, lead=lead))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Kamis, 27 Januari 2022 - 03:50 WIB",
            "Thursday, 27 January 2022 - 3:50 a.m. Western Indonesia Time",
        ),
        (
            "Rabu, 12 Jan 2022 09:10 WIB",
            "Wednesday, 12 January 2022 9:10 a.m. Western Indonesia Time",
        ),
        (
            "Kompas.com - 27/01/2022, 10.15 WIB",
            "Kompas.com - 27 January 2022, 10:15 a.m. Western Indonesia Time",
        ),
        (
            "Jum'at, 4 Pebruari 2022 | 13:07 WITA",
            "Friday, 4 February 2022 | 1:07 p.m. Central Indonesia Time",
        ),
        (
            "JUMAT, 9 DES 2022 12:00 WIT",
            "FRIDAY, 9 DECEMBER 2022 12:00 p.m. Eastern Indonesia Time",
        ),
        (
            "Senin (17/8/2020) 00.05 WIB",
            "Monday (17 August 2020) 12:05 a.m. Western Indonesia Time",
        ),
        ("Diterbitkan 1 Mei 2023", "Published 1 May 2023"),
        ("31/31/2022", "31/31/2022"),
        ("Moskow, CNN Indonesia --", "Moscow, CNN Indonesia --"),
    ],
)
def test_datelines(source: str, target: str) -> None:
    assert _made(source, BlockKind.DATELINE) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Willy Haryono • 16 Februari 2022 21:00", "Willy Haryono • 16 February 2022 21:00"),
        ("Penulis: Mei Senin Sari", "Writer: Mei Senin Sari"),
        ("PEWARTA : Ani", "REPORTER : Ani"),
        ("Oleh Budi Santoso", "By Budi Santoso"),
        ("Sumber Waras", "Sumber Waras"),
        ("Sumber: Antara", "Source: Antara"),
        ("(ian)", "(ian)"),
        ("REUTERS", "REUTERS"),
    ],
)
def test_bylines(source: str, target: str) -> None:
    assert _made(source, BlockKind.BYLINE) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("BRUSSELS -", "BRUSSELS -"),
        ("MOSKOW -", "MOSCOW -"),
        ("Den Haag, CNN Indonesia --", "The Hague, CNN Indonesia --"),
        ("TRIBUNGORONTALO.COM -", "TRIBUNGORONTALO.COM -"),
        ("JAKARTA, KOMPAS.com -", "JAKARTA, KOMPAS.com -"),
        ("Wina (ANTARA) -", "Vienna (ANTARA) -"),
        ("Berlin, Jerman:", "Berlin, Germany:"),
    ],
)
def test_leads(source: str, target: str) -> None:
    assert _made(source, BlockKind.PARAGRAPH, lead=True) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("(Kenzo TRIBOUILLARD / AFP)", "(Kenzo TRIBOUILLARD / AFP)"),
        ("(Wikimedia Commons/Mueller MSC)", "(Wikimedia Commons/Mueller MSC)"),
        ("(Foto: Rifkianto Nugroho/detikcom)", "(Photo: Rifkianto Nugroho/detikcom)"),
        ("Foto/CNBC", "Photo/CNBC"),
        ("Foto: Ani Sari/detikcom", "Photo: Ani Sari/detikcom"),
        ("(Ilustrasi banjir di Demak)", None),
        ("Foto: Presiden tiba di Brussels", None),
        ("Menteri Luar Negeri tiba di Brussels.", None),
    ],
)
def test_credits(source: str, target: str | None) -> None:
    assert _made(source, BlockKind.CAPTION) == target


def test_a_signature_at_the_end_of_a_paragraph_stays() -> None:
    assert _made("(rds/jbr)", BlockKind.PARAGRAPH) == "(rds/jbr)"


@pytest.mark.parametrize("source", ["Ia setuju.", "(Foto: Antara)", "Kamis pagi hujan turun."])
def test_sentences_are_left_to_the_model(source: str) -> None:
    assert _made(source, BlockKind.PARAGRAPH) is None
