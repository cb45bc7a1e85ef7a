"""The warning about a text in another language, and that it never comes for Indonesian."""

import pytest

from padanan.translate.read.language import doubts

ENGLISH = (
    "The government said on Thursday that it would not send any more troops to the border, and "
    "that the talks with its neighbours will continue at the end of the month."
)
INDONESIAN = (
    "Pemerintah menyatakan pada Kamis bahwa tidak akan ada lagi pasukan yang dikirim ke "
    "perbatasan, dan perundingan dengan negara tetangga akan berlanjut pada akhir bulan ini."
)


def test_english() -> None:
    (warning,) = doubts(ENGLISH, "a.txt")
    assert warning == "a.txt: this looks like English, not Indonesian."


def test_another_language_in_latin_letters() -> None:
    text = "Die Regierung teilte am Donnerstag mit, dass sie keine weiteren Truppen an die Grenze "
    assert "does not look like Indonesian" in doubts(text * 6, "a.txt")[0]


@pytest.mark.parametrize(
    "text",
    ["Правительство сообщило в четверг. " * 5, "政府周四表示不会再派遣部队。", "هذا خبر عاجل"],
)
def test_other_letters(text: str) -> None:
    assert "not in Latin letters" in doubts(text, "a.txt")[0]


@pytest.mark.parametrize(
    "text",
    [
        INDONESIAN,
        "Gempa guncang Cianjur.",
        "Timnas Indonesia menang 2-1.",
        "The Jakmania and Bonek.",
        "1. Manchester United 2. Liverpool 3. Chelsea 4. Arsenal",
        INDONESIAN + " Lagu The End of the World dan To Be with You menjadi pembuka.",
        "",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert doubts(text, "a.txt") == ()
