"""What the line-by-line desk says: segments, findings, terms and matches, in words."""

from collections.abc import Iterable, Iterator, Sequence

from padanan.glossary import Concept
from padanan.language import gettext as _
from padanan.language import marked, number
from padanan.translate.adherence import Use
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.translate.checks import Finding, Severity
from padanan.translate.memory import Hit, Op, word_diff
from padanan.tui.overview import Overview

KINDS = {
    BlockKind.HEADLINE: marked("headline"),
    BlockKind.DATELINE: marked("dateline"),
    BlockKind.BYLINE: marked("byline"),
    BlockKind.CAPTION: marked("caption"),
    BlockKind.SUBHEADING: marked("subheading"),
    BlockKind.PARAGRAPH: marked("paragraph"),
    BlockKind.FURNITURE: marked("page furniture"),
}
"""Kinds of blocks, in words."""

_STATES = {
    State.SKIPPED: marked("left out"),
    State.EMPTY: marked("not translated yet"),
    State.DRAFT: marked("draft"),
    State.APPROVED: marked("approved"),
}
_SEVERITIES = {
    Severity.ERROR: marked("error"),
    Severity.WARNING: marked("warning"),
    Severity.NOTE: marked("note"),
}


def article(place: int, name: str, overview: Overview) -> str:
    """An article of the list."""
    if overview.progress is None:
        return _("{number}. {name} cannot be used: {reason}").format(
            number=place, name=name, reason=overview.error
        )
    headline = f" {overview.headline}." if overview.headline else ""
    told = _("{number}. {name}:{headline} {progress}.").format(
        number=place, name=name, headline=headline, progress=overview.progress
    )
    return f"{told} {overview.note}".rstrip()


def segment(
    place: int, total: int, entry: Entry, found: Sequence[Finding], *, begins: bool
) -> Iterator[str]:
    """A segment, with all that one must know to decide on it.

    Args:
        place: Its number, from 1.
        total: How many there are.
        entry: The segment.
        found: What is the matter with it.
        begins: Whether a block begins with it.
    """
    kind = _(KINDS[entry.kind])
    if begins and entry.kind is BlockKind.PARAGRAPH:
        kind = _("new paragraph")
    yield _("Segment {place} of {total}, {kind}, {state}.").format(
        place=number(place), total=number(total), kind=kind, state=_(_STATES[entry.state])
    )
    yield _("Source: {text}").format(text=entry.source)
    if entry.target:
        yield _("Target: {text}").format(text=entry.target)
    if entry.comment:
        yield comment(entry)
    yield from findings(found)


def comment(entry: Entry) -> str:
    """The comment on a segment."""
    return _("Comment: {text}").format(text=" / ".join(entry.comment.splitlines()))


def findings(found: Iterable[Finding]) -> Iterator[str]:
    """What is the matter, in sentences with the numbers that fixes are taken by."""
    for place, finding in enumerate(found, 1):
        line = _("Finding {number}, {severity}: {message}").format(
            number=place, severity=_(_SEVERITIES[finding.severity]), message=finding.message
        )
        if finding.fix is not None:
            line += " " + _("f {number} puts it right.").format(number=place)
        yield line


def terms(uses: Iterable[Use], target: str) -> Iterator[str]:
    """The terms of a segment, and what became of them in its target."""
    for place, use in enumerate(uses, 1):
        renderings = ", ".join(use.concept.renderings)
        if use.rendering is not None:
            words = target[use.rendering.start : use.rendering.end]
            sentence = _("Term {number}, held: {term}, here {words}.").format(
                number=place, term=use.match.term, words=words
            )
        elif use.avoided:
            words = target[use.avoided[0].start : use.avoided[0].end]
            sentence = _(
                "Term {number}, to be avoided: {term}, here {words}, better {renderings}."
            ).format(number=place, term=use.match.term, words=words, renderings=renderings)
        else:
            sentence = _("Term {number}, missing: {term}, in English {renderings}.").format(
                number=place, term=use.match.term, renderings=renderings
            )
        yield sentence


def concepts(use: Use) -> Iterator[str]:
    """All that the glossary has for a term, homonyms included."""
    for concept in (use.match.concept, *use.match.homonyms):
        yield from _concept(concept)


def _concept(concept: Concept) -> Iterator[str]:
    yield _("Indonesian: {terms}.").format(terms=", ".join(concept.terms))
    yield _("English to use: {rendering}.").format(rendering=concept.preferred)
    if concept.admitted:
        yield _("Also accepted: {renderings}.").format(renderings=", ".join(concept.admitted))
    if concept.avoided:
        yield _("To be avoided: {renderings}.").format(renderings=", ".join(concept.avoided))
    if concept.note:
        yield _("Note: {text}").format(text=concept.note)


def matches(source: str, hits: Iterable[Hit]) -> Iterator[str]:
    """How similar sentences were translated."""
    for place, hit in enumerate(hits, 1):
        yield _("Match {number}, {score} percent alike, from {article}.").format(
            number=place, score=int(hit.score), article=hit.unit.article
        )
        yield _("Its source: {text}").format(text=hit.unit.source)
        pieces = word_diff(hit.unit.source, source)
        gone = [piece.text.strip() for piece in pieces if piece.op is Op.GONE]
        come = [piece.text.strip() for piece in pieces if piece.op is Op.NEW]
        if any(gone):
            yield _("Only there: {words}.").format(words=", ".join(filter(None, gone)))
        if any(come):
            yield _("Only here: {words}.").format(words=", ".join(filter(None, come)))
        yield _("Its target: {text}").format(text=hit.target)
