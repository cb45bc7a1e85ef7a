"""What there is to see in an entry: where its terms and values are, what became of them, what the
checks find.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from padanan.glossary import Glossary
from padanan.translate.adherence import Held, Use
from padanan.translate.bilingual import Entry, State
from padanan.translate.checks import CheckSettings, Finding, Pair, Severity, check_pair
from padanan.translate.termbase import uses_in
from padanan.translate.values import Found, ValueUse, value_uses


class Kind(StrEnum):
    """What a mark in a text stands for; where two overlap, the later one of these is shown."""

    VALUE = "value"
    """A number, a date or the like that source and target agree on."""

    HELD = "held"
    """A term, and the rendering that holds it."""

    LOST = "lost"
    """A value of the source that the target does not have, or not in English."""

    MISSING = "missing"
    """A term of the source that the target does not render."""

    AVOIDED = "avoided"
    """A rendering that the glossary says is not to be used; in the source, its term."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text that is to be seen: characters from `start` to before `end`."""

    start: int
    end: int
    kind: Kind


MOST = 3
"""Errors that are told at once."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is to see in a source and a target.

    Attributes:
        source: Marks in the source, in its order.
        target: Marks in the target, in its order.
        uses: What became of the terms.
        values: What became of the values.
        findings: What the checks find, the gravest first.
    """

    source: tuple[Mark, ...] = ()
    target: tuple[Mark, ...] = ()
    uses: tuple[Use, ...] = ()
    values: tuple[ValueUse, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """How much the gravest finding matters; notes do not count."""
        severity = self.findings[0].severity if self.findings else None
        return None if severity is Severity.NOTE else severity

    @property
    def errors(self) -> str:
        """What the errors are, in sentences; empty where there is none."""
        errors = [one.message for one in self.findings if one.severity is Severity.ERROR]
        more = "" if len(errors) <= MOST else f" (+{len(errors) - MOST})"
        return " ".join(errors[:MOST]) + more


NOTHING = Looked()


def look(entry: Entry, target: str, glossary: Glossary | None, checks: CheckSettings) -> Looked:
    """What there is to see in an entry's source and in a target for it.

    Takes some milliseconds, and a second at first, when the tables are loaded: for a worker.

    Args:
        entry: The entry.
        target: Its target, or what is being typed.
        glossary: The terms; None for none.
        checks: Which checks run.
    """
    if entry.state is State.SKIPPED and not target.strip():
        return NOTHING
    uses: tuple[Use, ...] = ()
    if glossary is not None:
        uses = uses_in(glossary, [(entry.source, target)])[0]
    values = value_uses(entry.source, target)
    pair = Pair.of(entry, "", uses=uses, values=values)
    if target != entry.target:
        # What the machine thought of its draft is nothing for the text of a person.
        pair = _with_target(entry, target, uses, values)
    findings = tuple(sorted(check_pair(pair, checks), key=lambda one: one.severity.rank))
    source, there = _marks(uses, values, findings)
    return Looked(_ordered(source), _ordered(there), uses, values, findings)


def _with_target(
    entry: Entry, target: str, uses: tuple[Use, ...], values: tuple[ValueUse, ...]
) -> Pair:
    pair = Pair.of(entry, "", uses=uses, values=values)
    return Pair(
        pair.id,
        pair.source,
        target,
        pair.kind,
        state=pair.state,
        uses=uses,
        values=values,
        ignored=pair.ignored,
    )


def _marks(
    uses: tuple[Use, ...], values: tuple[ValueUse, ...], findings: tuple[Finding, ...]
) -> tuple[list[Mark], list[Mark]]:
    """Marks in the source and in the target."""
    # The checks know of renderings that the glossary alone would not see; they have the last word.
    missing = {
        span.start for one in findings if one.check == "term-missing" for span in one.source_spans
    }
    source: list[Mark] = []
    target: list[Mark] = []
    for use in uses:
        kind = Kind.HELD
        if use.held is Held.MISSING and use.avoided:
            kind = Kind.AVOIDED
        elif use.match.start in missing:
            kind = Kind.MISSING
        source.append(Mark(use.match.start, use.match.end, kind))
        if use.rendering is not None:
            target.append(Mark(use.rendering.start, use.rendering.end, Kind.HELD))
        target += [Mark(one.start, one.end, Kind.AVOIDED) for one in use.avoided]
    for value in values:
        held = value.found is Found.HELD
        kind = Kind.VALUE if held else Kind.LOST
        source.append(Mark(value.value.start, value.value.end, kind))
        if value.start is not None and value.end is not None:
            target.append(Mark(value.start, value.end, kind))
    return source, target


def _ordered(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(dict.fromkeys(marks), key=lambda one: (one.start, one.end)))


def resolved(marks: tuple[Mark, ...], length: int) -> Iterator[Mark]:
    """Marks that do not overlap, in order: of those that do, the gravest is seen.

    Args:
        marks: Marks of a text.
        length: The characters of the text.
    """
    ranks = {kind: rank for rank, kind in enumerate(Kind)}
    kinds: list[Kind | None] = [None] * length
    for mark in sorted(marks, key=lambda one: ranks[one.kind]):
        kinds[mark.start : mark.end] = [mark.kind] * (min(mark.end, length) - mark.start)
    start = 0
    for place in range(1, length + 1):
        if place == length or kinds[place] is not kinds[start]:
            kind = kinds[start]
            if kind is not None:
                yield Mark(start, place, kind)
            start = place
