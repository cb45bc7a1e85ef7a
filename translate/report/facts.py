"""What a report needs to know of one bilingual file, small enough to be kept for 10,000 of them.

All of it follows from the file's bytes, the glossary and the settings of the checks, so that it can
be kept by the digest of these (`store`). What shows only between articles is not in it (`wide`).
"""

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, Self

from padanan.glossary import Concept, Flag, PartOfSpeech
from padanan.translate.bilingual import State


class Origin(StrEnum):
    """How the target of a segment came about."""

    PERSON = "person"
    """A person wrote it, or changed what was drafted."""

    MEMORY = "memory"
    """It was approved before, for the same sentence."""

    ADAPTED = "adapted"
    """It was approved for a sentence with other figures, which a rule has put in."""

    RULE = "rule"
    """A rule made it: a dateline, a byline, a lone number."""

    MODEL = "model"
    """The model, by itself."""

    SOURCE = "source"
    """The model, given the rendering of a term in the source."""

    MENDED = "mended"
    """The model, and a term was put in where its draft had other words."""

    UNKNOWN = "unknown"
    """The file does not say."""


class Kind(StrEnum):
    """What became of a term of the source, as the consistency matrix has it."""

    PREFERRED = "preferred"
    """The rendering to use stands there."""

    SHAPE = "shape"
    """It does in the shape that the sentence wants: Russian for Russia after a noun."""

    ADMITTED = "admitted"
    """Another accepted one does."""

    FORM = "form"
    """None stands there as the glossary writes it, but what does is right: by the check of terms
    (its words parted, or another part of speech), or as a person has silenced that check there."""

    AVOIDED = "avoided"
    """One that is not to be used."""

    UNLISTED = "unlisted"
    """None that the glossary knows of."""


@dataclass(frozen=True, slots=True)
class SegmentFacts:
    """A segment.

    Attributes:
        id: Its id.
        line: The line of the file on which its entry begins.
        state: How far it has come; skipped where a person has given furniture a target.
        words: Words of its source.
        origin: How its target came about; empty where there is none.
        confidence: How sure its draft is, if a machine's draft it is and that is known.
        offered: Whether the memory offered a similar sentence.
        source: Its source on one line, standing for it (`standing_for`).
        target: Its target, likewise.
        ignored: The checks between pairs that somebody has silenced for it.
    """

    id: str
    line: int
    state: State
    words: int
    origin: str = ""
    confidence: float | None = None
    offered: bool = False
    source: str = ""
    target: str = ""
    ignored: tuple[str, ...] = ()


SEVERITIES = ("error", "warning", "note")
"""How much a finding can matter, the gravest first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of a check of one pair.

    Attributes:
        segment: The number of the segment in its article.
        check: The check's id.
        severity: How much it matters.
        message: What is the matter.
    """

    segment: int
    check: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class UseFacts:
    """A term of a source, and what became of it.

    Attributes:
        segment: The number of the segment in its article.
        concept: The number of the concept in `Facts.concepts`.
        term: The term, as the glossary writes it.
        start: Where it begins in the source.
        kind: What became of it; an avoided rendering counts before any other.
        way: The rendering, as the glossary writes it; empty where there is none of its.
        held: How `adherence` has it: "preferred", "admitted" or "missing".
        rendering: The accepted rendering, as the glossary writes it; empty where there is none.
    """

    segment: int
    concept: int
    term: str
    start: int
    kind: Kind
    way: str
    held: str
    rendering: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A bilingual file.

    Attributes:
        article: The path of its article, as the file has it.
        sha256: Hex digest of the article when it was translated.
        headline: Its headline, in English where there is any, shortened.
        looked: Whether terms and findings were looked at; else only what the file says is known.
        furniture: How many lines were left out.
        segments: Its segments, in order.
        concepts: The concepts whose terms are in it.
        uses: What became of them.
        found: The findings, in the order of the segments.
    """

    article: str
    sha256: str
    headline: str
    looked: bool
    furniture: int
    segments: tuple[SegmentFacts, ...]
    concepts: tuple[Concept, ...] = ()
    uses: tuple[UseFacts, ...] = ()
    found: tuple[Found, ...] = ()

    def dumps(self) -> bytes:
        """The facts as bytes, from which `loads` gives them back."""
        value = {
            "about": [self.article, self.sha256, self.headline, self.looked, self.furniture],
            "segments": list(map(astuple, self.segments)),
            "concepts": list(map(_concept_to, self.concepts)),
            "uses": list(map(astuple, self.uses)),
            "found": list(map(astuple, self.found)),
        }
        return json.dumps(value, separators=(",", ":")).encode()

    @classmethod
    def loads(cls, data: bytes) -> Self:
        """The facts in bytes.

        Raises:
            ValueError: They are none.
        """
        try:
            value: Mapping[str, Any] = json.loads(data)
            article, sha256, headline, looked, furniture = value["about"]
            facts = cls(
                article,
                sha256,
                headline,
                looked,
                furniture,
                tuple(_segment(row) for row in value["segments"]),
                tuple(_concept_from(row) for row in value["concepts"]),
                tuple(_use(*row) for row in value["uses"]),
                tuple(Found(*row) for row in value["found"]),
            )
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("these are no facts") from error
        if not facts._are_sound():
            raise ValueError("these are no facts")
        return facts

    def _are_sound(self) -> bool:
        """Whether what is counted from here is there."""
        segments, concepts = range(len(self.segments)), range(len(self.concepts))
        return (
            all(use.segment in segments and use.concept in concepts for use in self.uses)
            and all(one.segment in segments and one.severity in SEVERITIES for one in self.found)
            and all(type(one.line) is int and type(one.words) is int for one in self.segments)
        )


def _segment(row: list[Any]) -> SegmentFacts:
    id_, line, state, words, origin, sure, offered, source, target, ignored = row
    return SegmentFacts(
        id_, line, State(state), words, origin, sure, offered, source, target, tuple(ignored)
    )


def _use(segment: int, concept: int, term: str, start: int, kind: str, *rest: str) -> UseFacts:
    return UseFacts(segment, concept, term, start, Kind(kind), *rest)


def _concept_to(one: Concept) -> list[Any]:
    return [one.terms, one.renderings, one.avoided, one.pos, one.domain, sorted(one.flags)]


def _concept_from(row: list[Any]) -> Concept:
    terms, renderings, avoided, pos, domain, flags = row
    return _concept(tuple(terms), tuple(renderings), tuple(avoided), pos, domain, tuple(flags))


@lru_cache(maxsize=100_000)
def _concept(
    terms: tuple[str, ...],
    renderings: tuple[str, ...],
    avoided: tuple[str, ...],
    pos: str | None,
    domain: str,
    flags: tuple[str, ...],
) -> Concept:
    """A concept; the same object for the same one, for thousands of articles have it."""
    part = None if pos is None else PartOfSpeech(pos)
    return Concept(terms, renderings, avoided, part, domain, frozenset(map(Flag, flags)))
