"""Renderings put into drafts: where, in which shape, and what is left alone."""

from enforcing import NAME, VERB, aligned, concept, matches
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Flag
from padanan.translate.enforce.mending import Edit, applied, edits
from padanan.translate.enforce.result import Step
from padanan.translate.enforce.unit import Option, Unit
from padanan.translate.enforce.verdict import Judge

GUARANTEE = concept("jaminan keamanan", "security guarantee", "safety assurance")
MINISTER = concept("menteri pertahanan", "defense minister|defense secretary")


def unit(source: str, target: str, looks: dict[int, list[int]], *concepts: Concept) -> Unit:
    """A unit with a draft whose words look at those words of the source."""
    found = matches(source, *concepts)
    shares = {at: [(one, 1.0 / len(places)) for one in places] for at, places in looks.items()}
    option = Option(
        target,
        Step.MODEL,
        -1.0,
        -1.0,
        Judge(found).look(source, target, found),
        aligned=aligned(source, target, shares) if looks else None,
    )
    return Unit(source, found, option)


def inside(one: Unit, at: int = 0) -> list[str]:
    """The draft after each edit that leaves the rest as it is."""
    return [applied(one.best, edit)[0] for edit in edits(one, at)[0]]


def begun(one: Unit, at: int = 0) -> list[str]:
    """The beginnings that the model is to go on from."""
    return [edit.beginning(one.best.text) for edit in edits(one, at)[1]]


SOURCE = "Ia minta jaminan keamanan kemarin ."
LOOKS = {0: [0], 1: [1], 2: [2, 3], 3: [4], 4: [5]}


def test_other_words_give_way() -> None:
    one = unit(SOURCE, "He wanted promises yesterday .", LOOKS, GUARANTEE)
    assert inside(one)[0] == "He wanted security guarantees yesterday ."
    assert not begun(one)


def test_what_failed_is_finished_anew() -> None:
    one = unit(SOURCE, "He wanted promises yesterday .", LOOKS, GUARANTEE)
    one.give_up(0)
    assert begun(one)[0] == "He wanted security guarantees"


def test_the_article_follows() -> None:
    looks = {0: [0], 1: [1], 2: [2], 3: [2, 3], 4: [4]}
    order = concept("jaminan keamanan", "order of protection")
    assert inside(unit(SOURCE, "He wanted a promise yesterday", looks, order))[0] == (
        "He wanted an order of protection yesterday"
    )


def test_an_abbreviation_takes_its_point_along() -> None:
    january = concept("Januari", "January", pos=NAME)
    looks = {0: [0], 1: [1], 2: [3], 3: [2]}
    one = unit("Ia datang 12 Januari", "He came Jan. 12.", looks, january)
    assert inside(one)[0] == "He came January 12."
    one = unit("Ia datang pada Januari", "He came in Jan.", {0: [0], 1: [1], 3: [3]}, january)
    assert inside(one)[0] == "He came in January."
    one = unit(SOURCE, "He wanted promises. 12 came .", LOOKS, GUARANTEE)
    assert inside(one)[0] == "He wanted security guarantees. 12 came ."


def test_a_sentence_begins_with_a_capital() -> None:
    source = "Jaminan keamanan datang kemarin"
    one = unit(source, "Promises came yesterday", {0: [0, 1], 1: [2], 2: [3]}, GUARANTEE)
    assert inside(one)[0] == "Security guarantees came yesterday"
    assert all(text[0].isupper() for text in inside(one))


def test_an_avoided_rendering_gives_way_first() -> None:
    one = unit(SOURCE, "He wanted safety assurances yesterday .", {}, GUARANTEE)
    assert inside(one)[0] == "He wanted security guarantees yesterday ."


def test_the_possessive_stays() -> None:
    one = unit("harga jaminan keamanan", "the safety assurance's price", {}, GUARANTEE)
    assert inside(one)[0] == "the security guarantee's price"


def test_an_admitted_rendering_gives_way() -> None:
    one = unit("Kata menteri pertahanan itu .", "Said the defense secretary .", {}, MINISTER)
    assert inside(one)[0] == "Said the defense minister ."
    assert begun(one) == []


def test_a_term_left_untranslated_gives_way() -> None:
    one = unit(SOURCE, "He wanted jaminan keamanan yesterday .", {}, GUARANTEE)
    assert "He wanted security guarantee yesterday ." in inside(one)


def test_a_title_before_a_name_has_capitals() -> None:
    source = "Kemarin Menteri Pertahanan Wiratama tiba"
    looks = {0: [0], 1: [1], 2: [2], 3: [3], 4: [4]}
    one = unit(source, "Yesterday Defence Chief Wiratama arrived", looks, MINISTER)
    assert inside(one)[0] == "Yesterday Defense Minister Wiratama arrived"


