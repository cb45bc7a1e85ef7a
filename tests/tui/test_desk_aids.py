"""The pages of the aids: what they say of a segment, and what taking their lines does."""

from dataclasses import replace
from pathlib import Path

import pytest
from aidside import SOURCE, lines, tools, view
from deskside import entry
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Glossary, PartOfSpeech
from padanan.translate.bilingual import State
from padanan.translate.checks import CheckSettings, Finding, Severity
from padanan.translate.checks.pair import Span
from padanan.translate.enforce import Step, Tried
from padanan.translate.machine import Offer, Term
from padanan.translate.memory import Memory, Unit
from padanan.tui.aids import alternatives, findings, memory, origin, terms
from padanan.tui.aids.asking import Question, Trouble, found_out
from padanan.tui.aids.item import Jump, Look, Page, Taking, Unfold, View, _changes, difference
from padanan.tui.aids.placing import spaced_in
from padanan.tui.looking import Looked, look
from padanan.tui.tools import Tools


@pytest.fixture
def desk(tmp_path: Path) -> Tools:
    return tools(tmp_path)


def put(text: str, act: object, cursor: int | None = None) -> str:
    """A target after something has been taken."""
    assert isinstance(act, Taking)
    place = len(text) if cursor is None else cursor
    start = place if act.start is None else act.start
    end = start if act.end is None else act.end
    return text[:start] + act.text + text[end:]


def acts(page: Page, text: str) -> dict[str, str]:
    """For each line that can be taken, what taking it makes of the target."""
    return {
        item.pieces[0].text: put(text, item.act)
        for item in page.numbered
        if isinstance(item.act, Taking)
    }


def unfolded(there: View, term: str) -> Page:
    """The page of terms, with one that needs nothing shown in full."""
    return terms.page(replace(there, unfolded=("term", there.entry.source.index(term))), None)


# Terms


def test_terms_stand_in_the_order_of_their_need(desk: Tools) -> None:
    page = terms.page(view(desk, SOURCE, "Allies sought a security warranty."), None)
    titles = [line for line in lines(page) if line[:1] in "✗!≈✓"]
    assert [title.split("  ")[:2] for title in titles] == [
        ["✗ Rusia", "missing"],
        ["! jaminan keamanan", "rendering to be avoided “security warranty”"],
        ["✓ sekutu", "held “Allies”"],
    ]
    there = view(desk, SOURCE, "Allies sought a security warranty.")
    assert terms.count(there) == (3, 2)
    first = terms.first(there)
    assert first is not None
    assert first.preferred == "Russia"


def test_a_rendering_takes_the_place_of_the_wrong_one_in_its_shape(desk: Tools) -> None:
    text = "Allies sought security warranties from Moscow."
    made = acts(terms.page(view(desk, SOURCE, text), None), text)
    assert made["security guarantee"] == "Allies sought security guarantees from Moscow."
    assert made["security assurance"] == "Allies sought security assurances from Moscow."


def test_an_admitted_rendering_gives_way_too_and_its_possessive_and_article_stay_right(
    desk: Tools,
) -> None:
    text = "It was a security assurance's end for Russian allies."
    made = acts(unfolded(view(desk, SOURCE, text), "jaminan"), text)
    assert made["security guarantee"] == "It was a security guarantee's end for Russian allies."
    own = "jaminan\tassurance|guarantee\t\tnoun\t\t\t\n"
    head = "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
    (desk.desk.memory.parent / "terms.tsv").write_text(head + own, encoding="utf-8")
    desk.renew_glossary()
    text = "They want a guarantee."
    made = acts(unfolded(view(desk, "Mereka meminta jaminan.", text), "jaminan"), text)
    assert made["assurance"] == "They want an assurance."


def test_a_rendering_that_is_nowhere_goes_to_the_cursor_with_its_blanks(desk: Tools) -> None:
    text = "They want from Russia."
    page = terms.page(view(desk, SOURCE, text, cursor=9), None)
    act = next(item.act for item in page.numbered if item.pieces[0].text == "security guarantee")
    assert isinstance(act, Taking)
    assert act.start is None
    assert put(text, act, 9) == "They want security guarantee from Russia."
    at_first = terms.page(view(desk, SOURCE, "", cursor=0), None)
    first = next(item.act for item in at_first.numbered if item.pieces[0].text == "ally")
    assert put("", first) == "Allies"  # para sekutu, at the beginning of the sentence


