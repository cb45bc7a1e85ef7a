"""Which words of a draft stand for which of its source, with attention made by hand."""

import pytest
from enforcing import aligned
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.enforce.aligned import Aligned, trimmed
from padanan.translate.engine.protocol import Candidate


def straight(source: str, target: str) -> Aligned:
    """A draft whose each word looks at the word of the source in the same place."""
    return aligned(source, target, {at: [(at, 1.0)] for at in range(len(source.split()))})


def place(draft: Aligned, source: str, words: str) -> str | None:
    start = source.index(words)
    found = draft.place(start, start + len(words))
    return None if found is None else draft.text[slice(*found)]


SOURCE = "Ia minta jaminan keamanan kemarin ."


def test_a_draft_without_attention() -> None:
    assert Aligned.of("rumah", Candidate("house", -1.0)) is None


def test_one_word_for_one() -> None:
    draft = straight("menteri minta jaminan", "ministers want guarantees")
    assert place(draft, "menteri minta jaminan", "jaminan") == "guarantees"
    assert place(draft, "menteri minta jaminan", "menteri") == "ministers"


def test_several_words_for_several() -> None:
    draft = aligned(
        SOURCE,
        "He wanted safety guarantees yesterday.",
        {0: [(0, 0.9)], 1: [(1, 0.9)], 2: [(3, 0.8)], 3: [(2, 0.8)], 4: [(4, 0.9)]},
    )
    assert place(draft, SOURCE, "jaminan keamanan") == "safety guarantees"


def test_what_stands_between_belongs_to_it() -> None:
    draft = aligned(
        SOURCE,
        "He wanted guarantees of safety yesterday.",
        {
            0: [(0, 0.9)],
            1: [(1, 0.9)],
            2: [(2, 0.8)],
            3: [(1, 0.5)],
            4: [(3, 0.8)],
            5: [(4, 0.9)],
        },
    )
    assert place(draft, SOURCE, "jaminan keamanan") == "guarantees of safety"


def test_what_stands_further_apart_does_not() -> None:
    draft = aligned(
        SOURCE,
        "He wanted guarantees before the next safety.",
        {
            0: [(0, 0.9)],
            1: [(1, 0.9)],
            2: [(2, 0.9)],
            3: [(1, 0.9)],
            4: [(1, 0.9)],
            5: [(4, 0.9)],
            6: [(3, 0.8)],
        },
    )
    assert place(draft, SOURCE, "jaminan keamanan") == "guarantees"


def test_of_two_places_the_one_that_looks_at_it_most() -> None:
    draft = aligned(
        SOURCE,
        "Safe he was when he wanted guarantees .",
        {0: [(3, 0.5), (0, 0.5)], 6: [(2, 0.95)], **{at: [(0, 1.0)] for at in (1, 2, 3, 4, 5)}},
    )
    assert place(draft, SOURCE, "jaminan keamanan") == "guarantees"


def test_articles_and_marks_around_are_no_part_of_it() -> None:
    draft = aligned(
        SOURCE,
        "He wanted “the guarantee,” yesterday",
        {0: [(0, 1.0)], 1: [(1, 1.0)], 2: [(2, 1.0)], 3: [(2, 1.0)], 4: [(4, 1.0)]},
    )
    assert place(draft, SOURCE, "jaminan keamanan") == "guarantee"


def test_a_weak_look_is_the_place_if_it_is_the_strongest_of_its_word() -> None:
    shares = {2: [(0, 0.2), (1, 0.2), (2, 0.35), (4, 0.25)], 0: [(0, 1.0)], 1: [(1, 1.0)]}
    draft = aligned(SOURCE, "He wanted something yesterday", shares)
    assert place(draft, SOURCE, "jaminan keamanan") == "something"


def test_nothing_stands_for_it() -> None:
    draft = aligned(
        SOURCE, "He wanted yesterday", {0: [(0, 1.0)], 1: [(1, 0.9), (2, 0.1)], 2: [(4, 1.0)]}
    )
    assert draft.place(SOURCE.index("jaminan"), SOURCE.index(" kemarin")) is None


def test_a_word_of_several_tokens() -> None:
    draft = Aligned.of(
        "jaminan baru",
        Candidate(
            "new guarantees",
            -1.0,
            ("▁jamin", "an", "▁baru"),
            ("▁new", "▁guarant", "ees"),
            ((0.0, 0.1, 0.9), (0.9, 0.1, 0.0), (0.3, 0.6, 0.1)),
        ),
    )
    assert draft is not None
    assert place(draft, "jaminan baru", "jaminan") == "guarantees"
    assert place(draft, "jaminan baru", "baru") == "new"


