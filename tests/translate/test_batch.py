"""Many articles at once: what is done while the model drafts changes nothing of what comes out."""

import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from engine.packages import build
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from padanan.errors import ModelError
from padanan.glossary import Concept, Glossary, PartOfSpeech
from padanan.translate import batch, bilingual
from padanan.translate.batch import DRAFTED_AT_ONCE, translate_all
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.package import Package, read
from padanan.translate.engine.protocol import Candidate
from padanan.translate.inputs import Job
from padanan.translate.memory import Memory, Unit
from padanan.translate.pipeline import check, draft, offer, prepare, write
from padanan.translate.recall import Recall
from padanan.translate.resources import Resources
from padanan.translate.result import Options, Result, Status
from padanan.translate.termbase import Termbase

WORDS = ("rumah", "besar", "presiden", "negara", "sakit", "Kementerian", "dan rumah")
GLOSSARY = Glossary(
    [
        Concept(("rumah",), ("home",), pos=PartOfSpeech.NOUN),
        Concept(("negara",), ("state",), pos=PartOfSpeech.NOUN),
    ]
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """A package that translates word by word."""
    return read(build(tmp_path_factory.mktemp("package")))


@pytest.fixture(scope="module")
def engine(package: Package) -> CTranslateEngine:
    """Its engine."""
    return CTranslateEngine(package, beam=2, jobs=2)


Articles = Sequence[Sequence[str]]
"""The paragraphs of some articles."""


def _jobs(folder: Path, articles: Articles) -> list[Job]:
    """Write articles; the jobs for them."""
    jobs = []
    for number, paragraphs in enumerate(articles):
        path = folder / f"{number:03}.txt"
        path.write_text("".join(f"{one}.\n\n" for one in paragraphs), "utf-8")
        jobs.append(Job(path, path.name, folder / "out" / f"{path.stem}.po"))
    return jobs


def _many(number: int, segments: int = 2) -> Articles:
    words = [f"{one} {other}" for one in WORDS for other in WORDS]
    numbers = count()
    return [
        [words[next(numbers) % len(words)] + f" {at}" for _ in range(segments)]
        for at in range(number)
    ]


def _one_after_the_other(jobs: Sequence[Job], resources: Resources, group: int) -> list[Result]:
    """What `translate_all` does, without anything at the same time."""
    results: list[Result] = []
    rest = list(jobs)
    while rest:
        prepared = []
        while rest and sum(len(one.wanting) for one in prepared) < group > len(prepared):
            prepared.append(prepare(rest.pop(0), resources, Options()))
        offered = [offer(one, resources) for one in prepared]
        made = draft(prepared, resources)
        for one, its in zip(prepared, offered, strict=True):
            drafts = check(one, made, resources, its)
            results.append(write(one, drafts, resources, Options()))
    return results


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.[pe][on]*"))}


def _resources(engine: Any, folder: Path | None = None) -> Resources:
    memory = None if folder is None else Recall(folder / "out" / "memory.sqlite")
    return Resources(engine, Termbase(lambda: GLOSSARY, "0123456789abcdef"), memory)


SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(SENTENCE, min_size=1, max_size=4), min_size=1, max_size=12),
    st.integers(1, 8),
    st.sampled_from([0, 3]),
)
def test_the_same_bytes_as_one_thing_after_the_other(
    engine: CTranslateEngine,
    tmp_path_factory: pytest.TempPathFactory,
    articles: Articles,
    group: int,
    approved: int,
) -> None:
    """What is approved is learned, offered and reused in the order of the articles."""
    apart, together = (tmp_path_factory.mktemp(name) for name in ("apart", "together"))
    outcome = []
    for folder, run in ((apart, _one_after_the_other), (together, _overlapping)):
        jobs = _jobs(folder, articles)
        (folder / "out").mkdir()
        for job in jobs[:approved]:
            _approve_all(job, engine)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("padanan.translate.recall.now", lambda: "20261128T000000Z")
            resources = _resources(engine, folder)
            results = run(jobs, resources, group)
        assert resources.memory is not None
        resources.memory.close()
        outcome.append(
            [(one.job.name, one.status, one.drafted, one.findings, one.error) for one in results]
        )
    assert outcome[0] == outcome[1]
    assert _contents(apart / "out") == _contents(together / "out")


