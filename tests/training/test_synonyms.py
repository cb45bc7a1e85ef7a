"""Words of newspapers in the places of common ones."""

import pytest

from training import synonyms
from training.synonyms import MOST_EACH, Synonyms


def only(monkeypatch: pytest.MonkeyPatch, word: str) -> Synonyms:
    """Puts one word in alone."""
    kept = {
        first: [
            synonyms.Rule(rule.common, rule.beside, (word,), rule.said)
            for rule in rules
            if word in rule.words
        ]
        for first, rules in synonyms.rules().items()
    }
    monkeypatch.setattr(synonyms, "rules", lambda: kept)
    return Synonyms(1)


@pytest.mark.parametrize(
    ("word", "source", "target", "wanted"),
    [
        ("soal", "Ia menulis tentang itu.", "He wrote about it.", ("Ia menulis soal itu.", "")),
        (
            "usai",
            "Setelah rapat ia pergi.",
            "After a meeting he left.",
            ("Usai rapat ia pergi.", ""),
        ),
        ("tahun silam", "Itu tahun lalu.", "That was last year.", ("Itu tahun silam.", "")),
        (
            "ujar",
            '"Ya," kata Budi.',
            '"Yes," Budi said.',
            ('"Ya," ujar Budi.', ""),
        ),
        (
            "imbuhnya",
            '"Ya," katanya.',
            '"Yes," she said.',
            ('"Ya," imbuhnya.', '"Yes," she added.'),
        ),
    ],
)
def test_they_take_the_place_of_common_ones(
    monkeypatch: pytest.MonkeyPatch, word: str, source: str, target: str, wanted: tuple[str, str]
) -> None:
    here, there = wanted
    assert only(monkeypatch, word).of([(source, target)]) == [(here, there or target)]


@pytest.mark.parametrize(
    ("word", "source", "target"),
    [
        ("bakal", "Rasa takut akan perang.", "The fear of war."),  # means something else
        ("ujar", "Ia mencari kata itu.", "He said he sought the word."),
        ("soal", "Tentang ini dan tentang itu.", "About this and about that."),  # which of them?
        ("usai", "Ia datang setelah-nya.", "He came after it."),
        ("usai", "Setelah itu ia datang.", "After that he came."),
        ("tewas", "Ia meninggal dunia.", "He was killed."),
        ("ujar", "Ia pergi. Kata dia, itu benar.", "He left. He said it was true."),
        ("imbuhnya", '"Ya," katanya.', '"Yes," he said she said.'),
    ],
)
def test_where_none_fits(
    monkeypatch: pytest.MonkeyPatch, word: str, source: str, target: str
) -> None:
    assert only(monkeypatch, word).of([(source, target)]) == []


def test_no_word_is_given_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [("Ia menulis tentang itu.", "He wrote about it.")] * (2 * MOST_EACH)
    assert len(only(monkeypatch, "soal").of(texts)) == MOST_EACH


def test_the_same_seed_gives_the_same_pairs() -> None:
    texts = [(f"Ia pergi ketika hari ke-{day}.", f"He left when day {day} came.") for day in "4567"]
    assert Synonyms(4).of(texts) == Synonyms(4).of(texts)
    assert Synonyms(4).of(texts) != Synonyms(5).of(texts)


def test_every_row_says_what_it_must() -> None:
    for rules in synonyms.rules().values():
        for rule in rules:
            assert rule.beside
            assert all(word == word.strip() != "" for word in rule.words)
            assert not rule.said or len(rule.beside) == 1
