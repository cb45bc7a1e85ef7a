"""What a person did, in the light of what others did meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from padanan.translate.bilingual import Entry
from padanan.tui.changes import Change, imposed, key, retold, text


def over(
    history: Sequence[Change], overruled: Iterable[tuple[Change, Entry]]
) -> dict[Change, Change]:
    """Changes of a history as if the person had seen the text of others that they went over.

    Of several changes of one entry, each goes on from the one before; and where the person went
    back to the text they had seen at first, they go back to that of the others.

    Args:
        history: The changes.
        overruled: Changes that went over a text of others, with the entry that they replaced.

    Returns:
        By a change that is another now, that one.
    """
    members = set(history)
    first: dict[str, tuple[Change, Entry]] = {}
    for change, theirs in overruled:
        if change in members:
            first.setdefault(theirs.id, (change, theirs))
    instead: dict[Change, Change] = {}
    for begin, theirs in first.values():
        _follow(history[history.index(begin) :], theirs, instead)
    return instead


def _follow(history: Iterable[Change], theirs: Entry, instead: dict[Change, Change]) -> None:
    """Retell what was done to one entry, from the text of others on."""
    now, texts = theirs, dict[tuple[object, ...], Entry]()
    for change in history:
        place = next((i for i, one in enumerate(change.seen) if key(one) == key(theirs)), -1)
        if place < 0:
            continue
        told = instead.get(change, change)
        seen = (*told.seen[:place], now, *told.seen[place + 1 :])
        if change.recut:
            instead[change] = replace(told, seen=seen)
            return
        before, after = change.seen[place], change.new[place]
        texts.setdefault(text(before), now)
        then = imposed(now, before, after)
        if text(after) in texts:
            then = retold(then, texts[text(after)])
        texts[text(after)] = now = then
        instead[change] = replace(
            told, seen=seen, new=(*told.new[:place], now, *told.new[place + 1 :])
        )


def without(change: Change, void: Iterable[str]) -> Change | None:
    """A change without the decisions on some entries, if anything is left of it."""
    if change.recut:
        return None
    pairs = [
        (seen, replace(seen, comment=new.comment, flags=new.flags) if seen.id in void else new)
        for seen, new in zip(change.seen, change.new, strict=True)
    ]
    pairs = [(seen, new) for seen, new in pairs if seen != new]
    if not pairs:
        return None
    before, after = zip(*pairs, strict=True)
    return Change(before, after, change.typed)
