"""Finders of glossary terms side by side: 100,000 concepts, a million words of Indonesian news.

    uv run --with-requirements bench/requirements.txt python bench/matching.py CORPUS [NAME ...]

CORPUS is a folder with mono-id.txt.xz (a sentence a line); with mono-en.txt.xz the search for
renderings is timed as well. NAMEs choose among the finders (all, and "renderings"); one that is
not installed is left out. Linux only: memory is read from /proc.

Each finder runs in a process of its own, on the same terms and the same text, one call a sentence,
capitals ignored: first with terms that are frequent in the text, then with terms drawn at
random. Times are the better of two passes. bench/README.md says what the columns mean.
"""

import argparse
import gc
import importlib
import json
import lzma
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from finders import FINDERS, Span, from_matcher

from padanan.glossary import Glossary
from padanan.glossary.concept import Concept
from padanan.glossary.match import Matcher

ROOT = Path(__file__).resolve().parents[1]
WORDS = 1_000_000
SINGLE, SEVERAL = 30_000, 70_000
PASSES = 2
PATIENCE = 20.0
"""Processor seconds after which a pass is broken off and extrapolated from how far it came."""

# The processes that measure.


@dataclass
class Data:
    """What every process reads first."""

    text: list[str]
    terms: list[tuple[str, str]]

    @classmethod
    def read(cls, folder: Path, kind: str) -> "Data":
        with (folder / "text").open(encoding="utf-8") as file:
            text = [line.rstrip("\n") for line in file]
        with (folder / kind).open(encoding="utf-8") as file:
            terms = [(line.rstrip("\n"),) * 2 for line in file]
        return cls(text, terms)


