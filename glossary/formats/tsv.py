"""padanan's own table as an exchange format."""

from collections.abc import Iterable

from padanan.glossary.concept import Concept
from padanan.glossary.formats.base import Reading, Writing
from padanan.glossary.formats.rows import checked
from padanan.glossary.formats.text import as_utf8
from padanan.glossary.reading import read_lines, split_lines
from padanan.glossary.row import COLUMNS, concept_row


def read(data: bytes) -> Reading:
    """The table's good rows. UTF-16, which Excel calls Unicode text, is read too.

    Raises:
        InputError: The bytes are no text.
    """
    lines, problems = read_lines(split_lines(as_utf8(data)))
    return Reading(
        tuple(line.concept for line in lines if line.concept is not None), tuple(problems)
    )


def write(concepts: Iterable[Concept]) -> Writing:
    """The table, sorted as it is kept."""
    good, left_out = checked(concepts)
    rows = [concept_row(concept) for concept in sorted(good, key=lambda c: c.sort_key)]
    return Writing(("\n".join(["\t".join(COLUMNS), *rows]) + "\n").encode(), tuple(left_out))
