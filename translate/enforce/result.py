"""What enforcement gives back: a draft, how each of its terms came to be held, what was tried."""

from dataclasses import dataclass
from enum import StrEnum

VERSION = 1
"""Raised when enforcement would draft otherwise from the same model and glossary; drafts made by
an earlier one are made anew."""


class Step(StrEnum):
    """What held a term."""

    MODEL = "model"
    """The model wrote the rendering by itself."""

    SOURCE = "source"
    """It did when the rendering stood in the source."""

    MENDED = "mended"
    """The rendering was put into the draft."""

    MISSING = "missing"
    """The draft does not hold the term."""


@dataclass(frozen=True, slots=True)
class HeldTerm:
    """A term of the source and how its draft came to hold it.

    Attributes:
        term: The term as the source writes it.
        rendering: The words of the draft that render it; where it is missing, the rendering to use.
        step: What held it.
        start: Where the term begins in the source, in characters.
        end: Where it ends.
        preferred: Whether the draft has the preferred rendering, or it in another shape; otherwise
            an admitted one stands.
    """

    term: str
    rendering: str
    step: Step
    start: int
    end: int
    preferred: bool = True


@dataclass(frozen=True, slots=True)
class Tried:
    """A candidate that was looked at for a segment, or for a part of a long one.

    Attributes:
        source: What the candidate was to translate: the segment, or the part.
        step: How it was made.
        text: The candidate.
        score: Mean log-probability per token, given the unchanged source.
        missing: Renderings that it lacks, as the glossary writes them.
        avoided: Words in it that the glossary says are not to be used.
        chosen: Whether it was taken.
        why: Why it was taken or not, in a few words.
    """

    source: str
    step: Step
    text: str
    score: float
    missing: tuple[str, ...]
    avoided: tuple[str, ...]
    chosen: bool
    why: str


@dataclass(frozen=True, slots=True)
class Enforced:
    """The draft of a segment.

    Attributes:
        text: The draft.
        score: Its mean log-probability per token, given the unchanged source (before capitals and
            possessives of renderings were put right, which is seldom).
        own: The same of the model's likeliest candidate before anything was asked of it: how sure
            the model is of the sentence.
        margin: By how much the model's best candidate beat its second best, in the same measure;
            None where there was no second, 0 where it was its length that made it the best.
        terms: The terms of the segment, in the order of the source.
        tried: What was looked at, in order; empty where the segment has no terms.
    """

    text: str
    score: float
    own: float
    margin: float | None = None
    terms: tuple[HeldTerm, ...] = ()
    tried: tuple[Tried, ...] = ()
