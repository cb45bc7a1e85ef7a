"""The command line as a whole: help, exit codes, and the reference that documents it."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from padanan import __version__
from padanan.cli import padanan as group
from padanan.cli import run
from padanan.cli.talk import count, data_json, inert
from padanan.errors import ExitCode
from running import ROOT, Run, command, environment


def _commands(command_: click.Command, path: tuple[str, ...]) -> list[tuple[str, ...]]:
    found = [path]
    if isinstance(command_, click.Group):
        context = click.Context(command_)
        for name in command_.list_commands(context):
            child = command_.get_command(context, name)
            assert child is not None, f"{name} is listed but there is no such command"
            found += _commands(child, (*path, name))
    return found


def reference() -> str:
    """docs/cli.md as it should be."""
    parts = [
        f"# The command line\n\nMade from the commands' own help (with click {version('click')}); "
        "to make it anew:\n"
        "`PYTHONPATH=tests uv run python tests/cli/test_padanan.py > docs/cli.md`.\n"
    ]
    for path in _commands(group, ("padanan",)):
        done = CliRunner().invoke(
            group,
            [*path[1:], "--help"],
            prog_name=path[0],
            terminal_width=78,
            catch_exceptions=False,
        )
        parts.append(f"## {' '.join(path)}\n\n```text\n{done.stdout.rstrip()}\n```\n")
    return "\n".join(parts)


def test_the_reference_is_up_to_date() -> None:
    written = (ROOT / "docs/cli.md").read_text("utf-8")
    for path in _commands(group, ("padanan",)):
        assert f"## {' '.join(path)}\n" in written
    if f"click {version('click')})" not in written:
        pytest.skip("another click than the reference's, which may lay out help differently")
    # In a process of its own: click keeps what a command that was run by itself has as help option.
    made = subprocess.run(
        [sys.executable, __file__],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests"), "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )
    assert written == made.stdout


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == ExitCode.DONE
    shown = capsys.readouterr().out
    for path in _commands(group, ()):
        if len(path) == 1:
            assert f"\n  {path[0]} " in shown


def test_without_arguments_help_is_shown(padanan: Run) -> None:
    done = padanan()
    assert "Usage: padanan" in done.stdout + done.stderr
    assert done.returncode == ExitCode.USAGE


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["tranlsate"], "There is no command 'tranlsate'. Did you mean translate?"),
        (["glossary", "fnd"], "There is no command 'fnd'. Did you mean find?"),
        (["xyzzy"], "There is no command 'xyzzy'."),
        (["translate"], "Missing argument 'PATHS...'"),
        (["translate", "a.txt", "--beam", "0"], "--beam"),
        (["export"], "Missing option '--to'"),
        (["import"], "Missing argument 'FILES...'"),
    ],
)
def test_wrong_usage_is_told(padanan: Run, arguments: list[str], says: str) -> None:
    done = padanan(*arguments)
    assert done.returncode == ExitCode.USAGE
    assert says in done.stderr
    assert done.stdout == ""


def test_python_dash_m_is_the_same_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "padanan", "--version"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment(tmp_path),
        check=True,
    )
    assert done.stdout == f"padanan, version {__version__}\n"


def test_what_is_said_moves_no_cursor() -> None:
    assert inert("a\x1b[2Jb\x9bc\u202ed\tx\ny") == "a\\x1b[2Jb\\x9bc\\x202ed\tx\ny"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["glossary", "check", "no\x1b[31mRED"], ExitCode.BAD_INPUT),
        (["glossary", "find", "x", "-g", "\x1b[31m"], ExitCode.BAD_INPUT),
        (["translate", "x.txt", "-o", "/proc/\x1b[31m"], ExitCode.BAD_INPUT),
        (["translate", "x\x1b[31m.txt"], ExitCode.BAD_INPUT),
        (["translate", "--model", "\x1b[31m", "x.txt"], ExitCode.NO_MODEL),
        (["translate", "--beam", "\x1b[31m", "x.txt"], ExitCode.USAGE),
        (["translate", "--x\x9b31m\x1b[31m"], ExitCode.USAGE),
        (["x\x1b[31m\u202e"], ExitCode.USAGE),
        (["model", "x\x1b[31m"], ExitCode.USAGE),
        (["review", "a", "\x1b[31m\x9b"], ExitCode.USAGE),
        (["model", "info", "/\x1b[31m"], ExitCode.NO_MODEL),
        (["export", "no\x1b[31m.po", "--to", "text"], ExitCode.BAD_INPUT),
        (["export", "--to", "\x1b[31m"], ExitCode.USAGE),
        (["import", "no\x1b[31m.xlf"], ExitCode.BAD_INPUT),
    ],
)
def test_no_escape_reaches_the_terminal(
    tmp_path: Path, arguments: list[str], code: ExitCode
) -> None:
    pty = pytest.importorskip("pty", reason="a POSIX terminal is needed")
    # Where stderr is no terminal, click takes escapes out by itself.
    master, slave = pty.openpty()
    env = {k: v for k, v in environment(tmp_path).items() if k != "NO_COLOR"}
    done = subprocess.run(
        command(*arguments),
        cwd=tmp_path,
        env=env | {"TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=slave,
        check=False,
    )
    shown = os.read(master, 65_536).decode()
    os.close(slave)
    os.close(master)
    assert (done.returncode, done.stdout) == (code, b"")
    # A progress bar has escapes of its own.
    assert not any(escape in shown for escape in ("\x1b[31m", "\x9b", "\u202e"))
    assert any(sign in shown for sign in ("\\x1b[31m", "\\x9b", "�[31m"))


def test_json_moves_no_cursor_and_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"name": "a\x1b[2J\x9b\u202e\udcff é 語\n\t"}
    data_json(value)
    shown = capsys.readouterr().out
    assert shown.isprintable() or set(shown) - {"\n"} <= set(filter(str.isprintable, shown))
    assert "é 語" in shown
    assert json.loads(shown) == value


# What the system refuses


def _with(
    home: Path, *arguments: str, streams: str, input_: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    """Run padanan with its streams as the shell makes them: "<&-", ">/dev/full", ..."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {streams}', "sh", *command(*arguments)],
        cwd=home,
        env=environment(home),
        input=input_,
        capture_output=True,
        check=False,
    )


