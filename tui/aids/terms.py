"""The terms of a segment: how each is rendered, and all it may be rendered by."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from padanan.glossary import Concept, Match
from padanan.language import gettext as _
from padanan.language import marked, number
from padanan.translate.adherence import Held, Use
from padanan.tui.aids.asking import Question
from padanan.tui.aids.item import Count, Item, Look, Page, Piece, Unfold, View, said, spaced
from padanan.tui.aids.placing import taking
from padanan.tui.looking import NOTHING, Kind
from padanan.tui.termwords import PARTS


class Stand(IntEnum):
    """How a term stands; those that somebody should look at come first."""

    MISSING = 0
    AVOIDED = 1
    OTHER = 2
    LOOSE = 3
    HELD = 4


SIGNS = {
    Stand.MISSING: ("✗", Look.BAD, marked("missing")),
    Stand.AVOIDED: ("!", Look.BAD, marked("rendering to be avoided")),
    Stand.OTHER: ("✓", Look.GOOD, marked("accepted")),
    Stand.LOOSE: ("✓", Look.GOOD, marked("rendered in another form")),
    Stand.HELD: ("✓", Look.GOOD, marked("held")),
}
"""Of each way to stand its sign, how that is drawn, and what it says."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the glossary says beyond the terms themselves.

    Attributes:
        derived: Words derived from terms.
        builtin: The concepts in the segment that are not curated but CLDR's.
        trouble: What is wrong with the glossary, in a sentence.
    """

    derived: tuple[Match, ...] = ()
    builtin: frozenset[Concept] = field(default_factory=frozenset)
    trouble: str = ""


def gather(question: Question) -> Found:
    """Ask the glossary about a segment's source."""
    glossary, source = question.tools.glossary(), question.entry.source
    if glossary is None:
        return Found(trouble=question.tools.trouble)
    there = {
        sense for match in glossary.match(source) for sense in (match.concept, *match.homonyms)
    }
    curated = there.intersection(glossary.concepts)
    return Found(glossary.suggest(source), frozenset(there - curated))


def page(view: View, found: Found | None) -> Page:
    """The page of a segment's terms.

    Args:
        view: The segment.
        found: What the glossary says beyond that; None while it has not been asked.
    """
    if view.looked is None:
        return Page((said(_("Looking for terms...")),))
    found = found or Found()
    groups = sorted(_groups(view), key=lambda one: one[0])
    items = [item for group in groups for item in _term(view, *group, found)]
    if found.trouble:
        items.append(said(found.trouble, Look.BAD))
    elif not groups:
        items.append(said(_("No term of the glossary is in this segment.")))
    items += [_derived(view, match) for match in found.derived]
    return Page(tuple(items))


def count(view: View) -> Count:
    """How many terms there are, and how many of them are missing or wrong."""
    if view.looked is None:
        return Count()
    stands = [stand for stand, _uses in _groups(view)]
    return Count(len(stands), sum(stand <= Stand.AVOIDED for stand in stands))


def first(view: View) -> Concept | None:
    """The concept that the page begins with, if there is one."""
    uses = min(_groups(view), key=lambda one: one[0], default=(Stand.HELD, ()))[1]
    return next((use.match.concept for use in uses), None)


def _groups(view: View) -> Iterator[tuple[Stand, list[Use]]]:
    """The uses of each term that stand alike, in the order of the source."""
    looked, source = view.looked or NOTHING, view.entry.source
    missing = {mark.start for mark in looked.source if mark.kind is Kind.MISSING}
    groups: dict[tuple[Concept, str, Stand], list[Use]] = {}
    for use in looked.uses:
        # Of an empty target the checks say nothing.
        stand = _stand(use, missing) if view.text.strip() else Stand.MISSING
        term = source[use.match.start : use.match.end].casefold()
        groups.setdefault((use.match.concept, term, stand), []).append(use)
    for (_concept, _term, stand), uses in groups.items():
        yield stand, uses


