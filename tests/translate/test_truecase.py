"""Headlines in the letter case of sentences."""

import pytest

from padanan.translate.read import read_bytes
from padanan.translate.segment import segment
from padanan.translate.truecase import truecased

BODY = (
    "\n\nBRUSSELS - Menurut NATO, tanggapan tertulis atas tuntutan Rusia telah diserahkan. "
    "Menteri luar negeri AS tiba di Laut Hitam pada hari Rabu.\n\n"
    "Pada hari itu juga tanggapan dari Rusia tiba di markas NATO.\n"
)


@pytest.mark.parametrize(
    ("title", "spoken"),
    [
        (
            "NATO Serahkan Tanggapan Tertulis atas Tuntutan Rusia",
            "NATO serahkan tanggapan tertulis atas tuntutan Rusia",
        ),
        ("NATO-Rusia Bertemu di Brussels, AS: Moskow Harus Tegas", None),
        ("MENTERI LUAR NEGERI AS TIBA DI LAUT HITAM", "Menteri luar negeri AS tiba di Laut Hitam"),
        ("KPK Tahan Bupati", "KPK tahan bupati"),
        ("Warga Kekurangan Air Sejak Juli", "Warga kekurangan air sejak Juli"),
        (
            "RUSIA TANGGAPI NATO DUA MINGGU SEBELUM SENIN",
            "Rusia tanggapi NATO dua minggu sebelum Senin",
        ),
        ("Negara-Negara Baltik Serahkan Tanggapan", "Negara-negara baltik serahkan tanggapan"),
        ("Tanggapan tertulis atas tuntutan Rusia diserahkan", None),
        ("Rusia Tiba", None),
    ],
)
def test_titles(title: str, spoken: str | None) -> None:
    found = truecased(segment(read_bytes((title + BODY).encode(), "a.txt")))
    if spoken is None:
        assert title not in found or found[title][0].isupper()
    else:
        assert found == {title: spoken}


def test_sentences_are_left_alone() -> None:
    text = (
        "Judul Berita Hari Ini\n\nBANDUNG - Presiden Joko Widodo Tiba Di Kota Bandung Hari Ini.\n"
    )
    found = truecased(segment(read_bytes(text.encode(), "a.txt")))
    assert all("Widodo" not in title for title in found)
