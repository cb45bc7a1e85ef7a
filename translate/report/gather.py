"""From a folder of bilingual files to a report."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from padanan import __version__
from padanan.translate.checks import ALL
from padanan.translate.report import store
from padanan.translate.report.changes import Past, Snapshot, changes
from padanan.translate.report.facts import SEVERITIES, Facts
from padanan.translate.report.figures import (
    Article,
    Check,
    Finding,
    Place,
    Severities,
    Source,
    Stage,
    Terms,
    Unread,
    Work,
)
from padanan.translate.report.intake import Intake, Taken, Wish, files
from padanan.translate.report.matrix import matrix
from padanan.translate.report.model import Point, Report
from padanan.translate.report.sections import Matrix
from padanan.translate.report.steps import Needs, steps
from padanan.translate.report.summing import SegmentSums, TermSums, place, severities, work
from padanan.translate.report.wide import Between, between

__all__ = ["Gathered", "Wish", "gather"]

Progress = Callable[[float, float | None], None]
"""Takes how many articles are done, and how many there are."""

_RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Gathered:
    """A report, and what the next one asks of it.

    Attributes:
        report: The report.
        snapshot: What is to be kept of it.
        past: What was kept of earlier ones.
    """

    report: Report
    snapshot: Snapshot
    past: Past


def gather(wish: Wish, progress: Progress = lambda *_: None) -> Gathered:
    """The report of a desk.

    Args:
        wish: What it is to be about.
        progress: Told how far it has come.

    Raises:
        InputError: There is no such folder, or the glossary cannot be read.
        OutputError: There is no room for temporary files.
    """
    paths, unread = files(wish.folder)
    with store.opened(wish.folder) as kept:
        intake = Intake(wish, kept)
        for number, path in enumerate(paths, 1):
            intake.take(path)
            progress(number, len(paths))
        if wish.most is None:
            kept.forget_others()
        wide = between(kept.all, wish.settings)
        desk = _Desk(wish)
        for number, facts in kept.all():
            desk.add(number, intake.taken[number], facts, wide)
        return desk.gathered((*unread, *intake.unread), matrix(kept.all, wide.drift))


class _Desk:
    """A desk that is summed up article by article."""

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._articles: list[Article] = []
        self._findings: list[Finding] = []
        self._furniture = 0
        self._terms = TermSums()
        self._segments = SegmentSums()
        self._changed: list[tuple[Path, str]] = []
        self._gaps: list[tuple[Path, str]] = []

    def add(self, number: int, taken: Taken, facts: Facts, wide: Between) -> None:
        """Sum up an article.

        Args:
            number: Its number.
            taken: Where it is.
            facts: What is known of it.
            wide: What shows between it and others.
        """
        found = list(_findings(number, facts, wide))
        done = work(facts.segments)
        self._findings += found
        self._furniture += facts.furniture
        self._segments.add(number, facts)
        self._articles.append(
            Article(
                path=taken.path,
                headline=facts.headline,
                page=taken.page,
                source=taken.source,
                looked=facts.looked,
                work=done,
                findings=severities(found),
                terms=self._terms.add(number, facts),
            )
        )
        if taken.source is Source.CHANGED:
            self._changed.append((taken.article, taken.path))
        if done.empty:
            self._gaps.append((taken.article, taken.path))

    def gathered(self, unread: tuple[Unread, ...], several: Matrix) -> Gathered:
        """The report."""
        wish, findings = self._wish, tuple(self._findings)
        done = sum((one.work for one in self._articles), Work())
        totals = severities(findings)
        adherence = self._terms.adherence()
        stages = Counter(one.work.stage for one in self._articles)
        point = _point(wish.time, done, totals, adherence.all, stages)
        past = Past.load(wish.folder)
        digest = "" if wish.termbase is None else wish.termbase.fingerprint
        rows = past.rows(wish.termbase)
        snapshot = Snapshot.of(point, self._articles, findings, rows, digest)
        then = past.since(snapshot)
        unlooked = sum(not one.looked for one in self._articles)
        errors = {_key(one.place) for one in findings if one.severity == "error"}
        report = Report(
            desk=str(wish.folder),
            time=wish.time,
            made_by=f"padanan {__version__}",
            glossary=wish.glossary,
            articles=tuple(self._articles),
            unread=unread,
            stages={stage: stages[stage] for stage in Stage},
            furniture=self._furniture,
            work=done,
            totals=totals,
            unlooked=unlooked,
            checks=tuple(_checks(findings)),
            findings=findings,
            adherence=adherence,
            matrix=several,
            confidence=self._segments.confidence(),
            origins=self._segments.origins(),
            changes=None if then is None else changes(then, snapshot, findings),
            history=past.history(snapshot),
            steps=steps(
                Needs(
                    folder=wish.folder,
                    articles=len(self._articles),
                    changed=self._changed,
                    gaps=self._gaps,
                    unread=len(unread),
                    unlooked=unlooked,
                    work=done,
                    wrong=len(errors),
                )
            ),
        )
        return Gathered(report, snapshot, past)


def _findings(number: int, facts: Facts, wide: Between) -> Iterator[Finding]:
    """The findings of an article, in the order of its segments; of one the gravest first."""
    own: dict[int, list[tuple[str, str, str]]] = {}
    for one in facts.found:
        own.setdefault(one.segment, []).append((one.severity, one.check, one.message))
    for place_, segment in enumerate(facts.segments):
        found = own.get(place_, [])
        if facts.looked:
            found += [
                (str(one.severity), one.check, one.message)
                for one in wide.findings.get((number, place_), ())
            ]
        found.sort(key=lambda one: _RANKS[one[0]])
        for severity, check, message in found:
            yield Finding(place(number, segment), check, severity, message)


def _checks(findings: Sequence[Finding]) -> Iterator[Check]:
    """What each check has found; those with the gravest findings first."""
    by_check: dict[str, list[Finding]] = {}
    for one in findings:
        by_check.setdefault(one.check, []).append(one)
    made = [
        Check(
            rule.id,
            rule.name,
            severities(by_check[rule.id]),
            len({one.place.article for one in by_check[rule.id]}),
        )
        for rule in ALL
        if rule.id in by_check
    ]
    yield from sorted(
        made,
        key=lambda one: (-one.findings.errors, -one.findings.warnings, -one.findings.notes),
    )


def _key(place_: Place) -> tuple[int, str]:
    return place_.article, place_.segment


def _point(
    time: str, done: Work, totals: Severities, terms: Terms, stages: Counter[Stage]
) -> Point:
    return Point(
        time=time,
        articles=stages.total(),
        done=stages[Stage.DONE],
        segments=done.segments,
        approved=done.approved,
        words=done.words,
        words_left=done.words_left,
        errors=totals.errors,
        warnings=totals.warnings,
        terms=terms.terms,
        held=terms.held,
    )
