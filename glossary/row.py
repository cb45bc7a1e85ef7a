"""Between one line of `terms.tsv` and its cells."""

from dataclasses import dataclass

from padanan.glossary.concept import Concept

COLUMNS = ("id", "en", "avoid", "pos", "domain", "flags", "note")
"""The table's columns, in order; the first two are never empty."""

SEPARATOR = "|"
"""Between the entries of one cell (`id`, `en`, `avoid`, `flags`)."""


_MOST_CELLS = 20_000
"""Spreadsheets have 16,384 columns, to which some pad a row."""


class QuotingError(ValueError):
    """A cell opens a quotation mark and does not close it as spreadsheets do.

    Attributes:
        position: 1-based character in the line where the cell begins.
    """

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a line.

    Attributes:
        text: What it says, without the quotation marks a spreadsheet may have put around it.
        position: 1-based character in the line where it begins.
    """

    text: str
    position: int


def split_row(line: str) -> list[Cell]:
    """The cells of a line (without its line break), at least one.

    A cell that begins with a quotation mark is read as spreadsheets write it: to the closing mark,
    with marks inside doubled. Marks elsewhere in a cell are text. Of cells that are too many for
    any spreadsheet the last has the rest of the line.

    Raises:
        QuotingError: A cell's quotation marks do not close before the next tab.
    """
    cells: list[Cell] = []
    start = 0
    while True:
        if len(cells) == _MOST_CELLS:
            text, end = line[start:], len(line)
        elif line.startswith('"', start):
            text, end = _quoted(line, start)
        else:
            end = line.find("\t", start)
            end = len(line) if end < 0 else end
            text = line[start:end]
        cells.append(Cell(text, start + 1))
        if end == len(line):
            return cells
        start = end + 1


def _quoted(line: str, start: int) -> tuple[str, int]:
    """The text of the quoted cell at `start`, and the offset after its closing mark."""
    pieces: list[str] = []
    begin = start + 1
    while True:
        end = line.find('"', begin)
        if end < 0:
            raise QuotingError(start + 1)
        pieces.append(line[begin:end])
        if line.startswith('""', end):
            begin = end + 2
            continue
        if end + 1 < len(line) and line[end + 1] != "\t":
            raise QuotingError(start + 1)
        return '"'.join(pieces), end + 1


def concept_cells(concept: Concept) -> tuple[str, ...]:
    """What each column of the table says of a concept, entries with bars between them."""
    return (
        SEPARATOR.join(concept.terms),
        SEPARATOR.join(concept.renderings),
        SEPARATOR.join(concept.avoided),
        concept.pos or "",
        concept.domain,
        SEPARATOR.join(sorted(concept.flags)),
        concept.note,
    )


def concept_row(concept: Concept) -> str:
    """The line (without its break) that holds `concept`.

    Empty cells at the end are left out, so that editors which strip trailing white space leave
    the file alone.
    """
    return "\t".join(_quote(cell) for cell in concept_cells(concept)).rstrip("\t")


def _quote(text: str) -> str:
    """`text` as a spreadsheet writes it: in quotation marks only where it begins with one."""
    return '"' + text.replace('"', '""') + '"' if text.startswith('"') else text
