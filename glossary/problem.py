"""What can be wrong with a line of the glossary."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem does to its row."""

    ERROR = "error"
    """The row cannot be relied on: it is left out until it is mended (and stays in the file)."""

    WARNING = "warning"
    """The row is used, tidied, and the file should be mended; or, in another tool's file, the entry
    is not finished there and is passed over."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in the glossary, and where.

    Attributes:
        line: 1-based line of the file.
        position: 1-based character in the line where the cell begins, as editors count.
        column: Name of the table's column ("id", "en", ...), or empty for the whole line.
        message: What is wrong and what to do, in plain sentences. Free of control characters.
        severity: Whether the row could be used.
    """

    line: int
    position: int
    column: str
    message: str
    severity: Severity = Severity.ERROR

    def located(self, file: str) -> str:
        """One line for a person and for an editor: `file:line:position: column: message`."""
        column = f"{self.column}: " if self.column else ""
        return f"{file}:{self.line}:{self.position}: {column}{self.message}"


def shown(text: str) -> str:
    """`text` in quotation marks for a message: shortened, and inert on a terminal."""
    return f"“{inert(text)}”"


def inert(text: str) -> str:
    """`text` for a message without quotation marks: shortened, and inert on a terminal."""
    short = text if len(text) <= 60 else text[:57] + "..."
    return "".join(
        character
        if character.isprintable()
        else f"\\u{ord(character):04x}"
        if ord(character) < 0x10000
        else f"\\U{ord(character):08x}"
        for character in short
    )
