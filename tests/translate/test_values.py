"""Values: read from Indonesian, written in English, found, mended, carried over."""

import pytest

from padanan.translate.values import (
    Found,
    ValueKind,
    by_value,
    mend,
    skeleton,
    transfer,
    value_uses,
    values,
)


def _all(source: str) -> list[tuple[str, ValueKind, str]]:
    return [(value.text, value.kind, value.english[0]) for value in values(source)]


@pytest.mark.parametrize(
    ("text", "kind", "english"),
    [
        ("5.000", ValueKind.NUMBER, "5,000"),
        ("2,5 miliar", ValueKind.NUMBER, "2.5 billion"),
        ("100 ribu", ValueKind.NUMBER, "100,000"),
        ("lima belas", ValueKind.NUMBER, "15"),
        ("dua", ValueKind.NUMBER, "2"),
        ("dua setengah juta", ValueKind.NUMBER, "2.5 million"),
        ("ratusan ribu", ValueKind.NUMBER, "hundreds of thousands"),
        ("dua puluhan", ValueKind.NUMBER, "20s"),
        ("1.500 juta", ValueKind.NUMBER, "1,500 million"),
        ("Rp6,0 triliun", ValueKind.CURRENCY, "IDR 6.0 trillion"),
        ("Rp800 juta-Rp1,2 miliar", ValueKind.CURRENCY, "IDR 800 million-1.2 billion"),
        ("Januari-Maret 2022", ValueKind.DATE, "January-March 2022"),
        ("2500-3000 meter", ValueKind.MEASURE, "2,500-3,000 meters"),
        ("6.5 persen", ValueKind.PERCENTAGE, "6.5 percent"),
        ("1,234,567", ValueKind.NUMBER, "1,234,567"),
        ("dua per tiga", ValueKind.NUMBER, "two-thirds"),
        ("ke-77", ValueKind.ORDINAL, "77th"),
        ("ke-112", ValueKind.ORDINAL, "112th"),
        ("ketiga belas", ValueKind.ORDINAL, "13th"),
        ("10-15", ValueKind.RANGE, "10-15"),
        ("10 hingga 15 persen", ValueKind.PERCENTAGE, "10 to 15 percent"),
        ("2,5 persen", ValueKind.PERCENTAGE, "2.5 percent"),
        ("2,5%", ValueKind.PERCENTAGE, "2.5 percent"),
        ("Rp1,5 triliun", ValueKind.CURRENCY, "IDR 1.5 trillion"),
        ("Rp 50.000", ValueKind.CURRENCY, "IDR 50,000"),
        ("US$ 3 juta", ValueKind.CURRENCY, "USD 3 million"),
        ("5 juta dolar AS", ValueKind.CURRENCY, "USD 5 million"),
        ("20 ribu rupiah", ValueKind.CURRENCY, "IDR 20,000"),
        ("Kamis (27/1/2022)", ValueKind.DATE, "Thursday, 27 January 2022"),
        ("Rabu, 16 Februari 2022", ValueKind.DATE, "Wednesday, 16 February 2022"),
        ("27 Januari 2022", ValueKind.DATE, "27 January 2022"),
        ("Oktober 2021", ValueKind.DATE, "October 2021"),
        ("1998", ValueKind.DATE, "1998"),
        ("1990-an", ValueKind.DATE, "1990s"),
        ("pukul 03.50 WIB", ValueKind.TIME, "3:50 a.m. Western Indonesia Time"),
        ("19:30", ValueKind.TIME, "7:30 p.m."),
        ("jam 7 malam", ValueKind.TIME, "7 p.m."),
        ("21-19", ValueKind.SCORE, "21-19"),
        ("5 km", ValueKind.MEASURE, "5 km"),
        ("30 derajat Celsius", ValueKind.MEASURE, "30 degrees Celsius"),
        ("1.200 meter", ValueKind.MEASURE, "1,200 meters"),
        ("dua pertiga-tiga perempat", ValueKind.RANGE, "two-thirds to three-quarters"),
        ("021-5551234", ValueKind.PHONE, "021-5551234"),
        ("+62 812-3456-7890", ValueKind.PHONE, "+62 812-3456-7890"),
        ("www.contoh.go.id/berita?x=1", ValueKind.URL, "www.contoh.go.id/berita?x=1"),
        ("redaksi@contoh.co.id", ValueKind.EMAIL, "redaksi@contoh.co.id"),
    ],
)
def test_a_value_is_read_whole_and_written_the_houses_way(
    text: str, kind: ValueKind, english: str
) -> None:
    assert _all(f"Katanya {text} .") == [(text, kind, english)]


def test_acronyms_are_read_with_their_brackets() -> None:
    assert _all("Badan Meteorologi (BMKG) menyebut") == [("(BMKG)", ValueKind.ACRONYM, "(BMKG)")]
    assert _all("Kementerian Kesehatan (Kemenkes)")[0][:2] == ("(Kemenkes)", ValueKind.ACRONYM)
    assert _all("Wali Kota (kanan) dan istri (Jakarta)") == []