def _overlapping(jobs: Sequence[Job], resources: Resources, group: int) -> list[Result]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "GROUP", group)
        return list(translate_all(jobs, resources, Options()))


def _approve_all(job: Job, engine: CTranslateEngine) -> None:
    """Translate an article, and approve it in an editor of PO files."""
    resources = Resources(engine)
    prepared = prepare(job, resources, Options())
    write(prepared, check(prepared, draft([prepared], resources), resources), resources, Options())
    job.bilingual.write_text(job.bilingual.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")


def test_a_draft_that_is_ready_is_offered_nothing(tmp_path: Path, engine: Any) -> None:
    jobs = _jobs(tmp_path, [["Presiden sakit di negara besar itu", "rumah besar di negara itu"]])
    (tmp_path / "out").mkdir()
    with Memory.open(tmp_path / "out" / "memory.sqlite") as memory:
        memory.store(
            [
                Unit("Presiden sakit di negara besar itu.", "The president is ill there."),
                Unit("Presiden sakit di negara kecil itu.", "The president is ill here."),
                Unit("rumah besar di negara ini.", "A big house in this country."),
            ]
        )
    list(translate_all(jobs, _resources(engine, tmp_path), Options()))
    made = bilingual.load(jobs[0].bilingual)
    assert made is not None
    assert [(one.how, one.offer is not None) for one in made.entries] == [
        ("memory", False),
        ("model", True),
    ]


class Counting:
    """An engine that knows how much it was asked, and can fail or wait."""

    def __init__(self, engine: CTranslateEngine) -> None:
        self._engine = engine
        self.asked: list[int] = []
        self.fails_at = -1
        self.gate: threading.Event | None = None
        self.begun = threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def translate(self, sources: Sequence[str], **options: Any) -> list[tuple[Candidate, ...]]:
        """Translate, or fail."""
        self.asked.append(len(sources))
        self.begun.set()
        if len(self.asked) == self.fails_at:
            raise ModelError("The translation model failed (as it was told to).")
        if self.gate is not None:
            assert self.gate.wait(30)
        return self._engine.translate(sources, **options)


@pytest.fixture
def counting(engine: CTranslateEngine) -> Counting:
    """Such an engine."""
    return Counting(engine)


@pytest.fixture
def small_groups(monkeypatch: pytest.MonkeyPatch) -> int:
    """Groups of a few segments."""
    monkeypatch.setattr(batch, "GROUP", 4)
    return 4


def _seen(jobs: Sequence[Job], seen: list[Job]) -> Iterator[Job]:
    for job in jobs:
        seen.append(job)
        yield job


@pytest.mark.usefixtures("small_groups")
def test_results_come_in_order_and_few_articles_are_looked_at_ahead(
    tmp_path: Path, engine: CTranslateEngine
) -> None:
    jobs, seen = _jobs(tmp_path, _many(40)), list[Job]()
    names = []
    for result in translate_all(_seen(jobs, seen), _resources(engine), Options()):
        names.append(result.job.name)
        # Two articles are a group. Beyond that of this result a few are under way.
        assert len(seen) <= len(names) + 2 * (DRAFTED_AT_ONCE + 1)
    assert names == [job.name for job in jobs]


@pytest.mark.usefixtures("small_groups")
def test_articles_that_are_up_to_date_are_not_held_in_memory(
    tmp_path: Path, engine: CTranslateEngine
) -> None:
    jobs, seen = _jobs(tmp_path, _many(40)), list[Job]()
    list(translate_all(jobs, _resources(engine), Options()))
    again = translate_all(_seen(jobs, seen), _resources(engine), Options())
    for told, result in enumerate(again, 1):
        assert result.status is Status.UNCHANGED
        assert len(seen) <= told + 4 * (DRAFTED_AT_ONCE + 1)


@pytest.mark.usefixtures("small_groups")
def test_a_failing_article_costs_itself_alone(tmp_path: Path, engine: CTranslateEngine) -> None:
    jobs = _jobs(tmp_path, _many(20))
    for at in (0, 7, 19):
        jobs[at].source.unlink()  # type: ignore[union-attr]
    (tmp_path / "out").mkdir()
    jobs[11].bilingual.write_text("damaged", "utf-8")
    results = list(translate_all(jobs, _resources(engine), Options()))
    assert [result.job for result in results] == jobs
    failed = [at for at, result in enumerate(results) if result.error is not None]
    assert failed == [0, 7, 11, 19]
    assert all(result.drafted == 2 for result in results if result.error is None)


@pytest.mark.usefixtures("small_groups")
@pytest.mark.parametrize("fails_at", [1, 2, 5])
def test_an_engine_that_fails_midway_leaves_what_was_done(
    tmp_path: Path, counting: Counting, fails_at: int
) -> None:
    jobs = _jobs(tmp_path, _many(20))
    counting.fails_at = fails_at
    results = []
    with pytest.raises(ModelError, match="as it was told"):  # noqa: PT012 - what comes before it
        for result in translate_all(jobs, _resources(counting), Options()):
            results.append(result)
    # Which group asks first is not sure, but what comes before the one that failed is there.
    # The first group is of one article, the others of two.
    assert len(results) in {max(0, 2 * at - 3) for at in (fails_at - 1, fails_at, fails_at + 1)}
    assert {one.job.bilingual for one in results} == set((tmp_path / "out").glob("*.po"))
    assert _drafting() == []
    counting.fails_at = -1
    again = list(translate_all(jobs, _resources(counting), Options()))
    assert [one.status for one in again[: len(results)]] == [Status.UNCHANGED] * len(results)
    assert len(list((tmp_path / "out").glob("*.po"))) == 20


def _drafting() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name.startswith("drafting")]


