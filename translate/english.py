"""The English text of an article: what a reader gets, one block a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from padanan.errors import OutputError
from padanan.files import read_file, write_atomic
from padanan.translate.bilingual import Entry, State, fingerprint

ENDING = ".en.txt"
"""How the name of an English text ends, in place of the bilingual file's `.po`."""


def compose(entries: Sequence[Entry]) -> str:
    """The English of an article: blocks parted by an empty line, segments by a space.

    Furniture is left out, unless a person gave it a target. A segment without a target shows its
    source in square brackets, so that a gap cannot pass for a finished text.

    Args:
        entries: The entries of the article in reading order. Those of a block have its line.
    """
    return "".join(f"{block}\n\n" for block in blocks(entries))[:-1]


def blocks(entries: Sequence[Entry]) -> list[str]:
    """The English of each block that has any, in reading order."""
    by_line: dict[int, list[str]] = {}
    for entry in entries:
        text = f"[{entry.source}]" if entry.state is State.EMPTY else entry.target.strip()
        if text:
            by_line.setdefault(entry.line, []).append(text)
    return list(map(" ".join, by_line.values()))


class There(Enum):
    """What a file that an English text is to be written to holds now."""

    SAME = auto()
    """The text itself."""

    OURS = auto()
    """Nothing, or what padanan wrote there before."""

    FOREIGN = auto()
    """Something else: a person has changed it, or put it there."""


@dataclass(frozen=True, slots=True)
class EnglishText:
    """An English text, and what lies where it is to be written.

    The bilingual file has to know the text by its fingerprint before the text is there, for a kill
    between the two files is no person's change.

    Attributes:
        path: The file.
        text: What it is to hold.
        there: What it holds now.
        ours: The `Bilingual.english` that goes into the bilingual file: `fingerprint`s of what lies
            there and of the text, if it is written.
    """

    path: Path
    text: str
    there: There
    ours: str

    @classmethod
    def look(cls, path: Path, text: str, ours: str) -> "EnglishText":
        """Look at what a file holds, compared with an English text.

        Args:
            path: The file.
            text: The English text it is to hold.
            ours: `Bilingual.english` so far: what padanan has written there.

        Line ends do not count: an editor that changes nothing else has changed nothing.

        Raises:
            OutputError: The file cannot be read.
        """
        known = ours.split()
        latest = fingerprint(text)
        try:
            data = read_file(path)
        except FileNotFoundError:
            there, before = There.OURS, known[-1:]
        except OSError as error:
            raise OutputError(f"{path}: cannot be read ({error.strerror or error}).") from error
        else:
            found = data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
            there, before = There.SAME, known[-1:]
            if found != text:
                before = [fingerprint(found)]
                there = There.OURS if before[0] in known else There.FOREIGN
        if there is There.FOREIGN or known[-1:] == [latest]:
            return cls(path, text, there, ours)
        return cls(path, text, there, " ".join([*before, latest]))

    def write(self) -> bool:
        """Write the text unless it is there, or a person's; whether it was written.

        Raises:
            OutputError: It cannot be written.
        """
        if self.there is not There.OURS:
            return False
        write_atomic(self.path, self.text.encode("utf-8"))
        return True

    def doubt(self, bilingual: str) -> str:
        """A sentence for the person if what lies there is theirs; else empty.

        Args:
            bilingual: The name of the bilingual file.
        """
        if self.there is not There.FOREIGN:
            return ""
        return (
            f"{self.path} is not what padanan last wrote there, so it was left as it is. Put "
            f"corrections into {bilingual}, which the English text is made from; rename the text "
            "or delete it to have it made again."
        )
