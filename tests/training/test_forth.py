"""Indonesian news that a package translates, for the model of the other direction."""

from pathlib import Path

import pytest

from training import back, first, forth

NEWS = "Warga mengungsi ke balai desa setelah banjir datang."


@pytest.mark.parametrize("text", [NEWS, "Banjir Landa Demak, Warga Mengungsi"])
def test_sentences_and_headlines_are_taken(text: str) -> None:
    assert forth.usable(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Warga mengungsi lagi.",  # short
        NEWS.lower(),
        " ".join([NEWS] * 8),
        "Baca juga: https://example.org tentang banjir di desa itu.",
        "Hasil: 3-0, 2-1, 4-4, 15-2, 6-3, 7-6, 11-9 dan 8-8.",
        "Warga desa bertemu Министр di kota.",
    ],
)
def test_what_is_none_is_left(text: str) -> None:
    assert not forth.usable(text)


def test_words_that_english_has_often_enough() -> None:
    said = ["The floods came again", "floods and fire", "Floods here, floods there"]
    assert forth.english([*said, "the floods"]) == {"floods"}


def test_faulty_english_is_left_out_and_chunks_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {
        "warga mengungsi ke balai desa.": "residents fled to the village hall.",
        "Polisi menangkap dua pencuri itu.": "Police arrested the two pencuri.",
        "Pada 2019 ada 15 rumah di desa itu terbakar.": "There were 2018 houses burnt in 51.",
    }
    asked: list[list[str]] = []

    def translate(_: Path, texts: list[str]) -> list[str]:
        asked.append(texts)
        return [made[text] for text in texts]

    monkeypatch.setattr(back, "translate", translate)
    monkeypatch.setattr(first, "small", lambda texts, _: [text.replace("W", "w") for text in texts])
    lines = ["Warga mengungsi ke balai desa.\n", *(f"{text}\n" for text in list(made)[1:])]
    known = {"residents", "fled", "village", "hall", "arrested", "there", "were", "houses", "burnt"}
    for _ in range(2):
        found = forth.pairs([*lines, lines[0]], known, tmp_path, tmp_path)
        assert found == [("Warga mengungsi ke balai desa.", "Residents fled to the village hall.")]
    assert asked == [list(made)]
