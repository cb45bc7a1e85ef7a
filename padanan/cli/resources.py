"""What the commands that draft work with: options, then the desk's settings, then defaults."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.address import Place
from padanan.cli.completing import models
from padanan.cli.places import PLACE
from padanan.cli.talk import say
from padanan.desk import BEAMS, Desk
from padanan.errors import InputError, UsageError

if TYPE_CHECKING:
    from padanan.translate.engine import Engine
    from padanan.translate.resources import Resources
    from padanan.translate.termbase import Termbase

BEAM = 4
"""How many candidates the model weighs unless somebody says otherwise."""

_PATH = click.Path(path_type=Path)

_ENGINE = (
    click.option(
        "--model",
        metavar="MODEL",
        shell_complete=models,
        help="The model to draft with: 'embedded' (the default), 'argos' or another installed "
        "package (see: padanan model list), or a path to an .argosmodel file.",
    ),
    click.option(
        "--beam",
        type=click.IntRange(BEAMS[0], BEAMS[-1]),
        help=f"How many candidates the model weighs; 1 is fastest.  [default: {BEAM}]",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(1, 256),
        help="Translations to run at the same time.  [default: one per processor]",
    ),
)
_GLOSSARY = (
    click.option(
        "-g",
        "--glossary",
        type=_PATH,
        help="The glossary that drafts are held to.  [default: terms.tsv here, or the one that "
        "comes with padanan]",
    ),
    click.option("--no-glossary", is_flag=True, help="Draft as the model does, without glossary."),
)

_MEMORY = (
    click.option(
        "--memory",
        type=PLACE,
        metavar="FILE|ADDRESS",
        help="The translation memory: a file, or postgresql://USER@HOST/DATABASE.  [default: "
        "memory.sqlite beside padanan.toml, or in the results folder]",
    ),
    click.option("--no-memory", is_flag=True, help="Use no translation memory, and store nothing."),
)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _all(options: tuple[Decorator, ...]) -> Decorator:
    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


engine_options = _all(_ENGINE)
"""Gives a command the options --model, --beam and --jobs."""

glossary_options = _all(_GLOSSARY)
"""Gives a command the options --glossary and --no-glossary."""

memory_options = _all(_MEMORY)
"""Gives a command the options --memory and --no-memory."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a command works with, and how it speaks of it.

    Attributes:
        desk: The settings.
        resources: The engine and the rest.
        glossary: The glossary's file; None where none is used.
    """

    desk: Desk
    resources: "Resources"
    glossary: Path | None

    @property
    def glossary_name(self) -> str | None:
        """What the glossary is called in a sentence; None where none is used."""
        return None if self.glossary is None else glossary_name(self.glossary)

    def close(self) -> None:
        """Close what is open; what was wrong with the memory is told."""
        memory = self.resources.memory
        if memory is not None:
            memory.close()
            if memory.trouble:
                say(f"warning: {memory.trouble} The work went on without the memory.")


def open_all(
    results: Path,
    *,
    model: str | None,
    beam: int | None,
    jobs: int | None,
    glossary: Path | None,
    no_glossary: bool,
    memory: Place | None,
    no_memory: bool,
    learning: bool = True,
) -> Opened:
    """Everything that drafting in a folder of results needs.

    Args:
        results: The folder.
        model: What --model says; None where it says nothing, and so on.
        beam: What --beam says.
        jobs: What --jobs says.
        glossary: What --glossary says.
        no_glossary: Whether none is wanted.
        memory: What --memory says.
        no_memory: Whether none is wanted.
        learning: Whether what is approved is to be stored in the memory.

    Raises:
        PadananError: The settings, the model or the glossary cannot be used.
    """
    from padanan.translate.checks import CheckSettings
    from padanan.translate.recall import Recall
    from padanan.translate.resources import Resources

    if glossary is not None and no_glossary:
        raise UsageError("--glossary names a glossary and --no-glossary wants none. Choose one.")
    if memory is not None and no_memory:
        raise UsageError("--memory names a memory and --no-memory wants none. Choose one.")
    desk = Desk.find(results)
    path = None if no_glossary else glossary_path(desk, glossary)
    resources = Resources(
        engine(desk, model, beam, jobs),
        None if path is None else termbase(path),
        None if no_memory else Recall(memory or desk.memory, learning=learning),
        CheckSettings.from_table(desk.checks, str(desk.file)),
    )
    return Opened(desk, resources, path)


def termbase(path: Path) -> "Termbase":
    """The glossary of a file, not loaded yet.

    Raises:
        InputError: There is none, or it cannot be read.
        UsageError: It is to be standard input.
    """
    from padanan.cli.glossary import files
    from padanan.translate.bilingual import fingerprint
    from padanan.translate.termbase import Termbase

    content = files.content(path)
    return Termbase(
        lambda: files.load(path, content=content), fingerprint(content.decode("latin-1"))
    )


def engine(desk: Desk, model: str | None, beam: int | None, jobs: int | None) -> "Engine":
    """The engine that the options, or else the desk's settings, ask for.

    Raises:
        ModelError: There is no such package, or it cannot be used.
    """
    from padanan.translate.engine import load

    return load(
        desk.model if model is None else model,
        beam=(desk.beam or BEAM) if beam is None else beam,
        jobs=jobs,
    )


def glossary_path(desk: Desk, named: Path | None) -> Path:
    """The glossary's file: what is named, the desk's, terms.tsv here, or the one that comes along.

    Raises:
        InputError: There is none.
    """
    from padanan.cli.glossary import files

    if named is not None:
        return named
    if desk.glossary is not None:
        return desk.glossary
    if files.HERE.exists():
        return files.HERE
    if not files.shipped().is_file():
        raise InputError(
            f"{files.HERE}: there is no such file. Name the glossary with -g/--glossary FILE."
        )
    return files.shipped()


def glossary_name(path: Path) -> str:
    """What a glossary is called in a sentence."""
    from padanan.cli.glossary import files

    return "the glossary that comes with padanan" if path == files.shipped() else files.name(path)
