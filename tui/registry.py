"""The one registry of actions: keys, footer, help, palette and settings are made from it."""

from textual.binding import Binding

from padanan.language import marked
from padanan.tui.actions import Action, Place, Section, Writing
from padanan.tui.registry_segment import AT_SEGMENT
from padanan.tui.registry_way import BEYOND

ACTIONS = (*AT_SEGMENT, *BEYOND)
"""All actions, in the order of the help."""

WRITING = (
    Writing(("ctrl+left", "ctrl+right"), marked("A word to the left, a word to the right.")),
    Writing(("home", "end"), marked("To the start or the end of the line on the screen.")),
    Writing(("ctrl+home", "ctrl+end"), marked("To the start or the end of the segment.")),
    Writing(("shift",), marked("With an arrow, or with one of the keys above: select.")),
    Writing(("ctrl+a",), marked("Select the whole segment.")),
    Writing(("ctrl+c", "ctrl+x", "ctrl+v"), marked("Copy, cut, paste what is selected.")),
    Writing(("ctrl+w", "ctrl+backspace"), marked("Delete the word to the left.")),
    Writing(("ctrl+delete",), marked("Delete the word to the right.")),
    Writing(("ctrl+u",), marked("Delete all before the cursor, to the start of the segment.")),
    Writing(("ctrl+k",), marked("Delete all after the cursor, to the end of the segment.")),
    Writing(("ctrl+z", "ctrl+y"), marked("Take back what was typed, and do it again.")),
)
"""The keys for writing in the editor, for the help; the editor has them of its own."""

BY_ID = {action.id: action for action in ACTIONS}


def in_place(action: Action, place: Place) -> str:
    """The keys of an action in a place, unless a desk has others."""
    if place is Place.ARTICLES and action.section is Section.DESK:
        return action.keys
    return action.in_place(place)


def bindings(place: Place) -> list[Binding]:
    """The bindings of a widget.

    The action of each is `do('ID')` of the screen the widget is on. Its id, `PLACE.ID`, is what
    the settings of a desk change its keys by; so those without keys are among them, too.
    """
    return [
        Binding(
            in_place(action, place) or UNBOUND,
            f"screen.do('{action.id}')",
            action.label,
            show=False,
            id=f"{place}.{action.id}",
            # At once, so that what is typed after Enter is text; and before the text area's own:
            # Enter would break the line, and a segment has only one.
            priority=place is not Place.ARTICLES,
        )
        for action in ACTIONS
        if place in places(action)
    ]


def places(action: Action) -> tuple[Place, ...]:
    """Where an action can be asked for."""
    if action.section is Section.ARTICLES:
        return (Place.ARTICLES,)
    if action.section is Section.DESK:
        return tuple(Place)
    if action.id in _LIST_ONLY:
        return (Place.LIST,)
    return (Place.EDITOR,) if action.id in _EDITOR_ONLY else (Place.LIST, Place.EDITOR)


UNBOUND = "f24"
"""The key of an action that has none: hardly a keyboard has it."""

_LIST_ONLY = frozenset({"edit", "undo", "redo"})
_EDITOR_ONLY = frozenset({"close", "complete"})
