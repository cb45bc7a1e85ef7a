"""The check of a draft: what it holds, what is the matter with it, how sure one can be of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from padanan.translate.adherence import Held, Use
from padanan.translate.article import Block, Segment
from padanan.translate.bilingual import Entry
from padanan.translate.checks import (
    CheckSettings,
    Finding,
    Pair,
    Severity,
    check_pair,
    ignored,
)
from padanan.translate.confidence import confidence
from padanan.translate.draft import Draft
from padanan.translate.enforce import Step
from padanan.translate.machine import Term, one_line
from padanan.translate.resources import Resources
from padanan.translate.termbase import uses_in
from padanan.translate.values import value_uses


def inspect(
    drafts: Sequence[tuple[Draft, Block, Segment]],
    resources: Resources,
    earlier: Mapping[str, Entry] = MappingProxyType({}),
) -> list[Draft]:
    """Drafts with their terms, their findings and the confidence one can have in them.

    Args:
        drafts: Each with the block of its segment, and the segment. One that enforcement has made
            says how it holds its terms; of others that is found out here.
        resources: What the run works with.
        earlier: By the ids of segments, the entries they continue. Checks that a person has
            silenced there stay silent.
    """
    held: list[tuple[Use, ...]] = [()] * len(drafts)
    if drafts and resources.glossary is not None:
        pairs = ((segment.source, draft.text) for draft, _, segment in drafts)
        held = uses_in(resources.glossary, pairs)
    return [
        _inspected(
            draft,
            _pair(draft, block, segment, its_terms, earlier.get(segment.id)),
            resources.checks,
        )
        for (draft, block, segment), its_terms in zip(drafts, held, strict=True)
    ]


def _pair(
    draft: Draft, block: Block, segment: Segment, held: tuple[Use, ...], earlier: Entry | None
) -> Pair:
    return Pair(
        segment.id,
        segment.source,
        draft.text,
        block.kind,
        how=draft.how,
        score=draft.score,
        uses=held,
        values=value_uses(segment.source, draft.text),
        ignored=frozenset() if earlier is None else ignored(earlier),
    )


def _inspected(draft: Draft, pair: Pair, settings: CheckSettings) -> Draft:
    terms = draft.terms
    if draft.how != "model":
        terms = tuple(_term(use, pair.source, draft) for use in pair.uses)
    found = check_pair(pair, settings)
    sure = confidence(
        pair.source,
        draft.text,
        how=draft.how,
        score=draft.own,
        missing_terms=_lacking(pair, terms, found),
        mended_terms=_count(terms, Step.MENDED),
        errors=_grave(found, Severity.ERROR),
        warnings=_grave(found, Severity.WARNING),
    )
    findings = tuple(
        one_line(f"{one.check}: {one.message}")
        for one in found
        if one.severity is not Severity.NOTE  # notes are for who asks (padanan check)
    )
    return replace(draft, terms=terms, findings=findings, confidence=sure)


def _term(use: Use, source: str, draft: Draft) -> Term:
    term = one_line(source[use.match.start : use.match.end])
    if use.rendering is None:
        return Term(term, one_line(use.concept.preferred), Step.MISSING)
    words = draft.text[use.rendering.start : use.rendering.end]
    return Term(term, one_line(words), draft.how, not use.agreed)


def _count(terms: tuple[Term, ...], step: Step) -> int:
    return sum(term.step == step for term in terms)


def _lacking(pair: Pair, terms: tuple[Term, ...], found: tuple[Finding, ...]) -> int:
    """How many terms a draft lacks, or has in a way to be avoided; none of them counts twice.

    A term that a person has silenced the check of is as it should be.
    """
    missing = 0 if "term-missing" in pair.ignored else _count(terms, Step.MISSING)
    held = {use.match.start for use in pair.uses if use.held is not Held.MISSING}
    avoided = (one for one in found if one.check == "term-avoided")
    return missing + sum(one.source_spans[0].start in held for one in avoided)


def _grave(found: tuple[Finding, ...], severity: Severity) -> int:
    """How many findings are of a severity, without those about terms, which count elsewhere."""
    return sum(one.severity is severity and not one.check.startswith("term-") for one in found)
