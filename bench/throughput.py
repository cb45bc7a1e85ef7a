"""How much one machine translates: padanan beside the bare model and beside Argos Translate.

    python bench/throughput.py [--corpus FILE] [--argos PYTHON] [--articles N] [--beam N]
    python bench/throughput.py --stock-shape --articles 100 --argos PYTHON
    python bench/throughput.py --many 10000

All run the same package at the same beam over the same articles, one after the other, each in a
process of its own. Peak memory is that process's; its start-up is what the same command takes for
an article of one sentence. What to compare between machines are the ratios.

FILE has Indonesian sentences, one a line (.txt, or .txt.xz); without it they are put together from
the halves of those in seeds/, with other figures. PYTHON is one in which all of argostranslate is
installed, stanza and torch included.

The ceiling is CTranslate2 given what is left to do once all sentences are read, split, cut to the
package's length and encoded: in batches of like length, one on each core, and nothing made of what
comes out. Argos Translate's `translate()` is given one sentence a line, so that splitting
sentences, for which it would go online, costs it nothing; it is stopped after some seconds.

With --stock-shape the package has the shape and the cost of the stock Argos Translate package
(stock_shape.py), and repeats its source. There is no run with glossary then: no term would be held.

With --many the memory of long runs is looked at instead: short articles and a tiny model, which the
tests build, in runs of a tenth of N, half of N and N articles.
"""

import argparse
import itertools
import json
import lzma
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import stock_shape

from padanan.translate.engine.catalogue import find
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.decoding import usable_cores
from padanan.translate.read import read
from padanan.translate.segment import segment

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = 15
"""Of an article, its headline aside."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a process took.

    Attributes:
        seconds: By the clock.
        memory: Its peak, in MB.
        output: What it wrote to stdout.
    """

    seconds: float
    memory: float
    output: str


