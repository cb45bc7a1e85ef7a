"""Words that only a dictionary has, put where people wrote their English."""

import pytest

from training.corpus import Pair
from training.rare import Rare, give_way, put_back

pytest.importorskip("lemminflect", reason="a word's part of speech comes from its lexicon")

WORDS = {
    "tenda": "tent",
    "saudagar": "merchant",
    "monoton": "monotonous",
    "membujuk": "persuade",
    "pohon": "tree",
    "sunyi": "tranquil",
    "kesembuhan": "hardness",
    "meter": "metre",
    "atap": "awning",
}
PROSE = ["Ia melihat pohon itu.", "Saya melihat pohon-pohon."] * 30


def rare() -> Rare:
    pairs = [Pair("x_dict", "open", 1.0, 0.0, left, right) for left, right in WORDS.items()]
    pairs += [Pair("news", "open", 1.0, 1.0, left, "I saw the trees there.") for left in PROSE]
    lines = ["tenda saudagar monoton membujuk kesembuhan meter atap"] * 5 + ["sunyi"] * 2
    return Rare(pairs, lines)


def test_what_is_rare() -> None:
    """Not what the sentences have, nor what Indonesians do not write."""
    assert set(rare().ways) == set(WORDS.values()) - {"tree", "tranquil"}


@pytest.mark.parametrize(
    ("text", "given", "places"),
    [
        ("They slept in these tents.", "They slept in these cars.", [("mobil", "tenda")]),
        ("The merchant wept.", "The teacher wept.", [("guru", "saudagar")]),
        ("In an awning.", "In a car.", [("mobil", "atap")]),
        ("A monotonous life.", "A big life.", [("besar", "monoton")]),
        ("She persuaded us.", "She bought us.", [("membeli", "membujuk")]),
        ("Persuading us was easy.", None, []),  # capital letters may be names
        ("A car and a tent.", None, []),  # which is which?
        ("Trees in Tent Street.", None, []),
    ],
)
def test_giving_way(text: str, given: str | None, places: list[tuple[str, str]]) -> None:
    found = give_way([text], rare(), 1)
    if given is None:
        assert found == []
        return
    ((original, way),) = found
    assert original == text
    assert way.text == given
    assert list(way.places) == places


def test_no_word_takes_too_much_of_it() -> None:
    found = give_way(["They slept in a tent."] * 100, rare(), 1)
    assert len(found) == 60


@pytest.mark.parametrize(
    ("draft", "restored"),
    [
        ("Mereka tidur di mobil.", "Mereka tidur di tenda."),
        ("Mobil itu tua.", "Tenda itu tua."),
        ("Mereka tidur di mobil-mobil itu.", "Mereka tidur di tenda-tenda itu."),
        ("Mereka tidur di mobilnya.", "Mereka tidur di tendanya."),
        ("Mereka tidur di truk.", None),
        ("Mobil itu di dekat mobil lain.", None),
        ("Mobilisasi itu gagal.", None),
    ],
)
def test_putting_back(draft: str, restored: str | None) -> None:
    assert put_back(draft, [("mobil", "tenda")]) == restored


def test_two_words_in_one_sentence() -> None:
    ((_, way),) = give_way(["The merchant left his tent."], rare(), 1)
    assert way.text == "The teacher left his car."
    assert put_back("Guru itu meninggalkan mobil.", way.places) == (
        "Saudagar itu meninggalkan tenda."
    )
