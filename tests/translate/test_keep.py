"""What of an earlier run stands, and what becomes of work whose sentence has gone."""

from dataclasses import replace

import pytest

from padanan.translate.article import BlockKind, SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint
from padanan.translate.draft import Draft
from padanan.translate.english import compose
from padanan.translate.keep import NOTHING, assemble, remember
from padanan.translate.provenance import Origin, of_model, of_text
from padanan.translate.read import read_bytes
from padanan.translate.segment import segment

ARTICLE = (
    "Presiden Tiba di Brussels\n\nBaca juga: Harga Beras Naik\n\n"
    "JAKARTA - Presiden tiba di Brussels. Ia disambut duta besar.\n\nIa disambut duta besar.\n"
)
OLD, NEW = "package 1 beam 4", "package 2 beam 4"


def _read(text: str) -> SegmentedArticle:
    return segment(read_bytes(text.encode(), "a.txt"))


def _origins(article: SegmentedArticle, recipe: str = OLD) -> dict[str, Origin]:
    return {one.id: of_model(one.source, recipe) for one in article.segments}


def _drafts(article: SegmentedArticle, mark: str = "EN", recipe: str = OLD) -> dict[str, Draft]:
    origins = _origins(article, recipe)
    return {
        one.id: Draft(f"{mark} {one.source}", "model", origins[one.id], -0.5)
        for one in article.segments
    }


def _bilingual(
    article: SegmentedArticle, entries: tuple[Entry, ...], obsolete: tuple[Entry, ...] = ()
) -> Bilingual:
    return Bilingual("a.txt", article.article.sha256, OLD, OLD, "", entries, obsolete)


@pytest.fixture
def article() -> SegmentedArticle:
    return _read(ARTICLE)


@pytest.fixture
def first(article: SegmentedArticle) -> Bilingual:
    return _bilingual(article, *assemble(article, NOTHING, _drafts(article)))


def _change(whole: Bilingual, of: str, **values: object) -> Bilingual:
    """`whole` with the first entry of that source changed."""
    position = [entry.source for entry in whole.entries].index(of)
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