def test_gaps_are_between_the_neighbours() -> None:
    source = "ia minta jaminan dari tetangga"
    draft = aligned(
        source, "he asked from neighbors", {0: [(0, 1.0)], 1: [(1, 1.0)], 2: [(3, 1.0)]}
    )
    start = source.index("jaminan")
    gaps = draft.gaps(start, start + len("jaminan"))
    assert gaps[0] == len("he asked")  # after what stands for "minta"
    assert all(0 <= at <= len(draft.text) for at in gaps)


def test_the_gap_of_a_first_word_is_at_the_beginning() -> None:
    source = "jaminan itu datang"
    draft = aligned(source, "it came", {0: [(1, 1.0)], 1: [(2, 1.0)]})
    assert draft.gaps(0, len("jaminan"))[0] == 0


def test_gaps_where_nothing_stands_for_anything() -> None:
    source = "satu dua tiga empat"
    draft = aligned(source, "one two three four", {at: [(0, 0.0)] for at in range(4)})
    gaps = draft.gaps(source.index("tiga"), source.index("tiga") + 4)
    assert gaps
    assert all(at == 0 or draft.text[at - 1] == " " for at in gaps)


def test_an_edit_moves_what_follows() -> None:
    source, text = "ia minta jaminan kemarin", "he wanted safety yesterday"
    draft = straight(source, text)
    start = text.index("safety")
    edited = draft.edited(start, start + len("safety"), "a security guarantee")
    assert edited.text == "he wanted a security guarantee yesterday"
    assert place(edited, source, "kemarin") == "yesterday"
    assert place(edited, source, "minta") == "wanted"
    assert place(edited, source, "jaminan") == "security guarantee"
    assert draft.text == text


def test_an_edit_between_words() -> None:
    source, text = "ia pergi kemarin", "he left yesterday"
    draft = straight(source, text)
    edited = draft.edited(len("he left "), len("he left "), "home ")
    assert edited.text == "he left home yesterday"
    assert place(edited, source, "kemarin") == "yesterday"
    assert place(edited, source, "pergi") == "left"


def test_edits_one_after_the_other() -> None:
    source, text = "ia minta jaminan kemarin", "he wanted safety yesterday"
    draft = straight(source, text)
    once = draft.edited(text.index("yesterday"), len(text), "on the day before")
    twice = once.edited(0, 2, "The old man")
    assert twice.text == "The old man wanted safety on the day before"
    assert place(twice, source, "jaminan") == "safety"
    assert place(twice, source, "minta") == "wanted"


@given(st.data())
def test_edits_anywhere(data: st.DataObject) -> None:
    source = "ia minta jaminan keamanan dari tetangga"
    draft = straight(source, "he wants guarantees of safety now")
    for _ in range(3):
        start = data.draw(st.integers(0, len(draft.text)))
        end = data.draw(st.integers(start, len(draft.text)))
        words = data.draw(st.text(max_size=12))
        before = draft
        draft = draft.edited(start, end, words)
        assert draft.text == before.text[:start] + words + before.text[end:]
        assert len(draft.spans) == len(draft.rows)
        assert all(0 <= first <= last <= len(draft.text) for first, last in draft.spans)
        for first, last in ((0, 2), (9, 16), (len(source) - 3, len(source))):
            found = draft.place(first, last)
            assert found is None or 0 <= found[0] < found[1] <= len(draft.text)
            assert all(0 <= at <= len(draft.text) for at in draft.gaps(first, last))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the pledge", "pledge"),
        ("“the pledge,”", "pledge"),
        ("pledge of the", "pledge"),
        ("in the house of", "house"),
        ("pledge’s.", "pledge"),
        ("head of the house", "head of the house"),
        ("anthem", "anthem"),
        ("theory of", "theory"),
    ],
)
def test_edges_are_trimmed(text: str, left: str) -> None:
    found = trimmed(text, 0, len(text))
    assert found is not None
    assert text[slice(*found)] == left


@pytest.mark.parametrize("text", ["", "... ", "—", "the ", "of the "])
def test_nothing_is_left(text: str) -> None:
    assert trimmed(text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["the", "of the", "a", "and"])
def test_a_function_word_alone_is_nothing(text: str) -> None:
    assert trimmed(text, 0, len(text)) is None


@given(st.text(alphabet="the aof,.“”'s-X", max_size=30), st.integers(0, 5), st.integers(0, 5))
def test_trimming_stays_within(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(min(before, len(text)), len(text) - after)
    found = trimmed(text, start, end)
    assert found is None or start <= found[0] < found[1] <= end