@pytest.mark.parametrize(
    "text",
    [
        *("satu orang", "Covid-19", "G20", "F-16", "CG4684", "versi 1.5.2", "di Lima, Peru"),
        f"{'9' * 22} orang",
        f"{'9' * 21},9 orang",
        f"{'9' * 22}.000000 orang",
    ],
)
def test_what_only_looks_like_a_value_is_none(text: str) -> None:
    assert _all(text) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("5.000 pasukan", "five thousand troops", Found.HELD),
        ("5.000 pasukan", "5.000 troops", Found.KEPT),
        ("5.000 pasukan", "5 troops", Found.MISSING),
        ("2,5 miliar orang", "2,500 million people", Found.HELD),
        ("2,5 miliar orang", "2,5 billion people", Found.KEPT),
        ("Rp1,5 triliun", "1.5 trillion rupiah", Found.HELD),
        ("Rp1,5 triliun", "$1.5 trillion", Found.MISSING),
        ("pada 27 Januari", "on the 27th of January", Found.HELD),
        ("pukul 03.50 WIB", "at 3.50am", Found.HELD),
        ("pukul 03.50 WIB", "at 03.50 WIB", Found.KEPT),
        ("pukul 15.50", "at 3:50 a.m.", Found.MISSING),
        ("kalah 0-3", "lost 3-0", Found.HELD),
        ("ke-21", "twenty-first", Found.HELD),
        ("sepertiga warga", "a third of residents", Found.HELD),
        ("dua pertiga hingga tiga perempat", "two-thirds to three-quarters", Found.HELD),
        ("12 persen", "12 per cent", Found.HELD),
        ("Rp5.000", "$5,000", Found.MISSING),
        ("US$2.500", "two-and-a-half-thousand dollars", Found.HELD),
        ("Perdagangan Dunia (WTO)", "the World Trade Organization", Found.HELD),
        ("4,379 kasus", "4,379 cases", Found.HELD),
    ],
)
def test_values_are_found_in_any_way_english_writes_them(
    source: str, target: str, found: Found
) -> None:
    assert [use.found for use in value_uses(source, target)] == [found]


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("5.000 orang", "5.000 people", "5,000 people"),
        ("2,5 miliar orang", "2,5 billion people", "2.5 billion people"),
        ("Rp1,5 triliun", "Rp1,5 trillion", "IDR 1.5 trillion"),
        ("pukul 03.50 WIB", "at 03.50 WIB", "at 3:50 a.m. Western Indonesia Time"),
        ("Kamis (27/1/2022)", "Thursday (27/1/2022)", "Thursday, 27 January 2022"),
        ("Sabtu (6/7)", "Saturday (6/7)", "Saturday, 6 July"),
        ("magnitudo 7,2", "magnitude 7,2", "magnitude 7.2"),
        ("US$ 2,5 juta", "2,5 million dollars", "USD 2.5 million"),
        ("27 Januari 2022", "on 27 Januari 2022", "on 27 January 2022"),
        ("pukul 09.35 WIB", "at 9:35 pm", "at 9:35 pm"),
        ("pukul 08.46 pagi", "at 08.46 in the morning", "at 8:46 in the morning"),
        ("pukul 11.20", "At 11,20, police", "At 11:20 a.m., police"),
        ("pukul 19.30.", "at 19.30.", "at 7:30 p.m."),
        ("2,2 juta km2", "2,2 million km2", "2.2 million km²"),
        ("kelas tiga", "Kelas Tiga", "Kelas Tiga"),
        ("4,379 kasus", "4,379 cases", "4,379 cases"),
        ("1,5 kali dari 1.500 orang", "1.500 people", "1.500 people"),
        ("5.000 orang", "5.000 people, 5.000 people", "5.000 people, 5.000 people"),
    ],
)
def test_mending_puts_indonesian_forms_into_english_where_that_is_certain(
    source: str, target: str, mended: str
) -> None:
    assert mend(source, target) == mended


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("1998", "1998"),
        ("2-1", "2-1"),
        ("(27/1/2022)", "(27 January 2022)"),
        ("https://contoh.id/a", "https://contoh.id/a"),
        ("1998 adalah tahun", None),
        ("...", None),
    ],
)
def test_a_segment_of_values_alone_needs_no_model(source: str, english: str | None) -> None:
    assert by_value(source) == english


def test_skeletons_are_equal_where_only_values_differ() -> None:
    assert skeleton("5.000 orang pada 27 Januari") == skeleton("12 orang pada 3 Mei")
    assert skeleton("5.000 orang") != skeleton("5 km orang")
    assert skeleton("⟦number⟧ orang") != skeleton("5 orang")


@pytest.mark.parametrize(
    ("then", "target", "now", "adapted"),
    [
        (
            "5.000 orang pada 27 Januari 2022",
            "5,000 people on January 27, 2022",
            "12 orang pada 3 Mei 2023",
            "12 people on May 3, 2023",
        ),
        (
            "Gempa 7,2 SR pada Kamis (27/1/2022)",
            "A 7.2-magnitude quake on Thursday (27 January 2022)",
            "Gempa 5,4 SR pada Jumat (4/2/2022)",
            "A 5.4-magnitude quake on Friday (4 February 2022)",
        ),
        ("lima orang", "Five people", "tujuh orang", "Seven people"),
        ("dua kali", "twice", "tiga kali", None),
        ("5 orang", "5 people", "1 orang", None),
        ("5 orang", "many people", "7 orang", None),
        ("5 orang dan 5 anak", "5 people and 5 children", "6 orang dan 5 anak", None),
        ("5 orang", "5 people", "5 rumah", None),
    ],
)
def test_an_approved_target_is_adapted_to_other_values(
    then: str, target: str, now: str, adapted: str | None
) -> None:
    assert transfer(then, target, now) == adapted


def test_a_fraction_has_no_part_in_the_scale_of_a_range() -> None:
    (value,) = values("sepertiga-dua puluh satu juta")
    assert value.english[0] == "one-third to 21 million"
    for english in value.english:
        assert [use.found for use in value_uses(value.text, english)] == [Found.HELD]


def test_the_scale_of_a_range_is_the_one_that_is_said() -> None:
    (value,) = values("seperempat hingga setengah juta orang")
    assert value.english[:2] == ("0.25 to 0.5 million", "250,000 to 500,000")
