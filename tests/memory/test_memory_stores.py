"""A file and a server give the same answers: the same random work on both, all answers compared."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from padanan.address import Address
from padanan.translate.memory import Choice, Hit, Memory, Unit, normalised
from padanan.translate.memory.normal import folded
from padanan.translate.recall import THRESHOLD

pytest.importorskip("sqlalchemy", reason="the extra padanan[postgres] is not installed")
_likeness = pytest.importorskip("padanan.translate.memory.postgres.likeness")
least, letters, trigrams = _likeness.least, _likeness.letters, _likeness.trigrams

WORDS = ("presiden", "menteri", "jembatan", "baru", "itu", "di", "Jakarta", "menutup", "kemarin")
ODD = st.text(
    st.sampled_from("ab é語ßſ\0\1\2\x1b'\"\\{},%_nulNUL“”–…1٢½\U0001f600\u0301\u202e"), max_size=8
)

sentences = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=9).map(" ".join),
    st.builds("Gempa itu menewaskan {} orang di {}.".format, st.integers(0, 3_000), ODD),
    st.builds("JAKARTA, {}/1/2022 – Korban tewas {} orang".format, st.integers(1, 31), ODD),
    ODD,
)
names = st.sampled_from(["", "a.txt", "b.txt", "é", "null", "a\0", "a\1b", "{}", "a" * 3_000])
units = st.builds(
    Unit,
    sentences,
    st.one_of(st.sampled_from(["It.", "That.", "It killed 12."]), sentences),
    names,
    st.sampled_from(["", "s1", "s2", "s\0"]),
    st.sampled_from(["", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"]),
    st.sampled_from(["", "ani", "budi\0"]),
)
choices = st.builds(
    Choice,
    st.sampled_from(["", "2026-01-02T00:00:00Z"]),
    st.none() | names,
    st.none() | st.frozensets(st.sampled_from(["s1", "s2", "s\0", "null"])),
    st.none() | st.sampled_from(["ani", "budi\0"]),
    st.booleans(),
)

Work = Callable[[Memory], object]


def work() -> st.SearchStrategy[tuple[str, Work]]:
    """Something to do with a memory, with a name for it."""
    many = st.lists(units, max_size=8)
    return st.one_of(
        many.map(lambda some: (f"store {some}", lambda memory: memory.store(some))),
        many.map(lambda some: (f"store {some}", lambda memory: memory.store(some))),
        many.map(lambda some: (f"merge {some}", lambda memory: memory.merge(some))),
        choices.map(lambda one: (f"prune {one}", lambda memory: _pruned(memory, one))),
        choices.map(lambda one: (f"choose {one}", lambda memory: _chosen(memory, one))),
        sentences.map(lambda one: (f"exact {one!r}", lambda memory: memory.exact(one))),
        ODD.map(lambda one: (f"search {one!r}", lambda memory: memory.search(one))),
    )


def _pruned(memory: Memory, choice: Choice) -> tuple[int, list[Unit]]:
    kept: list[Unit] = []
    return memory.prune(choice, kept.extend), kept


def _chosen(memory: Memory, choice: Choice) -> list[Unit]:
    return [unit for _, unit in memory.numbered(memory.choose(choice))]


@pytest.fixture(scope="module")
def both(
    postgres: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Memory, Memory]]:
    """Two empty memories: in a file, and on a server."""
    place: Address = postgres.address("both")  # type: ignore[attr-defined]
    with (
        Memory.open(tmp_path_factory.mktemp("both") / "m.sqlite") as file,
        Memory.open(place) as server,
    ):
        yield file, server


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(work(), max_size=12), st.lists(sentences, max_size=4))
def test_the_same_work_gives_the_same_answers(
    both: tuple[Memory, Memory], done: list[tuple[str, Work]], asked: list[str]
) -> None:
    file, server = both
    for memory in both:
        memory.prune(Choice())
    for name, one in done:
        assert one(server) == one(file), name
    assert list(server.units()) == list(file.units())
    assert replace(server.stats(), size=0) == replace(file.stats(), size=0)
    for source in (*asked, *(unit.source for unit in file.units())):
        _compare(source, file.fuzzy(source, 100), server.fuzzy(source, 100))


def _compare(source: str, of_file: tuple[Hit, ...], of_server: tuple[Hit, ...]) -> None:
    """See that hits are the same, but for those that one index or the other cannot see."""
    seen_from = least(_letters(source), THRESHOLD)
    missed = [hit for hit in of_file if hit not in of_server]
    assert all(_likeness(source, hit.unit.source) < seen_from for hit in missed)
    more = [hit for hit in of_server if hit not in of_file]
    assert all(_likeness(source, hit.unit.source) >= seen_from for hit in more)
    assert [hit for hit in of_file if hit in of_server] == [
        hit for hit in of_server if hit in of_file
    ]
    if "Gempa" in source:  # as sentences are
        assert of_server == of_file


def _likeness(one: str, other: str) -> float:
    """pg_trgm's similarity, as its documentation has it."""
    mine, others = trigrams(_letters(one)), trigrams(_letters(other))
    return len(mine & others) / len(mine | others) if mine | others else 0.0


def _letters(source: str) -> str:
    return letters(folded(normalised(source)))


def test_hits_are_the_same_in_a_memory_of_some_size(
    both: tuple[Memory, Memory], seeds: Path
) -> None:
    file, server = both
    lines = [
        line.strip()
        for path in sorted(seeds.glob("*.txt"))
        for line in path.read_text("utf-8").replace(". ", ".\n").splitlines()
        if line.strip()
    ]
    stored = [
        Unit(" ".join(line.split()[begin:]), f"{number}.{begin}", "a", f"{number}.{begin}")
        for number, line in enumerate(lines)
        for begin in range(2)
        if line.split()[begin:]
    ]
    for memory in both:
        memory.prune(Choice())
        memory.store(stored)
    found = 0
    for line in lines[::10]:
        words = line.split()
        for changed in (words[:-1], [*words, "itu"], [*words[:2], *words[3:]], words[1:-1]):
            source = " ".join(changed)
            hits = file.fuzzy(source, 5, 60)
            found += len(hits)
            assert server.fuzzy(source, 5, 60) == hits
    assert found > len(lines) // 10
