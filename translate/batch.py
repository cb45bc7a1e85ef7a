"""Many articles in one go: groups of them share the model, and each is written when it is done."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from padanan.errors import OutputError, PadananError
from padanan.translate.engine.protocol import Engine
from padanan.translate.inputs import Job
from padanan.translate.lock import hold
from padanan.translate.pipeline import Options, Prepared, Result, Status, draft, prepare, write

GROUP = 1_000
"""How many segments are collected before the model is asked: enough for full batches of like
length, few enough that memory stays flat and an interrupted run loses little."""


def translate_all(
    jobs: Iterable[Job],
    engine: Engine,
    options: Options,
    on_progress: Callable[[int, int], None] | None = None,
) -> Iterator[Result]:
    """Translate articles and yield how it went with each, in order, as soon as it is written.

    Args:
        jobs: The articles.
        engine: What drafts them. It is not asked at all when nothing needs a draft.
        options: What else the run was asked to do.
        on_progress: Called with the number of segments of the present group that are drafted,
            and the number of segments in that group.

    Raises:
        ModelError: The engine failed; results yielded before stand.
    """
    group: list[Prepared | Result] = []
    waiting = 0
    for job in jobs:
        try:
            one = prepare(job, engine.recipe, options)
        except PadananError as error:
            group.append(Result(job, Status.FAILED, error=error))
        else:
            group.append(one)
            waiting += len(one.wanting)
        # Articles with nothing to draft fill up a group too, or a long archive that is up to date
        # would be held in memory whole.
        if waiting >= GROUP or len(group) >= GROUP:
            yield from _finish(group, engine, options, on_progress)
            group, waiting = [], 0
    yield from _finish(group, engine, options, on_progress)


def _finish(
    group: list[Prepared | Result],
    engine: Engine,
    options: Options,
    on_progress: Callable[[int, int], None] | None,
) -> Iterator[Result]:
    prepared = [one for one in group if isinstance(one, Prepared)]
    total = len({source for one in prepared for source in one.wanting})
    done = 0

    def count(finished: int) -> None:
        nonlocal done
        done += finished
        if on_progress is not None:
            on_progress(done, total)

    drafts = draft(prepared, engine, count)
    for one in group:
        if isinstance(one, Result):
            yield one
            continue
        try:
            yield write(one, drafts, engine, options)
        except PadananError as error:
            yield Result(one.job, Status.FAILED, error=error)


@contextmanager
def desk(out: Path) -> Iterator[None]:
    """Hold the desk `out` for a run; the folder is made if need be.

    Raises:
        OutputError: Another padanan is at work there, or the folder cannot be written.
    """
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: this is a file, not a folder. Choose another one with -o.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be written ({error.strerror or error}). Choose another folder with -o."
        ) from error
    with hold(out):
        yield
