"""Other translations of a segment, and sentences finished from their beginning."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Glossary, PartOfSpeech
from padanan.translate.alternatives import Alternative, _edited, alternatives, judged, spoken
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.translate.completions import MOST, _places, completions
from padanan.translate.engine import Engine, load
from padanan.translate.engine.splitting import join
from padanan.translate.plan import plan
from padanan.translate.read import read
from padanan.translate.resources import Resources
from padanan.translate.segment import segment

SOURCE = "Presiden menolak usulan jaminan keamanan dari Rusia."
NOUN = PartOfSpeech.NOUN
GLOSSARY = Glossary(
    [
        Concept(
            ("jaminan keamanan",),
            ("security guarantee",),
            ("security warranty",),
            PartOfSpeech.NOUN,
        ),
        Concept(("usulan",), ("proposal",), (), NOUN),
        Concept(("markas besar",), ("headquarters",), (), NOUN),
    ]
)
LONG = (
    "Kantor-kantor itu ditutup pada Oktober 2021 oleh pemerintah sebagai pembalasan atas keputusan "
    "menteri yang menarik izin delapan pejabat ke markas besarnya di Brussels setelah menuduh "
    "mereka sebagai mata-mata, dan pemerintah kemudian mengatakan bahwa para pejabat itu tidak "
    "akan pernah kembali ke kota itu sebelum akhir tahun, sedangkan presiden menolak menjawab "
    "pertanyaan wartawan tentang rencana pertemuan berikutnya di Jenewa."
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load(beam=4)


def test_translations_that_hold_the_terms_come_first(engine: Engine) -> None:
    found = alternatives(engine, SOURCE, GLOSSARY)
    assert 2 <= len(found) <= 5
    assert len({one.text for one in found}) == len(found)
    assert found[0].holds
    ranks = [(not one.holds, -one.score) for one in found]
    assert ranks == sorted(ranks)
    assert "security guarantee" in found[0].text


def test_what_is_put_into_one_candidate_is_put_into_the_others(engine: Engine) -> None:
    source = "Presiden menolak berbicara dengan kelompok itu sebelum akhir tahun."
    glossary = Glossary([Concept(("kelompok",), ("band",), (), NOUN)])
    found = alternatives(engine, source, glossary)
    assert len(found) > 2
    assert all(one.holds for one in found)


def test_words_that_stand_twice_are_left_alone() -> None:
    edits = [("dog", "hound"), ("cat", "tom")]
    assert _edited("The dog and the cat.", edits) == "The hound and the tom."
    assert _edited("The dog and the dog.", edits) == ""
    assert _edited("Dogs.", edits) == ""


def test_without_a_glossary_the_likeliest_comes_first(engine: Engine) -> None:
    found = alternatives(engine, SOURCE, None)
    assert all(one.holds for one in found)
    assert found[0].score == max(one.score for one in found)


def test_what_is_missing_or_to_be_avoided_is_told_and_blanks_do_not_count() -> None:
    found = judged(
        SOURCE,
        [
            ("He refused a security warranty proposal.", -0.2),
            ("He refused.", -0.1),
            ("He refused the proposal of a security  guarantee.", -0.9),
            ("He refused the proposal of a security guarantee.", -1.0),
            ("  ", -0.1),
        ],
        GLOSSARY,
    )
    assert found == (
        Alternative("He refused the proposal of a security guarantee.", -0.9),
        Alternative("He refused.", -0.1, ("proposal", "security guarantee")),
        Alternative("He refused a security warranty proposal.", -0.2, (), ("security warranty",)),
    )


def test_headlines_are_spoken_as_the_pipeline_speaks_them(seeds: Path) -> None:
    engine = load(beam=4)
    for path in sorted(seeds.glob("*.txt")):
        segmented = segment(read(path, path.name))
        planned = plan(segmented, None, Resources(engine))
        entries = [
            Entry(
                one.id,
                one.source,
                "",
                State.EMPTY,
                block.kind,
                line=block.first_line,
                how="rule" if one.id in planned.ready else "model",
            )
            for block, segments in segmented.by_block()
            for one in segments
        ]
        for entry in entries:
            if entry.id in planned.spoken:
                assert spoken(entry, entries) == planned.spoken[entry.id]


def test_a_headline_of_an_article_that_is_not_there() -> None:
    title = Entry("a", "NATO Kirim Pasukan Ke Ukraina", "", State.EMPTY, BlockKind.HEADLINE)
    assert spoken(title, ()) == "NATO kirim pasukan ke ukraina"


@pytest.mark.parametrize(
    "begun",
    ["The president ", "The president", "The president has", "He said  no to ", "Security gua"],
)
def test_the_beginning_stays_as_it_is(engine: Engine, begun: str) -> None:
    found = completions(engine, SOURCE, begun, GLOSSARY)
    assert 1 <= len(found) <= MOST
    tidy = " ".join(begun.split())
    for one in found:
        assert one.text.startswith(tidy)
        assert len(one.text) > len(tidy)
        assert "security warranty" not in one.text
        if begun.endswith(" "):
            assert not one.text[len(tidy)].isalnum()


def test_a_word_that_is_begun_becomes_that_of_the_glossary(engine: Engine) -> None:
    found = completions(engine, SOURCE, "The president refused security gua", GLOSSARY)
    assert found[0].text.startswith("The president refused security guarantee")


def test_nothing_begun_gives_whole_translations(engine: Engine) -> None:
    assert completions(engine, SOURCE, "  ", None) == alternatives(engine, SOURCE, None)[:MOST]


def test_all_that_is_written_needs_no_end(engine: Engine) -> None:
    whole = alternatives(engine, SOURCE, None)[0].text
    assert all(one.text != whole for one in completions(engine, SOURCE, whole))


def test_a_long_source_is_finished_in_the_part_one_has_come_to(engine: Engine) -> None:
    parts = engine.parts(LONG)
    assert len(parts) > 1
    draft = engine.translate([LONG])[0][0].text
    drafts = [engine.translate([part.text])[0][0].text for part in parts]
    second = len(join(parts[:1], drafts[:1]))
    for end in (20, second - 10, second, second + 25, len(draft) - 20):
        begun = draft[:end].rpartition(" ")[0] + " "
        found = completions(engine, LONG, begun, GLOSSARY)
        assert found, begun
        for one in found:
            assert one.text.startswith(begun.strip())
            # What follows is translated once, and to its end.
            assert one.text.count("Brussels") == draft.count("Brussels")
            assert len(one.text.split()) >= 0.7 * len(draft.split())


words = st.lists(st.sampled_from(["a", "b", "c", "d", "e", ",", "the", "said"]), max_size=12)


@given(st.lists(words, min_size=1, max_size=4), words)
def test_places_of_parts_are_in_order_and_within_the_text(
    parts: list[list[str]], begun: list[str]
) -> None:
    drafts = [" ".join(part) for part in parts]
    starts = [len(" ".join(drafts[:at])) for at in range(len(drafts))]
    text = " ".join(begun)
    places = _places(text, " ".join(drafts), starts)
    assert places[0] == 0
    assert places == sorted(places)
    assert len(places) <= len(parts)
    assert all(place <= len(text) for place in places)