def test_a_title_at_the_beginning_has_capitals() -> None:
    source = "Menteri Pertahanan Wiratama tiba"
    looks = {0: [0], 1: [1], 2: [2], 3: [3]}
    one = unit(source, "Defence Chief Wiratama arrived", looks, MINISTER)
    assert inside(one)[0] == "Defense Minister Wiratama arrived"


def test_another_term_s_rendering_is_left_alone() -> None:
    """The words that look at the missing term hold another one; only the rest may go."""
    source = "menteri pertahanan jaminan keamanan"
    looks = {0: [2], 1: [2], 2: [3]}
    one = unit(source, "defense minister promises", looks, MINISTER, GUARANTEE)
    assert one.open == [1]
    assert inside(one, 1)
    for text in inside(one, 1):
        assert text.lower().startswith("defense minister ")
        assert "security guarantee" in text.lower()


def test_a_name_is_put_as_it_is() -> None:
    strait = concept("Selat Lombok", "Lombok Strait", pos=NAME)
    one = unit(
        "Di Selat Lombok kemarin",
        "At the Lombok Channel yesterday",
        {0: [0], 1: [1], 2: [2], 3: [1], 4: [3]},
        strait,
    )
    assert inside(one)[0] == "At the Lombok Strait yesterday"


def test_what_is_kept_is_put_as_the_source_has_it() -> None:
    kept = concept("e-Tilang", "e-Tilang", flags=[Flag.KEEP])
    one = unit("e-Tilang dibuka", "Ticketing opened", {0: [0], 1: [1]}, kept)
    assert inside(one)[0] == "e-Tilang opened"


def test_a_verb_takes_the_form_of_what_goes() -> None:
    strike = concept("mogok", "go on strike", pos=VERB)
    one = unit("Buruh mogok kemarin", "Workers stopped yesterday", {0: [0], 1: [1], 2: [2]}, strike)
    assert inside(one)[0] == "Workers went on strike yesterday"


def test_what_the_draft_leaves_out_is_put_between_words() -> None:
    looks = {0: [0], 1: [1], 2: [4], 3: [5]}
    one = unit(SOURCE, "He asked yesterday .", looks, GUARANTEE)
    texts = inside(one)
    assert texts
    for text in texts:
        assert "".join(text.split()).lower().count("guarantee") == 1
        words = text.split()
        rest = [word for word in words if word not in {"the", "security"} and "guar" not in word]
        assert rest == ["He", "asked", "yesterday", "."]
    assert all(text.startswith("He") for text in begun(one))


def test_after_a_failure_it_is_put_between_words() -> None:
    one = unit(SOURCE, "He wanted promises yesterday .", LOOKS, GUARANTEE)
    one.give_up(0)
    assert one.open == [0]
    assert all("promises" in text for text in inside(one))
    one.give_up(0)
    assert one.open == []


def test_without_attention_there_is_no_place() -> None:
    one = unit(SOURCE, "He wanted promises yesterday .", {}, GUARANTEE)
    assert edits(one, 0) == ([], [])


def test_an_edit_and_its_beginning() -> None:
    text = "He saw a house there"
    edit = Edit(7, 14, "an old hut")
    assert edit.beginning(text) == "He saw an old hut"
    option = Option(text, Step.MODEL, -1.0, -1.0, Judge([]).look("x", text, []))
    assert applied(option, edit) == ("He saw an old hut there", None)


_WORDS = st.lists(
    st.sampled_from(["He", "a", "the", "promise", "promises", ".", "“", "defense minister", "…"]),
    min_size=1,
    max_size=8,
)


@given(_WORDS, st.data())
def test_nothing_around_an_edit_is_lost(words: list[str], data: st.DataObject) -> None:
    """Whatever the words and wherever they look, all but a stretch of the draft stays."""
    source = "Kata menteri pertahanan jaminan keamanan ."
    target = " ".join(words)
    count = len(target.split())
    looks = {at: [data.draw(st.integers(0, 5))] for at in range(count)}
    one = unit(source, target, looks, MINISTER, GUARANTEE)
    for at in one.open:
        if data.draw(st.booleans()):
            one.give_up(at)
    for at in one.open:
        within, anew = edits(one, at)
        for edit in [*within, *anew]:
            assert 0 <= edit.start <= edit.end <= len(target)
            text, moved = applied(one.best, edit)
            assert text.startswith(target[: edit.start])
            assert text.endswith(target[edit.end :])
            assert text.startswith(edit.beginning(target))
            assert moved is not None
            assert moved.text == text
            verdict = Judge(one.matches).look(source, text, one.matches)
            assert verdict.uses[at].agreed
