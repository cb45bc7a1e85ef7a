"""The rows of a table of another tool (CSV, workbooks)."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from padanan.glossary.concept import Flag, PartOfSpeech
from padanan.glossary.formats.base import Reading
from padanan.glossary.formats.header import PLAIN, Role, default_roles, is_header, roles
from padanan.glossary.formats.records import Grouper, Record, from_context
from padanan.glossary.formats.vocabulary import Status, flags, part_of_speech, status
from padanan.glossary.problem import Severity, shown
from padanan.glossary.row import SEPARATOR

MOST_TITLES = 10
"""Rows that are looked through for a header below a title."""

_SIMPLE = {PLAIN, PLAIN[:2], PLAIN[1::-1]}
"""The columns of tables kept by hand, in which a cell may hold several terms that we cannot tell
from one; other tools have a row or column for each."""

_MEMOQ_FLAGS = {"casesense": Flag.CASE, "noprefix": Flag.EXACT}
"""memoQ's settings that are flags of ours: NoPrefix is no inflected forms."""

_FUZZY = {"1", "x", "true", "yes", "fuzzy"}
"""What says in Weblate's column that a translation needs work (translate-toolkit)."""


class Table:
    """Reads the rows of a table, whatever it came from, and finds its header.

    The header is the first row, or stands below a title: rows that have fewer cells than it.
    """

    def __init__(self) -> None:
        self._grouper = Grouper()
        self._columns: tuple[Role, ...] = ()
        self._first: list[_Row] = []
        self._warned: set[str] = set()

    @property
    def is_blank(self) -> bool:
        """Whether there has been no row with anything in it."""
        return not self._columns and not self._first

    def add(self, line: int, cells: Sequence[str], objection: str = "") -> None:
        """Take a row over; blank ones are passed.

        Args:
            line: Its number.
            cells: What is in it.
            objection: Why the row cannot be taken over, if it cannot; a header can nevertheless.

        Raises:
            InputError: It is a header, but has no column for one of the two languages.
        """
        if not any(cell.strip() for cell in cells):
            return
        row = _Row(line, cells, objection)
        if self._columns:
            self._take(row)
        elif not self._first and (columns := roles(cells)):
            self._columns = columns
        elif self._first and self._is_below_title(cells):
            self._columns = roles(cells) or ()
            self._warn(
                self._first[0].line,
                "",
                f"Taken for a title, since the header is in line {line}. Left out.",
            )
            self._first = []
        else:
            self._first.append(row)
            if len(self._first) == MOST_TITLES:
                self._go_without_header()

    def report(self, line: int, message: str) -> None:
        """Note a row that could not be read at all."""
        self._grouper.gatherer.report(line, "", message, Severity.ERROR)

    def reading(self) -> Reading:
        """The concepts of all rows, and the problems."""
        self._go_without_header()
        return self._grouper.reading()

    def _is_below_title(self, cells: Sequence[str]) -> bool:
        """Whether a row is a header, and those before it are too narrow to be rows of its table."""
        width = _filled(cells)
        return all(_filled(row.cells) < width for row in self._first) and is_header(cells)

    def _go_without_header(self) -> None:
        """Take the first rows over as such."""
        if self._first:
            self._columns = default_roles(len(self._first[0].cells))
            if all(_filled(row.cells) == 1 for row in self._first):
                self.report(
                    self._first[0].line,
                    "No row here has a second cell. Put the rendering into a column of its own; in "
                    "a CSV file, with a comma, semicolon or tab before it.",
                )
            for row in self._first:
                self._take(row)
            self._first = []

    def _take(self, row: "_Row") -> None:
        line, cells = row.line, row.cells
        if row.objection:
            self.report(line, row.objection)
            return
        found: defaultdict[Role, list[str]] = defaultdict(list)
        for index, cell in enumerate(cells):
            role = self._columns[index] if index < len(self._columns) else Role.OTHER
            if not cell.strip():
                continue
            if role in (Role.TERM, Role.RENDERING, Role.AVOIDED):
                forbidden = role is Role.RENDERING and self._is_forbidden(cells, index)
                role = Role.AVOIDED if forbidden else role
                found[role] += self._entries(line, index, cell)
            else:
                found[role].append(cell)
        if any(mark.strip().casefold() in _FUZZY for mark in found[Role.FUZZY]):
            self._grouper.gatherer.needs_work(line, "".join(found[Role.TERM]))
            return
        domain, in_context = from_context("".join(found[Role.CONTEXT]))
        self._grouper.add(
            Record(
                line,
                found[Role.TERM],
                found[Role.RENDERING],
                found[Role.AVOIDED],
                self._status(line, found[Role.STATUS]) or in_context,
                "".join(found[Role.KEY]),
                self._pos(line, found[Role.POS]),
                found[Role.DOMAIN][0] if found[Role.DOMAIN] else domain,
                self._flags(line, found[Role.FLAGS]) | self._memoq_flags(line, cells),
                "; ".join(dict.fromkeys(note.strip() for note in found[Role.NOTE])),
            )
        )

    def _status(self, line: int, cells: list[str]) -> Status | None:
        found = status(cells[0]) if cells else None
        if cells and found is None:
            self._warn(
                line,
                "",
                f"The status {shown(cells[0])} is not known here; taken as admitted, here and "
                "further down.",
            )
        return found

    def _pos(self, line: int, cells: list[str]) -> PartOfSpeech | None:
        found = part_of_speech(cells[0]) if cells else None
        if cells and found is None:
            self._warn(
                line,
                "pos",
                f"{shown(cells[0])} is no part of speech that is known here. Left out, here and "
                "further down.",
            )
        return found

    def _flags(self, line: int, cells: list[str]) -> frozenset[Flag]:
        found, unknown = flags(" ".join(cells))
        if unknown:
            self._warn(
                line,
                "flags",
                f"{shown(' '.join(unknown))} is no flag. Left out, here and further down.",
            )
        return found

    def _warn(self, line: int, column: str, message: str) -> None:
        """Note, once, what was not taken over."""
        if message not in self._warned:
            self._warned.add(message)
            self._grouper.gatherer.report(line, column, message, Severity.WARNING)

    def _entries(self, line: int, index: int, cell: str) -> list[str]:
        """The terms in a cell."""
        if self._columns[index + 1 : index + 2] == (Role.MEMOQ_INFO,):
            # memoQ marks the stems of a term's words with bars or asterisks (matching “custom”).
            return [re.sub(r"[|*]", "", cell)]
        if ";" in cell and self._columns in _SIMPLE:
            self._grouper.gatherer.report(
                line,
                "id" if self._columns[index] is Role.TERM else "en",
                f"{shown(cell)} seems to hold several terms. Taken as one; if they are several, "
                f"put {SEPARATOR} between them.",
                Severity.WARNING,
            )
        return [part for part in cell.split(SEPARATOR) if part.strip()]

    def _info(self, cells: Sequence[str], index: int) -> str:
        """memoQ's settings of the term in a column, which stand in the next one."""
        after = index + 1
        if after < min(len(cells), len(self._columns)):
            return cells[after].casefold() if self._columns[after] is Role.MEMOQ_INFO else ""
        return ""

    def _is_forbidden(self, cells: Sequence[str], index: int) -> bool:
        return "forbidden" in self._info(cells, index)

    def _memoq_flags(self, line: int, cells: Sequence[str]) -> frozenset[Flag]:
        """memoQ's settings of the Indonesian terms, those that all of them have.

        A flag of ours holds for all terms of a concept.
        """
        infos = [
            self._info(cells, index)
            for index, (role, cell) in enumerate(zip(self._columns, cells, strict=False))
            if role is Role.TERM and cell.strip()
        ]
        found = {
            word: flag for word, flag in _MEMOQ_FLAGS.items() if any(word in info for info in infos)
        }
        shared = {word for word in found if all(word in info for info in infos)}
        if shared != set(found):
            self._warn(
                line,
                "flags",
                "CaseSense or NoPrefix stands with some Indonesian terms of the entry only. Left "
                "out, here and further down: a flag holds for all terms of a row.",
            )
        return frozenset(found[word] for word in shared)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that waits until it is known whether a header comes."""

    line: int
    cells: Sequence[str]
    objection: str


def _filled(cells: Sequence[str]) -> int:
    """How many cells hold something."""
    return sum(1 for cell in cells if cell.strip())
