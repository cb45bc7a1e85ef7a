"""Whether the least sure drafts are the worst ones.

    uv run --with sacrebleu --with scipy python bench/confidence.py [--sources FILE]
        [--references FILE] [--glossary FILE] [--model MODEL] [--beam N] [--peers FOLDER]


The sources, a segment a line, are drafted as `padanan translate` does it: with the glossary and
the values held, and checked. chrF++ against the reference says how bad a draft is. A reviewer who
goes through the drafts from the least sure to the surest should meet the worst early: the tables
say how much of the worst tenth (and fifth) of the drafts is found after reviewing so much, the area
under that curve is 0.5 by chance and 0.95 (0.90) at best. By default the files are those of
FLORES-dev in a folder shared/eval beside the checkout.

"fitted afresh" is the confidence with weights fitted on nine tenths of the file and used on the
tenth left over, in turn, in blocks of neighbouring lines, so that no text is on both sides. It is
the figure to go by on the file the shipped weights come from; on any other, "confidence" is.

FOLDER has other systems' translations of the sources (SET.SYSTEM.en). The model scores them, and
the same is measured: another distribution of scores than the one the weights were fitted on.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sacrebleu.metrics.chrf import CHRF
from scipy.stats import kendalltau, spearmanr

from padanan.glossary import Glossary
from padanan.translate.adherence import uses
from padanan.translate.checks import Finding, Pair, Severity, check_pair
from padanan.translate.confidence import CONSTANT, DEFECTS, FITTED, confidence, evidence
from padanan.translate.enforce import Step, enforce
from padanan.translate.engine.catalogue import find
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.protocol import Candidate
from padanan.translate.values import mend, value_uses

Floats = NDArray[np.float64]
"""One number a draft, or a row of them."""

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT.parent / "shared" / "eval" / "flores-dev.id"

GOOD = 40.0
"""The chrF++ from which on a draft counts as a usable start."""

FOLDS = 10


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft to be judged.

    Attributes:
        source: The segment.
        target: Its draft.
        score: The model's score of its own best candidate.
        final: Its score of the draft.
        defects: How many of each of `DEFECTS` it has.
        candidates: The model's candidates, with attention.
    """

    source: str
    target: str
    score: float
    final: float
    defects: dict[str, int]
    candidates: tuple[Candidate, ...] = ()

    @property
    def confidence(self) -> float:
        """What the product says."""
        return confidence(
            self.source,
            self.target,
            score=self.score,
            missing_terms=self.defects["missing"],
            mended_terms=self.defects["mended"],
            errors=self.defects["errors"],
            warnings=self.defects["warnings"],
        )


def found_in(source: str, target: str, glossary: Glossary) -> dict[str, int]:
    """How many findings that are not about terms a draft has, by what `DEFECTS` calls them."""
    held, values = uses(glossary, source, target), value_uses(source, target)
    findings: list[Finding] = [
        one
        for one in check_pair(Pair("", source, target, uses=held, values=values))
        if not one.check.startswith("term-")
    ]
    return {f"{each}s": sum(one.severity is each for one in findings) for each in Severity}


def drafted(sources: Sequence[str], engine: CTranslateEngine, glossary: Glossary) -> list[Draft]:
    """The drafts of the product."""
    asked = engine.translate(sources, candidates=4, attention=True)
    drafts = []
    for source, made, found in zip(sources, enforce(engine, sources, glossary), asked, strict=True):
        target = mend(source, made.text)
        steps = [one.step for one in made.terms]
        defects = {"missing": steps.count(Step.MISSING), "mended": steps.count(Step.MENDED)}
        defects |= found_in(source, target, glossary)
        drafts.append(Draft(source, target, found[0].score, made.score, defects, found))
    return drafts


def quality(drafts: Sequence[Draft], references: Sequence[str]) -> Floats:
    """chrF++ of each draft."""
    chrf = CHRF(word_order=2)
    scores = [
        chrf.sentence_score(draft.target, [reference]).score
        for draft, reference in zip(drafts, references, strict=True)
    ]
    return np.array(scores)


# --- evidence: what is used, and what was tried


