"""What a worker works with: packed by the machine that starts the run, opened on each other."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from padanan import __version__
from padanan.address import Address
from padanan.errors import ModelError, PadananError
from padanan.glossary import Concept, Glossary
from padanan.translate.checks import CheckSettings
from padanan.translate.engine import Engine, load
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.recall import Recall
from padanan.translate.resources import Resources
from padanan.translate.result import Options
from padanan.translate.termbase import Termbase


@dataclass(frozen=True, slots=True)
class Kit:
    """What the workers of a run are given. All are given the same.

    Attributes:
        folder: The working folder, from which paths count.
        models: What names the model's package, to be tried in this order.
        beam: How many candidates the model weighs.
        recipe: What `Engine.recipe` has to be.
        versions: What has to be installed: the program, and the library that runs the model.
        glossary: The glossary's concepts, read once; None for no glossary.
        cldr: Whether CLDR's names stand below them.
        fingerprint: What tells it from others.
        snapshot: The memory as it was when the run began, as the bytes of an SQLite file; None
            where there is none, or it is a server's.
        server: The address of a memory that is a server's, which the workers ask themselves.
        checks: How strict the checks are.
        options: What the run was asked to do.
        results: Where the results go.
    """

    folder: str
    models: tuple[str, ...]
    beam: int
    recipe: str
    versions: tuple[str, str]
    glossary: tuple[Concept, ...] | None
    cldr: bool
    fingerprint: str
    snapshot: bytes | None
    server: Address | None
    checks: CheckSettings
    options: Options
    results: Path


def packed(
    resources: Resources, options: Options, results: Path, *, model: str | None, beam: int
) -> Kit:
    """What the workers are to be given.

    Args:
        resources: What the run works with.
        options: What it was asked to do.
        results: Where the results go.
        model: What names the model, as a person said it; None for the default.
        beam: How many candidates it weighs.

    Raises:
        PadananError: The glossary cannot be read, or the memory.
    """
    engine, termbase, memory = resources.engine, resources.termbase, resources.memory
    place = None if memory is None else memory.place
    return Kit(
        folder=os.getcwd(),  # noqa: PTH109 - as text
        models=_models(engine, model),
        beam=beam,
        recipe=engine.recipe,
        versions=versions(),
        glossary=None if termbase is None else termbase.glossary.concepts,
        cldr=termbase is not None and bool(termbase.glossary.builtin),
        fingerprint="" if termbase is None else termbase.fingerprint,
        snapshot=_snapshot(place) if isinstance(place, Path) else None,
        server=place if isinstance(place, Address) else None,
        checks=resources.checks,
        options=options,
        results=results,
    )


def versions() -> tuple[str, str]:
    """The versions here of what drafts depend on: padanan, CTranslate2."""
    return __version__, version("ctranslate2")


def _models(engine: Engine, model: str | None) -> tuple[str, ...]:
    if not isinstance(engine, CTranslateEngine) or engine.package.origin == "embedded":
        return ("embedded",)
    package = engine.package
    named = (model,) if model else ()
    return tuple(dict.fromkeys((str(package.folder.absolute()), *named, package.folder.name)))


def _snapshot(path: Path) -> bytes | None:
    """A memory's file as it is at one moment, whoever is writing in it; None where there is none.

    SQLite copies it, for the bytes of a file that is being written may belong to two moments.
    """
    if not path.exists():
        return None
    with TemporaryDirectory(prefix="padanan-") as folder:
        copy = Path(folder) / "memory.sqlite"
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
        return copy.read_bytes()


def engine_of(kit: Kit, jobs: int | None) -> Engine:
    """The engine that a kit asks for, on this machine.

    Args:
        kit: The kit.
        jobs: Translations to run at the same time.

    Raises:
        ModelError: It is not here, or it is another.
    """
    problem: ModelError | None = None
    for model in kit.models:
        try:
            engine = load(model, beam=kit.beam, jobs=jobs)
        except ModelError as error:
            problem = problem or error
            continue
        if engine.recipe == kit.recipe:
            return engine
        problem = ModelError(f"the model here is {engine.recipe}, not {kit.recipe}")
    raise problem or ModelError("there is no model")


@contextmanager
def opened(kit: Kit, jobs: int) -> Iterator[Resources]:
    """What a run works with, on this machine.

    Args:
        kit: The kit.
        jobs: Translations to run at the same time.

    Raises:
        PadananError: Something is not here.
    """
    termbase = None
    if (concepts := kit.glossary) is not None:
        termbase = Termbase(lambda: Glossary(concepts, cldr=kit.cldr), kit.fingerprint)
    memory = _memory(kit)
    try:
        yield Resources(engine_of(kit, jobs), termbase, memory, kit.checks)
    finally:
        if memory is not None:
            memory.close()


def _memory(kit: Kit) -> Recall | None:
    if kit.server is not None:
        return Recall(kit.server, learning=False)
    if kit.snapshot is None:
        return None
    with TemporaryDirectory(prefix="padanan-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "memory.sqlite"
        path.write_bytes(kit.snapshot)
        memory = Recall(path, learning=False)
        # It is open by now. Without a name it takes no room on the disk once the worker has gone,
        # however that ends.
        with suppress(OSError, PadananError):
            path.unlink()
        return memory
