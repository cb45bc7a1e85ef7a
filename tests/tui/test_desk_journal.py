"""What is not in the bilingual file yet is in the journal, whatever comes to an end when."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from deskside import SAMPLE, article, rewrite, states
from hypothesis import given, settings
from hypothesis import strategies as st

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State, load, save
from padanan.translate.machine import Offer, Term
from padanan.translate.memory import Memory
from padanan.tui import journal_lines
from padanan.tui.changes import Change, rewritten
from padanan.tui.journal import Journal, Recovered, recover
from padanan.tui.journal_file import LineFile
from padanan.tui.journal_lines import HEADER, Typing
from padanan.tui.keeping import keep, take
from padanan.tui.work import Work


def write(one: Entry, target: str) -> Change:
    return Change.of(one, rewritten(one, target, approved=False), typed=True)


def first(path: Path) -> Entry:
    return take(path).bilingual.entries[0]


def line_of(change: Change) -> bytes:
    (line,) = journal_lines.did(change)
    return line


def hidden(po: Path) -> Path:
    return po.with_name(f".{po.name}.journal")


def recovered(po: Path) -> Recovered:
    found = recover(po)
    assert found is not None
    return found


def test_deeds_and_typing_come_back(po: Path) -> None:
    journal = Journal(po)
    change = write(first(po), "Rivers Rise")
    journal.note(change)
    journal.typing("a4", "Air naik cepat.", "The wat", 7)
    journal.typing("a4", "Air naik cepat.", "The water ros", 13)
    journal.close()
    found = recovered(po)
    assert [(one.seen, one.new, one.typed) for one in found.changes] == [
        (change.seen, change.new, True)
    ]
    assert found.typing == Typing("a4", "Air naik cepat.", "The water ros", 13)
    assert not found.trouble
    assert hidden(po).stat().st_mode & 0o777 == 0o600


def test_what_is_saved_is_noted_no_more(po: Path) -> None:
    journal = Journal(po)
    one, other = write(first(po), "One"), write(first(po), "Two")
    journal.note(one)
    journal.flush()
    journal.note(other)
    journal.typing("a4", "Air naik cepat.", "The", 3)
    journal.saved([other])
    journal.flush()
    found = recovered(po)
    assert [change.new[0].target for change in found.changes] == ["Two"]
    assert found.typing is not None
    journal.typing_done()
    journal.saved([])
    journal.flush()
    assert hidden(po).stat().st_size == 0
    journal.note(one)
    journal.flush()
    assert len(recovered(po).changes) == 1
    journal.saved([])
    journal.close()
    assert not hidden(po).exists()
    assert recover(po) is None


def test_typing_that_is_over_does_not_come_back(po: Path) -> None:
    journal = Journal(po)
    journal.typing_done()
    journal.typing("a4", "Air naik cepat.", "The", 3)
    journal.flush()
    assert recovered(po).typing is not None
    journal.typing_done()
    journal.flush()
    assert recover(po) is None
    journal.close()


@pytest.mark.parametrize("act", ["deed", "typing"])
def test_it_is_on_the_disk_within_a_second(po: Path, act: str) -> None:
    journal = Journal(po)
    begun = time.monotonic()
    if act == "deed":
        journal.note(write(first(po), "Mark of mine"))
    else:
        journal.typing("a4", "Air naik cepat.", "Mark of mine", 3)
    assert time.monotonic() - begun < 0.1
    while not (hidden(po).exists() and b"Mark of mine" in hidden(po).read_bytes()):
        assert time.monotonic() - begun < 1
    journal.close()


def test_nothing_to_note_leaves_nothing(po: Path) -> None:
    before = sorted(po.parent.iterdir())
    Journal(po).close()
    journal = Journal(po)
    journal.flush()
    journal.saved([])
    journal.close()
    assert sorted(po.parent.iterdir()) == before
    assert recover(po) is None


def test_a_desk_that_only_reads_leaves_the_journal_of_the_other_alone(po: Path) -> None:
    other = Journal(po)
    other.note(write(first(po), "Theirs"))
    other.flush()
    Journal(po).close()
    assert len(recovered(po).changes) == 1
    other.close()


def test_what_is_in_the_file_already_is_dropped(po: Path) -> None:
    journal = Journal(po)
    work = Work(take(po))
    for id_, target in (("a1", "Rivers Rise"), ("a4", "Up.")):
        done = work.do(write(work.entries[work.index(id_)], target))
        assert done is not None
        journal.note(done)
    keep(work.snapshot, work.pending[:1])
    journal.close()
    assert [change.new[0].id for change in recovered(po).changes] == ["a4"]
    keep(work.snapshot, work.pending)
    assert recover(po) is None
    assert not hidden(po).exists()


def test_recovered_work_is_taken_up_and_can_be_undone(po: Path) -> None:
    before = take(po).bilingual
    journal = Journal(po)
    journal.note(write(first(po), "Rivers Rise"))
    journal.close()
    rewrite(po, a6=(State.APPROVED, "Theirs."))
    work = Work(take(po))
    assert work.resume(recovered(po).changes) == []
    assert work.entries[0].target == "Rivers Rise"
    kept = keep(work.snapshot, work.pending)
    assert work.settle(tuple(work.pending), kept) == []
    assert states(po)["a1"] == (State.DRAFT, "Rivers Rise")
    assert states(po)["a6"] == (State.APPROVED, "Theirs.")
    assert work.undo() is not None
    assert work.entries[0] == before.entries[0]


def test_recovered_typing_whose_sentence_has_gone_is_kept(po: Path) -> None:
    journal = Journal(po)
    journal.note(write(first(po), "Rivers Rise"))
    journal.close()
    save(po, article(SAMPLE[1:]))
    work = Work(take(po))
    news = work.resume(recovered(po).changes)
    assert "no longer in the article" in " ".join(news)
    keep(work.snapshot, work.pending)
    content = load(po)
    assert content is not None
    assert [one.target for one in content.obsolete] == ["Rivers Rise"]


def test_a_change_of_very_many_entries_is_noted_in_parts(po: Path) -> None:
    entries = tuple(replace(first(po), id=f"n{number}") for number in range(1_200))
    journal = Journal(po)
    journal.note(Change(entries, tuple(replace(one, state=State.APPROVED) for one in entries)))
    journal.close()
    found = journal_lines.read(hidden(po).read_bytes()).changes
    assert [len(change.seen) for change in found] == [500, 500, 200]
    assert tuple(one for change in found for one in change.seen) == entries


# Damage


def test_half_a_character_is_damage(po: Path) -> None:
    """No bilingual file can hold one, so saving would fail of it."""
    good = line_of(write(first(po), "One"))
    odd = line_of(write(first(po), "Two")).replace(b"Two", rb"\ud800")
    found = journal_lines.read(HEADER + odd + good)
    assert [one.new[0].target for one in found.changes] == ["One"]
    assert not found.sound


def test_a_torn_last_line_is_left_out(po: Path) -> None:
    change = line_of(write(first(po), "One"))
    other = line_of(write(first(po), "Two"))
    for cut in range(1, len(other) - 1):
        found = journal_lines.read(HEADER + change + other[:cut])
        assert found.sound
        assert [one.new[0].target for one in found.changes] == ["One"]
    hidden(po).write_bytes(HEADER + change + other[:-20])
    assert not recovered(po).trouble
    # What is added after it is not lost with it.
    journal = Journal(po)
    journal.typing("a4", "Air naik cepat.", "The", 3)
    journal.close()
    assert recovered(po).typing is not None


@pytest.mark.parametrize(
    "damage",
    [
        b"\x00\xff\xfe not a journal",
        b'{"padanan journal": 99}\n{"new":"kind"}\n',
        b"[" * 100_000 + b"\n",
        b'{"did": {"seen": [], "new": []}}\n',
        b'{"did": {"seen": [{"id": 1}], "new": [{"id": 2}]}}\n',
        b'{"types": {"id": "a", "source": "b", "text": "c", "cursor": 1e999}}\n',
        b'{"types": 7}\n[1]\n"did"\n',
    ],
)
def test_a_damaged_journal_is_used_as_far_as_it_can_be_and_set_aside(
    po: Path, damage: bytes
) -> None:
    good = line_of(write(first(po), "One"))
    aside = hidden(po).with_name(f"{hidden(po).name}.damaged")
    for number, data in enumerate((damage + b"\n", damage + b"\n" + good)):
        hidden(po).write_bytes(data)
        found = recovered(po)
        assert len(found.changes) == number
        assert "damaged" in found.trouble
        assert aside.read_bytes() == data
        # It is told once; what could be read stays until it is saved.
        again = recover(po)
        assert (again is not None) == bool(number)
        assert again is None or (len(again.changes) == 1 and not again.trouble)
        aside.rename(aside.with_name(f"moved-{number}"))


def test_one_that_was_set_aside_earlier_stays(po: Path) -> None:
    for _ in range(2):
        hidden(po).write_bytes(b"nothing\n")
        assert recovered(po).trouble
    assert len(list(po.parent.glob(".*.damaged*"))) == 2


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    journal_lines.read(data)
    journal_lines.read(HEADER + data)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["did", "types", "seen", "new", "typed", "id", "source", "target"])
            | st.sampled_from(["state", "kind", "terms", "offer", "flags", "line", "cursor"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from(["did", "types"]), _JSON, max_size=2))
def test_no_json_makes_reading_fail(data: object) -> None:
    journal_lines.read(HEADER + json.dumps(data).encode() + b"\n")


# All that UTF-8 can hold, controls and unassigned ones too; half of a character is refused above.
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    st.builds(
        Entry,
        *(_TEXT, _TEXT, _TEXT, st.sampled_from(State), st.sampled_from(BlockKind)),
        line=st.integers(0, 9),
        score=st.none() | st.floats(-9, 0),
        terms=st.lists(st.builds(Term, _TEXT, _TEXT, _TEXT, st.booleans()), max_size=2).map(tuple),
        findings=st.lists(_TEXT, max_size=2).map(tuple),
        offer=st.none() | st.builds(Offer, st.integers(0, 100), _TEXT, _TEXT, _TEXT),
        machine=_TEXT,
        segmented=st.sampled_from(["", "split", "joined"]),
        comment=_TEXT,
        flags=st.lists(_TEXT, max_size=2).map(tuple),
    )
)
def test_every_entry_comes_back_as_it_was(one: Entry) -> None:
    line = line_of(Change((one,), (one, one)))
    assert line.count(b"\n") == 1
    assert line.isascii()
    (change,) = journal_lines.read(HEADER + line).changes
    assert (change.seen, change.new) == ((one,), (one, one))


# Trouble


def test_a_journal_that_cannot_be_written_is_told_once_and_written_later(po: Path) -> None:
    hidden(po).mkdir()
    told: list[str] = []
    journal = Journal(po, told.append)
    journal.note(write(first(po), "One"))
    journal.flush()
    journal.note(write(first(po), "Two"))
    journal.flush()
    assert len(told) == 1
    assert "plain file" in journal.trouble
    assert "cannot be read" in recovered(po).trouble
    hidden(po).rmdir()
    journal.note(write(first(po), "Three"))
    journal.flush()
    assert not journal.trouble
    assert [one.new[0].target for one in recovered(po).changes] == ["One", "Two", "Three"]
    journal.close()


def test_a_journal_somebody_removed_is_written_again(po: Path) -> None:
    journal = Journal(po)
    journal.note(write(first(po), "One"))
    journal.flush()
    hidden(po).unlink()
    journal.note(write(first(po), "Two"))
    journal.close()
    assert len(recovered(po).changes) == 2


def test_no_link_is_followed(po: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("keep me", "utf-8")
    hidden(po).symlink_to(other)
    journal = Journal(po)
    journal.note(write(first(po), "One"))
    journal.close()
    assert "plain file" in journal.trouble
    assert recovered(po).trouble
    assert other.read_text("utf-8") == "keep me"


def test_one_article_by_two_names_has_one_journal(po: Path) -> None:
    link = po.with_name("link.po")
    link.symlink_to(po)
    assert Journal(link).path == Journal(po).path == hidden(po)


def test_a_name_as_long_as_a_name_can_be(tmp_path: Path) -> None:
    path = tmp_path / f"{'b' * 252}.po"
    save(path, article(SAMPLE))
    journal = Journal(path)
    journal.note(write(first(path), "One"))
    journal.close()
    assert not journal.trouble
    assert len(recovered(path).changes) == 1


# Killed


_DESK = """
import sys
from pathlib import Path
from padanan.tui.changes import Change, rewritten
from padanan.tui.journal import Journal
from padanan.tui.keeping import keep, take
from padanan.tui.work import Work

