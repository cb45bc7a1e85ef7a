"""Telling a runaway translation from language that repeats itself."""

import pytest

from padanan.translate.engine.loops import repetitions, runs_away, without_loops


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("", 0),
        ("a", 1),
        ("a b c", 1),
        ("a b a b", 2),
        ("x a b a b a b y", 3),
        ("the the the the", 4),
        ("the cat sat the cat sat the", 2),
        ("1 , 000 , 000 , 000 , 000", 1),
    ],
)
def test_repetitions(text: str, times: int) -> None:
    assert repetitions(text.split()) == times


@pytest.mark.parametrize(
    ("target", "source", "loops"),
    [
        ("ha ha ha", "ha ha ha", False),
        ("no , no , no , no , no", "tidak , tidak , tidak , tidak , tidak", False),
        ("the war the war the war the war", "perang itu", True),
        ("very very very good", "sangat baik", False),
        ("one two three four", "satu dua", True),  # it reached the limit of four
    ],
)
def test_runs_away(target: str, source: str, loops: bool) -> None:
    limit = 4 if target.startswith("one") else 100
    assert runs_away(target.split(), source.split(), limit) is loops


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a b c", "a b c"),
        ("a b b b c", "a b b b c"),
        ("a b b b b b c", "a b c"),
        ("x a b a b a b a b a y", "x a b a y"),
        ("0 0 0 0 0 0", "0 0 0 0 0 0"),
        ("a a a a b b b b", "a b"),
    ],
)
def test_without_loops(text: str, left: str) -> None:
    assert " ".join(without_loops(text.split())) == left
