"""What must not get worse: a package over 150 lines, checked without any reference.

``python -m training.regression PACKAGE`` translates each line of ``regression.tsv`` as the desk
does (sentences apart, headlines in sentence case, rules before the model) and counts, for each
check, the lines that pass and those that fail. It needs padanan and no torch.

Columns of the table: ``group`` (what is hard about the line), ``kind`` (of its block in the
article), ``line``, ``keep`` (what the draft must say, apart by ``|``; alternatives by ``/``) and
``beside`` (a sentence of the article around a headline, which tells its names from its words).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from training.score import looping

if TYPE_CHECKING:
    from padanan.translate.engine import Engine

TABLE = Path(__file__).with_suffix(".tsv")

#: Words of the table that are the same in English.
_SAME = {"adat", "bank", "bmkg", "festival", "film", "final", "hotel", "kilometer", "lebaran"}
_SAME |= {"meter", "novel", "rupiah", "sultan"}
_DOUBLE_QUOTE = re.compile('["\u201c\u201d\u201e]')
_WORD = re.compile(r"[^\W\d_]{2,}")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``keep`` holds the alternatives of each thing to be kept."""

    group: str
    kind: str
    line: str
    keep: tuple[tuple[str, ...], ...]
    beside: str


def rows(path: Path = TABLE) -> list[Row]:
    """The lines of a table, without its header."""
    found = []
    for text in path.read_text(encoding="utf-8").splitlines()[1:]:
        group, kind, line, keep, beside = text.split("\t")
        wanted = tuple(tuple(one.split("/")) for one in keep.split("|") if one)
        found.append(Row(group, kind, line, wanted, beside))
    return found


def _keeps(row: Row, draft: str, figures: bool) -> bool | None:
    """Whether all that is to be kept is there: of the figures, or of the rest."""
    wanted = [each for each in row.keep if figures == any(map(str.isdigit, each[0]))]
    if not wanted:
        return None
    # 4,021 within 14,021 or 4,0215 is another figure, and Ari within Arizona another name; but
    # money may stand before a figure (Rp70) and a unit after it (15km).
    around = (r"(?<!\d)(?<!\d[.,])", r"(?!\d|[.,]\d)") if figures else (r"(?<!\w)", r"(?!\w)")
    return all(
        any(re.search(re.escape(one).join(around), draft, re.IGNORECASE) for one in each)
        for each in wanted
    )


def _not_empty(row: Row, draft: str) -> bool | None:
    return any(map(str.isalnum, draft)) if any(map(str.isalnum, row.line)) else None


def _no_loop(row: Row, draft: str) -> bool | None:
    return None if looping(row.line) else not looping(draft)


def _length(row: Row, draft: str) -> bool | None:
    """Characters of the draft beside the line's; closer for long ones, which lose clauses."""
    least, most = (0.65, 1.5) if row.group == "long sentence" else (0.5, 2.0)
    return least < (len(draft) + 5) / (len(row.line) + 5) < most


def _quotation_marks(row: Row, draft: str) -> bool | None:
    wanted = len(_DOUBLE_QUOTE.findall(row.line))
    return len(_DOUBLE_QUOTE.findall(draft)) == wanted if wanted else None


def _no_other_figures(row: Row, draft: str) -> bool | None:
    """Only where each figure of the draft comes from one: "dua puluh" may become 20."""
    if row.group not in ("figures", "not a sentence"):
        return None
    there = "".join(_DIGITS.findall(row.line))
    return all(figure in there for figure in _DIGITS.findall(draft))


def _nothing_invented(row: Row, draft: str) -> bool | None:
    if row.group != "not a sentence":
        return None
    return {*_WORD.findall(draft.casefold())} <= {*_WORD.findall(row.line.casefold())}


def _translated(row: Row, draft: str) -> bool | None:
    """Whether no word of the line is left as it was; only small letters tell words from names,
    but in a headline, whose names are in ``keep``."""
    if row.group == "not a sentence":
        return None
    headline = row.kind == "headline"
    there = {word for word in _WORD.findall(row.line) if headline or word.islower()}
    names = {word for each in row.keep for name in each for word in _WORD.findall(name.casefold())}
    words = {word.casefold() for word in there if len(word) > 3} - names - _SAME
    return not words & {*_WORD.findall(draft.casefold())}


def _no_site(_row: Row, draft: str) -> bool | None:
    return "global voices" not in draft.lower()


#: Each says of a line and its draft whether all is well; None where it does not apply.
CHECKS: dict[str, Callable[[Row, str], bool | None]] = {
    "not empty": _not_empty,
    "no loop": _no_loop,
    "length": _length,
    "names": lambda row, draft: _keeps(row, draft, figures=False),
    "figures": lambda row, draft: _keeps(row, draft, figures=True),
    "no other figures": _no_other_figures,
    "quotation marks": _quotation_marks,
    "nothing invented": _nothing_invented,
    "translated": _translated,
    "no site's name": _no_site,
}


def failures(row: Row, draft: str) -> list[str]:
    """The names of the checks that a draft fails."""
    return [name for name, check in CHECKS.items() if check(row, draft) is False]


def draft(row: Row, engine: Engine) -> str:
    """The row's line in English, translated as a block of an article."""
    from padanan.translate.article import Article, Block, BlockKind
    from padanan.translate.english import blocks
    from padanan.translate.pipeline import translate_once
    from padanan.translate.resources import Resources

    parts = [Block(BlockKind(row.kind), row.line, 1, 1, "")]
    if row.beside:
        parts.append(Block(BlockKind.PARAGRAPH, row.beside, 2, 2, ""))
    article = Article("regression", tuple(parts), "utf-8", "")
    entries, _ = translate_once(article, Resources(engine))
    return blocks(entries)[0]


def report(results: Sequence[tuple[Row, str]]) -> Iterable[str]:
    """Lines: for each check how many passed and failed, and for each group how many lines are
    without a fault."""
    yield f"{'check':<18}{'passed':>8}{'failed':>8}"
    for name, check in CHECKS.items():
        counts = Counter(check(row, text) for row, text in results)
        yield f"{name:<18}{counts[True]:>8}{counts[False]:>8}"
    yield ""
    yield f"{'group':<18}{'sound':>8}{'faulty':>8}"
    groups = Counter((row.group, not failures(row, text)) for row, text in results)
    for group in dict.fromkeys(row.group for row, _ in results):
        yield f"{group:<18}{groups[group, True]:>8}{groups[group, False]:>8}"
    sound = sum(count for (_, good), count in groups.items() if good)
    yield f"{'all':<18}{sound:>8}{len(results) - sound:>8}"


def main() -> None:
    """Translate the lines of regression.tsv with a package and check the drafts."""
    parser = argparse.ArgumentParser(prog="python -m training.regression", description=main.__doc__)
    parser.add_argument("package", help='a package as --model takes it: a folder, "embedded"')
    parser.add_argument("--faulty", action="store_true", help="print each faulty draft too")
    parser.add_argument("--all", action="store_true", help="print every draft")
    given = parser.parse_args()
    from padanan.translate.engine import load

    engine = load(given.package)
    results = [(row, draft(row, engine)) for row in rows()]
    for row, text in results:
        failed = failures(row, text)
        if given.all or (given.faulty and failed):
            print(f"[{row.group}] {', '.join(failed) or 'sound'}\n  {row.line}\n  {text}\n")
    print("\n".join(report(results)))


if __name__ == "__main__":
    main()
