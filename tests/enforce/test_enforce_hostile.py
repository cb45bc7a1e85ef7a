"""Glossaries and sentences that nobody means well with, and the embedded model all the same."""

import re
import unicodedata

import pytest
from enforcing import NAME, NOUN, VERB, check, concept

from padanan.glossary import Concept, Flag, Glossary
from padanan.translate.enforce import Enforced, Step, enforce
from padanan.translate.engine.protocol import Engine

SOURCES = (
    "Menteri itu meminta jaminan keamanan dari tetangganya.",
    "Jaminan keamanan itu penting.",
    "Warga di kota itu belum mendapat jaminan keamanan.",
)


def drafted(engine: Engine, sources: tuple[str, ...], *concepts: Concept) -> list[Enforced]:
    """The drafts, with all checked that holds of every draft."""
    glossary = Glossary(concepts)
    drafts = enforce(engine, sources, glossary)
    for source, draft in zip(sources, drafts, strict=True):
        check(engine, glossary, source, draft)
    return drafts


def plain(engine: Engine, source: str) -> str:
    """What the model says by itself."""
    return engine.translate([source])[0][0].text


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


LONG = (
    "solemn and binding promise of the several great powers to keep the country safe from any"
    " attack by its neighbors"
)


def test_a_rendering_of_twenty_words(embedded: Engine) -> None:
    assert len(LONG.split()) == 20
    drafts = drafted(embedded, SOURCES, concept("jaminan keamanan", LONG))
    for source, draft in zip(SOURCES, drafts, strict=True):
        (term,) = draft.terms
        if term.step is Step.MISSING:
            assert draft.text == plain(embedded, source)
        else:
            assert term.step is Step.MENDED
            assert draft.text.lower().count(LONG[-40:]) == 1
    assert sum(draft.terms[0].step is Step.MENDED for draft in drafts) >= 2


@pytest.mark.parametrize("rendering", ["x" * 300, "pledge " * 40, "pledge-" * 40 + "x"])
def test_a_rendering_without_end(embedded: Engine, rendering: str) -> None:
    """It is put in whole, or the draft is as good as it was."""
    for source, draft in zip(
        SOURCES, drafted(embedded, SOURCES, concept("jaminan keamanan", rendering)), strict=True
    ):
        if draft.terms[0].step is Step.MISSING:
            assert draft.text == plain(embedded, source)
        else:
            assert rendering.strip() in draft.text


def test_every_word_a_term(embedded: Engine) -> None:
    terms = {
        "menteri": "secretary",
        "meminta": "solicit",
        "jaminan": "pledge",
        "keamanan": "safety",
        "dari": "out of",
        "tetangga": "fellow resident",
        "kemarin": "the day before",
    }
    source = SOURCES[0].replace(".", " kemarin.")
    glossary = [concept(term, rendering) for term, rendering in terms.items()]
    (draft,) = drafted(embedded, (source,), *glossary)
    assert len(draft.terms) == len(terms)
    assert sum(term.step is not Step.MISSING for term in draft.terms) >= 5


def test_a_term_in_every_sentence(embedded: Engine) -> None:
    """Of many sentences each holds it, and none has anything of another."""
    people = ("menteri", "gubernur", "presiden", "polisi", "guru", "dokter", "petani", "hakim")
    sources = tuple(f"Seorang {who} meminta jaminan keamanan kemarin." for who in people)
    drafts = drafted(embedded, sources, concept("jaminan keamanan", "safety pledge"))
    assert all("safety pledge" in draft.text for draft in drafts)
    assert len({draft.text for draft in drafts}) == len(sources)
    alone = drafted(embedded, sources[3:4], concept("jaminan keamanan", "safety pledge"))
    assert alone[0].text == drafts[3].text


def test_terms_within_terms(embedded: Engine) -> None:
    """The longest is the term; those within it and across its edge are none."""
    drafts = drafted(
        embedded,
        SOURCES,
        concept("jaminan", "bail"),
        concept("keamanan", "state of safety"),
        concept("keamanan itu", "that safety"),
        concept("jaminan keamanan", "safety pledge"),
    )
    for draft in drafts:
        (term,) = draft.terms
        assert term.term.lower() == "jaminan keamanan"
        assert "safety pledge" in term.rendering.lower()


