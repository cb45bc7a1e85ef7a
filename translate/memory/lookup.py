"""What a memory has for a source."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from padanan.translate.memory.keys import skeleton_key
from padanan.translate.memory.normal import normalised
from padanan.translate.memory.score import ALMOST, closest
from padanan.translate.memory.store import Reader, Source
from padanan.translate.memory.unit import Hit, HitKind, Unit
from padanan.translate.values import skeleton, transfer

_ADAPTABLE = 10
"""Sources of one skeleton that are tried, those stored last first: where these cannot be adapted,
no other is likely to be. There may be as many as articles: every dateline has the same."""

_RECENT = 200
"""Units of one source that are looked at, those stored last: there may be one in each article."""


def exact(reader: Reader, source: str) -> Hit | None:
    """The latest unit of the same source; failing that, of one that differs in its values only."""
    same = _hits(reader.same(normalised(source), _RECENT), HitKind.EXACT, 100.0)
    return same[0] if same else next((hit for _, hit in _adapted(reader, source)), None)


def fuzzy(reader: Reader, source: str, limit: int, threshold: float) -> tuple[Hit, ...]:
    """The hits for a source, the best first: exact, adapted, then by score and time.

    Each is another pair of source and target.
    """
    text = normalised(source)
    hits = _hits(reader.same(text, _RECENT), HitKind.EXACT, 100.0)
    seen = {text}
    for then, hit in _adapted(reader, source):
        seen.add(then)
        if hit.target not in {other.target for other in hits}:  # many datelines give one
            hits.append(hit)
    others = [one for one in reader.alike(text, threshold) if one.text not in seen]
    return tuple([*hits, *_fuzzies(reader, text, others, limit, threshold)][:limit])


def _fuzzies(
    reader: Reader, text: str, others: Sequence[Source], limit: int, threshold: float
) -> list[Hit]:
    """Hits on other sources that are alike enough, by score and time; at least so many if there
    are."""
    near = [
        (percent, others[place].number)
        for place, percent in closest(text, [other.text for other in others], threshold)
    ]
    if not near:
        return []
    near.sort(reverse=True)
    # Each source has one unit at least; of those with the last score the latest is wanted.
    least = near[min(limit, len(near)) - 1][0]
    near = [one for one in near if one[0] >= least]
    units = reader.of([number for _, number in near], _RECENT)
    fuzzies = [
        hit
        for percent, number in near
        for hit in _hits(units.get(number, ()), HitKind.FUZZY, percent)
    ]
    fuzzies.sort(key=lambda hit: (hit.score, hit.unit.time), reverse=True)
    return fuzzies


def _hits(units: Sequence[Unit], kind: HitKind, score: float) -> list[Hit]:
    """A hit for each target among the units of a source, the latest first.

    Args:
        units: Those stored last first.
        kind: What the hits are.
        score: The same.
    """
    found: dict[str, Unit] = {}
    # Of one time the one stored last, which sorting leaves before the others.
    for unit in sorted(units, key=lambda unit: unit.time, reverse=True):
        found.setdefault(unit.target, unit)
    others = len(found) - 1
    return [Hit(unit, kind, score, unit.target, others) for unit in found.values()]


def _adapted(reader: Reader, source: str) -> Iterator[tuple[str, Hit]]:
    """Hits on sources that differ in their values only, where these can be put in; those stored
    last first. Each comes with its source, normalised."""
    text = normalised(source)
    hashed = skeleton_key(text)
    if hashed is None:
        return
    bare = skeleton(text)
    found = [
        one
        for one in reader.bare(hashed, _ADAPTABLE)
        if one.text != text and skeleton(one.text) == bare
    ]
    # The first one mostly will do, and the others are not asked for.
    for some in (found[:1], found[1:]):
        units = reader.of([one.number for one in some], _RECENT) if some else {}
        for one in some:
            for hit in _hits(units.get(one.number, ()), HitKind.ADAPTED, ALMOST)[:1]:
                target = transfer(hit.unit.source, hit.target, source)
                if target is not None:
                    yield one.text, replace(hit, target=target)
