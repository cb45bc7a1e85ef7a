"""What of an earlier run still stands: a person's work always, machine drafts while fresh."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from padanan.translate.article import Block, BlockKind, SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint
from padanan.translate.draft import Draft
from padanan.translate.entry import set_aside
from padanan.translate.pairing import pair
from padanan.translate.provenance import Origin
from padanan.translate.segment import content_ids


@dataclass(frozen=True, slots=True)
class Past:
    """What an earlier bilingual file means for the article as it is now.

    Attributes:
        continued: For the id of a segment or skipped line, the earlier entry it continues.
        standing: Ids whose earlier target stands.
        gone: Earlier work whose source is no longer in the article.
    """

    continued: Mapping[str, Entry]
    standing: frozenset[str]
    gone: tuple[Entry, ...]


NOTHING = Past({}, frozenset(), ())
"""The past of an article that is translated for the first time."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A segment or a line of furniture, as the bilingual file lists them."""

    id: str
    source: str
    block: Block


def remember(
    segmented: SegmentedArticle,
    previous: Bilingual | None,
    origins: Mapping[str, Origin],
    *,
    force: bool = False,
    lasting: Collection[str] = (),
) -> Past:
    """Find what each segment and skipped line continues, and whether its target stands.

    A target a person has touched stands as long as its source is in the article. A machine's draft
    stands while it would be made from the same as then.

    Args:
        segmented: The article as it is now.
        previous: Its bilingual file so far, if there is one.
        origins: By a segment's id, what a draft would be made from now.
        force: Whether the model is to make new drafts all the same.
        lasting: What made the drafts (`Entry.how`) that stand in any case: it cannot be asked now.
    """
    if previous is None:
        return NOTHING
    rows = list(_rows(segmented))
    continued, gone = _match(rows, previous)

    def fresh(id_: str, entry: Entry) -> bool:
        if entry.how in lasting:
            return True
        origin = origins.get(id_)
        same = origin is not None and str(origin) == entry.made_from
        return same and not (force and entry.how == "model")

    standing = frozenset(
        id_
        for id_, entry in continued.items()
        if entry.target and (entry.touched or fresh(id_, entry))
    )
    return Past(continued, standing, gone)


def assemble(
    segmented: SegmentedArticle, past: Past, drafts: Mapping[str, Draft]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The new entries of an article, and its obsolete ones.

    Args:
        segmented: The article as it is now.
        past: What stands of earlier work (`remember`).
        drafts: New targets by the ids of segments.

    Returns:
        Entries in reading order, furniture included; and earlier work whose source has gone.
    """
    entries: list[Entry] = []
    for row in _rows(segmented):
        before = past.continued.get(row.id)
        if row.block.kind is BlockKind.FURNITURE:
            entry = _skipped(row, before)
        elif before is not None and row.id in past.standing:
            entry = _kept(before)
        else:
            entry = _drafted(row, drafts.get(row.id), before)
        entries.append(
            replace(
                entry,
                id=row.id,
                source=row.source,
                kind=row.block.kind,
                rule=row.block.rule,
                line=row.block.first_line,
            )
        )
    return tuple(entries), _obsolete(past.gone, {entry.id for entry in entries})


def _rows(segmented: SegmentedArticle) -> Iterable[_Row]:
    """Segments and furniture in reading order. Ids of furniture never equal a segment's."""
    furniture = (b.text for b in segmented.article.blocks if b.kind is BlockKind.FURNITURE)
    ids = content_ids(furniture)
    for block, segments in segmented.by_block():
        if block.kind is BlockKind.FURNITURE:
            yield _Row(f"skip-{next(ids)}", block.text, block)
        for segment in segments:
            yield _Row(segment.id, segment.source, block)


def _match(rows: Sequence[_Row], previous: Bilingual) -> tuple[dict[str, Entry], tuple[Entry, ...]]:
    """Pair rows with earlier entries of the same source; also what is left of a person's work.

    A source, not an id, is what makes a target right. What had gone in an earlier run is looked
    for last.
    """
    old = previous.entries
    pairs = pair(
        [(row.source, row.block.first_line) for row in rows],
        [(entry.source, entry.line) for entry in old],
    )
    continued = {rows[place].id: old[earlier] for place, earlier in pairs.items()}
    left = [old[i] for i in sorted(set(range(len(old))) - set(pairs.values()))]
    waiting: dict[str, deque[Entry]] = defaultdict(deque)
    for entry in sorted((*left, *previous.obsolete), key=lambda entry: not _is_work(entry)):
        waiting[entry.source].append(entry)
    for row in rows:
        # Of two that could be continued, an untouched draft is the one to lose.
        here = continued.get(row.id)
        if waiting[row.source] and (
            here is None or (_is_work(waiting[row.source][0]) and not _is_work(here))
        ):
            continued[row.id] = waiting[row.source].popleft()
    used = {id(entry) for entry in continued.values()}
    gone = [e for e in (*left, *previous.obsolete) if id(e) not in used and _is_work(e)]
    return continued, tuple(gone)


def _is_work(entry: Entry) -> bool:
    """Whether there is a person's work in an entry: on the target, a comment, a cut."""
    return entry.touched or bool(entry.comment or entry.segmented)


def _kept(before: Entry) -> Entry:
    """An entry whose target stands; a skipped line that has become a segment is one no more."""
    if before.findings and fingerprint(before.target) != before.fingerprint:
        # They were found in the draft, which is no more.
        before = replace(before, findings=())
    if before.state is not State.SKIPPED:
        return before
    state = State.DRAFT if "fuzzy" in before.flags else State.APPROVED
    flags = tuple(flag for flag in before.flags if flag != "fuzzy")
    return replace(before, state=state, flags=flags)


def _drafted(row: _Row, draft: Draft | None, before: Entry | None) -> Entry:
    flags = tuple(flag for flag in before.flags if flag != "fuzzy") if before else ()
    entry = Entry(
        row.id,
        row.source,
        "",
        State.EMPTY,
        segmented=before.segmented if before else "",
        comment=before.comment if before else "",
        flags=flags,
    )
    if draft is None or not draft.text.strip():
        return entry
    return replace(
        entry,
        target=draft.text,
        state=State.DRAFT,
        how=draft.how,
        memory=draft.memory,
        score=_rounded(draft.score),
        confidence=_rounded(draft.confidence),
        terms=draft.terms,
        findings=draft.findings,
        offer=draft.offer,
        made_from=str(draft.origin),
        fingerprint=fingerprint(draft.text),
    )


def _rounded(number: float | None) -> float | None:
    """A number as the bilingual file has it."""
    return None if number is None else round(number, 3)


def _skipped(row: _Row, before: Entry | None) -> Entry:
    """A line of furniture, with the target a person gave it, as segment or as furniture."""
    entry = Entry(row.id, row.source, "", State.SKIPPED)
    if before is None:
        return entry
    flags = before.flags
    if before.state is State.DRAFT and before.touched:
        flags = ("fuzzy", *flags)
    return replace(
        entry,
        target=before.target if before.touched else "",
        segmented=before.segmented,
        comment=before.comment,
        flags=flags,
    )


def _obsolete(gone: Iterable[Entry], taken: set[str]) -> tuple[Entry, ...]:
    """Entries for work that has gone."""
    entries: list[Entry] = []
    for entry in gone:
        # Of an untouched draft only the comment on it, and the cut, was work.
        kept = _kept(entry) if entry.touched else replace(entry, target="", state=State.EMPTY)
        entries.append(set_aside(kept, taken.__contains__))
        taken.add(entries[-1].id)
    return tuple(entries)
