"""Laying an article's results down: the bilingual file, the English text and the page."""

from collections.abc import Sequence
from dataclasses import replace

from padanan.translate import bilingual
from padanan.translate.article import SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.english import EnglishText, compose
from padanan.translate.inputs import Job
from padanan.translate.outputs import relative, write_if_changed
from padanan.translate.page import render
from padanan.translate.read import describe
from padanan.translate.resources import Resources
from padanan.translate.result import Status


def lay_down(
    job: Job,
    segmented: SegmentedArticle,
    previous: Bilingual | None,
    entries: tuple[Entry, ...],
    obsolete: tuple[Entry, ...],
    resources: Resources,
    *,
    asked: bool,
    page: bool,
) -> tuple[Status, tuple[str, ...]]:
    """Write each result that has changed. To be called under the lock of the folder.

    Args:
        job: The article and its places.
        segmented: The article.
        previous: What the bilingual file says now.
        entries: What it is to say.
        obsolete: Its obsolete entries.
        resources: What the run worked with.
        asked: Whether the engine made some of the drafts in this run.
        page: Whether the side-by-side page is wanted, also where there is none yet.

    Returns:
        What was done, and sentences about what a person should look at.

    Raises:
        OutputError: A result cannot be written.
    """
    engine, termbase = resources.engine, resources.termbase
    text = EnglishText.look(job.english, compose(entries), previous.english if previous else "")
    now = Bilingual(
        article=relative(job),
        sha256=segmented.article.sha256,
        engine=engine.signature if asked or previous is None else previous.engine,
        recipe=engine.recipe,
        english=text.ours,
        entries=entries,
        obsolete=obsolete,
        headers=previous.headers if previous else (),
        credits=previous.credits if previous else "",
        glossary=termbase.fingerprint if termbase is not None else "",
    )
    # Another glossary that changes nothing here is no reason to write the file.
    changed = previous is None or replace(now, glossary=previous.glossary) != previous
    if changed:
        bilingual.save(job.bilingual, now)
    changed |= text.write()
    if page or job.page.exists():
        changed |= write_if_changed(job.page, render(now, describe))
    status = Status.UPDATED if changed else Status.UNCHANGED
    if changed and previous is None:
        status = Status.NEW
    return status, (*segmented.article.warnings, *_doubts(job, entries, text))


def _doubts(job: Job, entries: Sequence[Entry], text: EnglishText) -> list[str]:
    """Sentences about results that a person should look at."""
    doubts: list[str] = []
    if all(entry.state is State.SKIPPED for entry in entries):
        doubts.append(
            f"{job.name}: every line of it looks like furniture of a web page, so its English "
            f"text is empty. {job.bilingual} says why."
        )
    if doubt := text.doubt(job.bilingual.name):
        doubts.append(doubt)
    return doubts
