"""What there is to see in an entry, and the thread that looks."""

from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest
from deskside import entry
from hypothesis import given
from hypothesis import strategies as st

from padanan.desk import Desk
from padanan.glossary import Glossary
from padanan.translate.checks import CheckSettings, Severity
from padanan.tui.looker import Looker
from padanan.tui.looking import Kind, Mark, look, resolved
from padanan.tui.tools import Tools

TABLE = (
    "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
    "banjir\tflood\tinundation\tnoun\t\t\t\n"
    "wali kota\tmayor\tcity guardian\tnoun\t\t\t\n"
)
SEGMENT = entry("a1", "Wali kota menyebut banjir itu merendam 5.000 rumah.")


@pytest.fixture
def glossary_file(tmp_path: Path) -> Path:
    path = tmp_path / "terms.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def kinds(text: str, marks: tuple[Mark, ...]) -> dict[str, Kind]:
    return {text[mark.start : mark.end]: mark.kind for mark in marks}


def test_marks_tell_held_missing_avoided_and_lost(glossary_file: Path) -> None:
    glossary = Glossary.load(glossary_file, cldr=False)
    target = "The city guardian said the water swamped 5.000 houses."
    looked = look(SEGMENT, target, glossary, CheckSettings())
    source = kinds(SEGMENT.source, looked.source)
    assert source == {"Wali kota": Kind.AVOIDED, "banjir": Kind.MISSING, "5.000": Kind.LOST}
    assert kinds(target, looked.target)["city guardian"] is Kind.AVOIDED
    assert looked.worst is Severity.ERROR
    better = look(
        SEGMENT, "The mayor said the flood swamped 5,000 houses.", glossary, CheckSettings()
    )
    assert set(kinds(SEGMENT.source, better.source).values()) == {Kind.HELD, Kind.VALUE}
    assert set(kinds("", better.target).values()) <= {Kind.HELD, Kind.VALUE}


@given(
    st.lists(
        st.builds(
            lambda start, length, kind: Mark(start, start + length, kind),
            st.integers(0, 20),
            st.integers(1, 9),
            st.sampled_from(Kind),
        ),
        max_size=8,
    )
)
def test_resolved_marks_do_not_overlap_and_show_the_gravest(marks: list[Mark]) -> None:
    ranks = list(Kind)
    seen = list(resolved(tuple(marks), 25))
    for one, other in pairwise(seen):
        assert one.end <= other.start
    for place in range(25):
        over = [mark.kind for mark in marks if mark.start <= place < mark.end]
        shown = [mark.kind for mark in seen if mark.start <= place < mark.end]
        assert shown == ([max(over, key=ranks.index)] if over else [])


def test_the_looker_looks_at_all_and_what_is_typed(glossary_file: Path, tmp_path: Path) -> None:
    told: list[str] = []
    typed = Event()

    def tell(ids: list[str]) -> None:
        told.extend(ids)
        typed.set()

    entries = [entry(f"b{n}", f"Banjir ke-{n}.", f"Flood number {n}.") for n in range(20)]
    looker = Looker(Tools(Desk(tmp_path / "memory.sqlite"), glossary_file), tell)
    try:
        looker.all_of(entries)
        assert looker.wait()
        assert sorted(set(told)) == sorted(one.id for one in entries)
        assert all(looker.known(one) is not None for one in entries)
        looker.typing(entries[3], "Inundation three.")
        assert looker.wait()
        seen = looker.known_typed(entries[3], "Inundation three.")
        assert seen is not None
        assert Kind.AVOIDED in kinds("Inundation three.", seen.target).values()
        looker.forget()
        assert looker.known(entries[0]) is None
    finally:
        looker.close()
    assert looker.wait()
