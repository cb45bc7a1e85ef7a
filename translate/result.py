"""What a run is asked to do, and how it went with each article."""

from dataclasses import dataclass
from enum import StrEnum

from padanan.errors import PadananError
from padanan.translate.inputs import Job


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
class Result:
    """How it went with one article.

    Attributes:
        job: The article and its places.
        status: What was done.
        segments: How many segments it has.
        drafted: How many of them got a new draft.
        kept: How many of them a person has approved or changed; they were left alone.
        skipped: How many lines were left out as furniture.
        warnings: Sentences about what a person should look at.
        error: Why it failed, when it did.
    """

    job: Job
    status: Status
    segments: int = 0
    drafted: int = 0
    kept: int = 0
    skipped: int = 0
    warnings: tuple[str, ...] = ()
    error: PadananError | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked to do beyond the plain thing.

    Attributes:
        force: Make new machine drafts even where the old ones are fresh.
        page: Write the side-by-side page too.
    """

    force: bool = False
    page: bool = False
