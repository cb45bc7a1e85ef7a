"""The checks of pairs beside each other."""

from checkpairs import cut, pair

from padanan.translate.checks import (
    CheckSettings,
    Finding,
    Pair,
    Severity,
    check_all,
    check_article,
)


def inconsistent(*pairs: Pair) -> list[Finding]:
    return list(check_article(pairs, CheckSettings().only(["term-inconsistent"])))


def test_the_rendering_that_is_rarer_in_an_article_is_told() -> None:
    target = "Crude is dear."
    findings = inconsistent(
        pair("Minyak mentah naik.", "Crude oil rose.", id="1"),
        pair("Minyak mentah mahal.", target, id="2"),
        pair("Minyak mentah turun.", "Crude oil fell.", id="3"),
    )
    (one,) = findings
    assert (one.segment, one.severity) == ("2", Severity.WARNING)
    assert cut(target, one.target_spans) == ["Crude"]
    assert (
        one.message == "“minyak mentah” is “crude” here and “crude oil” elsewhere in the article."
    )


def test_of_two_as_frequent_the_preferred_one_counts() -> None:
    findings = inconsistent(
        pair("Minyak mentah mahal.", "Crude is dear.", id="1"),
        pair("Minyak mentah naik.", "Crude oil rose.", id="2"),
    )
    assert [one.segment for one in findings] == ["1"]


def test_between_articles_it_is_a_note() -> None:
    findings = inconsistent(
        pair("Minyak mentah naik.", "Crude oil rose.", id="1", article="a"),
        pair("Minyak mentah mahal.", "Crude is dear.", id="1", article="b"),
    )
    (one,) = findings
    assert (one.article, one.severity) == ("b", Severity.NOTE)
    assert one.message.endswith("“crude oil” in other articles.")


def test_a_part_of_a_compound_is_another_way() -> None:
    findings = inconsistent(
        pair("Kecamatan Paloh luas.", "Paloh District is large.", id="1"),
        pair("Kecamatan Sajad luas.", "Sajad Subdistrict is large.", id="2"),
        pair("Kecamatan Jawai luas.", "Jawai District is large.", id="3"),
    )
    assert [one.segment for one in findings] == ["2"]


def test_what_counts_as_one_way() -> None:
    kpk = "Komisi Pemberantasan Korupsi"
    assert not inconsistent(
        # a name and its short form, a place and the word for its people, other words
        pair(f"{kpk} datang.", "The Corruption Eradication Commission came.", id="1"),
        pair(f"{kpk} pergi.", "KPK left.", id="2"),
        pair("Rusia datang.", "Russia came.", id="3"),
        pair("Tentara Rusia datang.", "Russian soldiers came.", id="4"),
        pair("Polisi membatalkan rapat.", "Police called off the meeting.", id="5"),
        pair("Polisi membatalkan acara.", "Police cancelled the event.", id="6"),
    )


def differently(*pairs: Pair) -> list[Finding]:
    return list(check_article(pairs, CheckSettings().only(["same-source-differently"])))


def test_a_source_with_two_translations_is_told_at_each() -> None:
    findings = differently(
        pair("Ia  pulang.", "He went home.", id="1", article="a"),
        pair("Ia pulang.", "She goes home.", id="1", article="b"),
        pair("Ia pulang.", "He went home.", id="2", article="b"),
    )
    assert [(one.article, one.segment) for one in findings] == [("a", "1"), ("b", "1"), ("b", "2")]
    assert findings[0].message == "The same source is translated “She goes home.” elsewhere."
    assert findings[1].message == "The same source is translated “He went home.” elsewhere."


def test_one_translation_is_let_pass() -> None:
    assert not differently(
        pair("Ia pulang.", "He went home.", id="1"),
        pair("Ia pulang.", "He  went home.", id="2"),
        pair("Ia pulang.", "", id="3"),
        pair("Ia tiba.", "He came.", id="4"),
    )


def test_all_findings_come_in_the_order_of_the_pairs_gravest_first() -> None:
    findings = check_all(
        [
            pair("Ia pulang.", "he  went home.", id="1"),
            pair("Minyak mentah naik.", "Raw oil rose", id="2"),
            pair("Ia pulang.", "She left.", id="3"),
        ]
    )
    assert [(one.segment, one.check) for one in findings] == [
        ("1", "capitalisation"),
        ("1", "double-space"),
        ("1", "same-source-differently"),
        ("2", "term-avoided"),
        ("2", "end-punctuation"),
        ("3", "same-source-differently"),
    ]
