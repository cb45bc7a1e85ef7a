"""What --explain says of drafts that were changed on their way."""

from typing import Any

import pytest

from padanan.cli.reporting import explain, explained_dict
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.translate.enforce import Step, Tried
from padanan.translate.result import Explained


def _tried(source: str, text: str, step: Step = Step.MODEL, *, chosen: bool = True) -> Tried:
    return Tried(source, step, text, -0.5, (), (), chosen, "why")


def _explained(target: str, *tried: Tried) -> Explained:
    source = " ".join(dict.fromkeys(one.source for one in tried))
    entry = Entry("s1", source, target, BlockKind.PARAGRAPH, State.DRAFT, how="model")
    return Explained(entry, tried)


ONE = (
    _tried("a b", "A home", chosen=False),
    _tried("a b", "A dwelling"),
    _tried("a b", "A house", Step.SOURCE, chosen=False),
    _tried("a b", "A house", Step.MENDED),
)


def _marks(one: Explained, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    explain("a.txt", [one])
    lines = capsys.readouterr().err.splitlines()[1:]
    told: list[tuple[str, str]] = []
    for line in lines:
        if (mark := line[4:12].strip()) in {"tried", "base", "taken"}:
            told.append((mark, line[12:].split(maxsplit=2)[2]))
        elif mark:
            told.append((mark, line[12:]))
    return told


def test_one_candidate_is_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert _marks(_explained("A house", *ONE), capsys) == [
        ("tried", "A home"),
        ("base", "A dwelling"),
        ("tried", "A house"),
        ("taken", "A house"),
    ]


def test_the_draft_is_told_where_it_is_no_candidate(capsys: pytest.CaptureFixture[str]) -> None:
    told = _marks(_explained("A house.", *ONE), capsys)
    assert told[-2:] == [("taken", "A house"), ("draft", "A house.")]


def test_each_part_of_a_long_segment_has_one(capsys: pytest.CaptureFixture[str]) -> None:
    one = _explained("A house of c", *ONE, _tried("c", "of"), _tried("c", "of c", Step.MENDED))
    assert [mark for mark, _ in _marks(one, capsys)] == [
        *("tried", "base", "tried", "taken"),
        *("base", "taken"),
        "draft",
    ]


def test_nothing_taken_is_nothing_final(capsys: pytest.CaptureFixture[str]) -> None:
    one = _explained("A house", _tried("a", "A home", chosen=False))
    assert _marks(one, capsys) == [("tried", "A home")]


def test_programs_are_told_the_same() -> None:
    tried: list[dict[str, Any]] = explained_dict(_explained("A house", *ONE))["tried"]
    assert [one["final"] for one in tried] == [False, False, False, True]
    assert [one["chosen"] for one in tried] == [False, True, False, True]
