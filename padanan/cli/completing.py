"""What the shell offers for a value that is begun: quickly, and silently where that fails."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Offer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]

# fmt: off
CHECKS = (
    "article", "brackets", "capitalisation", "double-space", "doubled-words", "end-punctuation",
    "entities", "identical", "indonesian-left", "length-ratio", "low-confidence", "names",
    "quotes", "repetition-loop", "same-source-differently", "sentence-count", "term-avoided",
    "term-inconsistent", "term-missing", "untranslated", "value-missing",
)
# fmt: on
"""The names of the checks, which would take long to import."""


def _offering(values: Callable[[click.Context], Iterable[str]], *, files: bool = False) -> Offer:
    """What offers those values that begin as the person has begun.

    Args:
        values: What may be offered.
        files: Whether it may be a file as well: offered where a path is begun.
    """

    def offer(
        context: click.Context, _parameter: click.Parameter, begun: str
    ) -> "list[CompletionItem[str]]":
        from click.shell_completion import CompletionItem

        if files and ("/" in begun or begun.startswith((".", "~"))):
            return [CompletionItem(begun, type="file")]
        try:
            found = sorted(set(values(context)), key=str.casefold)
        except (OSError, ValueError):
            return []
        # A sign that moves the cursor, or a line break, is no part of what can be typed.
        return [
            CompletionItem(value)
            for value in found
            if value.casefold().startswith(begun.casefold()) and value.isprintable()
        ]

    return offer


def _models(_context: click.Context) -> Iterable[str]:
    """The models by name: those in the folder of installed packages, sound or not."""
    from padanan.settings import argos_packages_folder

    yield from ("embedded", "argos")
    folder = argos_packages_folder()
    if folder.is_dir():
        yield from (path.name for path in folder.iterdir() if path.name.startswith("translate-id"))


def _domains(context: click.Context) -> Iterable[str]:
    """The subject fields of the glossary, its rows not looked at any closer."""
    from padanan.cli.glossary import files

    named: Any = context.params.get("file")
    path = named if isinstance(named, Path) else files.HERE
    if not path.exists():
        path = files.shipped()
    for line in path.read_text("utf-8", errors="replace").splitlines():
        cells = line.split("\t")
        if len(cells) > 4 and cells[4] not in ("", "domain"):
            yield cells[4].strip('"')


def _formats(_context: click.Context) -> Iterable[str]:
    from padanan.glossary.formats import FORMATS

    return (each.name for each in FORMATS)


models = _offering(_models, files=True)
"""For an option that names a model, or a file that holds one."""

checks = _offering(lambda _context: CHECKS)
"""For an option that names a check."""

domains = _offering(_domains)
"""For an option that names a subject field."""

formats = _offering(_formats)
"""For an option that names a format of glossaries."""
