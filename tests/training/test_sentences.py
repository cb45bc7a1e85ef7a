"""Sentences of news, filled in."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from training import sentences
from training.sentences import filled

TOWNS = ["Garut", "Klaten"]


def test_everything_is_filled_in_alike_on_both_sides() -> None:
    found = filled(TOWNS, 1, 8)
    assert len(found) > 1_000
    for here, there in found:
        assert "{" not in here + there
        assert here[0].isupper() or here[0] in '"0123456789'
        assert there[0].isupper() or there[0] in '"0123456789'
        figures = [re.sub(r"\D", "", each) for each in re.findall(r"\d[\d.,]*", here)]
        assert sorted(figures) == sorted(
            re.sub(r"\D", "", each) for each in re.findall(r"\d[\d.,]*", there)
        ), (here, there)


def test_one_with_nothing_to_fill_in_comes_less_often() -> None:
    count = Counter(filled(TOWNS, 1))
    said = (
        "Tidak ada korban jiwa dalam kejadian tersebut.",
        "There were no fatalities in the incident.",
    )
    assert count[said] == sentences.EQUAL == max(count.values())
    assert len(count) > 10_000


def test_titles_stand_before_names() -> None:
    said = "\n".join(there for _, there in filled(TOWNS, 1))
    assert re.search(
        r"^[A-Z][\w ]+ (?:Deputy )?(?:Regent|Mayor) \w+ \w+ said aid", said, re.MULTILINE
    )
    assert re.search(r"^\w+ Minister \w+ \w+ said the government", said, re.MULTILINE)
    assert re.search(r"^The \w+ minister urged", said, re.MULTILINE)


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert filled(TOWNS, 4, 2) == filled(TOWNS, 4, 2)
    assert filled(TOWNS, 4, 2) != filled(TOWNS, 5, 2)


def test_ordinals() -> None:
    filler = sentences._Filler(TOWNS, 1)
    said = dict(filler._minute() for _ in range(2_000))
    assert [said[each] for each in ("2", "3", "11", "12", "13", "21", "63")] == [
        "2nd",
        "3rd",
        "11th",
        "12th",
        "13th",
        "21st",
        "63rd",
    ]


def test_they_are_not_those_that_the_model_is_looked_at_with(
    looked_at: Callable[[str], object],
) -> None:
    path = Path(sentences.__file__).with_name("sentences.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        for side in line.split("\t"):
            assert not looked_at(re.sub(r"\{\w+\}", "x", side))
