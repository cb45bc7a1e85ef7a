"""How quickly and how surely the translation memory finds similar sentences.

    uv run --with translate-toolkit python bench/memory.py [CORPUS] [--units N] [--queries N]

CORPUS is a TSV file (.tsv, or .tsv.xz) whose header names a column `id`: its sentences, and changed
ones made of them where they are not enough, are the memory. Without it, sentences are put together
from the words of `seeds/`. A third of the questions are sentences that were kept apart, the others
are made of sentences of the memory. rapidfuzz over a list of all sources is the rival (with some of
the questions), and says what there is to be found (of all of them); translate-toolkit's matcher is
measured where it can be imported.

With --postgres postgresql://USER@HOST/DATABASE?schema=NAME the same is asked of a memory there,
which must not be there yet, and is left there.
"""

import argparse
import csv
import lzma
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TextIO

SEEDS = Path(__file__).parents[1] / "seeds"
THRESHOLD = 70.0
RIVAL_QUERIES = 200
TOOLKIT_QUERIES = 20


@dataclass(frozen=True, slots=True)
class Timed:
    """Answers to the questions, and how long each took.

    Attributes:
        wall: Milliseconds.
        cpu: Milliseconds of the processor.
        best: The score of the best hit; 0 for none.
    """

    wall: list[float]
    cpu: list[float]
    best: list[float]


def corpus(path: Path) -> list[str]:
    """The distinct sentences in a TSV file's column `id`."""
    opened: Callable[..., TextIO] = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(dict.fromkeys(row["id"].strip() for row in rows if row["id"].strip()))


def pseudo(number: int) -> list[str]:
    """Sentences of 4 to 30 words that follow each other as in the seeds, or anyhow."""
    texts = " ".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    words = texts.split()
    after: dict[str, list[str]] = {}
    for one, other in pairwise(words):
        after.setdefault(one, []).append(other)
    sentences: dict[str, None] = {}
    while len(sentences) < number:
        sentence = [random.choice(words)]
        for _ in range(random.randint(3, 29)):
            anyhow = random.random() < 0.3 or sentence[-1] not in after
            sentence.append(random.choice(words if anyhow else after[sentence[-1]]))
        sentences[" ".join(sentence)] = None
    return list(sentences)


def changed(sentence: str, share: float, vocabulary: Sequence[str]) -> str:
    """A sentence with about that share of its words replaced, added, taken out or misspelt."""
    words = sentence.split()
    for _ in range(max(1, round(len(words) * share))):
        at = random.randrange(len(words))
        kind = random.choices(("replace", "add", "drop", "misspell"), (9, 4, 4, 3))[0]
        if kind == "replace":
            words[at] = random.choice(vocabulary)
        elif kind == "add":
            words.insert(at, random.choice(vocabulary))
        elif kind == "drop" and len(words) > 1:
            del words[at]
        else:
            letter = random.randrange(len(words[at]))
            word = list(words[at])
            word[letter] = random.choice("abcdefghijklmnoprstuwy")
            words[at] = "".join(word)
    return " ".join(words)


