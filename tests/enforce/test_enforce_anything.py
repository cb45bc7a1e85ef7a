"""Any glossary and any sentences, and the embedded model: what holds of every draft."""

from enforcing import ADVERB, check, concept
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from padanan.glossary import Concept, Flag, Glossary, PartOfSpeech
from padanan.translate.enforce import enforce
from padanan.translate.engine.protocol import Engine

_TERMS = ["menteri", "jaminan", "keamanan", "jaminan keamanan", "kota", "Selat Lombok", "pergi"]
_FILLERS = ["di", "dan", "itu", ",", ".", "“", "2.500", "(NATO)", "kemarin", "Ia", "tidak", "💥"]
_RENDERINGS = st.one_of(
    st.sampled_from(
        ["safety pledge", "go", "minister of state", "City", "US", "e-Town", "x" * 300]
    ),
    st.text(alphabet="ab Zéğ'’-.|[]<>{}%$\\_0", min_size=1, max_size=15),
    st.text(min_size=1, max_size=8),
).filter(lambda text: bool(text.split()))


@st.composite
def _glossaries(draw: st.DrawFn) -> Glossary:
    """Concepts as a file could hold them: texts without white space at their ends."""
    concepts = []
    for term in draw(st.lists(st.sampled_from(_TERMS), min_size=1, max_size=6)):
        renderings = draw(st.lists(_RENDERINGS, min_size=1, max_size=3))
        avoided = draw(
            st.lists(_RENDERINGS | st.sampled_from(["security", "minister"]), max_size=2)
        )
        pos = draw(st.sampled_from([None, *PartOfSpeech]))
        concepts.append(
            Concept(
                (term,),
                tuple(" ".join(one.split()) for one in renderings),
                tuple(" ".join(one.split()) for one in avoided),
                pos,
                flags=draw(st.frozensets(st.sampled_from(Flag), max_size=2)),
            )
        )
    return Glossary(concepts)


_SENTENCES = st.lists(st.sampled_from([*_TERMS, *_TERMS, *_FILLERS]), max_size=9).map(" ".join)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(_glossaries(), st.lists(_SENTENCES, max_size=3))
def test_any_glossary_and_any_sentences(
    embedded: Engine, glossary: Glossary, sources: list[str]
) -> None:
    drafts = enforce(embedded, sources, glossary)
    assert len(drafts) == len(sources)
    for source, draft in zip(sources, drafts, strict=True):
        check(embedded, glossary, source, draft)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(_SENTENCES)
def test_a_glossary_without_these_terms_changes_nothing(embedded: Engine, source: str) -> None:
    glossary = Glossary([concept("zat besi", "iron"), concept("lekas", "soon", pos=ADVERB)])
    (draft,) = enforce(embedded, [source], glossary)
    (candidates,) = embedded.translate([source], candidates=4)
    assert (draft.terms, draft.tried, draft.own) == ((), (), candidates[0].score)
    # One that has the source's figures may come before the likeliest.
    taken = candidates if "2.500" in source else candidates[:1]
    assert (draft.text, draft.score) in [(one.text, one.score) for one in taken]
