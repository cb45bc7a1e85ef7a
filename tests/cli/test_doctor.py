"""The doctor, of the well and of the ill."""

import fcntl
import json
import os
import sqlite3
import struct
import subprocess
import sys
import sysconfig
import termios
import time
from pathlib import Path

import pytest
from filelock import FileLock

from padanan.cli.doctor import desk, machine, model, resources, software
from padanan.cli.doctor.line import Line, Lines, State, Where, examined, private
from padanan.desk import Desk
from padanan.errors import ExitCode, InputError
from padanan.translate.memory import Memory, Unit
from running import ROOT, Run, command, environment

SECRET = "Rahasia"
PARTS = ("Installation", "Model", "Glossary", "Memory", "Desk", "Terminal", "Folders", "Clock")


def where(folder: Path) -> Where:
    return Where(folder, Desk.find(folder))


def amiss(lines: Lines | list[Line]) -> list[tuple[str, State]]:
    return [(line.about, line.state) for line in lines if line.state is not State.OK]


def bilingual(padanan: Run, folder: Path) -> Path:
    """A desk with one article in it."""
    (folder / "a.txt").write_text(f"{SECRET} presiden tiba di Jakarta.\n")
    assert padanan("translate", "a.txt", "--beam", "1", cwd=folder).returncode == ExitCode.DONE
    return folder / "out"


def test_all_is_well(padanan: Run, tmp_path: Path) -> None:
    done = padanan("doctor")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (ExitCode.DONE, "All is well.")
    assert [line for line in done.stdout.splitlines() if line in PARTS] == list(PARTS)
    assert "loads and translates" in done.stdout
    assert str(tmp_path / "home") not in done.stdout
    assert "~/" in done.stdout


def test_for_programs(padanan: Run) -> None:
    done = padanan("doctor", "--json", env={"PADANAN_MODEL": "no-such"})
    lines = json.loads(done.stdout)
    assert {line["part"] for line in lines} == {part.lower() for part in PARTS}
    assert {frozenset(line) for line in lines} == {
        frozenset({"part", "about", "state", "says", "do"})
    }
    assert [line["about"] for line in lines if line["state"] == "wrong"] == ["model"]
    assert done.returncode == ExitCode.FINDINGS


def test_of_the_very_ill(padanan: Run, tmp_path: Path) -> None:
    """Everything is broken at once: all is told, with what to do, and nothing that is private."""
    out = bilingual(padanan, tmp_path)
    damaged = f'msgid "{SECRET}\nmsgstr "{SECRET}"\n'
    (out / "damaged.po").write_text(damaged)
    (out / "memory.sqlite").write_bytes(b"no database at all, " * 100)
    (out / "padanan.toml").write_text("glosary = 1\n")
    (out / ".padanan-0123456789abcdef0123.tmp").write_text(SECRET)
    (tmp_path / "terms.tsv").write_text(f"id\ten\n{SECRET}\n\t{SECRET}\n")
    os.utime(out / "a.po", (time.time() + 9_000,) * 2)
    done = padanan("doctor", env={"PADANAN_MODEL": "./none.argosmodel"})
    assert done.returncode == ExitCode.FINDINGS
    assert SECRET not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    text = " ".join(done.stdout.split())
    for words in (
        "wrong model: none.argosmodel",
        "wrong glossary: 2 problems for which rows are not used, in line 2, 3. See padanan",
        "wrong memory: out/memory.sqlite: is damaged, or no memory.",
        "there is no setting 'glosary'. Did you mean glossary?",
        "warning temporary files: 1 file",
        "wrong bilingual file: damaged.po:1: cannot be read.",
        "warning clock: 1 bilingual file of the future, the first being a.po.",
    ):
        assert words in text, done.stdout
    assert "ok terminal" in text  # the rest is looked at all the same


