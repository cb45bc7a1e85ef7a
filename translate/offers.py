"""What the memory offers beside a model's draft: how a similar sentence was translated.

An offer is help for the translator and nothing more. The draft is not made from it, so that a
better one that comes into the memory later is no reason to draft anew.
"""

from collections.abc import Iterable

from padanan.translate.article import Segment
from padanan.translate.machine import Offer, one_line
from padanan.translate.memory import marked_diff
from padanan.translate.recall import Recall

LONGEST = 2_000
"""Characters of a source or target, beyond which nothing is offered: a sentence has fewer, and the
time and the memory that comparing takes grow with the square."""


def offers(segments: Iterable[Segment], memory: Recall | None) -> dict[str, Offer]:
    """What the memory offers for segments that the model drafts, by their ids.

    Args:
        segments: The segments.
        memory: The memory; None where it is not to be used.
    """
    if memory is None:
        return {}
    found = ((segment.id, _offer(segment.source, memory)) for segment in segments)
    return {id_: one for id_, one in found if one is not None}


def _offer(source: str, memory: Recall) -> Offer | None:
    if len(source) > LONGEST:
        return None
    hit = memory.similar(source)
    if hit is None or max(len(hit.unit.source), len(hit.target)) > LONGEST:
        return None
    return Offer(
        # Rounded down: 100 is for the same source alone.
        int(hit.score),
        one_line(marked_diff(hit.unit.source, source)),
        one_line(hit.target),
        one_line(f"{hit.unit.article} {hit.unit.segment}"),
    )