def measured(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Measured:
    """Run a command in `folder`."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=err, env={**os.environ, **(environment or {})}
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
        if process.returncode != 0:
            err.seek(0)
            raise SystemExit(err.read().decode("utf-8", "replace")[-2_000:])
        out.seek(0)
        unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
        return Measured(seconds, used.ru_maxrss / unit, out.read())


# The articles


def sentences(corpus: Path | None) -> Iterator[str]:
    """Indonesian sentences: those of a file, or any number put together from seeds/."""
    if corpus is not None:
        opened = lzma.open if corpus.suffix == ".xz" else open
        with opened(corpus, "rt", encoding="utf-8") as file:
            yield from (line.strip() for line in file if re.search(r"\w", line))
        return
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    found = [
        one.source.split()
        for path in seeds
        for one in segment(read(path, path.name)).segments
        if len(one.source.split()) > 5
    ]
    dice = random.Random(1)
    while True:
        one, other = dice.choice(found), dice.choice(found)
        text = " ".join([*one[: len(one) // 2], *other[len(other) // 2 :]])
        yield re.sub(r"\d", lambda _: str(dice.randrange(1, 10)), text)


def write_articles(folder: Path, number: int, source: Iterator[str]) -> None:
    """Articles of a headline and paragraphs of two sentences."""
    folder.mkdir()
    for at in range(number):
        own = list(itertools.islice(source, SENTENCES))
        if len(own) < SENTENCES:
            raise SystemExit(f"--articles: the corpus has sentences for {at} only.")
        headline = " ".join(own[0].split()[:8])
        paragraphs = [" ".join(own[first : first + 2]) for first in range(0, SENTENCES, 2)]
        text = "\n\n".join([headline, *paragraphs])
        (folder / f"{at:05}.txt").write_text(f"{text}\n", encoding="utf-8")


def segmented(folder: Path) -> list[list[str]]:
    """The sentences of each article, as padanan cuts them."""
    return [
        [one.source for one in segment(read(path, path.name)).segments]
        for path in sorted(folder.glob("*.txt"))
    ]


# The contenders


def padanan(folder: Path, beam: int, model: str | None, *options: str) -> Measured:
    """`padanan translate` over a folder of articles."""
    shutil.rmtree(folder.parent / "out", ignore_errors=True)
    command = [sys.executable, "-m", "padanan", "translate", folder.name, *options]
    command += ["--beam", str(beam), *(["--model", model] if model else [])]
    return measured(command, folder.parent)


_BARE = """
import json, sys, time
from collections import deque
import ctranslate2
given = json.load(open(sys.argv[1], encoding="utf-8"))
translator = ctranslate2.Translator(
    given["model"], compute_type="int8", inter_threads=given["cores"], intra_threads=1
)
prefix = given["prefix"]
def begin(batch):
    return translator.translate_batch(
        batch, target_prefix=prefix and [prefix] * len(batch), beam_size=given["beam"],
        max_input_length=0, max_decoding_length=min(480, 3 * len(batch[0]) + 20),
        asynchronous=True,
    )
[one.result() for one in begin(given["batches"][-1])]
started = time.perf_counter()
running = deque()
for batch in given["batches"]:
    running.append(begin(batch))
    if len(running) > given["cores"] + 1:
        [one.result() for one in running.popleft()]
while running:
    [one.result() for one in running.popleft()]
print(time.perf_counter() - started)
"""


def bare(articles: Sequence[Sequence[str]], beam: int, model: str | None, work: Path) -> Measured:
    """CTranslate2 over the encoded sentences; the seconds are of decoding alone."""
    package = find(model)
    engine = CTranslateEngine(package, beam=beam)
    distinct = dict.fromkeys(text for article in articles for text in article)
    pieces = [part.pieces for text in distinct for part in engine.parts(text)]
    batches: list[list[Sequence[str]]] = [[]]
    for one in sorted(pieces, key=len, reverse=True):
        if batches[-1] and (len(batches[-1]) + 1) * len(batches[-1][0]) > 512:
            batches.append([])
        batches[-1].append(one)
    given = work / "bare.json"
    prefix = package.metadata.target_prefix
    given.write_text(
        json.dumps(
            {
                "model": str(package.model_path),
                "cores": usable_cores(),
                "prefix": [prefix] if prefix else None,
                "beam": beam,
                "batches": batches,
            }
        ),
        encoding="utf-8",
    )
    found = measured([sys.executable, "-c", _BARE, str(given)], work)
    return Measured(float(found.output), found.memory, "")


_ARGOS = """
import json, sys, time
begun = time.perf_counter()
from argostranslate import sbd, translate
for splitter in (sbd.MiniSBDSentencizer, sbd.StanzaSentencizer):
    splitter.split_sentences = lambda self, text: [text]
articles, limit = json.load(open(sys.argv[1], encoding="utf-8")), float(sys.argv[2])
translate.translate("Ia pergi.", "id", "en")
ready = time.perf_counter()
done = 0
for article in articles:
    translate.translate("\\n".join(article), "id", "en")
    done += len(article)
    if time.perf_counter() - ready > limit:
        break
print(json.dumps([done, time.perf_counter() - ready, ready - begun]))
"""


def argos(
    python: str, articles: Sequence[Sequence[str]], model: str | None, limit: float, work: Path
) -> Iterator[tuple[str, float, float, float]]:
    """Argos Translate as shipped and with its threads tuned: name, sentences/s, MB, start-up."""
    package = find(model)
    home = work / "home"
    shutil.copytree(package.folder, home / "packages" / package.folder.name)
    given = work / "argos.json"
    given.write_text(json.dumps(articles), encoding="utf-8")
    own = {"HOME": str(home), "ARGOS_PACKAGES_DIR": str(home / "packages")}
    tuned = {"ARGOS_INTER_THREADS": str(usable_cores()), "ARGOS_INTRA_THREADS": "1"}
    for name, settings in (("as shipped", {}), ("threads tuned", tuned)):
        command = [python, "-c", _ARGOS, str(given), str(limit)]
        found = measured(command, work, own | settings)
        done, seconds, starting = json.loads(found.output)
        yield f"argostranslate, {name}", done / seconds, found.memory, starting


def side_by_side(chosen: argparse.Namespace, work: Path) -> None:
    """Measure the contenders and print a table."""
    folder, one = work / "articles", work / "one"
    write_articles(folder, chosen.articles, sentences(chosen.corpus))
    one.mkdir()
    (one / "a.txt").write_text("Ia pergi.\n", encoding="utf-8")
    articles = segmented(folder)
    number = sum(map(len, articles))
    beam, model = chosen.beam, chosen.model
    print(f"{len(articles):,} articles, {number:,} sentences, beam {beam}, {usable_cores()} cores")

    def row(name: str, speed: float, memory: float, starting: float | None) -> None:
        start = f"{starting:10.2f}" if starting is not None else f"{'':>10}"
        print(f"{name:<32}{speed:12.1f}{speed / ceiling:10.2f}{memory:12,.0f}{start}", flush=True)

    plain = [bare(articles, beam, model, work)]
    ways = {
        "padanan, without glossary": ("--no-memory", "--no-glossary"),
        "padanan, with glossary": ("--no-memory", "-g", str(ROOT / "terms.tsv")),
    }
    if chosen.stock_shape:
        del ways["padanan, with glossary"]
    ours = {name: padanan(folder, beam, model, *options) for name, options in ways.items()}
    plain.append(bare(articles, beam, model, work))
    ceiling = number / min(found.seconds for found in plain)
    print(f"{'':<32}{'sentences/s':>12}{'ratio':>10}{'peak MB':>12}{'start s':>10}")
    row("ctranslate2 alone (ceiling)", ceiling, max(found.memory for found in plain), None)
    for name, found in ours.items():
        starting = padanan(one, beam, model, *ways[name])
        row(name, number / found.seconds, found.memory, starting.seconds)
    if chosen.argos:
        for other in argos(chosen.argos, articles, model, chosen.argos_seconds, work):
            row(*other)


def many(chosen: argparse.Namespace, work: Path) -> None:
    """Print the memory and the time of runs of different length, and of one with nothing to do."""
    sys.path.insert(0, str(ROOT / "tests"))
    from engine.packages import build

    model = str(build(work))
    print(f"{'articles':>10}{'seconds':>10}{'ms each':>10}{'peak MB':>10}")
    for number in (chosen.many // 10, chosen.many // 2, chosen.many):
        folder = work / f"articles-{number}"
        folder.mkdir()
        for at in range(number):
            text = f"rumah sakit {at} besar dan negara.\n\npresiden dan Kementerian {at}.\n"
            (folder / f"{at:06}.txt").write_text(text, encoding="utf-8")
        found = padanan(folder, 1, model, "-g", str(ROOT / "terms.tsv"))
        each = found.seconds / number * 1_000
        print(f"{number:>10,}{found.seconds:>10.1f}{each:>10.1f}{found.memory:>10.0f}", flush=True)
    command = [sys.executable, "-m", "padanan", "translate", folder.name, "--model", model]
    again = measured([*command, "--beam", "1", "-g", str(ROOT / "terms.tsv")], work)
    each = again.seconds / number * 1_000
    print(
        f"{'the same again, nothing to do':<}: {again.seconds:.1f} s, {each:.2f} ms each, "
        f"{again.memory:.0f} MB"
    )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--corpus", type=Path)
    options.add_argument("--articles", type=int, default=600)
    options.add_argument("--model")
    options.add_argument("--stock-shape", action="store_true")
    options.add_argument("--beam", type=int, default=4)
    options.add_argument("--argos", metavar="PYTHON")
    options.add_argument("--argos-seconds", type=float, default=60.0)
    options.add_argument("--many", type=int, metavar="N")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as work:
        if chosen.stock_shape:
            chosen.model = str(stock_shape.build(Path(work), find(None)))
        (many if chosen.many else side_by_side)(chosen, Path(work))


if __name__ == "__main__":
    main()
