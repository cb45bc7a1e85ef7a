"""The editor of one target, in the place of that target."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from padanan.translate.bilingual import Entry
from padanan.tui.actions import Place
from padanan.tui.fitting import fitted, moved
from padanan.tui.looking import Kind, Looked, Mark, resolved
from padanan.tui.one_line import OneLine
from padanan.tui.registry import bindings
from padanan.tui.text import one_line

if TYPE_CHECKING:
    from padanan.tui.aids.item import Taking


class Editor(OneLine):
    """Edits one target. It is hidden while no entry is being edited."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EDITOR)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"editor--{kind}" for kind in Kind}
    DEFAULT_CSS = """
    Editor {
        display: none;
        border: none;
        padding: 0;
        scrollbar-size-vertical: 1;
        background: $surface;
        &:focus { border: none; }
        & > .editor--held { text-style: underline; }
        & > .editor--value { text-style: italic underline; }
        & > .editor--missing { color: $text-error; text-style: bold underline; }
        & > .editor--lost { color: $text-error; text-style: bold italic underline; }
        & > .editor--avoided { color: $text-warning; text-style: bold strike; }
        &:nocolor > .editor--lost { text-style: italic reverse; }
    }
    """

    entry: reactive[Entry | None] = reactive(None, repaint=False, init=False, always_update=True)
    """The entry being edited, as it was when the editor opened on it."""

    class Typed(Message):
        """The text is another one now.

        Attributes:
            text: What it is.
        """

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self.match_cursor_bracket = False
        self.cursor_blink = False
        self._known = ""
        self._marks: tuple[Mark, ...] = ()
        self._painted: tuple[str, list[tuple[int, int, Style]]] | None = None

    # Opening and closing

    def open(self, entry: Entry, text: str | None = None) -> None:
        """Edit the target of an entry.

        Args:
            entry: The entry.
            text: What was being typed before; undoing it brings the target back. None for nothing.
        """
        self._known, self._marks, self._painted = one_line(entry.target), (), None
        self.load_text(self._known)
        if text is not None and text != self._known:
            self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
            self.history.checkpoint()
        self.move_cursor(self.document.end)
        self.entry = entry  # whoever lays the editor over its place does so now
        self.display = True
        self.focus()

    def close(self) -> None:
        """Hide; nothing is being edited any more."""
        self.entry = None
        self.display = False

    # What is written

    @property
    def target(self) -> str:
        """The target as it is to be kept: as it was, unless the person has changed it."""
        if self.entry is None or self.text == one_line(self.entry.target):
            return self.entry.target if self.entry else ""
        return self.text.strip()

    @property
    def selected(self) -> str:
        """The text that is selected."""
        return self.selected_text

    def select(self, start: int, end: int) -> None:
        """Select the characters from `start` to before `end`."""
        self.selection = Selection((0, start), (0, end))

    def put(self, taking: "Taking") -> None:
        """Put text in place of a span, or of what is selected, or at the cursor.

        It is one edit, to be undone as one. No blank comes to stand twice; at the cursor, where
        nobody has thought of them, blanks between words are put in.
        """
        start, end = sorted(place for _, place in self.selection)
        at_cursor = taking.start is None
        if taking.start is not None:
            start, end = taking.start, taking.start if taking.end is None else taking.end
        words = one_line(taking.text)
        start, end, words = fitted(self.text, start, end, words, blanks=at_cursor)
        self.history.checkpoint()
        self.replace(words, (0, start), (0, end), maintain_selection_offset=False)
        self.history.checkpoint()

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.entry is not None and self.text != self._known:
            self._marks = moved(self._marks, self._known, self.text)
            self._known = self.text
            self.post_message(self.Typed(self._known))

    # Marks

    def marked(self, looked: Looked | None, of: str | None = None) -> None:
        """Paint what there is to see in the text.

        Args:
            looked: What was seen; None leaves the marks there are.
            of: The text it was seen in; marks move along with what was typed since. None for the
                text as it is.
        """
        if looked is not None:
            text = self.text
            marks = looked.target if of is None else moved(looked.target, of, text)
            if marks != self._marks or self._known != text:
                self._marks, self._known, self._painted = marks, text, None
                self.refresh()

    def on_resize(self) -> None:
        # What was folded anew is drawn anew, also where it takes as many lines as before.
        self.refresh()

    def render_line(self, y: int) -> Strip:
        # The text area's own way divides the whole text anew for each line of it.
        text, base, width = self.text, self.rich_style, self.scrollable_content_region.width
        edges = [0, *self.wrapped_document.get_offsets(0), len(text)]
        row = y + self.scroll_offset.y
        if row >= len(edges) - 1:
            return Strip.blank(width, base)
        start, end = edges[row : row + 2]
        looks = [*self._marked(), *self._selection_looks()]
        cuts = {start, end, *(place for first, last, _ in looks for place in (first, last))}
        line = [
            Segment(text[first:last], _look(base, looks, first))
            for first, last in pairwise(sorted(place for place in cuts if start <= place <= end))
        ]
        if end == len(text) == self.cursor_offset and row == len(edges) - 2:
            line.append(Segment(" ", _look(base, looks, end)))
        return Strip(line).adjust_cell_length(width, base)

    def _marked(self) -> list[tuple[int, int, Style]]:
        """Where marks are, and what they add to the look of the text."""
        text = self.text
        if self._painted is None or self._painted[0] != text:
            marks = moved(self._marks, self._known, text)
            looks = [
                (mark.start, mark.end, self.get_component_rich_style(name, partial=True))
                for mark in resolved(marks, len(text))
                for name in (f"editor--{mark.kind}",)
            ]
            self._painted = (text, looks)
        return self._painted[1]

    def _selection_looks(self) -> Iterator[tuple[int, int, Style]]:
        """Where something is selected, and where the cursor is."""
        first, last = sorted(place for _, place in self.selection)
        if first < last:
            yield first, last, self.get_component_rich_style("text-area--selection")
        if self.has_focus:
            place = self.cursor_offset
            end = max(self.get_cursor_right_location()[1], place + 1)
            yield place, end, self.get_component_rich_style("text-area--cursor")

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painted = None

    # Room

    def take_room(self, width: int, most: int) -> int:
        """Be as wide as is said and as high as the text needs.

        Args:
            width: Cells to a line, one of them for a cursor behind the text.
            most: Lines there are at most; a text that needs more has a scrollbar.

        Returns:
            The lines taken.
        """
        # Folded apart: what is drawn goes by the folding of the text area.
        lines = self.folded_height(max(width - 1, 1))
        tall = max(min(lines, most), 1)
        self.styles.width = width
        self.styles.height = tall
        # Not left to Textual, which folds the text twice to find out, the second time too narrow.
        self.styles.overflow_y = "hidden" if lines <= tall else "scroll"
        return tall


def _look(base: Style, looks: Iterable[tuple[int, int, Style]], place: int) -> Style:
    """What a character looks like, one look laid over the other."""
    for start, end, style in looks:
        if start <= place < end:
            base += style
    return base
