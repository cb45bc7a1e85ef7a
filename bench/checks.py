"""How often each check has something to say: of a human's translations, and of machines'.

A finding in a reference is mostly a false alarm (not always: references are freer than a desk's
glossary allows). The limits were set by the segments with odd numbers; the even ones are reported.
A second table says how many of the errors are found that are put into the references on purpose.

    uv run python bench/checks.py FOLDER                   # the tables
    uv run python bench/checks.py FOLDER --sample 100      # findings to be judged
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from spoiling import ERRORS

from padanan.glossary import Glossary
from padanan.translate.adherence import uses
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import State
from padanan.translate.checks import (
    ALL,
    CheckSettings,
    Finding,
    Pair,
    Severity,
    check_all,
    check_pair,
)
from padanan.translate.values import value_uses

TERMS = ("term-missing", "term-avoided", "term-inconsistent")
"""The checks whose findings depend on the glossary more than on the translation."""


def read(path: Path) -> list[str]:
    """The segments of a file, one a line."""
    return path.read_text(encoding="utf-8").splitlines()


def make_pairs(glossary: Glossary, sources: Sequence[str], targets: Sequence[str]) -> list[Pair]:
    """Sources with their translations, each an article of its own, numbered from 1."""
    return [
        Pair(
            id=str(number),
            source=source,
            target=target,
            kind=BlockKind.PARAGRAPH,
            article=str(number),
            state=State.DRAFT,
            uses=uses(glossary, source, target),
            values=value_uses(source, target),
        )
        for number, (source, target) in enumerate(zip(sources, targets, strict=True), 1)
    ]


def half(findings: Iterable[Finding], name: str) -> list[Finding]:
    """The findings of the segments with odd or with even numbers; "all" of them all."""
    wanted = {"odd": (1,), "even": (0,), "all": (0, 1)}[name]
    return [finding for finding in findings if int(finding.segment) % 2 in wanted]


def shares(findings: Sequence[Finding], segments: int) -> dict[str, float]:
    """For each check the share of segments with a finding, and for all but the terms' together."""
    by_check = {check.id: {f.segment for f in findings if f.check == check.id} for check in ALL}
    told = {
        finding.segment
        for finding in findings
        if finding.check not in TERMS and finding.severity is not Severity.NOTE
    }
    return {name: len(found) / segments for name, found in by_check.items()} | {
        "any but term-*": len(told) / segments
    }


def table(columns: dict[str, dict[str, float]]) -> str:
    """The shares as Markdown, in percent."""
    lines = [f"| check | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    for name in next(iter(columns.values())):
        cells = (f"{100 * column[name]:.1f}" for column in columns.values())
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def found_errors(glossary: Glossary, pairs: Sequence[Pair], seed: int) -> str:
    """For each kind of error, in how many references it was put and how often it was seen."""
    lines = ["| error | segments | found |", "|---|---|---|"]
    for error in ERRORS:
        dice = random.Random(f"{seed} {error.name}")
        settings = CheckSettings().only(error.checks)
        tried = seen = 0
        for pair in pairs:
            if check_pair(pair, settings):
                continue  # there is an error already
            target = error.spoil(pair, dice)
            if target is None or target == pair.target:
                continue
            (spoiled,) = make_pairs(glossary, [pair.source], [target])
            tried += 1
            seen += bool(check_pair(spoiled, settings))
        lines.append(f"| {error.name} | {tried} | {100 * seen / max(1, tried):.0f} % |")
    return "\n".join(lines)


def sample(
    told: Sequence[tuple[Pair, Finding]], checks: Sequence[str] | None, number: int, seed: int
) -> str:
    """Some errors and warnings for a person to judge, the same ones each time."""
    wanted = [
        (pair, finding)
        for pair, finding in told
        if finding.severity is not Severity.NOTE and (not checks or finding.check in checks)
    ]
    counts = Counter(finding.check for _, finding in wanted)
    lines = [", ".join(f"{name} {count}" for name, count in counts.most_common())]
    chosen = random.Random(seed).sample(wanted, min(number, len(wanted)))
    for place, (pair, one) in enumerate(chosen, 1):
        fix = [f"   fix: {one.fix}"] if one.fix is not None else []
        lines += [f"{place}. [{one.check}] {one.message}", f"   {pair.source}", f"   {pair.target}"]
        lines += fix
    return "\n".join(lines)


def main() -> None:
    """Print the tables, or a sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="flores-dev.id, flores-dev.en, peers/dev.*.en")
    parser.add_argument("--glossary", type=Path, default=Path("terms.tsv"))
    parser.add_argument("--half", choices=["odd", "even", "all"], default="even")
    parser.add_argument("--sample", type=int, metavar="N", help="print N findings instead")
    parser.add_argument("--set", default="reference", help="of which set, or all drafts")
    parser.add_argument("--check", action="append", help="print findings of these checks only")
    parser.add_argument("--seed", type=int, default=4)
    asked = parser.parse_args()

    glossary = Glossary.load(asked.glossary)
    sources = read(asked.folder / "flores-dev.id")
    sets = {"reference": asked.folder / "flores-dev.en"}
    sets |= {path.name.split(".")[1]: path for path in sorted(asked.folder.glob("peers/dev.*.en"))}
    segments = len(half([_numbered(n) for n in range(1, len(sources) + 1)], asked.half))
    columns: dict[str, dict[str, float]] = {}
    told: list[tuple[Pair, Finding]] = []
    for name, path in sets.items():
        if asked.sample and name != asked.set and (asked.set != "drafts" or name == "reference"):
            continue
        pairs = make_pairs(glossary, sources, read(path))
        by_id = {pair.id: pair for pair in pairs}
        findings = half(check_all(pairs), asked.half)
        told += [(by_id[finding.segment], finding) for finding in findings]
        columns[name] = shares(findings, segments)
    if asked.sample:
        print(sample(told, asked.check, asked.sample, asked.seed))
    if not asked.sample:
        print(f"{segments} segments ({asked.half}); percent of them with a finding\n")
        print(table(columns))
        references = make_pairs(glossary, sources, read(sets["reference"]))
        chosen = [pair for pair in references if half([_numbered(int(pair.id))], asked.half)]
        print(f"\n{found_errors(glossary, chosen, asked.seed)}")


def _numbered(number: int) -> Finding:
    return Finding("", Severity.NOTE, "", str(number))


if __name__ == "__main__":
    main()
