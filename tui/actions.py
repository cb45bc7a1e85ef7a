"""What an action is, and the bindings made from the registry of them (`registry`).

While an article is reviewed, one is either in the list, where single letters are keys, or in the
editor, where they are text. An action may have keys in both.
"""

from dataclasses import dataclass
from enum import StrEnum

from padanan.language import marked


class Section(StrEnum):
    """What actions are for, in the order of the help; the values are its headings."""

    REVIEWING = marked("Reviewing")
    EDITING = marked("Editing")
    HELP = marked("Help at hand")
    GLOSSARY = marked("Glossary")
    WAY = marked("Finding the way")
    ARTICLES = marked("The list of articles")
    DESK = marked("The desk")


class Place(StrEnum):
    """Where keys are pressed."""

    LIST = "list"
    """The segments of an article."""

    EDITOR = "editor"
    """The editor of a target."""

    ARTICLES = "articles"
    """The list of articles."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    Attributes:
        id: Its name in the settings (`[keys]`).
        section: What it is for.
        label: One or two words, for the footer.
        sentence: What it does, for the help and the command palette.
        keys: Keys in the list, as Textual names them, parted by commas. Of an action for the list
            of articles, keys there.
        typing: Keys in the editor.
        footer: Its rank in the footer: of those with a higher number only what there is room for
            is shown. 0 is never.
        changes: Whether it changes the article, which may be open on another desk.
    """

    id: str
    section: Section
    label: str
    sentence: str
    keys: str = ""
    typing: str = ""
    footer: int = 0
    changes: bool = False

    @property
    def place(self) -> Place:
        """Where `keys` are pressed."""
        return Place.ARTICLES if self.section is Section.ARTICLES else Place.LIST

    def in_place(self, place: Place) -> str:
        """The keys in a place."""
        if place is Place.EDITOR:
            return self.typing
        return self.keys if place is self.place else ""


@dataclass(frozen=True, slots=True)
class Writing:
    """Keys for writing in the editor, as people know them from elsewhere; they are not remapped.

    Attributes:
        keys: As Textual names them, or a modifier alone.
        sentence: What they do.
    """

    keys: tuple[str, ...]
    sentence: str


def action(
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
    """An action, as the tables of the registry have it (`Action`)."""
    return Action(id_, section, label, sentence, keys, typing, footer, changes)
