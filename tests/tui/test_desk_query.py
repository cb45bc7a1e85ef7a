"""What one searches and filters by."""

from dataclasses import replace

import pytest
from deskside import entry
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import InputError
from padanan.translate.bilingual import State
from padanan.translate.machine import Offer
from padanan.tui.query import Seen, parse

RIVER = entry("a1", "Sungai Meluap Lagi", "River Floods Again", confidence=0.3)
DONE = replace(entry("a2", "Air naik cepat.", "The water rose fast."), state=State.APPROVED)
EMPTY = entry("a3", "“Kami siap,” kata lurah.")
CHANGED = replace(RIVER, target="The river floods again", comment="Cek lagi")
SKIPPED = replace(entry("s1", "loading..."), state=State.SKIPPED)


@pytest.mark.parametrize(
    ("line", "passing", "failing"),
    [
        ("", RIVER, None),
        ("sungai", RIVER, DONE),
        ("FLOODS sungai", RIVER, DONE),
        ("floods naik", None, RIVER),
        ("source:river", None, RIVER),
        ("target:river", RIVER, DONE),
        ('"meluap lagi"', RIVER, DONE),
        ('source:"naik cepat"', DONE, RIVER),
        ("is:draft", RIVER, DONE),
        ("is:approved", DONE, RIVER),
        ("is:empty", EMPTY, RIVER),
        ("is:unreviewed", EMPTY, DONE),
        ("is:changed", CHANGED, RIVER),
        ("is:skipped", SKIPPED, RIVER),
        ("is:doubtful", RIVER, CHANGED),
        ("is:doubtful", EMPTY, DONE),
        ("IS:draft", None, RIVER),  # words of the text
        ("sure<0.5", RIVER, CHANGED),
        ("sure<50%", RIVER, DONE),
        ("sure>0.2", RIVER, DONE),
        ("has:comment", CHANGED, RIVER),
        ("-has:comment", RIVER, CHANGED),
        ("-sungai", DONE, RIVER),
        ("- sungai", None, RIVER),  # a lone minus is text
        ("re:flood(s|ed)", RIVER, DONE),
        ("is:draft re:^sungai meluap", RIVER, DONE),
        ("-re:flood", DONE, RIVER),
        ("http:x", None, RIVER),
        ('"', None, RIVER),
    ],
)
def test_queries(line: str, passing: object, failing: object) -> None:
    test = parse(line)
    for one, wanted in ((passing, True), (failing, False)):
        if one is not None:
            assert test(Seen(one)) is wanted  # type: ignore[arg-type]


def test_findings_terms_and_offers() -> None:
    offered = replace(RIVER, offer=Offer(80, "x", "y"))
    seen = Seen(offered, ["term-missing"], ["sungai -> river"])
    for line in ("has:finding", "check:term", "term:SUNGAI", "term:river", "has:term", "has:offer"):
        assert parse(line)(seen)
        assert not parse(line)(Seen(RIVER))


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("is:open", "is:open means nothing. There are is:draft, is:approved"),
        ("has:x", "has:x means nothing"),
        ("re:(", "This is not a regular expression"),
        ("re:a{9999999999}", "This is not a regular expression"),
    ],
)
def test_what_means_nothing_is_told(line: str, part: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(line)
    assert part in caught.value.message


@given(st.text(max_size=40))
def test_any_line_is_a_test_or_a_sentence(line: str) -> None:
    try:
        test = parse(line)
    except InputError:
        return
    assert test(Seen(RIVER)) in (True, False)
