"""The checks of how much there is: nothing, too little, too much; confidence."""

import pytest
from checkpairs import found, pair

from padanan.translate.bilingual import Entry, State, fingerprint
from padanan.translate.checks import CheckSettings, Pair, check_pair
from padanan.translate.checks.shape import english_sentences


@pytest.mark.parametrize(
    ("source", "target", "state", "told"),
    [
        ("Ia pulang.", "", State.EMPTY, True),
        ("Ia pulang.", "  \n", State.EMPTY, True),
        ("Ia pulang.", "…", State.DRAFT, True),
        ("Ia pulang.", "He went home.", State.DRAFT, False),
        ("Ia pulang.", "He went home.", State.APPROVED, False),
        ("Baca juga:", "", State.SKIPPED, False),
        ("***", "***", State.DRAFT, False),
        ("", "", State.EMPTY, False),
    ],
)
def test_untranslated(source: str, target: str, state: State, *, told: bool) -> None:
    assert bool(found("untranslated", source, target, state=state)) is told


def test_of_an_empty_target_nothing_else_is_told() -> None:
    findings = check_pair(pair("Rusia punya 5.000 kapal.", "", state=State.EMPTY))
    assert [one.check for one in findings] == ["untranslated"]


LONG = "Pemerintah mengumumkan bahwa semua sekolah di wilayah itu akan dibuka kembali pekan depan."


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (LONG, "The government announced that all schools there will open again next week.", ""),
        (LONG, "Schools will open.", "is short"),
        (LONG, "The government announced it. " * 6, "is long"),
        ("Tidak!", "Not at all!", ""),
        ("Aduh", "Good gracious me", ""),
        ("(ant)", "(ant)", ""),
    ],
)
def test_length_ratio(source: str, target: str, told: str) -> None:
    findings = found("length-ratio", source, target)
    assert bool(findings) is bool(told)
    assert all(told in one.message for one in findings)


def test_the_limits_of_the_length_are_a_desks() -> None:
    strict = CheckSettings.from_table({"length-ratio": {"low": 0.99, "high": 1}}, "here")
    target = "The government announced that all schools there will open again next week."
    assert found("length-ratio", LONG, target) == []
    assert len(found("length-ratio", LONG, target, strict)) == 1


THREE = "Ia datang. Ia melihat. Ia menang."


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (THREE, "He came. He saw. He won.", False),
        (THREE, "He came and saw. He won.", False),
        (THREE, "He came, saw, and won.", True),
        ("Ia datang.", "He came. He saw. He won. He left.", True),
        ("Ia datang.", "Mr. A. B. Smith of the U.S. Navy came to St. Louis vs. No. 5.", False),
        ("Ia datang…", "He came… “Well.”", False),
    ],
)
def test_sentence_count(source: str, target: str, *, told: bool) -> None:
    assert bool(found("sentence-count", source, target)) is told


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 1),
        ("One.", 1),
        ("One. Two", 2),
        ("One? Two! Three…", 3),
        ("He said: “One.” Two.", 2),
        ("It cost 2.5 dollars. 3 came.", 2),
        ("Gen. Smith met Dr. Jones in Washington, D.C. in May.", 1),
    ],
)
def test_english_sentences(text: str, number: int) -> None:
    assert english_sentences(text) == number


@pytest.mark.parametrize(
    ("confidence", "state", "told"),
    [
        (None, State.DRAFT, False),
        (0.1, State.DRAFT, True),
        (0.9, State.DRAFT, False),
        (0.1, State.APPROVED, False),
    ],
)
def test_low_confidence(confidence: float | None, state: State, *, told: bool) -> None:
    findings = found("low-confidence", "Ia.", "He.", confidence=confidence, state=state)
    assert bool(findings) is told


@pytest.mark.parametrize(
    ("written", "told"), [("It return.", True), ("It comes back.", False), ("", False)]
)
def test_confidence_is_in_what_the_machine_wrote(written: str, *, told: bool) -> None:
    entry = Entry(
        "1",
        "Ia pulang.",
        "It return.",
        State.DRAFT,
        confidence=0.1,
        fingerprint=fingerprint(written),
    )
    findings = check_pair(Pair.of(entry, "a"), CheckSettings().only(["low-confidence"]))
    assert bool(findings) is told
