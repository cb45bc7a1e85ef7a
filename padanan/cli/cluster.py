"""`padanan translate --cluster`: where the work is done, and where articles and results may lie."""

import os
import sys
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from padanan.cli.talk import say
from padanan.errors import UsageError

if TYPE_CHECKING:
    from padanan.cli.resources import Opened
    from padanan.translate.inputs import Job
    from padanan.translate.result import Options, Result


class _Place(click.Path):
    """A path, or a URL that fsspec opens."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and "://" in value:
            from padanan.translate.places import place

            return place(value)
        return super().convert(value, param, ctx)


PLACE = _Place(path_type=Path)
"""The type of what may also lie at a URL."""

_OPTIONS = (
    click.option(
        "--cluster",
        "address",
        metavar="ADDRESS",
        help="Share the work out to the machines of a Ray cluster: auto (the one that runs here), "
        "local (this machine alone), HOST:PORT or ray://HOST:PORT.",
    ),
    click.option(
        "--workers",
        type=click.IntRange(1, 100_000),
        help="With --cluster: the most workers, each with a model of its own.  [default: as many "
        "as there is room for]",
    ),
    click.option(
        "--cpus-per-worker",
        type=click.IntRange(1, 256),
        help="With --cluster: processors of each worker.  [default: 4, or as many as the smallest "
        "machine has]",
    ),
)


def cluster_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options --cluster, --workers and --cpus-per-worker."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Where:
    """Where the work is done.

    Attributes:
        address: The cluster; None for this machine, without one.
        workers: The most workers; None for as many as there is room for.
        cpus: Processors of each; None for the default.
        model: What names the model; None for the default.
        beam: How many candidates it weighs.
    """

    address: str | None
    workers: int | None
    cpus: int | None
    model: str | None
    beam: int

    def __post_init__(self) -> None:
        if self.address is None and (self.workers or self.cpus):
            raise UsageError("--workers and --cpus-per-worker go with --cluster ADDRESS.")


def home(results: Path) -> Path:
    """The folder by which the settings of a run are looked for: where the results lie at a URL, it
    is the current one."""
    from padanan.translate.places import Url

    return Path() if isinstance(results, Url) else results


def open_results(results: Path) -> None:
    """See that the results can be written, before hours of work rather than after.

    Raises:
        PadananError: They cannot.
    """
    from padanan.translate import places
    from padanan.translate.lock import open_desk

    if isinstance(results, places.Url):
        places.read_if_there(results / ".padanan")  # whether somebody answers
    else:
        open_desk(results)


def translate_all(
    jobs: "Iterable[Job]",
    opened: "Opened",
    options: "Options",
    results: Path,
    where: Where,
    on_progress: Callable[[int, int], None] | None,
) -> "Generator[Result, None, None]":
    """Translate articles, here or on a cluster, and yield how it went with each, in order.

    Args:
        jobs: The articles.
        opened: What the run works with.
        options: What it was asked to do.
        results: Where the results go.
        where: Where the work is done.
        on_progress: Called with what is done, and all there is.

    Raises:
        UsageError: There is no such cluster, or it cannot do the work.
        ModelError: The engine failed.
    """
    from padanan.translate import batch
    from padanan.translate.learning import learn_all
    from padanan.translate.places import Url
    from padanan.translate.staging import Staging

    resources = opened.resources
    learn_all(results, resources.memory)
    if where.address is not None:
        yield from _on_cluster(list(jobs), opened, options, results, where, on_progress)
    elif isinstance(results, Url):
        yield from Staging(results).translate(jobs, resources, options)
    else:
        yield from batch.translate_all(jobs, resources, options, on_progress)


def _on_cluster(
    jobs: "list[Job]",
    opened: "Opened",
    options: "Options",
    results: Path,
    where: Where,
    on_progress: Callable[[int, int], None] | None,
) -> "Generator[Result, None, None]":
    from padanan.translate import cluster

    assert where.address is not None
    told: set[str] = set()

    def tell(trouble: str) -> None:
        if trouble not in told:
            told.add(trouble)
            say(f"warning: {trouble} The work went on without the memory.")

    kit = cluster.packed(opened.resources, options, results, model=where.model, beam=where.beam)
    with cluster.connect(where.address) as joined:
        fleet = cluster.Fleet.of(joined, where.workers, where.cpus)
        say(
            f"{len(joined.machines)} machine{'s' * (len(joined.machines) > 1)}, up to "
            f"{fleet.workers} worker{'s' * (fleet.workers > 1)} with {fleet.cpus} processor"
            f"{'s' * (fleet.cpus > 1)} each."
        )
        yield from cluster.translate_all(jobs, kit, joined, fleet, on_progress, tell)


@contextmanager
def quiet(where: Where) -> Iterator[None]:
    """Keep Ray's own words from the person's terminal and out of the data: they are about itself,
    and are in its logs too. Some come from its native code, past Python; some to stdout.

    Nothing of ours goes to stdout meanwhile.
    """
    if where.address is None:
        yield
        return
    with ExitStack() as stack:
        null = stack.enter_context(open(os.devnull, "w"))  # noqa: PTH123 - no path of a person's
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        stack.enter_context(redirect_stdout(null))
        stack.enter_context(_past_python(null))
        yield


@contextmanager
def _past_python(null: TextIO) -> Iterator[None]:
    """What is written to stderr past Python is lost; what Python writes there is not."""
    shown = sys.stderr
    try:
        number = shown.fileno()
    except (AttributeError, OSError, ValueError):  # closed, or no file of the system's
        yield
        return
    shown.flush()
    before = os.dup(number)
    try:
        with (
            os.fdopen(os.dup(before), "w", encoding=shown.encoding, buffering=1) as ours,
            redirect_stderr(ours),
        ):
            os.dup2(null.fileno(), number)
            yield
    finally:
        os.dup2(before, number)
        os.close(before)
