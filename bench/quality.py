"""How good the drafts are that padanan writes with what it comes with.

    uv run --with sacrebleu python bench/quality.py [--sources FILE] [--references FILE]
        [--peers FOLDER] [--model MODEL ...]

The sources are the paragraphs of one article, which `padanan translate` drafts as it does any:
once with the glossary that comes with it, once with none. Beside that, what the engine makes
of every line, not split into sentences, and the outputs of other systems (SET.SYSTEM.en in
FOLDER). More than one MODEL may be named. The files are those of terminology.py by default. stdout
has a table in Markdown.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from terminology import SOURCES, lines, peers

from padanan.translate.engine.catalogue import find
from padanan.translate.engine.ctranslate import CTranslateEngine


def desk(sources: Sequence[str], model: str, *options: str) -> list[str]:
    """What `padanan translate` makes of paragraphs, one each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "article.txt").write_text("\n\n".join(sources) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "padanan", "translate", "article.txt", "--no-memory"]
        command += ["--model", model, *options]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        text = (folder / "out" / "article.en.txt").read_text(encoding="utf-8")
    found = text.strip("\n").split("\n\n")
    if len(found) != len(sources):
        sys.exit(f"{len(sources)} paragraphs came back as {len(found)}")
    return found


def alone(sources: Sequence[str], model: str) -> list[str]:
    """What the engine makes of each source, not split into sentences."""
    return [best.text for best, *_ in CTranslateEngine(find(model)).translate(sources)]


def main() -> None:
    """Draft, score and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sources", type=Path, default=SOURCES, help="a segment a line")
    parser.add_argument("--references", type=Path, help="default: beside the sources, .en")
    parser.add_argument("--peers", type=Path, help="default: the folder peers beside the sources")
    parser.add_argument("--model", nargs="+", default=["embedded"])
    chosen = parser.parse_args()
    sources = [line.strip() for line in lines(chosen.sources)]
    references = lines(chosen.references or chosen.sources.with_suffix(".en"))
    systems: dict[str, list[str]] = {}
    for model in chosen.model:
        package = find(model)
        named = f"{package.name} {package.version}"
        systems[f"{named}, `padanan translate`"] = desk(sources, model)
        systems[f"{named}, ... `--no-glossary`"] = desk(sources, model, "--no-glossary")
        systems[f"{named}, line by line"] = alone(sources, model)
    systems |= peers(chosen.peers or chosen.sources.parent / "peers", len(sources))
    bleu, chrf = BLEU(), CHRF()
    print("| | BLEU | chrF |\n|---|---:|---:|")
    for name, drafts in systems.items():
        scores = (metric.corpus_score(drafts, [references]).score for metric in (bleu, chrf))
        print(f"| {name} | " + " | ".join(f"{score:.2f}" for score in scores) + " |")
    print(f"\nBLEU `{bleu.get_signature()}`, chrF `{chrf.get_signature()}`")


if __name__ == "__main__":
    main()