def known(drafts: Sequence[Draft]) -> dict[str, Floats]:
    """The evidence the confidence is made of, by name."""
    rows = [evidence(draft.source, draft.target, draft.score) for draft in drafts]
    return {name: np.array([row[name] for row in rows]) for name in FITTED}


def penalty(drafts: Sequence[Draft]) -> Floats:
    """The log-odds that defects take away, which are not fitted."""
    return np.array(
        [sum(DEFECTS[name] * draft.defects[name] for name in DEFECTS) for draft in drafts]
    )


def margin(draft: Draft) -> float:
    """How much better the best candidate scores than the next one that reads differently."""
    best, *others = draft.candidates
    return min([best.score - one.score for one in others if one.text != best.text] or [0.1])


def agreement(draft: Draft) -> float:
    """How alike the candidates are."""
    chrf = CHRF()
    best, *others = (one.text for one in draft.candidates)
    return float(np.mean([chrf.sentence_score(best, [one]).score for one in others] or 100))


def dispersion(draft: Draft) -> float:
    """How widely attention is spread, as the mean entropy of its rows; 0 where there is none."""
    rows = np.array(draft.candidates[0].attention or [[1.0]]) + 1e-9
    return float(-(rows * np.log(rows)).sum(1).mean())


def pieces(draft: Draft) -> float:
    """Into how many pieces a word of the source falls: rare words fall into many."""
    return len(draft.candidates[0].source_tokens) / max(1, len(draft.source.split()))


def copied(draft: Draft) -> float:
    """The share of the draft's words in small letters that stand in the source too."""
    source = {word for word in draft.source.split() if word.islower() and len(word) > 3}
    words = draft.target.split()
    return sum(word in source for word in words) / max(1, len(words))


TRIED: dict[str, Callable[[Draft], float]] = {
    "margin": margin,
    "agreement of candidates": agreement,
    "dispersion of attention": dispersion,
    "pieces a word": pieces,
    "copied words": copied,
}
"""Evidence that was tried and found to add nothing."""


# --- the fit


def fit(matrix: Floats, good: NDArray[np.bool_], taken: Floats, ridge: float = 0.1) -> Floats:
    """Logistic regression by Newton's method, evidence standardised, with a light ridge penalty.

    Args:
        matrix: The evidence, a row for each draft.
        good: Which drafts are.
        taken: The log-odds that defects take away.
        ridge: The penalty.

    Returns:
        The constant and a weight for each column, for evidence as it comes.
    """
    mean, spread = matrix.mean(0), matrix.std(0) + 1e-9
    inputs = np.column_stack([np.ones(len(matrix)), (matrix - mean) / spread])
    shrink = ridge * np.diag([0.0, *[1.0] * matrix.shape[1]])
    weights = np.zeros(inputs.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-taken - inputs @ weights))
        gradient = inputs.T @ (chance - good) + shrink @ weights
        hessian = (inputs.T * (chance * (1 - chance))) @ inputs + shrink
        weights -= np.linalg.solve(hessian, gradient)
    slopes = weights[1:] / spread
    return np.array([weights[0] - slopes @ mean, *slopes])


def afresh(columns: Sequence[Floats], good: NDArray[np.bool_], taken: Floats) -> Floats:
    """Each draft's confidence by weights fitted on the other blocks of the file; see `fit`."""
    matrix = np.column_stack(columns)
    block = np.arange(len(good)) * FOLDS // len(good)
    odds = taken.copy()
    for each in range(FOLDS):
        others = block != each
        constant, *slopes = fit(matrix[others], good[others], taken[others])
        odds[block == each] += constant + matrix[block == each] @ slopes
    return 1 / (1 + np.exp(-odds))


# --- the measures


def found(order: Floats, chrf: Floats, worst: float) -> Floats:
    """The share of the worst drafts found after reviewing 0, 1, 2, ... drafts.

    Args:
        order: Drafts are reviewed from the lowest of these numbers to the highest.
        chrf: Their quality.
        worst: Which share of the drafts counts as the worst.
    """
    bad = np.zeros(len(chrf))
    bad[np.argsort(chrf, kind="stable")[: round(len(chrf) * worst)]] = 1
    return np.concatenate([[0.0], np.cumsum(bad[np.argsort(order, kind="stable")]) / bad.sum()])


