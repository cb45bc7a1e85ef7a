"""What the columns of a table of another tool hold (CSV, workbooks)."""

import re
from collections import defaultdict
from collections.abc import Sequence
from enum import Enum, auto

from padanan.errors import InputError
from padanan.glossary.concept import Flag, PartOfSpeech
from padanan.glossary.formats.languages import language
from padanan.glossary.formats.records import Grouper, Record, from_context
from padanan.glossary.formats.vocabulary import Status, flags, part_of_speech, status
from padanan.glossary.problem import Severity, shown
from padanan.glossary.row import SEPARATOR


class Role(Enum):
    """What a column holds."""

    TERM = auto()
    RENDERING = auto()
    AVOIDED = auto()
    STATUS = auto()
    KEY = auto()
    POS = auto()
    DOMAIN = auto()
    FLAGS = auto()
    NOTE = auto()
    CONTEXT = auto()
    """Weblate's context: the domain where there is no column for it."""
    LOCATION = auto()
    MEMOQ_INFO = auto()
    """memoQ's settings of the term in the column before."""
    FUZZY = auto()
    """Weblate's mark of a translation that needs work."""
    OTHER = auto()


_ROLES = {
    # Weblate and translate-toolkit (docs.weblate.org, "CSV files"). Its column “ID” is passed over.
    "source": Role.TERM,
    "original": Role.TERM,
    "untranslated": Role.TERM,
    "target": Role.RENDERING,
    "translation": Role.RENDERING,
    "translated": Role.RENDERING,
    "context": Role.CONTEXT,
    "location": Role.LOCATION,
    "fuzzy": Role.FUZZY,
    "translator_comments": Role.NOTE,
    "developer_comments": Role.NOTE,
    # Ours.
    "avoid": Role.AVOIDED,
    "status": Role.STATUS,
    "concept": Role.KEY,
    "pos": Role.POS,
    "domain": Role.DOMAIN,
    "flags": Role.FLAGS,
    "note": Role.NOTE,
    # In use.
    "source_term": Role.TERM,
    "target_term": Role.RENDERING,
    "forbidden": Role.AVOIDED,
    "part_of_speech": Role.POS,
    "subject": Role.DOMAIN,
    "subject_field": Role.DOMAIN,
    "notes": Role.NOTE,
    "comment": Role.NOTE,
    "comments": Role.NOTE,
    "definition": Role.NOTE,
    "description": Role.NOTE,
    "explanation": Role.NOTE,
    # memoQ (docs.memoq.com, "Term base in CSV format").
    "entry_subject": Role.DOMAIN,
    "entry_note": Role.NOTE,
    "term_info": Role.MEMOQ_INFO,
    "term_example": Role.OTHER,
}

_WEBLATE = (
    Role.LOCATION,
    Role.TERM,
    Role.RENDERING,
    Role.OTHER,
    Role.FUZZY,
    Role.CONTEXT,
    Role.NOTE,
    Role.NOTE,
)
"""Weblate's columns in files without a header."""

_FUZZY = {"1", "x", "true", "yes", "fuzzy"}
"""What says in Weblate's column that a translation needs work (translate-toolkit)."""

_PLAIN = (Role.TERM, Role.RENDERING, Role.NOTE)
"""The columns of other files without a header, as OmegaT has them."""


def roles(header: Sequence[str]) -> tuple[Role, ...] | None:
    """What the columns under a header hold.

    Returns:
        A role for each column, or None if the row does not look like a header.

    Raises:
        InputError: It is a header, but has no column for one of the two languages.
    """
    names = [re.sub(r"[\W_]+", "_", cell.strip().casefold()).strip("_") for cell in header]
    named = [_ROLES.get(name) for name in names]
    # In Weblate's files “id” is an identifier.
    by_name = Role.TERM in named and Role.RENDERING in named
    found: list[Role] = []
    for cell, role in zip(header, named, strict=True):
        code = None if by_name or role else language(cell)
        if code is not None and not cell.strip().casefold().endswith("_def"):
            role = Role.TERM if code == "id" else Role.RENDERING
        found.append(role or Role.OTHER)
    if Role.TERM in found and Role.RENDERING in found:
        return tuple(found)
    if Role.TERM not in found and Role.RENDERING not in found:
        return None
    # One word may stand in a row of terms by chance (“source”, “Indonesia”).
    if len({*found} - {Role.OTHER}) < 2 and not any(map(_other_language, header)):
        return None
    missing = "an English" if Role.TERM in found else "an Indonesian"
    raise InputError(
        f"has no column for {missing} term. Its header reads {shown(', '.join(header))}; name the "
        "columns id and en, or source and target."
    )


