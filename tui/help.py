"""The help: every action with its keys, and every sign, from the registries they are made by."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from padanan.language import gettext as _
from padanan.tui.actions import Action, Place, Section
from padanan.tui.keymap import Keys, shown
from padanan.tui.registry import ACTIONS, WRITING

_WIDTHS = (11, 9)
"""Cells that the columns of keys have at least."""


class Help(ModalScreen[None]):
    """All actions by what they are for, with their keys in the list and in the editor; the signs.

    Args:
        keys: The keys as the desk has them.
        signs: Signs of the list, and what each stands for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1,enter", "close")]
    DEFAULT_CSS = """
    Help {
        align: center middle;
        & > VerticalScroll {
            width: 96;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 2;
            background: $surface;
            border: round $accent;
            border-title-color: $text-accent;
        }
    }
    """

    def __init__(self, keys: Keys, signs: Mapping[str, str]) -> None:
        super().__init__()
        self._keys = keys
        self._signs = signs

    def compose(self) -> ComposeResult:
        with VerticalScroll() as box:
            box.border_title = _("Help")
            box.border_subtitle = _("Esc closes it, arrows and PgDn scroll")
            yield Static(self.page())

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def page(self) -> Group:
        """What the help says."""
        sections = [self._section(section) for section in Section]
        sections.insert(list(Section).index(Section.EDITING) + 1, self._writing())
        signs = ((sign, "", _(sentence)) for sign, sentence in self._signs.items())
        return Group(*sections, _table(_("Signs"), ("", "", ""), signs))

    def _section(self, section: Section) -> Group:
        rows = [
            (*keys, _(action.sentence))
            for action in _once(action for action in ACTIONS if action.section is section)
            if any(keys := self._names(action))
        ]
        place = _("articles") if section is Section.ARTICLES else _("list")
        editor = "" if section is Section.ARTICLES else _("editor")
        return _table(_(section.value), (place, editor, ""), rows)

    def _writing(self) -> Group:
        """The keys for writing; those that an action has taken are the action's."""
        taken = {key for action in ACTIONS for key in self._keys.of(action, Place.EDITOR)}
        rows = [
            (" ".join(shown(key) for key in keys), _(writing.sentence))
            for writing in WRITING
            if (keys := [key for key in writing.keys if key not in taken])
        ]
        return _table(_("Writing"), (_("editor"), ""), rows)

    def _names(self, action: Action) -> tuple[str, str]:
        """An action's keys in the list (or the list of articles), and in the editor."""
        if action.id == "take-1":
            first, last = self._keys.of(action, Place.LIST), self._keys.of(action, Place.EDITOR)
            if (first, last) == (["1"], ["alt+1"]):
                return "1–9", "Alt+1–9"
        places = (action.place, Place.EDITOR)
        return (
            " ".join(map(shown, self._keys.of(action, places[0]))),
            " ".join(map(shown, self._keys.of(action, places[1]))),
        )

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()


def _once(actions: Iterable[Action]) -> list[Action]:
    """Actions, of those that differ in a number only the first."""
    return [one for one in actions if not (one.id.startswith("take-") and one.id != "take-1")]


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Group:
    """A table of what stands in columns of keys or signs, and of sentences beside them."""
    table = Table.grid(padding=(0, 2))
    for width in _WIDTHS[: len(heads) - 1]:
        table.add_column(no_wrap=True, min_width=width)
    table.add_column()
    table.add_row(*(Text(head, "dim") for head in heads))
    for *keys, sentence in rows:
        table.add_row(*(Text(key, "bold") for key in keys), Text(sentence))
    return Group(Text(title, "bold underline"), table, Text())