def area(curve: Floats) -> float:
    """The area under a curve of evenly spaced points, the whole square being 1."""
    return float((curve[1:] + curve[:-1]).mean() / 2)


HEAD = """
| order | 10 % | 20 % | 30 % | 50 % | area | 10 % | 20 % | 30 % | 50 % | area | Spearman | Kendall |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| chance | 10% | 20% | 30% | 50% | 0.500 | 10% | 20% | 30% | 50% | 0.500 | 0 | 0 |"""


def row(name: str, order: Floats, chrf: Floats) -> str:
    """One line of the first table: the worst tenth, the worst fifth, rank correlations."""
    cells = []
    for worst in (0.1, 0.2):
        curve = found(order, chrf, worst)
        cells += [f"{curve[round(len(chrf) * share)]:.0%}" for share in (0.1, 0.2, 0.3, 0.5)]
        cells.append(f"{area(curve):.3f}")
    rho, tau = spearmanr(order, chrf).statistic, kendalltau(order, chrf).statistic
    return f"| {name} | {' | '.join(cells)} | {rho:.3f} | {tau:.3f} |"


def gain(first: Floats, second: Floats, chrf: Floats) -> str:
    """How much larger the first order's area is (worst tenth), with a 95 % bootstrap interval."""
    random = np.random.default_rng(1)
    gains = []
    for _ in range(2000):
        drawn = random.integers(0, len(chrf), len(chrf))
        areas = [area(found(order[drawn], chrf[drawn], 0.1)) for order in (first, second)]
        gains.append(areas[0] - areas[1])
    low, high = np.percentile(gains, [2.5, 97.5])
    return f"{np.mean(gains):+.3f} ({low:+.3f} to {high:+.3f})"


def calibration(sure: Floats, good: NDArray[np.bool_]) -> list[str]:
    """Ten equally large groups of drafts, from the least sure to the surest."""
    lines = ["| drafts | confidence | mean | good |", "|---|---|---|---|"]
    for group in np.array_split(np.argsort(sure, kind="stable"), 10):
        low, high = sure[group[0]], sure[group[-1]]
        lines.append(
            f"| {len(group)} | {low:.2f} to {high:.2f} | {sure[group].mean():.2f} "
            f"| {good[group].mean():.2f} |"
        )
    return lines


def thresholds(sure: Floats, chrf: Floats) -> list[str]:
    """What a threshold for doubtful drafts would flag."""
    ranks = np.argsort(np.argsort(chrf, kind="stable")) / len(chrf)
    lines = [
        "| below | flagged | not good | in worst fifth | in worst tenth | worst tenth found |",
        "|---|---|---|---|---|---|",
    ]
    for limit in (0.2, 0.3, 0.4, 0.5, 0.6):
        flagged = sure < limit
        of_them = [part[flagged] for part in (chrf < GOOD, ranks < 0.2, ranks < 0.1)]
        shares = " | ".join(f"{part.mean() if len(part) else 0:.0%}" for part in of_them)
        recall = (flagged & (ranks < 0.1)).sum() / (ranks < 0.1).sum()
        lines.append(f"| {limit} | {flagged.mean():.1%} | {shares} | {recall:.0%} |")
    return lines


def ablation(drafts: Sequence[Draft], chrf: Floats) -> list[str]:
    """What each piece of evidence adds, with weights fitted afresh each time."""
    used, taken, good = known(drafts), penalty(drafts), chrf >= GOOD
    final = {**used, "surprise": np.log(-np.array([min(draft.final, -0.05) for draft in drafts]))}
    tried = {name: np.array([each(draft) for draft in drafts]) for name, each in TRIED.items()}
    sets = {"all of it": (list(used.values()), taken)}
    sets |= {f"without {name}": ([used[o] for o in used if o != name], taken) for name in used}
    sets |= {"without defects": (list(used.values()), 0 * taken)}
    sets |= {"surprise by the final draft's score": (list(final.values()), taken)}
    sets |= {f"with {name}": ([*used.values(), column], taken) for name, column in tried.items()}
    lines = ["| evidence | area, worst tenth | area, worst fifth | Spearman |", "|---|---|---|---|"]
    for name, (columns, defects) in sets.items():
        sure = afresh(columns, good, defects)
        areas = " | ".join(f"{area(found(sure, chrf, worst)):.3f}" for worst in (0.1, 0.2))
        lines.append(f"| {name} | {areas} | {spearmanr(sure, chrf).statistic:.3f} |")
    return lines


