"""Back-translation: which lines are taken, and what is kept of them."""

import lzma
from pathlib import Path

import pytest

from training import back
from training.corpus import Pair
from training.rare import Rare

GOOD = "The minister told reporters that talks would go on next week."


@pytest.mark.parametrize(
    "text",
    [
        "Talks go on.",  # short
        GOOD.lower(),
        GOOD.removesuffix("."),
        "Follow #talks and the minister for more news about the meeting.",
        "Read more about the minister and the talks at https://example.org now.",
        'The minister said "talks would go on next week and after.',
        "Министр told reporters that talks would go on next week.",
        "On 12/10/2020 1,250 and 3,560 of 12,000 did, 15,200 did not, 2021.",
        " ".join(["The minister said that talks would go on"] * 8) + ".",
    ],
)
def test_what_is_no_sentence_of_prose_is_left(text: str) -> None:
    assert back.usable(GOOD)
    assert not back.usable(text)


def test_each_line_once_and_none_of_a_test_set() -> None:
    other = "Officials in the capital said that the new road would open soon."
    lines = [f"{GOOD}\n", f"{GOOD} \n", other]
    assert sorted(back.sentences(lines, [], 10, 1)) == sorted([GOOD, other])
    held_out = f"However, {GOOD.lower()}"  # shares a run of ten words, whatever their case
    assert back.sentences(lines, [held_out], 10, 1) == [other]
    assert len(back.sentences(lines, [], 1, 1)) == 1


def test_chunks_that_are_there_are_not_translated_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mono = tmp_path / "mono.txt.xz"
    with lzma.open(mono, "wt", encoding="utf-8") as out:
        out.writelines(f"The minister number {n} told them of it again.\n" for n in "abcde")
    monkeypatch.setattr(back, "CHUNK", 2)
    said: list[str] = []

    def translated(_reverse: Path, texts: list[str]) -> list[str]:
        said.extend(texts)
        return [f"Menteri nomor {text.split()[3]} memberi tahu mereka lagi." for text in texts]

    monkeypatch.setattr(back, "translate", translated)
    known = back.words(["menteri nomor memberi tahu mereka lagi"])

    nothing = Rare([], [])

    def made() -> list[tuple[str, str]]:
        found, seldom = back.pairs(mono, [], known, nothing, tmp_path, tmp_path, 10, lambda _: None)
        assert seldom == []
        return found

    first = made()
    assert len(said) == 5
    (kept,) = (tmp_path / "back").glob("0001-*.txt")
    kept.unlink()
    assert made() == first
    assert len(said) == 7
    assert {target for _, target in first} == set(said)


def test_chunks_of_other_sentences_are_not_taken_for_those_of_these(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(back, "translate", lambda _, texts: [text.upper() for text in texts])
    for texts in (["a", "b", "c"], ["a", "b", "d"], ["d"], ["a", "b", "c"]):
        made = back.translated(texts, tmp_path, tmp_path, "rare-")
        assert made == [text.upper() for text in texts]
    assert len(list(tmp_path.iterdir())) == 3


def test_a_rare_word_is_rendered_as_the_dictionary_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("lemminflect", reason="a word's part of speech comes from its lexicon")
    mono = tmp_path / "mono.txt.xz"
    with lzma.open(mono, "wt", encoding="utf-8") as out:
        out.writelines(f"The minister slept in a tent in {n}.\n" for n in ("May", "June", "July"))

    def translated(_reverse: Path, texts: list[str]) -> list[str]:
        made = [f"Menteri itu tidur di mobil pada {text.split()[-1]}" for text in texts]
        made[0] = made[0].replace("mobil", "truk")
        made[1] = made[1].replace("tidur", "slept")
        return made

    monkeypatch.setattr(back, "translate", translated)
    words = Rare([Pair("x_dict", "open", 1.0, 0.0, "tenda", "tent")], ["tidur di tenda"] * 3)
    known = back.words(["menteri itu tidur di tenda mobil pada truk"])
    found, seldom = back.pairs(mono, [], known, words, tmp_path, tmp_path, 10, lambda _: None)
    assert len(found) == 2  # one is "slept"
    ((source, target),) = seldom
    assert source == f"Menteri itu tidur di tenda pada {target.split()[-1]}"
    assert target.startswith("The minister slept in a tent in ")
    (kept,) = (tmp_path / "back").glob("rare-*.txt")
    assert kept.read_text(encoding="utf-8").count("\n") == 3


@pytest.mark.parametrize(
    ("source", "is_invented"),
    [
        ("Menteri itu menolak.", False),
        ("Menteri itu refused.", True),
        ("Menteri itu Refused.", False),  # a name, for all we know
        ("Menteri itu di-refuse.", False),
        ("Menteri itu mengrefuskan.", True),
        ("", False),
    ],
)
def test_words_that_no_person_wrote(source: str, is_invented: bool) -> None:
    assert back.invented(source, back.words(["ia menolak itu"])) == is_invented
