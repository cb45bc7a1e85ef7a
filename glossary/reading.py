"""The lines of `terms.tsv` one after another, and the rules that hold between rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from padanan.glossary.concept import Concept
from padanan.glossary.plain import may_be_header
from padanan.glossary.problem import Problem, Severity, shown
from padanan.glossary.row import COLUMNS, QuotingError, split_row
from padanan.glossary.rules import read_row
from padanan.glossary.taken import TakenTerms


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file.

    Attributes:
        raw: The line as it stands in the file, break included.
        concept: The concept it holds; None for a comment, a blank line, the header, a bad row.
    """

    raw: bytes
    concept: Concept | None = None


def read_lines(raw_lines: Iterable[bytes]) -> tuple[list[Line], list[Problem]]:
    """What the lines of a file hold, and everything wrong with them, in the order of the file.

    Args:
        raw_lines: The lines with their breaks, without a byte order mark.
    """
    reader = _Reader()
    lines = [reader.read(number, raw) for number, raw in enumerate(raw_lines, start=1)]
    reader.expect_header(1)
    return lines, sorted(reader.problems, key=lambda problem: (problem.line, problem.position))


class _Reader:
    """Reads a file line after line, knowing what came before."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._header_seen = False
        self._misplaced = False  # whether the header names other columns than the table's
        self._previous = ""
        self._taken = TakenTerms()

    def read(self, number: int, raw: bytes) -> Line:
        """The line `number` (from 1) of the file."""
        content = raw[: len(raw) - len(line_break(raw))]
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            position = len(content[: error.start].decode()) + 1
            self._report(number, position, "", "Not UTF-8 text. Save the file as UTF-8.")
            return Line(raw)
        # A spreadsheet puts quotation marks around a comment that holds some.
        if not text.strip() or text.startswith(("#", '"#')):
            return Line(raw)
        header = _header(text)
        if header is not None:
            self._read_header(number, header)
            return Line(raw)
        self.expect_header(number)
        if self._misplaced:
            return Line(raw)  # nobody knows what is in which column
        concept, problems = read_row(number, text)
        self.problems += problems
        if concept is not None and self._clashes(number, concept):
            concept = None
        if concept is not None:
            self._check_order(number, concept)
        return Line(raw, concept)

    def _read_header(self, number: int, columns: list[str]) -> None:
        if self._header_seen:
            self._report(number, 1, "", "The header line again. Keep only the first.")
        elif columns != list(COLUMNS[: len(columns)]):
            self._misplaced = True
            self._report(
                number,
                1,
                "",
                f"The columns are {' '.join(columns)}, where they must be {' '.join(COLUMNS)}, in "
                "this order, so no row can be used. Put them in order, or take the file into "
                "another glossary: padanan glossary import.",
            )
        self._header_seen = True

    def expect_header(self, number: int) -> None:
        """Report that the header is missing, unless it has been seen or reported."""
        if not self._header_seen:
            self._header_seen = True
            self._report(
                number,
                1,
                "",
                f"The header line is missing. Put it first: {' '.join(COLUMNS)}, with tabs between "
                "the words.",
            )

    def _clashes(self, number: int, concept: Concept) -> bool:
        """Whether an earlier row of the domain has one of the terms; else they are taken."""
        clashes = self._taken.take(concept, number)
        for term, line in clashes:
            self._report(
                number,
                1,
                "id",
                f"{shown(term)} is a term of line {line} too, in the same domain. Keep it in one "
                "row, give the rows different domains if they are two concepts, or flag both case "
                "if capitals tell them apart.",
            )
        return bool(clashes)

    def _check_order(self, number: int, concept: Concept) -> None:
        if concept.sort_key < self._previous:
            self._report(
                number,
                1,
                "id",
                f"{shown(concept.terms[0])} is out of order. Sort the rows by their first term.",
                Severity.WARNING,
            )
        self._previous = concept.sort_key

    def _report(
        self,
        line: int,
        position: int,
        column: str,
        message: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.problems.append(Problem(line, position, column, message, severity))


def split_lines(data: bytes) -> list[bytes]:
    """The lines of a file with their breaks. Only a line feed ends a line."""
    lines = [line + b"\n" for line in data.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def line_break(raw: bytes) -> bytes:
    """The line break at the end of a line; empty on a last line without one."""
    if raw.endswith(b"\r\n"):
        return b"\r\n"
    return b"\n" if raw.endswith(b"\n") else b""


def _header(text: str) -> list[str] | None:
    """The columns that a header line names; None if it is no header."""
    if not may_be_header(text):
        return None
    try:
        words = [cell.text.strip().casefold() for cell in split_row(text)]
    except QuotingError:
        return None
    while words and not words[-1]:
        words.pop()  # spreadsheets pad rows to the widest one
    is_header = {"id", "en"} <= set(words) and all(word in COLUMNS or not word for word in words)
    return words if is_header else None
