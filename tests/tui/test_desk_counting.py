"""The running count says what a whole count says."""

from dataclasses import replace

from deskside import SAMPLE
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.bilingual import Entry, State
from padanan.tui.counting import Running
from padanan.tui.overview import progress

ENTRIES = st.lists(
    st.sampled_from(SAMPLE).flatmap(
        lambda one: st.sampled_from(State).map(lambda state: replace(one, state=state))
    ),
    max_size=6,
)


def shown(count: Running) -> tuple[int, int, int]:
    return count.progress.approved, count.progress.total, count.progress.words


@given(st.lists(ENTRIES, max_size=5))
def test_the_same_as_counting_all(states: list[list[Entry]]) -> None:
    count = Running()
    for entries in states:
        count.count(entries)
        whole = progress(entries)
        assert shown(count) == (whole.approved, whole.total, whole.words)


def test_only_what_has_changed_is_given_back() -> None:
    count = Running()
    entries = list(SAMPLE)
    assert count.count(entries) == entries
    assert count.count(entries) == []
    entries[1] = replace(entries[1], target="Other")
    assert count.count(entries) == [entries[1]]
