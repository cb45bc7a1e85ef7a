"""The checks for what stands twice and more."""

import pytest
from checkpairs import assert_fix_holds, cut, found

DOUBLED, LOOP = "doubled-words", "repetition-loop"


@pytest.mark.parametrize(
    ("target", "doubled", "fix"),
    [
        ("It is the the same.", ["the the"], "It is the same."),
        ("The the end.", ["The the"], "The end."),
        ("He went to to\nto the port.", ["to to"], "He went to the port."),
        ("The report report came.", ["report report"], None),
        ("In the the report report.", ["the the", "report report"], None),
        ("It is NATO's NATO ally.", ["NATO's NATO"], None),
        ("The U.S. US envoy met a US U.S. envoy.", ["U.S. US", "US U.S."], None),
        ("Then NATO NATO met.", ["NATO NATO"], None),
    ],
)
def test_doubled_words_are_told(target: str, doubled: list[str], fix: str | None) -> None:
    (one,) = found(DOUBLED, "Sama saja.", target)
    assert cut(target, one.target_spans) == doubled
    assert one.fix == fix
    if fix is not None:
        assert_fix_holds(DOUBLED, "Sama saja.", one)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Sudah.", "He had had enough."),
        ("Itu.", "He knew that that was so."),
        ("Sangat.", "It was very very late."),
        ("Grup itu.", "Duran Duran played."),
        ("Anak-anak main tik tik.", "The children play tik tik."),
        ("Tidak, tidak.", "No, no."),
        ("Di Baden-Baden.", "In Baden-Baden."),
        ("Ia.", "The theme then."),
        ("Grup itu.", "It was Duran Duran's song."),
        ("Ia.", "Her father's father is Russia's Russell."),
        ("NATO NATO itu.", "That NATO NATO."),
        ("Ia.", "HA HA, he said."),
        ("Ia.", "He said it it's over."),
    ],
)
def test_what_may_stand_twice_is_let_pass(source: str, target: str) -> None:
    assert found(DOUBLED, source, target) == []


@pytest.mark.parametrize(
    ("target", "loop"),
    [
        ("He went home, home, home, home.", "home, home, home, home"),
        ("Then of the war of the war of the war it was.", "of the war of the war of the war"),
        ("a b c d a b c d a b c d", "a b c d a b c d a b c d"),
    ],
)
def test_loops_are_told(target: str, loop: str) -> None:
    (one,) = found(LOOP, "Ia pulang dari perang itu pada malam hari.", target)
    assert cut(target, one.target_spans) == [loop]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia tertawa.", "Ha ha ha, he laughed."),
        ("Perang demi perang.", "The war and the war went on."),
        ("Hidup, hidup, hidup, hidup!", "Live, live, live, live!"),
        ("Satu juta.", "1 000 000 000 000."),
    ],
)
def test_what_is_no_loop_is_let_pass(source: str, target: str) -> None:
    assert found(LOOP, source, target) == []
