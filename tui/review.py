"""The screen for reviewing one article."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.command import Provider
from textual.containers import Vertical
from textual.message import Message

from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.translate.bilingual import Entry, State
from padanan.tui.actions import Place
from padanan.tui.aids.item import Taking, View
from padanan.tui.aids.panel import Aids
from padanan.tui.deeds.all import DEEDS
from padanan.tui.editor import Editor
from padanan.tui.footer import Footer
from padanan.tui.heading import Heading
from padanan.tui.keeping import Change, Snapshot, rewritten
from padanan.tui.looker import Looker
from padanan.tui.looking import Looked
from padanan.tui.overview import progress
from padanan.tui.palette import Commands
from padanan.tui.presence import Presence
from padanan.tui.query import Seen, Test
from padanan.tui.registry import BY_ID
from padanan.tui.saving import Saving
from padanan.tui.segments import Segments
from padanan.tui.tools import Tools

UNREVIEWED = frozenset({State.DRAFT, State.EMPTY})

WIDE = 150
"""Columns from which the panel stands beside the segments instead of below them."""


class Review(Saving):
    """Source and target side by side, to be approved or corrected.

    What a key does is a deed (`padanan.tui.deeds`); deeds ask and change the work through the
    attributes and methods of this screen.

    Args:
        name: What the heading calls the article.
        snapshot: Its bilingual file.
        tools: The glossary, the memory and the model.
        presence: Who has the article open.
        leads_back: Whether there is a list of articles to go back to.
    """

    COMMANDS: ClassVar[set[type[Provider]]] = {Commands}  # type: ignore[assignment]

    class Looked(Message):
        """Some entries were looked at."""

        def __init__(self, ids: Sequence[str]) -> None:
            super().__init__()
            self.ids = ids

    def __init__(
        self,
        name: str,
        snapshot: Snapshot,
        tools: Tools,
        presence: Presence,
        *,
        leads_back: bool,
    ) -> None:
        super().__init__(snapshot)
        self.tools = tools
        self.presence = presence
        self.leads_back = leads_back
        self.looker = Looker(tools, lambda ids: self.post_message(self.Looked(ids)))
        self.segments = Segments(self.work.entries, self.looker.known)
        self.editor = Editor()
        self.aids = Aids(tools)
        self.query = ""
        """What was searched for last."""
        self.filtered: tuple[str, Test] | None = None
        """The filter: as it was written, and its test."""
        self.by_risk = False
        """Whether the most doubtful segments come first."""
        self._heading = Heading(name)
        self._footer = Footer(Place.LIST, tools.keys)

    def compose(self) -> ComposeResult:
        yield self._heading
        with Vertical(id="desk"):
            yield from self._desk()
        yield self._footer

    # What deeds ask

    @property
    def entry(self) -> Entry | None:
        """The entry being edited, else the one under the cursor."""
        return self.editor.entry or self.segments.current

    @property
    def text(self) -> str:
        """Its target: what is being typed, else what is in the article."""
        if self.editor.entry is not None:
            return self.editor.target
        return self.segments.current.target if self.segments.current else ""
