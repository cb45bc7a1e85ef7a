"""Storing units and finding them again."""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.memory import (
    Choice,
    Hit,
    HitKind,
    Memory,
    Op,
    Unit,
    normalised,
    now,
    person,
    score,
    word_diff,
)

UNIT = Unit(
    "Presiden meresmikan jembatan itu.",
    "The president opened the bridge.",
    "articles/a.txt",
    "s1",
    "2026-01-02T03:04:05Z",
    "ani",
)


@pytest.fixture(params=["file", "server"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Memory]:
    """An empty memory, of each kind: what holds for one holds for the other."""
    server = request.param == "server"
    place = request.getfixturevalue("address") if server else tmp_path / "memory.sqlite"
    with Memory.open(place) as memory:
        yield memory


def test_what_is_stored_is_found(memory: Memory) -> None:
    assert memory.exact(UNIT.source) is None
    assert memory.store([UNIT]) == 1
    assert memory.exact(UNIT.source) == Hit(UNIT, HitKind.EXACT, 100.0, UNIT.target)
    assert list(memory.units()) == [UNIT]


def test_it_is_found_by_whoever_opens_the_file_next(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "m.sqlite"
    with Memory.open(path) as memory:
        memory.store([UNIT])
    with Memory.open(path) as memory:
        assert memory.exact(UNIT.source) is not None
    assert [file.name for file in path.parent.iterdir()] == ["m.sqlite"]


def test_storing_the_same_again_changes_nothing(memory: Memory) -> None:
    memory.store([UNIT])
    later = replace(UNIT, time="2027-01-01T00:00:00Z", who="budi")
    assert memory.store([UNIT, later]) == 0
    assert list(memory.units()) == [UNIT]


def test_a_segment_has_one_unit(memory: Memory) -> None:
    memory.store([UNIT])
    better = replace(
        UNIT, target="The president inaugurated the bridge.", time="2020-01-01T00:00:00Z"
    )
    assert memory.store([better]) == 1  # whatever the clocks say
    assert list(memory.units()) == [better]
    elsewhere = replace(UNIT, source="Jembatan itu runtuh.", target="The bridge collapsed.")
    assert memory.store([elsewhere]) == 1
    assert list(memory.units()) == [elsewhere]
    assert memory.exact(UNIT.source) is None
    assert memory.fuzzy(UNIT.source) == ()


def test_of_two_articles_both_stay_and_the_latest_is_taken(memory: Memory) -> None:
    other = replace(
        UNIT, article="b.txt", target="The President opened it.", time="2026-01-02T03:04:06Z"
    )
    for units in ([UNIT, other], [other, UNIT]):
        memory.store(units)
        hit = memory.exact(UNIT.source)
        assert hit is not None
        assert (hit.unit, hit.others) == (other, 1)
    assert [hit.target for hit in memory.fuzzy(UNIT.source)] == [other.target, UNIT.target]
    assert len(list(memory.units())) == 2


def test_the_same_target_twice_is_no_other_target(memory: Memory) -> None:
    memory.store([UNIT, replace(UNIT, article="b.txt")])
    hit = memory.exact(UNIT.source)
    assert hit is not None
    assert hit.others == 0
    assert len(memory.fuzzy(UNIT.source)) == 1


def test_a_unit_without_a_segment_is_told_by_its_pair(memory: Memory) -> None:
    pair = Unit(UNIT.source, UNIT.target)
    other = replace(pair, target="Another one.")
    assert memory.store([pair, other, pair, replace(pair, time=now())]) == 2
    assert set(memory.units()) == {pair, other}


def test_merging_keeps_the_later_of_one_segment(memory: Memory) -> None:
    memory.store([UNIT])
    older = replace(UNIT, target="older", time="2025-01-01T00:00:00Z")
    undated = replace(UNIT, target="undated", time="")
    newer = replace(UNIT, target="newer", time="2027-01-01T00:00:00Z")
    assert memory.merge([older, undated]) == 0
    assert memory.merge([newer]) == 1
    assert [unit.target for unit in memory.units()] == ["newer"]


@pytest.mark.parametrize(
    "unit", [Unit("", "x"), Unit("x", ""), Unit(" \t", "x"), Unit("x", "\n"), Unit("\u200b", "x")]
)
def test_a_unit_without_text_is_passed_over(memory: Memory, unit: Unit) -> None:
    assert memory.store([unit, UNIT]) == 1
    assert list(memory.units()) == [UNIT]


def test_hostile_text_is_kept_as_it_is(memory: Memory) -> None:
    unit = Unit(
        "a\0b ' \" ; DROP TABLE unit; -- % _ \x1b[31m\u202e[bold]",
        "]]> & <ph/>\0",
        "a'\0",
        "*",
        "x",
        "%",
    )
    memory.store([unit])
    assert list(memory.units()) == [unit]
    hit = memory.exact(unit.source)
    assert hit is not None
    assert hit.unit == unit


def test_half_a_character_becomes_a_question_mark(memory: Memory) -> None:
    memory.store([Unit("satu \ud800", "one \udfff")])
    assert memory.exact("satu \ud800") is not None
    assert [unit.target for unit in memory.units()] == ["one ?"]


# Exact hits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ia  datang\u00a0ke\tsini. ", "Ia datang ke sini."),
        ("“Ya,” kata ‘dia’.", "\"Ya,\" kata 'dia'."),
        ("Jakarta – Bandung", "Jakarta - Bandung"),
        ("tunggu…", "tunggu..."),
        ("de\u0301tente", "détente"),
        ("ke\u00adrja\u200b sama", "kerja sama"),
    ],
)
def test_sources_that_are_the_same(memory: Memory, one: str, other: str) -> None:
    memory.store([Unit(one, "x")])
    hit = memory.exact(other)
    assert hit is not None
    assert (hit.kind, hit.score, hit.unit.source) == (HitKind.EXACT, 100.0, one.strip())
    assert score(one, other) == 100.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Luasnya 5 m².", "Luasnya 5 m2."),
        ("Harganya 1.500.", "Harganya 1,500."),
        ("½ liter", "1/2 liter"),
        ("AS menolak", "as menolak"),
        ("Ia datang.", "Ia datang"),
    ],
)
def test_sources_that_are_not_the_same(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)
    assert score(one, other) < 100.0