def peak() -> float:
    """The most memory this process has held so far, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def clock() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def run(texts: Sequence[Any], find: Callable[[Any], Sequence[Any]]) -> tuple[float, float, int]:
    """The seconds on the clock and of the processor that texts take, and how much was found.

    A pass that takes longer than `PATIENCE` is extrapolated.
    """
    size = sum(map(len, texts))
    gc.collect()
    found = done = 0
    wall, cpu = clock()
    share = 1.0
    for text in texts:
        found += len(find(text))
        done += len(text)
        if time.process_time() - cpu > PATIENCE:
            share = done / size
            break
    after = clock()
    return (after[0] - wall) / share, (after[1] - cpu) / share, round(found / share)


def best(
    texts: Sequence[Any], find: Callable[[Any], Sequence[Any]]
) -> tuple[float, float, int, float]:
    """The quickest of several passes, and the first one's seconds of the processor.

    There is only one pass where it takes longer than `PATIENCE`.
    """
    passes = [run(texts, find)]
    while len(passes) < PASSES and passes[0][1] < PATIENCE:
        passes.append(run(texts, find))
    return (*min(passes, key=lambda each: each[1]), passes[0][1])


def measure(name: str, folder: Path, kind: str) -> dict[str, Any]:
    """What the process of one finder reports."""
    build, package = FINDERS[name]
    data = Data.read(folder, kind)
    for module in ["spacy.matcher", "spacy.lang.id"] if package == "spacy" else []:
        importlib.import_module(module)
    before = peak()
    start = clock()
    finder = build(data.terms)
    end = clock()
    report: dict[str, Any] = {
        "build": (end[0] - start[0], end[1] - start[1]),
        "memory": peak() - before,
        "passes": {},
    }
    for label, (prepare, find) in finder.passes.items():
        texts = [prepare(text) for text in data.text]
        report["passes"][label] = best(texts, find)
        if not label:
            report["running"] = peak() - before
    return report


def marked(name: str) -> list[str]:
    """How one finder does on each file of marked sentences: table rows without its name."""
    sys.path.insert(0, str(ROOT / "tests" / "glossary"))
    marking: Any = importlib.import_module("marking")
    glossary = Glossary.load(marking.FOLDER / "glossary.tsv", cldr=False)
    terms = [(term, concept.terms[0]) for concept in glossary.concepts for term in concept.terms]
    if name == "padanan":
        finder = from_matcher(Matcher(glossary.concepts))
    else:
        finder = FINDERS[name][0](terms)
    rows = []
    for file in sorted(path.name for path in marking.FOLDER.glob("terms-*.txt")):
        score = marking.score(file, lambda sentence: set(finder.spans(sentence)))
        touched = right = found = count = 0
        for sentence, expected in marking.sentences(file):
            spans = list(finder.spans(sentence))
            touched += sum(any(map(meets(mark), spans)) for mark in expected)
            right += sum(any(map(meets(span), expected)) for span in spans)
            found += len(spans)
            count += len(expected)
        exact = f"{score.precision:.3f} | {score.recall:.3f}"
        overlapping = f"{right / found:.3f} | {touched / count:.3f}"
        rows.append(f"{file} | {count} | {exact} | {overlapping} |")
    return rows


def meets(span: Span) -> Callable[[Span], bool]:
    """Whether another span is of the same concept and overlaps this one."""
    start, end, concept = span
    return lambda other: other[0] < end and start < other[1] and other[2] == concept


def scaling(folder: Path) -> list[str]:
    """Our speed with fewer concepts and with less text."""
    data = Data.read(folder, "frequent")
    random.Random(1).shuffle(data.terms)
    rows = []
    for concepts in (1_000, 10_000, 100_000):
        start = clock()
        matcher = Matcher([Concept((term,), ("-",)) for term, _ in data.terms[:concepts]])
        build = clock()[1] - start[1]
        sizes = (100_000, 200_000, 400_000, 800_000) if concepts == 100_000 else ()
        for size in (*sizes, WORDS):
            text = list(up_to(size, data.text))
            _, cpu, found, _ = best(text, matcher.match)
            rows.append(
                f"| {concepts:,} | {build:.2f} | {size:,} | {cpu:.2f} | {size / cpu:,.0f} | "
                f"{found:,} |"
            )
    return rows


def hostile(folder: Path) -> list[str]:
    """Our speed on texts that are one long line each, which double in length."""
    data = Data.read(folder, "frequent")
    terms = [*(term for term, _ in data.terms), "a a", "a a a", "negara"]
    matcher = Matcher([Concept((term,), ("-",)) for term in terms])
    most = 5_000_000
    texts = {
        "the corpus": " ".join(data.text)[:most],
        "pemerintah pemerintah ...": ("pemerintah " * most)[:most],
        "negara-negara-...": ("negara-" * most)[:most],
        "@negara,@negara,...": ("@negara," * most)[:most],
        ". . . ...": ". " * (most // 2),
        "negaranegara...": ("negara" * most)[:most],
        "a a a ...": "a " * (most // 20),
        "a-a-a-...": "a-" * (most // 20),
    }
    rows = []
    for name, text in texts.items():
        seconds = []
        for part in (4, 2, 1):
            start = time.process_time()
            found = len(matcher.match(text[: len(text) // part]))
            seconds.append(f"{time.process_time() - start:.2f}")
        rows.append(f"| {name} | {len(text):,} | {' | '.join(seconds)} | {found:,} |")
    return rows


def renderings(corpus: Path) -> list[str]:
    """How quickly renderings of the shipped glossary are found in English."""
    glossary = Glossary.load(ROOT / "terms.tsv")
    with lzma.open(corpus / "mono-en.txt.xz", "rt", encoding="utf-8") as file:
        text = list(up_to(WORDS // 4, file))
    start = time.process_time()
    glossary.renderings("")
    build = time.process_time() - start
    few = glossary.concepts[:5]
    rows = []
    for label, wanted in (("all", None), ("five, as for one segment", few)):

        def find(line: str, wanted: Any = wanted) -> Sequence[Any]:
            return glossary.renderings(line, wanted)

        _, cpu, found, _ = best(text, find)
        rows.append(f"| {label} | {build:.2f} | {cpu:.2f} | {WORDS // 4 / cpu:,.0f} | {found:,} |")
    return rows


# The process that is started.


def up_to(size: int, lines: Iterable[str]) -> Iterator[str]:
    """The first lines that have this many words between spaces together."""
    words = 0
    for line in lines:
        if words >= size:
            return
        words += len(line.split())
        yield line


def prepare(corpus: Path, folder: Path) -> None:
    """Writes the text, and the two lists of terms made from the whole corpus."""
    separator = re.compile(r"[^\w\s]|[\d_]")
    single: Counter[str] = Counter()
    several: Counter[str] = Counter()
    with lzma.open(corpus / "mono-id.txt.xz", "rt", encoding="utf-8") as file:
        lines = list(file)
    for line in lines:
        for stretch in separator.split(line.lower()):
            words = stretch.split()
            long = [len(word) >= 4 for word in words]
            single.update(word for word, is_long in zip(words, long, strict=True) if is_long)
            several.update(
                " ".join(words[first : last + 1])
                for last in range(len(words))
                for first in (last - 1, last - 2)
                if first >= 0 and long[first] and long[last]
            )
    (folder / "text").write_text("".join(up_to(WORDS, lines)), encoding="utf-8")
    chance = random.Random(1)
    for kind in ("frequent", "random"):
        terms: list[str] = []
        for counter, size in ((single, SINGLE), (several, SEVERAL)):
            order = sorted(counter, key=lambda term: (-counter[term], term))
            terms += islice(order, size) if kind == "frequent" else chance.sample(order, size)
        (folder / kind).write_text("".join(f"{term}\n" for term in terms), encoding="utf-8")


def child(*arguments: str) -> Any:
    """What a process of its own reports, None if it finds something not installed."""
    command = [sys.executable, __file__, "--child", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def label(name: str) -> str:
    package = FINDERS[name][1]
    head, comma, rest = name.partition(",")
    return f"{head} {version(package)}{comma}{rest}" if package else name


def compare(names: list[str], folder: Path, kind: str) -> None:
    print(f"\n{SINGLE + SEVERAL:,} {kind} terms\n")
    print(
        "| finder | build s | build MB | running MB | first s | wall s | cpu s | ratio | words/s "
        "| found | found/s |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    ours = None
    for name in names:
        report = child("measure", name, str(folder), kind)
        for what, (wall, cpu, found, first) in report["passes"].items():
            ours = ours or cpu
            head, cells = f"... {what}", " | | "
            if not what:
                head = label(name)
                cells = (
                    f"{report['build'][1]:.2f} | {report['memory']:.0f} | {report['running']:.0f}"
                )
            mark = "*" if cpu > PATIENCE else ""
            print(
                f"| {head} | {cells} | {first:.2f}{mark} | {wall:.2f}{mark} | {cpu:.2f}{mark} | "
                f"{cpu / ours:.2f} | {WORDS / cpu:,.0f} | {found:,}{mark} | {found / cpu:,.0f} |",
                flush=True,
            )


def installed(name: str) -> bool:
    build, package = FINDERS[name]
    try:
        build([("a", "a")])
    except ImportError:
        print(f"{package} is not installed", file=sys.stderr)
        return False
    return True


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        task, *rest = sys.argv[2:]
        if task == "measure":
            result: Any = measure(rest[0], Path(rest[1]), rest[2])
        elif task == "marked":
            result = marked(rest[0])
        else:
            result = {"scaling": scaling, "hostile": hostile, "renderings": renderings}[task](
                Path(rest[0])
            )
        json.dump(result, sys.stdout)
        return

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder with mono-id.txt.xz")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(FINDERS))
    arguments = parser.parse_args()
    names = [name for name in arguments.names or FINDERS if installed(name)]

    with tempfile.TemporaryDirectory() as folder:
        prepare(arguments.corpus, Path(folder))
        for kind in ("frequent", "random"):
            compare(names, Path(folder), kind)
        print(
            "\n| finder | sentences | marked | precision | recall | precision, any overlap "
            "| recall, any overlap |\n|---|---|---|---|---|---|---|"
        )
        for name in names:
            for row in child("marked", name):
                print(f"| {label(name)} | {row}", flush=True)
        print(
            "\n| concepts | build s | words | cpu s | words/s | found |\n|---|---|---|---|---|---|"
        )
        print(*child("scaling", folder), sep="\n", flush=True)
        print("\n| one line | characters | a quarter s | half s | all s | found |")
        print("|---|---|---|---|---|---|")
        print(*child("hostile", folder), sep="\n", flush=True)
        if (arguments.corpus / "mono-en.txt.xz").exists():
            print("\n| renderings of | build s | cpu s | words/s | found |\n|---|---|---|---|---|")
            print(*child("renderings", str(arguments.corpus)), sep="\n")


if __name__ == "__main__":
    main()