def plot(orders: dict[str, Floats], chrf: Floats, height: int = 20, width: int = 60) -> list[str]:
    """The curves of the worst tenth, as text: the first letter of a name marks its curve."""
    grid = [[" "] * (width + 1) for _ in range(height + 1)]
    for name, order in {"chance": np.arange(0.0, len(chrf)), **orders}.items():
        curve = found(order, chrf, 0.1)
        for column in range(width + 1):
            share = column / width if name == "chance" else curve[len(chrf) * column // width]
            grid[height - round(share * height)][column] = "." if name == "chance" else name[0]
    lines = [f"{100 - 5 * at:>4} % |{''.join(cells)}".rstrip() for at, cells in enumerate(grid)]
    return [*lines, f"       +{'-' * (width + 1)}", f"        0 % reviewed{'100 %':>{width - 11}}"]


# --- the report


def report(name: str, drafts: Sequence[Draft], references: Sequence[str], *, whole: bool) -> None:
    """Print the tables about one system's drafts; the first one only, or the whole of them."""
    chrf = quality(drafts, references)
    good = chrf >= GOOD
    lengths = np.array([float(len(one.source)) for one in drafts])
    fresh = afresh(list(known(drafts).values()), good, penalty(drafts))
    orders = {
        "longest first": -lengths,
        "shortest first": lengths,
        "score": np.array([one.score for one in drafts]),
        "final draft's score": np.array([one.final for one in drafts]),
        "confidence": np.array([one.confidence for one in drafts]),
        "fitted afresh": fresh,
        "oracle": chrf,
    }
    print(
        f"\n{name}: {len(drafts)} drafts, chrF++ {chrf.mean():.1f}, {good.mean():.0%} good\n{HEAD}"
    )
    for each, order in orders.items():
        if whole or each != "final draft's score":
            print(row(each, order, chrf))
    print(f"\nArea gained over the score: {gain(fresh, orders['score'], chrf)}")
    if not whole:
        return
    drawn = {each: orders[each] for each in ("longest first", "score", "fitted afresh", "oracle")}
    tables = [plot(drawn, chrf), calibration(fresh, good), thresholds(fresh, chrf)]
    for lines in [*tables, ablation(drafts, chrf)]:
        print("\n" + "\n".join(lines))
    matrix = np.column_stack(list(known(drafts).values()))
    weights = fit(matrix, good, penalty(drafts)).round(2).tolist()
    print(f"\nFitted on all: constant {weights[0]}", dict(zip(FITTED, weights[1:], strict=True)))
    print(f"Shipped: constant {CONSTANT}", dict(FITTED))


def read(path: Path) -> list[str]:
    """The segments of a file."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sources", type=Path, default=SOURCES)
    parser.add_argument("--references", type=Path, help="default: beside the sources, .en")
    parser.add_argument("--glossary", type=Path, default=ROOT / "terms.tsv")
    parser.add_argument("--model")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--peers", type=Path, help="a folder of other systems' translations")
    asked = parser.parse_args()
    sources = read(asked.sources)
    references = read(asked.references or asked.sources.with_suffix(".en"))
    engine = CTranslateEngine(find(asked.model), beam=asked.beam)
    glossary = Glossary.load(asked.glossary)
    report(engine.recipe, drafted(sources, engine, glossary), references, whole=True)
    for path in sorted(asked.peers.glob("*.en")) if asked.peers else []:
        texts = read(path)
        scored = zip(
            sources, texts, engine.score(list(zip(sources, texts, strict=True))), strict=True
        )
        drafts = [Draft(*each, each[2], dict.fromkeys(DEFECTS, 0)) for each in scored]
        report(path.name, drafts, references, whole=False)


if __name__ == "__main__":
    main()