def test_a_rendering_takes_the_place_of_the_term_that_was_left_untranslated(desk: Tools) -> None:
    text = "JAKARTA, Selasa (5/11/2024) -"
    made = acts(terms.page(view(desk, text, text), None), text)
    assert made["Tuesday"] == "JAKARTA, Tuesday (5/11/2024) -"
    text = "The Sekutu want security."
    made = acts(terms.page(view(desk, SOURCE, text), None), text)
    assert made["ally"] == "The allies want security."


def test_a_term_that_needs_nothing_is_one_line(desk: Tools) -> None:
    text = "Allies want security assurances from Russia."
    there = view(desk, SOURCE, text)
    assert lines(terms.page(there, None)) == [
        "✓ jaminan keamanan  accepted “security assurances”  first choice: security guarantee",
        "✓ sekutu  held “Allies”",
        "✓ Rusia  held “Russia”  also: Russian",
    ]
    assert [item.act for item in terms.page(there, None).numbered] == [
        Unfold(("term", 20)),
        Unfold(("term", 42)),
    ]
    assert "security guarantee" in acts(unfolded(there, "jaminan"), text)


def test_of_an_empty_target_every_term_is_missing(desk: Tools) -> None:
    assert terms.count(view(desk, SOURCE, "")) == (3, 3)


def test_of_homonyms_each_meaning_is_told(desk: Tools) -> None:
    page = terms.page(view(desk, "Mereka pergi ke bank.", "They went there."), None)
    said = lines(page)
    assert "noun, economy  glossary" in said
    assert "tepi sungai  noun, nature  glossary" in said
    assert "Where the river ends." in said
    assert [item.pieces[0].text for item in page.numbered] == ["bank", "riverbank"]


def test_what_is_cldrs_and_what_is_derived_is_told_once_it_is_known(desk: Tools) -> None:
    there = view(desk, SOURCE + " Penutupan bank batal.", "Nothing.")
    found = terms.gather(Question(there.entry, (), desk))
    said = lines(terms.page(there, found))
    assert any("Rusia  missing  name, place  CLDR" in line for line in said)
    assert "“Penutupan” is derived from “menutup”: close" in said


def test_a_term_that_stands_twice_is_told_once(desk: Tools) -> None:
    there = view(desk, "Sekutu dan sekutu.", "Nobody.")
    assert any("×2" in line for line in lines(terms.page(there, None)))
    assert terms.count(there) == (1, 1)


def test_no_terms_and_no_glossary(tmp_path: Path, desk: Tools) -> None:
    assert lines(terms.page(view(desk, "Hujan.", "Rain."), None)) == [
        "No term of the glossary is in this segment."
    ]
    broken = Tools(desk.desk, tmp_path / "gone.tsv")
    there = View(entry("a", "Hujan.", "Rain."), "Rain.", looked=Looked())
    (sentence,) = lines(terms.page(there, terms.gather(Question(there.entry, (), broken))))
    assert "gone.tsv" in sentence


