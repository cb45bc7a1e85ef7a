"""What the checks find in a segment, and how to put it right."""

from collections.abc import Iterator

from padanan.language import gettext as _
from padanan.language import marked
from padanan.translate.checks import Finding, Severity
from padanan.translate.checks.registry import ALL
from padanan.translate.checks.terms import TermAvoided, TermMissing
from padanan.translate.checks.values import ValueMissing
from padanan.tui.aids.item import (
    Act,
    Count,
    Item,
    Jump,
    Look,
    Page,
    Piece,
    Taking,
    View,
    difference,
    said,
)
from padanan.tui.aids.placing import taking

SIGNS = {
    Severity.ERROR: ("!", Look.BAD, marked("error")),
    Severity.WARNING: ("?", Look.DOUBTFUL, marked("warning")),
    Severity.NOTE: ("·", Look.QUIET, marked("note")),
}
"""Of each severity its sign, as in the list, how that is drawn, and what it says."""

_TERMS = frozenset({TermMissing.id, TermAvoided.id})

_NAMES = {rule.id: rule.name for rule in ALL}


def page(view: View) -> Page:
    """The page of a segment's findings."""
    if view.looked is None:
        return Page((said(_("Checking...")),))
    findings = view.looked.findings
    items = [item for finding in findings for item in _finding(view, finding)]
    if not items:
        items.append(said(_("The checks find nothing.")))
    return Page(tuple(items))


def count(view: View) -> Count:
    """How many findings there are, and how many of them are errors."""
    if view.looked is None:
        return Count()
    findings = view.looked.findings
    return Count(len(findings), sum(one.severity is Severity.ERROR for one in findings))


def _finding(view: View, finding: Finding) -> Iterator[Item]:
    sign, look, words = SIGNS[finding.severity]
    key = (finding.check, finding.message)
    title = (
        Piece(f"{sign} ", look),
        Piece(_NAMES.get(finding.check, finding.check), Look.STRONG),
        Piece(f"  {_(words)}  ", look),
        Piece(finding.message),
    )
    act = _act(view, finding)
    yield Item(title, ("finding", *key), act)
    if isinstance(act, Taking):
        start, end = act.start or 0, len(view.text) if act.end is None else act.end
        fixed = view.text[:start] + act.text + view.text[end:]
        fix = (Piece(f"{_('Fix:')} ", Look.QUIET), *difference(view.text, fixed))
        yield Item(fix, ("fix", *key), indent=2)
    elif where := _where(view, finding):
        yield Item((Piece(where, Look.QUIET),), ("where", *key), indent=2)


def _act(view: View, finding: Finding) -> Act | None:
    """The fix; failing that, the right words for the place that is wrong, where the finding knows
    them; failing that, a jump to the first place in the target."""
    if finding.fix is not None and finding.fix != view.text:
        return Taking(finding.fix, 0, len(view.text))
    if (right := _value(view, finding) or _term(view, finding)) is not None:
        return right
    if finding.target_spans:
        first = finding.target_spans[0]
        return Jump(first.start, first.end)
    return None


def _value(view: View, finding: Finding) -> Taking | None:
    """The English of a value that stands in the target as Indonesian writes it."""
    if finding.check != ValueMissing.id or view.looked is None:
        return None
    places = {(one.start, one.end) for one in finding.target_spans}
    for use in view.looked.values:
        if use.start is not None and (use.start, use.end) in places and use.value.english:
            return Taking(use.value.english[0], use.start, use.end)
    return None


def _term(view: View, finding: Finding) -> Taking | None:
    """The rendering to use of a term, where another stands that is to be avoided, or the term."""
    if finding.check not in _TERMS or view.looked is None:
        return None
    starts = {one.start for one in finding.source_spans}
    for use in view.looked.uses:
        if use.match.start in starts:
            right = taking(view, use, use.concept, use.concept.preferred)
            return right if right.start is not None else None
    return None


def _where(view: View, finding: Finding) -> str:
    """The words that a finding is about, of the source and of the target."""
    sides = (
        (_("in the source: {words}"), view.entry.source, finding.source_spans),
        (_("in the target: {words}"), view.text, finding.target_spans),
    )
    return "  ".join(
        sentence.format(words=", ".join(f"“{text[one.start : one.end]}”" for one in spans))
        for sentence, text, spans in sides
        if spans
    )
