"""The engine: what goes in comes out translated, in order, once, and whatever it is."""

import math
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.packages import Recipe, build
from padanan import __version__
from padanan.errors import ModelError
from padanan.translate.engine import ctranslate, load
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.decoding import Decoder
from padanan.translate.engine.package import LONGEST, read
from padanan.translate.engine.protocol import Candidate


@pytest.fixture(scope="module")
def engine(folder: Path) -> CTranslateEngine:
    return CTranslateEngine(read(folder), jobs=2)


def best(engine: CTranslateEngine, *sources: str) -> list[str]:
    return [candidates[0].text for candidates in engine.translate(sources)]


def test_segments_are_translated(engine: CTranslateEngine) -> None:
    assert best(engine, "rumah sakit besar", "presiden dan negara") == [
        "house sick big",
        "president and country",
    ]


def test_no_segments(engine: CTranslateEngine) -> None:
    assert engine.translate([]) == []


def test_order_and_repetition(engine: CTranslateEngine) -> None:
    sources = ["rumah", "presiden " * 9 + "rumah", "...", "rumah", "besar", "rumah", "negara " * 7]
    assert best(engine, *sources) == [
        "house",
        "president " * 9 + "house",
        "...",
        "house",
        "big",
        "house",
        ("country " * 7).strip(),
    ]


