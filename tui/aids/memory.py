"""How similar sentences were translated: the hits of the memory."""

from collections.abc import Iterator
from dataclasses import dataclass

from padanan.address import Place
from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.translate.memory import Hit, HitKind, Memory
from padanan.translate.offers import LONGEST
from padanan.tui.aids.asking import Question
from padanan.tui.aids.item import (
    Count,
    Item,
    Look,
    Page,
    Piece,
    Taking,
    View,
    difference,
    said,
    spaced,
)

LIMIT = 5
"""Hits that are shown at most."""

THRESHOLD = 60.0
"""The score, in percent, from which a hit is shown. A person sees at once what is of use in it, so
that it may be lower than what is offered beside a draft (`recall.THRESHOLD`)."""


_PATIENCE = 2.0
"""Seconds that a memory is waited for in which another program is writing, or whose server is
gone."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the memory has for a segment.

    Attributes:
        hits: The hits, the best first.
        wanting: Where a memory would be, where there is none yet; None where there is one.
    """

    hits: tuple[Hit, ...] = ()
    wanting: Place | None = None


def gather(question: Question) -> Found:
    """Ask the memory about a segment's source.

    Raises:
        PadananError: It is damaged, or cannot be opened.
    """
    entry, place = question.entry, question.tools.desk.memory
    memory = Memory.find(place, patience=_PATIENCE)
    if memory is None:
        return Found(wanting=place)
    with memory:
        if len(entry.source) > LONGEST:
            exact = memory.exact(entry.source)
            return Found(() if exact is None else (exact,))
        # One more than is shown: the segment's own translation is no news.
        hits = memory.fuzzy(entry.source, LIMIT + 1, THRESHOLD)
    others = [
        hit
        for hit in hits
        if (hit.unit.segment, hit.unit.source, hit.target) != (entry.id, entry.source, entry.target)
    ]
    return Found(tuple(others[:LIMIT]))


def page(view: View, found: Found | None) -> Page:
    """The page of the memory's hits; None while it has not been asked."""
    if found is None:
        return Page((said(_("Asking the memory...")),))
    if found.wanting is not None:
        nothing = _(
            "There is no translation memory yet. It begins with the first segment that you approve "
            "({path})."
        )
        return Page((said(nothing.format(path=found.wanting)),))
    if not found.hits:
        return Page((said(_("Nothing like this has been approved before.")),))
    items = [item for place, hit in enumerate(found.hits) for item in _hit(view, place, hit)]
    return Page(tuple(items))


def count(found: Found | None) -> Count:
    """How many hits there are; None where there is no memory."""
    return Count(None if found is None or found.wanting is not None else len(found.hits))


def _hit(view: View, place: int, hit: Hit) -> Iterator[Item]:
    unit = hit.unit
    key = (place, unit, hit.target)
    yield Item(
        spaced(
            (
                # Rounded down: 100 is for the same source alone.
                Piece(f"{int(hit.score)} %", _score(hit)),
                Piece(hit.target, Look.STRONG),
                Piece(_("as it is now"), Look.QUIET) if hit.target == view.text else None,
            )
        ),
        ("hit", *key),
        Taking(hit.target, 0, len(view.text)),
    )
    if hit.kind is HitKind.EXACT:
        source: tuple[Piece, ...] = (Piece(_("The same sentence."), Look.QUIET),)
    else:
        source = difference(unit.source, view.entry.source)
    yield Item(source, ("source", *key), indent=2)
    others = ngettext("{n} other translation", "{n} other translations", hit.others)
    facts = (
        _("its numbers and dates put in") if hit.kind is HitKind.ADAPTED else "",
        unit.article,
        unit.who,
        unit.time[:10],
        others.format(n=number(hit.others)) if hit.others else "",
    )
    if any(facts):
        pieces = spaced(Piece(fact, Look.QUIET) for fact in facts)
        yield Item(pieces, ("facts", *key), indent=2)


def _score(hit: Hit) -> Look:
    if hit.kind is not HitKind.FUZZY:
        return Look.GOOD
    return Look.PLAIN if hit.score >= 85 else Look.DOUBTFUL
