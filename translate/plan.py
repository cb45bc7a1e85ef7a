"""What the draft of each segment would be made from, before any is made."""

from collections.abc import Mapping
from dataclasses import dataclass

from padanan.translate import provenance
from padanan.translate.article import SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry
from padanan.translate.byrule import by_rule
from padanan.translate.draft import Draft
from padanan.translate.machine import one_line
from padanan.translate.memory import Hit, HitKind
from padanan.translate.provenance import NO_TERMS, Origin
from padanan.translate.recall import MADE
from padanan.translate.resources import Resources
from padanan.translate.truecase import truecased


@dataclass(frozen=True, slots=True)
class Plan:
    """How the segments of an article are to be drafted; everything by the segments' ids.

    Attributes:
        origins: What the draft of each would be made from.
        ready: The drafts that need no model: a rule or the memory has them.
        spoken: What the model is given for the others, in reading order: the source, headlines in
            the letter case of sentences.
    """

    origins: Mapping[str, Origin]
    ready: Mapping[str, Draft]
    spoken: Mapping[str, str]


def plan(segmented: SegmentedArticle, previous: Bilingual | None, resources: Resources) -> Plan:
    """Ask the memory, the rules and the glossary about each segment of an article.

    What a person has approved for the same source goes before what a rule makes, and that before
    what is adapted from a person's translation of other numbers.

    Args:
        segmented: The article.
        previous: Its bilingual file so far. A model's draft in it is not given up for an adapted
            one, only for an exact one.
        resources: What the run works with.
    """
    cased = truecased(segmented)
    recipe, glossary = resources.engine.recipe, resources.glossary
    earlier = {one.id: one for one in previous.entries} if previous else {}
    modelled = {one.source for one in earlier.values() if one.how == "model"}
    origins: dict[str, Origin] = {}
    ready: dict[str, Draft] = {}
    spoken: dict[str, str] = {}
    for block, segments in segmented.by_block():
        for one in segments:
            text = cased.get(one.source, one.source)
            terms = provenance.of_terms(text, glossary.match(text)) if glossary else NO_TERMS
            hit = None
            if resources.memory is not None:
                hit = resources.memory.ask(one.source, adapt=one.source not in modelled)
                if hit and previous and _taken_back(hit, previous, earlier.get(one.id)):
                    hit = None
            draft = _ready(hit, by_rule(block, one), terms)
            if draft is not None:
                ready[one.id] = draft
                origins[one.id] = draft.origin
            else:
                spoken[one.id] = text
                origins[one.id] = provenance.of_model(text, recipe, terms)
    return Plan(origins, ready, spoken)


def _taken_back(hit: Hit, previous: Bilingual, earlier: Entry | None) -> bool:
    """Whether a hit is what was approved for this very segment once, and is not any more.

    Only if its entry came out of the memory, the file having been made afresh, is it wanted.
    """
    if earlier is None or (hit.unit.article, hit.unit.segment) != (previous.article, earlier.id):
        return False
    return not earlier.target or earlier.how not in MADE


def _ready(hit: Hit | None, ruled: str | None, terms: str) -> Draft | None:
    """The draft that needs no model, if there is one."""
    if ruled is not None and (hit is None or hit.kind is not HitKind.EXACT):
        return Draft(ruled, "rule", provenance.of_text("rule", ruled, terms))
    if hit is None:
        return None
    how = "memory" if hit.kind is HitKind.EXACT else "adapted"
    where = one_line(f"{hit.unit.article} {hit.unit.segment}")
    return Draft(hit.target, how, provenance.of_text(how, hit.target, terms), memory=where)
