"""The pairs that were written for this."""

import re
from collections import Counter
from collections.abc import Callable

from training import corpus


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
    assert {(pair.weight, pair.best) for pair in pairs} == {(14.0, 12.0)}


def test_they_are_not_those_that_the_model_is_looked_at_with(
    looked_at: Callable[[str], object],
) -> None:
    for *_, here, there in corpus.written():
        assert not looked_at(here), here
        assert not looked_at(there), there
