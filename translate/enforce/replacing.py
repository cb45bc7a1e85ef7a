"""A source that says how its terms are rendered, for the model to carry over."""

from collections.abc import Collection, Sequence

from padanan.glossary import Match
from padanan.translate.enforce.capitals import capital, opens
from padanan.translate.enforce.shapes import shapes
from padanan.translate.enforce.verdict import is_apposed
from padanan.translate.engine.protocol import Mark


def replaced(source: str, matches: Sequence[Match], wanted: Collection[int]) -> str:
    """`source` with the preferred renderings of some terms in their place, for any model.

    Args:
        source: What the model is to translate.
        matches: Its terms, in order.
        wanted: The places among them of those to be replaced.
    """
    text = source
    for mark in reversed(marks(source, matches, wanted)):
        rendering = mark.rendering
        if opens(source[: mark.start]):
            rendering = capital(rendering)
        text = text[: mark.start] + rendering + text[mark.end :]
    return text


def marks(source: str, matches: Sequence[Match], wanted: Collection[int]) -> list[Mark]:
    """The preferred renderings of some terms in base form, for a model that reads marks.

    Args:
        source: What the model is to translate.
        matches: Its terms, in order.
        wanted: The places among them of those to be marked.
    """
    found: list[Mark] = []
    for at in sorted(wanted):
        match = matches[at]
        if is_apposed(source, match):
            continue
        rendering = shapes(match.concept, match.concept.preferred, match, before="to ")[0]
        found.append(Mark(match.start, match.end, rendering))
    return found
