"""Whole drafts by the embedded model: what is held, how it is told, and what stays as it was."""

import re
from collections.abc import Sequence

import pytest
from enforcing import NAME, check, concept

from padanan.glossary import Concept, Glossary
from padanan.translate.enforce import Enforced, Step, Tried, enforce
from padanan.translate.engine.protocol import Engine

PLEDGE = concept("jaminan keamanan", "safety pledge", "security guarantee")
TREMOR = concept("gempa", "tremor", "earthquake|quake")
GOVERNOR = concept("gubernur", "provincial governor")
OVERPASS = concept("jembatan", "overpass", "bridge")
CLINIC = concept("rumah sakit", "clinic", "hospital")
DEFENCE = concept("menteri pertahanan", "defense secretary", "defense minister|defence minister")
BALLOT = concept("pemilu", "general ballot", "election")
ALL = Glossary([PLEDGE, TREMOR, GOVERNOR, OVERPASS, CLINIC, DEFENCE, BALLOT])

NEWS = (
    ("Menteri itu meminta jaminan keamanan dari tetangganya.", ["safety pledge"]),
    ("Gempa merusak ratusan rumah di kota itu pada Senin.", ["tremor"]),
    ("Hujan deras merusak jembatan di desa itu.", ["overpass"]),
    ("Korban dibawa ke rumah sakit terdekat.", ["clinic"]),
    ("Gubernur meminta warga tetap tenang.", ["provincial governor"]),
    ("“Kami akan membangun jembatan baru,” kata presiden.", ["overpass"]),
    ('"Kami butuh jaminan keamanan," kata warga itu.', ["safety pledge"]),
    ("Menteri Pertahanan Wiratama tiba di kota itu kemarin.", ["defen[sc]e secretary"]),
    ("Kata dia, pemilu.", ["general ballot"]),
    ("Setelah gempa, korban dibawa ke rumah sakit.", ["tremor", "clinic"]),
)
"""Sentences, and what the drafts have to say in one of its inflected forms."""


def drafted(engine: Engine, sources: Sequence[str], glossary: Glossary = ALL) -> list[Enforced]:
    """The drafts, with all checked that holds of every draft."""
    drafts = enforce(engine, sources, glossary)
    assert len(drafts) == len(sources)
    for source, draft in zip(sources, drafts, strict=True):
        check(engine, glossary, source, draft)
    return drafts


def draft_of(engine: Engine, source: str, *concepts: Concept) -> Enforced:
    """The draft of one sentence."""
    return drafted(engine, [source], Glossary(concepts))[0]


def plain(engine: Engine, source: str) -> str:
    """What the model says by itself."""
    return engine.translate([source])[0][0].text


@pytest.fixture(scope="module")
def drafts(embedded: Engine) -> dict[str, Enforced]:
    """The news, drafted together."""
    sources = [source for source, _ in NEWS]
    return dict(zip(sources, drafted(embedded, sources), strict=True))


@pytest.mark.parametrize(("source", "said"), NEWS)
def test_preferred_renderings_come_and_avoided_ones_go(
    drafts: dict[str, Enforced], source: str, said: list[str]
) -> None:
    draft = drafts[source]
    assert all(term.preferred for term in draft.terms)
    for words in said:
        assert len(re.findall(rf"\b{words}(?:e?s)?\b", draft.text, re.IGNORECASE)) == 1
    for one in ALL.match(source):
        for avoided in one.concept.avoided:
            assert not re.search(rf"\b{avoided}(?:e?s)?\b", draft.text, re.IGNORECASE)


