"""The checks of punctuation, spaces and capitals."""

import pytest
from checkpairs import assert_fix_holds, cut, found

from padanan.translate.article import BlockKind


@pytest.mark.parametrize(
    ("source", "target", "marks"),
    [
        ("Ia (55) datang.", "He (55 came.", ["("]),
        ("Ia (55) datang.", "He 55) came.", [")"]),
        ("Ia datang.", "He [came}.", ["[", "}"]),
    ],
)
def test_unpaired_brackets_are_told(source: str, target: str, marks: list[str]) -> None:
    (one,) = found("brackets", source, target)
    assert cut(target, one.target_spans) == marks


def test_brackets_that_have_gone_are_told() -> None:
    source = "Badan itu (BMKG) memperingatkan."
    (one,) = found("brackets", source, "The agency gave a warning.")
    assert cut(source, one.source_spans) == ["(BMKG)"]
    source = "Amerika Serikat (AS) setuju, kata Budi (partai baru)."
    (one,) = found("brackets", source, "The United States agreed, Budi said.")
    assert cut(source, one.source_spans) == ["(partai baru)"]
    source = "Kamis (27/1/2022) ia datang."
    (one,) = found("brackets", source, "He came on Thursday.")
    assert cut(source, one.source_spans) == ["(27/1/2022)"]


def test_brackets_may_go_without_a_glossary() -> None:
    source, target = "Amerika Serikat (AS) setuju.", "The United States agreed."
    assert found("brackets", source, target, uses=()) == []
    assert len(found("brackets", source, "The states agreed.", uses=())) == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia (55) datang.", "He (55) came."),
        ("Ia (55) datang.", "He [55] came."),
        ("1) Satu", "1) One"),
        ("a) satu, b) dua", "a) one, b) two"),
        ("Ia (55 datang.", "He (55 came."),
        ("Ia datang.", "He came (at last)."),
        # what the brackets hold is there without them
        ("Kamis (27/1/2022) ia datang.", "He came on Thursday, 27 January 2022."),
        ("Amerika Serikat (AS) setuju.", "The United States agreed."),
        ("Jerman (Eropa) dan Rusia setuju.", "Germany, in Europe, and Russia agreed."),
    ],
)
def test_brackets_that_pair_are_let_pass(source: str, target: str) -> None:
    assert found("brackets", source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("“Ya,” katanya.", "“Yes, he said."),
        ('"Ya," katanya.', 'Yes," he said.'),
        ('"Ya," katanya.', "Yes, he said."),
        ("Ya, katanya.", "“Yes,” he said."),
    ],
)
def test_quotations_that_are_not_right_are_told(source: str, target: str) -> None:
    assert len(found("quotes", source, target)) == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ('"Ya," katanya.', "“Yes,” he said."),
        ('"Ya," katanya.', "‘Yes,’ he said."),
        ('"Ya," katanya.', "'Yes,' he said."),
        ("«Ya», katanya.", '"Yes," he said.'),
        ('"Kutipan yang berlanjut.', "“A quotation that goes on."),
        ("Itu mobil Budi.", "That's the Smiths' car."),
        ("Istilah ‘bumi’ itu.", 'The term "earth".'),
        ("Kata â€” begitu.", "A word — so."),
    ],
)
def test_quotations_that_are_right_are_let_pass(source: str, target: str) -> None:
    assert found("quotes", source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "fix"),
    [
        ("Ia pulang.", "He went home", "He went home."),
        ('"Ia pulang."', '"He went home"', '"He went home."'),
        ("Ia pulang?", "He went home.", None),
        ("Ia pulang.", "Did he go home?", None),
        ("Katanya:", "He said.", None),
        ("Ia pulang...", "He went home.", None),
    ],
)
def test_another_end_is_told(source: str, target: str, fix: str | None) -> None:
    (one,) = found("end-punctuation", source, target)
    assert one.fix == fix
    if fix is not None:
        assert_fix_holds("end-punctuation", source, one)


