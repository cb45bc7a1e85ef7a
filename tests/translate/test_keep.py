"""What of an earlier run stands, and what becomes of work whose sentence has gone."""

from dataclasses import replace

import pytest

from padanan.translate.article import SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.english import compose
from padanan.translate.keep import Draft, assemble, remember
from padanan.translate.read import read_bytes
from padanan.translate.segment import segment

ARTICLE = (
    "Presiden Tiba di Brussels\n\nBaca juga: Harga Beras Naik\n\n"
    "JAKARTA - Presiden tiba di Brussels. Ia disambut duta besar.\n\nIa disambut duta besar.\n"
)
OLD, NEW = "package 1 beam 4", "package 2 beam 4"


def _read(text: str) -> SegmentedArticle:
    return segment(read_bytes(text.encode(), "a.txt"))


def _drafts(article: SegmentedArticle, mark: str = "EN") -> dict[str, Draft]:
    return {s.source: Draft(f"{mark} {s.source}", "model", -0.5) for s in article.segments}


def _bilingual(
    article: SegmentedArticle, entries: tuple[Entry, ...], obsolete: tuple[Entry, ...] = ()
) -> Bilingual:
    return Bilingual("a.txt", article.article.sha256, OLD, OLD, "", entries, obsolete)


@pytest.fixture
def article() -> SegmentedArticle:
    return _read(ARTICLE)


@pytest.fixture
def first(article: SegmentedArticle) -> Bilingual:
    return _bilingual(article, *assemble(article, None, {}, _drafts(article)))


def _change(whole: Bilingual, source: str, **values: object) -> Bilingual:
    """`whole` with the first entry of that source changed."""
    position = [entry.source for entry in whole.entries].index(source)
    entries = list(whole.entries)
    entries[position] = replace(entries[position], **values)  # type: ignore[arg-type]
    return replace(whole, entries=tuple(entries))


def test_every_line_is_there_in_order(first: Bilingual) -> None:
    assert [(str(entry.state), entry.source) for entry in first.entries] == [
        ("draft", "Presiden Tiba di Brussels"),
        ("skipped", "Baca juga: Harga Beras Naik"),
        ("draft", "JAKARTA -"),
        ("draft", "Presiden tiba di Brussels."),
        ("draft", "Ia disambut duta besar."),
        ("draft", "Ia disambut duta besar."),
    ]
    assert len({entry.id for entry in first.entries}) == 6


def test_fresh_drafts_stand_and_stale_ones_do_not(
    article: SegmentedArticle, first: Bilingual
) -> None:
    assert len(remember(article, first, OLD)) == 5
    assert remember(article, first, NEW) == {}
    assert remember(article, first, OLD, force=True) == {}


@pytest.mark.parametrize("recipe", [OLD, NEW])
@pytest.mark.parametrize("force", [False, True])
def test_what_a_person_did_stands_always(
    article: SegmentedArticle, first: Bilingual, recipe: str, force: bool
) -> None:
    worked = _change(
        _change(first, "Presiden tiba di Brussels.", state=State.APPROVED),
        "JAKARTA -",
        target="JAKARTA, Indonesia -",
    )
    kept = remember(article, worked, recipe, force=force)
    texts = {entry.target for entry in kept.values()}
    assert {"EN Presiden tiba di Brussels.", "JAKARTA, Indonesia -"} <= texts


def test_a_cleared_target_is_drafted_anew(article: SegmentedArticle, first: Bilingual) -> None:
    cleared = _change(first, "JAKARTA -", target="", state=State.EMPTY)
    assert len(remember(article, cleared, OLD)) == 4


def test_the_second_of_two_like_sentences_is_its_own_segment(
    article: SegmentedArticle, first: Bilingual
) -> None:
    worked = _change(first, "Ia disambut duta besar.", target="X", state=State.APPROVED)
    entries, _ = assemble(article, worked, remember(article, worked, OLD), _drafts(article))
    assert [entry.target for entry in entries[-2:]] == ["X", "EN Ia disambut duta besar."]


def test_work_whose_sentence_goes_is_kept_and_comes_back(
    article: SegmentedArticle, first: Bilingual
) -> None:
    worked = _change(first, "Presiden tiba di Brussels.", state=State.APPROVED, comment="tanya Ani")
    shorter = _read(ARTICLE.replace("Presiden tiba di Brussels. ", ""))
    kept = remember(shorter, worked, OLD)
    entries, obsolete = assemble(shorter, worked, kept, _drafts(shorter))
    # Machine drafts that no one touched go; approved work stays.
    assert [entry.source for entry in obsolete] == ["Presiden tiba di Brussels."]
    between = _bilingual(shorter, entries, obsolete)
    kept = remember(article, between, OLD)
    entries, obsolete = assemble(article, between, kept, {})
    back = next(entry for entry in entries if entry.source == "Presiden tiba di Brussels.")
    assert (back.target, back.state) == ("EN Presiden tiba di Brussels.", State.APPROVED)
    assert back.comment == "tanya Ani"
    assert not obsolete


def test_a_skipped_line_given_a_target_reaches_the_english(
    article: SegmentedArticle, first: Bilingual
) -> None:
    assert "Rice" not in compose(article, first.entries)
    worked = _change(first, "Baca juga: Harga Beras Naik", target="See also: Rice Prices Rise")
    entries, _ = assemble(article, worked, remember(article, worked, OLD), {})
    assert "\nSee also: Rice Prices Rise\n" in compose(article, entries)


def test_the_english_text_keeps_the_layout(article: SegmentedArticle, first: Bilingual) -> None:
    assert compose(article, first.entries) == (
        "EN Presiden Tiba di Brussels\n\n"
        "EN JAKARTA - EN Presiden tiba di Brussels. EN Ia disambut duta besar.\n\n"
        "EN Ia disambut duta besar.\n"
    )


def test_a_gap_cannot_pass_for_a_finished_text(article: SegmentedArticle) -> None:
    entries, _ = assemble(article, None, {}, {})
    assert "[Presiden Tiba di Brussels]\n" in compose(article, entries)
