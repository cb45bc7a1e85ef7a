"""The machine lines of a bilingual file (`#.`): what the machine knows, one `key: value` a line."""

import re
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Term:
    """How a draft came to hold a term of the glossary, as its line in the file says it.

    Attributes:
        term: The term as the source writes it; or the whole line, where it says something else.
        rendering: The words of the draft that render it; where it is missing, what to use.
        step: What put it there: "model", "source", "mended", "memory", "rule"; or "missing".
        admitted: Whether another rendering is preferred to this one.
    """

    term: str
    rendering: str = ""
    step: str = ""
    admitted: bool = False

    def __str__(self) -> str:
        if not self.step:
            return self.term
        step = f"{self.step}, admitted" if self.admitted else self.step
        return f"{self.term} -> {self.rendering} ({step})"

    @classmethod
    def parse(cls, line: str) -> Self:
        """The term that a line speaks of; `str` gives the line back."""
        found = _TERM.fullmatch(line)
        if found is None:
            return cls(line)
        term, rendering, step, admitted = found.groups()
        return cls(term, rendering, step, admitted is not None)


_TERM = re.compile(r"(.+?) -> (.+) \((\w+)(, admitted)?\)")

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


def one_line(text: str) -> str:
    """`text` fit for a machine line: control characters and white space become single spaces."""
    return _BREAKS.sub(" ", text).strip()


def values(comment: str) -> dict[str, list[str]]:
    """What machine lines say: the values of each key, in their order."""
    lines: dict[str, list[str]] = {}
    for line in comment.splitlines():
        key, separator, value = line.partition(": ")
        if separator:
            lines.setdefault(key.strip(), []).append(value.strip())
    return lines