def test_a_draft_depends_on_its_source_alone(seeds: Path) -> None:
    engine = load("embedded", beam=4, jobs=2)
    texts = [line.strip() for file in sorted(seeds.glob("*.txt")) for line in file.open("rb")]
    sources = list(dict.fromkeys(text.decode() for text in texts if 20 < len(text) < 160))[:40]
    together = engine.translate(sources, candidates=4, attention=True)
    pairs = [(one, found[0].text) for one, found in zip(sources, together, strict=True)]
    begun = [(one, text[: len(text) // 2]) for one, text in pairs]
    ended, scores = engine.finish(begun), engine.score(pairs)
    for at, source in enumerate(sources):
        (alone,) = engine.translate([source], candidates=4, attention=True)
        assert [_bare(one) for one in alone] == [_bare(one) for one in together[at]]
        assert engine.score([pairs[at]]) == [scores[at]]
        (end,) = engine.finish([begun[at]])
        assert (end and _bare(end)) == (ended[at] and _bare(ended[at]))


def _bare(candidate: Candidate) -> tuple[object, ...]:
    """What there is to see of a candidate; an address that is left as it is has no attention."""
    attention = candidate.attention and tuple(candidate.attention)
    return candidate.text, candidate.score, candidate.target_tokens, attention


def test_repeated_segments_are_decoded_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = CTranslateEngine(read(folder))
    asked: list[int] = []
    decode = engine._decoder.decode

    def count(sources, **options):  # type: ignore[no-untyped-def]
        asked.append(len(sources))
        return decode(sources, **options)

    monkeypatch.setattr(engine._decoder, "decode", count)
    engine.translate(["rumah", "besar", "rumah", " rumah ", "rumah"])
    assert asked[0] == 2
    assert sum(asked) == 2


@pytest.mark.parametrize("text", ["...", "", " ", "—", "* * *", "\x00", "🙂", "(…)"])
def test_nothing_to_translate(folder: Path, text: str) -> None:
    engine = CTranslateEngine(read(folder))
    (candidates,) = engine.translate([text], candidates=3, attention=True)
    assert [(c.text, c.score, c.attention) for c in candidates] == [(text, 0.0, None)]
    assert "_decoder" not in vars(engine)  # the model is not even loaded


def test_case_and_what_the_model_does_not_know_are_kept(engine: CTranslateEngine) -> None:
    source = "Jokowi (JW) 27/1/2022: Rp1,5 漢字 Škoda"
    assert best(engine, source) == [source]


def test_what_the_vocabulary_lacks_is_copied_from_the_source() -> None:
    # Several sources at a beam of several: there CTranslate2's own attention is mixed up.
    engine = load("embedded", beam=4, jobs=2)
    sources = [f"{who} tiba di {where}." for who in ("Erdoğan", "Łódź") for where in ("★", "Müll")]
    raw = engine._decoder.decode(
        [part.pieces for text in sources for part in engine.parts(text)],
        hypotheses=4,
        attention=False,
    )
    assert not any("<unk>" in one.pieces for found in raw for one in found.hypotheses)
    for source, text in zip(sources, best(engine, *sources), strict=True):
        for letter in "ğ★ü":
            assert (letter in text) == (letter in source)


def test_a_piece_of_the_vocabulary_may_be_copied_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model may have no word for what it reads; CTranslate2 is not asked to copy that."""
    engine = load("embedded", beam=4, jobs=2)
    sources = [part.pieces for part in engine.parts("Erdoğan tiba di ★.")]
    (theirs,) = engine._decoder.decode(sources, hypotheses=4, attention=False)
    monkeypatch.setattr(Decoder, "_reads", lambda *_: True)
    (ours,) = engine._decoder.decode(sources, hypotheses=4, attention=False)
    assert [one.pieces for one in ours.hypotheses] == [one.pieces for one in theirs.hypotheses]
    assert "★" in "".join(ours.hypotheses[0].pieces)


def test_target_pieces_unknown_to_the_tokenizer(engine: CTranslateEngine) -> None:
    assert best(engine, "presiden Kementerian") == ["president Ministry"]


def test_candidates_come_best_first(engine: CTranslateEngine) -> None:
    (candidates,) = engine.translate(["rumah besar"], candidates=4)
    assert [c.text for c in candidates[:3]] == ["house big", "house large", "home big"]
    scores = [c.score for c in candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(math.isfinite(score) and score <= 0 for score in scores)
    assert len({c.text for c in candidates}) == len(candidates) <= 4


def test_one_candidate_is_the_best_of_several(engine: CTranslateEngine) -> None:
    sources = ["rumah besar", "negara", "presiden dan Kementerian", "rumah " * 12]
    one = engine.translate(sources)
    several = engine.translate(sources, candidates=4)
    assert [c[0].text for c in one] == [c[0].text for c in several]


def test_more_candidates_than_the_beam_is_wide(engine: CTranslateEngine) -> None:
    (candidates,) = engine.translate(["rumah besar"], candidates=99)
    assert 1 <= len(candidates) <= 4


def test_the_score_is_the_mean_log_probability(engine: CTranslateEngine) -> None:
    sources = ["rumah besar", "presiden", "negara dan rumah sakit"]
    drafts = [c[0] for c in engine.translate(sources)]
    given_ = engine.score([(s, d.text) for s, d in zip(sources, drafts, strict=True)])
    assert given_ == pytest.approx([d.score for d in drafts], abs=1e-3)


@pytest.mark.parametrize("prefix", ["", "__en__"])
def test_the_score_is_that_whatever_the_length_penalty(tmp_path: Path, prefix: str) -> None:
    recipe = Recipe(target_prefix=prefix, metadata={"padanan": {"length_penalty": 2}})
    engine = CTranslateEngine(read(build(tmp_path, recipe)))
    sources = ["rumah besar", "presiden", "negara dan rumah sakit"]
    found = engine.translate(sources, candidates=3)
    pairs = [(s, c.text) for s, candidates in zip(sources, found, strict=True) for c in candidates]
    scores = [c.score for candidates in found for c in candidates]
    assert len(scores) > len(sources)
    assert engine.score(pairs) == pytest.approx(scores, abs=1e-3)


@pytest.mark.parametrize(
    "text",
    [
        *("A A A", "x", "@warta_pagi", "#WartaPagi", "@warta_pagi #WartaPagi"),
        *("www.warta.example", "(https://warta.example/banjir.jpg)", "redaksi@warta.example"),
        *("warta.id", "foto_banjir.jpg"),
    ],
)
def test_what_has_no_word_is_left_as_it_is(engine: CTranslateEngine, text: str) -> None:
    ((draft,),) = engine.translate([text])
    assert draft == Candidate(text, 0.0)
    assert best(engine, f"rumah {text}") != [f"rumah {text}"]


def test_the_length_penalty_makes_drafts_longer(seeds: Path) -> None:
    package = load("embedded").package
    article = min(seeds.glob("*.txt"))
    sources = article.read_text(encoding="utf-8").splitlines()[:8]

    def letters(penalty: float) -> int:
        metadata = replace(package.metadata, length_penalty=penalty)
        engine = CTranslateEngine(replace(package, metadata=metadata))
        return sum(map(len, best(engine, *sources)))

    assert letters(0.1) < letters(4)


def test_a_wrong_translation_scores_less(engine: CTranslateEngine) -> None:
    right, wrong, other = engine.score(
        [("rumah besar", "house big"), ("rumah besar", "president and"), ("rumah besar", "")]
    )
    assert right > wrong
    assert right > other
    assert engine.score([]) == []


def test_scoring_texts_of_any_length(engine: CTranslateEngine) -> None:
    long = "rumah besar " * 1_000
    assert len(engine.score([(long, long), ("", ""), ("rumah", "house")])) == 3


def test_attention(engine: CTranslateEngine) -> None:
    (candidates,) = engine.translate(["presiden rumah besar"], attention=True, candidates=2)
    for candidate in candidates:
        assert candidate.source_tokens == ("▁presiden", "▁rumah", "▁besar")
        assert candidate.attention is not None
        assert len(candidate.attention) == len(candidate.target_tokens)
        assert all(len(row) == 3 for row in candidate.attention)
        assert [sum(row) for row in candidate.attention] == pytest.approx([1.0] * 3, abs=1e-3)
    assert candidates[0].target_tokens == ("▁president", "▁house", "▁big")
    assert [row.index(max(row)) for row in candidates[0].attention or ()] == [0, 1, 2]


def test_attention_only_if_asked_for(engine: CTranslateEngine) -> None:
    ((candidate,),) = engine.translate(["rumah"])
    assert (candidate.source_tokens, candidate.target_tokens, candidate.attention) == ((), (), None)


def test_a_source_too_long_for_the_model_is_translated_whole(engine: CTranslateEngine) -> None:
    source = ", ".join(["rumah sakit besar dan presiden negara"] * 60)
    ((draft,),) = engine.translate([source])
    assert draft.text == ", ".join(["house sick big and president country"] * 60)
    assert -1 < draft.score < 0


def test_candidates_and_attention_of_a_long_source(engine: CTranslateEngine) -> None:
    source = "rumah sakit, " * 80
    first, second = engine.translate([source], candidates=2, attention=True)[0]
    assert first.score > second.score
    different = [
        (a, b) for a, b in zip(first.text.split(), second.text.split(), strict=True) if a != b
    ]
    assert len(different) == 1  # the likeliest change, in one part only
    assert first.attention is not None
    assert len(first.source_tokens) == 3 * 80 > LONGEST
    assert len(first.attention) == len(first.target_tokens) == 3 * 80
    assert {len(row) for row in first.attention} == {3 * 80}
    assert [row.index(max(row)) for row in first.attention] == list(range(3 * 80))
    ((many,),) = engine.translate(["rumah sakit, " * 800], attention=True)
    assert many.attention is None


def test_a_package_says_how_long_a_source_may_be(tmp_path: Path) -> None:
    recipe = Recipe(metadata={"padanan": {"longest": 20}})
    engine = CTranslateEngine(read(build(tmp_path, recipe)))
    ((many,),) = engine.translate(["rumah sakit, " * 80], attention=True)
    assert many.attention is None  # it was more than eight parts
    assert many.text == ("house sick, " * 80).strip()


def test_dots_within_a_long_source_are_left_alone(engine: CTranslateEngine) -> None:
    source = "rumah " * 100 + ". " * 2_000 + "presiden " * 100
    ((draft,),) = engine.translate([source])
    assert draft.text.replace(" ", "") == "house" * 100 + "." * 2_000 + "president" * 100


def test_windows_do_not_show(engine: CTranslateEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [f"rumah besar {'dan negara ' * (n % 5)}nomor {n}" for n in range(60)]
    sources.insert(17, "presiden, " * 200)
    whole = engine.translate(sources)
    monkeypatch.setattr(ctranslate, "WINDOW", 7)
    progress: list[int] = []
    assert [c[0].text for c in engine.translate(sources, on_progress=progress.append)] == [
        c[0].text for c in whole
    ]
    assert sum(progress) == len(sources)


def test_alone_or_together(engine: CTranslateEngine) -> None:
    sources = [f"presiden {'rumah sakit ' * (n % 9)}dan {n}" for n in range(40)]
    together = engine.translate(sources)
    for source, (candidate,) in zip(sources, together, strict=True):
        ((alone,),) = engine.translate([source])
        assert alone.text == candidate.text
        assert alone.score == pytest.approx(candidate.score, abs=1e-2)


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_number_of_jobs_does_not_show(
    folder: Path, engine: CTranslateEngine, jobs: int
) -> None:
    sources = [f"rumah {'besar ' * (n % 7)}{n}" for n in range(50)]
    other = CTranslateEngine(read(folder), jobs=jobs)
    assert other.translate(sources) == engine.translate(sources)
    assert other.signature == engine.signature


def test_progress_counts_every_segment(engine: CTranslateEngine) -> None:
    told: list[int] = []
    engine.translate(["rumah", "besar", "rumah", "...", "..."], on_progress=told.append)
    assert sorted(told) == [1, 2, 2]


@pytest.mark.parametrize("beam", [1, 4])
def test_a_loop_is_broken(tmp_path: Path, beam: int) -> None:
    """This network says `macet` for ever once it has said it, and finds that most likely."""
    engine = CTranslateEngine(read(build(tmp_path, Recipe(loops=True))), beam=beam)
    looping, sound = engine.translate(["presiden macet rumah", "rumah besar"], candidates=beam)
    for candidate in looping:
        assert candidate.text.count("macet") < 4
        assert candidate.text.startswith("president")
        assert -20 < candidate.score < 0
    assert sound[0].text == "house big"


def test_repetition_in_the_source_is_no_loop(engine: CTranslateEngine) -> None:
    assert best(engine, "rumah " * 9) == [("house " * 9).strip()]


def test_a_model_that_says_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = CTranslateEngine(read(folder))
    monkeypatch.setattr(engine._tokenizer, "decode", lambda pieces: "")  # noqa: ARG005
    ((draft,),) = engine.translate(["rumah besar"], candidates=1)
    assert draft.text == "rumah besar"
    assert draft.score < 0


def test_an_empty_hypothesis_gives_way_to_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = CTranslateEngine(read(folder))
    decode = engine._tokenizer.decode
    monkeypatch.setattr(
        engine._tokenizer,
        "decode",
        lambda pieces: "" if pieces == ("▁house", "▁big") else decode(pieces),
    )
    ((draft, *_),) = engine.translate(["rumah besar"], candidates=3)
    assert draft.text == "house large"


def test_a_package_with_a_target_prefix(tmp_path: Path) -> None:
    package = read(build(tmp_path, Recipe(target_prefix="__en__")))
    engine = CTranslateEngine(package)
    ((draft, second),) = engine.translate(["rumah besar"], candidates=2, attention=True)
    assert "__en__" not in draft.text + second.text
    assert len(draft.target_tokens) == len(draft.attention or ())
    assert engine.score([("rumah besar", draft.text)]) == pytest.approx([draft.score], abs=1e-3)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_gets_a_translation(engine: CTranslateEngine, sources: list[str]) -> None:
    drafts = engine.translate(sources, candidates=2)
    assert len(drafts) == len(sources)
    for source, candidates in zip(sources, drafts, strict=True):
        assert candidates
        assert candidates[0].text.strip() or not source.strip()
        assert all(-1e4 < c.score <= 0 for c in candidates)


def test_lone_surrogates(engine: CTranslateEngine) -> None:
    assert best(engine, "rumah \ud800 besar") == ["house ? big"]


def test_the_signature(folder: Path, engine: CTranslateEngine) -> None:
    digest = read(folder).fingerprint[:12]
    assert engine.recipe == f"translate-id_en 0.1 (sha256:{digest}) beam 4"
    assert re.fullmatch(
        re.escape(engine.recipe) + r" ctranslate2 4\.\d+\.\d+ padanan " + re.escape(__version__),
        engine.signature,
    )
    assert CTranslateEngine(read(folder), beam=2).recipe != engine.recipe


def test_the_signature_needs_no_model(folder: Path) -> None:
    code = (
        "import sys; from padanan.translate.engine import load\n"
        f"load({str(folder)!r}).signature\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert not set(done.stdout.split()) & {
        "ctranslate2",
        "sentencepiece",
        "numpy",
        "argostranslate",
    }


def test_a_damaged_model_is_told(tmp_path: Path) -> None:
    copy = build(tmp_path)
    (copy / "model/model.bin").write_bytes(b"nonsense")
    with pytest.raises(ModelError, match="the model cannot be loaded"):
        load(str(copy)).translate(["rumah"])


def test_a_model_without_vocabulary_is_told(tmp_path: Path) -> None:
    copy = build(tmp_path)
    for path in (copy / "model").glob("*vocabulary*"):
        path.unlink()
    with pytest.raises(ModelError, match=r"the model cannot be loaded .*vocabulary"):
        load(str(copy)).translate(["rumah"])


def test_a_model_without_a_weight_is_told(tmp_path: Path) -> None:
    copy = build(tmp_path)
    (weights,) = copy.rglob("model.bin")
    data = weights.read_bytes()
    assert b"encoder/embeddings_0/weight" in data
    weights.write_bytes(
        data.replace(b"encoder/embeddings_0/weight", b"encoder/embeddings_0/heavy_")
    )
    with pytest.raises(ModelError, match=r"the model cannot be loaded .*not found"):
        load(str(copy)).translate(["rumah"])


def test_wrong_numbers() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        load("embedded", beam=0)
    with pytest.raises(ValueError, match="at least 1"):
        load("embedded", jobs=0)


def test_an_interrupt_is_obeyed_at_once(folder: Path) -> None:
    # In a process of its own: here it may come while hypothesis's hook of the garbage collector
    # runs, and from there no exception gets out.
    code = (
        "import _thread; from padanan.translate.engine import load\n"
        f"engine = load({str(folder)!r}, jobs=1)\n"
        "sources = [f\"rumah {'besar ' * 40}{n}\" for n in range(20_000)]\n"
        "done = []\n"
        "def on_progress(finished):\n"
        "    if not done:\n"
        "        _thread.interrupt_main()\n"
        "    done.append(finished)\n"
        "try:\n"
        "    engine.translate(sources, on_progress=on_progress)\n"
        "except KeyboardInterrupt:\n"
        "    assert sum(done) < len(sources) / 2, sum(done)\n"
        "    ((again,),) = engine.translate(['rumah besar'])\n"
        "    print(again.text)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False
    )
    assert (result.returncode, result.stdout) == (0, "house big\n"), result.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="measures memory the POSIX way")
def test_a_book_without_a_full_stop_fits_into_memory(folder: Path) -> None:
    code = (
        "import resource, sys; from padanan.translate.engine import load\n"
        f"engine = load({str(folder)!r}, beam=1)\n"
        "engine.translate(['rumah besar'])\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "source = ' '.join(f'rumah sakit besar dan presiden, {n} negara' for n in range(8_000))\n"
        "((draft,),) = engine.translate([source])\n"
        "assert draft.text.count('president') == 8_000, draft.text[:500]\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert int(done.stdout) < 200_000  # kilobytes


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name == "nt", reason="POSIX signals")
def test_a_process_ends_soon_after_an_interrupt(folder: Path) -> None:
    code = (
        "from padanan.translate.engine import load\n"
        f"engine = load({str(folder)!r}, jobs=1)\n"
        "engine.translate(['rumah'])\n"
        "print('ready', flush=True)\n"
        "engine.translate([f\"rumah {'besar ' * 40}{n}\" for n in range(100_000)])\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    child.send_signal(signal.SIGINT)
    _, stderr = child.communicate(timeout=20)
    assert b"KeyboardInterrupt" in stderr
