"""Looking a word up in the glossary, Indonesian or English."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from padanan.glossary import Concept, Glossary
from padanan.glossary.search import Found, How, Role, search
from padanan.language import gettext as _
from padanan.language import marked, ngettext, number
from padanan.tui.aids.finder import Finder
from padanan.tui.aids.item import Item, Look, Piece, Taking, spaced
from padanan.tui.termwords import FLAGS, PARTS
from padanan.tui.tools import Tools

LIMIT = 20
"""Concepts that are shown at most."""

_ROLES = {
    Role.TERM: marked("a term"),
    Role.PREFERRED: marked("the rendering to use"),
    Role.ADMITTED: marked("another accepted rendering"),
    Role.AVOIDED: marked("a rendering to avoid"),
}
_HOW = {
    How.EXACT: "",
    How.FORM: marked("in another form"),
    How.INSIDE: marked("among these words"),
    How.AROUND: marked("with these words in it"),
    How.DERIVED: marked("from which this is derived"),
    How.SIMILAR: marked("of similar spelling"),
}


_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def word_at(text: str, cursor: int) -> str:
    """The word that the cursor stands in, or at an end of; empty where it stands at none."""
    return next((one[0] for one in _WORD.finditer(text) if one.start() <= cursor <= one.end()), "")


class Lookup(Finder[Taking]):
    """Shows the concepts that answer some words; gives a rendering to put at the cursor.

    Args:
        tools: Who has the glossary.
        words: What is looked up to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f9", "leave", show=False)]

    def __init__(self, tools: Tools, words: str = "") -> None:
        hint = _("An Indonesian or English word, in any form.")
        super().__init__(_("Glossary"), hint, words)
        self._tools = tools

    def look(self, line: str, dropped: Callable[[], bool]) -> Iterator[Sequence[Item]]:  # noqa: ARG002
        glossary = self._tools.glossary()
        if glossary is not None:
            for place, found in enumerate(search(glossary, line, limit=LIMIT)):
                yield tuple(_items(glossary, place, found))

    def summary(self, hits: int, *, done: bool) -> str:  # noqa: ARG002
        if self._tools.trouble:
            return self._tools.trouble
        if not hits:
            return _("The glossary does not have this.")
        return ngettext("{n} concept", "{n} concepts", hits).format(n=number(hits))

    def taken(self, item: Item) -> Taking | None:
        return item.act if isinstance(item.act, Taking) else None


def _items(glossary: Glossary, place: int, found: Found) -> Iterator[Item]:
    """A concept as it is shown: its terms and how it was found, its renderings, what is to be
    known of it."""
    concept = found.concept
    part = _(PARTS[concept.pos]) if concept.pos else ""
    flags = (_(FLAGS[flag]) for flag in sorted(concept.flags))
    grammar = ", ".join(filter(None, (part, concept.domain, *flags)))
    whence = _("glossary") if concept in glossary.find(concept.terms[0]) else _("CLDR")
    title = (
        Piece("; ".join(concept.terms), Look.STRONG),
        Piece(grammar, Look.QUIET),
        Piece(whence, Look.QUIET),
        Piece(_how(found), Look.QUIET),
    )
    yield Item(spaced(title), concept=concept, indent=-1)
    for rendering in concept.renderings:
        yield _rendering(place, concept, rendering)
    if concept.avoided:
        avoided = _("not: {words}").format(words="; ".join(concept.avoided))
        yield Item((Piece(avoided, Look.BAD),), concept=concept)
    if concept.note:
        yield Item((Piece(concept.note),), concept=concept)


def _rendering(place: int, concept: Concept, rendering: str) -> Item:
    preferred = rendering == concept.preferred
    pieces = spaced(
        (
            Piece(rendering, Look.STRONG if preferred else Look.PLAIN),
            Piece(_("to use") if preferred else _("also"), Look.QUIET),
        )
    )
    return Item(pieces, (place, rendering), Taking(rendering), concept)


def _how(found: Found) -> str:
    """How a concept was found, where the words are not simply one of its terms."""
    if found.how is How.EXACT and found.role is Role.TERM:
        return ""
    how = _(_HOW[found.how])
    return ", ".join(filter(None, (f"“{found.entry}”", _(_ROLES[found.role]), how)))
