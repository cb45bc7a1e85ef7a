"""Many articles in one go: groups of them share the model, and each is written when it is done."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from padanan.errors import InputError, PadananError
from padanan.translate.inputs import Job
from padanan.translate.pipeline import Made, Prepared, check, draft, offer, prepare, write
from padanan.translate.resources import Resources
from padanan.translate.result import Options, Result, Status

T = TypeVar("T")

GROUP = 1_000
"""How many segments are collected before the model is asked: enough for full batches of like
length, few enough that memory stays flat and an interrupted run loses little."""


def translate_all(
    jobs: Iterable[Job],
    resources: Resources,
    options: Options,
    on_progress: Callable[[int, int], None] | None = None,
) -> Iterator[Result]:
    """Translate articles and yield how it went with each, in order, as soon as it is written.

    Args:
        jobs: The articles.
        resources: What drafts them, and what the drafts are held to. The engine is not asked at
            all when nothing needs a draft.
        options: What else the run was asked to do.
        on_progress: Called with the number of segments of the present group that are drafted,
            and the number of segments in that group.

    Raises:
        ModelError: The engine failed; results yielded before stand.
    """
    group: list[Prepared | Result] = []
    waiting = 0
    for job in jobs:
        one = _guarded(job, partial(prepare, job, resources, options))
        group.append(one)
        if isinstance(one, Prepared):
            waiting += len(one.wanting)
        # Articles with nothing to draft fill up a group too, or a long archive that is up to date
        # would be held in memory whole.
        if waiting >= GROUP or len(group) >= GROUP:
            yield from _finish(group, resources, options, on_progress)
            group, waiting = [], 0
    yield from _finish(group, resources, options, on_progress)


def _finish(
    group: list[Prepared | Result],
    resources: Resources,
    options: Options,
    on_progress: Callable[[int, int], None] | None,
) -> Iterator[Result]:
    prepared = [one for one in group if isinstance(one, Prepared)]
    total = len({source for one in prepared for source in one.wanting})
    done = 0
    if on_progress is not None:
        on_progress(0, total)

    def count(finished: int) -> None:
        nonlocal done
        done += finished
        if on_progress is not None:
            on_progress(done, total)

    made = draft(prepared, resources, count)
    for one in group:
        if isinstance(one, Prepared):
            yield _guarded(one.job, partial(_complete, one, made, resources, options))
        else:
            yield one


def _complete(one: Prepared, made: Made, resources: Resources, options: Options) -> Result:
    drafts = offer(one, check(one, made, resources), resources)
    return write(one, drafts, resources, options)


def _guarded(job: Job, step: Callable[[], T]) -> T | Result:
    """Take a step with one article; whatever goes wrong with it stays with it."""
    try:
        return step()
    except PadananError as error:
        return Result(job, Status.FAILED, error=error)
    except Exception as error:
        return Result(
            job,
            Status.FAILED,
            error=InputError(
                f"{job.name}: padanan failed on this article ({type(error).__name__}: {error}). "
                "That is a fault in padanan; please report it, with the article if you can."
            ),
        )
