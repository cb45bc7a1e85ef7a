"""Translations that were begun; scores of tokens; parts of a source; places of pieces."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.packages import Recipe, build
from padanan.translate.engine import load
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.package import read
from padanan.translate.engine.protocol import Engine
from padanan.translate.engine.splitting import cut
from padanan.translate.engine.tokenizer import locate


@pytest.fixture(scope="module")
def engine(folder: Path) -> CTranslateEngine:
    """A package that translates word by word."""
    return CTranslateEngine(read(folder), jobs=2)


@pytest.fixture(scope="module")
def embedded() -> Engine:
    """The package that padanan brings."""
    return load("embedded")


def texts(engine: Engine, *begun: tuple[str, str], avoid: tuple[str, ...] = ()) -> list[str | None]:
    return [found and found.text for found in engine.finish(begun, avoid=avoid)]


def test_a_beginning_is_gone_on_with(engine: CTranslateEngine) -> None:
    """The network answers to places: after n pieces it goes on with the source's n-th word."""
    source = "rumah besar presiden negara"
    assert texts(
        engine, (source, ""), (source, "house"), (source, "home large"), (source, "sick sick sick")
    ) == [
        "house big president country",
        "house big president country",
        "home large president country",
        "sick sick sick country",
    ]


def test_order_and_repetition(engine: CTranslateEngine) -> None:
    begun = [(f"rumah {'besar ' * n}", "home") for n in (5, 1, 9, 1, 0)]
    assert texts(engine, *begun) == [("home " + "big " * n).strip() for n in (5, 1, 9, 1, 0)]
    assert engine.finish([]) == []


def test_a_source_that_is_too_long_for_the_model_is_not_finished(embedded: Engine) -> None:
    """As one is that has a rendering of hundreds of words in it."""
    long, short = "Warga " * 600, "Warga desa itu pergi."
    found = [one and one.text for one in embedded.finish([(long, ""), (short, ""), (long, "The")])]
    (alone,) = embedded.finish([(short, "")])
    assert alone is not None
    assert found == [None, alone.text, None]


def test_what_is_finished_comes_with_attention(engine: CTranslateEngine) -> None:
    (found,) = engine.finish([("presiden rumah besar", "president home")])
    assert found is not None
    assert found.source_tokens == ("▁presiden", "▁rumah", "▁besar")
    assert found.target_tokens == ("▁president", "▁home", "▁big")
    assert found.attention is not None
    assert len(found.attention) == len(found.target_tokens)
    assert [sum(row) for row in found.attention] == pytest.approx([1.0] * 3, abs=1e-3)
    assert [row.index(max(row)) for row in found.attention] == [0, 1, 2]


def test_the_score_is_of_the_end_alone(engine: CTranslateEngine) -> None:
    good, bad = engine.finish([("rumah besar", "house"), ("rumah besar", "country")])
    assert good is not None
    assert bad is not None
    assert good.text == "house big"
    assert bad.text == "country big"
    assert bad.score > engine.score([("rumah besar", "country big")])[0]
    assert good.score == pytest.approx(bad.score, abs=0.5)


def test_words_to_avoid(engine: CTranslateEngine) -> None:
    source = "rumah besar dan negara"
    assert texts(engine, (source, ""), avoid=("big",)) == ["house large and country"]
    assert texts(engine, (source, "house"), avoid=("country", "big")) == ["house large and state"]
    assert texts(engine, (source, "house big"), avoid=("big",)) == ["house big and country"]
    assert texts(engine, (source, ""), avoid=()) == ["house big and country"]


def test_a_loop_is_none(tmp_path: Path) -> None:
    looping = CTranslateEngine(read(build(tmp_path, Recipe(loops=True))))
    assert texts(looping, ("presiden macet rumah", "president"), ("rumah besar", "home")) == [
        None,
        "home big",
    ]


def test_a_package_with_a_target_prefix(tmp_path: Path) -> None:
    package = read(build(tmp_path, Recipe(target_prefix="__en__")))
    engine = CTranslateEngine(package)
    (found,) = engine.finish([("rumah besar presiden", "home")])
    assert found is not None
    assert found.text == "home big president"
    assert found.attention is not None
    assert len(found.target_tokens) == len(found.attention) == 3
    (tokens,) = engine.token_scores([("rumah besar", "house big")])
    assert [(token.start, token.end) for token in tokens] == [(0, 5), (6, 9), (9, 9)]
    assert engine.score([("rumah besar", "house big")]) == pytest.approx(
        [sum(token.score for token in tokens) / 3], abs=1e-3
    )


