"""What holds of every check, whatever the texts are."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from checkpairs import CONCEPTS, pair
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import State
from padanan.translate.checks import CheckSettings, Finding, Pair, check_all, check_pair

_PIECES = [
    *(term for concept in CONCEPTS for term in (*concept.terms, *concept.renderings)),
    *(rendering for concept in CONCEPTS for rendering in concept.avoided),
    *"()[]{}\"“”‘’'«».,;:!?…-–—\t\n\r\0\x1b\u202e\u00a0\u00adﬁßİ€Ã©🙂😀",
    *(
        "  ",
        " ",
        "the the",
        "5.000",
        "5,000",
        "Rp1,5 triliun",
        "27/1/2022",
        "2-1",
        "&quot;",
        "&#x0;",
    ),
    *("Joko Susanto", "Moskow", "Moscow", "namun", "he", "I", "a)", "1)", "\ud800"),
]
hostile = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(_PIECES), max_size=12).map("".join),
    st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join),
)
pairs = st.builds(
    pair,
    hostile,
    hostile,
    kind=st.sampled_from(BlockKind),
    state=st.sampled_from(State),
    confidence=st.none() | st.floats(0, 1),
)


def within(finding: Finding, of: Pair) -> bool:
    texts = (of.source, finding.source_spans), (of.target, finding.target_spans)
    return all(0 <= one.start < one.end <= len(text) for text, spans in texts for one in spans)


@given(pairs)
def test_spans_lie_in_their_texts_in_order(of: Pair) -> None:
    for finding in check_pair(of):
        assert within(finding, of)
        for spans in (finding.source_spans, finding.target_spans):
            assert all(one.start <= other.start for one, other in pairwise(spans))


@given(pairs)
def test_messages_are_one_sentence_on_one_line(of: Pair) -> None:
    for finding in check_pair(of):
        assert finding.message.isprintable()
        assert finding.message[-1] in ".?!)]}[({"


@given(pairs)
def test_a_fix_leaves_nothing_to_be_mended(of: Pair) -> None:
    for finding in check_pair(of):
        if finding.fix is None:
            continue
        assert finding.fix != of.target
        mended = pair(of.source, finding.fix, kind=of.kind, state=of.state)
        only = CheckSettings().only([finding.check])
        assert all(again.fix is None for again in check_pair(mended, only))


@pytest.mark.parametrize("piece", ["1990-an", "-", "…", "a.b", "es krim ", "7,2 magnitudo…"])
def test_long_texts_take_no_more_than_linear_time(piece: str) -> None:
    text = piece * (12_000 // len(piece)) + "x"
    long = pair(text, text)
    start = time.thread_time()
    check_all([long])
    # Half a second at most; what is quadratic takes three and more.
    assert time.thread_time() - start < 3


@given(st.lists(pairs, max_size=6))
def test_all_together_add_only_what_shows_between_pairs(of: list[Pair]) -> None:
    numbered = [replace(one, id=str(number)) for number, one in enumerate(of)]
    findings = check_all(numbered)
    for one in numbered:
        own = {f for f in findings if f.segment == one.id}
        assert own >= set(check_pair(one))
        assert all(within(finding, one) for finding in own)
