"""What a row of the glossary must look like, one rule after another.

Every rule reports and goes on, so that one reading finds everything wrong with a row.
"""

import unicodedata
from enum import StrEnum
from typing import TypeVar

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.plain import LONGEST, plain_concept
from padanan.glossary.problem import Problem, Severity, shown
from padanan.glossary.row import COLUMNS, SEPARATOR, Cell, QuotingError, split_row

_Word = TypeVar("_Word", bound=StrEnum)

FORMULA_SIGNS = ("=", "+", "-", "@")
"""What a cell must not begin with: spreadsheets run it (OWASP, "CSV Injection")."""


def read_row(line: int, text: str) -> tuple[Concept | None, list[Problem]]:
    """What a line (without its line break) says, and everything wrong with it.

    Args:
        line: Its 1-based number, for the problems.
        text: A line that is neither blank nor a comment nor the header.

    Returns:
        The concept, tidied where there are only warnings, or None if there is an error.
    """
    plain = plain_concept(text)
    if plain is not None:
        return plain, []
    return read_closely(line, text)


def read_closely(line: int, text: str) -> tuple[Concept | None, list[Problem]]:
    """As `read_row`, every rule looked at in turn."""
    reader = _RowReader(line)
    concept = reader.read(text)
    errors = any(problem.severity is Severity.ERROR for problem in reader.problems)
    return (None if errors else concept), reader.problems


def clean(text: str) -> str:
    """`text` as the glossary keeps it: composed characters (NFC), single plain spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class _RowReader:
    """Reads one row and gathers its problems."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.problems: list[Problem] = []

    def read(self, text: str) -> Concept | None:
        """The concept; to be relied on only if no problem is an error."""
        try:
            cells = split_row(text)
        except QuotingError as error:
            self._report(
                error.position,
                "",
                "The quotation mark at the start of this cell has no partner at its end. Remove "
                'it, or close the cell with one and double those inside ("").',
            )
            return None
        while len(cells) > 1 and not cells[-1].text.strip():
            cells.pop()  # spreadsheets pad rows to the widest one
        if len(cells) > len(COLUMNS):
            self._report(
                cells[len(COLUMNS)].position,
                "",
                f"{len(cells)} cells where the table has {len(COLUMNS)} columns. Remove the tabs "
                "that are too many.",
            )
            return None
        cells += [Cell("", len(text) + 1)] * (len(COLUMNS) - len(cells))
        return self._concept(dict(zip(COLUMNS, cells, strict=True)))

    def _concept(self, row: dict[str, Cell]) -> Concept | None:
        flags = frozenset(self._words(Flag, "flags", row["flags"]))
        terms = self._entries("id", row["id"], case=Flag.CASE in flags)
        renderings = self._entries("en", row["en"])
        avoided = self._entries("avoid", row["avoid"])
        pos = self._words(PartOfSpeech, "pos", row["pos"])
        domain = self._text("domain", row["domain"])
        note = self._text("note", row["note"])
        if len(pos) > 1:
            self._report(row["pos"].position, "pos", "More than one part of speech. Keep one.")
        if not terms:
            self._report(
                row["id"].position, "id", "No Indonesian term. Write one, or remove the row."
            )
        if not renderings:
            self._report(
                row["en"].position,
                "en",
                "No English rendering. Write one; columns are separated by tabs.",
            )
        wanted = {rendering.casefold() for rendering in renderings}
        for rendering in avoided:
            if rendering.casefold() in wanted:
                self._report(
                    row["avoid"].position,
                    "avoid",
                    f"{shown(rendering)} is both a rendering and to be avoided. Remove it from one "
                    "of the two columns.",
                )
        if Flag.KEEP in flags and renderings and renderings[0] not in terms:
            self._report(
                row["en"].position,
                "en",
                f"The row is flagged keep, yet {shown(renderings[0])} is none of its terms. Put "
                "the name as it stays first, or remove the flag.",
            )
        if not terms or not renderings:
            return None
        return Concept(terms, renderings, avoided, pos[0] if pos else None, domain, flags, note)

    def _entries(self, column: str, cell: Cell, *, case: bool = False) -> tuple[str, ...]:
        """The entries of a cell with bars; `case` tells entries apart by capitals alone."""
        if not cell.text.strip():
            return ()
        entries: list[str] = []
        seen: set[str] = set()
        empty = False
        for part in cell.text.split(SEPARATOR):
            entry = self._text(column, Cell(part, cell.position))
            if not entry:
                if empty:
                    continue  # once a cell is enough
                empty = True
                self._report(
                    cell.position,
                    column,
                    "Nothing between two bars, or beside the first or last. Remove the bar.",
                    Severity.WARNING,
                )
                continue
            if not any(character.isalnum() for character in entry):
                self._report(
                    cell.position,
                    column,
                    f"{shown(entry)} has no letter and no digit. Write a word, or leave the cell "
                    "empty.",
                )
            if len(entry) > LONGEST:
                self._report(
                    cell.position,
                    column,
                    f"{shown(entry)} has {len(entry):,} characters, where {LONGEST} are the most. "
                    "Write the term alone, and the rest into the note.",
                )
            key = entry if case else entry.casefold()
            if key in seen:
                self._report(
                    cell.position,
                    column,
                    f"{shown(entry)} stands twice in this cell. Remove one.",
                    Severity.WARNING,
                )
                continue
            seen.add(key)
            entries.append(entry)
        return tuple(entries)

    def _words(self, kind: type[_Word], column: str, cell: Cell) -> list[_Word]:
        """The entries of a cell that may hold only the words of `kind`, capitals ignored."""
        known = {word.value: word for word in kind}
        words: list[_Word] = []
        for entry in self._entries(column, cell):
            word = known.get(entry.casefold())  # spreadsheets capitalise the first letter of a cell
            if word is None:
                self._report(
                    cell.position,
                    column,
                    f"{shown(entry)} is not known here. Known are {', '.join(known)}"
                    f"{'; put a bar (|) between two' if column == 'flags' else ''}.",
                )
            else:
                words.append(word)
        return words

    def _text(self, column: str, cell: Cell) -> str:
        """A text, tidied, after the rules that hold for every text of the table."""
        # Most texts are printable, which is quicker to see.
        for character in () if cell.text.isprintable() else cell.text:
            if not _harmless(character):
                self._report(
                    cell.position,
                    column,
                    f"{shown(cell.text)} holds an invisible character "
                    f"(U+{ord(character):04X}, {unicodedata.name(character, 'a control character')}"
                    "). Remove it.",
                )
                break
        text = clean(cell.text)
        if text.startswith(FORMULA_SIGNS):
            self._report(
                cell.position,
                column,
                f"{shown(text)} begins with “{text[0]}”, which spreadsheets take for a formula. "
                "Begin with another character.",
            )
        if not unicodedata.is_normalized("NFC", cell.text):
            self._report(
                cell.position,
                column,
                f"{shown(text)} is written with separate accents. Type it anew (Unicode form NFC).",
                Severity.WARNING,
            )
        elif text and text != cell.text:
            self._report(
                cell.position,
                column,
                f"{shown(cell.text)} has spaces at an end, double ones, or ones that are not "
                "plain. Put single plain spaces between words.",
                Severity.WARNING,
            )
        return text

    def _report(
        self, position: int, column: str, message: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.problems.append(Problem(self.line, position, column, message, severity))


def _harmless(character: str) -> bool:
    """Whether a character may stand in the glossary: not a control, not one that shows nothing."""
    # Spaces of every kind are the business of another rule.
    return unicodedata.category(character) not in {"Cc", "Cf", "Zl", "Zp"}
