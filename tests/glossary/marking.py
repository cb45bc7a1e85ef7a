"""Marked texts: sentences in which every occurrence of a term or rendering is marked.

`[[form|term]]` in Indonesian, `[[form|term,...|status,...]]` in English, where a term is the first
of its concept.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "marked"

_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)(?:\|([^\]]+))?\]\]")

Occurrence = tuple[int, int, str]
"""Where it begins and ends in the sentence, and the term, with the status in English."""


@dataclass
class Score:
    """How what was found agrees with what is marked."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is marked."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what is marked that was found."""
        return self.right / (self.right + len(self.missed))

    def __str__(self) -> str:
        marked = self.right + len(self.missed)
        wrong = "".join(f"\n  wrong: {each}" for each in self.wrong)
        missed = "".join(f"\n  missed: {each}" for each in self.missed)
        return f"{marked} marked, P {self.precision:.4f}, R {self.recall:.4f}{wrong}{missed}"


def sentences(name: str) -> Iterator[tuple[str, set[Occurrence]]]:
    """The sentences of a marked file without their marks, and what was marked in them."""
    for line in (FOLDER / name).read_text("utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        plain: list[str] = []
        marked: set[Occurrence] = set()
        length = last = 0
        for mark in _MARK.finditer(line):
            before = line[last : mark.start()]
            begin = length + len(before)
            length = begin + len(mark[1])
            last = mark.end()
            plain += [before, mark[1]]
            # A comma of a term has a space after it.
            terms = re.split(",(?! )", mark[2]) if mark[3] else [mark[2]]
            statuses = mark[3].split(",") if mark[3] else [""]
            if len(statuses) == 1:
                statuses *= len(terms)
            marked |= {
                (begin, length, f"{term}|{status}" if status else term)
                for term, status in zip(terms, statuses, strict=True)
            }
        yield "".join([*plain, line[last:]]), marked


def score(name: str, find: Callable[[str], set[Occurrence]]) -> Score:
    """How `find` does on a marked file."""
    result = Score()
    for sentence, marked in sentences(name):
        found = find(sentence)
        result.right += len(found & marked)
        result.wrong += [_shown(sentence, each) for each in sorted(found - marked)]
        result.missed += [_shown(sentence, each) for each in sorted(marked - found)]
    return result


def _shown(sentence: str, occurrence: Occurrence) -> str:
    begin, end, term = occurrence
    return f"{sentence[:begin]}[[{sentence[begin:end]}|{term}]]{sentence[end:]}"
