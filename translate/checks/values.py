"""Numbers, dates and the like: each must be there."""

from collections.abc import Iterator

from padanan.glossary.problem import shown
from padanan.translate.checks.check import Check, Limits, Seen
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.checks.said import is_said
from padanan.translate.values import Found, ValueKind, ValueUse, mend


class ValueMissing(Check):
    """A number, a date ... that is not in the translation."""

    id = "value-missing"
    name = "Value missing or changed"
    severity = Severity.ERROR
    description = (
        "A number, date, time, sum of money, score, address or the like of the source is not in "
        "the translation, or stands there as Indonesian writes it (5.000 for 5,000)."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        for use in pair.values:
            if use.found is Found.MISSING and not _is_term(use, pair):
                yield Seen(
                    f"{shown(use.value.text)} is not in the translation.{_english(use)}",
                    (Span(use.value.start, use.value.end),),
                )
        kept = [use for use in pair.values if use.found is Found.KEPT]
        if not kept:
            return
        # One mending does for all, so that the fix of one does not undo another's.
        mended = mend(pair.source, pair.target)
        for use in kept:
            yield Seen(
                f"{shown(use.value.text)} is as Indonesian writes it.{_english(use)}",
                (Span(use.value.start, use.value.end),),
                _target_span(use),
                mended if mended != pair.target else None,
            )


def _is_term(use: ValueUse, pair: Pair) -> bool:
    """Whether a value is the acronym of a term that is there (Amerika Serikat (AS)), or a word of
    one (pedagang kaki lima)."""
    start, end = use.value.start, use.value.end
    if use.value.kind is ValueKind.ACRONYM and is_said(pair, start, end):
        return True
    return any(
        term.rendering is not None and term.match.start <= start and end <= term.match.end
        for term in pair.uses
    )


def _english(use: ValueUse) -> str:
    return f" English has {shown(use.value.english[0])}." if use.value.english else ""


def _target_span(use: ValueUse) -> tuple[Span, ...]:
    return () if use.start is None or use.end is None else (Span(use.start, use.end),)
