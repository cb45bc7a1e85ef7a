"""OmegaT's glossary."""

from pathlib import Path

from format_suite import SAMPLE, WriterSuite, errors, warnings
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import InputError
from padanan.glossary import Concept, Flag, PartOfSpeech
from padanan.glossary.formats import by_name, read_path

SAMPLES = Path(__file__).parent / "samples"


class TestOmegat(WriterSuite):
    name = "omegat"


def test_what_is_written() -> None:
    text = by_name("omegat").write(SAMPLE[1:3]).data.decode()
    comment = "name, government, case; not: River Body; " + SAMPLE[1].note
    assert text == (
        f"Badan Pengawas Sungai\tRiver Oversight Agency\t{comment}\n"
        f"Badan Pengawas Sungai\tBPS\t{comment}\n"
        f"BPS\tRiver Oversight Agency\t{comment}\n"
        f"BPS\tBPS\t{comment}\n"
        "bunga\tinterest\tnoun, economy\n"
        "bunga\tinterest rate\tnoun, economy\n"
    )


def test_what_was_written_comes_back_term_by_term() -> None:
    reading = by_name("omegat").read(by_name("omegat").write(SAMPLE).data)
    assert errors(reading) == []
    back = {(concept.terms[0], concept.domain): concept for concept in reading.concepts}
    assert len(back) == sum(len(concept.terms) for concept in SAMPLE)
    for concept in SAMPLE:
        if concept.pos is None:
            continue  # a comment is known as ours by the part of speech
        for term in concept.terms:
            other = back[term, concept.domain]
            assert other.renderings == concept.renderings
            assert (other.pos, other.avoided) == (concept.pos, concept.avoided)
            assert other.note == concept.note
            assert other.flags == (frozenset() if Flag.KEEP in concept.flags else concept.flags)


def test_comments_of_others_are_notes() -> None:
    lines = "air\twater\tnounless; not: dry\napi\tfire\tnoun\nbatu\tstone\tnoun; hard\n"
    concepts = by_name("omegat").read(lines.encode()).concepts
    assert [(concept.pos, concept.note) for concept in concepts] == [
        (None, "nounless; not: dry"),
        (PartOfSpeech.NOUN, ""),
        (PartOfSpeech.NOUN, "hard"),
    ]


def test_a_glossary_of_omegats_own() -> None:
    reading = read_path(SAMPLES / "omegat.txt")
    assert reading.concepts == (
        Concept(
            ("kerja bakti",),
            ("community work", "community service"),
            note="done together, unpaid",
        ),
        Concept(("lurah",), ("ward chief",), note="appointed, not elected"),
        Concept(("balai desa",), ("village hall",)),
        Concept(('"warung"',), ('"stall"',), note="quotation marks are text"),
    )
    assert [(problem.line, problem.message) for problem in reading.problems] == [
        (7, "No tab in the line. Put one between the term and its rendering.")
    ]


def test_no_concepts_and_no_lines() -> None:
    assert by_name("omegat").write([]).data == b""
    assert by_name("omegat").read(b"").concepts == ()


@given(st.binary(max_size=100))
def test_any_bytes(data: bytes) -> None:
    try:
        by_name("omegat").read(data)
    except InputError:
        return


def test_bad_lines_keep_the_good_ones() -> None:
    reading = by_name("omegat").read(b"air\twater\n\tsoil\nbatu\t\nka\xffyu\twood\napi\tfire\n")
    assert [concept.terms[0] for concept in reading.concepts] == ["air", "api"]
    assert [(problem.line, problem.column) for problem in reading.problems] == [
        (2, "id"),
        (3, "en"),
        (4, "id"),
    ]


def test_many_lines_of_nothing() -> None:
    """Takes an hour if every line is compared with every other."""
    reading = by_name("omegat").read(b" \twater\n" * 50_000)
    assert len(warnings(reading)) == 50_000
