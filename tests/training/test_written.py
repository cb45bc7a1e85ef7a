"""The pairs that were written for this."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from training import corpus, unseen


def test_every_row_is_a_pair() -> None:
    rows = list(corpus.written())
    assert len(rows) > 10_000
    for row in rows:
        assert len(row) == len(corpus.HEADER)
        for side in row[-2:]:
            assert side == side.strip()
            assert "  " not in side
            assert not re.search("[\u201c\u201d\u2018\u2019\u2026{}<>]", side), side
        here, there = row[-2:]
        if here[-1] in '.?!"':
            assert there[-1] == here[-1], here
    count = Counter(row[-2].lower() for row in rows)
    assert count.most_common(1)[0][1] == 1


def test_they_are_clean() -> None:
    pairs, lost = corpus.clean(corpus.written())
    assert not lost
    assert {(pair.weight, pair.best) for pair in pairs} == {(4.0, 1.5)}


def test_they_are_not_those_that_the_model_is_looked_at_with(
    looked_at: Callable[[str], object],
) -> None:
    for *_, here, there in corpus.written():
        assert not looked_at(here), here
        assert not looked_at(there), there


def test_what_is_never_trained_on_is_like_none_of_them(
    looked_at: Callable[[str], object], runs: Callable[[str], set[tuple[str, ...]]]
) -> None:
    pairs = unseen.pairs()
    assert len(pairs) > 200
    theirs = {run for pair in pairs for side in pair for run in runs(side)}
    path = Path(unseen.__file__).with_name("sentences.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        assert theirs.isdisjoint(runs(line)), line
    for *_, here, there in corpus.written():
        assert theirs.isdisjoint(runs(here)), here
        assert theirs.isdisjoint(runs(there)), there
    for pair in pairs:
        assert not corpus.fault(*pair)
        assert not any(map(looked_at, pair))


def test_a_package_is_measured_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sacrebleu", reason="scores with sacrebleu")
    some = unseen.pairs()[:4]
    monkeypatch.setattr(unseen, "pairs", lambda: some)
    (place,) = (Path(unseen.__file__).parents[1] / "translate" / "engine" / "embedded").iterdir()
    found = unseen.measure(place)
    assert found.system == place.name
    assert found.bleu > 3
    assert found.chrf > 30
