"""The form for the glossary: a new concept, a rendering of one, or a change of one."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.css.query import NoMatches
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from padanan.errors import PadananError
from padanan.glossary import Concept, Flag, PartOfSpeech
from padanan.glossary.edit import Edit
from padanan.glossary.rules import clean
from padanan.language import gettext as _
from padanan.language import marked
from padanan.translate.bilingual import Entry
from padanan.tui import termsaving
from padanan.tui.asking import Field
from padanan.tui.looking import Looked
from padanan.tui.options import Options
from padanan.tui.picker import Picker, Span
from padanan.tui.termguess import as_entry, likely_rendering, likely_term
from padanan.tui.termsaving import Cells, TermSaved, entries
from padanan.tui.text import inert
from padanan.tui.tools import Tools

_PARTS = {
    "": marked("any"),
    PartOfSpeech.NOUN: marked("noun"),
    PartOfSpeech.VERB: marked("verb"),
    PartOfSpeech.ADJECTIVE: marked("adjective"),
    PartOfSpeech.ADVERB: marked("adverb"),
    PartOfSpeech.PHRASE: marked("phrase"),
    PartOfSpeech.NAME: marked("name"),
}
_FLAGS = {
    Flag.CASE: marked("capitals count"),
    Flag.KEEP: marked("stays as it is"),
    Flag.EXACT: marked("no other forms"),
}
_PREFER, _ALSO, _AVOID, _OTHER = "prefer", "also", "avoid", "other"
_ROLES = {
    _ALSO: marked("accepted, too"),
    _PREFER: marked("the one to use"),
    _AVOID: marked("to be avoided"),
    _OTHER: marked("of another concept"),
}


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
            background: $surface-lighten-1;
            &:focus { border: none; border-left: thick $accent; }
        }
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
        self._source, self._target = entry.source, target
        self._looked = looked
        self._meant, self._edited = meant, edited
        self._terms: dict[str, list[Concept]] = {}
        self._there: Concept | None = None
        self._deleting = self._busy = False
        term = likely_term(entry.source, looked, meant) if edited is None else None
        rendering = _selected(target, selected)
        if rendering is None and edited is None and target:
            words = entry.source[slice(*term)] if term else ""
            known = meant if term is not None and self._use_at(term) else None
            rendering = likely_rendering(target, words, looked, known)
        self._from, self._to = term, rendering

    def compose(self) -> ComposeResult:
        cells = self._cells()
        with VerticalScroll(can_focus=False) as box:
            box.border_title = _("Edit a concept") if self._edited else _("Add to the glossary")
            box.border_subtitle = (
                _("Enter saves, Ctrl+D deletes, Escape leaves it")
                if self._edited
                else _("Enter saves, Tab to the next line, Escape leaves it")
            )
            if self._edited is None:
                yield Picker(self._source, self._from, id="source")
            yield _row(_("Indonesian"), Field(cells.terms, id="terms", select_on_focus=False))
            yield Static(id="there", markup=False)
            if self._edited is None:
                yield Picker(self._target, self._to, id="target")
            yield _row(
                _("English"), Field(cells.renderings, id="renderings", select_on_focus=False)
            )
            if self._edited is None:
                roles = [(role, _(words)) for role, words in _ROLES.items()]
                yield _row(_("It is"), Options(roles, id="role"), id="of-role")
            yield _row(_("To avoid"), Field(cells.avoided, id="avoided"), id="of-avoided")
            parts = [(pos, _(words)) for pos, words in _PARTS.items()]
            yield _row(_("Kind"), Options(parts, [cells.pos], id="pos"), id="of-pos")
            flags = [(flag, _(words)) for flag, words in _FLAGS.items()]
            yield _row(
                _("Matching"),
                Options(flags, cells.flags, several=True, id="flags"),
                id="of-flags",
            )
            yield _row(_("Field"), Field(cells.domain, id="domain"), id="of-domain")
            yield _row(_("Note"), Field(cells.note, id="note"), id="of-note")
            yield Static(id="wrong", markup=False)

    def _cells(self) -> Cells:
        """What the form says to begin with."""
        if self._edited is not None:
            return Cells.of(self._edited)
        return Cells(self._base(self._from), as_entry(self._target, self._to))

    def _base(self, span: Span | None) -> str:
        """Words of the source as the glossary has them: of a term, the term."""
        use = self._use_at(span) if span else None
        return use or as_entry(self._source, span)

    def _use_at(self, span: Span) -> str:
        """The term at a place of the source; empty where none is exactly there."""
        uses = self._looked.uses if self._looked else ()
        return next((u.match.term for u in uses if (u.match.start, u.match.end) == span), "")

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

    # What is written

    @on(Picker.Picked, "#source")
    def _picked_source(self, event: Picker.Picked) -> None:
        self._input("terms").value = self._base(event.picker.span)

    @on(Picker.Picked, "#target")
    def _picked_target(self, event: Picker.Picked) -> None:
        self._input("renderings").value = as_entry(self._target, event.picker.span)

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
            told.update(Text(inert(_line(there))))
        new = self._role == _OTHER or there is None
        for name in ("avoided", "pos", "flags", "domain", "note"):
            self.query_one(f"#of-{name}").display = new
        if self._edited is None:
            self.query_one("#of-role").display = there is not None

    @property
    def _role(self) -> str:
        """What the rendering is to be for a concept that is there."""
        try:
            return self.query_one("#role", Options).value
        except NoMatches:
            return _OTHER

    def _input(self, name: str) -> Input:
        return self.query_one(f"#{name}", Input)

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
        try:
            self._do(self._change())
        except PadananError as error:
            self._tell(error.message)

    def _change(self) -> Callable[[], TermSaved]:
        """What is to be done.

        Raises:
            InputError: Something is missing.
        """
        path = self._tools.glossary_file
        assert path is not None
        concept, there, edited = self._written().concept(), self._there, self._edited
        if edited is not None:
            return lambda: termsaving.change(path, edited, concept)
        if there is None or self._role == _OTHER:
            return lambda: termsaving.add(path, concept)
        words = entries(self._input("renderings").value)
        edit = {
            _PREFER: Edit(prefer=words[0], also=words[1:]),
            _ALSO: Edit(also=words),
            _AVOID: Edit(avoid=words),
        }[self._role]
        return lambda: termsaving.render(path, there, edit)

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
            self._save(saving)

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


def _selected(target: str, selected: str) -> Span | None:
    """Where the words that were selected stand."""
    words = selected.strip()
    at = target.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def _line(concept: Concept) -> str:
    """A concept that is there already, in a line."""
    return " · ".join(_said(concept))


def _said(concept: Concept) -> Iterator[str]:
    yield _("In the glossary: {term} → {renderings}").format(
        term=concept.terms[0], renderings=", ".join(concept.renderings)
    )
    if concept.avoided:
        yield _("to be avoided: {renderings}").format(renderings=", ".join(concept.avoided))
    if concept.domain:
        yield concept.domain