def _other_language(cell: str) -> bool:
    """Whether a cell names a language that is neither Indonesian nor English."""
    from babel import Locale

    names = Locale("en").languages
    name = re.split(r"[_(-]", cell.strip().casefold())[0].strip()
    known = name in names or name in {known.casefold() for known in names.values()}
    return known and language(cell) is None


def default_roles(width: int) -> tuple[Role, ...]:
    """What the columns of a table without a header hold, given how many there are."""
    return _WEBLATE if width == len(_WEBLATE) else _PLAIN


class Table:
    """Reads the rows of a table, whatever it came from."""

    def __init__(self, columns: tuple[Role, ...]) -> None:
        self.grouper = Grouper()
        self._columns = columns
        self._warned: set[str] = set()

    def add(self, line: int, cells: Sequence[str]) -> None:
        """Take a row over; blank ones are passed."""
        if not any(cell.strip() for cell in cells):
            return
        found: defaultdict[Role, list[str]] = defaultdict(list)
        for index, cell in enumerate(cells):
            role = self._columns[index] if index < len(self._columns) else Role.OTHER
            if not cell.strip():
                continue
            if role in (Role.TERM, Role.RENDERING, Role.AVOIDED):
                forbidden = role is Role.RENDERING and self._is_forbidden(cells, index)
                role = Role.AVOIDED if forbidden else role
                found[role] += self._entries(index, cell)
            else:
                found[role].append(cell)
        if any(mark.strip().casefold() in _FUZZY for mark in found[Role.FUZZY]):
            self.grouper.gatherer.needs_work(line, "".join(found[Role.TERM]))
            return
        domain, in_context = from_context("".join(found[Role.CONTEXT]))
        self.grouper.add(
            Record(
                line,
                found[Role.TERM],
                found[Role.RENDERING],
                found[Role.AVOIDED],
                self._status(line, found[Role.STATUS]) or in_context,
                "".join(found[Role.KEY]),
                self._pos(line, found[Role.POS]),
                found[Role.DOMAIN][0] if found[Role.DOMAIN] else domain,
                self._flags(line, found[Role.FLAGS]) | self._memoq_flags(cells),
                "; ".join(dict.fromkeys(note.strip() for note in found[Role.NOTE])),
            )
        )

    def report(self, line: int, message: str) -> None:
        """Note a row that could not be read at all."""
        self.grouper.gatherer.report(line, "", message, Severity.ERROR)

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
            self.grouper.gatherer.report(line, column, message, Severity.WARNING)

    def _entries(self, index: int, cell: str) -> list[str]:
        """The terms in a cell."""
        if self._columns[index + 1 : index + 2] == (Role.MEMOQ_INFO,):
            # memoQ marks the stem of a term with a bar or an asterisk (matching “custom”).
            return [cell.replace("|", "").rstrip("*")]
        return [part for part in cell.split(SEPARATOR) if part.strip()]

    def _info(self, cells: Sequence[str], index: int) -> str:
        """memoQ's settings of the term in a column, which stand in the next one."""
        after = index + 1
        if after < min(len(cells), len(self._columns)):
            return cells[after] if self._columns[after] is Role.MEMOQ_INFO else ""
        return ""

    def _is_forbidden(self, cells: Sequence[str], index: int) -> bool:
        return "forbidden" in self._info(cells, index).casefold()

    def _memoq_flags(self, cells: Sequence[str]) -> frozenset[Flag]:
        """memoQ's settings of the Indonesian terms: CaseSense, NoPrefix (no inflected forms)."""
        infos = [
            self._info(cells, index).casefold()
            for index, role in enumerate(self._columns)
            if role is Role.TERM
        ]
        found: set[Flag] = set()
        if any("casesense" in info for info in infos):
            found.add(Flag.CASE)
        if any("noprefix" in info for info in infos):
            found.add(Flag.EXACT)
        return frozenset(found)
