"""The order of the list of articles, and which of them it shows."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from padanan.language import gettext as _
from padanan.language import marked
from padanan.tui.overview import Overview, Progress, Stage


class Order(StrEnum):
    """What articles can be sorted by; the values are what people read."""

    NAME = marked("Name")
    PROGRESS = marked("Progress")
    FINDINGS = marked("Findings")
    WORDS = marked("Words left")
    TIME = marked("Last changed")


_NOTHING = Progress()

_KEYS: dict[Order, Callable[[Overview], Any]] = {
    Order.NAME: lambda one: 0,  # noqa: ARG005 - names decide between equals anyway
    Order.PROGRESS: lambda one: _share(one.progress or _NOTHING),
    Order.FINDINGS: lambda one: _gravity(one.progress or _NOTHING),
    Order.WORDS: lambda one: -(one.progress or _NOTHING).words,
    Order.TIME: lambda one: -one.time,
}


def _share(progress: Progress) -> tuple[float, float]:
    """The shares that are approved, and that are at least drafted."""
    total = max(progress.total, 1)
    full = progress.approved == progress.total
    share = 1.0 if full else progress.approved / total
    return share, (progress.approved + progress.drafted) / total


def _gravity(progress: Progress) -> tuple[int, int, int]:
    return -progress.errors, -progress.terms, -progress.warnings


def _by_name(overview: Overview) -> list[tuple[int, int | str]]:
    """A key by which 9.po comes before 10.po."""
    parts = re.split("([0-9]+)", overview.name.casefold())
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in parts if part]


def arranged(
    overviews: Iterable[Overview], order: Order, *, backwards: bool = False
) -> list[Overview]:
    """Articles in an order: the least advanced, the worst, the longest or the latest first.

    Those whose files cannot be used, or were not read yet, come last where nothing of them is
    known that the order goes by.
    """
    found = sorted(overviews, key=_by_name)
    if order is Order.NAME:
        return found[::-1] if backwards else found
    found.sort(key=_KEYS[order], reverse=backwards)  # equals stay in the order of their names
    if order is not Order.TIME:
        found.sort(key=lambda one: one.progress is None)
    return found


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asks the list for.

    Attributes:
        words: Words that name or headline have, in any letter case.
        stages: How far the articles have come; empty for any.
        findings: Whether only those with findings are wanted.
        trouble: What of the question cannot be understood, in a sentence; else empty.
    """

    words: tuple[str, ...] = ()
    stages: frozenset[Stage] = frozenset()
    findings: bool = False
    trouble: str = ""

    @classmethod
    def parse(cls, text: str) -> "Query":
        """The question that a line says: words, `is:new` (begun, done, damaged), `has:findings`."""
        words: list[str] = []
        stages: set[Stage] = set()
        findings = False
        for word in text.casefold().split():
            key, colon, value = word.partition(":")
            if key == "is" and colon:
                meant = [stage for stage in _ASKED if stage.startswith(value)]
                if not meant:
                    return cls(trouble=_("After is: comes new, begun, done or damaged."))
                stages |= set(meant) if value else set()
            elif key == "has" and colon:
                if not "findings".startswith(value):
                    return cls(trouble=_("After has: comes findings."))
                findings = findings or bool(value)
            else:
                words.append(word)
        return cls(tuple(words), frozenset(stages), findings)

    def __bool__(self) -> bool:
        return bool(self.words or self.stages or self.findings or self.trouble)

    def finds(self, overview: Overview) -> bool:
        """Whether an article is asked for."""
        if self.trouble or (self.stages and overview.stage not in self.stages):
            return False
        if self.findings and not (overview.progress and overview.progress.findings):
            return False
        text = f"{overview.name}\n{overview.headline}".casefold()
        return all(word in text for word in self.words)


_ASKED = (Stage.NEW, Stage.BEGUN, Stage.DONE, Stage.DAMAGED)
