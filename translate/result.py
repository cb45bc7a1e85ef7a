"""What a run is asked to do, and how it went with each article."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from padanan.errors import PadananError
from padanan.translate.bilingual import Entry
from padanan.translate.enforce import Tried
from padanan.translate.inputs import Job
from padanan.translate.outdated import Outdated


class Status(StrEnum):
    """What a run did for an article."""

    NEW = "new"
    """Translated for the first time."""

    UPDATED = "updated"
    """The article, the engine or a person's work had changed, and the results with it."""

    UNCHANGED = "unchanged"
    """Nothing to do."""

    FAILED = "failed"
    """It could not be read or written; whatever was there before is untouched."""


@dataclass(frozen=True, slots=True)
class Explained:
    """How the draft of a segment came about.

    Attributes:
        entry: The segment with its draft.
        tried: The candidates that were looked at on the way.
    """

    entry: Entry
    tried: tuple[Tried, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """How it went with one article.

    Attributes:
        job: The article and its places.
        status: What was done.
        segments: How many segments it has.
        drafted: How many of them got a new draft.
        terms: How the terms in these came to be held: a number for each step.
        findings: How many findings the checks have in these.
        kept: How many of them a person has approved or changed; they were left alone.
        skipped: How many lines were left out as furniture.
        outdated: Work of a person's that the glossary, which has changed, would have otherwise.
        explained: How the new drafts came about, where that was asked for.
        warnings: Sentences about what a person should look at.
        error: Why it failed, when it did.
    """

    job: Job
    status: Status
    segments: int = 0
    drafted: int = 0
    terms: Mapping[str, int] = field(default_factory=dict)
    findings: int = 0
    kept: int = 0
    skipped: int = 0
    outdated: tuple[Outdated, ...] = ()
    explained: tuple[Explained, ...] = ()
    warnings: tuple[str, ...] = ()
    error: PadananError | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked to do beyond the plain thing.

    Attributes:
        force: Make new machine drafts even where the old ones are fresh.
        page: Write the side-by-side page too.
        explain: Tell how the new drafts came about.
    """

    force: bool = False
    page: bool = False
    explain: bool = False
