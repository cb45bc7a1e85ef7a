"""How a translation renders the terms of its source: which rendering, where, or none."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from padanan.glossary import Concept, Glossary, Match, RenderingForm, RenderingMatch, Status
from padanan.glossary.variants import is_shape_of_preferred


class Held(StrEnum):
    """How a term of the source is rendered in the target."""

    PREFERRED = "preferred"
    """By the rendering to use."""

    ADMITTED = "admitted"
    """By another accepted one."""

    MISSING = "missing"
    """By none that the glossary accepts."""


@dataclass(frozen=True, slots=True)
class Use:
    """A term of the source and what became of it.

    Attributes:
        match: The term.
        concept: What it is taken for: of homonyms the one whose rendering is there, else the first.
        held: How it is rendered.
        rendering: Its rendering in the target, where it is held.
        avoided: Renderings in the target that the glossary says are not to be used for it. Where
            one of its homonyms is held, that one's only.
        agreed: Whether the glossary could ask for nothing better: the preferred rendering is there,
            or an admitted one that is the same in the shape the sentence wants (Russian for Russia,
            where the source has it after a noun).
    """

    match: Match
    concept: Concept
    held: Held
    rendering: RenderingMatch | None
    avoided: tuple[RenderingMatch, ...]
    agreed: bool


def senses(matches: Iterable[Match]) -> tuple[Concept, ...]:
    """All that some terms may mean, each concept once.

    A `Glossary` of these is enough for `uses`. Building what recognises renderings takes time by
    the concept, so that for a few articles it is far quicker than the whole.
    """
    return tuple(
        dict.fromkeys(one for match in matches for one in (match.concept, *match.homonyms))
    )


def uses(
    glossary: Glossary, source: str, target: str, matches: Sequence[Match] | None = None
) -> tuple[Use, ...]:
    """What became of each term of `source` in `target`, in the order of the source.

    A term that stands several times is held by one rendering: where Indonesian repeats a name,
    English has a pronoun or joins ("the Russian and Ukrainian presidents"). Each further
    occurrence is given the next rendering if there is one, else the last.

    Args:
        glossary: The terms.
        source: The Indonesian segment.
        target: Its translation.
        matches: What `glossary.match(source)` gives, if it is known already.
    """
    if matches is None:
        matches = glossary.match(source)
    if not matches:
        return ()
    there: dict[Concept, list[RenderingMatch]] = {one: [] for one in senses(matches)}
    for rendering in glossary.renderings(target, there.keys()):
        there[rendering.concept].append(rendering)
    # Once for each concept, for a term may stand in a source many times.
    found = {concept: (_accepted(all_), _avoided(all_)) for concept, all_ in there.items()}
    taken: dict[Concept, int] = {}
    made: list[Use] = []
    for match in matches:
        use = _use(source, target, match, found, taken)
        if use.held is Held.MISSING and made:
            use = _within(source, target, made[-1], use)
        made.append(use)
    return tuple(made)


def _within(source: str, target: str, name: Use, use: Use) -> Use:
    """A short form in brackets after a full name, which English says in the name: Menteri Luar
    Negeri Amerika Serikat (AS), the US Secretary of State."""
    between = source[name.match.end : use.match.start]
    if between != " (" or name.rendering is None:
        return use
    for rendering in use.concept.renderings:
        start = target.find(rendering, name.rendering.start, name.rendering.end)
        if start >= 0:
            preferred = rendering == use.concept.preferred
            status = Status.PREFERRED if preferred else Status.ADMITTED
            end = start + len(rendering)
            found = RenderingMatch(start, end, use.concept, rendering, status, RenderingForm.BASE)
            held = Held.PREFERRED if preferred else Held.ADMITTED
            return Use(use.match, use.concept, held, found, use.avoided, agreed=True)
    return use


def _use(
    source: str,
    target: str,
    match: Match,
    found: Mapping[Concept, tuple[list[RenderingMatch], tuple[RenderingMatch, ...]]],
    taken: dict[Concept, int],
) -> Use:
    meanings = senses([match])
    accepted = {sense: ordered for sense in meanings if (ordered := found[sense][0])}
    if not accepted:
        avoided = tuple(one for sense in meanings for one in found[sense][1])
        return Use(match, match.concept, Held.MISSING, None, avoided, agreed=False)
    concept = min(accepted, key=lambda sense: accepted[sense][0].status is not Status.PREFERRED)
    place = taken.get(concept, 0)
    taken[concept] = place + 1
    renderings = accepted[concept]
    rendering = renderings[min(place, len(renderings) - 1)]
    agreed = _agrees(source, target, match, rendering)
    if not agreed and _agrees(source, target, match, renderings[0]):
        # Of two that stand there the preferred one fits anywhere: Australia, not Australian.
        rendering, agreed = renderings[0], True
    held = Held.PREFERRED if rendering.status is Status.PREFERRED else Held.ADMITTED
    return Use(match, concept, held, rendering, found[concept][1], agreed)


def _agrees(source: str, target: str, match: Match, rendering: RenderingMatch) -> bool:
    """Whether nothing better than a rendering could be asked for."""
    if rendering.status is Status.PREFERRED:
        return True
    head = _is_head(source, match) or _stands_alone(target, rendering)
    return is_shape_of_preferred(rendering.concept, rendering.rendering, match.term, head=head)


_BEFORE_HEADS = re.compile(
    r"(?:^|[^\w\s]\s?|\b(?:di|ke|dari|pada|dengan|oleh|untuk|antara|bagi|terhadap|tentang|menuju|dalam"
    r"|kepada|melawan|menyerang|meninggalkan|tiba di|asal)\s)$",
    re.IGNORECASE,
)
"""What stands before a noun that belongs to no other noun: a preposition, a mark, nothing."""


def _is_head(source: str, match: Match) -> bool:
    """Whether a term is a noun of its own, so that its adjective would not do: di Rusia."""
    return _BEFORE_HEADS.search(source[max(0, match.start - 20) : match.start]) is not None


def _accepted(renderings: Iterable[RenderingMatch]) -> list[RenderingMatch]:
    """The accepted renderings, preferred ones first, then in the order of the target."""
    accepted = [one for one in renderings if one.status is not Status.AVOIDED]
    return sorted(accepted, key=lambda one: (one.status is not Status.PREFERRED, one.start))


def _avoided(renderings: Iterable[RenderingMatch]) -> tuple[RenderingMatch, ...]:
    """Those to be avoided, in the order of the target."""
    return tuple(one for one in renderings if one.status is Status.AVOIDED)


_NO_NOUN = re.compile(
    r"\s*(?:$|[^\w\s'’\"“(-]|(?:and|are|as|at|by|can|could|for|from|had|has|have|in|is|not|of|on|or|said"
    r"|says|that|to|was|were|which|who|will|with|would)\b)",
    re.IGNORECASE,
)
"""What does not follow an adjective that belongs to a noun."""


def _stands_alone(target: str, rendering: RenderingMatch) -> bool:
    """Whether an adjective of a place has no noun after it: an impasse on Ukrainian."""
    words = target[rendering.start : rendering.end]
    before = target[max(0, rendering.start - 8) : rendering.start]
    if words.endswith("s") or re.search(r"\b(?:an?|the)\s$", before, re.IGNORECASE):
        return False  # Ukrainians, a Ukrainian, the French
    return _NO_NOUN.match(target, rendering.end) is not None
