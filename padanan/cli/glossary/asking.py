"""`padanan glossary list`, `find` and `stats`: what is in the glossary."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.glossary import files
from padanan.cli.glossary.filters import Filter, filters
from padanan.cli.glossary.showing import as_dict, as_text, put_table
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, inert, say
from padanan.errors import ExitCode

if TYPE_CHECKING:
    from padanan.glossary import Concept
    from padanan.glossary.search import Found


_COLUMNS = ("id", "en", "avoid", "pos", "domain", "flags")
"""What a table on a terminal has room for."""


@click.command(
    name="list",
    cls=ManualCommand,
    examples={
        "padanan glossary list --domain law --domain politics": (
            "The concepts of two subject fields."
        ),
        "padanan glossary list --term 'keamanan*' --json": (
            "Those with a term that begins so, for a program."
        ),
        "padanan glossary list --flag case > case.tsv": "Rows of a glossary of its own.",
    },
    exit_codes={
        ExitCode.FINDINGS: "There is no such concept.",
        ExitCode.BAD_INPUT: files.UNREADABLE,
    },
    files=files.HERE_IS,
    see=("docs/glossary.md", "padanan glossary find"),
)
@filters
@click.option("--cldr", is_flag=True, help="Also the names of places, languages, ... from CLDR.")
@files.to_read
@files.as_json
def list_(
    domains: tuple[str, ...],
    pos: tuple[str, ...],
    flags: tuple[str, ...],
    pattern: str | None,
    cldr: bool,
    file: Path | None,
    as_json: bool,
) -> ExitCode:
    """List the concepts, all of them or some.

    An option that is given twice means either. On a terminal it is a table; into a file or a pipe
    go rows of terms.tsv.
    """
    loaded = files.load(file, cldr=cldr)
    concepts = Filter(domains, pos, flags, pattern).chosen((*loaded.concepts, *loaded.builtin))
    if as_json:
        data_json([as_dict(concept) for concept in concepts])
    elif sys.stdout is not None and sys.stdout.isatty():
        if concepts:
            put_table(_COLUMNS, [_cells(concept) for concept in concepts])
    else:
        from padanan.glossary.row import COLUMNS, concept_row

        data("\t".join(COLUMNS))
        for concept in concepts:
            data(concept_row(concept))
    say(f"{count(len(concepts), 'concept')}.")
    return ExitCode.DONE if concepts else ExitCode.FINDINGS


@click.command(
    cls=ManualCommand,
    about={"WORDS": "A term or rendering, in any form; several words are one term."},
    examples={
        "padanan glossary find jaminan keamanannya": "What jaminan keamanan is in English.",
        "padanan glossary find security guarantees": "From English, in any form too.",
        "padanan glossary find jamnan --limit 3": "Misspelt words find what is spelled alike.",
    },
    exit_codes={
        ExitCode.FINDINGS: "Nothing was found.",
        ExitCode.BAD_INPUT: files.UNREADABLE,
    },
    files=files.HERE_IS,
    see=("docs/glossary.md", "padanan glossary list", "padanan memory search"),
)
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="How many concepts to show at most.",
)
@click.option(
    "--no-cldr", is_flag=True, help="Without the names of places, languages, ... of CLDR."
)
@files.to_read
@files.as_json
def find(
    words: tuple[str, ...], limit: int, no_cldr: bool, file: Path | None, as_json: bool
) -> ExitCode:
    """Look words up, Indonesian or English.

    Terms and renderings are found in any of their forms, inside longer ones and, where there are
    none, by similar spelling; renderings to avoid are found too. The best comes first.
    """
    from padanan.glossary.search import search

    path = files.readable(file)
    loaded = files.load(path, cldr=not no_cldr)
    found = search(loaded, " ".join(words), limit=limit)
    if as_json:
        data_json([_found_dict(one) for one in found])
    else:
        for number, one in enumerate(found):
            data(("\n" if number else "") + as_text(one.concept, _how(one)))
    if not found:
        where = "padanan's glossary" if path == files.shipped() else files.name(path)
        say(f"“{' '.join(words)}” is not in {where}.")
        return ExitCode.FINDINGS
    return ExitCode.DONE


@click.command(
    cls=ManualCommand,
    examples={
        "padanan glossary stats": "Of the glossary here.",
        "padanan glossary stats -g theirs.tsv --json": "Of another, for a program.",
    },
    exit_codes={ExitCode.BAD_INPUT: files.UNREADABLE},
    files=files.HERE_IS,
    see=("docs/glossary.md", "padanan glossary check"),
)
@files.to_read
@files.as_json
def stats(file: Path | None, as_json: bool) -> ExitCode:
    """Count concepts, terms and renderings.

    Concepts are also counted by part of speech, domain and flag.
    """
    concepts = files.load(file, cldr=False).concepts
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


def _cells(concept: "Concept") -> list[str]:
    from padanan.glossary.compare import cells

    row = cells(concept)
    return [row[column].replace("|", "; ") for column in _COLUMNS]


def _found_dict(one: "Found") -> dict[str, object]:
    found = {"entry": one.entry, "role": one.role, "how": one.how, "score": one.score}
    return as_dict(one.concept) | {"found": found}


def _how(one: "Found") -> str:
    """How it was found, in words."""
    from padanan.glossary.search import How, Role

    role = {
        Role.TERM: "a term",
        Role.PREFERRED: "the rendering to use",
        Role.ADMITTED: "an admitted rendering",
        Role.AVOIDED: "a rendering to avoid",
    }[one.role]
    how = {
        How.EXACT: "",
        How.FORM: ", in another form",
        How.INSIDE: ", among these words",
        How.AROUND: ", with these words in it",
        How.DERIVED: ", from which this is derived",
        How.SIMILAR: ", of similar spelling",
    }[one.how]
    return inert(f"“{one.entry}”, {role}{how}")