needs_a_shell = pytest.mark.skipif(os.name == "nt", reason="a POSIX shell")
needs_a_full_disk = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs a device that is always full"
)


@needs_a_shell
@pytest.mark.parametrize(
    ("streams", "says"),
    [("<&-", b"standard input is closed"), ("0>/dev/null", b"Bad file descriptor")],
)
def test_no_standard_input_is_told(tmp_path: Path, streams: str, says: bytes) -> None:
    done = _with(tmp_path, "glossary", "check", "-", streams=streams)
    assert done.returncode == ExitCode.BAD_INPUT
    assert done.stderr.startswith(b"padanan: standard input")
    assert says in done.stderr


@needs_a_shell
@needs_a_full_disk
@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["translate", "--help"],
        ["model", "list"],
        ["model", "info", "--json"],
        ["glossary", "check", "-", "--json"],
    ],
)
def test_a_full_disk_under_stdout_is_told(tmp_path: Path, arguments: list[str]) -> None:
    glossary = b"id\ten\n" + 2_000 * b"x\n"
    done = _with(tmp_path, *arguments, streams=">/dev/full", input_=glossary)
    assert done.stderr == (
        b"padanan: standard output: cannot be written (No space left on device).\n"
    )
    assert done.returncode == ExitCode.BAD_INPUT


@needs_a_shell
@needs_a_full_disk
@pytest.mark.parametrize("streams", ["2>/dev/full", "2>&-"])
def test_talk_nobody_can_hear_stops_nothing(tmp_path: Path, streams: str) -> None:
    (tmp_path / "terms.tsv").write_text("id\ten\nkata\tword\nx\n")
    done = _with(tmp_path, "glossary", "find", "kata", streams=streams)
    assert (done.returncode, done.stderr) == (ExitCode.DONE, b"")
    assert done.stdout.endswith(b"\n  use   word\n")
    done = _with(tmp_path, "glossary", "find", streams=streams)
    assert (done.returncode, done.stderr) == (ExitCode.USAGE, b"")


