"""Many articles in one go: groups of them share the model, and each is written when it is done.

While the model drafts some groups, in threads of their own, the next is read and matched and the
one before is checked and written, so that the processors do not wait for each other's work. All
that is asked of the memory and put on the disk happens in the caller's thread and in the order of
the articles: what comes out does not depend on what is ready first.
"""

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

from padanan.errors import InputError, PadananError
from padanan.translate.inputs import Job
from padanan.translate.machine import Offer
from padanan.translate.pipeline import Made, Prepared, check, draft, offer, prepare, write
from padanan.translate.resources import Resources
from padanan.translate.result import Options, Result, Status

T = TypeVar("T")

GROUP = 1_000
"""How many segments are collected before the model is asked: enough for full batches of equal
length (with 250 the same work takes a tenth more of the processors), few enough that memory stays
flat and an interrupted run loses little."""

_FIRST = 4
"""The first group is this many times smaller, so that the model can begin early. What matters more:
groups that are drafted at the same time share the model evenly, so that two as large and begun
together would also end together, with nothing left for the model to do while the next begins.
What it costs is little: a sentence that stands in two groups is drafted twice."""

DRAFTED_AT_ONCE = 2
"""Groups that are drafted at the same time: while the drafts of one are held to the glossary, which
is work for one processor, the model has the other's to do."""


def translate_all(
    jobs: Iterable[Job],
    resources: Resources,
    options: Options,
    on_progress: Callable[[int, int], None] | None = None,
) -> Generator[Result, None, None]:
    """Translate articles and yield how it went with each, in order, as soon as it is written.

    Only a few groups of articles are in memory at a time, however many there are. Closing the
    iterator (or Ctrl+C) stops the work within about a second; what is written stands.

    Args:
        jobs: The articles.
        resources: What drafts them, and what the drafts are held to. The engine is not asked at
            all when nothing needs a draft.
        options: What else the run was asked to do.
        on_progress: Called, from whatever thread, with the number of segments that are drafted,
            and the number of those known by now to need it.

    Raises:
        ModelError: The engine failed; results yielded before stand.
    """
    with (
        closing(_groups(jobs, resources, options)) as groups,
        _Drafting(resources, on_progress) as drafting,
    ):
        for group in groups:
            drafting.begin(group)
            if len(drafting) > DRAFTED_AT_ONCE:
                yield from _finish(*drafting.oldest(), resources, options)
        while drafting:
            yield from _finish(*drafting.oldest(), resources, options)


class _Group(NamedTuple):
    """Articles that are drafted together.

    Attributes:
        articles: Each article, or what went wrong with it, in order.
        offered: For each what the memory offers beside its drafts.
    """

    articles: list[Prepared | Result]
    offered: list[Mapping[str, Offer]]

    @property
    def prepared(self) -> list[Prepared]:
        """Those with which nothing went wrong."""
        return [one for one in self.articles if isinstance(one, Prepared)]


def _groups(
    jobs: Iterable[Job], resources: Resources, options: Options
) -> Generator[_Group, None, None]:
    """The articles in groups, each prepared when it is asked for."""
    articles: list[Prepared | Result] = []
    waiting, enough = 0, max(1, GROUP // _FIRST)
    for job in jobs:
        one = _guarded(job, partial(prepare, job, resources, options))
        articles.append(one)
        if isinstance(one, Prepared):
            waiting += len(one.wanting)
        # Articles with nothing to draft fill up a group too, or a long archive that is up to date
        # would be held in memory whole.
        if waiting >= enough or len(articles) >= enough:
            yield _group(articles, resources)
            articles, waiting, enough = [], 0, GROUP
    if articles:
        yield _group(articles, resources)


def _group(articles: list[Prepared | Result], resources: Resources) -> _Group:
    """A group, with what the memory offers after what it has learned from these articles."""
    return _Group(
        articles,
        [offer(one, resources) if isinstance(one, Prepared) else {} for one in articles],
    )


class _StoppedError(Exception):
    """Nobody wants the drafts any more."""


class _Drafting:
    """The groups that are being drafted, each in a thread, the oldest first."""

    def __init__(
        self, resources: Resources, on_progress: Callable[[int, int], None] | None
    ) -> None:
        self._resources = resources
        self._on_progress = on_progress
        self._pool = ThreadPoolExecutor(DRAFTED_AT_ONCE, thread_name_prefix="drafting")
        self._running: deque[tuple[_Group, Future[Made]]] = deque()
        self._stopped = False
        self._counting = threading.Lock()
        self._done = 0
        self._total = 0

    def __len__(self) -> int:
        return len(self._running)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let the threads end; drafts that nobody has asked for are given up."""
        self._stopped = True
        self._pool.shutdown(cancel_futures=True)

    def begin(self, group: _Group) -> None:
        """Have a group drafted when its turn comes."""
        wanted = len({source for one in group.prepared for source in one.wanting})
        self._count(0, wanted)
        made = self._pool.submit(draft, group.prepared, self._resources, self._tell)
        self._running.append((group, made))

    def oldest(self) -> tuple[_Group, Made]:
        """The group begun first and what the model made of it, when that is there.

        Raises:
            ModelError: The engine failed.
        """
        group, made = self._running.popleft()
        return group, made.result()

    def _tell(self, finished: int) -> None:
        """Called from the drafting threads, with what is drafted and before each further step."""
        if self._stopped:
            raise _StoppedError
        self._count(finished, 0)

    def _count(self, finished: int, wanted: int) -> None:
        with self._counting:
            self._done += finished
            self._total += wanted
            if self._on_progress is not None:
                self._on_progress(self._done, self._total)


def _finish(group: _Group, made: Made, resources: Resources, options: Options) -> Iterator[Result]:
    """Check and write the articles of a group."""
    for one, offered in zip(group.articles, group.offered, strict=True):
        if isinstance(one, Prepared):
            yield _guarded(one.job, partial(_complete, one, made, offered, resources, options))
        else:
            yield one


def _complete(
    one: Prepared,
    made: Made,
    offered: Mapping[str, Offer],
    resources: Resources,
    options: Options,
) -> Result:
    drafts = check(one, made, resources, offered)
    return write(one, drafts, resources, options)


def _guarded(job: Job, step: Callable[[], T]) -> T | Result:
    """Take a step with one article; whatever goes wrong with it stays with it."""
    try:
        return step()
    except PadananError as error:
        return Result(job, Status.FAILED, error=error)
    except MemoryError:
        raise  # the next article would fare no better
    except Exception as error:
        return Result(
            job,
            Status.FAILED,
            error=InputError(
                f"{job.name}: padanan failed on this article ({_place(error)}). "
                "That is a fault in padanan; please report it, with the article if you can."
            ),
        )


def _place(error: Exception) -> str:
    """The kind of an error and where it came up; its own words might quote the article."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
