"""The list of segments with the editor lying over the target that is being edited."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Offset

from padanan.tui.editor import Editor
from padanan.tui.painting import height
from padanan.tui.segments import Segments
from padanan.tui.spacing import FREE


class Spread(Container):
    """Holds the editor over its target, whatever is scrolled, typed or resized.

    The list keeps as many lines free as the text being typed takes. A text longer than there is
    room for scrolls in the editor; of a source longer than the list, the editor stays in sight
    beside the part one looks at.

    Args:
        segments: The list.
        editor: The editor.
    """

    DEFAULT_CSS = """
    Spread {
        layers: list editor;
        height: 1fr;
        & > Segments { layer: list; }
        & > Editor { layer: editor; position: absolute; }
    }
    """

    def __init__(self, segments: Segments, editor: Editor) -> None:
        super().__init__()
        self.segments = segments
        self.editor = editor
        self._tall = 1

    def compose(self) -> ComposeResult:
        yield self.segments
        yield self.editor

    def on_mount(self) -> None:
        self.watch(self.editor, "entry", self._show, init=False)
        self.watch(self.segments, "scroll_y", self._place, init=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)  # when the list has been laid out anew

    @on(Editor.Typed)
    def _show(self) -> None:
        """Give the editor its room and place, and see to it that one sees it."""
        self._fit()
        self._reveal()

    @on(Segments.Scrolled)
    def _fit(self) -> None:
        """Keep as many lines free as the text takes, as far as there is room."""
        entry = self.editor.entry
        if entry is None:
            self.segments.hold(None)
            return
        columns = self.segments.columns
        width = columns.target + FREE
        room = self.segments.text_height
        if columns.stacked:
            # Some of the source is to be seen above it.
            room = max(room - height(entry.source, columns.source), room // 2)
        self._tall = self.editor.take_room(width, room)
        self.segments.hold(entry, self._tall)
        self._place()

    def _place(self) -> None:
        """Lay the editor over its target; where that has no row, at the bottom."""
        if self.editor.entry is None:
            return
        self.editor.styles.offset = self._at()

    def _at(self) -> Offset:
        cell = self.segments.cell()
        if cell is None:
            columns = self.segments.columns
            return Offset(columns.target_at, self.segments.text_height - self._tall)
        return Offset(cell.x, max(cell.y, min(0, cell.bottom - self._tall)))

    def _reveal(self) -> None:
        """Scroll until all of the editor can be seen."""
        if self.editor.entry is None:
            return
        top = self._at().y
        beyond = top + self._tall - self.segments.text_height
        if top < 0 or beyond > 0:
            self.segments.scroll_relative(y=top if top < 0 else beyond, animate=False)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, self.app.scroll_sensitivity_y)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -self.app.scroll_sensitivity_y)

    def _wheel(self, event: events.MouseEvent, lines: float) -> None:
        # Over an editor that shows all of its text, the wheel moves the list.
        self.segments.scroll_relative(y=lines, animate=False)
        event.stop()