@pytest.mark.parametrize(("source", "said"), NEWS)
def test_how_drafts_look(drafts: dict[str, Enforced], source: str, said: list[str]) -> None:
    """They begin with a capital and end as sentences do; articles and quotation marks fit."""
    text = drafts[source].text
    assert re.match(r"[\"“]?[A-Z]", text)
    assert text[-1] in '.!?"”'
    assert not re.search(r"\ba (?=[aeio])|\ban (?=[^aeiouhAEFHILMNORSX“\"])", text)
    assert not re.search(r"\b(\w+) \1\b|\b(?:a|an|the) (?:a|an|the)\b|\s{2}|\s[.,]", text)
    assert sum(map(text.count, '"“”')) % 2 == 0
    for words in said:
        if "defen" not in words and not re.match(words, text, re.IGNORECASE):
            assert re.search(words, text)  # no capital within the sentence


def test_names_and_figures_around_stay(embedded: Engine) -> None:
    source = "Gempa berkekuatan 5,6 merusak 250 rumah di Cianjur pada 21 November 2022."
    before, draft = plain(embedded, source), draft_of(embedded, source, TREMOR)
    assert "tremor" in draft.text.lower()
    kept = [word for word in ("250", "Cianjur", "21", "November", "2022") if word in before]
    assert len(kept) >= 4
    assert all(word in draft.text for word in kept)


def test_a_rendering_of_the_model_s_own_costs_nothing(embedded: Engine) -> None:
    source = "Gempa merusak ratusan rumah di kota itu pada Senin."
    draft = draft_of(embedded, source, concept("gempa", "quake"), concept("kota", "city"))
    assert draft.text == plain(embedded, source)
    assert [term.step for term in draft.terms] == [Step.MODEL] * 2
    assert draft.score == draft.own == embedded.translate([source])[0][0].score


def test_an_admitted_rendering_will_do(embedded: Engine) -> None:
    """It may give way to the preferred one, but nothing else."""
    source = "Gempa merusak ratusan rumah di kota itu pada Senin."
    draft = draft_of(embedded, source, concept("gempa", "tremor|earthquake"))
    (term,) = draft.terms
    assert term.step is not Step.MISSING
    assert term.preferred == ("tremor" in draft.text.lower())


@pytest.mark.parametrize("other", ["lunar body", "lunar cycle"])
def test_homonyms(embedded: Engine, other: str) -> None:
    """Which is meant the model knows: what it says by itself is held, and stays."""
    month = concept("bulan", "month")
    source = "Ia tinggal di sana selama tiga bulan."
    for concepts in ([month, concept("bulan", other)], [concept("bulan", other), month]):
        draft = draft_of(embedded, source, *concepts)
        assert draft.text == plain(embedded, source)
        (term,) = draft.terms
        assert (term.rendering, term.step) == ("months", Step.MODEL)


def test_a_homonym_of_the_model_s_is_mended_like_any_other(embedded: Engine) -> None:
    source = "Ia tinggal di sana selama tiga bulan."
    senses = [concept("bulan", "lunar cycle", "month"), concept("bulan", "lunar body", "month")]
    draft = draft_of(embedded, source, *senses)
    assert "month" not in draft.text
    assert len(re.findall("lunar cycles?|lunar bod", draft.text)) == 1


@pytest.mark.parametrize(
    ("source", "concepts"),
    [
        ("Warga Minta Jaminan Keamanan", [PLEDGE]),
        ("Gempa Guncang Lombok", [TREMOR]),
        ("Gempa Guncang Cianjur", [TREMOR]),
        ("Banjir Rusak Jembatan di Garut", [OVERPASS]),
    ],
)
def test_headlines(embedded: Engine, source: str, concepts: list[Concept]) -> None:
    draft = draft_of(embedded, source, *concepts)
    (term,) = draft.terms
    assert term.preferred
    found = re.search(rf"\b{concepts[0].preferred}(?:e?s)?\b", draft.text, re.IGNORECASE)
    assert found is not None
    assert found[0][0].isupper() or found.start() > 0


@pytest.mark.parametrize("source", ["Rumah sakit tutup", "Rumah sakit terbakar", "Polisi tutup"])
def test_short_sentences_keep_what_they_say(embedded: Engine, source: str) -> None:
    """A rendering alone, which is likely enough as a headline, does not take a sentence's place."""
    draft = draft_of(embedded, source, CLINIC, concept("polisi", "constabulary", "police"))
    assert len(draft.text.split()) > 1


