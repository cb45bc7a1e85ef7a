"""The one way through the house for an article: read, segment, remember, draft, write."""

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote

from padanan.errors import InputError, OutputError, PadananError
from padanan.files import write_atomic
from padanan.translate import bilingual, english
from padanan.translate.article import Article, SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint
from padanan.translate.byrule import by_rule
from padanan.translate.engine.protocol import Engine
from padanan.translate.inputs import Job
from padanan.translate.keep import Draft, assemble, remember
from padanan.translate.page import render
from padanan.translate.read import describe, read
from padanan.translate.segment import segment


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


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article read and segmented, with what stands of an earlier run."""

    job: Job
    segmented: SegmentedArticle
    kept: Mapping[str, Entry]
    ruled: Mapping[str, Draft]

    @property
    def wanting(self) -> list[str]:
        """The sources of the segments that need the model, in reading order."""
        return [
            segment.source
            for segment in self.segmented.segments
            if segment.id not in self.kept and segment.source not in self.ruled
        ]


def prepare(job: Job, recipe: str, options: Options) -> Prepared:
    """Read -> segment -> remember, and the targets that rules give.

    Raises:
        PadananError: The article or its bilingual file cannot be used.
    """
    segmented = _segmented(read(job.source, job.name))
    kept = remember(segmented, _previous(job), recipe, force=options.force)
    return Prepared(job, segmented, kept, _ruled(segmented))


LONGEST_ARTICLE = 5_000_000
"""Characters an article may have. The longest novels have three million; what is longer has come
into the folder by mistake, and would hold up all the others for hours."""


def _segmented(article: Article) -> SegmentedArticle:
    length = sum(len(block.text) for block in article.blocks)
    if length > LONGEST_ARTICLE:
        raise InputError(
            f"{article.name}: {length:,} characters are far more than an article. If it holds "
            "many articles, split it into a file for each."
        )
    return segment(article)


def _ruled(segmented: SegmentedArticle) -> dict[str, Draft]:
    """The drafts that rules can make, by source text."""
    return {
        one.source: Draft(text, "rule")
        for block, segments in segmented.by_block()
        for one in segments
        if (text := by_rule(block, one)) is not None
    }


def draft(
    prepared: Sequence[Prepared], engine: Engine, on_progress: Callable[[int], None] | None = None
) -> dict[str, Draft]:
    """Drafts for every segment that needs one, by source text; all articles together.

    Raises:
        ModelError: The engine failed.
    """
    return _ask([source for one in prepared for source in one.wanting], engine, on_progress)


def _ask(
    wanted: Iterable[str], engine: Engine, on_progress: Callable[[int], None] | None
) -> dict[str, Draft]:
    sources = list(dict.fromkeys(wanted))
    if not sources:
        return {}
    candidates = engine.translate(sources, on_progress=on_progress)
    return {
        source: Draft(best.text, "model", best.score)
        for source, (best, *_) in zip(sources, candidates, strict=True)
    }


def write(
    prepared: Prepared, drafts: Mapping[str, Draft], engine: Engine, options: Options
) -> Result:
    """Assemble -> write: the English text and the bilingual file, each only if it changed.

    The bilingual file is read once more first, so that what a person saved meanwhile in another
    program is kept.

    Raises:
        PadananError: A result cannot be written, or the bilingual file has been damaged meanwhile.
    """
    job, segmented = prepared.job, prepared.segmented
    previous = _previous(job)
    kept = dict(prepared.kept) | {
        id_: entry
        for id_, entry in remember(segmented, previous, engine.recipe, force=options.force).items()
        if entry.touched
    }
    drafts = {**drafts, **prepared.ruled}
    entries, obsolete = assemble(segmented, previous, kept, drafts)
    text = english.compose(segmented, entries)
    warnings = list(segmented.article.warnings)
    drafted = sum(entry.id not in kept and entry.state is State.DRAFT for entry in entries)
    now = Bilingual(
        article=_relative(job),
        sha256=segmented.article.sha256,
        engine=engine.signature if drafted or previous is None else previous.engine,
        recipe=engine.recipe,
        english=fingerprint(text),
        entries=entries,
        obsolete=obsolete,
        headers=previous.headers if previous else (),
    )
    try:
        job.bilingual.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{job.bilingual.parent}: this folder cannot be made ({error.strerror or error}). "
            "Choose another one with -o."
        ) from error
    written = english.save(job.english, text, previous.english if previous else "")
    if written is english.Saved.LEFT:
        warnings.append(
            f"{job.english} was changed by hand, so it was left as it is. Corrections are safe in "
            f"{job.bilingual.name}, which the English text is made from; rename the text or "
            "delete it to have it made again."
        )
    changed = written is english.Saved.WRITTEN
    # The English text first: if the run is killed in between, the next one finds it as expected.
    if now != previous:
        bilingual.save(job.bilingual, now)
        changed = True
    if options.page:
        changed |= _write_if_changed(job.page, render(now, describe))
    status = Status.UPDATED if changed else Status.UNCHANGED
    if changed and previous is None:
        status = Status.NEW
    return Result(
        job,
        status,
        segments=len(segmented.segments),
        drafted=drafted,
        kept=sum(entry.touched for entry in entries if entry.state is not State.SKIPPED),
        skipped=sum(entry.state is State.SKIPPED for entry in entries),
        warnings=tuple(warnings),
    )


def translate_once(
    article: Article, engine: Engine, on_progress: Callable[[int], None] | None = None
) -> tuple[SegmentedArticle, tuple[Entry, ...]]:
    """Translate an article that lies in no desk, keeping nothing (standard input).

    Raises:
        InputError: The article is too long.
        ModelError: The engine failed.
    """
    segmented = _segmented(article)
    ruled = _ruled(segmented)
    wanting = [one.source for one in segmented.segments if one.source not in ruled]
    drafts = _ask(wanting, engine, on_progress)
    entries, _ = assemble(segmented, None, {}, {**drafts, **ruled})
    return segmented, entries


def _previous(job: Job) -> Bilingual | None:
    """The article's bilingual file so far.

    Raises:
        InputError: It is damaged, or belongs to another article that is still there.
    """
    previous = bilingual.load(job.bilingual)
    if previous is None or previous.article == _relative(job):
        return previous
    article = unquote(previous.article, errors="surrogateescape")
    owner = Path(os.path.normpath(job.bilingual.parent / article))
    if owner.exists():
        raise OutputError(
            f"{job.name}: its results would overwrite {job.bilingual}, which belongs to {owner}. "
            "Rename one of the two articles, or choose another folder with -o."
        )
    return previous


def _relative(job: Job) -> str:
    """The article's path from its bilingual file, so that a desk can be moved as a whole."""
    source, folder = os.path.realpath(job.source), os.path.realpath(job.bilingual.parent)
    with contextlib.suppress(ValueError):  # another drive
        source = os.path.relpath(source, folder)
    return _UNFIT.sub(
        lambda m: "".join(f"%{byte:02X}" for byte in os.fsencode(m[0])), Path(source).as_posix()
    )


_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f%\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What may stand in a file's name but not in a bilingual file; written as in an address."""


def _write_if_changed(path: Path, text: str) -> bool:
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass  # not there, or write_atomic will say what is wrong
    write_atomic(path, data)
    return True
