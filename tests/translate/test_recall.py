"""The memory is told what a person has changed in a bilingual file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.memory import Memory, Unit
from padanan.translate.recall import Recall, approved, tell

TIDE = Entry("s1", "Air naik.", "The water rose.", State.APPROVED)
RAIN = Entry("s2", "Hujan reda.", "The rain eased.", State.APPROVED)
WIND = Entry("s3", "Angin kencang.", "Strong winds.", State.DRAFT)


@pytest.fixture
def po(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bilingual file's place in a desk."""
    monkeypatch.setenv("PADANAN_WHO", "ani")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "a.po"


def content(*entries: Entry) -> Bilingual:
    return Bilingual("../a.txt", "", "", "", "", entries)


def changed(po: Path, before: Sequence[Entry], after: Sequence[Entry]) -> str:
    return tell(po, content(*after), before, after)


def remembered(po: Path) -> list[tuple[str, str, str]]:
    with Memory.open(po.parent / "memory.sqlite") as memory:
        return sorted((unit.segment, unit.target, unit.who) for unit in memory.units())


def test_what_is_approved_is_stored(po: Path) -> None:
    drafts = [replace(one, state=State.DRAFT) for one in (TIDE, RAIN, WIND)]
    assert changed(po, drafts, [TIDE, RAIN, WIND]) == ""
    assert remembered(po) == [("s1", "The water rose.", "ani"), ("s2", "The rain eased.", "ani")]


def test_what_is_approved_no_more_is_taken_out_and_nothing_else(po: Path) -> None:
    changed(po, [], [TIDE, RAIN])
    changed(po, [RAIN], [replace(RAIN, state=State.DRAFT)])
    assert [segment for segment, _, _ in remembered(po)] == ["s1"]


def test_another_approved_target_takes_the_place_of_the_first(po: Path) -> None:
    changed(po, [], [TIDE, RAIN])
    changed(po, [TIDE], [replace(TIDE, target="Waters rose.")])
    assert [target for _, target, _ in remembered(po)] == ["Waters rose.", "The rain eased."]


def test_what_another_desk_has_approved_since_stays(po: Path) -> None:
    changed(po, [], [replace(TIDE, target="Waters rose.")])
    changed(po, [TIDE], [replace(TIDE, state=State.DRAFT)])
    assert [target for _, target, _ in remembered(po)] == ["Waters rose."]


def test_where_nothing_is_approved_no_memory_is_made(po: Path) -> None:
    assert changed(po, [WIND], [replace(WIND, target="Gales.")]) == ""
    assert not (po.parent / "memory.sqlite").exists()
    # Nor for taking out of it what cannot be in it.
    assert changed(po, [TIDE], [replace(TIDE, state=State.DRAFT)]) == ""
    assert not (po.parent / "memory.sqlite").exists()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("memory.sqlite", "not a memory", "memory.sqlite"),
        ("padanan.toml", "memory = 1\n", "padanan.toml"),
    ],
)
def test_what_is_wrong_is_said(po: Path, name: str, text: str, said: str) -> None:
    (po.parent / name).write_text(text, "utf-8")
    assert said in changed(po, [], [TIDE])
    assert (po.parent / name).read_text("utf-8") == text


def test_as_many_segments_as_one_likes(po: Path) -> None:
    """SQLite has a limit to the values of one question (32,766)."""
    many = [replace(TIDE, id=f"s{number}") for number in range(33_000)]
    recall = Recall(po.parent / "memory.sqlite")
    recall.learn(approved(content(), many[:3]))
    recall.forget(approved(content(), many[1:]))
    recall.close()
    assert recall.trouble == ""
    assert [segment for segment, _, _ in remembered(po)] == ["s0"]


def test_only_the_units_of_the_segments_are_looked_at(po: Path) -> None:
    path = po.parent / "memory.sqlite"
    with Memory.open(path) as memory:
        memory.store([Unit(TIDE.source, TIDE.target, "../b.txt", "s1", who="budi")])
    changed(po, [], [TIDE])
    changed(po, [TIDE], [replace(TIDE, state=State.DRAFT)])
    assert remembered(po) == [("s1", "The water rose.", "budi")]
