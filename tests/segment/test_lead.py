"""The place or agency line at the start of a story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from padanan.translate.segment import lead_end


@pytest.mark.parametrize(
    "text",
    [
        "BRUSSELS -| Sekretaris Jenderal NATO mengatakan",
        "Jakarta -| NATO menyatakan",
        "TRIBUNGORONTALO.COM -| Pakta Pertahanan",
        "JAKARTA, KOMPAS.com -| Presiden",
        "Jakarta, CNN Indonesia --| Presiden",
        "Jakarta, CNN Indonesia - -| Presiden",
        "Jakarta (ANTARA) -| Presiden",
        "Jeddah, Arab Saudi, 27/11 (Antara) -| Indonesia",
        "London (ANTARA/Reuters) -| Perdana Menteri",
        "JAKARTA (Pos Kota) –| Direktur",
        "VIVA –| Presiden",
        "TEMPO.CO, Jakarta -| Presiden",
        "Liputan6.com, Jakarta| Presiden Jokowi",
        "Liputan6.com, Jakarta -| Presiden Jokowi",
        "Liputan6.com, Kuala Lumpur| Perdana Menteri",
        "REPUBLIKA.CO.ID, JAKARTA --| Presiden",
        "REPUBLIKA.CO.ID, JAKARTA--|Presiden",
        "Suara.com-|Cerita terbaru",
        "SURYA.CO.ID | SURABAYA -| Wali Kota",
        "WASHINGTON, D.C. -| Presiden",
        "MAJALENGKA -| Bupati",
        "INGGRIS –| Manchester United menang",
        "JAKARTA—|Presiden",
        'Sumedang, Jawa Barat -| "Kami siap," kata dia.',
        "Brussels:| Pemerintah Rusia",
        "Metrotvnews.com, Jakarta:| Presiden",
        "BANDUNG, (PR).-| Presiden",
        "KBRN, Jakarta:| Presiden",
        "KONTAN.CO.ID - JAKARTA.| Presiden tiba",
        "KONTAN.CO.ID - NEW YORK.| Wall Street menguat",
        "KONTAN.CO.ID -| Presiden tiba",
        "RMOL.| Presiden tiba",
        "RMOLBANTEN.| Presiden tiba",
        "TRIBUN-MEDAN.com, MEDAN -| Presiden",
        "TRIBUN-BALI.COM, DENPASAR –| Presiden",
        "JAKARTA, DDTCNews –| Presiden",
        "DENPASAR, NusaBali -| Presiden",
        "BOGOR, RADAR BOGOR -| Presiden",
        "TIMESINDONESIA, MALANG –| Presiden",
        "VIVA Bola –| Persib menang",
        "Kab. Bandung -| Bupati",
        "Kabupaten Kutai Timur -| Bupati",
        "Halmahera Selatan -| Bupati",
        "Aceh Besar -| Bupati",
    ],
)
def test_leads(text: str) -> None:
    head, bar, story = text.rpartition("|")
    assert bar
    assert lead_end(head + story) == len(head)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jakarta",
        "JAKARTA -",
        "JAKARTA - ",
        "Rusia - Ukraina sepakat bertemu",
        "NATO - Rusia bertemu di Jenewa",
        "ASEAN - Rusia bertemu",
        "NATO: Rusia menambah pasukan",
        "AS: Moskow harus tegas",
        "Foto: Presiden tiba",
        "Jakarta - Bandung kini ditempuh 40 menit",
        "Moskow - Kyiv sepakat",
        "Solo-Jogja ditutup",
        "JAKARTA-Bogor macet",
        "Jakarta - yang padat - macet lagi",
        "Presiden Joko Widodo - Jusuf Kalla menang",
        "Menteri Luar Negeri, Jakarta - yang baru - pergi",
        "Barcelona (4-3 - 1-2): Ter Stegen; Semedo",
        "NATO-Rusia Bertemu di Brussels, AS: Moskow Harus Tegas",
        "Liputan6.com, Presiden Jokowi tiba",
        "Kompas.com melaporkan hal itu - Rabu",
        "Jakarta, yang padat - macet lagi",
        "Kota Bandung - Jakarta kini ditempuh 40 menit",
        "DPR - Pemerintah sepakat",
        "RMOL melaporkan hal itu",
    ],
)
def test_no_lead(text: str) -> None:
    assert lead_end(text) == 0


def test_a_colon_closes_a_lead_in_the_first_paragraph_only() -> None:
    assert lead_end("Jakarta: Presiden tiba", first=False) == 0
    assert lead_end("JAKARTA - Presiden tiba", first=False) == len("JAKARTA -")


WORDS = "Jakarta JAKARTA KOMPAS.com ANTARA ( ) , - -- : | Presiden NATO 27/1 ."
PIECES = st.sampled_from([*WORDS.split(), " ", " - "])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join)))
def test_a_lead_leaves_a_story(text: str) -> None:
    end = lead_end(text)
    assert 0 <= end <= len(text)
    if end:
        assert text[end:].strip()
        assert not text[end - 1].isspace()
