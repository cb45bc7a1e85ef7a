"""Summing up articles one by one, so that none has to stay in memory."""

from collections import Counter
from collections.abc import Iterable
from heapq import heappush, heappushpop
from statistics import median_low

from padanan.glossary import Concept
from padanan.translate.bilingual import State
from padanan.translate.report.facts import Facts, Kind, Origin, SegmentFacts, UseFacts
from padanan.translate.report.figures import Finding, Place, Severities, Terms, Work
from padanan.translate.report.looking import excerpt
from padanan.translate.report.sections import (
    Adherence,
    ConceptTerms,
    Confidence,
    DomainTerms,
    Doubtful,
    OriginCount,
    Origins,
)

_LOWEST = 25
"""Least sure drafts that are named."""


def place(article: int, segment: SegmentFacts) -> Place:
    """Where a segment is."""
    return Place(article, segment.id, segment.line, excerpt(segment.source))


def work(segments: Iterable[SegmentFacts]) -> Work:
    """How far the work on segments has come."""
    states: Counter[State] = Counter()
    words: Counter[State] = Counter()
    for one in segments:
        if one.state is not State.SKIPPED:
            states[one.state] += 1
            words[one.state] += one.words
    return Work(
        segments=states.total(),
        approved=states[State.APPROVED],
        drafts=states[State.DRAFT],
        empty=states[State.EMPTY],
        words=words.total(),
        words_done=words[State.APPROVED],
    )


def severities(findings: Iterable[Finding]) -> Severities:
    """Findings by how much they matter."""
    counts = Counter(one.severity for one in findings)
    return Severities(counts["error"], counts["warning"], counts["note"])


_HELD = {
    "preferred": Terms(terms=1, preferred=1),
    "shape": Terms(terms=1, shape=1),
    "admitted": Terms(terms=1, admitted=1),
    "form": Terms(terms=1, form=1),
    "missing": Terms(terms=1, missing=1),
}


def term(use: UseFacts) -> Terms:
    """What one use counts for; an avoided rendering takes nothing from an accepted one."""
    if use.held == "missing":
        held = _HELD["form" if use.kind is Kind.FORM else "missing"]
    elif use.kind is Kind.SHAPE:
        held = _HELD["shape"]
    else:
        held = _HELD[use.held]
    return held + Terms(avoided=1) if use.kind is Kind.AVOIDED else held


class TermSums:
    """How the terms are rendered, in all, by field and by concept."""

    def __init__(self) -> None:
        self._concepts: dict[Concept, Counter[Terms]] = {}
        self._worst: dict[Concept, Place] = {}

    def add(self, article: int, facts: Facts) -> Terms:
        """Count an article; gives how its terms are rendered."""
        all_: Counter[Terms] = Counter()
        for use in facts.uses:
            concept = facts.concepts[use.concept]
            counted = term(use)
            all_[counted] += 1
            self._concepts.setdefault(concept, Counter())[counted] += 1
            if not counted.held and concept not in self._worst:
                self._worst[concept] = place(article, facts.segments[use.segment])
        return _total(all_)

    def adherence(self) -> Adherence:
        """All of it."""
        concepts = [
            ConceptTerms(
                concept.terms[0],
                concept.preferred,
                concept.domain,
                _total(counted),
                self._worst.get(concept),
            )
            for concept, counted in self._concepts.items()
        ]
        concepts.sort(key=lambda one: (_share(one.terms), -one.terms.terms, one.term, one.domain))
        by_domain: dict[str, list[Terms]] = {}
        for one in concepts:
            by_domain.setdefault(one.domain, []).append(one.terms)
        domains = [
            DomainTerms(name, len(terms), sum(terms, Terms())) for name, terms in by_domain.items()
        ]
        domains.sort(key=lambda one: (_share(one.terms), -one.terms.terms, one.domain))
        total = sum((one.terms for one in domains), Terms())
        return Adherence(total, tuple(domains), tuple(concepts))


def _share(terms: Terms) -> float:
    return 1.0 if terms.adherence is None else terms.adherence


def _total(counted: Counter[Terms]) -> Terms:
    return sum((_times(one, number) for one, number in counted.items()), Terms())


def _times(one: Terms, number: int) -> Terms:
    return Terms(
        one.terms * number,
        one.preferred * number,
        one.shape * number,
        one.admitted * number,
        one.form * number,
        one.missing * number,
        one.avoided * number,
    )


class SegmentSums:
    """How the targets came about, and how sure the drafts are."""

    def __init__(self) -> None:
        self._segments: Counter[str] = Counter()
        self._approved: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._offered = 0
        self._unknown = 0
        self._confidences: Counter[float] = Counter()
        self._lowest: list[tuple[float, int, int, Place]] = []

    def add(self, article: int, facts: Facts) -> None:
        """Count an article."""
        for number, one in enumerate(facts.segments):
            if one.state is State.SKIPPED:
                continue
            self._offered += one.offered
            if one.origin:
                self._segments[one.origin] += 1
                self._approved[one.origin] += one.state is State.APPROVED
                self._words[one.origin] += one.words
            if one.confidence is not None:
                self._confidences[one.confidence] += 1
                self._low(one.confidence, article, number, one)
            elif one.state is State.DRAFT and one.origin != Origin.PERSON:
                self._unknown += 1

    def _low(self, sure: float, article: int, number: int, one: SegmentFacts) -> None:
        """Keep the least sure drafts; of two alike those that come first."""
        if len(self._lowest) < _LOWEST:
            heappush(self._lowest, (-sure, -article, -number, place(article, one)))
        elif (-sure, -article, -number) > self._lowest[0][:3]:
            heappushpop(self._lowest, (-sure, -article, -number, place(article, one)))

    def confidence(self) -> Confidence:
        """How sure the drafts are."""
        bins = [0] * 10
        for sure, number in self._confidences.items():
            bins[min(max(int(sure * 10), 0), 9)] += number
        lowest = sorted(self._lowest, key=lambda one: one[:3], reverse=True)
        return Confidence(
            tuple(bins),
            self._unknown,
            median_low(self._confidences.elements()) if self._confidences else None,
            tuple(Doubtful(where, -sure) for sure, _, _, where in lowest),
        )

    def origins(self) -> Origins:
        """How the targets came about."""
        return Origins(
            tuple(
                OriginCount(one, self._segments[one], self._approved[one], self._words[one])
                for one in Origin
                if self._segments[one]
            ),
            self._offered,
        )
