"""Values of a draft put right: cut off, doubled, in the wrong half of the day, worded as in
Indonesian."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.values import Found, mend, transfer, value_uses, values


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("awal tahun 2022.", "early in 202.", "early in 2022."),
        ("awal tahun 2022", "early in 20222", "early in 2022"),
        ("pada tahun 1955.", "in 19555.", "in 1955."),
        ("pada 30 Januari 2022.", "on January 30, 202.", "on January 30, 2022."),
        ("pada 30 Januari 2022", "on 30 January 20222", "on 30 January 2022"),
        ("pada 22 Februari 2007", "on February 222, 2007", "on February 22, 2007"),
        ("antara 2019-2022", "in 2019-202", "in 2019-2022"),
        ("2022 dan 2022", "202 and 202", "2022 and 2022"),
        ("2022 dan 2022", "2022 and 202", "2022 and 2022"),
        ("Rabu (12/1/2022)", "Wednesday (12/2022)", "Wednesday, 12 January 2022"),
        ("Rabu (12/1/2022)", "Wednesday (12/1)", "Wednesday, 12 January 2022"),
        ("Rabu (12/1/2022)", "Wednesday (12/01/20222)", "Wednesday, 12 January 2022"),
        ("pada 12/1/2022", "on (12/2022)", "on (12 January 2022)"),
        ("Rabu (12/1/2022)", "Wednesday (Jan. 12/2022)", "Wednesday, 12 January 2022"),
        ("Rabu (12/1/2022)", "Wednesday (April 12/2022)", "Wednesday, 12 January 2022"),
        ("Senin (3/11/2025) malam", "Monday (June 3/12025) night", "Monday, 3 November 2025 night"),
        ("pada 12/1/2022", "on January 12/2022", "on 12 January 2022"),
        ("Rabu (14/9/2022)", "Wednesday (Sept. 14/2022)", "Wednesday, 14 September 2022"),
        ("2.220 dan 2.207 poin", "2,2220 and 2,207 points", "2,220 and 2,207 points"),
        ("3.000 pohon", "300 trees", "3,000 trees"),
        ("Rp1,5 triliun", "IDR 1.55 trillion", "IDR 1.5 trillion"),
        ("pukul 11.00.", "at 11,000.", "at 11:00 a.m."),
        ("pukul 11.00 waktu setempat", "at 11,000 local time", "at 11:00 a.m. local time"),
        ("pukul 23.00 malam", "at 11,000 at night", "at 11:00 at night"),
    ],
)
def test_what_is_cut_off_or_doubled_is_restored(source: str, target: str, mended: str) -> None:
    assert mend(source, target) == mended


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("12 orang pada 2022", "12 in 202, 202"),  # two places
        ("tahun 2022 dan 2021", "in 202"),  # two values
        ("202 orang pada 2022", "202 people"),  # right for another value
        ("dua ratus dua orang pada 2022", "202 people"),
        ("tahun 2022 dan SK 202", "in 202"),
        ("pada 2022", "in 20"),
        ("pada 2022", "in 2023"),
        ("pada 2022", "in Sector202"),
        ("5 orang", "55 people"),
        ("Generasi 88", "the 8888 Generation"),
        ("sekitar 320.00 kematian", "about 320,000 deaths"),  # the source's slip
        ("Juli 20050,78 persen", "July 2005"),
        ("Rabu (12/1/2022)", "Thursday (12/2022)"),
        ("Rabu (12/1/2022)", "Wednesday (1/12)"),
        ("Rabu (12/1/2022)", "Thursday (Jan. 12/2022)"),
        ("Rabu (12/1/2022)", "Wednesday (Jan. 14/2022)"),
        ("Rabu (12/1/2022)", "Wednesday, 12 January 2022, No. Jan. 12/2022"),
        ("12/1/2022 dan 12/3/2022", "April 12/2022 and April 12/2022"),
        ("skor 2-1 pada 2022", "2-1, 24/7, 2/2"),
        ("sejak 1980-an", "since 198"),
        ("ke-22", "the 222"),
        ("pukul 11.00-12.00", "at 11,000"),
    ],
)
def test_what_is_not_certain_stays(source: str, target: str) -> None:
    assert mend(source, target) == target


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("100 ribu pasukan", "100 thousands of troops", "100,000 troops"),
        ("100 ribu pasukan", "100 thousand of troops", "100,000 troops"),
        ("100 ribu pasukan", "100 thousand troops", "100 thousand troops"),
        ("100 ribu pasukan", "100 thousands of the troops", "100,000 of the troops"),
        ("100 ribu dolar", "100 thousands of US dollars", "100,000 US dollars"),
        ("2,5 juta orang", "2.5 millions of people", "2.5 million people"),
        ("2,5 juta orang", "2.5 million of people", "2.5 million of people"),
        ("50 juta atau 80 juta", "50 millions of 80 million", "50 million of 80 million"),
        ("50 juta orang", "50 millions of them", "50 million of them"),
        ("Rp30 juta", "Rp 30 millions of aid", "Rp 30 million of aid"),
        ("10-15 ribu orang", "10 to 15 thousands of people", "10 to 15 thousands of people"),
        ("ratusan ribu orang", "100 thousands of people", "100 thousands of people"),
        ("5 ribu orang", "6 thousands of people", "6 thousands of people"),
        ("pada 1980-an", "in 1980s", "in the 1980s"),
        ("pada 1980-an,", "In early 1980s, troops", "In the early 1980s, troops"),
        ("1990-an dan 2000-an", "in 1990s and 2000s.", "in the 1990s and 2000s."),
        ("1990-an hingga 2000-an", "from 1990s to 2000s.", "from the 1990s to the 2000s."),
        ("pada 1980-an", "in the 1980s", "in the 1980s"),
        ("pada 1980-an", "in 1980s films", "in 1980s films"),
        ("pada 1980-an", "in his 1980s", "in his 1980s"),
        ("pada 1980-an", "in 1970s", "in 1970s"),
    ],
)
def test_scales_and_decades_are_worded_as_english_has_them(
    source: str, target: str, mended: str
) -> None:
    assert mend(source, target) == mended


@pytest.mark.parametrize(
    ("source", "target", "found", "mended"),
    [
        ("pukul 11.29", "at 11:29 p.m.", Found.MISSING, "at 11:29 p.m."),
        ("pukul 11.29", "at 11,29 p.m.", Found.MISSING, "at 11,29 p.m."),
        ("pukul 11.29", "11,29 in the evening", Found.MISSING, "11,29 in the evening"),
        ("pukul 11.29", "at 11,29 a.m. he", Found.KEPT, "at 11:29 a.m. he"),
        ("pukul 19.30", "at 7,30 pm.", Found.KEPT, "at 7:30 p.m."),
        ("pukul 12.05", "at 12,05 p.m.", Found.KEPT, "at 12:05 p.m."),
        ("pukul 00.05", "at 12,05 a.m.", Found.KEPT, "at 12:05 a.m."),
    ],
)
def test_a_time_in_the_wrong_half_of_the_day_is_another(
    source: str, target: str, found: Found, mended: str
) -> None:
    assert [use.found for use in value_uses(source, target)] == [found]
    assert mend(source, target) == mended


def test_a_number_within_a_date_is_no_other_value() -> None:
    source = "Tiga desa di pesisir terdampak sejak Senin (11/3/2024)."
    target = "Three coastal villages have been affected since Monday (11/3/2024)."
    mended = "Three coastal villages have been affected since Monday, 11 March 2024."
    assert mend(source, target) == mended


@pytest.mark.parametrize(
    "text",
    [
        "kehilangan kedua mata",
        "patah kedua tangannya",
        "cedera kedua lutut",
        "penumpang kedua unit bus",
        "perselisihan kedua saudara",
        "perundingan kedua raja saling curiga",
    ],
)
def test_both_is_no_value(text: str) -> None:
    assert values(text) == ()


@pytest.mark.parametrize("text", ["istri kedua", "tahap kedua unit produksi", "hari kedua tim"])
def test_second_is_one(text: str) -> None:
    assert [(one.text, one.english[0]) for one in values(text)] == [("kedua", "2nd")]


@pytest.mark.parametrize(
    ("text", "english"),
    [("dua puluhan", "20s"), ("dua puluh-an", "20s"), ("dua puluhan ribu", "around 20,000")],
)
def test_vague_tens_are_one_value(text: str, english: str) -> None:
    assert [(one.text, one.english[0]) for one in values(f"{text} orang")] == [(text, english)]


@given(st.integers(1500, 2099), st.integers(0, 3), st.integers(1, 4))
def test_a_year_with_a_part_said_twice_is_restored(year: int, start: int, length: int) -> None:
    figures = f"{year}"
    doubled = figures[: start + length] + figures[start:]
    assert mend(f"pada tahun {year} ia", f"in {doubled} he") == f"in {year} he"


@given(st.lists(st.integers(100, 99_999), min_size=1, max_size=6), st.data())
def test_restoring_loses_no_value(numbers: list[int], data: st.DataObject) -> None:
    source = ", ".join(f"{number:,} orang".replace(",", ".") for number in numbers)
    said = [
        data.draw(st.sampled_from([f"{number:,}", f"{number}0", f"{number}"[:-1], "7"]))
        for number in numbers
    ]
    target = " people, ".join([*said, ""])
    before = value_uses(source, target)
    after = value_uses(source, mend(source, target))
    for then, now in zip(before, after, strict=True):
        assert then.found is Found.MISSING or now.found is not Found.MISSING


def test_many_strange_numerals_take_no_more_than_linear_time() -> None:
    source = " ".join(f"{number} orang" for number in range(10_000, 13_000))
    started = time.process_time()
    mend(source, " ".join(f"{number}0" for number in range(10_000, 13_000)))
    mend(source, "100000 people " * 12)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("She is the 3th child.", "She is the 3rd child."),
        ("the 21th and 22th", "the 21st and 22nd"),
        ("the 11th, 12th, 113th, 101st and 4th", "the 11th, 12th, 113th, 101st and 4th"),
    ],
)
def test_ordinals_have_the_ending_of_their_last_digits(target: str, mended: str) -> None:
    assert mend("Ia anak ke-3.", target) == mended


def test_a_transfer_to_a_quantity_before_a_noun() -> None:
    then = "Menurut Suharto, tanggul sepanjang 1,2 kilometer jebol."
    target = "According to Suharto, a 1.2-kilometer embankment was breached."
    now = "Menurut Suharto, tanggul sepanjang 2,4 kilometer jebol."
    wanted = "According to Suharto, a 2.4-kilometer embankment was breached."
    assert transfer(then, target, now) == wanted


def test_the_day_of_a_date_is_no_time_of_day() -> None:
    source = "Rapat digelar pada 9 Februari 2024 pukul 21.00 WIB."
    target = "The meeting was held on February 9, 2024, 21,000 WIB."
    found = {use.value.text: use.found for use in value_uses(source, target)}
    assert found == {"9 Februari 2024": Found.HELD, "pukul 21.00 WIB": Found.MISSING}


def test_what_is_mended_is_mended_whole() -> None:
    """The second time stands in its Indonesian form until the first is out of the way."""
    text = "9.30-0.45-19.30--19.30"
    assert mend(text, text) == "9:30 a.m.-12:45 a.m.-7:30 p.m.--7:30 p.m."
