"""Which groups of words are proposed, with which renderings."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Glossary, PartOfSpeech
from padanan.glossary.cooccurrence import Translations
from padanan.glossary.extract import Candidate, extract
from padanan.glossary.phrases import acronyms, cut, groups, settle

EMPTY = Glossary(())

PAIRS = [
    (
        "Dewan kota membahas kawasan industri di utara.",
        "The council discussed the industrial zone.",
    ),
    ("Warga menolak kawasan industri itu.", "Residents reject that industrial zone."),
    ("Pembangunan kawasan industri ditunda.", "Building of the industrial zones was put off."),
    ("Komisi Pengawas Sungai (KPS) meninjau lokasi.", "The River Watch Commission (KPS) came."),
    (
        "Menurut Komisi Pengawas Sungai, airnya keruh.",
        "The water is murky, the River Watch Commission says.",
    ),
    ("Anggota komisi dan pengawas sungai bertemu.", "Members and river wardens met."),
    ("Sebuah komisi dibentuk, kata pengawas di tepi sungai.", "A commission was formed."),
    ("Itu kata Bambang Wirawan di Solo.", "So says Bambang Wirawan in Solo."),
    ("Rumah Bambang Wirawan kebanjiran.", "Bambang Wirawan's house was flooded."),
]


def found(pairs: list[tuple[str, str]], glossary: Glossary = EMPTY, **options: int) -> list[str]:
    return ["|".join(one.terms) for one in extract(pairs, glossary, **options)]


def by_term(pairs: list[tuple[str, str]]) -> dict[str, Candidate]:
    return {one.terms[0]: one for one in extract(pairs, EMPTY)}


def test_candidates() -> None:
    assert found(PAIRS) == ["kawasan industri", "Komisi Pengawas Sungai|KPS", "pengawas sungai"]
    candidates = by_term(PAIRS)
    zone, commission = candidates["kawasan industri"], candidates["Komisi Pengawas Sungai"]
    assert (zone.count, zone.pos) == (3, PartOfSpeech.NOUN)
    assert (commission.count, commission.pos) == (2, PartOfSpeech.NAME)
    assert zone.renderings[0].text == "industrial zone"
    assert zone.renderings[0].score == 1.0
    assert commission.renderings[0].text == "River Watch Commission"
    assert set(zone.examples) == set(PAIRS[:3])


def test_what_the_glossary_has_is_not_proposed() -> None:
    glossary = Glossary([Concept(("kawasan industri",), ("industrial zone",))])
    assert "kawasan industri" not in found(PAIRS, glossary)
    # Nor a piece of it, nor what goes beyond it on one side only.
    longer = Glossary([Concept(("dewan kota",), ("council",)), Concept(("industri",), ("x",))])
    assert "kawasan industri" in found(PAIRS, longer)
    pieces = Glossary([Concept(("pembangunan kawasan industri",), ("x",))])
    assert extract(PAIRS, pieces)[0].count == 2


def test_limits() -> None:
    assert found(PAIRS, limit=1) == found(PAIRS)[:1]
    assert found(PAIRS, min_count=4) == []
    assert all(len(one.examples) == 1 for one in extract(PAIRS, EMPTY, examples=1))
    assert found([]) == []
    # A sentence that is there twice says nothing new.
    assert found([PAIRS[0], PAIRS[0]]) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Petani menanam padi gogo.", ["padi gogo"]),
        ("Ia memberikan bantuan tunai langsung.", ["bantuan tunai"]),
        ("Penyakit menular di negara berkembang.", ["Penyakit menular", "negara berkembang"]),
        ("Ia bertemu petani, buruh, nelayan.", []),
        (
            "Menurut Menteri Hutan dan Sungai.",
            ["Menteri Hutan", "Menteri Hutan dan Sungai", "Hutan dan Sungai"],
        ),
        ("Pemilihan umum di Aceh Barat.", ["Pemilihan umum", "Aceh Barat"]),
        ("Menurut BPKN, 12 orang hilang pada 2022.", ["BPKN"]),
        ("Setelah Perang Dunia II usai.", ["Perang Dunia", "Perang Dunia II", "Dunia II"]),
    ],
)
def test_groups(sentence: str, expected: list[str]) -> None:
    one = cut(sentence)
    settle(one, Counter({"petani": 3, "penyakit": 3, "pemilihan": 3}))
    assert [
        sentence[one.words[start].start : one.words[end - 1].end] for start, end in groups(one, ())
    ] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Komisi Pengawas Sungai (KPS) tiba.", [("Komisi Pengawas Sungai", "KPS")]),
        (
            "Badan Cuaca, Iklim, dan Gempa (BCIG) tiba.",
            [("Badan Cuaca, Iklim, dan Gempa", "BCIG")],
        ),
        ("Kementerian Hutan Rakyat (KemenHR) tiba.", [("Kementerian Hutan Rakyat", "KemenHR")]),
        ("Ketua partai (ABC) tiba.", []),
        ("Ia tiba (KPS).", []),
        ("(KPS)", []),
    ],
)
def test_acronyms(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert list(acronyms(cut(sentence))) == expected


def test_headlines_do_not_make_names() -> None:
    pairs = [
        ("Warga Kota Menolak Kawasan Industri Baru", ""),
        ("Kawasan Industri Baru Ditolak Warga Kota", ""),
        ("Warga menolak kawasan industri baru di kota.", ""),
    ]
    (candidate,) = extract(pairs, EMPTY)
    assert (candidate.terms, candidate.pos) == (("kawasan industri baru",), PartOfSpeech.NOUN)
    assert candidate.count == 3


def test_renderings_come_from_the_right_sentences() -> None:
    translations = Translations(
        ["The cat sleeps.", "Sleeping cats.", "", "The dog barks.", "The dog sleeps."]
    )
    (best,) = translations.proposals([0, 1, 2])
    assert (best.text, best.score) == ("cat", 1.0)
    assert translations.proposals([2]) == ()
    assert translations.proposals([]) == ()


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_any_text_is_borne(pairs: list[tuple[str, str]]) -> None:
    for candidate in extract(pairs * 2, EMPTY, min_count=1):
        assert candidate.count >= 1
        assert candidate.examples


@given(
    st.lists(
        st.text(alphabet="aB (),-.'\x1b’nya1\u0301", max_size=30).map(lambda text: (text, text)),
        max_size=6,
    )
)
def test_odd_text_is_borne(pairs: list[tuple[str, str]]) -> None:
    for candidate in extract(pairs, EMPTY, min_count=1):
        assert all(term.strip() for term in candidate.terms)
