"""The memory's file: shared by processes, killed in the middle, damaged, not ours."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from padanan.errors import InputError, OutputError
from padanan.translate.memory import Choice, Memory, Unit
from padanan.translate.memory.sqlite.database import APPLICATION, VERSION

STORE = """
import sys
from pathlib import Path
from padanan.translate.memory import Memory, Unit

path, article, count, batch = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
sys.stdin.readline()  # all begin together
with Memory.open(path) as memory:
    for first in range(0, count, batch):
        memory.store(
            Unit(f"Kalimat nomor {n} dari {article} ini.", f"Sentence {n}.", article, f"s{n}")
            for n in range(first, first + batch)
        )
        print(first + batch, flush=True)
"""


def _start(path: Path, article: str, count: int, batch: int = 1) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", STORE, str(path), article, str(count), str(batch)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def _go(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _check(path: Path) -> None:
    """See that the file is whole, and that the index has what the tables have."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        idle = "SELECT count(*) FROM source WHERE id NOT IN (SELECT source_id FROM unit)"
        assert connection.execute(idle).fetchone() == (0,)
    connection.close()
    with Memory.open(path) as memory:
        for unit in memory.units():
            best = memory.fuzzy(f"{unit.source} Ya", limit=1)
            assert best
            assert best[0].score > 90


def test_several_processes_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"  # made by whoever comes first
    processes = [_start(path, f"a{number}", 25) for number in range(4)]
    for process in processes:
        _go(process)
    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0
    with Memory.open(path) as memory:
        stored = {(unit.article, unit.segment) for unit in memory.units()}
    assert stored == {(f"a{a}", f"s{n}") for a in range(4) for n in range(25)}
    _check(path)


def test_a_file_that_another_process_makes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no pipe because it was not there a moment ago."""
    path = tmp_path / "memory.sqlite"
    look = os.stat

    def makes(name: "str | os.PathLike[str]", *given: Any, **named: Any) -> os.stat_result:
        try:
            return look(name, *given, **named)
        except FileNotFoundError:
            if name == path:
                monkeypatch.undo()
                Memory.open(path).close()
            raise

    monkeypatch.setattr(os, "stat", makes)
    with Memory.open(path) as memory:
        assert memory.stats().units == 0
    assert os.stat is look


def test_two_processes_approve_one_segment(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    processes = [_start(path, "same", 20) for _ in range(2)]
    for process in processes:
        _go(process)
    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0
    with Memory.open(path) as memory:
        assert memory.stats().units == 20


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("batch", [1, 400])
def test_what_was_stored_survives_a_kill(tmp_path: Path, batch: int) -> None:
    path = tmp_path / "memory.sqlite"
    for attempt in range(4):
        process = _start(path, f"a{attempt}", 1_000_000, batch)
        _go(process)
        assert process.stdout is not None
        done = int(process.stdout.readline())
        time.sleep(0.02 * attempt)
        process.send_signal(signal.SIGKILL)
        rest = process.communicate()[0]
        done = int(rest.rstrip("\n").rpartition("\n")[2] or done)
        with Memory.open(path) as memory:
            stored = len(memory.choose(Choice(article=f"a{attempt}")))
        assert done <= stored <= done + batch
        assert stored % batch == 0  # a call is done wholly or not at all
    if batch == 1:
        _check(path)


def test_a_store_that_fails_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    with Memory.open(tmp_path / "m.sqlite") as memory:

        def units() -> Iterator[Unit]:
            yield Unit("satu", "one")
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            memory.store(units())
        assert list(memory.units()) == []
        assert memory.store([Unit("satu", "one")]) == 1


def test_threads_share_a_memory(tmp_path: Path) -> None:
    with Memory.open(tmp_path / "m.sqlite") as memory:

        def work(number: int) -> None:
            for n in range(20):
                memory.store([Unit(f"kalimat {number} {n}", "x", f"a{number}", f"s{n}")])
                memory.fuzzy(f"kalimat {number} {n} lagi")

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert memory.stats().units == 80


def test_a_busy_memory_is_told(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    with Memory.open(path, patience=0.05) as memory:
        memory.store([Unit("satu", "one")])
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert memory.exact("satu") is not None  # reading goes on
        with pytest.raises(OutputError, match=r"m\.sqlite: another padanan is writing in this"):
            memory.store([Unit("dua", "two")])
        assert memory.store([Unit("satu", "one")]) == 0  # there is nothing to write
        other.execute("ROLLBACK")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError, match="another padanan"):
            memory.exact("satu")
        with pytest.raises(OutputError, match="another padanan"):
            Memory.open(path, patience=0.05)
        other.execute("ROLLBACK")
        other.close()
        assert memory.store([Unit("dua", "two")]) == 1


def test_reading_all_units_keeps_nobody_waiting(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    with Memory.open(path) as memory, Memory.open(path, patience=0.05) as other:
        memory.store(Unit(f"kalimat {n}", "x", "a", f"s{n:05}") for n in range(3_000))
        units = memory.units()
        next(units)
        assert other.store([Unit("baru", "new", "b", "s")]) == 1
        assert sum(1 for _ in units) == 3_000


# Files that are not to be touched


def _refused(path: Path, match: str) -> None:
    before = path.read_bytes()
    with pytest.raises(InputError, match=match):
        Memory.open(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "data", [b"x", b"PK\x03\x04" + b"\0" * 5_000, b"SQLite format 2\0" + b"\0" * 5_000]
)
def test_a_file_that_is_no_database(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "m.sqlite"
    path.write_bytes(data)
    _refused(path, "is not a translation memory")


def test_an_empty_file_becomes_a_memory(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    path.touch()
    with Memory.open(path) as memory:
        assert memory.store([Unit("satu", "one")]) == 1


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE other (x)", "PRAGMA user_version = 3", "PRAGMA application_id = 7"]
)
def test_a_database_of_another_program(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "m.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.close()
    _refused(path, "is a database of another program")


def test_a_memory_of_a_later_padanan(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    _refused(path, "made by a later version of padanan")


@pytest.mark.parametrize("at", [100, 4_096, 3 * 4_096, -4_096])
def test_damage_is_told_and_nothing_is_overwritten(tmp_path: Path, at: int) -> None:
    path = tmp_path / "m.sqlite"
    with Memory.open(path) as memory:
        memory.store(Unit(f"kalimat nomor {n}", "x" * 100, "a", f"s{n}") for n in range(500))
    data = bytearray(path.read_bytes())
    data[at : (at + 3_000) or None] = b"\xa5" * len(data[at : (at + 3_000) or None])
    path.write_bytes(data)
    told: list[str] = []
    for attempt in (
        lambda memory: list(memory.units()),
        lambda memory: [memory.fuzzy(f"kalimat nomor {n}") for n in range(500)],
        lambda memory: memory.store([Unit("kalimat baru", "x")]),
    ):
        try:
            with Memory.open(path) as memory:
                attempt(memory)
        except InputError as error:
            told.append(error.message)
    assert told
    assert all("this translation memory is damaged" in message for message in told)


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be opened \(Is a directory\)"):
        Memory.open(tmp_path)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match="cannot be opened"):
        Memory.open(tmp_path / "out" / "m.sqlite")


FULL = """
import resource, signal, sys
from pathlib import Path
from padanan.errors import OutputError
from padanan.translate.memory import Memory, Unit

