"""Atomic writing: the old file or the new one, nothing else."""

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from padanan.errors import OutputError
from padanan.files import locked, read_file, replacing, sweep, write_atomic


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_file_is_replaced_wholly_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replacing(path) as file:
        file.write(b"half" * (1 // 0))
    assert path.read_bytes() == b"old"
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.bin"]
    with (
        pytest.raises(OutputError, match=r"no/such\.bin: cannot be written"),
        replacing(tmp_path / "no/such.bin"),
    ):
        pass


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    path.chmod(0o600)
    with replacing(path) as file:
        (written,) = set(tmp_path.iterdir()) - {path}
        assert written.stat().st_mode & 0o777 == 0o600  # nobody else reads it meanwhile
        file.write(b"two")
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o444)
    write_atomic(path, b"three")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"three", 0o444)


@pytest.mark.skipif(os.name == "nt", reason="symbolic links")
def test_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"one")
    (tmp_path / "link").symlink_to("real")
    write_atomic(tmp_path / "link", b"two")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"two"


@pytest.mark.parametrize("name", ["a" * 250, "語" * 80])
def test_a_long_name_is_no_trouble(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_atomic(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_failure_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as error:
        write_atomic(tmp_path / "none" / "a", b"x")
    assert "a: cannot be written (No such file or directory)." in error.value.message
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError):
        write_atomic(tmp_path / "folder", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_a_name_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be written \(File name too long\)"):
        write_atomic(tmp_path / ("a" * 300), b"x")
    assert list(tmp_path.iterdir()) == []


def _left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary file of a process that was killed before its rename."""
    before = set(folder.iterdir())
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", _killed)
        patched.setattr(Path, "unlink", _killed)
        with pytest.raises(SystemError):
            write_atomic(folder / "a.po", b"x")
    (left,) = set(folder.iterdir()) - before
    return left


def _killed(*_: object, **__: object) -> None:
    raise SystemError


def test_what_a_kill_left_is_swept_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "below").mkdir()
    left = _left(tmp_path, monkeypatch)
    below = _left(tmp_path / "below", monkeypatch)
    others = [
        tmp_path / name
        for name in (".padanan.lock", ".padanan-mine.tmp", ".a.0123456789ab.tmp", "a.tmp")
    ]
    for path in others:
        path.touch()
    with replacing(tmp_path / "b") as file:
        (written,) = set(tmp_path.iterdir()) - {left, below.parent, *others}
        sweep(tmp_path)
        assert set(tmp_path.iterdir()) == {written, below.parent, *others}
        file.write(b"x")
    assert (tmp_path / "b").read_bytes() == b"x"
    assert below.exists()


def test_what_another_machine_left_goes_after_an_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("padanan.files._machine", lambda: "0badcafe")
    old, fresh = _left(tmp_path, monkeypatch), _left(tmp_path, monkeypatch)
    monkeypatch.undo()
    hour_ago = time.time() - 3_610
    os.utime(old, (hour_ago, hour_ago))
    sweep(tmp_path)
    assert set(tmp_path.iterdir()) == {fresh}


@pytest.mark.skipif(os.name == "nt", reason="locks of POSIX")
def test_without_locks_what_is_left_goes_after_an_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", none)
    write_atomic(tmp_path / "a", b"x")
    old, fresh = _left(tmp_path, monkeypatch), _left(tmp_path, monkeypatch)
    hour_ago = time.time() - 3_610
    os.utime(old, (hour_ago, hour_ago))
    sweep(tmp_path)
    assert set(tmp_path.iterdir()) == {fresh, tmp_path / "a"}


def test_whoever_writes_in_a_folder_sweeps_it(tmp_path: Path) -> None:
    code = (
        "import os, signal; from pathlib import Path; from padanan.files import replacing\n"
        "with replacing(Path('a')) as file: os.kill(os.getpid(), signal.SIGTERM)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False)
    (left,) = tmp_path.iterdir()
    write_atomic(tmp_path / "a", b"x")
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt", reason="locks of POSIX")
def test_writers_that_are_swept_in_the_first_moment_begin_again(tmp_path: Path) -> None:
    """Sweepers and writers at one folder disturb each other never."""
    code = (
        "import sys; from pathlib import Path; from padanan.files import sweep, write_atomic\n"
        "for _ in range(600):\n"
        "    sweep(Path()) if sys.argv[1] == 'sweep' else write_atomic(Path(sys.argv[1]), b'x')"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, name], cwd=tmp_path)
        for name in ("sweep", "sweep", "a", "b")
    ]
    assert [one.wait() for one in running] == [0, 0, 0, 0]
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b"}


def test_sweeping_what_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    sweep(tmp_path / "none")
    (tmp_path / "file").touch()
    sweep(tmp_path / "file")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    write_atomic(path, b"old")
    real = os.open

    def full(name: Path, flags: int, mode: int = 0o777) -> int:
        # The temporary file is made, but its writes go to a device that has no room.
        os.close(real(name, flags, mode))
        return real("/dev/full", os.O_WRONLY)

    with monkeypatch.context() as patched:
        patched.setattr("padanan.files.os.open", full)
        with pytest.raises(OutputError, match="No space left on device"):
            write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_kill_at_any_moment_leaves_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "a"
    contents = {b"x" * 300_000, b"y" * 500_000}
    code = (
        "import sys; from pathlib import Path; from padanan.files import write_atomic\n"
        "while True:\n"
        "    write_atomic(Path(sys.argv[1]), b'x' * 300_000)\n"
        "    write_atomic(Path(sys.argv[1]), b'y' * 500_000)\n"
    )
    for milliseconds in range(10):
        writer = subprocess.Popen([sys.executable, "-c", code, str(path)])
        while not path.exists():
            assert writer.poll() is None
        time.sleep(milliseconds / 1000)  # spreads the kills over the cycle; nothing waits for it
        writer.kill()
        writer.wait()
        assert path.read_bytes() in contents
        path.unlink()


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices of POSIX")
def test_what_has_no_end_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to("file")
    assert read_file(tmp_path / "file") == read_file(tmp_path / "link") == b"x"
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "endless").symlink_to("/dev/zero")
    for name in ("pipe", "endless"):
        with pytest.raises(OSError, match="a pipe or a device, not a file"):
            read_file(tmp_path / name)
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="a shell's <(...)")
def test_a_pipe_that_is_named_as_such_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"x")
    os.close(writing)
    assert read_file(Path(f"/dev/fd/{reading}")) == b"x"
    os.close(reading)


@pytest.mark.skipif(os.name == "nt", reason="locks of POSIX")
def test_a_lock_that_cannot_be_given_back_spoils_no_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    real = fcntl.flock

    def failing(descriptor: int, how: int) -> None:
        if how == fcntl.LOCK_UN:
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor, how)

    monkeypatch.setattr("fcntl.flock", failing)
    with locked(tmp_path, 0, busy="busy", unwritable=str):
        write_atomic(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be flushed there")
def test_a_power_cut_finds_the_old_file_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written is on the disk before the rename, and the rename before all is said done."""
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def flushing(descriptor: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def renaming(self: Path, target: Path) -> Path:
        done.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", flushing)
    monkeypatch.setattr(Path, "replace", renaming)
    write_atomic(tmp_path / "a", b"x")
    assert done == ["file", "rename", "folder"]
