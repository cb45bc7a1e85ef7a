"""The form for the glossary: a new concept, a rendering of one, or a change of one."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from padanan.errors import PadananError
from padanan.glossary import Concept
from padanan.glossary.rules import clean
from padanan.language import gettext as _
from padanan.language import marked
from padanan.translate.bilingual import Entry
from padanan.tui import termsaving
from padanan.tui.line import Line
from padanan.tui.looking import Looked
from padanan.tui.options import Options
from padanan.tui.picker import Picker
from padanan.tui.termguess import Beginning, as_entry, beginning, singular, term_at
from padanan.tui.termsaving import Cells, Role, TermSaved
from padanan.tui.termwords import FLAGS, PARTS, ROLES, in_a_line
from padanan.tui.text import inert
from padanan.tui.tools import Tools

_UNNOTICED = 1.0
"""Seconds that one waits without being told why."""


class TermForm(ModalScreen[TermSaved | None]):
    """Gives what was put into the glossary; None when the person leaves it.

    What is wrong is told in the form, and nothing that was written is lost by it.

    Args:
        tools: The tools of the desk, which has a glossary of its own.
        entry: The segment.
        target: Its target, as it is being typed.
        looked: What there is to see in it, as far as that is known.
        meant: The concept the person is at.
        selected: Words of the target that they have selected.
        edited: The concept to change; None for adding one, or a rendering.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", marked("Save"), priority=True),
        Binding("enter", "save", show=False),
        Binding("ctrl+d", "delete", marked("Delete"), priority=True),
        Binding("escape", "leave", marked("Leave it")),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    TermForm {
        align: center middle;
        & > VerticalScroll {
            width: 100%;
            max-width: 100;
            height: auto;
            max-height: 100%;
            padding: 0 1;
            background: $surface;
            border: round $accent;
            border-title-color: $text-accent;
            border-subtitle-color: $text-muted;
        }
        & Horizontal { height: auto; }
        & Label { width: 12; color: $text-muted; }
        & Picker, & Options { width: 1fr; }
        & Picker { margin: 1 0; }
        & Input {
            width: 1fr;
            height: 1;
            border: none;
            padding: 0 1;
            border-left: blank;
            background: $panel;
            &:focus { border: none; border-left: thick $accent; }
        }
        & #several { color: $text-muted; margin: 0 0 0 12; padding-left: 2; }
        & #there { color: $text-warning; margin: 0 0 1 12; padding-left: 2; display: none; }
        & #wrong { color: $text-error; display: none; padding-top: 1; }
    }
    """

    class Known(Message):
        """The glossary is loaded: these are the concepts of its terms."""

        def __init__(self, terms: dict[str, list[Concept]]) -> None:
            super().__init__()
            self.terms = terms

    class Told(Message):
        """What was to be saved is saved, or it is known why not."""

        def __init__(self, saved: TermSaved | PadananError) -> None:
            super().__init__()
            self.saved = saved

    def __init__(
        self,
        tools: Tools,
        entry: Entry,
        target: str,
        looked: Looked | None,
        *,
        meant: Concept | None = None,
        selected: str = "",
        edited: Concept | None = None,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._looked = looked
        self._meant, self._edited = meant, edited
        self._terms: dict[str, list[Concept]] = {}
        self._there: Concept | None = None
        self._deleting = self._busy = False
        self._asked: tuple[str, ...] = ()
        self._source, self._target = entry.source, target
        if edited is None:
            self._begin = beginning(entry.source, target, looked, selected)
        else:
            self._begin = Beginning(Cells.of(edited))

    def compose(self) -> ComposeResult:
        cells = self._begin.cells
        with VerticalScroll(can_focus=False) as box:
            box.border_title = _("Edit a concept") if self._edited else _("Add to the glossary")
            box.border_subtitle = (
                _("Enter saves, Ctrl+D deletes, Escape leaves it")
                if self._edited
                else _("Enter saves, Tab to the next line, Escape leaves it")
            )
            if self._edited is None:
                yield Picker(self._source, self._begin.term, id="source")
            yield _row(_("Indonesian"), Line(cells.terms, id="terms", select_on_focus=False))
            yield Static(id="there", markup=False)
            if self._edited is None:
                yield Picker(self._target, self._begin.rendering, id="target")
            yield _row(_("English"), Line(cells.renderings, id="renderings", select_on_focus=False))
            yield Static(_("Several: put | or ; between them."), id="several", markup=False)
            if self._edited is None:
                roles = [(role, _(words)) for role, words in ROLES.items()]
                yield _row(_("It is"), Options(roles, id="role"), id="of-role")
            yield _row(_("To avoid"), Line(cells.avoided, id="avoided"), id="of-avoided")
            parts = [(pos, _(words)) for pos, words in PARTS.items()]
            yield _row(_("Kind"), Options(parts, [cells.pos], id="pos"), id="of-pos")
            flags = [(flag, _(words)) for flag, words in FLAGS.items()]
            yield _row(
                _("Matching"),
                Options(flags, cells.flags, several=True, id="flags"),
                id="of-flags",
            )
            yield _row(_("Field"), Line(cells.domain, id="domain"), id="of-domain")
            yield _row(_("Note"), Line(cells.note, id="note"), id="of-note")
            yield Static(id="wrong", markup=False)

    def on_mount(self) -> None:
        self._show_role()
        self._learn()

    @work(thread=True, exit_on_error=False, group="learn")
    def _learn(self) -> None:
        glossary = self._tools.glossary()
        terms: dict[str, list[Concept]] = {}
        for concept in glossary.concepts if glossary is not None else ():
            for term in concept.terms:
                terms.setdefault(term.casefold(), []).append(concept)
        self.post_message(self.Known(terms))

    @on(Known)
    def _take_in(self, event: Known) -> None:
        self._terms = event.terms
        self._look_up()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "delete" or self._edited is not None

    # What is written

    @on(Picker.Picked, "#source")
    def _picked_source(self, event: Picker.Picked) -> None:
        self._input("terms").put(term_at(self._source, event.picker.span, self._looked))

    @on(Picker.Picked, "#target")
    def _picked_target(self, event: Picker.Picked) -> None:
        words = as_entry(self._target, event.picker.span)
        base = singular(words)
        self._input("renderings").put(base)
        several = _("Several: put | or ; between them.")
        if base != words:
            several = _("The base form of “{words}”.").format(words=inert(words)) + " " + several
        self.query_one("#several", Static).update(several)

    @on(Input.Changed, "#terms")
    def _look_up(self) -> None:
        """See whether the term is there already."""
        term = clean(self._input("terms").value).casefold()
        found = self._terms.get(term, []) if self._edited is None else []
        self._there = self._meant if self._meant in found else next(iter(found), None)
        self._show_role()

    @on(Options.Chosen)
    def _show_role(self) -> None:
        """Ask only for what a concept needs that is there already, or a new one."""
        there = self._there
        told = self.query_one("#there", Static)
        told.display = there is not None
        if there is not None:
            told.update(Text(inert(in_a_line(there))))
        new = self._role is Role.OTHER or there is None
        for name in ("avoided", "pos", "flags", "domain", "note"):
            self.query_one(f"#of-{name}").display = new
        if self._edited is None:
            self.query_one("#of-role").display = there is not None

    @property
    def _role(self) -> Role:
        """What the rendering is to be for a concept that is there."""
        if self._edited is not None:
            return Role.OTHER
        return Role(self.query_one("#role", Options).value)

    def _input(self, name: str) -> Line:
        return self.query_one(f"#{name}", Line)

    def _written(self) -> Cells:
        return Cells(
            self._input("terms").value,
            self._input("renderings").value,
            self._input("avoided").value,
            self.query_one("#pos", Options).value,
            self._input("domain").value,
            self.query_one("#flags", Options).values,
            self._input("note").value,
        )

    # Saving

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Put what is written into the glossary."""
        self._deleting = False
        path = self._tools.glossary_file
        assert path is not None
        cells = self._written()
        commas = termsaving.with_commas(cells, self._edited)
        if commas != self._asked:
            self._asked = commas
            if commas:
                self._tell(
                    _(
                        "Is “{words}” one rendering? Enter once more keeps it so; between "
                        "several, put | or ;."
                    ).format(words=commas[0])
                )
                return
        try:
            wish = termsaving.wish(cells, self._edited, self._there, self._role)
            self._do(lambda: wish(path))
        except PadananError as error:
            self._tell(error.message)

    def action_delete(self) -> None:
        """Delete the concept, if that is asked for twice."""
        path, edited = self._tools.glossary_file, self._edited
        if edited is None or path is None:
            return
        if not self._deleting:
            self._deleting = True
            self._tell(
                _("Ctrl+D once more deletes the concept {term}.").format(term=edited.terms[0])
            )
            return
        self._do(lambda: termsaving.delete(path, edited))

    def _do(self, saving: Callable[[], TermSaved]) -> None:
        if not self._busy:
            self._busy = True
            self.set_timer(_UNNOTICED, self._tell_wait)
            self._save(saving)

    def _tell_wait(self) -> None:
        if self._busy:
            self._tell(_("Waiting for another padanan that is changing the glossary."))

    @work(thread=True, group="save")
    def _save(self, saving: Callable[[], TermSaved]) -> None:
        try:
            self.post_message(self.Told(saving()))
        except PadananError as error:
            self.post_message(self.Told(error))

    @on(Told)
    def _told(self, event: Told) -> None:
        self._busy = False
        if isinstance(event.saved, PadananError):
            self._tell(event.saved.message)
        elif event.saved.before == event.saved.after and self._edited is None:
            self._tell(
                _(
                    "The glossary has this already: nothing was changed. What the rendering is "
                    "to be is chosen at “It is”."
                )
            )
        else:
            self.dismiss(event.saved)

    def _tell(self, sentence: str) -> None:
        wrong = self.query_one("#wrong", Static)
        wrong.update(Text(inert(sentence)))
        wrong.display = True
        self.call_after_refresh(wrong.scroll_visible, animate=False)

    def action_leave(self) -> None:
        """Leave it; while something is being saved, that is waited for."""
        if not self._busy:
            self.dismiss(None)


def _row(label: str, widget: Widget, *, id: str | None = None) -> Horizontal:  # noqa: A002
    return Horizontal(Label(label, markup=False), widget, id=id)