def test_a_short_sentence_of_a_term_alone(embedded: Engine) -> None:
    assert draft_of(embedded, "Rumah sakit", CLINIC).text == "Clinic"


LONG = (
    "Pemerintah menyatakan bahwa petugas sudah menyiapkan tempat tinggal sementara di balai desa"
    " dan sekolah, dan warga yang rumahnya rusak karena gempa akan menerima makanan, air, dan obat"
    " setiap hari, sementara gubernur meminta agar semua warga tetap tenang dan mengikuti petunjuk"
    " petugas di lapangan, karena menurut dia jembatan yang putus akan selesai dibangun bulan ini,"
    " sehingga bantuan dari kota dapat tiba lebih cepat dan korban dapat dibawa ke rumah sakit"
    " terdekat."
)


def test_a_sentence_in_parts(embedded: Engine) -> None:
    draft = drafted(embedded, [LONG])[0]
    parts = [part.text for part in embedded.parts(LONG)]
    assert len(parts) > 1
    assert list(dict.fromkeys(one.source for one in draft.tried)) == [
        part for part in parts if ALL.match(part)
    ]
    assert [term.term for term in draft.terms] == ["gempa", "gubernur", "jembatan", "rumah sakit"]
    for words in ("tremor", "provincial governor", "overpass", "clinic"):
        assert words in draft.text
    assert len(re.findall(r"[A-Z.]", draft.text)) <= 6  # parts are joined to one sentence
    assert draft.text.endswith(".")


def test_a_term_where_a_sentence_would_be_cut(embedded: Engine) -> None:
    """It is cut elsewhere for the term's sake, wherever the term is."""
    words = LONG.replace("gempa", "hujan").replace("gubernur", "camat").split()
    for at in range(18, 48, 3):
        source = " ".join([*words[:at], "tanda tangan elektronik", *words[at:]])
        found = Glossary([concept("tanda tangan elektronik", "digital seal")])
        (match,) = found.match(source)
        parts = embedded.parts(source, [match[:2]])
        assert len(parts) > 1
        assert sum("tanda tangan elektronik" in part.text for part in parts) == 1
    drafted(embedded, [source], found)


def test_order_and_repetition(embedded: Engine) -> None:
    texts = [source for source, _ in NEWS]
    sources = [texts[3], "Ia pergi.", texts[0], texts[3], "", "Ia pergi.", texts[1]]
    found = drafted(embedded, sources)
    assert found[0] == found[3]
    assert found[1] == found[5]
    assert found[4].text == ""
    assert [bool(draft.terms) for draft in found] == [bool(ALL.match(source)) for source in sources]
    assert enforce(embedded, [], ALL) == []


@pytest.mark.parametrize("glossary", [ALL, Glossary([]), None])
def test_progress_is_told_in_segments(embedded: Engine, glossary: Glossary | None) -> None:
    sources = [source for source, _ in NEWS[:4]]
    sources += [LONG, sources[0], "Ia pergi.", "", "Ia pergi.", LONG, "..."]
    told: list[int] = []
    enforce(embedded, sources, glossary, told.append)
    assert sum(told) == len(sources)
    assert all(number >= 0 for number in told)


@pytest.mark.parametrize("glossary", [None, Glossary([]), Glossary([concept("zat besi", "iron")])])
def test_without_terms_the_engine_speaks(embedded: Engine, glossary: Glossary | None) -> None:
    sources = [*(source for source, _ in NEWS), LONG, "", "...", "Ia pergi."]
    for draft, (first, *_) in zip(
        enforce(embedded, sources, glossary),
        embedded.translate(sources, candidates=2),
        strict=True,
    ):
        assert draft.text == first.text
        assert draft.score == draft.own == first.score
        assert (draft.terms, draft.tried) == ((), ())


