"""A report: every figure once, for the page, the JSON and the screen alike.

Articles are told by their numbers in `Report.articles`, so that 10,000 of them stay small.
docs/report.md says how each figure is defined.
"""

from dataclasses import dataclass
from enum import StrEnum

VERSION = 1
"""Of the JSON; raised when something in it is called otherwise, or means something else."""


class Source(StrEnum):
    """What became of the article that a bilingual file was made from."""

    SAME = "same"
    """It is as it was when it was translated."""

    CHANGED = "changed"
    """It has other bytes now."""

    GONE = "gone"
    """It is not there, or cannot be read."""

    AWAY = "away"
    """It lies at a URL, or with others in one file, which is not looked at."""


class Stage(StrEnum):
    """How far the work on an article has come."""

    NEW = "new"
    """Nothing is approved."""

    BEGUN = "begun"
    """Something is approved."""

    DONE = "done"
    """Every segment is approved."""


@dataclass(frozen=True, slots=True)
class Work:
    """How far the work on some segments has come. Furniture is no segment.

    Attributes:
        segments: How many there are.
        approved: How many a person has accepted.
        drafts: How many have a target that nobody has accepted yet.
        empty: How many have none.
        words: Words of their Indonesian.
        words_done: Words of those that are approved.
    """

    segments: int = 0
    approved: int = 0
    drafts: int = 0
    empty: int = 0
    words: int = 0
    words_done: int = 0

    @property
    def words_left(self) -> int:
        """Words of those that are not approved."""
        return self.words - self.words_done

    @property
    def stage(self) -> Stage:
        """How far it has come, in a word."""
        if self.approved == self.segments:
            return Stage.DONE
        return Stage.BEGUN if self.approved else Stage.NEW

    def __add__(self, other: "Work") -> "Work":
        return Work(
            self.segments + other.segments,
            self.approved + other.approved,
            self.drafts + other.drafts,
            self.empty + other.empty,
            self.words + other.words,
            self.words_done + other.words_done,
        )


@dataclass(frozen=True, slots=True)
class Severities:
    """Findings, by how much they matter.

    Attributes:
        errors: How many are errors.
        warnings: How many are warnings.
        notes: How many are notes.
    """

    errors: int = 0
    warnings: int = 0
    notes: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.errors + self.warnings + self.notes


@dataclass(frozen=True, slots=True)
class Terms:
    """How terms of the glossary are rendered; each occurrence in a source counts.

    Attributes:
        terms: Occurrences.
        preferred: Those held by the rendering to use.
        shape: Those held by it in the shape the sentence wants.
        admitted: Those held by another accepted rendering.
        form: Those held by none as the glossary writes it, but well enough for the check of terms.
        missing: Those held by none.
        avoided: Those beside which a rendering stands that is not to be used, whatever else does.
    """

    terms: int = 0
    preferred: int = 0
    shape: int = 0
    admitted: int = 0
    form: int = 0
    missing: int = 0
    avoided: int = 0

    @property
    def held(self) -> int:
        """Those rendered as the glossary says."""
        return self.preferred + self.shape + self.admitted

    @property
    def adherence(self) -> float | None:
        """Their share of all; None where there are no terms."""
        return self.held / self.terms if self.terms else None

    def __add__(self, other: "Terms") -> "Terms":
        return Terms(
            self.terms + other.terms,
            self.preferred + other.preferred,
            self.shape + other.shape,
            self.admitted + other.admitted,
            self.form + other.form,
            self.missing + other.missing,
            self.avoided + other.avoided,
        )


@dataclass(frozen=True, slots=True)
class Article:
    """An article.

    Attributes:
        path: Its bilingual file, from the folder of results.
        headline: Its headline, in English where there is any; empty where there is none.
        page: Its side-by-side page, from the folder of results; empty where there is none.
        source: What became of the article itself.
        looked: Whether its terms and findings were looked at.
        work: How far it has come.
        findings: What the checks find in it.
        terms: How its terms are rendered.
    """

    path: str
    headline: str
    page: str
    source: Source
    looked: bool
    work: Work
    findings: Severities
    terms: Terms


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is not in the report.

    Attributes:
        path: The file, from the folder of results.
        message: Why, in a sentence.
    """

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """A segment to go to.

    Attributes:
        article: The number of its article.
        segment: Its id.
        line: The line of the bilingual file on which it begins.
        source: The beginning of its source.
    """

    article: int
    segment: str
    line: int
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has found.

    Attributes:
        place: Where.
        check: The check's id.
        severity: How much it matters: "error", "warning" or "note".
        message: What is the matter.
    """

    place: Place
    check: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Check:
    """All that one check has found.

    Attributes:
        id: Its id.
        name: Its name for people.
        findings: How many.
        articles: In how many articles.
    """

    id: str
    name: str
    findings: Severities
    articles: int