def test_half_an_installation(tmp_path: Path) -> None:
    """Libraries are gone: what needs none of them is looked at, and the missing ones are named."""
    libraries = Path(sysconfig.get_path("purelib"))
    some = tmp_path / "some"
    some.mkdir()
    gone = ("ctranslate2", "polib", "rapidfuzz", "filelock", "__editable__", "openpyxl")
    for path in libraries.iterdir():
        if not path.name.startswith(gone) or path.name.startswith("rapidfuzz-"):
            (some / path.name).symlink_to(path)
    done = subprocess.run(
        [sys.executable, "-S", "-m", "padanan", "doctor"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment(tmp_path) | {"PYTHONPATH": f"{some}{os.pathsep}{ROOT}"},
        check=False,
    )
    text = " ".join(done.stdout.split())
    assert done.returncode == ExitCode.FINDINGS, done.stderr
    for words in (
        "wrong libraries: ctranslate2 is not installed. Install padanan again",
        "wrong libraries: polib is not installed.",
        "but its files are not there.",
        "extra xlsx: not installed; it gives glossaries in Excel's format",
        "ok glossary:",
        "ok clock:",
    ):
        assert words in text, done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("program", [["-m", "padanan", "--help"], ["-m", "padanan", "doctor"]])
def test_without_click_there_is_a_sentence(tmp_path: Path, program: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-S", *program],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment(tmp_path) | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.stderr == (
        "padanan: the installation is not whole (No module named 'click'). Install padanan again.\n"
    )
    assert done.returncode == ExitCode.BAD_INPUT


# Memory


def memory_of(folder: Path) -> Path:
    path = folder / "memory.sqlite"
    with Memory.open(path) as memory:
        memory.store([Unit(SECRET, "Secret", "a", "1", "", "")])
    return path


def test_a_sound_memory_is_left_as_it_is(tmp_path: Path) -> None:
    path = memory_of(tmp_path)
    before = path.read_bytes()
    (line,) = examined(resources.memory, where(tmp_path))
    assert line.state is State.OK
    assert "1 unit" in line.says
    assert path.read_bytes() == before


def test_a_memory_that_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "memory.sqlite").mkdir()
    assert amiss(examined(resources.memory, where(tmp_path))) == [("memory", State.WRONG)]


def test_a_memory_with_a_hole(tmp_path: Path) -> None:
    path = memory_of(tmp_path)
    data = bytearray(path.read_bytes())
    data[4096:12_288] = b"\xff" * 8192
    path.write_bytes(data)
    assert amiss(examined(resources.memory, where(tmp_path))) == [("memory", State.WRONG)]


def test_another_programs_database(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "memory.sqlite")
    connection.execute("CREATE TABLE unit (id)")
    connection.close()
    (line,) = examined(resources.memory, where(tmp_path))
    assert "is no translation memory" in line.says


