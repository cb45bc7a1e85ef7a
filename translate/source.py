"""What an article is read from where it is no file of its own on this machine."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from padanan.translate import places
from padanan.translate.places import Url


class Source(Protocol):
    """An article that lies at a URL, or with others in one file."""

    @property
    def place(self) -> Path:
        """The file that it is, or is in."""
        ...

    @property
    def member(self) -> str:
        """Its id among the articles of the file; empty where the file is the article."""
        ...

    def content(self, name: str) -> tuple[bytes, str]:
        """Its bytes, and the suffix that says what they are (".txt", ".md", ".html").

        Args:
            name: What messages call it.

        Raises:
            InputError: They cannot be read.
        """
        ...


@dataclass(frozen=True, slots=True)
class Remote:
    """An article that is a file at a URL.

    Attributes:
        place: The URL.
    """

    place: Url

    @property
    def member(self) -> str:
        """Nothing: the file is the article."""
        return ""

    def content(self, name: str) -> tuple[bytes, str]:
        """Its bytes and its suffix; see `Source.content`."""
        return places.read_bytes(self.place, name), places.suffix(self.place)
