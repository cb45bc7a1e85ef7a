"""`padanan glossary`: check, search and count the desk's own glossary."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.talk import count, data, data_json, inert, read_stdin, say
from padanan.errors import ExitCode, InputError

if TYPE_CHECKING:
    from padanan.glossary import Concept, Glossary

_DEFAULT = Path("terms.tsv")
"""The desk's glossary lies in the folder where the desk works."""

_glossary_option = click.option(
    "-g",
    "--glossary",
    "file",
    type=click.Path(path_type=Path),
    default=_DEFAULT,
    show_default=True,
    help="The glossary to use.",
)


@click.group()
def glossary() -> None:
    """Check and search the glossary (terms.tsv)."""


@glossary.command()
@click.argument("file", type=click.Path(path_type=Path), default=_DEFAULT)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as a JSON list.")
def check(file: Path, as_json: bool) -> ExitCode:
    """List what is wrong in FILE (default: terms.tsv).

    One problem a line, which reads file:line:position: column: message. With - the glossary is
    read from standard input. Exit code 1 if there is anything to mend.
    """
    from padanan.glossary import GlossaryFile

    piped = file == Path("-")
    loaded = GlossaryFile(file, read_stdin()) if piped else GlossaryFile.load(file)
    name = inert(click.format_filename(file))
    if as_json:
        data_json(
            [
                {
                    "file": name,
                    "line": problem.line,
                    "position": problem.position,
                    "column": problem.column,
                    "severity": problem.severity,
                    "message": problem.message,
                }
                for problem in loaded.problems
            ]
        )
    else:
        for problem in loaded.problems:
            data(problem.located(name))
        say(
            f"{name}: {count(len(loaded.concepts), 'concept')}, "
            f"{count(len(loaded.problems), 'problem')}."
        )
    return ExitCode.FINDINGS if loaded.problems else ExitCode.DONE


@glossary.command()
@click.argument("words", nargs=-1, required=True)
@_glossary_option
@click.option("--json", "as_json", is_flag=True, help="Print the concepts as a JSON list.")
def find(words: tuple[str, ...], file: Path, as_json: bool) -> ExitCode:
    """Show the concepts with this term or rendering.

    The words together are one term, Indonesian or English: padanan glossary find jaminan keamanan.
    Exit code 1 if there is none.
    """
    loaded = _load(file)
    concepts = loaded.find(" ".join(words))
    if as_json:
        data_json([_as_dict(concept) for concept in concepts])
    else:
        for number, concept in enumerate(concepts):
            data(("\n" if number else "") + _as_text(concept))
    if not concepts:
        say(f"“{' '.join(words)}” is not in {click.format_filename(file)}.")
        return ExitCode.FINDINGS
    return ExitCode.DONE


@glossary.command()
@_glossary_option
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as a JSON object.")
def stats(file: Path, as_json: bool) -> ExitCode:
    """Count concepts, terms and renderings.

    Concepts are also counted by part of speech, domain and flag.
    """
    concepts = _load(file).concepts
    totals = {
        "concepts": len(concepts),
        "terms": sum(len(concept.terms) for concept in concepts),
        "renderings": sum(len(concept.renderings) for concept in concepts),
        "avoided": sum(len(concept.avoided) for concept in concepts),
        "notes": sum(bool(concept.note) for concept in concepts),
    }
    groups = {
        "pos": Counter(concept.pos.value if concept.pos else "(none)" for concept in concepts),
        "domain": Counter(concept.domain or "(none)" for concept in concepts),
        "flags": Counter(flag.value for concept in concepts for flag in concept.flags),
    }
    if as_json:
        data_json(totals | {name: dict(group.most_common()) for name, group in groups.items()})
        return ExitCode.DONE
    for name, number in totals.items():
        data(f"{name:<12}{number:>6}")
    for title, group in groups.items():
        for name, number in group.most_common():
            data(f"{title:<8}{name:<14}{number:>6}")
    return ExitCode.DONE


def _load(file: Path) -> "Glossary":
    """The glossary, with a word on stderr if some of it could not be used."""
    from padanan.glossary import Glossary

    try:
        loaded = Glossary.load(file)
    except InputError as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise
        raise InputError(
            f"{file}: there is no such file. Name the glossary with -g/--glossary FILE."
        ) from error
    if loaded.problems:
        problems = count(len(loaded.problems), "problem")
        say(f"{click.format_filename(file)}: {problems}; padanan glossary check says where.")
    return loaded


def _as_dict(concept: "Concept") -> dict[str, object]:
    return {
        "terms": concept.terms,
        "preferred": concept.preferred,
        "admitted": concept.admitted,
        "avoided": concept.avoided,
        "pos": concept.pos,
        "domain": concept.domain,
        "flags": sorted(concept.flags),
        "note": concept.note,
    }


def _as_text(concept: "Concept") -> str:
    """A concept as a translator reads it: one fact a line, empty ones left out."""
    grammar = ", ".join(filter(None, [concept.pos, concept.domain, *sorted(concept.flags)]))
    facts = {
        "use": concept.preferred,
        "also": "; ".join(concept.admitted),
        "not": "; ".join(concept.avoided),
        "note": concept.note,
    }
    title = "; ".join(concept.terms) + (f" ({grammar})" if grammar else "")
    return "\n".join([title, *(f"  {name:<5} {fact}" for name, fact in facts.items() if fact)])