def _again(
    text: str, worked: Bilingual, recipe: str = OLD, mark: str = "NEW"
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries after another run over `text`, with every draft needed."""
    article = _read(text)
    past = remember(article, worked, _origins(article, recipe))
    return assemble(article, past, _drafts(article, mark, recipe))


def _targets(entries: tuple[Entry, ...], source: str) -> list[tuple[str, str]]:
    return [(str(e.state), e.target) for e in entries if e.source == source]


def test_fresh_drafts_stand_and_stale_ones_do_not(
    article: SegmentedArticle, first: Bilingual
) -> None:
    assert len(remember(article, first, _origins(article, OLD)).standing) == 5
    assert not remember(article, first, _origins(article, NEW)).standing
    assert not remember(article, first, _origins(article, OLD), force=True).standing


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
    past = remember(article, worked, _origins(article, recipe), force=force)
    texts = {past.continued[id_].target for id_ in past.standing}
    assert {"EN Presiden tiba di Brussels.", "JAKARTA, Indonesia -"} <= texts


def test_a_changed_draft_keeps_what_the_machine_wrote_and_a_new_one_does_not(
    first: Bilingual,
) -> None:
    worked = _change(
        first, "JAKARTA -", target="JAKARTA:", machine="EN JAKARTA -", segmented="split"
    )
    entries, _ = _again(ARTICLE, worked, NEW)
    assert entries[2] == replace(worked.entries[2], id=entries[2].id)
    entries, _ = _again(ARTICLE, _change(worked, "JAKARTA -", target="", state=State.EMPTY))
    assert (entries[2].target, entries[2].machine) == ("NEW JAKARTA -", "")
    assert entries[2].segmented == "split"


def test_a_cleared_target_is_drafted_anew(article: SegmentedArticle, first: Bilingual) -> None:
    cleared = _change(first, "JAKARTA -", target="", state=State.EMPTY)
    assert len(remember(article, cleared, _origins(article, OLD)).standing) == 4


def test_a_rules_draft_stands_while_the_rule_would_say_the_same(
    article: SegmentedArticle, first: Bilingual
) -> None:
    one = article.segments[1]
    assert one.source == "JAKARTA -"
    made = of_text("rule", "JAKARTA -")
    ruled = _change(first, "JAKARTA -", target="JAKARTA -", how="rule", made_from=str(made))
    ruled = _change(ruled, "JAKARTA -", fingerprint=fingerprint("JAKARTA -"))
    now = _origins(article) | {one.id: made}
    assert len(remember(article, ruled, now).standing) == 5
    assert len(remember(article, ruled, now, force=True).standing) == 1
    otherwise = _origins(article) | {one.id: of_text("rule", "JAKARTA, Indonesia -")}
    assert len(remember(article, ruled, otherwise).standing) == 4
    touched = _change(ruled, "JAKARTA -", target="JAKARTA, Java -")
    assert len(remember(article, touched, otherwise).standing) == 5


def test_drafts_from_a_memory_that_cannot_be_asked_stand(
    article: SegmentedArticle, first: Bilingual
) -> None:
    held = _change(first, "JAKARTA -", how="memory", made_from="0123456789abcdef")
    assert len(remember(article, held, _origins(article)).standing) == 4
    assert len(remember(article, held, _origins(article), lasting=("memory",)).standing) == 5


def test_a_draft_of_before_origins_were_recorded_is_made_anew(
    article: SegmentedArticle, first: Bilingual
) -> None:
    old = _change(first, "JAKARTA -", made_from="")
    assert len(remember(article, old, _origins(article)).standing) == 4


def test_findings_go_with_the_draft_they_were_made_in(first: Bilingual) -> None:
    found = _change(first, "JAKARTA -", findings=("names: Jakarta is not there.",))
    entries, _ = _again(ARTICLE, found)
    assert entries[2].findings
    entries, _ = _again(ARTICLE, _change(found, "JAKARTA -", state=State.APPROVED))
    assert entries[2].findings
    entries, _ = _again(ARTICLE, _change(found, "JAKARTA -", target="JAKARTA, Java -"))
    assert (entries[2].target, entries[2].findings) == ("JAKARTA, Java -", ())


def test_the_second_of_two_like_sentences_is_its_own_segment(first: Bilingual) -> None:
    worked = _change(first, "Ia disambut duta besar.", target="X", state=State.APPROVED)
    entries, _ = _again(ARTICLE, worked)
    assert [entry.target for entry in entries[-2:]] == ["X", "EN Ia disambut duta besar."]


def test_a_mended_source_keeps_the_old_work(first: Bilingual) -> None:
    """A person changed msgid, so id and source disagree: the target is not the sentence's."""
    worked = _change(
        first,
        "Presiden tiba di Brussels.",
        source="Presiden tibo di Brussels.",
        state=State.APPROVED,
    )
    entries, obsolete = _again(ARTICLE, worked)
    assert _targets(entries, "Presiden tiba di Brussels.") == [
        ("draft", "NEW Presiden tiba di Brussels.")
    ]
    assert [(e.source, e.target) for e in obsolete] == [
        ("Presiden tibo di Brussels.", "EN Presiden tiba di Brussels.")
    ]
    assert not {e.id for e in obsolete} & {e.id for e in entries}
    again, still = _again(ARTICLE, _bilingual(_read(ARTICLE), entries, obsolete))
    assert (again, still) == (entries, obsolete)


def test_work_whose_sentence_goes_is_kept_and_comes_back(first: Bilingual) -> None:
    worked = _change(first, "Presiden tiba di Brussels.", state=State.APPROVED, comment="tanya Ani")
    shorter = ARTICLE.replace("Presiden tiba di Brussels. ", "")
    entries, obsolete = _again(shorter, worked)
    # Machine drafts that no one touched go; approved work stays.
    assert [entry.source for entry in obsolete] == ["Presiden tiba di Brussels."]
    entries, obsolete = _again(ARTICLE, _bilingual(_read(shorter), entries, obsolete))
    back = next(entry for entry in entries if entry.source == "Presiden tiba di Brussels.")
    assert (back.target, back.state) == ("EN Presiden tiba di Brussels.", State.APPROVED)
    assert back.comment == "tanya Ani"
    assert not obsolete


def test_a_comment_on_a_draft_is_work_too(first: Bilingual) -> None:
    worked = _change(first, "Presiden tiba di Brussels.", comment="tanya Ani")
    shorter = ARTICLE.replace("Presiden tiba di Brussels. ", "")
    entries, obsolete = _again(shorter, worked)
    assert [(e.comment, e.target) for e in obsolete] == [("tanya Ani", "")]
    entries, _ = _again(ARTICLE, _bilingual(_read(shorter), entries, obsolete))
    back = next(entry for entry in entries if entry.source == "Presiden tiba di Brussels.")
    assert back.comment == "tanya Ani"
    assert back.target == "NEW Presiden tiba di Brussels."


TWICE = "Judul Berita Ini\n\nIa tiba. Satu dua tiga.\n\nIa tiba. Empat lima enam.\n"


def _twice(**targets: str) -> Bilingual:
    """The bilingual file of TWICE, its two like sentences approved as given."""
    article = _read(TWICE)
    entries, _ = assemble(article, NOTHING, _drafts(article))
    names = iter(["first", "second"])
    changed = []
    for entry in entries:
        name = next(names) if entry.source == "Ia tiba." else ""
        if name in targets:
            entry = replace(entry, target=targets[name], state=State.APPROVED)
        changed.append(entry)
    return _bilingual(article, tuple(changed))


def test_when_the_first_of_two_goes_the_seconds_work_stays() -> None:
    shorter = TWICE.replace("Ia tiba. Satu dua tiga.\n\n", "")
    for worked in (_twice(second="He came."), _twice(first="He arrived.", second="He came.")):
        entries, obsolete = _again(shorter, worked)
        assert _targets(entries, "Ia tiba.") == [("approved", "He came.")]
        assert [e.target for e in obsolete] in ([], ["He arrived."])


def test_when_a_third_comes_before_the_others_their_work_stays() -> None:
    longer = TWICE.replace("\n\nIa tiba. Satu", "\n\nIa tiba. Nol.\n\nIa tiba. Satu")
    entries, obsolete = _again(longer, _twice(first="He arrived.", second="He came."))
    assert _targets(entries, "Ia tiba.") == [
        ("draft", "NEW Ia tiba."),
        ("approved", "He arrived."),
        ("approved", "He came."),
    ]
    assert not obsolete


def test_when_only_one_is_left_elsewhere_work_is_preferred_to_a_draft() -> None:
    entries, obsolete = _again(
        "Berita yang Lain\n\nHari ini. Ia tiba.\n", _twice(second="He came.")
    )
    assert _targets(entries, "Ia tiba.") == [("approved", "He came.")]
    assert not obsolete


def test_thousands_of_like_sentences_are_matched_at_once() -> None:
    text = "Judul\n\n" + "Ia tiba. " * 3000
    article = _read(text)
    entries, _ = assemble(article, NOTHING, _drafts(article))
    again, obsolete = _again(text + "Ia tiba.\n", _bilingual(article, entries))
    assert len(again) == len(entries) + 1
    assert not obsolete


def test_a_skipped_line_given_a_target_reaches_the_english(first: Bilingual) -> None:
    assert "Rice" not in compose(first.entries)
    worked = _change(first, "Baca juga: Harga Beras Naik", target="See also: Rice Prices Rise")
    entries, _ = _again(ARTICLE, worked)
    assert "\nSee also: Rice Prices Rise\n" in compose(entries)


def test_work_follows_a_line_from_furniture_to_text_and_back(first: Bilingual) -> None:
    """Rules change; a person's target for a line must not hang on what the line was taken for."""
    worked = _change(first, "Baca juga: Harga Beras Naik", target="Rice Prices Rise")
    article = _read(ARTICLE)
    blocks = tuple(
        replace(block, kind=BlockKind.PARAGRAPH) if block.kind is BlockKind.FURNITURE else block
        for block in article.article.blocks
    )
    as_text = segment(replace(article.article, blocks=blocks))
    entries, obsolete = assemble(
        as_text, remember(as_text, worked, _origins(as_text, OLD)), _drafts(as_text)
    )
    assert _targets(entries, "Baca juga: Harga Beras Naik") == [("approved", "Rice Prices Rise")]
    assert not obsolete
    entries, obsolete = _again(ARTICLE, _bilingual(as_text, entries))
    assert _targets(entries, "Baca juga: Harga Beras Naik") == [("skipped", "Rice Prices Rise")]
    assert not obsolete


def test_the_english_text_keeps_the_layout(first: Bilingual) -> None:
    assert compose(first.entries) == (
        "EN Presiden Tiba di Brussels\n\n"
        "EN JAKARTA - EN Presiden tiba di Brussels. EN Ia disambut duta besar.\n\n"
        "EN Ia disambut duta besar.\n"
    )


def test_a_gap_cannot_pass_for_a_finished_text(article: SegmentedArticle) -> None:
    entries, _ = assemble(article, NOTHING, {})
    assert "[Presiden Tiba di Brussels]\n" in compose(entries)
