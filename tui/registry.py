"""The one registry of actions: keys, footer, help, palette and settings are made from it."""

from textual.binding import Binding

from padanan.language import marked
from padanan.tui.actions import Action, Place, Section, Writing


def _action(
    section: Section,
    id_: str,
    label: str,
    sentence: str,
    keys: str = "",
    typing: str = "",
    *,
    footer: int = 0,
    changes: bool = False,
) -> Action:
    return Action(id_, section, label, sentence, keys, typing, footer, changes)


ACTIONS = (
    _action(
        Section.REVIEWING,
        "approve",
        marked("Approve"),
        marked("Approve the segment and go on to the next one to review."),
        "a,ctrl+s",
        "ctrl+s",
        footer=1,
        changes=True,
    ),
    _action(
        Section.REVIEWING,
        "next",
        marked("Next"),
        marked("Leave the segment as it is and go on to the next one to review."),
        "n",
        "ctrl+n,alt+n",
        footer=3,
    ),
    _action(
        Section.REVIEWING,
        "previous",
        marked("Previous"),
        marked("Go to the segment to review before this one."),
        "p",
        "alt+p",
    ),
    _action(
        Section.REVIEWING,
        "draft",
        marked("To draft"),
        marked("Take the approval of the segment back."),
        "d",
        "alt+d",
        changes=True,
    ),
    _action(
        Section.REVIEWING,
        "undo",
        marked("Undo"),
        marked("Take back what you did last, in whichever segment (in the editor: your typing)."),
        "u,ctrl+z",
        footer=4,
        changes=True,
    ),
    _action(
        Section.REVIEWING,
        "redo",
        marked("Redo"),
        marked("Do again what you have taken back."),
        "U,ctrl+y",
        changes=True,
    ),
    _action(
        Section.REVIEWING,
        "comment",
        marked("Comment"),
        marked("Write a comment on the segment."),
        "c",
        "alt+c",
        changes=True,
    ),
    _action(
        Section.REVIEWING,
        "silence",
        marked("Silence"),
        marked("Silence a check that is wrong about the segment, or let it speak again."),
        "i",
        "alt+i",
        changes=True,
    ),
    _action(
        Section.EDITING,
        "edit",
        marked("Edit"),
        marked("Edit the target in its place."),
        "enter",
        footer=2,
        changes=True,
    ),
    _action(
        Section.EDITING,
        "close",
        marked("Keep"),
        marked("Keep what you wrote as a draft and go back to the list."),
        "",
        "escape,enter",
        footer=2,
    ),
    _action(
        Section.EDITING,
        "machine",
        marked("Machine's"),
        marked("Go back to the machine's draft."),
        "m",
        "alt+m",
        changes=True,
    ),
    _action(
        Section.EDITING,
        "source",
        marked("Source"),
        marked("Copy the source into the target."),
        "y",
        "alt+y",
        changes=True,
    ),
    _action(
        Section.EDITING,
        "split",
        marked("Split"),
        marked("Split the segment in two."),
        "x",
        "alt+x",
        changes=True,
    ),
    _action(
        Section.EDITING,
        "join",
        marked("Join next"),
        marked("Join the segment with the next one."),
        "plus",
        "",
        changes=True,
    ),
    _action(
        Section.EDITING,
        "join-previous",
        marked("Join previous"),
        marked("Join the segment with the one before it."),
        "minus",
        "",
        changes=True,
    ),
    _action(
        Section.HELP,
        "terms",
        marked("Terms"),
        marked("Show the terms of the segment with all renderings."),
        "f2",
        "f2",
        footer=6,
    ),
    _action(
        Section.HELP,
        "memory",
        marked("Memory"),
        marked("Show how similar sentences were translated."),
        "f3",
        "f3",
        footer=7,
    ),
    _action(
        Section.HELP,
        "alternatives",
        marked("Others"),
        marked("Ask the model for other translations."),
        "f4",
        "f4",
        footer=8,
    ),
    _action(
        Section.HELP,
        "findings",
        marked("Findings"),
        marked("Show what the checks find, and how to put it right."),
        "f5",
        "f5",
        footer=9,
    ),
    _action(
        Section.HELP,
        "origin",
        marked("Origin"),
        marked("Show how the draft was made."),
        "f6",
        "f6",
    ),
    _action(
        Section.HELP,
        "panel",
        marked("Panel"),
        marked("Hide the panel, or show it again."),
        "f8",
        "f8",
    ),
    _action(
        Section.HELP,
        "take",
        marked("Take"),
        marked("Take what is marked in the panel: rendering, match, translation or fix."),
        "r",
        "ctrl+r",
        footer=5,
        changes=True,
    ),
    *(
        _action(
            Section.HELP,
            f"take-{number}",
            marked("Take"),
            marked("Take the numbered line of the panel."),
            f"{number}",
            f"alt+{number}",
            changes=True,
        )
        for number in range(1, 10)
    ),
    _action(
        Section.HELP,
        "panel-down",
        marked("Down"),
        marked("Mark the next line of the panel."),
        "alt+down,right_square_bracket",
        "alt+down",
    ),
    _action(
        Section.HELP,
        "panel-up",
        marked("Up"),
        marked("Mark the line before it in the panel."),
        "alt+up,left_square_bracket",
        "alt+up",
    ),
    _action(
        Section.HELP,
        "complete",
        marked("Complete"),
        marked("Let the model finish the sentence after what stands before the cursor."),
        "",
        "ctrl+g",
        changes=True,
    ),
    _action(
        Section.HELP,
        "concordance",
        marked("Concordance"),
        marked("Look for words in the memory and in all articles."),
        "f7,k",
        "f7",
    ),
    _action(
        Section.GLOSSARY,
        "lookup",
        marked("Look up"),
        marked("Look a word up in the glossary, Indonesian or English."),
        "f9,w",
        "f9",
    ),
    _action(
        Section.GLOSSARY,
        "add-term",
        marked("Add term"),
        marked("Add words of source and target to the glossary."),
        "t",
        "ctrl+t,alt+a",
        changes=True,
    ),
    _action(
        Section.GLOSSARY,
        "edit-term",
        marked("Edit term"),
        marked("Edit or delete a concept of the segment."),
        "T",
        "alt+t",
        changes=True,
    ),
    _action(
        Section.GLOSSARY,
        "redraft",
        marked("Redraft"),
        marked("Draft anew what a changed glossary concerns, here and in other articles."),
        "R",
        "",
        changes=True,
    ),
    _action(
        Section.WAY,
        "down",
        marked("Down"),
        marked("One segment down."),
        "down,j",
        "ctrl+down",
    ),
    _action(
        Section.WAY,
        "up",
        marked("Up"),
        marked("One segment up."),
        "up",
        "ctrl+up",
    ),
    _action(Section.WAY, "page-down", marked("Page down"), marked("A screenful down."), "pagedown"),
    _action(Section.WAY, "page-up", marked("Page up"), marked("A screenful up."), "pageup"),
    _action(Section.WAY, "first", marked("First"), marked("To the first segment."), "home"),
    _action(Section.WAY, "last", marked("Last"), marked("To the last segment."), "end"),
    _action(
        Section.WAY,
        "next-finding",
        marked("Finding"),
        marked("To the next segment with findings."),
        "e",
        "alt+e",
    ),
    _action(
        Section.WAY,
        "previous-finding",
        marked("Finding before"),
        marked("To the segment with findings before this one."),
        "E",
    ),
    _action(
        Section.WAY,
        "next-doubtful",
        marked("Doubtful"),
        marked("To the next draft that is likely to be wrong."),
        "l",
    ),
    _action(
        Section.WAY,
        "previous-doubtful",
        marked("Doubtful before"),
        marked("To the draft likely to be wrong before this one."),
        "L",
    ),
    _action(
        Section.WAY,
        "next-term",
        marked("Same term"),
        marked("To the next segment with the term that is marked in the panel."),
        "s",
    ),
    _action(
        Section.WAY,
        "previous-term",
        marked("Term before"),
        marked("To the segment with that term before this one."),
        "S",
    ),
    _action(
        Section.WAY,
        "search",
        marked("Search"),
        marked("Search in source, target or both, also by regular expression."),
        "slash,ctrl+f",
        "ctrl+f",
        footer=10,
    ),
    _action(
        Section.WAY,
        "next-hit",
        marked("Next hit"),
        marked("To the next segment that the search finds."),
        "full_stop",
    ),
    _action(
        Section.WAY,
        "previous-hit",
        marked("Hit before"),
        marked("To the segment that the search finds before this one."),
        "comma",
    ),
    _action(
        Section.WAY,
        "filter",
        marked("Filter"),
        marked("Show only some segments: by words, state, finding, term or confidence."),
        "f",
    ),
    _action(
        Section.WAY,
        "number",
        marked("Number"),
        marked("Go to a segment by its number."),
        "g",
    ),
    _action(
        Section.WAY,
        "order",
        marked("Order"),
        marked("Order segments by risk, the most doubtful first, or as in the article."),
        "o",
    ),
    _action(
        Section.WAY,
        "furniture",
        marked("Skipped"),
        marked("Show or fold away the lines that were left out as page furniture."),
        "v",
    ),
    _action(
        Section.WAY,
        "back",
        marked("Back"),
        marked("Show all segments again; then back to the list of articles."),
        "escape",
        footer=13,
    ),
    _action(
        Section.ARTICLES,
        "open",
        marked("Open"),
        marked("Review the article."),
        "enter",
        footer=1,
    ),
    _action(
        Section.ARTICLES,
        "sort",
        marked("Sort"),
        marked("Sort articles by name, progress, findings, words left or time."),
        "o",
        footer=2,
    ),
    _action(
        Section.ARTICLES,
        "filter-articles",
        marked("Filter"),
        marked("Show only some articles: by words of name and headline, or by progress."),
        "slash,f",
        footer=3,
    ),
    _action(
        Section.ARTICLES,
        "read",
        marked("Read again"),
        marked("Read the folder again."),
        "r",
    ),
    _action(
        Section.ARTICLES,
        "leave-filter",
        marked("All"),
        marked("Show all articles again."),
        "escape",
    ),
    _action(
        Section.DESK,
        "export",
        marked("Export"),
        marked("Export the article: text, page, Word, XLIFF, TMX, CSV."),
        "ctrl+o",
        "ctrl+o",
    ),
    _action(
        Section.DESK,
        "theme",
        marked("Theme"),
        marked("Light, dark or high contrast."),
        "ctrl+l",
        "ctrl+l",
    ),
    _action(
        Section.DESK,
        "palette",
        marked("Commands"),
        marked("All that one can do, to be searched by name."),
        "ctrl+p",
        "ctrl+p",
        footer=12,
    ),
    _action(
        Section.DESK,
        "help",
        marked("Help"),
        marked("Show all keys."),
        "question_mark,f1",
        "f1",
        footer=14,
    ),
    _action(
        Section.DESK,
        "quit",
        marked("Quit"),
        marked("Quit. Everything is saved."),
        "q,ctrl+q",
        "ctrl+q",
        footer=15,
    ),
)
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
