"""First words in small letters."""

from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from training import vocabulary
from training.corpus import Pair
from training.first import Firsts, small
from training.shown import Shown

WORDS = ("rumah", "besar", "itu", "milik", "negara", "kami", "semua")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = [" ".join(some) for some in permutations(WORDS, 3)]
    pairs = [Pair("news", "open", 1.0, 1.0, text, text) for text in texts]
    pairs += [Pair("news", "open", 1.0, 1.0, "R u m a h Budi", "Budi R B")] * 4
    return vocabulary.train(pairs, tmp_path_factory.mktemp("vocabulary"), 35, 400, 1)


def row(model: Path, source: str, tag: bool = False) -> Shown:
    """A pair of two texts that say the same, each piece linked to itself."""
    (pieces,) = vocabulary.encode(model, [source])
    if tag:
        first = np.asarray([vocabulary.pieces(model)[vocabulary.BACK]], dtype=np.int16)
        pieces = np.concatenate([first, pieces])
    return Shown(pieces, pieces, np.arange(len(pieces), dtype=np.int16), 1.0, 1.0)


@pytest.mark.parametrize("tag", [False, True])
def test_half_of_the_rows_have_them(model: Path, tag: bool) -> None:
    given, wanted = row(model, "Rumah besar", tag), row(model, "rumah besar", tag)
    assert len(wanted.source) < len(given.source)
    found = list(Firsts(model, 1).small([given] * 200))
    small = [each for each in found if each is not given]
    assert 60 < len(small) < 140
    for each in small:
        assert each.source.tolist() == wanted.source.tolist()
        assert each.target is given.target
        assert (each.links >= 0).all()
        assert each.links.max() == len(each.source) - 1
        assert each.links.dtype == np.int16


@pytest.mark.parametrize("text", ["rumah besar", "BUDI besar", "R besar", "besar Rumah"])
def test_other_rows_are_as_they_were(model: Path, text: str) -> None:
    given = row(model, text)
    assert all(each is given for each in Firsts(model, 1).small([given] * 20))


def test_the_same_seed_gives_the_same_rows(model: Path) -> None:
    rows = [row(model, "Rumah besar")] * 50
    one, same, other = (
        [len(each.source) for each in Firsts(model, seed).small(rows)] for seed in (4, 4, 5)
    )
    assert one == same != other


def test_texts_are_given_as_padanan_gives_them(model: Path) -> None:
    given = ["Rumah besar itu", "rumah besar itu", "R besar", "BUDI besar", "Rumah"]
    assert small(given, model) == [
        "rumah besar itu",
        "rumah besar itu",
        "R besar",
        "BUDI besar",
        "rumah",
    ]
