"""One row of the glossary: cells, concepts, and what is wrong with them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from padanan.glossary import Concept, Flag, PartOfSpeech, Severity
from padanan.glossary.plain import plain_concept
from padanan.glossary.row import QuotingError, concept_row, split_row
from padanan.glossary.rules import read_closely, read_row
from running import ROOT

_texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), exclude_characters="|"),
    min_size=1,
    max_size=12,
).map(lambda text: " ".join(unicodedata.normalize("NFC", text).split()))
_entries = _texts.filter(
    lambda text: any(map(str.isalnum, text)) and not text.startswith(("=", "+", "-", "@"))
)
_notes = _texts.filter(lambda text: not text.startswith(("=", "+", "-", "@")))


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """Concepts that keep every rule of the table."""
    # One pool with capitals ignored keeps terms, renderings and avoided renderings apart.
    pool = draw(st.lists(_entries, min_size=2, max_size=8, unique_by=str.casefold))
    first, second = sorted(draw(st.tuples(*[st.integers(1, len(pool) - 1)] * 2)))
    terms, renderings, avoided = pool[:first], pool[first:second] or pool[-1:], pool[second:]
    flags = draw(st.frozensets(st.sampled_from([Flag.CASE, Flag.EXACT])))
    return Concept(
        tuple(terms),
        tuple(renderings),
        tuple(rendering for rendering in avoided if rendering not in renderings),
        draw(st.none() | st.sampled_from(PartOfSpeech)),
        draw(st.just("") | _notes),
        flags,
        draw(st.just("") | _notes),
    )


@given(concepts())
def test_concept_survives_its_row(concept: Concept) -> None:
    assert read_row(1, concept_row(concept)) == (concept, [])


def test_row_as_a_person_writes_it() -> None:
    row = "deeskalasi|penurunan eskalasi\tde-escalation\tescalation reduction\tnoun\tdiplomacy"
    assert read_row(7, row) == (
        Concept(
            ("deeskalasi", "penurunan eskalasi"),
            ("de-escalation",),
            ("escalation reduction",),
            PartOfSpeech.NOUN,
            "diplomacy",
        ),
        [],
    )


def test_row_as_a_spreadsheet_writes_it() -> None:
    row = 'AS\tUnited States|US\t\tName\tplace\tCase|exact\t"""as"", in lower case, is a word."\t\t'
    concept, problems = read_row(1, row)
    assert not problems
    assert concept == Concept(
        ("AS",),
        ("United States", "US"),
        (),
        PartOfSpeech.NAME,
        "place",
        frozenset({Flag.CASE, Flag.EXACT}),
        '"as", in lower case, is a word.',
    )
    assert (concept.preferred, concept.admitted) == ("United States", ("US",))


def test_a_row_of_more_cells_than_any_spreadsheet_has() -> None:
    for row in ("a" + "\tb" * 50_000, '""' + '\t""' * 50_000):
        assert len(split_row(row)) == 20_001
        assert "the table has 7 columns" in read_row(1, row)[1][0].message


def test_quotation_marks_inside_a_cell_are_text() -> None:
    cells = split_row('a "b" c\t"d ""e"" f"\t""')
    assert [(cell.text, cell.position) for cell in cells] == [
        ('a "b" c', 1),
        ('d "e" f', 9),
        ("", 21),
    ]


@pytest.mark.parametrize("row", ['a\t"b', 'a\t"b" c\td', '"a""\tb'])
def test_quotation_marks_that_do_not_close(row: str) -> None:
    with pytest.raises(QuotingError):
        split_row(row)
    concept, problems = read_row(3, row)
    assert concept is None
    assert [problem.severity for problem in problems] == [Severity.ERROR]
    assert "quotation mark" in problems[0].message