path = Path(sys.argv[1])
work, journal = Work(take(path)), Journal(path)
count = len(work.entries)
for number in range(1, 10_000):
    entry = work.entries[number % count]
    text = f"Written {number}."
    for end in range(len(text) + 1):
        journal.typing(entry.id, entry.source, text[:end], end)
    if number % 5 == 0:
        journal.flush()
        print("typed", number, flush=True)
    done = work.do(Change.of(entry, rewritten(entry, text, approved=number % 2 == 0), typed=True))
    journal.note(done)
    journal.typing_done()
    if number % 3 == 0:
        journal.flush()
        print("safe", number, flush=True)
    if number % 7 == 0:
        batch = tuple(work.pending)
        work.settle(batch, keep(work.snapshot, batch))
        journal.saved(work.pending)
        print("safe", number, flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_kill_loses_nothing_that_was_safe(po: Path, seed: int) -> None:
    wait = random.Random(seed).randrange(2, 60)
    with subprocess.Popen(
        [sys.executable, "-c", _DESK, str(po)], stdout=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout is not None
        lines = [desk.stdout.readline() for _ in range(wait)]
        os.kill(desk.pid, signal.SIGKILL)
        lines += desk.stdout.readlines()
    safe = max(int(line.split()[1]) for line in lines if line.startswith("safe"))
    work = Work(take(po))
    found = recover(po)
    if found is not None:
        assert not found.trouble
        assert work.resume(found.changes) == []
        keep(work.snapshot, work.pending)
    count = len(SAMPLE)
    targets = [one.target for one in take(po).bilingual.entries]
    for number in range(max(1, safe - count + 1), safe + 1):
        said = targets[number % count]
        assert said.startswith("Written ")
        assert int(said.split()[1].rstrip(".")) >= number
    typed = max((int(line.split()[1]) for line in lines if line.startswith("typed")), default=0)
    typing = found.typing.text if found is not None and found.typing is not None else ""
    if typed > safe and f"Written {typed}." not in targets:
        assert typing == f"Written {typed}."


def test_a_comment_is_recovered_with_the_rest(po: Path) -> None:
    one = first(po)
    journal = Journal(po)
    journal.note(Change.of(one, replace(one, comment="Ask the desk\n\x1b[31m")))
    journal.close()
    (change,) = recovered(po).changes
    assert change.new[0].comment == "Ask the desk\n\x1b[31m"


def test_what_a_killed_desk_had_only_begun_to_save_is_brought_along(po: Path) -> None:
    """It had written the bilingual file, and neither the English text nor the memory."""
    english, memory = po.with_suffix(".en.txt"), po.parent / "memory.sqlite"
    work = Work(take(po))
    journal = Journal(po)
    entry = work.entries[work.index("a4")]
    approved = work.do(Change.of(entry, rewritten(entry, "Up it went.", approved=True)))
    assert approved is not None
    journal.note(approved)
    journal.flush()
    keep(work.snapshot, ())
    before = english.read_bytes()
    keep(work.snapshot, work.pending)
    saved = english.read_bytes()
    english.write_bytes(before)
    memory.unlink()
    assert recover(po) is None
    assert english.read_bytes() == saved != before
    with Memory.open(memory) as known:
        assert [unit.target for unit in known.units()] == ["Up it went."]


def test_a_disk_that_hangs_holds_nobody_up(po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()
    monkeypatch.setattr(LineFile, "add", lambda *_: go.wait(60))
    monkeypatch.setattr("padanan.tui.journal._PATIENCE", 0.1)
    journal = Journal(po)
    journal.note(write(first(po), "One"))
    assert journal.flush() is False
    go.set()
    monkeypatch.setattr("padanan.tui.journal._PATIENCE", 5)
    assert journal.flush() is True
    journal.close()
    journal.note(write(first(po), "Two"))
    assert journal.flush() is False  # nobody is there to write it
