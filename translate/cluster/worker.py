"""A worker: one process on one machine of the cluster, with one model, that translates groups of
articles as one machine does."""

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any

from padanan.errors import InputError, PadananError
from padanan.translate.batch import translate_all
from padanan.translate.cluster import kit as kits
from padanan.translate.cluster.journal import TRIES
from padanan.translate.inputs import Job
from padanan.translate.places import Url
from padanan.translate.result import Result, Status
from padanan.translate.staging import Staging

Batch = dict[str, Any]
"""Columns of a table, by name."""

FAILURE = -1
"""The number of what is no article's result: the error that ends the run."""

TROUBLE = -2
"""The number of what is no article's result: a sentence about the memory."""


class Worker:
    """Translates groups of articles. Ray Data makes one, and asks it for one group after another.

    Args:
        kit: The reference of the kit.
        journal: The journal of the run.
        threads: Processors it may use.
    """

    def __init__(self, kit: Sequence[Any], journal: Any, threads: int) -> None:
        import ray

        self._get: Callable[[Any], Any] = ray.get
        self._journal = journal
        self._kit: kits.Kit = ray.get(kit[0])
        enter(self._kit)
        self._open = ExitStack()
        self._resources = self._open.enter_context(kits.opened(self._kit, threads))

    def __call__(self, batch: Batch) -> Batch:
        """Translate a group of articles: rows with their number and their job, packed; back come
        rows with their number and what became of them, packed."""
        import numpy as np

        group = int(batch["group"][0])
        jobs = {
            int(number): pickle.loads(job)
            for number, job in zip(batch["number"], batch["job"], strict=True)
        }
        begun = self._get(self._journal.begin.remote(group))
        rows = dict(begun.done)
        wanting = {number: job for number, job in jobs.items() if number not in rows}
        work = self._together if begun.tries == 1 else self._alone
        try:
            for number, result in work(wanting):
                rows[number] = pickle.dumps(result)
                self._journal.tell.remote(group, number, rows[number])
        except PadananError as error:
            rows[FAILURE] = pickle.dumps(error)
        if self._resources.memory is not None and self._resources.memory.trouble:
            rows[TROUBLE] = pickle.dumps(self._resources.memory.trouble)
        packed = np.empty(len(rows), dtype=object)
        packed[:] = list(rows.values())
        return {
            "group": np.full(len(rows), group),
            "number": np.array(list(rows), dtype=np.int64),
            "result": packed,
        }

    def _together(self, jobs: dict[int, Job]) -> Iterator[tuple[int, Result]]:
        """Translate articles as one machine does."""
        return zip(jobs, self._translated(jobs.values()), strict=True)

    def _alone(self, jobs: dict[int, Job]) -> Iterator[tuple[int, Result]]:
        """Translate one article after the other: one of them may have killed a worker."""
        for number, job in jobs.items():
            tries = 1 + self._get(self._journal.begin_alone.remote(number))
            if tries > TRIES:
                yield number, Result(job, Status.FAILED, error=InputError(_given_up(job)))
            else:
                yield from zip((number,), self._translated([job]), strict=True)

    def _translated(self, jobs: Iterable[Job]) -> Iterator[Result]:
        results, options = self._kit.results, self._kit.options
        if isinstance(results, Url):
            return Staging(results).translate(jobs, self._resources, options)
        return translate_all(jobs, self._resources, options)


def _given_up(job: Job) -> str:
    return (
        f"{job.name}: was given up after {TRIES} tries, in each of which its worker died. Perhaps "
        "there is not enough memory for it, or it crashes the model. Translate it alone on one "
        "machine to see what happens; the others are done."
    )


def enter(kit: kits.Kit) -> None:
    """Go to the folder that paths count from, if it is there: it need not be where all are URLs."""
    if os.path.isdir(kit.folder):  # noqa: PTH112 - as text
        os.chdir(kit.folder)