@given(st.text(max_size=30), st.integers(0, 30))
def test_what_is_put_in_never_sticks_to_a_word(text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    words = spaced_in("ally", text, cursor)
    assert words.strip() == "ally"
    before, after = text[:cursor], text[cursor:]
    assert not (before[-1:].isalnum() and words[0] != " ")
    assert not (after[:1].isalnum() and words[-1] != " ")


def test_marks_that_open_and_close() -> None:
    for text in ["", "He said ", "(", "“", 'He said "', "He said '", "NATO-", "and/"]:
        assert spaced_in("ally", text, len(text)) == "ally"
    for text in ["He", "He said.", 'He "said"', "said,", "allies'", "said”", "2024) -", "it –"]:
        assert spaced_in("ally", text, len(text)) == " ally"
    assert spaced_in("ally", "an ", 0) == "ally "
    assert spaced_in("ally", "an, ", 2) == " ally"


# Findings


def test_a_fix_is_taken_whole_and_what_has_none_is_jumped_to(desk: Tools) -> None:
    text = "The  allies sought a a security guarantee from Russia."
    there = view(desk, SOURCE, text)
    page = findings.page(there)
    made = [item.act for item in page.numbered]
    assert any(isinstance(act, Taking) and (act.start, act.end) == (0, len(text)) for act in made)
    finding = Finding("names", Severity.ERROR, "A name.", "s1", "", (), (Span(4, 10),))
    silent = Finding("unknown-check", Severity.NOTE, "In the source.", "s1", "", (Span(0, 4),))
    looked = Looked(findings=(finding, silent))
    page = findings.page(replace(there, looked=looked))
    assert [item.act for item in page.numbered] == [Jump(4, 10)]
    assert findings.count(replace(there, looked=looked)) == (2, 1)
    assert "in the source: “Para”" in lines(page)
    assert any(line.startswith("· unknown-check  note") for line in lines(page))


def test_nothing_found_and_not_checked_yet() -> None:
    there = View(entry("a", "Hujan.", "Rain."), "Rain.", looked=Looked())
    assert lines(findings.page(there)) == ["The checks find nothing."]
    assert lines(findings.page(replace(there, looked=None))) == ["Checking..."]


# Memory


def test_the_memory_says_what_differs_and_who_approved_it(desk: Tools) -> None:
    there = view(desk, "Presiden menutup jembatan itu.", "The president shut that bridge.")
    assert (
        "There is no translation memory yet"
        in lines(memory.page(there, memory.gather(Question(there.entry, (), desk))))[0]
    )
    with Memory.open(desk.desk.memory) as store:
        store.store(
            [
                Unit("Presiden meresmikan jembatan itu.", "The president opened it.", "a.txt",
                     "x1", "2024-05-06T07:08:09Z", "ani"),
                Unit("Presiden menutup jembatan itu.", "The president shut that bridge.",
                     "b.txt", "s1", "2024-05-06T07:08:09Z", "budi"),
            ]
        )  # fmt: skip
    page = memory.page(there, memory.gather(Question(there.entry, (), desk)))
    assert lines(page) == [
        "75 %  The president opened it.",
        "Presiden meresmikan menutup jembatan itu.",
        "a.txt  ani  2024-05-06",
    ]  # the segment's own translation is no news
    looks = {piece.text: piece.look for piece in page.items[1].pieces}
    assert (looks["meresmikan"], looks["menutup"]) == (Look.GONE, Look.NEW)
    assert acts(page, there.text) == {"75 %": "The president opened it."}
    assert memory.count(None) == (None, 0)
    assert lines(memory.page(there, None)) == ["Asking the memory..."]


def test_a_memory_that_is_damaged_is_said_to_be(desk: Tools) -> None:
    desk.desk.memory.write_bytes(b"no database " * 100)
    found = found_out(memory.gather, Question(entry("a", "Hujan."), (), desk))
    assert isinstance(found, Trouble)
    assert "memory.sqlite" in found.sentence


def test_a_very_long_source_is_asked_for_exactly_only(desk: Tools) -> None:
    long = "Kata yang panjang. " * 600
    with Memory.open(desk.desk.memory) as store:
        store.store([Unit(long, "Long.")])
    hits = memory.gather(Question(entry("a", long), (), desk)).hits
    assert [hit.target for hit in hits] == ["Long."]
    assert not memory.gather(Question(entry("a", long + "x"), (), desk)).hits


# Alternatives


def test_what_was_finished_comes_first_while_its_beginning_stands() -> None:
    from padanan.translate.alternatives import Alternative

    there = View(entry("a", "Hujan turun deras.", "Rain came."), "Heavy ra came.", 8)
    found = alternatives.Found(
        (Alternative("Rain came.", -0.5), Alternative("Rain fell.", -0.9, ("heavy",), ("fell",))),
        "Heavy ra",
        (Alternative("Heavy rain fell.", -0.4),),
    )
    page = alternatives.page(there, found)
    made = [put(there.text, item.act) for item in page.numbered]
    assert made == ["Heavy rain fell.", "Rain came.", "Rain fell."]
    present = alternatives.page(replace(there, text="Rain came."), found)
    assert [item.pieces[0].text for item in present.numbered] == ["Rain "]
    assert any(line.startswith("Rain came.  as it is now") for line in lines(present))
    said = lines(page)
    assert said[0] == "After “Heavy ra”:"
    assert any("✗ without heavy  ! with fell, to be avoided" in line for line in said)
    elsewhere = replace(there, text="Light rain.")
    assert not any(one.startswith("After") for one in lines(alternatives.page(elsewhere, found)))
    assert lines(alternatives.page(there, None)) == ["Asking the model..."]


def test_the_page_says_that_the_model_is_asked_how_a_sentence_goes_on() -> None:
    there = View(entry("a", "Hujan turun deras.", "Rain came."), "Heavy rain", 11)
    for begun in ("Heavy rain ", "Heavy rain"):  # the panel has the target without its last blank
        asked = alternatives.Found(None, begun, asked=True)
        said = lines(alternatives.page(there, asked))
        assert said[0] == "Asking the model what comes after “Heavy rain”..."
        nothing = alternatives.merged(asked, alternatives.Found(None, begun, ()))
        said = lines(alternatives.page(there, nothing))
        assert said[0] == "The model has nothing after “Heavy rain”."


def test_others_that_differ_in_articles_only_are_left_out() -> None:
    from padanan.translate.alternatives import Alternative

    texts = ("The rain came.", "Rain came.", "A rain came.", "Rain fell.", "The rain fell.")
    found = alternatives.Found(tuple(Alternative(text, -0.5) for text in texts))
    there = View(entry("a", "Hujan.", "Rain came."), "Rain came.")
    shown = [line.partition("  ")[0] for line in lines(alternatives.page(there, found))]
    assert shown == ["Rain came.", "Rain came fell."]
    assert alternatives.count(there, found) == (1, 0)


def test_of_what_a_rule_has_made_there_are_no_others(desk: Tools) -> None:
    its = replace(entry("a", "JAKARTA -", "JAKARTA -"), how="rule")
    found = alternatives.gather(Question(its, (), desk))
    assert found.others == ()
    there = View(its, its.target)
    assert lines(alternatives.page(there, found))[0].startswith("A rule has made this")
    assert alternatives.count(there, found) == (None, 0)


def test_a_difference_can_be_read_without_strike_through() -> None:
    def said(then: str, now: str) -> list[tuple[str, str]]:
        return [(piece.look.value, piece.text) for piece in difference(then, now)]

    assert said("high waves came", "high wave came") == [
        ("plain", "high "), ("gone", "waves"), ("plain", " "), ("new", "wave"), ("plain", " came"),
    ]  # fmt: skip
    assert said("On Tuesday (5/11/2024) -", "On Tuesday, 5 November 2024 -") == [
        ("plain", "On "), ("gone", "Tuesday (5/11/2024)"), ("plain", " "),
        ("new", "Tuesday, 5 November 2024"), ("plain", " -"),
    ]  # fmt: skip
    assert said("the rain fell", "rain fell hard") == [
        ("gone", "the "), ("plain", "rain fell"), ("new", " hard"),
    ]  # fmt: skip
    assert said("on Selasa (5/11/2024) -", "on Tuesday, 5 November 2024 -") == [
        ("plain", "on "), ("gone", "Selasa (5/11/2024)"), ("plain", " "),
        ("new", "Tuesday, 5 November 2024"), ("plain", " -"),
    ]  # fmt: skip


@given(*[st.lists(st.sampled_from(["a", "b ", " ", ",", "(c", "d1"])).map("".join)] * 2)
def test_a_difference_has_the_whole_of_both_texts(then: str, now: str) -> None:
    changes = list(_changes(then, now))
    assert "".join(gone + same for gone, _new, same in changes) == then
    assert "".join(new + same for _gone, new, same in changes) == now


def test_what_was_found_out_at_two_times_comes_together() -> None:
    others = alternatives.Found(())
    finished = alternatives.Found(None, "He", ())
    assert alternatives.merged(None, finished) is finished
    assert alternatives.merged(Trouble("no model"), others) is others
    both = alternatives.Found((), "He", ())
    assert alternatives.merged(others, finished) == both
    assert alternatives.merged(finished, others) == both


# Origin


def test_the_origin_says_all_that_is_known_and_no_more() -> None:
    made = entry(
        "a",
        "Hujan turun.",
        "It rained.",
        confidence=0.8,
        terms=(Term("Hujan", "rain", "mended", True), Term("turun", "fall", "missing")),
        machine="Rain fell.",
        offer=Offer(81, "Hujan [-tidak-] turun.", "No rain.", "a.txt x1"),
    )
    there = View(made, "It rained.")
    page = origin.page(there, None)
    said = lines(page)
    assert said[0] == "Drafted by the model."
    assert "Of 100 such drafts, 80 are a good start." in said[1]
    assert "61 % sure" in said[1]
    assert "✓ Hujan → rain  put into the draft  another rendering is preferred" in said
    assert "✗ turun → fall  missing" in said
    assert "Machine: Rain fell." in said
    assert [put(there.text, item.act) for item in page.numbered] == ["Rain fell.", "No rain."]
    tried = (
        Tried("Hujan turun.", Step.MODEL, "Rain fell.", -0.5, ("rainfall",), (), True, "likeliest"),
        Tried("Hujan turun.", Step.MENDED, "Rainfall.", -0.7, (), (), True, "fewest faults"),
    )
    page = origin.page(there, origin.Found("model 1 beam 4", False, "Hujan turun.", tried))
    said = lines(page)
    assert "The desk has another model or other settings now: model 1 beam 4." in said[0]
    assert "base  by the model itself  Rain fell." in said
    assert "taken  put into the draft  Rainfall." in said
    assert "likeliest  ✗ without rainfall" in said


def test_origins_without_a_model() -> None:
    ruled = replace(entry("a", "Senin", "Monday"), how="rule", score=None)
    assert lines(origin.page(View(ruled, "Monday"), None))[0].startswith("Made by a rule")
    empty = replace(entry("a", "Senin"), how="", score=None, rule="")
    assert lines(origin.page(View(empty, ""), None))[0] == "No draft was made for this segment."
    skipped = replace(empty, state=State.SKIPPED)
    assert lines(origin.page(View(skipped, ""), None))[0] == "Left out as page furniture."


def test_what_cannot_be_found_out_is_said_and_breaks_nothing(desk: Tools) -> None:
    def breaks(_question: Question) -> None:
        raise RuntimeError("odd")

    found = found_out(breaks, Question(entry("a", "x"), (), desk))
    assert found == Trouble("This could not be found out (RuntimeError: odd).")


WORDS = st.sampled_from(
    [
        "the", "a", "security warranty", "security warranties", "Security assurance's", "of",
        "security guarantee", "allies", "ally", "Russia's", "Russian", "closed", ".", ",", "“",
    ]
)  # fmt: skip
KNOWN = Glossary(
    [
        Concept(
            ("jaminan keamanan",),
            ("security guarantee", "security assurance"),
            ("security warranty",),
            PartOfSpeech.NOUN,
        ),
        Concept(("sekutu",), ("ally", "partner"), (), PartOfSpeech.NOUN),
        Concept(("menutup",), ("close", "shut down"), (), PartOfSpeech.VERB),
        Concept(("Rusia",), ("Russia", "Russian"), (), PartOfSpeech.NAME, "place"),
    ]
)


@given(st.lists(WORDS, max_size=8), st.integers(0, 60))
def test_what_is_taken_is_there_and_the_rest_stays(words: list[str], cursor: int) -> None:
    text = " ".join(words)
    cursor = max(text.rfind(" ", 0, cursor), 0)  # not within a word
    source = "Rusia menutup jaminan keamanan sekutu."
    its = entry("s1", source, text)
    there = View(its, text, cursor, look(its, text, KNOWN, CheckSettings()))
    folded = [None, *(item.key for item in terms.page(there, None).numbered)]
    pages = [terms.page(replace(there, unfolded=key), None) for key in folded]
    for item in (item for page in pages for item in page.numbered):
        if isinstance(item.act, Unfold):
            continue
        assert isinstance(item.act, Taking)
        assert item.concept is not None
        made = put(text, item.act, cursor)
        found = KNOWN.renderings(made, [item.concept])
        assert any(one.rendering == item.pieces[0].text for one in found)
        start = cursor if item.act.start is None else item.act.start
        end = start if item.act.end is None else item.act.end
        assert made.startswith(text[:start])
        assert made.endswith(text[end:])
