"""The machine lines of a bilingual file (`#.`): what the machine knows, one `key: value` a line."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Term:
    """How a draft came to hold a term of the glossary, as its line in the file says it.

    Attributes:
        term: The term as the source writes it; or the whole line, where it says something else.
        rendering: The words of the draft that render it; where it is missing, what to use.
        step: What put it there: "model", "source", "mended", "memory", "adapted", "rule"; or
            "missing".
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


@dataclass(frozen=True, slots=True)
class Offer:
    """How a similar sentence was translated, as the lines `similar...` of the file say it.

    Attributes:
        score: How alike the two sources are, in percent, rounded down.
        source: What differs between them: [-only the similar one-] {+only this one+}.
        target: The translation.
        unit: The article and the segment the memory has it from; empty when it does not say.
    """

    score: int
    source: str
    target: str
    unit: str = ""

    def lines(self) -> Iterator[str]:
        """The machine lines, made fit for the file."""
        yield one_line(f"similar: {self.score} % {self.unit}")
        yield f"similar-source: {one_line(self.source)}"
        yield f"similar-target: {one_line(self.target)}"

    @classmethod
    def parse(cls, machine: Mapping[str, Sequence[str]]) -> Self | None:
        """The offer that the lines of an entry speak of (`values`); None where there is none, or
        somebody has changed the lines beyond reading."""
        keys = ("similar", "similar-source", "similar-target")
        if not all(key in machine for key in keys):
            return None
        head, source, target = (machine[key][-1] for key in keys)
        found = _SIMILAR.fullmatch(head)
        return None if found is None else cls(int(found[1]), source, target, found[2] or "")


_SIMILAR = re.compile(r"([0-9]{1,3}) %(?: (.+))?")

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


def one_line(text: str) -> str:
    """`text` fit for a machine line: control characters and white space become single spaces."""
    return _BREAKS.sub(" ", text).strip()


_INEXACT = re.compile(r"\\|(?! )[\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|(?<= ) |\A | \Z")
_EXACT = re.compile(r"\\(?:u(?!d[89a-f])([0-9a-f]{4})|\\)")


def exact(text: str) -> str:
    """`text` fit for a machine line, from which `exactly` gives it back to the letter."""
    return _INEXACT.sub(lambda m: r"\\" if m[0] == "\\" else f"\\u{ord(m[0]):04x}", text)


def exactly(line: str) -> str:
    """The text that `exact` has made fit for a machine line."""
    return _EXACT.sub(lambda m: chr(int(m[1], 16)) if m[1] else "\\", line)


def number(value: str) -> float:
    """The number that a machine line says.

    Raises:
        ValueError: It says none that a machine has written.
    """
    found = float(value)
    if not math.isfinite(found):
        raise ValueError(f"{value} is no score")
    return found


_LONG = frozenset({"finding", "machine", "memory", "similar-source", "similar-target", "term"})
"""Keys whose lines may be longer than some programs leave a comment's line."""

_SHORT = frozenset(
    {"confidence", "draft", "fingerprint", "from", "kind", "rule", "score", "segmented"}
    | {"similar", "skipped"}
)

_KEYED = re.compile(r"\s*([a-z][a-z-]*): (.*)")

_CUT_WORD = re.compile(r"[^\W\d_]-\n[^\W\d_]")


def values(comment: str) -> dict[str, list[str]]:
    """What machine lines say: the values of each key, in their order.

    A program may have folded a long line (polib does, at column 78): what follows on a long one
    without a known key of its own is the rest of it.
    """
    lines: dict[str, list[str]] = {}
    last = ""
    for line in comment.splitlines():
        found = _KEYED.fullmatch(line)
        if found and (last not in _LONG or found[1] in _LONG or found[1] in _SHORT):
            last, value = found.groups()
            lines.setdefault(last, []).append(value.strip())
        elif last in _LONG and line.strip():
            lines[last][-1] = _refolded(lines[last][-1], line.strip())
    return lines


def _refolded(line: str, rest: str) -> str:
    """A line and its rest, which may have been cut off behind the hyphen of a word."""
    cut_word = _CUT_WORD.fullmatch(f"{line[-2:]}\n{rest[:1]}")
    return f"{line}{rest}" if cut_word else f"{line} {rest}"
