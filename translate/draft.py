"""What a machine proposes for a segment, before it is laid down in the bilingual file."""

from dataclasses import dataclass

from padanan.translate.enforce import Tried
from padanan.translate.machine import Offer, Term
from padanan.translate.provenance import Origin


@dataclass(frozen=True, slots=True)
class Draft:
    """A target that a machine, a rule or the memory has made.

    Attributes:
        text: The English.
        how: "model", "rule", "memory" or "adapted", as in `bilingual.Entry.how`.
        origin: What it was made from.
        score: Mean log-probability per token, when a model made it.
        own: The same of the model's likeliest candidate before anything was asked of it.
        terms: How it came to hold the terms of the glossary.
        memory: Where the memory has it from.
        confidence: How sure one can be of it, from 0 to 1.
        findings: What the checks found in it.
        offer: How a similar sentence was translated, where the memory has one.
        tried: What was tried on the way, for `--explain`.
    """

    text: str
    how: str
    origin: Origin
    score: float | None = None
    own: float | None = None
    terms: tuple[Term, ...] = ()
    memory: str = ""
    confidence: float | None = None
    findings: tuple[str, ...] = ()
    offer: Offer | None = None
    tried: tuple[Tried, ...] = ()