def test_a_memory_of_a_later_padanan(tmp_path: Path) -> None:
    connection = sqlite3.connect(memory_of(tmp_path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    (line,) = examined(resources.memory, where(tmp_path))
    assert (line.state, line.do) == (State.WRONG, "Upgrade padanan.")


def test_a_memory_that_somebody_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PATIENCE", 0.1)
    connection = sqlite3.connect(memory_of(tmp_path), isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    assert amiss(examined(resources.memory, where(tmp_path))) == [("memory", State.WARNING)]
    connection.close()


def test_a_memory_on_a_server_is_not_asked(tmp_path: Path) -> None:
    address = "postgresql://ani:sandi@db.example.org/kata"
    (tmp_path / "padanan.toml").write_text(f'memory = "{address}"\n')
    (line,) = examined(resources.memory, where(tmp_path))
    assert line.state is State.OK
    assert not any(word in line.says for word in ("ani", "sandi", "example", "kata"))


# Glossary


@pytest.mark.parametrize(
    ("data", "states"),
    [
        (b"id\ten\nkata\tword\n", []),
        (b"id\ten\nkata\tword\nair\twater\n", [State.WARNING]),
        (b"", [State.WRONG, State.WRONG]),
        (b"\xff\xfei\0d\0", [State.WRONG]),
        (b"en\tid\nword\tkata\n", [State.WRONG, State.WRONG]),
        (b"\0\0\x1b[31m\n", [State.WRONG, State.WRONG]),
    ],
)
def test_glossaries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, states: list[State]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.tsv").write_bytes(data)
    lines = list(examined(resources.glossary, where(tmp_path)))
    assert [state for _, state in amiss(lines)] == states
    assert all(line.says.isprintable() for line in lines)


def test_a_glossary_that_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.tsv").mkdir()
    (line,) = examined(resources.glossary, where(tmp_path))
    assert (line.state, "cannot be read" in line.says) == (State.WRONG, True)


# Desk


def test_somebody_is_writing(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / ".padanan.lock")
    with lock:
        assert amiss(examined(desk.desk, where(tmp_path))) == [("lock", State.WARNING)]
    assert amiss(examined(desk.desk, where(tmp_path))) == []


@pytest.mark.parametrize("table", ["[checks.nams]\nseverity = 'note'", "[keys]\nnothing = 'x'"])
def test_settings_of_checks_and_keys(tmp_path: Path, table: str) -> None:
    (tmp_path / "padanan.toml").write_text(table)
    assert amiss(examined(desk.desk, where(tmp_path))) == [("settings", State.WRONG)]


def test_results_that_are_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    assert amiss(examined(desk.desk, where(tmp_path / "out"))) == [("results", State.WRONG)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(0)
    try:
        assert amiss(examined(desk.desk, where(tmp_path))) == [("results", State.WRONG)]
        assert ("results", State.WRONG) in amiss(examined(machine.folders, where(closed)))
    finally:
        closed.chmod(0o700)


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "gone.po").symlink_to(tmp_path / "nowhere.po")
    assert amiss(examined(desk.desk, where(tmp_path))) == [("results", State.WRONG)]


# Machine


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    assert amiss(examined(machine.folders, where(tmp_path / "out"))) == [("results", State.WRONG)]
    assert ("results", State.WRONG) in amiss(examined(machine.folders, where(Path("/proc/self"))))


def test_looking_at_folders_leaves_nothing_there(tmp_path: Path) -> None:
    assert amiss(examined(machine.folders, where(tmp_path))) == []
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_nearly_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_LITTLE", 1 << 62)
    assert ("disk", State.WARNING) in amiss(examined(machine.folders, where(tmp_path)))
    monkeypatch.setattr(machine, "_TOO_LITTLE", 1 << 62)
    assert ("disk", State.WRONG) in amiss(examined(machine.folders, where(tmp_path)))


def test_a_narrow_terminal_without_colours(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="a POSIX terminal is needed")
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 20, 40, 0, 0))
    env = {k: v for k, v in environment(tmp_path).items() if k not in ("COLUMNS", "LINES")}
    done = subprocess.run(
        command("doctor", "--json"),
        stdin=slave,
        stdout=subprocess.PIPE,
        stderr=slave,
        cwd=tmp_path,
        env=env | {"TERM": "dumb"},
        encoding="utf-8",
        check=False,
    )
    os.close(master)
    os.close(slave)
    states = {line["about"]: line["state"] for line in json.loads(done.stdout)}
    assert (states["letters"], states["colours"]) == ("ok", "ok")  # NO_COLOR says so
    assert states["size"] == "ok" or done.returncode == ExitCode.FINDINGS


# What is said


def test_what_is_tripped_over_is_told_without_what_was_in_it(tmp_path: Path) -> None:
    def trips(_where: Where) -> Lines:
        yield Line("first", "is told")
        raise ValueError(SECRET)

    def refuses(_where: Where) -> Lines:
        yield from ()
        raise InputError("A sentence.")

    told = [*examined(trips, where(tmp_path)), *examined(refuses, where(tmp_path))]
    assert [line.says for line in told] == [
        "is told",
        "this could not be looked at (ValueError).",
        "A sentence.",
    ]


def test_the_home_folder_has_no_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "ani"))
    assert private(f"{tmp_path}/ani/x:\n  gone") == "~/x: gone"
    assert private(f"{tmp_path}/anita/x") == f"{tmp_path}/anita/x"


def test_a_model_that_is_damaged_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "packages"
    (packages / "translate-id_en-9_9").mkdir(parents=True)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    monkeypatch.delenv("PADANAN_MODEL", raising=False)
    lines = list(examined(model.model, where(tmp_path)))
    assert amiss(lines) == [("packages", State.WARNING)]


def test_every_extra_is_explained() -> None:
    from importlib.metadata import metadata

    extras = metadata("padanan").get_all("Provides-Extra") or []
    assert set(extras) == set(software.EXTRAS)
