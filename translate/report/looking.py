"""Looking at bilingual files for a report: as `padanan check` does, one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from padanan.glossary import Concept, Glossary, Match
from padanan.glossary.problem import inert
from padanan.translate.adherence import Held, Use, senses, uses
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint
from padanan.translate.checks import WIDE, CheckSettings, Pair, check_pair, ignored
from padanan.translate.checks.terms import TermAvoided, TermMissing
from padanan.translate.enforce import Step
from padanan.translate.report.facts import Facts, Found, Kind, Origin, SegmentFacts, UseFacts
from padanan.translate.values import value_uses

_EXCERPT = 60
"""Characters of a text that are kept; messages tell no more of one."""

_HEADLINE = 100
"""Characters of a headline that are kept."""

_WIDE = frozenset(check.id for check in WIDE)


def shapes(content: Bilingual, lines: dict[str, int]) -> Facts:
    """What a bilingual file says by itself, without looking at its terms and for findings.

    Args:
        content: The file.
        lines: The line on which each entry begins, by the segment's id.
    """
    there = [entry for entry in content.entries if _counts(entry)]
    return Facts(
        article=content.article,
        sha256=content.sha256,
        headline=_headline(content.entries),
        looked=False,
        furniture=len(content.entries) - len(there),
        segments=tuple(_segment(entry, lines.get(entry.id, 1)) for entry in there),
    )


def look(
    facts: Facts, content: Bilingual, settings: CheckSettings, glossary: Glossary | None
) -> Facts:
    """The same with its terms and findings.

    Args:
        facts: What the file says (`shapes`).
        content: The file.
        settings: Which checks run, and how strictly.
        glossary: The terms; None looks at none. Its renderings are made ready for those alone that
            are in the article, which is quicker for a few articles than the whole.
    """
    there = [entry for entry in content.entries if _counts(entry)]
    pairs = _pairs(there, glossary)
    concepts: dict[Concept, int] = {}
    used: list[UseFacts] = []
    found: list[Found] = []
    for number, pair in enumerate(pairs):
        used += _uses(number, pair, concepts)
        findings = sorted(check_pair(pair, settings), key=lambda one: one.severity.rank)
        found += [Found(number, one.check, one.severity, one.message) for one in findings]
    return replace(
        facts, looked=True, concepts=tuple(concepts), uses=tuple(used), found=tuple(found)
    )


def _counts(entry: Entry) -> bool:
    """Whether an entry is looked at: a segment, or furniture that a person has translated."""
    return entry.state is not State.SKIPPED or bool(entry.target.strip())


def _pairs(entries: Iterable[Entry], glossary: Glossary | None) -> list[Pair]:
    """The pairs that `padanan check` makes of entries."""
    found: list[tuple[Entry, Sequence[Match]]] = [
        (entry, glossary.match(entry.source) if glossary and entry.target.strip() else ())
        for entry in entries
    ]
    narrow = Glossary(senses(match for _, matches in found for match in matches))
    return [
        Pair.of(
            entry,
            "",
            uses=uses(narrow, entry.source, entry.target, matches),
            values=value_uses(entry.source, entry.target),
        )
        if entry.target.strip()
        else Pair.of(entry, "")
        for entry, matches in found
    ]


def _headline(entries: Iterable[Entry]) -> str:
    headline = next((one for one in entries if one.kind is BlockKind.HEADLINE), None)
    if headline is None:
        return ""
    text = " ".join((headline.target or headline.source).split())
    return text if len(text) <= _HEADLINE else text[: _HEADLINE - 1] + "…"


def _segment(entry: Entry, line: int) -> SegmentFacts:
    draft = entry.state is State.DRAFT and not entry.touched
    return SegmentFacts(
        id=entry.id,
        line=line,
        state=entry.state,
        words=len(entry.source.split()),
        origin=_origin(entry),
        confidence=entry.confidence if draft else None,
        offered=entry.offer is not None,
        source=standing_for(entry.source),
        target=standing_for(entry.target),
        ignored=tuple(sorted(ignored(entry) & _WIDE)),
    )


def _origin(entry: Entry) -> str:
    """How the target of an entry came about; empty where there is none."""
    if not entry.target.strip():
        return ""
    if fingerprint(entry.target) != entry.fingerprint:
        return Origin.PERSON
    if entry.how != Origin.MODEL:
        return Origin(entry.how) if entry.how in tuple(Origin) else Origin.UNKNOWN
    steps = {term.step for term in entry.terms}
    for step, origin in ((Step.MENDED, Origin.MENDED), (Step.SOURCE, Origin.SOURCE)):
        if step in steps:
            return origin
    return Origin.MODEL


def standing_for(text: str) -> str:
    """A text on one line as it is kept: whole if it is short, else its beginning and a hash.

    Two texts that differ stand for themselves differently, and a message that shortens a text says
    the same of it and of what stands for it.
    """
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    digest = blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return line[: _EXCERPT + 1] + digest


def excerpt(kept: str) -> str:
    """The beginning of a text that `standing_for` keeps, for people."""
    return inert(kept)


def _uses(number: int, pair: Pair, concepts: dict[Concept, int]) -> Iterable[UseFacts]:
    """What became of the terms of a pair; concepts that are new get a number."""
    unlisted = {
        span.start
        for seen in TermMissing().look(pair, {})
        for span in seen.source_spans
        if TermMissing.id not in pair.ignored
    }
    for use in pair.uses:
        kind, way = _way(use, unlisted, tolerated=TermAvoided.id in pair.ignored)
        concept = concepts.setdefault(replace(use.concept, note=""), len(concepts))
        rendering = "" if use.rendering is None else use.rendering.rendering
        yield UseFacts(
            number, concept, use.match.term, use.match.start, kind, way, use.held, rendering
        )


def _way(use: Use, unlisted: set[int], *, tolerated: bool) -> tuple[Kind, str]:
    """What became of a term, and by which rendering."""
    if use.avoided and not tolerated:
        return Kind.AVOIDED, use.avoided[0].rendering
    if use.rendering is None:
        way = use.avoided[0].rendering if use.avoided else ""
        return (Kind.UNLISTED if use.match.start in unlisted else Kind.FORM), way
    if use.held is Held.PREFERRED:
        return Kind.PREFERRED, use.rendering.rendering
    return (Kind.SHAPE if use.agreed else Kind.ADMITTED), use.rendering.rendering
