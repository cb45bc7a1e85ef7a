"""The consistency matrix: which concepts are rendered in several ways, where, and by accident?"""

from collections import Counter
from dataclasses import dataclass, field

from padanan.glossary import Concept
from padanan.translate.report.facts import Facts, Kind, UseFacts
from padanan.translate.report.figures import Place
from padanan.translate.report.sections import Cell, Matrix, MatrixRow, Way
from padanan.translate.report.summing import place
from padanan.translate.report.wide import Drift, Stream

_ORDER = tuple(Kind)
_BAD = {Kind.AVOIDED: "avoided", Kind.UNLISTED: "unlisted"}

_Key = tuple[Kind, str]


def matrix(stream: Stream, drift: Drift) -> Matrix:
    """The matrix of articles.

    They are gone through twice, for most concepts are rendered in one way.

    Args:
        stream: The articles.
        drift: Uses that are rendered otherwise than mostly.
    """
    totals: dict[Concept, Counter[_Key]] = {}
    drifting: set[Concept] = set()
    for article, facts in stream():
        for use in facts.uses:
            concept = facts.concepts[use.concept]
            totals.setdefault(concept, Counter())[use.kind, use.way] += 1
            if _why(article, use, drift):
                drifting.add(concept)
    several = {
        concept for concept, ways in totals.items() if concept in drifting or _are_several(ways)
    }
    gathered: dict[Concept, dict[tuple[int, _Key], _Gathered]] = {one: {} for one in several}
    for article, facts in stream():
        for use in facts.uses:
            concept = facts.concepts[use.concept]
            if concept in several:
                cells, key = gathered[concept], (article, (use.kind, use.way))
                if key not in cells:
                    cells[key] = _Gathered(place(article, facts.segments[use.segment]))
                cells[key].add(article, facts, use, _why(article, use, drift))
    rows = [_row(concept, totals[concept], gathered.pop(concept)) for concept in several]
    rows.sort(key=lambda row: (-row.drift, -row.uses, row.term, row.rendering, row.domain))
    alike = [ways.total() for concept, ways in totals.items() if concept not in several]
    return Matrix(tuple(rows), len(alike), sum(alike))


def _are_several(ways: Counter[_Key]) -> bool:
    """Whether there are more than one, shapes of the preferred one aside."""
    folded = {
        (Kind.PREFERRED, "") if kind in (Kind.PREFERRED, Kind.SHAPE, Kind.FORM) else (kind, way)
        for kind, way in ways
    }
    return len(folded) > 1


def _why(article: int, use: UseFacts, drift: Drift) -> str:
    """Why a use seems to be an accident; empty where it does not."""
    if use.kind in _BAD:
        return _BAD[use.kind]
    here = drift.get((article, use.segment, use.start))
    return "" if here is None else "article" if here else "desk"


@dataclass(slots=True)
class _Gathered:
    """A cell in the making."""

    first: Place
    uses: int = 0
    why: Counter[str] = field(default_factory=Counter)

    def add(self, article: int, facts: Facts, use: UseFacts, why: str) -> None:
        """Count a use, which drifts if there is a reason why."""
        self.uses += 1
        if why:
            if not self.why:
                self.first = place(article, facts.segments[use.segment])
            self.why[why] += 1


def _row(
    concept: Concept, totals: Counter[_Key], gathered: dict[tuple[int, _Key], _Gathered]
) -> MatrixRow:
    accepted = {rendering: number for number, rendering in enumerate(concept.renderings)}
    keys = sorted(
        totals, key=lambda key: (_ORDER.index(key[0]), accepted.get(key[1], len(accepted)), key[1])
    )
    numbers = {key: number for number, key in enumerate(keys)}
    cells = []
    for (_, key), cell in gathered.items():
        why = min(cell.why, key=lambda one: (-cell.why[one], one)) if cell.why else ""
        cells.append(Cell(numbers[key], cell.uses, cell.why.total(), why, cell.first))
    by_article: Counter[int] = Counter()
    for one in cells:
        by_article[one.place.article] += one.drift
    cells.sort(key=lambda one: (-by_article[one.place.article], one.place.article, one.way))
    ways = tuple(Way(way, kind, totals[kind, way]) for kind, way in keys)
    return MatrixRow(
        term=concept.terms[0],
        rendering=concept.preferred,
        domain=concept.domain,
        uses=totals.total(),
        drift=sum(one.drift for one in cells),
        usual=_usual(ways),
        ways=ways,
        cells=tuple(cells),
    )


def _usual(ways: tuple[Way, ...]) -> int:
    """The number of the commonest way; the shapes of the preferred rendering count with it."""
    shapes = (Kind.PREFERRED, Kind.SHAPE)
    preferred = sum(way.uses for way in ways if way.kind in shapes)
    sizes = [preferred if way.kind in shapes else way.uses for way in ways]
    return sizes.index(max(sizes))
