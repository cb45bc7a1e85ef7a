"""A segment of the bilingual file, with all that is known of it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from padanan.translate.article import BlockKind
from padanan.translate.machine import Offer, Term


class State(StrEnum):
    """How far the work on an entry has come."""

    SKIPPED = "skipped"
    """Furniture: left out of the English text unless a person gives it a target."""

    EMPTY = "empty"
    """No target yet."""

    DRAFT = "draft"
    """A target made by machine, or by a person who has not approved it."""

    APPROVED = "approved"
    """A target a person has accepted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment, or one skipped line, of the bilingual file.

    Attributes:
        id: The segment's id; unique in the file.
        source: The Indonesian.
        target: The English; empty when there is none.
        state: How far it has come.
        kind: The kind of its block.
        rule: The name of the rule that decided the kind.
        line: 1-based line of the source where its block begins; equal for segments of one block.
        how: What made the draft: "model", "rule"; "memory" (a person's translation of the same
            source), "adapted" (of one with other numbers); empty when nothing has.
        memory: Where the memory has the draft from.
        score: The draft's mean log-probability per token, when the model made it.
        confidence: How sure one can be of the draft, from 0 to 1, as far as that is known.
        terms: How it came to hold the terms of the glossary, in the order of the source.
        findings: What the checks found in the draft: the check's id, a colon, a sentence.
        offer: How a similar sentence was translated, as the memory had it for the model's draft.
        made_from: The fingerprint of what the draft was made from (`provenance`).
        fingerprint: `fingerprint(draft)` of what the machine wrote, to tell a person's change.
        machine: What the machine wrote, once a person has changed it; empty before that.
        segmented: "split" or "joined" where a person has cut the article's sentences otherwise.
        comment: The translator's own comment.
        flags: gettext flags other than `fuzzy`.
    """

    id: str
    source: str
    target: str
    state: State
    kind: BlockKind = BlockKind.PARAGRAPH
    rule: str = ""
    line: int = 0
    how: str = ""
    memory: str = ""
    score: float | None = None
    confidence: float | None = None
    terms: tuple[Term, ...] = ()
    findings: tuple[str, ...] = ()
    offer: Offer | None = None
    made_from: str = ""
    fingerprint: str = ""
    machine: str = ""
    segmented: str = ""
    comment: str = ""
    flags: tuple[str, ...] = ()

    @property
    def touched(self) -> bool:
        """Whether a person has worked on the target: approved it, or changed a draft."""
        if self.state is State.APPROVED:
            return True
        return bool(self.target) and fingerprint(self.target) != self.fingerprint


CUTS = ("split", "joined")
"""What `Entry.segmented` can be, besides empty."""


def set_aside(entry: Entry, taken: Callable[[str], bool]) -> Entry:
    """The obsolete entry that keeps an entry's work when its source has gone from the article.

    Args:
        entry: The entry.
        taken: Whether an entry of the file has an id; gettext wants each to be like no other's.
    """
    base = entry.id.partition("-old")[0]
    id_, number = entry.id, 1
    while taken(id_):
        id_ = f"{base}-old{'' if number == 1 else number}"
        number += 1
    return Entry(
        id_,
        entry.source,
        entry.target,
        entry.state,
        segmented=entry.segmented,
        comment=entry.comment,
        flags=entry.flags,
    )


def fingerprint(text: str) -> str:
    """Sixteen hex digits that change when `text` does (BLAKE2b, 64 bits)."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