def test_target_pieces_unknown_to_the_tokenizer(engine: CTranslateEngine) -> None:
    """The tokenizer spells a beginning with such a word otherwise than the network would."""
    whole, begun = engine.finish(
        [
            ("presiden Kementerian", "president"),
            ("presiden Kementerian besar", "president Ministry"),
        ]
    )
    assert whole is not None
    assert (whole.text, whole.target_tokens) == ("president Ministry", ("▁president", "▁Ministry"))
    assert begun is not None
    assert begun.text.startswith("president Ministry")
    assert len(begun.attention or ()) == len(begun.target_tokens) > 2


SOURCE = "Menteri itu meminta jaminan keamanan dari tetangganya."


@pytest.mark.parametrize(
    "beginning",
    ["", "The minister", "The minister asked for a pledge", "Yesterday, he", "The min", "A"],
)
def test_a_beginning_stays(embedded: Engine, beginning: str) -> None:
    (found,) = embedded.finish([(SOURCE, beginning)])
    assert found is not None
    assert found.text.startswith(beginning)
    assert len(found.text) > len(beginning)
    assert -20 < found.score <= 0


@pytest.mark.parametrize("beginning", ["The  minister", " The\tminister ", "The\nminister\n"])
def test_spaces_of_a_beginning_may_change(embedded: Engine, beginning: str) -> None:
    assert texts(embedded, (SOURCE, beginning)) == texts(embedded, (SOURCE, "The minister"))


@pytest.mark.parametrize(
    "beginning", ["Türkiye", "The café", "He said “yes”", "Erdoğan and the minister", "☃ and he"]
)
def test_a_beginning_that_the_model_cannot_spell_stays(embedded: Engine, beginning: str) -> None:
    (found,) = embedded.finish([(SOURCE, beginning)])
    assert found is None or found.text.startswith(beginning)


def test_a_whole_translation_is_finished(embedded: Engine) -> None:
    whole = "The minister asked for safety guarantees from his neighbor."
    assert texts(embedded, (SOURCE, whole)) == [whole]


def test_beginnings_without_end(embedded: Engine) -> None:
    assert texts(embedded, (SOURCE, "la " * 600), (SOURCE, "ha " * 9)) == [None, None]


def test_an_empty_source(embedded: Engine) -> None:
    assert texts(embedded, ("", ""), ("", "A house")) == ["", "A house"]


def test_avoided_words_do_not_follow(embedded: Engine) -> None:
    (usual,) = texts(embedded, (SOURCE, "The minister"))
    assert usual is not None
    assert "security" in usual
    (other,) = texts(embedded, (SOURCE, "The minister"), avoid=("security",))
    assert other is not None
    assert other.startswith("The minister")
    assert "security" not in other.lower()


@pytest.mark.parametrize(
    "target",
    [
        "The minister asked for security guarantees.",
        "The  café “opened”; 5,000 saw it ☃",
        "",
        "x",
        " ",
        "Türkiye’s",
    ],
)
def test_scores_of_tokens(embedded: Engine, target: str) -> None:
    (tokens,) = embedded.token_scores([(SOURCE, target)])
    assert embedded.score([(SOURCE, target)]) == pytest.approx(
        [sum(token.score for token in tokens) / len(tokens)], abs=1e-4
    )
    assert all(math.isfinite(token.score) and token.score <= 0 for token in tokens)
    assert tokens[-1][:2] == (len(target), len(target))
    assert all(0 <= token.start <= token.end <= len(target) for token in tokens)
    starts = [token.start for token in tokens]
    assert starts == sorted(starts)


def test_tokens_cover_what_is_seen(embedded: Engine) -> None:
    target = "The minister asked for security guarantees from his neighbors."
    (tokens,) = embedded.token_scores([(SOURCE, target)])
    seen = "".join(target[token.start : token.end] for token in tokens)
    assert seen == target.replace(" ", "")


def test_an_unlikely_word_scores_less(embedded: Engine) -> None:
    """And nothing before it is scored otherwise: a token is scored after what stands before it."""
    likely, unlikely = (
        [token.score for token in tokens]
        for tokens in embedded.token_scores(
            [
                (SOURCE, "The minister asked for security guarantees."),
                (SOURCE, "The minister asked for purple guarantees."),
            ]
        )
    )
    before = len(["The", "minister", "asked", "for"])
    assert likely[:before] == pytest.approx(unlikely[:before], abs=0.05)
    assert likely[before] > unlikely[before] + 2


def test_many_scores_at_once(embedded: Engine) -> None:
    pairs = [(f"Ia membeli {n} rumah.", f"He bought {n} houses.") for n in range(30)]
    together = embedded.token_scores(pairs)
    assert embedded.token_scores([]) == []
    for pair, tokens in list(zip(pairs, together, strict=True))[::10]:
        (alone,) = embedded.token_scores([pair])
        assert [token[:2] for token in alone] == [token[:2] for token in tokens]
        assert [token.score for token in alone] == pytest.approx(
            [token.score for token in tokens], abs=0.05
        )


