"""How much the engine gains over other ways to run the same model, on one machine in one run.

    python bench/engine.py [PATH ...] [--model MODEL] [--beam N] [--repeat N] [--argos PYTHON]

Segments are the distinct sentences of the given texts (by default the articles in seeds/). Each
contender translates all of them with the same package and beam; the order changes from round to
round, and the quickest round of each counts. Time is given by the clock and by the processor
(all its cores together): the second hardly changes when the machine is busy with something else.
The ratios are what to compare between machines, not the seconds.

PYTHON is one in which all of argostranslate is installed, stanza and torch included. It runs as
shipped (beam 4), but is given one sentence a line, so that splitting sentences, which is not
measured here and goes online for its models, costs it nothing.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import ctranslate2

from padanan.translate.engine.catalogue import find
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.decoding import usable_cores
from padanan.translate.engine.package import Package
from padanan.translate.engine.tokenizer import load

SEEDS = Path(__file__).resolve().parents[1] / "seeds"

Contender = Callable[[Sequence[str]], float]
"""Translates segments and returns the processor seconds it took."""


def segments(paths: Sequence[Path]) -> list[str]:
    """The distinct sentences of the texts below `paths`, roughly."""
    files = [file for path in paths for file in (path.rglob("*.txt") if path.is_dir() else [path])]
    lines = "\n".join(file.read_text(encoding="utf-8") for file in sorted(files))
    found = re.split(r"\n+|(?<=[.!?])\s+", lines)
    return list(dict.fromkeys(text.strip() for text in found if re.search(r"\w", text)))


def timed(translate: Callable[[Sequence[str]], object]) -> Contender:
    """`translate`, timed."""

    def run(sources: Sequence[str]) -> float:
        started = time.process_time()
        translate(sources)
        return time.process_time() - started

    return run


def plain(package: Package, beam: int, threads: int, *, together: bool) -> Contender:
    """CTranslate2 as a first attempt would call it: one by one, or everything in one batch."""
    translator = ctranslate2.Translator(
        str(package.model_path), compute_type="int8", intra_threads=threads
    )
    tokenizer = load(package)
    prefix = package.metadata.target_prefix

    def translate(sources: Sequence[str]) -> None:
        for batch in [list(sources)] if together else [[source] for source in sources]:
            results = translator.translate_batch(
                [tokenizer.encode(source) for source in batch],
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                beam_size=beam,
            )
            for result in results:
                tokenizer.decode(result.hypotheses[0])

    return timed(translate)


_ARGOS = """
import json, sys, time
from argostranslate import sbd, translate
sbd.MiniSBDSentencizer.split_sentences = lambda self, text: [text]
sbd.StanzaSentencizer.split_sentences = lambda self, text: [text]
engine = translate.get_translation_from_codes("id", "en").underlying  # without its cache
for line in sys.stdin:
    started = time.process_time()
    engine.translate("\\n".join(json.loads(line)))
    print(time.process_time() - started, flush=True)
"""


def argos(python: str, package: Package, home: Path) -> Contender:
    """Argos Translate itself, in a process of its own with only `package` installed."""
    shutil.copytree(package.folder, home / "packages" / package.folder.name)
    process = subprocess.Popen(
        [python, "-c", _ARGOS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "HOME": str(home), "ARGOS_PACKAGES_DIR": str(home / "packages")},
    )

    def translate(sources: Sequence[str]) -> float:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(list(sources)) + "\n")
        process.stdin.flush()
        return float(process.stdout.readline())

    return translate


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("paths", nargs="*", type=Path, default=[SEEDS])
    options.add_argument("--model")
    options.add_argument("--beam", type=int, default=4)
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--argos", metavar="PYTHON")
    chosen = options.parse_args()

    package, sources = find(chosen.model), segments(chosen.paths)
    cores = usable_cores()
    engine = CTranslateEngine(package, beam=chosen.beam)
    contenders = {
        "padanan": timed(engine.translate),
        "one by one, one core": plain(package, chosen.beam, 1, together=False),
        "one by one, all cores each": plain(package, chosen.beam, cores, together=False),
        "one batch, all cores": plain(package, chosen.beam, cores, together=True),
    }
    with tempfile.TemporaryDirectory() as home:
        if chosen.argos:
            contenders["argostranslate as shipped"] = argos(chosen.argos, package, Path(home))
        clock = dict.fromkeys(contenders, float("inf"))
        processor = dict.fromkeys(contenders, float("inf"))
        for translate in contenders.values():
            translate(sources[:2])  # loads the model
        for _ in range(chosen.repeat):
            for name in random.sample(list(contenders), len(contenders)):
                started = time.perf_counter()
                used = contenders[name](sources)
                clock[name] = min(clock[name], time.perf_counter() - started)
                processor[name] = min(processor[name], used)

    print(f"{len(sources)} segments, {cores} cores, {engine.signature}")
    print(f"{'':<28}{'segments/s':>12}{'seconds':>10}{'ratio':>8}{'processor s':>14}{'ratio':>8}")
    for name in sorted(contenders, key=clock.__getitem__):
        print(
            f"{name:<28}{len(sources) / clock[name]:12.1f}"
            f"{clock[name]:10.2f}{clock[name] / clock['padanan']:8.2f}"
            f"{processor[name]:14.2f}{processor[name] / processor['padanan']:8.2f}"
        )


if __name__ == "__main__":
    main()
