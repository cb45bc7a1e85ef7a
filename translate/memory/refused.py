"""What an import could not take in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that cannot be a unit.

    Attributes:
        line: The line of the file where it begins, or where it is damaged; 0 if nothing says.
        reason: Why, as the end of a sentence whose subject is the entry.
        draft: Whether it is a draft that padanan has exported (`tmx_unit.DRAFT`): nothing is wrong
            with the file.
    """

    line: int
    reason: str
    draft: bool = False
