"""OmegaT's glossary: source, target and comment between tabs (OmegaT user manual, "Glossaries")."""

import re
from collections.abc import Iterable
from typing import Any

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.formats.base import Reading, Writing
from padanan.glossary.formats.records import Grouper, Record, records
from padanan.glossary.formats.rows import checked
from padanan.glossary.formats.text import decode
from padanan.glossary.formats.vocabulary import Status

_COMMENT = re.compile(
    rf"(?P<pos>{'|'.join(PartOfSpeech)})(?:, (?P<domain>[^,;\s]+(?: [^,;\s]+){{0,2}}))??"
    rf"(?P<flags>(?:, (?:{'|'.join(Flag)}))*)(?:; not: (?P<avoided>[^;]+))?(?:; (?P<note>.+))?"
)
"""A comment as `write` makes it: what it says is no note when it comes back."""


def read(data: bytes) -> Reading:
    """The concepts of a glossary; the targets of a source in several lines are one concept's.

    Quotation marks are text, and lines beginning with “#” are comments, as in OmegaT itself.

    Raises:
        InputError: The bytes are no text.
    """
    grouper = Grouper()
    for number, line in enumerate(decode(data).split("\n"), start=1):
        line = line.removesuffix("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) < 2:
            grouper.gatherer.report(
                number, "", "No tab in the line. Put one between the term and its rendering."
            )
            continue
        comment = "; ".join(cell.strip() for cell in cells[2:] if cell.strip())
        grouper.add(Record(number, cells[:1], cells[1:2], **_from_comment(comment)))
    return grouper.reading()


def write(concepts: Iterable[Concept]) -> Writing:
    """A glossary with a line for each term and rendering to use, the preferred one first."""
    good, left_out = checked(concepts)
    lines: list[str] = []
    for record in records(good):
        if record.status is not Status.AVOIDED:
            comment = _comment(good[record.line - 1])
            line = "\t".join([record.terms[0], record.renderings[0], comment])
            lines.append(line.rstrip("\t") + "\n")
    return Writing("".join(lines).encode(), tuple(left_out))


def _comment(concept: Concept) -> str:
    """What a translator is to see beside the rendering."""
    grammar = ", ".join(filter(None, [concept.pos, concept.domain, *sorted(concept.flags)]))
    avoided = "not: " + " / ".join(concept.avoided) if concept.avoided else ""
    return "; ".join(filter(None, [grammar, avoided, concept.note]))


def _from_comment(comment: str) -> dict[str, Any]:
    """What a comment says, as the fields of a `Record`; another program's is a note."""
    ours = _COMMENT.fullmatch(comment)
    if ours is None:
        return {"note": comment}
    flags = frozenset(map(Flag, filter(None, ours["flags"].split(", "))))
    return {
        "pos": PartOfSpeech(ours["pos"]),
        "domain": ours["domain"] or "",
        # A name that is kept is so as a whole concept; the short form alone may not be.
        "flags": frozenset() if Flag.KEEP in flags else flags,
        "avoided": ours["avoided"].split(" / ") if ours["avoided"] else (),
        "note": ours["note"] or "",
    }
