"""A report: every figure once, for the page, the JSON and the screen alike.

Articles are told by their numbers in `Report.articles`, so that 10,000 of them stay small.
docs/report.md says how each figure is defined.
"""

from dataclasses import dataclass

from padanan.translate.report.figures import (
    Article,
    Check,
    Finding,
    Severities,
    Stage,
    Unread,
    Work,
)
from padanan.translate.report.sections import Adherence, Confidence, Matrix, Origins

VERSION = 1
"""Of the JSON; raised when something in it is called otherwise, or means something else."""


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of a report that are kept for later ones.

    Attributes:
        time: When it was made.
        articles: How many articles.
        done: How many of them were done.
        segments: How many segments.
        approved: How many approved ones.
        words: How many words.
        words_left: How many words of segments not approved.
        errors: How many errors.
        warnings: How many warnings.
        terms: Occurrences of terms.
        held: Those rendered as the glossary says.
    """

    time: str
    articles: int
    done: int
    segments: int
    approved: int
    words: int
    words_left: int
    errors: int
    warnings: int
    terms: int
    held: int

    @property
    def adherence(self) -> float | None:
        """The share of terms held; None where there are no terms."""
        return self.held / self.terms if self.terms else None


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since the last report.

    Attributes:
        since: The figures then.
        approved: Segments approved since, less those taken back, article by article.
        reopened: Segments taken back since, less those approved, article by article.
        new: Articles that were not there (their paths).
        gone: Articles that are not there any more.
        done: Articles that have been finished.
        found: Findings that are new, as numbers in `Report.findings`; notes are none.
        solved: How many findings of then are no more, in articles that are still there.
        terms_added: Rows of the glossary that are new, by term.
        terms_changed: Rows that say something else.
        terms_removed: Rows that have gone.
    """

    since: Point
    approved: int
    reopened: int
    new: tuple[str, ...]
    gone: tuple[str, ...]
    done: tuple[str, ...]
    found: tuple[int, ...]
    solved: int
    terms_added: tuple[str, ...]
    terms_changed: tuple[str, ...]
    terms_removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do next.

    Attributes:
        what: What, in a few words.
        command: How; empty where there is no one command for it.
    """

    what: str
    command: str


@dataclass(frozen=True, slots=True)
class Report:
    """Where a desk stands.

    Attributes:
        desk: The folder of results, as it was named.
        time: When the report was made (UTC, ISO 8601).
        made_by: padanan and its version.
        glossary: What the glossary is called; empty where there was none.
        articles: The articles, by their paths.
        unread: The files that are not in it.
        stages: How many articles are new, begun and done.
        furniture: Lines left out of the articles.
        work: How far the work has come.
        totals: All findings.
        unlooked: How many articles were counted only: their terms and findings are not in it.
        checks: What each check has found, errors first.
        findings: Each finding, article by article.
        adherence: How the glossary is held.
        matrix: Which concepts are rendered in several ways.
        confidence: How sure the drafts are.
        origins: How the targets came about.
        changes: What has changed since the last report; None where there was none.
        history: The figures of earlier reports, the oldest first, and of this one.
        steps: What to do next, the most urgent first.
    """

    desk: str
    time: str
    made_by: str
    glossary: str
    articles: tuple[Article, ...]
    unread: tuple[Unread, ...]
    stages: dict[Stage, int]
    furniture: int
    work: Work
    totals: Severities
    unlooked: int
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    adherence: Adherence
    matrix: Matrix
    confidence: Confidence
    origins: Origins
    changes: Changes | None
    history: tuple[Point, ...]
    steps: tuple[Step, ...]
