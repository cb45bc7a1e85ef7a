"""A text area for a text on one line, which is folded to its width as the list folds it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea
from textual.widgets.text_area import (
    Document,
    DocumentNavigator,
    Edit,
    EditResult,
    Location,
    WrappedDocument,
)

from padanan.tui.text import graphemes, one_line

_WORD = re.compile(r" *(?:\w+(?:['’]\w+)*|[^\w ]+)| +")
"""A word with an apostrophe in it, or signs, with the blanks before them."""


class OneLine(TextArea):
    """Edits a text on one line: whatever is typed or pasted is brought onto it.

    The cursor moves by what a person takes for a character. Keys for the start and the end mean
    those of the text, however it is folded: the same key deletes the same text at any width.
    `padanan.tui.registry.WRITING` tells people of the keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "stay", show=False),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
        Binding("ctrl+shift+home", "to_start(True)", show=False),
        Binding("ctrl+shift+end", "to_end(True)", show=False),
        Binding("ctrl+u", "delete_to_start", show=False),
        Binding("ctrl+k", "delete_to_end", show=False),
        Binding("ctrl+w,ctrl+backspace", "delete_word_left", show=False),
        Binding("ctrl+delete", "delete_word_right", show=False),
    ]

    def load_text(self, text: str) -> None:
        """Put another text in; what was done to the one before cannot be undone any more."""
        super().load_text(text)
        self.wrapped_document = _Folded(self.document, self.wrap_width)
        self.navigator = DocumentNavigator(self.wrapped_document)

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text passes here: typing, pasting, cutting, dropping."""
        return super().edit(replace(edit, text=one_line(edit.text)))

    def folded_height(self, width: int) -> int:
        """The lines that the text takes when it is folded at a width."""
        return _Folded(self.document, width).height

    @property
    def cursor_offset(self) -> int:
        """Where the cursor stands, in characters of the text."""
        return self.cursor_location[1]

    # Moving

    def get_cursor_left_location(self) -> Location:
        text, place = self.text, self.cursor_offset
        if text.isascii():
            return 0, max(place - 1, 0)
        return 0, max((start for start, _ in graphemes(text) if start < place), default=0)

    def get_cursor_right_location(self) -> Location:
        text, place = self.text, self.cursor_offset
        if text.isascii():
            return 0, min(place + 1, len(text))
        return 0, min((end for _, end in graphemes(text) if end > place), default=place)

    def action_to_start(self, select: bool = False) -> None:
        """To the start of the text."""
        self.move_cursor((0, 0), select=select)

    def action_to_end(self, select: bool = False) -> None:
        """To the end of the text."""
        self.move_cursor(self.document.end, select=select)

    def action_stay(self) -> None:
        """Tab moves nothing here: one leaves with the keys for it."""

    # Deleting

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

    def action_delete_word_right(self) -> None:
        """Delete what is selected, or the word after the cursor.

        A whole word goes with the blanks after it, the rest of one without them: words do not come
        to stand together, nor blanks.
        """
        text, place = self.text, self.cursor_offset
        word = _WORD.match(text, place)
        if not self.selection.is_empty or word is None:
            self.action_delete_right()
            return
        end = word.end()
        if text[place].isalnum() and not text[:place][-1:].isalnum():
            end += len(text[end:]) - len(text[end:].lstrip(" "))
        self.delete((0, place), (0, end))

    def action_delete_to_start(self) -> None:
        """Delete what is selected, or all before the cursor."""
        self._delete_to((0, 0))

    def action_delete_to_end(self) -> None:
        """Delete what is selected, or all after the cursor."""
        self._delete_to(self.document.end)

    def _delete_to(self, place: Location) -> None:
        start, end = self.selection
        self.delete(start, end if start != end else place, maintain_selection_offset=False)

    def action_cut(self) -> None:
        """Cut what is selected; where nothing is, nothing is cut."""
        if not self.selection.is_empty:
            super().action_cut()


class _Folded(WrappedDocument):
    """A text folded by one rule to its end.

    The text area keeps a cell of each line free for the blank it is folded at. Only the last word
    has no blank after it, and would be let into that cell; the list folds all words alike.
    """

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        with self._ended():
            super().wrap(width, tab_width)

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        with self._ended():
            super().wrap_range(start, old_end, new_end)

    @contextmanager
    def _ended(self) -> Iterator[None]:
        """Have the text end in a blank, for the eyes of what folds it."""
        document, text = self.document, self.document.text
        self.document = Document(text if text.endswith(" ") else f"{text} ")
        yield
        self.document = document
