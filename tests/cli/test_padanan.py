"""The command line as a whole: help, exit codes, and the reference that documents it."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from conftest import ROOT, Run, command, environment
from padanan import __version__
from padanan.cli import padanan as group
from padanan.cli import run
from padanan.cli.talk import count, inert
from padanan.errors import ExitCode


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
        done = subprocess.run(
            [sys.executable, "-m", *path, "--help"],
            capture_output=True,
            encoding="utf-8",
            check=True,
            env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
        )
        parts.append(f"## {' '.join(path)}\n\n```text\n{done.stdout.rstrip()}\n```\n")
    return "\n".join(parts)


def test_the_reference_is_up_to_date() -> None:
    written = (ROOT / "docs/cli.md").read_text("utf-8")
    for path in _commands(group, ("padanan",)):
        assert f"## {' '.join(path)}\n" in written
    if f"click {version('click')})" not in written:
        pytest.skip("another click than the reference's, which may lay out help differently")
    assert written == reference()


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
        (["tranlsate"], "No such command 'tranlsate'"),
        (["translate"], "Missing argument 'PATHS...'"),
        (["translate", "a.txt", "--beam", "0"], "--beam"),
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
