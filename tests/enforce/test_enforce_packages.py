"""The glossary held in drafts of other packages: their tokenizers, prefixes and vocabularies."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from enforcing import NAME, check, concept
from engine.packages import LOOP, Recipe, build
from hypothesis import given, settings
from hypothesis import strategies as st

from padanan.glossary import Glossary
from padanan.translate.enforce import Enforced, Step, enforce
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.package import read
from padanan.translate.engine.protocol import Engine

RECIPES = {
    "plain": Recipe(),
    "prefix": Recipe(target_prefix="__en__"),
    "pieces": Recipe(extra_target_pieces=("▁Ministry", "▁dwelling", "▁the")),
    "looping": Recipe(loops=True),
    "marks": Recipe(metadata={"padanan": {"marks": ["<a>", "<b>", "<c>"]}}),
    "short": Recipe(metadata={"padanan": {"longest": 20}}),
}

GLOSSARY = Glossary(
    [
        concept("rumah besar", "mansion"),
        concept("rumah", "home|dwelling"),
        concept("presiden", "head of state|president"),
        concept("negara", "state"),
        concept("Kementerian", "Ministry", pos=NAME),
        concept("macet", "stuck"),
    ]
)

SOURCES = (
    "rumah besar presiden",
    "presiden dan Kementerian",
    "rumah presiden dan negara besar dan rumah sakit",
    "negara negara negara",
    "macet",
    "rumah macet presiden",
    "sakit dan besar",
    "",
    "...",
    "“Rumah”, kata presiden: 5.000 negara!",
    "rumah besar dan presiden negara " * 8,
)


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Engine]:
    """An engine for each recipe, and one whose tokenizer is a table of BPE merges."""
    parent = tmp_path_factory.mktemp("packages")
    found: dict[str, Engine] = {
        name: CTranslateEngine(read(build(parent / name, recipe)), jobs=1)
        for name, recipe in RECIPES.items()
    }
    found["merges"] = CTranslateEngine(read(_with_merges(build(parent / "merges"))), jobs=1)
    found["greedy"] = CTranslateEngine(read(parent / "plain" / Recipe().folder_name), beam=1)
    return found


def _with_merges(folder: Path) -> Path:
    """The package with BPE merges in the place of its SentencePiece model, and words for pieces."""
    (folder / "sentencepiece.model").unlink()
    merges = ("r u", "ru m", "rum a", "ruma h</w>", "b e", "be s", "bes a", "besa r</w>")
    (folder / "bpe.model").write_text(
        "#version: 0.2\n" + "\n".join(merges) + "\n", encoding="utf-8"
    )
    for path in (folder / "model").glob("*vocabulary.json"):
        words = json.loads(path.read_text(encoding="utf-8"))
        spelt = [word.removeprefix("▁") if word != "▁" else word for word in words]
        taken: set[str] = set()
        for at, word in enumerate(spelt):
            if word in taken:
                spelt[at] = words[at]
            taken.add(spelt[at])
        path.write_text(json.dumps(spelt), encoding="utf-8")
    return folder


NAMES = [*RECIPES, "merges", "greedy"]


def drafted(engine: Engine, sources: Sequence[str], glossary: Glossary) -> list[Enforced]:
    """The drafts, with all checked that holds of every draft."""
    drafts = enforce(engine, sources, glossary)
    assert len(drafts) == len(sources)
    for source, draft in zip(sources, drafts, strict=True):
        check(engine, glossary, source, draft)
        for mark in ("▁", "@@", "__en__", "<s>", "</s>", "<unk>"):
            assert mark not in draft.text
    return drafts


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_package(pieces: dict[str, Engine], name: str) -> None:
    drafts = drafted(pieces[name], SOURCES, GLOSSARY)
    assert [draft.text for draft in drafts[-4:-2]] == ["", "..."]
    assert any(term.step is not Step.MISSING for draft in drafts for term in draft.terms)


@pytest.mark.parametrize("name", ["plain", "prefix", "pieces", "greedy"])
def test_a_model_that_says_so_by_itself(pieces: dict[str, Engine], name: str) -> None:
    glossary = Glossary([concept("rumah", "house"), concept("presiden", "president")])
    (draft,) = drafted(pieces[name], ["rumah presiden"], glossary)
    assert draft.text.lower() == "house president"
    assert [term.step for term in draft.terms] == [Step.MODEL] * 2


@pytest.mark.parametrize("name", ["prefix", "pieces", "merges"])
def test_words_to_avoid(pieces: dict[str, Engine], name: str) -> None:
    glossary = Glossary([concept("rumah", "Habitation", "rumah|house"), concept("besar", "Huge")])
    for draft in drafted(pieces[name], SOURCES, glossary):
        words = set(re.findall(r"\w+", draft.text.lower()))
        for last in [one for one in draft.tried if one.chosen][-1:]:
            if any(term.term.lower() == "rumah" for term in draft.terms):
                assert bool(words & {"rumah", "house"}) == bool(last.avoided)


@pytest.mark.parametrize("name", ["plain", "prefix", "pieces"])
def test_the_next_best_candidate(pieces: dict[str, Engine], name: str) -> None:
    """Where the model has "house" first and "home" second, the second is taken for its sake."""
    glossary = Glossary([concept("rumah", "home", "house")])
    (draft,) = drafted(pieces[name], ["presiden rumah besar"], glossary)
    assert draft.text == "president home big"
    (term,) = draft.terms
    assert term.step is Step.MODEL
    assert [one.chosen for one in draft.tried].count(True) == 1


@pytest.mark.parametrize("name", ["plain", "prefix", "pieces"])
def test_a_rendering_that_the_model_has_never_said(pieces: dict[str, Engine], name: str) -> None:
    """It is held, or the draft stays as it was."""
    glossary = Glossary([concept("presiden", "state and house")])
    for source, draft in zip(
        ("rumah presiden besar", "presiden"),
        drafted(pieces[name], ("rumah presiden besar", "presiden"), glossary),
        strict=True,
    ):
        if draft.terms[0].step is Step.MISSING:
            assert draft.text == pieces[name].translate([source])[0][0].text
        else:
            assert "state and house" in draft.text.lower()


def test_a_loop_does_not_come_in(pieces: dict[str, Engine]) -> None:
    word = LOOP.removeprefix("▁")
    glossary = Glossary([concept("presiden", f"{word} state"), concept("rumah", "mansion")])
    for draft in drafted(pieces["looping"], [f"rumah {word} presiden", "presiden besar"], glossary):
        assert draft.text.lower().split().count(word) <= 2


def test_a_source_in_parts(pieces: dict[str, Engine]) -> None:
    clause = "presiden dan presiden, Kementerian dan presiden, "
    source = "rumah besar, " + clause * 3 + "negara dan presiden, " + clause * 3 + "negara besar"
    parts = [part.text for part in pieces["short"].parts(source)]
    assert len(parts) > 2
    glossary = Glossary([concept("rumah", "home", "house"), concept("negara", "state", "country")])
    (draft,) = drafted(pieces["short"], [source], glossary)
    assert [term.term for term in draft.terms] == ["rumah", "negara", "negara"]
    assert list(dict.fromkeys(one.source for one in draft.tried)) == [
        part for part in parts if glossary.match(part)
    ]
    said = re.findall(r"\w+", draft.text.lower())
    assert (said.count("home"), said.count("state")) == (1, 2)
    assert (said.count("president"), said.count("ministry")) == (19, 6)


def test_a_term_longer_than_the_model_takes(pieces: dict[str, Engine]) -> None:
    """Cut in two it stands in no part; whether the draft holds it all the same is said."""
    term = "rumah besar presiden negara dan sakit " * 4 + "besar"
    assert len(pieces["short"].parts(term)) > 1
    (draft,) = drafted(pieces["short"], [term], Glossary([concept(term, "mansion")]))
    (found,) = draft.terms
    assert (found.step is Step.MISSING) == ("mansion" not in draft.text.lower())


_SOURCES = st.lists(
    st.sampled_from(
        ["rumah", "besar", "presiden", "negara", "dan", "macet", "Kementerian", "—", "x"]
    ),
    max_size=10,
).map(" ".join)


@settings(max_examples=8)
@given(st.lists(_SOURCES, max_size=3), st.sampled_from(sorted(RECIPES)))
def test_any_sources(pieces: dict[str, Engine], sources: list[str], name: str) -> None:
    drafted(pieces[name], sources, GLOSSARY)
