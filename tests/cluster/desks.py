"""Desks for the tests of the cluster: articles, a glossary, a memory; and articles that kill."""

import json
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from padanan.glossary import Concept, Glossary, PartOfSpeech
from padanan.translate.engine import load
from padanan.translate.inputs import Job, collect
from padanan.translate.memory import Memory, Unit
from padanan.translate.recall import Recall
from padanan.translate.resources import Resources
from padanan.translate.result import Result
from padanan.translate.termbase import Termbase

QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    "RAY_DEDUP_LOGS": "0",
}

GLOSSARY = Glossary(
    [
        Concept(("rumah",), ("home",), pos=PartOfSpeech.NOUN),
        Concept(("negara",), ("country",), pos=PartOfSpeech.NOUN),
    ]
)

_WORDS = ["rumah", "besar", "presiden", "negara", "dan", "sakit"]


def sentence(seed: int) -> str:
    """A sentence of four to seven words that the small engine knows."""
    words = [_WORDS[(seed * 7 + at * at + seed // (at + 1)) % 6] for at in range(4 + seed % 4)]
    return f"{' '.join(words)} {seed}."


def text(seed: int) -> str:
    """An article: a headline and three paragraphs, of which one is in all others."""
    return "\n\n".join(
        (f"Presiden {seed}", sentence(seed), sentence(seed + 1), "negara besar dan rumah sakit.")
    )


def archive(folder: Path, number: int = 12) -> tuple[Path, ...]:
    """Articles in a folder, a file of lines and a table; returns the three."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    third = number // 3
    news = folder / "news"
    for at in range(third):
        path = news / f"{at % 3}" / f"a{at}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(at), "utf-8")
    lines = folder / "archive.jsonl"
    rows = [{"id": f"lines/{at}", "text": text(at)} for at in range(third, 2 * third)]
    rows.insert(1, {"id": "../escape", "text": "rumah"})
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    table = folder / "archive.parquet"
    ids = range(2 * third, number)
    columns = {"id": [f"table/{at}" for at in ids], "text": [text(at) for at in ids]}
    pq.write_table(pa.table(columns), table, row_group_size=2)
    return news, lines, table


def memory(path: Path) -> Path:
    """A memory with exact, adapted and similar hits for these articles."""
    with Memory.open(path) as made:
        made.store(
            [
                Unit("negara besar dan rumah sakit.", "A great state and a hospital.", "x", "s1"),
                Unit(sentence(3), "Three of them.", "x", "s2"),
                Unit(sentence(5).replace("5.", "77."), "There are 77 of them.", "x", "s3"),
            ]
        )
    return path


@contextmanager
def opened(package: Path, memory: Path | None = None) -> Iterator[Resources]:
    """What a run works with: the engine of a package, the glossary, a memory."""
    recall = None if memory is None else Recall(memory)
    engine = load(str(package), beam=2, jobs=1)
    try:
        yield Resources(engine, Termbase(lambda: GLOSSARY, "fixed"), recall)
    finally:
        if recall is not None:
            recall.close()


def jobs_of(paths: Sequence[Path], out: Path) -> list[Job]:
    """The articles of paths."""
    return [job for job in collect(paths, out) if isinstance(job, Job)]


def files(folder: Path) -> dict[str, bytes]:
    """What a folder of results holds, by name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".sqlite"
    }


def plain(results: Sequence[Result]) -> list[tuple[object, ...]]:
    """What a report says of results, wherever they lie."""
    return [
        (
            one.job.name,
            one.status,
            one.segments,
            one.drafted,
            dict(one.terms),
            one.findings,
            one.warnings,
            None if one.error is None else one.error.message,
        )
        for one in results
    ]


@dataclass(frozen=True, slots=True)
class Deadly:
    """An article that kills the worker that reads it, so often.

    Attributes:
        place: Its file.
        diary: A file that gets a line at each reading.
        times: How often it kills.
    """

    place: Path
    diary: Path
    times: int

    @property
    def member(self) -> str:
        """Nothing: the file is the article."""
        return ""

    def content(self, name: str) -> tuple[bytes, str]:  # noqa: ARG002
        """Its bytes; see `Source.content`."""
        with self.diary.open("a") as diary:
            diary.write(f"{os.getpid()}\n")
        if len(self.diary.read_text().splitlines()) <= self.times:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.place.read_bytes(), ".txt"


def deadly(job: Job, diary: Path, times: int) -> Job:
    """An article that kills the worker that reads it, so often."""
    assert isinstance(job.source, Path)
    return replace(job, source=Deadly(job.source.absolute(), diary, times))