with Memory.open(Path(sys.argv[1])) as memory:
    memory.store([Unit("Kalimat yang sudah lama disetujui.", "one")])
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    try:
        memory.store(Unit(f"kalimat {n}", "x" * 500, "a", f"s{n}") for n in range(2_000))
    except OutputError as error:
        print(error.message)
    print(memory.stats().units)
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_full_disk_is_told_and_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, encoding="utf-8", check=True
    )
    told, units = done.stdout.splitlines()
    assert told.startswith(f"{path}: the translation memory cannot be used (")
    assert units == "1"
    _check(path)


def test_a_large_memory_shrinks_when_it_is_pruned(tmp_path: Path) -> None:
    with Memory.open(tmp_path / "m.sqlite") as memory:
        memory.store(
            Unit(f"kalimat nomor {n} itu", "x" * 200, f"a{n // 1_000}", f"s{n}")
            for n in range(2_000)
        )
        before = memory.stats().size
        assert memory.prune(Choice(article="a1")) == 1_000
        assert memory.stats().size < 0.7 * before
        assert memory.prune(Choice(article="a0")) == 1_000
        assert memory.fuzzy("kalimat nomor 4 itu") == ()
        assert memory.store([Unit("kalimat nomor 4 itu", "x")]) == 1
        assert len(memory.fuzzy("kalimat nomor 5 itu")) == 1
    with sqlite3.connect(tmp_path / "m.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM posting").fetchone()[0] < 32
    connection.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "memory.sqlite")
    with pytest.raises(OutputError, match="a pipe or a device"):
        Memory.open(tmp_path / "memory.sqlite")


@pytest.mark.parametrize("damage", ["source SET text = 5", "source SET text = x'00'"])
def test_a_row_that_is_no_text_is_told(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "memory.sqlite"
    with Memory.open(path) as memory:
        memory.store([Unit("Presiden tiba di Jakarta.", "The president arrived.", "a", "1")])
    with sqlite3.connect(path) as database:
        # What a changed bit in the file does; SQLite itself would make a text of a number.
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = replace(sql, 'text TEXT', 'text BLOB')")
        database.execute("PRAGMA writable_schema = RESET")
        database.execute(f"UPDATE {damage}")
    with Memory.open(path) as memory, pytest.raises(InputError, match="is damaged, in a row"):
        memory.fuzzy("Presiden tiba di Jakarta kemarin.")


def test_a_damaged_schema_that_is_no_text_is_told(tmp_path: Path) -> None:
    """SQLite quotes the name of what it cannot read, and Python cannot read that."""
    path = tmp_path / "memory.sqlite"
    with Memory.open(path):
        pass
    data = path.read_bytes()
    assert data.count(b"tablesourcesource") == 1
    damaged = data.replace(b"tablesourcesource", b"tables\x94urcesource")
    path.write_bytes(damaged.replace(b"CREATE TABLE source", b"CREATE T\x00BLE source"))
    with pytest.raises(InputError, match="this translation memory is damaged"):
        Memory.open(path)
