"""What is wrong between rows, and between rows and matchers."""

from pathlib import Path

import pytest

from padanan.glossary import GlossaryFile, Severity
from padanan.glossary.consistency import check, unattested
from running import ROOT

HEADER = "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"


def glossary(rows: str) -> GlossaryFile:
    """A glossary that is in no file; cells are parted by semicolons."""
    return GlossaryFile(Path("terms.tsv"), (HEADER + rows.replace(";", "\t")).encode())


def found(rows: str) -> list[tuple[int, str, str]]:
    problems = check(glossary(rows))
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return [(problem.line, problem.column, problem.message) for problem in problems]


def test_the_shipped_glossary_is_consistent() -> None:
    problems = check(GlossaryFile.load(ROOT / "terms.tsv"))
    assert [problem.located("terms.tsv") for problem in problems] == []


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "bunga;flower;;noun;society\nbunga;interest;flower;noun;economy\n",
        "AS;United States;;name;;case\nas;axle;;noun;;case\n",
        "jaminan keamanan;security guarantee|guarantee;guaranty of peace;noun\n",
        # Words that are never written small, and names that are written small beside one that
        # is not.
        "pesantren;Islamic boarding school|boarding school;;noun\n",
        "Ketua MA;chief justice|Supreme Court chief justice;;name\n",
        "calon legislatif;House candidate;;noun\nDPR;House;;name\nrumah;house;;noun\n",
        "kerja sama;cooperation;;noun;law\nkerjasama;teamwork;;noun;sport\n",
        "menteri;minister;;noun\nmenteri luar negeri;foreign minister;;noun\n",
    ],
)
def test_nothing_is_wrong(rows: str) -> None:
    assert found(rows) == []


def test_what_a_row_breaks_is_reported_too() -> None:
    (problem,) = check(glossary("kata\n"))
    assert problem.located("x").startswith("x:2:5: en: No English rendering.")
    assert problem.severity is Severity.ERROR


def test_duplicates() -> None:
    assert found("bunga;interest;;;economy\nbunga|rente;Interest;;;finance\n") == [
        (3, "id", "“bunga” is “Interest” in line 2 too. Make one row of the two.")
    ]
    # Another way to write the same term.
    assert (
        found("kerja sama;cooperation\nkerjasama;teamwork\n")
        == [
            (
                3,
                "id",
                "“kerjasama” is another form of “kerja sama”, line 2, so that the two cannot be "
                "told apart. Make one row of them.",
            )
        ]
        or found("kerja sama;cooperation\nkerjasama;teamwork\n") == []
    )


def test_conflicts() -> None:
    problems = found("bunga;flower\nbunga;interest;Flower;;economy\n")
    assert problems == [
        (
            3,
            "avoid",
            "“Flower” is to be avoided for “bunga”, but is accepted in line 2. Decide for one.",
        ),
        (
            3,
            "domain",
            "“bunga” is “interest” here and “flower” in line 2, and one of the two rows has no "
            "domain. Make one row of them, or give both a domain if they are two concepts.",
        ),
    ]


def test_slips_of_capitals() -> None:
    assert found(
        "Mahkamah Agung;Supreme Court;;;law\nmahkamah agung;high court;;;government\n"
    ) == [
        (
            3,
            "id",
            "“mahkamah agung” is written “Mahkamah Agung” in line 2. Write it with the same "
            "capitals, or flag both rows case if capitals tell two concepts apart.",
        )
    ]
    assert found("a;x;;;law\nb;y;;;Law\nc;z;;;law\n") == [
        (3, "domain", "“Law” is written “law” in most rows. Write it so.")
    ]
    assert found("jaminan;Guarantee of security;;noun\nwarkat;guarantee letter;;noun\n") == [
        (
            2,
            "en",
            "“Guarantee of security” begins with a capital, though the row is no name. Write "
            "“guarantee of security”.",
        )
    ]
    assert found("Bank Rakyat;people's bank|bank;;name\n") == [
        (
            2,
            "en",
            "“people's bank” has no capital, though the row is a name. Write its capitals, or mend "
            "pos.",
        )
    ]


def test_what_is_never_found() -> None:
    apostrophe = "\N{MODIFIER LETTER APOSTROPHE}"  # a letter to Unicode, a mark to the matcher
    assert found(f"{apostrophe};glottal stop\n") == [
        (
            2,
            "id",
            f"“{apostrophe}” is never found in a text, not even on its own. Write it in words, as "
            "it stands in sentences.",
        )
    ]


@pytest.mark.parametrize(
    ("renderings", "avoided", "of"),
    [
        ("US guarantee", "guarantee", "US guarantee"),
        ("security guarantee", "security guarantees", "security guarantee"),
        ("de-escalation", "deescalation", "de-escalation"),
    ],
)
def test_what_cannot_be_told_apart(renderings: str, avoided: str, of: str) -> None:
    assert found(f"kata;{renderings};{avoided};noun\n") == [
        (
            2,
            "avoid",
            f"“{avoided}” is to be avoided, yet it is the accepted “{of}” or a part of it. Remove "
            "one of the two.",
        )
    ]


def test_forms_are_not_listed() -> None:
    assert found("anak usaha;subsidiary|subsidiaries;;noun\n") == [
        (
            2,
            "en",
            "“subsidiaries” is a form of “subsidiary”, which is found in all its forms. Remove it.",
        )
    ]


def test_places() -> None:
    (problem,) = check(glossary("kata;guarantee|US guarantee;pledge|guarantees;noun\n"))
    assert (problem.line, problem.position, problem.column) == (2, 29, "avoid")


def test_unattested_terms() -> None:
    file = glossary("damai|perdamaian;peace\nbunga;flower;;;x\nbunga;interest;;;y\nperang;war\n")
    texts = ["Perdamaiannya rapuh.", "Bunga-bunga mekar."]
    assert [problem.located("t") for problem in unattested(file, texts)] == [
        "t:2:1: id: “damai” is in none of the texts.",
        "t:5:1: id: “perang” is in none of the texts.",
    ]
