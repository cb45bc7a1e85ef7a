"""What of an earlier run still stands: approved targets always, drafts while they are fresh."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from padanan.translate.article import Block, BlockKind, Segment, SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint
from padanan.translate.segment import content_ids


@dataclass(frozen=True, slots=True)
class Draft:
    """A target that a machine or a rule has made.

    Attributes:
        text: The English.
        how: "model" or "rule".
        score: Mean log-probability per token, when a model made it.
    """

    text: str
    how: str
    score: float | None = None


def remember(
    segmented: SegmentedArticle, previous: Bilingual | None, recipe: str, *, force: bool = False
) -> dict[str, Entry]:
    """The entries of `previous` whose targets still stand, by segment id.

    A target a person has touched stands as long as its source is in the article. A machine draft
    stands while the engine's recipe is the same, unless `force` asks for new ones.
    """
    if previous is None:
        return {}
    fresh = previous.recipe == recipe and not force
    known = {entry.id: entry for entry in (*previous.obsolete, *previous.entries)}
    kept: dict[str, Entry] = {}
    for segment in segmented.segments:
        entry = known.get(segment.id)
        if entry is None or entry.source != segment.source or not entry.target:
            continue
        if entry.touched or fresh:
            kept[segment.id] = entry
    return kept


def assemble(
    segmented: SegmentedArticle,
    previous: Bilingual | None,
    kept: Mapping[str, Entry],
    drafts: Mapping[str, Draft],
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The new entries of an article, and its obsolete ones.

    Args:
        segmented: The article as it is now.
        previous: Its bilingual file so far.
        kept: Targets that still stand (`remember`), by segment id.
        drafts: New targets by source text.

    Returns:
        Entries in reading order, furniture included; and the touched targets whose source has
        gone, so that no work is lost.
    """
    known = {e.id: e for e in (*previous.obsolete, *previous.entries)} if previous else {}
    entries: list[Entry] = []
    skipped = _skipped_ids(segmented)
    for index, (block, segments) in enumerate(segmented.by_block()):
        if block.kind is BlockKind.FURNITURE:
            entries.append(_skipped(block, skipped[index], known.get(skipped[index])))
        for segment in segments:
            before = kept.get(segment.id)
            if before is None:
                entry = _drafted(segment, drafts.get(segment.source), known.get(segment.id))
            else:
                entry = before
            entries.append(replace(entry, kind=block.kind, rule=block.rule, line=block.first_line))
    present = {entry.id for entry in entries}
    gone = [e for e in known.values() if e.id not in present and e.target and e.touched]
    return tuple(entries), tuple(replace(e, kind=BlockKind.PARAGRAPH, rule="") for e in gone)


def _drafted(segment: Segment, draft: Draft | None, before: Entry | None) -> Entry:
    comment, flags = (before.comment, before.flags) if before else ("", ())
    if draft is None:
        return Entry(segment.id, segment.source, "", State.EMPTY, comment=comment, flags=flags)
    return Entry(
        id=segment.id,
        source=segment.source,
        target=draft.text,
        state=State.DRAFT if draft.text else State.EMPTY,
        how=draft.how,
        score=None if draft.score is None else round(draft.score, 3),
        fingerprint=fingerprint(draft.text),
        comment=comment,
        flags=flags,
    )


def _skipped(block: Block, entry_id: str, before: Entry | None) -> Entry:
    return Entry(
        id=entry_id,
        source=block.text,
        target=before.target if before and before.source == block.text else "",
        state=State.SKIPPED,
        kind=BlockKind.FURNITURE,
        rule=block.rule,
        line=block.first_line,
        comment=before.comment if before else "",
        flags=before.flags if before else (),
    )


def _skipped_ids(segmented: SegmentedArticle) -> dict[int, str]:
    """Ids for furniture, by block index; they never collide with a segment's."""
    furniture = [
        (index, block.text)
        for index, block in enumerate(segmented.article.blocks)
        if block.kind is BlockKind.FURNITURE
    ]
    ids = content_ids(text for _, text in furniture)
    return {index: f"skip-{id_}" for (index, _), id_ in zip(furniture, ids, strict=True)}
