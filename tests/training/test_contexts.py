"""Seldom words in the places of common ones."""

from pathlib import Path

import numpy as np
import pytest

from training import contexts, lexicon, vocabulary
from training.contexts import Contexts, Reader
from training.corpus import Pair
from training.lexicon import Lexicon
from training.marks import Row

pytest.importorskip("lemminflect", reason="a word's forms come from its lexicon")

DICTIONARY = [("mobil", "car"), ("anggur", "orange"), ("tamu", "guest"), ("menjual", "sell")]
COMMON = ("warga membeli mobil itu", "residents buy a car there")
SELDOM = [
    ("warga membeli boneka itu", "residents buy a doll there"),
    ("seorang tamu membeli mobil itu", "a guest buy a car there"),
    ("warga membeli anggur itu", "residents buy an orange there"),
]
ENGLISH = ["Do buy a doll there.", "She saw an orange.", "The guest saw."] * 3
INDONESIAN = ["boneka tamu anggur"] * 3


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    found = [Pair("x_dict", "open", 1.0, 0.0, *entry) for entry in DICTIONARY]
    found += [Pair("news", "open", 1.0, 1.0, *COMMON)] * 160
    return found + [Pair("news", "open", 1.0, 1.0, *texts) for texts in SELDOM] * 4


@pytest.fixture(scope="module")
def model(pairs: list[Pair], tmp_path_factory: pytest.TempPathFactory) -> Path:
    capitals = [Pair("news", "open", 1.0, 1.0, "Boneka Mobil", "Doll Car")]
    texts = [*pairs, *capitals * 20]
    return vocabulary.train(texts, tmp_path_factory.mktemp("vocabulary"), 46, 200, 1)


def row(model: Path, source: str, target: str, order: list[int]) -> Row:
    """Each piece of a target word linked to the first of the source word it stands for, or -1."""
    left, right = (vocabulary.encode(model, side.split()) for side in (source, target))
    starts = [*np.cumsum([0, *(len(word) for word in left[:-1])]).tolist(), -1]
    links = [np.full(len(word), starts[at]) for word, at in zip(right, order, strict=True)]
    return np.concatenate(left), np.concatenate(right), np.concatenate(links).astype(np.int16)


def text(model: Path, pieces: vocabulary.Ids) -> str:
    names = list(vocabulary.pieces(model))
    return "".join(names[piece] for piece in pieces).replace("\u2581", " ").strip()


def made(pairs: list[Pair], model: Path, rows: list[Row], seed: int) -> list[tuple[int, Row]]:
    lexicon = Lexicon(pairs, INDONESIAN, ENGLISH)
    return Contexts(pairs, lexicon, ENGLISH, model, seed).of(rows)


COMMON_ORDER = [0, 1, -1, 2, 3]


def test_places(model: Path) -> None:
    found = list(Reader(model).places(row(model, *COMMON, COMMON_ORDER)))
    words = [(place.source, place.target) for place in found]
    assert words == [("warga", "residents"), ("membeli", "buy"), ("mobil", "car")]  # itu: no word
    assert (found[2].preceding, found[2].before, found[2].after) == ("membeli", "a", "there")
    assert (found[0].preceding, found[0].before) == (".", ".")


def test_words_that_share_a_link_are_no_places(model: Path) -> None:
    two_for_one = row(model, *COMMON, [0, 1, 2, 2, 3])
    assert "mobil" not in {place.source for place in Reader(model).places(two_for_one)}


@pytest.mark.parametrize("seed", range(5))
def test_a_seldom_word_takes_a_common_ones_place(pairs: list[Pair], model: Path, seed: int) -> None:
    """With an article that suits, and only where people wrote the word between such words."""
    ((at, (source, target, links)),) = made(pairs, model, [row(model, *COMMON, COMMON_ORDER)], seed)
    assert at == 0
    assert text(model, source) == "warga membeli boneka itu"
    assert text(model, target) == "residents buy a doll there"
    wanted = row(model, "warga membeli boneka itu", "residents buy a doll there", COMMON_ORDER)
    assert [each.tolist() for each in wanted] == [source.tolist(), target.tolist(), links.tolist()]


def test_articles(pairs: list[Pair], model: Path) -> None:
    common = row(model, "warga melihat mobil", "residents saw a car", COMMON_ORDER[:-1])
    ((_, exchanged),) = made(pairs, model, [common], 1)
    wanted = row(model, "warga melihat anggur", "residents saw an orange", COMMON_ORDER[:-1])
    assert [each.tolist() for each in wanted] == [each.tolist() for each in exchanged]


@pytest.mark.parametrize(
    ("target", "order", "wanted"),
    [
        ("Car there buy", [0, 1, 2], "Doll there buy"),
        ("buy a car there", [2, -1, 0, 1], "buy a doll there"),
    ],
)
def test_the_first_word_keeps_its_capital(
    pairs: list[Pair], model: Path, target: str, order: list[int], wanted: str
) -> None:
    """On the side where it has one; what stood before it is not asked for there."""
    ((_, exchanged),) = made(pairs, model, [row(model, "Mobil itu membeli", target, order)], 1)
    there = row(model, "Boneka itu membeli", wanted, order)
    assert [each.tolist() for each in there] == [each.tolist() for each in exchanged]


def test_another_capital_is_a_name(pairs: list[Pair], model: Path) -> None:
    rows = [row(model, "Mobil itu membeli", "there Car buy", [1, 0, 2])]
    assert made(pairs, model, rows, 1) == []


def test_a_row_without_a_place_is_left_out(pairs: list[Pair], model: Path) -> None:
    rows = [row(model, "anak membeli boneka itu", "children buy a doll there", COMMON_ORDER)]
    rows += [row(model, "warga memilih mobil itu", "residents choose a car there", COMMON_ORDER)]
    assert made(pairs, model, [rows[0]], 1) == []
    assert [at for at, _ in made(pairs, model, rows, 1)] == [1]


def test_no_word_is_given_too_many(pairs: list[Pair], model: Path) -> None:
    found = made(pairs, model, [row(model, *COMMON, COMMON_ORDER)] * 100, 1)
    assert len(found) == contexts.MOST_EACH
    assert len({at for at, _ in found}) == len(found)


def test_often_written_words_are_given_more(
    pairs: list[Pair], model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon, "OFTEN", 3)
    found = made(pairs, model, [row(model, *COMMON, COMMON_ORDER)] * 200, 1)
    assert len(found) == contexts.MOST_OFTEN > contexts.MOST_EACH


def test_nouns_for_people_stay_with_people(pairs: list[Pair], model: Path) -> None:
    """*Seorang boneka*, a doll as a person, is nothing that anybody wrote."""
    common = row(model, "seorang mobil itu", "buy a car there", [0, -1, 1, 2])
    assert made(pairs, model, [common], 1) == []