def test_targets_of_any_length(embedded: Engine) -> None:
    long = "rumah besar " * 400
    (tokens,) = embedded.token_scores([(long, long)])
    assert len(tokens) == 480 + 1
    assert tokens[-1].start == len(long)
    assert all(token.end <= len(long) for token in tokens)


def test_parts_of_a_short_source(embedded: Engine) -> None:
    (part,) = embedded.parts("  Menteri itu pergi. ")
    assert (part.text, part.start, part.last) == ("Menteri itu pergi.", 2, True)
    assert embedded.parts("") == ()
    assert embedded.parts(" \n ") == ()


def test_parts_are_what_translate_takes(engine: CTranslateEngine) -> None:
    source = "rumah sakit besar, " * 60
    parts = engine.parts(source)
    assert len(parts) > 1
    for part in parts:
        assert source[part.start : part.start + len(part.text)] == part.text
    apart = [candidates[0].text for candidates in engine.translate([p.text for p in parts])]
    ((whole,),) = engine.translate([source])
    assert " ".join(apart) == whole.text


def words(text: str) -> list[str]:
    return text.split()


def test_whole_spans_are_not_cut() -> None:
    source = "a b c d e f g h"
    start = source.index("d e")
    for limit in (4, 5, 6, 7):
        parts = list(cut(source, words, limit, [(start, start + 3)]))
        assert any("d e" in part.text for part in parts)


def test_another_place_is_taken_for_the_sake_of_a_span() -> None:
    source = "satu dua, tiga empat, lima enam"
    free = [part.text for part in cut(source, words, 4)]
    start = source.index(free[1]) - 4
    held = [part.text for part in cut(source, words, 4, [(start, start + 8)])]
    assert held != free
    assert any(source[start : start + 8].strip() in text for text in held)


def test_a_span_too_long_for_the_model_is_cut_all_the_same() -> None:
    source = "a b c d e f g h"
    parts = list(cut(source, words, 3, [(0, len(source))]))
    assert all(len(part.pieces) <= 3 for part in parts)
    assert " ".join(part.text for part in parts) == source


@given(
    st.text(alphabet="ab ,.;- \n", max_size=120),
    st.integers(1, 9),
    st.lists(st.tuples(st.integers(0, 120), st.integers(0, 30)), max_size=4),
)
def test_parts_lie_in_the_source(source: str, limit: int, spans: list[tuple[int, int]]) -> None:
    whole = [(start, start + length) for start, length in spans]
    reached = 0
    parts = list(cut(source, list, limit, whole))
    for part in parts:
        assert source[part.start : part.start + len(part.text)] == part.text
        assert not source[reached : part.start].strip()
        assert part.text == part.text.strip() != ""
        reached = part.start + len(part.text)
    assert not source[reached:].strip()


@pytest.mark.parametrize(
    ("pieces", "text", "places"),
    [
        (["▁rumah", "▁besar"], "rumah besar", ["rumah", "besar"]),
        (["▁rum", "ah", "▁", "besar", "."], "rumah besar.", ["rum", "ah", "", "besar", "."]),
        (["ru@@", "mah", "besar"], "rumah besar", ["ru", "mah", "besar"]),
        (["▁caf", "<0xC3>", "<0xA9>", "▁x"], "café x", ["caf", "", "", "x"]),
        (["▁“", "x", '"'], "“x”", ["“", "x", ""]),
        ([], "x", []),
        (["▁x"], "", [""]),
        (["▁a", "▁a", "▁a"], "a  a\na", ["a", "a", "a"]),
    ],
)
def test_where_pieces_stand(pieces: list[str], text: str, places: list[str]) -> None:
    spans = locate(pieces, text)
    assert [text[start:end] for start, end in spans] == places
    assert spans == sorted(spans)


def test_one_piece_astray_does_not_lead_the_others_astray() -> None:
    text = "a house and a home"
    spans = locate(["▁a", "▁hut", "▁and", "▁a", "▁home"], text)
    assert text[slice(*spans[-1])] == "home"
    assert text[slice(*spans[1])] == ""


@given(st.text(max_size=40), st.lists(st.text(max_size=6), max_size=12))
def test_places_of_anything(text: str, pieces: list[str]) -> None:
    spans = locate(pieces, text)
    assert len(spans) == len(pieces)
    reached = 0
    for start, end in spans:
        assert reached <= start <= end <= len(text)
        reached = end


@given(st.text(alphabet="abc de,.“”é5", max_size=60))
def test_places_of_a_text_s_own_pieces(embedded: Engine, text: str) -> None:
    (part,) = embedded.parts(text) or (None,)
    if part is not None:
        for piece, (start, end) in zip(part.pieces, locate(part.pieces, part.text), strict=True):
            assert part.text[start:end] in (piece.removeprefix("▁"), "")
