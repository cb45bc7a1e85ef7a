"""The editor of one target, in the place of that target."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz.distance import Postfix, Prefix
from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from padanan.translate.bilingual import Entry
from padanan.tui.actions import Place
from padanan.tui.looking import Kind, Looked, Mark, resolved
from padanan.tui.registry import bindings
from padanan.tui.text import graphemes, one_line

if TYPE_CHECKING:
    from padanan.tui.aids.item import Taking


class Editor(TextArea):
    """Edits one target. It is hidden while no entry is being edited.

    A target stands on one line, which is folded to the editor's width: whatever is typed or pasted
    is brought onto it. The cursor moves by what a person takes for a character.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.EDITOR),
        Binding("tab,shift+tab", "stay", show=False),
    ]
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
        self._known = ""
        self._marks: tuple[Mark, ...] = ()

    # Opening and closing

    def open(self, entry: Entry, text: str | None = None) -> None:
        """Edit the target of an entry.

        Args:
            entry: The entry.
            text: What was being typed before; undoing it brings the target back. None for nothing.
        """
        self._known, self._marks = one_line(entry.target), ()
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
    def cursor_offset(self) -> int:
        """Where the cursor stands, in characters of the text."""
        return self.cursor_location[1]

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

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text passes here: typing, pasting, cutting, dropping."""
        return super().edit(replace(edit, text=one_line(edit.text)))

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.entry is not None and self.text != self._known:
            self._marks = moved(self._marks, self._known, self.text)
            self._known = self.text
            self.notify_style_update()
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
                self._marks = marks
                self.notify_style_update()
                self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        text = self.text
        marks = self._marks if text == self._known else moved(self._marks, self._known, text)
        for mark in resolved(marks, len(line)):
            style = self.get_component_rich_style(f"editor--{mark.kind}", partial=True)
            line.stylize(style, mark.start, mark.end)
        return line

    # Moving by what a person takes for a character

    def get_cursor_left_location(self) -> Location:
        place = self.cursor_offset
        return 0, max((start for start, _ in graphemes(self.text) if start < place), default=0)

    def get_cursor_right_location(self) -> Location:
        place = self.cursor_offset
        return 0, min((end for _, end in graphemes(self.text) if end > place), default=place)

    def action_delete_left(self) -> None:
        """Delete what is selected, or the character before the cursor."""
        if self.selection.is_empty:
            self.delete(self.get_cursor_left_location(), self.cursor_location)
        else:
            super().action_delete_left()

    def action_delete_right(self) -> None:
        """Delete what is selected, or the character after the cursor."""
        if self.selection.is_empty:
            self.delete(self.cursor_location, self.get_cursor_right_location())
        else:
            super().action_delete_right()

    def action_stay(self) -> None:
        """Tab moves nothing here: one leaves with the keys for it."""

    # Room

    def lines(self, width: int) -> int:
        """The lines the text takes in an editor `width` cells wide."""
        wrap = max(width - 1, 1)  # the cursor takes a cell
        self.wrapped_document.wrap(wrap)
        return self.wrapped_document.height


def moved(marks: Sequence[Mark], before: str, after: str) -> tuple[Mark, ...]:
    """Marks of a text in what became of it by one edit; those of what is gone are left out."""
    if before == after:
        return tuple(marks)
    head = Prefix.similarity(before, after)
    tail = min(Postfix.similarity(before, after), min(len(before), len(after)) - head)
    end, further = len(before) - tail, len(after) - len(before)
    first = [mark for mark in marks if mark.end <= head]
    later = [
        Mark(mark.start + further, mark.end + further, mark.kind)
        for mark in marks
        if mark.start >= end and mark.end > head
    ]
    return (*first, *later)


_OPENING = "([{“‘«"
_CLOSING = ",.;:!?)]}”…%»"
_CLOSING_OR_BLANK = f"{_CLOSING} "


def fitted(text: str, start: int, end: int, words: str, *, blanks: bool) -> tuple[int, int, str]:
    """Words for the place of a span of a text, with the blanks they need there.

    Args:
        text: The text.
        start: Where the span begins.
        end: The character after its last; may be `start`, to insert.
        words: What is to stand there.
        blanks: Whether blanks that are missing between words are to be put in.

    Returns:
        The span that is to be replaced, and what by. Nothing else of the text changes.
    """
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    before, after = text[:start], text[end:]
    if not before and not after:
        return start, end, words
    if before.endswith(" ") or not before:
        words = words.lstrip(" ")
    if after.startswith(" "):
        words = words.rstrip(" ")
    closes = not words or (words[0] in _CLOSING and not words[1:2].isalnum())
    follows = words or after
    if before.endswith(" ") and closes and (follows[:1] in _CLOSING_OR_BLANK or not follows):
        start -= 1  # the blank before it is one too many now
    elif blanks and _parted(before, words):
        words = f" {words}"
    elif not words and not before and after.startswith(" "):
        end += 1
    if blanks and _parted(words, after):
        words = f"{words} "
    return start, end, words


def _parted(one: str, other: str) -> bool:
    """Whether a blank belongs between two pieces of text."""
    first, last = one[-1:], other[:1]
    return bool(first and last) and (
        (first.isalnum() or first in _CLOSING) and (last.isalnum() or last in _OPENING)
    )
