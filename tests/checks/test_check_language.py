"""The checks for Indonesian in the English."""

import pytest
from checkpairs import cut, found
from lemminflect import getAllInflections, getAllLemmas

from padanan.glossary.stopwords import ENGLISH
from padanan.translate.article import BlockKind
from padanan.translate.checks.frequent import FREQUENT
from padanan.translate.checks.indonesian import WORDS

IDENTICAL, LEFT = "identical", "indonesian-left"


@pytest.mark.parametrize(
    "text",
    [
        "Harga Minyak Naik",
        "Warga mengungsi ke bukit.",
        "Serangan Rusia",  # a term that has another name in English
        "angin kencang melanda pesisir",
    ],
)
def test_a_source_in_the_place_of_its_translation_is_told(text: str) -> None:
    assert len(found(IDENTICAL, text, text)) == 1
    assert len(found(IDENTICAL, text, f" {text.upper()} ")) == 1
    assert found(LEFT, text, text) == []  # it is told once


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Budi Santoso", BlockKind.BYLINE),
        ("Reuters/Antara", BlockKind.CAPTION),
        ("(abc/def)", BlockKind.BYLINE),
        ("Jakarta, CNN Indonesia --", BlockKind.DATELINE),
        ("2022", BlockKind.PARAGRAPH),
        ("gudeg", BlockKind.PARAGRAPH),
        ("www.example.org", BlockKind.PARAGRAPH),
        ("…", BlockKind.PARAGRAPH),
    ],
)
def test_what_is_the_same_in_both_languages_is_let_pass(text: str, kind: BlockKind) -> None:
    assert found(IDENTICAL, text, text, kind=kind) == []


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("The pemerintah said nothing.", ["pemerintah"]),
        ("Namun it was too late.", ["Namun"]),
        ("It was nyaris over, sementara the rest waited.", ["nyaris", "sementara"]),
        ("The peziarah saw the fossils of a masyhur man.", ["peziarah", "masyhur"]),
        ("“The men were already sudah here when the police came in,” he said.", ["sudah"]),
    ],
)
def test_indonesian_words_are_told(target: str, words: list[str]) -> None:
    (one,) = found(
        LEFT, "Namun, pemerintah sudah nyaris kalah, peziarah masyhur itu overscan.", target
    )
    assert cut(target, one.target_spans) == words


@pytest.mark.parametrize(
    "target",
    [
        "The government said nothing.",
        "The newspaper Harian Rakyat reported it.",
        "The so-called “gotong royong dan musyawarah” is a way of life.",
        "The dish (nasi dengan ayam) is known everywhere.",
        "Leonardo dan Vinci painted in Yang Chow.",
        "Mount Merapi and Gunung Kidul are near.",
        "It is a website by another peziarah, not of the source.",
        "They sell gudeg.",
    ],
)
def test_names_and_explained_words_are_let_pass(target: str) -> None:
    assert found(LEFT, "Pemerintah berkata.", target) == []


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        # a term as the source has it, or half of it
        ("Itu sikap Uni Soviet.", "It was signed by the Uni Soviet Union.", ["Uni Soviet"]),
        ("Itu pasukan Rusia.", "They are troops of Rusia.", ["Rusia"]),
        # frequent words
        ("Pada saat itu.", "It is the saat that counts.", ["saat"]),
        # the first word of a sentence, before a name
        ("Namun Putin pergi.", "Namun Putin left.", ["Namun"]),
        # headlines, in which a capital says nothing
        (
            "NATO Sebut Rusia Lanjutkan Penumpukan",
            "NATO said Russia Lanjutkan buildup",
            ["Lanjutkan"],
        ),
        ("Rusia Serang Kota Ukraina", "Russia serang Ukraine", ["serang"]),
        # a ligature, as from a PDF
        ("Data itu diklasiﬁkasikan.", "The data was diklasiﬁkasikan again.", ["diklasiﬁkasikan"]),
    ],
)
def test_words_of_the_source_are_told_where_names_stand(
    source: str, target: str, words: list[str]
) -> None:
    (one,) = found(LEFT, source, target)
    assert cut(target, one.target_spans) == words


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Rumah Sakit Harapan Kita Dibuka Lagi", "Harapan Kita hospital reopens"),
        ("Yang Jiechi datang.", "Yang Jiechi came."),
        ("Kata Al Qaeda.", "Al Qaeda said so."),
        ("MetroRail memiliki dua kelas.", "MetroRail has two classes."),
        ("Menurut beritakota.com itu benar.", "It is so, beritakota.com says."),
        ("Sebutan “Uni Soviet” itu.", "They called it “Uni Soviet” then."),
        ("Pencari suaka AS.", "As asylum seekers go."),
    ],
)
def test_names_of_the_source_are_let_pass(source: str, target: str) -> None:
    assert found(LEFT, source, target) == []


@pytest.mark.parametrize("words", [WORDS, FREQUENT], ids=["by hand", "by frequency"])
def test_no_word_of_the_lists_is_english(words: frozenset[str]) -> None:
    english = {
        word
        for word in words
        if word in ENGLISH or any(getAllInflections(word).values()) or getAllLemmas(word)
    }
    assert english == set()


def test_the_lists_are_written_as_words_are_compared() -> None:
    assert all(word == word.casefold() for word in WORDS | FREQUENT)
    assert WORDS.isdisjoint(FREQUENT)