def test_again_is_the_same(embedded: Engine, drafts: dict[str, Enforced]) -> None:
    """The same sources come out the same, whatever the order."""
    again = drafted(embedded, list(reversed(drafts)))
    assert [draft.text for draft in reversed(again)] == [draft.text for draft in drafts.values()]


@pytest.mark.parametrize("source", [source for source, _ in NEWS])
def test_what_was_tried(embedded: Engine, drafts: dict[str, Enforced], source: str) -> None:
    """One candidate of the model is taken, then each that was better; the last is the draft."""
    draft = drafts[source]
    chosen = [one for one in draft.tried if one.chosen]
    assert sum(one.step is Step.MODEL for one in chosen) == 1
    assert draft.tried[0].step is Step.MODEL
    assert draft.tried[0].score == draft.own
    assert chosen[-1].text.lower() == draft.text.lower()
    assert chosen[-1].score == pytest.approx(draft.score)
    assert (chosen[-1].missing, chosen[-1].avoided) == ((), ())
    assert [_faults(one) for one in chosen] == sorted(map(_faults, chosen), reverse=True)
    assert {one.source for one in draft.tried} == {source}
    alone = [embedded.score([(source, one.text)])[0] for one in draft.tried]
    assert alone == pytest.approx([one.score for one in draft.tried], abs=0.05)


def _faults(one: Tried) -> int:
    return len(one.missing) + len(one.avoided)


def test_the_margin_is_between_the_model_s_best_two(embedded: Engine) -> None:
    source = NEWS[0][0]
    best, second = embedded.translate([source], candidates=2)[0]
    with_terms, without = (enforce(embedded, [source], found)[0] for found in (ALL, None))
    assert without.margin == pytest.approx(best.score - second.score)
    assert with_terms.margin == pytest.approx(best.score - second.score)


NATO = (
    concept(
        "Pakta Pertahanan Atlantik Utara|NATO", "North Atlantic Treaty Organization|NATO", pos=NAME
    ),
)


@pytest.mark.parametrize(
    "source",
    [
        "Pakta Pertahanan Atlantik Utara (NATO) menolak usul itu.",
        "Ia bertemu sekretaris jenderal Pakta Pertahanan Atlantik Utara (NATO) di kota itu.",
        "Jenderal itu memimpin Pakta Pertahanan Atlantik Utara (NATO).",
    ],
)
def test_a_full_name_and_its_short_form_in_brackets(embedded: Engine, source: str) -> None:
    draft = draft_of(embedded, source, *NATO)
    # The model puts what it is that one is the secretary of before "secretary".
    assert re.search(r"North Atlantic Treaty Organization(?: secretary)? \(NATO\)", draft.text)
    said = [term.rendering for term in draft.terms]
    assert said == ["North Atlantic Treaty Organization", "NATO"]
    assert draft.text.count("(") == draft.text.count(")") == 1


def test_a_short_form_alone_stays_short(embedded: Engine) -> None:
    draft = draft_of(embedded, "Kata juru bicara NATO kemarin.", *NATO)
    assert "NATO" in draft.text
    assert "Treaty" not in draft.text
    assert [term.step for term in draft.terms] == [Step.MODEL]


def test_what_a_draft_leaves_out_is_put_in(embedded: Engine) -> None:
    source = "Presiden kembali blusukan ke pasar."
    before = plain(embedded, source)
    assert "blusukan" not in before.lower()
    draft = draft_of(embedded, source, concept("blusukan", "walkabout"))
    assert draft.text.lower().count("walkabout") == 1
    assert draft.terms[0].step in {Step.SOURCE, Step.MENDED}
    assert "market" in draft.text
    assert "resident" in draft.text


def test_a_term_left_in_indonesian_gives_way(embedded: Engine) -> None:
    source = "Presiden membeli songket untuk anaknya."
    assert "songket" in plain(embedded, source)
    draft = draft_of(embedded, source, concept("songket", "brocade"))
    assert draft.text == plain(embedded, source).replace("songket", "brocade")
    assert [term.step for term in draft.terms] == [Step.MENDED]
