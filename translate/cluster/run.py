"""The run: groups of articles through Ray Data to the workers, and what became of them back."""

import logging
import pickle
import secrets
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padanan.errors import InputError, ModelError, PadananError, UsageError
from padanan.translate.cluster.connect import Cluster, Machine
from padanan.translate.cluster.journal import Journal
from padanan.translate.cluster.kit import Kit
from padanan.translate.cluster.worker import FAILURE, TROUBLE, Worker
from padanan.translate.inputs import Job
from padanan.translate.places import Url
from padanan.translate.result import Result, Status

GROUP = 64
"""Articles that a worker is given at a time: enough for full batches, few enough that little is
done twice when it dies, and that all workers come to an end at about the same time."""

_MOST_CPUS = 4
"""Processors of a worker unless somebody says otherwise. Reading, matching and checks keep one
busy; more than a few others would wait for it. Fewer would need more memory: each worker has a
model and a glossary of its own."""

_LOOKING = 180.0
"""Seconds that a machine has to tell what it lacks: a busy one takes long to start a process."""

_WAITING = 2
"""Groups that a worker is given ahead, so that it need not wait for the next."""


@dataclass(frozen=True, slots=True)
class Fleet:
    """How many workers there are, and how large they are.

    Attributes:
        workers: The most there may be.
        cpus: Processors of each.
    """

    workers: int
    cpus: int

    @classmethod
    def of(cls, cluster: Cluster, workers: int | None = None, cpus: int | None = None) -> "Fleet":
        """The fleet for a cluster.

        Args:
            cluster: The cluster.
            workers: The most workers there may be; by default as many as there is room for.
            cpus: Processors of each; by default four, or as many as the smallest machine has.

        Raises:
            UsageError: No machine has so many processors.
        """
        sizes = [machine.cpus for machine in cluster.machines]
        cpus = cpus or min(_MOST_CPUS, *sizes)
        room = sum(size // cpus for size in sizes)
        if not room:
            raise UsageError(
                f"--cpus-per-worker {cpus}: no machine of the cluster has so many processors "
                f"(the largest has {max(sizes)})."
            )
        return cls(min(workers or room, room), cpus)


def translate_all(
    jobs: Iterable[Job],
    kit: Kit,
    cluster: Cluster,
    fleet: Fleet,
    on_progress: Callable[[int, int], None] | None = None,
    on_trouble: Callable[[str], None] = lambda trouble: None,  # noqa: ARG005
) -> Generator[Result, None, None]:
    """Translate articles on a cluster and yield how it went with each, in order.

    Args:
        jobs: The articles.
        kit: What the workers work with.
        cluster: The cluster.
        fleet: The workers.
        on_progress: Called with the number of articles that are done, and of all.
        on_trouble: Called with what is wrong with the memory: the work goes on without it.

    Raises:
        UsageError: A machine cannot do the work: padanan is not installed, it does not see the
            folder of results ...
        ModelError: The engine failed; results yielded before stand.
    """
    jobs = list(jobs)
    if not jobs:
        return
    ray = cluster.ray
    reference = ray.put(kit)
    with _token(kit) as token:
        _look_around(cluster, reference, token)
    journal = (
        ray.remote(Journal)
        .options(
            num_cpus=0,
            max_restarts=-1,
            max_task_retries=-1,
            scheduling_strategy=_on(ray, ray.get_runtime_context().get_node_id()),
        )
        .remote()
    )
    on_progress = on_progress or (lambda done, total: None)  # noqa: ARG005
    on_progress(0, len(jobs))
    # What comes early waits for its turn: the report of a run is the same as on one machine.
    early: dict[int, Result] = {}
    following = 0
    for answer in _answers(ray, jobs, reference, journal, fleet):
        early |= answer.results
        for trouble in answer.troubles:
            on_trouble(trouble)
        on_progress(following + len(early), len(jobs))
        while following in early:
            yield early.pop(following)
            following += 1
    for number in range(following, len(jobs)):
        yield early[number] if number in early else _lost(jobs[number])


def _lost(job: Job) -> Result:
    error = InputError(f"{job.name}: the cluster gave no answer about it. Run this once more.")
    return Result(job, Status.FAILED, error=error)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a worker has made of a group of articles.

    Attributes:
        results: How it went with each article, by its number.
        troubles: What was wrong with the memory.
    """

    results: dict[int, Result]
    troubles: tuple[str, ...]


def _answers(
    ray: Any, jobs: Sequence[Job], kit: Any, journal: Any, fleet: Fleet
) -> Generator[_Answer, None, None]:
    """The workers' answers, a group at a time.

    Raises:
        ModelError: The engine failed, or the cluster.
    """
    from ray.data import ActorPoolStrategy

    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)
    answers = ray.data.from_blocks(list(_blocks(jobs, fleet))).map_batches(
        Worker,
        batch_size=None,
        compute=ActorPoolStrategy(
            # Fewer than all are enough to go on with: when a machine dies, its workers wait for
            # room on others, which there is only when some of those are let go at the end.
            min_size=1,
            initial_size=fleet.workers,
            max_size=fleet.workers,
            max_tasks_in_flight_per_actor=_WAITING,
        ),
        fn_constructor_args=((kit,), journal, fleet.cpus),
        num_cpus=fleet.cpus,
        # Workers that die are started again, and their work is done once more, without limit:
        # that is Ray Data's default for actors. The journal ends what would never end.
    )
    try:
        for rows in answers.iter_batches(batch_size=None, batch_format="numpy", prefetch_batches=0):
            yield _answer_of(rows)
            journal.end.remote(int(rows["group"][0]))
    except PadananError:
        raise
    except Exception as error:
        raise ModelError(_failed(error)) from error


def _answer_of(rows: dict[str, Any]) -> _Answer:
    values = {
        int(number): pickle.loads(packed)
        for number, packed in zip(rows["number"], rows["result"], strict=True)
    }
    if FAILURE in values:
        raise values[FAILURE]
    trouble = values.pop(TROUBLE, None)
    return _Answer(values, () if trouble is None else (trouble,))


def _failed(error: Exception) -> str:
    reason = " ".join(str(error).split())
    return (
        f"The cluster failed ({type(error).__name__}: {reason[-500:]}). What is done is written; "
        "run this once more for the rest."
    )


def _blocks(jobs: Sequence[Job], fleet: Fleet) -> Iterator[Any]:
    """The articles in groups, as tables with a row for each."""
    import pyarrow as pa

    size = max(1, min(GROUP, -(-len(jobs) // (4 * fleet.workers))))
    for group, start in enumerate(range(0, len(jobs), size)):
        some = range(start, min(start + size, len(jobs)))
        yield pa.table(
            {
                "group": pa.array([group] * len(some), pa.int64()),
                "number": pa.array(some, pa.int64()),
                "job": pa.array([pickle.dumps(jobs[at]) for at in some], pa.binary()),
            }
        )


def _on(ray: Any, node: str) -> Any:
    return ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(node, soft=False)


@contextmanager
def _token(kit: Kit) -> Iterator[str]:
    """A file in the folder of results, by which other machines see that they see it."""
    if isinstance(kit.results, Url):
        yield ""
        return
    # Swept away as a temporary file, should this process be killed.
    name = f".padanan-{secrets.token_hex(6)}.tmp"
    path = Path(kit.results) / name
    path.touch()
    try:
        yield name
    finally:
        with suppress(OSError):
            path.unlink()


def _look_around(cluster: Cluster, kit: Any, token: str) -> None:
    """See that each machine can do the work.

    Raises:
        UsageError: One cannot.
    """
    ray = cluster.ray

    def look(kit: Sequence[Any], token: str) -> str:
        # Sent as it stands, so that it runs where padanan is not.
        try:
            from padanan.translate.cluster.scout import lacking
        except ImportError as error:
            return (
                f"cannot run padanan ({error}). Install it there as on this machine, for the "
                "Python that Ray runs with"
            )
        return lacking(ray.get(kit[0]), token)

    asked = {
        ray.remote(look)
        .options(num_cpus=0, max_retries=1, scheduling_strategy=_on(ray, machine.id))
        .remote((kit,), token): machine
        for machine in cluster.machines
    }
    done, late = ray.wait(list(asked), num_returns=len(asked), timeout=_LOOKING)
    problems = [_answer(ray, asked[one], one) for one in done]
    problems += [f"{asked[one].name} gives no answer" for one in late]
    if problems := [problem for problem in problems if problem]:
        raise UsageError(f"Not all machines of the cluster can do this: {'; '.join(problems)}.")


def _answer(ray: Any, machine: Machine, reference: Any) -> str:
    try:
        lacking = ray.get(reference)
    except ray.exceptions.RayError as error:
        return f"{machine.name} cannot be used ({' '.join(str(error).split())[-300:]})"
    return f"{machine.name} {lacking}" if lacking else ""
