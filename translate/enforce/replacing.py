"""A source with renderings in the place of its terms, for the model to carry over."""

from collections.abc import Collection, Sequence

from padanan.glossary import Match
from padanan.translate.enforce.capitals import capital, opens
from padanan.translate.enforce.shapes import shapes
from padanan.translate.enforce.verdict import is_apposed


def replaced(source: str, matches: Sequence[Match], wanted: Collection[int]) -> str:
    """`source` with the preferred renderings of some terms in their place.

    Args:
        source: What the model is to translate.
        matches: Its terms, in order.
        wanted: The places among them of those to be replaced.
    """
    text = source
    for at in sorted(wanted, reverse=True):
        match = matches[at]
        if is_apposed(source, match):
            continue
        concept = match.concept
        forms = shapes(concept, concept.preferred, match, before="to ")
        rendering = forms[0]
        if opens(source[: match.start]):
            rendering = capital(rendering)
        text = text[: match.start] + rendering + text[match.end :]
    return text