def test_two_terms_on_one_span(embedded: Engine) -> None:
    """Either rendering holds it, and one of them is enough."""
    for draft in drafted(
        embedded,
        SOURCES,
        concept("jaminan keamanan", "safety pledge"),
        concept("jaminan keamanan", "protection vow"),
    ):
        (term,) = draft.terms
        found = re.findall(r"safety pledge|protection vow", draft.text.lower())
        assert found == [term.rendering.lower().removesuffix("s")]


def test_two_terms_with_one_rendering(embedded: Engine) -> None:
    source = "Menteri itu meminta jaminan dan bantuan dari tetangganya."
    (draft,) = drafted(
        embedded, (source,), concept("jaminan", "relief"), concept("bantuan", "relief")
    )
    assert len(draft.terms) == 2
    assert "relief" in draft.text


def test_what_one_term_asks_for_another_forbids(embedded: Engine) -> None:
    """Both cannot be had; what is not is said."""
    source = SOURCES[0]
    (draft,) = drafted(
        embedded,
        (source,),
        concept("jaminan keamanan", "safety pledge", "neighborhood"),
        concept("tetangga", "neighborhood", "safety pledge"),
    )
    held = [term.step is not Step.MISSING for term in draft.terms]
    assert held != [True, True] or not words(draft.text) >= {"safety", "pledge", "neighborhood"}


def test_a_rendering_that_is_to_be_avoided(embedded: Engine) -> None:
    """The row contradicts itself; the drafts are still drafts."""
    for source, draft in zip(
        SOURCES,
        drafted(embedded, SOURCES, concept("jaminan keamanan", "safety pledge", "safety pledge")),
        strict=True,
    ):
        assert len(words(draft.text)) >= len(words(plain(embedded, source))) // 2


@pytest.mark.parametrize("flags", [[], [Flag.KEEP]])
def test_a_rendering_that_is_the_term(embedded: Engine, flags: list[Flag]) -> None:
    kept = concept("jaminan keamanan", "jaminan keamanan", flags=flags)
    for draft in drafted(embedded, SOURCES, kept):
        assert draft.text.lower().count("jaminan keamanan") == 1


@pytest.mark.parametrize("name", ["e-Tilang", "iKota", "D'Academy", "X_1", "PeduliLindungi"])
def test_a_name_that_is_kept(embedded: Engine, name: str) -> None:
    sources = (f"{name} dibuka kemarin.", f"Warga memakai {name} di kota itu.")
    for draft in drafted(embedded, sources, concept(name, name, pos=NAME, flags=[Flag.KEEP])):
        assert draft.text.count(name) == 1


@pytest.mark.parametrize(
    "rendering",
    [
        r"(.*)+[a-z]\d{2,}$^",
        "a+b?",
        "[",
        "(?P<x>pledge",
        r"\1\g<0>",
        r"\N{DASH}",
        "pledge\\",
        "$1 pledge",
        "<b>pledge</b>",
        "[bold]pledge[/bold]",
        "[/]",
        "{0}",
        "{pledge!r:>{10}}",
        "%s",
        "%(pledge)d",
        "__TERM0__",
        "<unk>",
        "</s>",
        "<s> pledge",
        "▁pledge",
        "ple@@ dge",
        "=cmd()",
        "pledge\ttab",
        "pledge\nline",
        "pledge\x00",
        "pledge\x1b[31mred",
        "pledge\u200b",
        "\u202epledge",
    ],
)
def test_signs_that_mean_something_elsewhere(embedded: Engine, rendering: str) -> None:
    """A rendering stands in the draft as the glossary has it, or the draft stays as it was."""
    for pos in (NOUN, VERB, NAME):
        terms = Concept(("jaminan keamanan",), (rendering,), (), pos)
        for source, draft in zip(SOURCES, drafted(embedded, SOURCES, terms), strict=True):
            (term,) = draft.terms
            if term.step is Step.MISSING:
                assert draft.text == plain(embedded, source)
            else:
                assert draft.text.count(term.rendering) == 1


@pytest.mark.parametrize(
    "rendering", ["|", "||", "-", "—", "...", "…", "☃", "?!", "“”", "'s", "\x07"]
)
def test_a_rendering_without_letters(embedded: Engine, rendering: str) -> None:
    """Nothing can be found of it in a draft, so nothing is held, and nothing is changed."""
    for pos in (NOUN, VERB, None):
        terms = Concept(("jaminan keamanan",), (rendering,), (), pos)
        for source, draft in zip(SOURCES, drafted(embedded, SOURCES, terms), strict=True):
            if draft.terms[0].step is Step.MISSING:
                assert draft.text == plain(embedded, source)


