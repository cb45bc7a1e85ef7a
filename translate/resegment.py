"""Segments that a person splits and joins, where the rules have cut the sentences amiss."""

from collections.abc import Collection
from dataclasses import replace

from padanan.errors import InputError
from padanan.translate.bilingual import Entry, State
from padanan.translate.segment import content_ids


def split(entry: Entry, at: int, target_at: int, taken: Collection[str]) -> tuple[Entry, Entry]:
    """Two segments of one; white space at the cut goes.

    What the machine knew of the whole says nothing of its parts, and is dropped. Both are drafts,
    for a person has not read them as they are now. The comment stays with the first.

    Args:
        entry: The segment.
        at: Where its source is cut.
        target_at: Where its target is cut. One of the parts may be left without any.
        taken: Ids that the new segments must not have.

    Raises:
        InputError: It cannot be cut there.
    """
    _refuse_skipped(entry)
    source = entry.source
    sources = source[: max(at, 0)].rstrip(), source[max(at, 0) :].lstrip()
    if not all(sources):
        raise InputError(
            "Nothing would be left of the sentence on one side of the cut. Cut it between two of "
            "its words."
        )
    if source[at - 1].isalnum() and source[at].isalnum():
        raise InputError("The cut would go through a word. Cut the sentence between two words.")
    target_at = max(target_at, 0)
    targets = entry.target[:target_at].rstrip(), entry.target[target_at:].lstrip()
    first, second = (
        Entry(
            "",
            part,
            target,
            State.DRAFT if target else State.EMPTY,
            kind=entry.kind,
            rule=entry.rule,
            line=entry.line,
            segmented="split",
            flags=entry.flags,
        )
        for part, target in zip(sources, targets, strict=True)
    )
    first = replace(first, id=_new_id(first.source, taken), comment=entry.comment)
    return first, replace(second, id=_new_id(second.source, {*taken, first.id}))


def join(first: Entry, second: Entry, taken: Collection[str]) -> Entry:
    """One segment of two that follow each other in one block.

    It is a draft, even if both were approved: a person has not read them as one sentence. What
    the machine knew of the parts is dropped.

    Args:
        first: The segment that comes first.
        second: The one behind it.
        taken: Ids that the new segment must not have.

    Raises:
        InputError: They cannot be joined.
    """
    _refuse_skipped(first, second)
    if (first.line, first.kind) != (second.line, second.kind):
        raise InputError(
            "The two segments stand in different blocks of the article, so they stay apart. Join "
            "the blocks in the article itself, and run padanan translate."
        )
    target = " ".join(part.target.strip() for part in (first, second) if part.target.strip())
    source = f"{first.source} {second.source}"
    return Entry(
        _new_id(source, taken),
        source,
        target,
        State.DRAFT if target else State.EMPTY,
        kind=first.kind,
        rule=first.rule,
        line=first.line,
        segmented="joined",
        comment="\n".join(part.comment for part in (first, second) if part.comment),
        flags=tuple(dict.fromkeys(first.flags + second.flags)),
    )


def _refuse_skipped(*entries: Entry) -> None:
    if any(entry.state is State.SKIPPED for entry in entries):
        raise InputError(
            "This line counts as furniture of the web page, and is left whole. Only sentences "
            "that are translated can be split and joined."
        )


def _new_id(source: str, taken: Collection[str]) -> str:
    """The id of a segment with that source, unlike any that is taken."""
    base = id_ = next(content_ids([source]))
    number = 1
    while id_ in taken:
        number += 1
        id_ = f"{base}-{number}"
    return id_
