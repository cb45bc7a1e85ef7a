"""The one registry of keys: the footer, the help and the widgets themselves are made from it.

A binding's description is what the footer shows; its tooltip is the sentence in the help.
"""

from textual.binding import Binding


def _key(keys: str, action: str, label: str, sentence: str, *, footer: bool = False) -> Binding:
    return Binding(keys, action, label, tooltip=sentence, show=footer)


MOVING = (
    _key("up", "up", "Up", "One row up."),
    _key("down", "down", "Down", "One row down."),
    _key("pageup", "page_up", "Page up", "A screenful up."),
    _key("pagedown", "page_down", "Page down", "A screenful down."),
    _key("home", "first", "First", "To the first row."),
    _key("end", "last", "Last", "To the last row."),
)

CHOOSING = (
    _key("enter", "open", "Open", "Review the article.", footer=True),
    _key("r", "read", "Read again", "Read the folder again.", footer=True),
)

REVIEWING = (
    _key("enter", "edit", "Edit", "Edit the target.", footer=True),
    _key(
        "ctrl+s,a",
        "approve",
        "Approve",
        "Approve the segment and go to the next one to review.",
        footer=True,
    ),
    _key("n", "next", "Next", "Go to the next segment to review.", footer=True),
    _key("p", "previous", "Previous", "Go to the segment to review before this one."),
    _key("d", "draft", "To draft", "Take an approval back."),
    _key("ctrl+z,u", "undo", "Undo", "Undo your last approval or edit.", footer=True),
    _key(
        "f",
        "furniture",
        "Skipped",
        "Show or fold away the lines that were left out as page furniture.",
    ),
    _key("escape", "back", "Articles", "Back to the list of articles.", footer=True),
)

EDITING = (
    _key(
        "ctrl+s", "approve", "Approve", "Approve what you wrote and go on to the next.", footer=True
    ),
    # Enter would break the line, and a segment has only one: this one is asked for first.
    Binding(
        "escape,enter",
        "close",
        "Keep",
        tooltip="Keep what you wrote as a draft and close the editor.",
        priority=True,
    ),
    _key("ctrl+z", "undo", "Undo", "Undo typing."),
    _key("ctrl+y", "redo", "Redo", "Redo typing."),
)

EVERYWHERE = (
    _key("question_mark,f1", "help", "Help", "Show this help (F1 in the editor).", footer=True),
    Binding("ctrl+q", "quit", "Quit", tooltip="Quit. Everything is saved.", priority=True),
    _key("q", "quit", "Quit", "Quit; in the editor use Ctrl+Q."),
)

CLOSING = (_key("escape,q,question_mark,f1", "close", "Close", "Close the help.", footer=True),)

ASKING = (
    _key("r", "retry", "Try again", "Try to save again.", footer=True),
    _key("escape", "stay", "Go on working", "Go on working.", footer=True),
    _key("l", "lose", "Lose them", "Leave without saving.", footer=True),
)

SECTIONS = (
    ("Moving", MOVING),
    ("The list of articles", CHOOSING),
    ("Reviewing an article", REVIEWING),
    ("Editing a target", EDITING),
    ("Everywhere", EVERYWHERE),
)
"""What the help tells about, in order."""
