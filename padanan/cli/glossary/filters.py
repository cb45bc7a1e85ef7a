"""Choosing some of a glossary's concepts."""

import shlex
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, TypeVar

import click

from padanan.cli.completing import domains
from padanan.glossary.concept import Flag, PartOfSpeech

if TYPE_CHECKING:
    from padanan.glossary import Concept

_Command = TypeVar("_Command", bound=Callable[..., Any])

POS = click.Choice([pos.value for pos in PartOfSpeech])
FLAG = click.Choice([flag.value for flag in Flag])


@dataclass(frozen=True, slots=True)
class Filter:
    """What a concept must have; of each kind one of those named, and nothing where none is."""

    domains: tuple[str, ...]
    pos: tuple[str, ...]
    flags: tuple[str, ...]
    pattern: str | None

    def __bool__(self) -> bool:
        return bool(self.domains or self.pos or self.flags or self.pattern is not None)

    def __str__(self) -> str:
        """The options that say it."""
        named = (("--domain", self.domains), ("--pos", self.pos), ("--flag", self.flags))
        options = [(option, value) for option, values in named for value in values]
        if self.pattern is not None:
            options.append(("--term", self.pattern))
        return " ".join(f"{option} {shlex.quote(value)}" for option, value in options)

    def chosen(self, concepts: "Iterable[Concept]") -> "list[Concept]":
        """Those of the concepts that have it, in their order."""
        return [concept for concept in concepts if self._has(concept)]

    def _has(self, concept: "Concept") -> bool:
        domains = [domain.casefold() for domain in self.domains]
        if domains and concept.domain.casefold() not in domains:
            return False
        if self.pos and concept.pos not in self.pos:
            return False
        if self.flags and concept.flags.isdisjoint(self.flags):
            return False
        if self.pattern is None:
            return True
        pattern = self.pattern.casefold()
        texts = concept.terms + concept.renderings
        return any(fnmatchcase(text.casefold(), pattern) for text in texts)


def filters(command: _Command) -> _Command:
    """The options that `Filter` is made of."""
    for option in (
        click.option(
            "--term",
            "pattern",
            metavar="PATTERN",
            help="Only concepts with a term or rendering like this; * stands for anything.",
        ),
        click.option("--flag", "flags", type=FLAG, multiple=True, help="Only with this flag."),
        click.option("--pos", type=POS, multiple=True, help="Only this part of speech."),
        click.option(
            "--domain",
            "domains",
            multiple=True,
            shell_complete=domains,
            help="Only of this subject field.",
        ),
    ):
        command = option(command)
    return command
