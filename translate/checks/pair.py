"""What checks look at, and what they say."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from padanan.translate.adherence import Use
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.translate.values import ValueUse


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The translation should not be published so."""

    WARNING = "warning"
    """Likely wrong; somebody should look."""

    NOTE = "note"
    """Worth knowing; it may well be right."""

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: characters from `start` to before `end`."""

    start: int
    end: int


_IGNORE = "ignore-"
"""What a gettext flag that silences a check begins with, as in Weblate."""

_IGNORED = re.compile(r"^\s*padanan:\s*ignore\b[:\s]*(.*)$", re.MULTILINE)
"""The line of a translator's comment that does the same."""

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Pair:
    """One segment with its translation, as checks see it.

    Attributes:
        id: The segment's id, unique in its article.
        source: The Indonesian.
        target: The English; empty when there is none.
        kind: The kind of its block.
        article: What the article is called in messages.
        state: How far the work on it has come.
        how: What made the draft: "model", "rule", ...; empty when nothing has.
        score: The draft's mean log-probability per token, when the model made it.
        confidence: How likely the draft is to stand, from 0 to 1, where that is known.
        uses: What became of the glossary's terms in it.
        values: What became of numbers, dates and the like.
        ignored: Ids of the checks that somebody has silenced for it.
    """

    id: str
    source: str
    target: str
    kind: BlockKind = BlockKind.PARAGRAPH
    article: str = ""
    state: State = State.DRAFT
    how: str = ""
    score: float | None = None
    confidence: float | None = None
    uses: tuple[Use, ...] = ()
    values: tuple[ValueUse, ...] = ()
    ignored: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        entry: Entry,
        article: str,
        *,
        uses: tuple[Use, ...] = (),
        values: tuple[ValueUse, ...] = (),
    ) -> Self:
        """The pair of an entry of a bilingual file.

        What the machine thought of its draft is nothing for the text of a person.
        """
        return cls(
            id=entry.id,
            source=entry.source,
            target=entry.target,
            kind=entry.kind,
            article=article,
            state=entry.state,
            how=entry.how,
            score=entry.score,
            confidence=None if entry.touched else entry.confidence,
            uses=uses,
            values=values,
            ignored=ignored(entry),
        )


def ignored(entry: Entry) -> frozenset[str]:
    """The checks that somebody has silenced for an entry.

    By a flag (`#, ignore-term-missing`) or by a line of the translator's comment
    (`# padanan:ignore term-missing names`), which every editor lets one write.
    """
    flags = (flag.removeprefix(_IGNORE) for flag in entry.flags if flag.startswith(_IGNORE))
    lines = (name for line in _IGNORED.findall(entry.comment) for name in _ID.findall(line))
    return frozenset((*flags, *lines))


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check has found in one segment.

    Attributes:
        check: The check's id.
        severity: How much it matters on this desk.
        message: What is the matter, in a sentence for a translator. Free of control characters.
        segment: The segment's id.
        article: The article's name, as the pair has it.
        source_spans: The places of the source it is about.
        target_spans: The places of the target it is about.
        fix: The whole target mended, where there is no doubt how.
    """

    check: str
    severity: Severity
    message: str
    segment: str
    article: str = ""
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    fix: str | None = None
