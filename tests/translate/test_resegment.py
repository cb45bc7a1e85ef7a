"""Segments that a person splits and joins, and what a run makes of them afterwards."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import InputError
from padanan.translate.article import BlockKind, SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State, dumps, fingerprint, loads
from padanan.translate.cuts import as_before
from padanan.translate.draft import Draft
from padanan.translate.english import compose
from padanan.translate.keep import NOTHING, assemble, remember
from padanan.translate.machine import Offer, Term
from padanan.translate.provenance import of_model
from padanan.translate.read import read_bytes
from padanan.translate.resegment import join, split
from padanan.translate.segment import content_ids, segment

FIRST, SECOND = "Presiden tiba di Brussels.", "Ia disambut duta besar."
ARTICLE = (
    "Presiden Tiba di Brussels\n\nBaca juga: Harga Beras Naik\n\n"
    f"JAKARTA - {FIRST} {SECOND}\n\n{SECOND} Keduanya lalu makan siang, kata juru bicara.\n"
)


def _read(text: str) -> SegmentedArticle:
    return segment(read_bytes(text.encode(), "a.txt"))


def _run(text: str, previous: Bilingual | None = None) -> Bilingual:
    """What a run of `padanan translate` makes of an article."""
    article = as_before(_read(text), previous)
    for one in article.segments:
        there = article.article.blocks[one.block].text[one.start : one.end]
        assert "".join(there.split()) == "".join(one.source.split())
    assert [one.block for one in article.segments] == sorted(one.block for one in article.segments)
    origins = {one.id: of_model(one.source, "recipe") for one in article.segments}
    assert len(origins) == len(article.segments)
    drafts = {
        id_: Draft(f"EN {one.source}", "model", origins[id_], -0.5)
        for id_, one in zip(origins, article.segments, strict=True)
    }
    past = remember(article, previous, origins) if previous else NOTHING
    entries, obsolete = assemble(article, past, drafts)
    whole = Bilingual("a.txt", article.article.sha256, "e", "recipe", "", entries, obsolete)
    assert loads(dumps(whole)).entries == entries
    return whole


def _at(whole: Bilingual, source: str, nth: int = 0) -> int:
    return [n for n, entry in enumerate(whole.entries) if entry.source == source][nth]


def _replaced(whole: Bilingual, start: int, stop: int, new: Sequence[Entry]) -> Bilingual:
    entries = (*whole.entries[:start], *new, *whole.entries[stop:])
    return replace(whole, entries=entries)


def _split(whole: Bilingual, n: int, before: str, target_before: str | None = None) -> Bilingual:
    """Cut the source of the nth entry before some words, and so its target."""
    entry = whole.entries[n]
    words = before if target_before is None else target_before
    taken = {one.id for one in whole.entries}
    two = split(entry, entry.source.index(before), entry.target.index(words), taken)
    return _replaced(whole, n, n + 1, two)


def _join(whole: Bilingual, n: int) -> Bilingual:
    taken = {one.id for one in whole.entries}
    return _replaced(whole, n, n + 2, [join(*whole.entries[n : n + 2], taken)])


def _sources(whole: Bilingual) -> list[str]:
    return [entry.source for entry in whole.entries if entry.state is not State.SKIPPED]


@pytest.fixture
def first() -> Bilingual:
    return _run(ARTICLE)


# What a person does

ENTRY = Entry(
    "0a1b2c3d",
    "Ia tiba;  lalu pergi.",
    "He came. Then he left.",
    State.APPROVED,
    BlockKind.SUBHEADING,
    "title-line",
    7,
    how="model",
    memory="b.txt 1",
    score=-0.5,
    confidence=0.5,
    terms=(Term("Ia", "He", "model"),),
    findings=("names: Ia.",),
    offer=Offer(80, "Ia.", "He."),
    made_from="0123456789abcdef",
    fingerprint="0123456789abcdef",
    machine="He came.",
    comment="ask Ani",
    flags=("ignore-names",),
)


@pytest.mark.parametrize("at", [8, 9, 10])
@pytest.mark.parametrize("target_at", [8, 9])
def test_two_of_one(at: int, target_at: int) -> None:
    one, two = split(ENTRY, at, target_at, ["0a1b2c3d"])
    assert one == Entry(
        next(content_ids(["Ia tiba;"])),
        "Ia tiba;",
        "He came.",
        State.DRAFT,
        BlockKind.SUBHEADING,
        "title-line",
        7,
        segmented="split",
        comment="ask Ani",
        flags=("ignore-names",),
    )
    assert two == replace(
        one,
        id=next(content_ids(["lalu pergi."])),
        source="lalu pergi.",
        target="Then he left.",
        comment="",
    )


def test_a_part_may_have_no_target() -> None:
    one, two = split(ENTRY, 8, 0, [])
    assert (one.state, two.state) == (State.EMPTY, State.DRAFT)
    assert two.target == ENTRY.target
    one, two = split(ENTRY, 8, 99, [])
    assert (one.state, two.state) == (State.DRAFT, State.EMPTY)


def test_ids_are_like_no_others() -> None:
    twice = replace(ENTRY, source="Ya. Ya.", target="")
    base = next(content_ids(["Ya."]))
    assert [part.id for part in split(twice, 3, 0, [])] == [base, f"{base}-2"]
    taken = {base, f"{base}-3"}
    assert [part.id for part in split(twice, 3, 0, taken)] == [f"{base}-2", f"{base}-4"]


@pytest.mark.parametrize("at", [-5, 0, 21, 99])
def test_nothing_is_cut_off(at: int) -> None:
    with pytest.raises(InputError, match="Nothing would be left"):
        split(ENTRY, at, 3, [])


def test_no_word_is_cut() -> None:
    with pytest.raises(InputError, match="through a word"):
        split(ENTRY, 5, 3, [])


def test_one_of_two() -> None:
    other = replace(
        ENTRY, id="x", source="Ia makan.", target=" He ate.", comment="a\nb", flags=("no-wrap",)
    )
    joined = join(ENTRY, other, [])
    assert joined == Entry(
        next(content_ids(["Ia tiba; lalu pergi. Ia makan."])),
        "Ia tiba;  lalu pergi. Ia makan.",
        "He came. Then he left. He ate.",
        State.DRAFT,
        BlockKind.SUBHEADING,
        "title-line",
        7,
        segmented="joined",
        comment="ask Ani\na\nb",
        flags=("ignore-names", "no-wrap"),
    )
    empty = replace(ENTRY, target="", state=State.EMPTY)
    assert join(empty, other, []).target == "He ate."
    assert join(empty, empty, []).state is State.EMPTY


def test_blocks_and_furniture_stay_as_they_are() -> None:
    for other in (replace(ENTRY, line=8), replace(ENTRY, kind=BlockKind.PARAGRAPH)):
        with pytest.raises(InputError, match="different blocks"):
            join(ENTRY, other, [])
    skipped = replace(ENTRY, state=State.SKIPPED)
    with pytest.raises(InputError, match="furniture"):
        join(ENTRY, skipped, [])
    with pytest.raises(InputError, match="furniture"):
        split(skipped, 8, 8, [])


# What a run makes of it


def test_cuts_stand_byte_for_byte(first: Bilingual) -> None:
    worked = _split(first, _at(first, SECOND), "duta")
    worked = _join(worked, _at(worked, SECOND))
    worked = _split(worked, _at(worked, "Ia disambut"), "disambut")
    assert _sources(worked)[2:] == [
        FIRST,
        "Ia",
        "disambut",
        "duta besar.",
        f"{SECOND} Keduanya lalu makan siang, kata juru bicara.",
    ]
    assert dumps(_run(ARTICLE, worked)) == dumps(worked)
    words = compose(worked.entries).split()
    assert words == compose(first.entries).split()


def test_a_part_without_a_target_is_drafted(first: Bilingual) -> None:
    worked = _split(first, _at(first, FIRST), "di Brussels", "EN")
    after = _run(ARTICLE, worked)
    assert [entry.target for entry in after.entries[3:5]] == [
        "EN Presiden tiba",
        "EN Presiden tiba di Brussels.",
    ]
    assert dumps(_run(ARTICLE, after)) == dumps(after)


CHANGES = {
    "a new block before": f"Kabar Baru\n\n{ARTICLE}",
    "a new sentence in the block": ARTICLE.replace(SECOND, f"Hujan turun. {SECOND}"),
    "another sentence of the block has changed": ARTICLE.replace(FIRST, "Presiden tiba."),
    "blocks have been made one": ARTICLE.replace(f"{SECOND}\n\n", f"{SECOND} "),
    "the block is two": ARTICLE.replace(f"{FIRST} ", f"{FIRST}\n\n"),
    "the block has gone elsewhere": f"{ARTICLE}\nHujan turun. Keduanya lalu makan siang, kata "
    f"juru bicara. {SECOND}\n",
}


@pytest.mark.parametrize("text", CHANGES.values(), ids=CHANGES)
def test_cuts_hold_when_the_article_changes_around_them(first: Bilingual, text: str) -> None:
    worked = _split(first, _at(first, SECOND), "duta")
    long = "Keduanya lalu makan siang, kata juru bicara."
    worked = _split(worked, _at(worked, long), "kata")
    after = _run(text, worked)
    kept = [entry for entry in after.entries if entry.segmented]
    assert kept == [
        replace(entry, line=now.line)
        for entry, now in zip(
            [entry for entry in worked.entries if entry.segmented], kept, strict=True
        )
    ]
    assert dumps(_run(text, after)) == dumps(after)


def test_a_joined_sentence_holds_when_others_change(first: Bilingual) -> None:
    worked = _join(first, _at(first, FIRST))
    joined = worked.entries[3]
    after = _run(ARTICLE.replace("JAKARTA - ", "Hujan turun. "), worked)
    assert replace(joined, line=after.entries[3].line) == after.entries[3]


def test_a_sentence_that_has_changed_is_cut_by_the_rules_again(first: Bilingual) -> None:
    worked = _split(first, _at(first, FIRST), "di Brussels")
    worked = _join(worked, _at(worked, SECOND, 1))
    text = ARTICLE.replace("tiba di", "sampai di").replace("siang", "malam")
    after = _run(text, worked)
    assert not [entry for entry in after.entries if entry.segmented]
    assert _sources(after) == [one.source for one in _read(text).segments]
    assert [(entry.source, entry.target) for entry in after.obsolete] == [
        (entry.source, entry.target) for entry in worked.entries if entry.segmented
    ]


def test_cuts_return_when_their_sentence_does(first: Bilingual) -> None:
    worked = _split(first, _at(first, FIRST), "di Brussels")
    worked = _join(worked, _at(worked, SECOND, 1))
    text = ARTICLE.replace("tiba di", "sampai di").replace("siang", "malam")
    assert dumps(_run(ARTICLE, _run(text, worked))) == dumps(worked)
    empty = [replace(e, target="", state=State.EMPTY) if e.segmented else e for e in worked.entries]
    after = _run(ARTICLE, _run(text, replace(worked, entries=tuple(empty))))
    assert _sources(after) == _sources(worked)
    assert [entry.segmented for entry in after.entries] == [e.segmented for e in worked.entries]


def test_a_word_that_has_been_mended_in_the_article_is_a_change(first: Bilingual) -> None:
    text = ARTICLE.replace("juru bicara", "jurubicara")
    worked = _split(first, _at(first, "Keduanya lalu makan siang, kata juru bicara."), "kata")
    after = _run(text, worked)
    assert _sources(after)[-1] == "Keduanya lalu makan siang, kata jurubicara."


def test_of_like_sentences_it_is_the_one_that_was_cut(first: Bilingual) -> None:
    worked = _split(first, _at(first, SECOND, 1), "duta")
    assert dumps(_run(ARTICLE, worked)) == dumps(worked)
    alike = _run(f"{SECOND}\n\n{SECOND}\n\n{SECOND}\n")
    worked = _split(alike, 1, "duta")
    assert dumps(_run(f"{SECOND}\n\n{SECOND}\n\n{SECOND}\n", worked)) == dumps(worked)
    more = _run(f"Hujan.\n\n{SECOND}\n\n{SECOND}\n\n{SECOND}\n", worked)
    assert _sources(more) == ["Hujan.", *_sources(worked)]


def test_put_back_they_are_as_the_rules_make_them(first: Bilingual) -> None:
    joined = _join(first, _at(first, FIRST))
    again = _split(joined, 3, SECOND, f"EN {SECOND}")
    parted = _split(first, _at(first, FIRST), "di")
    whole = _join(parted, _at(parted, "Presiden tiba"))
    for worked in (again, whole):
        assert [(e.id, e.source, e.target) for e in worked.entries] == [
            (e.id, e.source, e.target) for e in first.entries
        ]
        assert dumps(_run(ARTICLE, worked)) == dumps(worked)


def test_touching_sentences_and_odd_white_space_stand() -> None:
    text = "Ia tiba.“Baik,” katanya. Harga 5\u00a0juta  lebih; ia pergi.\n"
    first = _run(text)
    for start in range(len(first.entries) - 1):
        worked = _join(first, start)
        assert dumps(_run(text, worked)) == dumps(worked)
    last = len(first.entries) - 1
    worked = _split(first, last, "juta")
    assert dumps(_run(text, worked)) == dumps(worked)
    worked = _join(worked, last)
    assert dumps(_run(text, worked)) == dumps(worked)


def test_the_lead_of_an_article_stays_one(first: Bilingual) -> None:
    worked = _split(first, _at(first, FIRST), "di")
    assert [one.source for one in as_before(_read(ARTICLE), worked).segments if one.lead] == [
        "JAKARTA -"
    ]
    joined = _join(worked, _at(worked, "JAKARTA -"))
    assert not [one for one in as_before(_read(ARTICLE), joined).segments if one.lead]


def test_without_cuts_nothing_is_touched(first: Bilingual) -> None:
    article = _read(ARTICLE)
    assert as_before(article, None) is article
    assert as_before(article, first) is article


WORDS = st.sampled_from(
    ["Ia", "tiba.", "lalu", "Ya.", "makan", "siang;", "Budi", "pergi?", "“Ya!”"]
)
BLOCKS = st.lists(
    st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=5
).map("\n\n".join)
DEEDS = st.lists(st.tuples(st.booleans(), st.integers(0, 99), st.integers(0, 99)), max_size=12)


def _worked(whole: Bilingual, deeds: Sequence[tuple[bool, int, int]]) -> Bilingual:
    """What comes of splits and joins at any places, where they can be."""
    for splits, n, at in deeds:
        place = n % len(whole.entries)
        entry = whole.entries[place]
        try:
            if splits:
                words = entry.source.split(" ")
                cut = len(" ".join(words[: at % len(words)]))
                words = entry.target.split(" ")
                target_cut = len(" ".join(words[: at % (len(words) + 1)]))
                two = split(entry, cut, target_cut, {one.id for one in whole.entries})
                whole = _replaced(whole, place, place + 1, two)
            elif place + 1 < len(whole.entries):
                whole = _join(whole, place)
        except InputError:
            continue
    return whole


@given(BLOCKS, DEEDS)
def test_any_splits_and_joins_stand(text: str, deeds: list[tuple[bool, int, int]]) -> None:
    first = _run(text)
    approved = replace(
        first,
        entries=tuple(
            replace(entry, state=State.APPROVED) if entry.target else entry
            for entry in first.entries
        ),
    )
    worked = _worked(approved, deeds)
    after = _run(text, worked)
    # Where a part was left without a target it has been drafted; all else is as it was.
    assert [
        now if now.how == "model" and not entry.target else entry
        for now, entry in zip(after.entries, worked.entries, strict=True)
    ] == list(after.entries)
    assert not after.obsolete
    english = compose([entry for entry in worked.entries if entry.target])
    assert english.split() == compose(first.entries).split()
    assert dumps(_run(text, after)) == dumps(after)


@given(BLOCKS, DEEDS, BLOCKS)
def test_nothing_is_lost_whatever_becomes_of_the_article(
    text: str, deeds: list[tuple[bool, int, int]], other: str
) -> None:
    worked = _worked(_run(text), deeds)
    after = _run(other, worked)
    touched = {
        (entry.source, entry.target)
        for entry in worked.entries
        if entry.target and fingerprint(entry.target) != entry.fingerprint
    }
    there = {(entry.source, entry.target) for entry in (*after.entries, *after.obsolete)}
    assert touched <= there
    back = _run(text, _run(f"{text}\n\n{other}", worked))
    assert touched <= {(e.source, e.target) for e in (*back.entries, *back.obsolete)}
