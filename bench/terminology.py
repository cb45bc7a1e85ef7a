"""How well drafts hold the glossary, what that costs, and how other systems do beside it.

    uv run --with sacrebleu python bench/terminology.py [--sources FILE] [--references FILE]
        [--peers FOLDER] [--glossary FILE] [--no-cldr] [--json] [--limit N] ...

The sources are drafted plainly and with the glossary enforced, by the same engine: once with the
glossary as it is, once with an unusual one, in which for 200 concepts that occur in the sources
another accepted rendering is the preferred one. Drafts, the references themselves and the other
systems' outputs are measured by the same functions. By default the files are those of FLORES-dev
in a folder shared/eval beside the checkout; any other set is measured by the same command. An
output of another system is a file SET.SYSTEM.en with a line for each source.

What the columns say is in bench/README.md. stdout has tables in Markdown, or JSON.
"""

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from adherence import UNUSUAL, Adherence, adherence, unusual

from padanan.glossary import Concept, Glossary
from padanan.translate.adherence import Held, Use, uses
from padanan.translate.enforce import Enforced, Step, enforce
from padanan.translate.engine.catalogue import find
from padanan.translate.engine.ctranslate import CTranslateEngine

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT.parent / "shared" / "eval" / "flores-dev.id"
PLAIN, CURATED, UNUSUALLY = "plain drafts", "padanan", "padanan, unusual"
REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Quality:
    """What sacrebleu says of the outputs of one system.

    Attributes:
        chrf: chrF2++.
        p: How likely as large a difference in chrF2++ from the baseline is by chance (paired
            bootstrap); None for the baseline.
        bleu: BLEU.
    """

    chrf: float
    p: float | None
    bleu: float


def quality(
    systems: Mapping[str, Sequence[str]], references: Sequence[str]
) -> tuple[dict[str, Quality], list[str]]:
    """chrF2++ and BLEU of each system, the first being the baseline, and sacrebleu's signatures."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.significance import PairedTest

    named = [
        (f"Baseline: {name}" if not k else name, out)
        for k, (name, out) in enumerate(systems.items())
    ]
    metrics = {"chrF2++": CHRF(word_order=2), "BLEU": BLEU()}
    test = PairedTest(named, metrics, [list(references)], test_type="bs")
    signatures, scores = test()
    found = {
        name: Quality(chrf.score, chrf.p_value, bleu.score)
        for name, chrf, bleu in zip(systems, scores["chrF2++"], scores["BLEU"], strict=True)
    }
    baseline, *others = systems
    for name in others:
        if systems[name] == systems[baseline]:  # the test calls no difference a certain one
            found[name] = replace(found[name], p=1.0)
    return found, [f"{name}: {signature}" for name, signature in signatures.items()]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that each repetition took, by the clock and by the processor (all cores)."""

    clock: list[float]
    processor: list[float]


def timed(ways: Mapping[str, Callable[[], object]], repeat: int) -> dict[str, Timing]:
    """Time several ways to draft, one after the other and again, the order turned each time."""
    timings = {name: Timing([], []) for name in ways}
    for number in range(repeat):
        for name in list(ways)[:: 1 if number % 2 == 0 else -1]:
            started, used = time.perf_counter(), time.process_time()
            ways[name]()
            timings[name].clock.append(time.perf_counter() - started)
            timings[name].processor.append(time.process_time() - used)
    return timings


def built(path: Path, *, cldr: bool) -> tuple[Glossary, float]:
    """A glossary with all it needs to answer, and the seconds it took to load and build."""
    started = time.perf_counter()
    glossary = Glossary.load(path, cldr=cldr)
    glossary.match("")
    glossary.renderings("")
    return glossary, time.perf_counter() - started


def steps(glossary: Glossary, sources: Sequence[str], drafts: Sequence[Enforced]) -> dict[str, int]:
    """How many terms each step held, and how many are said to be held but are not found so."""
    counted = Counter({step.value: 0 for step in Step})
    unproven = 0
    for source, draft in zip(sources, drafts, strict=True):
        counted.update(term.step.value for term in draft.terms)
        found = {
            use.match.start
            for use in uses(glossary, source, draft.text)
            if use.held is not Held.MISSING
        }
        unproven += sum(
            term.step is not Step.MISSING and term.start not in found for term in draft.terms
        )
    return {**counted, "said to be held, not found": unproven}


def lines(path: Path) -> list[str]:
    """The lines of a file, one segment each."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def peers(folder: Path, segments: int) -> dict[str, list[str]]:
    """The outputs of other systems in a folder that are as long as the sources, by system."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.*.en")):
        outputs = lines(path)
        if len(outputs) == segments:
            found[path.name.split(".")[-2]] = outputs
        else:
            print(f"{path.name}: {len(outputs)} lines, not {segments}; left out", file=sys.stderr)
    return found


@dataclass(frozen=True, slots=True)
class Measured:
    """What the systems come to with one glossary, or with some of its concepts."""

    title: str
    systems: dict[str, Adherence]


def measure(
    title: str,
    glossary: Glossary,
    sources: Sequence[str],
    systems: Mapping[str, Sequence[str]],
    only: frozenset[Concept] | None = None,
) -> Measured:
    """The adherence of each system's outputs."""
    matches = [glossary.match(source) for source in sources]

    def of(outputs: Sequence[str]) -> list[tuple[Use, ...]]:
        return [
            uses(glossary, source, output, found)
            for source, output, found in zip(sources, outputs, matches, strict=True)
        ]

    return Measured(title, {name: adherence(of(out), only) for name, out in systems.items()})


