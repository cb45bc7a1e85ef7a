"""Taking another glossary in: what becomes of ours, and what is left for a person."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from padanan.errors import InputError
from padanan.glossary import Concept, Flag, GlossaryFile, PartOfSpeech
from padanan.glossary.compare import Change, compare
from padanan.glossary.merge import Kind, Plan, Side, plan

JAMINAN = Concept(
    ("jaminan keamanan",),
    ("security guarantee",),
    ("security assurance",),
    PartOfSpeech.NOUN,
    "diplomacy",
)


def kinds(done: Plan) -> list[list[Kind]]:
    return [[difference.kind for difference in one.differences] for one in done.conflicts]


def test_what_is_new_is_added_and_what_is_there_counted() -> None:
    perang = Concept(("perang",), ("war",))
    assert plan([JAMINAN], [perang, JAMINAN]) == Plan((perang,), (), (), 1)


def test_a_concept_gets_what_it_lacks() -> None:
    ours = Concept(("jaminan",), ("guarantee",), note="Of safety.")
    theirs = Concept(
        ("garansi", "Jaminan"),
        ("guarantee", "Guaranty", "GUARANTEE"),
        ("warranty",),
        PartOfSpeech.NOUN,
        "law",
        note="of safety",
    )
    done = plan([ours], [theirs])
    assert done.conflicts[0].differences[0].kind is Kind.NOTE
    done = plan(
        [ours],
        [
            Concept(
                ("garansi", "Jaminan"),
                theirs.renderings,
                ("warranty",),
                PartOfSpeech.NOUN,
                "law",
                note="safety",
            )
        ],
    )
    assert done.changed == (
        Change(
            ours,
            Concept(
                ("jaminan", "garansi"),
                ("guarantee", "Guaranty"),
                ("warranty",),
                PartOfSpeech.NOUN,
                "law",
                note="Of safety.",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        (Concept(("jaminan keamanan",), ("safety guarantee",)), Kind.PREFERRED),
        (Concept(("jaminan keamanan",), ("Security guarantee",)), Kind.PREFERRED),
        (
            Concept(("jaminan keamanan",), ("security guarantee", "Security assurance")),
            Kind.AVOIDED,
        ),
        (
            Concept(("jaminan keamanan",), ("security guarantee",), domain="security"),
            Kind.DOMAIN,
        ),
        (
            Concept(("jaminan keamanan",), ("security guarantee",), pos=PartOfSpeech.VERB),
            Kind.POS,
        ),
        (
            Concept(("jaminan keamanan",), ("security guarantee",), flags=frozenset({Flag.EXACT})),
            Kind.FLAGS,
        ),
    ],
)
def test_contradictions_are_listed_or_decided(theirs: Concept, expected: Kind) -> None:
    done = plan([JAMINAN], [theirs])
    assert kinds(done) == [[expected]]
    assert (done.added, done.changed, done.same) == ((), (), 0)
    done = plan([JAMINAN], [theirs], Side.OURS)
    assert done.conflicts == ()
    assert all(change.new.preferred == JAMINAN.preferred for change in done.changed)
    done = plan([JAMINAN], [theirs], Side.THEIRS)
    assert done.conflicts == ()
    new = done.changed[0].new
    assert new.renderings[: len(theirs.renderings)] == theirs.renderings
    assert new.pos is (theirs.pos or JAMINAN.pos)
    assert new.domain == (theirs.domain or JAMINAN.domain)
    assert new.flags == (theirs.flags or JAMINAN.flags)


def test_what_theirs_avoids_goes_where_theirs_is_preferred() -> None:
    ours = Concept(("jaminan",), ("guarantee", "warranty"))
    theirs = Concept(("jaminan",), ("guarantee",), ("Warranty",))
    assert kinds(plan([ours], [theirs])) == [[Kind.AVOIDED]]
    (change,) = plan([ours], [theirs], Side.THEIRS).changed
    assert change.new == theirs


def test_homonyms_stay_apart() -> None:
    rate = Concept(("bunga",), ("interest",), domain="economy")
    flower = Concept(("bunga",), ("flower",), domain="society")
    assert plan([rate], [flower]).added == (flower,)
    # Which of the two is meant, nobody knows.
    done = plan([rate, flower], [Concept(("bunga",), ("blossom",))], Side.THEIRS)
    assert kinds(done) == [[Kind.SEVERAL]]
    assert done.conflicts[0].ours == (rate, flower)
    # Unless it says nothing new of one of them.
    assert plan([rate, flower], [Concept(("bunga",), ("flower",))]).same == 1


def test_terms_of_two_concepts_are_not_one() -> None:
    perang, damai = Concept(("perang",), ("war",)), Concept(("damai",), ("peace",))
    done = plan([perang, damai], [Concept(("perang", "damai"), ("war",))], Side.THEIRS)
    assert kinds(done) == [[Kind.SEVERAL]]


def test_what_would_break_a_rule_is_left() -> None:
    nato = Concept(("NATO",), ("NATO",), flags=frozenset({Flag.KEEP}))
    done = plan([nato], [Concept(("NATO",), ("North Atlantic Treaty Organization",))], Side.THEIRS)
    assert kinds(done) == [[Kind.PREFERRED, Kind.RULE]]
    # To get a domain, a concept would have to share a term with another of that domain.
    ours = [
        Concept(("janji", "ikrar"), ("pledge",)),
        Concept(("ikrar",), ("vow",), domain="religion"),
    ]
    done = plan(ours, [Concept(("janji",), ("pledge",), domain="religion")])
    assert kinds(done) == [[Kind.RULE]]


@pytest.mark.parametrize("text", ["#x", "a|b", "a\tb", "a\nb", "=a", "...", " a"])
def test_what_can_be_no_row_is_left(text: str) -> None:
    done = plan([JAMINAN], [Concept((text,), ("x",)), Concept(("perang",), ("war",))])
    assert kinds(done) == [[Kind.RULE]]
    assert done.conflicts[0].ours == ()
    assert len(done.added) == 1


def test_capitals_tell_flagged_concepts_apart() -> None:
    case = frozenset({Flag.CASE})
    states = Concept(("AS",), ("United States",), flags=case)
    axle = Concept(("as",), ("axle",), flags=case)
    assert plan([states], [axle]).added == (axle,)


def test_what_changes_between_two_glossaries() -> None:
    a, b, c = (Concept((word,), (word.upper(),)) for word in "abc")
    assert not compare([a, b], [b, a])
    changed = Concept(("a", "x"), ("A",))
    assert compare([a, b], [changed, c]) == type(compare([], []))((c,), (b,), (Change(a, changed),))
    renamed = Concept(("x", "a"), ("A",), domain="law")
    assert compare([a], [renamed]).changed == (Change(a, renamed),)
    assert Change(a, renamed).columns == ("id", "domain")


# Properties

_words = st.sampled_from(["satu", "dua", "tiga", "Dua", "EMPAT", "lima enam"])
_renderings = st.sampled_from(["one", "two", "three", "Two", "four", "five six"])


@st.composite
def _concepts(draw: st.DrawFn) -> Concept:
    terms = draw(st.lists(_words, min_size=1, max_size=3, unique_by=str.casefold))
    entries = draw(st.lists(_renderings, min_size=1, max_size=4, unique_by=str.casefold))
    accepted = draw(st.integers(1, len(entries)))
    return Concept(
        tuple(terms),
        tuple(entries[:accepted]),
        tuple(entries[accepted:]),
        draw(st.sampled_from([None, PartOfSpeech.NOUN, PartOfSpeech.VERB])),
        draw(st.sampled_from(["", "", "law", "Law", "sport"])),
        draw(st.sampled_from([frozenset(), frozenset({Flag.CASE}), frozenset({Flag.EXACT})])),
        draw(st.sampled_from(["", "a", "ab", "b"])),
    )


@st.composite
def _glossaries(draw: st.DrawFn) -> GlossaryFile:
    """A file whose rows can stand together."""
    file = GlossaryFile(Path("terms.tsv"), b"id\ten\tavoid\tpos\tdomain\tflags\tnote\n")
    for concept in draw(st.lists(_concepts(), max_size=6)):
        try:
            file.add(concept)
        except InputError:  # a term of another row
            continue
    return file


_sides = st.sampled_from([None, Side.OURS, Side.THEIRS])


@given(_glossaries(), _sides)
def test_a_glossary_brings_itself_nothing(ours: GlossaryFile, prefer: Side | None) -> None:
    assert plan(ours.concepts, ours.concepts, prefer) == Plan((), (), (), len(ours.concepts))


@given(_glossaries())
def test_an_empty_glossary_takes_all(theirs: GlossaryFile) -> None:
    assert plan([], theirs.concepts) == Plan(theirs.concepts, (), (), 0)


@given(_glossaries(), st.data())
def test_what_was_taken_away_comes_back(theirs: GlossaryFile, data: st.DataObject) -> None:
    kept = [concept for concept in theirs.concepts if data.draw(st.booleans())]
    done = plan(kept, theirs.concepts)
    assert not done.changed
    assert not done.conflicts
    assert {*kept, *done.added} == set(theirs.concepts)


@given(_glossaries(), _glossaries(), _sides)
def test_twice_is_once(ours: GlossaryFile, theirs: GlossaryFile, prefer: Side | None) -> None:
    # A term in a domain and in none is what `check` warns of: whose it is may change from one time
    # to the next.
    assume(len({bool(concept.domain) for concept in theirs.concepts}) < 2)
    plan(ours.concepts, theirs.concepts, prefer).apply(ours)
    assert not ours.problems
    again = plan(ours.concepts, theirs.concepts, prefer)
    assert not again.changes


@given(_glossaries(), _glossaries(), st.sampled_from([None, Side.OURS]))
def test_nothing_of_ours_is_lost(
    ours: GlossaryFile, theirs: GlossaryFile, prefer: Side | None
) -> None:
    before = ours.concepts
    done = plan(before, theirs.concepts, prefer)
    done.apply(ours)
    assert len(ours.concepts) == len(before) + len(done.added)
    new = {change.old: change.new for change in done.changed}
    for old in before:
        now = new.get(old, old)
        assert now in ours.concepts
        assert now.preferred == old.preferred
        for attribute in ("terms", "renderings", "avoided"):
            had, has = getattr(old, attribute), getattr(now, attribute)
            assert has[: len(had)] == had
        assert now.flags == old.flags
        assert now.pos is old.pos or old.pos is None
        assert now.domain == old.domain or not old.domain
        assert old.note in now.note


@given(_glossaries(), _glossaries())
def test_what_changes_makes_the_one_the_other(old: GlossaryFile, new: GlossaryFile) -> None:
    changes = compare(old.concepts, new.concepts)
    old.remove(*changes.removed, *(change.old for change in changes.changed))
    old.update((*changes.added, *(change.new for change in changes.changed)))
    assert set(old.concepts) == set(new.concepts)


def test_a_domain_for_what_is_new() -> None:
    perang, damai = Concept(("perang",), ("war",)), Concept(("damai",), ("peace",), domain="law")
    known = Concept(("jaminan keamanan",), ("security guarantee",))
    added = plan([JAMINAN], [perang, damai, known], domain="security").added
    assert [concept.domain for concept in added] == ["security", "law"]