def test_a_headline_loses_its_full_stop() -> None:
    (one,) = found("end-punctuation", "Ia Pulang", "He Goes Home.", kind=BlockKind.HEADLINE)
    assert one.fix == "He Goes Home"
    (one,) = found("end-punctuation", "Ia di AS", "He is in the U.S.", kind=BlockKind.HEADLINE)
    assert one.fix is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia pulang.", "He went home."),
        ("Ia pulang!", "He went home."),
        ("Ia pulang…", "He went home..."),
        ('Ia "pulang".', "He “went home.”"),
        ("Ia pulang (kemarin).", "He went home (yesterday)."),
        ("Ia pulang,", "He went home"),
        ("Ia pulang", "He went home."),
        ("Jakarta, Antara --", "Jakarta, Antara --"),
    ],
)
def test_the_same_end_is_let_pass(source: str, target: str) -> None:
    assert found("end-punctuation", source, target) == []


@pytest.mark.parametrize(
    ("target", "fix"),
    [
        ("He  went home.", "He went home."),
        (" He went home.", "He went home."),
        ("He went home. ", "He went home."),
        ("He went home .", "He went home."),
        ("He went , then left ; so ?", "He went, then left; so?"),
        ("He ( 55 ) went.", "He (55) went."),
        ("He \u00a0 went.", "He went."),
    ],
)
def test_spaces_too_many_are_told(target: str, fix: str) -> None:
    (one,) = found("double-space", "Ia (55) pulang.", target)
    assert one.fix == fix
    assert_fix_holds("double-space", "Ia (55) pulang.", one)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia pulang.", "He went home."),
        ("Ia pulang ...", "He went home ..."),
        ("Ia pulang .com", "He bought a .com name and a .22 rifle."),
        ("Ia pulang. ", "He went home. "),
        ("Ia pulang :)", "He went home :)"),
    ],
)
def test_spaces_that_may_be_are_let_pass(source: str, target: str) -> None:
    assert found("double-space", source, target) == []


def test_characters_of_web_pages_are_mended() -> None:
    target = "&quot;Yes,&quot; he said; it&#39;s so."
    (one,) = found("entities", '"Ya," katanya.', target)
    assert cut(target, one.target_spans) == ["&quot;", "&quot;", "&#39;"]
    assert one.fix == '"Yes," he said; it\'s so.'
    for check in ("quotes", "end-punctuation", "capitalisation"):
        assert found(check, '"Ya," katanya.', target) == []


@pytest.mark.parametrize("target", ["AT&T; and others", "Q&A; so", "A & B", "&unknownword;"])
def test_an_ampersand_is_no_character_of_web_pages(target: str) -> None:
    assert found("entities", "Ia.", target) == []


@pytest.mark.parametrize(
    ("source", "target", "fix"),
    [
        ("Ia pulang.", "he went home.", "He went home."),
        ('"Ia pulang."', '"he went home."', '"He went home."'),
        ("Ia pulang dari Paris.", "HE WENT HOME FROM PARIS.", None),
        ("Ia pulang dari Paris.", "he went home from paris.", None),
    ],
)
def test_capitals_that_are_not_right_are_told(source: str, target: str, fix: str | None) -> None:
    (one,) = found("capitalisation", source, target)
    assert one.fix == fix
    if fix is not None:
        assert_fix_holds("capitalisation", source, one)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia pulang.", "He went home."),
        ("ia pulang", "he went home"),
        ("Ponsel itu mahal.", "iPhones are dear."),
        ("Kelompok itu kalah.", "al-Qaeda lost."),
        ("IA PULANG DARI PASAR", "HE GOES HOME FROM THE MARKET"),
        ("NATO bersidang.", "NATO met."),
        ("5 orang pulang.", "5 went home."),
        ("Straße.", "ßa."),
    ],
)
def test_capitals_that_are_right_are_let_pass(source: str, target: str) -> None:
    assert found("capitalisation", source, target) == []
