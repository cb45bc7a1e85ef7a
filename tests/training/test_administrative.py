"""Words of administration that the English left in Indonesian."""

import pytest

from training.administrative import rendered


@pytest.mark.parametrize(
    ("source", "left", "wanted"),
    [
        ("di Kabupaten Garut", "in Kabupaten Garut", "in Garut Regency"),
        (
            "di Kabupaten Konawe Selatan, Sulawesi Tenggara",
            "in Kabupaten Konawe Selatan, Southeast Sulawesi",
            "in South Konawe Regency, Southeast Sulawesi",
        ),
        (
            "Kabupaten Gresik dan Pemerintah Pusat",
            "Kabupaten Gresik Government",
            "Gresik Regency Government",
        ),
        (
            "Di Desa Berahan, Kecamatan Wedung",
            "In Desa Berahan, Kecamatan Wedung",
            "In Berahan Village, Wedung District",
        ),
        ("pemerintah kabupaten itu", "the kabupaten government", "the regency government"),
        (
            "di Kabupaten Aceh Barat Daya",
            "in Kabupaten Aceh Barat Daya",
            "in Southwest Aceh Regency",
        ),
        ("kedua pemerintah kabupaten", "both kabupaten governments", "both regency governments"),
        ("kepala kabupaten", "the head of the kabupaten", "the head of the regency"),
        ("di dua kabupaten", "in two kabupaten", "in two regencies"),
        ("kabupaten dan kota", "regencies and kota", "regencies and city"),
        ("kabupaten itu", "the kabupaten are poor", "the regencies are poor"),
        ("tingkat kabupaten/kota", "at the kabupaten/kota level", "at the regency/city level"),
        ("di sebuah kelurahan", "in a kelurahan", "in an urban village"),
        ("para bupati", "the bupatis said", "the regents said"),
    ],
)
def test_they_are_rendered(source: str, left: str, wanted: str) -> None:
    assert rendered(source, left) == wanted


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Dinas Kesehatan Kabupaten Gresik", "Dinas Kesehatan Kabupaten Gresik"),  # an office
        ("Program Pengembangan Kecamatan", "the Kecamatan Development Program"),  # no such name
        ("Ia tiba di kota itu", "He came to kabupaten"),  # not of the source
        ("alokasi dana desa (ADD)", "Alokasi Dana Desa (ADD)"),
        ("bekas-desa itu", "the ex-desa"),
    ],
)
def test_what_is_left(source: str, target: str) -> None:
    assert rendered(source, target) == target
