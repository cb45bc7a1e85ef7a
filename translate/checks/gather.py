"""From bilingual files to pairs: what checks need to know of each entry."""

from collections.abc import Iterator

from padanan.glossary import Glossary
from padanan.translate.adherence import Use, uses
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.checks.pair import Pair
from padanan.translate.values import value_uses


def pair_of(entry: Entry, article: str, glossary: Glossary | None) -> Pair:
    """An entry as checks see it.

    Args:
        entry: An entry of a bilingual file.
        article: What the article is called in messages.
        glossary: The terms; None checks none.
    """
    held: tuple[Use, ...] = ()
    if not entry.target.strip():
        return Pair.of(entry, article)
    if glossary is not None:
        held = uses(glossary, entry.source, entry.target)
    return Pair.of(entry, article, uses=held, values=value_uses(entry.source, entry.target))


def pairs_of(bilingual: Bilingual, article: str, glossary: Glossary | None) -> Iterator[Pair]:
    """The pairs of an article, in its order; skipped lines without a target are none."""
    for entry in bilingual.entries:
        if entry.state is not State.SKIPPED or entry.target.strip():
            yield pair_of(entry, article, glossary)