@pytest.mark.parametrize(
    "rendering", ["保証", "ضمان", "गारंटी", "гарантия", "εγγύηση", "ประกัน", "🙂 pledge"]
)
def test_other_scripts(embedded: Engine, rendering: str) -> None:
    for draft in drafted(embedded, SOURCES, concept("jaminan keamanan", rendering)):
        assert draft.terms[0].step is Step.MISSING or rendering in draft.text.lower()


NAMES = ["Türkiye", "Erdoğan", "São Paulo", "Côte d’Ivoire", "Łódź", "Þór", "Åse Çelik", "Nguyễn"]


@pytest.mark.parametrize("name", NAMES)
def test_letters_that_the_model_cannot_write(embedded: Engine, name: str) -> None:
    """The name is written letter by letter, and nothing of the source comes in for any of them."""
    sources = (
        "Kapal itu tenggelam di Selat Lombok kemarin.",
        "Selat Lombok sangat indah.",
        "Ia berlayar dari Selat Lombok ke Bali.",
    )
    missing = 0
    for source, draft in zip(
        sources, drafted(embedded, sources, concept("Selat Lombok", name, pos=NAME)), strict=True
    ):
        (term,) = draft.terms
        if term.step is Step.MISSING:
            assert draft.text == plain(embedded, source)
            missing += 1
            continue
        assert re.search(rf"{re.escape(name)}(?!\w)", draft.text)
        assert words(draft.text) & words(source) <= words(plain(embedded, source)) | words(name)
        assert "⁇" not in draft.text
    assert missing <= 1


def test_a_name_in_other_compositions(embedded: Engine) -> None:
    """A letter and its mark apart are the same name as the two in one."""
    source = "Kapal itu tenggelam di Selat Lombok kemarin."
    (draft,) = drafted(
        embedded, (source,), concept("Selat Lombok", unicodedata.normalize("NFD", "Türkiye"))
    )
    assert "Türkiye" in unicodedata.normalize("NFC", draft.text)


@pytest.mark.parametrize(
    "source",
    [
        "",
        " \n ",
        "...",
        "jaminan keamanan",
        "jaminan keamanan " * 60,
        "JAMINAN KEAMANAN!!!",
        "“jaminan keamanan”",
        "jaminan\nkeamanan",
        "<b>jaminan keamanan</b> [bold]diberikan[/bold] {0} %s",
        "jaminan keamanan\x00\x1b[31m diberikan",
        "jaminan keamanan\u202e diberikan",
        "\ud800 jaminan keamanan",
        "https://contoh.id/jaminan-keamanan",
        "x" * 2000 + " jaminan keamanan",
        "💥" * 50 + " jaminan keamanan",
    ],
)
def test_hostile_sentences(embedded: Engine, source: str) -> None:
    (draft,) = drafted(embedded, (source,), concept("jaminan keamanan", "safety pledge"))
    for term in draft.terms:
        assert term.step is Step.MISSING or "safety pledge" in draft.text.lower()


def test_a_full_name_and_its_short_form_of_one_concept(embedded: Engine) -> None:
    agency = "Meteorology, Climatology and Geophysics Agency"
    terms = "Badan Meteorologi, Klimatologi, dan Geofisika|BMKG"
    source = "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) memperingatkan warga."
    (draft,) = drafted(embedded, (source,), concept(terms, f"{agency}|BMKG", pos=NAME))
    assert draft.text.count(agency) == 1
    assert draft.text.count("(") == draft.text.count(")")


@pytest.mark.parametrize("name", ["Erdoğan", "Fenerbahçe"])
def test_an_avoided_rendering_that_the_model_cannot_write(embedded: Engine, name: str) -> None:
    """It comes into a draft all the same: the model copies what it does not know."""
    source = f"Menteri itu bertemu {name} di kantornya di Jakarta pada hari Senin."
    assert name in plain(embedded, source)
    (draft,) = drafted(embedded, (source,), concept(name, "General Manager", name, pos=NAME))
    assert name not in draft.text


def test_an_avoided_rendering_that_stands_twice(embedded: Engine) -> None:
    source = (
        "Gubernur meminta warga tetap tenang selama pemilu berlangsung, karena menurut dia pemilu"
        " harus berjalan dengan aman."
    )
    assert plain(embedded, source).count("election") == 2
    (draft,) = drafted(embedded, (source,), concept("pemilu", "general ballot", "election"))
    assert draft.text == plain(embedded, source).replace("election", "general ballot")
