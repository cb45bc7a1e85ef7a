"""What shows only between articles, from what is known of each: the checks of `padanan check`.

All that 10,000 articles say would not fit into memory. So the facts are gone through twice: once
for what stands in more than one way, and once for those places, which are given to the checks.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from padanan.glossary import Concept, Match, RenderingForm, RenderingMatch, Status
from padanan.translate.adherence import Held, Use
from padanan.translate.checks import CheckSettings, Finding, Pair, check_article
from padanan.translate.checks.consistency import TermInconsistent
from padanan.translate.report.facts import Facts, SegmentFacts, UseFacts

Stream = Callable[[], Iterable[tuple[int, Facts]]]
"""Gives the facts of all articles, with their numbers; as often as it is asked."""

Drift = dict[tuple[int, int, int], bool]
"""Uses that are rendered otherwise than mostly: by article, segment and place in the source;
whether it is so in their own article, or only beside other articles."""


@dataclass(frozen=True, slots=True)
class Between:
    """What shows between articles.

    Attributes:
        findings: By article and segment, both as numbers.
        drift: Uses of terms that are rendered otherwise than mostly, whether or not the desk wants
            to hear of it.
    """

    findings: dict[tuple[int, int], list[Finding]]
    drift: Drift


def between(stream: Stream, settings: CheckSettings) -> Between:
    """Look at all articles beside each other.

    Args:
        stream: The articles.
        settings: Which checks run, and how strictly.
    """
    pairs = list(_pairs(stream, _Several(stream)))
    findings: dict[tuple[int, int], list[Finding]] = {}
    for finding in check_article(pairs, settings):
        place = int(finding.article), int(finding.segment)
        findings.setdefault(place, []).append(finding)
    drift: Drift = {}
    for pair, seen in TermInconsistent().look(pairs, {}):
        if TermInconsistent.id not in pair.ignored:
            for span in seen.source_spans:
                drift[int(pair.article), int(pair.id), span.start] = not seen.minor
    return Between(findings, drift)


class _Several:
    """What stands in more than one way: terms with their renderings, sources with their targets."""

    def __init__(self, stream: Stream) -> None:
        self._ways: dict[tuple[Concept, str], str] = {}
        self._terms: set[tuple[Concept, str]] = set()
        self._targets: dict[str, str] = {}
        self._sources: set[str] = set()
        for _, facts in stream():
            for use in facts.uses:
                if use.rendering:
                    key = facts.concepts[use.concept], use.term.casefold()
                    if self._ways.setdefault(key, use.rendering) != use.rendering:
                        self._terms.add(key)
            for segment in facts.segments:
                if segment.target:
                    first = self._targets.setdefault(segment.source, segment.target)
                    if first != segment.target:
                        self._sources.add(segment.source)

    def rendered(self, facts: Facts, use: UseFacts) -> bool:
        """Whether a term is rendered in several ways."""
        key = facts.concepts[use.concept], use.term.casefold()
        return bool(use.rendering) and key in self._terms

    def translated(self, segment: SegmentFacts) -> bool:
        """Whether a source is translated in several ways."""
        return segment.source in self._sources


def _pairs(stream: Stream, several: _Several) -> Iterator[Pair]:
    """The pairs with something that stands in several ways; only that is in them.

    Their ids and articles are numbers.
    """
    for article, facts in stream():
        by_segment: dict[int, list[UseFacts]] = {}
        for use in facts.uses:
            if several.rendered(facts, use):
                by_segment.setdefault(use.segment, []).append(use)
        for number, segment in enumerate(facts.segments):
            uses, translated = by_segment.get(number, ()), several.translated(segment)
            if uses or translated:
                yield Pair(
                    str(number),
                    segment.source if translated else "",
                    segment.target if translated else "",
                    article=str(article),
                    uses=tuple(_use(facts.concepts[use.concept], use) for use in uses),
                    ignored=frozenset(segment.ignored),
                )


def _use(concept: Concept, use: UseFacts) -> Use:
    """A use as the check of consistency needs it; nothing else is right in it."""
    match = Match(use.start, use.start, concept, use.term)
    held = Held(use.held)
    status = Status.PREFERRED if held is Held.PREFERRED else Status.ADMITTED
    rendering = RenderingMatch(0, 0, concept, use.rendering, status, RenderingForm.BASE)
    return Use(match, concept, held, rendering, (), agreed=False)
