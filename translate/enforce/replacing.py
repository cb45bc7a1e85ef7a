"""A source with renderings in the place of its terms, for the model to carry over."""

from collections.abc import Collection, Sequence

from padanan.glossary import Match
from padanan.translate.enforce.capitals import capital, opens
from padanan.translate.enforce.shapes import shapes


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
        if source[: match.start].endswith("(") and source[match.end :].startswith(")"):
            continue  # the short form of what stands before it
        concept = match.concept
        forms = shapes(concept, concept.preferred, match, before="to ")
        rendering = forms[0]
        if opens(source[: match.start]):
            rendering = capital(rendering)
        text = text[: match.start] + rendering + text[match.end :]
    return text