@dataclass(frozen=True, slots=True)
class ConceptTerms:
    """How the terms of one concept are rendered.

    Attributes:
        term: Its preferred term.
        rendering: Its preferred rendering.
        domain: Its subject field; empty where it has none.
        terms: How its terms are rendered.
        worst: Where one is not; None where all are held.
    """

    term: str
    rendering: str
    domain: str
    terms: Terms
    worst: Place | None


@dataclass(frozen=True, slots=True)
class DomainTerms:
    """How the terms of one subject field are rendered.

    Attributes:
        domain: The field; empty for that of concepts which have none.
        concepts: How many of its concepts occur.
        terms: How their terms are rendered.
    """

    domain: str
    concepts: int
    terms: Terms


@dataclass(frozen=True, slots=True)
class Adherence:
    """How the glossary is held.

    Attributes:
        all: All terms.
        domains: By subject field, the worst first.
        concepts: By concept, the worst first; those held throughout are last.
    """

    all: Terms
    domains: tuple[DomainTerms, ...]
    concepts: tuple[ConceptTerms, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a concept is rendered.

    Attributes:
        rendering: The rendering; empty where the glossary knows of none that stands there.
        kind: "preferred", "shape" (it in another shape), "admitted", "form" (the words of one,
            otherwise), "avoided" or "unlisted".
        uses: How often.
    """

    rendering: str
    kind: str
    uses: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How often one article renders a concept in one way.

    Attributes:
        way: The number of the way.
        uses: How often.
        drift: How often it does so by accident, as it seems.
        why: Why it seems so: "avoided", "unlisted", "article" (mostly otherwise in the article),
            "desk" (mostly otherwise in other articles); empty where nothing does.
        place: Where first; where it drifts, if it does.
    """

    way: int
    uses: int
    drift: int
    why: str
    place: Place


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """How one concept is rendered, article by article.

    Attributes:
        term: Its preferred term.
        rendering: Its preferred rendering.
        domain: Its subject field; empty where it has none.
        uses: How often it occurs.
        drift: How often it drifts.
        usual: The number of the commonest way.
        ways: The ways, the preferred one first, those not accepted last.
        cells: How often each article has it in each way, those that drift first.
    """

    term: str
    rendering: str
    domain: str
    uses: int
    drift: int
    usual: int
    ways: tuple[Way, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The consistency matrix: concept x rendering x article.

    Attributes:
        rows: The concepts that are rendered in more than one way, or drift; the worst first.
        alike: How many others there are.
        alike_uses: How often those occur.
    """

    rows: tuple[MatrixRow, ...]
    alike: int
    alike_uses: int

    @property
    def drifting(self) -> int:
        """How many concepts drift."""
        return sum(row.drift > 0 for row in self.rows)

    @property
    def drift(self) -> int:
        """How often a concept drifts."""
        return sum(row.drift for row in self.rows)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A draft, and how sure it is.

    Attributes:
        place: Where.
        confidence: How sure, from 0 to 1.
    """

    place: Place
    confidence: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the machine's drafts are that nobody has approved or changed.

    Attributes:
        bins: How many are from 0 to below 0.1, ... , from 0.9 to 1.
        unknown: How many have no figure.
        median: The middle one; None where there are none.
        lowest: The least sure.
    """

    bins: tuple[int, ...]
    unknown: int
    median: float | None
    lowest: tuple[Doubtful, ...]


@dataclass(frozen=True, slots=True)
class OriginCount:
    """The targets that came about in one way.

    Attributes:
        origin: How: "model", "source", "mended", "memory", "adapted", "rule", "person", "unknown".
        segments: How many segments have one.
        approved: How many of them are approved.
        words: Words of their sources.
    """

    origin: str
    segments: int
    approved: int
    words: int


@dataclass(frozen=True, slots=True)
class Origins:
    """How the targets came about.

    Attributes:
        counts: By how.
        offered: For how many segments the memory offered a similar sentence.
    """

    counts: tuple[OriginCount, ...]
    offered: int


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