def material(path: Path | None, units: int, queries: int) -> tuple[list[str], list[str]]:
    """The memory's sources, all different, and the questions."""
    sentences = corpus(path) if path else pseudo(units // 2)
    random.shuffle(sentences)
    natural, base = sentences[: queries // 3], sentences[queries // 3 :][:units]
    vocabulary = [word for sentence in base[:20_000] for word in sentence.split()]
    sources = dict.fromkeys(base)
    while len(sources) < units:
        sources[changed(random.choice(base), random.uniform(0.02, 0.35), vocabulary)] = None
    listed = list(sources)
    random.shuffle(listed)
    made = [
        changed(random.choice(listed), random.uniform(0.02, 0.5), vocabulary)
        for _ in range(queries - len(natural))
    ]
    return listed, natural + made


def timed(ask: Callable[[str], float], queries: Sequence[str]) -> Timed:
    """Ask every question, one after another."""
    found = Timed([], [], [])
    for query in queries:
        wall, cpu = time.perf_counter(), time.process_time()
        found.best.append(ask(query))
        found.wall.append((time.perf_counter() - wall) * 1_000)
        found.cpu.append((time.process_time() - cpu) * 1_000)
    return found


@dataclass(frozen=True, slots=True)
class Measured:
    """What one kind of memory does.

    Attributes:
        build: Seconds to store all sources.
        size: Bytes of it.
        opened: Milliseconds to open it.
        first: Milliseconds for the first lookup, imports included.
        fuzzy: Lookups of what is similar.
        exact: Lookups of what is the same; every second one of a source that is there.
        stored: Storing one unit after another.
        most: The most memory that the process took, in MB.
    """

    build: float
    size: int
    opened: float
    first: float
    fuzzy: Timed
    exact: Timed
    stored: Timed
    most: float


def measure(place: str, sources: Sequence[str], queries: Sequence[str]) -> Measured:
    """Make a memory, and ask it in a process of its own."""
    seconds = build(place, sources)
    known = [sources[number] for number in range(0, len(sources), len(sources) // len(queries))]
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(ours, (seconds, place, list(queries), known))


def build(place: str, sources: Sequence[str]) -> float:
    """Make the memory; seconds."""
    from padanan.translate.memory import Memory, Unit

    def units() -> Iterator[Unit]:
        for number, source in enumerate(sources):
            target = " ".join(reversed(source.split()))
            article, segment = f"articles/{number // 25:06}.txt", f"{number:08x}"
            yield Unit(source, target, article, segment, "2026-01-01T00:00:00Z", "bench")

    begun = time.perf_counter()
    with Memory.open(place) as memory:
        memory.store(units())
    return time.perf_counter() - begun


def ours(build: float, place: str, queries: list[str], known: list[str]) -> Measured:
    """What is measured in a process of its own."""
    from padanan.translate.memory import Memory, Unit, now

    begun = time.perf_counter()
    with Memory.open(place) as memory:
        opened = (time.perf_counter() - begun) * 1_000

        def similar(query: str) -> float:
            return max((hit.score for hit in memory.fuzzy(query, 1, THRESHOLD)), default=0.0)

        def same(query: str) -> float:
            hit = memory.exact(query)
            return 0.0 if hit is None else hit.score

        def store(source: str) -> float:
            return memory.store([Unit(f"Baru: {source}", source, "new", source, now(), "bench")])

        begun = time.perf_counter()
        similar(queries[0])
        first = (time.perf_counter() - begun) * 1_000
        return Measured(
            build,
            memory.stats().size,
            opened,
            first,
            timed(similar, queries),
            timed(same, [one for pair in zip(queries, known, strict=False) for one in pair]),
            timed(store, queries[:100]),
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
        )


def rival(sources: Sequence[str], queries: Sequence[str]) -> Timed:
    """rapidfuzz over a list, with the same distance: its best only, and nothing below."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    from padanan.translate.memory.normal import folded, normalised

    texts = [folded(normalised(source)) for source in sources]

    def ask(query: str) -> float:
        best = process.extractOne(
            folded(normalised(query)),
            texts,
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            score_cutoff=THRESHOLD / 100,
        )
        return 100 * best[1] if best else 0.0

    return timed(ask, queries)


def there(sources: Sequence[str], queries: Sequence[str]) -> list[float]:
    """The best score that the memory has for each question, by looking at every source."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    from padanan.translate.memory import score
    from padanan.translate.memory.normal import folded, normalised
    from padanan.translate.memory.score import FORM

    texts = [folded(normalised(source)) for source in sources]
    enough = (THRESHOLD / 100 - FORM) / (1 - FORM) - 1e-6
    best = []
    for query in queries:
        near = process.extract(
            folded(normalised(query)),
            texts,
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            limit=50,
            score_cutoff=enough,
        )
        best.append(max((score(query, sources[place]) for _, _, place in near), default=0.0))
    return best


def toolkit(sources: Sequence[str], queries: Sequence[str]) -> tuple[float, Timed] | None:
    """translate-toolkit's matcher: seconds to build, and its lookups; None if it is not there."""
    try:
        from translate.search.match import matcher
        from translate.storage.base import TranslationStore
    except ImportError:
        return None
    store = TranslationStore()
    for source in sources:
        store.addsourceunit(source).target = "x"
    begun = time.perf_counter()
    # With more candidates than one it fails on two of the same score.
    found = matcher(store, max_candidates=1, min_similarity=int(THRESHOLD), max_length=5_000)
    seconds = time.perf_counter() - begun
    return seconds, timed(lambda query: float(bool(found.matches(query))), queries)


def share(values: Sequence[float], part: float) -> float:
    """The value below which that part of them lies."""
    return sorted(values)[min(int(part * len(values)), len(values) - 1)]


def row(name: str, found: Timed, median: float, recall: str) -> str:
    """A line of the table of lookups."""
    p50, p95 = share(found.wall, 0.5), share(found.wall, 0.95)
    return (
        f"| {name} | {p50:,.1f} | {p95:,.1f} | {max(found.wall):,.1f} "
        f"| {share(found.cpu, 0.95):,.1f} | {p50 / median:,.1f} | {recall} |"
    )


def columns(kinds: dict[str, Measured]) -> None:
    """Print a table of what the kinds of memory do besides, a column each."""

    def line(name: str, shown: Callable[[Measured], str]) -> None:
        print(f"| {name} | {' | '.join(shown(kind) for kind in kinds.values())} |")

    def rate(found: Timed) -> str:
        return f"{1_000 * len(found.wall) / sum(found.wall):,.0f}"

    print(f"| | {' | '.join(kinds)} |\n|---|{'---|' * len(kinds)}")
    line("exact lookups/s", lambda kind: rate(kind.exact))
    line("fuzzy lookups/s", lambda kind: rate(kind.fuzzy))
    line("build", lambda kind: f"{kind.build:,.0f} s")
    line("size", lambda kind: f"{kind.size / 1e6:,.0f} MB")
    line("open", lambda kind: f"{kind.opened:,.1f} ms")
    line("first lookup, imports included", lambda kind: f"{kind.first:,.0f} ms")
    line("the process, all lookups done", lambda kind: f"{kind.most:,.0f} MB")
    line(
        "store one unit",
        lambda kind: (
            f"{share(kind.stored.wall, 0.5):,.1f} ms (p95 {share(kind.stored.wall, 0.95):,.1f} ms)"
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=600)
    parser.add_argument("--postgres", metavar="ADDRESS")
    arguments = parser.parse_args()
    random.seed(20)
    sources, queries = material(arguments.corpus, arguments.units, arguments.queries)
    with tempfile.TemporaryDirectory() as folder:
        kinds = {"padanan": measure(f"{folder}/memory.sqlite", sources, queries)}
    if arguments.postgres:
        kinds["padanan, PostgreSQL"] = measure(arguments.postgres, sources, queries)
    best = there(sources, queries)
    compared = rival(sources, random.sample(queries, min(RIVAL_QUERIES, len(queries))))
    findable = [place for place, percent in enumerate(best) if percent >= THRESHOLD]
    print(f"{len(sources):,} units, {len(queries):,} questions, {len(findable):,} with an answer\n")
    columns(kinds)
    print("\n| lookup | p50 ms | p95 ms | max ms | p95 cpu ms | ratio | recall |")
    print("|---|---|---|---|---|---|---|")
    median = share(kinds["padanan"].fuzzy.wall, 0.5)
    for name, kind in kinds.items():
        found = [place for place in findable if kind.fuzzy.best[place] >= best[place] - 1e-9]
        print(row(name, kind.fuzzy, median, f"{len(found) / max(len(findable), 1):.3f}"))
    print(row("rapidfuzz, extractOne over a list", compared, median, "(what there is)"))
    other = toolkit(sources, random.sample(queries, min(TOOLKIT_QUERIES, len(queries))))
    if other is None:
        print("\ntranslate-toolkit is not installed, so its matcher was not measured.")
    else:
        print(row("translate-toolkit's matcher", other[1], median, ""))
        print(f"\ntranslate-toolkit's matcher was built in {other[0]:,.0f} s.")


if __name__ == "__main__":
    main()
