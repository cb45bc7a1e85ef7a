"""What the draft of each segment would be made from, before any is made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from padanan.translate import provenance
from padanan.translate.article import Block, Segment, SegmentedArticle
from padanan.translate.bilingual import Bilingual
from padanan.translate.byrule import by_rule
from padanan.translate.draft import Draft
from padanan.translate.machine import one_line
from padanan.translate.memory import Hit, HitKind
from padanan.translate.outdated import is_work
from padanan.translate.provenance import Origin
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

    Args:
        segmented: The article.
        previous: Its bilingual file so far.
        resources: What the run works with.
    """
    ask = _Inquiry(previous, resources)
    cased = truecased(segmented)
    origins: dict[str, Origin] = {}
    ready: dict[str, Draft] = {}
    spoken: dict[str, str] = {}
    for block, segments in segmented.by_block():
        for one in segments:
            text = cased.get(one.source, one.source)
            found = ask.ready(block, one)
            origins[one.id] = ask.origin(one, text, found)
            if found is None:
                spoken[one.id] = text
            else:
                ready[one.id] = Draft(found.text, found.how, origins[one.id], memory=found.memory)
    return Plan(origins, ready, spoken)


class _Ready(NamedTuple):
    """A draft that is there without a model: what made it, its text, where the memory has it."""

    how: str
    text: str
    memory: str = ""


class _Inquiry:
    """What a run's resources and an article's earlier bilingual file say of its segments."""

    def __init__(self, previous: Bilingual | None, resources: Resources) -> None:
        self._resources = resources
        self._article = previous.article if previous else ""
        self._earlier = {entry.id: entry for entry in previous.entries} if previous else {}
        self._modelled = {e.source for e in self._earlier.values() if e.how == "model"}
        termbase = resources.termbase
        self._same_glossary = (
            previous is not None
            and termbase is not None
            and previous.glossary == termbase.fingerprint != ""
        )

    def ready(self, block: Block, segment: Segment) -> _Ready | None:
        """The draft of a segment that needs no model.

        What a person has approved for the same source goes before what a rule makes, and that
        before what is adapted from a person's translation of other numbers.
        """
        hit, ruled = self._hit(segment), by_rule(block, segment)
        if ruled is not None and (hit is None or hit.kind is not HitKind.EXACT):
            return _Ready("rule", ruled)
        if hit is None:
            return None
        how = "memory" if hit.kind is HitKind.EXACT else "adapted"
        return _Ready(how, hit.target, one_line(f"{hit.unit.article} {hit.unit.segment}"))

    def _hit(self, segment: Segment) -> Hit | None:
        if self._resources.memory is None:
            return None
        # A model's draft is not given up for an adapted one, only for an exact one.
        adapt = segment.source not in self._modelled
        hit = self._resources.memory.ask(segment.source, adapt=adapt)
        return None if hit is None or self._taken_back(hit, segment) else hit

    def _taken_back(self, hit: Hit, segment: Segment) -> bool:
        """Whether a hit is what was approved for this very segment once, and is not any more.

        Only where the bilingual file was lost and made afresh is such a hit wanted.
        """
        entry = self._earlier.get(segment.id)
        if entry is None or (hit.unit.article, hit.unit.segment) != (self._article, entry.id):
            return False
        return not entry.target or entry.how not in MADE

    def origin(self, segment: Segment, spoken: str, ready: _Ready | None) -> Origin:
        """What the draft of a segment would be made from.

        Args:
            segment: The segment.
            spoken: What the model would be given.
            ready: What is there without the model.
        """
        if ready is not None:
            origin = provenance.of_text(ready.how, ready.text)
        else:
            origin = provenance.of_model(spoken, self._resources.engine.recipe)
        entry = self._earlier.get(segment.id)
        if self._same_glossary and entry is not None and entry.source == segment.source:
            # The terms are those that are recorded, which saves looking for them.
            recorded = replace(origin, terms=provenance.terms_of(entry.made_from))
            if recorded.terms and (is_work(entry) or str(recorded) == entry.made_from):
                return recorded
        glossary = self._resources.glossary
        if glossary is None:
            return origin
        return replace(origin, terms=provenance.of_terms(spoken, glossary.match(spoken)))