@given(st.text())
def test_what_is_the_same_once_is_the_same_twice(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_other_values_are_put_in(memory: Memory) -> None:
    unit = Unit("Gempa itu menewaskan 12 orang.", "The earthquake killed 12 people.")
    memory.store([unit])
    hit = memory.exact("Gempa itu menewaskan 1.234 orang.")
    assert hit is not None
    assert (hit.kind, hit.score, hit.unit) == (HitKind.ADAPTED, 99.0, unit)
    assert hit.target == "The earthquake killed 1,234 people."
    assert memory.fuzzy("Gempa itu menewaskan 1.234 orang.")[0] == hit
    memory.store([Unit("Gempa itu menewaskan 1.234 orang.", "It killed 1,234.")])
    same = memory.exact("Gempa itu menewaskan 1.234 orang.")
    assert same is not None
    assert (same.kind, same.target) == (HitKind.EXACT, "It killed 1,234.")


def test_what_would_be_adapted_to_the_same_is_offered_once(memory: Memory) -> None:
    memory.store(
        Unit(f"Gempa itu menewaskan {n} orang.", f"The earthquake killed {n} people.", "a", f"s{n}")
        for n in range(12, 18)
    )
    hits = memory.fuzzy("Gempa itu menewaskan 99 orang.", limit=10)
    assert [hit.kind for hit in hits] == [HitKind.ADAPTED]
    assert hits[0].target == "The earthquake killed 99 people."


def test_while_units_are_looked_at_others_can_be_stored(memory: Memory) -> None:
    memory.store([UNIT, replace(UNIT, segment="s2")])
    seen = 0
    for number, unit in memory.numbered(memory.choose(Choice())):
        seen += memory.store([replace(unit, article=f"other {number}")])
    for number, unit in enumerate(memory.units()):
        seen += memory.store([replace(unit, article=f"0 {number}")])
    assert seen == 6


# Fuzzy hits


def test_similar_sources_come_by_score_and_then_by_time(memory: Memory) -> None:
    base = "Presiden meresmikan jembatan baru di Kabupaten Bandung pada hari Kamis"
    memory.store(
        [
            Unit(f"{base} di X", "morning", "a", "1", "2026-01-01T00:00:00Z"),
            Unit(f"{base} di Y", "afternoon", "a", "2", "2026-01-03T00:00:00Z"),
            Unit(f"{base} di Z kemarin sore", "late", "a", "3", "2026-01-09T00:00:00Z"),
            Unit("Menteri tiba di Jakarta", "arrived", "a", "4", "2026-01-09T00:00:00Z"),
        ]
    )
    hits = memory.fuzzy(f"{base} di W")
    assert [hit.target for hit in hits] == ["afternoon", "morning", "late"]
    assert all(hit.kind is HitKind.FUZZY and 70 <= hit.score < 100 for hit in hits)
    assert [hit.score for hit in hits] == [score(f"{base} di W", hit.unit.source) for hit in hits]
    assert len(memory.fuzzy(f"{base} di W", limit=1)) == 1
    assert len(memory.fuzzy(f"{base} di W", threshold=99.5)) == 0


def test_other_capitals_and_punctuation_cost_little(memory: Memory) -> None:
    memory.store([UNIT])
    (shouted,) = memory.fuzzy("PRESIDEN MERESMIKAN JEMBATAN ITU.")
    assert 95 <= shouted.score < 99
    (bare,) = memory.fuzzy("Presiden meresmikan jembatan itu")
    assert bare.score == 99.0


@pytest.mark.parametrize("source", ["", " ", "?", "...", "x", "\0", "語" * 3, "a" * 20_000])
def test_no_source_is_too_odd(memory: Memory, source: str) -> None:
    memory.store([UNIT, Unit("語語語", "kanji"), Unit("...", "dots"), Unit("z", "letter")])
    for hit in memory.fuzzy(source):
        assert score(source, hit.unit.source) == hit.score
    found = memory.exact(source)
    assert (found is None) == (source not in ("...", "語語語"))


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_score_is_the_same_both_ways_round(one: str, other: str) -> None:
    assert score(one, other) == score(other, one)
    assert 0 <= score(one, other) <= 100
    assert (score(one, other) == 100) == (normalised(one) == normalised(other))


_WORDS = st.lists(st.sampled_from(["satu", "dua", "tiga", "rumah", "Jakarta"]), max_size=12)


@given(_WORDS, _WORDS)
def test_a_diff_leads_from_one_text_to_the_other(old: list[str], new: list[str]) -> None:
    then, now_ = " ".join(old), ", ".join(new)
    pieces = word_diff(then, now_)
    assert "".join(piece.text for piece in pieces if piece.op is not Op.NEW) == then
    assert "".join(piece.text for piece in pieces if piece.op is not Op.GONE) == now_
    assert all(piece.text for piece in pieces)
    assert all(one.op is not other.op for one, other in pairwise(pieces))


def test_a_diff_is_of_words() -> None:
    assert word_diff("Harga naik 1.500 rupiah.", "Harga turun 1.200 rupiah!") == (
        (Op.SAME, "Harga "),
        (Op.GONE, "naik 1.500"),
        (Op.NEW, "turun 1.200"),
        (Op.SAME, " rupiah"),
        (Op.GONE, "."),
        (Op.NEW, "!"),
    )
    assert word_diff("", "") == ()


def test_what_every_article_has_is_found_as_quickly(memory: Memory) -> None:
    def units() -> Iterator[Unit]:
        for n in range(8_000):
            when = f"2026-01-01T{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}Z"
            yield Unit(
                "Laporan lengkap menyusul.", f"More to follow ({n % 3}).", f"a{n}", "1", when
            )
            yield Unit(f"Korban tewas {n} orang.", f"{n} people died.", f"a{n}", "2", when)

    memory.store(units())
    begun = time.process_time()
    hit = memory.exact("Laporan lengkap menyusul.")
    adapted = memory.exact("Korban tewas 9.876 orang.")
    offered = memory.fuzzy("Laporan lengkap menyusul!", limit=10)
    assert time.process_time() - begun < 1
    assert hit is not None
    assert (hit.target, hit.others) == ("More to follow (1).", 2)
    assert adapted is not None
    assert adapted.target == "9,876 people died."
    assert [hit.target for hit in offered] == [f"More to follow ({n})." for n in (1, 0, 2)]
    begun = time.process_time()
    assert len(memory.choose(Choice(duplicates=True))) == 7_997
    assert time.process_time() - begun < 5


# Searching, counting, pruning


def test_words_are_searched_in_either_language(memory: Memory) -> None:
    later = Unit("Jembatan runtuh.", "A bridge collapsed.", "b", "1", "2027-01-01T00:00:00Z")
    memory.store([UNIT, later])
    assert memory.search("JEMBATAN") == (later, UNIT)
    assert memory.search("jembatan", limit=1) == (later,)
    assert memory.search("bridge president") == (UNIT,)
    assert memory.search("bridge jembatan") == ()


def test_figures(memory: Memory) -> None:
    empty = memory.stats()
    assert (empty.units, empty.sources, empty.people, empty.first) == (0, 0, (), "")
    memory.store([UNIT, replace(UNIT, article="b", who="budi", time=""), Unit("x", "y")])
    stats = memory.stats()
    assert (stats.units, stats.sources, stats.articles) == (3, 2, 2)
    assert stats.people == (("", 1), ("ani", 1), ("budi", 1))
    assert stats.first == stats.last == UNIT.time
    if isinstance(memory.place, Path):
        assert stats.size == memory.place.stat().st_size
    assert stats.size > 0


@pytest.mark.parametrize(
    ("choice", "gone"),
    [
        (Choice(before="2026-02-01T00:00:00Z"), {"ab"}),
        (Choice(article="b"), {"bc"}),
        (Choice(segments=["b", "d", "'"]), {"ab", "cd"}),
        (Choice(article="a", segments={"b", "d"}), {"ab"}),
        (Choice(segments=()), set()),
        (Choice(who="ani"), {"ab", "bc"}),
        (Choice(who="ani", article="a"), {"ab"}),
        (Choice(duplicates=True), {"ab"}),
        (Choice(duplicates=True, article="b"), set()),
        (Choice(who="nobody"), set()),
    ],
)
def test_what_is_pruned(memory: Memory, choice: Choice, gone: set[str]) -> None:
    units = {
        "ab": Unit("satu dua tiga", "one", "a", "b", "2026-01-01T00:00:00Z", "ani"),
        "bc": Unit("satu dua tiga", "one", "b", "c", "2026-03-01T00:00:00Z", "ani"),
        "cd": Unit("empat lima enam", "four", "c", "d", "", "budi"),
    }
    memory.store(units.values())
    kept: list[Unit] = []
    assert memory.prune(choice, keep=kept.extend) == len(gone)
    assert kept == [units[name] for name in sorted(gone)]
    assert list(memory.units()) == [units[name] for name in sorted(units.keys() - gone)]
    for unit in memory.units():
        assert memory.fuzzy(f"{unit.source} x")[0].unit.source == unit.source


def test_nothing_is_pruned_that_could_not_be_kept(memory: Memory) -> None:
    memory.store([UNIT])

    def full(_units: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        memory.prune(Choice(), keep=full)
    assert list(memory.units()) == [UNIT]


def test_what_is_replaced_meanwhile_is_not_pruned(memory: Memory) -> None:
    memory.store([UNIT])
    better = replace(UNIT, target="better")

    def meanwhile(_units: object) -> None:
        memory.store([better])

    assert memory.prune(Choice(), keep=meanwhile) == 0
    assert list(memory.units()) == [better]


def test_who_is_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADANAN_WHO", " Sari Dewi ")
    assert person() == "Sari Dewi"
    monkeypatch.delenv("PADANAN_WHO")
    monkeypatch.setenv("LOGNAME", "sdewi")
    assert person() == "sdewi"


def test_many_units_are_read_in_order(memory: Memory) -> None:
    units = [
        Unit(f"kalimat nomor {n}", f"sentence {n}", f"a{n % 7}", f"s{n:05}") for n in range(4_100)
    ]
    assert memory.store(units) == 4_100
    assert list(memory.units()) == sorted(units, key=lambda unit: (unit.article, unit.segment))
    assert memory.prune(Choice(article="a3")) == 586
    assert all(unit.article != "a3" for unit in memory.units())
    assert memory.fuzzy("kalimat nomor 4099", limit=1)[0].score == 100.0


@pytest.mark.parametrize("command", ["--help", "import --help", "search --help", "prune --help"])
def test_help_loads_nothing_heavy(command: str) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"from padanan.cli import run; run(['memory', *{command.split()!r}])\n"
            "import sys; print(*sys.modules, file=sys.stderr)",
        ],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "click" in loaded
    assert not loaded & {
        "babel",
        "lxml",
        "numpy",
        "pg8000",
        "polib",
        "rapidfuzz",
        "sqlalchemy",
        "sqlite3",
    }
