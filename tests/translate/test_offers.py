"""What the memory offers beside the drafts of a model."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from padanan.translate.article import Segment
from padanan.translate.machine import Offer
from padanan.translate.memory import Memory, Unit
from padanan.translate.offers import LONGEST, offers
from padanan.translate.recall import Recall

OPENED = Unit(
    "Presiden meresmikan jembatan itu.", "The president opened the bridge.", "../a.txt", "s1"
)
CLOSED = "Presiden menutup jembatan itu."
FOUND = Offer(
    75,
    "Presiden [-meresmikan-]{+menutup+} jembatan itu.",
    "The president opened the bridge.",
    "../a.txt s1",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a memory that knows one sentence."""
    made = tmp_path / "memory.sqlite"
    store(made, OPENED)
    return made


@pytest.fixture
def memory(path: Path) -> Iterator[Recall]:
    """That memory, as a run has it."""
    recall = Recall(path, patience=0.1)
    yield recall
    recall.close()


def store(path: Path, *units: Unit) -> None:
    """Store units in a memory."""
    with Memory.open(path) as opened:
        opened.store(units)


def offered(memory: Recall | None, source: str = CLOSED) -> Offer | None:
    """What is offered for a segment."""
    return offers([Segment("s", 0, 0, len(source), source)], memory).get("s")


def test_the_best_hit_with_what_differs(path: Path, memory: Recall) -> None:
    assert offered(memory) == FOUND
    store(path, Unit("Presiden menutup jembatan ini.", "The president closed this bridge."))
    assert offered(memory) == Offer(
        93,
        "Presiden menutup jembatan [-ini-]{+itu+}.",
        "The president closed this bridge.",
    )


def test_what_is_too_far_off_is_not_offered(memory: Recall) -> None:
    assert offered(memory, "Menteri menutup jalan itu.") is None


def test_the_same_sentence_is_no_offer(path: Path, memory: Recall) -> None:
    """Where the model drafts all the same, a person has taken that translation back."""
    assert offered(memory, OPENED.source) is None
    store(path, Unit(CLOSED, "The president closed the bridge."))
    assert offered(memory, OPENED.source) == Offer(
        75,
        "Presiden [-menutup-]{+meresmikan+} jembatan itu.",
        "The president closed the bridge.",
    )


def test_other_numbers_are_put_in(path: Path, memory: Recall) -> None:
    store(path, Unit("Banjir merendam 12 desa.", "Floods inundated 12 villages."))
    found = offered(memory, "Banjir merendam 1.250 desa.")
    assert found is not None
    assert (found.score, found.target) == (99, "Floods inundated 1,250 villages.")


@pytest.mark.parametrize(
    ("then", "target"),
    [
        ("kata " * (LONGEST // 5 + 1), "word"),
        ("kata " * (LONGEST // 5 - 1), "word " * (LONGEST // 5 + 1)),
    ],
)
def test_what_is_far_too_long_is_not_offered(
    path: Path, memory: Recall, then: str, target: str
) -> None:
    store(path, Unit(then, target))
    assert offered(memory, then[:-5] + "kita") is None


def test_a_sentence_as_long_as_sentences_get_is_offered(path: Path, memory: Recall) -> None:
    store(path, Unit("kata " * (LONGEST // 5 - 1), "word " * (LONGEST // 5 - 1)))
    found = offered(memory, "kata " * (LONGEST // 5 - 2) + "kita")
    assert found is not None
    assert found.source.endswith("kata [-kata-]{+kita+}")


def test_hostile_text_stays_on_its_line(path: Path, memory: Recall) -> None:
    nasty = "\nfrom: 0\x1b[2J\u2028\u202e"
    source = "Presiden menutup jembatan yang baru saja selesai dibangun itu."
    store(path, Unit(f"{source}{nasty}", f"It{nasty}", f"b{nasty}", "s2"))
    found = offered(memory, source)
    assert found is not None
    assert found.target == "It from: 0 [2J"
    assert found.unit == "b from: 0 [2J s2"
    assert all(line.isprintable() for line in found.lines())
    assert len(list(found.lines())) == 3


def test_without_a_memory_nothing_is_offered(tmp_path: Path) -> None:
    assert offered(None) is None
    assert offered(Recall(tmp_path / "none.sqlite")) is None
    assert not (tmp_path / "none.sqlite").exists()


def test_a_locked_memory_is_waited_for_once(path: Path, memory: Recall) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert offered(memory) is None
        assert "another padanan is writing" in memory.trouble
    assert offered(memory) is None  # it is not asked again, and cannot hold up the run twice


@pytest.mark.parametrize("damage", ["X'00'", "7", "X''"])
def test_a_damaged_index_costs_the_offers_alone(path: Path, memory: Recall, damage: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"UPDATE posting SET sources = {damage}")
    assert offered(memory) is None
    if damage != "X''":
        assert str(path) in memory.trouble
        assert "damaged" in memory.trouble


def test_a_damaged_file_costs_the_offers_alone(path: Path, memory: Recall) -> None:
    size = path.stat().st_size
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (size - 4096))
    assert offered(memory) is None
    assert str(path) in memory.trouble


@pytest.mark.parametrize(
    ("line", "unit"), [("75 % ../a % b.txt s1", "../a % b.txt s1"), ("75 %", "")]
)
def test_an_offer_comes_back_from_its_lines(line: str, unit: str) -> None:
    lines = {"similar": [line], "similar-source": ["x -> y"], "similar-target": ["z: %"]}
    offer = Offer(75, "x -> y", "z: %", unit)
    assert Offer.parse(lines) == offer
    assert list(offer.lines()) == [f"{key}: {one}" for key, (one,) in lines.items()]


@pytest.mark.parametrize("line", ["", "%", "7", "very % a.txt", "٧٥ % a.txt", "99999 % a.txt"])
def test_lines_that_somebody_has_changed_are_no_offer(line: str) -> None:
    assert Offer.parse({"similar": [line], "similar-source": [""], "similar-target": [""]}) is None


def test_an_offer_that_lacks_a_line_is_none() -> None:
    assert Offer.parse({"similar": ["75 % a.txt"], "similar-source": ["x"]}) is None
