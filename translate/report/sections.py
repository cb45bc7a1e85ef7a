"""The parts of a report: how the glossary is held, the matrix, how drafts came about."""

from dataclasses import dataclass

from padanan.translate.report.figures import Place, Terms


@dataclass(frozen=True, slots=True)
class ConceptTerms:
    """How the terms of one concept are rendered.

    Attributes:
        term: Its preferred term.
        rendering: Its preferred rendering.
        domain: Its subject field; empty where it has none.
        terms: How its terms are rendered.
        worst: Where one is not; None where all are held.
    """

    term: str
    rendering: str
    domain: str
    terms: Terms
    worst: Place | None


@dataclass(frozen=True, slots=True)
class DomainTerms:
    """How the terms of one subject field are rendered.

    Attributes:
        domain: The field; empty for that of concepts which have none.
        concepts: How many of its concepts occur.
        terms: How their terms are rendered.
    """

    domain: str
    concepts: int
    terms: Terms


@dataclass(frozen=True, slots=True)
class Adherence:
    """How the glossary is held.

    Attributes:
        all: All terms.
        domains: By subject field, the worst first.
        concepts: By concept, the worst first; those held throughout are last.
    """

    all: Terms
    domains: tuple[DomainTerms, ...]
    concepts: tuple[ConceptTerms, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a concept is rendered.

    Attributes:
        rendering: The rendering; empty where the glossary knows of none that stands there.
        kind: "preferred", "shape" (it in another shape), "admitted", "form" (the words of one,
            otherwise), "avoided" or "unlisted".
        uses: How often.
    """

    rendering: str
    kind: str
    uses: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How often one article renders a concept in one way.

    Attributes:
        way: The number of the way.
        uses: How often.
        drift: How often it does so by accident, as it seems.
        why: Why it seems so: "avoided", "unlisted", "article" (mostly otherwise in the article),
            "desk" (mostly otherwise in other articles); empty where nothing does.
        place: Where first; where it drifts, if it does.
    """

    way: int
    uses: int
    drift: int
    why: str
    place: Place


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """How one concept is rendered, article by article.

    Attributes:
        term: Its preferred term.
        rendering: Its preferred rendering.
        domain: Its subject field; empty where it has none.
        uses: How often it occurs.
        drift: How often it drifts.
        usual: The number of the commonest way.
        ways: The ways, the preferred one first, those not accepted last.
        cells: How often each article has it in each way, those that drift first.
    """

    term: str
    rendering: str
    domain: str
    uses: int
    drift: int
    usual: int
    ways: tuple[Way, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The consistency matrix: concept x rendering x article.

    Attributes:
        rows: The concepts that are rendered in more than one way, or drift; the worst first.
        alike: How many others there are.
        alike_uses: How often those occur.
    """

    rows: tuple[MatrixRow, ...]
    alike: int
    alike_uses: int

    @property
    def drifting(self) -> int:
        """How many concepts drift."""
        return sum(row.drift > 0 for row in self.rows)

    @property
    def drift(self) -> int:
        """How often a concept drifts."""
        return sum(row.drift for row in self.rows)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A draft, and how sure it is.

    Attributes:
        place: Where.
        confidence: How sure, from 0 to 1.
    """

    place: Place
    confidence: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the machine's drafts are that nobody has approved or changed.

    Attributes:
        bins: How many are from 0 to below 0.1, ... , from 0.9 to 1.
        unknown: How many have no figure.
        median: The middle one; None where there are none.
        lowest: The least sure.
    """

    bins: tuple[int, ...]
    unknown: int
    median: float | None
    lowest: tuple[Doubtful, ...]


@dataclass(frozen=True, slots=True)
class OriginCount:
    """The targets that came about in one way.

    Attributes:
        origin: How: "model", "source", "mended", "memory", "adapted", "rule", "person", "unknown".
        segments: How many segments have one.
        approved: How many of them are approved.
        words: Words of their sources.
    """

    origin: str
    segments: int
    approved: int
    words: int


@dataclass(frozen=True, slots=True)
class Origins:
    """How the targets came about.

    Attributes:
        counts: By how.
        offered: For how many segments the memory offered a similar sentence.
    """

    counts: tuple[OriginCount, ...]
    offered: int
