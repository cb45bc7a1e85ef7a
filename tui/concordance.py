"""The concordance: words looked for in the memory and in all articles of a folder."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from padanan.language import gettext as _
from padanan.language import marked, ngettext, number
from padanan.translate.bilingual import State
from padanan.tui.aids.finder import Finder
from padanan.tui.aids.item import Item, Look, Piece, Taking, spaced
from padanan.tui.aids.pairs import MOST, Pair, Query, look
from padanan.tui.tools import Tools

_STATES = {
    State.APPROVED: marked("approved"),
    State.DRAFT: marked("draft"),
    State.EMPTY: marked("no target"),
    State.SKIPPED: marked("skipped"),
}


@dataclass(frozen=True, slots=True)
class Goto:
    """A segment of the open article to go to."""

    entry_id: str


class Concordance(Finder[Taking | Goto]):
    """Gives the target of a pair that is taken, or where one of the open article is.

    Enter goes there, and writes nothing anywhere.

    Args:
        path: The bilingual file that is open.
        tools: Who has the memory.
        words: What is looked for to begin with.
        folder: Where the bilingual files are; by default that of the open one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f7", "leave", show=False)]

    def __init__(
        self, path: Path, tools: Tools, words: str = "", *, folder: Path | None = None
    ) -> None:
        hint = _('Words, "several words", or re:PATTERN.')
        super().__init__(_("Concordance"), hint, words)
        self._path = path
        self._folder = folder or path.parent
        self._tools = tools

    def look(self, line: str, dropped: Callable[[], bool]) -> Iterator[Sequence[Item]]:
        query = Query.parse(line)
        if query is not None:
            for pair in look(query, self._path, self._folder, self._tools, dropped):
                yield tuple(_items(pair, query))

    def summary(self, hits: int, *, done: bool) -> str:
        found = ngettext("{n} pair", "{n} pairs", hits).format(n=number(hits))
        if hits == MOST:
            return _("{pairs}, and there are more: add a word.").format(pairs=found)
        if not done:
            return _("{pairs} so far...").format(pairs=found)
        return found if hits else _("Neither the memory nor an article has this.")

    @property
    def keys(self) -> str:
        return _("Enter goes to a segment of this article, Ctrl+R takes the English, Esc closes")

    def taken(self, item: Item) -> Taking | Goto | None:
        return item.act if isinstance(item.act, Taking) and item.act.text else None

    def entered(self, item: Item) -> Taking | Goto | None:
        return item.key if isinstance(item.key, Goto) else None


def _items(pair: Pair, query: Query) -> Iterator[Item]:
    """A pair as it is shown: the source, the target, and where they are."""
    key = Goto(pair.segment) if pair.here else None
    yield Item(tuple(_marked(pair.source, query)), key, Taking(pair.target))
    if pair.target:
        yield Item(tuple(_marked(pair.target, query, Look.STRONG)), indent=2)
    facts = (
        _("this article") if pair.here else pair.article,
        _("segment {n}").format(n=number(pair.number)) if pair.number else "",
        _(_STATES[pair.state]),
        pair.who,
        pair.time[:10],
    )
    yield Item(spaced(Piece(fact, Look.QUIET) for fact in facts), indent=2)


def _marked(text: str, query: Query, plain: Look = Look.PLAIN) -> Iterator[Piece]:
    """A text in which what was looked for is to be seen."""
    end = 0
    for start, after in query.spans(text):
        yield Piece(text[end:start], plain)
        yield Piece(text[start:after], Look.HIT)
        end = after
    yield Piece(text[end:], plain)
