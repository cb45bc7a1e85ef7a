"""Pairs whose source says how some of its words are rendered."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import marks, vocabulary
from training.corpus import Pair
from training.marks import Marker

pytest.importorskip("lemminflect", reason="base forms come from its lexicon")

PAIRS = [  # word by word
    ("menteri memberi jaminan keamanan penuh", "ministers gave guarantees security full"),
    ("warga membeli rumah baru dan mobil lama", "residents bought houses new and cars old"),
    ("polisi melihat tiga anak di pasar", "police saw three children in markets"),
    ("pedagang kota menjual buah segar", "traders city sold fruits fresh"),
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pairs = [Pair("x", "open", 1.0, 1.0, *pair) for pair in PAIRS]
    return vocabulary.train(pairs, tmp_path_factory.mktemp("vocabulary"), 70, 200, 1)


def rows(model: Path, pair: tuple[str, str]) -> marks.Row:
    """A pair, each piece of a target word linked to the first of the source word it stands for."""
    left, right = (vocabulary.encode(model, side.split()) for side in pair)
    starts = np.cumsum([0, *(len(word) for word in left[:-1])])
    links = [np.full(len(word), at) for word, at in zip(right, starts, strict=True)]
    return np.concatenate(left), np.concatenate(right), np.concatenate(links).astype(np.int16)


def test_base_forms() -> None:
    assert marks.base_form("security guarantees") == "security guarantee"
    assert marks.base_form("bought houses") == "bought house"
    assert marks.base_form("bought") == "buy"
    assert marks.base_form("United Nations") == "United Nations"
    assert marks.base_form("keamanan") == "keamanan"


@given(seed=st.integers(0, 10_000), pair=st.sampled_from(PAIRS))
def test_a_marked_pair_is_the_pair_and_its_marks(
    model: Path, seed: int, pair: tuple[str, str]
) -> None:
    source, target, links = rows(model, pair)
    marked = Marker(model, seed).mark(source, target, links)
    if marked is None:
        return
    given_source, given_target, given_links = marked
    names = list(vocabulary.pieces(model))
    spelt = [names[piece] for piece in given_source]
    assert spelt.count("<term>") == spelt.count("<means>") == spelt.count("</term>") >= 1
    left: list[int] = []
    skipping = False
    for piece, name in zip(given_source, spelt, strict=True):
        if name == "<means>":
            skipping = True
        elif name == "</term>":
            skipping = False
        elif name != "<term>" and not skipping:
            left.append(int(piece))
    assert left == source.tolist()
    # The first pair of a marker takes no other's rendering: nothing but the source is changed.
    assert given_target.tolist() == target.tolist()
    linked = links >= 0
    assert given_source[given_links[linked]].tolist() == source[links[linked]].tolist()
    assert (given_links[~linked] == -1).all()


def test_the_rendering_is_the_references_or_its_base_form(model: Path) -> None:
    marker = Marker(model, 3)
    names = list(vocabulary.pieces(model))
    source, target = (side.split() for side in PAIRS[1])
    found = set()
    for _ in range(300):
        marked = marker.mark(*rows(model, PAIRS[1]))
        if marked is None or marked[1].tolist() != rows(model, PAIRS[1])[1].tolist():
            continue
        said = "".join(names[piece] for piece in marked[0]).replace("\u2581", " ")
        for part in said.split("<term>")[1:]:
            term, rendering = (
                side.split() for side in part.partition("</term>")[0].split("<means>")
            )
            at = source.index(term[0])
            words = target[at : at + len(term)]
            assert term == source[at : at + len(term)]
            if rendering != words:
                assert " ".join(rendering) == marks.base_form(" ".join(words))
            found.add(" ".join(rendering))
    assert {"houses", "house", "bought", "buy"} <= found


def test_some_renderings_are_another_pairs_on_both_sides(model: Path) -> None:
    marker = Marker(model, 3)
    names = list(vocabulary.pieces(model))
    told = set()
    for _ in range(100):
        for pair in PAIRS:
            marked = marker.mark(*rows(model, pair))
            assert marked is not None
            spelt = "".join(names[piece] for piece in marked[1]).replace("\u2581", " ").strip()
            if spelt != pair[1]:
                told.add(spelt)
                said = "".join(names[piece] for piece in marked[0]).replace("\u2581", " ")
                strange = set(spelt.split()) - set(pair[1].split())
                assert strange <= set(said.split("<means>", 1)[1].replace("<", " <").split())
                assert (marked[2] < len(marked[0])).all()
    assert told


def test_the_same_seed_marks_the_same(model: Path) -> None:
    first, second = (
        [Marker(model, 5).mark(*rows(model, pair)) for pair in PAIRS] for _ in range(2)
    )
    for one, other in zip(first, second, strict=True):
        assert (one is None) == (other is None)
        if one and other:
            assert all((a == b).all() for a, b in zip(one, other, strict=True))


@given(seed=st.integers(0, 10_000), pair=st.sampled_from(PAIRS))
def test_a_quotation_is_the_same_in_both(model: Path, seed: int, pair: tuple[str, str]) -> None:
    quoted = Marker(model, seed).quote(*rows(model, pair))
    if quoted is None:
        return
    marks_of = []
    for text, whole in zip(quoted, pair, strict=True):
        (mark,) = {"'", '"'} & set(text)
        before, inside, after = text.split(mark)
        assert before + inside + after == whole
        assert inside == inside.strip()
        marks_of.append((mark, before.count(" "), inside.count(" ")))
    assert marks_of[0] == marks_of[1]  # the pairs go word by word


def test_some_are_quoted_and_none_with_quotation_marks_or_lost_letters(model: Path) -> None:
    dice = Marker(model, 1)
    assert sum(dice.quote(*rows(model, PAIRS[0])) is not None for _ in range(50)) > 25
    for left, right in (
        ('menteri memberi "jaminan keamanan" penuh', 'ministers gave "guarantees security" full'),
        ("menteri memberi jaminan keamanan Ωmega", "ministers gave guarantees security Ωmega"),
    ):
        source, target = (vocabulary.encode(model, [text])[0] for text in (left, right))
        links = np.minimum(np.arange(len(target)), len(source) - 1).astype(np.int16)
        assert all(dice.quote(source, target, links) is None for _ in range(20))


@given(seed=st.integers(0, 10_000), pair=st.sampled_from(PAIRS))
def test_a_title_is_the_same_in_both(model: Path, seed: int, pair: tuple[str, str]) -> None:
    titled = Marker(model, seed).title(*rows(model, pair))
    if titled is None:
        return
    assert titled[1].lower() == pair[1]
    capitals = [[word.istitle() for word in text.split()] for text in titled]
    assert capitals[0] == capitals[1]  # the pairs go word by word
    assert any(capitals[0])
    words = [text.lower().split() for text in (titled[0], *pair)]
    for found, capital, left, right in zip(words[0], capitals[0], *words[1:], strict=True):
        assert found == left or (found == right and (capital or right in marks.STOPWORDS))
    verbs = {"memberi", "gave", "membeli", "melihat", "menjual"}
    assert verbs.isdisjoint(word.lower() for word in titled[0].split() if word.istitle())


def test_some_have_titles_and_none_with_lost_letters(model: Path) -> None:
    dice = Marker(model, 1)
    found = {dice.title(*rows(model, PAIRS[0])) for _ in range(50)}
    named = ("menteri memberi Jaminan Keamanan Penuh", "ministers gave Guarantees Security Full")
    assert named in found
    assert ("menteri memberi Guarantees Security Full", named[1]) in found
    lost = ("menteri memberi jaminan keamanan Ωmega", "ministers gave guarantees security Ωmega")
    source, target = (vocabulary.encode(model, [text])[0] for text in lost)
    links = np.minimum(np.arange(len(target)), len(source) - 1).astype(np.int16)
    assert all(dice.title(source, target, links) is None for _ in range(20))


def test_a_titles_capitals() -> None:
    assert marks._capital("negara-negara") == "Negara-Negara"
    assert marks._capital("month's") == "Month's"
    assert marks._capital("2-meter") == "2-Meter"
