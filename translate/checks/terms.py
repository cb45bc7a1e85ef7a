"""The glossary: its renderings are there, and what it avoids is not."""

from collections.abc import Iterator

from padanan.glossary import Concept, PartOfSpeech, RenderingForm, RenderingMatch
from padanan.glossary.problem import shown
from padanan.translate.adherence import Held, Use
from padanan.translate.checks.check import Check, Limits, Seen
from padanan.translate.checks.lenient import is_rendered
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.enforce.articles import takes_an
from padanan.translate.values import Found


class TermMissing(Check):
    """A term of the glossary that the translation does not render as it says."""

    id = "term-missing"
    name = "Term missing"
    severity = Severity.ERROR
    description = (
        "A term of the glossary stands in the source, and none of its renderings in the "
        "translation: neither as the glossary has it, nor inflected, nor parted by other words "
        "(“called it off”), nor as another part of speech (“Russian” for “Russia”)."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        missing: dict[Concept, list[Use]] = {}
        for use in pair.uses:
            # What is rendered in a way to be avoided is told once, by the other check; and the
            # US dollar of a sum that is there may be a sign.
            if use.held is Held.MISSING and not use.avoided and not _is_valued(use, pair):
                missing.setdefault(use.concept, []).append(use)
        for concept, uses in missing.items():
            first = uses[0]
            if any(is_rendered(sense, pair.target) for sense in (concept, *first.match.homonyms)):
                continue
            term = pair.source[first.match.start : first.match.end]
            yield Seen(
                f"{shown(term)} is {_renderings(first)} in the glossary.",
                tuple(Span(use.match.start, use.match.end) for use in uses),
            )


def _is_valued(use: Use, pair: Pair) -> bool:
    """Whether a term is part of a value that the translation has."""
    return any(
        one.found is Found.HELD
        and one.value.start < use.match.end
        and use.match.start < one.value.end
        for one in pair.values
    )


_MOST = 3
"""Renderings that a message tells."""


def _renderings(use: Use) -> str:
    """What a term may be rendered by, the preferred renderings of its senses first."""
    senses = (use.match.concept, *use.match.homonyms)
    ordered = [sense.preferred for sense in senses]
    ordered += [rendering for sense in senses for rendering in sense.admitted]
    first, *others = dict.fromkeys(ordered)
    also = f" (or {' or '.join(map(shown, others[: _MOST - 1]))})" if others else ""
    return f"{shown(first)}{also}"


class TermAvoided(Check):
    """A rendering that the glossary says not to use."""

    id = "term-avoided"
    name = "Term to be avoided"
    severity = Severity.ERROR
    description = (
        "The translation renders a term in a way that the glossary says is to be avoided. "
        "Another rendering is put there where that needs no other form."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        found: dict[tuple[int, int], tuple[Use, RenderingMatch]] = {}
        for use in pair.uses:
            for one in use.avoided:
                found.setdefault((one.start, one.end), (use, one))
        certain = {place: new for place, (_, one) in found.items() if (new := _instead(pair, one))}
        # One mending does for all, so that the fix of one does not undo another's.
        mended = pair.target
        for (start, end), new in sorted(certain.items(), reverse=True):
            mended = mended[:start] + new + mended[end:]
        for place, (use, one) in found.items():
            yield Seen(
                f"{shown(pair.target[one.start : one.end])} is to be avoided for "
                f"{shown(pair.source[use.match.start : use.match.end])}: the glossary has "
                f"{shown(one.concept.preferred)}.",
                (Span(use.match.start, use.match.end),),
                (Span(one.start, one.end),),
                mended if place in certain else None,
            )


def _instead(pair: Pair, avoided: RenderingMatch) -> str | None:
    """The preferred rendering as it stands in the place of an avoided one.

    None where another form, or another article before it, might be wanted.
    """
    preferred = avoided.concept.preferred
    there = pair.target[avoided.start : avoided.end]
    before = pair.target[: avoided.start].split()[-1:]
    article = before[0].lower() if before else ""
    if (
        avoided.form is not RenderingForm.BASE
        or avoided.concept.pos not in {PartOfSpeech.NOUN, PartOfSpeech.NAME}
        or there.casefold() != avoided.rendering.casefold()
        or (article in {"a", "an"} and (article == "an") != takes_an(preferred))
        or (len(there) > 1 and there.isupper())
    ):
        return None
    if there[0].isupper() and not avoided.rendering[0].isupper():
        preferred = preferred[0].upper() + preferred[1:]
    return preferred
