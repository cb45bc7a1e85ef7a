"""The figures that a report is made of: work, findings, terms, places."""

from dataclasses import dataclass
from enum import StrEnum


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