@pytest.mark.parametrize(
    ("row", "column", "position", "said"),
    [
        ("damai", "en", 6, "No English rendering"),
        ("damai, peace", "en", 13, "separated by tabs"),
        ("\tpeace", "id", 1, "No Indonesian term"),
        ("|\tpeace", "id", 1, "No Indonesian term"),
        ("damai\tpeace\t\t\t\t\t\textra", "", 18, "8 cells where the table has 7"),
        ("damai\tpeace\t\tnuon", "pos", 14, "“nuon” is not known here. Known are noun, verb"),
        ("damai\tpeace\t\tnoun|verb", "pos", 14, "Keep one"),
        ("damai\tpeace\t\t\t\tcase,exact", "flags", 16, "put a bar (|) between two"),
        ("damai\tpeace|calm\tCalm", "avoid", 18, "both a rendering and to be avoided"),
        ("Golkar\tGolkar Party\t\t\t\tkeep", "en", 8, "flagged keep"),
        ("damai\t?", "en", 7, "no letter and no digit"),
        ("damai\tpeace|=1+1", "en", 7, "take for a formula"),
        ("damai\tpeace\t\t\t\t\t@note", "note", 17, "take for a formula"),
        ("damai\tpeace\t\t\t\t\t-1", "note", 17, "take for a formula"),
        ("damai\tpe\x1b[31mace", "en", 7, "“pe\\u001b[31mace” holds an invisible character"),
        ("dam\u00adai\tpeace", "id", 1, "SOFT HYPHEN"),
        ("damai\tpea\u202ece", "en", 7, "RIGHT-TO-LEFT OVERRIDE"),
        ('damai\t"pea\tce"', "en", 7, "U+0009"),
    ],
)
def test_errors_leave_the_row_out(row: str, column: str, position: int, said: str) -> None:
    concept, problems = read_row(1, row)
    assert concept is None
    problem = next(p for p in problems if said in p.message)
    assert (problem.line, problem.position, problem.column) == (1, position, column)
    assert problem.severity is Severity.ERROR
    assert problem.message.isprintable()


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("damai \tpeace", "id", "Put single plain spaces"),
        ("damai\tworld  peace", "en", "Put single plain spaces"),
        ("damai\tworld\u00a0peace", "en", "“world\\u00a0peace” has spaces"),
        ("damai\tpeace | world peace", "en", "Put single plain spaces"),
        ("damai\tpeace||world peace", "en", "Nothing between two bars"),
        ("damai\tpeace|", "en", "beside the first or last"),
        ("damai\tpeace|Peace", "en", "twice in this cell"),
        ("damai\tcoup d'e\u0301tat", "en", "NFC"),
    ],
)
def test_warnings_tidy_the_row(row: str, column: str, said: str) -> None:
    concept, problems = read_row(1, row)
    assert concept is not None
    assert {(p.column, p.severity) for p in problems} == {(column, Severity.WARNING)}
    assert any(said in problem.message for problem in problems)
    for text in concept.terms + concept.renderings:
        assert text == unicodedata.normalize("NFC", " ".join(text.split()))


def test_everything_wrong_is_said_at_once() -> None:
    _, problems = read_row(1, "\tpeace|?\tpeace\tnuon\t\tkase\t=1")
    assert [problem.column for problem in problems] == [
        "flags",
        "en",
        "pos",
        "note",
        "id",
        "avoid",
    ]


def test_case_flag_tells_terms_apart_by_capitals() -> None:
    row = "hak asasi manusia|Hak Asasi Manusia\thuman rights\t\t\t\tcase"
    concept, problems = read_row(1, row)
    assert not problems
    assert concept is not None
    assert len(concept.terms) == 2


@given(st.text())
def test_any_line_is_read_without_a_crash(line: str) -> None:
    concept, problems = read_row(1, line.replace("\n", " "))
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    assert (concept is None) == errors
    assert all(problem.message.isprintable() for problem in problems)


def test_a_concept_has_a_term_and_a_rendering() -> None:
    for terms, renderings in (((), ("peace",)), (("damai",), ())):
        with pytest.raises(ValueError, match="at least one"):
            Concept(terms, renderings)


def test_a_sentence_is_no_term() -> None:
    concept, problems = read_row(1, "x " * 151 + "\tpeace")
    assert concept is None
    assert [problem.message for problem in problems if "characters" in problem.message] != []
    concept, problems = read_row(1, f"{'x' * 300}\tpeace")
    assert (concept is None, problems) == (False, [])


def test_a_concept_takes_what_means_the_same() -> None:
    concept = Concept(["a"], ["b"], ["c"], "noun", flags={"case"})  # type: ignore[arg-type]
    assert concept == Concept(
        ("a",), ("b",), ("c",), PartOfSpeech.NOUN, flags=frozenset({Flag.CASE})
    )
    with pytest.raises(TypeError, match="not one text"):
        Concept("abc", ("b",))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="nouns"):
        Concept(("a",), ("b",), pos="nouns")  # type: ignore[arg-type]


def _damaged(row: str) -> st.SearchStrategy[str]:
    """A row with something put into it, or doubled, or taken out."""
    signs = st.sampled_from(
        ["|", "\t", " ", '"', "=", "#", "\u00a0", "\u200b", "e\u0301", "x", "A"]
    )
    place = st.integers(0, len(row))
    put_in = st.builds(lambda at, sign: row[:at] + sign + row[at:], place, signs)
    taken_out = st.builds(lambda at: row[:at] + row[at + 1 :], place)
    return st.one_of(put_in, taken_out, st.just(row.upper()), st.just(f"{row}\t\t"))


@settings(max_examples=50)
@given(concepts().flatmap(lambda concept: _damaged(concept_row(concept))))
def test_a_row_read_at_a_glance_reads_the_same_closely(row: str) -> None:
    plain = plain_concept(row)
    if plain is not None:
        assert read_closely(1, row) == (plain, [])


def test_most_rows_of_the_shipped_glossary_are_read_at_a_glance() -> None:
    rows = (ROOT / "terms.tsv").read_text("utf-8").splitlines()[1:]
    plain = [plain_concept(row) for row in rows]
    assert sum(concept is None for concept in plain) < len(rows) / 20
    for row, concept in zip(rows, plain, strict=True):
        if concept is not None:
            assert read_closely(1, row) == (concept, [])