@pytest.mark.usefixtures("small_groups")
@pytest.mark.parametrize("interrupt", [GeneratorExit, KeyboardInterrupt])
def test_an_interrupt_is_obeyed_at_once(
    tmp_path: Path, counting: Counting, interrupt: type[BaseException]
) -> None:
    """No more is drafted than what was begun, and nobody waits for the rest."""
    jobs = _jobs(tmp_path, _many(40))
    results = translate_all(jobs, _resources(counting), Options())
    assert next(results).drafted == 2
    if interrupt is GeneratorExit:
        results.close()
    else:
        with pytest.raises(KeyboardInterrupt):
            results.throw(KeyboardInterrupt)
    assert _drafting() == []
    assert sum(counting.asked) <= 4 * (DRAFTED_AT_ONCE + 1)
    whole = [bilingual.load(path) for path in (tmp_path / "out").glob("*.po")]
    assert len(whole) == 1


def test_drafting_stops_between_two_steps(
    tmp_path: Path, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt while a group is drafted does not wait for all of it."""
    monkeypatch.setattr(batch, "GROUP", 250)
    jobs = _jobs(tmp_path, _many(600))
    counting.gate = threading.Event()
    steps: list[str] = []
    for name in ("finish", "token_scores"):
        setattr(counting, name, _told(name, steps, getattr(counting, name)))
    results = translate_all(_interrupting(jobs, counting), _resources(counting), Options())
    with pytest.raises(KeyboardInterrupt):
        next(results)
    assert _drafting() == []
    assert steps == []
    assert not list((tmp_path / "out").glob("*"))


def _told(name: str, steps: list[str], call: Callable[..., Any]) -> Callable[..., Any]:
    def tell(*arguments: Any, **named: Any) -> Any:
        steps.append(name)
        return call(*arguments, **named)

    return tell


def _interrupting(jobs: Sequence[Job], counting: Counting) -> Iterator[Job]:
    """Some jobs; after a group of them is being drafted, Ctrl+C."""
    for at, job in enumerate(jobs):
        if at == 200:
            assert counting.begun.wait(30)
            assert counting.gate is not None
            counting.gate.set()
            raise KeyboardInterrupt
        yield job


@pytest.mark.usefixtures("small_groups")
def test_progress_goes_up_to_all_that_was_drafted(tmp_path: Path, engine: CTranslateEngine) -> None:
    told: list[tuple[int, int]] = []
    jobs = _jobs(tmp_path, _many(20))
    list(translate_all(jobs, _resources(engine), Options(), lambda *now: told.append(now)))
    assert told == sorted(told)
    assert all(done <= total for done, total in told)
    assert told[-1] == (40, 40)
