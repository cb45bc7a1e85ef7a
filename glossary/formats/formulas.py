"""Cells that spreadsheets would run."""

import re

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""What makes a cell a formula when it comes first (OWASP, "CSV Injection")."""

_DEFUSED = re.compile(r"'+[=+\-@\t\r]")


def defused(cell: str) -> str:
    """A cell no spreadsheet runs: an apostrophe goes before what would be a formula.

    A cell that looks as if this had been done to it gets one more, so that `undefused` gives it
    back.
    """
    return "'" + cell if cell.startswith(_ACTIVE) or _DEFUSED.match(cell) else cell


def undefused(cell: str) -> str:
    """What a cell said before it was defused."""
    return cell[1:] if _DEFUSED.match(cell) else cell