def table(measured: Measured, scores: Mapping[str, Quality]) -> str:
    """A table in Markdown, a line a system."""
    some = next(iter(measured.systems.values()))
    rows = [
        f"{measured.title}: {some.terms:,} terms, {some.repeated} concepts more than once",
        "",
        "| | preferred | agreed | accepted | strict | avoided/1000 | consistent | majority "
        "| chrF2++ | to plain | p | BLEU |",
        "|---" * 12 + "|",
    ]
    for name, one in measured.systems.items():
        shares = [one.preferred, one.agreed, one.accepted, one.strict]
        cells = [f"{100 * share:.1f}" for share in shares]
        cells += [f"{one.avoided:.1f}", f"{100 * one.consistent:.1f}", f"{100 * one.majority:.1f}"]
        score = scores.get(name)
        if score is None:
            cells += [""] * 4
        else:
            to_plain = f"{score.chrf - scores[PLAIN].chrf:+.2f}"
            p = "" if score.p is None else f"{score.p:.3f}"
            cells += [f"{score.chrf:.2f}", to_plain, p, f"{score.bleu:.2f}"]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def time_table(timings: Mapping[str, Timing]) -> str:
    """Medians, and the median of each repetition's ratio to the plain drafts of the same one."""
    rows = ["| | seconds | ratio | processor seconds | ratio |", "|---|---|---|---|---|"]
    for name, one in timings.items():
        cells = []
        for mine, plain in (
            (one.clock, timings[PLAIN].clock),
            (one.processor, timings[PLAIN].processor),
        ):
            ratios = [each / beside for each, beside in zip(mine, plain, strict=True)]
            cells += [f"{statistics.median(mine):.2f}", f"{statistics.median(ratios):.2f}"]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def options() -> argparse.ArgumentParser:
    """The command's options."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sources", type=Path, default=SOURCES, help="a segment a line")
    parser.add_argument("--references", type=Path, help="default: beside the sources, .en")
    parser.add_argument("--peers", type=Path, help="default: the folder peers beside the sources")
    parser.add_argument("--glossary", type=Path, default=ROOT / "terms.tsv")
    parser.add_argument("--cldr", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--unusual", type=int, default=UNUSUAL, metavar="CONCEPTS")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N segments only")
    parser.add_argument("--repeat", type=int, default=3, help="how often each way is timed")
    parser.add_argument("--model")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--json", action="store_true")
    return parser


def main() -> None:
    """Draft, measure and print."""
    parser = options()
    chosen = parser.parse_args()
    sources = lines(chosen.sources)
    references = lines(chosen.references or chosen.sources.with_suffix(".en"))
    if len(sources) != len(references):
        parser.error(f"{len(sources)} sources, but {len(references)} references")
    others = peers(chosen.peers or chosen.sources.parent / "peers", len(sources))
    sources, references = sources[: chosen.limit], references[: chosen.limit]

    glossary, building = built(chosen.glossary, cldr=chosen.cldr)
    swapped, changed = unusual(glossary, [glossary.match(one) for one in sources], chosen.unusual)
    swapped.match("")
    swapped.renderings("")
    engine = CTranslateEngine(find(chosen.model), beam=chosen.beam)
    enforce(engine, sources[:8], glossary)  # loads the model

    plain: list[str] = []
    drafts: dict[str, list[Enforced]] = {}

    def draft_plainly() -> None:
        plain[:] = [best.text for best, *_ in engine.translate(sources)]

    def draft_with(name: str, terms: Glossary) -> Callable[[], None]:
        def draft() -> None:
            drafts[name] = enforce(engine, sources, terms)

        return draft

    ways = {
        PLAIN: draft_plainly,
        CURATED: draft_with(CURATED, glossary),
        UNUSUALLY: draft_with(UNUSUALLY, swapped),
    }
    timings = timed(ways, chosen.repeat)

    enforced = {name: [one.text for one in made] for name, made in drafts.items()}
    foreign = {name: outputs[: chosen.limit] for name, outputs in others.items()}
    scores, signatures = quality({PLAIN: plain, **enforced, **foreign}, references)
    beside = {REFERENCE: references, **foreign}
    ours = {PLAIN: plain, CURATED: enforced[CURATED]}
    theirs = {PLAIN: plain, UNUSUALLY: enforced[UNUSUALLY]}
    tables = [
        measure("The glossary", glossary, sources, {**ours, **beside}),
        measure(
            f"The unusual glossary, its {len(changed)} concepts alone",
            swapped,
            sources,
            {**theirs, **beside},
            changed,
        ),
        measure("The unusual glossary, all terms", swapped, sources, {**theirs, **beside}),
    ]
    held = {
        CURATED: steps(glossary, sources, drafts[CURATED]),
        UNUSUALLY: steps(swapped, sources, drafts[UNUSUALLY]),
    }
    if chosen.json:
        everything = {
            "engine": engine.signature,
            "segments": len(sources),
            "tables": [asdict(one) for one in tables],
            "quality": {name: asdict(one) for name, one in scores.items()},
            "signatures": signatures,
            "seconds": {name: asdict(one) for name, one in timings.items()},
            "glossary seconds": building,
            "held": held,
        }
        print(json.dumps(everything, indent=1, ensure_ascii=False))
        return
    print(f"{len(sources)} segments, {glossary!r}, {engine.signature}\n")
    for one in tables:
        print(table(one, scores) + "\n")
    print("\n".join(signatures) + "\n")
    print(time_table(timings))
    print(f"\nLoading the glossary and building its matchers: {building:.2f} s, once.\n")
    for name, counted in held.items():
        print(f"{name}: " + ", ".join(f"{step} {count}" for step, count in counted.items()))


if __name__ == "__main__":
    main()
