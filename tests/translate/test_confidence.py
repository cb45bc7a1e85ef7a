"""The confidence of a draft: what raises it, what lowers it, and that nothing breaks it."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from padanan.translate.confidence import DEFECTS, FITTED, SURE, confidence, evidence

SOURCE = "Pemerintah akan menaikkan harga bahan bakar minyak mulai pekan depan, kata menteri."
TARGET = "The government will raise fuel prices starting next week, the minister said today."

texts = st.text(max_size=300)
scores = st.none() | st.floats()
makers = st.sampled_from(["model", "", "something else", *SURE])
counts = st.integers(min_value=0, max_value=10**9)


@given(texts, texts, makers, scores, counts, counts, counts, counts)
def test_it_is_from_0_to_1_whatever_comes(
    source: str,
    target: str,
    how: str,
    score: float | None,
    missing: int,
    mended: int,
    errors: int,
    warnings: int,
) -> None:
    sure = confidence(
        source,
        target,
        how=how,
        score=score,
        missing_terms=missing,
        mended_terms=mended,
        errors=errors,
        warnings=warnings,
    )
    assert 0.0 <= sure <= 1.0


@given(st.floats(max_value=0.0, min_value=-1e6), st.floats(max_value=0.0, min_value=-1e6))
def test_a_worse_score_never_raises_it(first: float, second: float) -> None:
    better, worse = max(first, second), min(first, second)
    assert confidence(SOURCE, TARGET, score=worse) <= confidence(SOURCE, TARGET, score=better)


def test_a_worse_score_lowers_it() -> None:
    sure = [confidence(SOURCE, TARGET, score=-each / 10) for each in range(1, 15)]
    assert sure == sorted(set(sure), reverse=True)
    assert sure[0] > 0.95
    assert sure[-1] < 0.2


@given(
    texts,
    texts,
    makers,
    scores,
    st.sampled_from(["missing_terms", "mended_terms", "errors", "warnings"]),
    st.integers(min_value=0, max_value=20),
)
def test_a_defect_more_never_raises_it(
    source: str, target: str, how: str, score: float | None, defect: str, count: int
) -> None:
    def sure(defects: int) -> float:
        return confidence(source, target, how=how, score=score, **{defect: defects})

    assert sure(count + 1) <= sure(count)


@pytest.mark.parametrize("how", ["model", *SURE])
@pytest.mark.parametrize("defect", ["missing_terms", "mended_terms", "errors", "warnings"])
def test_each_defect_lowers_it(how: str, defect: str) -> None:
    whole = confidence(SOURCE, TARGET, how=how, score=-0.5)
    assert confidence(SOURCE, TARGET, how=how, score=-0.5, **{defect: 1}) < whole


def test_a_missing_term_weighs_more_than_a_mended_one() -> None:
    missing = confidence(SOURCE, TARGET, score=-0.5, missing_terms=1)
    assert missing < confidence(SOURCE, TARGET, score=-0.5, mended_terms=1)


@given(st.text(min_size=1), scores)
def test_the_memory_is_surer_than_a_rule_and_a_rule_than_the_best_of_models(
    target: str, score: float | None
) -> None:
    assume(target.strip())
    memory, rule, adapted = (
        confidence(SOURCE, target, how=how, score=score) for how in ("memory", "rule", "adapted")
    )
    assert memory > rule > adapted > 0.9
    assert math.isclose(memory, SURE["memory"])


def test_no_target_is_no_draft() -> None:
    assert confidence(SOURCE, "", score=-0.1) == 0.0
    assert confidence(SOURCE, " \n\u3000", how="memory") == 0.0


@pytest.mark.parametrize("half", [TARGET[:40], TARGET + " " + TARGET])
def test_a_draft_of_another_length_than_its_source_is_less_sure(half: str) -> None:
    assert confidence(SOURCE, half, score=-0.5) < confidence(SOURCE, TARGET, score=-0.5)


def test_a_draft_that_runs_on_is_last() -> None:
    assert confidence(SOURCE, "the " * 5000, score=-0.05) < 0.01


def test_what_is_shorter_than_any_sentence_fitted_is_taken_for_the_shortest_of_them() -> None:
    headline, shorter = "Harga BBM naik", "BBM naik"
    assert confidence(headline, "y" * 14, score=-0.5) == confidence(shorter, "y" * 8, score=-0.5)


@pytest.mark.parametrize("lost", [None, math.nan])
def test_a_lost_score_counts_as_a_middling_one(lost: float | None) -> None:
    good, middling, bad = (confidence(SOURCE, TARGET, score=score) for score in (-0.2, lost, -1.5))
    assert good > middling > bad


@given(
    st.lists(
        st.tuples(st.text("abc de", min_size=60, max_size=200), st.floats(-2.0, -0.2)), min_size=2
    ),
    st.floats(0.5, 2.0),
)
def test_scores_of_another_scale_leave_the_order(
    drafts: list[tuple[str, float]], scale: float
) -> None:
    sure = [confidence(SOURCE, text, score=score) for text, score in drafts]
    scaled = [confidence(SOURCE, text, score=score * scale) for text, score in drafts]
    for here, there in zip(sure, scaled, strict=True):
        for other, elsewhere in zip(sure, scaled, strict=True):
            assert here <= other + 1e-9 or there >= elsewhere - 1e-9


def test_weights_point_the_way_they_are_told_of() -> None:
    assert list(evidence(SOURCE, TARGET, -0.5)) == list(FITTED)
    assert FITTED["surprise"] < 0 < FITTED["length"]
    assert FITTED["proportion"] < 0
    assert all(weight < 0 for weight in DEFECTS.values())