def _stand(use: Use, missing: set[int]) -> Stand:
    if use.avoided:
        return Stand.AVOIDED
    if use.held is Held.MISSING:
        # The checks know of renderings that the glossary alone would not see.
        return Stand.MISSING if use.match.start in missing else Stand.LOOSE
    return Stand.HELD if use.agreed else Stand.OTHER


def _term(view: View, stand: Stand, uses: list[Use], found: Found) -> Iterator[Item]:
    """The items of a term: what it is, and for each of its meanings what renders it. Of one that
    needs nothing, they are folded to a line."""
    use = uses[0]
    sign, look, words = SIGNS[stand]
    there = use.avoided[0] if use.avoided else use.rendering
    state = _(words) if there is None else f"{_(words)} “{view.text[there.start : there.end]}”"
    senses = (use.match.concept, *use.match.homonyms)
    term = view.entry.source[use.match.start : use.match.end]
    key = ("term", use.match.start)
    folds = stand > Stand.AVOIDED
    title = (
        Piece(term, Look.STRONG),
        Piece(f"×{number(len(uses))}", Look.QUIET) if len(uses) > 1 else None,
        Piece(state, look),
    )
    if folds and view.unfolded != key:
        more = len(senses) > 1 or len(use.concept.renderings) > 1 or use.concept.note
        pieces = (Piece(f"{sign} ", look), *spaced((*title, *_others(use))))
        act = Unfold(key) if more else None
        yield Item(pieces, key, act, use.concept, folded=True)
        return
    facts = spaced((*title, *(_about(senses[0], term, found) if len(senses) == 1 else ())))
    yield Item((Piece(f"{sign} ", look), *facts), key, concept=senses[0], indent=-1)
    for sense in senses:
        if len(senses) > 1:
            about = spaced(_about(sense, term, found))
            yield Item(about, ("about", *key, sense), concept=sense)
        yield from _sense(view, use, sense)


def _others(use: Use) -> Iterator[Piece]:
    """What a term may be rendered by beside what is there, in a line."""
    concept = use.concept
    there = use.rendering.rendering if use.rendering is not None else ""
    if there not in ("", concept.preferred):
        yield Piece(_("first choice: {words}").format(words=concept.preferred), Look.QUIET)
    others = [one for one in concept.admitted if one != there]
    if others:
        yield Piece(_("also: {words}").format(words="; ".join(others)), Look.QUIET)


def _sense(view: View, use: Use, sense: Concept) -> Iterator[Item]:
    """What renders one meaning of a term, and what is to be known of it."""
    key = (use.match.start, sense)
    for rendering in sense.renderings:
        preferred = rendering == sense.preferred
        yield Item(
            spaced(
                (
                    Piece(rendering, Look.STRONG if preferred else Look.PLAIN),
                    Piece(_("to use") if preferred else _("also"), Look.QUIET),
                )
            ),
            ("rendering", *key, rendering),
            taking(view, use, sense, rendering),
            sense,
        )
    if sense.avoided:
        avoided = _("not: {words}").format(words="; ".join(sense.avoided))
        # Loud only where one of them stands in the target.
        look = Look.BAD if use.avoided else Look.QUIET
        yield Item((Piece(avoided, look),), ("avoided", *key), concept=sense)
    if sense.note:
        yield Item((Piece(sense.note),), ("note", *key), concept=sense)


def _about(sense: Concept, term_there: str, found: Found) -> Iterator[Piece]:
    """A concept's other terms, its part of speech and domain, and where it is from."""
    others = [term for term in sense.terms if term.casefold() != term_there.casefold()]
    yield Piece("; ".join(others), Look.QUIET)
    part = _(PARTS[sense.pos]) if sense.pos else ""
    yield Piece(", ".join(filter(None, (part, sense.domain))), Look.QUIET)
    yield Piece(_("CLDR") if sense in found.builtin else _("glossary"), Look.QUIET)


def _derived(view: View, match: Match) -> Item:
    word = view.entry.source[match.start : match.end]
    sentence = _("“{word}” is derived from “{term}”: {renderings}").format(
        word=word, term=match.term, renderings="; ".join(match.concept.renderings)
    )
    return Item((Piece(sentence, Look.QUIET),), ("derived", match.start), concept=match.concept)
