"""Quotations within quotations."""

import pytest

from training import quoting
from training.quoting import Quoter

NAMES = ["Ratih", "Lukas"]


@pytest.fixture(autouse=True)
def every_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoting, "SHARE", 1.0)


def quoted(source: str, target: str) -> list[tuple[str, str]]:
    """Many of them, as the dice fall."""
    return Quoter(NAMES, 1).of([(source, target)] * 60)


def test_a_sentence_is_what_somebody_said_that_somebody_said() -> None:
    found = quoted("Kami pulang besok.", "We go home tomorrow.")
    assert len(set(found)) > 40
    for source, target in found:
        for side, text in ((source, "Kami pulang besok"), (target, "We go home tomorrow")):
            assert side.count('"') == side.count("'") == 2
            assert f" '{text},'\" " in side or side.endswith(f" '{text}.'\"")
        assert any(name in source and name in target for name in NAMES)
        assert " bertanya" not in source


def test_a_question_is_asked() -> None:
    for source, target in quoted("Kapan kamu pulang?", "When do you go home?"):
        assert " bertanya, 'Kapan kamu pulang?'" in source
        assert " ask" in target
        assert " 'When do you go home?'" in target


def test_a_few_words_in_quotation_marks_stay_in_them() -> None:
    pair = ("Istilah 'darurat' tidak boleh dipakai.", "The term 'emergency' must not be used.")
    for source, target in quoted(*pair):
        assert pair[0][:-1] in source
        assert pair[1][:-1] in target
        assert source.count('"') == target.count('"') == 2


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ('Ia berkata "ya" tadi.', 'He said "yes" just now.'),
        ("kami pulang.", "we go home."),
        ("Kami pulang!", "We go home."),
        ("Kami pulang .", "We go home ."),
        ("Kami pulang. Kamu juga.", "We go home. You too."),
        (f"Kami {'terus ' * 20}pulang.", "We go home."),
        ("Anak itu anak Ali.", "The child's Ali's."),
    ],
)
def test_what_is_left_as_it_is(source: str, target: str) -> None:
    assert quoted(source, target) == []


def test_the_same_seed_gives_the_same_pairs() -> None:
    texts = [("Kami pulang besok.", "We go home tomorrow.")] * 20
    assert Quoter(NAMES, 4).of(texts) == Quoter(NAMES, 4).of(texts)
    assert Quoter(NAMES, 4).of(texts) != Quoter(NAMES, 5).of(texts)
