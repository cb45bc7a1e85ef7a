"""Concepts and changes as text for people and as JSON for programs."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from padanan.cli.talk import data, inert

if TYPE_CHECKING:
    from padanan.glossary import Concept, Problem
    from padanan.glossary.compare import Change, Changes


def as_dict(concept: "Concept") -> dict[str, Any]:
    """A concept for programs."""
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


def as_text(concept: "Concept", found: str = "") -> str:
    """A concept as a translator reads it: one fact a line, empty ones left out."""
    facts = {
        "found": found,
        "use": concept.preferred,
        "also": "; ".join(concept.admitted),
        "not": "; ".join(concept.avoided),
        "note": concept.note,
    }
    lines = [f"  {name:<5} {fact}" for name, fact in facts.items() if fact]
    return inert("\n".join([_title(concept), *lines]))


def as_line(concept: "Concept") -> str:
    """A concept on one line."""
    avoided = f"; not {', '.join(concept.avoided)}" if concept.avoided else ""
    return inert(f"{_title(concept)}: {'; '.join(concept.renderings)}{avoided}")


def put_changes(changes: "Changes") -> None:
    """What changes, a line for each concept and, where it is changed, for each column."""
    for concept in changes.removed:
        data(f"- {as_line(concept)}")
    for change in changes.changed:
        put_change(change)
    for concept in changes.added:
        data(f"+ {as_line(concept)}")


def put_change(change: "Change") -> None:
    """What is different in one concept, a line for each column."""
    from padanan.glossary.compare import cells

    data(f"~ {inert(_title(change.old))}")
    old, new = cells(change.old), cells(change.new)
    for column in change.columns:
        data(inert(f"    {column:<6} {old[column] or '(none)'} → {new[column] or '(none)'}"))


def changes_dict(changes: "Changes") -> dict[str, Any]:
    """What changes, for programs."""
    return {
        "added": [as_dict(concept) for concept in changes.added],
        "removed": [as_dict(concept) for concept in changes.removed],
        "changed": [
            {
                "columns": change.columns,
                "old": as_dict(change.old),
                "new": as_dict(change.new),
            }
            for change in changes.changed
        ],
    }


def problem_dicts(file: str, problems: "Iterable[Problem]") -> list[dict[str, Any]]:
    """Problems of a file, for programs."""
    return [
        {
            "file": file,
            "line": problem.line,
            "position": problem.position,
            "column": problem.column,
            "severity": problem.severity,
            "message": problem.message,
        }
        for problem in problems
    ]


def put_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table that fits the terminal."""
    import io
    import shutil

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text(inert(cell)) for cell in row))
    page = io.StringIO()
    width = shutil.get_terminal_size().columns
    Console(file=page, width=width, force_terminal=False).print(table)
    data("\n".join(line.rstrip() for line in page.getvalue().splitlines()))


def _title(concept: "Concept") -> str:
    grammar = ", ".join(filter(None, [concept.pos, concept.domain, *sorted(concept.flags)]))
    return "; ".join(concept.terms) + (f" ({grammar})" if grammar else "")
