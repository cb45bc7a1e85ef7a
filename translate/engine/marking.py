"""Sources that say how some of their words are to be rendered, for models that learnt to read it.

Between the pieces of the source stand a term's rendering and three symbols of the package's own:
`<term>` pieces of the term `<means>` pieces of the rendering `</term>` (after Dinu et al. 2019,
"Training neural machine translation to apply terminology constraints"). The symbols are no text:
nothing that a source can say is taken for one.
"""

from collections.abc import Callable, Sequence

from padanan.translate.engine.protocol import Mark
from padanan.translate.engine.tokenizer import locate


def marked(
    text: str,
    pieces: Sequence[str],
    marks: Sequence[Mark],
    encode: Callable[[str], list[str]],
    symbols: tuple[str, str, str],
) -> list[str]:
    """The pieces of `text` with its marks between them.

    Args:
        text: The source.
        pieces: Its pieces.
        marks: What is to be said of it; those that overlap an earlier one are left out, as are
            those that no piece stands for.
        encode: The tokenizer.
        symbols: What opens a mark, stands before the rendering, and closes it.
    """
    opening, between, closing = symbols
    spans = locate(pieces, text)
    found: list[str] = []
    done = 0
    for mark in sorted(marks):
        inside = [
            at
            for at, (start, end) in enumerate(spans)
            if start < end and start < mark.end and mark.start < end
        ]
        if not inside or inside[0] < done:
            continue
        found += pieces[done : inside[0]]
        done = inside[-1] + 1
        term = pieces[inside[0] : done]
        found += [opening, *term, between, *encode(mark.rendering), closing]
    return [*found, *pieces[done:]]