@needs_a_shell
def test_a_closed_stdout_is_no_trouble(tmp_path: Path) -> None:
    done = _with(tmp_path, "model", "list", streams=">&-")
    assert (done.returncode, done.stderr) == (ExitCode.DONE, b"")


@needs_a_shell
@pytest.mark.parametrize("arguments", [["--help"], ["model", "info", "--json"]])
def test_a_reader_that_has_gone_is_no_error(tmp_path: Path, arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        command(*arguments),
        env=environment(tmp_path),
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (ExitCode.DONE, b"")


def test_an_error_no_command_knows_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raised: list[BaseException] = []

    def fail() -> None:
        raise raised[0]

    monkeypatch.setitem(group.commands, "model", click.Command("model", callback=fail))
    monkeypatch.setattr(type(group), "get_command", click.Group.get_command)

    def told(error: BaseException) -> tuple[int, str]:
        raised[:] = [error]
        return run(["model"]), capsys.readouterr().err

    assert told(PermissionError(13, "Permission denied", "x\x1b[31m/a")) == (
        ExitCode.BAD_INPUT,
        "padanan: x\\x1b[31m/a: cannot be used (Permission denied).\n",
    )
    assert told(OSError(5, "Input/output error")) == (
        ExitCode.BAD_INPUT,
        "padanan: something could not be read or written (Input/output error).\n",
    )
    assert told(BrokenPipeError(32, "Broken pipe")) == (ExitCode.DONE, "")
    with pytest.raises(SystemExit, match="7"):
        told(SystemExit(7))


def test_an_article_path_too_long_is_told(padanan: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Presiden tiba.\n")
    long = "x" * 300
    done = padanan("translate", long)
    assert (done.returncode, done.stdout) == (ExitCode.BAD_INPUT, "")
    assert f"{long}: cannot be read (File name too long).\n" in done.stderr
    done = padanan("translate", "a.txt", "-o", long)
    assert (done.returncode, done.stdout) == (ExitCode.BAD_INPUT, "")
    assert f"padanan: {long}: cannot be " in done.stderr
    assert "File name too long" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("at", ["padanan.cli", "click", "padanan.cli.glossary"])
def test_an_interruption_during_the_imports(tmp_path: Path, at: str) -> None:
    code = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == at: raise KeyboardInterrupt\n"
        "at = sys.argv.pop(1)\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from padanan.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, at, "glossary", "check"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == ExitCode.INTERRUPTED
    assert done.stderr.strip() == "Interrupted."


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory as on Linux")
def test_too_little_memory_is_told(tmp_path: Path) -> None:
    code = (
        "import resource\n"
        "import padanan.cli.glossary.checking\n"
        "from padanan.__main__ import main\n"
        "size = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (size + (50 << 20), size + (50 << 20)))\n"
        "main()\n"
    )
    (tmp_path / "terms.tsv").write_text("x" * (100 << 20))
    done = subprocess.run(
        [sys.executable, "-c", code, "glossary", "check"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == ExitCode.BAD_INPUT, done.stderr
    assert "too little memory" in done.stderr
    assert "Traceback" not in done.stderr


def test_counting() -> None:
    assert [count(n, "line") for n in (0, 1, 2, 1234)] == [
        "0 lines",
        "1 line",
        "2 lines",
        "1,234 lines",
    ]


def test_the_network_guard_of_these_tests_works(tmp_path: Path) -> None:
    """The guard must be able to fail, or 'offline' proves nothing."""
    done = subprocess.run(
        [*command("model", "list", "--available")],
        cwd=tmp_path,
        env=environment(tmp_path) | {"ARGOS_PACKAGE_INDEX": "http://127.0.0.1:9/"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "a socket was opened" in done.stderr


if __name__ == "__main__":
    print(reference(), end="")  # noqa: T201
