"""Two sentences in one."""

from hypothesis import given
from hypothesis import strategies as st

from training.encode import two_in_one

TEXTS = [(f"Kalimat yang ke-{number}.", f"Sentence number {number}.") for number in range(40)]
OTHERS = [
    ("Judul tanpa titik", "A title without a full stop"),
    ("tengah kalimat.", "the middle of a sentence."),
    ("Ya.", "Yes."),
]


@given(seed=st.integers(0, 1_000), share=st.floats(0, 1))
def test_both_sides_have_the_same_two_of_the_whole_sentences(seed: int, share: float) -> None:
    found = two_in_one(TEXTS + OTHERS, share, seed)
    assert len(found) == int(len(TEXTS) * share) // 2
    known = dict(TEXTS)
    used: list[str] = []
    for source, target in found:
        halves = [f"{each}." for each in source.removesuffix(".").split(". ")]
        assert target == " ".join(known[each] for each in halves)
        assert len(halves) == 2
        used += halves
    assert len(set(used)) == len(used)
