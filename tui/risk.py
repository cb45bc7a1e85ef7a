"""Which segments need a person most."""

from padanan.translate.bilingual import Entry, State
from padanan.translate.checks import Severity
from padanan.tui.looking import Looked
from padanan.tui.query import Seen


def seen(entry: Entry, looked: Looked | None) -> Seen:
    """An entry with what is known of it: by what was looked at, else by what its file says."""
    if looked is not None:
        findings = [one.check for one in looked.findings if one.severity is not Severity.NOTE]
        terms = [
            f"{entry.source[use.match.start : use.match.end].lower()} -> {use.concept.preferred}"
            for use in looked.uses
        ]
        return Seen(entry, findings, terms)
    findings = [] if entry.touched else [one.partition(":")[0] for one in entry.findings]
    return Seen(entry, findings, [f"{one.term.lower()} -> {one.rendering}" for one in entry.terms])


def risk(one: Seen) -> tuple[int, float]:
    """A key that sorts segments by how much they need a person, the neediest first.

    First those without a target, then drafts that miss a term of the glossary, then drafts by the
    confidence one can have in them, those with findings before those without; then drafts a person
    has worked on, and what is approved.
    """
    entry = one.entry
    sure = 1.0 if entry.confidence is None else entry.confidence
    if entry.state is State.EMPTY:
        return 0, 0.0
    if entry.state is State.DRAFT and not entry.touched:
        if any(check.startswith("term-") for check in one.findings):
            return 1, sure
        return 2, sure - (0.5 if one.findings else 0.0)
    if entry.state is State.DRAFT:
        return 3, -float(len(one.findings))
    return (4 if entry.state is State.APPROVED else 5), -float(len(one.findings))
