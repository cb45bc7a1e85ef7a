"""The help of every command: what it must answer, and that it can be read at a terminal."""

import re
import shlex
from collections.abc import Iterator
from functools import cache

import click
import pytest
from click.testing import CliRunner

from padanan.cli import padanan as group
from padanan.cli.export import FORMATS
from padanan.cli.lazy import LazyGroup
from padanan.cli.manual import ManualCommand, ManualGroup
from padanan.errors import ExitCode
from running import ROOT


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from _commands(child, (*path, name))


def _command(path: tuple[str, ...]) -> click.Command:
    command: click.Command = group
    for name in path:
        assert isinstance(command, click.Group)
        child = command.get_command(click.Context(command), name)
        assert child is not None, f"there is no command {' '.join(path)}"
        command = child
    return command


@cache
def _help(path: tuple[str, ...]) -> str:
    done = CliRunner().invoke(
        group, [*path, "--help"], prog_name="padanan", terminal_width=80, catch_exceptions=False
    )
    assert done.exit_code == ExitCode.DONE
    return done.stdout


PATHS = list(_commands(group, ()))
LEAVES = [path for path in PATHS if isinstance(_command(path), ManualCommand)]

every_command = pytest.mark.parametrize("path", PATHS, ids=" ".join)
every_leaf = pytest.mark.parametrize("path", LEAVES, ids=" ".join)


def test_every_command_has_a_manual() -> None:
    assert all(isinstance(_command(path), ManualCommand | ManualGroup) for path in PATHS)


@every_command
def test_it_can_be_read_at_a_terminal(path: tuple[str, ...]) -> None:
    lines = _help(path).splitlines()
    assert all(len(line) <= 80 and line.isprintable() for line in lines)
    # A sentence is one; no word of the options is left without a word about it.
    assert not re.search(r"[a-z]\.[A-Z]", _help(path))
    described = [line for line in lines if re.match(r"  -[-\w]", line)]
    assert described


@every_leaf
def test_arguments_are_explained(path: tuple[str, ...]) -> None:
    command = _command(path)
    assert isinstance(command, ManualCommand)
    named = {
        param.make_metavar(click.Context(command)).strip("[].").partition("|")[0].strip("{")
        for param in command.params
        if isinstance(param, click.Argument)
    }
    named = {name.removesuffix("]...").removesuffix("...").strip("[]") for name in named}
    assert set(command.about) == ({"SHELL"} if path == ("completion",) else named)


@every_leaf
def test_options_are_explained(path: tuple[str, ...]) -> None:
    for param in _command(path).params:
        if isinstance(param, click.Option):
            assert param.help, param.name
            assert param.help.rstrip("]").endswith((".", ")", "here", "folder", "out")) or (
                "[default:" in param.help
            ), param.help


@every_leaf
def test_there_are_examples_that_can_be_run(path: tuple[str, ...]) -> None:
    command = _command(path)
    assert isinstance(command, ManualCommand)
    assert command.examples
    for line, meaning in command.examples.items():
        assert len(line) <= 78, line
        assert meaning.endswith((".", "NEW.tsv", "new.tsv")), meaning
        words = shlex.split(re.split(r" [|>]| < ", line)[0])
        if words[0] != "padanan":
            continue  # of the shell
        assert tuple(words[1 : 1 + len(path)]) == path, line
        # Parsed as on the command line, and nothing run.
        command.make_context(path[-1], words[1 + len(path) :], resilient_parsing=False).close()


@every_leaf
def test_exit_codes_are_told(path: tuple[str, ...]) -> None:
    shown = _help(path)
    section = shown.partition("Exit codes:\n")[2]
    for code in (ExitCode.DONE, ExitCode.USAGE, ExitCode.INTERRUPTED):
        assert re.search(rf"^  {int(code)} ", section, re.MULTILINE)
    assert "xit code" not in shown.partition("Options:")[0]  # told below, in one place


@every_command
def test_what_is_to_be_seen_is_there(path: tuple[str, ...]) -> None:
    command = _command(path)
    assert isinstance(command, ManualCommand | ManualGroup)
    assert path == () or command.see
    for place in command.see:
        if place.startswith("padanan "):
            assert tuple(place.split()[1:]) in PATHS, place
        else:
            assert (ROOT / place).is_file(), place


@pytest.mark.parametrize("path", [path for path in PATHS if path], ids=" ".join)
def test_the_summary_is_the_first_line_of_the_help(path: tuple[str, ...]) -> None:
    parent = _command(path[:-1])
    if isinstance(parent, LazyGroup):
        summary = parent.lazy[path[-1]][1]
        first = (_command(path).help or "").strip().partition("\n\n")[0]
        assert " ".join(first.split()) == summary
        assert len(summary) <= 66


def test_the_formats_of_export_are_those_of_export() -> None:
    from padanan.translate import export

    assert {each.name: each.title for each in export.FORMATS} == FORMATS
